#include "deployments/target.h"
#include "support/cluster.h"
#include "support/pooler.h"
#include "support/wait.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace qd;
using namespace std::chrono_literals;
using test::await;
using test::Cluster;
using Link = Target::Status::Connection;

static Deployment deploymentAt(const pg::Parameters &database, const char *name = "clerva")
{
    Deployment deployment;
    deployment.name = QString::fromLatin1(name);
    deployment.database = database;
    deployment.secret = QStringLiteral("none");
    return deployment;
}

static ReadRequest ask(const QByteArray &sql, Priority priority = Priority::Refresh, const char *purpose = "test")
{
    return {.sql = sql, .priority = priority, .purpose = QString::fromLatin1(purpose), .object = {}};
}

class TargetTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Cluster> m_cluster;
    FixedClock m_clock{fromMsecs(1'800'000'000'000)};
    std::unique_ptr<Target> m_target;

    QString count(const char *condition) const { return m_cluster->execute(QStringLiteral("select count(*) from pg_stat_activity where pid <> pg_backend_pid() and %1").arg(QLatin1String(condition))); }

private slots:
    void initTestCase()
    {
        m_cluster = std::make_unique<Cluster>(test::ClusterOptions{.tcp = true});
        m_cluster->execute(QStringLiteral("create table events (id int); insert into events values (1); create role reader login; create role single login connection limit 1; create role ordered login connection limit 1; create table locked (x int)"));
    }

    void init()
    {
        m_cluster->start();
        m_target = std::make_unique<Target>(deploymentAt(m_cluster->parameters()), nullptr, nullptr, m_clock);
    }

    void cleanup() { m_target.reset(); }

    void theFirstReadConnects()
    {
        QSignalSpy changes(m_target.get(), &Target::statusChanged);
        QCOMPARE(m_target->status().connection, Link::Idle);
        const auto answered = await(m_target->read(ask("select 42")));
        QVERIFY_OK(answered);
        QCOMPARE(answered->rows.integer(0, 0), 42);
        QVERIFY(answered->took > 0us);
        QCOMPARE(answered->at, m_clock.now());
        const Target::Status &status = m_target->status();
        QCOMPARE(status.connection, Link::Connected);
        QVERIFY(!status.error && !status.failedSince && !status.isPooled);
        QCOMPARE(status.lastAnswer, m_clock.now());
        QVERIFY(status.roundTrip > 0us);
        QVERIFY(status.server.version >= 110000);
        QVERIFY(changes.count() >= 2);
    }

    void neverMoreThanTwoConnections()
    {
        QList<Reply<Target::Answered>> replies;
        for (int i = 0; i < 20; ++i)
            replies << m_target->read(ask("select pg_sleep(0.02)", i % 2 ? Priority::Asked : Priority::Refresh));
        QVERIFY_OK(await(replies.first()));
        QTRY_COMPARE(count("application_name = 'quarterdeck'"), QStringLiteral("2"));
        for (const auto &reply : replies)
            QVERIFY_OK(await(reply));
        QCOMPARE(count("application_name = 'quarterdeck'"), QStringLiteral("2"));
    }

    void whoeverWaitsComesFirst()
    {
        QStringList order;
        const auto note = [&order](const char *name) { return [&order, name](const Result<Target::Answered> &) { order << QString::fromLatin1(name); }; };
        Target ordered(deploymentAt(m_cluster->parameters("postgres", "ordered")), nullptr, nullptr, m_clock); // has one line only
        QVERIFY_OK(await(ordered.read(ask("select 1"))));
        ordered.read(ask("select pg_sleep(0.2)")).then(this, note("busy"));
        ordered.read(ask("select pg_sleep(0.01)", Priority::Background)).then(this, note("background"));
        ordered.read(ask("select pg_sleep(0.01)", Priority::Refresh)).then(this, note("refresh"));
        ordered.read(ask("select pg_sleep(0.01)", Priority::Refresh)).then(this, note("refresh"));
        ordered.read(ask("select pg_sleep(0.01)", Priority::Asked)).then(this, note("asked"));
        ordered.read(ask("select pg_sleep(0.01)", Priority::Asked)).then(this, note("asked"));
        QTRY_COMPARE(order.size(), 6);
        QCOMPARE(order, QStringList({QStringLiteral("busy"), QStringLiteral("asked"), QStringLiteral("asked"), QStringLiteral("refresh"), QStringLiteral("refresh"), QStringLiteral("background")}));
    }

    void theTimeOutFollowsThePriority()
    {
        QCOMPARE(await(m_target->read(ask("show statement_timeout", Priority::Asked)))->rows.text(0, 0), QStringLiteral("10s"));
        QCOMPARE(await(m_target->read(ask("show statement_timeout", Priority::Background)))->rows.text(0, 0), QStringLiteral("2s"));
        QCOMPARE(await(m_target->read(ask("show lock_timeout")))->rows.text(0, 0), QStringLiteral("100ms"));
        ReadRequest own = ask("show statement_timeout");
        own.statementTimeout = 777ms;
        QCOMPARE(await(m_target->read(own))->rows.text(0, 0), QStringLiteral("777ms"));
    }

    void backgroundWorkKeepsUnderItsCap()
    {
        m_target->setFirstFillDone(true);
        const auto first = await(m_target->read(ask("select pg_sleep(0.1)", Priority::Background)));
        QVERIFY_OK(first);
        Reply<Target::Answered> second = m_target->read(ask("select 2", Priority::Background));
        // 0.1 s of work at 1 % is 10 s. Others are served meanwhile.
        m_clock.advance(9s);
        QVERIFY_OK(await(m_target->read(ask("select 1"))));
        QVERIFY(!second.isFinished());
        m_clock.advance(std::chrono::ceil<milliseconds>(first->took * 100));
        QVERIFY_OK(await(m_target->read(ask("select 1"))));
        QVERIFY_OK(await(second));
    }

    void theMeterTellsWhatWeCost()
    {
        QSignalSpy changes(m_target.get(), &Target::loadChanged);
        QVERIFY_OK(await(m_target->read(ask("select pg_sleep(0.12)", Priority::Refresh, "telemetry refresh"))));
        const Target::Load load = m_target->load();
        QVERIFY(load.byPurpose.value(QStringLiteral("telemetry refresh")) >= 100ms);
        QVERIFY(load.lastMinute >= 100ms && load.total >= load.lastMinute);
        QVERIFY(load.share >= 0.1 / 60 && load.share < 0.5);
        QCOMPARE(load.cap, 0.25);
        QVERIFY(load.queries >= 1 && changes.count() >= 1);
        m_target->setFirstFillDone(true);
        m_clock.advance(61s);
        QCOMPARE(m_target->load().share, 0.0);
        QCOMPARE(m_target->load().cap, 0.01);
        QVERIFY(m_target->load().total >= 100ms);
    }

    void errorsNameTheTableThatWasAskedFor()
    {
        Target reader(deploymentAt(m_cluster->parameters("postgres", "reader")), nullptr, nullptr, m_clock);
        ReadRequest request = ask("select * from events");
        request.object = QStringLiteral("public.events");
        const auto refused = await(reader.read(request));
        QCOMPARE(refused.error().kind, Error::Kind::Refused);
        QVERIFY2(refused.error().message.contains(QLatin1String("grant select on public.events to \"reader\";")), test::described(refused.error()));
        const auto holder = m_cluster->session(QStringLiteral("begin; lock table locked in access exclusive mode"));
        request = ask("select * from locked");
        request.object = QStringLiteral("public.locked");
        const auto busy = await(m_target->read(request));
        QCOMPARE(busy.error().kind, Error::Kind::Busy);
        QVERIFY2(busy.error().message.contains(QLatin1String("public.locked")), test::described(busy.error()));
        QCOMPARE(m_target->status().connection, Link::Connected); // an answer all the same
    }

    void cancellingReachesTheServerAndTheQueue()
    {
        QVERIFY_OK(await(m_target->read(ask("select 1"))));
        Reply<Target::Answered> running = m_target->read(ask("select pg_sleep(9), 'target-cancel'", Priority::Asked));
        QTRY_COMPARE(count("query like '%''target-cancel''%' and state = 'active'"), QStringLiteral("1"));
        running.cancel();
        QTRY_COMPARE(count("query like '%''target-cancel''%' and state = 'active'"), QStringLiteral("0"));
        m_target->setFirstFillDone(true);
        QVERIFY_OK(await(m_target->read(ask("select pg_sleep(0.1)", Priority::Background))));
        Reply<Target::Answered> held = m_target->read(ask("select 2", Priority::Background));
        held.cancel();
        QTRY_VERIFY(held.isFinished());
    }

    void copyGoesThroughTheSameQueue()
    {
        QByteArray all;
        const auto bytes = await(m_target->copyOut("copy (select generate_series(1, 1000)) to stdout", [&all](QByteArrayView chunk) { all += chunk; }, Priority::Refresh, QStringLiteral("copy")));
        QVERIFY_OK(bytes);
        QCOMPARE(*bytes, all.size());
        QCOMPARE(all.count('\n'), 1000);
    }

    void aRoleWithASingleConnectionIsEnough()
    {
        Target single(deploymentAt(m_cluster->parameters("postgres", "single")), nullptr, nullptr, m_clock);
        QList<Reply<Target::Answered>> replies;
        for (int i = 0; i < 6; ++i)
            replies << single.read(ask("select pg_sleep(0.05)", Priority::Asked));
        for (const auto &reply : replies)
            QVERIFY_OK(await(reply));
        QCOMPARE(single.status().connection, Link::Connected);
    }

    void afterAKillItReconnectsByItself()
    {
        QVERIFY_OK(await(m_target->read(ask("select 1"))));
        Reply<Target::Answered> running = m_target->read(ask("select pg_sleep(60), 'target-kill'", Priority::Asked));
        QTRY_COMPARE(count("query like '%''target-kill''%' and state = 'active'"), QStringLiteral("1"));
        m_cluster->kill();
        QCOMPARE(await(running).error().kind, Error::Kind::Lost);
        QTRY_COMPARE(m_target->status().connection, Link::Failed);
        const Target::Status down = m_target->status();
        QVERIFY(down.error && down.nextTry && down.failedSince);
        QCOMPARE(down.error->kind, Error::Kind::Unreachable);
        // Reads do not wait for it to come back.
        const auto fast = await(m_target->read(ask("select 1")));
        QCOMPARE(fast.error(), *m_target->status().error);
        m_cluster->start();
        QTRY_COMPARE(m_target->status().connection, Link::Connected);
        QVERIFY(!m_target->status().error && !m_target->status().failedSince && m_target->status().attempt == 0);
        QVERIFY_OK(await(m_target->read(ask("select 1"))));
    }

    void theWaitsGrowAndRetryDoesNotWait()
    {
        m_cluster->stop();
        QCOMPARE(await(m_target->read(ask("select 1"))).error().kind, Error::Kind::Unreachable);
        QList<qint64> waits;
        for (int i = 0; i < 7; ++i) {
            waits << std::chrono::duration_cast<std::chrono::seconds>(*m_target->status().nextTry - m_clock.now()).count();
            const int before = m_target->status().attempt;
            m_target->retry();
            QTRY_VERIFY(m_target->status().attempt == before + 1 && m_target->status().connection == Link::Failed);
        }
        QCOMPARE(waits, QList<qint64>({1, 2, 4, 8, 16, 30, 30}));
    }

    void aWrongPasswordIsNotTriedAgainAndAgainAndATypedOneHelps()
    {
        pg::Parameters parameters = m_cluster->tcpParameters();
        parameters.password = Secret(QByteArray("wrong"));
        Target target(deploymentAt(parameters), nullptr, nullptr, m_clock);
        QCOMPARE(await(target.read(ask("select 1"))).error().code, QStringLiteral("28P01"));
        QVERIFY(*target.status().nextTry - m_clock.now() >= 5min);
        target.setPassword(Secret(m_cluster->password()));
        QTRY_COMPARE(target.status().connection, Link::Connected);
        QVERIFY_OK(await(target.read(ask("select 1"))));
        QVERIFY(!target.deployment().database.values.contains("password"));
    }

    void theSecretComesFromTheStore()
    {
        pg::Parameters parameters = m_cluster->tcpParameters();
        parameters.password = {};
        Deployment deployment = deploymentAt(parameters);
        deployment.secret = QStringLiteral("env:QUARTERDECK_TEST_SECRET");
        SecretStore secrets;
        Target target(deployment, &secrets, nullptr, m_clock);
        const auto missing = await(target.read(ask("select 1")));
        QVERIFY2(missing.error().message.contains(QLatin1String("QUARTERDECK_TEST_SECRET")), test::described(missing.error()));
        qputenv("QUARTERDECK_TEST_SECRET", m_cluster->password().toUtf8());
        target.retry();
        QTRY_COMPARE(target.status().connection, Link::Connected);
        qunsetenv("QUARTERDECK_TEST_SECRET");
    }

    void sleepingClosesAndWakingOpensAgain()
    {
        QVERIFY_OK(await(m_target->read(ask("select 1"))));
        Reply<Target::Answered> running = m_target->read(ask("select pg_sleep(60), 'asleep'", Priority::Asked));
        // A request to cancel that overtakes its query is lost, and the time-out ends the query instead.
        QTRY_COMPARE(count("state = 'active' and query like '%''asleep''%'"), QStringLiteral("1"));
        m_target->sleep();
        QCOMPARE(m_target->status().connection, Link::Idle);
        QVERIFY(!await(running));
        QCOMPARE(await(m_target->read(ask("select 1"))).error().kind, Error::Kind::Unreachable);
        QTRY_COMPARE(count("application_name = 'quarterdeck'"), QStringLiteral("0"));
        m_target->wake();
        QTRY_COMPARE(m_target->status().connection, Link::Connected);
        QVERIFY_OK(await(m_target->read(ask("select 1"))));
    }

    void sleepingLocksAgain()
    {
        QTemporaryDir folder;
        Journal journal(folder.path());
        Target target(deploymentAt(m_cluster->parameters()), nullptr, &journal, m_clock);
        QVERIFY_OK(await(target.lock().unlock(QStringLiteral("reason"))));
        QVERIFY(target.lock().isOpen());
        target.sleep();
        QVERIFY(!target.lock().isOpen());
    }

    void aPoolerInBetweenIsFound()
    {
        test::Pooler pooler(*m_cluster, 2);
        Target target(deploymentAt(pooler.parameters()), nullptr, nullptr, m_clock);
        QVERIFY_OK(await(target.read(ask("select 1"))));
        QVERIFY(target.status().isPooled);
    }

    void twoDeploymentsSideBySideDoNotDisturbEachOther()
    {
        Cluster other;
        Target second(deploymentAt(other.parameters(), "ara"), nullptr, nullptr, m_clock);
        QVERIFY_OK(await(second.read(ask("select 1"))));
        QVERIFY_OK(await(m_target->read(ask("select 1"))));
        other.kill();
        QTRY_COMPARE(second.status().connection, Link::Failed);
        QVERIFY_OK(await(m_target->read(ask("select 1"))));
        QCOMPARE(m_target->status().connection, Link::Connected);
    }

    void aBlackHoleDoesNotBlock()
    {
        QTcpServer blackHole;
        QVERIFY(blackHole.listen(QHostAddress::LocalHost));
        Target target(deploymentAt({{{"host", "127.0.0.1"}, {"port", QByteArray::number(blackHole.serverPort())}, {"user", "x"}, {"connect_timeout", "1"}}, {}}), nullptr, nullptr, m_clock);
        const auto read = await(target.read(ask("select 1")));
        QCOMPARE(read.error().kind, Error::Kind::Unreachable);
        QCOMPARE(target.status().connection, Link::Failed);
    }

    void destroyingItInTheMiddleOfEverythingIsSafe()
    {
        QVERIFY_OK(await(m_target->read(ask("select 1"))));
        Reply<Target::Answered> running = m_target->read(ask("select pg_sleep(60), 'target-gone'", Priority::Asked));
        Reply<Target::Answered> second = m_target->read(ask("select pg_sleep(60)", Priority::Asked));
        Reply<Target::Answered> waiting = m_target->read(ask("select 1"));
        // A request to cancel that overtakes its query is lost, and the time-out ends the query instead.
        QTRY_COMPARE(count("state = 'active' and query like '%''target-gone''%'"), QStringLiteral("1"));
        m_target.reset();
        QTRY_VERIFY(running.isFinished() && second.isFinished() && waiting.isFinished());
        QTRY_COMPARE(count("query like '%''target-gone''%'"), QStringLiteral("0"));
    }
};

QTEST_GUILESS_MAIN(TargetTest)
#include "target_test.moc"
