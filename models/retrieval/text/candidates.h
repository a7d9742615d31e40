#pragma once

// Which documents a query can match at all, found with whole posting lists and bitmaps. Exact for
// queries without phrases and weights; otherwise the documents found have to be looked at.

#include "retrieval/text/textindex.h"

namespace qd::retrieval {

struct Candidates
{
    std::vector<quint32> documents; // ascending
    bool isExact = true;            // each of them matches
};

Candidates findCandidates(const TextIndex &index, const TsQuery &query, const DocumentFilter &filter);

// Finds the lexemes of ascending documents in posting lists, from where it stopped.
class PostingCursors
{
public:
    PostingCursors(const TextIndex &index, const TsQuery &query);
    // Fills what the document holds of the query's operands; documents ascend from call to call.
    void find(quint32 document, FoundOperands &found);

private:
    struct Cursor
    {
        std::size_t item;
        int lexeme;
        std::span<const quint32> documents;
        quint32 first;
        std::size_t at = 0;
    };
    const TextIndex &m_index;
    std::size_t m_items;
    std::vector<Cursor> m_cursors;
};

// The first place at or behind `from` whose value is not less: fast when it is near.
std::size_t gallop(std::span<const quint32> ascending, std::size_t from, quint32 wanted);

} // namespace qd::retrieval
