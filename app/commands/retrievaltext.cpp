#include "app/commands/retrievaltext.h"

#include "app/text/ink.h"
#include "app/text/table.h"
#include "core/format.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace qd::app {

using namespace retrieval;

namespace {

struct RetrievalTextWords
{
    Q_DECLARE_TR_FUNCTIONS(Retrieval)
};

template <typename Number>
QJsonValue jsonOr(const std::optional<Number> &number)
{
    return number ? QJsonValue(double(*number)) : QJsonValue();
}

QString scoreText(const std::optional<double> &score)
{
    return score ? QString::number(*score, 'f', 5) : format::NoValue;
}

QString milliseconds(double ms)
{
    return RetrievalTextWords::tr("%1 ms").arg(ms, 0, 'f', ms < 10 ? 2 : 0);
}

// The first words of a chunk, on one line.
QString beginningOf(const Corpus &corpus, quint32 row)
{
    return QString::fromUtf8(corpus.text(row).left(400)).simplified().left(160);
}

QJsonObject partJson(const FusionPart &part)
{
    return {{QStringLiteral("rank"), jsonOr(part.rank)}, {QStringLiteral("score"), jsonOr(part.score)}, {QStringLiteral("added"), part.added}};
}

QString partText(const char *name, const FusionPart &part)
{
    return part.rank ? QStringLiteral("%1 %2 #%3").arg(QLatin1String(name), scoreText(part.score)).arg(*part.rank) : QStringLiteral("%1 –").arg(QLatin1String(name));
}

// trec_eval's names of its measures.
QList<std::pair<QString, double>> measuresOf(const QueryMeasures &measures, const EvaluationSettings &settings)
{
    QList<std::pair<QString, double>> named{{QStringLiteral("map"), measures.averagePrecision}, {QStringLiteral("recip_rank"), measures.reciprocalRank}, {QStringLiteral("ndcg"), measures.ndcg}};
    for (qsizetype i = 0; i < settings.cutoffs.size(); ++i) {
        const QString k = QString::number(settings.cutoffs.at(i));
        named << std::pair(QStringLiteral("ndcg_cut_") + k, measures.ndcgAt.value(i)) << std::pair(QStringLiteral("P_") + k, measures.precisionAt.value(i))
              << std::pair(QStringLiteral("recall_") + k, measures.recallAt.value(i)) << std::pair(QStringLiteral("judged_") + k, measures.judgedAt.value(i));
    }
    return named;
}

QJsonObject changeJson(const SettingChange &change)
{
    return {{QStringLiteral("says"), change.sentence}, {QStringLiteral("sql"), change.sql}, {QStringLiteral("rank"), change.rank}, {QStringLiteral("visited"), jsonOr(change.visited)}};
}

} // namespace

QString gradeKey(Grade grade)
{
    return grade == Grade::BitIdentical ? QStringLiteral("bit-identical") : grade == Grade::SameOrder ? QStringLiteral("same-order") : QStringLiteral("statistical");
}

QString gradeWord(Grade grade)
{
    return grade == Grade::BitIdentical ? RetrievalTextWords::tr("bit-identical") : grade == Grade::SameOrder ? RetrievalTextWords::tr("same order") : RetrievalTextWords::tr("statistical");
}

