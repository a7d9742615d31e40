#pragma once

#include "app/commands/command.h"
#include "demo/fleet.h"

#include <QTimer>

namespace qd::app {

// demo start|stop|status|unplug NAME|replug NAME. `start` stays in the foreground until Ctrl+C or
// `demo stop`, which reaches it through the fleet's own socket.
class Demo : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    void startFleet();
    void ready();
    void stopOther();
    void awaitEnd(const QString &folder);
    void status();
    void plug(const QString &verb, const QString &name);
    void tellDeployments(const QList<Deployment> &deployments, const QString &folder);

    std::unique_ptr<demo::Fleet> m_fleet;
    QTimer m_look;
    Latest m_step{this};
};

} // namespace qd::app
