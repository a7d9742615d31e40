#include "reports/report.h"

#include "reports/words.h"

namespace qd::reports {

// Previews and failed builds never served a request of this deployment.
static bool wentLive(const JournalEntry &entry)
{
    const QString target = entry.facts.value(QLatin1String("target")).toString();
    return entry.state == State::Ok && (target.isEmpty() || target == QLatin1String("production"));
}

static QList<JournalEntry> deploysIn(const Inputs &inputs, const TimeRange &range)
{
    if (!inputs.journal || !inputs.deployment)
        return {};
    return inputs.journal->entries(range, inputs.deployment->name, QStringLiteral("deploy"));
}

QList<Event> deployEvents(const Inputs &inputs)
{
    QList<Event> events;
    for (const JournalEntry &entry : deploysIn(inputs, inputs.range)) {
        Event event;
        event.lane = Event::Lane::Deploys;
        event.from = entry.at;
        event.state = entry.state;
        event.label = entry.title;
        event.shortLabel = shortCommit(entry);
        events << event;
    }
    return events;
}

std::optional<JournalEntry> deployBefore(const Inputs &inputs, Instant at)
{
    const QList<JournalEntry> entries = deploysIn(inputs, {Instant(), at + milliseconds(1)});
    for (auto entry = entries.crbegin(); entry != entries.crend(); ++entry) {
        if (wentLive(*entry))
            return *entry;
    }
    return {};
}

} // namespace qd::reports
