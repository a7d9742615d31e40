#include "retrieval/vectors/hnswgraph.h"
#include "retrieval/vectors/ivfflat.h"

#include "retrieval/vectorserver.h"
#include "support/wait.h"

#include <QTest>

#include <unordered_map>

using namespace qd;
using namespace qd::retrieval;
using namespace qd::test;

namespace {

constexpr int QueryCount = 40;

// What the server says to every query of table q, as lists of ids.
using Lists = std::vector<std::vector<quint32>>;

QByteArray operatorOf(Metric metric)
{
    return metric == Metric::Cosine ? "<=>" : metric == Metric::L2 ? "<->" : metric == Metric::InnerProduct ? "<#>" : "<+>";
}

QByteArray nameOf(IterativeScan scan)
{
    return scan == IterativeScan::Off ? "off" : scan == IterativeScan::Relaxed ? "relaxed_order" : "strict_order";
}

} // namespace

class ReplayTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void hnswAnswersAreProductions_data();
    void hnswAnswersAreProductions();
    void ivfflatAnswersAreProductions_data();
    void ivfflatAnswersAreProductions();
    void scansNearTheMemoryLimitSaySo();
    void theMemoryLimitIsReplayed_data();
    void theMemoryLimitIsReplayed();
    void anEmptyIndexAnswersNothing();
    void damagedPagesAreRefusedOrHarmless();

private:
    void fill(int dims, const QByteArray &type, bool isUnit);
    QByteArray pages(const QByteArray &index) const;
    Lists server(const QByteArray &settings, Metric metric, const QByteArray &condition, int limit) const;
    void learnRows();
    IndexOrder orderNamed(const QByteArray &operatorClass) const;
    const void *query(size_t i, ElementType type) const { return type == ElementType::Float32 ? static_cast<const void *>(m_queries[i].data()) : m_halfQueries[i].data(); }

    std::unique_ptr<VectorServer> m_server;
    Calibration m_calibration;
    std::vector<Floats> m_queries;
    std::vector<std::vector<quint16>> m_halfQueries;
    std::unordered_map<HeapTid, quint32> m_rows;
    RowSet m_few, m_none;
    mutable QSet<QByteArray> m_planned;
};

void ReplayTest::initTestCase()
{
    m_server = std::make_unique<VectorServer>();
    m_calibration = m_server->calibration();
}

// 1,500 rows with copies (more than the ten an element can hold), deletions that vacuum repaired, and
// rows that came after the index.
void ReplayTest::fill(int dims, const QByteArray &type, bool isUnit)
{
    Embeddings embeddings(dims, 25, quint32(dims));
    QByteArray sql = "drop table if exists d, q; create table d (id int, u int, e " + type + "(" + QByteArray::number(dims) + ")) with (fillfactor = 100); copy d from stdin;\n";
    std::vector<Floats> stored;
    for (int i = 0; i < 1500; ++i) {
        Floats vector = embeddings.next(isUnit);
        if (i % 9 == 4)
            vector = stored[embeddings.number() % stored.size()];
        if (i % 60 == 7)
            vector = stored[3]; // 25 copies
        if (i % 400 == 11)
            vector.assign(vector.size(), 0.f);
        stored.push_back(vector);
        sql += QByteArray::number(i) + '\t' + QByteArray::number(int(embeddings.number() % 50)) + '\t' + literal(vector) + '\n';
    }
    sql += "\\.\ncreate table q (id int, e " + type + "); copy q from stdin;\n";
    m_planned.clear();
    m_queries.clear();
    m_halfQueries.clear();
    for (int i = 0; i < QueryCount; ++i) {
        m_queries.push_back(i % 7 == 3 ? stored[size_t(i) * 13] : embeddings.next(isUnit));
        m_halfQueries.push_back(halves(m_queries.back()));
        sql += QByteArray::number(i) + '\t' + literal(m_queries.back()) + '\n';
    }
    m_server->execute(sql + "\\.\n");
}

void ReplayTest::learnRows()
{
    m_rows.clear();
    const auto rows = m_server->rows("select ctid, id, u from d");
    m_few = RowSet(3000);
    m_none = RowSet(3000);
    for (const QList<QByteArray> &row : rows) {
        m_rows[*tidFromText(row[0])] = row[1].toUInt();
        if (row[2].toInt() < 3)
            m_few.insert(row[1].toUInt());
    }
}

