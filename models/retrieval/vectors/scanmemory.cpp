#include "retrieval/vectors/scanmemory.h"

#include <algorithm>
#include <bit>

namespace qd::retrieval {

namespace {

// On 64-bit machines.
constexpr qint64 ContextHeader = 224, BlockHeader = 40, ChunkHeader = 16, LargestChunk = 8192;
constexpr qint64 FirstBlock = 8 * 1024, LargestBlock = 256 * 1024; // as hnswbeginscan() asks for
constexpr qint64 ListHeader = 24, ListCellBytes = 8, TableHeader = 48, TableEntry = 8;
constexpr double FillFactor = 0.9;
constexpr quint64 FarthestFromHome = 25, MostMoved = 150;

} // namespace

ServerMemory::ServerMemory() : m_allocated(FirstBlock), m_room(FirstBlock - ContextHeader - BlockHeader), m_nextBlock(FirstBlock) {}

int ServerMemory::classOf(qint64 bytes)
{
    return bytes <= 8 ? 0 : std::bit_width(quint64(bytes - 1)) - 3;
}

void ServerMemory::allocate(qint64 bytes)
{
    if (bytes > LargestChunk) {
        m_allocated += (bytes + 7) / 8 * 8 + BlockHeader + ChunkHeader;
        return;
    }
    const int sizeClass = classOf(bytes);
    if (m_free[sizeClass] > 0) {
        --m_free[sizeClass];
        return;
    }
    const qint64 chunk = (qint64(8) << sizeClass) + ChunkHeader;
    if (m_room < chunk) {
        // What is left of the block is carved into chunks.
        while (m_room >= 8 + ChunkHeader) {
            int carved = classOf(m_room - ChunkHeader);
            if ((qint64(8) << carved) != m_room - ChunkHeader)
                --carved;
            m_room -= (qint64(8) << carved) + ChunkHeader;
            ++m_free[carved];
        }
        qint64 block = m_nextBlock;
        m_nextBlock = std::min(2 * m_nextBlock, LargestBlock);
        while (block < chunk + BlockHeader)
            block *= 2;
        m_allocated += block;
        m_room = block - BlockHeader;
    }
    m_room -= chunk;
}

void ServerMemory::free(qint64 bytes)
{
    if (bytes > LargestChunk)
        m_allocated -= (bytes + 7) / 8 * 8 + BlockHeader + ChunkHeader;
    else
        ++m_free[classOf(bytes)];
}

void ServerList::append()
{
    if (m_length == 0) {
        m_capacity = 5;
        m_hasOwnCells = false;
        m_memory->allocate(ListHeader + m_capacity * ListCellBytes);
    } else if (m_length == m_capacity) {
        const int larger = int(std::bit_ceil(quint32(std::max(16, m_length + 1))));
        m_memory->allocate(larger * ListCellBytes);
        if (m_hasOwnCells)
            m_memory->free(m_capacity * ListCellBytes);
        m_capacity = larger;
        m_hasOwnCells = true;
    }
    ++m_length;
}

void ServerList::removeLast()
{
    if (--m_length > 0)
        return;
    if (m_hasOwnCells)
        m_memory->free(m_capacity * ListCellBytes);
    m_memory->free(ListHeader + 5 * ListCellBytes);
}

VisitedTable::VisitedTable(ServerMemory &memory, quint64 elements) : m_memory(&memory)
{
    memory.allocate(TableHeader);
    setSize(quint64(double(elements) / FillFactor));
    memory.allocate(qint64(m_slots.size()) * TableEntry);
}

void VisitedTable::setSize(quint64 size)
{
    m_slots.assign(std::bit_ceil(std::max<quint64>(size, 2)), 0);
    m_threshold = quint32(double(m_slots.size()) * FillFactor);
}

// murmurhash64(), cut to 32 bits.
quint64 VisitedTable::hashOf(quint64 h) const
{
    h ^= h >> 33;
    h *= 0xff51afd7ed558ccd;
    h ^= h >> 33;
    h *= 0xc4ceb9fe1a85ec53;
    h ^= h >> 33;
    return quint32(h);
}

void VisitedTable::grow()
{
    const std::vector<quint64> old = std::move(m_slots);
    setSize(2 * old.size());
    m_memory->allocate(qint64(m_slots.size()) * TableEntry);
    // From the first entry on that is at home, so that the order of collisions is kept.
    quint64 start = 0;
    while (start < old.size() && old[start] != 0 && (hashOf(old[start]) & (old.size() - 1)) != start)
        ++start;
    for (quint64 i = 0; i < old.size(); ++i) {
        const quint64 tid = old[(start + i) & (old.size() - 1)];
        if (tid == 0)
            continue;
        quint64 at = bucketOf(tid);
        while (m_slots[at] != 0)
            at = next(at);
        m_slots[at] = tid;
    }
    m_memory->free(qint64(old.size()) * TableEntry);
}

void VisitedTable::insert(quint64 tid)
{
    while (!place(tid)) { }
}

// False: the table has to grow first.
bool VisitedTable::place(quint64 tid)
{
    if (m_members >= m_threshold)
        grow();
    const bool isDense = double(m_members) / double(m_slots.size()) >= 0.1;
    quint64 at = bucketOf(tid), distance = 0;
    for (;;) {
        if (m_slots[at] == 0) {
            m_slots[at] = tid;
            ++m_members;
            return true;
        }
        if (m_slots[at] == tid)
            return true;
        const quint64 home = bucketOf(m_slots[at]);
        const quint64 itsDistance = (at - home) & (m_slots.size() - 1);
        if (distance > itsDistance) {
            quint64 empty = next(at), moved = 0;
            while (m_slots[empty] != 0) {
                if (++moved > MostMoved && isDense) {
                    m_threshold = 0;
                    return false;
                }
                empty = next(empty);
            }
            for (quint64 to = empty; to != at;) {
                const quint64 from = (to - 1) & (m_slots.size() - 1);
                m_slots[to] = m_slots[from];
                to = from;
            }
            m_slots[at] = tid;
            ++m_members;
            return true;
        }
        at = next(at);
        if (++distance > FarthestFromHome && isDense) {
            m_threshold = 0;
            return false;
        }
    }
}

} // namespace qd::retrieval