QJsonObject answerJson(const Corpus &corpus, const SearchAnswer &answer)
{
    QJsonArray results;
    for (const AnswerRow &row : answer.rows) {
        QJsonObject parts;
        if (row.vector.rank || row.vector.score)
            parts.insert(QStringLiteral("vector"), partJson(row.vector));
        if (row.text.rank || row.text.score)
            parts.insert(QStringLiteral("text"), partJson(row.text));
        results.append(QJsonObject{{QStringLiteral("rank"), row.rank},
                                   {QStringLiteral("id"), QString::fromUtf8(row.key)},
                                   {QStringLiteral("score"), jsonOr(row.score)},
                                   {QStringLiteral("distance"), jsonOr(row.distance)},
                                   {QStringLiteral("parts"), parts},
                                   {QStringLiteral("tied"), row.isTied},
                                   {QStringLiteral("grade"), gradeKey(answer.grade)},
                                   {QStringLiteral("title"), QString::fromUtf8(corpus.bytes(row.row, "title").value_or(QByteArray()))},
                                   {QStringLiteral("page"), jsonOr(corpus.integer(row.row, "page"))}});
    }
    QJsonObject times;
    for (const StageTime &time : answer.times)
        times.insert(nameOf(time.stage), time.milliseconds);
    const SearchCounts &counts = answer.counts;
    return {{QStringLiteral("results"), results},
            {QStringLiteral("grade"), gradeKey(answer.grade)},
            {QStringLiteral("why"), answer.reason},
            {QStringLiteral("scan"), answer.scan ? QJsonValue(answer.scan->sentence) : QJsonValue()},
            {QStringLiteral("tsquery"), QString::fromUtf8(answer.tsquery)},
            {QStringLiteral("embeddedBy"), answer.embeddedBy},
            {QStringLiteral("ms"), answer.milliseconds},
            {QStringLiteral("stages"), times},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(answer.warnings)},
            {QStringLiteral("counts"),
             QJsonObject{{QStringLiteral("corpus"), double(counts.inCorpus)}, {QStringLiteral("passed"), double(counts.passed)}, {QStringLiteral("scanned"), jsonOr(counts.scanned)},
                         {QStringLiteral("visited"), jsonOr(counts.visited)}, {QStringLiteral("taken"), jsonOr(counts.taken)}, {QStringLiteral("droppedByFilter"), jsonOr(counts.droppedByFilter)},
                         {QStringLiteral("droppedByThreshold"), jsonOr(counts.droppedByThreshold)}, {QStringLiteral("matched"), jsonOr(counts.matched)}, {QStringLiteral("tiedBeyondLimit"), jsonOr(counts.tiedBeyondLimit)}}},
            {QStringLiteral("settings"), answer.settings.toJson()}};
}

QJsonObject explanationJson(const RowExplanation &explanation)
{
    QJsonArray terms, conditions, highlights;
    for (const ExplainedTerm &term : explanation.terms)
        terms.append(QJsonObject{{QStringLiteral("lexeme"), term.lexeme}, {QStringLiteral("documents"), double(term.documents)}, {QStringLiteral("frequency"), double(term.frequency)},
                                 {QStringLiteral("adds"), term.adds}, {QStringLiteral("needed"), term.isNeeded}, {QStringLiteral("idf"), jsonOr(term.idf)}});
    for (const Corpus::Condition &condition : explanation.conditions)
        conditions.append(QJsonObject{{QStringLiteral("name"), condition.name}, {QStringLiteral("wanted"), condition.wanted}, {QStringLiteral("found"), condition.found ? QJsonValue(*condition.found) : QJsonValue()}, {QStringLiteral("passes"), condition.passes}});
    for (const ExplainedHighlight &highlight : explanation.highlights)
        highlights.append(QJsonObject{{QStringLiteral("character"), highlight.range.character}, {QStringLiteral("characters"), highlight.range.characters}, {QStringLiteral("begin"), jsonOr(highlight.begin)}, {QStringLiteral("page"), jsonOr(highlight.page)}});
    QJsonObject citation;
    if (explanation.citation) {
        static constexpr const char *verdicts[] = {"word-for-word", "same-words", "not-there"};
        citation = {{QStringLiteral("quotation"), explanation.quotation}, {QStringLiteral("verdict"), QLatin1String(verdicts[int(explanation.citation->verdict)])}, {QStringLiteral("places"), int(explanation.citation->places.size())}};
    }
    return {{QStringLiteral("id"), QString::fromUtf8(explanation.key)},
            {QStringLiteral("rank"), explanation.inAnswer ? QJsonValue(explanation.inAnswer->rank) : QJsonValue()},
            {QStringLiteral("similarity"), jsonOr(explanation.similarity)},
            {QStringLiteral("distance"), jsonOr(explanation.distance)},
            {QStringLiteral("exactRank"), explanation.place ? QJsonValue(double(explanation.place->rank)) : QJsonValue()},
            {QStringLiteral("matches"), explanation.matches ? QJsonValue(*explanation.matches) : QJsonValue()},
            {QStringLiteral("textScore"), jsonOr(explanation.textScore)},
            {QStringLiteral("textFunction"), explanation.textFunction},
            {QStringLiteral("textRank"), jsonOr(explanation.textRank)},
            {QStringLiteral("terms"), terms},
            {QStringLiteral("arithmetic"), explanation.arithmetic},
            {QStringLiteral("conditions"), conditions},
            {QStringLiteral("highlights"), highlights},
            {QStringLiteral("page"), jsonOr(explanation.page)},
            {QStringLiteral("begin"), jsonOr(explanation.begin)},
            {QStringLiteral("end"), jsonOr(explanation.end)},
            {QStringLiteral("citation"), citation.isEmpty() ? QJsonValue() : QJsonValue(citation)}};
}

