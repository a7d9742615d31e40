#pragma once

#include "reports/cost.h"
#include "reports/costscan.h"

namespace qd::reports {

// The sentence, figures and checks of a report that has values.
void sayCost(CostReport &report, const Inputs &inputs, const CostScan &scan, const CostSpan &span);
void costWithoutValues(CostReport &report, const Inputs &inputs, const Recording &recording);

// What Cost and Overview both say of today and of the month.
struct CostStanding
{
    Amount today, yesterdaySoFar, month;
    bool knowsToday = false, knowsYesterday = false, knowsMonth = false;
    std::optional<double> todayForecast, monthForecast, monthLow, monthHigh; // dollars
    std::optional<Money> budgetPerDay, budgetPerMonth, alertPerDay;
    QString monthName;

    qd::State state() const;
    // "on track for $66.00", empty where nothing can be said.
    QString track() const;
};
CostStanding standingOf(const CostReport &report, const CostScan &scan, const CostSpan &span, const QTimeZone &zone);
// Without the whole report: for Overview and the fleet table.
CostStanding costStanding(const Inputs &inputs, const Freshness &freshness, telemetry::Forecast *forecast = nullptr, QList<double> *spark = nullptr);

Sentence costSentence(const CostStanding &standing, const Inputs &inputs, const Freshness &freshness, const QStringList &unpricedModels);
Figure costTodayFigure(const CostStanding &standing, const Inputs &inputs, const Freshness &freshness, const QList<double> &spark);
Figure costMonthFigure(const CostStanding &standing, const Inputs &inputs, const Freshness &freshness);
Figure costForecastFigure(const CostStanding &standing, const telemetry::Forecast &forecast, const Inputs &inputs, const Freshness &freshness);
Figure costNotRecorded(const Inputs &inputs, const Recording &recording, const Freshness &freshness);

} // namespace qd::reports
