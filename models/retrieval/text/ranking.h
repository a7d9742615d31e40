#pragma once

#include "retrieval/text/matching.h"

#include <array>

namespace qd::retrieval {

// What a position of each weight counts, in the server's order {D, C, B, A}.
using RankWeights = std::array<float, 4>;
inline constexpr RankWeights DefaultRankWeights = {0.1f, 0.2f, 0.4f, 1.0f};

// The normalisation flags of ts_rank and ts_rank_cd; they add up and are applied in this order.
enum RankFlag : int {
    DivideByLogLength = 1,      // 1 + log(length): ts_rank takes log2, ts_rank_cd the natural one
    DivideByLength = 2,
    DivideByExtentDistance = 4, // harmonic mean distance between extents; only ts_rank_cd
    DivideByUnique = 8,         // number of distinct lexemes
    DivideByLogUnique = 16,     // 1 + log2 of it
    DivideByRankPlusOne = 32,   // rank / (rank + 1)
};

// What ranking needs of a document besides the lexemes that were asked for.
struct DocumentSize
{
    int unique = 0; // distinct lexemes
    int length = 0; // positions, see TsVector::length()
};

// ts_rank() and ts_rank_cd() of PostgreSQL 15 (tsrank.c; the arithmetic is the same up to 18.6), to
// the last bit of the float4: the same steps in the same precision in the same order. What they
// compute:
//
// ts_rank, top operator & or phrase and two or more distinct lexemes (also those under a NOT take
// part): over all pairs of positions of two lexemes, 1 - ∏(1 - sqrt(w₁·w₂·d)), where d falls with
// the distance; otherwise the mean over lexemes of ∑ w/j² of their positions, with the heaviest first.
//
// ts_rank_cd: over all covers, the smallest stretches that satisfy the query, the harmonic mean
// weight of the lexemes in it, divided by 1 + the number of foreign words between them. (Clarke,
// Cormack and Tudhope, "Relevance ranking for one to three term queries", 1999.)
//
// A negative weight means the default one; one above 1 is refused by the server (`rankWeightsAllowed`).
float rank(const TsQuery &query, const TsVector &vector, int flags = 0, const RankWeights &weights = DefaultRankWeights);
float rankCoverDensity(const TsQuery &query, const TsVector &vector, int flags = 0, const RankWeights &weights = DefaultRankWeights);

// The same for many documents: what depends on the query alone is found once. Not for two threads
// at a time; the query must outlive it.
class Ranker
{
public:
    explicit Ranker(const TsQuery &query, const RankWeights &weights = DefaultRankWeights);

    float rank(const FoundOperands &found, const DocumentSize &size, int flags);
    float coverDensity(const FoundOperands &found, const DocumentSize &size, int flags);

private:
    struct CoverEntry
    {
        LexemePosition position;
        quint32 order;
        quint64 items;  // bits; only when there are no more than 64 items
        quint32 item;   // the first of its items
        quint32 count;  // how many, in m_sharedItems
    };
    struct Covers
    {
        double density = 0, inverseDistances = 0;
        int count = 0;
    };

    float rankOfPairs(const FoundOperands &found) const;
    float rankOfEach(const FoundOperands &found) const;
    void collectEntries(const FoundOperands &found);
    bool sumSingleWeight(const FoundOperands &found, double &density) const;
    void addCover(Covers &covers, std::size_t begin, std::size_t end) const;
    Covers coversOfAny() const;
    Covers coversByMask() const;
    Covers coversByPhrase() const;
    template <typename Seen>
    Covers coversOf(Seen &seen) const;
    bool holdsFor(quint64 present, std::size_t item) const;

    const TsQuery &m_query;
    RankWeights m_weights;
    std::array<double, 4> m_inverseWeights;
    std::vector<quint32> m_operands; // distinct, in the order of their bytes
    bool m_isConjunction = false;    // & or a phrase on top
    bool m_isAnyOf = true;           // nothing but |
    bool m_isAllOf = true;           // nothing but &
    bool m_hasPhrase = false;
    quint64 m_valueBits = 0;
    std::vector<CoverEntry> m_entries;
    std::vector<quint32> m_sharedItems;
};

bool rankWeightsAllowed(const RankWeights &weights);

} // namespace qd::retrieval
