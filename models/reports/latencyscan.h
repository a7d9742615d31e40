#pragma once

// One pass over the distributions of the mirror, from which Latency and Overview are both made.

#include "reports/episodes.h"
#include "reports/recording.h"
#include "reports/windows.h"

#include <functional>
#include <map>

namespace qd::reports {

// The share of calls that a p95 lets be over its limit.
inline constexpr double OverAllowedByP95 = 0.05;

// Windows of one operation, filled bin by bin in order of time.
class WindowSeries
{
public:
    WindowSeries() = default;
    WindowSeries(const TimeRange &range, milliseconds length, double limit);
    void add(Bin bin, const telemetry::Distribution &distribution);
    const Windows &finish();
    const Windows &windows() const { return m_windows; }

private:
    void close();

    Windows m_windows;
    qsizetype m_open = -1;
    telemetry::Distribution m_current;
};

// All requests, a kind of step, or a tool.
struct OperationScan
{
    enum class Type { Requests, Kind, Tool };
    Type type = Type::Requests;
    QString name;
    std::optional<MetricTarget> target;
    telemetry::Distribution now, before;
    WindowSeries quarters, hours; // of 15 and of 60 minutes, only with a target
    qint64 calls = 0, errors = 0; // in the range; also those without a latency

    // Windows of an hour where a quarter never holds enough calls to be judged.
    const Windows &judged() const;
};

struct LatencyScan
{
    Steps steps;
    QList<telemetry::Distribution> perStep; // all requests
    std::vector<OperationScan> operations;  // requests first
    TimeRange judged;                       // what windows were made of

    const OperationScan &requests() const { return operations.front(); }
};

// Distributions of the range and of the one before; windows over the range or the 24 hours before
// its end, whichever is longer, so that a beginning is found also in a short range.
LatencyScan scanLatency(const Inputs &inputs, const Recording &recording, const TimeRange &range, Instant until, bool withBefore = true);

// The latest period over the target, with the deploy that it is blamed on.
std::optional<Episode> latencyEpisode(const Inputs &inputs, const Recording &recording, const OperationScan &operation, Instant until);

// The requests that tell how it is now: of the last hour, of the ongoing episode if that is
// shorter, and of a longer time where those are too few.
struct CurrentRequests
{
    TimeRange range;
    telemetry::Distribution distribution;
    std::optional<double> before; // p95 of the 24 hours before
};
CurrentRequests currentRequests(const Inputs &inputs, const Recording &recording, const std::optional<Episode> &episode, Instant until, bool withBefore = true);

// The same of any calls, without `before`.
CurrentRequests currentCalls(Instant until, const std::optional<Episode> &episode, const std::function<telemetry::Distribution(const TimeRange &)> &distribution);

telemetry::Distribution distributionOf(const telemetry::Mirror &mirror, const Kinds &kinds, const TimeRange &range);
telemetry::Distribution distributionOf(const Inputs &inputs, const Recording &recording, const OperationScan &operation, const TimeRange &range);

// The part that makes requests slow since the episode began: the operation whose share of the mean
// request grew most. Of parts that grew about equally (a tool and the step inside of it), the one
// that grew most in proportion. Empty when nothing stands out.
QString slowPartOf(const Inputs &inputs, const Recording &recording, const Episode &episode);

} // namespace qd::reports
