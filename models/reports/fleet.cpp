#include "reports/overview.h"

#include "core/format.h"
#include "reports/standing.h"
#include "reports/words.h"

#include <QCoreApplication>

namespace qd::reports {

namespace {

struct FleetWords
{
    Q_DECLARE_TR_FUNCTIONS(FleetRow)
};

// What is wrong, the worst first; nothing wrong is said of what is measured only.
void judgeFleetRow(FleetRow &row, const Freshness &freshness, const Recording &recording, const std::optional<double> &errorLimit, const CostStanding &cost, const QStringList &slowSteps)
{
    QStringList problems;
    State state = State::Ok;
    const auto add = [&](State worse, const QString &says) {
        problems << says;
        if (state != State::Failing)
            state = worse;
    };
    if (row.errorRate && errorLimit && *row.errorRate > *errorLimit)
        add(State::Failing, FleetWords::tr("errors over limit"));
    if (cost.state() == State::Failing)
        add(State::Failing, FleetWords::tr("cost over the alert line"));
    if (row.p95 && row.p95Target && *row.p95 > *row.p95Target)
        add(State::Warning, FleetWords::tr("p95 over target"));
    for (const QString &step : slowSteps)
        add(State::Warning, FleetWords::tr("%1 over target").arg(step));
    if (cost.knowsToday && cost.state() == State::Warning)
        add(State::Warning, FleetWords::tr("cost over budget"));
    const bool isMeasured = row.p95 || row.errorRate || row.costToday;
    if (problems.isEmpty() && !isMeasured) {
        row.state = State::Unknown;
        row.says = FleetWords::tr("too little to judge");
        return;
    }
    row.state = state;
    if (!problems.isEmpty())
        row.says = problems.join(QStringLiteral(", "));
    else if (!recording.hasLatency || !recording.hasErrors || !recording.mayHaveCost())
        row.says = FleetWords::tr("what is recorded is within target");
    else
        row.says = FleetWords::tr("all within targets");
    if (freshness.state == Freshness::State::Filling)
        row.says = FleetWords::tr("%1; still reading back").arg(row.says);
}

// Steps and tools with a target of their own that are over it.
QStringList slowSteps(const Inputs &inputs, const Recording &recording, Instant until)
{
    QStringList slow;
    for (const MetricTarget &target : inputs.profile->targets) {
        if (target.metric != QStringLiteral("p95") || target.operation.isEmpty())
            continue;
        OperationScan operation;
        operation.name = target.operation;
        OperationNow now{&operation, {}, {}};
        for (const auto type : {OperationScan::Type::Kind, OperationScan::Type::Tool}) {
            operation.type = type;
            operation.target = target;
            now.current = currentCalls(until, {}, [&](const TimeRange &range) { return distributionOf(inputs, recording, operation, range); });
            if (now.current.distribution.count() > 0)
                break;
        }
        if (now.isOver())
            slow << operationLabel(operation, inputs);
    }
    return slow;
}

// What a line says, measured for it or taken from what Overview found.
struct FleetFacts
{
    Recording recording;
    std::optional<double> p95, errorRate;
    qint64 callsOfDay = 0;
    QStringList slowSteps;
};

FleetFacts measuredFleetFacts(const Inputs &inputs, const Freshness &freshness)
{
    FleetFacts facts;
    facts.recording = recordingOf(*inputs.profile);
    const Instant until = asOf(inputs, freshness);
    if (facts.recording.hasLatency) {
        const TimeRange day{floorToBin(inputs.now - std::chrono::hours(24)), inputs.now};
        const auto episode = latencyEpisode(inputs, facts.recording, scanLatency(inputs, facts.recording, day, until, false).requests(), until);
        const CurrentRequests current = currentRequests(inputs, facts.recording, episode, until, false);
        if (current.distribution.count() >= telemetry::FewForP95)
            facts.p95 = current.distribution.quantile(0.95);
        facts.slowSteps = slowSteps(inputs, facts.recording, until);
    }
    const RequestCounts counts(inputs, facts.recording, {floorToBin(until - std::chrono::hours(24)), until});
    if (const CurrentRate rate = currentRate(counts, {}, until); facts.recording.hasErrors && rate.tally.calls >= telemetry::FewForP95)
        facts.errorRate = rate.tally.rate();
    facts.callsOfDay = counts.total({until - std::chrono::hours(24), until}).calls;
    return facts;
}

FleetFacts factsOf(const Inputs &inputs, const Standing &standing)
{
    FleetFacts facts;
    facts.recording = standing.recording;
    if (facts.recording.hasLatency && standing.requests.distribution.count() >= telemetry::FewForP95)
        facts.p95 = standing.requests.distribution.quantile(0.95);
    if (facts.recording.hasErrors && standing.rate.tally.calls >= telemetry::FewForP95)
        facts.errorRate = standing.rate.tally.rate();
    for (const OperationNow &operation : standing.operations) {
        if (operation.operation->type != OperationScan::Type::Requests && operation.isOver())
            facts.slowSteps << operationLabel(*operation.operation, inputs);
    }
    if (standing.counts)
        facts.callsOfDay = standing.counts->total({standing.until - std::chrono::hours(24), standing.until}).calls;
    return facts;
}

void fillFleetRow(FleetRow &row, const Inputs &inputs, const Freshness &freshness, const FleetFacts &facts, const CostStanding &cost)
{
    const auto limitOf = [&](const char16_t *metric) {
        const auto target = inputs.profile->target(QString::fromUtf16(metric));
        return target ? std::optional(target->limit) : std::nullopt;
    };
    row.p95 = facts.p95;
    row.errorRate = facts.errorRate;
    if (facts.recording.hasLatency)
        row.p95Target = limitOf(u"p95");
    if (cost.knowsToday && facts.recording.mayHaveCost()) {
        row.costToday = cost.today.known();
        row.isCostPartial = !cost.today.isComplete();
    }
    if (facts.callsOfDay == 0)
        row.says = FleetWords::tr("nothing asked in 24 hours");
    else
        judgeFleetRow(row, freshness, facts.recording, facts.recording.hasErrors ? limitOf(u"error_rate") : std::nullopt, cost, facts.slowSteps);
}

FleetRow beginFleetRow(const Inputs &inputs, const Freshness &freshness)
{
    FleetRow row;
    if (inputs.deployment) {
        row.name = inputs.deployment->name;
        row.title = inputs.deployment->title.isEmpty() ? inputs.deployment->name : inputs.deployment->title;
        row.place = inputs.deployment->place;
        row.environment = inputs.deployment->environment;
    }
    row.freshness = freshness.says;
    row.isOld = freshness.isOld();
    row.budget = inputs.profile->budgetPerDay;
    if (const auto deploy = deployBefore(inputs, inputs.now))
        row.deployedAt = deploy->at;
    if (!freshness.hasData())
        row.says = freshness.says;
    return row;
}

// What could not be read overrides what was.
void endFleetRow(FleetRow &row, const Inputs &inputs, const Freshness &freshness)
{
    if (inputs.connection && inputs.connection->failedSince && inputs.connection->error) {
        row.state = State::Failing;
        row.says = FleetWords::tr("database unreachable since %1").arg(format::time(*inputs.connection->failedSince, inputs.now, inputs.zone));
    } else if (row.isOld) {
        row.state = State::Unknown;
        row.says = freshness.says;
    }
}

} // namespace

FleetRow fleetRow(const Inputs &inputs)
{
    const Freshness freshness = freshnessOf(inputs);
    FleetRow row = beginFleetRow(inputs, freshness);
    if (freshness.hasData())
        fillFleetRow(row, inputs, freshness, measuredFleetFacts(inputs, freshness), costStanding(inputs, freshness));
    endFleetRow(row, inputs, freshness);
    return row;
}

FleetRow fleetRowOf(const Inputs &inputs, const Standing &standing)
{
    FleetRow row = beginFleetRow(inputs, standing.freshness);
    if (standing.freshness.hasData())
        fillFleetRow(row, inputs, standing.freshness, factsOf(inputs, standing), standing.cost);
    endFleetRow(row, inputs, standing.freshness);
    return row;
}

QJsonObject FleetRow::toJson() const
{
    return {{QStringLiteral("name"), name},
            {QStringLiteral("title"), title},
            {QStringLiteral("place"), place},
            {QStringLiteral("environment"), environmentKey(environment)},
            {QStringLiteral("state"), stateKey(state)},
            {QStringLiteral("says"), says},
            {QStringLiteral("errorRate"), jsonNumber(errorRate)},
            {QStringLiteral("p95"), jsonNumber(p95)},
            {QStringLiteral("p95Target"), jsonNumber(p95Target)},
            {QStringLiteral("costToday"), jsonMoney(costToday)},
            {QStringLiteral("budget"), jsonMoney(budget)},
            {QStringLiteral("costPartial"), isCostPartial},
            {QStringLiteral("deployedAt"), jsonInstant(deployedAt)},
            {QStringLiteral("old"), isOld},
            {QStringLiteral("freshness"), freshness}};
}

} // namespace qd::reports
