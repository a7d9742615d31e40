#include "deployments/connectiontest.h"
#include "postgres/connection.h"
#include "support/cluster.h"
#include "support/pooler.h"
#include "support/wait.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryFile>
#include <QTest>

using namespace qd;
using test::await;
using test::Cluster;

static QString u(const char *text) { return QString::fromUtf8(text); }

class ConnectionTestTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Cluster> m_plain, m_tls;
    FixedClock m_clock{fromMsecs(1'800'000'000'000)};
    Profile m_profile;

    QList<TestStep> tested(const pg::Parameters &database, const Profile *profile = nullptr, const char *tunnel = "")
    {
        Deployment deployment;
        deployment.name = u("clerva");
        deployment.database = database;
        deployment.sshTunnel = u(tunnel);
        ConnectionTest test(deployment, profile, m_clock);
        QSignalSpy done(&test, &ConnectionTest::stepDone);
        const auto steps = await(test.start());
        if (!steps || done.count() != steps->size())
            return {};
        return *steps;
    }

    static TestStep step(const QList<TestStep> &steps, const char *id)
    {
        for (const TestStep &one : steps) {
            if (one.check.id == QLatin1String(id))
                return one;
        }
        return {};
    }
    static State state(const QList<TestStep> &steps, const char *id) { return step(steps, id).check.state; }

    // Everything before the step is known, the step fails with a remedy, everything after is unknown.
    static void expectFailure(const QList<TestStep> &steps, const char *id, const QString &says)
    {
        QVERIFY(steps.size() >= 8);
        bool isAfter = false;
        for (const TestStep &one : steps) {
            const QByteArray shown = QStringLiteral("%1: %2 [%3] %4").arg(one.check.id, one.check.says, one.check.evidence, one.check.fix).toUtf8();
            if (one.check.id == QLatin1String(id)) {
                QVERIFY2(one.check.state == State::Failing, shown);
                QVERIFY2(one.check.says.contains(says), shown);
                QVERIFY2(!one.check.fix.isEmpty() && !one.check.evidence.isEmpty() && one.check.measuredAt, shown);
                isAfter = true;
            } else if (isAfter) {
                QVERIFY2(one.check.state == State::Unknown && !one.check.measuredAt && !one.check.says.isEmpty(), shown);
            } else {
                QVERIFY2(one.check.state != State::Failing, shown);
            }
        }
        QVERIFY(isAfter);
    }

    static pg::Parameters with(pg::Parameters parameters, const char *keyword, const QByteArray &value)
    {
        parameters.values.insert(keyword, value);
        return parameters;
    }

