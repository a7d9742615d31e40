#pragma once

// How a deployment stands right now; what Overview is made from.

#include "reports/costwords.h"
#include "reports/errorwords.h"
#include "reports/latencywords.h"
#include "reports/overview.h"

namespace qd::reports {

// How an operation with a target of its own does now. It is over its target when the calls of the
// last hour are (of a longer time where those are too few); the episode tells since when.
struct OperationNow
{
    const OperationScan *operation = nullptr; // of Standing::latency
    std::optional<Episode> episode;
    CurrentRequests current;

    bool isJudged() const { return current.distribution.count() >= telemetry::FewForP95; }
    double p95() const { return current.distribution.quantile(0.95).value_or(qQNaN()); }
    bool isOver() const { return isJudged() && p95() > operation->target->limit; }
    // Nothing when it is over without an episode that lasts: a burst within the last hour.
    const Episode *ongoing() const { return episode && episode->isOngoing ? &*episode : nullptr; }
};

struct Standing
{
    Standing() = default;
    Standing(Standing &&) = default;
    Standing(const Standing &) = delete; // `operations` point into `latency`

    Recording recording;
    Freshness freshness;
    Instant until;
    TimeRange day; // the last 24 hours
    std::optional<LatencyScan> latency;
    std::optional<Episode> slow;
    QString slowPart;
    CurrentRequests requests;
    std::vector<OperationNow> operations; // with a target of their own; requests first
    std::optional<RequestCounts> counts;
    std::optional<double> errorLimit;
    std::optional<Episode> failing;
    CurrentRate rate;
    CostStanding cost;
    telemetry::Forecast forecast;
    QList<double> costSpark;
};
Standing standingNow(const Inputs &inputs);

QList<Figure> overviewTiles(const Inputs &inputs, const Standing &standing);
QList<OverviewReport::HealthRow> healthRows(const Inputs &inputs, const Standing &standing, const TimeRange &range);
QList<OverviewReport::OverTarget> overTargets(const Inputs &inputs, const Standing &standing);
QList<OverviewReport::Source> answeringSources(const Inputs &inputs, const Freshness &freshness);
QList<Event> overviewEvents(const Inputs &inputs, const Standing &standing);
FleetRow fleetRowOf(const Inputs &inputs, const Standing &standing);
Sentence overviewSentence(const Inputs &inputs, const Standing &standing, const QList<OverviewReport::OverTarget> &over);

// "Supabase" for an id.
QString providerName(const Inputs &inputs, const QString &id);

} // namespace qd::reports
