#include "reports/errors.h"

#include "core/format.h"
#include "reports/errorscan.h"
#include "reports/words.h"

#include <QCoreApplication>

namespace qd::reports {

namespace {

struct ErrorGroupWords
{
    Q_DECLARE_TR_FUNCTIONS(ErrorsReport)
};

constexpr int mostSamples = 20;

QString groupSentence(const Inputs &inputs, const ErrorsReport::Group &group, qint64 kept)
{
    const QString first = format::time(group.first, inputs.now, inputs.zone), last = format::time(group.last, inputs.now, inputs.zone);
    QString says = group.sinceDeploy.isEmpty()
        ? ErrorGroupWords::tr("%n error(s) in this range; first seen %1, last %2.", nullptr, int(group.count)).arg(first, last)
        : ErrorGroupWords::tr("%n error(s) in this range; first seen %1 after deploy %3, last %2.", nullptr, int(group.count)).arg(first, last, group.sinceDeploy);
    if (group.isInStream)
        says += QLatin1Char(' ') + ErrorGroupWords::tr("The answer had begun with HTTP 200, so a log of status codes does not show it.");
    if (kept == 0)
        says += QLatin1Char(' ') + ErrorGroupWords::tr("Single calls are kept for %n day(s); these are older.", nullptr, telemetry::Mirror::RawDays);
    return says;
}

} // namespace

GroupReport groupReport(const Inputs &inputs, quint32 number)
{
    GroupReport report;
    const ErrorsReport errors = errorsReport(inputs);
    for (const ErrorsReport::Group &group : errors.groups) {
        if (group.id == number)
            report.group = group;
    }
    report.group.id = number;
    if (report.group.message.isEmpty())
        report.group.message = inputs.mirror->name(telemetry::Dimension::ErrorGroup, number);

    telemetry::Filter filter;
    filter.errorsOnly = true;
    filter.errorGroup = report.group.message;
    report.samples = inputs.mirror->calls(inputs.range, filter, telemetry::Order::NewestFirst, mostSamples);
    const Recording recording = recordingOf(*inputs.profile);
    const QString message = report.group.message;
    report.differences = telemetry::whatDiffers([&](const std::function<void(bool, const telemetry::Call &)> &visit) {
        inputs.mirror->forEachCall(inputs.range, [&](const telemetry::Call &call) {
            const bool isInside = call.isError && telemetry::errorGroupOf(call.errorMessage) == message;
            // The rest are requests that this did not happen to.
            if (isInside || recording.requests.isAll || recording.requests.names.contains(call.kind))
                visit(isInside, call);
        });
    });
    report.says = groupSentence(inputs, report.group, report.samples.size());
    return report;
}

} // namespace qd::reports
