#pragma once

#include "deployments/profile.h"
#include "deployments/target.h"

namespace qd {

// A mapped source held against the real database.
struct SourceReality
{
    TelemetrySource source;
    bool exists = false;
    bool mayRead = false;
    bool isEmpty = false;              // no row at all: "not instrumented"
    bool hasReadingOrder = false;      // an index that starts with the time or monotone id column
    QStringList missingColumns;        // mapped but not there: drift
    QStringList wrongTypes;            // "latency_ms is text, a number was expected"
    std::optional<qint64> estimatedRows;
    QString missingIndexSql;           // complete statement, when hasReadingOrder is false
    QString missingGrantSql;           // complete statement, when mayRead is false
    QList<Check> checks;               // the same as checks: source.exists, source.rights, …
};

// Asks the catalogs what is really there. Never waits behind a lock.
Reply<SourceReality> lookUp(Target *target, const TelemetrySource &source);

// A table of an unknown database that looks like telemetry, with the mapping proposed for it.
struct Proposal
{
    TelemetrySource source;
    double score = 0;           // 0 to 1
    QString because;            // "has created_at, model, latency_ms and cost_usd"
};

// Looks for telemetry-like tables by their columns; best first, at most ten.
Reply<QList<Proposal>> propose(Target *target);

// Which of the profiles fits: id and "found 5 of 5 Clerva tables", best first.
struct Fit
{
    QString profile;
    int found = 0, expected = 0;
};
Reply<QList<Fit>> detect(Target *target, const Profiles &profiles);

} // namespace qd
