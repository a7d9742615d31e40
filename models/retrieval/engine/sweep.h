#pragma once

// Many questions at many settings: what recall costs. Points arrive while it runs, first roughly,
// over the first questions, then over all.

#include "retrieval/engine/search.h"
#include "retrieval/evaluate.h"

namespace qd::retrieval {

enum class SweepAxis { EfSearch, Probes, M, EfConstruction, Threshold, Limit, K, VectorWeight, IterativeScan, Lists, Quantisation };
QString nameOf(SweepAxis axis); // as SQL or the function call it: "hnsw.ef_search"

struct SweepVariant
{
    SweepAxis axis = SweepAxis::EfSearch;
    double value = 0;
    SearchSettings settings;
};
// The settings with one of them set to each of the values.
QList<SweepVariant> variantsOver(const SearchSettings &settings, SweepAxis axis, const QList<double> &values);
// Values worth trying around what production has: ef_search 10 … 400, probes 1 … lists.
QList<double> usualValues(const Corpus &corpus, const SearchSettings &settings, SweepAxis axis);

struct RecallOf // of some of the questions
{
    double mean = 0, least = 0;
    int questions = 0;
};

struct SweepPoint
{
    int variant = 0;            // index in the list given
    SweepVariant setting;
    int questions = 0;          // so far; of all when isFinal
    bool isFinal = false;
    // Against the exact search with the same filters and limit. Nothing: no question had an answer.
    std::optional<double> recall, leastRecall;
    QMap<QString, RecallOf> perUser; // only if questions are asked as several users
    // By the share of the corpus that the filters let pass: up to 0.1 %, 1 %, 10 %, 50 %, 100 %.
    QMap<double, RecallOf> perShare;
    std::optional<double> ndcg;      // at the limit, of judged questions
    double p50 = 0, p95 = 0;         // milliseconds of one search on one thread
    double visited = 0;              // distances per search, in the mean
    double returned = 0;             // rows per search; less than the limit is the usual complaint
    int empty = 0;                   // searches that returned nothing
    Grade grade = Grade::BitIdentical;
};

struct SweepSettings
{
    QList<SweepVariant> variants;
    std::optional<Judgements> judgements;
    // The first points come after so many questions, then after each four times as many.
    int firstAfter = 16;
};

// `onPoint` is called by one thread at a time, not always the caller's. Points of one variant replace
// each other. Cancelled when stopped; the points so far stand.
Result<QList<SweepPoint>> sweep(const Corpus &corpus, const QList<NamedQuestion> &questions, const SweepSettings &settings, const std::function<void(const SweepPoint &)> &onPoint, const CorpusWork &work = {});

// The cheapest point that reaches a recall: by p95, or where these are within a tenth by visited.
struct SweepSuggestion
{
    SweepPoint point;
    QString sql;      // "set local hnsw.ef_search = 80;"
    QString sentence; // "ef_search 80 reaches a recall of 0.981 (now 0.962) at 17 ms (now 11 ms)."
};
std::optional<SweepSuggestion> suggest(const QList<SweepPoint> &points, const SearchSettings &now, double wantedRecall, bool byLeastUser = false);

// What an index with these options would cost before anybody builds it. The size follows from
// pgvector's page layout; the time is measured here on a sample and scaled.
struct IndexEstimate
{
    qint64 bytes = 0;
    double buildSeconds = 0;   // of one process of the server, roughly: good for minutes or hours
    qint64 workMemoryBytes = 0; // maintenance_work_mem that keeps the build in memory
    QString derivation;        // how these numbers were found, a finished paragraph
};
Result<IndexEstimate> estimateIndex(const Corpus &corpus, SearchSettings::Scan kind, const SearchSettings &settings, const CorpusWork &work = {});

// How similar questions are to chunks: to place a threshold where it cuts what it should.
struct SimilarityHistogram
{
    double begin = -1, width = 0.02; // of the first bin; as many as there are
    QList<qint64> best, kept, all;   // the nearest row, the rows within the limit, all rows
    QList<qint64> relevant;          // judged relevant; empty without judgements
    int questions = 0;
};
Result<SimilarityHistogram> histogramOf(const Corpus &corpus, const QList<NamedQuestion> &questions, const SearchSettings &settings, const std::optional<Judgements> &judgements = {}, const CorpusWork &work = {});

} // namespace qd::retrieval
