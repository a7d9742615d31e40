#pragma once

// What the mirror keeps of each 15-minute bin, and the words that all of telemetry shares.

#include "core/money.h"
#include "core/time.h"
#include "telemetry/distribution.h"
#include "telemetry/prices.h"

#include <QHash>
#include <QList>
#include <QString>

#include <array>

namespace qd::telemetry {

enum class ErrorClass : quint8 { RateLimit, TimeOut, Provider, Sql, Refused, InStream }; // colours 1 to 6
inline constexpr int ErrorClasses = 6;
QString errorClassKey(ErrorClass errorClass);  // "rate_limit", …
QString errorClassWord(ErrorClass errorClass); // "rate limited", translated

// Names are kept once; cells hold numbers. 0 is always the empty name ("not recorded").
enum class Dimension : quint8 { Kind, Model, Tool, User, ErrorGroup };

// One row of telemetry, in the mirror's terms, as read from the source.
struct Call
{
    QByteArray id;              // identity in the source, as text
    qint64 atUs = 0;            // microseconds since the epoch, UTC
    QString kind, model, tool, user, userKind;
    QByteArray trace, span, parentSpan;
    std::optional<double> latencyMs;
    Tokens tokens{};            // already split: In excludes cached
    qint64 unclassedTokens = 0; // a total of which nobody says whether it went in or out
    bool hasTokens = false;
    std::optional<Money> cost;  // as the source recorded it; negative and NaN are dropped and counted
    bool isError = false;
    ErrorClass errorClass = ErrorClass::Provider;
    QString errorMessage, errorCode;
    int httpStatus = 0;         // 0: not recorded
    bool inStream = false;      // an error inside an HTTP 200 stream
    bool countsCost = true;     // false: another kind carries this cost and these tokens; not summed
    bool oddCost = false, oddLatency = false; // a value was there and could not be used
    qint64 checksum = 0;        // of everything read of the row, 40 bits; what the audit compares
    qint64 copies = 1;          // rows of the source with this identity

    Instant at() const { return fromMsecs(atUs / 1000); }
};

struct CellKey
{
    quint16 kind = 0, model = 0, tool = 0;
    quint8 tier = 0;
    bool operator==(const CellKey &) const = default;
    auto operator<=>(const CellKey &) const = default;
};

// Everything that is summed. Adding is exact and does not depend on the order.
struct Sums
{
    qint64 calls = 0, errors = 0;
    qint64 errorsWithHttpStatus = 0;              // those an HTTP log would have shown: status >= 400
    std::array<qint64, ErrorClasses> errorsByClass{};
    qint64 timed = 0, latencyUs = 0;              // calls with a latency, and their sum
    Tokens tokens{};                              // of all calls
    Tokens tokensWithoutCost{};                   // of calls for which the source recorded no cost
    qint64 unclassedTokens = 0, unclassedWithoutCost = 0; // beside these: neither in nor out, so without a price
    qint64 callsWithCost = 0, callsWithoutCost = 0; // the latter: tokens but no cost
    Money recorded;                               // the table's own cost

    Sums &operator+=(const Sums &other);
    Sums &operator-=(const Sums &other);
    bool operator==(const Sums &) const = default;
};

struct Cell
{
    CellKey key;
    Sums sums;
};

struct UserCell
{
    quint32 user = 0;
    quint16 model = 0, kind = 0;
    quint8 tier = 0;
    Sums sums;
};

// Latencies are kept per kind, per kind and tool, and per kind and model, not per combination.
struct DistributionKey
{
    Dimension dimension = Dimension::Kind; // Kind: value is 0; Tool or Model: value is its number
    quint16 kind = 0, value = 0;
    auto operator<=>(const DistributionKey &) const = default;
};

struct ErrorCell
{
    quint32 group = 0;         // Dimension::ErrorGroup
    ErrorClass errorClass = ErrorClass::Provider;
    quint16 kind = 0, tool = 0, model = 0;
    int httpStatus = 0;
    QString code;              // not part of the key beyond its first value
    qint64 count = 0;
    qint64 firstUs = 0, lastUs = 0;
    QList<quint32> users;      // distinct, sorted
};

// One 15-minute bin: a pure function of the rows whose time falls into it. It is always computed
// from all of them, so reading rows twice, late, or changed cannot count anything twice.
struct BinContent
{
    Bin bin = 0;
    qint64 rows = 0;
    QList<Cell> cells;
    std::map<DistributionKey, Distribution> distributions;
    QList<UserCell> users;
    QList<ErrorCell> errors;
    qint64 oddCosts = 0, oddLatencies = 0; // dropped values: negative, NaN, not a number
    qint64 copies = 0, checksum = 0;       // rows of the source and the sum of their checksums
};

} // namespace qd::telemetry
