#include "app/windowrun.h"

#include "app/exitcode.h"

#include <QCoreApplication>

namespace qd::app {

int runWindow(const CommandLine &, const Terminal &terminal)
{
    terminal.say(QCoreApplication::translate("Startup", "This build has no window yet. “quarterdeck show overview” says in words what it would show."));
    return WrongUsage;
}

} // namespace qd::app
