#include "widgets/pages/retrievalsweepaxes.h"

#include "core/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace qd::retrievalsweep {

using namespace retrieval;

namespace {

struct SweepWords
{
    Q_DECLARE_TR_FUNCTIONS(RetrievalSweep)
};

constexpr qsizetype MostSweptQuestions = 200, MostSweptUsers = 8;

bool needsNewIndex(SweepAxis axis)
{
    return axis == SweepAxis::M || axis == SweepAxis::EfConstruction || axis == SweepAxis::Quantisation || axis == SweepAxis::Lists;
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
    return Suggestion{SweepAxis::Threshold, best->setting.value, SweepWords::tr("A threshold of %1 keeps a recall of %2 and returns %3 rows in the mean; %n question(s) get nothing.", nullptr, best->empty).arg(valueText(SweepAxis::Threshold, best->setting.value), numberText(best->recall, 3), retrievalview::number(best->returned, 1)), {}};
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
    const QString sentence = now && best->setting.value == *now ? SweepWords::tr("%1 is what is set already: no other value that was tried has a better nDCG than %2.").arg(what, numberText(best->ndcg, 3))
        : had >= 0                                               ? SweepWords::tr("%1 has an nDCG of %2 (now %3).").arg(what, numberText(best->ndcg, 3), retrievalview::number(had, 3))
                                                                 : SweepWords::tr("%1 has an nDCG of %2.").arg(what, numberText(best->ndcg, 3));
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
        sentence = SweepWords::tr("%1 is what production has already: a recall of %2 at a p95 of %3, %4 rows returned in the mean.").arg(what, recall, took, rows);
    else if (now && now->recall)
        sentence = SweepWords::tr("%1 reaches a recall of %2 (now %3) at a p95 of %4 (now %5) and returns %6 rows in the mean.").arg(what, recall, numberText(now->recall, 3), took, timeText(now->p95), rows);
    else
        sentence = SweepWords::tr("%1 reaches a recall of %2 at a p95 of %3 and returns %4 rows in the mean.").arg(what, recall, took, rows);
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

struct SweepEstimate
{
    QString says, workMemory; // empty: nothing is to be built, or it cannot be said
};

Result<SweepEstimate> estimateOf(const Corpus &corpus, SweepAxis axis, const SearchSettings &wanted, const CorpusWork &work)
{
    if (!isOfHnsw(axis) && !isOfIvfflat(axis))
        return SweepEstimate();
    const auto estimate = estimateIndex(corpus, isOfHnsw(axis) ? SearchSettings::Scan::Hnsw : SearchSettings::Scan::Ivfflat, wanted, work);
    if (!estimate)
        return estimate.error().isCancelled() ? Result<SweepEstimate>(tl::unexpected(estimate.error())) : SweepEstimate();
    return SweepEstimate{SweepWords::tr("An index like this takes %1 and about %2 to build; %3 of maintenance_work_mem keep the build in memory.").arg(format::bytes(estimate->bytes), format::duration(estimate->buildSeconds * 1000), format::bytes(estimate->workMemoryBytes)),
                         QStringLiteral("%1MB").arg(std::max<qint64>(1, (estimate->workMemoryBytes + (1 << 20) - 1) >> 20))};
}

std::optional<Suggestion> suggestionOf(const Line &line, const QList<SweepPoint> &points, const SearchSettings &settings, bool byUser)
{
    if (line.axis == SweepAxis::Limit) // how many is for whoever reads them
        return {};
    return line.axis == SweepAxis::Threshold ? suggestThreshold(points, settings) : isOfFusion(line.axis) ? suggestFusion(points, line.now) : suggestIndex(points, line, byUser);
}

QString whyNoSuggestion(SweepAxis axis, bool byUser)
{
    const QString wanted = QLocale().toString(WantedRecall, 'f', 2);
    if (axis == SweepAxis::Limit)
        return {};
    if (isOfFusion(axis))
        return SweepWords::tr("Without judged questions nothing says which value is better.");
    return byUser ? SweepWords::tr("No setting that was tried reaches a recall of %1 for every user.").arg(wanted) : SweepWords::tr("No setting that was tried reaches a recall of %1.").arg(wanted);
}

// The way production takes is the one to improve; else the first that was measured.
qsizetype mainLine(const QList<Line> &lines, const Swept &swept)
{
    qsizetype main = 0;
    while (main + 1 < lines.size() && (swept.lines[main].isEmpty() || (!lines[main].now && lines[main + 1].now && !swept.lines[main + 1].isEmpty())))
        ++main;
    return main;
}

Result<> suggestInto(Swept &swept, const OpenedCorpus &opened, const SearchSettings &settings, const QList<Line> &lines, QStringList says, const CorpusWork &work)
{
    const Corpus &corpus = *opened.corpus;
    const qsizetype main = mainLine(lines, swept);
    const Line &line = lines[main];
    swept.suggestion = suggestionOf(line, swept.lines[main], settings, swept.users > 0);
    if (!swept.suggestion)
        says.prepend(whyNoSuggestion(line.axis, swept.users > 0));
    const SearchSettings wanted = swept.suggestion ? applied(settings, line.axis, swept.suggestion->value) : line.settings;
    const auto estimate = estimateOf(corpus, line.axis, wanted, work);
    if (!estimate)
        return tl::unexpected(estimate.error());
    says << estimate->says;
    says.removeAll(QString());
    swept.says = says.join(QLatin1Char(' '));
    if (swept.suggestion)
        swept.suggestion->sql = sqlOf(productionsIndex(corpus, settings, wanted.scan), corpus.shape().dims, settings, wanted, needsNewIndex(line.axis) ? estimate->workMemory : QString());
    return {};
}

} // namespace

Result<Swept> swept(const OpenedCorpus &opened, const SearchSettings &settings, const Choice &choice, bool asEachUser, const std::function<void(int, const SweepPoint &)> &onPoint, const CorpusWork &work)
{
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
        SweepSettings how;
        how.variants = variantsOver(lines[i].settings, lines[i].axis, lines[i].values);
        if (!byUser) // one ranking for each question is what is judged
            how.judgements = opened.judgements;
        const auto made = sweep(*opened.corpus, questions, how, [&](const SweepPoint &point) { onPoint(i, point); }, work);
        if (!made && (made.error().isCancelled() || lines.size() == 1))
            return tl::unexpected(made.error());
        if (!made)
            says << made.error().message;
        swept.lines << made.value_or(QList<SweepPoint>());
    }
    if (const auto suggested = suggestInto(swept, opened, settings, lines, says, work); !suggested)
        return tl::unexpected(suggested.error());
    return swept;
}

} // namespace qd::retrievalsweep
