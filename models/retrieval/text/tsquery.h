#pragma once

#include "retrieval/text/analyzer.h"

#include <QStringList>

namespace qd::retrieval {

// A text-search query: PostgreSQL's tsquery. It is kept as the server keeps it, in prefix order with
// the right operand first, because ranking and the text form depend on that order.
class TsQuery
{
public:
    enum class Kind : quint8 { Value, Not, And, Or, Phrase, RemovedStopWord };

    struct Item
    {
        Kind kind = Kind::Value;
        bool isPrefix = false;   // lexeme:*
        quint8 weights = 0;      // bit 0: D … bit 3: A; 0: any
        qint16 distance = 0;     // of a Phrase: <distance>
        quint32 left = 0;        // offset of the left operand; the right one (or that of Not) follows at once
        quint32 text = 0, bytes = 0;
        bool operator==(const Item &) const = default;
    };

    // The four functions of the server, with the words looked up as `analyzer` does. Only
    // to_tsquery() knows operators, weights and prefixes, and only it refuses a query (a syntax
    // error); websearch_to_tsquery() fails where the server does too, at more than 32 signs of
    // negation in a row.
    static Result<TsQuery> webSearch(std::string_view text, Analyzer &analyzer);
    static Result<TsQuery> plain(std::string_view text, Analyzer &analyzer);
    static Result<TsQuery> phrase(std::string_view text, Analyzer &analyzer);
    static Result<TsQuery> standard(std::string_view text, Analyzer &analyzer);
    // text::tsquery, without a dictionary.
    static Result<TsQuery> fromText(std::string_view text, CharacterType type = CharacterType::Utf8);

    // As the server writes it: 'fat' & ( 'rat' | !'cat':*AB ).
    QByteArray text() const;
    bool isEmpty() const { return m_items.empty(); } // only stop words, or nothing: matches no document
    std::span<const Item> items() const { return m_items; }
    std::string_view lexeme(const Item &item) const { return {m_texts.data() + item.text, item.bytes}; }
    bool operator==(const TsQuery &) const = default;

private:
    friend class TsQueryBuilder;
    std::vector<Item> m_items;
    std::string m_texts;
};

// Finished sentences about a websearch query that does not mean what was typed. websearch_to_tsquery
// stops a word at a colon, so that a URL with its protocol becomes words which can never match the
// URL, host and path that documents are indexed by; the sentence names what to type instead.
QStringList webSearchWarnings(std::string_view text, Analyzer &analyzer);

} // namespace qd::retrieval
