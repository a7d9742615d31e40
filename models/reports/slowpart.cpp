#include "reports/latencyscan.h"

namespace qd::reports {

namespace {

constexpr quint32 toolPart = 0x10000u, modelPart = 0x20000u;
constexpr double explainsEnough = 0.25; // of what the requests grew by
constexpr double growsAlike = 0.7;      // of the part that grew most

struct SlowPartSums
{
    double microseconds[2] = {0, 0}; // before, since
    qint64 calls[2] = {0, 0};
};

// Where requests have steps of their own, those are the parts. Where the request is all there is,
// its tool and its model are.
struct SlowParts
{
    SlowPartSums whole;
    std::map<quint32, SlowPartSums> steps, ofRequests;

    double perRequest(const SlowPartSums &sums, int side) const { return sums.microseconds[side] / double(whole.calls[side]); }
    double growth(const SlowPartSums &sums) const { return perRequest(sums, 1) - perRequest(sums, 0); }
};

SlowParts partsOf(const Inputs &inputs, const Recording &recording, const Episode &episode)
{
    const KindNumbers requests(recording.requests, *inputs.mirror), tools(recording.tools, *inputs.mirror);
    SlowParts parts;
    // The day before: long enough to be calm, and the same hours are in it.
    const TimeRange all{episode.range.from - std::chrono::hours(24), episode.range.to};
    inputs.mirror->forEachCell(all, [&](Bin bin, const telemetry::Cell &cell) {
        const int side = binStart(bin) >= episode.range.from ? 1 : 0;
        const auto add = [&](SlowPartSums &sums) {
            sums.microseconds[side] += double(cell.sums.latencyUs);
            sums.calls[side] += cell.sums.calls;
        };
        if (requests.contains(cell.key.kind)) {
            add(parts.whole);
            if (cell.key.tool)
                add(parts.ofRequests[toolPart | cell.key.tool]);
            if (cell.key.model)
                add(parts.ofRequests[modelPart | cell.key.model]);
            return;
        }
        if (cell.sums.timed == 0)
            return;
        add(parts.steps[cell.key.kind]);
        if (cell.key.tool && tools.contains(cell.key.kind))
            add(parts.steps[toolPart | cell.key.tool]);
    });
    return parts;
}

} // namespace

QString slowPartOf(const Inputs &inputs, const Recording &recording, const Episode &episode)
{
    const SlowParts all = partsOf(inputs, recording, episode);
    if (all.whole.calls[0] < telemetry::FewForP95 || all.whole.calls[1] < telemetry::FewForP95)
        return {};
    const bool hasSteps = !all.steps.empty();
    const auto &parts = hasSteps ? all.steps : all.ofRequests;
    double most = 0;
    for (const auto &[key, sums] : parts)
        most = std::max(most, all.growth(sums));
    // A tool or model of whole requests has to explain nearly everything: all requests have one.
    if (most <= 0 || most < all.growth(all.whole) * (hasSteps ? explainsEnough : growsAlike))
        return {};
    quint32 found = 0;
    double steepest = 0;
    for (const auto &[key, sums] : parts) {
        const double before = all.perRequest(sums, 0), ratio = before > 0 ? all.perRequest(sums, 1) / before : 1e9;
        if (all.growth(sums) >= growsAlike * most && ratio > steepest) {
            steepest = ratio;
            found = key;
        }
    }
    const auto dimension = found & toolPart ? telemetry::Dimension::Tool : found & modelPart ? telemetry::Dimension::Model : telemetry::Dimension::Kind;
    return inputs.mirror->name(dimension, found & 0xffffu);
}

} // namespace qd::reports
