#include "widgets/pages/retrievalsweepaxes.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace qd::retrievalsweep {

using namespace retrieval;

namespace {

struct SweepAxisWords
{
    Q_DECLARE_TR_FUNCTIONS(RetrievalSweep)
};

bool hasIndexOf(const Corpus &corpus, SearchSettings::Scan kind)
{
    return std::any_of(corpus.indexes().begin(), corpus.indexes().end(), [kind](const CorpusIndex &index) { return index.kind == kind; });
}

std::optional<double> valueNow(const Corpus &corpus, const SearchSettings &settings, SweepAxis axis)
{
    const CorpusIndex *hnsw = isOfHnsw(axis) ? productionsIndex(corpus, settings, SearchSettings::Scan::Hnsw) : nullptr;
    const CorpusIndex *ivfflat = isOfIvfflat(axis) ? productionsIndex(corpus, settings, SearchSettings::Scan::Ivfflat) : nullptr;
    const auto of = [](bool isThere, double value) { return isThere ? std::optional(value) : std::nullopt; };
    switch (axis) {
    case SweepAxis::EfSearch: return of(settings.scan == SearchSettings::Scan::Hnsw, settings.indexSettings.efSearch);
    case SweepAxis::Probes: return of(settings.scan == SearchSettings::Scan::Ivfflat, settings.indexSettings.probes);
    case SweepAxis::M: return of(settings.m > 0 || hnsw, settings.m > 0 ? settings.m : hnsw ? hnsw->m : 0);
    case SweepAxis::EfConstruction: return of(settings.efConstruction > 0 || hnsw, settings.efConstruction > 0 ? settings.efConstruction : hnsw ? hnsw->efConstruction : 0);
    case SweepAxis::Lists: return of(settings.lists > 0 || ivfflat, settings.lists > 0 ? settings.lists : ivfflat ? ivfflat->lists : 0);
    case SweepAxis::Quantisation: return of(hnsw != nullptr, settings.quantisation == SearchSettings::Quantisation::Halfvec ? 1 : 0);
    case SweepAxis::IterativeScan: return double(int(settings.indexSettings.iterativeScan));
    case SweepAxis::Threshold: return of(settings.threshold.has_value(), settings.threshold ? settings.threshold->bound : 0);
    case SweepAxis::Limit: return settings.limit;
    case SweepAxis::K: return settings.k;
    case SweepAxis::VectorWeight: return settings.vectorWeight;
    }
    return {};
}

} // namespace

const CorpusIndex *productionsIndex(const Corpus &corpus, SearchSettings settings, SearchSettings::Scan kind)
{
    if (settings.scan != kind)
        settings.index.clear();
    settings.scan = kind;
    settings.m = settings.efConstruction = settings.lists = 0;
    settings.quantisation = SearchSettings::Quantisation::None;
    return corpus.index(settings);
}

bool isOfHnsw(SweepAxis axis)
{
    return axis == SweepAxis::EfSearch || axis == SweepAxis::M || axis == SweepAxis::EfConstruction || axis == SweepAxis::Quantisation;
}

bool isOfIvfflat(SweepAxis axis)
{
    return axis == SweepAxis::Probes || axis == SweepAxis::Lists;
}

bool isOfFusion(SweepAxis axis)
{
    return axis == SweepAxis::K || axis == SweepAxis::VectorWeight;
}

