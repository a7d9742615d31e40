#include "deployments/teststeps.h"

#include "postgres/statement.h"

#include <QCoreApplication>

#include <algorithm>

namespace qd::teststeps {

namespace {

struct TestWords
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionTest)
};

constexpr int OldestServer = 110000;    // `set local jit` in every read
constexpr int OldestMaintained = 140000; // by the PostgreSQL project, from November 2025

QString said(const Error &error)
{
    return error.code.isEmpty() ? error.detail : QStringLiteral("%1 (%2)").arg(error.detail, error.code);
}

// Hosts and ports by which the usual providers' transaction poolers are known.
bool looksPooled(const pg::Parameters &used)
{
    const QByteArray host = used.value("host");
    return used.value("port") == "6543" || host.contains("-pooler.") || host.contains(".pooler.");
}

} // namespace

QList<TestStep> all(const Deployment &deployment)
{
    const auto step = [&deployment](const char *id, const QString &title) {
        TestStep one;
        one.check.id = QLatin1String(id);
        one.check.title = title;
        one.check.object = deployment.name.isEmpty() ? deployment.database.text() : deployment.name;
        return one;
    };
    QList<TestStep> steps;
    if (!deployment.sshTunnel.isEmpty())
        steps << step("test.tunnel", TestWords::tr("SSH tunnel"));
    return steps << step("test.name", TestWords::tr("Name")) << step("test.tcp", TestWords::tr("Network")) << step("test.tls", TestWords::tr("Encryption")) << step("test.login", TestWords::tr("Login"))
                 << step("test.version", TestWords::tr("Version")) << step("test.pooling", TestWords::tr("Direct or pooled")) << step("test.role", TestWords::tr("Role"))
                 << step("test.telemetry", TestWords::tr("Telemetry tables"));
}

Finding addresses(const QString &host, const QStringList &found, const QString &lookupSaid)
{
    if (found.isEmpty())
        return {State::Failing, TestWords::tr("There is no host called “%1”.").arg(host), lookupSaid, TestWords::tr("Check the spelling. An internal name may need a VPN or an SSH tunnel.")};
    return {State::Ok, TestWords::tr("%1 has %n address(es).", nullptr, int(found.size())).arg(host), found.join(QStringLiteral(", ")), {}};
}

QString stepOf(const Error &error, const pg::Parameters &used)
{
    const bool isAboutTls = error.code.startsWith(QLatin1String("tls"))
        || (error.code == QLatin1String("28000") && used.value("sslmode") == "disable" && error.detail.contains(QLatin1String("no encryption")));
    return isAboutTls ? QStringLiteral("test.tls") : QStringLiteral("test.login");
}

Finding failed(const Error &error, const pg::Parameters &used)
{
    Finding finding{State::Failing, error.message, said(error), {}};
    if (error.code == QLatin1String("tls.authority"))
        finding.fix = TestWords::tr("Download the provider's certificate and choose it as sslrootcert. Or set sslmode=require: %1.").arg(pg::sslModeInWords("require"));
    else if (error.code == QLatin1String("tls.name"))
        finding.fix = TestWords::tr("Use the name that the certificate is made out to. With sslmode=verify-ca any name of this authority is accepted, with sslmode=require any certificate: %1.").arg(pg::sslModeInWords("require"));
    else if (error.code == QLatin1String("tls.off"))
        finding.fix = TestWords::tr("Turn on TLS at the server (ssl = on). In a network of your own, sslmode=disable does without: %1.").arg(pg::sslModeInWords("disable"));
    else if (error.code == QLatin1String("28000") && used.value("sslmode") == "disable")
        finding.fix = TestWords::tr("Set sslmode=verify-full, or leave it out.");
    else if (error.code == QLatin1String("28P01") || error.code == QLatin1String("password") || error.code == QLatin1String("08P01"))
        finding.fix = TestWords::tr("Enter the password once more, or set a new one: alter role %1 password '…';").arg(QString::fromUtf8(pg::identifier(QString::fromUtf8(used.value("user")))));
    else if (error.code == QLatin1String("28000"))
        finding.fix = TestWords::tr("Check the name of the role, and that the server or its provider lets this network address in (pg_hba.conf, “allowed IPs”).");
    else if (error.code == QLatin1String("3D000"))
        finding.fix = TestWords::tr("Check the name of the database. “psql -l” lists those of a server.");
    else if (error.code == QLatin1String("53300"))
        finding.fix = TestWords::tr("Close idle connections, or raise the connection limit of the role or of the server.");
    return finding;
}

