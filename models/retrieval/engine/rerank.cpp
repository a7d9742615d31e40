#include "retrieval/engine/rerank.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace qd::retrieval {

namespace {

struct RerankWords
{
    Q_DECLARE_TR_FUNCTIONS(Search)
};

QString rerankReason(const SearchAnswer &candidates, const QString &model)
{
    switch (candidates.grade) {
    case Grade::BitIdentical: return RerankWords::tr("The candidates are production's own, bit for bit; their order is what %1 said of them, and it may say otherwise another time.").arg(model);
    case Grade::SameOrder: return RerankWords::tr("The candidates are production's own; their order is what %1 said of them, and it may say otherwise another time.").arg(model);
    default: return RerankWords::tr("The candidates are those of the offline search, which may differ from production's; their order is what %1 said of them.").arg(model);
    }
}

QString rerankNumber(const std::optional<double> &value)
{
    return value ? QString::number(*value, 'g', 5) : QString();
}

// The limit is applied after the search: no argument of production's function is it.
SettingChange higherLimit(const Reranking &reranking, int rank)
{
    SearchSettings from = reranking.candidates.settings;
    const int candidates = from.limit;
    from.limit = reranking.limit;
    SettingChange change;
    change.settings = from;
    change.settings.limit = rank;
    change.sentence = RerankWords::tr("Raise the limit from %1 to %2, with the same %n candidate(s).", nullptr, int(reranking.candidates.rows.size())).arg(reranking.limit).arg(rank);
    SearchSettings to = change.settings;
    from.arguments.clear();
    to.arguments.clear();
    change.sql = QStringLiteral("-- after the reranker\n") + sqlOfChange(from, to).join(QLatin1Char('\n'));
    change.rank = rank;
    change.candidates = candidates;
    return change;
}

WhyNot belowByReranker(const Reranking &reranking, const SearchAnswer &all, const AnswerRow &found)
{
    const QString &model = reranking.scores.model;
    const AnswerRow &last = all.rows[size_t(reranking.limit) - 1];
    const QString rank = QString::number(found.rank), limit = QString::number(reranking.limit), score = rerankNumber(found.rerankScore);
    WhyNot why;
    why.stage = DroppedBy::Reranked;
    why.row = found.row;
    why.rank = quint32(found.rank);
    why.limit = quint32(reranking.limit);
    why.score = found.rerankScore;
    why.bound = last.rerankScore;
    if (why.score && why.bound)
        why.margin = *why.bound - *why.score;
    if (!found.rerankScore)
        why.sentence = RerankWords::tr("It has no text that %1 could judge, so it comes after all that have one, at rank %2 of %3; the limit is %4.").arg(model, rank, QString::number(all.rows.size()), limit);
    else if (why.margin == 0.0)
        why.sentence = RerankWords::tr("%1 gave it %2, as much as the last row returned, which the search had further up: it has rank %3, and the limit is %4.").arg(model, score, rank, limit);
    else
        why.sentence = RerankWords::tr("%1 gave it %2, which is rank %3 of %4; the limit is %5, and the last row returned has %6. The search had it at rank %7.").arg(model, score, rank, QString::number(all.rows.size()), limit, rerankNumber(why.bound), QString::number(found.candidateRank));
    why.changes << higherLimit(reranking, found.rank);
    return why;
}

WhyNot returnedByReranker(const Reranking &reranking, const AnswerRow &found)
{
    const QString rank = QString::number(found.rank), before = QString::number(found.candidateRank);
    WhyNot why;
    why.row = found.row;
    why.rank = quint32(found.rank);
    why.score = found.rerankScore;
    why.sentence = found.rerankScore ? RerankWords::tr("It is in the answer, at rank %1: %2 gave it %3, and the search had it at rank %4.").arg(rank, reranking.scores.model, rerankNumber(found.rerankScore), before)
                                     : RerankWords::tr("It is in the answer, at rank %1, without text that %2 could judge; the search had it at rank %3.").arg(rank, reranking.scores.model, before);
    return why;
}

// Changes of the search for candidates, as what they do to the reranked answer.
void speakOfCandidates(QList<SettingChange> &changes, const Reranking &reranking, bool isOneAfterTheOther)
{
    int before = reranking.candidates.settings.limit;
    for (SettingChange &change : changes) {
        change.candidates = change.settings.limit;
        change.candidateRank = std::exchange(change.rank, 0);
        if (change.candidates != before)
            change.sentence = RerankWords::tr("Give the reranker %1 candidates instead of %2.").arg(change.candidates).arg(before);
        if (isOneAfterTheOther)
            before = change.candidates;
        if (change.candidateRank > 0)
            change.sentence = RerankWords::tr("%1 It is candidate %2 then, and %3 still decides whether it is returned.", "after a whole sentence").arg(change.sentence, QString::number(change.candidateRank), reranking.scores.model);
        change.settings.limit = reranking.limit;
    }
}

} // namespace

