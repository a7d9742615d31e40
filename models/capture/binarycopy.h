#pragma once

// COPY … (format binary) as a stream: any number of copies one after another, cut anywhere. Layout
// after PostgreSQL's documentation of COPY, "Binary Format". Every length is doubted.

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <optional>
#include <vector>

namespace qd::capture {

// The cells of one row, valid while they are being looked at; nothing is NULL.
using CopiedRow = std::vector<std::optional<QByteArrayView>>;

class BinaryCopyReader
{
public:
    // `row` gets every row with the number of its copy, counted from 0; its error ends the reading.
    using TakeRow = std::function<Result<>(int copy, const CopiedRow &row)>;

    // Takes bytes as they come. Whole rows are handed on at once, the rest is kept for the next time.
    Result<> feed(QByteArrayView bytes, const TakeRow &row);
    // The number of copies that came to their end.
    int finished() const { return m_finished; }
    bool isInside() const { return m_isInside || !m_rest.isEmpty(); }

private:
    Result<qsizetype> takeOne(QByteArrayView bytes, const TakeRow &row);

    QByteArray m_rest;
    CopiedRow m_row;
    int m_finished = 0;
    bool m_isInside = false;
};

// Numbers as the server sends them.
template <typename Number>
std::optional<Number> numberFrom(QByteArrayView cell);

} // namespace qd::capture