Finding encryptionBehind(const pg::Parameters &used, const Error &loginError)
{
    const QByteArray mode = used.value("sslmode");
    const bool cameFar = loginError.kind == Error::Kind::Refused || loginError.kind == Error::Kind::Missing || loginError.kind == Error::Kind::Busy;
    if (!cameFar || mode.isEmpty() || mode == "allow" || mode == "prefer" || (used.isLocal() && used.value("host").startsWith('/')))
        return {State::Unknown, TestWords::tr("Not known, because the login did not succeed."), {}, {}};
    if (mode == "disable")
        return {State::Warning, TestWords::tr("The connection is %1.").arg(pg::sslModeInWords(mode)), QStringLiteral("sslmode=disable"), TestWords::tr("Set sslmode=verify-full, or leave it out.")};
    return {mode == "require" ? State::Warning : State::Ok, TestWords::tr("The connection is %1.").arg(pg::sslModeInWords(mode)), QStringLiteral("sslmode=%1").arg(QString::fromLatin1(mode)), {}};
}

Finding encryption(const pg::ServerFacts &server, const pg::Parameters &used)
{
    const QByteArray mode = used.value("sslmode");
    if (server.isEncrypted && server.identityChecked)
        return {State::Ok, TestWords::tr("The connection is %1.").arg(pg::sslModeInWords(mode)), server.tls, {}};
    if (server.isEncrypted)
        return {used.isLocal() ? State::Ok : State::Warning, TestWords::tr("The connection is %1.").arg(pg::sslModeInWords("require")), server.tls,
                used.isLocal() ? QString() : TestWords::tr("Choose the provider's certificate as sslrootcert and set sslmode=verify-full.")};
    if (used.isLocal())
        return {State::Ok, TestWords::tr("Not encrypted, and not needed: the connection does not leave this computer."), server.address, {}};
    return {State::Warning, TestWords::tr("The connection is %1.").arg(pg::sslModeInWords("disable")), server.address, TestWords::tr("Turn on TLS at the server and set sslmode=verify-full.")};
}

Finding login(const pg::ServerFacts &server, const pg::Parameters &used)
{
    return {State::Ok, TestWords::tr("The role %1 may log in to the database %2.").arg(QString::fromUtf8(used.value("user")), QString::fromUtf8(used.value("dbname"))), server.address, {}};
}

Finding version(const pg::ServerFacts &server)
{
    const QString evidence = QStringLiteral("server_version = %1, server_version_num = %2").arg(server.versionText).arg(server.version);
    if (server.version < OldestServer)
        return {State::Failing, TestWords::tr("The server is PostgreSQL %1. Quarterdeck needs 11 or newer.").arg(server.versionText), evidence, TestWords::tr("Upgrade the server.")};
    if (server.version < OldestMaintained)
        return {State::Warning, TestWords::tr("The server is PostgreSQL %1, which gets no security fixes any more.").arg(server.versionText), evidence, TestWords::tr("Plan an upgrade.")};
    if (server.inRecovery)
        return {State::Ok, TestWords::tr("The server is PostgreSQL %1, and a standby: it follows another one and cannot be written to.").arg(server.versionText), evidence, {}};
    return {State::Ok, TestWords::tr("The server is PostgreSQL %1.").arg(server.versionText), evidence, {}};
}

Finding pooling(const pg::ServerFacts &server, const pg::Parameters &used, std::optional<qint64> pid)
{
    if (!pid)
        return {State::Unknown, TestWords::tr("The server did not tell which process answers."), {}, {}};
    const QString evidence = QStringLiteral("login: pid %1; select pg_backend_pid(): %2").arg(server.backendPid).arg(*pid);
    if (*pid == server.backendPid && !looksPooled(used))
        return {State::Ok, TestWords::tr("The connection is direct: the process that greeted us answers."), evidence, {}};
    return {State::Warning, TestWords::tr("The connection is pooled: a pooler stands in between and may give our session to the application after every transaction. Quarterdeck reads safely through it."), evidence,
            TestWords::tr("Where there is a direct address (usually port 5432), prefer it: sessions and locks are then seen as they are.")};
}

} // namespace qd::teststeps
