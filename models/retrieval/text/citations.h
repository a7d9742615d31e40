#pragma once

#include "retrieval/text/tsquery.h"

namespace qd::retrieval {

// A stretch of a text, in bytes of its UTF-8 and in Unicode characters; both are needed, because
// databases count characters and files bytes.
struct TextRange
{
    int byte = 0, bytes = 0;
    int character = 0, characters = 0;
    bool operator==(const TextRange &) const = default;
};

// Whether a quotation stands in the text it is attributed to.
enum class CitationVerdict {
    WordForWord, // character by character
    SameWords,   // all its words in their order; only case, spacing, punctuation or the way in which
                 // letters are encoded (é as one or two characters, the ligature ﬁ) differ
    NotThere,    // cited, but not there
};

struct Citation
{
    CitationVerdict verdict = CitationVerdict::NotThere;
    std::vector<TextRange> places; // every place where it stands
    // For what is not there: the longest run of its words that is, and where.
    int words = 0, longestWords = 0;
    TextRange longest;
};

// Words are the tokens of the default parser without blanks, tags and compounds. A quotation without
// a word is nowhere, whatever its punctuation.
Citation findCitation(std::string_view text, std::string_view quotation, CharacterType type = CharacterType::Utf8);

// Where in the text the lexemes stand that a query asks for, in the order of the text; lexemes under
// a NOT are not asked for. Of a compound and its part the longer stretch is given.
std::vector<TextRange> highlights(std::string_view text, const TsQuery &query, Analyzer &analyzer);

// The page on which a character stands, when page n begins at character pageBegins[n - 1]; 0 when it
// stands before the first.
int pageOf(std::span<const int> pageBegins, int character);

} // namespace qd::retrieval
