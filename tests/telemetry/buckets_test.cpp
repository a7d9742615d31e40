#include "postgres/connection.h"
#include "support/cluster.h"
#include "support/wait.h"
#include "telemetry/distribution.h"

#include <QTest>

using namespace qd;
using namespace std::chrono_literals;
using telemetry::Distribution;

// The bucket of a duration as computed here and as Postgres computes it.
class BucketsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::Cluster> m_cluster;
    std::unique_ptr<pg::Connection> m_connection;

private slots:
    void initTestCase()
    {
        m_cluster = std::make_unique<test::Cluster>();
        m_connection = std::make_unique<pg::Connection>();
        QVERIFY_OK(test::await(m_connection->open(m_cluster->parameters())));
    }
    void cleanupTestCase()
    {
        m_connection.reset();
        m_cluster.reset();
    }

    void postgresFindsTheSameBucket_data()
    {
        QTest::addColumn<QByteArray>("values");
        QTest::newRow("100,000 durations of up to a day") << QByteArray("select power(2::float8, random() * 26.4) x from generate_series(1, 100000)");
        // Every edge and its neighbours in the last digits.
        QTest::newRow("edges") << QByteArray("select power(2::float8, k / 64.0::float8) * (1 + d * 2.220446049250313e-16) x from generate_series(0, 1700) k, generate_series(-8, 8) d");
        QTest::newRow("whole milliseconds") << QByteArray("select ms x from generate_series(0, 200000) ms");
        QTest::newRow("below a millisecond") << QByteArray("select random() * 2 - 0.5 x from generate_series(1, 1000)");
        QTest::newRow("far out") << QByteArray("select power(10::float8, k) x from generate_series(9, 300) k");
        QTest::newRow("numeric, read as double precision") << QByteArray("select (ms / 1000.0)::numeric(12, 3)::float8 x from generate_series(1, 100000) ms");
    }
    void postgresFindsTheSameBucket()
    {
        QFETCH(QByteArray, values);
        const auto rows = test::await(m_connection->read("select x, ceil(64*ln(greatest(x,1))/ln(2.0::float8))::int from (" + values + ") v", {.statementTimeout = 60s}));
        QVERIFY_OK(rows);
        QVERIFY(rows->count() > 100);
        for (qsizetype row = 0; row < rows->count(); ++row) {
            const double ms = rows->at(row, 0).toByteArray().toDouble();
            if (Distribution::bucketOf(ms) != rows->integer(row, 1))
                QFAIL(qPrintable(QStringLiteral("%1 ms: here %2, there %3").arg(ms, 0, 'g', 17).arg(Distribution::bucketOf(ms)).arg(rows->text(row, 1))));
        }
    }

    void quantilesAreWithinTheBoundOfPercentileDisc()
    {
        m_cluster->execute(QStringLiteral("create table calls (hour int, model int, ms float8); select setseed(0.25);"
                                          "insert into calls select i % 24, i % 7, exp(4 + (i % 7) * 0.4 + sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()) * (0.3 + (i % 24) * 0.04)) + 1 from generate_series(1, 200000) i"));
        const auto rows = test::await(m_connection->read("select hour, model, ms from calls", {.statementTimeout = 60s}));
        QVERIFY_OK(rows);
        QHash<std::pair<qint64, qint64>, Distribution> cells;
        for (qsizetype row = 0; row < rows->count(); ++row)
            cells[{*rows->integer(row, 0), *rows->integer(row, 1)}].add(*rows->number(row, 2));

        const auto exact = test::await(m_connection->read("select grouping(hour), hour, model, percentile_disc(array[0.01, 0.5, 0.9, 0.95, 0.99, 0.999]::float8[]) within group (order by ms)::text "
                                                          "from calls group by grouping sets ((hour), (model), ())", {.statementTimeout = 60s}));
        QVERIFY_OK(exact);
        QCOMPARE(exact->count(), 24 + 7 + 1);
        double worst = 0;
        for (qsizetype row = 0; row < exact->count(); ++row) {
            Distribution merged;
            for (auto cell = cells.begin(); cell != cells.end(); ++cell) {
                if ((exact->isNull(row, 1) || exact->integer(row, 1) == cell.key().first) && (exact->isNull(row, 2) || exact->integer(row, 2) == cell.key().second))
                    merged += *cell;
            }
            const QStringList values = exact->text(row, 3).mid(1).chopped(1).split(QLatin1Char(','));
            const double quantiles[] = {0.01, 0.5, 0.9, 0.95, 0.99, 0.999};
            QCOMPARE(values.size(), qsizetype(std::size(quantiles)));
            for (int i = 0; i < values.size(); ++i)
                worst = std::max(worst, std::abs(*merged.quantile(quantiles[i]) / values[i].toDouble() - 1));
        }
        qInfo("worst error of 192 quantiles: %.3f %%", 100 * worst);
        QVERIFY(worst > 0 && worst <= Distribution::ErrorBound);
    }
};

QTEST_GUILESS_MAIN(BucketsTest)
#include "buckets_test.moc"
