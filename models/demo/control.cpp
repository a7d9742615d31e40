#include "demo/control.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QTimer>

namespace qd::demo {

Control::Control(std::function<QString(const QStringList &)> answer, QObject *parent)
    : QObject(parent)
    , m_answer(std::move(answer))
    , m_server(new QLocalServer(this))
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &Control::accept);
}

Result<> Control::listen(const QString &path)
{
    if (!m_server->listen(path))
        return failure(Error::Kind::Refused, tr("The demo fleet could not listen at %1.").arg(path), m_server->errorString());
    return {};
}

void Control::accept()
{
    while (QLocalSocket *asker = m_server->nextPendingConnection()) {
        connect(asker, &QLocalSocket::disconnected, asker, &QObject::deleteLater);
        connect(asker, &QLocalSocket::readyRead, this, [this, asker] {
            while (asker->canReadLine()) {
                const QString line = QString::fromUtf8(asker->readLine()).trimmed();
                asker->write(m_answer(line.split(QLatin1Char(' '), Qt::SkipEmptyParts)).toUtf8() + '\n');
                asker->flush();
            }
        });
    }
}

Reply<> askControl(QObject *context, const QString &path, const QString &line)
{
    const Answer<> answer;
    auto *socket = new QLocalSocket(context);
    const auto finish = [socket, answer](const Result<> &result) {
        socket->disconnect();
        socket->deleteLater();
        answer.give(result);
    };
    const auto unreachable = [finish] { finish(failure(Error::Kind::Unreachable, Control::tr("The demo fleet does not answer. Start it again."))); };
    QObject::connect(socket, &QLocalSocket::connected, socket, [socket, line] { socket->write(line.toUtf8() + '\n'); });
    QObject::connect(socket, &QLocalSocket::readyRead, socket, [socket, finish] {
        if (!socket->canReadLine())
            return;
        const QString said = QString::fromUtf8(socket->readLine()).trimmed();
        finish(said == QLatin1String("ok") ? Result<>{} : failure(Error::Kind::Wrong, said.section(QLatin1String(": "), 1)));
    });
    QObject::connect(socket, &QLocalSocket::errorOccurred, socket, unreachable);
    QTimer::singleShot(5000, socket, unreachable);
    socket->connectToServer(path);
    return answer.reply();
}

} // namespace qd::demo
