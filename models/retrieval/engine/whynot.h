#pragma once

// Why a row is not in an answer: the stage that dropped it, by how much, and what brings it back.

#include "retrieval/engine/explain.h"

namespace qd::retrieval {

enum class DroppedBy {
    Nothing,         // it is in the answer
    NotInSnapshot,   // no row of this key: newer than the snapshot, or hidden by row security
    Owner, Status, Document, Metadata,
    NoEmbedding,
    NoLength,        // zero norm: an index by cosine does not hold it
    NotIndexed,      // the index has no entry for it
    NoTextVector,    // its tsvector is NULL
    NoMatch,         // the query does not match its words
    IndexSkipped,    // ef_search or probes: the index never gave it out
    FilterAfterScan, // the index gave out enough rows, but the filter took them afterwards
    Threshold,
    LegLimit,        // of a hybrid search
    FusedBelow,      // in a leg, but its fused score is not enough for the limit
    Limit,
    Reranked,        // among the candidates, but the reranker put it below the limit (rerank.h)
};

// A change of one setting that was tried and returns the row.
struct SettingChange
{
    QString sentence;     // "Raise ef_search from 40 to 80."
    QString sql;          // "set local hnsw.ef_search = 80;", "limit 12", "match_threshold => 0.68"
    SearchSettings settings;
    int rank = 0;         // the row's rank then; 0: not known, as where a reranker still decides
    std::optional<qint64> visited; // by the index then, against `visitedNow`
    // Of a reranked answer: how many candidates the reranker is given then, and the row's rank among
    // them. `settings.limit` stays what is returned. 0: nothing is reranked.
    int candidates = 0, candidateRank = 0;
};

struct WhyNot
{
    DroppedBy stage = DroppedBy::Nothing;
    QString sentence;                 // the reason with its numbers
    std::optional<quint32> row;       // nothing: not in the snapshot
    // Where it would stand: among all vectors the filters let pass, or in the leg, or fused.
    std::optional<quint32> rank;
    std::optional<quint32> limit;     // that it had to reach
    std::optional<double> score;      // on the scale of `bound`
    std::optional<double> bound;      // the threshold, or the score of the last row returned
    std::optional<double> margin;     // bound - score: what is missing
    std::optional<qint64> visitedNow;
    // Each of these alone brings it back, the smallest first. Empty: none does.
    QList<SettingChange> changes;
    // If none does alone: these, one after the other.
    QList<SettingChange> together;
};

Result<WhyNot> whyNot(const Corpus &corpus, const Question &question, const SearchSettings &settings, quint32 row, const CorpusWork &work = {});
// The chunks that something pasted may mean: the one with that key, else those whose keys begin with it
// (from 4 characters on), else those whose text holds it word for word (from 8 on), white space aside.
std::vector<quint32> rowsMeantBy(const Corpus &corpus, const QByteArray &pasted);
// For what was pasted; the reason says so where it means no chunk or several.
Result<WhyNot> whyNot(const Corpus &corpus, const Question &question, const SearchSettings &settings, const QByteArray &key, const CorpusWork &work = {});

// Settings that differ, as the SQL that changes a session from one to the other; a line each.
QStringList sqlOfChange(const SearchSettings &from, const SearchSettings &to);

} // namespace qd::retrieval
