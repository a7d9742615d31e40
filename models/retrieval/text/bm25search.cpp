#include "retrieval/text/bm25search.h"

#include <algorithm>
#include <bit>

namespace qd::retrieval {
namespace {

// What rounded sums can be off: this part of the sum, and this part of the greatest possible sum.
constexpr float bm25Slack = 1e-5f, bm25WeightSlack = 1e-6f;

bool isBetterHit(const TextHit &a, const TextHit &b)
{
    return a.score != b.score ? a.score > b.score : a.document < b.document;
}

} // namespace

Bm25Search::Bm25Search(const Bm25 &bm25, std::span<const std::string_view> lexemes, int limit, const DocumentFilter &filter)
    : m_bm25(bm25), m_filter(filter), m_limit(limit)
{
    addTerms(lexemes);
}

void Bm25Search::addTerms(std::span<const std::string_view> lexemes)
{
    for (const std::string_view text : lexemes) {
        const int lexeme = m_bm25.m_index.find(text);
        if (lexeme < 0)
            continue;
        const double idf = m_bm25.idf(lexeme);
        auto known = std::find_if(m_terms.begin(), m_terms.end(), [lexeme](const Term &term) { return term.lexeme == lexeme; });
        if (known == m_terms.end()) {
            m_terms.push_back({lexeme, idf, 0, m_bm25.m_index.documentsOf(lexeme), m_bm25.m_shares.data() + m_bm25.m_index.firstPosting(lexeme)});
            known = m_terms.end() - 1;
            if (const quint32 dense = m_bm25.m_denseOf[std::size_t(lexeme)]; dense != noWindows) {
                known->denseBits = m_bm25.m_denseBits.data() + dense;
                known->denseCounts = m_bm25.m_denseCounts.data() + dense;
            }
        }
        known->weight += std::max(float(idf), 1e-30f); // a term that all documents hold still finds them
        m_slack += float(idf) * bm25WeightSlack;
        m_queryOrder.push_back(int(known - m_terms.begin()));
    }
    // Ten documents reach what the tenth best of any one term reaches.
    if (m_limit > 0 && m_limit <= 10 && m_filter.isEmpty()) {
        for (const Term &term : m_terms)
            raiseThreshold(term.weight * m_bm25.m_tenth[std::size_t(term.lexeme)] - m_slack);
    }
}

void Bm25Search::raiseThreshold(float score)
{
    m_lowest = std::max(m_lowest, score * (1 - bm25Slack) - m_slack);
}

void Bm25Search::enterWindow(Term &term, quint32 window) const
{
    const quint32 windows = m_bm25.m_windowsOf[std::size_t(term.lexeme)];
    if (windows != noWindows) {
        const auto *block = m_bm25.m_windows.data() + windows + window;
        term.begin = block[0].begin;
        term.end = block[1].begin;
        term.greatest = term.weight * block[0].greatest;
        return;
    }
    term.begin = term.end;
    const quint32 end = (window + 1) * windowSize;
    while (term.end < term.documents.size() && term.documents[term.end] < end)
        ++term.end;
    term.greatest = term.begin == term.end ? 0 : term.weight * m_bm25.m_greatest[std::size_t(term.lexeme)];
}

void Bm25Search::accumulate(const Term &term, quint32 base)
{
    float *sums = m_sums.data();
    const quint32 *documents = term.documents.data();
    for (std::size_t i = term.begin; i < term.end; ++i)
        sums[documents[i] - base] += term.weight * term.shares[i];
}

// Where a term's posting of a document of the current window is; noPosting when there is none.
std::size_t Bm25Search::findPosting(const Term &term, quint32 document) const
{
    if (term.denseBits) {
        const quint64 bits = term.denseBits[document / 64], bit = quint64(1) << document % 64;
        return bits & bit ? term.denseCounts[document / 64] + std::size_t(std::popcount(bits & (bit - 1))) : noPosting;
    }
    const auto end = term.documents.begin() + qsizetype(term.end);
    const auto found = std::lower_bound(term.documents.begin() + qsizetype(term.begin), end, document);
    return found != end && *found == document ? std::size_t(found - term.documents.begin()) : noPosting;
}

// In the form's own steps.
float Bm25Search::exactScore(quint32 document) const
{
    std::vector<Bm25Part> parts;
    parts.reserve(m_queryOrder.size());
    for (const int at : m_queryOrder) {
        const Term &term = m_terms[std::size_t(at)];
        const std::size_t posting = findPosting(term, document);
        const quint32 frequency = posting == noPosting ? 0 : m_bm25.m_index.frequency(m_bm25.m_index.firstPosting(term.lexeme) + quint32(posting));
        parts.push_back({.lexeme = term.lexeme, .frequency = frequency, .score = frequency ? m_bm25.exactScore(term.idf, frequency, document) : 0});
    }
    return m_bm25.score(parts);
}

// Looks the remaining terms up, the heaviest first, as long as the document can still be among the
// best.
void Bm25Search::consider(quint32 document, float sum, std::size_t essential)
{
    for (std::size_t i = essential; i-- > 0;) {
        if (isTooLow(sum + m_boundsBelow[i]))
            return;
        const std::size_t posting = findPosting(*m_byBound[i], document);
        if (posting != noPosting)
            sum += m_byBound[i]->weight * m_byBound[i]->shares[posting];
    }
    if (isTooLow(sum) || !m_filter.allows(document))
        return;
    const TextHit hit{document, exactScore(document)};
    if (m_limit <= 0 || int(m_best.size()) < m_limit) {
        m_best.push_back(hit);
        if (int(m_best.size()) != m_limit)
            return;
        std::make_heap(m_best.begin(), m_best.end(), isBetterHit);
    } else if (isBetterHit(hit, m_best.front())) {
        std::pop_heap(m_best.begin(), m_best.end(), isBetterHit);
        m_best.back() = hit;
        std::push_heap(m_best.begin(), m_best.end(), isBetterHit);
    } else {
        return;
    }
    raiseThreshold(m_best.front().score);
}

void Bm25Search::searchWindow(quint32 window)
{
    const quint32 base = window * windowSize;
    m_byBound.clear();
    for (Term &term : m_terms) {
        enterWindow(term, window);
        if (term.begin != term.end)
            m_byBound.push_back(&term);
        else
            term.greatest = 0;
    }
    std::sort(m_byBound.begin(), m_byBound.end(), [](const Term *a, const Term *b) { return a->greatest < b->greatest; });
    m_boundsBelow.clear();
    float bound = 0;
    std::size_t essential = m_byBound.size();
    for (std::size_t i = 0; i < m_byBound.size(); ++i) {
        bound += m_byBound[i]->greatest;
        m_boundsBelow.push_back(bound);
        if (essential == m_byBound.size() && !isTooLow(bound))
            essential = i;
    }
    if (essential == m_byBound.size())
        return;
    const float rest = essential > 0 ? m_boundsBelow[essential - 1] : 0;
    for (std::size_t i = essential; i < m_byBound.size(); ++i)
        accumulate(*m_byBound[i], base);
    // Every document of the window once, in its order; what was summed is taken back to 0 for the next.
    std::size_t postings = 0;
    for (std::size_t i = essential; i < m_byBound.size(); ++i)
        postings += m_byBound[i]->end - m_byBound[i]->begin;
    const auto look = [&](quint32 offset) {
        const float sum = std::exchange(m_sums[offset], 0.0f);
        if (sum > 0 && !isTooLow(sum + rest))
            consider(base + offset, sum, essential);
    };
    if (postings * 4 > windowSize) {
        for (quint32 offset = 0; offset < windowSize; ++offset) {
            if (m_sums[offset] > 0)
                look(offset);
        }
    } else {
        for (std::size_t i = essential; i < m_byBound.size(); ++i) {
            const Term &term = *m_byBound[i];
            for (std::size_t posting = term.begin; posting < term.end; ++posting)
                look(term.documents[posting] - base);
        }
    }
}

std::vector<TextHit> Bm25Search::run()
{
    if (m_terms.empty())
        return {};
    m_sums.assign(windowSize, 0);
    const auto windows = quint32((m_bm25.m_lengths.size() + windowSize - 1) / windowSize);
    for (quint32 window = 0; window < windows; ++window)
        searchWindow(window);
    std::sort(m_best.begin(), m_best.end(), isBetterHit);
    return std::move(m_best);
}

} // namespace qd::retrieval
