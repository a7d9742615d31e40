#pragma once

#include "retrieval/text/bm25.h"

namespace qd::retrieval {

// One question to Bm25, see there.
class Bm25Search
{
public:
    static constexpr quint32 windowSize = 4096;
    static constexpr std::size_t rareLexeme = 256; // below, the whole list is one block
    static constexpr std::size_t denseShare = 32;  // in more than one of so many documents: kept as bits too
    static constexpr quint32 noWindows = ~quint32(0);
    static constexpr std::size_t noPosting = ~std::size_t(0);

    Bm25Search(const Bm25 &bm25, std::span<const std::string_view> lexemes, int limit, const DocumentFilter &filter);
    std::vector<TextHit> run();

private:
    struct Term
    {
        int lexeme;
        double idf;
        float weight;         // of its shares: idf, as often as the query has it
        std::span<const quint32> documents;
        const float *shares;
        const quint64 *denseBits = nullptr;
        const quint32 *denseCounts = nullptr;
        std::size_t begin = 0, end = 0; // of the current window
        float greatest = 0;             // weighted, in the current window
    };

    void addTerms(std::span<const std::string_view> lexemes);
    void enterWindow(Term &term, quint32 window) const;
    void searchWindow(quint32 window);
    void accumulate(const Term &term, quint32 base);
    void consider(quint32 document, float sum, std::size_t essential);
    std::size_t findPosting(const Term &term, quint32 document) const;
    float exactScore(quint32 document) const;
    // Whether what a document can reach keeps it out of the best.
    bool isTooLow(float bound) const { return bound < m_lowest; }
    void raiseThreshold(float score);

    const Bm25 &m_bm25;
    const DocumentFilter &m_filter;
    int m_limit;
    std::vector<Term> m_terms;
    std::vector<int> m_queryOrder;     // for each lexeme of the query, which term
    std::vector<Term *> m_byBound;     // of the current window, least first
    std::vector<float> m_boundsBelow;  // what the terms up to here can add
    std::vector<float> m_sums;         // of the current window
    std::vector<TextHit> m_best;       // a heap, worst on top, once it is full
    float m_lowest = 0;                // a bound below cannot reach the worst of the best
    float m_slack = 0;
};

} // namespace qd::retrieval