QList<Choice> choices(const OpenedCorpus &opened, const SearchSettings &settings)
{
    const Corpus &corpus = *opened.corpus;
    QList<Choice> all;
    if (corpus.shape().dims == 0)
        return all;
    const bool hasHnsw = hasIndexOf(corpus, SearchSettings::Scan::Hnsw), hasIvfflat = hasIndexOf(corpus, SearchSettings::Scan::Ivfflat);
    QList<SweepAxis> scans;
    if (hasHnsw || !hasIvfflat)
        scans << SweepAxis::EfSearch;
    if (hasIvfflat)
        scans << SweepAxis::Probes;
    all << Choice{QStringLiteral("scan"), scans.size() > 1 ? SweepAxisWords::tr("%1 and %2", "two settings").arg(QStringLiteral("ef_search"), QStringLiteral("probes")) : hasIvfflat ? QStringLiteral("probes") : QStringLiteral("ef_search"), scans};
    const auto add = [&all](SweepAxis axis, const QString &key, const QString &title, bool isByValue = false) { all << Choice{key, title, {axis}, isByValue}; };
    if (hasHnsw || hasIvfflat)
        add(SweepAxis::IterativeScan, QStringLiteral("iterative_scan"), QStringLiteral("iterative_scan"));
    if (hasHnsw || !hasIvfflat) {
        add(SweepAxis::M, QStringLiteral("m"), SweepAxisWords::tr("%1 of a new index").arg(QStringLiteral("m")));
        add(SweepAxis::EfConstruction, QStringLiteral("ef_construction"), SweepAxisWords::tr("%1 of a new index").arg(QStringLiteral("ef_construction")));
        if (corpus.shape().type == ElementType::Float32)
            add(SweepAxis::Quantisation, QStringLiteral("halfvec"), SweepAxisWords::tr("Half precision in a new index"));
    }
    if (!usualValues(corpus, settings, SweepAxis::Lists).isEmpty())
        add(SweepAxis::Lists, QStringLiteral("lists"), SweepAxisWords::tr("%1 of a new index").arg(QStringLiteral("lists")));
    if (settings.metric == Metric::Cosine)
        add(SweepAxis::Threshold, QStringLiteral("threshold"), SweepAxisWords::tr("Threshold of similarity"), true);
    add(SweepAxis::Limit, QStringLiteral("limit"), SweepAxisWords::tr("Number of results"));
    if (settings.mode == SearchSettings::Mode::Hybrid && !opened.questions.isEmpty()) {
        if (settings.fusion != FusionFormula::WeightedScores)
            add(SweepAxis::K, QStringLiteral("rrf_k"), SweepAxisWords::tr("Constant k of the fusion"), true);
        add(SweepAxis::VectorWeight, QStringLiteral("weight"), SweepAxisWords::tr("Weight of the vectors"), true);
    }
    return all;
}

QList<Line> linesOf(const OpenedCorpus &opened, const SearchSettings &settings, const Choice &choice)
{
    QList<Line> lines;
    for (const SweepAxis axis : choice.axes) {
        Line line{axis, isOfHnsw(axis) ? QStringLiteral("hnsw ") : isOfIvfflat(axis) ? QStringLiteral("ivfflat ") : QString(), settings, {}, valueNow(*opened.corpus, settings, axis)};
        line.name += axis == SweepAxis::EfSearch ? QStringLiteral("ef_search") : axis == SweepAxis::Probes ? QStringLiteral("probes") : nameOf(axis);
        const auto kind = isOfHnsw(axis) ? SearchSettings::Scan::Hnsw : isOfIvfflat(axis) ? SearchSettings::Scan::Ivfflat : settings.scan;
        if (kind != settings.scan)
            line.settings.index.clear();
        line.settings.scan = kind;
        if (axis == SweepAxis::IterativeScan && kind == SearchSettings::Scan::Exact) {
            line.settings.scan = hasIndexOf(*opened.corpus, SearchSettings::Scan::Hnsw) ? SearchSettings::Scan::Hnsw : SearchSettings::Scan::Ivfflat;
            line.now.reset();
        }
        if (!isOfFusion(axis))
            line.settings.mode = SearchSettings::Mode::Vector;
        if (axis != SweepAxis::Threshold && !isOfFusion(axis))
            line.settings.threshold.reset();
        line.values = usualValues(*opened.corpus, line.settings, axis);
        // IVFFlat knows no strict order.
        if (axis == SweepAxis::IterativeScan && line.settings.scan == SearchSettings::Scan::Ivfflat)
            line.values = {0, 1};
        if (line.now && !line.values.contains(*line.now))
            line.values << *line.now;
        std::sort(line.values.begin(), line.values.end());
        lines << line;
    }
    return lines;
}

QString valueText(SweepAxis axis, double value)
{
    if (axis == SweepAxis::Quantisation)
        return value > 0 ? QStringLiteral("halfvec") : QStringLiteral("vector");
    if (axis == SweepAxis::IterativeScan)
        return value < 0.5 ? QStringLiteral("off") : value < 1.5 ? QStringLiteral("relaxed_order") : QStringLiteral("strict_order");
    return QLocale().toString(value, 'g', 6);
}

QString settingText(SweepAxis axis, double value)
{
    if (axis == SweepAxis::Quantisation)
        return value > 0 ? SweepAxisWords::tr("An index of half precision") : SweepAxisWords::tr("An index of full precision");
    const QString name = axis == SweepAxis::EfSearch ? QStringLiteral("ef_search") : axis == SweepAxis::Probes ? QStringLiteral("probes") : nameOf(axis);
    //: a setting and its value
    return SweepAxisWords::tr("%1 %2").arg(name, valueText(axis, value));
}

SearchSettings applied(const SearchSettings &settings, SweepAxis axis, double value)
{
    SearchSettings changed = variantsOver(settings, axis, {value}).first().settings;
    if (changed.scan != settings.scan)
        changed.index.clear();
    return changed;
}

} // namespace qd::retrievalsweep
