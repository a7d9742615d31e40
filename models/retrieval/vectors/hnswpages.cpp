#include "retrieval/vectors/hnswgraph.h"

#include <QCoreApplication>

// Layout after hnsw.h of pgvector 0.5 to 0.8 (HnswMetaPageData, HnswElementTupleData,
// HnswNeighborTupleData); numbers are the server's byte order, which is ours on every machine that
// both run on today.
namespace qd::retrieval {

namespace {

struct HnswWords
{
    Q_DECLARE_TR_FUNCTIONS(HnswGraph)
};

constexpr quint32 HnswMagic = 0xA953A953, HnswNoBlock = 0xffffffff;
constexpr int HnswElementType = 1, HnswNeighbourType = 2;
constexpr int HnswHeapTids = 10, HnswVectorAt = 72, HnswVectorHeader = 8;

tl::unexpected<Error> hnswDamage(quint32 page, const QString &detail)
{
    return failure(Error::Kind::Wrong, HnswWords::tr("Page %1 of the HNSW index is damaged or not of an HNSW index.").arg(page), detail);
}

// Finds the node of an element by where it lies.
class NodesByTid
{
public:
    explicit NodesByTid(quint32 pages) : m_firstOfPage(size_t(pages) + 1, 0) {}
    void beginPage(quint32 page) { m_firstOfPage[page] = m_slots.size(); }
    void add(quint32 node) { m_slots.push_back(node); } // for every line pointer of the page
    void end() { m_firstOfPage.back() = m_slots.size(); }
    quint32 node(HeapTid tid) const
    {
        const size_t page = size_t(tid >> 16), offset = size_t(tid & 0xffff);
        if (offset == 0 || page + 1 >= m_firstOfPage.size() || offset > m_firstOfPage[page + 1] - m_firstOfPage[page])
            return NoItem;
        return m_slots[m_firstOfPage[page] + offset - 1];
    }

private:
    std::vector<size_t> m_firstOfPage;
    std::vector<quint32> m_slots;
};

} // namespace

Result<HnswGraph> HnswGraph::fromPages(QByteArrayView bytes, ElementType type)
{
    const auto pages = RelationPages::read(bytes);
    if (!pages)
        return tl::unexpected(pages.error());
    HnswGraph graph;
    graph.m_type = type;
    const char *meta = pages->bytes(0) + RelationPage::HeaderSize;
    if (!pages->page(0) || numberAt<quint32>(meta) != HnswMagic)
        return hnswDamage(0, QStringLiteral("magic number"));
    if (numberAt<quint32>(meta + 4) != 1)
        return failure(Error::Kind::Wrong, HnswWords::tr("The HNSW index is of version %1, which this program does not know.").arg(numberAt<quint32>(meta + 4)));
    const quint32 dims = numberAt<quint32>(meta + 8);
    graph.m_m = numberAt<quint16>(meta + 12);
    graph.m_efConstruction = numberAt<quint16>(meta + 14);
    const quint32 entryBlock = numberAt<quint32>(meta + 16);
    const HeapTid entry = entryBlock == HnswNoBlock ? NoTid : tidOf(entryBlock, numberAt<quint16>(meta + 20));
    graph.m_entryLevel = numberAt<qint16>(meta + 22);
    if (dims < 1 || dims > 16'000 || graph.m_m < 2 || graph.m_m > 100)
        return hnswDamage(0, QStringLiteral("dimensions %1, m %2").arg(dims).arg(graph.m_m));
    graph.m_dims = int(dims);
    const qsizetype vectorBytes = qsizetype(dims) * bytesOf(type);

    NodesByTid byTid(pages->count());
    std::vector<HeapTid> neighbourTids; // of each node
    std::vector<quint8> versions;
    for (quint32 number = 0; number < pages->count(); ++number) {
        byTid.beginPage(number);
        const auto page = pages->page(number);
        if (!page)
            return hnswDamage(number, QStringLiteral("page header"));
        for (int i = 1; number > 0 && i <= page->itemCount(); ++i) {
            const auto item = page->item(i);
            if (!item)
                return hnswDamage(number, QStringLiteral("line pointer %1").arg(i));
            // A deleted element's vector is wiped; nobody refers to it any more.
            if (item->size() < HnswVectorAt || (*item)[0] != HnswElementType || (*item)[2] != 0) {
                byTid.add(NoItem);
                if (!item->isEmpty() && (*item)[0] != HnswNeighbourType && (item->size() < HnswVectorAt || (*item)[0] != HnswElementType))
                    return hnswDamage(number, QStringLiteral("type of tuple %1").arg(i));
                continue;
            }
            if (item->size() < HnswVectorAt + HnswVectorHeader + vectorBytes || numberAt<quint16>(item->data() + HnswVectorAt + 4) != dims)
                return hnswDamage(number, QStringLiteral("vector of tuple %1").arg(i));
            Node node;
            graph.m_vectors.push_back(item->data() + HnswVectorAt + HnswVectorHeader);
            node.level = quint8((*item)[1]);
            node.firstTid = quint32(graph.m_tids.size());
            for (int k = 0; k < HnswHeapTids; ++k) {
                const HeapTid tid = tidAt(item->data() + 4 + 6 * k);
                if (tid == NoTid)
                    break;
                graph.m_tids.push_back(tid);
                ++node.tidCount;
            }
            neighbourTids.push_back(tidAt(item->data() + 64));
            versions.push_back(quint8((*item)[3]));
            byTid.add(quint32(graph.m_nodes.size()));
            graph.m_nodes.push_back(node);
            // ItemPointerData: the block in two halves, then the line pointer.
            graph.m_places.push_back(quint64(number >> 16) | quint64(number & 0xffff) << 16 | quint64(i) << 32);
        }
    }
    byTid.end();

    for (size_t i = 0; i < graph.m_nodes.size(); ++i) {
        Node &node = graph.m_nodes[i];
        const auto page = pages->page(quint32(neighbourTids[i] >> 16));
        const auto item = page ? page->item(int(neighbourTids[i] & 0xffff)) : std::nullopt;
        if (!item || item->size() < 4 || (*item)[0] != HnswNeighbourType) {
            ++graph.m_dangling;
            continue;
        }
        const int count = numberAt<quint16>(item->data() + 2);
        // The server takes such a tuple for one of another element and skips it.
        if (quint8((*item)[1]) != versions[i] || count != (node.level + 2) * graph.m_m)
            continue;
        if (item->size() < 4 + 6 * qsizetype(count))
            return hnswDamage(quint32(neighbourTids[i] >> 16), QStringLiteral("neighbours in tuple %1").arg(neighbourTids[i] & 0xffff));
        node.hasNeighbours = true;
        node.firstNeighbour = quint32(graph.m_neighbours.size());
        graph.m_neighbours.resize(graph.m_neighbours.size() + size_t(count), NoItem);
        for (int layer = node.level; layer >= 0; --layer) {
            const int start = (node.level - layer) * graph.m_m, most = layer == 0 ? 2 * graph.m_m : graph.m_m;
            quint32 *to = graph.m_neighbours.data() + node.firstNeighbour + start;
            for (int k = 0; k < most; ++k) {
                const HeapTid tid = tidAt(item->data() + 4 + 6 * (start + k));
                if (tid == NoTid)
                    break;
                const quint32 neighbour = byTid.node(tid);
                if (neighbour == NoItem)
                    ++graph.m_dangling;
                else
                    *to++ = neighbour;
            }
        }
    }
    if (entry != NoTid) {
        graph.m_entry = byTid.node(entry);
        if (graph.m_entry == NoItem || graph.m_entryLevel < 0 || graph.m_entryLevel > 255)
            return hnswDamage(0, QStringLiteral("entry point %1, level %2").arg(QString::fromLatin1(toText(entry))).arg(graph.m_entryLevel));
    }
    return graph;
}

} // namespace qd::retrieval
