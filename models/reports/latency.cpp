#include "reports/latency.h"

#include "core/format.h"
#include "reports/latencyscan.h"
#include "reports/latencywords.h"
#include "reports/odd.h"
#include "reports/words.h"

#include <algorithm>
#include <cmath>

namespace qd::reports {

namespace {

constexpr int bucketsPerOctave = 64;

Line latencyLine(const LatencyScan &scan, const QString &id, double quantile, qint64 few)
{
    Line line{id, id, scan.steps.first, scan.steps.step, {}};
    for (const telemetry::Distribution &distribution : scan.perStep) {
        const auto value = distribution.count() >= few ? distribution.quantile(quantile) : std::nullopt;
        line.values << value.value_or(qQNaN());
    }
    return line;
}

void drawLines(LatencyReport &report, const LatencyScan &scan)
{
    report.step = scan.steps.step;
    report.lines = {latencyLine(scan, QStringLiteral("p50"), 0.5, 1), latencyLine(scan, QStringLiteral("p95"), 0.95, 1), latencyLine(scan, QStringLiteral("p99"), 0.99, telemetry::FewForP99)};
    for (const telemetry::Distribution &distribution : scan.perStep)
        report.callsPerStep << distribution.count();
}

// Rows of half an octave or coarser, so that at most thirty are needed.
void drawHeat(LatencyReport &report, const LatencyScan &scan)
{
    const QList<std::pair<quint16, qint64>> all = scan.requests().now.buckets();
    report.heatColumns = scan.steps.count;
    if (all.isEmpty())
        return;
    const int lowest = std::max<int>(0, all.first().first - 1), highest = std::max<int>(1, all.last().first);
    int perRow = bucketsPerOctave / 2;
    while ((highest - lowest / perRow * perRow + perRow - 1) / perRow > 30)
        perRow *= 2;
    const int base = lowest / perRow * perRow;
    report.heatRows = (highest - base + perRow - 1) / perRow;
    report.heatLowest = std::exp2(double(base) / bucketsPerOctave);
    report.heatHighest = std::exp2(double(base + report.heatRows * perRow) / bucketsPerOctave);
    for (int column = 0; column < scan.perStep.size(); ++column) {
        QList<qint64> rows(report.heatRows, 0);
        for (const auto &[bucket, count] : scan.perStep.at(column).buckets())
            rows[std::clamp((int(bucket) - 1 - base) / perRow, 0, report.heatRows - 1)] += count;
        for (int row = 0; row < rows.size(); ++row) {
            if (rows.at(row) == 0)
                continue;
            report.heat << LatencyReport::HeatCell{column, row, rows.at(row)};
            report.heatMost = std::max(report.heatMost, rows.at(row));
        }
    }
}

LatencyReport::Operation operationFrom(const OperationScan &scan, const Inputs &inputs)
{
    LatencyReport::Operation operation;
    operation.name = scan.type == OperationScan::Type::Kind ? QStringLiteral("kind:") + scan.name : scan.name;
    operation.label = operationLabel(scan, inputs);
    if (scan.type != OperationScan::Type::Requests) {
        const QString other = scan.type == OperationScan::Type::Tool ? labelOf(*inputs.profile, scan.name) : scan.name;
        operation.note = other != operation.label ? other : QString();
    }
    operation.isAggregate = scan.type != OperationScan::Type::Tool;
    operation.calls = std::max(scan.calls, scan.now.count());
    operation.isFew = scan.now.count() < telemetry::FewForP95;
    operation.p50 = scan.now.quantile(0.5);
    operation.p95 = scan.now.quantile(0.95);
    if (scan.now.count() >= telemetry::FewForP99)
        operation.p99 = scan.now.quantile(0.99);
    if (scan.target)
        operation.target = scan.target->limit;
    if (!operation.isFew && scan.before.count() >= telemetry::FewForP95)
        operation.change = *operation.p95 - *scan.before.quantile(0.95);
    if (scan.calls > 0)
        operation.errorRate = double(scan.errors) / double(scan.calls);
    if (!operation.isFew && operation.target)
        operation.state = *operation.p95 > *operation.target ? State::Warning : State::Ok;
    return operation;
}

QList<LatencyReport::Operation> operationsOf(const LatencyScan &scan, const Inputs &inputs)
{
    QList<LatencyReport::Operation> operations;
    for (const OperationScan &operation : scan.operations) {
        if (operation.type == OperationScan::Type::Requests || !operation.now.isEmpty())
            operations << operationFrom(operation, inputs);
    }
    const auto rank = [](const LatencyReport::Operation &operation) {
        const double ratio = operation.p95 && operation.target ? *operation.p95 / *operation.target : -1;
        return std::tuple(!operation.isAggregate, !operation.name.isEmpty(), operation.isFew, -ratio);
    };
    std::ranges::stable_sort(operations, {}, rank);
    return operations;
}

} // namespace

LatencyReport latencyReport(const Inputs &inputs)
{
    LatencyReport report;
    const Recording recording = recordingOf(*inputs.profile);
    report.range = inputs.range;
    report.freshness = freshnessOf(inputs);
    report.isRecorded = recording.hasLatency;
    report.events = deployEvents(inputs);
    if (const auto target = inputs.profile->target(QStringLiteral("p95")))
        report.target = target->limit;
    if (!report.isRecorded || !report.freshness.hasData()) {
        latencyWithoutValues(report, inputs, recording);
        report.checks << oddChecks(inputs, report.freshness);
        return report;
    }

    const Instant until = std::min(asOf(inputs, report.freshness), inputs.range.to);
    const LatencyScan scan = scanLatency(inputs, recording, inputs.range, until);
    drawLines(report, scan);
    drawHeat(report, scan);
    report.operations = operationsOf(scan, inputs);
    if (report.target)
        report.overTarget = scan.requests().now.countAbove(*report.target);
    report.episode = latencyEpisode(inputs, recording, scan.requests(), until);
    if (report.episode)
        report.slowPart = slowPartOf(inputs, recording, *report.episode);
    if (report.episode && report.episode->isOngoing)
        report.operationsSince = operationsOf(scanLatency(inputs, recording, report.episode->range, until), inputs);
    sayLatency(report, inputs, recording, scan, until);
    const QList<Check> odd = oddChecks(inputs, report.freshness);
    sayOdd(report.sentence, odd);
    report.checks << odd;
    return report;
}

} // namespace qd::reports
