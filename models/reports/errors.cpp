#include "reports/errors.h"

#include "reports/errorwords.h"
#include "reports/odd.h"
#include "reports/words.h"

#include <algorithm>

namespace qd::reports {

namespace {

void drawRates(ErrorsReport &report, const RequestCounts &counts, const Steps &steps, Instant until)
{
    report.step = steps.step;
    report.rate = {QStringLiteral("errors"), {}, steps.first, steps.step, {}};
    report.rateByStatus = {QStringLiteral("by_status"), {}, steps.first, steps.step, {}};
    for (int i = 0; i < steps.count; ++i) {
        const TimeRange step{std::max(steps.start(i), floorToBin(report.range.from)), std::min(steps.start(i) + steps.step, until)};
        const RequestTally tally = counts.total(step);
        report.rate.values << tally.rate();
        report.rateByStatus.values << (tally.calls > 0 ? double(tally.errorsWithHttpStatus) / double(tally.calls) : qQNaN());
    }
}

ErrorsReport::Group errorGroupFrom(const Inputs &inputs, quint32 number, const ErrorScan::Group &scan, const TimeRange &range)
{
    ErrorsReport::Group group;
    group.id = number;
    group.message = inputs.mirror->name(telemetry::Dimension::ErrorGroup, number);
    group.errorClass = scan.errorClass;
    group.httpStatus = scan.httpStatus;
    group.code = scan.code;
    group.count = scan.count;
    group.users = scan.users.size();
    group.isInStream = scan.errorClass == telemetry::ErrorClass::InStream;
    for (const qint64 count : scan.perStep)
        group.spark << double(count);
    if (const auto life = inputs.mirror->lifeOfErrorGroup(number)) {
        group.first = life->from;
        group.last = life->to;
    }
    group.isNew = group.first >= range.from;
    if (const auto deploy = deployBefore(inputs, group.first))
        group.sinceDeploy = shortCommit(*deploy);
    return group;
}

} // namespace

ErrorsReport errorsReport(const Inputs &inputs)
{
    ErrorsReport report;
    const Recording recording = recordingOf(*inputs.profile);
    report.freshness = freshnessOf(inputs);
    report.isRecorded = recording.hasErrors;
    report.range = inputs.range;
    report.events = deployEvents(inputs);
    if (const auto limit = inputs.profile->target(QStringLiteral("error_rate")))
        report.limit = limit->limit;
    if (!report.isRecorded || !report.freshness.hasData()) {
        errorsWithoutValues(report, inputs, recording);
        report.checks << oddChecks(inputs, report.freshness);
        return report;
    }

    const Instant until = std::min(asOf(inputs, report.freshness), inputs.range.to);
    const TimeRange range = fromBinEdge({inputs.range.from, until});
    // A day more than asked for: the beginning of a long period, and what it is compared with.
    const TimeRange judged{std::min(range.from, floorToBin(until - std::chrono::hours(24))), until};
    const RequestCounts counts(inputs, recording, {judged.from - std::chrono::hours(48), until});
    const ErrorScan scan = scanErrors(inputs, range);
    drawRates(report, counts, scan.steps, until);
    report.byClass = scan.byClass;
    if (report.limit)
        report.episode = errorEpisode(inputs, counts, judged, *report.limit, until);
    for (auto group = scan.groups.cbegin(); group != scan.groups.cend(); ++group)
        report.groups << errorGroupFrom(inputs, group.key(), *group, range);
    std::ranges::sort(report.groups, [](const ErrorsReport::Group &a, const ErrorsReport::Group &b) { return a.count != b.count ? a.count > b.count : a.id < b.id; });
    sayErrors(report, inputs, recording, counts, scan, until);
    report.checks << oddChecks(inputs, report.freshness);
    return report;
}

} // namespace qd::reports
