// The bars of the page of costs.

#include "widgets/pages/costpage.h"

#include "core/format.h"
#include "widgets/charts/chartframe.h"
#include "widgets/charts/markitems.h"
#include "widgets/controls/button.h"
#include "widgets/controls/panel.h"

#include <QRegularExpression>

namespace qd {

namespace {

QString dollarsOnAxis(double dollars)
{
    const Money amount = Money::fromPico(qint64(dollars * 1e12));
    return dollars != 0 && dollars < 1 ? format::money(amount) : format::moneyRounded(amount);
}

QString dollarsInTip(double dollars)
{
    return format::money(Money::fromPico(qint64(dollars * 1e12)));
}

// "claude-3-5-sonnet" for claude-3-5-sonnet-20241022: a legend has little room.
QString shortModel(const QString &name)
{
    static const QRegularExpression suffix(QStringLiteral("(-\\d{8}|-\\d{4}-\\d{2}-\\d{2}|-versatile|-instant)$"));
    return QString(name).remove(suffix);
}

} // namespace

void CostPage::showChart(const reports::Inputs &inputs)
{
    m_by->setText(stackWords(m_report.stackedBy)); // what is shown: a filter or a wait has no users
    QStringList labels;
    QList<int> colours;
    const QStringList order = reports::modelOrder(inputs);
    for (int part = 0; part < m_report.parts.size(); ++part) {
        const QString &name = m_report.parts.at(part);
        const int place = m_report.stackedBy == reports::CostBy::Model ? int(order.indexOf(name)) : part;
        colours << (name == QLatin1String("other") ? -1 : place);
        labels << name;
    }
    if (m_bars)
        m_chart->remove(m_bars);
    for (LimitItem *limit : std::as_const(m_limits))
        m_chart->remove(limit);
    m_limits.clear();
    m_bars = m_chart->add(new BarsItem(labels, colours, dollarsInTip));

    QList<BarsItem::Bar> bars;
    QStringList slotNames;
    int forecastFrom = -1;
    double highest = 0;
    for (const auto &day : m_report.days)
        highest = std::max({highest, day.amount.known().toDouble(), day.forecast ? day.forecast->high : 0});
    for (const auto &day : m_report.days) {
        if (day.forecast && forecastFrom < 0 && !day.isToday)
            forecastFrom = int(bars.size());
        bars << barOf(day, highest, inputs.zone);
        slotNames << QLocale().toString(day.day.day());
    }
    m_bars->setForecastFrom(forecastFrom);
    m_bars->setBars(bars);
    m_chart->setSlotAxis(slotNames, m_report.days.isEmpty() ? QString() : QLocale().standaloneMonthName(m_report.days.first().day.month(), QLocale::ShortFormat));

    const auto limit = [&](LimitItem::Kind kind, const std::optional<Money> &amount, const QString &words) {
        if (!amount || m_options.onlyTool || m_options.onlyModel)
            return;
        m_limits << m_chart->add(new LimitItem(kind, words.arg(format::moneyRounded(*amount)), amount->toDouble()));
        highest = std::max(highest, amount->toDouble());
    };
    limit(LimitItem::Kind::Budget, m_report.budgetPerDay, tr("budget %1"));
    limit(LimitItem::Kind::Limit, m_report.alertPerDay, tr("alert %1"));
    m_chart->setValueScale(ValueScale::linear(std::max(highest, m_bars->highest()), dollarsOnAxis));
    m_chart->setSays(m_report.sentence.text());

    showLegend(labels, colours, forecastFrom >= 0);
    showFilters(inputs);
}

BarsItem::Bar CostPage::barOf(const reports::CostReport::Day &day, double highest, const QTimeZone &zone) const
{
    BarsItem::Bar bar;
    bar.title = format::dayWithWeekday(day.day);
    bar.isCovered = day.isCovered || (day.forecast && !day.isToday);
    for (const Money &part : day.parts)
        bar.parts << part.toDouble();
    if (day.amount.unpricedTokens > 0) {
        // Its height says "something", never an amount.
        bar.unpriced = highest * 0.05;
        bar.notes << tr("%1 tokens have no price", nullptr).arg(format::count(day.amount.unpricedTokens));
    }
    if (!bar.isCovered)
        bar.notes << (day.isBeforeTelemetry ? tr("the telemetry begins later") : tr("not read yet"));
    for (const reports::Event &event : std::as_const(m_report.events)) {
        if (day.range.contains(event.from))
            bar.deploys << tr("%1 deployed %2", "time and commit").arg(format::timeOfDay(event.from, zone), event.label);
    }
    // A busy day needs no list.
    if (bar.deploys.size() > 4)
        bar.deploys = {tr("%n deploy(s)", nullptr, int(bar.deploys.size()))};
    if (day.forecast) {
        const double sofar = day.isToday ? day.amount.known().toDouble() : 0;
        bar.expected = sofar + day.forecast->expected;
        bar.low = sofar + day.forecast->low;
        bar.high = sofar + day.forecast->high;
    }
    return bar;
}

void CostPage::showLegend(const QStringList &labels, const QList<int> &colours, bool hasForecast)
{
    // What nobody can see in the bars is left to the tooltip and the table.
    QList<int> visible;
    for (int part = 0; part < labels.size(); ++part) {
        Money sum;
        for (const auto &day : m_report.days)
            sum += day.parts.value(part);
        if (sum.toDouble() > 0.004 * m_report.total.known().toDouble())
            visible << part;
    }
    m_legend->setEntries([labels, colours, visible, hasForecast, hasUnpriced = m_report.total.unpricedTokens > 0] {
        QList<Legend::Entry> entries;
        for (const int i : visible)
            entries << Legend::Entry{labels.at(i).isEmpty() ? tr("without") : shortModel(labels.at(i)), tokens().seriesColour(colours.at(i))};
        if (hasUnpriced)
            entries << Legend::Entry{tr("unpriced"), tokens().warnMark, Legend::Sign::Hatched};
        if (hasForecast)
            entries << Legend::Entry{tr("forecast"), tokens().other, Legend::Sign::Hatched};
        return entries;
    });
}

void CostPage::showFilters(const reports::Inputs &inputs)
{
    QStringList filters;
    if (m_options.onlyTool)
        filters << tr("only %1").arg(m_options.onlyTool->isEmpty() ? tr("calls without a tool") : *m_options.onlyTool);
    if (m_options.onlyModel)
        filters << tr("only %1").arg(*m_options.onlyModel);
    if (desk()->inputs() && desk()->inputs()->range.length() < inputs.range.length())
        filters.prepend(tr("all of %1", "a month").arg(QLocale().standaloneMonthName(dayOf(inputs.range.from, inputs.zone).month())));
    m_chartPanel->setMeta(filters.join(QStringLiteral(", ")));
}

} // namespace qd
