#include "postgres/connection.h"
#include "support/cluster.h"
#include "support/wait.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <signal.h>

using namespace qd;
using namespace std::chrono_literals;
using test::await;
using test::Cluster;
using Kind = Error::Kind;

class QueryTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Cluster> m_cluster;
    std::unique_ptr<pg::Connection> m_connection;

    Result<pg::Rows> read(const QByteArray &sql, const pg::ReadLimits &limits = {}) { return await(m_connection->read(sql, limits)); }
    QString count(const char *condition) const { return m_cluster->execute(QStringLiteral("select count(*) from pg_stat_activity where %1").arg(QLatin1String(condition))); }

private slots:
    void initTestCase()
    {
        m_cluster = std::make_unique<Cluster>();
        m_cluster->execute(QStringLiteral("create table events (id int, name text); insert into events values (1, 'one'), (2, null);"
                                          "create schema hidden; create table hidden.t (x int); create role reader login"));
    }

    void init()
    {
        m_cluster->start();
        m_connection = std::make_unique<pg::Connection>();
        QVERIFY_OK(await(m_connection->open(m_cluster->parameters())));
    }

    void cleanup() { m_connection.reset(); }

    void rowsArriveWithNamesAndNulls()
    {
        const auto rows = read("select id, name from events order by id; -- a comment at the end");
        QVERIFY_OK(rows);
        QCOMPARE(rows->columns(), QList<QByteArray>({"id", "name"}));
        QCOMPARE(rows->count(), 2);
        QCOMPARE(rows->integer(0, 0), 1);
        QCOMPARE(rows->text(0, 1), QStringLiteral("one"));
        QVERIFY(rows->isNull(1, 1));
        QVERIFY(m_connection->lastQueryTime() > 0us);
    }

    void noRowsStillHaveColumns()
    {
        const auto rows = read("select id, name from events where false");
        QVERIFY_OK(rows);
        QCOMPARE(rows->count(), 0);
        QCOMPARE(rows->columns().size(), 2);
    }

    void theRowsAreThoseOfTheLastStatementThatReturnedAny()
    {
        const auto rows = await(m_connection->execute("select 1 as a; select 2 as b, 3 as c; create temp table nothing ()"));
        QVERIFY_OK(rows);
        QCOMPARE(rows->columns(), QList<QByteArray>({"b", "c"}));
        QCOMPARE(rows->count(), 1);
        QCOMPARE(rows->integer(0, 1), 3);
    }

    void aReadChangesNothing()
    {
        const auto rows = read("insert into events values (3, 'three')");
        QVERIFY(!rows);
        QCOMPARE(rows.error().kind, Kind::Refused);
        QCOMPARE(rows.error().code, QStringLiteral("25006"));
        QCOMPARE(m_cluster->execute(QStringLiteral("select count(*) from events")), QStringLiteral("2"));
        QVERIFY_OK(read("select 1")); // and the connection is as good as before
    }

    void nothingOfOursStaysOnTheSession()
    {
        const QByteArray all = "select string_agg(name || '=' || setting, ',' order by name) from pg_settings where name in ('statement_timeout', 'lock_timeout', 'jit', "
                               "'max_parallel_workers_per_gather', 'idle_in_transaction_session_timeout', 'default_transaction_read_only', 'transaction_read_only', 'DateStyle', 'TimeZone')";
        const auto fresh = await(m_connection->execute(all));
        const auto during = read(all, {1234ms, 56ms});
        QVERIFY(!read("select 1/0"));
        QVERIFY(!read("select pg_sleep(10)", {50ms, 100ms}));
        const auto after = await(m_connection->execute(all));
        QCOMPARE(after->text(0, 0), fresh->text(0, 0));
        QVERIFY2(during->text(0, 0).contains(QLatin1String("statement_timeout=1234")) && during->text(0, 0).contains(QLatin1String("lock_timeout=56"))
                     && during->text(0, 0).contains(QLatin1String("transaction_read_only=on")) && during->text(0, 0).contains(QLatin1String("jit=off")),
                 qPrintable(during->text(0, 0)));
        QCOMPARE(await(m_connection->execute("select now() = statement_timestamp()"))->boolean(0, 0), true); // no transaction is open
    }

    void timesAreReadableWhateverTheRoleHasSet()
    {
        m_cluster->execute(QStringLiteral("alter role reader set datestyle = 'German'; alter role reader set timezone = 'Asia/Kolkata'"));
        pg::Connection connection;
        QVERIFY_OK(await(connection.open(m_cluster->parameters("postgres", "reader"))));
        const auto rows = await(connection.read("select timestamptz '2026-11-21 14:02:11.123+00'"));
        QCOMPARE(isoText(*rows->instant(0, 0)), QStringLiteral("2026-11-21T14:02:11.123Z"));
    }

    void everyStateHasItsKind_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *sql, Kind kind, const char *code) { QTest::newRow(code) << QByteArray(sql) << int(kind) << QString::fromLatin1(code); };
        row("select * from nowhere", Kind::Missing, "42P01");
        row("select nothing from events", Kind::Missing, "42703");
        row("select nothing(1)", Kind::Missing, "42883");
        row("selec", Kind::Wrong, "42601");
        row("select 1/0", Kind::Wrong, "22012");
        row("select 'a'::int", Kind::Wrong, "22P02");
        row("select pg_sleep(10)", Kind::Busy, "57014");
    }
    void everyStateHasItsKind()
    {
        QFETCH(QByteArray, sql);
        QFETCH(int, kind);
        QFETCH(QString, code);
        const auto rows = read(sql, {code == QStringLiteral("57014") ? 100ms : 30s, 100ms});
        QVERIFY(!rows);
        QCOMPARE(rows.error().code, code);
        QCOMPARE(int(rows.error().kind), kind);
        QVERIFY(!rows.error().message.isEmpty() && !rows.error().detail.isEmpty());
        QVERIFY_OK(read("select 1"));
    }

    void aMissingGrantIsSpelledOut()
    {
        pg::Connection connection;
        QVERIFY_OK(await(connection.open(m_cluster->parameters("postgres", "reader"))));
        const auto table = await(connection.read("select * from events"));
        QCOMPARE(table.error().kind, Kind::Refused);
        QVERIFY2(table.error().message.contains(QLatin1String("grant select on events to \"reader\";")), test::described(table.error()));
        const auto schema = await(connection.read("select * from hidden.t"));
        QVERIFY2(schema.error().message.contains(QLatin1String("grant usage on schema hidden to \"reader\";")), test::described(schema.error()));
    }

    void withEveryTableLockedTheCatalogAnswersAndAReadIsBusy()
    {
        const auto holder = m_cluster->session(QStringLiteral("begin; lock table events, hidden.t in access exclusive mode"));
        const auto catalog = read("select relname from pg_class where relname = 'events'");
        QVERIFY_OK(catalog);
        const auto locked = read("select * from events", {10s, 100ms});
        QVERIFY(!locked);
        QCOMPARE(locked.error().kind, Kind::Busy);
        QCOMPARE(locked.error().code, QStringLiteral("55P03"));
        QVERIFY(m_connection->lastQueryTime() < 5s);
    }

    void cancellingStopsTheQueryOnTheServer()
    {
        Reply<pg::Rows> reply = m_connection->read("select pg_sleep(60), 'cancel-me'", {60s, 100ms});
        QTRY_COMPARE(count("query like '%''cancel-me''%' and state = 'active' and pid <> pg_backend_pid()"), QStringLiteral("1"));
        reply.cancel();
        QTRY_COMPARE(count("query like '%''cancel-me''%' and state = 'active' and pid <> pg_backend_pid()"), QStringLiteral("0"));
        QVERIFY_OK(read("select 1")); // the cancel does not hit the next one
    }

    void cancellingAgainAndAgainNeverHitsAnotherQuery()
    {
        for (int i = 0; i < 50; ++i) {
            Reply<pg::Rows> first = m_connection->read("select pg_sleep(0.001 * " + QByteArray::number(i % 5) + ")", {60s, 100ms});
            Reply<pg::Rows> second = m_connection->read("select 42");
            QTest::qWait(i % 4); // before, while and after it runs
            first.cancel();
            const auto rows = await(second);
            QVERIFY_OK(rows);
            QCOMPARE(rows->integer(0, 0), 42);
        }
    }

    void aQueryThatHasNotBegunIsSimplyDropped()
    {
        Reply<pg::Rows> slow = m_connection->read("select pg_sleep(0.2)");
        Reply<pg::Rows> dropped = m_connection->read("select 1");
        Reply<pg::Rows> last = m_connection->read("select 3");
        dropped.cancel();
        QTRY_VERIFY(dropped.isFinished());
        QVERIFY(!slow.isFinished());
        QCOMPARE(await(last)->integer(0, 0), 3);
        QVERIFY(slow.isFinished());
    }

    void destroyingTheConnectionStopsItsQuery()
    {
        m_connection->read("select pg_sleep(60), 'destroy-me'", {60s, 100ms});
        QTRY_COMPARE(count("query like '%''destroy-me''%' and state = 'active' and pid <> pg_backend_pid()"), QStringLiteral("1"));
        m_connection.reset();
        QTRY_COMPARE(count("query like '%''destroy-me''%' and pid <> pg_backend_pid()"), QStringLiteral("0"));
    }

    void aCancelByAnAdministratorIsSaid()
    {
        Reply<pg::Rows> reply = m_connection->read("select pg_sleep(60), 'admin-cancel'", {60s, 100ms});
        QTRY_COMPARE(count("query like '%''admin-cancel''%' and state = 'active' and pid <> pg_backend_pid()"), QStringLiteral("1"));
        m_cluster->execute(QStringLiteral("select pg_cancel_backend(%1)").arg(m_connection->server().backendPid));
        const auto rows = await(reply);
        QCOMPARE(rows.error().kind, Kind::Busy);
        QVERIFY2(rows.error().message.contains(QLatin1String("Somebody else")), test::described(rows.error()));
    }

    void manyRowsNeverStarveTheEventLoop()
    {
        int turns = 0;
        QTimer beat;
        connect(&beat, &QTimer::timeout, this, [&turns] { ++turns; });
        beat.start(0);
        const auto rows = read("select i, i * 2, 'row ' || i, md5(i::text) from generate_series(1, 200000) i", {60s, 100ms});
        QVERIFY_OK(rows);
        QCOMPARE(rows->count(), 200'000);
        QCOMPARE(rows->integer(199'999, 1), 400'000);
        QCOMPARE(rows->text(199'999, 2), QStringLiteral("row 200000"));
        QVERIFY2(turns > 50, qPrintable(QStringLiteral("%1 turns of the event loop").arg(turns)));
    }

    void copyGivesTheBytesAsTheyCome()
    {
        QByteArray all;
        int chunks = 0;
        const auto bytes = await(m_connection->copyOut("copy (select i, 'x' || i from generate_series(1, 20000) i) to stdout", [&](QByteArrayView chunk) {
            all += chunk;
            ++chunks;
        }));
        QVERIFY_OK(bytes);
        QCOMPARE(*bytes, all.size());
        QCOMPARE(all.count('\n'), 20'000);
        QVERIFY(all.startsWith("1\tx1\n") && all.endsWith("20000\tx20000\n"));
        QVERIFY(chunks > 1);
        QVERIFY_OK(read("select 1"));
    }

    void aCopyThatFailsSaysWhy()
    {
        const auto missing = await(m_connection->copyOut("copy nowhere to stdout", {}));
        QCOMPARE(missing.error().kind, Kind::Missing);
        const auto half = await(m_connection->copyOut("copy (select 1 / (10000 - i) from generate_series(1, 20000) i) to stdout", [](QByteArrayView) {}));
        QVERIFY(!half);
        QCOMPARE(half.error().code, QStringLiteral("22012"));
        QVERIFY_OK(read("select 1"));
    }

    void aCopyCanBeCancelled()
    {
        bool began = false;
        Reply<qint64> reply = m_connection->copyOut("copy (select 'endless' from generate_series(1, 100000) a, generate_series(1, 100000) b) to stdout", [&began](QByteArrayView) { began = true; }, {60s, 100ms});
        QTRY_VERIFY(began);
        reply.cancel();
        QTRY_VERIFY(reply.isFinished());
        QVERIFY_OK(read("select 1"));
    }

    void aPacedCopyWaitsAndLosesNothing()
    {
        QElapsedTimer clock;
        clock.start();
        int chunks = 0;
        QByteArray all;
        const auto bytes = await(m_connection->copyOutPaced("set local work_mem = '1MB'; copy (select i from generate_series(1, 5000) i) to stdout; copy (select 'second') to stdout", [&](QByteArrayView chunk) {
            all += chunk;
            return ++chunks <= 10 ? 20ms : 0ms;
        }, {60s, 100ms}));
        QVERIFY_OK(bytes);
        QCOMPARE(*bytes, all.size());
        QCOMPARE(all.count('\n'), 5001);
        QVERIFY(all.startsWith("1\n2\n") && all.endsWith("5000\nsecond\n"));
        const auto whole = std::chrono::microseconds(clock.nsecsElapsed() / 1000);
        QVERIFY(whole >= 150ms); // timers may be a little early
        QVERIFY(m_connection->lastQueryTime() <= whole - 200ms || whole < 200ms);
        QVERIFY_OK(read("select 1"));
    }

    void aPauseEndsWhenTheCopyIsCancelled()
    {
        bool began = false;
        Reply<qint64> reply = m_connection->copyOutPaced("copy (select repeat('x', 1000) from generate_series(1, 100000)) to stdout", [&began](QByteArrayView) {
            began = true;
            return std::chrono::milliseconds(600'000);
        }, {60s, 100ms});
        QTRY_VERIFY(began);
        reply.cancel();
        QTRY_VERIFY(reply.isFinished());
        QVERIFY_OK(read("select 1"));
    }

    void aServerKilledDuringAReadIsLostAndTheNextOpenWorks()
    {
        QSignalSpy lost(m_connection.get(), &pg::Connection::lost);
        Reply<pg::Rows> running = m_connection->read("select pg_sleep(60), 'kill-me'", {60s, 100ms});
        Reply<pg::Rows> waiting = m_connection->read("select 1");
        QTRY_COMPARE(count("query like '%''kill-me''%' and state = 'active' and pid <> pg_backend_pid()"), QStringLiteral("1"));
        m_cluster->kill();
        const auto rows = await(running);
        QCOMPARE(rows.error().kind, Kind::Lost);
        QCOMPARE(await(waiting).error().kind, Kind::Lost);
        QCOMPARE(lost.count(), 1);
        QVERIFY(!m_connection->isOpen());
        QCOMPARE(await(m_connection->read("select 1")).error().kind, Kind::Unreachable);
        m_cluster->start();
        QVERIFY_OK(await(m_connection->open(m_cluster->parameters())));
        QVERIFY_OK(read("select 1"));
    }

    void aSessionEndedWhileIdleIsNoticedAtOnce()
    {
        QSignalSpy lost(m_connection.get(), &pg::Connection::lost);
        m_cluster->execute(QStringLiteral("select pg_terminate_backend(%1)").arg(m_connection->server().backendPid));
        QTRY_COMPARE(lost.count(), 1);
        const auto error = lost.first().first().value<Error>();
        QCOMPARE(error.kind, Kind::Lost);
        QCOMPARE(error.code, QStringLiteral("57P01"));
        QVERIFY2(error.message.contains(QLatin1String("administrator")), test::described(error));
    }

    void aServerThatFallsSilentIsGivenUp()
    {
        QSignalSpy lost(m_connection.get(), &pg::Connection::lost);
        const pid_t backend = m_connection->server().backendPid;
        ::kill(backend, SIGSTOP);
        const auto rows = read("select 1", {100ms, 100ms});
        ::kill(backend, SIGCONT);
        QVERIFY(!rows);
        QCOMPARE(rows.error().kind, Kind::Lost);
        QCOMPARE(rows.error().code, QStringLiteral("silence"));
        QCOMPARE(lost.count(), 1);
    }

    void aReaderMayAskAgainOrDestroyTheConnectionFromItsAnswer()
    {
        QList<qint64> seen;
        m_connection->read("select 1").then(this, [&](Result<pg::Rows> rows) {
            seen << *rows->integer(0, 0);
            m_connection->read("select 2").then(this, [&](Result<pg::Rows> more) {
                seen << *more->integer(0, 0);
                m_connection.reset();
            });
        });
        QTRY_COMPARE(seen, QList<qint64>({1, 2}));
        QVERIFY(!m_connection);
    }

    void closingEndsWhatIsOutstanding()
    {
        Reply<pg::Rows> running = m_connection->read("select pg_sleep(60)", {60s, 100ms});
        Reply<pg::Rows> waiting = m_connection->read("select 1");
        m_connection->close();
        m_connection->close();
        QCOMPARE(await(running).error().kind, Kind::Lost);
        QCOMPARE(await(waiting).error().kind, Kind::Lost);
    }
};

QTEST_GUILESS_MAIN(QueryTest)
#include "query_test.moc"
