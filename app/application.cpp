#include "app/application.h"

#include "core/log.h"
#include "core/settings.h"

#include <QTimer>

namespace qd::app {

QTimeZone zoneFromText(const QString &text)
{
    if (text == QLatin1String("system"))
        return QTimeZone::systemTimeZone();
    const QTimeZone zone(text.toLatin1());
    return zone.isValid() ? zone : QTimeZone::utc();
}

static RangeRequest storedRange()
{
    const Result<RangeRequest> stored = RangeRequest::parse(settings::Range.value());
    return stored ? *stored : RangeRequest{QStringLiteral("24h")};
}

Application::Application(const Clock &clock, const Start &start, QObject *parent)
    : Desk(parent)
    , m_clock(clock)
    , m_start(start)
    , m_setup(clock)
    , m_journal(&m_setup.journal())
    , m_range(start.range.value_or(storedRange()))
    , m_zone(start.zone.value_or(zoneFromText(settings::Zone.value())))
    , m_seconds(settings::RefreshSeconds.value())
{
    connect(&m_suspend, &Suspend::goingToSleep, this, [this] {
        for (auto &[name, watch] : m_watches)
            watch->sleep();
    });
    connect(&m_suspend, &Suspend::woke, this, [this] {
        for (auto &[name, watch] : m_watches)
            watch->wake();
    });
    connect(&m_network, &Network::changed, this, [this] {
        for (auto &[name, watch] : m_watches)
            watch->networkChanged();
    });
    connect(&m_setup.secrets(), &SecretStore::keptForThisRunOnly, this,
            [this] { emit message(tr("There is no keychain on this computer, so the password is kept only until Quarterdeck is closed.")); });
    for (const Check &problem : m_setup.problems())
        log::warning(problem.says);
    if (!m_start.onlyDemo) {
        for (const Deployment &deployment : m_setup.deployments())
            watchOne(deployment);
        settleCurrent(m_start.deployment.isEmpty() ? settings::LastDeployment.value() : m_start.deployment);
        if (Watch *first = watch(m_current))
            first->readAhead();
    }
}

Application::~Application()
{
    m_watches.clear(); // before the fleet whose journal they write to
}

Reply<> Application::begin()
{
    QTimer::singleShot(std::chrono::seconds(1), &m_network, &Network::listen);
    if (m_start.onlyDemo)
        return exploreDemo();
    // What is in the mirror is painted first; a timer of zero would be in front of the paint.
    QTimer::singleShot(std::chrono::milliseconds(20), this, [this] {
        for (auto &[name, watch] : m_watches)
            watch->start();
    });
    return ready<void>(Result<>());
}

Watch *Application::watch(const QString &name) const
{
    const auto it = m_watches.find(name);
    return it == m_watches.end() ? nullptr : it->second.get();
}

void Application::watchOne(const Deployment &deployment)
{
    Journal *journal = deployment.isDemo ? &m_fleet->journal() : m_journal;
    const QString file = deployment.isDemo ? m_fleet->mirrorFile(deployment.name) : Setup::mirrorFile(deployment.name);
    auto made = std::make_unique<Watch>(deployment, m_setup.profileOf(deployment), file, Surroundings{&m_setup.secrets(), journal, &m_setup.prices(), &m_clock});
    Watch *watch = made.get();
    const QString name = deployment.name;
    connect(watch, &Watch::changed, this, [this, name] { emit dataChanged(name); });
    connect(watch, &Watch::connectionChanged, this, [this, name] { emit connectionChanged(name); });
    connect(watch, &Watch::lockChanged, this, [this, name] { emit lockChanged(name); });
    watch->setInterval(std::chrono::seconds(m_seconds));
    watch->setPaused(m_isPaused);
    if (!m_order.contains(name))
        m_order.append(name);
    m_watches[name] = std::move(made);
}

void Application::settleCurrent(const QString &wanted)
{
    if (watch(wanted))
        select(wanted);
    else if (!m_order.isEmpty())
        select(m_order.first());
}

QList<Deployment> Application::deployments() const
{
    QList<Deployment> all;
    for (const QString &name : m_order)
        all.append(m_watches.at(name)->deployment());
    return all;
}

void Application::select(const QString &name)
{
    Watch *next = watch(name);
    if (name == m_current || !next)
        return;
    if (Watch *left = watch(m_current)) {
        left->target().lock().relock(QStringLiteral("switched"));
        left->setLookedAt(false);
    }
    m_current = name;
    next->setLookedAt(true);
    if (!next->deployment().isDemo)
        settings::LastDeployment.set(name);
    emit currentChanged();
}

std::optional<reports::Inputs> Application::inputs(const QString &name) const
{
    const Watch *of = watch(name);
    if (!of)
        return {};
    // A range that worked when it was typed may end later ("2026-11-21T06:00" before 06:00).
    Result<TimeRange> range = m_range.resolve(m_clock.now(), m_zone);
    const TimeRange lastDay{m_clock.now() - std::chrono::hours(24), m_clock.now()};
    return of->inputs(range.value_or(lastDay), m_zone);
}

Target *Application::target(const QString &name) const
{
    Watch *of = watch(name);
    return of ? &of->target() : nullptr;
}

Journal *Application::journal() const
{
    const Watch *of = watch(m_current);
    return of ? &of->journal() : m_journal;
}

Reply<> Application::add(const Deployment &deployment, const Secret &password)
{
    if (const Result<> put = m_setup.put(deployment); !put)
        return ready<void>(failure(put.error()));
    const bool wasCurrent = m_current == deployment.name;
    drop(deployment.name).reset(); // at once: its mirror has one writer
    watchOne(Setup::withProfile(deployment));
    Watch *added = watch(deployment.name);
    if (!password.isEmpty())
        added->target().setPassword(password);
    added->start();
    emit deploymentsChanged();
    if (m_current.isEmpty() || wasCurrent)
        select(deployment.name);
    if (password.isEmpty() || deployment.secret != QLatin1String("keychain"))
        return ready<void>(Result<>());
    return m_setup.secrets().write(Setup::passwordKey(deployment.name), password);
}

std::unique_ptr<Watch> Application::drop(const QString &name)
{
    const auto it = m_watches.find(name);
    if (it == m_watches.end())
        return nullptr;
    std::unique_ptr<Watch> gone = std::move(it->second);
    m_watches.erase(it);
    gone->disconnect(this);
    if (m_current == name)
        m_current.clear();
    return gone;
}

Reply<> Application::remove(const QString &name)
{
    const Watch *of = watch(name);
    if (!of)
        return ready<void>(failure(Error::Kind::Missing, tr("There is no deployment called “%1”.").arg(name)));
    const bool isDemo = of->deployment().isDemo;
    if (!isDemo) {
        if (const Result<> taken = m_setup.take(name); !taken)
            return ready<void>(failure(taken.error()));
    }
    const bool wasCurrent = m_current == name;
    const bool hasSecret = of->deployment().secret == QLatin1String("keychain");
    std::unique_ptr<Watch> gone = drop(name);
    m_order.removeAll(name);
    emit deploymentsChanged();
    if (wasCurrent) {
        settleCurrent({});
        if (m_current.isEmpty())
            emit currentChanged();
    }
    if (isDemo)
        return ready<void>(Result<>());
    gone.reset(); // it writes the mirror
    Setup::deleteMirror(name);
    return hasSecret ? m_setup.secrets().remove(Setup::passwordKey(name)) : ready<void>(Result<>());
}

Reply<> Application::exploreDemo()
{
    if (m_fleet && m_fleet->isEntered())
        return ready<void>(Result<>());
    m_fleet = std::make_unique<FleetRun>();
    connect(m_fleet.get(), &FleetRun::progress, this, &Application::progress);
    connect(m_fleet.get(), &FleetRun::progress, this, &Application::message);
    const Answer<> answer;
    Reply<> entering = m_fleet->enter();
    answer.onCancel(this, [entering]() mutable { entering.cancel(); });
    whenAnswered(entering, this, [this, answer](const Result<> &entered) {
        if (entered)
            addFleet();
        answer.give(entered);
    });
    return answer.reply();
}

void Application::addFleet()
{
    QString first;
    for (Deployment deployment : m_fleet->deployments()) {
        // The user's own deployment keeps its name.
        if (watch(deployment.name))
            deployment.name += QStringLiteral("-demo");
        watchOne(deployment);
        watch(deployment.name)->start();
        if (first.isEmpty())
            first = deployment.name;
    }
    emit deploymentsChanged();
    settleCurrent(watch(m_start.deployment) ? m_start.deployment : first);
}

Result<QString> Application::saveProfile(const Profile &profile)
{
    return m_setup.saveProfile(profile);
}

void Application::setRange(const RangeRequest &range)
{
    if (range == m_range)
        return;
    m_range = range;
    // A stretch of the past is looked at once; whoever opens the program next wants to see now.
    if (!range.text.contains(QStringLiteral("..")))
        settings::Range.set(range.text);
    emit rangeChanged();
}

void Application::setZone(const QTimeZone &zone)
{
    if (zone == m_zone)
        return;
    m_zone = zone;
    settings::Zone.set(QString::fromLatin1(zone.id()));
    emit rangeChanged();
}

void Application::refresh()
{
    if (Watch *of = watch(m_current))
        of->refresh();
}

void Application::setRefreshSeconds(int seconds)
{
    m_seconds = std::max(0, seconds);
    settings::RefreshSeconds.set(m_seconds);
    for (auto &[name, watch] : m_watches)
        watch->setInterval(std::chrono::seconds(m_seconds));
    emit refreshingChanged();
}

void Application::setPaused(bool paused)
{
    m_isPaused = paused;
    for (auto &[name, watch] : m_watches)
        watch->setPaused(paused);
    emit refreshingChanged();
}

std::optional<Instant> Application::nextRefresh() const
{
    const Watch *of = watch(m_current);
    return of ? of->nextRefresh() : std::nullopt;
}

Result<> Application::setPrice(const telemetry::Price &price, bool confirmed)
{
    const Result<> set = m_setup.setPrice(price, confirmed);
    if (set) {
        for (const QString &name : std::as_const(m_order))
            emit dataChanged(name);
    }
    return set;
}

} // namespace qd::app
