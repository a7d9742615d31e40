#pragma once

// Exact search: what `select … where FILTER order by embedding <=> $1 limit k` returns when the
// server scans every row. The quantised copy rules out all rows that cannot be among the answers;
// the rest gets the server's own bits. Rows at equal distance form a group: the server returns them
// in an order that depends on its heap, so only groups can be compared.

#include "retrieval/vectors/quantised.h"

#include <optional>

class QThreadPool;

namespace qd::retrieval {

// A condition on the score, as the search functions of the systems write it, with float8's order
// (NaN is greater than every number, so a row without length passes `similarity > 0.5`).
struct Threshold
{
    enum class On {
        Distance,   // embedding <=> $1 < bound
        Similarity, // 1 - (embedding <=> $1) > bound
    };
    On on = On::Distance;
    double bound = 0;
    bool isInclusive = false; // <= and >=

    bool passes(double distance) const;
};

struct ExactQuery
{
    Metric metric = Metric::Cosine;
    Arithmetic arithmetic;
    const void *query = nullptr;       // elements of the column's type
    int limit = 10;
    const RowSet *filter = nullptr;    // only these rows, decided before anything is scored
    std::optional<Threshold> threshold;
    QThreadPool *pool = nullptr;       // if given, half of the scan runs there when a thread is free
};

struct ScoredRow
{
    quint32 row = 0;
    double distance = 0;
    int group = 0; // rows of equal distance share a group, numbered from 0
};

struct ExactAnswer
{
    std::vector<ScoredRow> rows; // by distance, then by row
    // Rows at the distance of the last that the limit left out: the server may return any of them.
    quint32 tiedBeyondLimit = 0;
    quint32 scanned = 0;  // rows that passed the filter and have an embedding
    quint32 rescored = 0; // of them, those that needed the server's arithmetic
};

// Without a quantised column, and for L1 which has no bound, every row is scored.
ExactAnswer searchExactly(const VectorColumn &column, const QuantisedColumn *quantised, const ExactQuery &query);

// The exact rank (from 1, ties counted as better) and distance of one row among those of the filter,
// whether or not a limit or threshold would show it: for "why is it missing".
struct ExactPlace
{
    double distance = 0;
    quint32 rank = 0;
    quint32 ties = 0; // other rows at the same distance
};
ExactPlace placeOf(const VectorColumn &column, const ExactQuery &query, quint32 row);

} // namespace qd::retrieval
