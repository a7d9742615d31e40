#pragma once

// A second copy of a column in one byte per element, with a bound on what that loses. It is scanned
// first; the few rows that it cannot rule out are scored with the server's arithmetic.
//
// Row x with norm |x| is stored as codes c (−127…127), a float32 scale s and a float32 residual r,
// such that | x/|x| − s·c | ≤ r holds for the real numbers: r is measured in double against the
// rounded scale and rounded up. For a query q treated alike (codes d, scale t, residual p),
//
//     | q·x / (|q||x|)  −  s t (c·d) |  ≤  r + p (1 + r)
//
// because  q̂·x̂ − q̃·x̃ = q̂·(x̂ − x̃) + (q̂ − q̃)·x̃  with |q̂| = 1 and |x̃| ≤ 1 + r. The integer product
// c·d is exact. What the server computes differs from the real number by the rounding of its float32
// sums; exactsearch.cpp adds the bound of that. Rows for which these bounds do not hold (no length,
// or squares outside what a float32 can hold) carry the residual `Unbounded` and are always scored.

#include "retrieval/vectors/column.h"

#include <algorithm>
#include <limits>

namespace qd::retrieval {

struct QuantisedColumn
{
    static constexpr float Unbounded = std::numeric_limits<float>::infinity();

    const qint8 *codes = nullptr;
    qsizetype stride = 0; // bytes from row to row: the dimensions rounded up to 64
    const float *scales = nullptr;
    const float *residuals = nullptr;
    const float *norms = nullptr; // |x|, rounded to float32
    quint32 rows = 0;
    // As in VectorColumn: the four arrays of the next block lie `blockBytes` further.
    int blockShift = 31;
    qsizetype blockBytes = 0;

    static qsizetype strideFor(int dims) { return (qsizetype(dims) + 63) / 64 * 64; }
    quint32 rowsPerBlock() const { return quint32(1) << blockShift; }
    // The arrays of one block, whose rows count from 0.
    QuantisedColumn block(quint32 number) const
    {
        const auto moved = [shift = qsizetype(number) * blockBytes](const auto *at) { return reinterpret_cast<decltype(at)>(reinterpret_cast<const char *>(at) + shift); };
        return {moved(codes), stride, moved(scales), moved(residuals), moved(norms), std::min(rowsPerBlock(), rows - (number << blockShift)), 31, 0};
    }
};

// Quantises one row into `codes` (strideFor(dims) bytes; the rest is zeroed).
struct QuantisedRow
{
    float scale = 0;
    float residual = QuantisedColumn::Unbounded;
    float norm = 0;
};
QuantisedRow quantise(ElementType type, const void *vector, int dims, qint8 *codes);

// A quantised copy in memory, for columns that are not in a snapshot.
class QuantisedCopy
{
public:
    explicit QuantisedCopy(const VectorColumn &column);
    QuantisedColumn column() const;

private:
    std::vector<qint8> m_codes;
    std::vector<float> m_scales, m_residuals, m_norms;
    qsizetype m_stride;
    quint32 m_rows;
};

} // namespace qd::retrieval
