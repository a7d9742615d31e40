#pragma once

#include "telemetry/cells.h"
#include "telemetry/names.h"

namespace qd::telemetry {

// What a group of equal errors is called: the message with what differs taken out, else the code,
// else "HTTP 429".
QString errorGroupOfCall(const Call &call);

// A bin from all of its calls. Pure but for the names, which are numbered as they come.
BinContent contentOf(Bin bin, const QList<Call> &calls, Names &names);

// One call per identity, ordered by time and identity. Of several rows with the same identity the
// last counts, and remembers how many there were.
QList<Call> withoutDuplicates(QList<Call> calls);

} // namespace qd::telemetry
