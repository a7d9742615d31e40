#include "retrieval/engine/legs.h"
#include "retrieval/engine/sweep.h"

#include "retrieval/vectors/hnswbuild.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

namespace qd::retrieval {

namespace {

struct EstimateWords
{
    Q_DECLARE_TR_FUNCTIONS(Sweep)
};

constexpr qint64 usablePage = 8192 - 24 - 8; // without header and what pgvector keeps at the end
constexpr qint64 itemPointer = 4;

qint64 aligned(qint64 bytes)
{
    return (bytes + 7) / 8 * 8;
}

qint64 valueBytes(const SnapshotShape &shape)
{
    return 8 + qint64(shape.dims) * bytesOf(shape.type);
}

// HnswElementTuple and HnswNeighborTuple; both on one page where they fit (CreateGraphPages()).
qint64 hnswBytes(const SnapshotShape &shape, quint32 rows, int m)
{
    const qint64 element = aligned(72 + valueBytes(shape)) + itemPointer;
    const double meanLevel = 1.0 / (m - 1);
    const qint64 neighbours = aligned(4 + qint64(std::lround((meanLevel + 2) * m)) * 6) + itemPointer;
    const qint64 onPage = std::max<qint64>(1, usablePage / (element + neighbours));
    const qint64 pages = (qint64(rows) + onPage - 1) / onPage;
    return (pages + 1) * 8192;
}

// An index tuple per row in the pages of its list; the last page of a list is half full on average.
qint64 ivfflatBytes(const SnapshotShape &shape, quint32 rows, int lists)
{
    const qint64 onPage = std::max<qint64>(1, usablePage / (aligned(8 + valueBytes(shape)) + itemPointer));
    const qint64 perList = (qint64(rows) / std::max(1, lists) + onPage - 1) / onPage;
    const qint64 centres = std::max<qint64>(1, usablePage / (aligned(8 + valueBytes(shape)) + itemPointer));
    return (1 + (lists + centres - 1) / centres + std::max<qint64>(1, perList) * lists) * 8192;
}

// One process of pgvector takes this many times as long as the build here: 20,000 × 384, measured side by
// side by tests/bench/sweep_bench.cpp.
constexpr double serverBuildFactor = 1.7;

} // namespace

Result<IndexEstimate> estimateIndex(const Corpus &corpus, SearchSettings::Scan kind, const SearchSettings &settings, const CorpusWork &work)
{
    const quint32 rows = corpus.searchable().count();
    SnapshotShape shape = corpus.shape();
    if (settings.quantisation == SearchSettings::Quantisation::Halfvec)
        shape.type = ElementType::Float16;
    if (rows == 0 || shape.dims == 0)
        return failure(Error::Kind::Missing, EstimateWords::tr("The snapshot has no embeddings."));
    SearchSettings as = settings;
    as.scan = kind;
    const CorpusIndex *index = corpus.index(as);
    IndexEstimate estimate;
    if (kind == SearchSettings::Scan::Ivfflat) {
        const int lists = settings.lists > 0 ? settings.lists : index ? index->lists : std::max(1, int(rows / 1000));
        estimate.bytes = ivfflatBytes(shape, rows, lists);
        // Sampled rows are compared with every centre for up to ten or so rounds, then every row once.
        const qint64 samples = std::min<qint64>(rows, std::max(10'000, 50 * lists));
        const double comparisons = double(samples) * lists * 12 + double(rows) * lists;
        const std::vector<float> zeros(std::size_t(corpus.shape().dims), 1.f);
        QElapsedTimer timer;
        timer.start();
        const Distances distances(corpus.arithmetic(Metric::InnerProduct), Metric::InnerProduct, ElementType::Float32, zeros.data(), corpus.shape().dims);
        double sum = 0;
        for (int i = 0; i < 20'000; ++i)
            sum += distances.of(zeros.data());
        const double seconds = double(timer.nsecsElapsed()) / 1e9 / 20'000 + sum * 0;
        estimate.buildSeconds = comparisons * seconds;
        estimate.workMemoryBytes = samples * valueBytes(shape);
        estimate.derivation = EstimateWords::tr("Size: one entry of %1 bytes per row in the pages of %2 lists, with the last page of each list counted whole. Time: %3 comparisons (rows sampled and all rows against every centre) at what one takes on this computer.").arg(valueBytes(shape) + 8).arg(lists).arg(comparisons, 0, 'g', 3);
        return estimate;
    }
    HnswBuildSettings build;
    build.m = settings.m > 0 ? settings.m : index ? index->m : 16;
    build.efConstruction = std::max(2 * build.m, settings.efConstruction > 0 ? settings.efConstruction : index ? index->efConstruction : 64);
    estimate.bytes = hnswBytes(shape, rows, build.m);
    // HnswElementData, its neighbours and its vector, as the build keeps them.
    estimate.workMemoryBytes = qint64(rows) * (128 + qint64(2 * build.m) * 24 + 48 + valueBytes(shape));
    build.mayUseCodes = false;
    constexpr quint32 SampleRows = 4000;
    VectorColumn sample = corpus.vectors();
    sample.rows = std::min(sample.rows, SampleRows);
    IndexOrder order;
    order.metric = settings.metric;
    order.type = corpus.shape().type;
    order.arithmetic = corpus.arithmetic(order.ordering());
    QElapsedTimer timer;
    timer.start();
    const auto built = HnswBuilder::build(sample, order, build, [](quint32 row) { return HeapTid(row) + 1; }, [&work](quint32) { return work.stopped(); });
    if (!built)
        return tl::unexpected(built.error());
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    const double sampled = std::max(2.0, double(built->nodes().size()));
    estimate.buildSeconds = seconds * serverBuildFactor * double(rows) / sampled * std::log(double(rows)) / std::log(sampled);
    estimate.derivation = EstimateWords::tr("Size: an element of %1 bytes and %2 links per row on pgvector's pages. Time: %3 rows were inserted here in %4 s; scaled to %5 rows with their logarithm, and times %6, which is what one process of pgvector takes longer.")
                              .arg(aligned(72 + valueBytes(shape))).arg(2 * build.m).arg(sampled).arg(seconds, 0, 'g', 3).arg(rows).arg(serverBuildFactor);
    return estimate;
}

Result<SimilarityHistogram> histogramOf(const Corpus &corpus, const QList<NamedQuestion> &questions, const SearchSettings &settings, const std::optional<Judgements> &judgements, const CorpusWork &work)
{
    SimilarityHistogram histogram;
    const int bins = int(std::lround(2 / histogram.width)) + 1;
    histogram.best = histogram.kept = histogram.all = QList<qint64>(bins);
    if (judgements)
        histogram.relevant = QList<qint64>(bins);
    const auto add = [&histogram, bins](QList<qint64> &to, double similarity) {
        if (similarity == similarity)
            ++to[std::clamp(int((similarity - histogram.begin) / histogram.width), 0, bins - 1)];
    };
    SearchSettings exact = settings;
    exact.mode = SearchSettings::Mode::Vector;
    exact.metric = Metric::Cosine;
    exact.scan = SearchSettings::Scan::Exact;
    exact.threshold.reset();
    const VectorColumn column = corpus.vectors();
    // Of many rows a regular sample shows the same shape.
    const quint32 step = std::max(1u, corpus.rows() / 20'000);
    for (qsizetype i = 0; i < questions.size(); ++i) {
        if (work.stopped())
            return failure(Error::Kind::Cancelled, QString());
        work.tell(EstimateWords::tr("Comparing questions with chunks"), double(i) / double(questions.size()));
        if (questions[i].asUser)
            exact.asUser = questions[i].asUser;
        const auto answer = search(corpus, questions[i].question, exact, work);
        const auto vector = vectorOf(corpus, questions[i].question, exact);
        const auto filter = corpus.filter(exact, work);
        if (!answer || !vector || !filter)
            return tl::unexpected(!answer ? answer.error() : !vector ? vector.error() : filter.error());
        for (const AnswerRow &row : answer->rows) {
            if (row.score)
                add(histogram.kept, *row.score);
        }
        if (!answer->rows.empty() && answer->rows.front().score)
            add(histogram.best, *answer->rows.front().score);
        const Distances distances(corpus.arithmetic(Metric::Cosine), Metric::Cosine, column.type, vector->elements.data(), column.dims);
        for (quint32 row = 0; row < corpus.rows(); row += step) {
            if (column.has(row) && (*filter)->rows.contains(row))
                add(histogram.all, 1.0 - distances.of(column.row(row)));
        }
        const auto grades = judgements ? judgements->grades.value(questions[i].id) : QHash<QString, int>();
        for (auto grade = grades.begin(); grade != grades.end(); ++grade) {
            const auto row = *grade > 0 ? corpus.find(grade.key().toUtf8()) : std::nullopt;
            if (row && column.has(*row))
                add(histogram.relevant, 1.0 - distances.of(column.row(*row)));
        }
        ++histogram.questions;
    }
    return histogram;
}

} // namespace qd::retrieval
