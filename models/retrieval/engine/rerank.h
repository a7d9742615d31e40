#pragma once

// The last step of some pipelines: a model reads each candidate beside the question and puts them in
// its own order. Nothing here asks a network; scores come from whoever asked the service
// (providers/embeddings.h, Reranker), or from AskedBefore.

#include "retrieval/engine/whynot.h"

namespace qd::retrieval {

struct RerankScores
{
    QString model;
    // One for each row of the candidates, higher is better; nothing for a row without text, which
    // cannot be judged and comes last.
    std::vector<std::optional<double>> scores;
};

// The texts of an answer's rows, in their order, as they are given to a reranker.
QList<QByteArray> textsOf(const Corpus &corpus, const SearchAnswer &candidates);

// Those that can be judged: services refuse an empty document.
QList<QByteArray> withText(const QList<QByteArray> &texts);
// Scores of those with text, in the places that they have among all.
RerankScores scoresOfAll(const QString &model, const QList<QByteArray> &texts, const std::vector<double> &scores);

// The answer in the reranker's order, cut to `limit` (0: all). Equal scores keep the order of the
// search and are marked as tied. The grade is Statistical: a service may answer otherwise tomorrow,
// and what the candidates' own grade was is said in the reason. Wrong unless there is a score for
// each row, or where one is not a number.
Result<SearchAnswer> reranked(SearchAnswer candidates, const RerankScores &scores, int limit);

// How a reranked answer came to be.
struct Reranking
{
    SearchAnswer candidates; // its settings' limit is the number that was asked for
    RerankScores scores;
    int limit = 0;           // of the answer; 0: all
};

// Why a row is not in the reranked answer. Was it a candidate, the reranker put it below the limit
// (DroppedBy::Reranked) and a higher limit returns it; the candidates are meant to stay the same then.
// Was it none, the stage is that of the search for candidates, and so are the changes: with each of
// them the row is a candidate, and the reranker still decides, which the sentences say.
Result<WhyNot> whyNot(const Corpus &corpus, const Question &question, const Reranking &reranking, quint32 row, const CorpusWork &work = {});
Result<WhyNot> whyNot(const Corpus &corpus, const Question &question, const Reranking &reranking, const QByteArray &key, const CorpusWork &work = {});

} // namespace qd::retrieval
