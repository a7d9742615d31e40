#include "reports/latency.h"

#include "core/format.h"
#include "reports/cost.h"
#include "reports/recording.h"
#include "reports/tracetree.h"
#include "reports/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace qd::reports {

namespace {

struct TraceWords
{
    Q_DECLARE_TR_FUNCTIONS(LatencyReport)
};

// By its tool where the kind is one of tools; a model call within a tool is not that tool again.
QString spanName(const telemetry::Call &call, const Kinds &tools, int depth)
{
    const bool isTool = depth == 0 || tools.isAll || tools.names.contains(call.kind);
    if (!isTool && !call.kind.isEmpty())
        return call.model.isEmpty() ? call.kind : QStringLiteral("%1 %2").arg(call.kind, call.model);
    return !call.tool.isEmpty() ? call.tool : !call.kind.isEmpty() ? call.kind : TraceWords::tr("call");
}

std::optional<MetricTarget> spanTarget(const Inputs &inputs, const telemetry::Call &call)
{
    const auto ofKind = inputs.profile->target(QStringLiteral("p95"), call.kind);
    return ofKind && !call.kind.isEmpty() ? ofKind : call.tool.isEmpty() ? std::nullopt : inputs.profile->target(QStringLiteral("p95"), call.tool);
}

std::optional<double> medianOf(const Inputs &inputs, const telemetry::Call &call)
{
    const auto tool = call.tool.isEmpty() ? std::nullopt : std::optional(call.tool);
    return inputs.mirror->distribution(inputs.range, {call.kind}, tool).quantile(0.5);
}

// "Retrieval took 3.02 s (target 500 ms)." for what is over its target, else for what took longest.
QString traceSentence(const Inputs &inputs, const TraceReport &report)
{
    QStringList says;
    const TraceReport::Span *longest = nullptr;
    for (const TraceReport::Span &span : report.spans) {
        if (span.depth == 0)
            continue;
        if (!longest || span.selfMs > longest->selfMs)
            longest = &span;
        const auto target = spanTarget(inputs, span.call);
        if (target && span.lengthMs > target->limit && says.size() < 2)
            says << TraceWords::tr("%1 took %2 (target %3).").arg(span.label, format::duration(span.lengthMs), limitText(target->limit));
    }
    if (says.isEmpty() && longest && report.request.latencyMs)
        says << TraceWords::tr("%1 took %2 of %3.").arg(longest->label, format::duration(longest->selfMs), format::duration(*report.request.latencyMs));
    const auto failed = std::ranges::find_if(report.spans, &TraceReport::Span::isError);
    if (failed != report.spans.end() && !failed->call.errorMessage.isEmpty())
        says << TraceWords::tr("%1 failed: %2").arg(failed->label, failed->call.errorMessage.left(120));
    if (!report.hasSpans)
        says << TraceWords::tr("Only the request itself is recorded, none of its parts.");
    return says.join(QLatin1Char(' '));
}

void listFacts(TraceReport &report, const Inputs &inputs)
{
    const telemetry::Call &request = report.request;
    const auto add = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            report.facts << std::pair(name, value);
    };
    const Recording recording = recordingOf(*inputs.profile);
    Amount amount;
    QStringList models, tools;
    telemetry::Tokens tokens{};
    for (const TraceReport::Span &span : std::as_const(report.spans)) {
        if (!span.call.model.isEmpty() && !models.contains(span.call.model))
            models << span.call.model;
        if (!span.call.tool.isEmpty() && !tools.contains(span.call.tool))
            tools << span.call.tool;
        if (!recording.costs.isAll && !recording.costs.names.contains(span.call.kind))
            continue;
        amount += amountOfCall(inputs, span.call);
        for (size_t i = 0; i < telemetry::TokenClasses; ++i)
            tokens[i] += span.call.tokens[i];
    }
    const qint64 in = tokens[telemetry::In] + tokens[telemetry::Cached] + tokens[telemetry::CacheWrite];
    add(TraceWords::tr("Time"), format::time(request.at(), inputs.now, inputs.zone));
    add(TraceWords::tr("Tool"), tools.join(QStringLiteral(", ")));
    add(TraceWords::tr("Model"), models.join(QStringLiteral(", ")));
    if (in + tokens[telemetry::Out] > 0)
        add(TraceWords::tr("Tokens"), TraceWords::tr("%1 in, %2 out").arg(format::count(in), format::count(tokens[telemetry::Out])));
    add(TraceWords::tr("User"), request.user);
    add(TraceWords::tr("User kind"), request.userKind);
    add(TraceWords::tr("Trace"), QString::fromUtf8(request.trace));
    if (const auto deploy = deployBefore(inputs, request.at()))
        add(TraceWords::tr("Deployment"), deploy->title);
    if (recording.mayHaveCost() && (amount.unpricedTokens > 0 || !amount.known().isZero()))
        add(TraceWords::tr("Cost"), amount.computed.isZero() ? atLeast(amount.known(), amount.isComplete()) : TraceWords::tr("%1, computed from tokens").arg(atLeast(amount.known(), amount.isComplete())));
    if (request.httpStatus)
        add(TraceWords::tr("HTTP status"), QString::number(request.httpStatus));
    add(TraceWords::tr("Error"), request.errorMessage);
}

} // namespace

TraceReport traceReport(const Inputs &inputs, const telemetry::Call &request)
{
    TraceReport report;
    report.request = request;
    QList<telemetry::Call> calls;
    if (!request.trace.isEmpty()) {
        const milliseconds length(qint64(request.latencyMs.value_or(0)) + 60'000);
        calls = inputs.mirror->callsOfTrace(request.trace, {request.at() - length, request.at() + length});
        // A trace that lasts for a whole conversation has other requests in it; they are not parts of this one.
        const Kinds requests = recordingOf(*inputs.profile).requests;
        calls.removeIf([&](const telemetry::Call &call) { return call.id != request.id && (requests.isAll || requests.names.contains(call.kind)); });
    }
    std::map<std::pair<QString, QString>, std::optional<double>> medians;
    const Kinds tools = recordingOf(*inputs.profile).tools;
    for (const TraceNode &node : traceTree(request, calls)) {
        TraceReport::Span span;
        span.call = node.call;
        span.label = spanName(node.call, tools, node.depth);
        span.depth = node.depth;
        span.startMs = node.startMs;
        span.lengthMs = node.endMs - node.startMs;
        span.selfMs = node.selfMs;
        span.isCritical = node.isCritical;
        span.isError = node.call.isError;
        const auto key = std::pair(node.call.kind, node.call.tool);
        if (!medians.contains(key))
            medians[key] = medianOf(inputs, node.call);
        span.medianMs = medians[key];
        report.spans << span;
    }
    report.hasSpans = report.spans.size() > 1;
    report.says = traceSentence(inputs, report);
    listFacts(report, inputs);
    return report;
}

} // namespace qd::reports
