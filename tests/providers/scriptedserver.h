#pragma once

// An HTTP server on loopback that answers what a test tells it to, in that order, well or badly,
// and remembers what it was asked.

#include "core/result.h"

#include <QFuture>
#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

class ScriptedServer : public QTcpServer
{
public:
    struct Asked
    {
        QByteArray method, target; // "GET", "/v6/deployments?limit=100"
        QHash<QByteArray, QByteArray> headers;
        QByteArray body;
    };
    enum class Manner { Whole, CutOff, Silent };
    struct Answer
    {
        int status = 200;
        QByteArray body;
        QList<QByteArray> headers = {};
        Manner manner = Manner::Whole;
    };

    ScriptedServer() { listen(QHostAddress::LocalHost); }

    QUrl url(const QString &path = {}) const { return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path)); }
    void then(const Answer &answer) { m_script.append(answer); }
    // Answers every request from here on the same way.
    void always(const Answer &answer) { m_always = answer; m_hasAlways = true; }
    const QList<Asked> &asked() const { return m_asked; }

protected:
    void incomingConnection(qintptr handle) override
    {
        auto *socket = new QTcpSocket(this);
        socket->setSocketDescriptor(handle);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &text = m_partial[socket];
        text += socket->readAll();
        const qsizetype end = text.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QList<QByteArray> lines = text.left(end).split('\n');
        Asked asked;
        const QList<QByteArray> first = lines.first().trimmed().split(' ');
        asked.method = first.value(0);
        asked.target = first.value(1);
        for (const QByteArray &line : lines.mid(1))
            asked.headers.insert(line.left(line.indexOf(':')).toLower(), line.mid(line.indexOf(':') + 1).trimmed());
        asked.body = text.mid(end + 4);
        if (asked.body.size() < asked.headers.value("content-length").toLongLong())
            return; // the rest is on its way
        m_partial.remove(socket);
        m_asked.append(asked);
        const bool isScripted = !m_script.isEmpty();
        answer(socket, isScripted ? m_script.takeFirst() : m_hasAlways ? m_always : Answer{500, "the script of the test is at its end"});
    }

    void answer(QTcpSocket *socket, const Answer &answer)
    {
        if (answer.manner == Manner::Silent)
            return;
        QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Said\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\nConnection: close\r\n";
        for (const QByteArray &header : answer.headers)
            head += header + "\r\n";
        socket->write(head + "\r\n");
        socket->write(answer.manner == Manner::CutOff ? answer.body.left(answer.body.size() / 2) : answer.body);
        socket->disconnectFromHost();
    }

    QList<Answer> m_script;
    Answer m_always;
    bool m_hasAlways = false;
    QList<Asked> m_asked;
    QHash<QTcpSocket *, QByteArray> m_partial;
};

// Waits for a reply and gives its result; fails the test when it does not come.
template <typename T>
qd::Result<T> awaited(const QFuture<qd::Result<T>> &reply)
{
    if (!QTest::qWaitFor([&] { return reply.isFinished(); }, qd::test::PatienceMs) || reply.resultCount() == 0)
        return qd::failure(qd::Error::Kind::Lost, QStringLiteral("the reply never came"));
    return reply.result();
}
