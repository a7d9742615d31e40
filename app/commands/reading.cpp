#include "app/commands/reading.h"

namespace qd::app {

Reading::Reading(const Subject &subject, const Terminal &terminal, QObject *parent)
    : QObject(parent)
    , m_terminal(terminal)
    , m_watch(subject.deployment(), subject.profile(), subject.mirrorFile(), subject.surroundings())
{
    if (!subject.password().isEmpty())
        m_watch.target().setPassword(subject.password());
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] { done({}); });
    connect(&m_watch, &Watch::connectionChanged, this, [this] { m_terminal.progress(m_watch.follower().progress().says); });
}

Reading::~Reading() = default;

Reply<> Reading::until(Instant from, std::chrono::milliseconds limit)
{
    m_limit.start(limit);
    m_refresh.start(m_watch.follower().refresh(), [this, from](const Result<> &refreshed) {
        if (!refreshed)
            return done(refreshed);
        fill(from);
    });
    return m_answer.reply();
}

bool Reading::reaches(Instant from)
{
    const telemetry::Coverage coverage = m_watch.follower().mirror().coverage();
    return coverage.isBackfillDone || (coverage.bins && coverage.bins->from <= from);
}

void Reading::fill(Instant from)
{
    // Nothing mapped, nothing to fill: refresh() has said what is there.
    if (m_watch.profile().sources.isEmpty() || reaches(from))
        return done({});
    connect(&m_watch, &Watch::changed, this, [this, from] {
        if (reaches(from))
            done({});
    });
    m_fill.start(m_watch.follower().fillAll(), [this](const Result<> &filled) { done(filled); });
}

void Reading::done(Result<> result)
{
    if (std::exchange(m_isDone, true))
        return;
    m_limit.stop();
    m_refresh.cancel();
    m_fill.cancel();
    m_terminal.endProgress();
    m_answer.give(std::move(result));
}

} // namespace qd::app
