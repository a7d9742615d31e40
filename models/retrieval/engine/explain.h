#pragma once

// Why a row stands where it stands: every number of every stage, so that they can be added up by hand.

#include "retrieval/engine/search.h"
#include "retrieval/text/citations.h"

namespace qd::retrieval {

// What one operand of the query found in the row.
struct ExplainedTerm
{
    QString lexeme;
    bool isPrefix = false;
    bool isNegated = false;
    quint32 documents = 0;  // rows of the corpus that hold it
    quint32 frequency = 0;  // in this row; 0: it does not
    QList<int> places;      // positions, counted in words as the tsvector counts them
    QString weights;        // of these positions, "AD" …; empty for none
    // What the text score loses without this lexeme in the row. For BM25 the parts add up; for
    // ts_rank they need not, and in a query of & all of it hangs on each.
    double adds = 0;
    bool isNeeded = false;  // without it the row would not match at all
    std::optional<double> idf; // BM25 only
};

struct ExplainedHighlight
{
    TextRange range;              // in the row's text
    std::optional<qint64> begin;  // the same in characters of the document, where offsets are known
    std::optional<qint64> page;
};

struct RowExplanation
{
    quint32 row = 0;
    QByteArray key;
    std::optional<AnswerRow> inAnswer; // nothing: the search does not return it; ask whyNot()
    // Vectors
    std::optional<double> distance, similarity; // similarity: 1 - distance, for cosine only
    std::optional<ExactPlace> place;      // among all rows that the filters let pass
    std::optional<quint32> placeUnfiltered; // among all rows of the corpus
    std::optional<bool> passesThreshold;
    // Text
    std::optional<bool> matches;
    std::optional<double> textScore;
    QString textFunction;                 // "ts_rank_cd(tsvector, query, 32)", "BM25 (lucene, k1 1.2, b 0.75)"
    std::optional<quint32> textRank;      // among matching rows that the filters let pass
    QList<ExplainedTerm> terms;
    int words = 0;                        // length of the tsvector, as the ranks count it
    // Fusion: "1/(60+1) + 1/(60+1) = 0.03279"; empty outside of a hybrid search or if no leg has it
    QString arithmetic;
    std::optional<double> highestScore;
    // Everything else
    QList<Corpus::Condition> conditions;
    QList<ExplainedHighlight> highlights;
    std::optional<qint64> page, begin, end; // of the row in its document
    // The quotation that was asked about, or else the first one in "…" of the question.
    QString quotation;
    std::optional<Citation> citation;
};

Result<RowExplanation> explain(const Corpus &corpus, const Question &question, const SearchSettings &settings, quint32 row, const QString &quotation = {}, const CorpusWork &work = {});

} // namespace qd::retrieval
