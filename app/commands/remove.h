#pragma once

#include "app/commands/command.h"

namespace qd::app {

// remove NAME: says what will be deleted, and does it once confirmed: by typing the name, or with
// --yes.
class Remove : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    bool isConfirmed();
    void removeNow();
    void tell(const QList<Check> &checks);

    Deployment m_deployment;
    Latest m_step{this};
};

} // namespace qd::app
