#include "retrieval/text/citations.h"

#include <algorithm>

namespace qd::retrieval {
namespace {

struct CitedWord
{
    QString key; // lower case, compatible letters made equal
    Token token;
};

TextRange rangeOf(const Token &first, const Token &last)
{
    return {first.byte, last.byte + last.bytes - first.byte, first.character, last.character + last.characters - first.character};
}

std::vector<CitedWord> citedWords(std::string_view text, CharacterType type)
{
    std::vector<CitedWord> words;
    for (const Token &token : Parser::tokens(text, type)) {
        if (isCompound(token.type) || dictionaryOf(Configuration::Simple, token.type) == Dictionary::None)
            continue;
        const QString word = QString::fromUtf8(text.data() + token.byte, token.bytes);
        words.push_back({word.normalized(QString::NormalizationForm_KC).toLower(), token});
    }
    return words;
}

int charactersIn(std::string_view text)
{
    return int(std::count_if(text.begin(), text.end(), [](char c) { return (quint8(c) & 0xc0) != 0x80; }));
}

std::vector<TextRange> exactPlaces(std::string_view text, std::string_view quotation)
{
    std::vector<TextRange> places;
    int character = 0;
    std::size_t counted = 0;
    for (std::size_t at = text.find(quotation); at != std::string_view::npos; at = text.find(quotation, at + 1)) {
        character += charactersIn(text.substr(counted, at - counted));
        counted = at;
        places.push_back({int(at), int(quotation.size()), character, charactersIn(quotation)});
    }
    return places;
}

} // namespace

Citation findCitation(std::string_view text, std::string_view quotation, CharacterType type)
{
    Citation citation;
    const auto wanted = citedWords(quotation, type);
    citation.words = int(wanted.size());
    if (wanted.empty())
        return citation;
    citation.places = exactPlaces(text, quotation);
    if (!citation.places.empty()) {
        citation.verdict = CitationVerdict::WordForWord;
        citation.longestWords = citation.words;
        citation.longest = citation.places.front();
        return citation;
    }
    // The longest run of words that both have: for each word of the quotation, how long the run is
    // that ends at the current word of the text.
    const auto words = citedWords(text, type);
    std::vector<int> before(wanted.size() + 1), now(wanted.size() + 1);
    for (std::size_t w = 0; w < words.size(); ++w) {
        for (std::size_t q = 0; q < wanted.size(); ++q) {
            now[q + 1] = wanted[q].key == words[w].key ? before[q] + 1 : 0;
            const auto first = std::size_t(std::max(0, int(w) + 1 - now[q + 1]));
            if (now[q + 1] > citation.longestWords) {
                citation.longestWords = now[q + 1];
                citation.longest = rangeOf(words[first].token, words[w].token);
            }
            if (q + 1 == wanted.size() && now[q + 1] == citation.words)
                citation.places.push_back(rangeOf(words[first].token, words[w].token));
        }
        std::swap(before, now);
    }
    if (!citation.places.empty())
        citation.verdict = CitationVerdict::SameWords;
    return citation;
}

std::vector<TextRange> highlights(std::string_view text, const TsQuery &query, Analyzer &analyzer)
{
    // Which items stand under a NOT: operands come behind their operator, so one pass suffices.
    const auto items = query.items();
    std::vector<bool> isNegated(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool negates = items[i].kind == TsQuery::Kind::Not;
        if (items[i].kind == TsQuery::Kind::Value)
            continue;
        isNegated[i + 1] = isNegated[i] != negates;
        if (!negates)
            isNegated[i + items[i].left] = isNegated[i];
    }
    std::vector<TextRange> found;
    for (const AnalysedWord &word : analyzer.words(text)) {
        bool isAsked = false;
        for (std::size_t i = 0; i < items.size() && !isAsked; ++i) {
            const std::string_view lexeme = query.lexeme(items[i]);
            isAsked = items[i].kind == TsQuery::Kind::Value && !isNegated[i] && (items[i].isPrefix ? word.lexeme.starts_with(lexeme) : word.lexeme == lexeme);
        }
        const TextRange range = rangeOf(word.token, word.token);
        if (isAsked && (found.empty() || range.byte >= found.back().byte + found.back().bytes))
            found.push_back(range);
    }
    return found;
}

int pageOf(std::span<const int> pageBegins, int character)
{
    return int(std::upper_bound(pageBegins.begin(), pageBegins.end(), character) - pageBegins.begin());
}

} // namespace qd::retrieval
