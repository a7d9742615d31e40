#pragma once

#include "retrieval/judgements.h"

#include <optional>
#include <span>

namespace qd::retrieval {

// Measures of a ranking by the rules of trec_eval (NIST), so that numbers can be held against its:
//
// - A run is sorted by score, descending, equal scores by document id, DESCENDING by bytes; ranks in
//   files are ignored. 10.x compares doubles, 9.x floats (`scoresAreFloats`).
// - A document is relevant from grade 1 on. What was not judged is not relevant.
// - Average precision: the mean, over all relevant documents, of the precision at their rank; those
//   not returned count 0. Reciprocal rank: 1 / rank of the first relevant one, 0 when there is none.
// - Precision at k divides by k even when fewer were returned; recall at k by all relevant documents.
// - nDCG: gain / log2(rank + 1), over the same sum for the best possible order of all judged documents;
//   at k both are cut there. The gain is the grade (trec_eval); 2^grade - 1 is what Elasticsearch
//   and others take, and gives other numbers.
// - Means are over the queries that are both judged and in the run; with `allJudged` (-c) over all
//   judged queries, those missing in the run counting 0.
struct EvaluationSettings
{
    enum class Gain { Grade, PowerOfTwo };

    QList<int> cutoffs = {1, 3, 5, 10, 20, 100};
    Gain gain = Gain::Grade;
    int relevantFrom = 1;
    bool scoresAreFloats = false;
    bool allJudged = false;
};

struct QueryMeasures
{
    QString query;             // empty: the mean over queries
    int returned = 0, relevant = 0, relevantReturned = 0;
    bool isInRun = true;       // false: counted as 0 because of `allJudged`
    double averagePrecision = 0, reciprocalRank = 0, ndcg = 0;
    QList<double> ndcgAt, precisionAt, recallAt; // one for each cutoff
    QList<double> judgedAt;    // share of the first k that was judged at all; 1 minus Hole@k
};

struct Evaluation
{
    QList<QueryMeasures> perQuery; // by query id
    QueryMeasures mean;            // counts are sums
    int unjudged = 0;              // queries of the run without judgements, left out
};

// Missing when no query can be evaluated; a mean over nothing is no number.
Result<Evaluation> evaluate(const Run &run, const Judgements &judgements, const EvaluationSettings &settings = {});

// Two systems on the same queries, value by value. The p value is that of the paired randomisation
// test (Fisher 1935; Smucker, Allan and Carterette 2007), two-sided: how often flipping which system is
// which, query by query, gives a mean difference at least as large. All flips are tried for up to 16
// queries, 100,000 random ones beyond. The interval holds the mean difference in 95 % of 10,000
// bootstrap samples of the queries (percentiles; Sakai 2006). Both are the same in every run.
struct PairedComparison
{
    int better = 0, worse = 0, equal = 0; // queries on which the second is
    double meanDifference = 0;            // second - first
    double low = 0, high = 0;
    double pValue = 1;
};

// Nothing when there are fewer than two queries: no test can say anything then.
std::optional<PairedComparison> comparePaired(std::span<const double> first, std::span<const double> second);

} // namespace qd::retrieval
