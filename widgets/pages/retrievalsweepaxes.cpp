#include "widgets/pages/retrievalsweepaxes.h"

#include "core/format.h"
#include "retrieval/engine/whynot.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace qd::retrievalsweep {

using namespace retrieval;

namespace {

struct SweepAxisWords
{
    Q_DECLARE_TR_FUNCTIONS(RetrievalSweep)
};

constexpr qsizetype MostSweptQuestions = 200, MostSweptUsers = 8;

bool hasIndexOf(const Corpus &corpus, SearchSettings::Scan kind)
{
    return std::any_of(corpus.indexes().begin(), corpus.indexes().end(), [kind](const CorpusIndex &index) { return index.kind == kind; });
}

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

bool needsNewIndex(SweepAxis axis)
{
    return axis == SweepAxis::M || axis == SweepAxis::EfConstruction || axis == SweepAxis::Quantisation || axis == SweepAxis::Lists;
}

bool isOfFusion(SweepAxis axis)
{
    return axis == SweepAxis::K || axis == SweepAxis::VectorWeight;
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

// Questions that can be asked by meaning; without any, chunks ask for their like.
QList<NamedQuestion> questionsFor(const OpenedCorpus &opened, const SearchSettings &settings, qsizetype most, bool &areChunks)
{
    QList<NamedQuestion> questions;
    for (const NamedQuestion &question : named(opened.questions)) {
        NamedQuestion with = question;
        retrievalview::embed(*opened.corpus, with.question, settings);
        if (vectorOf(*opened.corpus, with.question, settings))
            questions << with;
        if (questions.size() == most)
            break;
    }
    areChunks = questions.isEmpty() && !settings.usesText();
    if (!areChunks)
        return questions;
    const quint32 rows = opened.corpus->rows(), step = std::max<quint32>(1, rows / quint32(std::min<qsizetype>(100, most)));
    for (quint32 row = 0; row < rows; row += step) {
        if (!opened.corpus->searchable().contains(row))
            continue;
        Question question;
        question.like = row;
        questions << NamedQuestion{QString::number(row), question};
    }
    return questions;
}

QString numberText(std::optional<double> value, int decimals)
{
    return value ? retrievalview::number(*value, decimals) : format::NoValue;
}

QString timeText(double ms)
{
    return format::duration(std::round(ms * 100) / 100);
}

const SweepPoint *pointAt(const QList<SweepPoint> &points, std::optional<double> value)
{
    for (const SweepPoint &point : points) {
        if (value && point.setting.value == *value)
            return &point;
    }
    return nullptr;
}

// A threshold is good when it lets through what should be found and nothing else: the highest that is enough.
std::optional<Suggestion> suggestThreshold(const QList<SweepPoint> &points, const SearchSettings &settings)
{
    const bool isDistance = settings.threshold && settings.threshold->on == Threshold::On::Distance;
    const SweepPoint *best = nullptr;
    for (const SweepPoint &point : points) {
        if (point.recall.value_or(-1) >= WantedRecall && (!best || (point.setting.value > best->setting.value) != isDistance))
            best = &point;
    }
    if (!best)
        return {};
    return Suggestion{SweepAxis::Threshold, best->setting.value, SweepAxisWords::tr("A threshold of %1 keeps a recall of %2 and returns %3 rows in the mean; %n question(s) get nothing.", nullptr, best->empty).arg(valueText(SweepAxis::Threshold, best->setting.value), numberText(best->recall, 3), retrievalview::number(best->returned, 1)), {}};
}

// How lists are joined costs no time: what people judged says which is better.
std::optional<Suggestion> suggestFusion(const QList<SweepPoint> &points, std::optional<double> now)
{
    const SweepPoint *best = pointAt(points, now);
    const double had = best ? best->ndcg.value_or(-1) : -1;
    for (const SweepPoint &point : points) {
        if (point.ndcg && (!best || *point.ndcg > best->ndcg.value_or(-1) + 1e-9))
            best = &point;
    }
    if (!best || !best->ndcg)
        return {};
    const QString what = settingText(best->setting.axis, best->setting.value);
    const QString sentence = now && best->setting.value == *now ? SweepAxisWords::tr("%1 is what is set already: no other value that was tried has a better nDCG than %2.").arg(what, numberText(best->ndcg, 3))
        : had >= 0                                               ? SweepAxisWords::tr("%1 has an nDCG of %2 (now %3).").arg(what, numberText(best->ndcg, 3), retrievalview::number(had, 3))
                                                                 : SweepAxisWords::tr("%1 has an nDCG of %2.").arg(what, numberText(best->ndcg, 3));
    return Suggestion{best->setting.axis, best->setting.value, sentence, {}};
}

std::optional<Suggestion> suggestIndex(const QList<SweepPoint> &points, const Line &line, bool byLeastUser)
{
    const auto cheapest = suggest(points, line.settings, WantedRecall, byLeastUser);
    if (!cheapest)
        return {};
    const SweepPoint &best = cheapest->point, *now = pointAt(points, line.now);
    const QString what = settingText(line.axis, best.setting.value), recall = numberText(best.recall, 3), took = timeText(best.p95), rows = retrievalview::number(best.returned, 1);
    QString sentence;
    if (now && now->setting.value == best.setting.value)
        sentence = SweepAxisWords::tr("%1 is what production has already: a recall of %2 at a p95 of %3, %4 rows returned in the mean.").arg(what, recall, took, rows);
    else if (now && now->recall)
        sentence = SweepAxisWords::tr("%1 reaches a recall of %2 (now %3) at a p95 of %4 (now %5) and returns %6 rows in the mean.").arg(what, recall, numberText(now->recall, 3), took, timeText(now->p95), rows);
    else
        sentence = SweepAxisWords::tr("%1 reaches a recall of %2 at a p95 of %3 and returns %4 rows in the mean.").arg(what, recall, took, rows);
    return Suggestion{line.axis, best.setting.value, sentence, {}};
}

// Asked once as each user who has the most chunks: what one of them does not find no mean shows.
QList<NamedQuestion> asUsers(const QList<NamedQuestion> &questions, const OpenedCorpus &opened, int &users)
{
    QList<NamedQuestion> all;
    for (const auto &[owner, count] : opened.owners.mid(0, MostSweptUsers)) {
        ++users;
        for (NamedQuestion question : questions) {
            question.asUser = owner;
            all << question;
        }
    }
    return all;
}

} // namespace

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

QString sqlOf(const CorpusIndex *productions, int dims, const SearchSettings &from, const SearchSettings &to, const QString &workMemory)
{
    const bool isNewHnsw = from.m != to.m || from.efConstruction != to.efConstruction || from.quantisation != to.quantisation, isNewLists = from.lists != to.lists;
    const CorpusIndex *index = isNewHnsw || isNewLists ? productions : nullptr;
    static const QRegularExpression form(QStringLiteral("^create index (\\S+) on (?:only )?(\\S+) using \\w+ \\((.*?)\\)(?: with \\([^)]*\\))?( where .*)?$"), QRegularExpression::CaseInsensitiveOption);
    const auto parts = form.match(index ? index->definition : QString());
    if (!parts.hasMatch())
        return sqlOfChange(from, to).join(QLatin1Char('\n'));
    QString what = parts.captured(3);
    QStringList sql;
    if (!workMemory.isEmpty())
        sql << QStringLiteral("set maintenance_work_mem = '%1';").arg(workMemory);
    QString hint;
    if (to.quantisation == SearchSettings::Quantisation::Halfvec && !what.contains(QLatin1String("halfvec"))) {
        static const QRegularExpression plain(QStringLiteral("^(\\S+) vector_(\\w+_ops)$"));
        const auto column = plain.match(what);
        if (!column.hasMatch())
            return sqlOfChange(from, to).join(QLatin1Char('\n'));
        what = QStringLiteral("(%1::halfvec(%2)) halfvec_%3").arg(column.captured(1)).arg(dims).arg(column.captured(2));
        hint = QStringLiteral("-- the search has to order by %1::halfvec(%2) %3 $1::halfvec(%2)").arg(column.captured(1)).arg(dims).arg(operatorOf(to.metric));
    }
    const QString with = isNewLists ? QStringLiteral("lists = %1").arg(to.lists) : QStringLiteral("m = %1, ef_construction = %2").arg(to.m > 0 ? to.m : index->m).arg(to.efConstruction > 0 ? to.efConstruction : index->efConstruction);
    sql << QStringLiteral("create index concurrently on %1 using %2 (%3) with (%4)%5;").arg(parts.captured(2), isNewLists ? QStringLiteral("ivfflat") : QStringLiteral("hnsw"), what, with, parts.captured(4));
    const QString schema = parts.captured(2).contains(QLatin1Char('.')) ? parts.captured(2).section(QLatin1Char('.'), 0, -2) + QLatin1Char('.') : QString();
    sql << (hint.isEmpty() ? QStringLiteral("-- the planner takes it once the old one is gone: drop index concurrently %1%2;").arg(schema, parts.captured(1)) : hint);
    return sql.join(QLatin1Char('\n'));
}

Result<Swept> swept(const OpenedCorpus &opened, const SearchSettings &settings, const Choice &choice, bool asEachUser, const std::function<void(int, const SweepPoint &)> &onPoint, const CorpusWork &work)
{
    const Corpus &corpus = *opened.corpus;
    const QList<Line> lines = linesOf(opened, settings, choice);
    Swept swept;
    const bool byUser = asEachUser && opened.owners.size() > 1;
    const auto most = byUser ? MostSweptQuestions / std::min<qsizetype>(opened.owners.size(), MostSweptUsers) : MostSweptQuestions;
    QList<NamedQuestion> questions = questionsFor(opened, lines.first().settings, most, swept.areChunks);
    if (byUser)
        questions = asUsers(questions, opened, swept.users);
    swept.questions = int(questions.size());
    QStringList says;
    for (int i = 0; i < lines.size(); ++i) {
        const Line &line = lines[i];
        SweepSettings how;
        how.variants = variantsOver(line.settings, line.axis, line.values);
        if (!byUser) // one ranking for each question is what is judged
            how.judgements = opened.judgements;
        const auto made = sweep(corpus, questions, how, [&](const SweepPoint &point) { onPoint(i, point); }, work);
        if (!made && (made.error().isCancelled() || lines.size() == 1))
            return tl::unexpected(made.error());
        if (!made)
            says << made.error().message;
        swept.lines << made.value_or(QList<SweepPoint>());
    }
    // The way production takes is the one to improve; else the first that was measured.
    qsizetype main = 0;
    while (main + 1 < lines.size() && (swept.lines[main].isEmpty() || (!lines[main].now && lines[main + 1].now && !swept.lines[main + 1].isEmpty())))
        ++main;
    const Line &line = lines[main];
    if (line.axis == SweepAxis::Threshold)
        swept.suggestion = suggestThreshold(swept.lines[main], settings);
    else if (isOfFusion(line.axis))
        swept.suggestion = suggestFusion(swept.lines[main], line.now);
    else if (line.axis != SweepAxis::Limit)
        swept.suggestion = suggestIndex(swept.lines[main], line, byUser);
    if (!swept.suggestion && isOfFusion(line.axis))
        says.prepend(SweepAxisWords::tr("Without judged questions nothing says which value is better."));
    else if (!swept.suggestion && line.axis != SweepAxis::Limit)
        says.prepend(byUser ? SweepAxisWords::tr("No setting that was tried reaches a recall of %1 for every user.").arg(QLocale().toString(WantedRecall, 'f', 2)) : SweepAxisWords::tr("No setting that was tried reaches a recall of %1.").arg(QLocale().toString(WantedRecall, 'f', 2)));
    const SearchSettings wanted = swept.suggestion ? applied(settings, line.axis, swept.suggestion->value) : line.settings;
    QString workMemory;
    if (isOfHnsw(line.axis) || isOfIvfflat(line.axis)) {
        const auto kind = isOfHnsw(line.axis) ? SearchSettings::Scan::Hnsw : SearchSettings::Scan::Ivfflat;
        if (const auto estimate = estimateIndex(corpus, kind, wanted, work)) {
            says << SweepAxisWords::tr("An index like this takes %1 and about %2 to build; %3 of maintenance_work_mem keep the build in memory.").arg(format::bytes(estimate->bytes), format::duration(estimate->buildSeconds * 1000), format::bytes(estimate->workMemoryBytes));
            workMemory = QStringLiteral("%1MB").arg(std::max<qint64>(1, (estimate->workMemoryBytes + (1 << 20) - 1) >> 20));
        } else if (estimate.error().isCancelled()) {
            return tl::unexpected(estimate.error());
        }
    }
    if (swept.suggestion)
        swept.suggestion->sql = sqlOf(productionsIndex(corpus, settings, wanted.scan), corpus.shape().dims, settings, wanted, needsNewIndex(line.axis) ? workMemory : QString());
    swept.says = says.join(QLatin1Char(' '));
    return swept;
}

} // namespace qd::retrievalsweep
