#pragma once

#include "core/time.h"

namespace qd {

// A place on a time axis that people would name: a round hour or a midnight in their zone.
struct TimeTick
{
    Instant at;
    QString label;
    bool isMidnight = false; // a stronger line, labelled with the date

    bool operator==(const TimeTick &) const = default;
};

// As many ticks as fit with `pixelsPerLabel` each. They stand on round local times, also on days
// of 23 and 25 hours: an hour that does not exist has no tick, one that comes twice has two.
QList<TimeTick> timeTicks(const TimeRange &range, const QTimeZone &zone, double pixels, double pixelsPerLabel = 62);

} // namespace qd
