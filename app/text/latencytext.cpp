#include "app/text/reporttext.h"

#include "app/text/table.h"
#include "core/format.h"

#include <QCoreApplication>

namespace qd::app {

namespace {

struct LatencyTextWords
{
    Q_DECLARE_TR_FUNCTIONS(ReportText)
};

QString maybeDuration(const std::optional<double> &ms)
{
    return ms ? format::duration(*ms) : format::NoValue;
}

QStringList operationsText(const reports::LatencyReport &report, const TextStyle &style)
{
    constexpr qsizetype most = 20;
    Table table({{}, LatencyTextWords::tr("operation") + QLatin1Char('*'), LatencyTextWords::tr("calls") + QLatin1Char('>'), QStringLiteral("p50>"), QStringLiteral("p95>"), QStringLiteral("p99>"),
                 LatencyTextWords::tr("target") + QLatin1Char('>'), LatencyTextWords::tr("change") + QLatin1Char('>'), LatencyTextWords::tr("errors") + QLatin1Char('>'), {}});
    for (const auto &operation : report.operations.mid(0, most)) {
        const QString p95 = operation.target && operation.p95 && *operation.p95 > *operation.target ? style.ink.coloured(operation.state, maybeDuration(operation.p95)) : maybeDuration(operation.p95);
        table.add({style.ink.mark(operation.state), operation.label.isEmpty() ? operation.name : operation.label, format::count(operation.calls), maybeDuration(operation.p50), p95,
                   maybeDuration(operation.p99), maybeDuration(operation.target), operation.change ? format::change(*operation.change, format::duration(std::abs(*operation.change))) : QString(),
                   operation.errorRate ? format::percent(*operation.errorRate, 2) : QString(), operation.isFew ? style.ink.dim(LatencyTextWords::tr("few")) : QString()});
    }
    if (table.isEmpty())
        return {};
    QStringList lines = QStringList{QString(), style.ink.bold(LatencyTextWords::tr("Operations"))} + table.lines(style.width);
    if (report.operations.size() > most)
        lines << QStringLiteral("  ") + LatencyTextWords::tr("… %n more", nullptr, int(report.operations.size() - most));
    return lines;
}

QStringList linesText(const reports::LatencyReport &report, const TextStyle &style)
{
    Table table({{}, {}, {}});
    for (const reports::Line &line : report.lines) {
        double largest = 0;
        for (const double value : line.values)
            largest = std::isfinite(value) ? std::max(largest, value) : largest;
        if (largest > 0) // p99 is left out where calls are few
            table.add({line.label, style.ink.spark(line.values, 72), LatencyTextWords::tr("up to %1").arg(format::duration(largest))});
    }
    return table.isEmpty() ? QStringList() : QStringList{QString()} + table.lines(style.width);
}

} // namespace

QStringList latencyText(const reports::LatencyReport &report, const reports::Inputs &inputs, const TextStyle &style)
{
    QStringList lines = headText(inputs, report.sentence, report.freshness, style) + figuresText(report.figures, style);
    if (report.isRecorded && report.freshness.hasData())
        lines += linesText(report, style) + operationsText(report, style);
    return lines + eventsText(report.events, inputs, style) + checksText(report.checks, style);
}

} // namespace qd::app
