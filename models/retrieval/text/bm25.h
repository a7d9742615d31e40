#pragma once

#include "retrieval/text/textindex.h"

namespace qd::retrieval {

// BM25 as the engines compute it that people compare production with. N documents have the field, n of
// them the term; tf is its frequency in the document, dl the document's length (the sum of tf) and
// avgdl the mean of dl over the N.
//
// All but two are idf · (k1 + 1) · tf / (tf + k1 · (1 - b + b · dl / avgdl)); they differ in idf, in
// what they keep of dl, and in precision:
//
// Lucene        8.0 and later; Elasticsearch, OpenSearch. idf = ln(1 + (N - n + 0.5) / (n + 0.5));
//               without the factor (k1 + 1); dl in one byte (SmallFloat: exact to 39, then four
//               significant bits); float32, summed in double in the order of the query.
//               Bits as Lucene 8.7 (BM25Similarity).
// Tantivy       ParadeDB's pg_search. The same idf and byte, all in float32, with (k1 + 1)
//               (quickwit-oss/tantivy, src/query/bm25.rs).
// PgTextSearch  Lucene's idf, exact dl, with (k1 + 1), in double (timescale/pg_textsearch; its operator
//               <@> returns the negative of this).
// Atire         idf = ln(N / n), exact dl, in double (Trotman, Jia and Crane 2012).
// Plus          BM25+: idf = ln((N + 1) / n), and delta added to the part behind idf (Lv and Zhai 2011).
struct Bm25Form
{
    enum class Kind { Lucene, Tantivy, PgTextSearch, Atire, Plus };

    Kind kind = Kind::Lucene;
    float k1 = 1.2f;
    float b = 0.75f;
    float delta = 1.0f; // Plus only
};

// Why a document scored what it scored, one part for each term of the query.
struct Bm25Part
{
    int lexeme = -1;        // in the index; -1: in no document
    double idf = 0;
    quint32 frequency = 0;  // 0: the document does not hold it
    double length = 0;      // dl as the form keeps it
    double score = 0;       // what it adds
};

// BM25 over an index, with one form and its constants. Making it reads every posting once; asking
// reads only what can still change the answer: documents are taken in windows, in each of which
// terms that cannot lift a document over the worst of the best so far are looked up only for
// documents that others lifted there (MaxScore with the maxima of blocks: Turtle and Flood 1995,
// Ding and Suel 2011). The answer is that of scoring every document.
//
// Read by any number of threads; the index must outlive it.
class Bm25
{
public:
    explicit Bm25(const TextIndex &index, const Bm25Form &form = {});

    // Lexemes in the order of the query; one that comes twice counts twice. Best first, ties by
    // document number, as Lucene does.
    std::vector<TextHit> best(std::span<const std::string_view> lexemes, int limit, const DocumentFilter &filter = {}) const;
    // The lexemes of a text as the analyzer finds them, and the best for them.
    std::vector<TextHit> best(std::string_view text, Analyzer &analyzer, int limit, const DocumentFilter &filter = {}) const;

    std::vector<Bm25Part> explain(std::span<const std::string_view> lexemes, quint32 document) const;
    // What the parts add up to, in the form's own precision.
    float score(std::span<const Bm25Part> parts) const;

    const Bm25Form &form() const { return m_form; }
    double averageLength() const { return m_averageLength; }

    // Lucene's length in one byte and back.
    static quint8 lengthByte(quint32 length);
    static quint32 lengthOfByte(quint8 byte);

private:
    friend class Bm25Search;

    double idf(int lexeme) const;
    double exactScore(double idf, quint32 frequency, quint32 document) const;
    float share(quint32 frequency, quint32 document) const;
    void addDense(int lexeme);

    const TextIndex &m_index;
    Bm25Form m_form;
    int m_count = 0; // N
    double m_averageLength = 0;
    std::vector<quint32> m_lengths;
    std::array<float, 256> m_byteNorms{}; // what the form needs of a length byte
    std::vector<quint8> m_lengthBytes;
    // Per posting, the part of the score behind idf, rounded to float: decides who is looked at.
    std::vector<float> m_shares;
    // For lexemes in many documents: where each window begins and the greatest share in it.
    struct Window
    {
        quint32 begin;
        float greatest;
    };
    std::vector<quint32> m_windowsOf; // per lexeme, into m_windows; NoWindows for rare lexemes
    std::vector<Window> m_windows;
    // For lexemes in many documents, which ones as bits, and how many stand before each word of bits:
    // finds a document's posting without searching.
    std::vector<quint32> m_denseOf; // per lexeme, into both; NoWindows for others
    std::vector<quint64> m_denseBits;
    std::vector<quint32> m_denseCounts;
    std::vector<float> m_greatest;    // share of each lexeme
    std::vector<float> m_tenth;       // the tenth greatest share, 0 when there are fewer
};

} // namespace qd::retrieval
