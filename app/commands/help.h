#pragma once

#include "app/commands/command.h"

namespace qd::app {

class Version : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
};

// help, help COMMAND, help json. The keys documented here are stable: a test holds every document
// the program prints against them.
class Help : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    QStringList overview() const;
    QStringList about(const CommandFacts &command) const;
    void keys();
};

} // namespace qd::app
