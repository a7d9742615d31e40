#include "reports/standing.h"

#include "core/format.h"
#include "reports/words.h"

#include <QCoreApplication>

namespace qd::reports {

namespace {

struct StandingWords
{
    Q_DECLARE_TR_FUNCTIONS(OverviewReport)
};

Figure notRecordedTile(const QString &id, const QString &label, const QString &problem, const Standing &standing)
{
    Figure figure;
    figure.id = id;
    figure.label = label;
    figure.shown = Figure::Shown::Absent;
    figure.value = format::NoValue;
    figure.problem = standing.freshness.hasData() ? problem : standing.freshness.says;
    figure.remedy = standing.freshness.hasData() ? QString() : standing.freshness.fix;
    return figure;
}

QList<double> sparkOfRates(const Standing &standing)
{
    QList<double> spark;
    for (Instant at = standing.day.from; at < standing.day.to; at += BinLength)
        spark << standing.counts->of(binOf(at)).rate();
    return spark;
}

Figure requestsTile(const Inputs &inputs, const Standing &standing)
{
    const QString words = requestWords(inputs, standing.recording);
    Figure figure;
    figure.id = QStringLiteral("requests_today");
    //: %1 is "Requests" or another word for them
    figure.label = StandingWords::tr("%1 today").arg(words.left(1).toUpper() + words.mid(1));
    const Instant midnight = startOfDay(dayOf(inputs.now, inputs.zone), inputs.zone);
    const RequestTally today = standing.counts->total({midnight, standing.until});
    const QDate yesterday = dayOf(inputs.now, inputs.zone).addDays(-1);
    const TimeRange before{startOfDay(yesterday, inputs.zone), roundToBin(startOfDay(yesterday, inputs.zone) + (standing.until - midnight))};
    figure.value = format::count(today.calls);
    figure.raw = double(today.calls);
    const double perMinute = double(standing.counts->total({standing.until - std::chrono::hours(1), standing.until}).calls) / 60;
    figure.note = StandingWords::tr("%1 per min now").arg(QLocale().toString(perMinute, 'f', perMinute < 9.95 ? 1 : 0));
    const qint64 callsBefore = standing.counts->total(before).calls;
    if (standing.freshness.covered && standing.freshness.covered->from <= before.from)
        figure.change = format::changePercent(double(callsBefore), double(today.calls));
    for (Instant at = standing.day.from; at < standing.day.to; at += 2 * BinLength)
        figure.spark << double(standing.counts->total({at, at + 2 * BinLength}).calls);
    figure.explanation = explanation(inputs, standing.freshness, StandingWords::tr("Rows that count as a request since midnight (%1). The change is against yesterday up to this time of day.").arg(format::zoneName(inputs.zone)), {midnight, standing.until}, today.calls, StandingWords::tr("exact"));
    ageFigure(figure, inputs, standing.freshness);
    return figure;
}

// The step that is furthest over, or nearest to, a target of its own.
const OperationNow *tightestStep(const Standing &standing)
{
    const OperationNow *tightest = nullptr;
    const auto tightness = [](const OperationNow &step) { return step.p95() / step.operation->target->limit; };
    for (const OperationNow &step : standing.operations) {
        const bool isStep = step.operation->type != OperationScan::Type::Requests;
        if (isStep && step.isJudged() && (!tightest || tightness(step) > tightness(*tightest)))
            tightest = &step;
    }
    return tightest;
}

Figure stepTile(const Inputs &inputs, const Standing &standing, const OperationNow &step)
{
    QList<double> spark;
    for (const Window &window : step.operation->quarters.windows().all)
        spark << window.value;
    Figure figure = p95Figure(inputs, standing.freshness, step.current, spark, step.operation->target->limit);
    figure.id = QStringLiteral("p95_step");
    //: %1 is a step such as "RAG retrieval"
    figure.label = StandingWords::tr("%1 p95").arg(operationLabel(*step.operation, inputs));
    return figure;
}

std::vector<OperationNow> operationsNow(const Inputs &inputs, const Standing &standing)
{
    std::vector<OperationNow> all;
    for (const OperationScan &operation : standing.latency->operations) {
        if (!operation.target || operation.target->operation != operation.name)
            continue;
        if (operation.type == OperationScan::Type::Requests) {
            all.push_back({&operation, standing.slow, standing.requests});
            continue;
        }
        OperationNow step{&operation, latencyEpisode(inputs, standing.recording, operation, standing.until), {}};
        step.current = currentCalls(standing.until, step.episode, [&](const TimeRange &range) { return distributionOf(inputs, standing.recording, operation, range); });
        all.push_back(std::move(step));
    }
    return all;
}

} // namespace

Standing standingNow(const Inputs &inputs)
{
    Standing standing;
    standing.recording = recordingOf(*inputs.profile);
    standing.freshness = freshnessOf(inputs);
    standing.until = asOf(inputs, standing.freshness);
    standing.day = {floorToBin(inputs.now - std::chrono::hours(24)), inputs.now};
    if (const auto limit = inputs.profile->target(QStringLiteral("error_rate")))
        standing.errorLimit = limit->limit;
    standing.cost = costStanding(inputs, standing.freshness, &standing.forecast, &standing.costSpark);
    if (!standing.freshness.hasData())
        return standing;
    if (standing.recording.hasLatency) {
        standing.latency = scanLatency(inputs, standing.recording, standing.day, standing.until, false);
        standing.slow = latencyEpisode(inputs, standing.recording, standing.latency->requests(), standing.until);
        if (standing.slow)
            standing.slowPart = slowPartOf(inputs, standing.recording, *standing.slow);
        standing.requests = currentRequests(inputs, standing.recording, standing.slow, standing.until);
        standing.operations = operationsNow(inputs, standing);
    }
    standing.counts.emplace(inputs, standing.recording, TimeRange{floorToBin(inputs.now - std::chrono::hours(72)), inputs.now});
    if (standing.recording.hasErrors) {
        if (standing.errorLimit)
            standing.failing = errorEpisode(inputs, *standing.counts, {standing.day.from, standing.until}, *standing.errorLimit, standing.until);
        standing.rate = currentRate(*standing.counts, standing.failing, standing.until);
    }
    return standing;
}

QList<Figure> overviewTiles(const Inputs &inputs, const Standing &standing)
{
    QList<Figure> tiles;
    if (standing.latency) {
        QList<double> spark;
        for (const telemetry::Distribution &distribution : standing.latency->perStep)
            spark << distribution.quantile(0.95).value_or(qQNaN());
        const auto target = inputs.profile->target(QStringLiteral("p95"));
        tiles << p95Figure(inputs, standing.freshness, standing.requests, spark, target ? std::optional(target->limit) : std::nullopt);
    } else {
        tiles << notRecordedTile(QStringLiteral("p95"), StandingWords::tr("p95 response"), StandingWords::tr("latency not recorded"), standing);
    }
    if (standing.counts && standing.recording.hasErrors)
        tiles << errorRateFigure(inputs, standing.freshness, standing.rate, sparkOfRates(standing), standing.errorLimit);
    else
        tiles << notRecordedTile(QStringLiteral("error_rate"), StandingWords::tr("Error rate"), StandingWords::tr("errors not recorded"), standing);
    if (standing.freshness.hasData() && standing.recording.mayHaveCost()) {
        tiles << costTodayFigure(standing.cost, inputs, standing.freshness, standing.costSpark);
        tiles << costForecastFigure(standing.cost, standing.forecast, inputs, standing.freshness);
    } else {
        tiles << costNotRecorded(inputs, standing.recording, standing.freshness);
    }
    if (standing.counts)
        tiles << requestsTile(inputs, standing);
    else
        tiles << notRecordedTile(QStringLiteral("requests_today"), StandingWords::tr("Requests today"), QString(), standing);
    if (const OperationNow *step = tightestStep(standing))
        tiles << stepTile(inputs, standing, *step);
    return tiles;
}

} // namespace qd::reports
