#pragma once

// What one system of the demo writes into its tables as time goes by. A day is a pure function of
// the story and the date, so the thirty days of history, the traffic that goes on afterwards, and
// a second start with the same seed are the same rows.

#include "core/time.h"
#include "demo/copyline.h"

#include <functional>
#include <vector>

namespace qd::demo {

struct Table
{
    QByteArray name, columns;
};

struct Row
{
    qint64 atUs = 0;   // when the application writes it
    int table = 0;     // index into tables()
    QByteArray line;   // COPY's text format, with its line end
};

class System
{
public:
    virtual ~System() = default;

    virtual QList<Table> tables() const = 0;
    // Adds the rows of everything that begins on this UTC day; the last may be written after midnight.
    virtual void appendDay(QDate day, std::vector<Row> &rows) const = 0;
    // Writes the rows of documents and their chunks into files beginning with `stem`; gives the COPY
    // statements that read them. Any thread.
    virtual Result<QByteArray> writeDocuments(const QString &stem) const;
    // id, email and user metadata of auth.users, where there is such a table.
    virtual QByteArray usersAsCopy() const { return {}; }
};

// The COPY statement that reads `rows`, which are written into `file`.
Result<QByteArray> writtenCopy(const Table &table, const QString &file, const QByteArray &rows);

// Writes the rows of a range in time order into <stem>.<table number>, and the COPY statements
// that read them into `copies`. Runs on any thread; `isCancelled` ends it early.
struct Written
{
    qint64 rows = 0;
    QByteArray copies;
};
Result<Written> writeRows(const System &system, const TimeRange &range, const QString &stem, const std::function<bool()> &isCancelled);

} // namespace qd::demo
