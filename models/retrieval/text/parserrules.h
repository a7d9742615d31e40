#pragma once

// The state table of the default parser, as data. Facts of PostgreSQL's wparser_def.c (PostgreSQL
// licence); see parserrules.cpp.

#include "retrieval/text/parser.h"

namespace qd::retrieval::parsing {

enum ParserState : quint8 {
    Base, InNumWord, InAsciiWord, InWord, InUnsignedInt, InSignedIntFirst, InSignedInt, InSpace, InUDecimalFirst,
    InUDecimal, InDecimalFirst, InDecimal, InVerVersion, InSVerVersion, InVersionFirst, InVersion, InMantissaFirst,
    InMantissaSign, InMantissa, InXMLEntityFirst, InXMLEntity, InXMLEntityNumFirst, InXMLEntityHexNumFirst,
    InXMLEntityNum, InXMLEntityHexNum, InXMLEntityEnd, InTagFirst, InXMLBegin, InTagCloseFirst, InTagName,
    InTagBeginEnd, InTag, InTagEscapeK, InTagEscapeKK, InTagBackSleshed, InTagEnd, InCommentFirst, InCommentLast,
    InComment, InCloseCommentFirst, InCloseCommentLast, InCommentEnd, InHostFirstDomain, InHostDomainSecond,
    InHostDomain, InPortFirst, InPort, InHostFirstAN, InHost, InEmail, InFileFirst, InFileTwiddle, InPathFirst,
    InPathFirstFirst, InPathSecond, InFile, InFileNext, InURLPathFirst, InURLPathStart, InURLPath, InFURL,
    InProtocolFirst, InProtocolSecond, InProtocolEnd, InHyphenAsciiWordFirst, InHyphenAsciiWord, InHyphenWordFirst,
    InHyphenWord, InHyphenNumWordFirst, InHyphenNumWord, InHyphenDigitLookahead, InParseHyphen, InParseHyphenHyphen,
    InHyphenWordPart, InHyphenAsciiWordPart, InHyphenNumWordPart, InHyphenUnsignedInt,
    ParserStateCount, StayInState = 255
};

// What a rule asks of the current character. The last four look at the machine, not only at the
// character.
enum class Test : quint8 {
    Anything, Character, End, AsciiLetter, Alpha, Alnum, NotAlnum, Digit, HexDigit, Space, Special, UrlCharacter,
    InsideScript, HostWanted, HostFollows, UrlPathFollows
};
enum class Stack : quint8 { Keep, Push, Pop, Clear, ClearAll, Merge };
enum class Reread : quint8 { No, AsHost, Parts, Rewind };

// One rule. Without further words it consumes the character and stays in its state.
//   push     remember this place and rule, then go on; pop returns there and tries the next rule
//   clear    forget one remembered place, clearAll all; merge returns to the place but keeps what
//            was consumed since
//   rerun    change the state without consuming
//   ends     the token ends here, without this character
struct ParserRule
{
    Test test = Test::Anything;
    char character = 0;
    Stack stack = Stack::Keep;
    Reread reread = Reread::No;
    bool rerunsState = false, notesScriptTag = false;
    quint8 next = StayInState;
    TokenType type{}; // 0: no token ends here

    constexpr ParserRule with(Stack action) const { ParserRule rule = *this; rule.stack = action; return rule; }
    constexpr ParserRule with(Reread what) const { ParserRule rule = *this; rule.reread = what; return rule; }
    constexpr ParserRule push() const { return with(Stack::Push); }
    constexpr ParserRule pop() const { return with(Stack::Pop); }
    constexpr ParserRule clear() const { return with(Stack::Clear); }
    constexpr ParserRule clearAll() const { return with(Stack::ClearAll); }
    constexpr ParserRule merge() const { return with(Stack::Merge); }
    constexpr ParserRule rereadAsHost() const { return with(Reread::AsHost); }
    constexpr ParserRule rereadParts() const { return with(Reread::Parts); }
    constexpr ParserRule rewind() const { return with(Reread::Rewind); }
    constexpr ParserRule noteScriptTag() const { ParserRule rule = *this; rule.notesScriptTag = true; return rule; }
    constexpr ParserRule rerun() const { ParserRule rule = *this; rule.rerunsState = true; return rule; }
    constexpr ParserRule ends(TokenType token) const { ParserRule rule = *this; rule.type = token; return rule; }
    constexpr ParserRule to(ParserState state) const { ParserRule rule = *this; rule.next = state; return rule; }
};

constexpr bool looksAtMachine(Test test) { return test >= Test::InsideScript; }

// The rules of every state, top to bottom; the last of each state always holds.
const ParserRule *const *parserRules();
// For state × character class (CharacterClasses::Count per state), one bit for each rule that may hold:
// those whose test holds for the class, and those that look at the machine.
const quint32 *ruleMasks();
// For the many steps that only consume: the next state where, outside of a script, the first rule that
// holds does nothing but consume and go there; StayInState where there is more to do.
const quint8 *plainSteps();
// Whether a rule's test holds for a class, when the test does not look at the machine.
bool holdsForClass(const ParserRule &rule, quint8 characterClass);

} // namespace qd::retrieval::parsing
