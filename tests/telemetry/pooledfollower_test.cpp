// The mirror is filled through PgBouncer in transaction mode with a single server connection,
// while an application writes through the same one: neither notices the other.
#include "support/cluster.h"
#include "support/pooler.h"
#include "support/wait.h"
#include "telemetry/follower.h"

#include <QTemporaryDir>
#include <QTest>

using namespace qd;
using namespace qd::telemetry;
using test::await;

static const QString Calls = QStringLiteral("calls");

class PooledFollowerTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::Cluster> m_cluster;
    std::unique_ptr<test::Pooler> m_pooler;
    QTemporaryDir m_folder;

    static Profile profile()
    {
        TelemetrySource source;
        source.name = source.table = Calls;
        source.id = Field::fromText(QStringLiteral("id"));
        source.idIsMonotone = true;
        source.time = Field::fromText(QStringLiteral("created_at"));
        source.kind = Field::fromText(QStringLiteral("kind"));
        source.latencyMs = Field::fromText(QStringLiteral("latency_ms"));
        Profile made;
        made.id = QStringLiteral("test");
        made.sources = {source};
        return made;
    }

private slots:
    void initTestCase()
    {
        m_cluster = std::make_unique<test::Cluster>();
        m_cluster->execute(QStringLiteral("create table calls (id bigserial primary key, created_at timestamptz not null default now(), kind text, latency_ms int); create index on calls (created_at);"
                                          "insert into calls (created_at, kind, latency_ms) select now() - interval '1 minute' * g, 'request', g % 900 from generate_series(20000, 1, -1) g; analyze calls"));
        m_pooler = std::make_unique<test::Pooler>(*m_cluster);
    }

    void theApplicationWritesWithItsOwnTimeOutsWhileTheMirrorIsFilled()
    {
        Deployment deployment;
        deployment.name = QStringLiteral("pooled");
        deployment.database = m_pooler->parameters();
        deployment.secret = QStringLiteral("none");
        Target target(deployment, nullptr, nullptr, Clock::system());
        Follower follower(&target, profile(), m_folder.filePath(QStringLiteral("pooled.mirror")), Clock::system());
        pg::Connection application;
        QVERIFY_OK(await(application.open(m_pooler->parameters())));
        QVERIFY_OK(await(application.execute("set statement_timeout = 7777")));

        Reply<> filling = follower.fillAll();
        int written = 0;
        do {
            // Fails with "cannot execute INSERT in a read-only transaction" where a setting of ours stays.
            const auto inserted = await(application.execute("insert into calls (kind, latency_ms) values ('request', 5) returning current_setting('lock_timeout') || current_setting('transaction_read_only')"));
            QVERIFY_OK(inserted);
            QCOMPARE(inserted->text(0, 0), QStringLiteral("0off"));
            ++written;
        } while (!filling.isFinished());
        QVERIFY_OK(await(filling));
        QVERIFY(written > 5);
        QCOMPARE(await(application.execute("show statement_timeout"))->text(0, 0), QStringLiteral("7777ms"));

        QVERIFY_OK(await(follower.refresh()));
        const auto all = m_cluster->execute(QStringLiteral("select count(*) || '|' || sum(latency_ms) from calls")).trimmed();
        const Sums sums = follower.mirror().total({fromMsecs(0), Clock::system().now() + std::chrono::hours(1)});
        QCOMPARE(QStringLiteral("%1|%2").arg(sums.calls).arg(sums.latencyUs / 1000), all);
        QCOMPARE(m_cluster->execute(QStringLiteral("select count(*) from pg_stat_activity where datname = 'postgres' and backend_type = 'client backend' and pid <> pg_backend_pid()")).trimmed(), QStringLiteral("1"));
    }
};

QTEST_GUILESS_MAIN(PooledFollowerTest)
#include "pooledfollower_test.moc"
