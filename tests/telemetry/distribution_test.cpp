#include "telemetry/distribution.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using qd::telemetry::Distribution;

namespace {

constexpr double Quantiles[] = {0, 0.001, 0.01, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1};

// What PostgreSQL's percentile_disc(q) within group (order by value) answers.
double percentileDisc(const std::vector<double> &sorted, double q)
{
    const double rank = std::ceil(q * double(sorted.size()));
    return sorted[size_t(std::max(rank, 1.0)) - 1];
}

// Values of the named shape, none below the 1 ms that is the finest we tell apart.
std::vector<double> valuesLike(const QByteArray &shape, int count, unsigned seed)
{
    std::mt19937_64 random(seed);
    std::lognormal_distribution<double> lognormal(6.2, 0.9), fast(3, 0.2), slow(9, 0.3);
    std::uniform_real_distribution<double> even(0, 1);
    std::vector<double> values;
    for (int i = 0; i < count; ++i) {
        double ms = 0;
        if (shape == "lognormal")
            ms = lognormal(random);
        else if (shape == "bimodal")
            ms = even(random) < 0.93 ? fast(random) : slow(random);
        else if (shape == "constant")
            ms = 742;
        else if (shape == "heavy tail")
            ms = 5 / std::pow(1 - even(random), 1 / 0.8);
        else if (shape == "whole milliseconds")
            ms = std::round(fast(random));
        values.push_back(std::clamp(ms, 1.0, 3.6e6));
    }
    return values;
}

Distribution distributionOf(const std::vector<double> &values)
{
    Distribution distribution;
    for (const double ms : values)
        distribution.add(ms);
    return distribution;
}

} // namespace

class DistributionTest : public QObject
{
    Q_OBJECT

private slots:
    void everyQuantileIsWithinTheBoundAfterAnyRegrouping_data()
    {
        QTest::addColumn<QByteArray>("shape");
        QTest::addColumn<int>("count");
        for (const char *shape : {"lognormal", "bimodal", "constant", "heavy tail", "whole milliseconds"}) {
            for (const int count : {1, 2, 19, 20, 100, 5'000, 60'000})
                QTest::addRow("%d %s", count, shape) << QByteArray(shape) << count;
        }
    }
    void everyQuantileIsWithinTheBoundAfterAnyRegrouping()
    {
        QFETCH(QByteArray, shape);
        QFETCH(int, count);
        std::vector<double> values = valuesLike(shape, count, 7);

        // Into many bins at random, the bins into hours, the hours into a day in random order.
        std::mt19937 random(11);
        std::vector<Distribution> bins(97), hours(13);
        for (const double ms : values)
            bins[random() % bins.size()].add(ms);
        for (const Distribution &bin : bins)
            hours[random() % hours.size()] += bin;
        std::shuffle(hours.begin(), hours.end(), random);
        Distribution day;
        for (const Distribution &hour : hours)
            day += hour;

        std::sort(values.begin(), values.end());
        QCOMPARE(day.count(), qint64(values.size()));
        QCOMPARE(day.smallest(), values.front());
        QCOMPARE(day.largest(), values.back());
        for (const double q : Quantiles) {
            const double exact = percentileDisc(values, q), ours = *day.quantile(q);
            QVERIFY2(std::abs(ours - exact) <= exact * Distribution::ErrorBound, qPrintable(QStringLiteral("q %1: %2 for %3").arg(q).arg(ours).arg(exact)));
        }
        QCOMPARE(day, distributionOf(values));
    }

    void mergingDoesNotDependOnOrderOrGrouping()
    {
        for (unsigned seed = 0; seed < 200; ++seed) {
            const Distribution a = distributionOf(valuesLike("heavy tail", int(seed % 7), seed));
            const Distribution b = distributionOf(valuesLike("lognormal", int(seed % 31), seed + 1));
            const Distribution c = distributionOf(valuesLike("bimodal", int(seed % 5), seed + 2));
            Distribution ab = a, bc = b, ba = b, left, right;
            ab += b;
            ba += a;
            bc += c;
            left = ab;
            left += c;
            right = a;
            right += bc;
            QCOMPARE(ab, ba);
            QCOMPARE(left, right);
        }
    }

    void mergingWithItselfDoubles()
    {
        Distribution twice = distributionOf({3, 40, 500});
        twice += twice;
        QCOMPARE(twice, distributionOf({3, 3, 40, 40, 500, 500}));
    }

