#pragma once

// How much memory the server has allocated in the course of an HNSW scan: an iterative scan stops looking
// for more candidates once that exceeds work_mem times hnsw.scan_mem_multiplier. Blocks and free lists
// of PostgreSQL 13 to 15's allocator (aset.c), the table of visited elements (lib/simplehash.h) and the
// lists are counted as they would be there, allocation by allocation. Private to the layer.

#include <QtGlobal>

#include <vector>

namespace qd::retrieval {

// One memory context. What is freed is known by its size alone.
class ServerMemory
{
public:
    ServerMemory();
    void allocate(qint64 bytes);
    void free(qint64 bytes);
    qint64 allocated() const { return m_allocated; }

private:
    static constexpr int SizeClasses = 11; // 8 to 8192 bytes
    static int classOf(qint64 bytes);
    qint64 m_allocated, m_room, m_nextBlock;
    qint64 m_free[SizeClasses] = {};
};

// A List of pointers: cells grow by doubling.
class ServerList
{
public:
    explicit ServerList(ServerMemory &memory) : m_memory(&memory) {}
    void append();
    void removeLast();
    int length() const { return m_length; }

private:
    ServerMemory *m_memory;
    int m_length = 0, m_capacity = 0;
    bool m_hasOwnCells = false;
};

// The hash table of visited elements: grows when it is full, and when collisions would make it slow.
class VisitedTable
{
public:
    // As tidhash_create() is called for that many elements.
    VisitedTable(ServerMemory &memory, quint64 elements);
    // Of an index TID, as its six bytes.
    void insert(quint64 tid);

private:
    quint64 hashOf(quint64 tid) const;
    quint64 bucketOf(quint64 tid) const { return hashOf(tid) & (m_slots.size() - 1); }
    quint64 next(quint64 at) const { return (at + 1) & (m_slots.size() - 1); }
    void setSize(quint64 size);
    void grow();
    bool place(quint64 tid);

    ServerMemory *m_memory;
    std::vector<quint64> m_slots; // 0: empty; no TID is 0
    quint32 m_members = 0, m_threshold = 0;
};

} // namespace qd::retrieval
