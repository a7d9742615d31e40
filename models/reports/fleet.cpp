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

void measureFleetRow(FleetRow &row, const Inputs &inputs, const Freshness &freshness)
{
    const Recording recording = recordingOf(*inputs.profile);
    const Instant until = asOf(inputs, freshness);
    if (recording.hasLatency) {
        const TimeRange day{floorToBin(inputs.now - std::chrono::hours(24)), inputs.now};
        const auto episode = latencyEpisode(inputs, recording, scanLatency(inputs, recording, day, until, false).requests(), until);
        const CurrentRequests current = currentRequests(inputs, recording, episode, until, false);
        if (current.distribution.count() >= telemetry::FewForP95)
            row.p95 = current.distribution.quantile(0.95);
        if (const auto target = inputs.profile->target(QStringLiteral("p95")))
            row.p95Target = target->limit;
    }
    const RequestCounts counts(inputs, recording, {floorToBin(until - std::chrono::hours(24)), until});
    std::optional<double> limit;
    if (recording.hasErrors) {
        const CurrentRate rate = currentRate(counts, {}, until);
        if (rate.tally.calls >= telemetry::FewForP95)
            row.errorRate = rate.tally.rate();
        if (const auto target = inputs.profile->target(QStringLiteral("error_rate")))
            limit = target->limit;
    }
    const CostStanding cost = costStanding(inputs, freshness);
    if (cost.knowsToday && recording.mayHaveCost()) {
        row.costToday = cost.today.known();
        row.isCostPartial = !cost.today.isComplete();
    }
    if (counts.total({until - std::chrono::hours(24), until}).calls == 0)
        row.says = FleetWords::tr("nothing asked in 24 hours");
    else
        judgeFleetRow(row, freshness, recording, limit, cost, recording.hasLatency ? slowSteps(inputs, recording, until) : QStringList());
}

} // namespace

FleetRow fleetRow(const Inputs &inputs)
{
    FleetRow row;
    const Freshness freshness = freshnessOf(inputs);
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
    if (freshness.hasData())
        measureFleetRow(row, inputs, freshness);
    else
        row.says = freshness.says;
    const bool isCutOff = inputs.connection && inputs.connection->failedSince && inputs.connection->error;
    if (isCutOff) {
        row.state = State::Failing;
        row.says = FleetWords::tr("database unreachable since %1").arg(format::time(*inputs.connection->failedSince, inputs.now, inputs.zone));
    } else if (row.isOld) {
        row.state = State::Unknown;
        row.says = freshness.says;
    }
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
