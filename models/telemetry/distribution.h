#pragma once

#include <QList>
#include <QtGlobal>

#include <optional>
#include <utility>
#include <vector>

namespace qd::telemetry {

// How long things took: counts in logarithmic buckets of base 2^(1/64), the layout of a
// Prometheus native histogram of schema 6. Bucket k holds values in (2^((k-1)/64), 2^(k/64)] ms
// and is reported as 2^((k-0.5)/64), so any quantile is within 2^(1/128)-1 = 0.543 % of a
// recorded value, after any merging and regrouping. Values below 1 ms count as 1 ms. Minimum,
// maximum and count are exact, the sum is kept in whole nanoseconds, so merging does not depend
// on the order. Postgres computes the same bucket as ceil(64*ln(greatest(x,1))/ln(2.0::float8))::int
// of a double precision value.
//
// Counts lie in one dense run from the lowest to the highest bucket used: a second of spread is
// 640 numbers, and merging is one addition per number.
class Distribution
{
public:
    static constexpr double ErrorBound = 0.00543; // relative

    static quint16 bucketOf(double ms);
    static double valueOf(quint16 bucket);

    // What was packed: buckets() in any order, sum(), *smallest(), *largest(). Nothing if this
    // cannot be what a distribution said of itself: a count below 1, a bucket twice, an end
    // outside of its bucket. No buckets make an empty distribution.
    static std::optional<Distribution> fromParts(const QList<std::pair<quint16, qint64>> &buckets, double sum, double smallest, double largest);

    // NaN, infinity and negative numbers are no durations and are not counted: see isDuration().
    void add(double ms, qint64 times = 1);
    static bool isDuration(double ms);
    // As if each value were the bucket's own.
    void addBucket(quint16 bucket, qint64 times);
    Distribution &operator+=(const Distribution &other);

    qint64 count() const { return m_count; }
    bool isEmpty() const { return m_count == 0; }
    double sum() const { return double(m_sumNs) / 1e6; } // ms
    std::optional<double> smallest() const;
    std::optional<double> largest() const;
    std::optional<double> mean() const;
    // Like percentile_disc: the value of rank ceil(q·n). Nothing for an empty distribution. The
    // answer never leaves [smallest, largest].
    std::optional<double> quantile(double q) const;
    // How many are above the limit, exact to the bucket that holds it: values in that bucket count
    // as not above unless all of it is.
    qint64 countAbove(double ms) const;

    // bucket, count; ascending.
    QList<std::pair<quint16, qint64>> buckets() const;

    bool operator==(const Distribution &) const = default;

private:
    void count(quint16 bucket, qint64 times);
    qint64 *room(quint16 first, quint16 last);

    // m_counts[i] counts bucket m_first + i. The first and the last are never 0, so that equal
    // contents compare equal.
    std::vector<qint64> m_counts;
    quint16 m_first = 0;
    qint64 m_count = 0, m_sumNs = 0;
    double m_smallest = 0, m_largest = 0;
};

// p95 is judged from 20 samples on, p99 shown from 100 on (STYLE §4).
inline constexpr qint64 FewForP95 = 20, FewForP99 = 100;

} // namespace qd::telemetry
