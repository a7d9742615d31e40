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
    : m_uppers(size_t(column.rows) * size_t(QuantisedColumn::strideFor(column.dims) / 2))
    , m_lowers(m_uppers.size())
    , m_scales(column.rows)
    , m_residuals(column.rows)
    , m_upperResiduals(column.rows)
    , m_norms(column.rows)
    , m_stride(QuantisedColumn::strideFor(column.dims))
    , m_rows(column.rows)
{
    for (quint32 i = 0; i < column.rows; ++i) {
        if (!column.has(i))
            continue;
        const qsizetype at = qsizetype(i) * m_stride / 2;
        const QuantisedRow row = quantise(column.type, column.row(i), column.dims, m_uppers.data() + at, m_lowers.data() + at);
        m_scales[i] = row.scale;
        m_residuals[i] = row.residual;
        m_upperResiduals[i] = row.upperResidual;
        m_norms[i] = row.norm;
    }
}

QuantisedColumn QuantisedCopy::column() const
{
    return {m_uppers.data(), m_lowers.data(), m_stride, m_scales.data(), m_residuals.data(), m_upperResiduals.data(), m_norms.data(), m_rows, 31, 0};
}

} // namespace qd::retrieval
