#pragma once

// A Check is how something is: what was asked, what was answered, and when. Health probes,
// connection tests, drift, later security findings and backups are all checks, so one table,
// one detail pane, one export and one exit code serve them all.

#include "core/time.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace qd {

// How something is. Unknown is a state of its own: no data is never Ok and never 0.
enum class State {
    Ok,
    Warning,
    Failing,
    Unknown,     // never measured, blind, or too old to say
    NeedsPerson, // only a person can decide
};

// "ok", "warning", "failing", "unknown", "needs-person": the stable words of --json.
QString stateKey(State state);
// The same in the user's language.
QString stateWord(State state);

struct Check
{
    QString id;       // stable, dotted: "connection.tls"
    QString title;    // "Encryption"
    QString object;   // what it is about: "public.agent_telemetry"
    State state = State::Unknown;
    QString says;     // one sentence: what was found
    QString evidence; // the question and the answer, word for word
    std::optional<Instant> measuredAt;
    QString fix;      // what to do, complete SQL where that is the fix; empty if nothing

    QJsonObject toJson() const;
};

// The state that decides for a list: Failing, then NeedsPerson, Unknown, Warning, Ok. An empty
// list is Unknown.
State worst(const QList<Check> &checks);

// 0 ok or warning (strict: ok only), 1 something fails, 5 something is unknown or needs a person.
int exitCode(const QList<Check> &checks, bool strict = false);

} // namespace qd

Q_DECLARE_METATYPE(qd::Check)
