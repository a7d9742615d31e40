#pragma once

// What columns of telemetry are called in systems that exist, best name first.

#include <QString>
#include <QStringList>

namespace qd {

enum class Meaning {
    Id, Time, Start, End, Kind, Model, Tool, User, UserKind, Trace, Span, ParentSpan,
    Latency, TokensIn, TokensOut, TokensCached, TokensCacheWrite, TokensTotal, CostUsd, CostCents,
    Success, Failed, Status, ErrorMessage, ErrorCode, HttpStatus, InStream,
};
inline constexpr int Meanings = int(Meaning::InStream) + 1;

// How good a name is for a meaning: 0 is best, -1 is none of its names.
int rankOf(Meaning meaning, const QString &name);
// One of the names of any meaning that may be a text.
bool meansSomething(const QString &name);
// Milliseconds per unit that the name states ("duration_s": 1000); 0 if it states none.
double unitOf(const QString &name);
// Words of a status that mean that a call failed.
bool meansFailure(const QString &status);
// A table's name speaks of model calls.
bool namesTelemetry(const QString &table);
// A table's name speaks of sums, prices or settings and not of single calls.
bool namesSummary(const QString &table);

} // namespace qd
