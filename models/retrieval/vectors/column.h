#pragma once

// Where vectors lie: rows of equal length in memory that somebody else owns, usually a mapped file.

#include "retrieval/vectors/arithmetic.h"

#include <QtGlobal>

#include <span>
#include <vector>

namespace qd::retrieval {

// One bit per row.
class RowSet
{
public:
    RowSet() = default;
    explicit RowSet(quint32 rows, bool isFull = false)
        : m_words((size_t(rows) + 63) / 64, isFull ? ~quint64(0) : 0)
        , m_rows(rows)
    {
        if (isFull && rows % 64 != 0)
            m_words.back() = (quint64(1) << (rows % 64)) - 1;
    }

    quint32 rows() const { return m_rows; }
    bool contains(quint32 row) const { return row < m_rows && (m_words[row / 64] >> (row % 64) & 1); }
    void insert(quint32 row) { m_words[row / 64] |= quint64(1) << (row % 64); }
    void remove(quint32 row) { m_words[row / 64] &= ~(quint64(1) << (row % 64)); }
    quint32 count() const;
    void intersect(const RowSet &other);
    std::span<const quint64> words() const { return m_words; }

private:
    std::vector<quint64> m_words;
    quint32 m_rows = 0;
};

// A column of vectors as the server stores them. Rows whose embedding is NULL have elements here
// (any) and are left out by `present`; without `present` every row has one. A snapshot keeps rows in
// blocks of 2^blockShift, `blockBytes` apart, so that it can grow; in memory there is one block.
struct VectorColumn
{
    const void *elements = nullptr;
    ElementType type = ElementType::Float32;
    int dims = 0;
    quint32 rows = 0;
    const RowSet *present = nullptr;
    int blockShift = 31;
    qsizetype blockBytes = 0;

    qsizetype bytesPerRow() const { return qsizetype(dims) * bytesOf(type); }
    const void *row(quint32 row) const
    {
        return static_cast<const char *>(elements) + qsizetype(row >> blockShift) * blockBytes + qsizetype(row & ((quint32(1) << blockShift) - 1)) * bytesPerRow();
    }
    bool has(quint32 row) const { return !present || present->contains(row); }
};

} // namespace qd::retrieval
