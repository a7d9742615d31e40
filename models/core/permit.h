#pragma once

namespace qd {

namespace operations {
class Runner;
}

// Whoever holds a Permit may change something. Every function of postgres or providers that
// writes demands one, and only the operations runner can make it, after the plan was shown,
// confirmed and written to the journal. The constructor is private so that the compiler, not a
// convention, keeps the rest of the program read-only.
class Permit
{
public:
    Permit(const Permit &) = delete;
    Permit &operator=(const Permit &) = delete;

private:
    friend class operations::Runner;
    Permit() = default;
};

} // namespace qd
