#include "app/commands/reading.h"

namespace qd::app {

static constexpr std::chrono::milliseconds OtherReader{300}, LongFill{5000};

Reading::Reading(const Subject &subject, const Terminal &terminal, QObject *parent)
    : QObject(parent)
    , m_terminal(terminal)
    , m_watch(subject.deployment(), subject.profile(), subject.mirrorFile(), subject.surroundings())
{
    if (!subject.password().isEmpty())
        m_watch.target().setPassword(subject.password());
    m_limit.setSingleShot(true);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &Reading::refresh);
    connect(&m_limit, &QTimer::timeout, this, [this] { done(m_result.value_or(Result<>())); });
    connect(&m_watch, &Watch::connectionChanged, this, [this] { m_terminal.progress(m_watch.follower().progress().says); });
}

Reading::~Reading() = default;

Reply<> Reading::until(Instant from, std::chrono::milliseconds limit)
{
    m_from = from;
    m_limit.start(limit);
    m_started.start();
    connect(&m_watch, &Watch::changed, this, [this] {
        if (m_fill.isRunning() && reaches())
            filled({});
        else if (m_result && !m_watch.providers().isAsking())
            done(*m_result);
    });
    m_watch.providers().start();
    refresh();
    return m_answer.reply();
}

void Reading::refresh()
{
    m_refresh.start(m_watch.follower().refresh(), [this](const Result<> &result) { refreshed(result); });
}

void Reading::refreshed(const Result<> &result)
{
    // Nothing mapped, nothing to fill: refresh() has said what is there.
    if (!result || m_watch.profile().sources.isEmpty() || reaches())
        return settle(result);
    if (m_watch.follower().isFollowingAnother())
        return m_again.start(OtherReader);
    fill();
}

bool Reading::reaches()
{
    const telemetry::Coverage coverage = m_watch.follower().mirror().coverage();
    return coverage.isBackfillDone || (coverage.bins && coverage.bins->from <= m_from);
}

void Reading::fill()
{
    m_fill.start(m_watch.follower().fillAll(), [this](const Result<> &result) { filled(result); });
}

// After a long fill the newest part is old already.
void Reading::filled(const Result<> &result)
{
    m_fill.cancel();
    if (!result || m_started.elapsed() < LongFill.count())
        return settle(result);
    m_refresh.start(m_watch.follower().refresh(), [this](const Result<> &last) { settle(last); });
}

// The database has answered; what the providers say of deployments belongs to the answer, too.
void Reading::settle(const Result<> &result)
{
    m_result = result;
    if (!m_watch.providers().isAsking())
        done(result);
}

void Reading::done(Result<> result)
{
    if (std::exchange(m_isDone, true))
        return;
    m_limit.stop();
    m_again.stop();
    m_refresh.cancel();
    m_fill.cancel();
    m_terminal.endProgress();
    m_answer.give(std::move(result));
}

} // namespace qd::app
