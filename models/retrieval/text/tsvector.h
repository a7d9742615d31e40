#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace qd::retrieval {

// The weights of a position, with the server's numbers: D is what to_tsvector() gives.
enum class Weight : quint8 { D, C, B, A };

// A position of a lexeme in its document, 1 to 16383, with its weight in the two upper bits, as the
// server stores it.
using LexemePosition = quint16;
constexpr int placeOf(LexemePosition position) { return position & 0x3fff; }
constexpr Weight weightOf(LexemePosition position) { return Weight(position >> 14); }

// The limits of the server's type (ts_type.h): what goes beyond them is dropped or refused there,
// and so here. (Lexemes: as 15.20; 15.18 allowed one byte less. tsvector_concat and the
// text form allow one position more than to_tsvector.)
inline constexpr int MaxPlace = 16383, MaxPositions = 255, MaxLexemeBytes = 2047, MaxVectorBytes = (1 << 20) - 1;

// A document as text search sees it: PostgreSQL's tsvector. Lexemes are ordered by their bytes,
// positions ascend. A lexeme without positions (after strip()) is possible. Three blocks of
// memory per document, whatever its size.
class TsVector
{
public:
    int count() const { return int(m_entries.size()); } // of distinct lexemes
    bool isEmpty() const { return m_entries.empty(); }
    std::string_view lexeme(int index) const { return {m_texts.data() + m_entries[std::size_t(index)].text, m_entries[std::size_t(index)].bytes}; }
    std::span<const LexemePosition> positions(int index) const { return {m_positions.data() + m_entries[std::size_t(index)].position, m_entries[std::size_t(index)].positions}; }

    int find(std::string_view lexeme) const; // -1: not there
    // The first lexeme that is not before this one; those with this prefix begin there.
    int lowerBound(std::string_view lexeme) const;
    // What ts_rank's flags 1 and 2 mean by length: the number of positions, a lexeme without any
    // counting as one.
    int length() const;

    // As the server writes and reads it: 'fat':2,4A 'rat'.
    QByteArray text() const;
    static Result<TsVector> fromText(QByteArrayView text);
    // The binary form (tsvectorsend), as COPY … (format binary) brings it.
    static Result<TsVector> fromBinary(QByteArrayView wire);

    // setweight(vector, …) and the operator ||.
    void setWeight(Weight weight);
    TsVector joined(const TsVector &behind) const;

    bool operator==(const TsVector &) const = default;

    // For producers: lexemes in ascending order; positions ascend and are unique.
    void append(std::string_view lexeme, std::span<const LexemePosition> positions);
    void reserve(int lexemes, int bytes, int positions);
    // Bytes of the server's own representation, for its limit of 1 MiB.
    qsizetype storedBytes() const;

private:
    struct Entry
    {
        quint32 text;
        quint32 position;
        quint16 bytes;
        quint16 positions;
        bool operator==(const Entry &) const = default;
    };

    std::string m_texts;
    std::vector<LexemePosition> m_positions;
    std::vector<Entry> m_entries;
};

// What the server says when a vector does not fit into its type.
Error vectorTooLong(qsizetype bytes);

} // namespace qd::retrieval
