#include "retrieval/vectors/hnswgraph.h"

#include "retrieval/vectors/kernels.h"
#include "retrieval/vectors/scanmemory.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace qd::retrieval {

std::optional<IndexOrder> IndexOrder::named(QByteArrayView operatorClass)
{
    const bool isHalf = operatorClass.startsWith("halfvec_");
    if (!isHalf && !operatorClass.startsWith("vector_"))
        return {};
    IndexOrder order;
    order.type = isHalf ? ElementType::Float16 : ElementType::Float32;
    order.arithmetic = Arithmetic::likely(order.type);
    order.normArithmetic = Arithmetic::likelyOfNorm(order.type);
    const QByteArrayView what = operatorClass.sliced(isHalf ? 8 : 7);
    if (what == "cosine_ops")
        order.metric = Metric::Cosine;
    else if (what == "l2_ops")
        order.metric = Metric::L2;
    else if (what == "ip_ops")
        order.metric = Metric::InnerProduct;
    else if (what == "l1_ops")
        order.metric = Metric::L1;
    else
        return {};
    return order;
}

void HnswRoom::begin(size_t nodes)
{
    if (m_marks.size() < nodes)
        m_marks.resize(nodes, 0);
    if (++m_turn == 0) { // after four thousand million searches
        std::fill(m_marks.begin(), m_marks.end(), 0);
        m_turn = 1;
    }
}

static std::vector<std::byte> indexValue(const HnswGraph &graph, const IndexOrder &order, const void *query)
{
    if (order.metric == Metric::Cosine)
        return normalised(order.normArithmetic, order.type, query, graph.dims());
    const auto *bytes = static_cast<const std::byte *>(query);
    return {bytes, bytes + qsizetype(graph.dims()) * bytesOf(order.type)};
}

struct HnswScan::Memory
{
    // HnswElementData, HnswSearchCandidate, pairingheap
    static constexpr qint64 Element = 128, Candidate = 64, Heap = 24;
    ServerMemory all;
    std::optional<VisitedTable> visited; // of the current layer; those of layers above are never freed
    ServerList answer{all};
};

struct HnswScan::Estimates
{
    const HnswGraph::Codes &graph;
    Metric metric;
    std::vector<qint8> query;
    QuantisedRow of;
    double sum = 0; // of the query's codes
    double spread;  // how many residuals a distance by the upper halves is off at the most, nearly always
    std::vector<qint32> uppers, lowers;
    std::vector<quint32> near;
    std::vector<quint32> places; // of those near, in what was asked

    Estimates(const HnswGraph::Codes &codes, const HnswGraph &in, Metric ordering, const void *vector)
        : graph(codes)
        , metric(ordering)
        , query(size_t(codes.stride))
        // What is lost of a row points anywhere, so that its product with the query is spread as that of two
        // random directions. Five times that is no proof; an answer from such a graph is statistical.
        , spread(5 / std::sqrt(double(codes.stride)))
        , uppers(2 * size_t(in.m()))
        , lowers(uppers.size())
    {
        of = quantise(in.type(), vector, in.dims(), query.data());
        sum = std::accumulate(query.begin(), query.end(), 0);
    }
    void setQuery(quint32 node, const qint8 *codes)
    {
        of = graph.rows[node];
        std::copy_n(codes, graph.stride, query.begin());
        sum = std::accumulate(query.begin(), query.end(), 0);
    }
    // Much of what a walk meets is far, and the upper halves, (16u + 7.5 − 128)·d, show it.
    void distances(const std::vector<quint32> &nodes, double furthest, double *to)
    {
        dotHalves({graph.uppers.data(), graph.stride, query.data(), nodes.data(), 0, int(nodes.size()), uppers.data()});
        near.clear();
        places.clear();
        for (size_t i = 0; i < nodes.size(); ++i) {
            const QuantisedRow &row = graph.rows[nodes[i]];
            to[i] = graph.distance(metric, row, of, 16.0 * uppers[i] - 120.5 * sum);
            if (to[i] - times(row) * spread * double(row.upperResidual) > furthest)
                continue;
            near.push_back(nodes[i]);
            places.push_back(quint32(i));
        }
        dotHalves({graph.lowers.data(), graph.stride, query.data(), near.data(), 0, int(near.size()), lowers.data()});
        for (size_t k = 0; k < near.size(); ++k)
            to[places[k]] = graph.distance(metric, graph.rows[near[k]], of, 16.0 * uppers[places[k]] + lowers[k] - 128 * sum);
    }
    // How far a distance by the codes may be off; rounding of the server's sums included.
    double slack(quint32 node) const
    {
        const QuantisedRow &row = graph.rows[node];
        const double residual = double(row.residual);
        return times(row) * (residual + double(of.residual) * (1 + residual) + 1e-5);
    }

private:
    // What an error of the cosine is of the distance.
    double times(const QuantisedRow &row) const { return (metric == Metric::InnerProduct ? 1 : 2) * double(row.norm) * double(of.norm); }
};

