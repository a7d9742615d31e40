#include "retrieval/snapshotformat.h"

#include <QtEndian>

#include <bit>
#include <cstdio>
#include <cstring>

namespace qd::retrieval {

namespace {

constexpr quint64 XxPrime1 = 0x9E3779B185EBCA87u, XxPrime2 = 0xC2B2AE3D27D4EB4Fu, XxPrime3 = 0x165667B19E3779F9u, XxPrime4 = 0x85EBCA77C2B2AE63u, XxPrime5 = 0x27D4EB2F165667C5u;
constexpr char SnapshotMagic[] = "QDSNAPSH", VectorMagic[] = "QDVECTOR";

quint64 xxRound(quint64 lane, quint64 word) { return std::rotl(lane + word * XxPrime2, 31) * XxPrime1; }
quint64 xxWord(const char *at) { return qFromLittleEndian<quint64>(at); }

class ByteSink
{
public:
    template <typename Number>
    void put(Number number)
    {
        const Number little = qToLittleEndian(number);
        m_bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
    }
    void put(const SnapshotSection &section)
    {
        put(section.offset);
        put(section.size);
        put(section.checksum);
    }
    void put(const QByteArray &text)
    {
        put(quint32(text.size()));
        m_bytes += text;
    }
    QByteArray bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

// Never reads beyond its bytes; once something is missing everything after it is 0 and isSound() false.
class ByteSource
{
public:
    explicit ByteSource(QByteArrayView bytes) : m_bytes(bytes) {}
    template <typename Number>
    Number take()
    {
        if (m_bytes.size() < qsizetype(sizeof(Number))) {
            m_isSound = false;
            m_bytes = {};
            return 0;
        }
        const Number number = qFromLittleEndian<Number>(m_bytes.data());
        m_bytes = m_bytes.sliced(sizeof(Number));
        return number;
    }
    // A section within the file; an empty one may lie anywhere.
    SnapshotSection section(quint64 fileSize)
    {
        SnapshotSection section{take<quint64>(), take<quint64>(), take<quint64>()};
        if (section.offset > fileSize || section.size > fileSize - section.offset || section.offset % 8 != 0)
            m_isSound = false;
        return section;
    }
    QByteArray text()
    {
        const quint32 size = take<quint32>();
        if (m_bytes.size() < qsizetype(size)) {
            m_isSound = false;
            return {};
        }
        const QByteArray text = m_bytes.first(size).toByteArray();
        m_bytes = m_bytes.sliced(size);
        return text;
    }
    // A count of things that take at least `bytesEach`, so that a wild one allocates nothing.
    quint32 count(qsizetype bytesEach)
    {
        const quint32 count = take<quint32>();
        if (qsizetype(count) > m_bytes.size() / bytesEach) {
            m_isSound = false;
            return 0;
        }
        return count;
    }
    bool isSound() const { return m_isSound; }
    bool isAtEnd() const { return m_bytes.isEmpty(); }

private:
    QByteArrayView m_bytes;
    bool m_isSound = true;
};

} // namespace

void Checksum::add(const void *bytes, qsizetype size)
{
    const char *at = static_cast<const char *>(bytes);
    m_total += quint64(size);
    if (m_restSize > 0) {
        const int more = int(std::min<qsizetype>(32 - m_restSize, size));
        std::memcpy(m_rest + m_restSize, at, size_t(more));
        m_restSize += more;
        at += more;
        size -= more;
        if (m_restSize < 32)
            return;
        for (int i = 0; i < 4; ++i)
            m_lanes[i] = xxRound(m_lanes[i], xxWord(m_rest + 8 * i));
        m_restSize = 0;
    }
    for (; size >= 32; size -= 32, at += 32) {
        for (int i = 0; i < 4; ++i)
            m_lanes[i] = xxRound(m_lanes[i], xxWord(at + 8 * i));
    }
    if (size > 0)
        std::memcpy(m_rest, at, size_t(size));
    m_restSize = int(size);
}

quint64 Checksum::value() const
{
    quint64 hash;
    if (m_total >= 32) {
        hash = std::rotl(m_lanes[0], 1) + std::rotl(m_lanes[1], 7) + std::rotl(m_lanes[2], 12) + std::rotl(m_lanes[3], 18);
        for (const quint64 lane : m_lanes)
            hash = (hash ^ xxRound(0, lane)) * XxPrime1 + XxPrime4;
    } else {
        hash = XxPrime5;
    }
    hash += m_total;
    int i = 0;
    for (; i + 8 <= m_restSize; i += 8)
        hash = std::rotl(hash ^ xxRound(0, xxWord(m_rest + i)), 27) * XxPrime1 + XxPrime4;
    if (i + 4 <= m_restSize) {
        hash = std::rotl(hash ^ quint64(qFromLittleEndian<quint32>(m_rest + i)) * XxPrime1, 23) * XxPrime2 + XxPrime3;
        i += 4;
    }
    for (; i < m_restSize; ++i)
        hash = std::rotl(hash ^ quint64(quint8(m_rest[i])) * XxPrime5, 11) * XxPrime1;
    hash = (hash ^ hash >> 33) * XxPrime2;
    hash = (hash ^ hash >> 29) * XxPrime3;
    return hash ^ hash >> 32;
}

quint64 Checksum::of(QByteArrayView bytes)
{
    Checksum checksum;
    checksum.add(bytes.data(), bytes.size());
    return checksum.value();
}

QByteArray SnapshotDirectory::toBytes() const
{
    ByteSink sink;
    sink.put(quint32(shape.type));
    sink.put(quint32(shape.dims));
    sink.put(rows);
    sink.put(quint32(shape.columns.size()));
    for (const SnapshotColumn &column : shape.columns) {
        sink.put(quint8(column.kind));
        sink.put(column.name);
    }
    sink.put(quint32(segments.size()));
    for (const SnapshotSegment &segment : segments) {
        sink.put(segment.rows);
        for (const SnapshotSection &section : segment.columns)
            sink.put(section);
    }
    sink.put(quint32(notes.size()));
    for (const auto &[name, section] : notes) {
        sink.put(name);
        sink.put(section);
    }
    sink.put(alive);
    sink.put(present);
    sink.put(quint32(blocks.size()));
    for (const quint64 block : blocks)
        sink.put(block);
    return sink.bytes();
}

std::optional<SnapshotDirectory> SnapshotDirectory::fromBytes(QByteArrayView bytes, quint64 fileSize)
{
    ByteSource source(bytes);
    SnapshotDirectory directory;
    const quint32 type = source.take<quint32>(), dims = source.take<quint32>();
    directory.rows = source.take<quint32>();
    if (type > 1 || dims > 65'535 || directory.rows > 0x7fffffff)
        return {};
    directory.shape.type = ElementType(type);
    directory.shape.dims = int(dims);
    for (quint32 i = source.count(5); i > 0; --i) {
        const quint8 kind = source.take<quint8>();
        if (kind > 2)
            return {};
        directory.shape.columns << SnapshotColumn{source.text(), SnapshotColumn::Kind(kind)};
    }
    quint32 rows = 0;
    for (quint32 i = source.count(4); i > 0 && source.isSound(); --i) {
        SnapshotSegment segment;
        segment.firstRow = rows;
        segment.rows = source.take<quint32>();
        if (segment.rows > directory.rows - rows)
            return {};
        rows += segment.rows;
        for (const SnapshotColumn &column : std::as_const(directory.shape.columns)) {
            const SnapshotSection section = source.section(fileSize);
            const quint64 least = (quint64(segment.rows) + 63) / 64 * 8 + quint64(segment.rows + (column.kind == SnapshotColumn::Kind::Bytes)) * 8;
            if (section.size < least)
                return {};
            segment.columns << section;
        }
        directory.segments << segment;
    }
    for (quint32 i = source.count(28); i > 0 && source.isSound(); --i) {
        const QByteArray name = source.text();
        directory.notes.emplace_back(name, source.section(fileSize));
    }
    directory.alive = source.section(fileSize);
    directory.present = source.section(fileSize);
    for (quint32 i = source.count(8); i > 0; --i)
        directory.blocks << source.take<quint64>();
    const quint64 bitmap = (quint64(directory.rows) + 63) / 64 * 8;
    const quint32 blocks = dims == 0 ? 0 : VectorLayout::blocksOf(directory.rows);
    if (!source.isSound() || !source.isAtEnd() || rows != directory.rows || directory.alive.size != bitmap || directory.present.size != bitmap || quint32(directory.blocks.size()) != blocks)
        return {};
    return directory;
}

QByteArray SnapshotHeader::toBytes() const
{
    ByteSink sink;
    sink.put(version);
    sink.put(quint32(0));
    sink.put(generation);
    sink.put(pair);
    sink.put(directory);
    QByteArray slot = SnapshotMagic + sink.bytes();
    const quint64 checksum = qToLittleEndian(Checksum::of(slot));
    return slot.append(reinterpret_cast<const char *>(&checksum), sizeof checksum);
}

std::optional<SnapshotHeader> SnapshotHeader::fromBytes(QByteArrayView slot)
{
    if (slot.size() < Size || !slot.startsWith(SnapshotMagic) || qFromLittleEndian<quint64>(slot.data() + Size - 8) != Checksum::of(slot.first(Size - 8)))
        return {};
    ByteSource source(slot.sliced(8, Size - 16));
    SnapshotHeader header;
    header.version = source.take<quint32>();
    source.take<quint32>();
    header.generation = source.take<quint64>();
    header.pair = source.take<quint64>();
    header.directory = {source.take<quint64>(), source.take<quint64>(), source.take<quint64>()};
    return header;
}

bool SnapshotHeader::isBegunAt(QByteArrayView file)
{
    const auto slot = [&file](qsizetype at) { return file.size() > at ? file.sliced(at, std::min<qsizetype>(8, file.size() - at)) : QByteArrayView(); };
    const auto isBegun = [](QByteArrayView bytes) { return QByteArrayView(SnapshotMagic).startsWith(bytes) || std::all_of(bytes.begin(), bytes.end(), [](char byte) { return byte == 0; }); };
    return isBegun(slot(0)) || (!slot(SlotDistance).isEmpty() && isBegun(slot(SlotDistance)));
}

quint64 VectorLayout::checksum(const char *block, quint32 rowsUsed) const
{
    Checksum checksum;
    for (const auto &[at, each] : parts())
        checksum.add(block + at, each * rowsUsed);
    return checksum.value();
}

QByteArray VectorLayout::header(quint64 pair) const
{
    ByteSink sink;
    sink.put(Snapshot::Version);
    sink.put(quint32(type));
    sink.put(quint32(dims));
    sink.put(quint32(BlockShift));
    sink.put(pair);
    QByteArray slot = VectorMagic + sink.bytes();
    slot.resize(SnapshotHeader::Size - 8, '\0');
    const quint64 checksum = qToLittleEndian(Checksum::of(slot));
    return slot.append(reinterpret_cast<const char *>(&checksum), sizeof checksum);
}

std::optional<VectorLayout> VectorLayout::fromHeader(QByteArrayView slot, quint64 &pair, quint32 &version)
{
    if (slot.size() < SnapshotHeader::Size || !slot.startsWith(VectorMagic) || qFromLittleEndian<quint64>(slot.data() + SnapshotHeader::Size - 8) != Checksum::of(slot.first(SnapshotHeader::Size - 8)))
        return {};
    ByteSource source(slot.sliced(8));
    version = source.take<quint32>();
    VectorLayout layout;
    layout.type = source.take<quint32>() == 0 ? ElementType::Float32 : ElementType::Float16;
    layout.dims = int(source.take<quint32>());
    const quint32 shift = source.take<quint32>();
    pair = source.take<quint64>();
    if (version == Snapshot::Version && shift != BlockShift)
        return {};
    return layout;
}

QString vectorPathOf(const QString &path)
{
    return path + QStringLiteral(".vectors");
}

QString partPathOf(const QString &path)
{
    return path + QStringLiteral(".part");
}

bool finishInterruptedCommit(const QString &path)
{
    const auto pairOf = [](const QString &of, bool isMain) -> std::optional<quint64> {
        QFile file(of);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        quint64 pair = 0;
        quint32 version = 0;
        if (!isMain)
            return VectorLayout::fromHeader(file.read(SnapshotHeader::Size), pair, version) ? std::optional(pair) : std::nullopt;
        // A first generation lies in the second slot.
        file.seek(SnapshotHeader::SlotDistance);
        const auto header = SnapshotHeader::fromBytes(file.read(SnapshotHeader::Size));
        return header ? std::optional(header->pair) : std::nullopt;
    };
    const auto waiting = pairOf(partPathOf(path), true);
    if (!waiting || waiting != pairOf(vectorPathOf(path), false))
        return false;
    return ::rename(QFile::encodeName(partPathOf(path)).constData(), QFile::encodeName(path).constData()) == 0;
}

std::optional<SnapshotBeginning> beginningOf(QFile &file, quint64 generation)
{
    file.seek(qsizetype(generation % 2) * SnapshotHeader::SlotDistance);
    const auto header = SnapshotHeader::fromBytes(file.read(SnapshotHeader::Size));
    if (!header || header->generation != generation || !file.seek(qsizetype(header->directory.offset)))
        return std::nullopt;
    const auto directory = SnapshotDirectory::fromBytes(file.read(qsizetype(header->directory.size)), quint64(file.size()));
    return directory ? std::optional(SnapshotBeginning{*header, *directory}) : std::nullopt;
}

} // namespace qd::retrieval
