#include "retrieval/vectors/quantised.h"

#include <bit>

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
