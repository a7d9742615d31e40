#pragma once

// What replaying production's index needs to know besides its pages: the operator class and the
// server's settings, and what a scan gives back.

#include "retrieval/vectors/arithmetic.h"
#include "retrieval/vectors/column.h"
#include "retrieval/vectors/relationpages.h"

#include <functional>
#include <optional>

namespace qd::retrieval {

// An operator class of HNSW or IVFFlat, such as vector_cosine_ops or halfvec_l2_ops.
struct IndexOrder
{
    Metric metric = Metric::Cosine; // of the operator
    ElementType type = ElementType::Float32;
    Arithmetic arithmetic;          // of the distance the index computes: see ordering()
    Arithmetic normArithmetic;      // of l2_normalize()

    // What the index orders by: a cosine index compares unit vectors by negative inner product, an
    // L2 index leaves out the root. Calibrate for this one.
    Metric ordering() const
    {
        return metric == Metric::Cosine ? Metric::InnerProduct : metric == Metric::L2 ? Metric::SquaredL2 : metric;
    }
    // By the name of the operator class; nothing for one that is not known (bit, sparsevec).
    static std::optional<IndexOrder> named(QByteArrayView operatorClass);
};

enum class IterativeScan { Off, Relaxed, Strict };

// hnsw.ef_search, hnsw.iterative_scan, hnsw.max_scan_tuples, hnsw.scan_mem_multiplier, work_mem;
// ivfflat.probes, ivfflat.iterative_scan (Strict does not exist there), ivfflat.max_probes. The memory
// limit of iterative scans is replayed for servers whose allocator is known; of others is told whether it
// may have been met, see HnswScan::mayHaveMetMemoryLimit().
struct IndexSettings
{
    int efSearch = 40;
    IterativeScan iterativeScan = IterativeScan::Off;
    int maxScanTuples = 20'000;
    double scanMemoryMultiplier = 1;
    qint64 workMemoryKb = 4096;
    int probes = 1;
    int maxProbes = 32'768;
    int serverMajor = 0; // version of PostgreSQL; the allocator is known of 13 to 15
};

// What an index scan hands to the executor: a row of the table, which may be gone or filtered out.
struct IndexHit
{
    HeapTid tid = NoTid;
    double distance = 0; // as the index computed it
};

// The executor's side: fetches rows in index order, drops what is not visible or does not pass, and
// stops at the limit. `rowOf` maps a TID to a row of the snapshot; nothing for rows that production
// would not see.
struct ReplayedRow
{
    quint32 row = 0;
    double distance = 0;
};
struct ReplayAnswer
{
    std::vector<ReplayedRow> rows; // in the order production returns them
    quint32 taken = 0;             // rows the index gave out, filtered or not
    qint64 visited = 0;            // distances computed on the ground layer or in lists
};
using RowOfTid = std::function<std::optional<quint32>(HeapTid)>;

template <typename Scan>
ReplayAnswer replay(Scan &scan, const RowOfTid &rowOf, const RowSet *filter, int limit)
{
    ReplayAnswer answer;
    while (int(answer.rows.size()) < limit) {
        const std::optional<IndexHit> hit = scan.next();
        if (!hit)
            break;
        ++answer.taken;
        const std::optional<quint32> row = rowOf(hit->tid);
        if (row && (!filter || filter->contains(*row)))
            answer.rows.push_back({*row, hit->distance});
    }
    answer.visited = scan.visited();
    return answer;
}

} // namespace qd::retrieval