QJsonObject whyNotJson(const WhyNot &whyNot)
{
    static constexpr const char *stages[] = {"nothing", "not-in-snapshot", "owner", "status", "document", "metadata", "no-embedding", "no-length", "not-indexed",
                                             "no-text-vector", "no-match", "index-skipped", "filter-after-scan", "threshold", "leg-limit", "fused-below", "limit"};
    QJsonArray changes, together;
    for (const SettingChange &change : whyNot.changes)
        changes.append(changeJson(change));
    for (const SettingChange &change : whyNot.together)
        together.append(changeJson(change));
    return {{QStringLiteral("stage"), QLatin1String(stages[int(whyNot.stage)])}, {QStringLiteral("says"), whyNot.sentence}, {QStringLiteral("rank"), jsonOr(whyNot.rank)}, {QStringLiteral("limit"), jsonOr(whyNot.limit)},
            {QStringLiteral("score"), jsonOr(whyNot.score)}, {QStringLiteral("bound"), jsonOr(whyNot.bound)}, {QStringLiteral("margin"), jsonOr(whyNot.margin)}, {QStringLiteral("changes"), changes}, {QStringLiteral("together"), together}};
}

QJsonObject evaluationJson(const Evaluation &evaluation, const EvaluationSettings &settings)
{
    const auto json = [&](const QueryMeasures &measures) {
        QJsonObject object;
        for (const auto &[name, value] : measuresOf(measures, settings))
            object.insert(name, value);
        return object;
    };
    QJsonArray queries;
    for (const QueryMeasures &measures : evaluation.perQuery) {
        QJsonObject query = json(measures);
        query.insert(QStringLiteral("id"), measures.query);
        query.insert(QStringLiteral("returned"), measures.returned);
        query.insert(QStringLiteral("relevant"), measures.relevant);
        query.insert(QStringLiteral("relevantReturned"), measures.relevantReturned);
        queries.append(query);
    }
    return {{QStringLiteral("metrics"), json(evaluation.mean)}, {QStringLiteral("queries"), int(evaluation.perQuery.size())}, {QStringLiteral("unjudged"), evaluation.unjudged}, {QStringLiteral("perQuery"), queries}};
}

QJsonObject sweepJson(const QList<SweepPoint> &points, const std::optional<SweepSuggestion> &suggestion)
{
    QJsonArray list;
    for (const SweepPoint &point : points)
        list.append(QJsonObject{{QStringLiteral("axis"), nameOf(point.setting.axis)}, {QStringLiteral("value"), point.setting.value}, {QStringLiteral("questions"), point.questions}, {QStringLiteral("recall"), jsonOr(point.recall)},
                                {QStringLiteral("leastRecall"), jsonOr(point.leastRecall)}, {QStringLiteral("ndcg"), jsonOr(point.ndcg)}, {QStringLiteral("p50"), point.p50}, {QStringLiteral("p95"), point.p95},
                                {QStringLiteral("visited"), point.visited}, {QStringLiteral("returned"), point.returned}, {QStringLiteral("empty"), point.empty}, {QStringLiteral("grade"), gradeKey(point.grade)}});
    return {{QStringLiteral("points"), list}, {QStringLiteral("suggestion"), suggestion ? QJsonValue(QJsonObject{{QStringLiteral("sql"), suggestion->sql}, {QStringLiteral("says"), suggestion->sentence}}) : QJsonValue()}};
}

QJsonObject importJson(const ImportReport &report)
{
    return {{QStringLiteral("rows"), double(report.rows)}, {QStringLiteral("withEmbedding"), double(report.withEmbedding)}, {QStringLiteral("dims"), report.dims}, {QStringLiteral("questions"), report.questions},
            {QStringLiteral("judgements"), report.judgements}, {QStringLiteral("skipped"), report.skipped}, {QStringLiteral("remarks"), QJsonArray::fromStringList(report.remarks)}, {QStringLiteral("analysis"), QJsonArray::fromStringList(report.analysis)}};
}

