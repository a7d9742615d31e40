#include "retrieval/snapshotformat.h"
#include "retrieval/snapshotwriter.h"

#include <QFileInfo>

#include <algorithm>
#include <numeric>

namespace qd::retrieval {

namespace {

// About how many bytes of both files are still needed.
double neededBytes(const Snapshot &snapshot, const SnapshotDirectory &directory, qint64 vectorBytes)
{
    const auto add = [](double sum, const SnapshotSection &section) { return sum + double(section.size); };
    double cells = double(vectorBytes), notes = 0;
    for (const SnapshotSegment &segment : directory.segments)
        cells = std::accumulate(segment.columns.begin(), segment.columns.end(), cells, add);
    for (const auto &[name, section] : directory.notes)
        notes += double(section.size);
    return notes + (directory.rows == 0 ? 0 : cells * snapshot.alive().count() / directory.rows);
}

SnapshotCell cellOf(const Snapshot &snapshot, quint32 row, int column)
{
    const auto copied = [](const auto &value) { return value ? SnapshotCell(*value) : SnapshotCell(); };
    switch (snapshot.shape().columns[column].kind) {
    case SnapshotColumn::Kind::Integer: return copied(snapshot.integer(row, column));
    case SnapshotColumn::Kind::Number: return copied(snapshot.number(row, column));
    case SnapshotColumn::Kind::Bytes: break;
    }
    const auto bytes = snapshot.bytes(row, column);
    return bytes ? SnapshotCell(bytes->toByteArray()) : SnapshotCell();
}

} // namespace

Result<bool> compactSnapshot(const QString &path, qint64 spare)
{
    const auto first = Snapshot::open(path);
    if (!first)
        return tl::unexpected(first.error());
    // From here on nobody else writes; what was read before may be older.
    auto writer = SnapshotWriter::create(path, (*first)->shape());
    if (!writer)
        return tl::unexpected(writer.error());
    const auto opened = Snapshot::open(path);
    if (!opened)
        return tl::unexpected(opened.error());
    const Snapshot &old = **opened;
    QFile file(path);
    const auto beginning = file.open(QIODevice::ReadOnly) ? beginningOf(file, old.generation()) : std::nullopt;
    if (!beginning || old.shape() != (*first)->shape())
        return false;
    const qint64 vectorBytes = QFileInfo(vectorPathOf(path)).size();
    const double all = double(file.size() + vectorBytes), needed = neededBytes(old, beginning->directory, vectorBytes);
    if (all - needed <= std::max(double(spare), all / 2))
        return false;
    const VectorColumn vectors = old.vectors();
    SnapshotRow row;
    for (quint32 number = 0; number < old.rows(); ++number) {
        if (!old.alive().contains(number))
            continue;
        row.cells.clear();
        for (int column = 0; column < int(old.shape().columns.size()); ++column)
            row.cells << cellOf(old, number, column);
        row.embedding = old.searchable().contains(number) ? QByteArray(static_cast<const char *>(vectors.row(number)), vectors.bytesPerRow()) : QByteArray();
        if (old.damage())
            return failure(*old.damage());
        if (const auto added = (*writer)->add(row); !added)
            return tl::unexpected(added.error());
    }
    for (const QByteArray &name : old.notes()) {
        const auto copied = old.note(name).and_then([&](QByteArrayView bytes) { return (*writer)->setNote(name, bytes); });
        if (!copied)
            return tl::unexpected(copied.error());
    }
    return (*writer)->commit().map([] { return true; });
}

} // namespace qd::retrieval
