#pragma once

// Production's IVFFlat index, from its pages, and pgvector's scan of it (ivfscan.c): the nearest
// `probes` lists by their centres, all their rows sorted by distance, and with iterative scans the
// next lists when these are used up. The answer is production's, in order. Among rows at equal
// distance the order is that of PostgreSQL's quicksort as long as the server's sort fits into
// work_mem; beyond that only groups of equal distance can be compared.

#include "core/result.h"
#include "retrieval/vectors/indexscan.h"

#include <memory>

namespace qd::retrieval {

class IvfflatIndex
{
public:
    struct Entry
    {
        const void *vector = nullptr;
        HeapTid tid = NoTid;
    };
    struct List
    {
        const void *centre = nullptr;
        quint32 firstEntry = 0, entryCount = 0;
    };

    // Reads the pages of an index. The bytes must stay where they are as long as the index is used.
    static Result<IvfflatIndex> fromPages(QByteArrayView bytes, ElementType type);

    int dims() const { return m_dims; }
    const std::vector<List> &lists() const { return m_lists; }
    std::span<const Entry> entries(const List &list) const { return {m_entries.data() + list.firstEntry, list.entryCount}; }

private:
    friend class IvfflatBuilder;
    int m_dims = 0;
    std::vector<List> m_lists;
    std::vector<Entry> m_entries;
    // Copies of vectors that do not lie aligned on their page.
    std::vector<std::unique_ptr<std::byte[]>> m_copies;
};

class IvfflatScan
{
public:
    IvfflatScan(const IvfflatIndex &index, const IndexOrder &order, const IndexSettings &settings, const void *query);
    std::optional<IndexHit> next();
    qint64 visited() const { return m_visited; }

private:
    void chooseLists();
    bool readBatch();
    void sortMore();

    struct Sorted
    {
        double distance;
        HeapTid tid;
    };
    const IvfflatIndex &m_index;
    int m_probes, m_maxProbes;
    std::vector<std::byte> m_unit;
    Distances m_distances;
    std::vector<quint32> m_lists; // nearest first
    size_t m_nextList = 0;
    std::vector<Sorted> m_batch;   // in the order the server puts rows into its sort, then sorted
    std::vector<Sorted> m_nearest; // the first few of it, if that was enough so far
    size_t m_sorted = 0, m_given = 0;
    qint64 m_visited = 0;
    bool m_hasBegun = false;
};

} // namespace qd::retrieval
