#pragma once

// Reads the words of tsvector and tsquery texts, with their quotes and backslashes, as
// gettoken_tsvector() of PostgreSQL 15 does (tsvector_parser.c). Shared by both parsers.

#include "retrieval/text/characters.h"
#include "retrieval/text/tsvector.h"

namespace qd::retrieval {

class ValueScanner
{
public:
    enum class Syntax { Vector, Query, WebSearch };

    ValueScanner(std::string_view text, Syntax syntax, const CharacterClasses &classes)
        : m_text(text), m_syntax(syntax), m_classes(classes)
    {
    }

    enum class Outcome { Found, End, Wrong };

    // The next value from `at`; moves `at` behind it. Positions only in a Vector.
    Outcome next(std::size_t &at);
    const std::string &value() const { return m_value; }
    std::vector<LexemePosition> &positions() { return m_positions; }

    bool isSpace(std::size_t at) const;
    bool isOperator(std::size_t at) const;
    char at(std::size_t place) const { return place < m_text.size() ? m_text[place] : '\0'; }
    void copyCharacter(std::size_t &at);

private:
    Outcome quoted(std::size_t &at);
    Outcome bare(std::size_t &at);
    Outcome readPositions(std::size_t &at);

    std::string_view m_text;
    Syntax m_syntax;
    const CharacterClasses &m_classes;
    std::string m_value;
    std::vector<LexemePosition> m_positions;
};

} // namespace qd::retrieval
