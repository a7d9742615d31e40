#pragma once

#include "retrieval/text/characters.h"

#include <string_view>
#include <vector>

namespace qd::retrieval {

// The 23 types of token of PostgreSQL's default parser, with the server's numbers.
enum class TokenType : quint8 {
    AsciiWord = 1,
    Word,
    NumberWord,
    Email,
    Url,
    Host,
    Scientific,
    Version,
    HyphenNumberPart,
    HyphenPart,
    HyphenAsciiPart,
    Blank,
    Tag,
    Protocol,
    HyphenNumberWord,
    HyphenAsciiWord,
    HyphenWord,
    UrlPath,
    File,
    Float,
    Int,
    UnsignedInt,
    Entity,
};

// The server's alias of a type, as ts_token_type() shows it: "asciiword", "url_path" …
const char *tokenTypeName(TokenType type);
// A compound is read again as its parts, which follow it; all other tokens, put together, are the
// text byte for byte. That is why every token, and with it every lexeme, has an exact place.
bool isCompound(TokenType type);

struct Token
{
    TokenType type;
    int byte, bytes;           // where it begins in the UTF-8 text, and its length
    int character, characters; // the same in Unicode characters

    bool operator==(const Token &) const = default;
};

// PostgreSQL's default text-search parser (wparser_def.c of 15; its state table is the same in 15,
// 17 and 18): the tokens of a text, in the order in which ts_parse('default', text) returns them.
// The machine tries the rules of a state from top to bottom, remembers positions to return to when
// a guess fails, and re-reads compounds; see parserrules.cpp.
//
// One parser reads one text at a time and keeps its buffers for the next.
class Parser
{
public:
    explicit Parser(CharacterType type);

    void start(std::string_view utf8); // the text must outlive the reading
    bool next(Token &token);           // false at the end

    static std::vector<Token> tokens(std::string_view utf8, CharacterType type);

private:
    struct Position
    {
        int at;         // character
        int length;     // of the token so far, in characters
        quint8 state;
        qint16 pushed;  // the rule that remembered this position; -1: none
    };
    struct Machine
    {
        std::vector<Position> stack;
        bool insideScript, hostWanted;
    };

    bool run(Machine &machine, Token &token);
    int matchingRule(Machine &machine);
    void consumePlainly(Position &here) const;
    bool holds(Machine &machine, quint8 test);
    bool follows(Machine &machine, TokenType type);
    void noteScriptTag(Machine &machine, int begin) const;
    int byteOf(int character) const { return m_offsets.empty() ? character : m_offsets[std::size_t(character)]; }

    const CharacterClasses &m_classes;
    const quint32 *m_ruleMasks;
    const quint8 *m_plainSteps;
    std::string_view m_text;
    std::vector<quint8> m_kinds; // class of every character, then EndOfText
    std::vector<int> m_offsets;  // byte of every character and of the end; empty when all are ASCII
    int m_count = 0;
    Machine m_machine{};
};

} // namespace qd::retrieval
