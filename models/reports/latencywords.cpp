#include "reports/latencywords.h"

#include "core/format.h"
#include "reports/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace qd::reports {

namespace {

struct LatencyWords
{
    Q_DECLARE_TR_FUNCTIONS(LatencyReport)
};

QString overBy(double value, double target)
{
    return format::percent(value / target - 1);
}

// What follows "p95 is 2.31 s," while it is over its target.
QString ongoingRest(const LatencyReport &report, const Inputs &inputs, double p95)
{
    const QString over = overBy(p95, *report.target), limit = limitText(*report.target), since = sinceWords(*report.episode, inputs);
    const QString part = slowPartWords(inputs, report.slowPart);
    if (part.isEmpty())
        //: follows "p95 is 2.31 s,"; %3 is a time or "the 14:02 deploy"
        return LatencyWords::tr("%1 over the %2 target since %3.").arg(over, limit, since);
    //: follows "p95 is 2.31 s,"; %3 is a time or "the 14:02 deploy", %4 a part such as "retrieval"
    return LatencyWords::tr("%1 over the %2 target since %3; %4 is the slow part.").arg(over, limit, since, part);
}

QString recoveredSentence(const LatencyReport &report, const Inputs &inputs)
{
    const Episode &episode = *report.episode;
    return LatencyWords::tr("It was over from %1 to %2, at most %3.")
        .arg(format::time(episode.range.from, inputs.now, inputs.zone), format::time(episode.range.to, inputs.now, inputs.zone), format::duration(episode.peak));
}

} // namespace

QString operationLabel(const OperationScan &operation, const Inputs &inputs)
{
    if (operation.type == OperationScan::Type::Requests)
        return LatencyWords::tr("All requests");
    if (operation.type == OperationScan::Type::Tool)
        return operation.name; // what people look for in the code
    const auto own = inputs.profile->target(QStringLiteral("p95"), operation.name);
    return own && !own->label.isEmpty() ? own->label : labelOf(*inputs.profile, operation.name);
}

QString slowPartWords(const Inputs &inputs, const QString &slowPart)
{
    const bool isTool = std::ranges::any_of(inputs.profile->tools, [&](const ToolFacts &tool) { return tool.name == slowPart; });
    return isTool ? slowPart : QString(slowPart).replace(QLatin1Char('_'), QLatin1Char(' '));
}

Sentence latencySentence(const LatencyReport &report, const Inputs &inputs, const CurrentRequests &current)
{
    const qint64 count = current.distribution.count();
    const auto p95 = current.distribution.quantile(0.95);
    const QString at = report.freshness.readAt ? format::time(*report.freshness.readAt, inputs.now, inputs.zone) : QString();
    if (report.freshness.isOld()) {
        const QString was = p95 ? LatencyWords::tr("p95 was %1 at %2.").arg(format::duration(*p95), at) : QString();
        return sentence(State::Unknown, report.freshness.says, {was});
    }
    const QString filling = report.freshness.state == Freshness::State::Filling ? report.freshness.says : QString();
    if (count == 0)
        return sentence(State::Unknown, LatencyWords::tr("No request in the last 24 hours."), {filling});
    if (count < telemetry::FewForP95)
        return sentence(State::Unknown, LatencyWords::tr("Only %n request(s) in the last 24 hours;", nullptr, int(count)),
                        {LatencyWords::tr("p95 is judged from %1 on.").arg(telemetry::FewForP95), filling});
    if (!report.target)
        return sentence(State::Ok, LatencyWords::tr("p95 is %1;").arg(format::duration(*p95)), {LatencyWords::tr("the profile sets no target."), filling});
    if (report.episode && report.episode->isOngoing && *p95 > *report.target)
        return sentence(State::Warning, LatencyWords::tr("p95 is %1,").arg(format::duration(*p95)), {ongoingRest(report, inputs, *p95), filling});
    if (*p95 > *report.target)
        return sentence(State::Warning, LatencyWords::tr("p95 is %1,").arg(format::duration(*p95)),
                        {LatencyWords::tr("%1 over the %2 target in the last hour.").arg(overBy(*p95, *report.target), limitText(*report.target)), filling});
    const QString recovered = report.episode ? recoveredSentence(report, inputs) : QString();
    return sentence(State::Ok, LatencyWords::tr("p95 is %1,").arg(format::duration(*p95)),
                    {LatencyWords::tr("within the %1 target.").arg(limitText(*report.target)), recovered, filling});
}

QString p95Definition(const CurrentRequests &current, const Inputs &inputs)
{
    return LatencyWords::tr("95 of 100 requests from %1 to %2 were at least this fast. From the merged distribution of %n request(s), never from an average of percentiles.", nullptr, int(current.distribution.count()))
        .arg(format::time(current.range.from, inputs.now, inputs.zone), format::time(current.range.to, inputs.now, inputs.zone));
}

Figure p95Figure(const Inputs &inputs, const Freshness &freshness, const CurrentRequests &current, const QList<double> &spark, const std::optional<double> &target)
{
    Figure figure;
    figure.id = QStringLiteral("p95");
    figure.label = LatencyWords::tr("p95 response");
    figure.spark = spark;
    figure.sparkTarget = target;
    const auto p95 = current.distribution.quantile(0.95);
    const bool isFew = current.distribution.count() < telemetry::FewForP95;
    figure.value = p95 ? withUnitSplit(format::duration(*p95), &figure.unit) : format::NoValue;
    figure.raw = p95.value_or(qQNaN());
    if (p95 && target && !isFew)
        figure.state = *p95 > *target ? State::Warning : State::Ok;
    figure.note = !p95 ? LatencyWords::tr("no request in 24 h") : isFew ? LatencyWords::tr("few: %n request(s)", nullptr, int(current.distribution.count()))
        : target ? LatencyWords::tr("target < %1").arg(limitText(*target))
                 : LatencyWords::tr("no target");
    if (p95 && current.before && !isFew) {
        const double difference = *p95 - *current.before;
        figure.change = format::change(difference, format::duration(std::abs(difference)));
        figure.changeState = difference > 0 && figure.state == State::Warning ? State::Warning : State::Unknown;
    }
    figure.explanation = explanation(inputs, freshness, p95Definition(current, inputs), current.range, current.distribution.count(), LatencyWords::tr("±0.54 % of the value"));
    ageFigure(figure, inputs, freshness);
    return figure;
}

} // namespace qd::reports
