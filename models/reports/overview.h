#pragma once

#include "reports/report.h"

namespace qd::reports {

// One line of the fleet table.
struct FleetRow
{
    QString name, title, place;
    Environment environment = Environment::Production;
    qd::State state = qd::State::Unknown;
    QString says;                    // "p95 over target", "no telemetry table connected yet"
    std::optional<double> errorRate, p95, p95Target;
    std::optional<Money> costToday, budget;
    bool isCostPartial = false;      // something unpriced
    std::optional<Instant> deployedAt;
    bool isOld = false;
    QString freshness;
    QJsonObject toJson() const;
};

struct OverviewReport
{
    struct HealthRow
    {
        QString id, label, note;     // "RAG retrieval", "search_chunks"
        qd::State state = qd::State::Unknown;
        QList<qd::State> cells;      // 48 of 30 minutes; Unknown: no data
        bool isOld = false;
        QString now;                 // "p95 742 ms"
        QString inTarget;            // "96.7 %" of measured cells
    };
    struct OverTarget
    {
        qd::State state = qd::State::Warning;
        QString title, says;         // "p95 response over target", "2.31 s against 2 s"
        Instant since;
        QString page;                // "latency"
        QString cause;               // "Began 4 min after deploy 4c1e9ab at 14:02."
    };
    struct Source                    // "What still answers"
    {
        QString label;
        qd::State state = qd::State::Unknown;
        QString lastAnswer, nextTry;
    };

    Sentence sentence;
    Freshness freshness;
    QList<Figure> tiles;             // p95, error rate, cost today, requests today, and what else is recorded
    milliseconds healthStep{};
    TimeRange healthRange;
    QList<HealthRow> health;
    QList<OverTarget> overTarget;
    QList<Source> sources;
    QList<Event> events;
    Line p95;                        // under the lanes
    std::optional<double> p95Target;
    QList<Check> checks;
    TimeRange range;
    FleetRow fleetRow;               // this deployment's line of the fleet table

    QJsonObject data() const;
};

OverviewReport overviewReport(const Inputs &inputs);

// The line of a deployment that has no report of its own: the same figures at less cost.
FleetRow fleetRow(const Inputs &inputs);

} // namespace qd::reports
