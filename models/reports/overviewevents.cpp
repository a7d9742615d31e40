#include "reports/standing.h"

#include "core/format.h"
#include "reports/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace qd::reports {

namespace {

struct OverviewEventWords
{
    Q_DECLARE_TR_FUNCTIONS(OverviewReport)
};

void addEpisodes(QList<Event> &events, const QList<Episode> &episodes, const Inputs &inputs, State state, const QString &label)
{
    for (const Episode &episode : episodes) {
        if (episode.range.to <= inputs.range.from || episode.range.from >= inputs.range.to)
            continue;
        Event event;
        event.lane = Event::Lane::OverTarget;
        event.from = std::max(episode.range.from, inputs.range.from);
        event.to = episode.range.to;
        event.isOngoing = episode.isOngoing;
        event.state = state;
        event.shortLabel = label;
        event.label = episode.isOngoing ? label : OverviewEventWords::tr("%1, %2").arg(label, format::duration(episode.range.length()));
        events << event;
    }
}

void addOverTarget(QList<Event> &events, const Inputs &inputs, const Standing &standing)
{
    if (standing.latency) {
        for (const OperationNow &now : standing.operations) {
            const OperationScan &operation = *now.operation;
            const QString limit = limitText(operation.target->limit);
            const QString label = operation.type == OperationScan::Type::Requests ? OverviewEventWords::tr("p95 > %1").arg(limit) : OverviewEventWords::tr("%1 > %2").arg(operationLabel(operation, inputs), limit);
            QList<Episode> episodes = episodesOf(operation.judged(), standing.until);
            if (now.episode && !episodes.isEmpty())
                episodes.last() = *now.episode;
            addEpisodes(events, episodes, inputs, State::Warning, label);
        }
    }
    if (standing.counts && standing.recording.hasErrors && standing.errorLimit)
        addEpisodes(events, episodesOf(standing.counts->windows({standing.day.from, standing.until}, *standing.errorLimit), standing.until), inputs, State::Failing, OverviewEventWords::tr("errors > %1").arg(format::percent(*standing.errorLimit)));
}

void addJournal(QList<Event> &events, const Inputs &inputs)
{
    if (!inputs.journal || !inputs.deployment)
        return;
    for (const JournalEntry &entry : inputs.journal->entries(inputs.range, inputs.deployment->name)) {
        if (entry.kind == QLatin1String("deploy"))
            continue;
        Event event;
        event.lane = entry.kind == QLatin1String("status-page") ? Event::Lane::Providers : Event::Lane::Operations;
        event.from = entry.at;
        event.state = entry.state;
        event.label = entry.title;
        event.shortLabel = entry.title.section(QLatin1Char(' '), 0, 1);
        events << event;
    }
}

void addIncidents(QList<Event> &events, const Inputs &inputs)
{
    for (const auto &[id, page] : inputs.statusPages.asKeyValueRange()) {
        if (!page)
            continue;
        for (const providers::StatusIncident &incident : page->incidents) {
            Event event;
            event.lane = Event::Lane::Providers;
            event.from = std::max(incident.createdAt, inputs.range.from);
            event.to = inputs.range.to;
            event.isOngoing = true;
            event.state = page->state == State::Ok ? State::Warning : page->state;
            event.label = QStringLiteral("%1: %2").arg(providerName(inputs, id), incident.name);
            event.shortLabel = providerName(inputs, id);
            events << event;
        }
    }
}

} // namespace

QList<Event> overviewEvents(const Inputs &inputs, const Standing &standing)
{
    QList<Event> events = deployEvents(inputs);
    addOverTarget(events, inputs, standing);
    addJournal(events, inputs);
    addIncidents(events, inputs);
    std::ranges::stable_sort(events, {}, &Event::from);
    return events;
}

} // namespace qd::reports
