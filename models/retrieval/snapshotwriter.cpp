#include "retrieval/snapshotwriter.h"

#include "retrieval/snapshotformat.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QtEndian>

#include <bit>
#include <cstdio>
#include <cstring>

#include <unistd.h>

namespace qd::retrieval {

namespace {

struct SnapshotWriterWords
{
    Q_DECLARE_TR_FUNCTIONS(SnapshotWriter)
};

constexpr qsizetype MostBufferedBytes = 8 << 20;
constexpr quint32 MostBufferedRows = VectorLayout::RowsPerBlock;

tl::unexpected<Error> writeFailure(const QFile &file)
{
    return failure(Error::Kind::Lost, SnapshotWriterWords::tr("The snapshot file “%1” could not be written; what was there before is unchanged.").arg(file.fileName()), file.errorString());
}

} // namespace

// The values of one column that are not in the file yet.
class SnapshotColumnBuffer
{
public:
    explicit SnapshotColumnBuffer(SnapshotColumn::Kind kind) : m_kind(kind) {}

    bool fits(const SnapshotCell &cell) const
    {
        return cell.index() == 0 || cell.index() == (m_kind == SnapshotColumn::Kind::Bytes ? 3u : m_kind == SnapshotColumn::Kind::Integer ? 1u : 2u);
    }
    void add(const SnapshotCell &cell)
    {
        if (m_count % 64 == 0)
            m_bitmap.append(8, '\0');
        if (cell.index() != 0)
            m_bitmap[m_count / 8] = char(quint8(m_bitmap[m_count / 8]) | 1 << (m_count % 8));
        ++m_count;
        const auto put = [this](quint64 value) {
            const quint64 little = qToLittleEndian(value);
            m_values.append(reinterpret_cast<const char *>(&little), sizeof little);
        };
        if (const QByteArray *bytes = std::get_if<QByteArray>(&cell))
            m_bytes += *bytes;
        if (m_kind == SnapshotColumn::Kind::Bytes)
            put(quint64(m_bytes.size()));
        else if (const qint64 *integer = std::get_if<qint64>(&cell))
            put(quint64(*integer));
        else
            put(std::holds_alternative<double>(cell) ? std::bit_cast<quint64>(std::get<double>(cell)) : 0);
    }
    qsizetype size() const { return m_values.size() + m_bytes.size(); }
    QByteArray take()
    {
        const QByteArray section = m_bitmap + (m_kind == SnapshotColumn::Kind::Bytes ? QByteArray(8, '\0') : QByteArray()) + m_values + m_bytes;
        m_bitmap = m_values = m_bytes = {};
        m_count = 0;
        return section;
    }

private:
    SnapshotColumn::Kind m_kind;
    int m_count = 0;
    QByteArray m_bitmap, m_values, m_bytes;
};

static QByteArray bitmapOf(const std::vector<bool> &rows)
{
    QByteArray bitmap(qsizetype((rows.size() + 63) / 64 * 8), '\0');
    for (size_t row = 0; row < rows.size(); ++row) {
        if (rows[row])
            bitmap[qsizetype(row / 8)] = char(quint8(bitmap[qsizetype(row / 8)]) | 1 << (row % 8));
    }
    return bitmap;
}

struct SnapshotWriter::State
{
    explicit State(const QString &file) : path(file), lock(file + QStringLiteral(".lock")) {}

    Result<> own();
    Result<> begin(bool isNew);
    Result<> write(QFile &file, qsizetype at, QByteArrayView bytes);
    Result<SnapshotSection> append(QByteArrayView bytes);
    Result<> flush();
    Result<> flushVectors();
    Result<> writeHeader();

