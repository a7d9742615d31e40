#pragma once

#include <QByteArray>
#include <QList>
#include <QtGlobal>

#include <map>
#include <optional>

namespace qd::telemetry {

// How long things took: counts in logarithmic buckets of base 2^(1/64), the layout of a
// Prometheus native histogram of schema 6. Bucket k holds values in (2^((k-1)/64), 2^(k/64)] ms
// and is reported as 2^((k-0.5)/64), so any quantile is within 2^(1/128)-1 = 0.543 % of a
// recorded value, after any merging and regrouping. Values below 1 ms count as 1 ms. Minimum,
// maximum, sum and count are exact. Postgres computes the same bucket as
// ceil(64*ln(greatest(x,1))/ln(2.0::float8))::int.
class Distribution
{
public:
    static constexpr double ErrorBound = 0.00543; // relative

    static quint16 bucketOf(double ms);
    static double valueOf(quint16 bucket);

    void add(double ms, qint64 times = 1);
    void addBucket(quint16 bucket, qint64 times);
    Distribution &operator+=(const Distribution &other);

    qint64 count() const { return m_count; }
    bool isEmpty() const { return m_count == 0; }
    double sum() const { return m_sum; }
    std::optional<double> smallest() const;
    std::optional<double> largest() const;
    std::optional<double> mean() const;
    // Like percentile_disc: the value of rank ceil(q·n). Nothing for an empty distribution. The
    // answer never leaves [smallest, largest].
    std::optional<double> quantile(double q) const;
    // How many are above the limit, exact to the bucket that holds it.
    qint64 countAbove(double ms) const;

    // bucket, count; ascending.
    QList<std::pair<quint16, qint64>> buckets() const;

    bool operator==(const Distribution &) const = default;

private:
    friend class DistributionReader;
    std::map<quint16, qint64> m_buckets;
    qint64 m_count = 0;
    double m_sum = 0, m_smallest = 0, m_largest = 0;
};

// p95 is judged from 20 samples on, p99 shown from 100 on (STYLE §4).
inline constexpr qint64 FewForP95 = 20, FewForP99 = 100;

} // namespace qd::telemetry
