#include "retrieval/text/parser.h"

#include "retrieval/text/parserrules.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace qd::retrieval {
namespace {

constexpr const char *tokenNames[] = {"", "asciiword", "word", "numword", "email", "url", "host", "sfloat", "version", "hword_numpart", "hword_part",
    "hword_asciipart", "blank", "tag", "protocol", "numhword", "asciihword", "hword", "url_path", "file", "float", "int", "uint", "entity"};

} // namespace

const char *tokenTypeName(TokenType type)
{
    return tokenNames[int(type)];
}

bool isCompound(TokenType type)
{
    return type == TokenType::Url || type == TokenType::HyphenNumberWord || type == TokenType::HyphenAsciiWord || type == TokenType::HyphenWord;
}

Parser::Parser(CharacterType type)
    : m_classes(CharacterClasses::of(type))
    , m_ruleMasks(parsing::ruleMasks())
    , m_plainSteps(parsing::plainSteps())
{
}

std::vector<Token> Parser::tokens(std::string_view utf8, CharacterType type)
{
    Parser parser(type);
    parser.start(utf8);
    std::vector<Token> found;
    for (Token token{}; parser.next(token);)
        found.push_back(token);
    return found;
}

void Parser::start(std::string_view utf8)
{
    m_text = utf8;
    m_kinds.clear();
    m_offsets.clear();
    if (std::all_of(utf8.begin(), utf8.end(), [](char c) { return quint8(c) < 128; })) {
        m_kinds.assign(utf8.begin(), utf8.end());
    } else {
        for (std::size_t at = 0; at < utf8.size();) {
            m_offsets.push_back(int(at));
            const char32_t character = nextCharacter(utf8, at);
            m_kinds.push_back(character < 128 ? quint8(character) : m_classes.classOf(character));
        }
        m_offsets.push_back(int(utf8.size()));
    }
    m_count = int(m_kinds.size());
    m_kinds.push_back(CharacterClasses::EndOfText);
    m_machine.stack.assign(1, Position{0, 0, parsing::Base, -1});
    m_machine.insideScript = m_machine.hostWanted = false;
}

bool Parser::next(Token &token)
{
    return run(m_machine, token);
}

// Whether a token of this type follows, read by a machine of its own; if so, it is consumed.
bool Parser::follows(Machine &machine, TokenType type)
{
    Position &here = machine.stack.back();
    Machine nested{.stack = {Position{here.at, 0, parsing::Base, -1}}, .insideScript = false, .hostWanted = type == TokenType::Host};
    if (type == TokenType::UrlPath)
        nested.stack.push_back({here.at, 0, parsing::InURLPathFirst, -1});
    Token token{};
    if (!run(nested, token) || token.type != type)
        return false;
    here.at += token.characters;
    here.length += token.characters;
    return true;
}

bool Parser::holds(Machine &machine, quint8 test)
{
    using parsing::Test;
    switch (Test(test)) {
    case Test::InsideScript:
        return machine.insideScript;
    case Test::HostWanted:
        return std::exchange(machine.hostWanted, false);
    case Test::HostFollows:
        return follows(machine, TokenType::Host);
    default:
        return follows(machine, TokenType::UrlPath);
    }
}

// The first rule that holds; after a return from a guess, the first behind the one that guessed.
int Parser::matchingRule(Machine &machine)
{
    Position &here = machine.stack.back();
    const auto *rules = parsing::parserRules()[here.state];
    quint32 mask = m_ruleMasks[here.state * CharacterClasses::Count + m_kinds[std::size_t(here.at)]];
    if (here.pushed >= 0)
        mask &= ~quint32(0) << (here.pushed + 1);
    here.pushed = -1;
    for (;; mask &= mask - 1) {
        const int index = std::countr_zero(mask);
        if (!looksAtMachine(rules[index].test) || holds(machine, quint8(rules[index].test)))
            return index;
    }
}

// Between <script> and </script>, and <style> and </style>, everything is blank.
void Parser::noteScriptTag(Machine &machine, int begin) const
{
    static constexpr std::pair<std::string_view, bool> tags[] = {{"</script", false}, {"</style", false}, {"<script", true}, {"<style", true}};
    const int length = machine.stack.back().length;
    for (const auto &[tag, opens] : tags) {
        if (length == int(tag.size()) && std::equal(tag.begin(), tag.end(), m_text.begin() + byteOf(begin), [](char wanted, char c) { return wanted == (c >= 'A' && c <= 'Z' ? char(c + 32) : c); }))
            machine.insideScript = opens;
    }
}

// Most characters of most texts do nothing but lengthen the token.
void Parser::consumePlainly(Position &here) const
{
    const quint8 *kinds = m_kinds.data() + here.at;
    const quint8 *at = kinds;
    quint8 state = here.state;
    while (true) {
        const quint8 next = m_plainSteps[state * CharacterClasses::Count + *at];
        if (next == parsing::StayInState)
            break;
        state = next;
        ++at;
    }
    here.state = state;
    here.at += int(at - kinds);
    here.length += int(at - kinds);
}

bool Parser::run(Machine &machine, Token &token)
{
    using namespace parsing;
    auto &stack = machine.stack;
    const int begin = stack.back().at;
    if (begin >= m_count)
        return false;
    stack.back().pushed = -1;
    while (stack.back().at <= m_count) {
        Position *here = &stack.back();
        if (here->pushed < 0 && !machine.insideScript)
            consumePlainly(*here);
        const int index = matchingRule(machine);
        const ParserRule &rule = parserRules()[here->state][index];
        const bool consumes = here->at < m_count;

        if (rule.notesScriptTag)
            noteScriptTag(machine, begin);
        if (rule.reread == Reread::AsHost)
            machine.hostWanted = true;
        if (rule.reread != Reread::No)
            here->at -= here->length;
        if (rule.reread == Reread::Rewind)
            here->length = 0;
        const bool found = rule.type != TokenType{};
        if (found) {
            const int byte = byteOf(begin);
            token = {rule.type, byte, byteOf(begin + here->length) - byte, begin, here->length};
            here->length = 0;
        }

        switch (rule.stack) {
        case Stack::Keep: break;
        case Stack::Pop: stack.pop_back(); break;
        case Stack::Push:
            here->pushed = qint16(index);
            stack.push_back(*here);
            stack.back().pushed = -1;
            break;
        case Stack::Clear: stack.erase(stack.end() - 2); break;
        case Stack::ClearAll: stack.erase(stack.begin(), stack.end() - 1); break;
        case Stack::Merge: {
            const Position merged = stack.back();
            stack.pop_back();
            stack.back().at = merged.at;
            stack.back().length = merged.length;
            break;
        }
        }
        here = &stack.back();
        if (rule.next != StayInState)
            here->state = rule.next;

        if (found)
            return true;
        if (here->at >= m_count && !rule.rerunsState)
            return false;
        if (rule.rerunsState || rule.stack == Stack::Pop)
            continue;
        if (consumes) {
            ++here->at;
            ++here->length;
        }
    }
    return false;
}

} // namespace qd::retrieval
