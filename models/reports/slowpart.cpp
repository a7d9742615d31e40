#include "reports/latencyscan.h"

#include "reports/coverage.h"

namespace qd::reports {

namespace {

struct SlowPartSums
{
    double microseconds[2] = {0, 0}; // before, since
    qint64 calls[2] = {0, 0};
};

} // namespace

QString slowPartOf(const Inputs &inputs, const Recording &recording, const Episode &episode)
{
    const KindNumbers requests(recording.requests, *inputs.mirror), tools(recording.tools, *inputs.mirror);
    // The day before: long enough to be calm, and the same hours are in it.
    const TimeRange all{episode.range.from - std::chrono::hours(24), episode.range.to};
    std::map<quint32, SlowPartSums> parts; // kinds, and tools with bit 16
    SlowPartSums whole;
    inputs.mirror->forEachCell(all, [&](Bin bin, const telemetry::Cell &cell) {
        const int side = binStart(bin) >= episode.range.from ? 1 : 0;
        const auto add = [&](SlowPartSums &sums) {
            sums.microseconds[side] += double(cell.sums.latencyUs);
            sums.calls[side] += cell.sums.calls;
        };
        if (requests.contains(cell.key.kind))
            return add(whole);
        if (cell.sums.timed == 0)
            return;
        add(parts[cell.key.kind]);
        if (cell.key.tool && tools.contains(cell.key.kind))
            add(parts[0x10000u | cell.key.tool]);
    });
    if (whole.calls[0] < telemetry::FewForP95 || whole.calls[1] < telemetry::FewForP95)
        return {};

    const auto growth = [&](const SlowPartSums &sums) { return sums.microseconds[1] / double(whole.calls[1]) - sums.microseconds[0] / double(whole.calls[0]); };
    double most = 0;
    for (const auto &[key, sums] : parts)
        most = std::max(most, growth(sums));
    // Less than a quarter of what the requests grew by explains nothing.
    if (most <= 0 || most < growth(whole) / 4)
        return {};
    quint32 found = 0;
    double steepest = -1;
    for (const auto &[key, sums] : parts) {
        if (growth(sums) < 0.7 * most || sums.calls[1] == 0)
            continue;
        const double before = sums.microseconds[0] / double(whole.calls[0]), since = sums.microseconds[1] / double(whole.calls[1]);
        const double ratio = before > 0 ? since / before : 1e9;
        if (ratio > steepest) {
            steepest = ratio;
            found = key;
        }
    }
    return inputs.mirror->name(found & 0x10000u ? telemetry::Dimension::Tool : telemetry::Dimension::Kind, found & 0xffffu);
}

} // namespace qd::reports
