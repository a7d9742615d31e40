#pragma once

#include "retrieval/text/parser.h"
#include "retrieval/text/tsvector.h"

#include <memory>

namespace qd::retrieval {

// The two text-search configurations of the server that are reproduced here. English: words go to
// english_stem (lower case, 127 stop words, Snowball), everything with digits, hosts, files and
// the like to `simple` (lower case only); blanks, tags, protocols and entities are dropped.
enum class Configuration { English, Simple };

// The dictionary that a configuration sends a type of token to.
enum class Dictionary : quint8 { None, Simple, EnglishStem };
Dictionary dictionaryOf(Configuration configuration, TokenType type);

// The 127 words of english.stop in ascending order. Stop words take a position but leave no lexeme.
std::span<const std::string_view> englishStopWords();

// A lexeme, its position in the document, counted as the server counts (from 1, not yet capped),
// and the token it was made from.
struct AnalysedWord
{
    std::string_view lexeme; // valid until the analyzer is asked again
    int place;
    Token token;
};

// Where in the text a lexeme of a vector stands. There is one for every occurrence, also beyond
// the 255 positions that the vector keeps.
struct Occurrence
{
    int lexeme; // index in the vector
    int place;
    Token token;
};

struct AnalysedText
{
    TsVector vector;
    std::vector<Occurrence> occurrences; // in the order of the text
    int tooLong = 0;                     // tokens of 2,048 bytes and more, which the server skips with a notice
};

// What to_tsvector() and, for each value of a query, to_tsquery() do with a text: parse, look up
// dictionaries, count positions (parsetext() of PostgreSQL 15). The stemmer is libstemmer 2.2.0,
// the one in PostgreSQL 15 to 17; 18 stems "added" differently, so documents of such a server
// bring their own lexemes and only the query side may differ (`stemsLike` tells).
//
// It keeps words it has seen; not for two threads at a time.
class Analyzer
{
public:
    Analyzer(Configuration configuration, CharacterType type);
    ~Analyzer();
    Analyzer(Analyzer &&) noexcept;

    Configuration configuration() const;
    CharacterType characterType() const;

    // to_tsvector(configuration, text). Wrong when the vector would not fit into the server's type.
    Result<TsVector> vector(std::string_view utf8);
    Result<AnalysedText> analyse(std::string_view utf8);
    // The words alone, in the order of the text.
    std::span<const AnalysedWord> words(std::string_view utf8);
    int tooLong() const; // tokens skipped by the last call

    // Whether a server that answers to_tsvector('english', 'added') with this stems as we do.
    static bool stemsLike(std::string_view lexemeOfAdded) { return lexemeOfAdded == "ad"; }

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace qd::retrieval
