#pragma once

#include "retrieval/text/ranking.h"

#include <unordered_map>

namespace qd::retrieval {

// A document and what it scored; documents are numbered in the order in which they were added.
struct TextHit
{
    quint32 document = 0;
    float score = 0;
    bool operator==(const TextHit &) const = default;
};

// One bit per document: those that may be in the answer (owner, status, metadata). An empty filter
// lets all through.
class DocumentFilter
{
public:
    DocumentFilter() = default;
    explicit DocumentFilter(std::size_t documents) : m_words((documents + 63) / 64) { }
    void allow(quint32 document) { m_words[document / 64] |= quint64(1) << document % 64; }
    bool allows(quint32 document) const { return m_words.empty() || (m_words[document / 64] >> document % 64 & 1); }
    bool isEmpty() const { return m_words.empty(); }

private:
    std::vector<quint64> m_words;
};

// An inverted index of many documents' vectors: which documents hold a lexeme, and at which
// positions. It answers as the server does for `where vector @@ query order by ts_rank…(vector,
// query) desc limit n`, without reading documents that cannot match. Documents of one rank are
// a tie, which the server returns in any order and this in the order of their numbers.
//
// Built once, then only read, by any number of threads.
class TextIndex
{
public:
    enum class Ranking { Rank, CoverDensity };

    void add(const TsVector &vector); // before finish()
    void finish();

    int documentCount() const { return int(m_sizes.size()); }
    const DocumentSize &size(quint32 document) const { return m_sizes[document]; }

    // Documents for which query @@ vector holds, ascending.
    std::vector<quint32> matching(const TsQuery &query, const DocumentFilter &filter = {}) const;
    // The best of them, best first; ties by document number. A limit of 0 means all.
    std::vector<TextHit> ranked(const TsQuery &query, Ranking ranking, int limit, int flags = 0, const RankWeights &weights = DefaultRankWeights, const DocumentFilter &filter = {}) const;

    // Lexemes are numbered in the order of their bytes.
    int lexemeCount() const { return int(m_lexemes.size()); }
    std::string_view lexeme(int number) const { return {m_texts.data() + m_lexemes[std::size_t(number)].text, m_lexemes[std::size_t(number)].bytes}; }
    int find(std::string_view lexeme) const; // -1: in no document
    std::pair<int, int> withPrefix(std::string_view prefix) const; // first and one behind the last
    // The documents that hold a lexeme, ascending; posting n has the positions positions(first + n).
    std::span<const quint32> documentsOf(int lexeme) const { return {m_documents.data() + m_begins[std::size_t(lexeme)], m_documents.data() + m_begins[std::size_t(lexeme) + 1]}; }
    quint32 firstPosting(int lexeme) const { return m_begins[std::size_t(lexeme)]; }
    std::span<const LexemePosition> positions(quint32 posting) const { return {m_positions.data() + m_positionBegins[posting], m_positions.data() + m_positionBegins[posting + 1]}; }
    // How often the document holds the lexeme; a lexeme without positions counts once.
    quint32 frequency(quint32 posting) const { return std::max(1u, m_positionBegins[posting + 1] - m_positionBegins[posting]); }

private:
    struct Lexeme
    {
        quint32 text;
        quint32 bytes;
    };
    struct Building
    {
        std::unordered_map<std::string_view, quint32> numbers;
        std::vector<std::unique_ptr<std::string>> texts;
        std::vector<quint32> counts;  // of documents, per lexeme
        std::vector<quint32> lexemes; // of every posting, by document
        std::vector<quint16> positionCounts;
        std::vector<LexemePosition> positions;
    };

    std::vector<DocumentSize> m_sizes;
    std::string m_texts;
    std::vector<Lexeme> m_lexemes;
    std::vector<quint32> m_begins;
    std::vector<quint32> m_documents;
    std::vector<quint32> m_positionBegins;
    std::vector<LexemePosition> m_positions;
    Building m_building;
};

} // namespace qd::retrieval
