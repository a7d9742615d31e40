#include "retrieval/text/valuescanner.h"

#include <algorithm>

namespace qd::retrieval {

bool ValueScanner::isSpace(std::size_t at) const
{
    if (at >= m_text.size())
        return false;
    // In LC_CTYPE C the server looks at single bytes, and no byte beyond ASCII is a space there.
    std::size_t end = at;
    return m_classes.isSpace(nextCharacter(m_text, end));
}

bool ValueScanner::isOperator(std::size_t at) const
{
    const char c = this->at(at);
    return c == '!' || c == '&' || c == '|' || c == '(' || c == ')' || c == '<';
}

void ValueScanner::copyCharacter(std::size_t &at)
{
    const std::size_t begin = at;
    nextCharacter(m_text, at);
    m_value.append(m_text.substr(begin, at - begin));
}

ValueScanner::Outcome ValueScanner::next(std::size_t &at)
{
    m_value.clear();
    m_positions.clear();
    while (isSpace(at))
        nextCharacter(m_text, at);
    if (at >= m_text.size())
        return Outcome::End;
    const bool delimited = m_syntax != Syntax::Vector;
    const bool web = m_syntax == Syntax::WebSearch;
    if ((delimited && isOperator(at)) || (web && this->at(at) == '"'))
        return Outcome::Wrong;
    if (!web && this->at(at) == '\'')
        return quoted(at);
    return bare(at);
}

ValueScanner::Outcome ValueScanner::quoted(std::size_t &at)
{
    ++at;
    while (at < m_text.size()) {
        if (this->at(at) == '\'') {
            ++at;
            if (this->at(at) != '\'') {
                if (m_value.empty())
                    return Outcome::Wrong;
                if (m_syntax == Syntax::Vector && this->at(at) == ':')
                    return readPositions(++at);
                return Outcome::Found;
            }
        } else if (this->at(at) == '\\') {
            if (++at >= m_text.size())
                return Outcome::Wrong;
        }
        copyCharacter(at);
    }
    return Outcome::Wrong;
}

ValueScanner::Outcome ValueScanner::bare(std::size_t &at)
{
    const bool delimited = m_syntax != Syntax::Vector;
    const bool web = m_syntax == Syntax::WebSearch;
    // The first character is taken whatever it is, unless it escapes the next.
    for (bool isFirst = true;; isFirst = false) {
        if (!web && this->at(at) == '\\') {
            if (++at >= m_text.size())
                return Outcome::Wrong;
        } else if (!isFirst) {
            const char c = this->at(at);
            if (at >= m_text.size() || isSpace(at) || (delimited && isOperator(at)) || (web && c == '"'))
                return Outcome::Found;
            if (c == ':') {
                if (delimited)
                    return Outcome::Found;
                return readPositions(++at);
            }
        }
        copyCharacter(at);
    }
}

// 3A,7,12B: a letter belongs to the number before it.
ValueScanner::Outcome ValueScanner::readPositions(std::size_t &at)
{
    while (true) {
        if (this->at(at) < '0' || this->at(at) > '9')
            return Outcome::Wrong;
        qint64 place = 0;
        for (; this->at(at) >= '0' && this->at(at) <= '9'; ++at)
            place = std::min<qint64>(place * 10 + (this->at(at) - '0'), MaxPlace);
        if (place == 0)
            return Outcome::Wrong;
        quint16 weight = 0;
        for (;; ++at) {
            const char c = this->at(at);
            const char lower = char(c | 0x20);
            const int given = lower == 'a' || c == '*' ? 3 : lower == 'b' ? 2 : lower == 'c' ? 1 : lower == 'd' ? 0 : -1;
            if (given < 0 && !(c >= '0' && c <= '9')) // digits behind a letter are skipped by the server
                break;
            if (given >= 0 && weight)
                return Outcome::Wrong;
            if (given >= 0)
                weight = quint16(given);
        }
        m_positions.push_back(quint16(place | weight << 14));
        if (this->at(at) == ',') {
            ++at;
            continue;
        }
        return at >= m_text.size() || isSpace(at) ? Outcome::Found : Outcome::Wrong;
    }
}

} // namespace qd::retrieval
