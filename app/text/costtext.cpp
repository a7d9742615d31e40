#include "app/text/reporttext.h"

#include "app/text/table.h"
#include "core/format.h"

#include <QCoreApplication>

namespace qd::app {

namespace {

struct CostTextWords
{
    Q_DECLARE_TR_FUNCTIONS(ReportText)
};

// "≥" says that something in it has no price.
QString amountText(const reports::Amount &amount)
{
    const QString known = format::money(amount.known());
    return amount.isComplete() ? known : QStringLiteral("≥ ") + known;
}

QStringList daysText(const reports::CostReport &report, const TextStyle &style)
{
    constexpr qsizetype most = 14;
    constexpr int barWidth = 24;
    QList<reports::CostReport::Day> days;
    for (const auto &day : report.days) {
        if (day.range.from < report.range.to)
            days.append(day);
    }
    days = days.mid(std::max<qsizetype>(0, days.size() - most));
    double largest = 0;
    for (const auto &day : days)
        largest = std::max(largest, day.amount.known().toDouble());
    Table table({CostTextWords::tr("day"), CostTextWords::tr("cost") + QLatin1Char('>'), CostTextWords::tr("calls") + QLatin1Char('>'), {}, {}});
    for (const auto &day : days) {
        QString note = day.isToday ? CostTextWords::tr("so far") : QString();
        if (!day.isCovered)
            note = day.isBeforeTelemetry ? CostTextWords::tr("before the first row") : CostTextWords::tr("not read yet");
        else if (day.amount.unpricedTokens > 0)
            note = CostTextWords::tr("%1 tokens without a price").arg(format::shortCount(day.amount.unpricedTokens));
        table.add({format::day(day.day), day.isCovered ? amountText(day.amount) : format::NoValue, day.isCovered ? format::count(day.calls) : format::NoValue,
                   day.isCovered && largest > 0 ? style.ink.bar(day.amount.known().toDouble() / largest, barWidth) : QString(), style.ink.dim(note)});
    }
    return table.isEmpty() ? QStringList() : QStringList{QString(), style.ink.bold(CostTextWords::tr("Days"))} + table.lines(style.width);
}

QStringList breakdownText(const QString &title, const reports::CostReport::Breakdown &breakdown, bool hasBefore, const TextStyle &style)
{
    constexpr qsizetype most = 8;
    if (breakdown.rows.isEmpty())
        return {};
    Table table({title + QLatin1Char('*'), CostTextWords::tr("cost") + QLatin1Char('>'), CostTextWords::tr("share") + QLatin1Char('>'), CostTextWords::tr("change") + QLatin1Char('>'),
                 CostTextWords::tr("calls") + QLatin1Char('>'), CostTextWords::tr("per 1,000") + QLatin1Char('>'), {}});
    const auto add = [&](const reports::CostReport::Row &row, const QString &label) {
        const QString change = hasBefore ? format::change(row.contribution.toDouble(), format::money(row.contribution.isNegative() ? -row.contribution : row.contribution)) : QString();
        table.add({label, amountText(row.amount), format::percent(row.share), change, format::count(row.calls), row.perThousand ? format::money(*row.perThousand) : format::NoValue,
                   style.ink.spark(row.spark)});
    };
    for (const auto &row : breakdown.rows.mid(0, most))
        add(row, row.label.isEmpty() ? row.name : row.label);
    if (breakdown.rows.size() > most)
        table.add({CostTextWords::tr("… %n more", nullptr, int(breakdown.rows.size() - most))});
    add(breakdown.total, CostTextWords::tr("Total"));
    return QStringList{QString()} + table.lines(style.width);
}

QStringList forecastText(const reports::CostReport &report, const reports::Inputs &inputs, const TextStyle &style)
{
    if (report.forecast.days.isEmpty())
        return {};
    const double soFar = report.month ? report.month->toDouble() : 0;
    const auto dollars = [](double amount) { return format::moneyRounded(Money::fromMicros(qint64(amount * 1e6))); };
    const QString month = format::month(dayOf(inputs.now, inputs.zone));
    QStringList lines{QString(), style.ink.bold(CostTextWords::tr("Forecast"))};
    if (report.month)
        lines << QStringLiteral("  ")
                + CostTextWords::tr("%1 will cost %2 (so far %3), with 80 % certainty between %4 and %5.")
                      .arg(month, dollars(soFar + report.forecast.expected), format::money(*report.month), dollars(soFar + report.forecast.low), dollars(soFar + report.forecast.high));
    else
        lines << QStringLiteral("  ")
                + CostTextWords::tr("Still to come in %1: %2, with 80 % certainty between %3 and %4.")
                      .arg(month, dollars(report.forecast.expected), dollars(report.forecast.low), dollars(report.forecast.high));
    lines << QStringLiteral("  ") + style.ink.dim(report.forecast.says);
    return lines;
}

} // namespace

QStringList costText(const reports::CostReport &report, const reports::Inputs &inputs, const TextStyle &style)
{
    QStringList lines = headText(inputs, report.sentence, report.freshness, style) + figuresText(report.figures, style);
    if (report.freshness.hasData()) {
        lines += daysText(report, style) + forecastText(report, inputs, style);
        lines += breakdownText(CostTextWords::tr("by model"), report.byModel, report.hasBefore, style) + breakdownText(CostTextWords::tr("by tool"), report.byTool, report.hasBefore, style)
            + breakdownText(CostTextWords::tr("by kind"), report.byKind, report.hasBefore, style);
    }
    return lines + checksText(report.checks, style);
}

} // namespace qd::app