private slots:
    void initTestCase()
    {
        m_plain = std::make_unique<Cluster>(test::ClusterOptions{.tcp = true});
        m_tls = std::make_unique<Cluster>(test::ClusterOptions{.tcp = true, .tls = test::Tls::Demanded});
        m_plain->execute(u("create table chat_messages (id int); create schema ops; create table ops.jobs (id int);"
                           "create table guarded (id int); alter table guarded enable row level security; create role outsider login; create role monitor login; grant pg_monitor to monitor"));
        m_profile.id = m_profile.name = u("Clerva");
        TelemetrySource source;
        source.table = u("chat_messages");
        m_profile.sources << source;
        source.schema = u("ops");
        source.table = u("jobs");
        m_profile.sources << source;
    }

    void everythingGoodIsSaidStepByStep()
    {
        const auto steps = tested(m_tls->tcpParameters(), &m_profile);
        QStringList ids;
        for (const TestStep &one : steps) {
            ids << one.check.id;
            QVERIFY(!one.check.title.isEmpty() && !one.check.says.isEmpty() && one.took >= std::chrono::milliseconds(0));
            QCOMPARE(one.check.object, u("clerva"));
        }
        QCOMPARE(ids, QStringList({u("test.name"), u("test.tcp"), u("test.tls"), u("test.login"), u("test.version"), u("test.pooling"), u("test.role"), u("test.telemetry")}));
        for (const char *id : {"test.name", "test.tcp", "test.tls", "test.login", "test.version", "test.pooling"})
            QVERIFY2(state(steps, id) == State::Ok, id);
        QVERIFY(step(steps, "test.tls").check.says.contains(u("nobody else can pose")));
        QVERIFY(step(steps, "test.version").check.says.contains(u("PostgreSQL 1")));
        QCOMPARE(state(steps, "test.role"), State::Warning); // a superuser
        QVERIFY(step(steps, "test.role").check.fix.contains(u("create role \"quarterdeck_ro\"")));
    }

    void aUnixSocketNeedsNoNameAndNoEncryption()
    {
        const auto steps = tested(m_plain->parameters(), &m_profile);
        for (const char *id : {"test.name", "test.tcp", "test.tls", "test.login", "test.version", "test.pooling", "test.telemetry"})
            QVERIFY2(state(steps, id) == State::Ok, id);
        expectFailure(tested(with(m_plain->parameters(), "port", "1")), "test.tcp", u(".s.PGSQL.1"));
    }

    void aWrongHostFailsAtTheName() { expectFailure(tested(with(m_plain->tcpParameters(), "host", "no-such-host.invalid")), "test.name", u("no-such-host.invalid")); }

    void aWrongPortFailsAtTheNetwork()
    {
        const int port = test::freePort();
        expectFailure(tested(with(m_plain->tcpParameters(), "port", QByteArray::number(port))), "test.tcp", u("127.0.0.1:%1").arg(port));
    }

    void everyHostOfAListIsTried()
    {
        const QByteArray closed = QByteArray::number(test::freePort()), open = QByteArray::number(m_plain->port());
        const pg::Parameters unencrypted = with(m_plain->tcpParameters(), "sslmode", "prefer"); // a name from elsewhere would demand more
        auto steps = tested(with(with(unencrypted, "host", "no-such-host.invalid,127.0.0.1,localhost"), "port", "5432," + closed + ',' + open));
        QCOMPARE(state(steps, "test.name"), State::Warning); // the connection goes on with the others
        QVERIFY(step(steps, "test.name").check.says.contains(u("no-such-host.invalid")));
        QCOMPARE(state(steps, "test.tcp"), State::Ok);
        QVERIFY(step(steps, "test.tcp").check.evidence.contains(u("127.0.0.1:") + QString::fromUtf8(closed)));
        QCOMPARE(state(steps, "test.login"), State::Ok);
        // A socket may stand in the list, too.
        steps = tested(with(with(m_plain->tcpParameters(), "host", "127.0.0.1," + m_plain->socketFolder().toUtf8()), "port", closed + ',' + open));
        QCOMPARE(state(steps, "test.tcp"), State::Ok);
        QCOMPARE(state(steps, "test.login"), State::Ok);
        expectFailure(tested(with(with(m_plain->tcpParameters(), "host", "127.0.0.1,127.0.0.1"), "port", closed + ',' + closed)), "test.tcp", u("127.0.0.1:") + QString::fromUtf8(closed));
        expectFailure(tested(with(m_plain->tcpParameters(), "host", "one.invalid,two.invalid")), "test.name", u("two.invalid"));
    }

    void aServiceLeadsToItsHost()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write("[here]\nhost=127.0.0.1\nport=" + QByteArray::number(m_plain->port()) + "\nuser=postgres\ndbname=postgres\npassword=" + m_plain->password().toUtf8() + "\n");
        file.close();
        qputenv("PGSERVICEFILE", file.fileName().toUtf8());
        const auto steps = tested({{{"service", "here"}}, {}});
        const auto missing = tested({{{"service", "nowhere"}}, {}});
        qunsetenv("PGSERVICEFILE");
        QVERIFY(step(steps, "test.tcp").check.says.contains(u("127.0.0.1:%1").arg(m_plain->port())));
        QCOMPARE(state(steps, "test.login"), State::Ok);
        expectFailure(missing, "test.name", u("nowhere"));
    }

    void aWrongPasswordFailsAtTheLogin()
    {
        auto parameters = m_tls->tcpParameters();
        parameters.password = Secret(QByteArray("wrong"));
        const auto steps = tested(parameters);
        expectFailure(steps, "test.login", u("password"));
        QCOMPARE(state(steps, "test.tls"), State::Ok); // verify-full came that far
        expectFailure(tested(with(m_plain->tcpParameters(), "dbname", "nowhere")), "test.login", u("nowhere"));
    }

    void encryptionDemandedOrRefusedFailsAtTheEncryption()
    {
        expectFailure(tested(with(m_tls->tcpParameters(), "sslmode", "disable")), "test.tls", u("demands encryption"));
        expectFailure(tested(with(m_plain->tcpParameters(), "sslmode", "require")), "test.tls", u("does not encrypt"));
    }

    void aPrivateAuthorityOffersToGoOnWithoutIdentity()
    {
        auto parameters = with(m_tls->tcpParameters(), "sslrootcert", "/etc/ssl/certs/ca-certificates.crt");
        const auto steps = tested(parameters);
        expectFailure(steps, "test.tls", u("authority"));
        QVERIFY(step(steps, "test.tls").check.fix.contains(u("sslmode=require: encrypted, identity not checked")));
        parameters = with(m_tls->tcpParameters(), "sslmode", "require");
        parameters.values.remove("sslrootcert");
        QVERIFY(step(tested(parameters), "test.tls").check.says.contains(u("encrypted, identity not checked")));
    }

    void somethingElseThatListensFailsAtTheLogin()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const auto steps = tested({{{"host", "127.0.0.1"}, {"port", QByteArray::number(silent.serverPort())}, {"user", "x"}, {"connect_timeout", "1"}}, {}});
        QCOMPARE(state(steps, "test.tcp"), State::Ok);
        QCOMPARE(state(steps, "test.login"), State::Failing);
        QCOMPARE(state(steps, "test.tls"), State::Unknown);
    }

    void aPoolerIsCalledPooled()
    {
        test::Pooler pooler(*m_plain);
        const auto steps = tested(pooler.parameters(), &m_profile);
        QCOMPARE(state(steps, "test.login"), State::Ok);
        QVERIFY(step(steps, "test.pooling").check.says.contains(u("pooled")));
        QVERIFY(step(steps, "test.pooling").check.evidence.contains(u("pg_backend_pid")));
        QCOMPARE(state(steps, "test.telemetry"), State::Ok);
    }

    void aRoleWithoutRightsIsToldWhichGrantsAreMissing()
    {
        const auto steps = tested(m_plain->parameters("postgres", "outsider"), &m_profile);
        QCOMPARE(state(steps, "test.role"), State::Warning);
        QCOMPARE(step(steps, "test.role").check.fix, u("grant pg_monitor to \"outsider\";"));
        const Check telemetry = step(steps, "test.telemetry").check;
        QCOMPARE(telemetry.state, State::Failing);
        QCOMPARE(telemetry.fix, u("grant select on \"public\".\"chat_messages\" to \"outsider\";\ngrant usage on schema \"ops\" to \"outsider\";\ngrant select on \"ops\".\"jobs\" to \"outsider\";"));
        m_plain->execute(telemetry.fix + step(steps, "test.role").check.fix);
        const auto after = tested(m_plain->parameters("postgres", "outsider"), &m_profile);
        QCOMPARE(state(after, "test.role"), State::Ok);
        QCOMPARE(state(after, "test.telemetry"), State::Ok);
    }

    void missingTablesAndHiddenRowsAreSaid()
    {
        Profile profile = m_profile;
        profile.sources[1].table = u("nowhere");
        QCOMPARE(state(tested(m_plain->parameters(), &profile), "test.telemetry"), State::Warning);
        QVERIFY(step(tested(m_plain->parameters(), &profile), "test.telemetry").check.says.contains(u("ops.nowhere")));
        profile.sources[0].table = u("neither");
        QCOMPARE(state(tested(m_plain->parameters(), &profile), "test.telemetry"), State::Failing);
        profile.sources = {m_profile.sources.first()};
        profile.sources[0].table = u("guarded");
        m_plain->execute(u("grant select on guarded to monitor"));
        const Check guarded = step(tested(m_plain->parameters("postgres", "monitor"), &profile), "test.telemetry").check;
        QCOMPARE(guarded.state, State::Warning);
        QVERIFY(guarded.says.contains(u("Row-level security")));
        QCOMPARE(state(tested(m_plain->parameters()), "test.telemetry"), State::Unknown); // no profile
    }

    void itAnswersWhileEverythingIsLocked()
    {
        const auto holder = m_plain->session(u("begin; lock table chat_messages, ops.jobs, guarded in access exclusive mode"));
        QCOMPARE(state(tested(m_plain->parameters(), &m_profile), "test.telemetry"), State::Ok);
    }

    void theSmallestRoleReadsAndChangesNothing()
    {
        QString sql = minimalRoleSql(m_profile, u("quarterdeck \"ro\""), true);
        QVERIFY(sql.contains(u("\\password \"quarterdeck \"\"ro\"\"\"\n"))); // psql asks
        sql.remove(u("\\password \"quarterdeck \"\"ro\"\"\"\n"));
        m_plain->execute(sql);
        const auto parameters = m_plain->parameters("postgres", "quarterdeck \"ro\"");
        const auto steps = tested(parameters, &m_profile);
        QCOMPARE(state(steps, "test.role"), State::Ok);
        QCOMPARE(state(steps, "test.telemetry"), State::Ok);
        pg::Connection connection;
        QVERIFY_OK(await(connection.open(parameters)));
        QCOMPARE(await(connection.execute("insert into chat_messages values (1)")).error().code, u("42501"));
        QCOMPARE(m_plain->execute(u("select rolconnlimit, rolbypassrls from pg_roles where rolname = 'quarterdeck \"ro\"'")), u("3|t"));
        const QString without = minimalRoleSql(m_profile, u("ro"), false);
        QVERIFY(!without.contains(u("alter role \"ro\" bypassrls")) && without.contains(u("BYPASSRLS")));
    }

    void theTunnelIsTheFirstStep()
    {
        qputenv("PATH", QByteArray(FAKESSH_FOLDER ":") + qgetenv("PATH"));
        auto parameters = m_tls->tcpParameters();
        parameters.values.insert("host", "localhost");
        const auto steps = tested(parameters, &m_profile, "bastion");
        QCOMPARE(steps.first().check.id, u("test.tunnel"));
        QCOMPARE(steps.first().check.state, State::Ok);
        QCOMPARE(state(steps, "test.telemetry"), State::Failing); // the tables are in the other cluster
        expectFailure(tested(parameters, &m_profile, "unknown-bastion"), "test.tunnel", u("unknown-bastion"));
    }

    void stoppingEndsTheTest()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        Deployment deployment;
        deployment.database = {{{"host", "127.0.0.1"}, {"port", QByteArray::number(silent.serverPort())}, {"user", "x"}}, {}};
        ConnectionTest test(deployment, nullptr, m_clock);
        auto reply = test.start();
        QTRY_VERIFY(silent.hasPendingConnections());
        reply.cancel();
        QTRY_VERIFY(reply.isFinished());
    }
};

QTEST_GUILESS_MAIN(ConnectionTestTest)
#include "connectiontest_test.moc"
