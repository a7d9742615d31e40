#include "retrieval/text/tsquery.h"

#include "retrieval/text/tsquerybuilder.h"

#include <QCoreApplication>

#include <algorithm>

// The three ways in which PostgreSQL 15 reads a query (tsquery.c, to_tsany.c).

namespace qd::retrieval {
namespace {

struct QueryWords
{
    Q_DECLARE_TR_FUNCTIONS(TsQuery)
};

using QueryKind = TsQuery::Kind;
using Outcome = ValueScanner::Outcome;

Result<TsQuery> finishedQuery(TsQueryBuilder &builder, std::string_view text)
{
    TsQuery query = builder.finish();
    if (builder.failed())
        return failure(Error::Kind::Wrong, QueryWords::tr("PostgreSQL refuses this search: its operators, brackets or quotes do not fit together, or it is nested too deeply."), QString::fromUtf8(text.data(), qsizetype(std::min<std::size_t>(text.size(), 500))));
    return query;
}

class QueryReader
{
public:
    QueryReader(std::string_view text, ValueScanner::Syntax syntax, const CharacterClasses &classes, TsQueryBuilder &builder, TsQueryBuilder::PushValue pushValue)
        : m_scanner(text, syntax, classes), m_classes(classes), m_text(text), m_builder(builder), m_pushValue(std::move(pushValue))
    {
    }

    void readStandard(int depth = 0);
    void readWebSearch();

private:
    char here() const { return m_scanner.at(m_at); }
    void skipCharacter() { nextCharacter(m_text, m_at); }
    bool readOperand(int depth);
    bool readOperator(TsQueryBuilder::Operators &operators, bool &closed);
    std::optional<qint16> phraseDistance();
    quint8 readModifiers(bool &isPrefix);
    bool readWebOperand(TsQueryBuilder::Operators &operators);
    bool readWebOperator(TsQueryBuilder::Operators &operators);
    bool isOr();

