#include "retrieval/vectors/ivfflat.h"

#include "retrieval/vectors/pairingheap.h"
#include "retrieval/vectors/serversort.h"

#include <algorithm>

namespace qd::retrieval {

static std::vector<std::byte> ivfflatValue(const IndexOrder &order, const void *query, int dims)
{
    if (order.metric == Metric::Cosine)
        return normalised(order.normArithmetic, order.type, query, dims);
    const auto *bytes = static_cast<const std::byte *>(query);
    return {bytes, bytes + qsizetype(dims) * bytesOf(order.type)};
}

IvfflatScan::IvfflatScan(const IvfflatIndex &index, const IndexOrder &order, const IndexSettings &settings, const void *query)
    : m_index(index)
    , m_unit(ivfflatValue(order, query, index.dims()))
    , m_distances(order.arithmetic, order.ordering(), order.type, m_unit.data(), index.dims())
{
    const int lists = int(index.lists().size());
    m_probes = std::min(settings.probes, lists);
    m_maxProbes = std::min(settings.iterativeScan == IterativeScan::Off ? settings.probes : std::max(settings.maxProbes, settings.probes), lists);
}

// GetScanLists(): a heap of the nearest centres, the furthest on top.
void IvfflatScan::chooseLists()
{
    struct Place
    {
        double distance;
        quint32 list;
        PairingLinks links;
    };
    std::vector<Place> places;
    places.reserve(size_t(m_maxProbes));
    const auto links = [&places](quint32 item) -> PairingLinks & { return places[item].links; };
    const auto isNearer = [&places](quint32 a, quint32 b) { return places[a].distance < places[b].distance; };
    PairingHeap queue(links, isNearer);
    constexpr int AtOnce = 64;
    const void *centres[AtOnce];
    double distances[AtOnce];
    const quint32 count = quint32(m_index.lists().size());
    for (quint32 first = 0; first < count; first += AtOnce) {
        const int some = int(std::min<quint32>(AtOnce, count - first));
        for (int i = 0; i < some; ++i)
            centres[i] = m_index.lists()[first + quint32(i)].centre;
        m_distances.of(centres, some, distances);
        for (int i = 0; i < some; ++i) {
            if (int(places.size()) < m_maxProbes) {
                places.push_back({distances[i], first + quint32(i), {}});
                queue.add(quint32(places.size() - 1));
            } else if (distances[i] < places[queue.first()].distance) {
                const quint32 reused = queue.takeFirst();
                places[reused] = {distances[i], first + quint32(i), {}};
                queue.add(reused);
            }
        }
    }
    m_lists.resize(places.size());
    for (size_t i = places.size(); i-- > 0;)
        m_lists[i] = places[queue.takeFirst()].list;
}

// GetScanItems(): the rows of the next `probes` lists.
bool IvfflatScan::readBatch()
{
    if (m_nextList == m_lists.size())
        return false;
    m_batch.clear();
    m_nearest.clear();
    m_sorted = m_given = 0;
    const void *vectors[64];
    double distances[64];
    for (int probe = 0; probe < m_probes && m_nextList < m_lists.size(); ++probe) {
        const auto entries = m_index.entries(m_index.lists()[m_lists[m_nextList++]]);
        for (size_t first = 0; first < entries.size(); first += std::size(vectors)) {
            const size_t some = std::min(std::size(vectors), entries.size() - first);
            for (size_t i = 0; i < some; ++i)
                vectors[i] = entries[first + i].vector;
            m_distances.of(vectors, int(some), distances);
            for (size_t i = 0; i < some; ++i)
                m_batch.push_back({distances[i], entries[first + i].tid});
        }
    }
    m_visited += qint64(m_batch.size());
    return true;
}

// The server sorts everything; a caller rarely takes more than a few rows. So the nearest are picked
// first, and only equal distances among them need the server's own sort.
void IvfflatScan::sortMore()
{
    constexpr size_t Few = 64;
    const auto compare = [](const Sorted &a, const Sorted &b) { return isLessAsFloat8(a.distance, b.distance) ? -1 : isLessAsFloat8(b.distance, a.distance) ? 1 : 0; };
    if (m_sorted == 0 && m_batch.size() > Few) {
        const auto isLess = [](const Sorted &a, const Sorted &b) { return isLessAsFloat8(a.distance, b.distance); };
        std::vector<Sorted> nearest = m_batch;
        std::nth_element(nearest.begin(), nearest.begin() + Few, nearest.end(), isLess);
        std::sort(nearest.begin(), nearest.begin() + Few + 1, isLess);
        const auto isTied = [&compare](const Sorted &a, const Sorted &b) { return compare(a, b) == 0; };
        if (std::adjacent_find(nearest.begin(), nearest.begin() + Few + 1, isTied) == nearest.begin() + Few + 1) {
            // Put aside: the rest of the batch keeps its order for the server's sort, if it comes to that.
            m_nearest.assign(nearest.begin(), nearest.begin() + Few);
            m_sorted = Few;
            return;
        }
    }
    sortAsServer(m_batch.data(), m_batch.size(), compare);
    m_nearest.clear();
    m_sorted = m_batch.size();
}

std::optional<IndexHit> IvfflatScan::next()
{
    if (!m_hasBegun) {
        m_hasBegun = true;
        chooseLists();
        readBatch();
    }
    while (m_given == m_batch.size()) {
        if (!readBatch())
            return {};
    }
    if (m_given == m_sorted)
        sortMore();
    const Sorted &hit = m_nearest.empty() ? m_batch[m_given] : m_nearest[m_given];
    ++m_given;
    return IndexHit{hit.tid, hit.distance};
}

} // namespace qd::retrieval
