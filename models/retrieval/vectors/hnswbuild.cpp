#include "retrieval/vectors/hnswbuild.h"

#include "retrieval/vectors/kernels.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>

namespace qd::retrieval {

namespace {

constexpr size_t MostTidsOfElement = 10;
// Shorter vectors are fetched as fast, and what codes lose of them is more.
constexpr int LeastDimsOfCodes = 256;

// Neighbours must fit on a page and the level into a byte (HnswGetMaxLevel).
int highestLevel(int m)
{
    return std::min((8192 - 24 - 8 - 4 - 4) / 6 / m - 2, 255);
}

} // namespace

Result<HnswGraph> HnswBuilder::build(const VectorColumn &column, const IndexOrder &order, const HnswBuildSettings &settings, const std::function<HeapTid(quint32)> &tidOf, const std::function<bool(quint32)> &isStopped)
{
    HnswGraph graph;
    graph.m_m = settings.m;
    graph.m_efConstruction = settings.efConstruction;
    graph.m_dims = column.dims;
    graph.m_type = column.type;
    const size_t rowBytes = size_t(column.bytesPerRow());
    graph.m_owned = std::shared_ptr<std::byte[]>(new std::byte[rowBytes * std::max<size_t>(1, column.rows)]);
    graph.m_nodes.reserve(column.rows);
    if (settings.mayUseCodes && order.metric != Metric::L1 && column.dims >= LeastDimsOfCodes) { // L1 has no product to estimate from
        graph.m_codes = std::make_shared<HnswGraph::Codes>();
        graph.m_codes->stride = QuantisedColumn::strideFor(column.dims);
        const size_t bytes = size_t(graph.m_codes->stride) * std::max<size_t>(1, column.rows);
        graph.m_codes->uppers = LargePages<quint8>(bytes / 2);
        graph.m_codes->lowers = LargePages<quint8>(bytes / 2);
        graph.m_codes->rows.reserve(column.rows);
    }
    HnswBuilder builder(graph, order);
    if (graph.m_codes)
        builder.m_codes = LargePages<qint8>(size_t(graph.m_codes->stride) * std::max<size_t>(1, column.rows));
    std::mt19937_64 random(settings.seed);
    std::uniform_real_distribution<double> uniform(0, 1);
    const double spread = 1 / std::log(double(settings.m));
    std::byte *to = graph.m_owned.get();
    for (quint32 row = 0; row < column.rows; ++row) {
        if (isStopped && row % 256 == 0 && isStopped(row))
            return failure(Error::Kind::Cancelled, QString());
        if (!column.has(row))
            continue;
        if (order.metric == Metric::Cosine) {
            if (!(norm(order.normArithmetic, column.type, column.row(row), column.dims) > 0))
                continue;
            const auto unit = normalised(order.normArithmetic, column.type, column.row(row), column.dims);
            std::memcpy(to, unit.data(), rowBytes);
        } else {
            std::memcpy(to, column.row(row), rowBytes);
        }
        const int level = std::min(int(-std::log(std::max(uniform(random), 1e-300)) * spread), highestLevel(settings.m));
        const quint32 node = builder.addNode(to, tidOf(row), level);
        builder.insert(node);
        to += rowBytes;
    }
    for (size_t i = 0; i < graph.m_nodes.size(); ++i) {
        graph.m_nodes[i].firstTid = quint32(graph.m_tids.size());
        graph.m_nodes[i].tidCount = quint8(builder.m_tids[i].size());
        graph.m_tids.insert(graph.m_tids.end(), builder.m_tids[i].begin(), builder.m_tids[i].end());
    }
    return graph;
}

quint32 HnswBuilder::addNode(const std::byte *vector, HeapTid tid, int level)
{
    HnswGraph::Node node;
    m_graph.m_vectors.push_back(vector);
    node.level = quint8(level);
    node.hasNeighbours = true;
    node.firstNeighbour = quint32(m_graph.m_neighbours.size());
    m_graph.m_neighbours.resize(m_graph.m_neighbours.size() + size_t((level + 2) * m_graph.m_m), NoItem);
    m_graph.m_nodes.push_back(node);
    m_links.emplace_back(size_t(level) + 1);
    m_tids.push_back({tid});
    const quint32 added = quint32(m_graph.m_nodes.size() - 1);
    if (m_graph.m_codes) {
        HnswGraph::Codes &codes = *m_graph.m_codes;
        qint8 *at = m_codes.data() + qsizetype(added) * codes.stride;
        codes.rows.push_back(quantise(m_graph.m_type, vector, m_graph.m_dims, at));
        const qsizetype plane = qsizetype(added) * codes.stride / 2;
        splitCodes(at, codes.stride, codes.uppers.data() + plane, codes.lowers.data() + plane);
    }
    return added;
}

// InsertTupleInMemory() and HnswFindElementNeighbors().
void HnswBuilder::insert(quint32 node)
{
    const HnswGraph::Node self = m_graph.m_nodes[node];
    if (m_graph.m_entry == NoItem) {
        m_graph.m_entry = node;
        m_graph.m_entryLevel = self.level;
        return;
    }
    if (!m_search) {
        IndexOrder asStored = m_order;
        if (asStored.metric == Metric::Cosine)
            asStored.metric = Metric::InnerProduct; // what is stored is normalised already
        m_search.reset(new HnswScan(m_graph, asStored, {}, m_graph.m_vectors[node], m_room));
    }
    m_search->restart(node, m_graph.m_codes ? codesOf(node) : nullptr);
    std::vector<quint32> entries = m_search->entryCandidates();
    for (int layer = m_graph.m_entryLevel; layer > self.level; --layer)
        entries = m_search->searchLayer(entries, 1, layer, true);
    for (int layer = std::min<int>(self.level, m_graph.m_entryLevel); layer >= 0; --layer) {
        entries = m_search->searchLayer(entries, m_graph.m_efConstruction, layer, true);
        std::vector<Link> found;
        found.reserve(entries.size());
        for (const quint32 candidate : entries)
            found.push_back({m_search->m_pool[candidate].node, float(m_search->m_pool[candidate].distance), false});
        std::vector<Link *> candidates;
        candidates.reserve(found.size());
        for (Link &link : found)
            candidates.push_back(&link);
        Links &own = m_links[node][size_t(layer)];
        for (const Link *chosen : select(candidates, size_t(layer == 0 ? 2 : 1) * size_t(m_graph.m_m), own.hasClosers, nullptr, nullptr, false))
            own.links.push_back(*chosen);
    }
    if (joinsCopy(node))
        return;
    for (int layer = self.level; layer >= 0; --layer) {
        publish(node, layer);
        // A copy: connect() never touches the new node's own links, but reads may.
        for (const Link &link : std::vector<Link>(m_links[node][size_t(layer)].links))
            connect(link.node, layer, node, link.distance);
    }
    if (self.level > m_graph.m_entryLevel) {
        m_graph.m_entry = node;
        m_graph.m_entryLevel = self.level;
    }
}

// FindDuplicateInMemory(): a copy gives its row to the element that has the vector already. The server
// stops at the first neighbour that is none; here their order is that of estimates, so all are looked at.
bool HnswBuilder::joinsCopy(quint32 node)
{
    const size_t bytes = size_t(m_graph.m_dims) * size_t(bytesOf(m_graph.m_type));
    for (const Link &link : m_links[node][0].links) {
        if (std::memcmp(m_graph.m_vectors[link.node], m_graph.m_vectors[node], bytes) != 0)
            continue;
        if (m_tids[link.node].size() < MostTidsOfElement) {
            m_tids[link.node].push_back(m_tids[node].front());
            m_graph.m_neighbours.resize(m_graph.m_nodes[node].firstNeighbour);
            m_graph.m_nodes.pop_back();
            m_graph.m_vectors.pop_back();
            if (m_graph.m_codes)
                m_graph.m_codes->rows.pop_back();
            m_links.pop_back();
            m_tids.pop_back();
            return true;
        }
    }
    return false;
}

// HnswUpdateConnection().
void HnswBuilder::connect(quint32 from, int layer, quint32 to, float distance)
{
    Links &its = m_links[from][size_t(layer)];
    const size_t most = size_t(layer == 0 ? 2 : 1) * size_t(m_graph.m_m);
    Link added{to, distance, false};
    if (its.links.size() < most) {
        its.links.push_back(added);
        publish(from, layer);
        return;
    }
    std::vector<Link *> candidates;
    for (Link &link : its.links)
        candidates.push_back(&link);
    candidates.push_back(&added);
    Link *pruned = nullptr;
    select(candidates, most, its.hasClosers, &added, &pruned, true);
    if (pruned && pruned != &added) {
        *pruned = added;
        publish(from, layer);
    }
}

// SelectNeighbors(), with its cache of who is closer.
std::vector<HnswBuilder::Link *> HnswBuilder::select(std::vector<Link *> candidates, size_t most, bool &hasClosers, const Link *added, Link **pruned, bool isSorted)
{
    if (candidates.size() <= most)
        return candidates;
    if (isSorted) {
        std::sort(candidates.begin(), candidates.end(), [](const Link *a, const Link *b) { return a->distance != b->distance ? a->distance > b->distance : a->node > b->node; });
    }
    const bool mustCalculate = !hasClosers;
    std::vector<Link *> chosen, dropped, fresh;
    bool hasRemoved = false;
    while (!candidates.empty() && chosen.size() < most) {
        Link *link = candidates.back();
        candidates.pop_back();
        if (mustCalculate) {
            link->isCloser = isCloser(*link, chosen);
        } else if (!fresh.empty()) {
            if (link->isCloser) {
                link->isCloser = isCloser(*link, fresh);
                hasRemoved = hasRemoved || !link->isCloser;
            } else if (hasRemoved) {
                link->isCloser = isCloser(*link, chosen);
                if (link->isCloser)
                    fresh.push_back(link);
            }
        } else if (link == added) {
            link->isCloser = isCloser(*link, chosen);
            if (link->isCloser)
                fresh.push_back(link);
        }
        (link->isCloser ? chosen : dropped).push_back(link);
    }
    hasClosers = isSorted;
    size_t kept = 0;
    while (kept < dropped.size() && chosen.size() < most)
        chosen.push_back(dropped[kept++]);
    if (pruned)
        *pruned = kept < dropped.size() ? dropped[kept] : candidates.front();
    return chosen;
}

// CheckElementCloser(): nearer to the query than to all that were chosen.
bool HnswBuilder::isCloser(const Link &link, const std::vector<Link *> &chosen)
{
    constexpr size_t AtOnce = 4;
    double found[AtOnce];
    const auto isFarther = [&](size_t some) { return std::all_of(found, found + some, [&link](double distance) { return float(distance) > link.distance; }); };
    if (m_graph.m_codes) {
        const HnswGraph::Codes &codes = *m_graph.m_codes;
        const qint8 *rows[AtOnce];
        qint32 dots[AtOnce];
        for (size_t first = 0; first < chosen.size(); first += AtOnce) {
            const size_t some = std::min(AtOnce, chosen.size() - first);
            for (size_t i = 0; i < some; ++i)
                rows[i] = codesOf(chosen[first + i]->node);
            dotCodes(codesOf(link.node), codes.stride, rows, int(some), dots);
            for (size_t i = 0; i < some; ++i)
                found[i] = codes.distance(m_order.ordering(), codes.rows[chosen[first + i]->node], codes.rows[link.node], dots[i]);
            if (!isFarther(some))
                return false;
        }
        return true;
    }
    const Distances distances(m_order.arithmetic, m_order.ordering(), m_graph.m_type, m_graph.m_vectors[link.node], m_graph.m_dims);
    const void *vectors[AtOnce];
    for (size_t first = 0; first < chosen.size(); first += AtOnce) {
        const size_t some = std::min(AtOnce, chosen.size() - first);
        for (size_t i = 0; i < some; ++i)
            vectors[i] = m_graph.m_vectors[chosen[first + i]->node];
        distances.of(vectors, int(some), found);
        if (!isFarther(some))
            return false;
    }
    return true;
}

// Lets searches see a node's links.
void HnswBuilder::publish(quint32 node, int layer)
{
    const HnswGraph::Node &of = m_graph.m_nodes[node];
    quint32 *to = m_graph.m_neighbours.data() + of.firstNeighbour + (of.level - layer) * m_graph.m_m;
    for (const Link &link : m_links[node][size_t(layer)].links)
        *to++ = link.node;
}

} // namespace qd::retrieval
