#include "deployments/tunnel.h"

#include "core/process.h"
#include "core/async.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace qd {

namespace {

// Taken and given back at once; ssh says so if somebody else was faster.
int freeTunnelPort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

// libpq would look into ~/.pgpass for the port of the tunnel, which is never there.
Secret passwordOfFile(const pg::Parameters &to)
{
    const auto fits = [&to](const pg::Parameters &line, const char *keyword, const QByteArray &fallback) {
        const QByteArray asked = to.value(keyword).isEmpty() ? fallback : to.value(keyword);
        return line.value(keyword).isEmpty() || line.value(keyword) == asked;
    };
    for (const pg::Found &line : pg::fromPasswordFile()) {
        const pg::Parameters &found = line.parameters;
        if (fits(found, "host", "localhost") && fits(found, "port", "5432") && fits(found, "dbname", to.value("user")) && fits(found, "user", {}))
            return found.password;
    }
    return {};
}

} // namespace

Tunnel::Tunnel(QString host, QObject *parent)
    : QObject(parent)
    , m_host(std::move(host))
{
    m_probe.setSingleShot(true);
    m_limit.setSingleShot(true);
    connect(&m_probe, &QTimer::timeout, this, &Tunnel::probe);
    connect(&m_limit, &QTimer::timeout, this, [this] { ended({Error::Kind::Unreachable, tr("The SSH tunnel through %1 did not come about in time. Check that “ssh %1” works in a terminal.").arg(m_host), {}, QStringLiteral("ssh")}); });
}

Tunnel::~Tunnel()
{
    if (m_stop)
        m_stop();
}

Reply<pg::Parameters> Tunnel::open(const pg::Parameters &asked)
{
    const Result<pg::Parameters> complete = asked.withService();
    if (!complete)
        return ready<pg::Parameters>(failure(complete.error()));
    const pg::Parameters &to = *complete;
    // A name that begins with a dash would be taken as an option.
    if (m_host.isEmpty() || m_host.startsWith(QLatin1Char('-')) || m_host.contains(QLatin1Char(' ')))
        return ready<pg::Parameters>(failure(Error::Kind::Wrong, tr("“%1” is not the name of a host for the SSH tunnel.").arg(m_host)));
    if (to.value("host").contains(',') || to.value("host").startsWith('/'))
        return ready<pg::Parameters>(failure(Error::Kind::Wrong, tr("An SSH tunnel leads to one host and port, not to a list or a socket.")));
    const QString ssh = findProgram(QStringLiteral("ssh"));
    if (ssh.isEmpty())
        return ready<pg::Parameters>(failure(Error::Kind::Missing, tr("The program ssh is not installed, and this deployment is reached through an SSH tunnel.")));
    m_to = to;
    m_port = freeTunnelPort();
    m_answer.emplace();
    m_answer->onCancel(this, [this] { ended({Error::Kind::Cancelled, {}, {}, {}}); });

    const QString host = to.value("host").isEmpty() ? QStringLiteral("localhost") : QString::fromUtf8(to.value("host"));
    const QString port = to.value("port").isEmpty() ? QStringLiteral("5432") : QString::fromUtf8(to.value("port"));
    const QString forward = (host.contains(QLatin1Char(':')) ? QStringLiteral("127.0.0.1:%1:[%2]:%3") : QStringLiteral("127.0.0.1:%1:%2:%3")).arg(m_port).arg(host, port);
    Reply<Output> process = run(this, {.program = ssh,
                                       .arguments = {QStringLiteral("-N"), QStringLiteral("-T"), QStringLiteral("-o"), QStringLiteral("BatchMode=yes"), QStringLiteral("-o"), QStringLiteral("ExitOnForwardFailure=yes"),
                                                     QStringLiteral("-o"), QStringLiteral("ConnectTimeout=10"), QStringLiteral("-o"), QStringLiteral("ServerAliveInterval=15"), QStringLiteral("-o"),
                                                     QStringLiteral("ServerAliveCountMax=3"), QStringLiteral("-L"), forward, QStringLiteral("--"), m_host},
                                       .timeout = std::chrono::hours(24 * 20)});
    m_stop = [process]() mutable { process.cancel(); };
    whenAnswered(process, this, [this](Result<Output> output) {
        m_stop = nullptr;
        const QString said = output ? QString::fromUtf8(output->err).trimmed() : output.error().detail;
        ended({Error::Kind::Unreachable, m_isOpen ? tr("The SSH tunnel through %1 was interrupted.").arg(m_host) : tr("The SSH tunnel through %1 could not be opened. Check that “ssh %1” works in a terminal without asking anything.").arg(m_host), said, QStringLiteral("ssh")});
    });
    m_limit.start(std::chrono::seconds(20));
    m_probe.start(50);
    return m_answer->reply();
}

// ssh does not say when it listens, so it is tried.
void Tunnel::probe()
{
    auto *socket = new QTcpSocket(this);
    connect(socket, &QTcpSocket::errorOccurred, this, [this, socket] {
        socket->deleteLater();
        if (m_answer)
            m_probe.start(100);
    });
    connect(socket, &QTcpSocket::connected, this, [this, socket] {
        socket->abort();
        socket->deleteLater();
        if (!m_answer)
            return;
        m_limit.stop();
        m_isOpen = true;
        pg::Parameters through = m_to;
        if (through.value("host").isEmpty())
            through.values.insert("host", "localhost");
        through.values.insert("hostaddr", "127.0.0.1");
        through.values.insert("port", QByteArray::number(m_port));
        if (through.password.isEmpty())
            through.password = passwordOfFile(m_to);
        const auto answer = *std::exchange(m_answer, std::nullopt);
        answer.give(through);
    });
    socket->connectToHost(QHostAddress::LocalHost, quint16(m_port));
}

void Tunnel::ended(const Error &error)
{
    m_probe.stop();
    m_limit.stop();
    if (const auto stop = std::exchange(m_stop, nullptr))
        stop();
    const bool wasOpen = std::exchange(m_isOpen, false);
    if (const auto answer = std::exchange(m_answer, std::nullopt))
        return answer->give(failure(error));
    if (wasOpen)
        emit closed(error);
}

} // namespace qd
