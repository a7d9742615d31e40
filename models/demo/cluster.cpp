#include "demo/cluster.h"

#include "core/async.h"


#include <QFile>
#include <QFileInfo>

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <optional>

namespace qd::demo {

namespace {

struct ServerUser
{
    uid_t uid = 0;
    gid_t gid = 0;
};

// Nobody owns nothing, which is what a throw-away server should be able to reach.
std::optional<ServerUser> serverUser()
{
    if (::geteuid() != 0)
        return {};
    for (const char *name : {"nobody", "postgres", "daemon"}) {
        if (const passwd *entry = ::getpwnam(name); entry && entry->pw_uid != 0)
            return ServerUser{entry->pw_uid, entry->pw_gid};
    }
    return {};
}

Result<> serverResult(const Result<Output> &output, const QString &sentence)
{
    if (!output)
        return failure(output.error());
    if (output->exitCode != 0)
        return failure(Error::Kind::Wrong, sentence, QString::fromUtf8(output->err.isEmpty() ? output->out : output->err).trimmed());
    return {};
}

QByteArray confValue(QString text)
{
    return '\'' + text.replace(QLatin1Char('\''), QLatin1String("''")).toUtf8() + '\'';
}

} // namespace

Result<> writeForServer(const QString &file, const QByteArray &content)
{
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size() || !out.flush())
        return failure(Error::Kind::Refused, Cluster::tr("The demo fleet could not write %1.").arg(file), out.errorString());
    if (const auto user = serverUser(); user && ::chown(QFile::encodeName(file).constData(), user->uid, user->gid) != 0)
        return failure(Error::Kind::Refused, Cluster::tr("The demo fleet could not hand %1 to its server.").arg(file));
    return {};
}

