#pragma once

#include "deployments/profile.h"
#include "deployments/target.h"

namespace qd {

// A mapped source held against the real database.
struct SourceReality
{
    TelemetrySource source;            // what is missing is unmapped here, so it can be read as it stands
    bool exists = false;
    bool mayRead = false;
    bool isEmpty = false;              // no row at all, and we would see it: "not instrumented"
    bool mayHideRows = false;          // row-level security applies to this role: no row proves nothing
    bool hasReadingOrder = false;      // an index that starts with the time or monotone id column
    QStringList missingColumns;        // mapped but not there: drift
    QStringList wrongTypes;            // "latency_ms is text, a number was expected"
    std::optional<qint64> estimatedRows;
    QString missingIndexSql;           // complete statement, when hasReadingOrder is false
    QString missingGrantSql;           // complete statement, when mayRead is false
    QList<Check> checks;               // the same as checks: source.exists, source.rights, …
};

// Asks the catalogs what is really there, in at most two reads; waits behind a lock for no longer
// than a read's lock time-out, and then says that it is unknown whether there are rows. Fails only
// when the database could not be asked.
Reply<SourceReality> lookUp(Target *target, const TelemetrySource &source);

// A table of an unknown database that looks like telemetry, with the mapping proposed for it.
struct Proposal
{
    TelemetrySource source;
    double score = 0;           // 0 to 1
    QString because;            // "It has created_at, model, latency_ms and cost_usd. …", whole sentences
};

// Looks for telemetry-like tables by their columns and by up to 50 rows of each; best first, at
// most ten. A proposal is a guess: somebody has to look at it before it becomes a profile.
Reply<QList<Proposal>> propose(Target *target);

// Which of the profiles fits: id and "found 5 of 5 Clerva tables", best first.
struct Fit
{
    QString profile;
    int found = 0, expected = 0;
    bool operator==(const Fit &) const = default;
};
// Profiles of which no table was found are left out.
Reply<QList<Fit>> detect(Target *target, const Profiles &profiles);

} // namespace qd
