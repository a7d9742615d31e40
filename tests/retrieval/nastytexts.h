#pragma once

// Texts that a text-search parser finds hard, made from a seed: the same in every run.

#include "retrieval/text/characters.h"

#include <QChar>

#include <random>
#include <string>
#include <vector>

namespace qd::test {

class NastyTexts
{
public:
    explicit NastyTexts(unsigned seed)
        : m_random(seed)
    {
    }

    int below(int end) { return int(m_random() % unsigned(end)); }

    // A few pieces with odd things between them.
    std::string text()
    {
        std::string made;
        for (int pieces = 1 + below(8); pieces > 0; --pieces)
            made += piece() + std::string(between[below(int(std::size(between)))]);
        return made;
    }

    std::string piece()
    {
        const int kind = below(12);
        if (kind < 4)
            return std::string(words[below(int(std::size(words)))]);
        if (kind < 7)
            return std::string(oddities[below(int(std::size(oddities)))]);
        if (kind == 7)
            return soup(1 + below(12));
        if (kind == 8)
            return script(1 + below(8));
        std::string joined = std::string(words[below(int(std::size(words)))]);
        for (int more = 1 + below(3); more > 0; --more)
            joined += std::string(joints[below(int(std::size(joints)))]) + (below(3) ? std::string(words[below(int(std::size(words)))]) : std::to_string(below(5000)));
        return joined;
    }

    // Characters that mean something to the parser, in any order.
    std::string soup(int length)
    {
        static constexpr std::string_view alphabet = "aZbe0129.-_/:@+~&;#<>!?='\" x%\\|()*,\t";
        std::string made;
        for (; length > 0; --length)
            made += alphabet[std::size_t(below(int(alphabet.size())))];
        return made;
    }

    // A word of one script of Unicode, with its marks and digits.
    std::string script(int length)
    {
        std::string made;
        char32_t base = 0xa0 + char32_t(below(0x2ff60));
        for (; length > 0; --length) {
            char32_t character = base + char32_t(below(48));
            if (character >= 0xd800 && character < 0xe000)
                character = 0x5d0;
            retrieval::appendCharacter(character, made);
        }
        return made;
    }

    static constexpr std::string_view words[] = {"the", "The", "running", "databases", "added", "PostgreSQL", "x", "of", "not", "or", "and", "Was",
        "foo", "bar", "cats", "generalizations", "A", "i", "über", "naïve", "Straße", "ΣΊΣΥΦΟΣ", "İstanbul", "москва", "日本語", "한국어", "עברית", "العربية",
        "हिन्दी", "ไทย", "e\xcc\x81t\xc3\xa9", "123", "12.5", "1.2.3", "-7", "+3e10", "2e-5x", "v15", "B2B", "don't", "o'clock", "ẞ", "Ⱥbc", "Ǆ", "½", "٣٤", "x²", "a_b"};
    static constexpr std::string_view oddities[] = {"http://www.example.com/dir/page.html?q=1&r=2#top", "https://db.example:5432/", "www.example.com/a/b", "example.org",
        "ftp://files.example/a%20b", "someone@mail.example", "first.last+tag@sub.domain.example", "a@b", "a@b@c.example", "@example.com", "/usr/local/lib/libx.so.1", "../up/one",
        "./here", "~/home/file.txt", "~user/x", "C:\\path\\file", "<b>", "</b>", "<a href=\"http://x.example/\" title='y \\' z'>", "<br/>", "<!-- a comment -- with > signs -->",
        "<script>var x = 'a < b';</script>", "<style>p {}</style>", "<SCRIPT src=x>", "<?xml version=\"1.0\"?>", "<!DOCTYPE html>", "< notatag", "<a", "&amp;", "&#1234;", "&#x1F;", "&nbsp", "&;",
        "1.2.3.4", "10.0.0.1:8080/x", "1.2.3-beta", "8.3.0.1.2", "1e10", "1e", "-1.5e+3", "+-5", "1,000", "3.", ".5", "2024-01-31", "12:34:56", "foo-bar", "foo-bar-baz2", "anti-über-x9",
        "a-b-c-d", "9-5", "x-", "-x", "--", "foo--bar", "well-known-1", "12-ab-cd", "word_with_underscores", "under_score.example.com", "#hashtag", "$9.99", "50%", "C++", "C#", "\"quoted phrase\"",
        "\"open", "'single", "it''s", "a&b", "a|b", "!not", "(paren", "paren)", ":*", "x:*", "y:AB", "a<->b", "\xe2\x80\x8d", "a\xe2\x80\x8d\x62", "\xc2\xad", "\xef\xbb\xbf", "\xe2\x80\x8f", "\x01", "\x7f", "a\x02\x62",
        "\xc2\x85", "\xe2\x80\xa8", "\xe3\x80\x80", "\xc2\xa0", "😀", "👩‍👩‍👧", "🇩🇪", "e\xcc\x81", "\xcc\x81x", "--\xcc\x81", "x\xcc\x81-y\xcc\x81", "क्षि-ति", "12क", "a12क-b"};
    static constexpr std::string_view joints[] = {"-", "_", ".", "/", ":", "@", "'", "+", "&", "~", "..", "//", "://", "--", "\xcc\x81", "=", ","};
    static constexpr std::string_view between[] = {" ", " ", " ", " ", "  ", "\n", "\t", ", ", ". ", "-", "/", "", "", ";", " - ", "\xc2\xa0", "\"", " \"", "\" ", " | ", " or ", " OR ", " & ", " !", "(", ")"};

private:
    std::mt19937 m_random;
};

} // namespace qd::test
