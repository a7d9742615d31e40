#pragma once

// Which arithmetic a server adds in. A query of fixed vector pairs, asked once with a snapshot, reads
// distances as float8send; the arithmetic that reproduces all of them bit by bit is the server's.
// Asked per operator and type, because compilers treat each loop on its own.

#include "core/result.h"
#include "retrieval/vectors/arithmetic.h"

#include <QByteArray>
#include <QList>

#include <map>
#include <optional>

namespace qd::retrieval {

class Calibration
{
public:
    // The query. `schema` is where the extension lives ("public", "extensions"); `hasHalf` is true
    // from pgvector 0.7, which brought halfvec and <+>. It reads nothing but constants.
    static QByteArray sql(const QByteArray &schema, bool hasHalf);

    // Reads the query's answer, rows of text cells as they came. An answer of another shape is an
    // error; an answer that no known arithmetic reproduces is not.
    static Result<Calibration> read(const QList<QList<QByteArray>> &rows);

    // The server's arithmetic for an operator; the distance of an index follows its operator (the
    // index orders SquaredL2 by what <-> adds up, Cosine by InnerProduct). Nothing if none matches.
    std::optional<Arithmetic> arithmetic(Metric metric, ElementType type) const;
    // What to compute with when none matches: the commonest of the type.
    Arithmetic arithmeticOrLikely(Metric metric, ElementType type) const;
    // Of vector_norm() and l2_norm(): what normalises vectors for an index by cosine.
    Arithmetic normArithmetic(ElementType type) const;
    Grade grade(Metric metric, ElementType type) const;
    // The largest difference between the server's answers and the likeliest arithmetic where none
    // matches; 0 where one does.
    double largestDifference(Metric metric, ElementType type) const;

    // For the snapshot: one line per operator and type, and back.
    QByteArray toText() const;
    static Result<Calibration> fromText(const QByteArray &text);

private:
    struct Found
    {
        std::optional<Arithmetic> arithmetic;
        double largestDifference = 0;
    };
    Found foundOf(int loop, ElementType type) const;
    // By loop (the four operators, then the norm) and type.
    std::map<std::pair<int, ElementType>, Found> m_found;
};

} // namespace qd::retrieval
