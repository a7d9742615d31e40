#pragma once

// The two searches that an answer is made of. Private to the layer.

#include "retrieval/engine/search.h"

namespace qd::retrieval {

struct VectorHit
{
    quint32 row = 0;
    std::optional<double> distance; // nothing: NULL, the row has no embedding
    bool isTied = false;
};

struct VectorLeg
{
    std::vector<VectorHit> hits; // in the order of the server
    GradedReason grade;
    ScanTaken taken;
    SearchCounts counts;
};

// `limit` 0: all.
Result<VectorLeg> searchVectors(const Corpus &corpus, const void *query, const SearchSettings &settings, int limit, const RowFilter &filter, const CorpusWork &work);

struct TextLeg
{
    std::vector<TextHit> hits;
    std::vector<bool> isTied; // with another hit
    GradedReason grade;
    quint32 matched = 0;
    bool hasQuery = false; // false: only stop words
};

Result<TextLeg> searchText(const Corpus &corpus, const Question &question, const SearchSettings &settings, int limit, const RowFilter &filter, const CorpusWork &work);

// What higher is better for: 1 - distance for cosine, the negative distance otherwise.
double scoreOf(Metric metric, double distance);

// Hybrid without legs: fills rows, grade and counts of the answer.
Result<> searchInPlace(const Corpus &corpus, const void *query, const TsQuery &tsquery, const RowFilter &filter, SearchAnswer &answer, const CorpusWork &work);

// The lexemes that BM25 asks for, in the order of the text.
std::vector<std::string> bm25Words(const Corpus &corpus, const Question &question, const SearchSettings &settings);

// Finds how far the filters, the threshold and so on go: shared by explain and whyNot.
ExactQuery exactQueryOf(const Corpus &corpus, const void *query, const SearchSettings &settings, int limit, const RowSet *filter);

} // namespace qd::retrieval