QList<Check> qualityChecks(const ChunkQuality &quality)
{
    QList<Check> checks;
    for (const ChunkFinding &finding : quality.findings) {
        static constexpr const char *ids[] = {"no-embedding", "no-length", "not-finite", "other-model", "duplicate", "same-embedding", "empty-text", "placeholder", "wrong-offsets", "stuck-document", "no-text-vector"};
        Check check;
        check.id = QStringLiteral("retrieval.") + QLatin1String(ids[int(finding.kind)]);
        check.title = finding.title;
        check.state = finding.isSerious ? State::Failing : State::Warning;
        check.says = finding.meaning;
        QStringList keys;
        for (const QByteArray &key : finding.keys.first(std::min<qsizetype>(5, finding.keys.size())))
            keys << QString::fromUtf8(key);
        check.evidence = keys.join(QStringLiteral(", "));
        checks << check;
    }
    for (const QString &sentence : quality.unchecked) {
        Check check;
        check.id = QStringLiteral("retrieval.unchecked");
        check.title = RetrievalTextWords::tr("Not looked at");
        check.state = State::Unknown;
        check.says = sentence;
        checks << check;
    }
    if (quality.findings.isEmpty()) {
        Check check;
        check.id = QStringLiteral("retrieval.chunks");
        check.title = RetrievalTextWords::tr("%n chunk(s)", nullptr, int(quality.chunks));
        check.state = quality.chunks > 0 ? State::Ok : State::Unknown;
        check.says = quality.chunks > 0 ? RetrievalTextWords::tr("Nothing is wrong with what was looked at.") : RetrievalTextWords::tr("There is no chunk to look at.");
        checks.prepend(check);
    }
    return checks;
}

void printAnswer(const Terminal &terminal, const Corpus &corpus, const SearchAnswer &answer)
{
    const Ink ink(terminal.isColoured());
    for (const QString &warning : answer.warnings)
        terminal.say(ink.mark(State::Warning) + QLatin1Char(' ') + warning);
    const bool isHybrid = answer.settings.mode == SearchSettings::Mode::Hybrid;
    Table table({QStringLiteral(">"), RetrievalTextWords::tr("chunk"), RetrievalTextWords::tr("score") + QLatin1Char('>'), RetrievalTextWords::tr("parts"), RetrievalTextWords::tr("text") + QLatin1Char('*')});
    for (const AnswerRow &row : answer.rows) {
        const QString parts = isHybrid ? partText("cos", row.vector) + QStringLiteral("  ") + partText("text", row.text) : QString();
        table.add({QString::number(row.rank) + (row.isTied ? QStringLiteral("=") : QString()), QString::fromUtf8(row.key), scoreText(row.score), parts, beginningOf(corpus, row.row)});
    }
    if (table.isEmpty())
        terminal.print(RetrievalTextWords::tr("Nothing was found: %n chunk(s) passed the filters.", nullptr, int(answer.counts.passed)));
    else
        terminal.print(table.lines(terminal.width(), QString()).join(QLatin1Char('\n')));
    terminal.print(ink.dim(RetrievalTextWords::tr("%1, %2. %3").arg(milliseconds(answer.milliseconds), gradeWord(answer.grade), answer.reason)));
    if (answer.scan)
        terminal.print(ink.dim(answer.scan->sentence));
}

void printExplanation(const Terminal &terminal, const RowExplanation &explanation)
{
    const Ink ink(terminal.isColoured());
    terminal.print(ink.bold(QString::fromUtf8(explanation.key)));
    if (explanation.similarity)
        terminal.print(RetrievalTextWords::tr("  similarity %1, exact rank %2").arg(scoreText(explanation.similarity)).arg(explanation.place ? QString::number(explanation.place->rank) : format::NoValue));
    else if (explanation.distance)
        terminal.print(RetrievalTextWords::tr("  distance %1, exact rank %2").arg(scoreText(explanation.distance)).arg(explanation.place ? QString::number(explanation.place->rank) : format::NoValue));
    if (explanation.textScore)
        terminal.print(RetrievalTextWords::tr("  %1 = %2, rank %3").arg(explanation.textFunction, scoreText(explanation.textScore), explanation.textRank ? QString::number(*explanation.textRank) : format::NoValue));
    for (const ExplainedTerm &term : explanation.terms)
        terminal.print(RetrievalTextWords::tr("    %1: %2 × in the chunk, in %3 chunks, adds %4").arg(term.lexeme).arg(term.frequency).arg(term.documents).arg(term.adds, 0, 'g', 4));
    if (!explanation.arithmetic.isEmpty())
        terminal.print(QStringLiteral("  ") + explanation.arithmetic);
    for (const Corpus::Condition &condition : explanation.conditions)
        terminal.print(QStringLiteral("  %1 %2 = %3 (%4)").arg(ink.mark(condition.passes ? State::Ok : State::Failing), condition.name, condition.wanted, condition.found.value_or(QStringLiteral("NULL"))));
    if (explanation.page)
        terminal.print(explanation.begin && explanation.end ? RetrievalTextWords::tr("  page %1, characters %2 to %3").arg(*explanation.page).arg(*explanation.begin).arg(*explanation.end) : RetrievalTextWords::tr("  page %1").arg(*explanation.page));
    if (explanation.citation)
        terminal.print(explanation.citation->verdict == CitationVerdict::NotThere ? RetrievalTextWords::tr("  “%1” is cited but not there.").arg(explanation.quotation)
                       : explanation.citation->verdict == CitationVerdict::WordForWord ? RetrievalTextWords::tr("  “%1” is there word for word.").arg(explanation.quotation)
                                                                                       : RetrievalTextWords::tr("  The words of “%1” are there, written differently.").arg(explanation.quotation));
}

