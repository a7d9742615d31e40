#pragma once

// The only way into one demo database: a loopback port whose bytes are carried to the cluster's
// unix socket. Unplugged, it behaves like a cable that was pulled: connections stay open and
// nothing arrives any more, new ones are taken by the network and never answered.

#include "core/result.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <memory>

QT_BEGIN_NAMESPACE
class QLocalSocket;
class QTcpServer;
class QTcpSocket;
QT_END_NAMESPACE

namespace qd::demo {

class Relay : public QObject
{
    Q_OBJECT

public:
    Relay(QString socketPath, QObject *parent);

    Result<quint16> listen();
    void setPlugged(bool plugged);
    bool isPlugged() const { return m_isPlugged; }

private:
    void accept();
    void open(QTcpSocket *client);
    void carry(QIODevice *from, QIODevice *to);

    QString m_socketPath;
    QTcpServer *m_server;
    QList<QPointer<QTcpSocket>> m_waiting; // arrived while unplugged
    bool m_isPlugged = true;
};

} // namespace qd::demo
