#include "reports/windows.h"

namespace qd::reports {

Instant floorToBin(Instant at)
{
    return binStart(binOf(at));
}

Instant roundToBin(Instant at)
{
    return floorToBin(at + BinLength / 2);
}

TimeRange fromBinEdge(const TimeRange &range)
{
    return {floorToBin(range.from), range.to};
}

TimeRange sameBefore(const TimeRange &range)
{
    const Instant to = floorToBin(range.from);
    return {roundToBin(to - (range.to - to)), to};
}

Steps stepsOf(const TimeRange &range, const QTimeZone &zone, int most)
{
    Steps steps;
    if (range.isEmpty())
        return steps;
    for (const int quarters : {1, 2, 4, 8, 12, 24, 48, 96, 96 * 7}) {
        steps.step = BinLength * quarters;
        const milliseconds offset = std::chrono::seconds(zone.offsetFromUtc(toDateTime(range.from, zone)));
        const Instant local = floorToBin(range.from) + offset;
        const auto into = local.time_since_epoch() % steps.step;
        steps.first = local - into - offset;
        steps.count = int((range.to - steps.first + steps.step - milliseconds(1)) / steps.step);
        if (steps.count <= most)
            break;
    }
    return steps;
}

} // namespace qd::reports
