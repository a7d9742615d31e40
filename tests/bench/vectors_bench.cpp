// The vector engine beside pgvector, hnswlib and faiss, in one run on one machine: exact search, search
// with a 1 % filter, production's index replayed, a local HNSW, the snapshot file. Ratios are what
// counts; the bars are those of the issue. Usage: vectors_bench [DIMS] [ROWS]
#include "retrieval/snapshotwriter.h"
#include "retrieval/vectors/exactsearch.h"
#include "retrieval/vectors/hnswbuild.h"
#include "retrieval/vectors/ivfflat.h"
#include "retrieval/vectorserver.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <libpq-fe.h>

#include <QtEndian>

#include <cstdio>
#include <fstream>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

#ifdef QUARTERDECK_HNSWLIB
#include <hnswlib/hnswlib.h>
#endif
#ifdef QUARTERDECK_FAISS
#include <faiss/IndexFlat.h>
#endif

using namespace qd;
using namespace qd::retrieval;
using namespace qd::test;

namespace {

constexpr int Queries = 200, Limit = 10;

double wallMs(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

// The median over the queries, after a round of all of them: both sides are measured warm.
double medianMs(const std::function<void(int)> &ask, int queries = Queries)
{
    for (int i = 0; i < queries; ++i)
        ask(i);
    std::vector<double> times;
    for (int i = 0; i < queries; ++i)
        times.push_back(wallMs([&ask, i] { ask(i); }));
    std::nth_element(times.begin(), times.begin() + qsizetype(times.size() / 2), times.end());
    return times[times.size() / 2];
}

// A gaussian mixture in 64 dimensions, projected, with a common mean and a little noise: near enough
// to what embeddings look like.
class Mixture
{
public:
    explicit Mixture(int dims) : m_dims(dims), m_random(20240607u + quint32(dims))
    {
        m_projection.resize(size_t(dims) * Latent);
        for (float &value : m_projection)
            value = gauss() / 8;
        m_centres.resize(size_t(1000) * Latent);
        for (float &value : m_centres)
            value = gauss();
        m_mean.resize(size_t(dims));
        for (float &value : m_mean)
            value = gauss() / 2;
        std::vector<double> weights;
        for (int i = 1; i <= 1000; ++i)
            weights.push_back(std::pow(i, -0.7));
        m_pick = std::discrete_distribution<int>(weights.begin(), weights.end());
    }
    void next(float *vector)
    {
        const size_t cluster = size_t(m_pick(m_random));
        float latent[Latent];
        for (size_t i = 0; i < Latent; ++i)
            latent[i] = m_centres[cluster * Latent + i] + 0.7f * gauss();
        double squares = 0;
        for (int d = 0; d < m_dims; ++d) {
            float sum = m_mean[size_t(d)] + 0.25f * gauss();
            for (size_t i = 0; i < Latent; ++i)
                sum += m_projection[size_t(d) * Latent + i] * latent[i];
            vector[d] = sum;
            squares += double(sum) * double(sum);
        }
        for (int d = 0; d < m_dims; ++d)
            vector[d] = float(double(vector[d]) / std::sqrt(squares));
    }

private:
    static constexpr size_t Latent = 64;
    float gauss() { return m_normal(m_random); }
    int m_dims;
    std::mt19937_64 m_random;
    std::normal_distribution<float> m_normal;
    std::vector<float> m_projection, m_centres, m_mean;
    std::discrete_distribution<int> m_pick;
};

// libpq as a client of the search function would use it: a prepared statement, a binary parameter.
class Client
{
public:
    Client(const VectorServer &server, int dims) : m_dims(dims)
    {
        const auto parameters = server.cluster().parameters();
        m_connection = PQsetdbLogin(parameters.values["host"].constData(), parameters.values["port"].constData(), nullptr, nullptr, "postgres", "postgres", nullptr);
        PGresult *oid = PQexec(m_connection, "select 'vector'::regtype::oid");
        m_type = Oid(std::atol(PQgetvalue(oid, 0, 0)));
        PQclear(oid);
    }
    ~Client() { PQfinish(m_connection); }
    void run(const char *sql)
    {
        PGresult *result = PQexec(m_connection, sql);
        if (const auto status = PQresultStatus(result); status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_COPY_IN)
            qFatal("%s: %s", sql, PQerrorMessage(m_connection));
        PQclear(result);
    }
    void prepare(const char *name, const char *sql)
    {
        PGresult *result = PQprepare(m_connection, name, sql, 1, &m_type);
        if (PQresultStatus(result) != PGRES_COMMAND_OK)
            qFatal("%s: %s", sql, PQerrorMessage(m_connection));
        PQclear(result);
    }
    std::vector<quint32> ask(const char *name, const float *query)
    {
        const QByteArray value = binary(query);
        const char *values[] = {value.constData()};
        const int lengths[] = {int(value.size())}, formats[] = {1};
        PGresult *result = PQexecPrepared(m_connection, name, 1, values, lengths, formats, 0);
        std::vector<quint32> ids;
        for (int i = 0; i < PQntuples(result); ++i)
            ids.push_back(quint32(std::atol(PQgetvalue(result, i, 0))));
        PQclear(result);
        return ids;
    }
    void load(const char *table, const float *elements, int rows)
    {
        run((QByteArray("copy ") + table + " (id, u, e) from stdin binary").constData());
        QByteArray bytes("PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19);
        const auto put = [&bytes](auto number) {
            const auto big = qToBigEndian(number);
            bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
        };
        for (int i = 0; i < rows; ++i) {
            put(qint16(3));
            put(qint32(4));
            put(qint32(i));
            put(qint32(4));
            put(qint32(i % 100));
            put(qint32(4 + 4 * m_dims));
            bytes += binary(elements + qsizetype(i) * m_dims);
            if (bytes.size() > 1 << 20) {
                PQputCopyData(m_connection, bytes.constData(), int(bytes.size()));
                bytes.clear();
            }
        }
        put(qint16(-1));
        PQputCopyData(m_connection, bytes.constData(), int(bytes.size()));
        PQputCopyEnd(m_connection, nullptr);
        PQclear(PQgetResult(m_connection));
        while (PGresult *result = PQgetResult(m_connection))
            PQclear(result);
    }
    QByteArray pages(const char *index)
    {
        QByteArray bytes;
        PGresult *count = PQexec(m_connection, (QByteArray("select pg_relation_size('") + index + "') / 8192").constData());
        const long pages = std::atol(PQgetvalue(count, 0, 0));
        PQclear(count);
        for (long first = 0; first < pages; first += 512) {
            PGresult *some = PQexecParams(m_connection, (QByteArray("select get_raw_page('") + index + "', g::int) from generate_series(" + QByteArray::number(qint64(first)) + ',' + QByteArray::number(qint64(std::min(pages, first + 512) - 1)) + ") g").constData(), 0, nullptr, nullptr, nullptr, nullptr, 1);
            for (int i = 0; i < PQntuples(some); ++i)
                bytes.append(PQgetvalue(some, i, 0), 8192);
            PQclear(some);
        }
        return bytes;
    }

private:
    QByteArray binary(const float *vector) const
    {
        QByteArray bytes;
        bytes.reserve(4 + 4 * m_dims);
        const auto put = [&bytes](auto number) {
            const auto big = qToBigEndian(number);
            bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
        };
        put(quint16(m_dims));
        put(quint16(0));
        for (int i = 0; i < m_dims; ++i)
            put(std::bit_cast<quint32>(vector[i]));
        return bytes;
    }
    PGconn *m_connection;
    Oid m_type;
    int m_dims;
};

void bar(const char *what, double ours, double theirs, double least)
{
    std::printf("%-58s %9.3f ms against %9.3f ms: %7.1f ×  (bar %.1f)%s\n", what, ours, theirs, theirs / ours, least, theirs / ours >= least ? "" : "  MISSED");
    std::fflush(stdout);
}

double sharedOf(const std::vector<std::vector<quint32>> &truth, const std::vector<std::vector<quint32>> &found)
{
    size_t shared = 0, all = 0;
    for (size_t i = 0; i < truth.size(); ++i) {
        const std::set<quint32> right(truth[i].begin(), truth[i].end());
        all += right.size();
        for (const quint32 row : found[i])
            shared += right.count(row);
    }
    return double(shared) / double(all);
}

// Of this process, without what files back.
double privateMegabytes()
{
    std::ifstream rollup("/proc/self/smaps_rollup");
    for (std::string line; std::getline(rollup, line);) {
        if (line.rfind("Anonymous:", 0) == 0)
            return std::atof(line.c_str() + 10) / 1024;
    }
    return -1;
}

} // namespace

int main(int argc, char **argv)
{
    const int dims = argc > 1 ? std::atoi(argv[1]) : 1536, rows = argc > 2 ? std::atoi(argv[2]) : 100'000;
    std::vector<float> elements(size_t(dims) * size_t(rows)), queries(size_t(dims) * Queries);
    Mixture mixture(dims);
    for (int i = 0; i < rows; ++i)
        mixture.next(elements.data() + qsizetype(i) * dims);
    for (int i = 0; i < Queries; ++i)
        mixture.next(queries.data() + qsizetype(i) * dims);
    const auto query = [&queries, dims](int i) { return queries.data() + qsizetype(i) * dims; };
    std::printf("%d rows of %d dimensions, top %d, %d queries, one thread, medians\n", rows, dims, Limit, Queries);

    // The snapshot is what is searched, mapped from its file.
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bench.snapshot"));
    {
        auto writer = SnapshotWriter::create(path, {{{"key", SnapshotColumn::Kind::Integer}}, ElementType::Float32, dims}).value();
        std::printf("snapshot written in %.0f ms\n", wallMs([&] {
            for (int i = 0; i < rows; ++i)
                writer->add({{SnapshotCell(qint64(i))}, QByteArray(reinterpret_cast<const char *>(elements.data() + qsizetype(i) * dims), qsizetype(dims) * 4)}).value();
            if (const auto done = writer->commit(); !done)
                qFatal("%s", qPrintable(done.error().message));
        }));
    }
    const double before = privateMegabytes();
    std::unique_ptr<Snapshot> snapshot;
    std::printf("snapshot opened in %.2f ms (bar 50)\n", wallMs([&] { snapshot = Snapshot::open(path).value(); }));
    VectorColumn column = snapshot->vectors();
    column.present = nullptr; // every row has one
    const QuantisedColumn quantised = snapshot->quantised();

    VectorServer server({QStringLiteral("shared_buffers = 3GB"), QStringLiteral("max_wal_size = 8GB"), QStringLiteral("maintenance_work_mem = 2GB"), QStringLiteral("work_mem = 256MB")});
    Client client(server, dims);
    client.run((QByteArray("create table d (id int, u int, e vector(") + QByteArray::number(dims) + ")); create table p (id int, u int, e vector(" + QByteArray::number(dims) + ")); alter table p alter e set storage plain").constData());
    client.load("d", elements.data(), rows);
    client.run("analyze d");
    const Calibration calibration = server.calibration();
    const Arithmetic arithmetic = calibration.arithmeticOrLikely(Metric::Cosine, ElementType::Float32);
    client.prepare("exact", "select id from d order by e <=> $1 limit 10");
    client.run("set enable_indexscan = off");
    std::vector<std::vector<quint32>> truth(Queries), ours(Queries);
    const double pgExact = medianMs([&](int i) { truth[size_t(i)] = client.ask("exact", query(i)); }, 12);
    double pgPlain = 0;
    if (dims <= 2000) {
        client.load("p", elements.data(), rows);
        client.run("analyze p");
        client.prepare("plain", "select id from p order by e <=> $1 limit 10");
        pgPlain = medianMs([&](int i) { client.ask("plain", query(i)); }, 12);
        client.run("drop table p");
    }
    quint32 rescored = 0;
    const auto exact = [&](int i, const RowSet *filter) {
        ExactQuery ask;
        ask.arithmetic = arithmetic;
        ask.query = query(i);
        ask.filter = filter;
        const ExactAnswer answer = searchExactly(column, &quantised, ask);
        ours[size_t(i)].clear();
        for (const ScoredRow &row : answer.rows)
            ours[size_t(i)].push_back(row.row);
        rescored += answer.rescored;
    };
    const double exactMs = medianMs([&](int i) { exact(i, nullptr); });
    int same = 0;
    for (int i = 0; i < 12; ++i)
        same += ours[size_t(i)] == truth[size_t(i)];
    truth = ours; // exact from here on
    std::printf("private memory with the int8 tier hot: %.0f MB more than before opening (bar 180)\n", privateMegabytes() - before);
    std::printf("exact lists identical to pgvector's: %d of 12; %.1f rows rescored per query\n", same, double(rescored) / (2 * Queries));
    bar("exact, against pgvector's seq scan, default storage", exactMs, pgExact, dims >= 1000 ? 80 : 35);
    if (pgPlain > 0)
        bar("exact, against pgvector's seq scan, plain storage", exactMs, pgPlain, 35);
    const double bytes = double(rows) * dims * 4;
    volatile float sink = 0;
    const double bandwidth = medianMs([&](int) {
        float sums[16] = {};
        for (size_t i = 0; i + 16 <= elements.size(); i += 16) {
            for (size_t k = 0; k < 16; ++k)
                sums[k] += elements[i + k];
        }
        sink = sink + sums[0] + sums[7];
    }, 9);
    std::printf("reading all float32 once: %.2f ms, %.1f GB/s; exact takes %.2f of that (bar: below 1)\n", bandwidth, bytes / bandwidth / 1e6, exactMs / bandwidth);
#ifdef QUARTERDECK_FAISS
    faiss::IndexFlatIP flat(dims);
    flat.add(rows, elements.data());
    std::vector<float> scores(Limit);
    std::vector<faiss::Index::idx_t> labels(Limit);
    const double faissMs = medianMs([&](int i) { flat.search(1, query(i), Limit, scores.data(), labels.data()); }, 20);
#ifdef QUARTERDECK_FAISS_AVX2
    bar("exact, against faiss Flat built for AVX2", exactMs, faissMs, dims < 1000 ? 3 : 3.5);
#else
    bar("exact, against faiss Flat as Debian builds it (SSE2)", exactMs, faissMs, dims < 1000 ? 3 : 3.5);
#endif
#endif
    RowSet few(quint32(rows), false);
    for (quint32 i = 7; i < quint32(rows); i += 100)
        few.insert(i);
    const double filteredMs = medianMs([&](int i) { exact(i, &few); });

    const char *build = "create index i on d using hnsw (e vector_cosine_ops)";
    std::printf("pgvector builds its HNSW in %.1f s\n", wallMs([&] { client.run("set max_parallel_maintenance_workers = 1"); client.run(build); }) / 1000);
    client.run("set enable_indexscan = on; set enable_seqscan = off; set hnsw.iterative_scan = relaxed_order");
    client.prepare("few", "select id from d where u = 7 order by e <=> $1 limit 10");
    bar("exact with a 1 % filter, against the relaxed iterative scan", filteredMs, medianMs([&](int i) { client.ask("few", query(i)); }), 50);
    client.run("set hnsw.iterative_scan = off");
    client.prepare("index", "select id from d order by e <=> $1 limit 10");
    const QByteArray pages = client.pages("i");
    std::optional<HnswGraph> graph;
    std::printf("%.0f MB of pages parsed in %.0f ms\n", double(pages.size()) / 1e6, wallMs([&] { graph = HnswGraph::fromPages(pages, ElementType::Float32).value(); }));
    std::unordered_map<HeapTid, quint32> rowOf;
    for (const QList<QByteArray> &row : server.rows("select ctid, id from d"))
        rowOf[*tidFromText(row[0])] = row[1].toUInt();
    IndexOrder order = *IndexOrder::named("vector_cosine_ops");
    order.arithmetic = calibration.arithmeticOrLikely(order.ordering(), ElementType::Float32);
    order.normArithmetic = calibration.normArithmetic(ElementType::Float32);
    HnswRoom room;
    const auto search = [&](const HnswGraph &in, int i, int ef, const RowOfTid &resolve) {
        IndexSettings settings;
        settings.efSearch = ef;
        HnswScan scan(in, order, settings, query(i), room);
        ours[size_t(i)].clear();
        for (const ReplayedRow &row : replay(scan, resolve, nullptr, Limit).rows)
            ours[size_t(i)].push_back(row.row);
    };
    const RowOfTid fromHeap = [&rowOf](HeapTid tid) { return std::optional(rowOf[tid]); };
    std::map<int, double> pgHnsw;
    for (const int ef : {40, 100, 200}) {
        client.run((QByteArray("set hnsw.ef_search = ") + QByteArray::number(ef)).constData());
        std::vector<std::vector<quint32>> theirs(Queries);
        pgHnsw[ef] = medianMs([&](int i) { theirs[size_t(i)] = client.ask("index", query(i)); });
        const double ms = medianMs([&](int i) { search(*graph, i, ef, fromHeap); });
        bar(QStringLiteral("replayed HNSW, ef %1 (recall %2, %3 of %4 lists identical)").arg(ef).arg(sharedOf(truth, ours), 0, 'f', 3).arg(std::inner_product(ours.begin(), ours.end(), theirs.begin(), 0, std::plus<>(), std::equal_to<>())).arg(Queries).toLocal8Bit().constData(), ms, pgHnsw[ef], 1.5);
    }

    std::optional<HnswGraph> local;
    std::printf("local HNSW built in %.1f s\n", wallMs([&] { local = HnswBuilder::build(column, order, {}, [](quint32 row) { return HeapTid(row) + 1; }).value(); }) / 1000);
    const RowOfTid fromRow = [](HeapTid tid) { return std::optional(quint32(tid - 1)); };
#ifdef QUARTERDECK_HNSWLIB
    hnswlib::InnerProductSpace space{size_t(dims)};
    hnswlib::HierarchicalNSW<float> opponent(&space, size_t(rows), 16, 64, 100);
    std::printf("hnswlib builds in %.1f s\n", wallMs([&] {
        for (int i = 0; i < rows; ++i)
            opponent.addPoint(elements.data() + qsizetype(i) * dims, size_t(i));
    }) / 1000);
#endif
    for (const int ef : {40, 100, 200}) {
        const double ms = medianMs([&](int i) { search(*local, i, ef, fromRow); });
        const double recall = sharedOf(truth, ours);
        bar(QStringLiteral("local HNSW, ef %1 (recall %2), against pgvector").arg(ef).arg(recall, 0, 'f', 3).toLocal8Bit().constData(), ms, pgHnsw[ef], 6);
#ifdef QUARTERDECK_HNSWLIB
        opponent.setEf(size_t(ef));
        std::vector<std::vector<quint32>> theirs(Queries);
        const double hnswlibMs = medianMs([&](int i) {
            auto found = opponent.searchKnn(query(i), Limit);
            theirs[size_t(i)].clear();
            for (; !found.empty(); found.pop())
                theirs[size_t(i)].push_back(quint32(found.top().second));
        });
        bar(QStringLiteral("local HNSW, ef %1, against hnswlib (recall %2)").arg(ef).arg(sharedOf(truth, theirs), 0, 'f', 3).toLocal8Bit().constData(), ms, hnswlibMs, 1);
#endif
    }
    return 0;
}