    ValueScanner m_scanner;
    const CharacterClasses &m_classes;
    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_isFirst = true, m_wantsOperand = true;
    int m_open = 0;
    TsQueryBuilder &m_builder;
    TsQueryBuilder::PushValue m_pushValue;
};

quint8 QueryReader::readModifiers(bool &isPrefix)
{
    quint8 weights = 0;
    if (here() != ':')
        return 0;
    for (++m_at;; ++m_at) {
        switch (here()) {
        case 'a': case 'A': weights |= 8; break;
        case 'b': case 'B': weights |= 4; break;
        case 'c': case 'C': weights |= 2; break;
        case 'd': case 'D': weights |= 1; break;
        case '*': isPrefix = true; break;
        default: return weights;
        }
    }
}

// <-> or <number>, with something behind it; the place stays when it is none.
std::optional<qint16> QueryReader::phraseDistance()
{
    std::size_t at = m_at;
    if (m_scanner.at(at++) != '<')
        return {};
    int distance = 1;
    if (m_scanner.at(at) == '-') {
        ++at;
    } else {
        const std::size_t first = at;
        for (distance = 0; m_scanner.at(at) >= '0' && m_scanner.at(at) <= '9'; ++at)
            distance = std::min(distance * 10 + (m_scanner.at(at) - '0'), 1 << 20);
        if (at == first)
            return {};
        if (distance > MaxPlace + 1) {
            m_builder.fail();
            return {};
        }
    }
    if (m_scanner.at(at++) != '>' || at >= m_text.size())
        return {};
    m_at = at;
    return qint16(distance);
}

// One expression up to its closing bracket or the end.
void QueryReader::readStandard(int depth)
{
    TsQueryBuilder::Operators operators;
    if (depth > 5000)
        m_builder.fail();
    while (!m_builder.failed()) {
        bool closed = false;
        if (m_wantsOperand) {
            if (here() == '!') {
                ++m_at;
                m_isFirst = false;
                operators.add(m_builder, QueryKind::Not, 0);
            } else if (!readOperand(depth)) {
                break;
            }
        } else if (!readOperator(operators, closed) || closed) {
            break;
        }
    }
    operators.flush(m_builder, QueryKind::Or);
}

bool QueryReader::readOperand(int depth)
{
    while (m_scanner.isSpace(m_at))
        skipCharacter();
    const char c = here();
    if (c == '!')
        return true; // seen by the caller, whose operators wait
    if (c == '(') {
        ++m_at;
        m_isFirst = false;
        ++m_open;
        readStandard(depth + 1);
        return !m_builder.failed();
    }
    const Outcome outcome = c == ':' ? Outcome::Wrong : m_scanner.next(m_at);
    if (outcome == Outcome::End && m_isFirst)
        return false;
    if (outcome != Outcome::Found) {
        m_builder.fail();
        return false;
    }
    const std::string value = m_scanner.value();
    bool isPrefix = false;
    const quint8 weights = readModifiers(isPrefix);
    m_isFirst = m_wantsOperand = false;
    m_pushValue(m_builder, value, weights, isPrefix);
    return true;
}

bool QueryReader::readOperator(TsQueryBuilder::Operators &operators, bool &closed)
{
    while (m_scanner.isSpace(m_at))
        skipCharacter();
    if (m_at >= m_text.size()) {
        if (m_open)
            m_builder.fail();
        return false;
    }
    const char c = here();
    if (c == ')') {
        ++m_at;
        closed = true;
        if (--m_open < 0)
            m_builder.fail();
        return true;
    }
    qint16 distance = 0;
    QueryKind kind = QueryKind::Phrase;
    if (c == '&' || c == '|') {
        kind = c == '&' ? QueryKind::And : QueryKind::Or;
        ++m_at;
    } else if (const auto found = phraseDistance()) {
        distance = *found;
    } else {
        m_builder.fail();
        return false;
    }
    m_wantsOperand = true;
    operators.add(m_builder, kind, distance);
    return true;
}

// The word `or`, when it stands alone and something follows.
bool QueryReader::isOr()
{
    if ((here() | 0x20) != 'o' || (m_scanner.at(m_at + 1) | 0x20) != 'r')
        return false;
    std::size_t at = m_at + 2;
    if (at >= m_text.size())
        return false;
    std::size_t end = at;
    const char32_t next = nextCharacter(m_text, end);
    const bool known = next < 128 || m_classes.type() == CharacterType::Utf8; // in C the server looks at one byte
    if (next == '-' || next == '_' || (known && (m_classes.isAlpha(next) || m_classes.isDigit(next))))
        return false;
    for (at = end; at < m_text.size(); nextCharacter(m_text, at)) {
        if (!m_scanner.isSpace(at))
            return true;
    }
    return false;
}

bool QueryReader::readWebOperand(TsQueryBuilder::Operators &operators)
{
    const char c = here();
    if (c == '-') {
        ++m_at;
        m_isFirst = false;
        operators.add(m_builder, QueryKind::Not, 0);
    } else if (c == '"' && m_at < m_text.size()) {
        const std::size_t begin = m_at + 1;
        const std::size_t end = std::min(m_text.find('"', begin), m_text.size());
        m_at = std::min(end + 1, m_text.size());
        m_isFirst = m_wantsOperand = false;
        m_pushValue(m_builder, m_text.substr(begin, end - begin), 0, false);
    } else if (m_scanner.isOperator(m_at)) {
        ++m_at;
        m_isFirst = false;
    } else if (m_scanner.isSpace(m_at)) {
        skipCharacter();
    } else if (m_scanner.next(m_at) == Outcome::Found) {
        const std::string value = m_scanner.value();
        m_isFirst = m_wantsOperand = false;
        m_pushValue(m_builder, value, 0, false);
    } else {
        if (!m_isFirst)
            m_builder.pushStopWord(); // an operator waits for it
        return false;
    }
    return true;
}

bool QueryReader::readWebOperator(TsQueryBuilder::Operators &operators)
{
    if (m_at >= m_text.size())
        return false;
    if (isOr()) {
        m_at += 2;
        m_wantsOperand = true;
        operators.add(m_builder, QueryKind::Or, 0);
    } else if (m_scanner.isOperator(m_at)) {
        ++m_at;
    } else if (m_scanner.isSpace(m_at)) {
        skipCharacter();
    } else {
        m_wantsOperand = true;
        operators.add(m_builder, QueryKind::And, 0);
    }
    return true;
}

void QueryReader::readWebSearch()
{
    TsQueryBuilder::Operators operators;
    while (!m_builder.failed() && (m_wantsOperand ? readWebOperand(operators) : readWebOperator(operators))) { }
    operators.flush(m_builder, QueryKind::Or);
}

TsQueryBuilder::PushValue lookedUp(Analyzer &analyzer)
{
    return [&analyzer](TsQueryBuilder &builder, std::string_view value, quint8 weights, bool isPrefix) {
        builder.pushWords(analyzer.words(value), QueryKind::Phrase, weights, isPrefix);
    };
}

Result<TsQuery> wholeText(std::string_view text, Analyzer &analyzer, QueryKind joinedBy)
{
    TsQueryBuilder builder;
    if (!text.empty())
        builder.pushWords(analyzer.words(text), joinedBy, 0, false);
    return finishedQuery(builder, text);
}

} // namespace

Result<TsQuery> TsQuery::webSearch(std::string_view text, Analyzer &analyzer)
{
    TsQueryBuilder builder;
    QueryReader(text, ValueScanner::Syntax::WebSearch, CharacterClasses::of(analyzer.characterType()), builder, lookedUp(analyzer)).readWebSearch();
    return finishedQuery(builder, text);
}

Result<TsQuery> TsQuery::plain(std::string_view text, Analyzer &analyzer)
{
    return wholeText(text, analyzer, Kind::And);
}

Result<TsQuery> TsQuery::phrase(std::string_view text, Analyzer &analyzer)
{
    return wholeText(text, analyzer, Kind::Phrase);
}

Result<TsQuery> TsQuery::standard(std::string_view text, Analyzer &analyzer)
{
    TsQueryBuilder builder;
    QueryReader(text, ValueScanner::Syntax::Query, CharacterClasses::of(analyzer.characterType()), builder, lookedUp(analyzer)).readStandard();
    return finishedQuery(builder, text);
}

Result<TsQuery> TsQuery::fromText(std::string_view text, CharacterType type)
{
    TsQueryBuilder builder;
    const auto asItIs = [](TsQueryBuilder &target, std::string_view value, quint8 weights, bool isPrefix) { target.pushValue(value, weights, isPrefix); };
    QueryReader(text, ValueScanner::Syntax::Query, CharacterClasses::of(type), builder, asItIs).readStandard();
    return finishedQuery(builder, text);
}

QStringList webSearchWarnings(std::string_view text, Analyzer &analyzer)
{
    QStringList warnings;
    const auto query = TsQuery::webSearch(text, analyzer);
    if (!query)
        return warnings;
    const auto asks = [&query](std::string_view lexeme) {
        return std::any_of(query->items().begin(), query->items().end(), [&](const TsQuery::Item &item) { return item.kind == QueryKind::Value && query->lexeme(item) == lexeme; });
    };
    const CharacterClasses &classes = CharacterClasses::of(analyzer.characterType());
    bool inQuotes = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        char32_t last = 0;
        while (at < text.size() && !classes.isSpace(last) && last != '"')
            last = nextCharacter(text, at);
        const std::string_view word = text.substr(begin, at - begin - (last == '"' || classes.isSpace(last) ? 1 : 0));
        if (!inQuotes) {
            for (const AnalysedWord &part : analyzer.words(word)) {
                if (part.token.type != TokenType::Host || asks(part.lexeme))
                    continue;
                const QString typed = QString::fromUtf8(word.data(), qsizetype(word.size()));
                warnings << QueryWords::tr("“%1” cannot find the documents that name it: a colon ends a word of this search, so the host “%2” that documents are indexed by is never asked for. Put it into quotation marks.")
                                .arg(typed, QString::fromUtf8(part.lexeme.data(), qsizetype(part.lexeme.size())));
                break;
            }
        }
        inQuotes ^= last == '"';
    }
    return warnings;
}

} // namespace qd::retrieval
