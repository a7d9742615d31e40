// The whole fleet: starting, joining, unplugging, stopping, and what is left when it is killed.

#include "demo/fleet.h"

#include "postgres/connection.h"

#include "demo/scratch.h"
#include "support/wait.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace qd;
using namespace std::chrono_literals;

namespace {

demo::Options shortHistory()
{
    // QUARTERDECK_DEMO_DAYS=30 measures what a user waits for.
    demo::Options options;
    options.days = qEnvironmentVariableIsSet("QUARTERDECK_DEMO_DAYS") ? qEnvironmentVariableIntValue("QUARTERDECK_DEMO_DAYS") : 3;
    return options;
}

Deployment named(const QList<Deployment> &deployments, const char *name)
{
    for (const Deployment &each : deployments) {
        if (each.name == QLatin1String(name))
            return each;
    }
    return {};
}

// The first cell, or what went wrong.
QByteArray ask(const Deployment &deployment, const QByteArray &sql, std::chrono::milliseconds patience = 10s)
{
    pg::Connection connection;
    auto parameters = deployment.database.withDefaults();
    parameters.values.insert("connect_timeout", QByteArray::number(patience / 1s));
    if (const auto opened = test::await(connection.open(parameters), patience + 1s); !opened)
        return "not opened: " + test::described(opened.error());
    const auto rows = test::await(connection.read(sql, {patience, 1s}), patience + 1s);
    return rows ? rows->at(0, 0).toByteArray() : "not read: " + test::described(rows.error());
}

// Processes whose command line names the folder.
QStringList processesOf(const QString &folder)
{
    QStringList found;
    for (const QString &pid : QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs)) {
        QFile commandLine(QStringLiteral("/proc/%1/cmdline").arg(pid));
        if (pid.toLongLong() != QCoreApplication::applicationPid() && commandLine.open(QIODevice::ReadOnly) && commandLine.readAll().contains(folder.toUtf8()))
            found << pid;
    }
    return found;
}

QString stateFolder()
{
    return QStringLiteral("%1/quarterdeck-demo-%2").arg(QDir::tempPath()).arg(::geteuid());
}

} // namespace

class FleetTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_fleet = std::make_unique<demo::Fleet>(shortHistory());
        QElapsedTimer time;
        time.start();
        QStringList said;
        connect(m_fleet.get(), &demo::Fleet::progress, this, [&said, &time](const QString &says) { said << QStringLiteral("%1 ms %2").arg(time.elapsed()).arg(says); });
        QVERIFY_OK(test::await(m_fleet->start(), 120s));
        QVERIFY(m_fleet->isRunning());
        qInfo("%d days started in %lld ms: %s", shortHistory().days, time.elapsed(), qPrintable(said.join(QStringLiteral("; "))));
    }

    void cleanupTestCase()
    {
        if (!m_fleet)
            return;
        const QString folder = m_fleet->folder();
        QSignalSpy stopped(m_fleet.get(), &demo::Fleet::stopped);
        QVERIFY_OK(test::await(m_fleet->stop()));
        QCOMPARE(stopped.count(), 1);
        QVERIFY(!m_fleet->isRunning());
        QVERIFY(!QDir(folder).exists());
        QTRY_COMPARE(processesOf(folder), QStringList());
        QTRY_VERIFY(!QDir(stateFolder()).exists());
        QVERIFY(demo::Fleet::running()->isEmpty());
    }

    void sixDeploymentsAnswerTheReadOnlyRole()
    {
        const QMap<QByteArray, QByteArray> questions{
            {"clerva", "select count(*) > 9000 from agent_telemetry"}, {"clerva-staging", "select count(*) = 0 from agent_telemetry"}, {"ara", "select count(*) > 1500 from chat_messages"},
            {"spec-agents", "select count(*) > 80 from feedback"}, {"steward", "select count(*) > 1000 and to_regclass('agent_logs') is null from receipts"}, {"observai", "select count(*) > 3000 from llm_requests"}};
        QCOMPARE(m_fleet->deployments().size(), questions.size());
        for (const Deployment &each : m_fleet->deployments()) {
            QCOMPARE(ask(each, questions.value(each.name.toUtf8())), QByteArray("t"));
            QVERIFY(each.isDemo);
            QCOMPARE(each.environment == Environment::Production, each.name != QLatin1String("clerva-staging") && each.name != QLatin1String("steward"));
        }
    }

    void theReadOnlyRoleCannotWrite()
    {
        pg::Connection connection;
        QVERIFY_OK(test::await(connection.open(named(m_fleet->deployments(), "clerva").database.withDefaults())));
        const auto written = test::await(connection.execute("delete from agent_telemetry"));
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Error::Kind::Refused);
    }

    void withoutThePasswordNobodyComesIn()
    {
        Deployment stranger = named(m_fleet->deployments(), "clerva");
        stranger.database.password = Secret(QByteArray("guess"));
        QVERIFY(ask(stranger, "select 1").contains("28P01"));
    }

    void theDatabaseShowsTheDeploy()
    {
        const Deployment clerva = named(m_fleet->deployments(), "clerva");
        const auto p95 = [&clerva](const QByteArray &kind, const QByteArray &when) {
            return ask(clerva, "select percentile_disc(0.95) within group (order by latency_ms) from agent_telemetry where event_type = '" + kind + "' and created_at " + when).toInt();
        };
        const QByteArray after = "> now() - interval '48 minutes'", before = "between now() - interval '24 hours' and now() - interval '52 minutes'";
        qInfo("p95 of requests %d ms, after the deploy %d ms", p95("agent_completion", before), p95("agent_completion", after));
        QVERIFY(p95("retrieval", after) > 1.6 * p95("retrieval", before));
    }

    void cronHasAFailingJob()
    {
        const Deployment observAi = named(m_fleet->deployments(), "observai");
        if (ask(observAi, "select count(*) from pg_extension where extname = 'pg_cron'") != "1")
            QSKIP("pg_cron is not installed");
        QCOMPARE(ask(observAi, "select status from cron.job_run_details d join cron.job j using (jobid) where jobname = 'cleanup' order by start_time desc limit 1"), QByteArray("failed"));
        QCOMPARE(ask(observAi, "select status from cron.job_run_details d join cron.job j using (jobid) where jobname = 'check-alerts' and start_time < now() - interval '10 minutes' order by start_time desc limit 1"), QByteArray("succeeded"));
    }

    void anUnpluggedDatabaseIsSilentAndTheOthersGoOn()
    {
        const Deployment clerva = named(m_fleet->deployments(), "clerva"), staging = named(m_fleet->deployments(), "clerva-staging");
        pg::Connection open;
        QVERIFY_OK(test::await(open.open(clerva.database.withDefaults())));
        QVERIFY_OK(test::await(demo::Fleet::unplug(this, clerva.name)));
        Reply<pg::Rows> unanswered = open.read("select 1");
        QVERIFY(ask(clerva, "select 1", 2s).startsWith("not opened"));
        QVERIFY(!unanswered.isFinished());
        QCOMPARE(ask(staging, "select 1"), QByteArray("1"));
        QCOMPARE(ask(named(m_fleet->deployments(), "ara"), "select 1"), QByteArray("1"));

        QSignalSpy lost(&open, &pg::Connection::lost);
        QVERIFY_OK(test::await(demo::Fleet::replug(this, clerva.name)));
        QTRY_VERIFY(unanswered.isFinished());
        QCOMPARE(ask(clerva, "select 1"), QByteArray("1"));
    }

    void anUnknownNameIsSaidSo()
    {
        const auto unplugged = test::await(demo::Fleet::unplug(this, QStringLiteral("nothing")));
        QVERIFY(!unplugged);
        QVERIFY(unplugged.error().message.contains(QLatin1String("nothing")));
    }

    void anotherProcessJoins()
    {
        const QByteArray reference = named(m_fleet->deployments(), "clerva").providers.value(QStringLiteral("vercel.secret")).toUtf8();
        QVERIFY(reference.startsWith("env:"));
        const QByteArray token = qgetenv(reference.sliced(4));
        QVERIFY(token.size() > 20);
        qunsetenv(reference.sliced(4));

        QString folder;
        const auto joined = demo::Fleet::running(&folder);
        QVERIFY_OK(joined);
        QCOMPARE(folder, m_fleet->folder());
        QCOMPARE(qgetenv(reference.sliced(4)), token);
        QCOMPARE(joined->size(), m_fleet->deployments().size());
        for (qsizetype i = 0; i < joined->size(); ++i) {
            const Deployment &theirs = joined->at(i), &ours = m_fleet->deployments().at(i);
            QCOMPARE(theirs.name, ours.name);
            QCOMPARE(theirs.profile, ours.profile);
            QVERIFY(theirs.database == ours.database);
            QCOMPARE(theirs.providers, ours.providers);
        }
        QCOMPARE(ask(joined->first(), "select 1"), QByteArray("1"));

        struct stat facts{};
        const QString file = stateFolder() + QLatin1Char('/') + QDir(stateFolder()).entryList({QStringLiteral("*.json")}).value(0);
        QCOMPARE(::stat(QFile::encodeName(file).constData(), &facts), 0);
        QCOMPARE(facts.st_mode & 0777, mode_t(0600));
    }

    void aKilledOwnerLeavesNothing()
    {
        // A second fleet beside ours, in a process of its own.
        QProcess owner;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QUARTERDECK_TEST_OWNER"), QStringLiteral("1"));
        owner.setProcessEnvironment(environment);
        owner.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        owner.start(QCoreApplication::applicationFilePath(), QStringList());
        QTRY_VERIFY_WITH_TIMEOUT(owner.canReadLine() || owner.state() == QProcess::NotRunning, 90'000);
        const QString folder = QString::fromUtf8(owner.readLine()).trimmed();
        QVERIFY2(folder.startsWith(QDir::tempPath()), qPrintable(folder));

        QString newest;
        const auto theirs = demo::Fleet::running(&newest);
        QCOMPARE(newest, folder);
        QCOMPARE(ask(theirs->first(), "select count(*) > 0 from agent_telemetry"), QByteArray("t"));
        QCOMPARE(ask(m_fleet->deployments().first(), "select count(*) > 0 from agent_telemetry"), QByteArray("t"));
        // Live traffic: 40,000 requests a day are one every other second.
        const QByteArray count = ask(theirs->first(), "select count(*) from agent_telemetry");
        QTRY_VERIFY(ask(theirs->first(), "select count(*) from agent_telemetry") != count);
        QVERIFY(!processesOf(folder).isEmpty());

        ::kill(pid_t(owner.processId()), SIGKILL);
        QTRY_COMPARE(owner.state(), QProcess::NotRunning);
        QTRY_VERIFY(!QDir(folder).exists());
        QTRY_COMPARE(processesOf(folder), QStringList());
        QVERIFY_OK(demo::Fleet::running(&newest));
        QCOMPARE(newest, m_fleet->folder());
        QCOMPARE(QDir(stateFolder()).entryList({QStringLiteral("*.json")}).size(), 1);
    }

    void whatADeadFleetLeftIsRemoved()
    {
        // As if its guard had been killed too.
        const QString folder = QDir::tempPath() + QStringLiteral("/dead");
        QVERIFY(QDir().mkpath(folder));
        QFile mark(folder + QStringLiteral("/.fleet")), state(stateFolder() + QStringLiteral("/0123456789abcdef.json"));
        QVERIFY(mark.open(QIODevice::WriteOnly) && mark.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(state.open(QIODevice::WriteOnly) && state.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        state.write(R"({"folder":")" + folder.toUtf8() + R"(","startedAt":"9999999999999","deployments":[{"name":"ghost"}]})");
        state.close();
        QString newest;
        const auto running = demo::Fleet::running(&newest);
        QVERIFY_OK(running);
        QCOMPARE(newest, m_fleet->folder());
        QVERIFY(!state.exists());
        QTRY_VERIFY(!QDir(folder).exists());
    }

    void aFleetDestroyedWhileItStartsLeavesNothing()
    {
        QString folder;
        {
            demo::Fleet fleet(shortHistory());
            auto starting = fleet.start();
            folder = fleet.folder();
            QTRY_VERIFY(QFile::exists(folder + QStringLiteral("/s/data/PG_VERSION")));
            QVERIFY(!starting.isFinished());
        }
        QTRY_VERIFY(!QDir(folder).exists());
        QTRY_COMPARE(processesOf(folder), QStringList());
    }

    void aFolderInUseIsRefused()
    {
        demo::Options options = shortHistory();
        options.folder = QDir::tempPath();
        demo::Fleet fleet(options);
        const auto started = test::await(fleet.start());
        QVERIFY(!started);
        QCOMPARE(started.error().kind, Error::Kind::Wrong);
        QVERIFY(QDir(options.folder).exists());
    }

private:
    test::Scratch m_scratch;
    std::unique_ptr<demo::Fleet> m_fleet;
};

// Started by aKilledOwnerLeavesNothing: owns a fleet until it is killed.
static int ownAFleet()
{
    demo::Options options;
    options.days = 1;
    options.requestsPerDay = 40'000;
    options.seed = 7;
    demo::Fleet fleet(options);
    QFutureWatcher<Result<>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &watcher, [&fleet, &watcher] {
        const auto started = watcher.result();
        printf("%s\n", started ? qPrintable(fleet.folder()) : test::described(started.error()).constData());
        fflush(stdout);
    });
    watcher.setFuture(fleet.start());
    return QCoreApplication::exec();
}

int main(int count, char **arguments)
{
    QCoreApplication application(count, arguments);
    if (qEnvironmentVariableIsSet("QUARTERDECK_TEST_OWNER"))
        return ownAFleet();
    FleetTest test;
    return QTest::qExec(&test, count, arguments);
}

#include "fleet_test.moc"
