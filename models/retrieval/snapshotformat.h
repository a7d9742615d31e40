#pragma once

// How a snapshot lies in its files. Private to the layer.
//
// FILE:          header slot at 0, header slot at 4096, then sections and directories from 8192 on.
// Header slot:   magic "QDSNAPSH", version u32, 0 u32, generation u64, pair u64, directory offset u64,
//                length u64, checksum u64, checksum of the slot's first 56 bytes u64.
// Segment:       rows that were appended together. Per column a section: a bitmap of those that are
//                not NULL (whole 64-bit words), then for numbers 8 bytes per row, for bytes n + 1
//                offsets of 8 bytes and the bytes.
// FILE.vectors:  slot at 0: magic "QDVECTOR", version u32, type u32, dims u32, block shift u32, pair
//                u64, 24 zero bytes, checksum of the first 56 bytes. Blocks from 4096 on: upper halves of
//                the codes of all rows of the block, lower halves, scales, residuals, residuals of the
//                upper halves, norms (float32), elements; the file may end after the last row's elements.

#include "retrieval/snapshot.h"

#include <array>

namespace qd::retrieval {

// XXH64 (Yann Collet's xxHash, version 0.8 of its specification) with seed 0.
class Checksum
{
public:
    void add(const void *bytes, qsizetype size);
    quint64 value() const;
    static quint64 of(QByteArrayView bytes);

private:
    quint64 m_lanes[4] = {0x60EA27EEADC0B5D6u, 0xC2B2AE3D27D4EB4Fu, 0, 0x61C8864E7A143579u};
    quint64 m_total = 0;
    char m_rest[32] = {};
    int m_restSize = 0;
};

struct SnapshotSection
{
    quint64 offset = 0, size = 0, checksum = 0;
};

struct SnapshotSegment
{
    quint32 firstRow = 0, rows = 0;
    QList<SnapshotSection> columns;
};

struct SnapshotDirectory
{
    SnapshotShape shape;
    quint32 rows = 0;
    QList<SnapshotSegment> segments;
    QList<std::pair<QByteArray, SnapshotSection>> notes;
    SnapshotSection alive, present; // bitmaps of all rows
    QList<quint64> blocks;          // checksum of each block's used part in FILE.vectors

    QByteArray toBytes() const;
    // Nothing if the bytes contradict themselves; every section lies within `fileSize`.
    static std::optional<SnapshotDirectory> fromBytes(QByteArrayView bytes, quint64 fileSize);
};

struct SnapshotHeader
{
    static constexpr qsizetype Size = 64, SlotDistance = 4096, FirstSection = 8192;
    quint32 version = Snapshot::Version;
    quint64 generation = 0, pair = 0;
    SnapshotSection directory;

    QByteArray toBytes() const;
    static std::optional<SnapshotHeader> fromBytes(QByteArrayView slot);
    // Whether the file, as far as it is there, may be a snapshot: a slot begins as one does or is empty.
    static bool isBegunAt(QByteArrayView file);
};

// The header in use and its directory, read from the file once more; nothing if it is not what
// `generation` was.
struct SnapshotBeginning
{
    SnapshotHeader header;
    SnapshotDirectory directory;
};
std::optional<SnapshotBeginning> beginningOf(QFile &file, quint64 generation);

// Where things lie in FILE.vectors.
struct VectorLayout
{
    static constexpr int BlockShift = 12;
    static constexpr quint32 RowsPerBlock = 1u << BlockShift;
    static constexpr qsizetype FirstBlock = 4096;

    ElementType type = ElementType::Float32;
    int dims = 0;

    qsizetype stride() const { return QuantisedColumn::strideFor(dims); }
    qsizetype bytesPerRow() const { return qsizetype(dims) * bytesOf(type); }
    qsizetype planeBytes() const { return stride() / 2; } // of a row
    qsizetype lowersAt() const { return planeBytes() * RowsPerBlock; }
    qsizetype scalesAt() const { return 2 * lowersAt(); }
    qsizetype residualsAt() const { return scalesAt() + 4 * RowsPerBlock; }
    qsizetype upperResidualsAt() const { return residualsAt() + 4 * RowsPerBlock; }
    qsizetype normsAt() const { return upperResidualsAt() + 4 * RowsPerBlock; }
    qsizetype elementsAt() const { return normsAt() + 4 * RowsPerBlock; }
    qsizetype blockBytes() const { return (elementsAt() + bytesPerRow() * RowsPerBlock + 4095) / 4096 * 4096; }
    qsizetype blockAt(quint32 block) const { return FirstBlock + qsizetype(block) * blockBytes(); }
    static quint32 blocksOf(quint32 rows) { return (rows + RowsPerBlock - 1) >> BlockShift; }
    static quint32 rowsIn(quint32 block, quint32 rows) { return std::min(RowsPerBlock, rows - (block << BlockShift)); }
    qsizetype fileSize(quint32 rows) const
    {
        const quint32 blocks = blocksOf(rows);
        return rows == 0 ? FirstBlock : blockAt(blocks - 1) + elementsAt() + bytesPerRow() * rowsIn(blocks - 1, rows);
    }
    // What a block consists of: where a part lies and how many bytes of it each row takes.
    std::array<std::pair<qsizetype, qsizetype>, 7> parts() const
    {
        return {{{0, planeBytes()}, {lowersAt(), planeBytes()}, {scalesAt(), 4}, {residualsAt(), 4}, {upperResidualsAt(), 4}, {normsAt(), 4}, {elementsAt(), bytesPerRow()}}};
    }
    // The checksum of what `rowsUsed` rows use of a block.
    quint64 checksum(const char *block, quint32 rowsUsed) const;

    QByteArray header(quint64 pair) const;
    static std::optional<VectorLayout> fromHeader(QByteArrayView slot, quint64 &pair, quint32 &version);
};

QString vectorPathOf(const QString &path);
QString partPathOf(const QString &path);
// The first commit of a snapshot gives two files their names, one after the other. If that stopped
// half-way, gives the second one its name; true if it did.
bool finishInterruptedCommit(const QString &path);

} // namespace qd::retrieval
