#pragma once

#include "demo/fleet.h"
#include "journal/journal.h"

#include <QObject>

#include <memory>

namespace qd::app {

// The demo fleet as this program uses it: a running one is joined, else one is started here and
// stopped when this is destroyed. Mirrors and journal of the demo lie in the fleet's own folder, so
// that it leaves nothing behind and never mixes with what the user really has.
class FleetRun : public QObject
{
    Q_OBJECT

public:
    explicit FleetRun(QObject *parent = nullptr);
    ~FleetRun() override;

    Reply<> enter();
    bool isEntered() const { return m_journal != nullptr; }
    bool isOurs() const { return m_fleet != nullptr; }
    const QList<Deployment> &deployments() const { return m_deployments; }
    Journal &journal() { return *m_journal; } // once entered
    QString mirrorFile(const QString &name) const;
    QString folder() const { return m_folder; }
    Reply<> stop();

    // The fleet that runs, whoever started it. Missing: none does.
    static Result<QList<Deployment>> running(QString *folder = nullptr);
    // As told by the environment: QUARTERDECK_DEMO_DAYS makes a smaller fleet for tests.
    static demo::Options options();

signals:
    void progress(const QString &says);

private:
    Result<> settle(const QList<Deployment> &deployments, const QString &folder);

    std::unique_ptr<demo::Fleet> m_fleet;
    std::unique_ptr<Journal> m_journal;
    QList<Deployment> m_deployments;
    QString m_folder;
};

} // namespace qd::app
