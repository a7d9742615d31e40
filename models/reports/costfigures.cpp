#include "reports/costwords.h"

#include "core/format.h"
#include "reports/words.h"

#include <QCoreApplication>

#include <cmath>

namespace qd::reports {

namespace {

struct CostFigureWords
{
    Q_DECLARE_TR_FUNCTIONS(CostReport)
};

QString exactBound()
{
    return CostFigureWords::tr("exact; rounded only to show it");
}

QString pricesWords(const Inputs &inputs)
{
    return inputs.prices ? CostFigureWords::tr("price book %1").arg(inputs.prices->version()) : QString();
}

Figure moneyFigure(const QString &id, const QString &label, Money amount, bool isComplete)
{
    Figure figure;
    figure.id = id;
    figure.label = label;
    figure.value = atLeast(amount, isComplete);
    figure.raw = amount.toDouble();
    return figure;
}

void explainMoney(Figure &figure, const Inputs &inputs, const Freshness &freshness, const QString &definition, const TimeRange &range, qint64 rows)
{
    figure.explanation = explanation(inputs, freshness, definition, range, rows, exactBound());
    figure.explanation.prices = pricesWords(inputs);
    ageFigure(figure, inputs, freshness);
}

QString budgetNote(Money amount, const std::optional<Money> &budget)
{
    if (!budget || budget->isZero())
        return CostFigureWords::tr("no budget set");
    return CostFigureWords::tr("%1 of %2").arg(format::percent(amount.toDouble() / budget->toDouble()), format::moneyRounded(*budget));
}

Figure unknownFigure(const QString &id, const QString &label, const Freshness &freshness)
{
    Figure figure;
    figure.id = id;
    figure.label = label;
    figure.shown = Figure::Shown::Absent;
    figure.value = format::NoValue;
    figure.problem = freshness.says;
    return figure;
}

} // namespace

Figure costTodayFigure(const CostStanding &standing, const Inputs &inputs, const Freshness &freshness, const QList<double> &spark)
{
    const QString id = QStringLiteral("cost_today"), label = CostFigureWords::tr("Cost today");
    if (!standing.knowsToday)
        return unknownFigure(id, label, freshness);
    const Money today = standing.today.known();
    Figure figure = moneyFigure(id, label, today, standing.today.isComplete());
    figure.state = standing.state();
    figure.note = budgetNote(today, standing.budgetPerDay);
    figure.spark = spark;
    if (standing.budgetPerDay)
        figure.sparkTarget = standing.budgetPerDay->toDouble();
    if (standing.knowsYesterday) {
        const double difference = (today - standing.yesterdaySoFar.known()).toDouble();
        figure.change = format::change(difference, format::money(Money::fromMicros(qRound64(std::abs(difference) * 1e6))));
        figure.changeState = difference > 0 && figure.state == State::Warning ? State::Warning : State::Unknown;
    }
    const TimeRange range{startOfDay(dayOf(inputs.now, inputs.zone), inputs.zone), inputs.now};
    explainMoney(figure, inputs, freshness, CostFigureWords::tr("What the calls since midnight (%1) cost: as the table recorded it, and tokens × price where it recorded none. The change is against yesterday up to this time of day.").arg(format::zoneName(inputs.zone)), range, 0);
    return figure;
}

Figure costMonthFigure(const CostStanding &standing, const Inputs &inputs, const Freshness &freshness)
{
    const QString id = QStringLiteral("cost_month"), label = CostFigureWords::tr("%1 so far").arg(standing.monthName.isEmpty() ? format::month(dayOf(inputs.now, inputs.zone)) : standing.monthName);
    if (!standing.knowsMonth)
        return unknownFigure(id, label, freshness);
    Figure figure = moneyFigure(id, label, standing.month.known(), standing.month.isComplete());
    figure.note = budgetNote(standing.month.known(), standing.budgetPerMonth);
    if (standing.budgetPerMonth)
        figure.state = standing.month.known() > *standing.budgetPerMonth ? State::Warning : standing.month.isComplete() ? State::Ok : State::Unknown;
    explainMoney(figure, inputs, freshness, CostFigureWords::tr("What the calls since the first of the month (%1) cost.").arg(format::zoneName(inputs.zone)), {monthRange(dayOf(inputs.now, inputs.zone), inputs.zone).from, inputs.now}, 0);
    return figure;
}

Figure costForecastFigure(const CostStanding &standing, const telemetry::Forecast &forecast, const Inputs &inputs, const Freshness &freshness)
{
    const QDate last = monthRange(dayOf(inputs.now, inputs.zone), inputs.zone).to > inputs.now ? dayOf(monthRange(dayOf(inputs.now, inputs.zone), inputs.zone).to - milliseconds(1), inputs.zone) : QDate();
    const QString id = QStringLiteral("cost_forecast"), label = CostFigureWords::tr("Forecast for %1").arg(format::day(last));
    if (!standing.monthForecast) {
        Figure figure = unknownFigure(id, label, freshness);
        if (standing.knowsMonth || freshness.state == Freshness::State::Live)
            figure.problem = forecast.says.isEmpty() ? CostFigureWords::tr("too little history for a forecast") : forecast.says;
        return figure;
    }
    const Money expected = Money::fromMicros(qRound64(*standing.monthForecast * 1e6));
    Figure figure;
    figure.id = id;
    figure.label = label;
    figure.value = format::moneyRounded(expected);
    figure.raw = *standing.monthForecast;
    const auto rounded = [](double dollars) { return format::moneyRounded(Money::fromMicros(qRound64(dollars * 1e6))); };
    //: an interval that holds the month's cost in 8 of 10 cases
    figure.note = CostFigureWords::tr("80 %: %1–%2").arg(rounded(*standing.monthLow), rounded(*standing.monthHigh));
    if (standing.budgetPerMonth) {
        figure.state = *standing.monthForecast > standing.budgetPerMonth->toDouble() ? State::Warning : State::Ok;
        figure.change = CostFigureWords::tr("%1 of budget").arg(format::percent(*standing.monthForecast / standing.budgetPerMonth->toDouble()));
        figure.changeState = figure.state;
    }
    explainMoney(figure, inputs, freshness, CostFigureWords::tr("The month so far and what is still to come, from the hours of the week in the past. %1").arg(forecast.says), {inputs.now - std::chrono::hours(24 * 42), inputs.now}, 0);
    figure.explanation.errorBound = CostFigureWords::tr("an 80 % interval; %1").arg(forecast.says);
    return figure;
}

Figure costNotRecorded(const Inputs &inputs, const Recording &recording, const Freshness &freshness)
{
    Q_UNUSED(inputs)
    Figure figure = unknownFigure(QStringLiteral("cost_today"), CostFigureWords::tr("Cost today"), freshness);
    if (freshness.hasData())
        figure.problem = CostFigureWords::tr("cost and tokens not recorded in %1").arg(recording.tableNames());
    figure.remedy = freshness.hasData() ? CostFigureWords::tr("Write the model and its tokens, or the cost, with every call.") : freshness.fix;
    return figure;
}

static Figure perThousandFigure(const CostReport &report, const Inputs &inputs, const CostScan &scan, const CostSpan &span)
{
    const auto per = [](Money amount, qint64 requests) { return amount.toDouble() * 1000 / double(requests); };
    const qint64 requests = scan.requests(span.range), before = scan.requests(span.previous);
    Figure figure;
    figure.id = QStringLiteral("cost_per_thousand");
    figure.label = CostFigureWords::tr("Per 1,000 requests");
    figure.value = format::NoValue;
    if (requests > 0) {
        const double now = per(report.total.known(), requests);
        figure.raw = now;
        figure.value = atLeast(Money::fromMicros(qRound64(now * 1e6)), report.total.isComplete());
        figure.note = CostFigureWords::tr("%1 requests").arg(format::count(requests));
        if (report.hasBefore && before > 0)
            figure.change = format::changePercent(per(report.before.known(), before), now);
    }
    explainMoney(figure, inputs, report.freshness, CostFigureWords::tr("Known cost of the range divided by its requests, times 1,000."), span.range, requests);
    return figure;
}

static Figure unpricedFigure(const CostReport &report, const Inputs &inputs)
{
    Figure figure;
    figure.id = QStringLiteral("unpriced");
    figure.label = CostFigureWords::tr("Without a price");
    figure.raw = double(report.total.unpricedTokens);
    figure.value = report.total.isComplete() ? CostFigureWords::tr("none") : CostFigureWords::tr("%1 tokens").arg(format::shortCount(report.total.unpricedTokens));
    figure.state = report.total.isComplete() ? State::Ok : State::Warning;
    figure.note = report.total.isComplete() ? QString() : CostFigureWords::tr("%n call(s)", nullptr, int(report.total.unpricedCalls));
    explainMoney(figure, inputs, report.freshness, CostFigureWords::tr("Tokens of calls for which the table recorded no cost and the price book has no price. They are in no sum."), report.range, report.total.unpricedCalls);
    return figure;
}

static Figure computedFigure(const CostReport &report, const Inputs &inputs)
{
    Figure figure = moneyFigure(QStringLiteral("computed"), CostFigureWords::tr("Computed, not recorded"), report.total.computed, true);
    figure.note = report.total.computed.isZero() ? CostFigureWords::tr("all recorded by the table") : CostFigureWords::tr("%1 recorded").arg(format::money(report.total.recorded));
    explainMoney(figure, inputs, report.freshness, CostFigureWords::tr("Tokens × the price valid at the time of the call, for calls without a recorded cost."), report.range, 0);
    return figure;
}

static Check costCheck(const CostReport &report, const CostStanding &standing)
{
    Check check;
    check.id = QStringLiteral("cost.budget");
    check.title = CostFigureWords::tr("Cost against its budget");
    check.state = report.freshness.isOld() ? State::Unknown : standing.state();
    check.says = report.sentence.text();
    check.measuredAt = report.freshness.readAt;
    check.evidence = CostFigureWords::tr("recorded %1, computed %2, %3 tokens without a price").arg(standing.today.recorded.toDecimal(), standing.today.computed.toDecimal()).arg(standing.today.unpricedTokens);
    if (!report.unpricedModels.isEmpty())
        check.fix = CostFigureWords::tr("Enter the price of %1.").arg(report.unpricedModels.first());
    return check;
}

void sayCost(CostReport &report, const Inputs &inputs, const CostScan &scan, const CostSpan &span)
{
    const CostStanding standing = standingOf(report, scan, span, inputs.zone);
    report.sentence = costSentence(standing, inputs, report.freshness, report.unpricedModels);
    QList<double> spark;
    for (const CostReport::Day &day : std::as_const(report.days)) {
        if (day.day <= span.last)
            spark << (day.isCovered ? day.amount.known().toDouble() : qQNaN());
    }
    report.figures << costTodayFigure(standing, inputs, report.freshness, spark)
                   << costMonthFigure(standing, inputs, report.freshness)
                   << costForecastFigure(standing, report.forecast, inputs, report.freshness)
                   << perThousandFigure(report, inputs, scan, span);
    if (report.savedByCaches) {
        Figure saved = moneyFigure(QStringLiteral("saved"), CostFigureWords::tr("Saved by caches"), *report.savedByCaches, true);
        explainMoney(saved, inputs, report.freshness, CostFigureWords::tr("Cached input tokens at the full price less the cached price."), report.range, 0);
        report.figures << saved;
    }
    report.figures << unpricedFigure(report, inputs);
    if (!report.total.computed.isZero())
        report.figures << computedFigure(report, inputs);
    report.checks << costCheck(report, standing);
}

void costWithoutValues(CostReport &report, const Inputs &inputs, const Recording &recording)
{
    const auto empty = withoutData(inputs, report.freshness);
    report.sentence = empty ? *empty : sentence(State::Unknown, CostFigureWords::tr("Cost not recorded:"), {CostFigureWords::tr("%1 has neither cost nor tokens.").arg(recording.tableNames())});
    report.figures << costNotRecorded(inputs, recording, report.freshness);
    Check check;
    check.id = QStringLiteral("cost.budget");
    check.title = CostFigureWords::tr("Cost against its budget");
    check.object = recording.tableNames();
    check.says = report.sentence.text();
    check.fix = report.figures.first().remedy;
    report.checks << check;
}

} // namespace qd::reports
