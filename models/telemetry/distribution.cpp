#include "telemetry/distribution.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace qd::telemetry {

namespace {

constexpr double BucketsPerDoubling = 64;
constexpr quint16 HighestBucket = std::numeric_limits<quint16>::max();

qint64 saturatedSum(qint64 a, qint64 b)
{
    qint64 sum = 0;
    if (!__builtin_add_overflow(a, b, &sum))
        return sum;
    return b > 0 ? std::numeric_limits<qint64>::max() : std::numeric_limits<qint64>::min();
}

// Milliseconds, `times` over, in whole nanoseconds. Durations beyond 292 years stay at the limit.
qint64 nanoseconds(double ms, qint64 times = 1)
{
    constexpr double most = 9.2e18;
    const double one = std::min(std::round(ms * 1e6), most);
    qint64 all = 0;
    if (__builtin_mul_overflow(qint64(one), times, &all))
        return std::numeric_limits<qint64>::max();
    return all;
}

} // namespace

quint16 Distribution::bucketOf(double ms)
{
    if (!(ms > 1))
        return 0;
    // The same operations in the same order as Postgres does them, so that edges agree to the bit.
    const double bucket = std::ceil(BucketsPerDoubling * std::log(ms) / std::log(2.0));
    return bucket >= HighestBucket ? HighestBucket : quint16(bucket);
}

double Distribution::valueOf(quint16 bucket)
{
    return std::min(std::exp2((bucket - 0.5) / BucketsPerDoubling), std::numeric_limits<double>::max());
}

bool Distribution::isDuration(double ms)
{
    return std::isfinite(ms) && ms >= 0;
}

std::optional<Distribution> Distribution::fromParts(const QList<std::pair<quint16, qint64>> &buckets, double sum, double smallest, double largest)
{
    Distribution made;
    if (buckets.isEmpty())
        return made;
    if (!isDuration(sum) || !isDuration(smallest) || !isDuration(largest) || smallest > largest)
        return {};
    const auto [low, high] = std::minmax_element(buckets.begin(), buckets.end());
    if (bucketOf(smallest) != low->first || bucketOf(largest) != high->first)
        return {};
    made.room(low->first, high->first);
    for (const auto &[bucket, times] : buckets) {
        qint64 &kept = made.m_counts[size_t(bucket - made.m_first)];
        if (times < 1 || kept != 0 || __builtin_add_overflow(made.m_count, times, &made.m_count))
            return {};
        kept = times;
    }
    made.m_sumNs = nanoseconds(sum);
    made.m_smallest = smallest;
    made.m_largest = largest;
    return made;
}

// Widens the run to hold [first, last] and returns where `first` lies.
qint64 *Distribution::room(quint16 first, quint16 last)
{
    if (m_counts.empty()) {
        m_counts.resize(size_t(last - first) + 1);
        m_first = first;
        return m_counts.data();
    }
    if (first < m_first) {
        m_counts.insert(m_counts.begin(), size_t(m_first - first), 0);
        m_first = first;
    }
    if (const size_t size = size_t(last - m_first) + 1; size > m_counts.size())
        m_counts.resize(size);
    return m_counts.data() + (first - m_first);
}

void Distribution::count(quint16 bucket, qint64 times)
{
    const size_t at = size_t(bucket) - m_first; // wraps around for lower buckets
    qint64 &counted = at < m_counts.size() ? m_counts[at] : *room(bucket, bucket);
    counted = saturatedSum(counted, times);
    m_count = saturatedSum(m_count, times);
}

void Distribution::add(double ms, qint64 times)
{
    if (!isDuration(ms) || times < 1)
        return;
    m_smallest = m_count == 0 ? ms : std::min(m_smallest, ms);
    m_largest = m_count == 0 ? ms : std::max(m_largest, ms);
    m_sumNs = saturatedSum(m_sumNs, nanoseconds(ms, times));
    count(bucketOf(ms), times);
}

void Distribution::addBucket(quint16 bucket, qint64 times)
{
    if (times < 1)
        return;
    // The middle of bucket 0 lies below 1 ms, which is what everything in it counts as.
    const double ms = bucket == 0 ? 1.0 : valueOf(bucket);
    m_smallest = m_count == 0 ? ms : std::min(m_smallest, ms);
    m_largest = m_count == 0 ? ms : std::max(m_largest, ms);
    m_sumNs = saturatedSum(m_sumNs, nanoseconds(ms, times));
    count(bucket, times);
}

Distribution &Distribution::operator+=(const Distribution &other)
{
    if (other.isEmpty())
        return *this;
    if (isEmpty())
        return *this = other;
    const size_t size = other.m_counts.size();
    qint64 *to = room(other.m_first, quint16(other.m_first + size - 1));
    const qint64 *from = other.m_counts.data(); // after room(): other may be *this
    for (size_t i = 0; i < size; ++i)
        to[i] += from[i];
    m_count = saturatedSum(m_count, other.m_count);
    m_sumNs = saturatedSum(m_sumNs, other.m_sumNs);
    m_smallest = std::min(m_smallest, other.m_smallest);
    m_largest = std::max(m_largest, other.m_largest);
    return *this;
}

std::optional<double> Distribution::smallest() const
{
    return isEmpty() ? std::nullopt : std::optional(m_smallest);
}

std::optional<double> Distribution::largest() const
{
    return isEmpty() ? std::nullopt : std::optional(m_largest);
}

std::optional<double> Distribution::mean() const
{
    return isEmpty() ? std::nullopt : std::optional(sum() / double(m_count));
}

std::optional<double> Distribution::quantile(double q) const
{
    if (isEmpty() || std::isnan(q))
        return {};
    // Like percentile_disc: the first value whose share of the ordered values is at least q.
    const qint64 rank = std::clamp(qint64(std::ceil(std::clamp(q, 0.0, 1.0) * double(m_count))), qint64(1), m_count);
    if (rank == 1)
        return m_smallest;
    if (rank == m_count)
        return m_largest;
    qint64 passed = 0;
    size_t at = 0;
    for (; at + 1 < m_counts.size(); ++at) {
        passed += m_counts[at];
        if (passed >= rank)
            break;
    }
    return std::clamp(valueOf(quint16(m_first + at)), m_smallest, m_largest);
}

qint64 Distribution::countAbove(double ms) const
{
    if (isEmpty() || std::isnan(ms) || ms >= m_largest)
        return 0;
    if (ms < m_smallest)
        return m_count;
    qint64 above = 0;
    for (size_t at = size_t(bucketOf(ms)) + 1; at < size_t(m_first) + m_counts.size(); ++at)
        above += at >= m_first ? m_counts[at - m_first] : 0;
    return above;
}

QList<std::pair<quint16, qint64>> Distribution::buckets() const
{
    QList<std::pair<quint16, qint64>> used;
    used.reserve(qsizetype(m_counts.size()));
    for (size_t at = 0; at < m_counts.size(); ++at) {
        if (m_counts[at] != 0)
            used.emplace_back(quint16(m_first + at), m_counts[at]);
    }
    return used;
}

} // namespace qd::telemetry
