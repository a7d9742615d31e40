#pragma once

// What the retrieval page shows, as values: made on the pool from a corpus and its answers, painted
// by the lists, the result and the panels.

#include "core/check.h"
#include "retrieval/askedbefore.h"
#include "retrieval/engine/compare.h"
#include "retrieval/engine/rerank.h"

#include <QMetaType>

namespace qd {

// One row of an answer, ready to be painted.
struct AnswerLine
{
    int rank = 0;
    QByteArray key;
    std::optional<quint32> row;   // of the corpus; nothing: the snapshot does not have it
    QString title, place;         // "NACE MR0175-2", "A.2.1.2 p. 14"
    QString page;                 // "p. 14", the end of `place`; empty: it has none
    QString score;                // as it is shown; empty: none
    std::optional<double> exactScore;
    // Shares of the list's best score; both empty: one bar in `other`.
    std::optional<double> vectorShare, textShare;
    double otherShare = 0;
    QString parts;                // "cos 0.812 #1 ts 0.361 #1"
    bool isTied = false;
    // Of a reranked answer: what the model said, and the rank that the search gave.
    std::optional<double> rerankScore;
    int candidateRank = 0;
    QString spoken;
};

// Where a row of production stands offline: what the lines between the lists join.
struct JoinLine
{
    retrieval::ComparedRow::Kind kind = retrieval::ComparedRow::Kind::Equal;
    std::optional<int> left, right; // ranks as they are shown, from 1
    bool isByReranker = false;      // the search itself has it as production does, or the other way round
};

// What a corpus offers to choose from, read once when it is opened.
struct OpenedCorpus
{
    std::shared_ptr<const retrieval::Corpus> corpus;
    QString path;
    bool isSample = false;
    bool isPart = false;                // taking it was stopped: it holds what was read until then
    retrieval::SearchSettings settings; // production's own
    QStringList searches;               // production's, the main one first
    QString remark;                     // why these are not production's; empty: they are
    QList<retrieval::JudgedQuery> questions;
    std::optional<retrieval::Judgements> judgements;
    QList<std::pair<QString, quint32>> owners, statuses;
    QList<std::pair<QString, QString>> documents; // key and title
};

// An offline answer with what it was asked.
struct OfflineAnswer
{
    retrieval::Question question;
    retrieval::SearchAnswer answer;
    QList<AnswerLine> lines;
    QString remark; // what was left out because something is missing
    // Where a model reranks: the candidates with what it said of them, as soon as it did. `answer` is in
    // its order then, and `own` is the search's, which is what production can be compared with.
    std::optional<retrieval::Reranking> reranking;
    std::optional<retrieval::SearchAnswer> own;
    QString notReranked; // why the order is the search's own although a model is set

    bool isReranked() const { return own.has_value(); }
    const retrieval::SearchAnswer &searched() const { return own ? *own : answer; }
};

namespace retrievalview {

// Reads what the page needs of a snapshot file; slow, for the pool.
Result<OpenedCorpus> opened(const QString &path, bool isSample);
// The question with the embedding it is asked with. Where there is none it is asked by words only, and
// `remark` says what is missing; a search by meaning alone fails.
Result<OfflineAnswer> asked(const retrieval::Corpus &corpus, retrieval::Question question, retrieval::SearchSettings settings, const retrieval::CorpusWork &work);
// Brings its own embedding where the snapshot's model is the one of our demo corpora.
void embed(const retrieval::Corpus &corpus, retrieval::Question &question, const retrieval::SearchSettings &settings);

QList<AnswerLine> linesOf(const retrieval::Corpus &corpus, const retrieval::SearchAnswer &answer);
QList<AnswerLine> linesOf(const retrieval::Corpus &corpus, const QList<retrieval::ProductionRow> &rows);
// The comparison is of what the search itself found; the lines lead to where rows are shown.
QList<JoinLine> joinsOf(const retrieval::AnswerComparison &comparison, const OfflineAnswer &offline);
// How a row stands in production, and what of that is only the reranker's; empty: as in production.
QString differenceOf(const retrieval::AnswerComparison &comparison, const OfflineAnswer &offline, const QByteArray &key);

// Finds the candidates that `model` would be given, and puts them in its order where it ranked them all
// before.
Result<> addCandidates(const retrieval::Corpus &corpus, OfflineAnswer &found, const QString &model, int candidates, const retrieval::AskedBefore &before, const retrieval::CorpusWork &work);
// `scores`: one for each candidate with text.
Result<> takeScores(const retrieval::Corpus &corpus, OfflineAnswer &found, const std::vector<double> &scores);

// Title and place of a row: its document, section and page, or its key.
std::pair<QString, QString> nameOf(const retrieval::Corpus &corpus, quint32 row);

QString number(double value, int decimals);
QString rerankText(double score); // few digits of a scale that nobody knows
QString scoreText(const retrieval::SearchSettings &settings, double score);
// "hnsw ef_search 40, ts_rank_cd, RRF k 60"
QString settingsText(const retrieval::SearchSettings &settings);
QString gradeText(retrieval::Grade grade);
State gradeState(retrieval::Grade grade);
// "cos", "l2", … and "ts", "bm25": before a number in a list.
QString shortName(retrieval::Metric metric);
QString textName(const retrieval::SearchSettings &settings);

} // namespace retrievalview

} // namespace qd

Q_DECLARE_METATYPE(qd::AnswerLine)
