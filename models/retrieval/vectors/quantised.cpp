#include "retrieval/vectors/quantised.h"

#include <bit>
#include <cmath>
#include <cstring>

namespace qd::retrieval {

quint32 RowSet::count() const
{
    quint32 count = 0;
    for (const quint64 word : m_words)
        count += quint32(std::popcount(word));
    return count;
}

void RowSet::intersect(const RowSet &other)
{
    for (size_t i = 0; i < m_words.size(); ++i)
        m_words[i] &= i < other.m_words.size() ? other.m_words[i] : 0;
}

static float roundedUp(double value)
{
    const float near = float(value);
    return double(near) < value ? std::nextafterf(near, std::numeric_limits<float>::infinity()) : near;
}

QuantisedRow quantise(ElementType type, const void *vector, int dims, qint8 *codes)
{
    std::memset(codes, 0, size_t(QuantisedColumn::strideFor(dims)));
    const auto element = [type, vector](int i) { return type == ElementType::Float32 ? static_cast<const float *>(vector)[i] : fromHalf(static_cast<const quint16 *>(vector)[i]); };
    double squares = 0;
    float largest = 0;
    for (int i = 0; i < dims; ++i) {
        const float x = element(i);
        squares += double(x) * double(x);
        largest = std::max(largest, std::fabs(x));
    }
    QuantisedRow row;
    const double norm = std::sqrt(squares);
    row.norm = float(norm);
    // Between these no product of two such vectors leaves the normal range of float32 by anything
    // that matters against their norms.
    if (!(norm > 1e-10 && norm < 1e15))
        return row;
    const double step = double(largest) / 127;
    row.scale = float(step / norm);
    if (!(row.scale > 0))
        return row;
    double lost = 0;
    for (int i = 0; i < dims; ++i) {
        const double x = double(element(i));
        const int code = int(std::lrint(x / step));
        codes[i] = qint8(std::clamp(code, -127, 127));
        const double rest = x / norm - double(row.scale) * codes[i];
        lost += rest * rest;
    }
    // The slack covers the rounding of the doubles above.
    row.residual = roundedUp(std::sqrt(lost) * (1 + 1e-9) + 1e-12);
    return row;
}

QuantisedCopy::QuantisedCopy(const VectorColumn &column)
    : m_codes(size_t(column.rows) * size_t(QuantisedColumn::strideFor(column.dims)))
    , m_scales(column.rows)
    , m_residuals(column.rows)
    , m_norms(column.rows)
    , m_stride(QuantisedColumn::strideFor(column.dims))
    , m_rows(column.rows)
{
    for (quint32 i = 0; i < column.rows; ++i) {
        if (!column.has(i))
            continue;
        const QuantisedRow row = quantise(column.type, column.row(i), column.dims, m_codes.data() + qsizetype(i) * m_stride);
        m_scales[i] = row.scale;
        m_residuals[i] = row.residual;
        m_norms[i] = row.norm;
    }
}

QuantisedColumn QuantisedCopy::column() const
{
    return {m_codes.data(), m_stride, m_scales.data(), m_residuals.data(), m_norms.data(), m_rows, 31, 0};
}

} // namespace qd::retrieval
