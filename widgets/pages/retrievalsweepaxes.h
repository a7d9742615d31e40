#pragma once

// What can be swept over a snapshot, how it is measured, and which setting is worth having: values
// for the panel that shows them.

#include "retrieval/engine/sweep.h"
#include "widgets/pages/retrievalview.h"

namespace qd::retrievalsweep {

constexpr double WantedRecall = 0.95;

// One line of points: a setting and the values that are tried.
struct Line
{
    retrieval::SweepAxis axis = retrieval::SweepAxis::EfSearch;
    QString name;                        // "hnsw ef_search"
    retrieval::SearchSettings settings;  // what is varied
    QList<double> values;
    std::optional<double> now;           // what production has
};

// What a person chooses between.
struct Choice
{
    QString key, title;
    QList<retrieval::SweepAxis> axes;
    // Drawn against the value itself: what it costs is not its time.
    bool isByValue = false;
};
// Those that mean something for this corpus and this way of searching, the usual one first.
QList<Choice> choices(const OpenedCorpus &opened, const retrieval::SearchSettings &settings);
QList<Line> linesOf(const OpenedCorpus &opened, const retrieval::SearchSettings &settings, const Choice &choice);
// "80", "halfvec", "relaxed_order"
QString valueText(retrieval::SweepAxis axis, double value);
// "ef_search 80", "rrf_k 40"
QString settingText(retrieval::SweepAxis axis, double value);
// The search as it is asked now with this one setting changed.
retrieval::SearchSettings applied(const retrieval::SearchSettings &settings, retrieval::SweepAxis axis, double value);

// The index of a kind that production has, whatever the settings would build; null: none.
const retrieval::CorpusIndex *productionsIndex(const retrieval::Corpus &corpus, retrieval::SearchSettings settings, retrieval::SearchSettings::Scan kind);
bool isOfHnsw(retrieval::SweepAxis axis);
bool isOfIvfflat(retrieval::SweepAxis axis);
bool isOfFusion(retrieval::SweepAxis axis);

struct Suggestion
{
    retrieval::SweepAxis axis = retrieval::SweepAxis::EfSearch;
    double value = 0;
    QString sentence, sql;
};

struct Swept
{
    QList<QList<retrieval::SweepPoint>> lines;
    std::optional<Suggestion> suggestion;
    QString says;                        // what it costs, or why nothing is suggested
    int questions = 0, users = 0;        // asked so many, as so many users; 0: as the settings say
    bool areChunks = false;              // no question has an embedding: chunks asked for their like
};
Result<Swept> swept(const OpenedCorpus &opened, const retrieval::SearchSettings &settings, const Choice &choice, bool asEachUser,
                    const std::function<void(int line, const retrieval::SweepPoint &)> &onPoint, const retrieval::CorpusWork &work);

// What changes the search from one to the other; a new index as production's own is defined, where that
// is known, or with dots in the place of what is not.
QString sqlOf(const retrieval::CorpusIndex *productions, int dims, const retrieval::SearchSettings &from, const retrieval::SearchSettings &to, const QString &workMemory);

} // namespace qd::retrievalsweep
