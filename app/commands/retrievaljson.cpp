#include "app/commands/retrievaltext.h"

#include <QJsonArray>

namespace qd::app {

using namespace retrieval;

namespace {

template <typename Number>
QJsonValue jsonOr(const std::optional<Number> &number)
{
    return number ? QJsonValue(double(*number)) : QJsonValue();
}

QJsonObject partJson(const FusionPart &part)
{
    return {{QStringLiteral("rank"), jsonOr(part.rank)}, {QStringLiteral("score"), jsonOr(part.score)}, {QStringLiteral("added"), part.added}};
}

QJsonValue numberAbove0(int number)
{
    return number > 0 ? QJsonValue(number) : QJsonValue();
}

QJsonObject rerankJson(const AnswerRow &row)
{
    return {{QStringLiteral("score"), jsonOr(row.rerankScore)}, {QStringLiteral("from"), row.candidateRank}, {QStringLiteral("to"), row.rank}};
}

QJsonObject changeJson(const SettingChange &change)
{
    return {{QStringLiteral("says"), change.sentence}, {QStringLiteral("sql"), change.sql}, {QStringLiteral("rank"), numberAbove0(change.rank)}, {QStringLiteral("visited"), jsonOr(change.visited)},
            {QStringLiteral("candidates"), numberAbove0(change.candidates)}, {QStringLiteral("candidateRank"), numberAbove0(change.candidateRank)}};
}

} // namespace

// trec_eval's names of its measures.
QList<std::pair<QString, double>> trecMeasures(const QueryMeasures &measures, const EvaluationSettings &settings)
{
    QList<std::pair<QString, double>> named{{QStringLiteral("map"), measures.averagePrecision}, {QStringLiteral("recip_rank"), measures.reciprocalRank}, {QStringLiteral("ndcg"), measures.ndcg}};
    for (qsizetype i = 0; i < settings.cutoffs.size(); ++i) {
        const QString k = QString::number(settings.cutoffs.at(i));
        named << std::pair(QStringLiteral("ndcg_cut_") + k, measures.ndcgAt.value(i)) << std::pair(QStringLiteral("P_") + k, measures.precisionAt.value(i))
              << std::pair(QStringLiteral("recall_") + k, measures.recallAt.value(i)) << std::pair(QStringLiteral("judged_") + k, measures.judgedAt.value(i));
    }
    return named;
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
        if (row.candidateRank > 0) // what the reranker said, and where the search had the row
            parts.insert(QStringLiteral("rerank"), QJsonObject{{QStringLiteral("rank"), row.candidateRank}, {QStringLiteral("score"), jsonOr(row.rerankScore)}});
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
    static constexpr const char *stages[] = {"question", "filter", "vectors", "text", "fusion"};
    for (const StageTime &time : answer.times)
        times.insert(QLatin1String(stages[int(time.stage)]), time.milliseconds);
    const SearchCounts &counts = answer.counts;
    return {{QStringLiteral("results"), results},
            {QStringLiteral("grade"), gradeKey(answer.grade)},
            {QStringLiteral("why"), answer.reason},
            {QStringLiteral("scan"), answer.scan ? QJsonValue(answer.scan->sentence) : QJsonValue()},
            {QStringLiteral("tsquery"), QString::fromUtf8(answer.tsquery)},
            {QStringLiteral("embeddedBy"), answer.embeddedBy},
            {QStringLiteral("rerankedBy"), answer.rerankedBy},
            {QStringLiteral("ms"), answer.milliseconds},
            {QStringLiteral("stages"), times},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(answer.warnings)},
            {QStringLiteral("counts"),
             QJsonObject{{QStringLiteral("corpus"), double(counts.inCorpus)}, {QStringLiteral("passed"), double(counts.passed)}, {QStringLiteral("scanned"), jsonOr(counts.scanned)},
                         {QStringLiteral("visited"), jsonOr(counts.visited)}, {QStringLiteral("taken"), jsonOr(counts.taken)}, {QStringLiteral("droppedByFilter"), jsonOr(counts.droppedByFilter)},
                         {QStringLiteral("droppedByThreshold"), jsonOr(counts.droppedByThreshold)}, {QStringLiteral("matched"), jsonOr(counts.matched)}, {QStringLiteral("tiedBeyondLimit"), jsonOr(counts.tiedBeyondLimit)}, {QStringLiteral("candidates"), jsonOr(counts.candidates)}}},
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
            {QStringLiteral("rerank"), explanation.inAnswer && explanation.inAnswer->candidateRank > 0 ? QJsonValue(rerankJson(*explanation.inAnswer)) : QJsonValue()},
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
                                             "no-text-vector", "no-match", "index-skipped", "filter-after-scan", "threshold", "leg-limit", "fused-below", "limit", "reranked"};
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
        for (const auto &[name, value] : trecMeasures(measures, settings))
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

} // namespace qd::app
