#include "retrieval/text/matching.h"

#include "retrieval/text/matcher.h"

namespace qd::retrieval {

void FoundOperands::start(std::size_t items)
{
    m_lexemes.clear();
    m_begins.assign(items + 1, 0);
    m_filled = 0;
}

void FoundOperands::add(std::size_t item, const FoundLexeme &lexeme)
{
    for (; m_filled < item; ++m_filled)
        m_begins[m_filled + 1] = quint32(m_lexemes.size());
    m_lexemes.push_back(lexeme);
}

void FoundOperands::finish()
{
    for (; m_filled + 1 < m_begins.size(); ++m_filled)
        m_begins[m_filled + 1] = quint32(m_lexemes.size());
}

void findOperands(const TsQuery &query, const TsVector &vector, FoundOperands &found)
{
    const auto items = query.items();
    found.start(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].kind != MatchKind::Value)
            continue;
        const std::string_view wanted = query.lexeme(items[i]);
        for (int index = vector.lowerBound(wanted); index < vector.count(); ++index) {
            if (items[i].isPrefix ? !vector.lexeme(index).starts_with(wanted) : vector.lexeme(index) != wanted)
                break;
            found.add(i, {quint32(index), vector.positions(index)});
            if (!items[i].isPrefix)
                break;
        }
    }
    found.finish();
}

bool matches(const TsQuery &query, const FoundOperands &found)
{
    return !query.isEmpty() && PhraseMatcher(query, found).execute(0);
}

bool matches(const TsQuery &query, const TsVector &vector)
{
    FoundOperands found;
    findOperands(query, vector, found);
    return matches(query, found);
}

} // namespace qd::retrieval
