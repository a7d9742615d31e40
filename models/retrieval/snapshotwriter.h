#pragma once

// Writes a snapshot or adds to one. Rows are kept in memory up to a few megabytes, then appended;
// nothing of it counts before commit(). One writer at a time: a second one is refused.

#include "retrieval/snapshot.h"

#include <QLockFile>

#include <variant>

namespace qd::retrieval {

using SnapshotCell = std::variant<std::monostate, qint64, double, QByteArray>;

struct SnapshotRow
{
    QList<SnapshotCell> cells; // in the order of the columns, of their kinds; monostate is NULL
    QByteArray embedding;      // elements of the snapshot's type; empty is NULL
};

class SnapshotWriter
{
public:
    ~SnapshotWriter();

    // Replaces whatever the path holds, once committed for the first time. `pair` tells the two files
    // that they belong together; a random number unless the bytes must be the same every time.
    static Result<std::unique_ptr<SnapshotWriter>> create(const QString &path, const SnapshotShape &shape, std::optional<quint64> pair = {});
    // Continues an existing snapshot.
    static Result<std::unique_ptr<SnapshotWriter>> append(const QString &path);

    // The number of the new row, or why it does not fit: cells of another kind, another dimension.
    Result<quint32> add(const SnapshotRow &row);
    // A row that production no longer has, or whose new version was added.
    void remove(quint32 row);
    // Replaces the note of that name; an empty one removes it.
    Result<> setNote(const QByteArray &name, QByteArrayView bytes);
    // Makes everything so far the snapshot's next generation.
    Result<> commit();
    quint32 rows() const;

private:
    struct State;
    explicit SnapshotWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

// Writes a snapshot anew without the rows and notes that updates replaced, if these are more than half
// of its bytes and more than `spare`. True: done; readers of the old files keep them until they let
// go. On an error the snapshot is what it was. Rows get other numbers.
Result<bool> compactSnapshot(const QString &path, qint64 spare = qint64(16) << 20);

} // namespace qd::retrieval