Cluster::Cluster(Settings settings, const Secret &password, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_password(password)
{
}

Result<> Cluster::programsAreThere()
{
    for (const char *program : {"initdb", "pg_ctl", "psql"}) {
        if (findProgram(QLatin1String(program)).isEmpty())
            return failure(Error::Kind::Missing, tr("The demo needs a PostgreSQL server, and %1 was not found. Install the package postgresql.").arg(QLatin1String(program)));
    }
    if (::geteuid() == 0 && !serverUser())
        return failure(Error::Kind::Missing, tr("PostgreSQL does not run as root, and there is no other user to run it. Start Quarterdeck as an ordinary user."));
    return {};
}

QString Cluster::socket() const
{
    return m_settings.folder + QStringLiteral("/.s.PGSQL.5432");
}

Command Cluster::asServerUser(const QString &program, const QStringList &arguments) const
{
    Command command{.program = findProgram(program), .arguments = arguments, .folder = m_settings.folder};
    if (const auto user = serverUser()) {
        command.arguments = QStringList{QStringLiteral("--reuid=%1").arg(user->uid), QStringLiteral("--regid=%1").arg(user->gid),
                                        QStringLiteral("--clear-groups"), QStringLiteral("--no-new-privs"), command.program} + arguments;
        command.program = QStringLiteral("setpriv");
    }
    return command;
}

Reply<> Cluster::create()
{
    const QByteArray folder = QFile::encodeName(m_settings.folder);
    const QString passwordFile = m_settings.folder + QStringLiteral("/password");
    const auto user = serverUser();
    if (::mkdir(folder.constData(), 0700) != 0 || (user && ::chown(folder.constData(), user->uid, user->gid) != 0))
        return ready<void>(failure(Error::Kind::Refused, tr("The demo fleet could not make the folder %1.").arg(m_settings.folder)));
    if (const auto written = writeForServer(passwordFile, m_password.reveal() + '\n'); !written)
        return ready<void>(failure(written.error()));

    const QStringList arguments{QStringLiteral("-D"), m_settings.folder + QStringLiteral("/data"), QStringLiteral("-U"), m_settings.superuser,
                                QStringLiteral("-A"), QStringLiteral("scram-sha-256"), QStringLiteral("--pwfile=") + passwordFile, QStringLiteral("-E"), QStringLiteral("UTF8"),
                                QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--no-sync"), QStringLiteral("--no-instructions")};
    const Answer<> answer;
    whenAnswered(qd::run(this, asServerUser(QStringLiteral("initdb"), arguments)), this, [this, answer, passwordFile](const Result<Output> &output) {
        QFile::remove(passwordFile);
        if (const auto made = serverResult(output, tr("The demo's PostgreSQL cluster could not be created.")); !made)
            return answer.give(made);
        answer.give(configure());
    });
    return answer.reply();
}

Result<> Cluster::configure() const
{
    // Nothing here has to survive a crash: the fleet is made anew each time.
    QMap<QString, QString> settings{
        {QStringLiteral("listen_addresses"), QString()},
        {QStringLiteral("unix_socket_directories"), m_settings.folder},
        {QStringLiteral("unix_socket_permissions"), QStringLiteral("0700")},
        {QStringLiteral("shared_buffers"), QStringLiteral("64MB")},
        {QStringLiteral("dynamic_shared_memory_type"), QStringLiteral("mmap")},
        {QStringLiteral("maintenance_work_mem"), QStringLiteral("128MB")},
        {QStringLiteral("work_mem"), QStringLiteral("16MB")},
        {QStringLiteral("max_connections"), QStringLiteral("60")},
        {QStringLiteral("fsync"), QStringLiteral("off")},
        {QStringLiteral("synchronous_commit"), QStringLiteral("off")},
        {QStringLiteral("full_page_writes"), QStringLiteral("off")},
        {QStringLiteral("wal_level"), QStringLiteral("minimal")},
        {QStringLiteral("max_wal_senders"), QStringLiteral("0")},
        {QStringLiteral("max_wal_size"), QStringLiteral("2GB")},
        {QStringLiteral("checkpoint_timeout"), QStringLiteral("1h")},
        {QStringLiteral("jit"), QStringLiteral("off")},
        {QStringLiteral("timezone"), QStringLiteral("UTC")},
        {QStringLiteral("log_timezone"), QStringLiteral("UTC")},
    };
    settings.insert(m_settings.server);
    QByteArray text = "# Written by the Quarterdeck demo.\n";
    for (auto it = settings.cbegin(); it != settings.cend(); ++it)
        text += it.key().toUtf8() + " = " + confValue(it.value()) + '\n';
    const QString data = m_settings.folder + QStringLiteral("/data/");
    if (const auto written = writeForServer(data + QStringLiteral("postgresql.auto.conf"), text); !written)
        return written;
    return writeForServer(data + QStringLiteral("pg_hba.conf"), "local all all scram-sha-256\n");
}

Reply<> Cluster::start()
{
    const QStringList arguments{QStringLiteral("-D"), m_settings.folder + QStringLiteral("/data"), QStringLiteral("-l"), m_settings.folder + QStringLiteral("/log"),
                                QStringLiteral("-s"), QStringLiteral("-w"), QStringLiteral("-t"), QStringLiteral("60"), QStringLiteral("start")};
    const Answer<> answer;
    whenAnswered(qd::run(this, asServerUser(QStringLiteral("pg_ctl"), arguments)), this, [this, answer](const Result<Output> &output) {
        auto started = serverResult(output, tr("The demo's PostgreSQL server did not start."));
        QFile log(m_settings.folder + QStringLiteral("/log"));
        if (!started && log.open(QIODevice::ReadOnly))
            started.error().detail += QLatin1Char('\n') + QString::fromUtf8(log.readAll().right(2000));
        answer.give(started);
    });
    return answer.reply();
}

Reply<Output> Cluster::psql(const QString &database, const QByteArray &script, QStringList options)
{
    options << QStringLiteral("-X") << QStringLiteral("-q") << QStringLiteral("-v") << QStringLiteral("ON_ERROR_STOP=1") << QStringLiteral("-f") << QStringLiteral("-") << QStringLiteral("-d")
            << QStringLiteral("host=%1 port=5432 user=%2 dbname=%3 application_name=demo-setup sslmode=disable").arg(m_settings.folder, m_settings.superuser, database);
    return qd::run(this, {.program = findProgram(QStringLiteral("psql")), .arguments = options,
                          .environment = {{QStringLiteral("PGPASSWORD"), QString::fromUtf8(m_password.reveal())}, {QStringLiteral("PGOPTIONS"), QStringLiteral("-c client_min_messages=error")}},
                          .folder = QStringLiteral("/"), .input = script});
}

Reply<> Cluster::sql(const QString &database, const QByteArray &script, const QMap<QByteArray, QByteArray> &variables)
{
    QByteArray whole;
    for (auto it = variables.cbegin(); it != variables.cend(); ++it)
        whole += "\\set " + it.key() + " '" + QByteArray(it.value()).replace('\\', "\\\\").replace('\'', "\\'") + "'\n";
    const Answer<> answer;
    whenAnswered(psql(database, whole + script, {}), this, [answer, database](const Result<Output> &output) {
        answer.give(serverResult(output, tr("The demo database %1 could not be prepared.").arg(database)));
    });
    return answer.reply();
}

Reply<QString> Cluster::ask(const QString &database, const QByteArray &query)
{
    const Answer<QString> answer;
    whenAnswered(psql(database, query, {QStringLiteral("-A"), QStringLiteral("-t")}), this, [answer, database](const Result<Output> &output) {
        if (const auto asked = serverResult(output, tr("The demo database %1 did not answer.").arg(database)); !asked)
            return answer.give(failure(asked.error()));
        answer.give(QString::fromUtf8(output->out).section(QLatin1Char('\n'), 0, 0));
    });
    return answer.reply();
}

} // namespace qd::demo
