#include "reports/latencywords.h"

#include "core/format.h"
#include "reports/words.h"

#include <QCoreApplication>

namespace qd::reports {

namespace {

struct LatencyFigureWords
{
    Q_DECLARE_TR_FUNCTIONS(LatencyReport)
};

Figure plainFigure(const LatencyReport &report, const Inputs &inputs, const LatencyScan &scan, const QString &id, const QString &label, double quantile, qint64 few)
{
    Figure figure;
    figure.id = id;
    figure.label = label;
    const telemetry::Distribution &all = scan.requests().now;
    const auto value = all.count() >= few ? all.quantile(quantile) : std::nullopt;
    figure.value = value ? withUnitSplit(format::duration(*value), &figure.unit) : format::NoValue;
    figure.raw = value.value_or(qQNaN());
    figure.note = value ? LatencyFigureWords::tr("%n request(s) of the range", nullptr, int(all.count())) : LatencyFigureWords::tr("few: %n request(s)", nullptr, int(all.count()));
    figure.explanation = explanation(inputs, report.freshness, LatencyFigureWords::tr("This share of the range's requests was at least this fast. From the merged distribution."), scan.judged, all.count(), LatencyFigureWords::tr("±0.54 % of the value"));
    ageFigure(figure, inputs, report.freshness);
    return figure;
}

Figure overTargetFigure(const LatencyReport &report, const Inputs &inputs, const LatencyScan &scan)
{
    Figure figure;
    figure.id = QStringLiteral("over_target");
    figure.label = LatencyFigureWords::tr("Over target");
    const qint64 count = scan.requests().now.count();
    figure.value = format::count(report.overTarget);
    figure.raw = double(report.overTarget);
    figure.note = count ? LatencyFigureWords::tr("%1 of %2 requests").arg(format::percent(double(report.overTarget) / double(count), 1), format::count(count)) : QString();
    figure.explanation = explanation(inputs, report.freshness, LatencyFigureWords::tr("Requests of the range that took longer than the target."), report.range, count, LatencyFigureWords::tr("exact but for one bucket of 1.1 % at the target"));
    ageFigure(figure, inputs, report.freshness);
    return figure;
}

Check p95Check(const LatencyReport &report, const CurrentRequests &current)
{
    Check check;
    check.id = QStringLiteral("latency.p95");
    check.title = LatencyFigureWords::tr("p95 against its target");
    check.object = LatencyFigureWords::tr("All requests");
    check.measuredAt = report.freshness.readAt;
    check.says = report.sentence.text();
    const auto p95 = current.distribution.quantile(0.95);
    if (!report.freshness.isOld() && p95 && report.target && current.distribution.count() >= telemetry::FewForP95)
        check.state = *p95 > *report.target ? State::Warning : State::Ok;
    check.evidence = p95 ? LatencyFigureWords::tr("p95 of %1 requests: %2 ms").arg(current.distribution.count()).arg(*p95, 0, 'f', 1) : QString();
    return check;
}

} // namespace

void sayLatency(LatencyReport &report, const Inputs &inputs, const Recording &recording, const LatencyScan &scan, Instant until)
{
    const CurrentRequests current = currentRequests(inputs, recording, report.episode, until);
    report.sentence = latencySentence(report, inputs, current);
    report.figures << p95Figure(inputs, report.freshness, current, report.lines.at(1).values, report.target)
                   << plainFigure(report, inputs, scan, QStringLiteral("p50"), QStringLiteral("p50"), 0.5, 1)
                   << plainFigure(report, inputs, scan, QStringLiteral("p99"), QStringLiteral("p99"), 0.99, telemetry::FewForP99);
    if (report.target)
        report.figures << overTargetFigure(report, inputs, scan);
    if (report.target)
        report.checks << p95Check(report, current);
}

void latencyWithoutValues(LatencyReport &report, const Inputs &inputs, const Recording &recording)
{
    const auto empty = withoutData(inputs, report.freshness);
    report.sentence = empty ? *empty
                            : sentence(State::Unknown, LatencyFigureWords::tr("Latency not recorded:"), {LatencyFigureWords::tr("%1 has no column for it.").arg(recording.tableNames())});
    Figure figure;
    figure.id = QStringLiteral("p95");
    figure.label = LatencyFigureWords::tr("p95 response");
    figure.shown = Figure::Shown::Absent;
    figure.value = format::NoValue;
    figure.problem = report.isRecorded ? report.freshness.says : LatencyFigureWords::tr("latency not recorded");
    figure.remedy = report.isRecorded ? report.freshness.fix : LatencyFigureWords::tr("Write how long each call took, in milliseconds.");
    report.figures << figure;
    Check check;
    check.id = QStringLiteral("latency.p95");
    check.title = LatencyFigureWords::tr("p95 against its target");
    check.object = recording.tableNames();
    check.says = report.sentence.text();
    check.fix = figure.remedy;
    report.checks << check;
}

} // namespace qd::reports
