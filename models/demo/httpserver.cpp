#include "demo/httpserver.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace qd::demo {

namespace {

constexpr qint64 largestRequest = 4 << 20;

QByteArray reasonOf(int status)
{
    static const QMap<int, QByteArray> reasons{{200, "OK"}, {201, "Created"}, {400, "Bad Request"}, {401, "Unauthorized"}, {403, "Forbidden"}, {404, "Not Found"},
                                               {405, "Method Not Allowed"}, {429, "Too Many Requests"}, {500, "Internal Server Error"}, {503, "Service Unavailable"}};
    return reasons.value(status, "Answer");
}

void send(QTcpSocket *client, const HttpResponse &response)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonOf(response.status) + "\r\nContent-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    if (!response.headers.contains("Content-Type"))
        head += "Content-Type: application/json; charset=utf-8\r\n";
    for (auto it = response.headers.cbegin(); it != response.headers.cend(); ++it)
        head += it.key() + ": " + it.value() + "\r\n";
    client->write(head + "\r\n");
    client->write(response.isCutOff ? response.body.left(response.body.size() / 2) : response.body);
    if (response.isCutOff)
        client->disconnectFromHost();
}

// The whole request, taken out of the buffer; nothing while it has not arrived.
std::optional<HttpRequest> takeRequest(QByteArray &buffer)
{
    const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return {};
    const QList<QByteArray> lines = buffer.left(headEnd).split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    HttpRequest request;
    request.method = words.value(0);
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (buffer.size() < headEnd + 4 + length)
        return {};
    request.body = buffer.mid(headEnd + 4, length);
    buffer.remove(0, headEnd + 4 + length);
    const QUrl url = QUrl::fromEncoded(words.value(1));
    request.path = url.path();
    request.query = QUrlQuery(url);
    return request;
}

} // namespace

HttpServer::HttpServer(std::function<void(const HttpRequest &, const HttpReplier &)> answer, QObject *parent)
    : QObject(parent)
    , m_answer(std::move(answer))
    , m_server(new QTcpServer(this))
{
    connect(m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server->nextPendingConnection()) {
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            connect(client, &QTcpSocket::readyRead, this, [this, client] { read(client); });
        }
    });
}

Result<quint16> HttpServer::listen()
{
    if (!m_server->listen(QHostAddress::LocalHost))
        return failure(Error::Kind::Refused, tr("The demo's provider simulator found no free port."), m_server->errorString());
    return m_server->serverPort();
}

void HttpServer::read(QTcpSocket *client)
{
    QByteArray buffer = client->property("buffer").toByteArray() + client->readAll();
    if (buffer.size() > largestRequest)
        return client->abort();
    while (const auto request = takeRequest(buffer)) {
        m_answer(*request, [client = QPointer(client)](const HttpResponse &response) {
            if (client && client->isOpen())
                send(client, response);
        });
    }
    client->setProperty("buffer", buffer);
}

} // namespace qd::demo
