#include "reports/latencyscan.h"

#include "reports/coverage.h"

#include <algorithm>

namespace qd::reports {

WindowSeries::WindowSeries(const TimeRange &range, milliseconds length, double limit)
{
    m_windows.length = length;
    m_windows.limit = limit;
    m_windows.allowed = OverAllowedByP95;
    const auto into = range.from.time_since_epoch() % length;
    for (Instant from = range.from - into; from < range.to; from += length)
        m_windows.all << Window{from};
}

void WindowSeries::add(Bin bin, const telemetry::Distribution &distribution)
{
    if (m_windows.all.isEmpty() || binStart(bin) < m_windows.all.first().from)
        return;
    const qsizetype index = (binStart(bin) - m_windows.all.first().from) / m_windows.length;
    if (index >= m_windows.all.size())
        return;
    if (index != m_open)
        close();
    m_open = index;
    m_current += distribution;
}

void WindowSeries::close()
{
    if (m_open >= 0 && !m_current.isEmpty()) {
        Window &window = m_windows.all[m_open];
        window.count = m_current.count();
        window.over = m_current.countAbove(m_windows.limit);
        window.value = *m_current.quantile(0.95);
    }
    m_current = {};
    m_open = -1;
}

const Windows &WindowSeries::finish()
{
    close();
    return m_windows;
}

const Windows &OperationScan::judged() const
{
    // The last two hours tell how busy it is now: at night a quarter may hold too few that by day
    // holds enough. The running quarter is not whole yet.
    const QList<Window> &all = quarters.windows().all;
    const auto recent = all.last(std::min<qsizetype>(all.size(), 9));
    return std::ranges::count_if(recent, &Window::isJudged) * 2 >= recent.size() - 1 ? quarters.windows() : hours.windows();
}

telemetry::Distribution distributionOf(const telemetry::Mirror &mirror, const Kinds &kinds, const TimeRange &range)
{
    if (kinds.isEmpty() || range.isEmpty())
        return {};
    return mirror.distribution(range, kinds.isAll ? QStringList() : kinds.names);
}

telemetry::Distribution distributionOf(const Inputs &inputs, const Recording &recording, const OperationScan &operation, const TimeRange &range)
{
    switch (operation.type) {
    case OperationScan::Type::Requests: return distributionOf(*inputs.mirror, recording.requests, range);
    case OperationScan::Type::Kind: return inputs.mirror->distribution(range, {operation.name});
    case OperationScan::Type::Tool: return inputs.mirror->distribution(range, recording.tools.isAll ? QStringList() : recording.tools.names, operation.name);
    }
    return {};
}

namespace {

class LatencyScanner
{
public:
    LatencyScanner(const Inputs &inputs, const Recording &recording, const TimeRange &range, Instant until, bool withBefore)
        : m_inputs(inputs)
        , m_range(fromBinEdge({range.from, std::min(range.to, until)}))
        , m_before(withBefore ? sameBefore(m_range) : TimeRange{m_range.from, m_range.from})
        , m_requests(recording.requests, *inputs.mirror)
        , m_tools(recording.tools, *inputs.mirror)
    {
        m_scan.steps = stepsOf(range, inputs.zone);
        m_scan.perStep.resize(m_scan.steps.count);
        m_scan.judged = {std::min(m_range.from, floorToBin(m_range.to - std::chrono::hours(24))), m_range.to};
        add(OperationScan::Type::Requests, {});
    }

    LatencyScan run()
    {
        const TimeRange all{std::min(m_before.from, m_scan.judged.from), m_range.to};
        m_inputs.mirror->forEachDistribution(
            all, [this](Bin bin, const telemetry::DistributionKey &key, const telemetry::Distribution &distribution) { visit(bin, key, distribution); },
            [this](const telemetry::DistributionKey &key) { return isWanted(key); });
        countCalls();
        for (OperationScan &operation : m_scan.operations) {
            operation.quarters.finish();
            operation.hours.finish();
        }
        return std::move(m_scan);
    }

private:
    OperationScan &add(OperationScan::Type type, const QString &name)
    {
        OperationScan operation;
        operation.type = type;
        operation.name = name;
        operation.target = m_inputs.profile->target(QStringLiteral("p95"), name);
        // A tool is a part of a request and cannot take longer than all of it may.
        if (!operation.target && type == OperationScan::Type::Tool)
            operation.target = m_inputs.profile->target(QStringLiteral("p95"));
        if (operation.target) {
            operation.quarters = WindowSeries(m_scan.judged, BinLength, operation.target->limit);
            operation.hours = WindowSeries(m_scan.judged, std::chrono::hours(1), operation.target->limit);
        }
        m_scan.operations.push_back(std::move(operation));
        return m_scan.operations.back();
    }

    // Index of the operation that a key belongs to; -1 for none.
    int operationOf(telemetry::Dimension dimension, quint16 kind, quint16 value)
    {
        const bool isTool = dimension == telemetry::Dimension::Tool;
        if (isTool ? value == 0 || !m_tools.contains(kind) : dimension != telemetry::Dimension::Kind || m_requests.contains(kind))
            return -1;
        const quint32 key = isTool ? 0x10000u | value : kind;
        const auto known = m_index.find(key);
        if (known != m_index.end())
            return known->second;
        const QString name = m_inputs.mirror->name(isTool ? telemetry::Dimension::Tool : telemetry::Dimension::Kind, isTool ? value : kind);
        const int index = int(m_scan.operations.size());
        add(isTool ? OperationScan::Type::Tool : OperationScan::Type::Kind, name);
        m_index.emplace(key, index);
        return index;
    }

