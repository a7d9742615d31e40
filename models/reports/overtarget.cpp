#include "reports/standing.h"

#include "core/format.h"
#include "reports/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace qd::reports {

namespace {

struct OverTargetWords
{
    Q_DECLARE_TR_FUNCTIONS(OverviewReport)
};

QString causeOf(const Inputs &inputs, const Episode &episode, const QString &slowPart)
{
    const QString part = slowPart.isEmpty() ? QString() : OverTargetWords::tr("%1 is the slow part.").arg(sentenceStart(slowPartWords(inputs, slowPart)));
    if (!episode.deploy)
        return part;
    const QString commit = shortCommit(*episode.deploy), at = format::time(episode.deploy->at, inputs.now, inputs.zone);
    const milliseconds after = episode.range.from - episode.deploy->at;
    // Bins tell the beginning to a quarter of an hour.
    const QString began = after < BinLength ? OverTargetWords::tr("Began with deploy %1 at %2.").arg(commit, at)
                                            : OverTargetWords::tr("Began %n min after deploy %1 at %2.", nullptr, int(after / std::chrono::minutes(1))).arg(commit, at);
    return part.isEmpty() ? began : began + QLatin1Char(' ') + part;
}

QString againstWords(const QString &value, const QString &limit)
{
    //: "2.31 s against 2 s"
    return OverTargetWords::tr("%1 against %2").arg(value, limit);
}

void addLatency(QList<OverviewReport::OverTarget> &rows, const Inputs &inputs, const Standing &standing)
{
    for (const OperationNow &now : standing.operations) {
        if (!now.isOver())
            continue;
        const bool isRequests = now.operation->type == OperationScan::Type::Requests;
        OverviewReport::OverTarget row;
        row.state = State::Warning;
        row.title = isRequests ? OverTargetWords::tr("p95 response over target") : OverTargetWords::tr("%1 over target").arg(operationLabel(*now.operation, inputs));
        row.says = againstWords(format::duration(now.p95()), limitText(now.operation->target->limit));
        row.since = now.ongoing() ? now.ongoing()->range.from : now.current.range.from;
        // Windows tell the beginning to a quarter of an hour, a deploy inside of the first one to the second.
        if (now.ongoing() && now.ongoing()->deploy)
            row.since = std::max(row.since, now.ongoing()->deploy->at);
        row.page = QStringLiteral("latency");
        if (now.ongoing())
            row.cause = causeOf(inputs, *now.ongoing(), isRequests ? standing.slowPart : QString());
        rows << row;
    }
}

void addErrors(QList<OverviewReport::OverTarget> &rows, const Inputs &inputs, const Standing &standing)
{
    if (!standing.errorLimit || standing.rate.tally.calls < telemetry::FewForP95 || standing.rate.tally.rate() <= *standing.errorLimit)
        return;
    OverviewReport::OverTarget row;
    row.state = State::Failing;
    row.title = OverTargetWords::tr("Error rate over its limit");
    row.says = againstWords(rateText(standing.rate.tally.rate()), format::percent(*standing.errorLimit));
    row.since = standing.failing && standing.failing->isOngoing ? standing.failing->range.from : standing.rate.range.from;
    row.page = QStringLiteral("errors");
    if (standing.failing && standing.failing->isOngoing)
        row.cause = causeOf(inputs, *standing.failing, {});
    rows << row;
}

QString moneyWords(double dollars)
{
    return format::money(Money::fromMicros(qRound64(dollars * 1e6)));
}

void addCost(QList<OverviewReport::OverTarget> &rows, const Inputs &inputs, const Standing &standing)
{
    const CostStanding &cost = standing.cost;
    const QDate today = dayOf(inputs.now, inputs.zone);
    const auto add = [&](State state, const QString &title, const QString &says, Instant since) {
        rows << OverviewReport::OverTarget{state, title, says, since, QStringLiteral("cost"), {}};
    };
    const Instant midnight = startOfDay(today, inputs.zone);
    // The hour in which the sum of the day went over.
    const auto crossed = [&](Money limit) {
        for (qsizetype i = 0; i < standing.costSpark.size(); ++i) {
            if (standing.costSpark.at(i) > limit.toDouble())
                return midnight + std::chrono::hours(i);
        }
        return midnight;
    };
    if (cost.knowsToday && cost.alertPerDay && cost.today.known() > *cost.alertPerDay)
        add(State::Failing, OverTargetWords::tr("Cost today over the alert line"), againstWords(format::money(cost.today.known()), format::moneyRounded(*cost.alertPerDay)), crossed(*cost.alertPerDay));
    else if (cost.knowsToday && cost.budgetPerDay && cost.today.known() > *cost.budgetPerDay)
        add(State::Warning, OverTargetWords::tr("Cost today over budget"), againstWords(format::money(cost.today.known()), format::moneyRounded(*cost.budgetPerDay)), crossed(*cost.budgetPerDay));
    else if (cost.budgetPerDay && cost.todayForecast && *cost.todayForecast > cost.budgetPerDay->toDouble())
        add(State::Warning, OverTargetWords::tr("Cost today on track over budget"), againstWords(moneyWords(*cost.todayForecast), format::moneyRounded(*cost.budgetPerDay)), midnight);
    const Instant first = monthRange(today, inputs.zone).from;
    if (cost.knowsMonth && cost.budgetPerMonth && cost.month.known() > *cost.budgetPerMonth)
        add(State::Warning, OverTargetWords::tr("Cost of the month over budget"), againstWords(format::money(cost.month.known()), format::moneyRounded(*cost.budgetPerMonth)), first);
    else if (cost.budgetPerMonth && cost.monthForecast && *cost.monthForecast > cost.budgetPerMonth->toDouble())
        add(State::Warning, OverTargetWords::tr("Cost of the month on track over budget"), againstWords(moneyWords(*cost.monthForecast), format::moneyRounded(*cost.budgetPerMonth)), first);
}

void addProviders(QList<OverviewReport::OverTarget> &rows, const Inputs &inputs)
{
    for (const auto &[id, page] : inputs.statusPages.asKeyValueRange()) {
        if (!page || (page->state != State::Warning && page->state != State::Failing))
            continue;
        OverviewReport::OverTarget row;
        row.state = page->state;
        row.title = OverTargetWords::tr("%1 reports a problem").arg(providerName(inputs, id));
        row.says = page->says;
        row.since = page->incidents.isEmpty() ? page->updatedAt.value_or(inputs.now) : page->incidents.first().createdAt;
        row.page = QStringLiteral("overview");
        row.cause = page->incidents.isEmpty() ? QString() : page->incidents.first().name;
        rows << row;
    }
}

} // namespace

QList<OverviewReport::OverTarget> overTargets(const Inputs &inputs, const Standing &standing)
{
    QList<OverviewReport::OverTarget> rows;
    // Old values cannot tell what is over its target now.
    if (standing.freshness.hasData() && !standing.freshness.isOld()) {
        addLatency(rows, inputs, standing);
        addErrors(rows, inputs, standing);
        addCost(rows, inputs, standing);
    }
    addProviders(rows, inputs);
    std::ranges::stable_sort(rows, {}, [](const OverviewReport::OverTarget &row) { return row.state == State::Failing ? 0 : 1; });
    return rows;
}

} // namespace qd::reports
