#pragma once

// How other processes find a running fleet: one file for each, below the temporary folder, for
// this user only. Its owner holds a lock on it as long as it lives, so that a file whose lock is
// free belongs to a fleet that is gone.

#include "deployments/deployment.h"

#include <QList>

#include <optional>

namespace qd::demo {

struct FleetState
{
    QString file, folder, control;      // control: a local socket
    QString tokenVariable;              // name of the environment variable for the simulator's token
    Secret token;
    QString simulator;                  // base address
    Instant startedAt;
    QList<Deployment> deployments;
};

class StateFile
{
public:
    StateFile() = default;
    ~StateFile();
    StateFile(const StateFile &) = delete;
    StateFile &operator=(const StateFile &) = delete;

    // A name that no other fleet uses; the file itself appears with write().
    static Result<QString> newName();
    Result<> write(const FleetState &state);
    void remove();

private:
    QString m_name;
    int m_handle = -1;
};

// Of fleets that are alive, newest first. Files of dead ones, and what they left, are removed.
QList<FleetState> livingFleets();

} // namespace qd::demo
