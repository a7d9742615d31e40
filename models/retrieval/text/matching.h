#pragma once

#include "retrieval/text/tsquery.h"

namespace qd::retrieval {

// A lexeme of a document that an operand of a query asks for.
struct FoundLexeme
{
    quint32 order = 0; // orders the lexemes of one document by their bytes
    std::span<const LexemePosition> positions;
};

// For every item of a query, the lexemes of one document that it asks for, in the order of their
// bytes: one or none, or several for a prefix. Matching and ranking look at nothing else of a
// document (but its size), so that they work on a vector and on an index alike.
class FoundOperands
{
public:
    void start(std::size_t items);
    // Items ascend; an item's lexemes come together.
    void add(std::size_t item, const FoundLexeme &lexeme);
    void finish();
    std::span<const FoundLexeme> of(std::size_t item) const { return {m_lexemes.data() + m_begins[item], m_lexemes.data() + m_begins[item + 1]}; }
    bool isEmpty() const { return m_lexemes.empty(); }
    std::size_t itemCount() const { return m_begins.size() - 1; }

private:
    std::vector<FoundLexeme> m_lexemes;
    std::vector<quint32> m_begins;
    std::size_t m_filled = 0;
};

void findOperands(const TsQuery &query, const TsVector &vector, FoundOperands &found);

// The operator @@ (TS_execute() of PostgreSQL 15). An empty query matches nothing, not even an empty
// vector. A phrase is true where its lexemes stand at the right distance; a lexeme without positions
// cannot be in one, but counts for every weight that is asked for.
bool matches(const TsQuery &query, const TsVector &vector);
// The same when the operands are found already.
bool matches(const TsQuery &query, const FoundOperands &found);

} // namespace qd::retrieval
