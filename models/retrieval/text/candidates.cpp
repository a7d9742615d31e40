#include "retrieval/text/candidates.h"

#include <algorithm>
#include <bit>

namespace qd::retrieval {
namespace {

using CandidateBits = std::vector<quint64>;

class CandidateFinder
{
public:
    CandidateFinder(const TextIndex &index, const TsQuery &query)
        : m_index(index), m_query(query), m_words((std::size_t(index.documentCount()) + 63) / 64)
    {
    }

    // All lexemes joined by & or phrases, without prefixes; empty when the query is anything else.
    std::vector<int> conjunction(bool &isConjunction) const;
    CandidateBits bits(std::size_t item, bool &isExact) const;

private:
    void set(int lexeme, CandidateBits &bits) const
    {
        for (const quint32 document : m_index.documentsOf(lexeme))
            bits[document / 64] |= quint64(1) << document % 64;
    }

    const TextIndex &m_index;
    const TsQuery &m_query;
    std::size_t m_words;
};

std::vector<int> CandidateFinder::conjunction(bool &isConjunction) const
{
    std::vector<int> lexemes;
    isConjunction = true;
    for (const TsQuery::Item &item : m_query.items()) {
        if (item.kind == TsQuery::Kind::Value && !item.isPrefix)
            lexemes.push_back(m_index.find(m_query.lexeme(item)));
        else
            isConjunction &= item.kind == TsQuery::Kind::And || item.kind == TsQuery::Kind::Phrase;
    }
    return lexemes;
}

CandidateBits CandidateFinder::bits(std::size_t at, bool &isExact) const
{
    const TsQuery::Item &item = m_query.items()[at];
    if (item.kind == TsQuery::Kind::Value) {
        CandidateBits found(m_words);
        isExact = isExact && item.weights == 0;
        if (!item.isPrefix) {
            if (const int lexeme = m_index.find(m_query.lexeme(item)); lexeme >= 0)
                set(lexeme, found);
            return found;
        }
        const auto [first, end] = m_index.withPrefix(m_query.lexeme(item));
        for (int lexeme = first; lexeme < end; ++lexeme)
            set(lexeme, found);
        return found;
    }
    if (item.kind == TsQuery::Kind::Not || item.kind == TsQuery::Kind::Phrase) {
        // In a phrase a NOT is about places, not about documents: whatever stands in it may match.
        bool partIsExact = item.kind == TsQuery::Kind::Not;
        CandidateBits part = item.kind == TsQuery::Kind::Not ? bits(at + 1, partIsExact) : CandidateBits(m_words, ~quint64(0));
        if (item.kind == TsQuery::Kind::Not && partIsExact) {
            for (quint64 &word : part)
                word = ~word;
        } else {
            std::fill(part.begin(), part.end(), ~quint64(0));
        }
        isExact = isExact && partIsExact;
        return part;
    }
    CandidateBits left = bits(at + item.left, isExact);
    const CandidateBits right = bits(at + 1, isExact);
    for (std::size_t i = 0; i < left.size(); ++i)
        left[i] = item.kind == TsQuery::Kind::And ? left[i] & right[i] : left[i] | right[i];
    return left;
}

// The shortest list, kept where all others have it too.
std::vector<quint32> intersection(const TextIndex &index, std::vector<int> lexemes, const DocumentFilter &filter)
{
    if (std::any_of(lexemes.begin(), lexemes.end(), [](int lexeme) { return lexeme < 0; }))
        return {};
    std::sort(lexemes.begin(), lexemes.end());
    lexemes.erase(std::unique(lexemes.begin(), lexemes.end()), lexemes.end());
    std::sort(lexemes.begin(), lexemes.end(), [&](int a, int b) { return index.documentsOf(a).size() < index.documentsOf(b).size(); });
    std::vector<quint32> kept;
    for (const quint32 document : index.documentsOf(lexemes[0])) {
        if (filter.allows(document))
            kept.push_back(document);
    }
    for (std::size_t i = 1; i < lexemes.size() && !kept.empty(); ++i) {
        const auto documents = index.documentsOf(lexemes[i]);
        std::size_t at = 0, end = 0;
        for (const quint32 document : kept) {
            at = gallop(documents, at, document);
            if (at == documents.size())
                break;
            if (documents[at] == document)
                kept[end++] = document;
        }
        kept.resize(end);
    }
    return kept;
}

} // namespace

std::size_t gallop(std::span<const quint32> ascending, std::size_t from, quint32 wanted)
{
    std::size_t step = 1, end = from;
    while (end < ascending.size() && ascending[end] < wanted) {
        from = end + 1;
        end += step;
        step *= 2;
    }
    end = std::min(end, ascending.size());
    return std::size_t(std::lower_bound(ascending.begin() + qsizetype(from), ascending.begin() + qsizetype(end), wanted) - ascending.begin());
}

Candidates findCandidates(const TextIndex &index, const TsQuery &query, const DocumentFilter &filter)
{
    Candidates found;
    if (query.isEmpty())
        return found;
    const CandidateFinder finder(index, query);
    bool isConjunction = false;
    const std::vector<int> lexemes = finder.conjunction(isConjunction);
    if (isConjunction) {
        found.documents = intersection(index, lexemes, filter);
        found.isExact = std::all_of(query.items().begin(), query.items().end(), [](const TsQuery::Item &item) { return item.kind != TsQuery::Kind::Phrase && item.weights == 0; });
        return found;
    }
    const CandidateBits bits = finder.bits(0, found.isExact);
    const auto count = quint32(index.documentCount());
    for (std::size_t word = 0; word < bits.size(); ++word) {
        for (quint64 rest = bits[word]; rest; rest &= rest - 1) {
            const auto document = quint32(word * 64) + quint32(std::countr_zero(rest));
            if (document < count && filter.allows(document))
                found.documents.push_back(document);
        }
    }
    return found;
}

PostingCursors::PostingCursors(const TextIndex &index, const TsQuery &query)
    : m_index(index), m_items(query.items().size())
{
    for (std::size_t i = 0; i < m_items; ++i) {
        const TsQuery::Item &item = query.items()[i];
        if (item.kind != TsQuery::Kind::Value)
            continue;
        const int found = item.isPrefix ? -1 : index.find(query.lexeme(item));
        const auto [first, end] = item.isPrefix ? index.withPrefix(query.lexeme(item)) : std::pair(found, found + (found >= 0));
        for (int lexeme = first; lexeme < end; ++lexeme)
            m_cursors.push_back({i, lexeme, index.documentsOf(lexeme), index.firstPosting(lexeme)});
    }
}

void PostingCursors::find(quint32 document, FoundOperands &found)
{
    found.start(m_items);
    for (Cursor &cursor : m_cursors) {
        cursor.at = gallop(cursor.documents, cursor.at, document);
        if (cursor.at < cursor.documents.size() && cursor.documents[cursor.at] == document)
            found.add(cursor.item, {quint32(cursor.lexeme), m_index.positions(cursor.first + quint32(cursor.at))});
    }
    found.finish();
}

} // namespace qd::retrieval
