#include "postgres/connection.h"
#include "support/cluster.h"
#include "support/pooler.h"
#include "support/wait.h"

#include <QTest>

using namespace qd;
using namespace std::chrono_literals;
using test::await;

// A pool of one server connection: whatever we leave on it, the application meets next.
class PooledTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::Cluster> m_cluster;
    std::unique_ptr<test::Pooler> m_pooler;
    pg::Connection m_ours, m_application;

    static Result<pg::Rows> settings(pg::Connection &connection)
    {
        return await(connection.execute("select string_agg(name || '=' || setting, ',' order by name) from pg_settings where name in ('statement_timeout', 'lock_timeout', 'jit', "
                                        "'max_parallel_workers_per_gather', 'idle_in_transaction_session_timeout', 'transaction_read_only', 'default_transaction_read_only', 'DateStyle', 'TimeZone')"));
    }

private slots:
    void initTestCase()
    {
        m_cluster = std::make_unique<test::Cluster>();
        m_cluster->execute(QStringLiteral("create table orders (id serial, note text)"));
        m_pooler = std::make_unique<test::Pooler>(*m_cluster);
        QVERIFY_OK(await(m_application.open(m_pooler->parameters())));
        QVERIFY_OK(await(m_ours.open(m_pooler->parameters())));
    }

    void bothUseTheSameSession()
    {
        const auto mine = await(m_ours.read("select pg_backend_pid()"));
        const auto theirs = await(m_application.execute("select pg_backend_pid()"));
        QCOMPARE(mine->integer(0, 0), theirs->integer(0, 0));
    }

    void theApplicationMeetsNoSettingOfOurs()
    {
        const auto before = settings(m_application);
        QVERIFY_OK(await(m_ours.read("select * from orders")));
        QVERIFY(!await(m_ours.read("select 1/0")));
        QVERIFY(!await(m_ours.read("select pg_sleep(10)", {50ms, 50ms})));
        QVERIFY_OK(await(m_ours.copyOut("copy orders to stdout", {})));
        const auto after = settings(m_application);
        QVERIFY_OK(before);
        QVERIFY_OK(after);
        QCOMPARE(after->text(0, 0), before->text(0, 0));
    }

    void theApplicationWritesWithItsOwnTimeOutsWhileWeRead()
    {
        QVERIFY_OK(await(m_application.execute("set statement_timeout = 7777"))); // its own affair, and kept by PgBouncer's session
        QList<Reply<pg::Rows>> ours;
        for (int i = 0; i < 30; ++i) {
            ours << m_ours.read(i % 3 == 2 ? "select 1/0" : "select pg_sleep(0.002), count(*) from orders");
            const auto written = await(m_application.execute("insert into orders (note) values ('while reading')"));
            QVERIFY_OK(written);
        }
        for (int i = 0; i < ours.size(); ++i)
            QCOMPARE(await(ours.at(i)).has_value(), i % 3 != 2);
        QVERIFY_OK(await(m_application.execute("insert into orders (note) values ('afterwards')")));
        QCOMPARE(await(m_application.execute("show statement_timeout"))->text(0, 0), QStringLiteral("7777ms"));
        QCOMPARE(m_cluster->execute(QStringLiteral("select count(*) from orders")), QStringLiteral("31"));
    }

    void cancellingThroughThePoolerStopsOurQueryOnly()
    {
        Reply<pg::Rows> slow = m_ours.read("select pg_sleep(60), 'pooled-cancel'", {60s, 100ms});
        const auto running = QStringLiteral("select count(*) from pg_stat_activity where query like '%''pooled-cancel''%' and state = 'active' and pid <> pg_backend_pid()");
        QTRY_COMPARE(m_cluster->execute(running), QStringLiteral("1"));
        Reply<pg::Rows> theirs = m_application.execute("insert into orders (note) values ('queued behind us') returning 1");
        slow.cancel();
        QVERIFY_OK(await(theirs));
        QCOMPARE(m_cluster->execute(running), QStringLiteral("0"));
    }

    void aWrongPasswordIsRecognisedAtThePooler()
    {
        pg::Parameters parameters = m_pooler->parameters();
        parameters.password = Secret(QByteArray("wrong"));
        pg::Connection connection;
        const auto opened = await(connection.open(parameters));
        QVERIFY(!opened);
        QVERIFY2(opened.error().kind == Error::Kind::Refused && opened.error().message.contains(QLatin1String("password")), test::described(opened.error()));
    }
};

QTEST_GUILESS_MAIN(PooledTest)
#include "pooled_test.moc"
