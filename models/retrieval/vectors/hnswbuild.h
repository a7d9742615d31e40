#pragma once

// An HNSW graph built here, for servers whose pages cannot be had and for trying other values of m and
// ef_construction before anybody rebuilds a production index. The rule is pgvector's (hnswbuild.c and
// hnswutils.c): the heuristic of Malkov and Yashunin with pruned connections kept, levels drawn as
// floor(−ln u / ln m), copies of a vector sharing one element. Production drew other random levels and
// inserted in another order, so recall agrees in the mean and single answers need not: the grade of
// such an answer is Statistical. For the same reason distances are estimated from codes of one byte per
// element while it is built (not for L1), which is a third of the time.

#include "retrieval/vectors/hnswgraph.h"

#include <memory>

namespace qd::retrieval {

struct HnswBuildSettings
{
    int m = 16;
    int efConstruction = 64;
    quint64 seed = 1; // the same seed gives the same graph
    // False: by whole vectors, as the server builds it, which takes time as the server's build does.
    bool mayUseCodes = true;
};

class HnswBuilder
{
public:
    // Rows without an embedding, and for cosine those without length, are left out, as production
    // leaves them out. `tidOf` names the rows in the answers. Cancelled when `isStopped` says so; it is
    // told how many rows are in.
    static Result<HnswGraph> build(const VectorColumn &column, const IndexOrder &order, const HnswBuildSettings &settings, const std::function<HeapTid(quint32)> &tidOf,
                                   const std::function<bool(quint32)> &isStopped = {});

private:
    struct Link
    {
        quint32 node;
        float distance;
        bool isCloser;
    };
    struct Links // of one node on one layer
    {
        std::vector<Link> links;
        bool hasClosers = false; // isCloser of every link can be relied on
    };

    HnswBuilder(HnswGraph &graph, const IndexOrder &order) : m_graph(graph), m_order(order) {}
    quint32 addNode(const std::byte *vector, HeapTid tid, int level);
    void insert(quint32 node);
    bool joinsCopy(quint32 node);
    void connect(quint32 from, int layer, quint32 to, float distance);
    // Which of `candidates` (nearest last) become neighbours; `pruned` is told who did not.
    std::vector<Link *> select(std::vector<Link *> candidates, size_t most, bool &hasClosers, const Link *added, Link **pruned, bool isSorted);
    bool isCloser(const Link &link, const std::vector<Link *> &chosen);
    void publish(quint32 node, int layer);
    const qint8 *codesOf(quint32 node) const { return m_codes.data() + qsizetype(node) * m_graph.m_codes->stride; }

    HnswGraph &m_graph;
    IndexOrder m_order;
    HnswRoom m_room;
    std::vector<std::vector<Links>> m_links; // by node and layer
    std::vector<std::vector<HeapTid>> m_tids;
    std::unique_ptr<HnswScan> m_search;
    LargePages<qint8> m_codes; // of one node after the other; the graph keeps them in planes
};

} // namespace qd::retrieval
