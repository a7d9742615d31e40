#pragma once

// Production's answer beside the offline one, row by row, and why they differ.

#include "retrieval/engine/whynot.h"

namespace qd::retrieval {

// As production's search returned it, best first.
struct ProductionRow
{
    QByteArray key;
    std::optional<double> score = {};     // as its SQL shows it
    std::optional<QByteArray> text = {};  // if it was read too: tells changes since the snapshot
};

enum class DifferenceReason {
    None,
    ChangedSince,    // the row is not what it was when the snapshot was taken
    NotInSnapshot,   // production returned a row that the snapshot does not have
    IndexSkipped,    // production's index did not give it out
    FilterAfterScan, // it gave out others, which the filter took
    Tie,             // of equal score: any order is right
    OtherSettings,   // production searches otherwise: the settings differ
    Displaced,       // moved only because rows before it are missing or new
    Unexplained,
};

struct ComparedRow
{
    enum class Kind { Equal, Moved, OnlyProduction, OnlyOffline };

    QByteArray key;
    std::optional<quint32> row;             // of the corpus
    std::optional<int> productionRank, offlineRank; // from 1
    std::optional<double> productionScore, offlineScore;
    Kind kind = Kind::Equal;
    bool hasSameScore = true;               // bit for bit, where both are known
    DifferenceReason reason = DifferenceReason::None;
    QString sentence;                       // empty for Equal
};

struct AnswerComparison
{
    QList<ComparedRow> rows; // production's in order, then those only offline
    int equal = 0, moved = 0, onlyProduction = 0, onlyOffline = 0;
    bool isSame() const { return moved + onlyProduction + onlyOffline == 0; }
    // Same rows in the same order but for ties.
    bool isSameButTies = false;
    QString sentence;        // "5 of 8 rows stand at the same rank; …"
};

// `production` are the settings production was asked with; the offline answer may have others (an
// exact scan, say), which is then a reason for differences.
Result<AnswerComparison> compareAnswers(const Corpus &corpus, const Question &question, const QList<ProductionRow> &rows, const SearchSettings &production, const SearchAnswer &offline, const CorpusWork &work = {});

} // namespace qd::retrieval
