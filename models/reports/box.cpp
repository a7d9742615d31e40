#include "reports/latency.h"

#include "core/format.h"
#include "reports/recording.h"

#include <QCoreApplication>

namespace qd::reports {

namespace {

struct BoxWords
{
    Q_DECLARE_TR_FUNCTIONS(LatencyReport)
};

constexpr int mostSlowest = 200;

QString boxSentence(const Inputs &inputs, const TimeRange &range, const BoxReport &report)
{
    const auto raw = inputs.mirror->rawRange();
    if (!raw || range.to <= raw->from)
        return BoxWords::tr("Single calls are kept for %n day(s); this box is older.", nullptr, telemetry::Mirror::RawDays);
    QString says;
    for (const telemetry::Difference &difference : report.differences) {
        if (says.isEmpty() && difference.isSignificant() && difference.insideOf > 0 && difference.outsideOf > 0)
            says = BoxWords::tr("%1 of these have %2 %3, against %4 of the rest.")
                       .arg(format::percent(double(difference.inside) / double(difference.insideOf)), difference.dimension, difference.value, format::percent(double(difference.outside) / double(difference.outsideOf)));
    }
    if (says.isEmpty())
        says = report.inside == 0 ? BoxWords::tr("There is no request in this box.") : BoxWords::tr("Nothing sets these requests apart from the rest.");
    if (range.from < raw->from)
        says += QLatin1Char(' ') + BoxWords::tr("Only what is younger than %n day(s) was compared.", nullptr, telemetry::Mirror::RawDays);
    return says;
}

} // namespace

BoxReport boxReport(const Inputs &inputs, const TimeRange &range, double fromMs, double toMs)
{
    BoxReport report;
    const Kinds requests = recordingOf(*inputs.profile).requests;
    report.differences = telemetry::whatDiffers([&](const std::function<void(bool, const telemetry::Call &)> &visit) {
        report.inside = report.outside = 0; // may be visited more than once
        inputs.mirror->forEachCall(range, [&](const telemetry::Call &call) {
            if (!call.latencyMs || !(requests.isAll || requests.names.contains(call.kind)))
                return;
            const bool isInside = *call.latencyMs >= fromMs && *call.latencyMs < toMs;
            ++(isInside ? report.inside : report.outside);
            visit(isInside, call);
        });
    });
    telemetry::Filter filter;
    filter.kinds = requests.isAll ? QStringList() : requests.names;
    filter.slowerThanMs = fromMs;
    filter.fasterThanMs = toMs;
    report.slowest = inputs.mirror->calls(range, filter, telemetry::Order::SlowestFirst, mostSlowest);
    report.says = boxSentence(inputs, range, report);
    return report;
}

} // namespace qd::reports
