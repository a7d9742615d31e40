#include "retrieval/text/parserrules.h"

#include <array>

namespace qd::retrieval::parsing {
namespace {

using T = TokenType;
constexpr ParserRule on(Test test) { return {.test = test}; }
constexpr ParserRule on(char character) { return {.test = Test::Character, .character = character}; }

// clang-format off
constexpr ParserRule rulesBase[] = {
    on(Test::End), on('<').push().to(InTagFirst), on(Test::InsideScript).to(InSpace), on(Test::AsciiLetter).to(InAsciiWord),
    on(Test::Alpha).to(InWord), on(Test::Digit).to(InUnsignedInt), on('-').push().to(InSignedIntFirst), on('+').push().to(InSignedIntFirst),
    on('&').push().to(InXMLEntityFirst), on('~').push().to(InFileTwiddle), on('/').push().to(InFileFirst), on('.').push().to(InPathFirstFirst),
    on(Test::Anything).to(InSpace)};
constexpr ParserRule rulesInNumWord[] = {
    on(Test::End).ends(T::NumberWord).to(Base), on(Test::Alnum).to(InNumWord), on(Test::Special).to(InNumWord), on('@').push().to(InEmail),
    on('/').push().to(InFileFirst), on('.').push().to(InFileNext), on('-').push().to(InHyphenNumWordFirst),
    on(Test::Anything).ends(T::NumberWord).to(Base)};
constexpr ParserRule rulesInAsciiWord[] = {
    on(Test::End).ends(T::AsciiWord).to(Base), on(Test::AsciiLetter), on('.').push().to(InHostFirstDomain), on('.').push().to(InFileNext),
    on('-').push().to(InHostFirstAN), on('-').push().to(InHyphenAsciiWordFirst), on('_').push().to(InHostFirstAN), on('@').push().to(InEmail),
    on(':').push().to(InProtocolFirst), on('/').push().to(InFileFirst), on(Test::Digit).push().to(InHost), on(Test::Digit).to(InNumWord),
    on(Test::Alpha).to(InWord), on(Test::Special).to(InWord), on(Test::Anything).ends(T::AsciiWord).to(Base)};
constexpr ParserRule rulesInWord[] = {
    on(Test::End).ends(T::Word).to(Base), on(Test::Alpha), on(Test::Special), on(Test::Digit).to(InNumWord), on('-').push().to(InHyphenWordFirst),
    on(Test::Anything).ends(T::Word).to(Base)};
constexpr ParserRule rulesInUnsignedInt[] = {
    on(Test::End).ends(T::UnsignedInt).to(Base), on(Test::Digit), on('.').push().to(InHostFirstDomain), on('.').push().to(InUDecimalFirst),
    on('e').push().to(InMantissaFirst), on('E').push().to(InMantissaFirst), on('-').push().to(InHostFirstAN), on('_').push().to(InHostFirstAN),
    on('@').push().to(InEmail), on(Test::AsciiLetter).push().to(InHost), on(Test::Alpha).to(InNumWord), on(Test::Special).to(InNumWord),
    on('/').push().to(InFileFirst), on(Test::Anything).ends(T::UnsignedInt).to(Base)};
constexpr ParserRule rulesInSignedIntFirst[] = {
    on(Test::End).pop(), on(Test::Digit).clear().to(InSignedInt), on(Test::Anything).pop()};
constexpr ParserRule rulesInSignedInt[] = {
    on(Test::End).ends(T::Int).to(Base), on(Test::Digit), on('.').push().to(InDecimalFirst), on('e').push().to(InMantissaFirst),
    on('E').push().to(InMantissaFirst), on(Test::Anything).ends(T::Int).to(Base)};
constexpr ParserRule rulesInSpace[] = {
    on(Test::End).ends(T::Blank).to(Base), on('<').ends(T::Blank).to(Base), on(Test::InsideScript), on('-').ends(T::Blank).to(Base),
    on('+').ends(T::Blank).to(Base), on('&').ends(T::Blank).to(Base), on('/').ends(T::Blank).to(Base), on(Test::NotAlnum).to(InSpace),
    on(Test::Anything).ends(T::Blank).to(Base)};
constexpr ParserRule rulesInUDecimalFirst[] = {
    on(Test::End).pop(), on(Test::Digit).clear().to(InUDecimal), on(Test::Anything).pop()};
constexpr ParserRule rulesInUDecimal[] = {
    on(Test::End).ends(T::Float).to(Base), on(Test::Digit).to(InUDecimal), on('.').push().to(InVersionFirst), on('e').push().to(InMantissaFirst),
    on('E').push().to(InMantissaFirst), on(Test::Anything).ends(T::Float).to(Base)};
constexpr ParserRule rulesInDecimalFirst[] = {
    on(Test::End).pop(), on(Test::Digit).clear().to(InDecimal), on(Test::Anything).pop()};
constexpr ParserRule rulesInDecimal[] = {
    on(Test::End).ends(T::Float).to(Base), on(Test::Digit).to(InDecimal), on('.').push().to(InVerVersion), on('e').push().to(InMantissaFirst),
    on('E').push().to(InMantissaFirst), on(Test::Anything).ends(T::Float).to(Base)};
constexpr ParserRule rulesInVerVersion[] = {
    on(Test::End).pop(), on(Test::Digit).rerun().rewind().to(InSVerVersion), on(Test::Anything).pop()};
constexpr ParserRule rulesInSVerVersion[] = {
    on(Test::End).pop(), on(Test::Digit).ends(T::Blank).clearAll().to(InUnsignedInt), on(Test::Anything)};
constexpr ParserRule rulesInVersionFirst[] = {
    on(Test::End).pop(), on(Test::Digit).clear().to(InVersion), on(Test::Anything).pop()};
constexpr ParserRule rulesInVersion[] = {
    on(Test::End).ends(T::Version).to(Base), on(Test::Digit).to(InVersion), on('.').push().to(InVersionFirst),
    on(Test::Anything).ends(T::Version).to(Base)};
constexpr ParserRule rulesInMantissaFirst[] = {
    on(Test::End).pop(), on(Test::Digit).clear().to(InMantissa), on('+').to(InMantissaSign), on('-').to(InMantissaSign), on(Test::Anything).pop()};
constexpr ParserRule rulesInMantissaSign[] = {
    on(Test::End).pop(), on(Test::Digit).clear().to(InMantissa), on(Test::Anything).pop()};
constexpr ParserRule rulesInMantissa[] = {
    on(Test::End).ends(T::Scientific).to(Base), on(Test::Digit).to(InMantissa), on(Test::Anything).ends(T::Scientific).to(Base)};
constexpr ParserRule rulesInXMLEntityFirst[] = {
    on(Test::End).pop(), on('#').to(InXMLEntityNumFirst), on(Test::AsciiLetter).to(InXMLEntity), on(':').to(InXMLEntity), on('_').to(InXMLEntity),
    on(Test::Anything).pop()};
constexpr ParserRule rulesInXMLEntity[] = {
    on(Test::End).pop(), on(Test::Alnum).to(InXMLEntity), on(':').to(InXMLEntity), on('_').to(InXMLEntity), on('.').to(InXMLEntity),
    on('-').to(InXMLEntity), on(';').to(InXMLEntityEnd), on(Test::Anything).pop()};
constexpr ParserRule rulesInXMLEntityNumFirst[] = {
    on(Test::End).pop(), on('x').to(InXMLEntityHexNumFirst), on('X').to(InXMLEntityHexNumFirst), on(Test::Digit).to(InXMLEntityNum),
    on(Test::Anything).pop()};
constexpr ParserRule rulesInXMLEntityHexNumFirst[] = {
    on(Test::End).pop(), on(Test::HexDigit).to(InXMLEntityHexNum), on(Test::Anything).pop()};
constexpr ParserRule rulesInXMLEntityNum[] = {
    on(Test::End).pop(), on(Test::Digit).to(InXMLEntityNum), on(';').to(InXMLEntityEnd), on(Test::Anything).pop()};
constexpr ParserRule rulesInXMLEntityHexNum[] = {
    on(Test::End).pop(), on(Test::HexDigit).to(InXMLEntityHexNum), on(';').to(InXMLEntityEnd), on(Test::Anything).pop()};
constexpr ParserRule rulesInXMLEntityEnd[] = {
    on(Test::Anything).ends(T::Entity).clear().to(Base)};
constexpr ParserRule rulesInTagFirst[] = {
    on(Test::End).pop(), on('/').push().to(InTagCloseFirst), on('!').push().to(InCommentFirst), on('?').push().to(InXMLBegin),
    on(Test::AsciiLetter).push().to(InTagName), on(':').push().to(InTagName), on('_').push().to(InTagName), on(Test::Anything).pop()};
constexpr ParserRule rulesInXMLBegin[] = {
    on(Test::End).pop(), on('x').to(InTag), on(Test::Anything).pop()};
constexpr ParserRule rulesInTagCloseFirst[] = {
    on(Test::End).pop(), on(Test::AsciiLetter).to(InTagName), on(Test::Anything).pop()};
constexpr ParserRule rulesInTagName[] = {
    on(Test::End).pop(), on('/').to(InTagBeginEnd), on('>').noteScriptTag().to(InTagEnd), on(Test::Space).noteScriptTag().to(InTag), on(Test::Alnum),
    on(':'), on('_'), on('.'), on('-'), on(Test::Anything).pop()};
constexpr ParserRule rulesInTagBeginEnd[] = {
    on(Test::End).pop(), on('>').to(InTagEnd), on(Test::Anything).pop()};
constexpr ParserRule rulesInTag[] = {
    on(Test::End).pop(), on('>').noteScriptTag().to(InTagEnd), on('\'').to(InTagEscapeK), on('"').to(InTagEscapeKK), on(Test::AsciiLetter),
    on(Test::Digit), on('='), on('-'), on('_'), on('#'), on('/'), on(':'), on('.'), on('&'), on('?'), on('%'), on('~'),
    on(Test::Space).noteScriptTag(), on(Test::Anything).pop()};
constexpr ParserRule rulesInTagEscapeK[] = {
    on(Test::End).pop(), on('\\').push().to(InTagBackSleshed), on('\'').to(InTag), on(Test::Anything).to(InTagEscapeK)};
constexpr ParserRule rulesInTagEscapeKK[] = {
    on(Test::End).pop(), on('\\').push().to(InTagBackSleshed), on('"').to(InTag), on(Test::Anything).to(InTagEscapeKK)};
constexpr ParserRule rulesInTagBackSleshed[] = {
    on(Test::End).pop(), on(Test::Anything).merge()};
constexpr ParserRule rulesInTagEnd[] = {
    on(Test::Anything).ends(T::Tag).clearAll().to(Base)};
constexpr ParserRule rulesInCommentFirst[] = {
    on(Test::End).pop(), on('-').to(InCommentLast), on('D').to(InTag), on('d').to(InTag), on(Test::Anything).pop()};
constexpr ParserRule rulesInCommentLast[] = {
    on(Test::End).pop(), on('-').to(InComment), on(Test::Anything).pop()};
constexpr ParserRule rulesInComment[] = {
    on(Test::End).pop(), on('-').to(InCloseCommentFirst), on(Test::Anything)};
constexpr ParserRule rulesInCloseCommentFirst[] = {
    on(Test::End).pop(), on('-').to(InCloseCommentLast), on(Test::Anything).to(InComment)};
constexpr ParserRule rulesInCloseCommentLast[] = {
    on(Test::End).pop(), on('-'), on('>').to(InCommentEnd), on(Test::Anything).to(InComment)};
constexpr ParserRule rulesInCommentEnd[] = {
    on(Test::Anything).ends(T::Tag).clearAll().to(Base)};
constexpr ParserRule rulesInHostFirstDomain[] = {
    on(Test::End).pop(), on(Test::AsciiLetter).to(InHostDomainSecond), on(Test::Digit).to(InHost), on(Test::Anything).pop()};
constexpr ParserRule rulesInHostDomainSecond[] = {
    on(Test::End).pop(), on(Test::AsciiLetter).to(InHostDomain), on(Test::Digit).push().to(InHost), on('-').push().to(InHostFirstAN),
    on('_').push().to(InHostFirstAN), on('.').push().to(InHostFirstDomain), on('@').push().to(InEmail), on(Test::Anything).pop()};
constexpr ParserRule rulesInHostDomain[] = {
    on(Test::End).ends(T::Host).clearAll().to(Base), on(Test::AsciiLetter).to(InHostDomain), on(Test::Digit).push().to(InHost),
    on(':').push().to(InPortFirst), on('-').push().to(InHostFirstAN), on('_').push().to(InHostFirstAN), on('.').push().to(InHostFirstDomain),
    on('@').push().to(InEmail), on(Test::Digit).pop(), on(Test::HostWanted).ends(T::Host).clearAll().to(InURLPathStart), on('/').push().to(InFURL),
    on(Test::Anything).ends(T::Host).clearAll().to(Base)};
constexpr ParserRule rulesInPortFirst[] = {
    on(Test::End).pop(), on(Test::Digit).to(InPort), on(Test::Anything).pop()};
constexpr ParserRule rulesInPort[] = {
    on(Test::End).ends(T::Host).clearAll().to(Base), on(Test::Digit).to(InPort), on(Test::HostWanted).ends(T::Host).clearAll().to(InURLPathStart),
    on('/').push().to(InFURL), on(Test::Anything).ends(T::Host).clearAll().to(Base)};
constexpr ParserRule rulesInHostFirstAN[] = {
    on(Test::End).pop(), on(Test::Digit).to(InHost), on(Test::AsciiLetter).to(InHost), on(Test::Anything).pop()};
constexpr ParserRule rulesInHost[] = {
    on(Test::End).pop(), on(Test::Digit).to(InHost), on(Test::AsciiLetter).to(InHost), on('@').push().to(InEmail),
    on('.').push().to(InHostFirstDomain), on('-').push().to(InHostFirstAN), on('_').push().to(InHostFirstAN), on(Test::Anything).pop()};
constexpr ParserRule rulesInEmail[] = {
    on(Test::HostWanted).pop(), on(Test::HostFollows).ends(T::Email).clearAll().to(Base), on(Test::Anything).pop()};
constexpr ParserRule rulesInFileFirst[] = {
    on(Test::End).pop(), on(Test::AsciiLetter).to(InFile), on(Test::Digit).to(InFile), on('.').to(InPathFirst), on('_').to(InFile),
    on('~').push().to(InFileTwiddle), on(Test::Anything).pop()};
constexpr ParserRule rulesInFileTwiddle[] = {
    on(Test::End).pop(), on(Test::AsciiLetter).to(InFile), on(Test::Digit).to(InFile), on('_').to(InFile), on('/').to(InFileFirst),
    on(Test::Anything).pop()};
constexpr ParserRule rulesInPathFirst[] = {
    on(Test::End).pop(), on(Test::AsciiLetter).to(InFile), on(Test::Digit).to(InFile), on('_').to(InFile), on('.').to(InPathSecond),
    on('/').to(InFileFirst), on(Test::Anything).pop()};
constexpr ParserRule rulesInPathFirstFirst[] = {
    on(Test::End).pop(), on('.').to(InPathSecond), on('/').to(InFileFirst), on(Test::Anything).pop()};
constexpr ParserRule rulesInPathSecond[] = {
    on(Test::End).ends(T::File).clear().to(Base), on('/').push().to(InFileFirst), on('/').ends(T::File).clear().to(Base),
    on(Test::Space).ends(T::File).clear().to(Base), on(Test::Anything).pop()};
constexpr ParserRule rulesInFile[] = {
    on(Test::End).ends(T::File).to(Base), on(Test::AsciiLetter).to(InFile), on(Test::Digit).to(InFile), on('.').push().to(InFileNext),
    on('_').to(InFile), on('-').to(InFile), on('/').push().to(InFileFirst), on(Test::Anything).ends(T::File).to(Base)};
constexpr ParserRule rulesInFileNext[] = {
    on(Test::End).pop(), on(Test::AsciiLetter).clear().to(InFile), on(Test::Digit).clear().to(InFile), on('_').clear().to(InFile),
    on(Test::Anything).pop()};
constexpr ParserRule rulesInURLPathFirst[] = {
    on(Test::End).pop(), on(Test::UrlCharacter).to(InURLPath), on(Test::Anything).pop()};
constexpr ParserRule rulesInURLPathStart[] = {
    on(Test::Anything).to(InURLPath)};
constexpr ParserRule rulesInURLPath[] = {
    on(Test::End).ends(T::UrlPath).to(Base), on(Test::UrlCharacter).to(InURLPath), on(Test::Anything).ends(T::UrlPath).to(Base)};
constexpr ParserRule rulesInFURL[] = {
    on(Test::End).pop(), on(Test::UrlPathFollows).ends(T::Url).clearAll().rereadAsHost().to(Base), on(Test::Anything).pop()};
constexpr ParserRule rulesInProtocolFirst[] = {
    on(Test::End).pop(), on('/').to(InProtocolSecond), on(Test::Anything).pop()};
constexpr ParserRule rulesInProtocolSecond[] = {
    on(Test::End).pop(), on('/').to(InProtocolEnd), on(Test::Anything).pop()};
constexpr ParserRule rulesInProtocolEnd[] = {
    on(Test::Anything).ends(T::Protocol).clearAll().to(Base)};
constexpr ParserRule rulesInHyphenAsciiWordFirst[] = {
    on(Test::End).pop(), on(Test::AsciiLetter).to(InHyphenAsciiWord), on(Test::Alpha).to(InHyphenWord), on(Test::Digit).to(InHyphenDigitLookahead),
    on(Test::Anything).pop()};
constexpr ParserRule rulesInHyphenAsciiWord[] = {
    on(Test::End).ends(T::HyphenAsciiWord).clearAll().rereadParts().to(InParseHyphen), on(Test::AsciiLetter).to(InHyphenAsciiWord),
    on(Test::Alpha).to(InHyphenWord), on(Test::Special).to(InHyphenWord), on(Test::Digit).to(InHyphenNumWord),
    on('-').push().to(InHyphenAsciiWordFirst), on(Test::Anything).ends(T::HyphenAsciiWord).clearAll().rereadParts().to(InParseHyphen)};
constexpr ParserRule rulesInHyphenWordFirst[] = {
    on(Test::End).pop(), on(Test::Alpha).to(InHyphenWord), on(Test::Digit).to(InHyphenDigitLookahead), on(Test::Anything).pop()};
constexpr ParserRule rulesInHyphenWord[] = {
    on(Test::End).ends(T::HyphenWord).clearAll().rereadParts().to(InParseHyphen), on(Test::Alpha).to(InHyphenWord),
    on(Test::Special).to(InHyphenWord), on(Test::Digit).to(InHyphenNumWord), on('-').push().to(InHyphenWordFirst),
    on(Test::Anything).ends(T::HyphenWord).clearAll().rereadParts().to(InParseHyphen)};
constexpr ParserRule rulesInHyphenNumWordFirst[] = {
    on(Test::End).pop(), on(Test::Alpha).to(InHyphenNumWord), on(Test::Digit).to(InHyphenDigitLookahead), on(Test::Anything).pop()};
constexpr ParserRule rulesInHyphenNumWord[] = {
    on(Test::End).ends(T::HyphenNumberWord).clearAll().rereadParts().to(InParseHyphen), on(Test::Alnum).to(InHyphenNumWord),
    on(Test::Special).to(InHyphenNumWord), on('-').push().to(InHyphenNumWordFirst),
    on(Test::Anything).ends(T::HyphenNumberWord).clearAll().rereadParts().to(InParseHyphen)};
constexpr ParserRule rulesInHyphenDigitLookahead[] = {
    on(Test::End).pop(), on(Test::Digit).to(InHyphenDigitLookahead), on(Test::Alpha).to(InHyphenNumWord), on(Test::Special).to(InHyphenNumWord),
    on(Test::Anything).pop()};
constexpr ParserRule rulesInParseHyphen[] = {
    on(Test::End).rerun().to(Base), on(Test::AsciiLetter).to(InHyphenAsciiWordPart), on(Test::Alpha).to(InHyphenWordPart),
    on(Test::Digit).push().to(InHyphenUnsignedInt), on('-').push().to(InParseHyphenHyphen), on(Test::Anything).rerun().to(Base)};
constexpr ParserRule rulesInParseHyphenHyphen[] = {
    on(Test::End).pop(), on(Test::Alnum).ends(T::Blank).clear().to(InParseHyphen), on(Test::Special).ends(T::Blank).clear().to(InParseHyphen),
    on(Test::Anything).pop()};
constexpr ParserRule rulesInHyphenWordPart[] = {
    on(Test::End).ends(T::HyphenPart).to(Base), on(Test::Alpha).to(InHyphenWordPart), on(Test::Special).to(InHyphenWordPart),
    on(Test::Digit).to(InHyphenNumWordPart), on(Test::Anything).ends(T::HyphenPart).to(InParseHyphen)};
constexpr ParserRule rulesInHyphenAsciiWordPart[] = {
    on(Test::End).ends(T::HyphenAsciiPart).to(Base), on(Test::AsciiLetter).to(InHyphenAsciiWordPart), on(Test::Alpha).to(InHyphenWordPart),
    on(Test::Special).to(InHyphenWordPart), on(Test::Digit).to(InHyphenNumWordPart), on(Test::Anything).ends(T::HyphenAsciiPart).to(InParseHyphen)};
constexpr ParserRule rulesInHyphenNumWordPart[] = {
    on(Test::End).ends(T::HyphenNumberPart).to(Base), on(Test::Alnum).to(InHyphenNumWordPart), on(Test::Special).to(InHyphenNumWordPart),
    on(Test::Anything).ends(T::HyphenNumberPart).to(InParseHyphen)};
constexpr ParserRule rulesInHyphenUnsignedInt[] = {
    on(Test::End).pop(), on(Test::Digit), on(Test::Alpha).clear().to(InHyphenNumWordPart), on(Test::Special).clear().to(InHyphenNumWordPart),
    on(Test::Anything).pop()};

constexpr const ParserRule *rulesOfStates[] = {
    rulesBase, rulesInNumWord, rulesInAsciiWord, rulesInWord, rulesInUnsignedInt, rulesInSignedIntFirst, rulesInSignedInt, rulesInSpace,
    rulesInUDecimalFirst, rulesInUDecimal, rulesInDecimalFirst, rulesInDecimal, rulesInVerVersion, rulesInSVerVersion, rulesInVersionFirst,
    rulesInVersion, rulesInMantissaFirst, rulesInMantissaSign, rulesInMantissa, rulesInXMLEntityFirst, rulesInXMLEntity,
    rulesInXMLEntityNumFirst, rulesInXMLEntityHexNumFirst, rulesInXMLEntityNum, rulesInXMLEntityHexNum, rulesInXMLEntityEnd,
    rulesInTagFirst, rulesInXMLBegin, rulesInTagCloseFirst, rulesInTagName, rulesInTagBeginEnd, rulesInTag, rulesInTagEscapeK,
    rulesInTagEscapeKK, rulesInTagBackSleshed, rulesInTagEnd, rulesInCommentFirst, rulesInCommentLast, rulesInComment,
    rulesInCloseCommentFirst, rulesInCloseCommentLast, rulesInCommentEnd, rulesInHostFirstDomain, rulesInHostDomainSecond,
    rulesInHostDomain, rulesInPortFirst, rulesInPort, rulesInHostFirstAN, rulesInHost, rulesInEmail, rulesInFileFirst, rulesInFileTwiddle,
    rulesInPathFirst, rulesInPathFirstFirst, rulesInPathSecond, rulesInFile, rulesInFileNext, rulesInURLPathFirst, rulesInURLPathStart,
    rulesInURLPath, rulesInFURL, rulesInProtocolFirst, rulesInProtocolSecond, rulesInProtocolEnd, rulesInHyphenAsciiWordFirst,
    rulesInHyphenAsciiWord, rulesInHyphenWordFirst, rulesInHyphenWord, rulesInHyphenNumWordFirst, rulesInHyphenNumWord,
    rulesInHyphenDigitLookahead, rulesInParseHyphen, rulesInParseHyphenHyphen, rulesInHyphenWordPart, rulesInHyphenAsciiWordPart,
    rulesInHyphenNumWordPart, rulesInHyphenUnsignedInt};
// clang-format on
static_assert(std::size(rulesOfStates) == ParserStateCount);

template <typename Value>
using RuleTable = std::array<Value, std::size_t(ParserStateCount) * CharacterClasses::Count>;

RuleTable<quint32> findRuleMasks()
{
    RuleTable<quint32> masks{};
    for (std::size_t at = 0; at < masks.size(); ++at) {
        const ParserRule *rules = rulesOfStates[at / CharacterClasses::Count];
        for (int index = 0; index == 0 || rules[index - 1].test != Test::Anything; ++index) {
            if (looksAtMachine(rules[index].test) || holdsForClass(rules[index], quint8(at % CharacterClasses::Count)))
                masks[at] |= quint32(1) << index;
        }
    }
    return masks;
}

RuleTable<quint8> findPlainSteps()
{
    RuleTable<quint8> steps;
    steps.fill(StayInState);
    for (std::size_t at = 0; at < steps.size(); ++at) {
        const auto state = quint8(at / CharacterClasses::Count);
        if (at % CharacterClasses::Count == CharacterClasses::EndOfText)
            continue;
        const ParserRule *rule = rulesOfStates[state];
        while (rule->test == Test::InsideScript || (!looksAtMachine(rule->test) && !holdsForClass(*rule, quint8(at % CharacterClasses::Count))))
            ++rule;
        const bool isPlain = !looksAtMachine(rule->test) && rule->stack == Stack::Keep && rule->reread == Reread::No && !rule->rerunsState && !rule->notesScriptTag && rule->type == TokenType{};
        if (isPlain)
            steps[at] = rule->next == StayInState ? state : rule->next;
    }
    return steps;
}

// The class bits do not depend on the locale: only which characters have them does.
quint8 bitsOfClass(quint8 kind)
{
    return CharacterClasses::of(CharacterType::C).bitsOf(kind);
}

} // namespace

const ParserRule *const *parserRules()
{
    return rulesOfStates;
}

const quint32 *ruleMasks()
{
    static const RuleTable<quint32> masks = findRuleMasks();
    return masks.data();
}

const quint8 *plainSteps()
{
    static const RuleTable<quint8> steps = findPlainSteps();
    return steps.data();
}

bool holdsForClass(const ParserRule &rule, quint8 kind)
{
    if (rule.test == Test::Anything)
        return true;
    if (kind == CharacterClasses::EndOfText)
        return rule.test == Test::End || rule.test == Test::NotAlnum;
    const quint8 bits = bitsOfClass(kind);
    const bool ascii = kind < CharacterClasses::FirstBeyondAscii;
    switch (rule.test) {
    case Test::Character: return kind == quint8(rule.character);
    case Test::AsciiLetter: return ascii && (bits & CharacterClasses::AlphaBit);
    case Test::Alpha: return bits & CharacterClasses::AlphaBit;
    case Test::Alnum: return bits & CharacterClasses::AlnumBit;
    case Test::NotAlnum: return !(bits & CharacterClasses::AlnumBit);
    case Test::Digit: return bits & CharacterClasses::DigitBit;
    case Test::HexDigit: return bits & CharacterClasses::HexDigitBit;
    case Test::Space: return bits & CharacterClasses::SpaceBit;
    case Test::Special: return bits & CharacterClasses::SpecialBit;
    case Test::UrlCharacter: return kind > 0x20 && kind < 0x7f && std::string_view("\"<>\\^`{|}").find(char(kind)) == std::string_view::npos;
    default: return false;
    }
}

} // namespace qd::retrieval::parsing
