#pragma once

// How a deployment stands right now; what Overview is made from.

#include "reports/costwords.h"
#include "reports/errorwords.h"
#include "reports/latencywords.h"
#include "reports/overview.h"

namespace qd::reports {

struct Standing
{
    Recording recording;
    Freshness freshness;
    Instant until;
    TimeRange day; // the last 24 hours
    std::optional<LatencyScan> latency;
    std::optional<Episode> slow;
    QString slowPart;
    CurrentRequests requests;
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
Sentence overviewSentence(const Inputs &inputs, const Standing &standing, const QList<OverviewReport::OverTarget> &over);

// "Supabase" for an id.
QString providerName(const Inputs &inputs, const QString &id);

} // namespace qd::reports
