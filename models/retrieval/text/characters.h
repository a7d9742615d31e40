#pragma once

#include <QString>

#include <array>
#include <string>
#include <string_view>

namespace qd::retrieval {

// The LC_CTYPE of the server's database: it decides what a letter is and what lower case is, so two
// databases with the same rows can answer differently. `Utf8` is C.UTF-8 and every other UTF-8
// locale of glibc that follows Unicode (en_US.UTF-8, de_DE.UTF-8 …; not Turkish, whose i differs).
// In `C` every character beyond ASCII is a letter, is no space, and has no lower case.
enum class CharacterType { Utf8, C };

// What the default parser wants to know of a character, after PostgreSQL 15's wparser_def.c. The
// answers come from the C library's own tables, as the server's do; `isFaithful` is false where
// that library has no C.UTF-8 locale and Unicode's categories are used instead.
//
// Made once per kind and shared by all threads; it never changes afterwards.
class CharacterClasses
{
public:
    // A character is known to the parser by its class: an ASCII character is its own class, all
    // others share the classes above 127, which are made of these bits.
    enum Bit : quint8 { AlphaBit = 1, AlnumBit = 2, DigitBit = 4, SpaceBit = 8, HexDigitBit = 16, SpecialBit = 32 };
    static constexpr int FirstBeyondAscii = 128;
    static constexpr int EndOfText = FirstBeyondAscii + 64;
    static constexpr int Count = EndOfText + 1;

    static const CharacterClasses &of(CharacterType type);

    CharacterType type() const { return m_type; }
    bool isFaithful() const { return m_type == CharacterType::C || m_locale; }

    // The class of a code point beyond ASCII.
    quint8 classOf(char32_t character) const { return character < 0x10000 ? m_plane0[character] : classBeyondPlane0(character); }
    // The bits of a class; for ASCII characters too.
    quint8 bitsOf(quint8 characterClass) const { return m_bits[characterClass]; }
    bool isSpace(char32_t character) const { return m_bits[character < 128 ? quint8(character) : classOf(character)] & SpaceBit; }
    bool isAlpha(char32_t character) const { return m_bits[character < 128 ? quint8(character) : classOf(character)] & AlphaBit; }
    bool isDigit(char32_t character) const { return m_bits[character < 128 ? quint8(character) : classOf(character)] & DigitBit; }

    // Appends the text in lower case, as lowerstr() of the server folds it: character by
    // character, without regard to context (İ becomes i, Σ always σ).
    void appendLower(std::string_view utf8, std::string &lower) const;

private:
    explicit CharacterClasses(CharacterType type);
    quint8 classBeyondPlane0(char32_t character) const;
    quint8 bitsBeyondAscii(char32_t character) const;
    char32_t lowerOf(char32_t character) const;

    CharacterType m_type;
    void *m_locale = nullptr; // locale_t
    std::array<quint8, 0x10000> m_plane0{};
    std::array<quint8, Count> m_bits{};
};

// Reads one character of valid UTF-8 at `at` and moves behind it. Text from QString or from a
// UTF-8 database is valid; a broken byte is read as itself, so that nothing runs past the end.
char32_t nextCharacter(std::string_view utf8, std::size_t &at);
void appendCharacter(char32_t character, std::string &utf8);

} // namespace qd::retrieval
