#include "app/text/reporttext.h"

#include "app/text/table.h"
#include "core/format.h"

#include <QCoreApplication>

namespace qd::app {

namespace {

struct OverviewTextWords
{
    Q_DECLARE_TR_FUNCTIONS(ReportText)
};

QStringList overTargetText(const QList<reports::OverviewReport::OverTarget> &rows, const reports::Inputs &inputs, const TextStyle &style)
{
    if (rows.isEmpty())
        return {};
    QStringList lines{QString(), style.ink.bold(OverviewTextWords::tr("Over target"))};
    for (const auto &row : rows) {
        lines << QStringLiteral("  %1 %2").arg(style.ink.mark(row.state), row.title);
        lines << QStringLiteral("    ") + OverviewTextWords::tr("%1, since %2 (%3)").arg(row.says, format::time(row.since, inputs.now, inputs.zone), format::duration(std::max(std::chrono::minutes(1), std::chrono::floor<std::chrono::minutes>(inputs.now - row.since))));
        if (!row.cause.isEmpty())
            lines << QStringLiteral("    ") + row.cause;
    }
    return lines;
}

QStringList healthText(const reports::OverviewReport &report, const TextStyle &style)
{
    if (report.health.isEmpty())
        return {};
    Table table({{}, {}, OverviewTextWords::tr("last %n h", nullptr, int(report.healthRange.length() / std::chrono::hours(1))), OverviewTextWords::tr("now"), OverviewTextWords::tr("in target") + QLatin1Char('>')});
    for (const auto &row : report.health)
        table.add({style.ink.mark(row.state), row.label, style.ink.strip(row.cells), row.now, row.inTarget});
    return QStringList{QString(), style.ink.bold(OverviewTextWords::tr("Health"))} + table.lines(style.width);
}

QStringList sourcesText(const QList<reports::OverviewReport::Source> &sources, const TextStyle &style)
{
    if (sources.isEmpty())
        return {};
    Table table({{}, {}, OverviewTextWords::tr("last answer"), OverviewTextWords::tr("next try")});
    for (const auto &source : sources)
        table.add({style.ink.mark(source.state), source.label, source.lastAnswer, source.nextTry});
    return QStringList{QString(), style.ink.bold(OverviewTextWords::tr("Sources"))} + table.lines(style.width);
}

} // namespace

QStringList overviewText(const reports::OverviewReport &report, const reports::Inputs &inputs, const TextStyle &style)
{
    return headText(inputs, report.sentence, report.freshness, style) + figuresText(report.tiles, style) + overTargetText(report.overTarget, inputs, style) + healthText(report, style)
        + sourcesText(report.sources, style) + eventsText(report.events, inputs, style) + checksText(report.checks, style);
}

} // namespace qd::app
