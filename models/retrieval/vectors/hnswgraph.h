#pragma once

// A graph as pgvector's HNSW keeps it, from production's pages or built here, and pgvector's own
// search of it (hnswutils.c: HnswSearchLayer; hnswscan.c: hnswgettuple). Over production's pages the
// answer is production's, in order, for every setting.

#include "core/result.h"
#include "retrieval/vectors/indexscan.h"
#include "retrieval/vectors/largepages.h"
#include "retrieval/vectors/pairingheap.h"
#include "retrieval/vectors/quantised.h"

#include <memory>

namespace qd::retrieval {

class HnswGraph
{
public:
    struct Node
    {
        quint32 firstNeighbour = 0; // of (level + 2) * m, upper layers first; NoItem ends a layer
        quint32 firstTid = 0;
        quint8 tidCount = 0;
        quint8 level = 0;
        bool hasNeighbours = false; // false where the page's versions disagree: the server skips it, too
    };

    // Reads the pages of an index. The bytes must stay where they are as long as the graph is used.
    static Result<HnswGraph> fromPages(QByteArrayView bytes, ElementType type);

    int m() const { return m_m; }
    int efConstruction() const { return m_efConstruction; }
    int dims() const { return m_dims; }
    ElementType type() const { return m_type; }
    quint32 entry() const { return m_entry; } // NoItem: empty
    int entryLevel() const { return m_entryLevel; }
    const std::vector<Node> &nodes() const { return m_nodes; }
    std::span<const quint32> neighbours(const Node &node, int layer) const
    {
        if (!node.hasNeighbours || layer > node.level)
            return {};
        return {m_neighbours.data() + node.firstNeighbour + (node.level - layer) * m_m, size_t(layer == 0 ? 2 * m_m : m_m)};
    }
    // Side by side, because a search looks at little else.
    const void *vector(quint32 node) const { return m_vectors[node]; }
    std::span<const HeapTid> tids(const Node &node) const { return {m_tids.data() + node.firstTid, node.tidCount}; }
    // Where an element lies in the index, as the six bytes of its TID; 0 in a graph that was built here.
    quint64 place(quint32 node) const { return m_places.empty() ? 0 : m_places[node]; }
    // References to elements that are not there: the index changed while its pages were read. Then
    // an answer may differ from production's and its grade is Statistical.
    quint32 danglingReferences() const { return m_dangling; }

