#pragma once

// Cutting time into the pieces that reports count in: 15-minute bins, steps of a line, the
// range before.

#include "core/time.h"

#include <QTimeZone>

namespace qd::reports {

Instant floorToBin(Instant at);
Instant roundToBin(Instant at);
// Begins on the edge of a bin, as the mirror counts.
TimeRange fromBinEdge(const TimeRange &range);
// As many bins just before, so that nothing is counted in both.
TimeRange sameBefore(const TimeRange &range);

// Equal steps over a range; those longer than an hour begin at local midnight.
struct Steps
{
    Instant first;
    milliseconds step{BinLength};
    int count = 0;

    // Which step a bin belongs to; outside of [0, count) for a bin beside the range.
    int of(Bin bin) const
    {
        const auto at = binStart(bin) - first;
        return at.count() < 0 ? -1 : int(at / step);
    }
    Instant start(int index) const { return first + step * index; }
};
// The shortest step that gives at most `most` of them.
Steps stepsOf(const TimeRange &range, const QTimeZone &zone, int most = 120);

} // namespace qd::reports
