#include "retrieval/text/analyzer.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace qd::retrieval {
namespace {

// The list of PostgreSQL's english.stop (PostgreSQL licence); the same in 15, 17 and 18.
constexpr std::string_view englishStops[] = {
    "a", "about", "above", "after", "again", "against", "all", "am", "an", "and", "any", "are", "as", "at", "be", "because", "been",
    "before", "being", "below", "between", "both", "but", "by", "can", "did", "do", "does", "doing", "don", "down", "during", "each",
    "few", "for", "from", "further", "had", "has", "have", "having", "he", "her", "here", "hers", "herself", "him", "himself", "his",
    "how", "i", "if", "in", "into", "is", "it", "its", "itself", "just", "me", "more", "most", "my", "myself", "no", "nor", "not", "now",
    "of", "off", "on", "once", "only", "or", "other", "our", "ours", "ourselves", "out", "over", "own", "s", "same", "she", "should", "so",
    "some", "such", "t", "than", "that", "the", "their", "theirs", "them", "themselves", "then", "there", "these", "they", "this", "those",
    "through", "to", "too", "under", "until", "up", "very", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom",
    "why", "will", "with", "you", "your", "yours", "yourself", "yourselves"};
static_assert(std::size(englishStops) == 127);

// Longer words are no words of a language; the server does not stem them either.
constexpr std::size_t maxStemmedBytes = 1000;

} // namespace

Dictionary dictionaryOf(Configuration configuration, TokenType type)
{
    switch (type) {
    case TokenType::Blank:
    case TokenType::Tag:
    case TokenType::Protocol:
    case TokenType::Entity:
        return Dictionary::None;
    case TokenType::AsciiWord:
    case TokenType::Word:
    case TokenType::HyphenPart:
    case TokenType::HyphenAsciiPart:
    case TokenType::HyphenAsciiWord:
    case TokenType::HyphenWord:
        return configuration == Configuration::English ? Dictionary::EnglishStem : Dictionary::Simple;
    default:
        return Dictionary::Simple;
    }
}

std::span<const std::string_view> englishStopWords()
{
    return englishStops;
}

struct Analyzer::Private
{
    // A token seen before and what became of it. Kept in a table that is replaced, not searched
    // long: what was there before is found again by asking the dictionary again.
    struct Known
    {
        std::string_view token, lexeme;
        Dictionary dictionary = Dictionary::None;
    };
    static constexpr std::size_t maxKnown = 1 << 15;

    // Texts that stay where they are until everything is dropped.
    class TextStore
    {
    public:
        std::string_view keep(std::string_view text)
        {
            if (text.size() > blockBytes)
                return {static_cast<char *>(std::memcpy(m_blocks.emplace_back(std::make_unique<char[]>(text.size())).get(), text.data(), text.size())), text.size()};
            if (m_used + text.size() > blockBytes || !m_current) {
                m_current = m_blocks.emplace_back(std::make_unique<char[]>(blockBytes)).get();
                m_used = 0;
            }
            char *place = m_current + m_used;
            std::memcpy(place, text.data(), text.size());
            m_used += text.size();
            return {place, text.size()};
        }
        void clear()
        {
            m_blocks.clear();
            m_current = nullptr;
        }

    private:
        static constexpr std::size_t blockBytes = 1 << 16;
        std::vector<std::unique_ptr<char[]>> m_blocks;
        char *m_current = nullptr;
        std::size_t m_used = 0;
    };

    Private(Configuration chosen, CharacterType characters)
        : configuration(chosen), type(characters)
    {
    }

    const Configuration configuration;
    const CharacterType type;
    const CharacterClasses &classes = CharacterClasses::of(type);
    Parser parser{type};
    std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)> stemmer{sb_stemmer_new("english", "UTF_8"), sb_stemmer_delete};
    std::vector<Known> known = std::vector<Known>(maxKnown);
    std::size_t knownBytes = 0;
    TextStore store;
    std::string lower;
    std::vector<AnalysedWord> words;
    int tooLong = 0;

    std::string_view lexize(std::string_view token, Dictionary dictionary);
    std::string_view lookUp(std::string_view token, Dictionary dictionary);
    TsVector makeVector(std::vector<Occurrence> *occurrences) const;
};

// Empty for a stop word.
std::string_view Analyzer::Private::lookUp(std::string_view token, Dictionary dictionary)
{
    lower.clear();
    classes.appendLower(token, lower);
    if (dictionary == Dictionary::Simple || token.size() > maxStemmedBytes)
        return lower;
    if (std::binary_search(std::begin(englishStops), std::end(englishStops), std::string_view(lower)))
        return {};
    const auto *stem = sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol *>(lower.data()), int(lower.size()));
    const int length = sb_stemmer_length(stemmer.get());
    if (stem && length > 0)
        lower.assign(reinterpret_cast<const char *>(stem), std::size_t(length));
    return lower;
}

