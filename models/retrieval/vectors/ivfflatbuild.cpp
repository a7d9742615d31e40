#include "retrieval/vectors/ivfflatbuild.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <numeric>
#include <random>

namespace qd::retrieval {

namespace {

constexpr size_t SamplesPerList = 50, LeastSamples = 10'000;
constexpr int MostRounds = 40; // few rows change their list by then

} // namespace

IvfflatBuilder::IvfflatBuilder(const VectorColumn &column, const IndexOrder &order, const IvfflatBuildSettings &settings, const std::function<bool(double)> &stopped)
    : m_column(column)
    , m_order(order)
    , m_settings(settings)
    , m_isStopped(stopped)
    , m_rowBytes(size_t(column.bytesPerRow()))
    , m_distances(order.arithmetic, order.ordering(), order.type, nullptr, column.dims)
{
}

double IvfflatBuilder::element(const std::byte *vector, size_t i) const
{
    if (m_order.type == ElementType::Float32) {
        float value;
        std::memcpy(&value, vector + 4 * i, 4);
        return double(value);
    }
    quint16 half;
    std::memcpy(&half, vector + 2 * i, 2);
    return double(fromHalf(half));
}

void IvfflatBuilder::keepRows()
{
    m_vectors = std::make_unique<std::byte[]>(m_rowBytes * std::max<size_t>(1, m_column.rows));
    std::byte *to = m_vectors.get();
    for (quint32 row = 0; row < m_column.rows; ++row) {
        if (!m_column.has(row))
            continue;
        if (m_order.metric == Metric::Cosine) {
            if (!(norm(m_order.normArithmetic, m_order.type, m_column.row(row), m_column.dims) > 0))
                continue;
            const auto unit = normalised(m_order.normArithmetic, m_order.type, m_column.row(row), m_column.dims);
            std::memcpy(to, unit.data(), m_rowBytes);
        } else {
            std::memcpy(to, m_column.row(row), m_rowBytes);
        }
        m_rows.push_back(row);
        to += m_rowBytes;
    }
}

std::pair<size_t, double> IvfflatBuilder::nearest(const std::byte *vector, size_t count)
{
    constexpr size_t AtOnce = 64;
    const void *centres[AtOnce];
    double found[AtOnce];
    std::pair<size_t, double> best(0, std::numeric_limits<double>::infinity());
    m_distances.setQuery(vector);
    for (size_t first = 0; first < count; first += AtOnce) {
        const size_t some = std::min(AtOnce, count - first);
        for (size_t i = 0; i < some; ++i)
            centres[i] = m_centres.get() + (first + i) * m_rowBytes;
        m_distances.of(centres, int(some), found);
        for (size_t i = 0; i < some; ++i) {
            if (found[i] < best.second)
                best = {first + i, found[i]};
        }
    }
    return best;
}

// k-means++: the next centre is a row, the likelier the farther it is from those chosen.
bool IvfflatBuilder::chooseCentres()
{
    std::mt19937_64 random(m_settings.seed);
    m_samples.resize(m_rows.size());
    std::iota(m_samples.begin(), m_samples.end(), size_t(0));
    std::shuffle(m_samples.begin(), m_samples.end(), random);
    m_samples.resize(std::min(m_samples.size(), std::max(LeastSamples, SamplesPerList * m_lists)));
    std::vector<double> weights(m_samples.size(), std::numeric_limits<double>::infinity());
    size_t chosen = 0;
    for (size_t list = 0; list < m_lists; ++list) {
        if (list % 16 == 0 && isStopped(0.1 * double(list) / double(m_lists)))
            return false;
        std::memcpy(m_centres.get() + list * m_rowBytes, vectorAt(m_samples[chosen]), m_rowBytes);
        m_distances.setQuery(m_centres.get() + list * m_rowBytes);
        double all = 0;
        for (size_t i = 0; i < m_samples.size(); ++i) {
            const double distance = m_distances.of(vectorAt(m_samples[i]));
            // Of unit vectors the inner product is all there is to their distance.
            const double squared = m_order.ordering() == Metric::InnerProduct ? std::max(0.0, 2 + 2 * distance) : m_order.ordering() == Metric::SquaredL2 ? distance : distance * distance;
            weights[i] = std::min(weights[i], squared);
            all += weights[i];
        }
        double left = std::uniform_real_distribution<double>(0, all)(random);
        for (chosen = 0; chosen + 1 < m_samples.size() && (left -= weights[chosen]) > 0;)
            ++chosen;
    }
    return true;
}

void IvfflatBuilder::setCentre(size_t list, const std::vector<double> &sum, double count)
{
    double squares = 0;
    for (const double value : sum)
        squares += value * value;
    const bool isUnit = m_order.ordering() == Metric::InnerProduct; // centres on the sphere
    const double scale = isUnit ? (squares > 0 ? 1 / std::sqrt(squares) : 0) : 1 / count;
    for (size_t i = 0; i < sum.size(); ++i) {
        const auto value = float(sum[i] * scale);
        const quint16 half = toHalf(value);
        if (m_order.type == ElementType::Float32)
            std::memcpy(m_centres.get() + list * m_rowBytes + 4 * i, &value, 4);
        else
            std::memcpy(m_centres.get() + list * m_rowBytes + 2 * i, &half, 2);
    }
}

bool IvfflatBuilder::moveCentres()
{
    std::vector<size_t> listOf(m_samples.size(), m_lists);
    for (int round = 0; round < MostRounds; ++round) {
        std::vector<std::vector<double>> sums(m_lists, std::vector<double>(size_t(m_column.dims)));
        std::vector<double> counts(m_lists);
        size_t moved = 0;
        for (size_t i = 0; i < m_samples.size(); ++i) {
            if (i % 1024 == 0 && isStopped(0.1 + 0.6 * round / MostRounds))
                return false;
            const std::byte *vector = vectorAt(m_samples[i]);
            const size_t list = nearest(vector, m_lists).first;
            moved += list != listOf[i];
            listOf[i] = list;
            ++counts[list];
            for (size_t k = 0; k < sums[list].size(); ++k)
                sums[list][k] += element(vector, k);
        }
        for (size_t list = 0; list < m_lists; ++list) {
            if (counts[list] > 0) // an empty one stays where it is
                setCentre(list, sums[list], counts[list]);
        }
        if (moved * 1000 <= m_samples.size())
            break;
    }
    return true;
}

Result<IvfflatIndex> IvfflatBuilder::build(const VectorColumn &column, const IndexOrder &order, const IvfflatBuildSettings &settings, const std::function<HeapTid(quint32)> &tidOf, const std::function<bool(double)> &isStopped)
{
    IvfflatBuilder builder(column, order, settings, isStopped);
    builder.keepRows();
    IvfflatIndex index;
    index.m_dims = column.dims;
    builder.m_lists = std::min(size_t(std::max(1, settings.lists)), std::max<size_t>(1, builder.m_rows.size()));
    builder.m_centres = std::make_unique<std::byte[]>(builder.m_rowBytes * builder.m_lists);
    if (!builder.m_rows.empty() && (!builder.chooseCentres() || !builder.moveCentres()))
        return failure(Error::Kind::Cancelled, QString());
    std::vector<std::vector<quint32>> members(builder.m_lists);
    for (size_t i = 0; i < builder.m_rows.size(); ++i) {
        if (i % 1024 == 0 && builder.isStopped(0.7 + 0.3 * double(i) / double(builder.m_rows.size())))
            return failure(Error::Kind::Cancelled, QString());
        members[builder.nearest(builder.vectorAt(i), builder.m_lists).first].push_back(quint32(i));
    }
    for (size_t list = 0; list < builder.m_lists; ++list) {
        index.m_lists.push_back({builder.m_centres.get() + list * builder.m_rowBytes, quint32(index.m_entries.size()), quint32(members[list].size())});
        for (const quint32 member : members[list])
            index.m_entries.push_back({builder.vectorAt(member), tidOf(builder.m_rows[member])});
    }
    index.m_copies.push_back(std::move(builder.m_vectors));
    index.m_copies.push_back(std::move(builder.m_centres));
    return index;
}

} // namespace qd::retrieval