    bool isWanted(const telemetry::DistributionKey &key) const
    {
        return key.dimension == telemetry::Dimension::Kind || (key.dimension == telemetry::Dimension::Tool && key.value != 0 && m_tools.contains(key.kind));
    }

    void visit(Bin bin, const telemetry::DistributionKey &key, const telemetry::Distribution &distribution)
    {
        if (key.dimension == telemetry::Dimension::Kind && m_requests.contains(key.kind)) {
            addTo(m_scan.operations.front(), bin, distribution);
            const int step = m_scan.steps.of(bin);
            if (step >= 0 && step < m_scan.perStep.size() && binStart(bin) >= m_range.from)
                m_scan.perStep[step] += distribution;
            return;
        }
        const int index = operationOf(key.dimension, key.kind, key.value);
        if (index >= 0)
            addTo(m_scan.operations[size_t(index)], bin, distribution);
    }

    void addTo(OperationScan &operation, Bin bin, const telemetry::Distribution &distribution)
    {
        const Instant at = binStart(bin);
        if (m_range.contains(at))
            operation.now += distribution;
        else if (m_before.contains(at))
            operation.before += distribution;
        if (operation.target && at >= m_scan.judged.from) {
            operation.quarters.add(bin, distribution);
            operation.hours.add(bin, distribution);
        }
    }

    void countCalls()
    {
        m_inputs.mirror->forEachCell(m_range, [this](Bin, const telemetry::Cell &cell) {
            const auto count = [&](OperationScan &operation) {
                operation.calls += cell.sums.calls;
                operation.errors += cell.sums.errors;
            };
            if (m_requests.contains(cell.key.kind))
                count(m_scan.operations.front());
            else if (const int kind = operationOf(telemetry::Dimension::Kind, cell.key.kind, 0); kind >= 0)
                count(m_scan.operations[size_t(kind)]);
            if (const int tool = operationOf(telemetry::Dimension::Tool, cell.key.kind, cell.key.tool); tool >= 0)
                count(m_scan.operations[size_t(tool)]);
        });
    }

    const Inputs &m_inputs;
    TimeRange m_range, m_before;
    KindNumbers m_requests, m_tools;
    std::map<quint32, int> m_index;
    LatencyScan m_scan;
};

} // namespace

LatencyScan scanLatency(const Inputs &inputs, const Recording &recording, const TimeRange &range, Instant until, bool withBefore)
{
    return LatencyScanner(inputs, recording, range, until, withBefore).run();
}

std::optional<Episode> latencyEpisode(const Inputs &inputs, const Recording &recording, const OperationScan &operation, Instant until)
{
    if (!operation.target)
        return {};
    const Windows &windows = operation.judged();
    QList<Episode> episodes = episodesOf(windows, until);
    if (episodes.isEmpty())
        return {};
    Episode episode = episodes.last();
    // A deploy in the middle of the first window is not blamed for calls that were slow before it.
    const auto wasOver = [&](Instant from, Instant to) {
        telemetry::Filter filter;
        const bool isTool = operation.type == OperationScan::Type::Tool;
        const Kinds &kinds = isTool ? recording.tools : recording.requests;
        filter.kinds = operation.type == OperationScan::Type::Kind ? QStringList(operation.name) : kinds.names;
        if (isTool)
            filter.tool = operation.name;
        telemetry::Distribution distribution;
        for (const telemetry::Call &call : inputs.mirror->calls({from, to}, filter, telemetry::Order::NewestFirst, 5000)) {
            if (call.latencyMs)
                distribution.add(*call.latencyMs);
        }
        return distribution.count() >= telemetry::FewForP95 && *distribution.quantile(0.95) > windows.limit;
    };
    episode.deploy = blamed(inputs, windows, episode, wasOver);
    // The first window is over because of what came after the deploy.
    if (episode.deploy && windows.length > BinLength)
        episode.range.from = std::max(episode.range.from, episode.deploy->at);
    return episode;
}

CurrentRequests currentCalls(Instant until, const std::optional<Episode> &episode, const std::function<telemetry::Distribution(const TimeRange &)> &distribution)
{
    CurrentRequests current;
    for (const int hours : {1, 3, 6, 24}) {
        current.range = {floorToBin(until - std::chrono::hours(hours)), until};
        if (episode && episode->isOngoing)
            current.range.from = std::max(current.range.from, episode->range.from);
        current.distribution = distribution(current.range);
        if (current.distribution.count() >= telemetry::FewForP95)
            break;
    }
    return current;
}

CurrentRequests currentRequests(const Inputs &inputs, const Recording &recording, const std::optional<Episode> &episode, Instant until, bool withBefore)
{
    CurrentRequests current = currentCalls(until, episode, [&](const TimeRange &range) { return distributionOf(*inputs.mirror, recording.requests, range); });
    if (!withBefore)
        return current;
    const auto before = distributionOf(*inputs.mirror, recording.requests, {current.range.from - std::chrono::hours(24), current.range.from});
    if (before.count() >= telemetry::FewForP95)
        current.before = before.quantile(0.95);
    return current;
}

} // namespace qd::reports
