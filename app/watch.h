#pragma once

#include "app/providerwatch.h"
#include "deployments/target.h"
#include "reports/report.h"
#include "telemetry/follower.h"

namespace qd::app {

// What a Watch borrows; all of it outlives the watch.
struct Surroundings
{
    SecretStore *secrets = nullptr;
    Journal *journal = nullptr;
    const telemetry::PriceBook *prices = nullptr;
    const Clock *clock = nullptr;
};

// Watches one deployment: owns its connections, its mirror and its provider clients with their
// timers, and gives reports what they are made from. Asks nothing before start().
class Watch : public QObject
{
    Q_OBJECT

public:
    Watch(const Deployment &deployment, const Profile &profile, const QString &mirrorFile, const Surroundings &with, QObject *parent = nullptr);
    ~Watch() override;

    const Deployment &deployment() const { return m_deployment; }
    const Profile &profile() const { return m_profile; }
    Target &target() { return m_target; }
    telemetry::Follower &follower() { return m_follower; }
    ProviderWatch &providers() { return m_providers; }
    Journal &journal() const { return *m_with.journal; }

    void start();
    // Begins to read what the first page will ask the mirror for, while the window is being made.
    void readAhead();
    // The deployment in the window is refreshed at the interval, the others at four times that.
    void setLookedAt(bool isLookedAt);
    void setInterval(std::chrono::seconds interval); // 0: only when asked
    void setPaused(bool isPaused);
    void refresh();
    std::optional<Instant> nextRefresh() const;

    // On suspend: locked, connections closed. On resume: opened and read again.
    void sleep();
    void wake();
    // There is a network again, or another one.
    void networkChanged();

    reports::Inputs inputs(const TimeRange &range, const QTimeZone &zone) const;

signals:
    void changed();           // new content or new facts: make the report again
    void connectionChanged(); // status, load, progress
    void lockChanged();

private:
    void applyInterval();
    void noteProgress();
    void noteConnection();

    Deployment m_deployment;
    Profile m_profile;
    Surroundings m_with;
    Target m_target;
    mutable telemetry::Follower m_follower; // its mirror is read in inputs()
    ProviderWatch m_providers;
    Latest m_refresh{this};
    std::chrono::seconds m_interval{30};
    bool m_isLookedAt = false;
    bool m_isRunning = false;
    bool m_wasRefreshing = false;
    bool m_wasCutOff = false;
    std::optional<Instant> m_refreshedAt;
};

// The part of Inputs that does not need a connection.
reports::Inputs inputsFrom(const Deployment &deployment, const Profile &profile, const telemetry::Mirror &mirror, const Surroundings &with, const TimeRange &range, const QTimeZone &zone);

} // namespace qd::app
