#pragma once

// A second copy of a column in one byte per element, with bounds on what that loses. It is scanned
// first; the few rows that it cannot rule out are scored with the server's arithmetic. The upper four
// bits of all codes lie by themselves and are scanned alone: most rows are ruled out by them, and the
// lower four bits of these are never read.
//
// Row x with norm |x| is first turned by a fixed orthogonal map R (random signs, then Hadamard's
// matrix over parts of the row), so that elements much larger than the others, which real embeddings
// have, do not make the steps coarse. Scalar products stay what they are. Then it is stored as codes
// c (−127…127), a float32 scale s and a float32 residual r, such that | R x/|x| − s·c | ≤ r holds for
// the real numbers: r is measured against the rounded scale, with room for the roundings of measuring,
// and rounded up. For a query q treated alike (codes d, scale t, residual p),
//
//     | q·x / (|q||x|)  −  s t (c·d) |  ≤  r + p (1 + r)
//
// because  q̂·x̂ − q̃·x̃ = q̂·(x̂ − x̃) + (q̂ − q̃)·x̃  with |q̂| = 1 and |x̃| ≤ 1 + r. The upper half u
// of a code stands for 16u + 7.5 − 128, the middle of the codes that share it, with a residual of its
// own and the same bound. The integer products are exact. What the server computes differs from the
// real number by the rounding of its float32 sums; exactsearch.cpp adds the bound of that. Rows for
// which these bounds do not hold (no length, or squares outside what a float32 can hold) carry the
// residual `Unbounded` and are always scored.

#include "retrieval/vectors/column.h"

#include <algorithm>
#include <limits>

namespace qd::retrieval {

struct QuantisedColumn
{
    static constexpr float Unbounded = std::numeric_limits<float>::infinity();

    // Halves of codes + 128, stride / 2 bytes per row. Of 64 codes, 32 bytes: byte i holds that of
    // code i in its lower bits and that of code 32 + i in its upper bits.
    const quint8 *uppers = nullptr;
    const quint8 *lowers = nullptr;
    qsizetype stride = 0; // codes of a row: the dimensions rounded up to 64
    const float *scales = nullptr;
    const float *residuals = nullptr;
    const float *upperResiduals = nullptr; // what is lost when only the upper halves are known
    const float *norms = nullptr;          // |x|, rounded to float32
    quint32 rows = 0;
    // As in VectorColumn: the arrays of the next block lie `blockBytes` further.
    int blockShift = 31;
    qsizetype blockBytes = 0;

    static qsizetype strideFor(int dims) { return (qsizetype(dims) + 63) / 64 * 64; }
    quint32 rowsPerBlock() const { return quint32(1) << blockShift; }
    // The arrays of one block, whose rows count from 0.
    QuantisedColumn block(quint32 number) const
    {
        const auto moved = [shift = qsizetype(number) * blockBytes](const auto *at) { return reinterpret_cast<decltype(at)>(reinterpret_cast<const char *>(at) + shift); };
        return {moved(uppers), moved(lowers), stride, moved(scales), moved(residuals), moved(upperResiduals), moved(norms), std::min(rowsPerBlock(), rows - (number << blockShift)), 31, 0};
    }
};

struct QuantisedRow
{
    float scale = 0;
    float residual = QuantisedColumn::Unbounded;
    float upperResidual = QuantisedColumn::Unbounded;
    float norm = 0;
};
// Quantises one row into strideFor(dims) codes.
QuantisedRow quantise(ElementType type, const void *vector, int dims, qint8 *codes);
// Their halves as the planes of a column keep them, half as many bytes each.
void splitCodes(const qint8 *codes, qsizetype stride, quint8 *uppers, quint8 *lowers);
// Both at once.
QuantisedRow quantise(ElementType type, const void *vector, int dims, quint8 *uppers, quint8 *lowers);

// A quantised copy in memory, for columns that are not in a snapshot.
class QuantisedCopy
{
public:
    explicit QuantisedCopy(const VectorColumn &column);
    QuantisedColumn column() const;

private:
    std::vector<quint8> m_uppers, m_lowers;
    std::vector<float> m_scales, m_residuals, m_upperResiduals, m_norms;
    qsizetype m_stride;
    quint32 m_rows;
};

} // namespace qd::retrieval
