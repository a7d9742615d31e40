#include "retrieval/snapshotformat.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cstring>

namespace qd::retrieval {

namespace {

struct SnapshotWords
{
    Q_DECLARE_TR_FUNCTIONS(Snapshot)
};

tl::unexpected<Error> snapshotDamage(const QString &name, const QString &detail)
{
    return failure(Error::Kind::Wrong, SnapshotWords::tr("The snapshot “%1” is damaged or cut off; take it again.").arg(name), detail);
}

tl::unexpected<Error> noSnapshot(const QString &name)
{
    return failure(Error::Kind::Wrong, SnapshotWords::tr("The file “%1” is no snapshot of Quarterdeck.").arg(name));
}

tl::unexpected<Error> snapshotNewer(const QString &name)
{
    return failure(Error::Kind::Wrong, SnapshotWords::tr("The snapshot “%1” was written by a newer Quarterdeck; update to open it.").arg(name));
}

tl::unexpected<Error> snapshotOlder(const QString &name)
{
    return failure(Error::Kind::Wrong, SnapshotWords::tr("The snapshot “%1” was written by an earlier Quarterdeck in a form that is no longer read; delete it and take it again.").arg(name));
}

Result<const char *> mapped(QFile &file, const QString &path)
{
    file.setFileName(path);
    if (!file.exists())
        return failure(Error::Kind::Missing, SnapshotWords::tr("There is no snapshot file “%1”.").arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Refused, SnapshotWords::tr("The snapshot file “%1” cannot be read.").arg(path), file.errorString());
    if (file.size() == 0)
        return snapshotDamage(QFileInfo(path).fileName(), QStringLiteral("empty"));
    const uchar *bytes = file.map(0, file.size());
    if (!bytes)
        return failure(Error::Kind::Refused, SnapshotWords::tr("The snapshot file “%1” cannot be mapped.").arg(path), file.errorString());
    return reinterpret_cast<const char *>(bytes);
}

bool isBitSet(const char *bitmap, quint32 row)
{
    return quint8(bitmap[row / 8]) >> (row % 8) & 1;
}

RowSet rowSetFrom(const char *bitmap, quint32 rows)
{
    RowSet set(rows);
    for (quint32 row = 0; row < rows; ++row) {
        if (isBitSet(bitmap, row))
            set.insert(row);
    }
    return set;
}

} // namespace

struct Snapshot::Directory
{
    SnapshotDirectory kept;
    VectorLayout layout;
    // What was compared with its checksum so far: per segment and column, 0 not yet, 1 good, 2 bad.
    std::vector<std::vector<quint8>> checked;
    std::vector<quint32> firstRows;
};

Snapshot::Snapshot() : m_directory(std::make_unique<Directory>()) {}
Snapshot::~Snapshot() = default;

Result<std::unique_ptr<Snapshot>> Snapshot::open(const QString &path)
{
    finishInterruptedCommit(path);
    std::unique_ptr<Snapshot> snapshot(new Snapshot);
    if (const auto opened = snapshot->openMain(path); !opened)
        return tl::unexpected(opened.error());
    if (const auto opened = snapshot->openVectors(path); !opened)
        return tl::unexpected(opened.error());
    return snapshot;
}

Result<> Snapshot::openMain(const QString &path)
{
    m_name = QFileInfo(path).fileName();
    const auto bytes = mapped(m_main, path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    m_mainBytes = *bytes;
    const QByteArrayView file(m_mainBytes, m_main.size());
    std::optional<SnapshotHeader> newest;
    for (const qsizetype at : {qsizetype(0), SnapshotHeader::SlotDistance}) {
        const auto header = file.size() >= at + SnapshotHeader::Size ? SnapshotHeader::fromBytes(file.sliced(at)) : std::nullopt;
        if (header && header->version != Version)
            return header->version > Version ? snapshotNewer(m_name) : snapshotOlder(m_name);
        if (header && (!newest || header->generation > newest->generation))
            newest = header;
    }
    // Before its first commit a snapshot has no name, so that one of the two places begins with the magic.
    if (!newest && !SnapshotHeader::isBegunAt(file))
        return noSnapshot(m_name);
    if (!newest)
        return snapshotDamage(m_name, QStringLiteral("no header"));
    const quint64 size = quint64(file.size());
    const SnapshotSection &at = newest->directory;
    if (at.offset > size || at.size > size - at.offset)
        return snapshotDamage(m_name, QStringLiteral("directory beyond the end"));
    const QByteArrayView directory = file.sliced(qsizetype(at.offset), qsizetype(at.size));
    if (Checksum::of(directory) != at.checksum)
        return snapshotDamage(m_name, QStringLiteral("directory"));
    const auto kept = SnapshotDirectory::fromBytes(directory, size);
    if (!kept)
        return snapshotDamage(m_name, QStringLiteral("directory contradicts itself"));
    m_generation = newest->generation;
    m_pair = newest->pair;
    m_shape = kept->shape;
    m_rows = kept->rows;
    for (const SnapshotSection &section : {kept->alive, kept->present}) {
        if (Checksum::of(file.sliced(qsizetype(section.offset), qsizetype(section.size))) != section.checksum)
            return snapshotDamage(m_name, QStringLiteral("row bitmap"));
    }
    m_alive = rowSetFrom(m_mainBytes + kept->alive.offset, m_rows);
    m_searchable = rowSetFrom(m_mainBytes + kept->present.offset, m_rows);
    m_searchable.intersect(m_alive);
    for (const SnapshotSegment &segment : kept->segments) {
        m_directory->firstRows.push_back(segment.firstRow);
        m_directory->checked.emplace_back(size_t(segment.columns.size()), quint8(0));
    }
    m_directory->kept = *kept;
    return {};
}

Result<> Snapshot::openVectors(const QString &path)
{
    m_directory->layout = {m_shape.type, m_shape.dims};
    if (m_shape.dims == 0)
        return {};
    const auto bytes = mapped(m_vectors, vectorPathOf(path));
    if (!bytes)
        return tl::unexpected(bytes.error());
    m_vectorBytes = *bytes;
    quint64 pair = 0;
    quint32 version = 0;
    const QString name = QFileInfo(m_vectors.fileName()).fileName();
    const auto layout = VectorLayout::fromHeader({m_vectorBytes, qsizetype(m_vectors.size())}, pair, version);
    if (!layout)
        return snapshotDamage(name, QStringLiteral("no header"));
    if (version != Version)
        return version > Version ? snapshotNewer(name) : snapshotOlder(name);
    if (pair != m_pair || layout->type != m_shape.type || layout->dims != m_shape.dims)
        return failure(Error::Kind::Wrong, SnapshotWords::tr("The file “%1” belongs to another snapshot than “%2”.").arg(name, m_name));
    if (m_vectors.size() < layout->fileSize(m_rows))
        return snapshotDamage(name, QStringLiteral("%1 bytes of %2").arg(m_vectors.size()).arg(layout->fileSize(m_rows)));
    return {};
}

int Snapshot::column(QByteArrayView name) const
{
    for (int i = 0; i < int(m_shape.columns.size()); ++i) {
        if (m_shape.columns[i].name == name)
            return i;
    }
    return -1;
}

// The place of a cell in its section; null for NULL and for what cannot be trusted.
const char *Snapshot::cell(quint32 row, int column, qsizetype &size) const
{
    if (row >= m_rows || column < 0 || column >= int(m_shape.columns.size()))
        return nullptr;
    const auto &firsts = m_directory->firstRows;
    const size_t number = size_t(std::upper_bound(firsts.begin(), firsts.end(), row) - firsts.begin()) - 1;
    const SnapshotSegment &segment = m_directory->kept.segments[qsizetype(number)];
    const SnapshotSection &section = segment.columns[column];
    const char *bytes = m_mainBytes + section.offset;
    quint8 &state = m_directory->checked[number][size_t(column)];
    if (state == 0)
        state = Checksum::of({bytes, qsizetype(section.size)}) == section.checksum ? 1 : 2;
    if (state == 2) {
        if (!m_damage)
            m_damage = snapshotDamage(m_name, QStringLiteral("column %1, rows from %2").arg(QString::fromUtf8(m_shape.columns[column].name)).arg(segment.firstRow)).value();
        return nullptr;
    }
    const quint32 at = row - segment.firstRow;
    if (!isBitSet(bytes, at))
        return nullptr;
    const char *values = bytes + (qsizetype(segment.rows) + 63) / 64 * 8;
    if (m_shape.columns[column].kind != SnapshotColumn::Kind::Bytes) {
        size = 8;
        return values + qsizetype(at) * 8;
    }
    const quint64 begin = qFromLittleEndian<quint64>(values + qsizetype(at) * 8), end = qFromLittleEndian<quint64>(values + qsizetype(at + 1) * 8);
    const quint64 room = section.size - quint64(values - bytes) - quint64(segment.rows + 1) * 8;
    if (begin > end || end > room)
        return nullptr;
    size = qsizetype(end - begin);
    return values + qsizetype(segment.rows + 1) * 8 + qsizetype(begin);
}

std::optional<QByteArrayView> Snapshot::bytes(quint32 row, int column) const
{
    qsizetype size = 0;
    const char *at = column >= 0 && column < int(m_shape.columns.size()) && m_shape.columns[column].kind == SnapshotColumn::Kind::Bytes ? cell(row, column, size) : nullptr;
    return at ? std::optional(QByteArrayView(at, size)) : std::nullopt;
}

std::optional<qint64> Snapshot::integer(quint32 row, int column) const
{
    qsizetype size = 0;
    const char *at = column >= 0 && column < int(m_shape.columns.size()) && m_shape.columns[column].kind == SnapshotColumn::Kind::Integer ? cell(row, column, size) : nullptr;
    return at ? std::optional(qFromLittleEndian<qint64>(at)) : std::nullopt;
}

std::optional<double> Snapshot::number(quint32 row, int column) const
{
    qsizetype size = 0;
    const char *at = column >= 0 && column < int(m_shape.columns.size()) && m_shape.columns[column].kind == SnapshotColumn::Kind::Number ? cell(row, column, size) : nullptr;
    return at ? std::optional(std::bit_cast<double>(qFromLittleEndian<quint64>(at))) : std::nullopt;
}

QList<QByteArray> Snapshot::notes() const
{
    QList<QByteArray> names;
    for (const auto &note : m_directory->kept.notes)
        names << note.first;
    return names;
}

Result<QByteArrayView> Snapshot::note(QByteArrayView name) const
{
    for (const auto &[known, section] : m_directory->kept.notes) {
        if (known != name)
            continue;
        const QByteArrayView bytes(m_mainBytes + section.offset, qsizetype(section.size));
        if (Checksum::of(bytes) != section.checksum)
            return snapshotDamage(m_name, QStringLiteral("note %1").arg(QString::fromUtf8(known)));
        return bytes;
    }
    return failure(Error::Kind::Missing, SnapshotWords::tr("The snapshot “%1” holds no “%2”.").arg(m_name, QString::fromUtf8(name)));
}

VectorColumn Snapshot::vectors() const
{
    const VectorLayout &layout = m_directory->layout;
    if (m_shape.dims == 0)
        return {nullptr, m_shape.type, 0, 0, &m_searchable, 31, 0};
    return {m_vectorBytes + layout.blockAt(0) + layout.elementsAt(), m_shape.type, m_shape.dims, m_rows, &m_searchable, VectorLayout::BlockShift, layout.blockBytes()};
}

QuantisedColumn Snapshot::quantised() const
{
    const VectorLayout &layout = m_directory->layout;
    const char *block = m_vectorBytes + layout.blockAt(0);
    const auto floats = [block](qsizetype at) { return reinterpret_cast<const float *>(block + at); };
    if (m_shape.dims == 0)
        return {};
    const auto plane = [block](qsizetype at) { return reinterpret_cast<const quint8 *>(block + at); };
    return {plane(0), plane(layout.lowersAt()), layout.stride(), floats(layout.scalesAt()), floats(layout.residualsAt()), floats(layout.upperResidualsAt()), floats(layout.normsAt()), m_rows, VectorLayout::BlockShift, layout.blockBytes()};
}

Result<> Snapshot::verify(const std::function<bool()> &isStopped) const
{
    const auto stopped = [&isStopped] { return isStopped && isStopped(); };
    const auto cancelled = [] { return failure(Error::Kind::Cancelled, QString()); };
    for (const SnapshotSegment &segment : m_directory->kept.segments) {
        for (const SnapshotSection &section : segment.columns) {
            if (stopped())
                return cancelled();
            if (Checksum::of({m_mainBytes + section.offset, qsizetype(section.size)}) != section.checksum)
                return snapshotDamage(m_name, QStringLiteral("rows from %1").arg(segment.firstRow));
        }
    }
    for (const auto &[name, section] : m_directory->kept.notes) {
        if (stopped())
            return cancelled();
        if (const auto bytes = note(name); !bytes)
            return tl::unexpected(bytes.error());
    }
    for (quint32 block = 0; block < quint32(m_directory->kept.blocks.size()); ++block) {
        if (stopped())
            return cancelled();
        const char *bytes = m_vectorBytes + m_directory->layout.blockAt(block);
        if (m_directory->layout.checksum(bytes, VectorLayout::rowsIn(block, m_rows)) != m_directory->kept.blocks[block])
            return snapshotDamage(QFileInfo(m_vectors.fileName()).fileName(), QStringLiteral("block %1").arg(block));
    }
    return {};
}

} // namespace qd::retrieval