    void edgesBelongToTheBucketBelow()
    {
        QCOMPARE(Distribution::bucketOf(0), quint16(0));
        QCOMPARE(Distribution::bucketOf(1), quint16(0));
        QCOMPARE(Distribution::bucketOf(std::nextafter(1.0, 2.0)), quint16(1));
        // Up to 74 hours; at 2^29 ms the logarithm's rounding moves the edge, in Postgres as well.
        for (int doubling = 1; doubling < 29; ++doubling) {
            const double edge = std::exp2(doubling);
            QCOMPARE(Distribution::bucketOf(edge), quint16(64 * doubling));
            QCOMPARE(Distribution::bucketOf(edge * 1.0000001), quint16(64 * doubling + 1));
        }
        QCOMPARE(Distribution::bucketOf(std::numeric_limits<double>::max()), std::numeric_limits<quint16>::max());
        for (int bucket = 1; bucket <= std::numeric_limits<quint16>::max(); bucket += 37)
            QCOMPARE(Distribution::bucketOf(Distribution::valueOf(quint16(bucket))), quint16(bucket));
    }

    void whatIsNoDurationIsNotCounted()
    {
        Distribution distribution;
        distribution.add(std::numeric_limits<double>::quiet_NaN());
        distribution.add(std::numeric_limits<double>::infinity());
        distribution.add(-0.5);
        distribution.add(10, 0);
        distribution.add(10, -3);
        QVERIFY(distribution.isEmpty());
        QVERIFY(!distribution.quantile(0.5));
        QVERIFY(!distribution.mean());
        QVERIFY(!distribution.smallest());
        QVERIFY(!distribution.largest());
        QCOMPARE(distribution.countAbove(0), 0);
    }

    void shortestAndLongestAreExactAndHoldTheAnswer()
    {
        Distribution distribution;
        distribution.add(100.25);
        QCOMPARE(distribution.quantile(0.5), std::optional(100.25));
        distribution.add(100.5, 998);
        distribution.add(101.75);
        QCOMPARE(distribution.quantile(0), std::optional(100.25));
        QCOMPARE(distribution.quantile(1), std::optional(101.75));
        QVERIFY(*distribution.quantile(0.5) >= 100.25 && *distribution.quantile(0.5) <= 101.75);
        QCOMPARE(distribution.sum(), 100.25 + 998 * 100.5 + 101.75);
    }

    void callsAboveALimitAreCountedToTheBucket()
    {
        Distribution distribution;
        for (int ms = 1; ms <= 10'000; ++ms)
            distribution.add(ms);
        for (const int limit : {0, 1, 2, 64, 128, 500, 1'024, 9'999, 10'000, 20'000}) {
            const qint64 exact = std::max(0, 10'000 - std::max(limit, 0));
            const qint64 inBucket = qint64(limit * (std::exp2(1 / 64.0) - 1)) + 1;
            QVERIFY(distribution.countAbove(limit) <= exact);
            QVERIFY(distribution.countAbove(limit) >= exact - inBucket);
        }
        QCOMPARE(distribution.countAbove(1'024), 10'000 - 1'024); // an edge is exact
    }

    void whatWasPackedComesBackEqual()
    {
        for (unsigned seed = 0; seed < 50; ++seed) {
            const Distribution before = distributionOf(valuesLike("heavy tail", int(seed), seed));
            const auto after = Distribution::fromParts(before.buckets(), before.sum(), before.smallest().value_or(0), before.largest().value_or(0));
            QVERIFY(after);
            QCOMPARE(*after, before);
        }
    }

    void partsThatCannotBeAreRefused()
    {
        const Distribution good = distributionOf({10, 20, 30});
        const auto parts = good.buckets();
        QVERIFY(Distribution::fromParts(parts, 60, 10, 30));
        QVERIFY(!Distribution::fromParts(parts, 60, 5, 30));
        QVERIFY(!Distribution::fromParts(parts, 60, 10, 31));
        QVERIFY(!Distribution::fromParts(parts, 60, 30, 10));
        QVERIFY(!Distribution::fromParts(parts, std::numeric_limits<double>::quiet_NaN(), 10, 30));
        QVERIFY(!Distribution::fromParts(parts + QList{parts.first()}, 60, 10, 30));
        QVERIFY(!Distribution::fromParts({parts.first(), {parts.last().first, 0}}, 60, 10, 30));
        QVERIFY(!Distribution::fromParts({parts.first(), {parts.last().first, std::numeric_limits<qint64>::max()}}, 60, 10, 30));
    }
};

QTEST_GUILESS_MAIN(DistributionTest)
#include "distribution_test.moc"
