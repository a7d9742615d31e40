#pragma once

// What a snapshot notes about production besides its rows, made from the catalogs' answers. No
// database in here.

#include "capture/searchcall.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace qd::capture {

using Notes = QList<std::pair<QByteArray, QByteArray>>;

// What was learnt on the way; an empty object is what could not be asked.
struct Learnt
{
    QJsonObject facts, definitions, settings;
    QByteArray calibration;               // Calibration::toText()
    QMap<QString, QByteArray> plans;      // search → EXPLAIN (format json)
    QByteArray judgements, questions;     // JSONL
    QString model;                        // of the embeddings, where the deployment says so: it wins over the profile
};

// A search's settings as SearchSettings' JSON: the profile's, then the function's defaults, the
// server's settings, and the way the planner takes.
QJsonObject searchSettings(const RetrievalSearch &search, const SearchFunction *function, const Learnt &learnt);
// The index of pgvector that a plan scans, and its access method; nothing: it scans none.
struct PlannedScan
{
    QString index, method;
};
std::optional<PlannedScan> plannedScan(const QByteArray &plan, const QJsonArray &indexes);
// A plan that only says "Function Scan" tells nothing of the search inside.
bool isOnlyCall(const QByteArray &plan);

// All notes but the origin. `main` is the search whose settings are production's own.
Notes notesOf(const RetrievalProfile &profile, const RetrievalSource &source, const RetrievalSearch *main, const Learnt &learnt);

// JSONL of judgements and of questions, from rows of feedback (question, rating, cited as JSON), the
// newest first: a later rating of the same chunk for the same question counts.
struct FeedbackRow
{
    QString question, rating;
    QByteArray cited;
};
std::pair<QByteArray, QByteArray> judgedFrom(const FeedbackSource &source, const QList<FeedbackRow> &rows);

} // namespace qd::capture
