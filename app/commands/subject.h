#pragma once

#include "app/commandline.h"
#include "app/fleetrun.h"
#include "app/setup.h"
#include "app/terminal.h"
#include "app/watch.h"

#include <QTemporaryDir>

namespace qd::app {

// The deployment a command is about: one that is configured (-d), one of the demo fleet (--demo),
// or an address given on the spot (--url, --url-stdin), which is kept nowhere.
class Subject : public QObject
{
    Q_OBJECT

public:
    Subject(const CommandLine &line, Setup &setup, const Terminal &terminal, QObject *parent = nullptr);
    ~Subject() override;

    // Joins or starts the demo where that is asked for. Wrong: the command line does not fit.
    Reply<> choose(const QString &name);

    const Deployment &deployment() const { return m_deployment; }
    const Profile &profile() const { return m_setup.profileOf(m_deployment); }
    QString mirrorFile() const { return m_mirrorFile; }
    Surroundings surroundings() const;
    bool isOnTheSpot() const { return m_scratch != nullptr; }
    bool isDemo() const { return m_fleet != nullptr; }
    // Typed or read with the address; empty otherwise.
    const Secret &password() const { return m_password; }
    // The demo's deployments, once entered; else those configured.
    QList<Deployment> all() const;

private:
    Result<> pick(const QList<Deployment> &from, const QString &name);
    Result<> fromAddress();

    const CommandLine &m_line;
    Setup &m_setup;
    const Terminal &m_terminal;
    std::unique_ptr<FleetRun> m_fleet;
    std::unique_ptr<QTemporaryDir> m_scratch;
    Deployment m_deployment;
    QString m_mirrorFile;
    Secret m_password;
};

// The parameters of --url URL, --url env:NAME or --url-stdin, password included.
Result<pg::Parameters> addressFrom(const CommandLine &line);
// The profile's id if it exists; Wrong with the nearest known one otherwise.
Result<QString> profileFrom(const CommandLine &line, const Profiles &profiles, const QString &fallback);

} // namespace qd::app
