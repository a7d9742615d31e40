#include "demo/relay.h"

#include <QLocalSocket>
#include <QTcpServer>
#include <QTcpSocket>

#include <utility>

namespace qd::demo {

namespace {

// As much as may lie between the two ends, so that a slow reader slows the server and not our memory.
constexpr qint64 relayBuffer = 1 << 20;

} // namespace

Relay::Relay(QString socketPath, QObject *parent)
    : QObject(parent)
    , m_socketPath(std::move(socketPath))
    , m_server(new QTcpServer(this))
{
    connect(m_server, &QTcpServer::newConnection, this, &Relay::accept);
}

Result<quint16> Relay::listen()
{
    if (!m_server->listen(QHostAddress::LocalHost))
        return failure(Error::Kind::Refused, tr("The demo fleet found no free port on this computer."), m_server->errorString());
    return m_server->serverPort();
}

void Relay::accept()
{
    while (QTcpSocket *client = m_server->nextPendingConnection()) {
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        client->setReadBufferSize(relayBuffer);
        client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        if (m_isPlugged)
            open(client);
        else
            m_waiting << client;
    }
}

void Relay::open(QTcpSocket *client)
{
    auto *server = new QLocalSocket(client);
    server->setReadBufferSize(relayBuffer);
    const auto toServer = [this, client, server] { carry(client, server); };
    const auto toClient = [this, client, server] { carry(server, client); };
    connect(server, &QLocalSocket::connected, client, toServer);
    connect(client, &QTcpSocket::readyRead, server, toServer);
    connect(server, &QLocalSocket::bytesWritten, client, toServer);
    connect(server, &QLocalSocket::readyRead, client, toClient);
    connect(client, &QTcpSocket::bytesWritten, server, toClient);
    const auto hangUp = [this, client, server] {
        if (!m_isPlugged || !client->isOpen())
            return; // nobody hears of it
        if (server->isOpen())
            client->write(server->readAll());
        client->disconnectFromHost();
    };
    connect(server, &QLocalSocket::disconnected, client, hangUp);
    connect(server, &QLocalSocket::errorOccurred, client, hangUp);
    server->connectToServer(m_socketPath);
}

void Relay::carry(QIODevice *from, QIODevice *to)
{
    if (!m_isPlugged || !to->isOpen() || !from->isOpen())
        return;
    const qint64 room = relayBuffer - to->bytesToWrite();
    if (room > 0 && from->bytesAvailable() > 0)
        to->write(from->read(room));
}

void Relay::setPlugged(bool plugged)
{
    if (m_isPlugged == plugged)
        return;
    m_isPlugged = plugged;
    if (!plugged)
        return;
    // What was on the wire is lost; a broken pair is closed so that both ends notice, as after a
    // cable came back too late.
    for (QTcpSocket *client : m_server->findChildren<QTcpSocket *>()) {
        if (!m_waiting.contains(client))
            client->abort();
    }
    for (const QPointer<QTcpSocket> &client : std::exchange(m_waiting, {})) {
        if (client)
            open(client);
    }
}

} // namespace qd::demo
