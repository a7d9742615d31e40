#pragma once

// The last step of some pipelines: a model reads each candidate beside the question and puts them in
// its own order. Nothing here asks a network; scores come from whoever asked the service
// (providers/embeddings.h, Reranker), or from AskedBefore.

#include "retrieval/engine/search.h"

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

// The answer in the reranker's order, cut to `limit` (0: all). Equal scores keep the order of the
// search and are marked as tied. The grade is Statistical: a service may answer otherwise tomorrow,
// and what the candidates' own grade was is said in the reason. Wrong unless there is a score for
// each row, or where one is not a number.
Result<SearchAnswer> reranked(SearchAnswer candidates, const RerankScores &scores, int limit);

} // namespace qd::retrieval