HnswScan::~HnswScan() = default;

HnswScan::HnswScan(const HnswGraph &graph, const IndexOrder &order, const IndexSettings &settings, const void *query, HnswRoom &room)
    : m_graph(graph)
    , m_settings(settings)
    , m_unit(indexValue(graph, order, query))
    , m_distances(order.arithmetic, order.ordering(), order.type, m_unit.data(), graph.dims())
    , m_room(room)
    , m_near({&m_pool}, {&m_pool})
    , m_kept({&m_pool}, {&m_pool})
    , m_discarded({&m_pool}, {&m_pool})
    , m_previous(-std::numeric_limits<double>::infinity())
{
    m_pool.reserve(size_t(settings.efSearch) * 8);
    const size_t most = 2 * size_t(graph.m());
    m_unvisited.reserve(most);
    m_vectors.resize(most);
    m_scores.resize(most);
    if (graph.codes() && graph.entry() != NoItem) {
        auto estimates = std::make_unique<Estimates>(*graph.codes(), graph, order.ordering(), m_unit.data());
        // Nothing is known of distances from a query without length.
        if (estimates->of.residual != QuantisedColumn::Unbounded)
            m_estimates = std::move(estimates);
    }
    const bool isKnown = settings.serverMajor >= 13 && settings.serverMajor <= 15 && graph.entry() != NoItem && graph.place(graph.entry()) != 0;
    if (isKnown && settings.iterativeScan != IterativeScan::Off) {
        m_memory = std::make_unique<Memory>();
        if (order.metric == Metric::Cosine) // l2_normalize()'s result
            m_memory->all.allocate(8 + qint64(m_unit.size()));
        for (const qint64 bytes : {Memory::Element, Memory::Candidate}) // the entry point
            m_memory->all.allocate(bytes);
        ServerList(m_memory->all).append();
    }
}

quint32 HnswScan::candidate(quint32 node, double distance)
{
    m_pool.push_back({distance, node, -1, {}, {}});
    return quint32(m_pool.size() - 1);
}

std::vector<quint32> HnswScan::entryCandidates()
{
    m_unvisited.assign(1, m_graph.entry());
    score(std::numeric_limits<double>::infinity());
    return {candidate(m_graph.entry(), m_scores.front())};
}

void HnswScan::restart(quint32 node, const qint8 *codes)
{
    if (m_estimates)
        m_estimates->setQuery(node, codes);
    else
        m_distances.setQuery(m_graph.vector(node));
    m_pool.clear();
}

void HnswScan::begin()
{
    m_hasBegun = true;
    if (m_graph.entry() == NoItem)
        return;
    std::vector<quint32> entries = entryCandidates();
    for (int layer = m_graph.entryLevel(); layer >= 1; --layer)
        entries = searchLayer(entries, 1, layer, true);
    m_answer = searchLayer(entries, m_settings.efSearch + spare(), 0, true);
    m_nodesLeft = m_settings.efSearch;
}

std::vector<quint32> HnswScan::searchLayer(const std::vector<quint32> &entries, int ef, int layer, bool isFirst)
{
    m_near.reset();
    m_kept.reset();
    if (isFirst)
        m_room.begin(m_graph.nodes().size());
    if (m_memory) {
        m_memory->all.allocate(Memory::Heap);
        m_memory->all.allocate(Memory::Heap);
        m_memory->all.allocate(qint64(layer == 0 ? 2 : 1) * m_graph.m() * 8);
        if (isFirst)
            m_memory->visited.emplace(m_memory->all, quint64(ef) * quint64(m_graph.m()) * 2);
        if (isFirst && layer == 0)
            m_memory->all.allocate(Memory::Heap); // of those discarded
    }
    quint32 kept = 0;
    for (const quint32 entry : entries) {
        if (isFirst) {
            m_room.mark(m_pool[entry].node);
            m_tuples += layer == 0;
            if (m_memory)
                m_memory->visited->insert(m_graph.place(m_pool[entry].node));
        }
        m_near.add(entry);
        m_kept.add(entry);
        ++kept;
    }
    while (!m_near.isEmpty()) {
        const quint32 nearest = m_near.takeFirst();
        if (m_pool[nearest].distance > m_pool[m_kept.first()].distance)
            break;
        visit(m_pool[nearest].node, layer, kept, ef);
    }
    std::vector<quint32> answer;
    if (m_memory)
        m_memory->answer = ServerList(m_memory->all);
    while (!m_kept.isEmpty()) {
        answer.push_back(m_kept.takeFirst());
        if (m_memory)
            m_memory->answer.append();
    }
    return answer;
}

