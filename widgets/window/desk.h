#pragma once

#include "core/async.h"
#include "core/time.h"
#include "deployments/connectiontest.h"
#include "deployments/deployment.h"
#include "deployments/discovery.h"
#include "reports/report.h"

#include <QObject>
#include <QTimeZone>

#include <optional>

namespace qd {

// What the window and its pages may ask of the program. app/ implements it on the real
// deployments; tests implement it on fixed inputs. Pages never own a connection: they take the
// inputs, make their report and paint it, and ask again when something changed.
class Desk : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // ---- deployments ----
    virtual QList<Deployment> deployments() const = 0;
    virtual QString current() const = 0;                   // empty: none yet
    virtual void select(const QString &name) = 0;          // locks the one that is left
    virtual const Profiles &profiles() const = 0;
    // With the current range and zone; nothing for an unknown name.
    virtual std::optional<reports::Inputs> inputs(const QString &name) const = 0;
    std::optional<reports::Inputs> inputs() const { return inputs(current()); }
    virtual Target *target(const QString &name) const = 0; // null for an unknown name
    virtual Journal *journal() const = 0;
    virtual const Clock &clock() const = 0;

    // Adds (or replaces, by name) and starts watching. The password goes to the keychain.
    virtual Reply<> add(const Deployment &deployment, const Secret &password) = 0;
    // Deletes its mirror and its secret too.
    virtual Reply<> remove(const QString &name) = 0;
    // Starts the demo fleet, or joins a running one, and adds its deployments for this run.
    virtual Reply<> exploreDemo() = 0;
    // A mapping that the user confirmed becomes a profile of their own. Answers its id.
    virtual Result<QString> saveProfile(const Profile &profile) = 0;

    // ---- what is looked at ----
    virtual RangeRequest range() const = 0;
    virtual void setRange(const RangeRequest &range) = 0;
    virtual QTimeZone zone() const = 0;
    virtual void setZone(const QTimeZone &zone) = 0;

    // ---- refreshing ----
    virtual void refresh() = 0;                            // the current deployment, now
    virtual int refreshSeconds() const = 0;                // 0: only when asked
    virtual void setRefreshSeconds(int seconds) = 0;
    virtual bool isPaused() const = 0;
    virtual void setPaused(bool paused) = 0;
    virtual std::optional<Instant> nextRefresh() const = 0;

    // ---- prices ----
    virtual Result<> setPrice(const telemetry::Price &price, bool confirmed) = 0;

signals:
    void deploymentsChanged();
    void currentChanged();
    void dataChanged(const QString &name);        // new content: ask for inputs() again
    void connectionChanged(const QString &name);  // status, load, progress
    void lockChanged(const QString &name);
    void rangeChanged();                          // range or zone
    void refreshingChanged();                     // interval, pause
    void message(const QString &sentence);        // one line for the strip, 1.5 s: "copied"
};

} // namespace qd
