// What a reranker makes of an answer, and of its comparison with production, which has none.
#include "widgets/pages/retrievalview.h"

#include <QCoreApplication>
#include <QHash>

namespace qd::retrievalview {

using namespace retrieval;

namespace {

struct RetrievalRerankingWords
{
    Q_DECLARE_TR_FUNCTIONS(Retrieval)
};

const AnswerRow *rowOfKey(const SearchAnswer &answer, const QByteArray &key)
{
    for (const AnswerRow &row : answer.rows) {
        if (row.key == key)
            return &row;
    }
    return nullptr;
}

} // namespace

Result<> addCandidates(const Corpus &corpus, OfflineAnswer &found, const QString &model, int candidates, const AskedBefore &before, const CorpusWork &work)
{
    SearchSettings settings = found.answer.settings;
    const int limit = std::exchange(settings.limit, candidates);
    auto wide = search(corpus, found.question, settings, work);
    if (!wide)
        return failure(wide.error());
    const QList<QByteArray> texts = withText(textsOf(corpus, *wide));
    found.reranking = Reranking{*std::move(wide), {model, {}}, limit};
    if (texts.isEmpty())
        found.notReranked = RetrievalRerankingWords::tr("None of the candidates has text that %1 could read.").arg(model);
    else if (const auto kept = before.scores(model, found.question.text, texts))
        return takeScores(corpus, found, *kept);
    return {};
}

Result<> takeScores(const Corpus &corpus, OfflineAnswer &found, const std::vector<double> &scores)
{
    Reranking &reranking = *found.reranking;
    reranking.scores = scoresOfAll(reranking.scores.model, textsOf(corpus, reranking.candidates), scores);
    auto answer = reranked(reranking.candidates, reranking.scores, reranking.limit);
    if (!answer)
        return failure(answer.error());
    found.own = std::exchange(found.answer, *std::move(answer));
    found.lines = linesOf(corpus, found.answer);
    return {};
}

QList<JoinLine> joinsOf(const AnswerComparison &comparison, const OfflineAnswer &offline)
{
    using Kind = ComparedRow::Kind;
    QList<JoinLine> joins;
    QHash<QByteArray, int> shown;
    for (const AnswerRow &row : offline.answer.rows)
        shown.insert(row.key, row.rank);
    for (const ComparedRow &row : comparison.rows) {
        const auto at = shown.constFind(row.key);
        JoinLine join{row.kind, row.productionRank, row.offlineRank};
        if (offline.isReranked()) {
            join.right = at == shown.cend() ? std::nullopt : std::optional(*at);
            join.kind = !join.right ? Kind::OnlyProduction : !join.left ? Kind::OnlyOffline : join.left == join.right ? Kind::Equal : Kind::Moved;
            join.isByReranker = join.kind != row.kind;
        }
        if (at != shown.cend())
            shown.erase(at);
        if (join.left || join.right) // else the reranker took it out of the one list it was in
            joins << join;
    }
    // From beyond the limit, where production and the search both left them.
    for (const AnswerRow &row : offline.answer.rows) {
        if (offline.isReranked() && shown.contains(row.key))
            joins << JoinLine{Kind::OnlyOffline, {}, row.rank, true};
    }
    return joins;
}

QString differenceOf(const AnswerComparison &comparison, const OfflineAnswer &offline, const QByteArray &key)
{
    const auto found = std::find_if(comparison.rows.cbegin(), comparison.rows.cend(), [&key](const ComparedRow &row) { return row.key == key; });
    const ComparedRow *compared = found == comparison.rows.cend() ? nullptr : &*found;
    const QString sentence = compared ? compared->sentence : QString();
    if (!offline.isReranked())
        return sentence;
    const AnswerRow *shown = rowOfKey(offline.answer, key);
    const bool isEqual = compared && compared->kind == ComparedRow::Kind::Equal;
    if (!shown)
        return isEqual ? RetrievalRerankingWords::tr("Production and the search have it at rank %1; only the reranker put it below the limit.").arg(*compared->productionRank) : sentence;
    const QString before = QString::number(shown->candidateRank), now = QString::number(shown->rank);
    if (!compared)
        return RetrievalRerankingWords::tr("Neither production nor the search returns it: the search has it at rank %1, and only the reranker put it at rank %2.").arg(before, now);
    if (shown->rank == shown->candidateRank)
        return sentence;
    return isEqual ? RetrievalRerankingWords::tr("Production and the search have it at rank %1; only the reranker moved it, to rank %2.").arg(before, now)
                   : RetrievalRerankingWords::tr("%1 Then the reranker moved it from rank %2 to rank %3.", "after a whole sentence").arg(sentence, before, now);
}

} // namespace qd::retrievalview
