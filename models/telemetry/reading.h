#pragma once

// The SQL by which a source is read. All of it is bounded by the reading order of the profile: an
// indexed time column, or a monotone id, in which the edges of a window are looked up first.

#include "deployments/profile.h"
#include "postgres/rows.h"
#include "telemetry/cells.h"

#include <QByteArray>

#include <optional>

namespace qd::telemetry {

// `afterId`: rows up to this id are known to be older than the window; saves looking the edge up.
QByteArray windowSql(const TelemetrySource &source, Instant from, Instant to, std::optional<qint64> afterId);
QByteArray tallySql(const TelemetrySource &source, Instant from, Instant to);
QByteArray newestBeforeSql(const TelemetrySource &source, Instant before);
QByteArray oldestSql(const TelemetrySource &source);
QByteArray clockSql();

// What the server said of its clock.
struct ServerClock
{
    Instant now;
    std::optional<Instant> openSince;
    bool maySeeWriters = false, isStandby = false;
};
std::optional<ServerClock> clockFrom(const pg::Rows &rows);

// A source as it can be read: columns that are not there are not asked for. Nothing without its
// time or its identity.
std::optional<TelemetrySource> withoutColumns(TelemetrySource source, const QStringList &missing);
// Changes whenever the same rows would be read or counted differently.
QByteArray mappingOf(const TelemetrySource &source);

} // namespace qd::telemetry
