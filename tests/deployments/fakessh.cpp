// Stands in for ssh in the tests of the tunnel: understands -L 127.0.0.1:port:host:port and relays
// to that port of this computer, whatever the name of the host.
#include <QCoreApplication>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

#include <cstdio>

static void relay(QTcpSocket *from, QTcpSocket *to)
{
    QObject::connect(from, &QTcpSocket::readyRead, to, [from, to] { to->write(from->readAll()); });
    QObject::connect(from, &QTcpSocket::disconnected, to, &QTcpSocket::disconnectFromHost);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.last() == QLatin1String("unknown-bastion")) {
        std::fputs("ssh: Could not resolve hostname unknown-bastion: Name or service not known\n", stderr);
        return 255;
    }
    if (!arguments.contains(QStringLiteral("BatchMode=yes")) || !arguments.contains(QStringLiteral("ExitOnForwardFailure=yes")))
        return 254;
    const QStringList forward = arguments.value(arguments.indexOf(QStringLiteral("-L")) + 1).split(QLatin1Char(':'));
    if (forward.size() != 4)
        return 253;
    if (const QString file = qEnvironmentVariable("FAKESSH_NOTES"); !file.isEmpty()) {
        QFile notes(file);
        if (notes.open(QIODevice::WriteOnly))
            notes.write(QByteArray::number(app.applicationPid()) + '\n' + arguments.join(QLatin1Char(' ')).toUtf8() + '\n');
    }
    QTcpServer server;
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&server, port = forward.at(3).toUShort()] {
        QTcpSocket *near = server.nextPendingConnection();
        auto *far = new QTcpSocket(near);
        QObject::connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
        relay(near, far);
        relay(far, near);
        far->connectToHost(QHostAddress::LocalHost, port);
    });
    return server.listen(QHostAddress::LocalHost, forward.at(1).toUShort()) ? app.exec() : 252;
}
