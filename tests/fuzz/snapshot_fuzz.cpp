// Snapshots that somebody else wrote, badly: a small one is damaged as the input says, its checksums
// are put right where possible so that the damage gets past them, and everything of it is read.
#include "retrieval/recordedqueries.h"
#include "retrieval/snapshotformat.h"
#include "retrieval/snapshotwriter.h"
#include "retrieval/vectors/exactsearch.h"

#include <QTemporaryDir>

#include <cstdlib>

using namespace qd;
using namespace qd::retrieval;

static void demand(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

static QByteArray readAll(const QString &path)
{
    QFile file(path);
    demand(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

static void writeAll(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    demand(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size());
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static QTemporaryDir folder(QStringLiteral("/dev/shm/qd-fuzz-XXXXXX"));
    static const QString path = folder.filePath(QStringLiteral("s"));
    static const QByteArray base = [] {
        auto writer = SnapshotWriter::create(path, {{{"key", SnapshotColumn::Kind::Integer}, {"text", SnapshotColumn::Kind::Bytes}}, ElementType::Float32, 2}).value();
        for (int i = 0; i < 70; ++i)
            demand(writer->add({{SnapshotCell(qint64(i)), i % 3 ? SnapshotCell(QByteArray(i, 'x')) : SnapshotCell()}, QByteArray(i % 2 ? 8 : 0, char(i))}).has_value());
        demand(writer->setNote(notes::Queries, QByteArray(40, '\0')).has_value() && writer->commit().has_value());
        return readAll(path);
    }();

    QByteArray main = base;
    SnapshotHeader header = *SnapshotHeader::fromBytes(QByteArrayView(main).sliced(SnapshotHeader::SlotDistance));
    QByteArray directoryBytes = main.sliced(qsizetype(header.directory.offset), qsizetype(header.directory.size));
    // Three bytes each: where (in the directory or in the sections) and what.
    for (; size >= 3; bytes += 3, size -= 3) {
        if (bytes[0] & 1)
            directoryBytes[qsizetype(bytes[0] / 2 + bytes[1] * 2) % directoryBytes.size()] = char(bytes[2]);
        else
            main[SnapshotHeader::FirstSection + (bytes[0] / 2 * 256 + bytes[1]) % (main.size() - SnapshotHeader::FirstSection)] = char(bytes[2]);
    }
    if (auto directory = SnapshotDirectory::fromBytes(directoryBytes, header.directory.offset)) {
        const auto setRight = [&main](SnapshotSection &section) { section.checksum = Checksum::of(QByteArrayView(main).sliced(qsizetype(section.offset), qsizetype(section.size))); };
        for (SnapshotSegment &segment : directory->segments) {
            for (SnapshotSection &section : segment.columns)
                setRight(section);
        }
        for (auto &note : directory->notes)
            setRight(note.second);
        setRight(directory->alive);
        setRight(directory->present);
        directoryBytes = directory->toBytes();
    }
    main.truncate(qsizetype(header.directory.offset));
    header.directory.size = quint64(directoryBytes.size());
    header.directory.checksum = Checksum::of(directoryBytes);
    main.replace(SnapshotHeader::SlotDistance, SnapshotHeader::Size, header.toBytes());
    writeAll(path, main + directoryBytes);

    const auto snapshot = Snapshot::open(path);
    if (!snapshot) {
        demand(!snapshot.error().message.isEmpty());
        return 0;
    }
    const Snapshot &s = **snapshot;
    qsizetype seen = 0;
    for (quint32 row = 0; row < s.rows(); ++row) {
        for (int column = 0; column < int(s.shape().columns.size()); ++column) {
            if (const auto text = s.bytes(row, column)) {
                for (const char c : *text)
                    seen += c;
            }
            seen += s.integer(row, column).value_or(0) & 1;
            seen += s.number(row, column) ? 1 : 0;
        }
    }
    for (const QByteArray &name : s.notes()) {
        if (const auto note = s.note(name))
            seen += RecordedQueries::fromBytes(*note).has_value();
    }
    if (s.shape().dims == 2 && s.shape().type == ElementType::Float32) {
        const float query[2] = {1, float(seen % 3)};
        const QuantisedColumn quantised = s.quantised();
        ExactQuery ask;
        ask.query = query;
        demand(searchExactly(s.vectors(), &quantised, ask).rows.size() <= 10);
    }
    return s.verify().has_value() ? 0 : 0;
}
