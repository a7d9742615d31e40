#pragma once

#include "app/fleetrun.h"
#include "app/network.h"
#include "app/setup.h"
#include "app/suspend.h"
#include "app/watch.h"
#include "widgets/window/desk.h"

#include <map>

namespace qd::app {

// The program behind the window: every deployment with its watch, what is looked at, and how often
// it is refreshed. It makes everything and draws nothing.
class Application : public Desk
{
    Q_OBJECT

public:
    struct Start
    {
        bool onlyDemo = false;               // --demo: the fleet alone, the user's own stay asleep
        QString deployment = {};             // -d; empty: the last one
        std::optional<RangeRequest> range = {}; // --range and --zone are for this run only
        std::optional<QTimeZone> zone = {};
    };

    Application(const Clock &clock, const Start &start, QObject *parent = nullptr);
    ~Application() override;

    // Starts watching. With onlyDemo it answers once the fleet runs.
    Reply<> begin();
    Setup &setup() { return m_setup; }
    Watch *watch(const QString &name) const;
    bool isFirstRun() const { return m_watches.empty(); }

    QList<Deployment> deployments() const override;
    QString current() const override { return m_current; }
    void select(const QString &name) override;
    const Profiles &profiles() const override { return m_setup.profiles(); }
    std::optional<reports::Inputs> inputs(const QString &name) const override;
    using Desk::inputs;
    Target *target(const QString &name) const override;
    Journal *journal() const override;
    const Clock &clock() const override { return m_clock; }

    Reply<> add(const Deployment &deployment, const Secret &password) override;
    Reply<> remove(const QString &name) override;
    Reply<> exploreDemo() override;
    Result<QString> saveProfile(const Profile &profile) override;

    RangeRequest range() const override { return m_range; }
    void setRange(const RangeRequest &range) override;
    QTimeZone zone() const override { return m_zone; }
    void setZone(const QTimeZone &zone) override;

    void refresh() override;
    int refreshSeconds() const override { return m_seconds; }
    void setRefreshSeconds(int seconds) override;
    bool isPaused() const override { return m_isPaused; }
    void setPaused(bool paused) override;
    std::optional<Instant> nextRefresh() const override;

    Result<> setPrice(const telemetry::Price &price, bool confirmed) override;

signals:
    void progress(const QString &says); // of a starting fleet

private:
    void watchOne(const Deployment &deployment);
    std::unique_ptr<Watch> drop(const QString &name);
    void settleCurrent(const QString &wanted);
    void addFleet();

    const Clock &m_clock;
    Start m_start;
    Setup m_setup;
    Journal *m_journal; // the user's own; the demo has another
    std::unique_ptr<FleetRun> m_fleet;
    std::map<QString, std::unique_ptr<Watch>> m_watches;
    QStringList m_order;
    QString m_current;
    RangeRequest m_range;
    QTimeZone m_zone;
    int m_seconds;
    bool m_isPaused = false;
    Suspend m_suspend{this};
    Network m_network{this};
};

// The zone of an IANA name, or of "system"; UTC if there is no such zone.
QTimeZone zoneFromText(const QString &text);

} // namespace qd::app
