#pragma once

namespace qd::app {

// DESIGN §6. Scripts rely on these numbers.
enum ExitCode {
    AllWell = 0,          // everything asked for is ok or warning (--strict: ok only)
    Failing = 1,          // something fails, or an operation did not succeed
    WrongUsage = 2,
    NothingRead = 3,      // nothing could be read, not even from the mirror
    RefusedToAct = 4,     // locked, guard, missing confirmation
    SomethingUnknown = 5, // nothing fails, but something is unknown, too old or needs a person
    Interrupted = 130,    // Ctrl+C, as shells count it
};

} // namespace qd::app
