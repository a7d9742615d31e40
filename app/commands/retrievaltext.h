#pragma once

// What the retrieval commands print: as JSON and for people.

#include "app/terminal.h"
#include "retrieval/engine/chunkquality.h"
#include "retrieval/engine/explain.h"
#include "retrieval/engine/sweep.h"
#include "retrieval/engine/whynot.h"
#include "retrieval/import/importcorpus.h"

namespace qd::app {

QString gradeKey(retrieval::Grade grade);  // "bit-identical", "same-order", "statistical"
QString gradeWord(retrieval::Grade grade); // translated
// By trec_eval's names: "map", "ndcg_cut_10".
QList<std::pair<QString, double>> trecMeasures(const retrieval::QueryMeasures &measures, const retrieval::EvaluationSettings &settings);

// What comes from chunks must not steer the terminal: control characters, and those that turn the
// direction of what follows, show as what they are, something odd.
QString harmless(QString text);

QJsonObject answerJson(const retrieval::Corpus &corpus, const retrieval::SearchAnswer &answer);
QJsonObject explanationJson(const retrieval::RowExplanation &explanation);
QJsonObject whyNotJson(const retrieval::WhyNot &whyNot);
QJsonObject evaluationJson(const retrieval::Evaluation &evaluation, const retrieval::EvaluationSettings &settings);
QJsonObject sweepJson(const QList<retrieval::SweepPoint> &points, const std::optional<retrieval::SweepSuggestion> &suggestion);
QJsonObject importJson(const retrieval::ImportReport &report);
QList<Check> qualityChecks(const retrieval::ChunkQuality &quality);

void printAnswer(const Terminal &terminal, const retrieval::Corpus &corpus, const retrieval::SearchAnswer &answer);
void printExplanation(const Terminal &terminal, const retrieval::RowExplanation &explanation);
void printWhyNot(const Terminal &terminal, const retrieval::WhyNot &whyNot);
void printEvaluation(const Terminal &terminal, const retrieval::Evaluation &evaluation, const retrieval::EvaluationSettings &settings);
void printSweep(const Terminal &terminal, const QList<retrieval::SweepPoint> &points, const std::optional<retrieval::SweepSuggestion> &suggestion);
void printImport(const Terminal &terminal, const retrieval::ImportReport &report);

} // namespace qd::app
