#include "app/text/reporttext.h"

#include "app/text/table.h"
#include "core/format.h"

#include <QCoreApplication>

namespace qd::app {

namespace {

struct SharedTextWords
{
    Q_DECLARE_TR_FUNCTIONS(ReportText)
};

// "20 Nov 14:02 to 14:02" and the zone.
QString rangeWords(const reports::Inputs &inputs)
{
    return SharedTextWords::tr("%1 to %2, %3").arg(format::time(inputs.range.from, inputs.now, inputs.zone), format::time(inputs.range.to, inputs.now, inputs.zone), format::zoneName(inputs.zone));
}

} // namespace

QStringList headText(const reports::Inputs &inputs, const reports::Sentence &sentence, const reports::Freshness &freshness, const TextStyle &style)
{
    const Deployment &deployment = *inputs.deployment;
    QStringList title{style.ink.bold(deployment.title.isEmpty() ? deployment.name : deployment.title), environmentWord(deployment.environment)};
    if (!deployment.place.isEmpty())
        title << deployment.place;
    QStringList lines{title.join(QStringLiteral(" · ")), {}};
    lines << style.ink.mark(sentence.state) + QLatin1Char(' ') + style.ink.bold(sentence.fact) + (sentence.rest.isEmpty() ? QString() : QLatin1Char(' ') + sentence.rest);
    // How old it is is always said; a stale answer says it in colour.
    QString age = freshness.says;
    if (age.isEmpty())
        age = freshness.readAt ? SharedTextWords::tr("Read %1.").arg(format::ago(*freshness.readAt, inputs.now)) : SharedTextWords::tr("Never read.");
    lines << QStringLiteral("  ") + (freshness.isOld() ? style.ink.coloured(State::Failing, age) : style.ink.dim(age));
    lines << QStringLiteral("  ") + style.ink.dim(rangeWords(inputs));
    if (!freshness.fix.isEmpty())
        lines << QStringLiteral("  ") + freshness.fix.split(QLatin1Char('\n')).join(QStringLiteral("\n  "));
    return lines;
}

QStringList figuresText(const QList<reports::Figure> &figures, const TextStyle &style)
{
    Table table({{}, {}, QStringLiteral(">"), {}, {}, {}});
    for (const reports::Figure &figure : figures) {
        QString value = figure.unit.isEmpty() ? figure.value : figure.value + format::NoBreakSpace + figure.unit;
        QString note = figure.note;
        if (figure.shown == reports::Figure::Shown::Absent || figure.shown == reports::Figure::Shown::Error) {
            value = format::NoValue;
            note = figure.remedy.isEmpty() ? figure.problem : figure.problem + QLatin1Char(' ') + figure.remedy;
        }
        const bool isOld = figure.shown == reports::Figure::Shown::Old;
        table.add({style.ink.mark(figure.state), figure.label, isOld ? style.ink.dim(value) : style.ink.bold(value), note, style.ink.coloured(figure.changeState, figure.change),
                   style.ink.spark(figure.spark)});
    }
    return table.isEmpty() ? QStringList() : QStringList{QString()} + table.lines(style.width);
}

QStringList eventsText(const QList<reports::Event> &events, const reports::Inputs &inputs, const TextStyle &style)
{
    constexpr qsizetype most = 8;
    Table table({{}, {}, QStringLiteral("*")});
    for (const reports::Event &event : events.mid(std::max<qsizetype>(0, events.size() - most))) {
        QString when = format::time(event.from, inputs.now, inputs.zone);
        if (event.to && !event.isOngoing)
            when += QStringLiteral(" – ") + format::time(*event.to, inputs.now, inputs.zone);
        table.add({when, style.ink.mark(event.state), event.label});
    }
    if (table.isEmpty())
        return {};
    return QStringList{QString(), style.ink.bold(SharedTextWords::tr("Events"))} + table.lines(style.width);
}

QStringList checkText(const Check &check, const TextStyle &style)
{
    QStringList lines;
    QString title = check.title;
    if (!check.object.isEmpty())
        title += QStringLiteral(" · ") + check.object;
    lines << QStringLiteral("  %1 %2").arg(style.ink.mark(check.state), style.ink.bold(title));
    if (!check.says.isEmpty())
        lines << QStringLiteral("    ") + check.says;
    for (const QString &line : check.fix.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        lines << QStringLiteral("    ") + style.ink.dim(line);
    return lines;
}

QStringList checksText(const QList<Check> &checks, const TextStyle &style)
{
    QStringList lines;
    for (const Check &check : checks) {
        // What the page judges itself stands in its sentence and figures already.
        const bool isSaidAbove = check.fix.isEmpty() && !check.id.startsWith(QLatin1String("source."));
        if (check.state != State::Ok && !isSaidAbove)
            lines << checkText(check, style);
    }
    return lines.isEmpty() ? lines : QStringList{QString(), style.ink.bold(SharedTextWords::tr("Worth knowing"))} + lines;
}

} // namespace qd::app
