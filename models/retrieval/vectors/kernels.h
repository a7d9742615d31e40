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

// Integer dot products of signed byte codes with a query widened to 16 bits. Rows begin at
// codes + row * stride; stride is a multiple of 64 and what lies beyond the dimensions is zero.
// Exact: 127 · 127 · 16,000 fits 32 bits.
void dotCodes(const qint8 *codes, qsizetype stride, const qint16 *query, const quint32 *rows, int count, qint32 *dots);
void dotCodesInARow(const qint8 *codes, qsizetype stride, const qint16 *query, quint32 firstRow, int count, qint32 *dots);

// The instruction set in use: "AVX2", "SSE4", "NEON" …
QString kernelTarget();

} // namespace qd::retrieval