std::string_view Analyzer::Private::lexize(std::string_view token, Dictionary dictionary)
{
    std::size_t hash = std::size_t(dictionary) + token.size();
    for (const char c : token.substr(0, 32))
        hash = (hash ^ quint8(c)) * 0x100000001b3;
    Known &entry = known[(hash ^ hash >> 20) % maxKnown];
    if (entry.token == token && entry.dictionary == dictionary)
        return entry.lexeme;
    const std::string_view found = lookUp(token, dictionary);
    knownBytes += token.size() + found.size();
    entry = {store.keep(token), found.empty() ? std::string_view() : store.keep(found), dictionary};
    return entry.lexeme;
}

TsVector Analyzer::Private::makeVector(std::vector<Occurrence> *occurrences) const
{
    // The first eight bytes decide most comparisons.
    struct Sorted
    {
        quint64 prefix;
        quint32 word;
    };
    std::vector<Sorted> order;
    order.reserve(words.size());
    int bytes = 0;
    for (quint32 i = 0; i < words.size(); ++i) {
        quint64 prefix = 0;
        const std::string_view lexeme = words[i].lexeme;
        for (std::size_t b = 0; b < 8; ++b)
            prefix = prefix << 8 | (b < lexeme.size() ? quint8(lexeme[b]) : 0);
        order.push_back({prefix, i});
        bytes += int(lexeme.size());
    }
    std::sort(order.begin(), order.end(), [this](const Sorted &a, const Sorted &b) {
        if (a.prefix != b.prefix)
            return a.prefix < b.prefix;
        const int compared = words[a.word].lexeme.compare(words[b.word].lexeme);
        return compared != 0 ? compared < 0 : a.word < b.word;
    });
    TsVector vector;
    vector.reserve(int(order.size()), bytes, int(order.size()));
    if (occurrences)
        occurrences->resize(words.size());
    std::array<LexemePosition, MaxPositions> positions;
    for (std::size_t i = 0; i < order.size();) {
        const std::string_view lexeme = words[order[i].word].lexeme;
        const quint64 prefix = order[i].prefix;
        std::size_t count = 0;
        for (; i < order.size() && order[i].prefix == prefix && words[order[i].word].lexeme == lexeme; ++i) {
            const AnalysedWord &word = words[order[i].word];
            if (occurrences)
                (*occurrences)[order[i].word] = {vector.count(), word.place, word.token};
            const auto place = LexemePosition(std::min(word.place, MaxPlace));
            if (count == 0 || (count < positions.size() && positions[count - 1] != MaxPlace && positions[count - 1] != place))
                positions[count++] = place;
        }
        vector.append(lexeme, std::span(positions).first(count));
    }
    return vector;
}

Analyzer::Analyzer(Configuration configuration, CharacterType type)
    : d(new Private(configuration, type))
{
}

Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer &&) noexcept = default;

Configuration Analyzer::configuration() const
{
    return d->configuration;
}

CharacterType Analyzer::characterType() const
{
    return d->type;
}

int Analyzer::tooLong() const
{
    return d->tooLong;
}

std::span<const AnalysedWord> Analyzer::words(std::string_view utf8)
{
    if (d->knownBytes > (1 << 23)) {
        d->known.assign(Private::maxKnown, {});
        d->store.clear();
        d->knownBytes = 0;
    }
    d->words.clear();
    d->tooLong = 0;
    d->parser.start(utf8);
    int place = 0;
    for (Token token{}; d->parser.next(token);) {
        if (token.bytes > MaxLexemeBytes) {
            ++d->tooLong;
            continue;
        }
        const Dictionary dictionary = dictionaryOf(d->configuration, token.type);
        if (dictionary == Dictionary::None)
            continue;
        ++place;
        const std::string_view lexeme = d->lexize(utf8.substr(std::size_t(token.byte), std::size_t(token.bytes)), dictionary);
        if (int(lexeme.size()) > MaxLexemeBytes) // lower case can be longer: Ⱥ has two bytes, ⱥ three
            ++d->tooLong;
        else if (!lexeme.empty())
            d->words.push_back({lexeme, place, token});
    }
    return d->words;
}

Result<TsVector> Analyzer::vector(std::string_view utf8)
{
    words(utf8);
    TsVector vector = d->makeVector(nullptr);
    if (vector.storedBytes() > MaxVectorBytes)
        return failure(vectorTooLong(vector.storedBytes()));
    return vector;
}

Result<AnalysedText> Analyzer::analyse(std::string_view utf8)
{
    words(utf8);
    AnalysedText text;
    text.vector = d->makeVector(&text.occurrences);
    text.tooLong = d->tooLong;
    if (text.vector.storedBytes() > MaxVectorBytes)
        return failure(vectorTooLong(text.vector.storedBytes()));
    return text;
}

} // namespace qd::retrieval
