#include "retrieval/engine/legs.h"

#include "retrieval/engine/serverorder.h"

#include <QCoreApplication>
#include <QThreadPool>

#include <algorithm>

namespace qd::retrieval {

namespace {

struct VectorLegWords
{
    Q_DECLARE_TR_FUNCTIONS(VectorSearch)
};

} // namespace

double scoreOf(Metric metric, double distance)
{
    return metric == Metric::Cosine ? 1.0 - distance : -distance;
}

ExactQuery exactQueryOf(const Corpus &corpus, const void *query, const SearchSettings &settings, int limit, const RowSet *filter)
{
    ExactQuery ask;
    ask.metric = settings.metric;
    ask.arithmetic = corpus.arithmetic(settings.metric);
    ask.query = query;
    ask.limit = limit;
    ask.filter = filter;
    ask.threshold = settings.threshold;
    return ask;
}

// Nearest first, NULL last, as the server compares; equal ones are left to its sort.
static int compareHits(const VectorHit &a, const VectorHit &b)
{
    if (!a.distance || !b.distance)
        return int(!a.distance) - int(!b.distance);
    return isLessAsFloat8(*a.distance, *b.distance) ? -1 : isLessAsFloat8(*b.distance, *a.distance) ? 1 : 0;
}

// Every row in the order of the table, through the server's own sort: only needed where rows are equal.
static std::vector<VectorHit> sortedAsTheServerDoes(const Corpus &corpus, const ExactQuery &ask, int limit, bool isBounded)
{
    const VectorColumn column = corpus.vectors();
    const Distances distances(ask.arithmetic, ask.metric, column.type, ask.query, column.dims);
    std::vector<VectorHit> hits;
    for (const quint32 row : *corpus.rowsInTableOrder()) {
        if (!ask.filter->contains(row))
            continue;
        VectorHit hit{row, {}, false};
        if (column.has(row))
            hit.distance = distances.of(column.row(row));
        if (!ask.threshold || (hit.distance && ask.threshold->passes(*hit.distance)))
            hits.push_back(hit);
    }
    return inServerOrder(std::move(hits), std::size_t(limit), isBounded, compareHits);
}

static void markTies(std::vector<VectorHit> &hits, bool isLastTied)
{
    for (std::size_t i = 1; i < hits.size(); ++i) {
        if (compareHits(hits[i], hits[i - 1]) == 0)
            hits[i].isTied = hits[i - 1].isTied = true;
    }
    for (std::size_t i = hits.size(); isLastTied && i-- > 0 && compareHits(hits[i], hits.back()) == 0;)
        hits[i].isTied = true;
}

static VectorLeg searchEveryRow(const Corpus &corpus, const void *query, const SearchSettings &settings, int limit, const RowFilter &filter, const CorpusWork &work)
{
    VectorLeg leg;
    const bool isAll = limit == 0 || quint32(limit) >= corpus.rows();
    ExactQuery ask = exactQueryOf(corpus, query, settings, isAll ? int(corpus.rows()) : limit, &filter.rows);
    ask.pool = work.isAlone ? nullptr : QThreadPool::globalInstance();
    const QuantisedColumn quantised = corpus.quantised();
    const ExactAnswer answer = searchExactly(corpus.vectors(), isAll || corpus.shape().dims == 0 ? nullptr : &quantised, ask);
    for (const ScoredRow &row : answer.rows)
        leg.hits.push_back({row.row, row.distance, false});
    // Without a threshold rows whose embedding is NULL follow all others, as in the server's sort.
    quint32 withoutScore = 0;
    if (!settings.threshold && (limit == 0 || leg.hits.size() < std::size_t(limit))) {
        for (quint32 row = 0; row < corpus.rows(); ++row) {
            if (!filter.rows.contains(row) || corpus.searchable().contains(row))
                continue;
            if (limit == 0 || leg.hits.size() < std::size_t(limit))
                leg.hits.push_back({row, {}, false});
            else
                ++withoutScore;
        }
    }
    const bool isLastTied = answer.tiedBeyondLimit > 0 || withoutScore > 0;
    markTies(leg.hits, isLastTied);
    if (std::any_of(leg.hits.begin(), leg.hits.end(), [](const VectorHit &hit) { return hit.isTied; })) {
        // A window function ranks all rows; a LIMIT on a sort keeps only the best.
        leg.hits = sortedAsTheServerDoes(corpus, ask, limit, settings.mode != SearchSettings::Mode::Hybrid);
        markTies(leg.hits, isLastTied);
    }
    leg.grade = corpus.vectorGrade(settings.metric);
    leg.counts.scanned = answer.scanned;
    leg.counts.rescored = answer.rescored;
    leg.counts.tiedBeyondLimit = answer.tiedBeyondLimit + withoutScore;
    leg.taken.sentence = VectorLegWords::tr("Every row that passes the filters was compared.");
    return leg;
}

// The executor's side of an index scan: what passes neither filter nor threshold is dropped after it.
template <typename Scan>
static VectorLeg drain(const Corpus &corpus, Scan &scan, const RowOfTid &rowOf, const void *query, const SearchSettings &settings, int limit, const RowFilter &filter, const CorpusWork &work)
{
    VectorLeg leg;
    SearchCounts &counts = leg.counts;
    counts.taken = counts.droppedByFilter = counts.droppedByThreshold = counts.unknown = 0;
    const VectorColumn column = corpus.vectors();
    const Distances distances(corpus.arithmetic(settings.metric), settings.metric, column.type, query, column.dims);
    while (limit == 0 || leg.hits.size() < std::size_t(limit)) {
        if (*counts.taken % 256 == 255 && work.stopped())
            break;
        const std::optional<IndexHit> hit = scan.next();
        if (!hit)
            break;
        ++*counts.taken;
        const std::optional<quint32> row = rowOf(hit->tid);
        if (!row || !column.has(*row)) {
            ++*counts.unknown;
            continue;
        }
        if (!filter.rows.contains(*row)) {
            ++*counts.droppedByFilter;
            continue;
        }
        const double distance = distances.of(column.row(*row));
        if (settings.threshold && !settings.threshold->passes(distance)) {
            ++*counts.droppedByThreshold;
            continue;
        }
        leg.hits.push_back({*row, distance, false});
    }
    counts.visited = scan.visited();
    return leg;
}

static QString sentenceOf(const CorpusGraph &graph, const IndexSettings &settings)
{
    if (settings.iterativeScan == IterativeScan::Off)
        return graph.isProductions ? VectorLegWords::tr("Replayed from the pages of %1 at ef_search %2.").arg(graph.name).arg(settings.efSearch)
                                   : VectorLegWords::tr("Searched a graph %1, at ef_search %2.").arg(graph.name).arg(settings.efSearch);
    return graph.isProductions ? VectorLegWords::tr("Replayed from the pages of %1 at ef_search %2 with iterative scan %3.").arg(graph.name).arg(settings.efSearch).arg(nameOf(settings.iterativeScan))
                               : VectorLegWords::tr("Searched a graph %1, at ef_search %2 with iterative scan %3.").arg(graph.name).arg(settings.efSearch).arg(nameOf(settings.iterativeScan));
}

static Result<VectorLeg> searchGraph(const Corpus &corpus, const void *query, const SearchSettings &settings, int limit, const RowFilter &filter, const CorpusWork &work)
{
    const auto made = corpus.graph(settings, work);
    if (!made)
        return tl::unexpected(made.error());
    const CorpusGraph &graph = **made;
    // Marks of visited nodes, as large as the graph: kept by each thread for its next search.
    static thread_local HnswRoom room;
    IndexSettings onServer = settings.indexSettings;
    onServer.serverMajor = corpus.origin().serverVersion.section(QLatin1Char('.'), 0, 0).toInt();
    // An index on (embedding::halfvec(n)) is asked with a halfvec; what is shown is the column's distance.
    std::vector<quint16> half;
    if (graph.order.type != corpus.shape().type) {
        for (int i = 0; i < corpus.shape().dims; ++i)
            half.push_back(toHalf(static_cast<const float *>(query)[i]));
    }
    HnswScan scan(graph.graph, graph.order, onServer, half.empty() ? query : half.data(), room);
    const RowOfTid rowOf = graph.isProductions ? corpus.rowsByTid() : RowOfTid([](HeapTid tid) { return std::optional(quint32(tid - 1)); });
    VectorLeg leg = drain(corpus, scan, rowOf, query, settings, limit, filter, work);
    leg.grade = graph.grade;
    if (graph.isProductions && scan.mayHaveMetMemoryLimit())
        leg.grade.lower({Grade::Statistical, VectorLegWords::tr("The server may have stopped this iterative scan earlier, for work_mem times hnsw.scan_mem_multiplier.")});
    leg.taken = {SearchSettings::Scan::Hnsw, graph.name, graph.isProductions, scan.hasReachedLimit(), scan.hasMetMemoryLimit(), sentenceOf(graph, settings.indexSettings)};
    return leg;
}

static Result<VectorLeg> searchLists(const Corpus &corpus, const void *query, const SearchSettings &settings, int limit, const RowFilter &filter, const CorpusWork &work)
{
    const auto made = corpus.lists(settings, work);
    if (!made)
        return tl::unexpected(made.error());
    const CorpusLists &lists = **made;
    IvfflatScan scan(lists.index, lists.order, settings.indexSettings, query);
    const RowOfTid rowOf = lists.isProductions ? corpus.rowsByTid() : RowOfTid([](HeapTid tid) { return std::optional(quint32(tid - 1)); });
    VectorLeg leg = drain(corpus, scan, rowOf, query, settings, limit, filter, work);
    leg.grade = lists.grade;
    leg.taken = {SearchSettings::Scan::Ivfflat, lists.name, lists.isProductions, false, false, lists.isProductions ? VectorLegWords::tr("Replayed from the pages of %1 at %2 probes.").arg(lists.name).arg(settings.indexSettings.probes) : VectorLegWords::tr("Searched an index %1, at %2 probes.").arg(lists.name).arg(settings.indexSettings.probes)};
    return leg;
}

Result<VectorLeg> searchVectors(const Corpus &corpus, const void *query, const SearchSettings &settings, int limit, const RowFilter &filter, const CorpusWork &work)
{
    auto leg = settings.scan == SearchSettings::Scan::Hnsw ? searchGraph(corpus, query, settings, limit, filter, work)
        : settings.scan == SearchSettings::Scan::Ivfflat   ? searchLists(corpus, query, settings, limit, filter, work)
                                                           : Result<VectorLeg>(searchEveryRow(corpus, query, settings, limit, filter, work));
    if (leg && work.stopped())
        return failure(Error::Kind::Cancelled, QString());
    if (leg && settings.scan != SearchSettings::Scan::Exact)
        markTies(leg->hits, false);
    return leg;
}

} // namespace qd::retrieval
