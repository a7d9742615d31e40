#include "reports/costwords.h"

#include "core/format.h"
#include "reports/coverage.h"
#include "reports/words.h"

#include <QCoreApplication>

namespace qd::reports {

namespace {

struct CostStandingWords
{
    Q_DECLARE_TR_FUNCTIONS(CostReport)
};

Money moneyOf(double dollars)
{
    return Money::fromMicros(qRound64(dollars * 1e6));
}

void takeForecast(CostStanding &standing, const telemetry::Forecast &forecast, QDate today)
{
    if (!forecast.isKnown || forecast.days.isEmpty())
        return;
    if (standing.knowsToday && forecast.days.first().day == today)
        standing.todayForecast = standing.today.known().toDouble() + forecast.days.first().expected;
    if (standing.knowsMonth) {
        const double soFar = standing.month.known().toDouble();
        standing.monthForecast = soFar + forecast.expected;
        standing.monthLow = soFar + forecast.low;
        standing.monthHigh = soFar + forecast.high;
    }
}

void takeSums(CostStanding &standing, const CostScan &scan, const CostSpan &span, const CombinedCoverage &combined)
{
    standing.knowsToday = combined.reachesBackTo(span.today.from);
    standing.knowsMonth = combined.reachesBackTo(span.month.from);
    standing.knowsYesterday = combined.reachesBackTo(span.yesterdaySoFar.from) && !(combined.begins && *combined.begins > span.yesterdaySoFar.from);
    standing.today = scan.total(span.today).amount;
    standing.month = scan.total(span.month).amount;
    standing.yesterdaySoFar = scan.total(span.yesterdaySoFar).amount;
    standing.monthName = span.monthName;
}

} // namespace

State CostStanding::state() const
{
    if (!knowsToday)
        return State::Unknown;
    if (alertPerDay && today.known() > *alertPerDay)
        return State::Failing;
    const bool isOver = (budgetPerDay && today.known() > *budgetPerDay) || (knowsMonth && budgetPerMonth && month.known() > *budgetPerMonth)
        || (budgetPerDay && todayForecast && *todayForecast > budgetPerDay->toDouble()) || (budgetPerMonth && monthForecast && *monthForecast > budgetPerMonth->toDouble());
    // An amount that leaves something out cannot be said to be within a budget.
    return isOver ? State::Warning : today.isComplete() ? State::Ok : State::Unknown;
}

QString CostStanding::track() const
{
    if (!todayForecast)
        return {};
    if (budgetPerDay)
        return CostStandingWords::tr("cost on track for %1 of %2").arg(format::money(moneyOf(*todayForecast)), format::moneyRounded(*budgetPerDay));
    return CostStandingWords::tr("cost on track for %1 today").arg(format::money(moneyOf(*todayForecast)));
}

CostStanding standingOf(const CostReport &report, const CostScan &scan, const CostSpan &span, const QTimeZone &zone)
{
    CostStanding standing;
    CombinedCoverage combined;
    takeSums(standing, scan, span, combined);
    standing.knowsToday = report.today.has_value();
    standing.knowsMonth = report.month.has_value();
    standing.knowsYesterday = report.freshness.covered && report.freshness.covered->from <= span.yesterdaySoFar.from;
    standing.budgetPerDay = report.budgetPerDay;
    standing.budgetPerMonth = report.budgetPerMonth;
    standing.alertPerDay = report.alertPerDay;
    takeForecast(standing, report.forecast, dayOf(span.today.from, zone));
    return standing;
}

CostStanding costStanding(const Inputs &inputs, const Freshness &freshness, telemetry::Forecast *forecast, QList<double> *spark)
{
    CostStanding standing;
    const Profile &profile = *inputs.profile;
    standing.budgetPerDay = profile.budgetPerDay;
    standing.budgetPerMonth = profile.budgetPerMonth;
    standing.alertPerDay = profile.alertPerDay;
    const Recording recording = recordingOf(profile);
    if (!freshness.hasData() || !recording.mayHaveCost())
        return standing;
    Inputs today = inputs;
    today.range = {inputs.now - std::chrono::hours(1), inputs.now};
    const CostSpan span = costSpanOf(today, inputs.now);
    QList<Instant> cuts{span.month.from, span.yesterdaySoFar.from, span.yesterdaySoFar.to, span.today.from, span.today.to};
    if (forecast)
        cuts << std::min(span.month.from, startOfDay(dayOf(inputs.now, inputs.zone).addDays(-42), inputs.zone));
    CostScan scan(inputs, recording, cuts);
    scan.run();
    const CombinedCoverage combined = combinedCoverage(inputs);
    takeSums(standing, scan, span, combined);
    const Instant until = asOf(inputs, freshness);
    if (spark) {
        double sum = 0;
        for (qsizetype i = 0; i < scan.hourly().size(); ++i) {
            const Instant hour = scan.firstHour() + std::chrono::hours(i);
            if (hour >= span.today.from && hour < until)
                *spark << (sum += scan.hourly().at(i));
        }
    }
    if (forecast) {
        const Instant known = combined.isBackfillDone && combined.begins ? *combined.begins : combined.covered->from;
        *forecast = forecastFrom(scan, inputs, known, until);
        takeForecast(standing, *forecast, dayOf(inputs.now, inputs.zone));
    }
    return standing;
}

Sentence costSentence(const CostStanding &standing, const Inputs &inputs, const Freshness &freshness, const QStringList &unpricedModels)
{
    const QString today = atLeast(standing.today.known(), standing.today.isComplete());
    if (freshness.isOld()) {
        const QString was = standing.knowsToday && freshness.readAt ? CostStandingWords::tr("Cost was %1 at %2.").arg(today, format::time(*freshness.readAt, inputs.now, inputs.zone)) : QString();
        return sentence(State::Unknown, freshness.says, {was});
    }
    if (!standing.knowsToday)
        return sentence(State::Unknown, CostStandingWords::tr("Cost today is not known yet."), {freshness.says});
    QString rest;
    if (standing.budgetPerDay && !standing.budgetPerDay->isZero()) {
        const QString share = format::percent(standing.today.known().toDouble() / standing.budgetPerDay->toDouble()), budget = format::moneyRounded(*standing.budgetPerDay);
        rest = standing.todayForecast ? CostStandingWords::tr("%1 of the %2 budget, on track for %3.").arg(share, budget, format::money(moneyOf(*standing.todayForecast)))
                                      : CostStandingWords::tr("%1 of the %2 budget.").arg(share, budget);
    } else if (standing.todayForecast) {
        rest = CostStandingWords::tr("on track for %1.").arg(format::money(moneyOf(*standing.todayForecast)));
    }
    QString month;
    if (standing.monthForecast)
        month = standing.budgetPerMonth ? CostStandingWords::tr("%1 on track for %2 of %3.").arg(standing.monthName, format::moneyRounded(moneyOf(*standing.monthForecast)), format::moneyRounded(*standing.budgetPerMonth))
                                        : CostStandingWords::tr("%1 on track for %2.").arg(standing.monthName, format::moneyRounded(moneyOf(*standing.monthForecast)));
    const QString unpriced = unpricedModels.isEmpty() ? QString() : CostStandingWords::tr("%1 has no price.").arg(unpricedModels.first());
    const QString filling = freshness.state == Freshness::State::Filling ? freshness.says : QString();
    //: the beginning of a sentence that goes on: "Cost today $41.20, 62 % of the $66.50 budget"
    const QString fact = rest.isEmpty() ? CostStandingWords::tr("Cost today %1.").arg(today) : CostStandingWords::tr("Cost today %1,").arg(today);
    return sentence(standing.state(), fact, {rest, month, unpriced, filling});
}

} // namespace qd::reports