void HnswScan::score(double furthest)
{
    if (!m_estimates) {
        for (size_t i = 0; i < m_unvisited.size(); ++i)
            m_vectors[i] = m_graph.vector(m_unvisited[i]);
        m_distances.of(m_vectors.data(), int(m_unvisited.size()), m_scores.data());
        return;
    }
    m_estimates->distances(m_unvisited, furthest, m_scores.data());
}

void HnswScan::settleNext()
{
    constexpr size_t AtOnce = 8;
    const void *vectors[AtOnce];
    double distances[AtOnce];
    while (!m_answer.empty()) {
        size_t count = 0;
        while (count < std::min(AtOnce, m_answer.size())) {
            const Candidate &next = m_pool[m_answer[m_answer.size() - 1 - count]];
            if (!m_settled.empty() && next.distance - m_estimates->slack(next.node) > m_pool[m_settled.back()].distance)
                break;
            vectors[count++] = m_graph.vector(next.node);
        }
        if (count == 0)
            return;
        m_distances.of(vectors, int(count), distances);
        for (size_t i = 0; i < count; ++i) {
            const quint32 settled = m_answer.back();
            m_answer.pop_back();
            m_pool[settled].distance = distances[i];
            m_settled.push_back(settled);
        }
        std::sort(m_settled.begin(), m_settled.end(), [this](quint32 a, quint32 b) { return m_pool[a].distance > m_pool[b].distance; });
    }
}

void HnswScan::visit(quint32 from, int layer, quint32 &kept, int ef)
{
    m_unvisited.clear();
    const auto neighbours = m_graph.neighbours(m_graph.nodes()[from], layer);
    for (const quint32 neighbour : neighbours) {
        if (neighbour == NoItem)
            break;
        m_room.prefetch(neighbour);
    }
    for (const quint32 neighbour : neighbours) {
        if (neighbour == NoItem)
            break;
        if (m_memory)
            m_memory->visited->insert(m_graph.place(neighbour));
        if (!m_room.mark(neighbour))
            continue;
        const char *vector = m_estimates ? reinterpret_cast<const char *>(m_estimates->graph.uppers.data() + qsizetype(neighbour) * m_estimates->graph.stride / 2) : static_cast<const char *>(m_graph.vector(neighbour));
        for (int line = 0; line < 4; ++line)
            __builtin_prefetch(vector + 64 * line);
        m_unvisited.push_back(neighbour);
    }
    const bool keepsDiscarded = layer == 0 && m_settings.iterativeScan != IterativeScan::Off;
    score(keepsDiscarded || kept < quint32(ef) ? std::numeric_limits<double>::infinity() : m_pool[m_kept.first()].distance);
    if (layer == 0)
        m_tuples += qint64(m_unvisited.size());
    for (size_t i = 0; i < m_unvisited.size(); ++i) {
        const double distance = m_scores[i];
        const bool isRoom = kept < quint32(ef);
        // The server makes an element of what it may keep, and a candidate of what it keeps.
        if (m_memory && (keepsDiscarded || isRoom || distance < m_pool[m_kept.first()].distance))
            m_memory->all.allocate(Memory::Element);
        if (!(distance < m_pool[m_kept.first()].distance || isRoom)) {
            if (keepsDiscarded) {
                m_discarded.add(candidate(m_unvisited[i], distance));
                if (m_memory)
                    m_memory->all.allocate(Memory::Candidate);
            }
            continue;
        }
        if (layer > 0 && m_graph.nodes()[m_unvisited[i]].level < layer)
            continue;
        const quint32 added = candidate(m_unvisited[i], distance);
        if (m_memory)
            m_memory->all.allocate(Memory::Candidate);
        m_near.add(added);
        m_kept.add(added);
        if (++kept > quint32(ef)) { // and stays greater: pgvector never counts down
            const quint32 furthest = m_kept.takeFirst();
            if (keepsDiscarded)
                m_discarded.add(furthest);
        }
    }
}

