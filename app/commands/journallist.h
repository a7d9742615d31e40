#pragma once

#include "app/commands/command.h"
#include "app/fleetrun.h"

namespace qd::app {

// journal: what happened, oldest first.
class JournalList : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    void tell(const Journal &journal);

    std::unique_ptr<FleetRun> m_fleet;
    Latest m_step{this};
};

} // namespace qd::app
