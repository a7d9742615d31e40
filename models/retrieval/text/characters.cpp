#include "retrieval/text/characters.h"

#include <QChar>

#include <algorithm>
#include <vector>

#include <locale.h>
#include <wctype.h>

namespace qd::retrieval {
namespace {

struct CharacterRange
{
    char16_t first, last;
};

// Vowel signs of Indic and South-East Asian scripts that are no letters but do not end a word
// either: facts from PostgreSQL 15 (PostgreSQL licence); later versions have the same.
constexpr CharacterRange spacingVowelSigns[] = {
    {0x0903, 0x0903}, {0x093e, 0x0940}, {0x0949, 0x094c}, {0x0982, 0x0983}, {0x09be, 0x09c0}, {0x09c7, 0x09c8}, {0x09cb, 0x09cc},
    {0x09d7, 0x09d7}, {0x0a03, 0x0a03}, {0x0a3e, 0x0a40}, {0x0a83, 0x0a83}, {0x0abe, 0x0ac0}, {0x0ac9, 0x0ac9}, {0x0acb, 0x0acc},
    {0x0b02, 0x0b03}, {0x0b3e, 0x0b3e}, {0x0b40, 0x0b40}, {0x0b47, 0x0b48}, {0x0b4b, 0x0b4c}, {0x0b57, 0x0b57}, {0x0bbe, 0x0bbf},
    {0x0bc1, 0x0bc2}, {0x0bc6, 0x0bc8}, {0x0bca, 0x0bcc}, {0x0bd7, 0x0bd7}, {0x0c01, 0x0c03}, {0x0c41, 0x0c44}, {0x0c82, 0x0c83},
    {0x0cbe, 0x0cbe}, {0x0cc0, 0x0cc4}, {0x0cc7, 0x0cc8}, {0x0cca, 0x0ccb}, {0x0cd5, 0x0cd6}, {0x0d02, 0x0d03}, {0x0d3e, 0x0d40},
    {0x0d46, 0x0d48}, {0x0d4a, 0x0d4c}, {0x0d57, 0x0d57}, {0x0d82, 0x0d83}, {0x0dcf, 0x0dd1}, {0x0dd8, 0x0ddf}, {0x0df2, 0x0df3},
    {0x0f3e, 0x0f3f}, {0x0f7f, 0x0f7f}, {0x102b, 0x102c}, {0x1031, 0x1031}, {0x1038, 0x1038}, {0x103b, 0x103c}, {0x1056, 0x1057},
    {0x1062, 0x1064}, {0x1067, 0x106d}, {0x1083, 0x1084}, {0x1087, 0x108c}, {0x108f, 0x108f}, {0x17b6, 0x17b6}, {0x17be, 0x17c5},
    {0x17c7, 0x17c8}, {0x1923, 0x1926}, {0x1929, 0x192b}, {0x1930, 0x1931}, {0x1933, 0x1938}, {0x19b0, 0x19c0}, {0x19c8, 0x19c9},
    {0x1a19, 0x1a1b}, {0x1b04, 0x1b04}, {0x1b35, 0x1b35}, {0x1b3b, 0x1b3b}, {0x1b3d, 0x1b41}, {0x1b43, 0x1b44}, {0x1b82, 0x1b82},
    {0x1ba1, 0x1ba1}, {0x1ba6, 0x1ba7}, {0x1baa, 0x1baa}, {0x1c24, 0x1c2b}, {0x1c34, 0x1c35}, {0xa823, 0xa824}, {0xa827, 0xa827},
    {0xa880, 0xa881}, {0xa8b4, 0xa8c3}, {0xa952, 0xa953}, {0xaa2f, 0xaa30}, {0xaa33, 0xaa34}, {0xaa4d, 0xaa4d}};

bool isSpacingVowelSign(char32_t character)
{
    const auto *end = std::end(spacingVowelSigns);
    const auto *found = std::lower_bound(std::begin(spacingVowelSigns), end, character, [](const CharacterRange &range, char32_t wanted) { return range.last < wanted; });
    return found != end && found->first <= character;
}

// Characters that the server shows with width 0: the non-spacing and enclosing marks of Unicode
// 14, whatever Unicode the installed Qt knows. The server's table holds them as ranges of
// neighbours in the list of assigned characters, so the gaps between two marks belong to it.
std::vector<bool> findCharactersWithoutWidth()
{
    std::vector<bool> without(0xe0200);
    char32_t lastMark = 0; // 0: the last assigned character was none
    for (char32_t character = 1; character < without.size(); ++character) {
        const auto version = QChar::unicodeVersion(character);
        if (version == QChar::Unicode_Unassigned || version > QChar::Unicode_14_0)
            continue;
        const auto category = QChar::category(character);
        const bool isMark = category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
        if (isMark)
            std::fill(without.begin() + (lastMark ? lastMark : character), without.begin() + character + 1, true);
        lastMark = isMark ? character : 0;
    }
    return without;
}

bool hasNoWidth(char32_t character)
{
    static const auto without = findCharactersWithoutWidth();
    return character < without.size() && without[character];
}

} // namespace

const CharacterClasses &CharacterClasses::of(CharacterType type)
{
    static const CharacterClasses utf8(CharacterType::Utf8);
    static const CharacterClasses c(CharacterType::C);
    return type == CharacterType::C ? c : utf8;
}

CharacterClasses::CharacterClasses(CharacterType type)
    : m_type(type)
{
    if (type == CharacterType::Utf8) {
        for (const char *name : {"C.UTF-8", "C.utf8", "en_US.UTF-8"}) {
            m_locale = newlocale(LC_CTYPE_MASK, name, nullptr);
            if (m_locale)
                break;
        }
    }
    for (int c = 0; c < 128; ++c) {
        const bool alpha = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool digit = c >= '0' && c <= '9';
        const bool hex = digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        const bool space = c == ' ' || (c >= '\t' && c <= '\r');
        m_bits[c] = (alpha ? AlphaBit : 0) | (alpha || digit ? AlnumBit : 0) | (digit ? DigitBit : 0) | (space ? SpaceBit : 0) | (hex ? HexDigitBit : 0);
    }
    for (int bits = 0; bits < 64; ++bits)
        m_bits[FirstBeyondAscii + bits] = quint8(bits);
    for (char32_t character = 0; character < m_plane0.size(); ++character)
        m_plane0[character] = character < 128 ? quint8(character) : FirstBeyondAscii + bitsBeyondAscii(character);
}

quint8 CharacterClasses::classBeyondPlane0(char32_t character) const
{
    return FirstBeyondAscii + bitsBeyondAscii(character);
}

quint8 CharacterClasses::bitsBeyondAscii(char32_t character) const
{
    quint8 bits = hasNoWidth(character) || isSpacingVowelSign(character) ? SpecialBit : 0;
    if (m_type == CharacterType::C)
        return bits | AlphaBit | AlnumBit;
    if (m_locale) {
        const auto locale = locale_t(m_locale);
        bits |= iswalpha_l(character, locale) ? AlphaBit : 0;
        bits |= iswalnum_l(character, locale) ? AlnumBit : 0;
        bits |= iswdigit_l(character, locale) ? DigitBit : 0;
        bits |= iswspace_l(character, locale) ? SpaceBit : 0;
        bits |= iswxdigit_l(character, locale) ? HexDigitBit : 0;
        return bits;
    }
    // Digits of other scripts are letters, as in glibc.
    bits |= QChar::isLetterOrNumber(character) ? AlphaBit | AlnumBit : 0;
    return bits | (QChar::isSpace(character) && character != 0xa0 && character != 0x2007 && character != 0x202f ? SpaceBit : 0);
}

char32_t CharacterClasses::lowerOf(char32_t character) const
{
    if (m_locale)
        return char32_t(towlower_l(wint_t(character), locale_t(m_locale)));
    return QChar::toLower(character);
}

void CharacterClasses::appendLower(std::string_view utf8, std::string &lower) const
{
    for (std::size_t at = 0; at < utf8.size();) {
        const auto byte = quint8(utf8[at]);
        if (byte < 128 || m_type == CharacterType::C) {
            lower += byte >= 'A' && byte <= 'Z' ? char(byte + 32) : char(byte);
            ++at;
        } else {
            appendCharacter(lowerOf(nextCharacter(utf8, at)), lower);
        }
    }
}

char32_t nextCharacter(std::string_view utf8, std::size_t &at)
{
    const auto first = quint8(utf8[at++]);
    const int more = first < 0xc0 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf8 ? 3 : 0;
    if (more == 0)
        return first;
    char32_t character = first & (0x3f >> more);
    for (int i = 0; i < more && at < utf8.size() && (quint8(utf8[at]) & 0xc0) == 0x80; ++i)
        character = character << 6 | (quint8(utf8[at++]) & 0x3f);
    return character;
}

void appendCharacter(char32_t character, std::string &utf8)
{
    if (character < 0x80) {
        utf8 += char(character);
    } else if (character < 0x800) {
        utf8 += char(0xc0 | character >> 6);
        utf8 += char(0x80 | (character & 0x3f));
    } else if (character < 0x10000) {
        utf8 += char(0xe0 | character >> 12);
        utf8 += char(0x80 | (character >> 6 & 0x3f));
        utf8 += char(0x80 | (character & 0x3f));
    } else {
        utf8 += char(0xf0 | character >> 18);
        utf8 += char(0x80 | (character >> 12 & 0x3f));
        utf8 += char(0x80 | (character >> 6 & 0x3f));
        utf8 += char(0x80 | (character & 0x3f));
    }
}

} // namespace qd::retrieval
