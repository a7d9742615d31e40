#pragma once

// What can fail returns a Result. Quarterdeck does not throw: Q_ASSERT is for bugs, Result is
// for the world.

#include <QMetaType>
#include <QString>

#include <tl/expected.hpp>

#include <utility>

namespace qd {

// Errors are for people. `message` is a finished, translated sentence that names who failed
// and what to do; `detail` keeps the server's own words; `code` is the SQLSTATE, HTTP status
// or library code where there is one ("28P01", "HTTP 429"), shown under Details.
struct Error
{
    enum class Kind {
        Unreachable, // nobody answered: name, network, TLS, server down
        Refused,     // answered, but not to us: credentials or rights
        Missing,     // an object that should be there is not (drift)
        Busy,        // lock, time-out, rate limit: the same question may work later
        Wrong,       // our input, or an answer of another shape than expected
        Lost,        // interrupted after something may have happened; state must be read back
        Cancelled,   // asked to stop; never shown
    };

    Kind kind = Kind::Wrong;
    QString message;
    QString detail = {};
    QString code = {};

    // Reading again by itself is safe and may help after these.
    bool mayRetryRead() const { return kind == Kind::Unreachable || kind == Kind::Busy || kind == Kind::Lost; }
    bool isCancelled() const { return kind == Kind::Cancelled; }
    bool operator==(const Error &) const = default;
};

template <typename T = void>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

inline tl::unexpected<Error> failure(Error::Kind kind, QString message, QString detail = {}, QString code = {})
{
    return failure(Error{kind, std::move(message), std::move(detail), std::move(code)});
}

} // namespace qd

Q_DECLARE_METATYPE(qd::Error)
