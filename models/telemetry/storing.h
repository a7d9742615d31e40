#pragma once

// What happens to rows on the writing thread.

#include "deployments/profile.h"
#include "postgres/rows.h"
#include "telemetry/mirror.h"

#include <functional>

namespace qd::telemetry {

struct Stored
{
    QList<Bin> changed;
    qint64 rows = 0, newRows = 0;
    std::optional<qint64> largestId; // of a monotone id
    bool needsWholeBins = false;     // nothing was stored: the raw calls at an edge are not there
};

struct Delivery
{
    QString name;             // of the source in the mirror
    TelemetrySource source;
    TimeRange window;
    pg::Rows rows;            // all rows of the source in the window
    Instant serverNow;
    // Changes the coverage as it is at that moment; `newest` is the newest event up to serverNow.
    std::function<void(Coverage &)> cover;
};

Result<Stored> stored(Mirror &mirror, const Delivery &delivery);

// Clears what was read by another mapping of the source.
Result<> adopt(Mirror &mirror, const QString &name, const TelemetrySource &source);

// Bins whose tally differs between the server's answer to tallySql() and the mirror.
Result<QList<Bin>> differing(const Mirror &mirror, const QString &name, const TimeRange &window, const pg::Rows &tallies);

Result<> changeCoverage(Mirror &mirror, const QString &name, const std::function<void(Coverage &)> &change);

// Adjacent bins together, at most `most` in one, newest first.
QList<std::pair<Bin, Bin>> runsOf(QList<Bin> bins, int most);

} // namespace qd::telemetry
