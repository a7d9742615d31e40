#pragma once

#include "app/commandline.h"
#include "core/time.h"

namespace qd::app {

// --zone, else the setting. Wrong: there is no such zone.
Result<QTimeZone> zoneFrom(const CommandLine &line);
// --range, else the fallback.
Result<TimeRange> rangeFrom(const CommandLine &line, Instant now, const QTimeZone &zone, const QString &fallback);

} // namespace qd::app
