#include "retrieval/engine/sweep.h"

#include "retrieval/engine/whynot.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace qd::retrieval {

namespace {

struct SweepWords
{
    Q_DECLARE_TR_FUNCTIONS(Sweep)
};

} // namespace

QString nameOf(SweepAxis axis)
{
    switch (axis) {
    case SweepAxis::EfSearch: return QStringLiteral("hnsw.ef_search");
    case SweepAxis::Probes: return QStringLiteral("ivfflat.probes");
    case SweepAxis::M: return QStringLiteral("m");
    case SweepAxis::EfConstruction: return QStringLiteral("ef_construction");
    case SweepAxis::Threshold: return SweepWords::tr("threshold");
    case SweepAxis::Limit: return QStringLiteral("limit");
    case SweepAxis::K: return QStringLiteral("rrf_k");
    case SweepAxis::VectorWeight: return SweepWords::tr("weight of the vectors");
    case SweepAxis::IterativeScan: return QStringLiteral("iterative_scan");
    case SweepAxis::Lists: return QStringLiteral("lists");
    case SweepAxis::Quantisation: return QStringLiteral("halfvec");
    }
    return {};
}

static void setAxis(SearchSettings &settings, SweepAxis axis, double value)
{
    const int whole = int(std::lround(value));
    switch (axis) {
    case SweepAxis::EfSearch:
        settings.scan = SearchSettings::Scan::Hnsw;
        settings.indexSettings.efSearch = whole;
        break;
    case SweepAxis::Probes:
        settings.scan = SearchSettings::Scan::Ivfflat;
        settings.indexSettings.probes = whole;
        break;
    case SweepAxis::M:
        settings.scan = SearchSettings::Scan::Hnsw;
        settings.m = whole;
        break;
    case SweepAxis::EfConstruction:
        settings.scan = SearchSettings::Scan::Hnsw;
        settings.efConstruction = whole;
        break;
    case SweepAxis::Threshold:
        settings.threshold = settings.threshold.value_or(Threshold{Threshold::On::Similarity, 0, false});
        settings.threshold->bound = value;
        break;
    case SweepAxis::Limit: settings.limit = whole; break;
    case SweepAxis::K: settings.k = whole; break;
    case SweepAxis::VectorWeight: settings.vectorWeight = value; break;
    case SweepAxis::IterativeScan: settings.indexSettings.iterativeScan = IterativeScan(std::clamp(whole, 0, 2)); break;
    case SweepAxis::Lists:
        settings.scan = SearchSettings::Scan::Ivfflat;
        settings.lists = whole;
        break;
    case SweepAxis::Quantisation:
        settings.scan = SearchSettings::Scan::Hnsw;
        settings.quantisation = whole > 0 ? SearchSettings::Quantisation::Halfvec : SearchSettings::Quantisation::None;
        break;
    }
}

QList<SweepVariant> variantsOver(const SearchSettings &settings, SweepAxis axis, const QList<double> &values)
{
    QList<SweepVariant> variants;
    for (const double value : values) {
        SweepVariant variant{axis, value, settings};
        setAxis(variant.settings, axis, value);
        variants << variant;
    }
    return variants;
}

QList<double> usualValues(const Corpus &corpus, const SearchSettings &settings, SweepAxis axis)
{
    QList<double> values;
    double now = 0;
    switch (axis) {
    case SweepAxis::EfSearch:
        values = {10, 20, 40, 60, 80, 100, 120, 160, 200, 240, 320, 400};
        now = settings.indexSettings.efSearch;
        break;
    case SweepAxis::Probes: {
        SearchSettings as = settings;
        as.scan = SearchSettings::Scan::Ivfflat;
        const CorpusIndex *index = corpus.index(as);
        const int lists = index ? index->lists : 100;
        for (int probes = 1; probes < lists; probes *= 2)
            values << probes;
        values << lists;
        now = settings.indexSettings.probes;
        break;
    }
    case SweepAxis::M:
        values = {8, 12, 16, 24, 32};
        break;
    case SweepAxis::EfConstruction:
        values = {32, 64, 100, 200};
        break;
    case SweepAxis::Threshold:
        for (int step = 0; step <= 18; ++step)
            values << step * 0.05;
        break;
    case SweepAxis::Limit:
        values = {1, 3, 5, 8, 10, 20, 50, 100};
        now = settings.limit;
        break;
    case SweepAxis::K:
        values = {1, 10, 20, 40, 60, 80, 100};
        now = settings.k;
        break;
    case SweepAxis::VectorWeight:
        values = {0, 0.25, 0.5, 0.75, 1, 1.5, 2, 4};
        break;
    case SweepAxis::IterativeScan:
        return {0, 1, 2};
    case SweepAxis::Quantisation:
        return {0, 1};
    case SweepAxis::Lists:
        for (const int lists : {10, 30, 100, 300, 1000, 3000}) {
            if (quint32(lists) * 20 <= corpus.searchable().count())
                values << lists;
        }
        break;
    }
    if (now > 0 && !values.contains(now))
        values << now;
    std::sort(values.begin(), values.end());
    return values;
}

std::optional<SweepSuggestion> suggest(const QList<SweepPoint> &points, const SearchSettings &now, double wantedRecall, bool byLeastUser)
{
    const auto recallOf = [byLeastUser](const SweepPoint &point) {
        if (!byLeastUser || point.perUser.isEmpty())
            return point.recall;
        double least = 1;
        for (const RecallOf &user : point.perUser)
            least = std::min(least, user.mean);
        return std::optional(least);
    };
    const SweepPoint *best = nullptr, *current = nullptr;
    for (const SweepPoint &point : points) {
        if (point.setting.settings == now)
            current = &point;
        if (recallOf(point).value_or(-1) < wantedRecall)
            continue;
        const bool isClose = best && std::fabs(point.p95 - best->p95) <= 0.1 * std::max(point.p95, best->p95);
        if (!best || (isClose ? point.visited < best->visited : point.p95 < best->p95))
            best = &point;
    }
    if (!best)
        return {};
    SweepSuggestion suggestion{*best, sqlOfChange(now, best->setting.settings).join(QLatin1Char('\n')), {}};
    const auto number = [](double value) { return QString::number(value, 'g', 3); };
    const QString what = SweepWords::tr("%1 %2", "a setting and its value").arg(nameOf(best->setting.axis)).arg(best->setting.value);
    if (current == best)
        suggestion.sentence = SweepWords::tr("%1 is what production has already: a recall of %2 at %3 ms.").arg(what, number(*best->recall), number(best->p95));
    else if (current && current->recall)
        suggestion.sentence = SweepWords::tr("%1 reaches a recall of %2 (now %3) at %4 ms (now %5 ms).").arg(what, number(*best->recall), number(*current->recall), number(best->p95), number(current->p95));
    else
        suggestion.sentence = SweepWords::tr("%1 reaches a recall of %2 at %3 ms.").arg(what, number(*best->recall), number(best->p95));
    return suggestion;
}

} // namespace qd::retrieval
