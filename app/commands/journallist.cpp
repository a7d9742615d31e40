#include "app/commands/journallist.h"

#include "app/commands/times.h"
#include "app/text/ink.h"
#include "app/text/table.h"
#include "core/format.h"

#include <QJsonArray>

namespace qd::app {

// "7d", "yesterday", "2026-11-01": from its beginning until now.
static Result<TimeRange> sinceFrom(const CommandLine &line, Instant now, const QTimeZone &zone)
{
    const Result<RangeRequest> request = RangeRequest::parse(line.has("since") ? line.value("since") : QStringLiteral("30d"));
    if (!request)
        return failure(request.error());
    const Result<TimeRange> range = request->resolve(now, zone);
    // Entries may lie a little ahead of our clock: providers have their own.
    return range ? Result<TimeRange>(TimeRange{range->from, now + std::chrono::hours(1)}) : range;
}

void JournalList::start()
{
    if (!line().has("demo"))
        return tell(setup().journal());
    QString folder;
    // The journal of a fleet that is not running is gone with it; starting one shows nothing.
    if (const auto running = FleetRun::running(&folder); !running)
        return fail(NothingRead, running.error());
    m_fleet = std::make_unique<FleetRun>();
    m_step.start(m_fleet->enter(), [this](const Result<> &entered) {
        if (!entered)
            return fail(NothingRead, entered.error());
        tell(m_fleet->journal());
    });
}

void JournalList::tell(const Journal &journal)
{
    const Result<QTimeZone> zone = zoneFrom(line());
    if (!zone)
        return fail(WrongUsage, zone.error());
    const Instant now = clock().now();
    const Result<TimeRange> range = sinceFrom(line(), now, *zone);
    if (!range)
        return fail(WrongUsage, range.error());
    const Ink ink(terminal().isColoured());
    QJsonArray list;
    Table table({{}, {}, {}, {}, QStringLiteral("*")});
    for (const JournalEntry &entry : journal.entries(*range, line().value("deployment"), line().value("kind"))) {
        list.append(QJsonObject{{QStringLiteral("id"), entry.id},
                                {QStringLiteral("at"), isoText(entry.at)},
                                {QStringLiteral("kind"), entry.kind},
                                {QStringLiteral("deployment"), entry.deployment},
                                {QStringLiteral("title"), entry.title},
                                {QStringLiteral("reason"), entry.reason},
                                {QStringLiteral("state"), stateKey(entry.state)},
                                {QStringLiteral("facts"), entry.facts}});
        const QString what = entry.reason.isEmpty() ? entry.title : tr("%1 (%2)").arg(entry.title, entry.reason);
        table.add({format::time(entry.at, now, *zone), ink.mark(entry.state), entry.kind, entry.deployment, what});
    }
    if (line().wantsJson())
        printDocument({{QStringLiteral("entries"), list}});
    else if (table.isEmpty())
        terminal().print(tr("Nothing is written in the journal since %1.").arg(format::time(range->from, now, *zone)));
    else
        terminal().print(table.lines(terminal().width(), QString()).join(QLatin1Char('\n')));
    end(AllWell);
}

} // namespace qd::app
