#include "support/cluster.h"

#include "core/process.h"
#include "support/patience.h"

#include <QFile>
#include <QRandomGenerator>

#include <signal.h>

namespace qd::test {

static QString randomPassword()
{
    QString password;
    for (int i = 0; i < 4; ++i)
        password += QString::number(QRandomGenerator::system()->generate(), 36);
    return password;
}

Cluster::Cluster(const ClusterOptions &options)
    : m_options(options)
    , m_port(freePort())
    , m_password(randomPassword())
{
    m_folder.write(QStringLiteral("password"), m_password.toUtf8());
    runToEnd(m_folder, QStringLiteral("initdb"),
             {QStringLiteral("--no-sync"), QStringLiteral("--no-instructions"), QStringLiteral("-U"), QStringLiteral("postgres"), QStringLiteral("--auth-local=trust"),
              QStringLiteral("--auth-host=scram-sha-256"), QStringLiteral("--pwfile=") + m_folder.file(QStringLiteral("password")), QStringLiteral("-E"), QStringLiteral("UTF8"),
              QStringLiteral("--locale=C.UTF-8"), QStringLiteral("-D"), m_folder.file(QStringLiteral("data"))});

    QStringList lines = {QStringLiteral("fsync = off"), QStringLiteral("full_page_writes = off"), QStringLiteral("max_connections = 30"),
                         QStringLiteral("shared_buffers = 32MB"), QStringLiteral("unix_socket_directories = '%1'").arg(m_folder.path()), QStringLiteral("port = %1").arg(m_port),
                         QStringLiteral("listen_addresses = '%1'").arg(m_options.tcp ? QStringLiteral("127.0.0.1") : QString()), QStringLiteral("lc_messages = 'C'"), QStringLiteral("timezone = 'UTC'")};
    if (!m_options.preload.isEmpty())
        lines << QStringLiteral("shared_preload_libraries = '%1'").arg(m_options.preload);
    if (m_options.tls != Tls::Off) {
        makeCertificates();
        lines << QStringLiteral("ssl = on") << QStringLiteral("ssl_cert_file = '%1'").arg(m_folder.file(QStringLiteral("server.crt"))) << QStringLiteral("ssl_key_file = '%1'").arg(m_folder.file(QStringLiteral("server.key")));
    }
    lines += m_options.settings;
    m_folder.write(QStringLiteral("data/postgresql.auto.conf"), lines.join(QLatin1Char('\n')).toUtf8() + '\n');
    const QByteArray host = m_options.tls == Tls::Demanded ? "hostssl" : "host";
    m_folder.write(QStringLiteral("data/pg_hba.conf"), "local all all trust\n" + (m_options.mayLoginByTcp ? host + " all all 127.0.0.1/32 scram-sha-256\n" : QByteArray()));
    start();
}

Cluster::~Cluster()
{
    stop();
}

void Cluster::makeCertificates()
{
    const QString key = QStringLiteral("-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2");
    const auto openssl = [this](const QString &arguments) { runToEnd(m_folder, QStringLiteral("openssl"), arguments.split(QLatin1Char(' '))); };
    openssl(QStringLiteral("req -x509 %1 -subj /CN=test-authority -keyout ca.key -out ca.crt").arg(key));
    openssl(QStringLiteral("req %1 -subj /CN=test-server -addext subjectAltName=%2 -keyout server.key -out server.csr").arg(key, m_options.certificateNames));
    openssl(QStringLiteral("x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 -copy_extensions copy -out server.crt"));
}

pg::Parameters Cluster::parameters(const QByteArray &database, const QByteArray &user) const
{
    return {{{"host", socketFolder().toUtf8()}, {"port", QByteArray::number(m_port)}, {"dbname", database}, {"user", user}}, {}};
}

pg::Parameters Cluster::tcpParameters(const QByteArray &database) const
{
    pg::Parameters tcp{{{"host", "127.0.0.1"}, {"port", QByteArray::number(m_port)}, {"dbname", database}, {"user", "postgres"}}, Secret(m_password)};
    if (m_options.tls != Tls::Off) {
        tcp.values.insert("sslmode", "verify-full");
        tcp.values.insert("sslrootcert", certificateAuthority().toUtf8());
    }
    return tcp;
}

static QStringList psqlArguments(const Cluster &cluster, const QString &database)
{
    return {QStringLiteral("-X"), QStringLiteral("-qAt"), QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-h"), cluster.socketFolder(), QStringLiteral("-p"), QString::number(cluster.port()),
            QStringLiteral("-U"), QStringLiteral("postgres"), QStringLiteral("-d"), database};
}

QString Cluster::execute(const QString &sql, const QString &database) const
{
    return QString::fromUtf8(runToEnd(m_folder, QStringLiteral("psql"), psqlArguments(*this, database), sql.toUtf8())).trimmed();
}

Cluster::Session Cluster::session(const QString &sql, const QString &database) const
{
    const auto [command, all] = unprivileged(findProgram(QStringLiteral("psql")), psqlArguments(*this, database));
    Session psql(new QProcess, [](QProcess *process) {
        process->kill();
        process->waitForFinished(PatienceMs);
        delete process;
    });
    psql->setWorkingDirectory(m_folder.path());
    psql->start(command, all);
    // The answer to the last statement proves that everything before it was done.
    psql->write(sql.toUtf8() + ";\n\\echo ready\n");
    while (psql->waitForReadyRead(PatienceMs)) {
        if (psql->readAllStandardOutput().contains("ready"))
            return psql;
    }
    qFatal("psql did not get ready: %s", psql->readAllStandardError().constData());
}

void Cluster::start()
{
    if (isRunning())
        return;
    m_server = startServer(m_folder, QStringLiteral("postgres"), {QStringLiteral("-D"), m_folder.file(QStringLiteral("data"))});
    const QString ready = QStringLiteral("database system is ready to accept connections");
    const qsizetype before = log().count(ready);
    if (!waitForSocket(*m_server, QStringLiteral("%1/.s.PGSQL.%2").arg(m_folder.path()).arg(m_port)))
        qFatal("postgres did not start: %s", qPrintable(log()));
    while (log().count(ready) == before && m_server->state() != QProcess::NotRunning)
        m_server->waitForFinished(20);
}

void Cluster::stop() { stopServer(m_server, SIGQUIT); }
void Cluster::kill() { killServer(m_server); }

void Cluster::restart()
{
    stop();
    start();
}

bool Cluster::isRunning() const { return m_server && m_server->state() == QProcess::Running; }
QString Cluster::socketFolder() const { return m_folder.path(); }
QString Cluster::certificateAuthority() const { return m_folder.file(QStringLiteral("ca.crt")); }
QString Cluster::log() const { return QString::fromUtf8(m_folder.read(QStringLiteral("log"))); }

} // namespace qd::test