QList<QByteArray> textsOf(const Corpus &corpus, const SearchAnswer &candidates)
{
    QList<QByteArray> texts;
    for (const AnswerRow &row : candidates.rows)
        texts << corpus.text(row.row);
    return texts;
}

static bool isJudgeable(const QByteArray &text)
{
    return !text.trimmed().isEmpty();
}

QList<QByteArray> withText(const QList<QByteArray> &texts)
{
    QList<QByteArray> some;
    std::copy_if(texts.begin(), texts.end(), std::back_inserter(some), isJudgeable);
    return some;
}

RerankScores scoresOfAll(const QString &model, const QList<QByteArray> &texts, const std::vector<double> &scores)
{
    RerankScores all{model, {}};
    size_t next = 0;
    for (const QByteArray &text : texts)
        all.scores.push_back(isJudgeable(text) && next < scores.size() ? std::optional(scores[next++]) : std::nullopt);
    return all;
}

Result<SearchAnswer> reranked(SearchAnswer candidates, const RerankScores &scores, int limit)
{
    if (scores.scores.size() != candidates.rows.size() || std::ranges::any_of(scores.scores, [](const auto &score) { return score && !std::isfinite(*score); }))
        return failure(Error::Kind::Wrong, RerankWords::tr("%1 did not give one score to each of the %2 candidates, so its order is not used.").arg(scores.model).arg(candidates.rows.size()));
    SearchAnswer answer = std::move(candidates);
    for (size_t i = 0; i < answer.rows.size(); ++i) {
        answer.rows[i].candidateRank = answer.rows[i].rank;
        answer.rows[i].rerankScore = scores.scores[i];
    }
    std::ranges::stable_sort(answer.rows, [](const AnswerRow &a, const AnswerRow &b) { return a.rerankScore && (!b.rerankScore || *a.rerankScore > *b.rerankScore); });
    for (size_t i = 0; i < answer.rows.size(); ++i) {
        AnswerRow &row = answer.rows[i];
        const bool isSame = i > 0 && row.rerankScore == answer.rows[i - 1].rerankScore;
        row.rank = int(i) + 1;
        row.group = i == 0 ? 0 : answer.rows[i - 1].group + !isSame;
        row.isTied = isSame;
        if (isSame)
            answer.rows[i - 1].isTied = true;
    }
    answer.counts.candidates = quint32(answer.rows.size());
    answer.counts.tiedBeyondLimit.reset();
    if (limit > 0 && answer.rows.size() > size_t(limit)) {
        const auto last = answer.rows[size_t(limit) - 1].rerankScore;
        answer.counts.tiedBeyondLimit = quint32(std::count_if(answer.rows.begin() + limit, answer.rows.end(), [&last](const AnswerRow &row) { return row.rerankScore == last; }));
        answer.rows.resize(size_t(limit));
    }
    answer.reason = rerankReason(answer, scores.model);
    answer.grade = std::max(answer.grade, Grade::Statistical);
    answer.rerankedBy = scores.model;
    answer.settings.limit = limit > 0 ? limit : answer.settings.limit;
    return answer;
}

Result<WhyNot> whyNot(const Corpus &corpus, const Question &question, const Reranking &reranking, quint32 row, const CorpusWork &work)
{
    const auto all = reranked(reranking.candidates, reranking.scores, 0);
    if (!all)
        return failure(all.error());
    if (const AnswerRow *found = all->find(row))
        return reranking.limit > 0 && found->rank > reranking.limit ? belowByReranker(reranking, *all, *found) : returnedByReranker(reranking, *found);
    auto why = whyNot(corpus, question, reranking.candidates.settings, row, work);
    if (!why || why->stage == DroppedBy::NotInSnapshot)
        return why;
    why->sentence = RerankWords::tr("It is not among the %n candidate(s) that %1 was given. %2", "followed by a whole sentence", int(reranking.candidates.rows.size())).arg(reranking.scores.model, why->sentence);
    speakOfCandidates(why->changes, reranking, false);
    speakOfCandidates(why->together, reranking, true);
    return why;
}

Result<WhyNot> whyNot(const Corpus &corpus, const Question &question, const Reranking &reranking, const QByteArray &key, const CorpusWork &work)
{
    if (const std::vector<quint32> meant = rowsMeantBy(corpus, key); meant.size() == 1)
        return whyNot(corpus, question, reranking, meant.front(), work);
    return whyNot(corpus, question, reranking.candidates.settings, key, work);
}

} // namespace qd::retrieval
