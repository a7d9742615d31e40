#include "retrieval/vectors/hnswbuild.h"

#include "retrieval/vectorserver.h"
#include "support/wait.h"

#include <QTest>

#include <set>

using namespace qd;
using namespace qd::retrieval;
using namespace qd::test;

namespace {

constexpr int Dims = 48, Rows = 4000;

struct Set
{
    Floats elements;
    VectorColumn column() const { return {elements.data(), ElementType::Float32, Dims, Rows, nullptr}; }
};

Set embeddings()
{
    Embeddings source(Dims, 40, 12);
    Set set;
    for (int i = 0; i < Rows; ++i) {
        const Floats vector = source.next();
        set.elements.insert(set.elements.end(), vector.begin(), vector.end());
    }
    return set;
}

Result<HnswGraph> built(const VectorColumn &column, const HnswBuildSettings &settings, const QByteArray &operatorClass = "vector_cosine_ops")
{
    return HnswBuilder::build(column, *IndexOrder::named(operatorClass), settings, [](quint32 row) { return HeapTid(row) + 1; });
}

} // namespace

class HnswBuildTest : public QObject
{
    Q_OBJECT

private slots:
    void copiesShareAnElement();
    void rowsThatProductionDoesNotIndexAreNotIndexed();
    void theSameSeedGivesTheSameGraph();
    void everyNeighbourListIsSound();
    void itCanBeStopped();
};

void HnswBuildTest::copiesShareAnElement()
{
    Floats elements;
    Embeddings source(Dims, 3, 5);
    const Floats one = source.next();
    for (int i = 0; i < 35; ++i)
        elements.insert(elements.end(), one.begin(), one.end());
    const VectorColumn column{elements.data(), ElementType::Float32, Dims, 35, nullptr};
    const auto graph = built(column, {});
    QVERIFY_OK(graph);
    QCOMPARE(graph->nodes().size(), size_t(4)); // 10 + 10 + 10 + 5
    HnswRoom room;
    HnswScan scan(*graph, *IndexOrder::named("vector_cosine_ops"), {}, one.data(), room);
    QCOMPARE(replay(scan, [](HeapTid tid) { return std::optional(quint32(tid - 1)); }, nullptr, 100).rows.size(), size_t(35));
}

void HnswBuildTest::rowsThatProductionDoesNotIndexAreNotIndexed()
{
    Floats elements = embeddings().elements;
    elements.resize(size_t(Dims) * 50);
    std::fill(elements.begin() + 7 * Dims, elements.begin() + 8 * Dims, 0.f);
    RowSet present(50, true);
    present.remove(20);
    const VectorColumn column{elements.data(), ElementType::Float32, Dims, 50, &present};
    QCOMPARE(built(column, {})->nodes().size(), size_t(48));
    QCOMPARE(built(column, {}, "vector_l2_ops")->nodes().size(), size_t(49)); // by L2 nothing lacks length
    const VectorColumn empty{nullptr, ElementType::Float32, Dims, 0, nullptr};
    const auto graph = built(empty, {});
    QVERIFY_OK(graph);
    HnswRoom room;
    HnswScan scan(*graph, *IndexOrder::named("vector_cosine_ops"), {}, elements.data(), room);
    QVERIFY(!scan.next());
}

void HnswBuildTest::theSameSeedGivesTheSameGraph()
{
    const Set set = embeddings();
    VectorColumn column = set.column();
    column.rows = 600;
    const auto a = built(column, {8, 32, 3}), b = built(column, {8, 32, 3}), c = built(column, {8, 32, 4});
    const auto isSame = [](const HnswGraph &x, const HnswGraph &y) {
        if (x.nodes().size() != y.nodes().size() || x.entry() != y.entry())
            return false;
        for (size_t i = 0; i < x.nodes().size(); ++i) {
            for (int layer = 0; layer <= x.nodes()[i].level; ++layer) {
                const auto p = x.neighbours(x.nodes()[i], layer), q = y.neighbours(y.nodes()[i], layer);
                if (!std::equal(p.begin(), p.end(), q.begin(), q.end()))
                    return false;
            }
        }
        return true;
    };
    QVERIFY(isSame(*a, *b));
    QVERIFY(!isSame(*a, *c));
}

void HnswBuildTest::everyNeighbourListIsSound()
{
    const Set set = embeddings();
    VectorColumn column = set.column();
    column.rows = 1500;
    const auto graph = built(column, {6, 24, 1});
    QVERIFY_OK(graph);
    int above = 0;
    for (size_t i = 0; i < graph->nodes().size(); ++i) {
        const HnswGraph::Node &node = graph->nodes()[i];
        above += node.level > 0;
        for (int layer = 0; layer <= node.level; ++layer) {
            std::set<quint32> seen;
            bool hasEnded = false;
            for (const quint32 neighbour : graph->neighbours(node, layer)) {
                if (neighbour == NoItem) {
                    hasEnded = true;
                    continue;
                }
                QVERIFY(!hasEnded && neighbour != i && neighbour < graph->nodes().size());
                QVERIFY(graph->nodes()[neighbour].level >= layer);
                QVERIFY(seen.insert(neighbour).second);
            }
        }
        QVERIFY(node.level <= graph->entryLevel());
    }
    // A share of 1/m is above the ground layer.
    QVERIFY(std::abs(above - 250) < 60);
}

void HnswBuildTest::itCanBeStopped()
{
    const Set set = embeddings();
    const auto graph = HnswBuilder::build(set.column(), *IndexOrder::named("vector_cosine_ops"), {}, [](quint32 row) { return HeapTid(row) + 1; }, [](quint32 done) { return done >= 512; });
    QVERIFY(!graph);
    QVERIFY(graph.error().isCancelled());
}

QTEST_GUILESS_MAIN(HnswBuildTest)
#include "hnswbuild_test.moc"