    // Of a graph that was built here: all vectors in two planes of half a byte per element (quantised.h),
    // because a search spends its time fetching them. It walks by these and orders what it gives out by
    // the vectors.
    struct Codes
    {
        LargePages<quint8> uppers, lowers; // of one node after the other
        qsizetype stride = 0;
        std::vector<QuantisedRow> rows;
        // What the index orders by (negative inner product or squared L2), from the codes' product.
        double distance(Metric ordering, const QuantisedRow &a, const QuantisedRow &b, double dot) const
        {
            const double length = double(a.norm), other = double(b.norm), product = double(a.scale) * double(b.scale) * dot * length * other;
            return ordering == Metric::InnerProduct ? -product : length * length + other * other - 2 * product;
        }
    };
    const Codes *codes() const { return m_codes.get(); } // null: none

private:
    friend class HnswBuilder;
    int m_m = 0, m_efConstruction = 0, m_dims = 0;
    ElementType m_type = ElementType::Float32;
    quint32 m_entry = NoItem;
    int m_entryLevel = 0;
    std::vector<Node> m_nodes;
    std::vector<const void *> m_vectors;
    std::vector<quint32> m_neighbours;
    std::vector<quint64> m_places;
    std::vector<HeapTid> m_tids;
    quint32 m_dangling = 0;
    std::shared_ptr<std::byte[]> m_owned; // vectors of a graph that was built here
    std::shared_ptr<Codes> m_codes;
};

// Room that searches share one after another, so that none of them has to clear memory as large as
// the graph. One per thread.
class HnswRoom
{
public:
    // Forgets all marks.
    void begin(size_t nodes);
    void prefetch(quint32 node) const { __builtin_prefetch(m_marks.data() + node); }
    bool mark(quint32 node) // false: was marked before
    {
        if (m_marks[node] == m_turn)
            return false;
        m_marks[node] = m_turn;
        return true;
    }

private:
    std::vector<quint32> m_marks;
    quint32 m_turn = 0;
};

// One index scan. The query is a vector of the column's type as the client sent it; it is normalised
// here if the operator class asks for it.
class HnswScan
{
public:
    HnswScan(const HnswGraph &graph, const IndexOrder &order, const IndexSettings &settings, const void *query, HnswRoom &room);
    ~HnswScan();
    // The next row in the order of the index; nothing at its end.
    std::optional<IndexHit> next();
    qint64 visited() const { return m_tuples; }
    // Whether max_scan_tuples ended the search for more candidates.
    bool hasReachedLimit() const { return m_hasReachedLimit; }
    // An iterative scan of the server also stops resuming once it holds more than work_mem times
    // scan_mem_multiplier. Where its allocator is known (IndexSettings::serverMajor) so does this scan, and
    // hasMetMemoryLimit() tells. Of others: per visited element the server takes no more than the bytes
    // counted here; false proves that the limit was not met, true makes the answer's grade Statistical.
    bool mayHaveMetMemoryLimit() const;
    bool hasMetMemoryLimit() const { return m_hasMetMemoryLimit; }

private:
    friend class HnswBuilder;
    struct Candidate
    {
        double distance;
        quint32 node;
        qint32 tidsLeft; // -1: none was given out yet
        PairingLinks near, far; // in the heap of candidates; in that of the kept or discarded
    };
    struct NearLinks
    {
        std::vector<Candidate> *pool;
        PairingLinks &operator()(quint32 item) const { return (*pool)[item].near; }
    };
    struct FarLinks
    {
        std::vector<Candidate> *pool;
        PairingLinks &operator()(quint32 item) const { return (*pool)[item].far; }
    };
    struct IsFurther
    {
        std::vector<Candidate> *pool;
        bool operator()(quint32 a, quint32 b) const { return (*pool)[a].distance > (*pool)[b].distance; }
    };
    struct IsNearer
    {
        std::vector<Candidate> *pool;
        bool operator()(quint32 a, quint32 b) const { return (*pool)[a].distance < (*pool)[b].distance; }
    };

    void begin();
    // For the builder: the query is a node of the graph, which grew; its codes if the graph has any.
    void restart(quint32 node, const qint8 *codes);
    std::vector<quint32> entryCandidates();
    // Entry points in, the kept candidates out, furthest first.
    std::vector<quint32> searchLayer(const std::vector<quint32> &entries, int ef, int layer, bool isFirst);
    void visit(quint32 from, int layer, quint32 &kept, int ef);
    quint32 candidate(quint32 node, double distance);
    bool resume();
    bool isMemoryFull() const;
    // Distances of m_unvisited to m_scores. Those that are clearly further than `furthest` may be rough.
    void score(double furthest);
    // Orders what is nearest in m_answer by the vectors themselves, as far as the codes leave open who
    // is next.
    void settleNext();
    int spare() const;
    void dropSpare();
    // The graph's codes, and the query's.
    struct Estimates;
    // What the server has in memory; null where that does not matter or is not known.
    struct Memory;

    const HnswGraph &m_graph;
    IndexSettings m_settings;
    std::vector<std::byte> m_unit;
    Distances m_distances;
    HnswRoom &m_room;
    std::vector<Candidate> m_pool;
    PairingHeap<NearLinks, IsFurther> m_near;
    PairingHeap<FarLinks, IsNearer> m_kept;
    PairingHeap<FarLinks, IsFurther> m_discarded;
    std::vector<quint32> m_answer;  // furthest first
    std::vector<quint32> m_settled; // furthest first, by the vectors; where the graph has no codes, unused
    std::vector<quint32> m_unvisited;
    std::vector<const void *> m_vectors;
    std::vector<double> m_scores;
    int m_nodesLeft = 0; // of m_answer and m_settled, to be given out
    qint64 m_tuples = 0;
    double m_previous;
    bool m_hasBegun = false, m_hasReachedLimit = false, m_hasMetMemoryLimit = false;
    std::unique_ptr<Memory> m_memory;
    std::unique_ptr<Estimates> m_estimates; // null: distances are those of the vectors
};

} // namespace qd::retrieval
