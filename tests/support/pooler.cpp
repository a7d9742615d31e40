#include "support/pooler.h"

#include <signal.h>

namespace qd::test {

Pooler::Pooler(const Cluster &cluster, int poolSize, const QByteArray &mode, const QMap<QByteArray, QByteArray> &users)
    : m_port(freePort())
    , m_password(cluster.password())
{
    QByteArray known = "\"postgres\" \"" + m_password.toUtf8() + "\"\n";
    for (auto it = users.cbegin(); it != users.cend(); ++it)
        known += '"' + it.key() + "\" \"" + it.value() + "\"\n";
    m_folder.write(QStringLiteral("users.txt"), known);
    m_folder.write(QStringLiteral("pgbouncer.ini"),
                   "[databases]\n* = host=" + cluster.socketFolder().toUtf8() + " port=" + QByteArray::number(cluster.port()) + "\n[pgbouncer]\n"
                   "listen_addr = 127.0.0.1\nlisten_port = " + QByteArray::number(m_port) + "\nunix_socket_dir =\n"
                   "auth_type = scram-sha-256\nauth_file = " + m_folder.file(QStringLiteral("users.txt")).toUtf8() + "\n"
                   "pool_mode = " + mode + "\ndefault_pool_size = " + QByteArray::number(poolSize) + "\n");
    m_server = startServer(m_folder, QStringLiteral("pgbouncer"), {m_folder.file(QStringLiteral("pgbouncer.ini"))});
    if (!waitForPort(*m_server, m_port))
        qFatal("pgbouncer did not start: %s", qPrintable(log()));
}

Pooler::~Pooler()
{
    stopServer(m_server, SIGTERM); // PgBouncer: at once
}

pg::Parameters Pooler::parameters(const QByteArray &database) const
{
    return {{{"host", "127.0.0.1"}, {"port", QByteArray::number(m_port)}, {"dbname", database}, {"user", "postgres"}}, Secret(m_password)};
}

QString Pooler::log() const { return QString::fromUtf8(m_folder.read(QStringLiteral("log"))); }

} // namespace qd::test