QByteArray ReplayTest::pages(const QByteArray &index) const
{
    return QByteArray::fromHex(m_server->execute("select encode(string_agg(get_raw_page('" + index + "', g::int), ''::bytea order by g), 'hex') from generate_series(0, pg_relation_size('" + index + "') / 8192 - 1) g").toLatin1());
}

Lists ReplayTest::server(const QByteArray &settings, Metric metric, const QByteArray &condition, int limit) const
{
    const QByteArray score = "d.e " + operatorOf(metric) + " q.e";
    const QByteArray sql = "select q.id, r.id from q, lateral (select d.id from d where " + condition + " order by " + score + " limit " + QByteArray::number(limit) + ") r";
    const QByteArray before = "set enable_seqscan = off; set enable_sort = off; set enable_indexscan = on; " + settings;
    // The plan does not depend on the settings; once per table and condition is enough.
    if (!m_planned.contains(condition) && !m_server->execute(before + "explain " + sql).contains(QStringLiteral("Index Scan using i on d")))
        qFatal("the server does not use the index");
    m_planned.insert(condition);
    Lists lists(QueryCount);
    for (const QList<QByteArray> &row : m_server->rows(before + sql))
        lists[row[0].toUInt()].push_back(row[1].toUInt());
    return lists;
}

IndexOrder ReplayTest::orderNamed(const QByteArray &operatorClass) const
{
    IndexOrder order = IndexOrder::named(operatorClass).value();
    order.arithmetic = *m_calibration.arithmetic(order.ordering(), order.type);
    order.normArithmetic = m_calibration.normArithmetic(order.type);
    return order;
}

void ReplayTest::hnswAnswersAreProductions_data()
{
    QTest::addColumn<int>("dims");
    QTest::addColumn<QByteArray>("operatorClass");
    QTest::addColumn<bool>("isUnit");
    QTest::newRow("cosine") << 64 << QByteArray("vector_cosine_ops") << false;
    QTest::newRow("cosine of 101") << 101 << QByteArray("vector_cosine_ops") << true;
    QTest::newRow("l2") << 24 << QByteArray("vector_l2_ops") << false;
    QTest::newRow("inner product") << 37 << QByteArray("vector_ip_ops") << false;
    QTest::newRow("l1") << 40 << QByteArray("vector_l1_ops") << false;
    QTest::newRow("halfvec cosine") << 70 << QByteArray("halfvec_cosine_ops") << true;
    QTest::newRow("halfvec l2") << 33 << QByteArray("halfvec_l2_ops") << true;
}