void printWhyNot(const Terminal &terminal, const WhyNot &whyNot)
{
    const Ink ink(terminal.isColoured());
    terminal.print(whyNot.sentence);
    for (const SettingChange &change : whyNot.changes)
        terminal.print(RetrievalTextWords::tr("  %1 It then has rank %2: %3").arg(change.sentence).arg(change.rank).arg(change.sql));
    for (const SettingChange &change : whyNot.together)
        terminal.print(RetrievalTextWords::tr("  together: %1 %2").arg(change.sentence, change.sql));
    if (whyNot.stage != DroppedBy::Nothing && whyNot.changes.isEmpty() && whyNot.together.isEmpty())
        terminal.print(ink.dim(RetrievalTextWords::tr("  No setting brings it back.")));
}

void printEvaluation(const Terminal &terminal, const Evaluation &evaluation, const EvaluationSettings &settings)
{
    Table table({RetrievalTextWords::tr("measure"), RetrievalTextWords::tr("mean") + QLatin1Char('>')});
    for (const auto &[name, value] : measuresOf(evaluation.mean, settings))
        table.add({name, QString::number(value, 'f', 4)});
    terminal.print(table.lines(terminal.width(), QString()).join(QLatin1Char('\n')));
    terminal.print(RetrievalTextWords::tr("%n judged question(s).", nullptr, int(evaluation.perQuery.size())));
    if (evaluation.unjudged > 0)
        terminal.print(RetrievalTextWords::tr("%n question(s) without judgements left out.", nullptr, evaluation.unjudged));
}

void printSweep(const Terminal &terminal, const QList<SweepPoint> &points, const std::optional<SweepSuggestion> &suggestion)
{
    Table table({RetrievalTextWords::tr("setting"), RetrievalTextWords::tr("value") + QLatin1Char('>'), RetrievalTextWords::tr("recall") + QLatin1Char('>'), RetrievalTextWords::tr("worst") + QLatin1Char('>'), RetrievalTextWords::tr("nDCG") + QLatin1Char('>'),
                 QStringLiteral("p50>"), QStringLiteral("p95>"), RetrievalTextWords::tr("visited") + QLatin1Char('>'), RetrievalTextWords::tr("rows") + QLatin1Char('>')});
    const auto share = [](const std::optional<double> &value) { return value ? QString::number(*value, 'f', 4) : format::NoValue; };
    for (const SweepPoint &point : points)
        table.add({nameOf(point.setting.axis), QString::number(point.setting.value), share(point.recall), share(point.leastRecall), share(point.ndcg), milliseconds(point.p50), milliseconds(point.p95), QString::number(point.visited, 'f', 0), QString::number(point.returned, 'f', 1)});
    terminal.print(table.lines(terminal.width(), QString()).join(QLatin1Char('\n')));
    terminal.print(suggestion ? suggestion->sentence + QLatin1Char('\n') + suggestion->sql : RetrievalTextWords::tr("None of these settings reaches the wanted recall."));
}

void printImport(const Terminal &terminal, const ImportReport &report)
{
    terminal.print(RetrievalTextWords::tr("%n chunk(s) imported, %1 of them with an embedding.", nullptr, int(report.rows)).arg(report.withEmbedding));
    if (report.questions > 0)
        terminal.print(RetrievalTextWords::tr("%n question(s), %1 judgements.", nullptr, report.questions).arg(report.judgements));
    for (const QString &remark : report.remarks + report.analysis)
        terminal.print(remark);
}

} // namespace qd::app
