#include "app/watch.h"

#include <algorithm>

namespace qd::app {

Watch::Watch(const Deployment &deployment, const Profile &profile, const QString &mirrorFile, const Surroundings &with, QObject *parent)
    : QObject(parent)
    , m_deployment(deployment)
    , m_profile(profile)
    , m_with(with)
    , m_target(m_deployment, with.secrets, with.journal, *with.clock)
    , m_follower(&m_target, m_profile, mirrorFile, *with.clock)
    , m_providers(m_deployment, m_profile, with.secrets, with.journal, *with.clock)
{
    m_follower.setInterval(std::chrono::seconds(0));
    connect(&m_follower, &telemetry::Follower::changed, this, &Watch::changed);
    connect(&m_follower, &telemetry::Follower::realityChanged, this, &Watch::changed);
    connect(&m_follower, &telemetry::Follower::progressChanged, this, &Watch::noteProgress);
    connect(&m_target, &Target::statusChanged, this, &Watch::noteConnection);
    connect(&m_target, &Target::loadChanged, this, &Watch::connectionChanged);
    connect(&m_target.lock(), &Lock::changed, this, &Watch::lockChanged);
    connect(&m_providers, &ProviderWatch::changed, this, &Watch::changed);
    connect(with.journal, &Journal::appended, this, [this](const JournalEntry &entry) {
        if (entry.deployment == m_deployment.name)
            emit changed();
    });
}

Watch::~Watch() = default;

void Watch::start()
{
    if (std::exchange(m_isRunning, true))
        return;
    applyInterval();
    m_providers.start();
    refresh();
}

void Watch::readAhead()
{
    constexpr std::chrono::hours standing{24 * 43}; // the forecast learns from six weeks
    m_follower.mirror().readAhead({m_with.clock->now() - standing, m_with.clock->now()});
}

void Watch::setLookedAt(bool isLookedAt)
{
    m_isLookedAt = isLookedAt;
    m_providers.setLookedAt(isLookedAt);
    applyInterval();
}

void Watch::setInterval(std::chrono::seconds interval)
{
    m_interval = interval;
    applyInterval();
}

void Watch::applyInterval()
{
    if (m_isRunning)
        m_follower.setInterval(m_isLookedAt ? m_interval : std::min(m_interval * 4, std::chrono::seconds(600)));
}

void Watch::setPaused(bool isPaused)
{
    m_follower.pause(isPaused);
}

void Watch::refresh()
{
    m_providers.refresh();
    m_refresh.start(m_follower.refresh(), [this](const Result<> &) { emit changed(); });
}

void Watch::noteProgress()
{
    const bool isRefreshing = m_follower.progress().isRefreshing;
    if (std::exchange(m_wasRefreshing, isRefreshing) && !isRefreshing)
        m_refreshedAt = m_with.clock->now();
    emit connectionChanged();
}

// Whoever was cut off does not wait for the next turn once the database answers again.
void Watch::noteConnection()
{
    const bool isCutOff = m_target.status().failedSince.has_value();
    if (std::exchange(m_wasCutOff, isCutOff) && !isCutOff && m_isRunning && m_follower.interval().count() > 0 && !m_follower.isPaused())
        refresh();
    emit connectionChanged();
}

std::optional<Instant> Watch::nextRefresh() const
{
    const std::chrono::seconds interval = m_follower.interval();
    if (interval.count() == 0 || m_follower.isPaused() || !m_refreshedAt)
        return {};
    return *m_refreshedAt + interval;
}

void Watch::sleep()
{
    m_target.lock().relock(QStringLiteral("suspend"));
    m_refresh.cancel();
    m_providers.stop();
    m_target.sleep();
}

void Watch::wake()
{
    m_target.wake();
    if (!m_isRunning)
        return;
    m_providers.start();
    refresh();
}

void Watch::networkChanged()
{
    if (!m_isRunning)
        return;
    // What was refused would be refused again; what could not be reached need not wait any longer.
    if (const auto &error = m_target.status().error; error && error->mayRetryRead())
        m_target.retry();
    if (!m_follower.isPaused())
        refresh();
}

reports::Inputs Watch::inputs(const TimeRange &range, const QTimeZone &zone) const
{
    reports::Inputs inputs = inputsFrom(m_deployment, m_profile, m_follower.mirror(), m_with, range, zone);
    inputs.reality = m_follower.reality();
    inputs.connection = m_target.status();
    inputs.progress = m_follower.progress();
    for (const TelemetrySource &source : m_profile.sources) {
        if (const auto last = m_follower.lastRead(source.name))
            inputs.lastReads.insert(source.name, *last);
    }
    inputs.statusPages = m_providers.statusPages();
    inputs.vercelReadAt = m_providers.vercelReadAt();
    inputs.refreshSeconds = int(m_interval.count());
    return inputs;
}

reports::Inputs inputsFrom(const Deployment &deployment, const Profile &profile, const telemetry::Mirror &mirror, const Surroundings &with, const TimeRange &range, const QTimeZone &zone)
{
    reports::Inputs inputs;
    inputs.deployment = &deployment;
    inputs.profile = &profile;
    inputs.mirror = &mirror;
    inputs.prices = with.prices;
    inputs.journal = with.journal;
    inputs.range = range;
    inputs.zone = zone;
    inputs.now = with.clock->now();
    return inputs;
}

} // namespace qd::app
