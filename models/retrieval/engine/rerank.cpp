#include "retrieval/engine/rerank.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

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

} // namespace

QList<QByteArray> textsOf(const Corpus &corpus, const SearchAnswer &candidates)
{
    QList<QByteArray> texts;
    for (const AnswerRow &row : candidates.rows)
        texts << corpus.text(row.row);
    return texts;
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

} // namespace qd::retrieval
