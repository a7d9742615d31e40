#pragma once

#include "app/commands/command.h"
#include "app/commands/subject.h"
#include "reports/overview.h"

namespace qd::app {

// list: every deployment with its state as its mirror tells it. Asks no database.
class List : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    void tell(const QList<Deployment> &deployments);
    reports::FleetRow rowOf(const Deployment &deployment);

    std::unique_ptr<FleetRun> m_fleet;
    Latest m_step{this};
};

} // namespace qd::app
