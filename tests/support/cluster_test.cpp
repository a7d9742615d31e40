#include "support/cluster.h"
#include "support/pooler.h"

#include <QFileInfo>
#include <QTest>

using qd::test::Cluster;
using qd::test::Pooler;

class ClusterTest : public QObject
{
    Q_OBJECT

private slots:
    void aClusterAnswersSqlAndIsGoneAfterwards()
    {
        QString folder;
        {
            Cluster cluster;
            folder = cluster.socketFolder();
            QCOMPARE(cluster.execute(QStringLiteral("select 1, 'a' union all select 2, 'b'")), QStringLiteral("1|a\n2|b"));
            QVERIFY(QFileInfo::exists(folder));
        }
        QVERIFY(!QFileInfo::exists(folder));
    }

    void whatWasWrittenSurvivesAKill()
    {
        Cluster cluster;
        cluster.execute(QStringLiteral("create table t as select 42 as x; checkpoint"));
        cluster.kill();
        QVERIFY(!cluster.isRunning());
        cluster.start();
        QCOMPARE(cluster.execute(QStringLiteral("select x from t")), QStringLiteral("42"));
    }

    void aSessionHoldsItsLockUntilItEnds()
    {
        Cluster cluster;
        cluster.execute(QStringLiteral("create table t (x int)"));
        const auto locks = QStringLiteral("select count(*) from pg_locks where mode = 'AccessExclusiveLock' and relation = 't'::regclass");
        {
            const auto holder = cluster.session(QStringLiteral("begin; lock table t in access exclusive mode"));
            QCOMPARE(cluster.execute(locks), QStringLiteral("1"));
            holder->closeWriteChannel();
            holder->waitForFinished(qd::test::PatienceMs);
        }
        QCOMPARE(cluster.execute(locks), QStringLiteral("0"));
    }

    void preloadedLibrariesAndThePoolerWork()
    {
        Cluster cluster({.tcp = true, .preload = QStringLiteral("pg_cron,pg_stat_statements")});
        cluster.execute(QStringLiteral("create extension pg_cron; create extension pg_stat_statements"));
        Pooler pooler(cluster);
        QVERIFY(pooler.port() > 0);
    }
};

QTEST_GUILESS_MAIN(ClusterTest)
#include "cluster_test.moc"
