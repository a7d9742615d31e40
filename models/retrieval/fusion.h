#pragma once

#include <QtGlobal>

#include <optional>
#include <span>
#include <vector>

namespace qd::retrieval {

// One list of a hybrid search as its leg of the SQL returns it: best first, with what it was ordered
// by. A float4 (ts_rank) is given as the double it is.
struct FusionLeg
{
    struct Entry
    {
        qint64 id = 0;
        double score = 0;
    };

    std::vector<Entry> entries;
    double weight = 1.0;
    int limit = 0; // the leg's own LIMIT, applied before joining; 0: none
};

// How the SQL makes one number of the legs. The differences are in last bits, but those decide
// which of two neighbours comes first, so they are kept.
enum class FusionFormula {
    // coalesce(1.0 / (k + rank), 0.0) * weight, weight float8: Supabase's guide and its many
    // copies. 1.0 is a numeric, so the quotient is decimal, with 20 places (24 from a divisor
    // of 10000 on), and only then becomes a float8.
    NumericReciprocalTimesWeight,
    // The same with numeric weights (literals: 0.3 * (1.0 / (60 + rank))): exact decimals to the end.
    NumericThroughout,
    // 1.0::float8 / (k + rank) * weight
    FloatReciprocalTimesWeight,
    // weight / (k + rank), weight float8
    WeightOverRank,
    // coalesce(score, 0) * weight: a weighted sum of the scores themselves, in float8
    WeightedScores,
};

// Which number a row has in its leg.
enum class FusionRanks {
    RowNumber, // row_number(): 1, 2, 3 …, also among equals
    Rank,      // rank(): equals share a number, the next is skipped
    DenseRank, // dense_rank(): equals share a number, none is skipped
};

struct FusionSettings
{
    FusionFormula formula = FusionFormula::NumericReciprocalTimesWeight;
    FusionRanks ranks = FusionRanks::RowNumber;
    int k = 60;
    int limit = 0; // of the whole; 0: none
};

// What a leg contributed to a row.
struct FusionPart
{
    std::optional<qint64> rank;  // nothing: the leg did not return the row
    std::optional<double> score; // of the leg, on its own scale: a cosine or a text rank
    double added = 0;            // on the scale of the fusion
};

struct FusedRow
{
    qint64 id = 0;
    double score = 0;
    std::vector<FusionPart> parts; // one for each leg
    bool isTied = false;           // another row has the same score: the server may swap them
};

// The full outer join of the legs by id, with the score the SQL computes, to the last bit, best
// first; rows of one score by id, where the server is free. Parts are added from the first leg to
// the last, as the SQL's sum is. An id that a leg returns twice would be joined twice by the
// server; here its better row counts.
std::vector<FusedRow> fuse(std::span<const FusionLeg> legs, const FusionSettings &settings);

// The highest score reciprocal rank fusion can give: first in every leg. A fused score is not a
// similarity and must not be held against a threshold for one.
double highestFusedScore(std::span<const FusionLeg> legs, const FusionSettings &settings);

// 1.0 / divisor as PostgreSQL's numeric computes it and a cast to float8 reads it.
double numericReciprocal(qint64 divisor);

} // namespace qd::retrieval
