#pragma once

// The inner loops, once per instruction set of the processor (Google Highway picks at run time) and
// once in plain C++ for every arithmetic. Private to the layer.

#include "retrieval/vectors/arithmetic.h"

namespace qd::retrieval {

enum class Term { Product, Square, Absolute };

struct SumsOfRows
{
    Arithmetic arithmetic;
    Term term = Term::Product;
    ElementType type = ElementType::Float32;
    const void *query = nullptr;
    const void *const *rows = nullptr;
    int count = 0;
    int dims = 0;
    float *sums = nullptr;
    float *norms = nullptr; // if given: each row's sum of squares of its own elements
};

// The float32 sums behind a distance, for several rows at once.
void sumRows(const SumsOfRows &work);
// The same in plain C++, one row at a time; the reference for the one above.
void sumRowsPlainly(const SumsOfRows &work);

// The sum of squares in double, behind vector_norm(); in plain C++ only.
double sumOfSquares(const Arithmetic &arithmetic, ElementType type, const void *vector, int dims);

// Integer dot products of signed byte codes with those of a query; `stride` is a multiple of 64.
// Exact: 127 · 127 · 65,535 fits 32 bits.
void dotCodes(const qint8 *query, qsizetype stride, const qint8 *const *rows, int count, qint32 *dots);

// The same of one plane of halves (0…15; QuantisedColumn says how they lie) with a query of signed
// bytes. Row r begins at plane + r * stride / 2.
struct DotsOfHalves
{
    const quint8 *plane = nullptr;
    qsizetype stride = 0; // codes of a row
    const qint8 *query = nullptr;
    const quint32 *rows = nullptr; // if null: one after the other from firstRow
    quint32 firstRow = 0;
    int count = 0;
    qint32 *dots = nullptr;
};
void dotHalves(const DotsOfHalves &work);

// Which of up to 64 rows have (32 dot − offset) · scale · factor + residual · residualFactor ≥ least, one bit
// each; a NaN counts as reaching it. The integers wrap, their difference fits. The rounding is float32's.
struct ReachOfRows
{
    const qint32 *dots = nullptr;
    const float *scales = nullptr, *residuals = nullptr;
    int count = 0;
    qint32 offset = 0;
    float factor = 0, residualFactor = 0, least = 0;
};
quint64 rowsThatReach(const ReachOfRows &work);

// The instruction set in use: "AVX2", "SSE4", "NEON" …
QString kernelTarget();

} // namespace qd::retrieval
