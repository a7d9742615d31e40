#include "app/text/reporttext.h"

#include "app/text/table.h"
#include "core/format.h"

#include <QCoreApplication>

#include <numeric>

namespace qd::app {

namespace {

struct ErrorsTextWords
{
    Q_DECLARE_TR_FUNCTIONS(ReportText)
};

QStringList classesText(const reports::ErrorsReport &report, const TextStyle &style)
{
    Table table({ErrorsTextWords::tr("class"), ErrorsTextWords::tr("errors") + QLatin1Char('>'), {}});
    for (int i = 0; i < telemetry::ErrorClasses; ++i) {
        const QList<qint64> &steps = report.byClass[size_t(i)];
        const qint64 total = std::accumulate(steps.cbegin(), steps.cend(), qint64(0));
        if (total == 0)
            continue;
        QList<double> spark;
        const qsizetype per = std::max<qsizetype>(1, (steps.size() + 47) / 48);
        for (qsizetype at = 0; at < steps.size(); at += per) {
            const QList<qint64> part = steps.mid(at, per);
            spark << double(std::accumulate(part.cbegin(), part.cend(), qint64(0)));
        }
        table.add({telemetry::errorClassWord(telemetry::ErrorClass(i)), format::count(total), style.ink.spark(spark)});
    }
    return table.isEmpty() ? QStringList() : QStringList{QString()} + table.lines(style.width);
}

QStringList groupsText(const reports::ErrorsReport &report, const reports::Inputs &inputs, const TextStyle &style)
{
    constexpr qsizetype most = 12;
    Table table({ErrorsTextWords::tr("count") + QLatin1Char('>'), ErrorsTextWords::tr("users") + QLatin1Char('>'), ErrorsTextWords::tr("message") + QLatin1Char('*'), ErrorsTextWords::tr("class"),
                 ErrorsTextWords::tr("first"), ErrorsTextWords::tr("last"), ErrorsTextWords::tr("since deploy")});
    for (const auto &group : report.groups.mid(0, most)) {
        table.add({format::count(group.count), format::count(group.users), group.message, telemetry::errorClassWord(group.errorClass), format::time(group.first, inputs.now, inputs.zone),
                   format::time(group.last, inputs.now, inputs.zone), group.sinceDeploy.left(7)});
    }
    if (table.isEmpty())
        return {};
    QStringList lines = QStringList{QString(), style.ink.bold(ErrorsTextWords::tr("Groups of equal messages"))} + table.lines(style.width);
    if (report.groups.size() > most)
        lines << QStringLiteral("  ") + ErrorsTextWords::tr("… %n more", nullptr, int(report.groups.size() - most));
    return lines;
}

} // namespace

QStringList errorsText(const reports::ErrorsReport &report, const reports::Inputs &inputs, const TextStyle &style)
{
    QStringList lines = headText(inputs, report.sentence, report.freshness, style) + figuresText(report.figures, style);
    if (report.isRecorded && report.freshness.hasData())
        lines += classesText(report, style) + groupsText(report, inputs, style);
    return lines + eventsText(report.events, inputs, style) + checksText(report.checks, style);
}

} // namespace qd::app