    QString path;
    QLockFile lock;
    QFile main, vectors;
    bool isNew = false;
    SnapshotDirectory directory;
    VectorLayout layout;
    quint64 generation = 0, pair = 0;
    qsizetype end = SnapshotHeader::FirstSection;
    std::vector<bool> alive, present;
    std::vector<SnapshotColumnBuffer> buffers;
    // The rows that wait to be written; the last block of the file is kept whole.
    QByteArray block;
    quint32 written = 0, buffered = 0;
};

// A new snapshot is written beside the old one and takes its name with the first commit.
static QString partOf(const QString &path, bool isNew)
{
    return isNew ? partPathOf(path) : path;
}

Result<> SnapshotWriter::State::own()
{
    lock.setStaleLockTime(0); // a writer that works for an hour is not stale; one that died is
    if (lock.tryLock(0))
        return {};
    // Of a disk without room the lock file says only that the error is unknown, as of a folder that is missing.
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (lock.error() == QLockFile::UnknownError && folder.isDir() && folder.isWritable())
        return failure(Error::Kind::Lost, SnapshotWriterWords::tr("The snapshot “%1” cannot be written: no file could be made in its folder. Is its disk full?").arg(path));
    if (lock.error() != QLockFile::LockFailedError)
        return failure(Error::Kind::Refused, SnapshotWriterWords::tr("The snapshot “%1” cannot be written: its folder is missing or closed to you.").arg(path));
    return failure(Error::Kind::Busy, SnapshotWriterWords::tr("Another Quarterdeck is writing the snapshot “%1”.").arg(path));
}

Result<> SnapshotWriter::State::begin(bool isFresh)
{
    isNew = isFresh;
    main.setFileName(partOf(path, isNew));
    vectors.setFileName(partOf(vectorPathOf(path), isNew));
    const auto mode = isNew ? QIODevice::ReadWrite | QIODevice::Truncate : QIODevice::OpenMode(QIODevice::ReadWrite);
    if (!main.open(mode | QIODevice::Unbuffered))
        return writeFailure(main);
    if (layout.dims > 0 && !vectors.open(mode | QIODevice::Unbuffered))
        return writeFailure(vectors);
    for (const SnapshotColumn &column : std::as_const(directory.shape.columns))
        buffers.emplace_back(column.kind);
    block = QByteArray(layout.dims > 0 ? layout.blockBytes() : 0, '\0');
    written = directory.rows;
    if (layout.dims > 0 && isNew) {
        QByteArray header = layout.header(pair);
        header.resize(VectorLayout::FirstBlock, '\0');
        if (const auto done = write(vectors, 0, header); !done)
            return done;
    }
    if (layout.dims > 0 && written % VectorLayout::RowsPerBlock != 0) {
        // The last block is not full: read it back to go on in it.
        const quint32 last = written >> VectorLayout::BlockShift;
        vectors.seek(layout.blockAt(last));
        const QByteArray bytes = vectors.read(layout.fileSize(written) - layout.blockAt(last));
        std::memcpy(block.data(), bytes.constData(), size_t(bytes.size()));
    }
    return {};
}

Result<> SnapshotWriter::State::write(QFile &file, qsizetype at, QByteArrayView bytes)
{
    if (!file.seek(at) || file.write(bytes.data(), bytes.size()) != bytes.size())
        return writeFailure(file);
    return {};
}

Result<SnapshotSection> SnapshotWriter::State::append(QByteArrayView bytes)
{
    end = (end + 7) / 8 * 8;
    if (const auto done = write(main, end, bytes); !done)
        return tl::unexpected(done.error());
    const SnapshotSection section{quint64(end), quint64(bytes.size()), Checksum::of(bytes)};
    end += bytes.size();
    return section;
}

Result<> SnapshotWriter::State::flush()
{
    if (buffered == 0)
        return {};
    SnapshotSegment segment{directory.rows - buffered, buffered, {}};
    for (SnapshotColumnBuffer &buffer : buffers) {
        const auto section = append(buffer.take());
        if (!section)
            return tl::unexpected(section.error());
        segment.columns << *section;
    }
    directory.segments << segment;
    if (const auto done = flushVectors(); !done)
        return done;
    buffered = 0;
    return {};
}

// Writes the parts of the current block that are new, and its checksum.
Result<> SnapshotWriter::State::flushVectors()
{
    if (layout.dims == 0 || written == directory.rows)
        return {};
    const quint32 number = written >> VectorLayout::BlockShift, first = written % VectorLayout::RowsPerBlock;
    const quint32 count = directory.rows - written; // add() flushes at the end of each block
    const auto part = [&](qsizetype at, qsizetype each) {
        const qsizetype from = at + each * first;
        return write(vectors, layout.blockAt(number) + from, QByteArrayView(block).sliced(from, each * count));
    };
    for (const auto &[at, each] : layout.parts()) {
        if (const auto done = part(at, each); !done)
            return done;
    }
    const quint64 checksum = layout.checksum(block.constData(), first + count);
    if (quint32(directory.blocks.size()) == number)
        directory.blocks << checksum;
    else
        directory.blocks[number] = checksum;
    written = directory.rows;
    if (written % VectorLayout::RowsPerBlock == 0)
        block.fill('\0');
    return {};
}

// Everything the header will name is on the disk before the header is.
Result<> SnapshotWriter::State::writeHeader()
{
    const auto sections = {std::pair{&directory.alive, bitmapOf(alive)}, {&directory.present, bitmapOf(present)}};
    for (const auto &[to, bitmap] : sections) {
        const auto section = append(bitmap);
        if (!section)
            return tl::unexpected(section.error());
        *to = *section;
    }
    const auto at = append(directory.toBytes());
    if (!at)
        return tl::unexpected(at.error());
    if (layout.dims > 0 && ::fdatasync(vectors.handle()) != 0)
        return writeFailure(vectors);
    if (::fdatasync(main.handle()) != 0)
        return writeFailure(main);
    const SnapshotHeader header{Snapshot::Version, generation + 1, pair, *at};
    if (const auto done = write(main, qsizetype(header.generation % 2) * SnapshotHeader::SlotDistance, header.toBytes()); !done)
        return done;
    if (::fdatasync(main.handle()) != 0)
        return writeFailure(main);
    ++generation;
    return {};
}

SnapshotWriter::SnapshotWriter(std::unique_ptr<State> state) : m_state(std::move(state)) {}

SnapshotWriter::~SnapshotWriter()
{
    if (m_state->isNew) { // never committed
        m_state->main.remove();
        m_state->vectors.remove();
    }
}

Result<std::unique_ptr<SnapshotWriter>> SnapshotWriter::create(const QString &path, const SnapshotShape &shape, std::optional<quint64> pair)
{
    auto state = std::make_unique<State>(path);
    if (const auto owned = state->own(); !owned)
        return tl::unexpected(owned.error());
    finishInterruptedCommit(path);
    state->directory.shape = shape;
    state->layout = {shape.type, shape.dims};
    state->pair = pair ? *pair : QRandomGenerator::system()->generate64();
    std::unique_ptr<SnapshotWriter> writer(new SnapshotWriter(std::move(state)));
    if (const auto begun = writer->m_state->begin(true); !begun)
        return tl::unexpected(begun.error());
    return writer;
}

Result<std::unique_ptr<SnapshotWriter>> SnapshotWriter::append(const QString &path)
{
    // First, so that nobody else commits between what is read here and what is written.
    auto state = std::make_unique<State>(path);
    if (const auto owned = state->own(); !owned)
        return tl::unexpected(owned.error());
    const auto snapshot = Snapshot::open(path);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const Snapshot &old = **snapshot;
    // The directory once more, as it is kept.
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return writeFailure(file);
    const auto beginning = beginningOf(file, old.generation());
    if (!beginning)
        return failure(Error::Kind::Lost, SnapshotWriterWords::tr("The snapshot “%1” changed while it was opened.").arg(path));
    state->directory = beginning->directory;
    state->layout = {old.shape().type, old.shape().dims};
    state->generation = beginning->header.generation;
    state->pair = beginning->header.pair;
    // Behind everything: the other header may still name a directory further on.
    state->end = file.size();
    for (quint32 row = 0; row < old.rows(); ++row) {
        state->alive.push_back(old.alive().contains(row));
        state->present.push_back(old.searchable().contains(row));
    }
    std::unique_ptr<SnapshotWriter> writer(new SnapshotWriter(std::move(state)));
    if (const auto begun = writer->m_state->begin(false); !begun)
        return tl::unexpected(begun.error());
    return writer;
}

quint32 SnapshotWriter::rows() const { return m_state->directory.rows; }

Result<quint32> SnapshotWriter::add(const SnapshotRow &row)
{
    State &s = *m_state;
    const bool hasVector = !row.embedding.isEmpty();
    if (hasVector && row.embedding.size() != s.layout.bytesPerRow())
        return failure(Error::Kind::Wrong, SnapshotWriterWords::tr("An embedding of %1 bytes does not fit a snapshot of %2 dimensions.").arg(row.embedding.size()).arg(s.layout.dims));
    if (row.cells.size() != qsizetype(s.buffers.size()))
        return failure(Error::Kind::Wrong, SnapshotWriterWords::tr("A row of %1 columns does not fit a snapshot of %2.").arg(row.cells.size()).arg(s.buffers.size()));
    for (size_t i = 0; i < s.buffers.size(); ++i) {
        if (!s.buffers[i].fits(row.cells[qsizetype(i)]))
            return failure(Error::Kind::Wrong, SnapshotWriterWords::tr("A value of column “%1” is of another kind than the snapshot's.").arg(QString::fromUtf8(s.directory.shape.columns[qsizetype(i)].name)));
    }
    qsizetype size = 0;
    for (size_t i = 0; i < s.buffers.size(); ++i) {
        s.buffers[i].add(row.cells[qsizetype(i)]);
        size += s.buffers[i].size();
    }
    const quint32 number = s.directory.rows++;
    if (s.layout.dims > 0) {
        const quint32 at = number % VectorLayout::RowsPerBlock;
        char *block = s.block.data();
        QuantisedRow quantised;
        if (hasVector) {
            std::memcpy(block + s.layout.elementsAt() + s.layout.bytesPerRow() * at, row.embedding.constData(), size_t(row.embedding.size()));
            const auto plane = [&](qsizetype from) { return reinterpret_cast<quint8 *>(block + from + s.layout.planeBytes() * at); };
            quantised = quantise(s.layout.type, block + s.layout.elementsAt() + s.layout.bytesPerRow() * at, s.layout.dims, plane(0), plane(s.layout.lowersAt()));
        }
        std::memcpy(block + s.layout.scalesAt() + 4 * at, &quantised.scale, 4);
        std::memcpy(block + s.layout.residualsAt() + 4 * at, &quantised.residual, 4);
        std::memcpy(block + s.layout.upperResidualsAt() + 4 * at, &quantised.upperResidual, 4);
        std::memcpy(block + s.layout.normsAt() + 4 * at, &quantised.norm, 4);
    }
    s.alive.push_back(true);
    s.present.push_back(hasVector);
    ++s.buffered;
    if (s.buffered >= MostBufferedRows || size > MostBufferedBytes || s.directory.rows % VectorLayout::RowsPerBlock == 0) {
        if (const auto done = s.flush(); !done)
            return tl::unexpected(done.error());
    }
    return number;
}

void SnapshotWriter::remove(quint32 row)
{
    if (row < m_state->alive.size())
        m_state->alive[row] = false;
}

Result<> SnapshotWriter::setNote(const QByteArray &name, QByteArrayView bytes)
{
    auto &notes = m_state->directory.notes;
    notes.removeIf([&name](const auto &note) { return note.first == name; });
    if (bytes.isEmpty())
        return {};
    const auto section = m_state->append(bytes);
    if (!section)
        return tl::unexpected(section.error());
    notes.emplace_back(name, *section);
    return {};
}

Result<> SnapshotWriter::commit()
{
    State &s = *m_state;
    if (const auto done = s.flush(); !done)
        return done;
    if (const auto done = s.writeHeader(); !done)
        return done;
    if (!s.isNew)
        return {};
    // The vectors first: dying in between leaves a complete main file under its other name, which
    // finishInterruptedCommit() then puts in its place.
    for (QFile *file : {&s.vectors, &s.main}) {
        if (file == &s.vectors && s.layout.dims == 0)
            continue;
        const QString to = file == &s.vectors ? vectorPathOf(s.path) : s.path;
        // Unlike QFile::rename this replaces, and the open file goes along.
        if (::rename(QFile::encodeName(file->fileName()).constData(), QFile::encodeName(to).constData()) != 0)
            return writeFailure(*file);
    }
    s.isNew = false;
    return {};
}

} // namespace qd::retrieval