void ReplayTest::hnswAnswersAreProductions()
{
    QFETCH(int, dims);
    QFETCH(QByteArray, operatorClass);
    QFETCH(bool, isUnit);
    const IndexOrder order = orderNamed(operatorClass);
    fill(dims, operatorClass.split('_')[0], isUnit);
    m_server->execute("create index i on d using hnsw (e " + operatorClass + ") with (m = 8, ef_construction = 40); delete from d where id % 17 = 5; vacuum d; insert into d select 1500 + id, u, e from d where id % 10 = 1; delete from d where id % 23 = 7");
    learnRows();
    const QByteArray bytes = pages("i");
    const auto graph = HnswGraph::fromPages(bytes, order.type);
    QVERIFY_OK(graph);
    QCOMPARE(graph->danglingReferences(), quint32(0));
    QCOMPARE(graph->m(), 8);
    QCOMPARE(graph->efConstruction(), 40);

    int lists = 0;
    HnswRoom room;
    for (const int ef : {10, 40, 100, 200, 400}) {
        for (const IterativeScan iterative : {IterativeScan::Off, IterativeScan::Relaxed, IterativeScan::Strict}) {
            for (const auto &[condition, filter, limit] : {std::tuple{"true", static_cast<const RowSet *>(nullptr), 10}, {"u < 3", &m_few, 10}, {"u < 3", &m_few, 60}, {"u < 0", &m_none, 5}}) {
                for (const int most : {20'000, 300}) {
                    if (most == 300 && (iterative == IterativeScan::Off || ef > 40))
                        continue;
                    IndexSettings settings;
                    settings.efSearch = ef;
                    settings.iterativeScan = iterative;
                    settings.maxScanTuples = most;
                    settings.workMemoryKb = 256 * 1024;
                    const Lists expected = server("set work_mem = '256MB'; set hnsw.ef_search = " + QByteArray::number(ef) + "; set hnsw.iterative_scan = " + nameOf(iterative) + "; set hnsw.max_scan_tuples = " + QByteArray::number(most) + "; ", order.metric, condition, limit);
                    for (size_t i = 0; i < QueryCount; ++i) {
                        HnswScan scan(*graph, order, settings, query(i, order.type), room);
                        const ReplayAnswer answer = replay(scan, [this](HeapTid tid) { const auto row = m_rows.find(tid); return row == m_rows.end() ? std::nullopt : std::optional(row->second); }, filter, limit);
                        std::vector<quint32> ids;
                        for (const ReplayedRow &row : answer.rows)
                            ids.push_back(row.row);
                        QVERIFY(!scan.mayHaveMetMemoryLimit());
                        QVERIFY2(ids == expected[i], qPrintable(QStringLiteral("ef %1, %2, %3, query %4").arg(ef).arg(QString::fromLatin1(nameOf(iterative)), QString::fromLatin1(condition)).arg(i)));
                        ++lists;
                    }
                }
            }
        }
    }
    qInfo("%d lists", lists);
}

void ReplayTest::ivfflatAnswersAreProductions_data()
{
    QTest::addColumn<int>("dims");
    QTest::addColumn<QByteArray>("operatorClass");
    QTest::newRow("cosine") << 64 << QByteArray("vector_cosine_ops");
    QTest::newRow("cosine, values with short headers") << 13 << QByteArray("vector_cosine_ops");
    QTest::newRow("l2") << 45 << QByteArray("vector_l2_ops");
    QTest::newRow("inner product") << 20 << QByteArray("vector_ip_ops");
    QTest::newRow("halfvec cosine") << 50 << QByteArray("halfvec_cosine_ops");
}

void ReplayTest::ivfflatAnswersAreProductions()
{
    QFETCH(int, dims);
    QFETCH(QByteArray, operatorClass);
    const IndexOrder order = orderNamed(operatorClass);
    fill(dims, operatorClass.split('_')[0], false);
    m_server->execute("create index i on d using ivfflat (e " + operatorClass + ") with (lists = 20); delete from d where id % 17 = 5; vacuum d; insert into d select 1500 + id, u, e from d where id % 10 = 1; delete from d where id % 23 = 7");
    learnRows();
    const QByteArray bytes = pages("i");
    const auto index = IvfflatIndex::fromPages(bytes, order.type);
    QVERIFY_OK(index);
    QCOMPARE(index->lists().size(), size_t(20));
    int lists = 0;
    for (const int probes : {1, 2, 3, 5, 8, 13, 19, 20, 25}) {
        for (const IterativeScan iterative : {IterativeScan::Off, IterativeScan::Relaxed}) {
            for (const int mostProbes : {32'768, 6}) {
                if (mostProbes == 6 && iterative == IterativeScan::Off)
                    continue;
                for (const auto &[condition, filter, limit] : {std::tuple{"true", static_cast<const RowSet *>(nullptr), 10}, {"u < 3", &m_few, 10}, {"true", nullptr, 700}, {"u < 0", &m_none, 5}}) {
                    IndexSettings settings;
                    settings.probes = probes;
                    settings.iterativeScan = iterative;
                    settings.maxProbes = mostProbes;
                    const Lists expected = server("set work_mem = '256MB'; set ivfflat.probes = " + QByteArray::number(probes) + "; set ivfflat.iterative_scan = " + nameOf(iterative) + "; set ivfflat.max_probes = " + QByteArray::number(mostProbes) + "; ", order.metric, condition, limit);
                    for (size_t i = 0; i < QueryCount; ++i) {
                        IvfflatScan scan(*index, order, settings, query(i, order.type));
                        const ReplayAnswer answer = replay(scan, [this](HeapTid tid) { const auto row = m_rows.find(tid); return row == m_rows.end() ? std::nullopt : std::optional(row->second); }, filter, limit);
                        std::vector<quint32> ids;
                        for (const ReplayedRow &row : answer.rows)
                            ids.push_back(row.row);
                        QVERIFY2(ids == expected[i], qPrintable(QStringLiteral("probes %1, %2, at most %3, %4, query %5").arg(probes).arg(QString::fromLatin1(nameOf(iterative))).arg(mostProbes).arg(QString::fromLatin1(condition)).arg(i)));
                        ++lists;
                    }
                }
            }
        }
    }
    qInfo("%d lists", lists);
}

// Wherever the server's list differs under a tight work_mem, the scan has said that it may.
void ReplayTest::scansNearTheMemoryLimitSaySo()
{
    const IndexOrder order = orderNamed("vector_l2_ops");
    fill(24, "vector", false);
    m_server->execute("create index i on d using hnsw (e vector_l2_ops) with (m = 8, ef_construction = 40)");
    learnRows();
    const QByteArray bytes = pages("i");
    const auto graph = HnswGraph::fromPages(bytes, order.type);
    QVERIFY_OK(graph);
    HnswRoom room;
    int differing = 0, warned = 0;
    for (const int kilobytes : {64, 256, 512, 1024}) {
        IndexSettings settings;
        settings.efSearch = 10;
        settings.iterativeScan = IterativeScan::Relaxed;
        settings.workMemoryKb = kilobytes;
        const Lists expected = server("set work_mem = '" + QByteArray::number(kilobytes) + "kB'; set hnsw.ef_search = 10; set hnsw.iterative_scan = relaxed_order; set hnsw.max_scan_tuples = 20000; ", order.metric, "u < 3", 60);
        for (size_t i = 0; i < QueryCount; ++i) {
            HnswScan scan(*graph, order, settings, query(i, order.type), room);
            std::vector<quint32> ids;
            for (const ReplayedRow &row : replay(scan, [this](HeapTid tid) { const auto found = m_rows.find(tid); return found == m_rows.end() ? std::nullopt : std::optional(found->second); }, &m_few, 60).rows)
                ids.push_back(row.row);
            differing += ids != expected[i];
            warned += scan.mayHaveMetMemoryLimit();
            QVERIFY(ids == expected[i] || scan.mayHaveMetMemoryLimit());
        }
    }
    QVERIFY(differing > 0);
    QVERIFY(warned < 4 * QueryCount);
}

void ReplayTest::theMemoryLimitIsReplayed_data()
{
    QTest::addColumn<int>("dims");
    QTest::addColumn<QByteArray>("operatorClass");
    QTest::addColumn<int>("m");
    QTest::newRow("l2") << 24 << QByteArray("vector_l2_ops") << 8;
    QTest::newRow("cosine") << 70 << QByteArray("vector_cosine_ops") << 16;
    QTest::newRow("halfvec, few links") << 33 << QByteArray("halfvec_cosine_ops") << 4;
    QTest::newRow("inner product, many links") << 12 << QByteArray("vector_ip_ops") << 40;
}

// Allocation by allocation: at every work_mem the scan ends where the server's does.
void ReplayTest::theMemoryLimitIsReplayed()
{
    QFETCH(int, dims);
    QFETCH(QByteArray, operatorClass);
    QFETCH(int, m);
    const IndexOrder order = orderNamed(operatorClass);
    fill(dims, operatorClass.split('_')[0], false);
    m_server->execute("create index i on d using hnsw (e " + operatorClass + ") with (m = " + QByteArray::number(m) + ", ef_construction = 80)");
    learnRows();
    const QByteArray bytes = pages("i");
    const auto graph = HnswGraph::fromPages(bytes, order.type);
    QVERIFY_OK(graph);
    HnswRoom room;
    int met = 0, lists = 0;
    for (const int kilobytes : {64, 80, 96, 128, 144, 150, 200, 256, 300, 333, 400, 512, 700, 1024}) {
        for (const auto &[ef, iterative] : {std::pair(10, IterativeScan::Relaxed), {25, IterativeScan::Strict}}) {
            IndexSettings settings;
            settings.efSearch = ef;
            settings.iterativeScan = iterative;
            settings.workMemoryKb = kilobytes;
            settings.serverMajor = m_server->execute("show server_version_num").toInt() / 10'000;
            const Lists expected = server("set work_mem = '" + QByteArray::number(kilobytes) + "kB'; set hnsw.ef_search = " + QByteArray::number(ef) + "; set hnsw.iterative_scan = " + nameOf(iterative) + "; set hnsw.max_scan_tuples = 20000; ", order.metric, "u < 3", 60);
            for (size_t i = 0; i < QueryCount; ++i) {
                HnswScan scan(*graph, order, settings, query(i, order.type), room);
                std::vector<quint32> ids;
                for (const ReplayedRow &row : replay(scan, [this](HeapTid tid) { const auto found = m_rows.find(tid); return found == m_rows.end() ? std::nullopt : std::optional(found->second); }, &m_few, 60).rows)
                    ids.push_back(row.row);
                met += scan.hasMetMemoryLimit();
                ++lists;
                if (settings.serverMajor <= 15)
                    QVERIFY2(ids == expected[i], qPrintable(QStringLiteral("%1 kB, ef %2, query %3: %4 rows for %5").arg(kilobytes).arg(ef).arg(i).arg(ids.size()).arg(expected[i].size())));
            }
        }
    }
    qInfo("%d of %d scans ended for lack of memory", met, lists);
    QVERIFY(met > 100 && met < lists);
}

void ReplayTest::anEmptyIndexAnswersNothing()
{
    m_server->execute("drop table if exists d; create table d (id int, e vector(5)); create index i on d using hnsw (e vector_l2_ops)");
    const QByteArray bytes = pages("i");
    const auto graph = HnswGraph::fromPages(bytes, ElementType::Float32);
    QVERIFY_OK(graph);
    HnswRoom room;
    const Floats query(5, 1.f);
    for (const IterativeScan iterative : {IterativeScan::Off, IterativeScan::Strict}) {
        IndexSettings settings;
        settings.iterativeScan = iterative;
        HnswScan scan(*graph, orderNamed("vector_l2_ops"), settings, query.data(), room);
        QVERIFY(!scan.next());
    }
}

// Ten thousand damaged copies of two indexes: each is refused with a sentence or answers something,
// and never reads beyond its pages (run under the address sanitizer, too).
void ReplayTest::damagedPagesAreRefusedOrHarmless()
{
    m_server->execute("drop table if exists d; create table d (id int, e vector(6)); insert into d select g, array[g, g % 7, g % 5, g % 3, 1, 0]::vector from generate_series(1, 400) g; create index i on d using hnsw (e vector_cosine_ops); create index j on d using ivfflat (e vector_cosine_ops) with (lists = 5)");
    const QByteArray hnsw = pages("i"), ivfflat = pages("j");
    std::mt19937 random(8);
    HnswRoom room;
    const Floats query(6, 1.f);
    int refused = 0, answered = 0;
    for (int i = 0; i < 10'000; ++i) {
        QByteArray bytes = i % 2 ? hnsw : ivfflat;
        for (quint32 k = 0; k < 1 + random() % 4; ++k) {
            const qsizetype page = qsizetype(random() % (quint32(bytes.size()) / 8192)) * 8192;
            // Half of the damage hits headers, where it hurts.
            const qsizetype at = page + qsizetype(random() % 2 ? random() % 120 : random() % 8192);
            bytes[at] = char(random());
        }
        if (random() % 20 == 0)
            bytes.truncate(qsizetype(random() % quint32(bytes.size())));
        // Behind the bytes there is nothing: a copy of exactly that size.
        std::vector<char> exact(bytes.begin(), bytes.end());
        const QByteArrayView view(exact.data(), qsizetype(exact.size()));
        if (i % 2) {
            const auto graph = HnswGraph::fromPages(view, ElementType::Float32);
            if (graph && graph->dims() == 6) {
                IndexSettings settings;
                settings.iterativeScan = IterativeScan::Relaxed;
                HnswScan scan(*graph, orderNamed("vector_cosine_ops"), settings, query.data(), room);
                while (scan.next()) { }
            }
            QVERIFY(graph || !graph.error().message.isEmpty());
            ++(graph ? answered : refused);
        } else {
            const auto index = IvfflatIndex::fromPages(view, ElementType::Float32);
            if (index && index->dims() == 6) {
                IvfflatScan scan(*index, orderNamed("vector_cosine_ops"), {}, query.data());
                while (scan.next()) { }
            }
            QVERIFY(index || !index.error().message.isEmpty());
            ++(index ? answered : refused);
        }
    }
    QVERIFY(refused > 1000 && answered > 1000);
}

QTEST_GUILESS_MAIN(ReplayTest)
#include "replay_test.moc"
