#pragma once

#include "app/commands/command.h"

namespace qd::app {

// add NAME --profile P --url URL: writes the deployment down; a password that came with
// --url-stdin goes to the keychain. Nothing is connected to.
class Add : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    Result<Deployment> understood(Secret &password);
    Result<> takeSettings(Deployment &deployment) const;
    void tell(const Deployment &deployment, const QList<Check> &checks);

    Latest m_write{this};
    bool m_isForThisRunOnly = false;
};

} // namespace qd::app
