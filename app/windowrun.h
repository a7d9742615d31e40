#pragma once

#include "app/commandline.h"
#include "app/terminal.h"

namespace qd::app {

// Opens the window on what is configured, or on the demo fleet, and runs until it is closed.
int runWindow(const CommandLine &line, const Terminal &terminal);

} // namespace qd::app
