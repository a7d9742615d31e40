#pragma once

#include "app/application.h"
#include "app/commandline.h"
#include "app/terminal.h"

namespace qd::app {

// What --demo, -d, --range and --zone ask for. Wrong: a range or zone that is not understood.
Result<Application::Start> startFrom(const CommandLine &line, const Clock &clock);

// Opens the window on what is configured, or on the demo fleet, and runs until it is closed.
int runWindow(const CommandLine &line, const Terminal &terminal);

} // namespace qd::app