bool HnswScan::mayHaveMetMemoryLimit() const
{
    if (m_memory)
        return false; // counted
    // HnswElementData and HnswSearchCandidate in chunks of PostgreSQL 15's allocator, and the table of
    // those visited while it grows.
    constexpr double BytesPerVisited = 272 + 80 + 48, BytesPerSlot = 16;
    const double most = double(m_settings.workMemoryKb) * m_settings.scanMemoryMultiplier * 1024;
    const double fixed = 65'536 + double(m_settings.efSearch) * m_graph.m() * 2 * 2 * BytesPerSlot;
    return m_settings.iterativeScan != IterativeScan::Off && double(m_tuples) * BytesPerVisited + fixed > most;
}

bool HnswScan::isMemoryFull() const
{
    // hnswbeginscan() adds 256 bytes "to fill the last block when close".
    return m_memory && double(m_memory->all.allocated()) > double(m_settings.workMemoryKb) * m_settings.scanMemoryMultiplier * 1024.0 + 256;
}

bool HnswScan::resume()
{
    if (m_settings.iterativeScan == IterativeScan::Off || m_graph.entry() == NoItem)
        return false;
    m_answer.clear();
    if (m_tuples >= m_settings.maxScanTuples || isMemoryFull()) {
        m_hasReachedLimit = m_hasReachedLimit || m_tuples >= m_settings.maxScanTuples;
        m_hasMetMemoryLimit = m_hasMetMemoryLimit || isMemoryFull();
        if (m_discarded.isEmpty())
            return false;
        m_answer.push_back(m_discarded.takeFirst());
        m_nodesLeft = 1;
        if (m_memory) {
            m_memory->answer = ServerList(m_memory->all);
            m_memory->answer.append();
        }
        return true;
    }
    std::vector<quint32> entries;
    std::optional<ServerList> list;
    if (m_memory)
        list.emplace(m_memory->all);
    for (int i = 0; i < m_settings.efSearch && !m_discarded.isEmpty(); ++i) {
        entries.push_back(m_discarded.takeFirst());
        if (list)
            list->append();
    }
    if (entries.empty())
        return false;
    m_answer = searchLayer(entries, m_settings.efSearch + spare(), 0, false);
    m_nodesLeft = m_settings.efSearch;
    return !m_answer.empty();
}

// By codes the last of those kept and the next after them change places now and then, so a few more
// are kept, and what is left when ef_search nodes were given out goes.
int HnswScan::spare() const
{
    return m_estimates ? 2 : 0;
}

void HnswScan::dropSpare()
{
    for (std::vector<quint32> *rest : {&m_answer, &m_settled}) {
        for (const quint32 node : *rest) {
            if (m_settings.iterativeScan != IterativeScan::Off)
                m_discarded.add(node);
        }
        rest->clear();
    }
}

std::optional<IndexHit> HnswScan::next()
{
    if (!m_hasBegun)
        begin();
    for (;;) {
        if (m_answer.empty() && m_settled.empty() && !resume())
            return {};
        if (m_estimates)
            settleNext();
        std::vector<quint32> &answer = m_estimates ? m_settled : m_answer;
        Candidate &nearest = m_pool[answer.back()];
        if (nearest.tidsLeft < 0)
            nearest.tidsLeft = m_graph.nodes()[nearest.node].tidCount;
        if (nearest.tidsLeft == 0) {
            answer.pop_back();
            if (--m_nodesLeft == 0 && m_estimates)
                dropSpare();
            if (m_memory) {
                m_memory->answer.removeLast();
                m_memory->all.free(Memory::Element);
                m_memory->all.free(Memory::Candidate);
            }
            continue;
        }
        --nearest.tidsLeft;
        if (m_settings.iterativeScan == IterativeScan::Strict) {
            if (nearest.distance < m_previous)
                continue;
            m_previous = nearest.distance;
        }
        return IndexHit{m_graph.tids(m_graph.nodes()[nearest.node])[size_t(nearest.tidsLeft)], nearest.distance};
    }
}

} // namespace qd::retrieval
