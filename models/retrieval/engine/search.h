#pragma once

// Asks a corpus as production would be asked. The answer says how far it can be trusted and why.

#include "retrieval/engine/corpus.h"

namespace qd::retrieval {

enum class SearchStage { Question, Filter, Vectors, Text, Fusion };
QString nameOf(SearchStage stage); // translated, for a caption

struct StageTime
{
    SearchStage stage = SearchStage::Question;
    double milliseconds = 0;
};

struct AnswerRow
{
    quint32 row = 0;  // in the corpus
    QByteArray key;
    int rank = 0;     // from 1
    // What the search is ordered by, higher is better: 1 - distance for cosine, the negative distance
    // for the other operators (<#> is a negative inner product itself), the text rank, the fused
    // score. Nothing: NULL on the server, which puts such rows last.
    std::optional<double> score;
    std::optional<double> distance; // as the operator computes it, where the row came from the vectors
    // A leg's rank, its score on its own scale and what that added to the fused score. Outside of a
    // hybrid search one of them is empty.
    FusionPart vector, text;
    // Rows of one score share a group, numbered from 0: the server may return them in another order.
    int group = 0;
    bool isTied = false; // with another row, shown or not
    // Of a reranked answer (rerank.h): what the model said, nothing for a row without text, and the
    // rank that the search gave, from 1. `score` stays what the search ordered by.
    std::optional<double> rerankScore;
    int candidateRank = 0;
};

// What happened on the way, for "returned 3 of 10, because …". Nothing: not counted by this search.
struct SearchCounts
{
    quint32 inCorpus = 0;  // rows that are alive
    quint32 passed = 0;    // of them, the filters
    std::optional<quint32> scanned;  // of them, rows with an embedding that the exact scan looked at
    std::optional<quint32> rescored; // of them, those that needed the server's arithmetic
    std::optional<qint64> visited;   // distances that the index scan computed
    std::optional<quint32> taken;    // rows that the index gave out
    std::optional<quint32> droppedByFilter; // of them, those that the filter took afterwards
    std::optional<quint32> droppedByThreshold;
    std::optional<quint32> unknown;  // rows of the index that the snapshot does not have
    std::optional<quint32> matched;  // by the text search
    std::optional<quint32> tiedBeyondLimit; // rows that share the last score and were left out
    std::optional<quint32> candidates; // rows that a reranker was given
};

// The way that was taken to the vectors.
struct ScanTaken
{
    SearchSettings::Scan scan = SearchSettings::Scan::Exact;
    QString index;              // its name, empty for Exact
    bool isReplayed = false;    // production's own pages
    bool hasReachedLimit = false; // max_scan_tuples ended it
    bool hasMetMemoryLimit = false; // work_mem times hnsw.scan_mem_multiplier did
    QString sentence;           // "Replayed from the pages of chunks_embedding_idx at ef_search 40."
};

struct SearchAnswer
{
    SearchSettings settings;
    std::vector<AnswerRow> rows;
    Grade grade = Grade::BitIdentical;
    QString reason;             // why this grade, a finished sentence
    std::optional<ScanTaken> scan;
    QByteArray tsquery;         // as the server writes it; empty where no text is searched
    QString embeddedBy;         // where the embedding came from: "recorded", "given", "chunk"
    QString rerankedBy;         // the model whose order this is; empty: the search's own
    SearchCounts counts;
    QList<StageTime> times;
    double milliseconds = 0;
    QStringList warnings;       // finished sentences
    std::optional<double> highestScore; // that this fusion can give: it is not a similarity

    const AnswerRow *find(quint32 row) const; // null: not in the answer
};

// Errors: Missing where an embedding, a column or an index is needed that is not there; Wrong for an
// embedding of another model, dimension or with NaN in it and for a query the server refuses; Cancelled.
Result<SearchAnswer> search(const Corpus &corpus, const Question &question, const SearchSettings &settings, const CorpusWork &work = {});

// The embedding a question is asked with, as elements of the column's type, and where it came from.
struct QuestionVector
{
    std::vector<std::byte> elements;
    QString from;
};
Result<QuestionVector> vectorOf(const Corpus &corpus, const Question &question, const SearchSettings &settings);
// The tsquery of a question; empty where the settings search no text.
Result<TsQuery> tsqueryOf(const Corpus &corpus, const Question &question, const SearchSettings &settings);

// Asks them all, for evaluate(): documents are keys. Text of a question is looked up among the
// recorded embeddings; `questions` may bring their own. Work is shared with the pool's free threads.
struct NamedQuestion
{
    QString id;
    Question question;
    std::optional<QString> asUser = {}; // overrides the settings'
};
Result<Run> runQueries(const Corpus &corpus, const QList<NamedQuestion> &questions, const SearchSettings &settings, const CorpusWork &work = {});
QList<NamedQuestion> named(const QList<JudgedQuery> &queries);

} // namespace qd::retrieval
