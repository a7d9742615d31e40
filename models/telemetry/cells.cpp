#include "telemetry/cells.h"

#include <QCoreApplication>

#include <functional>

namespace qd::telemetry {

QString errorClassKey(ErrorClass errorClass)
{
    switch (errorClass) {
    case ErrorClass::RateLimit: return QStringLiteral("rate_limit");
    case ErrorClass::TimeOut: return QStringLiteral("time_out");
    case ErrorClass::Provider: return QStringLiteral("provider");
    case ErrorClass::Sql: return QStringLiteral("sql");
    case ErrorClass::Refused: return QStringLiteral("refused");
    case ErrorClass::InStream: break;
    }
    return QStringLiteral("in_stream");
}

QString errorClassWord(ErrorClass errorClass)
{
    switch (errorClass) {
    case ErrorClass::RateLimit: return QCoreApplication::translate("ErrorClass", "rate limited");
    case ErrorClass::TimeOut: return QCoreApplication::translate("ErrorClass", "timed out");
    case ErrorClass::Provider: return QCoreApplication::translate("ErrorClass", "provider error");
    case ErrorClass::Sql: return QCoreApplication::translate("ErrorClass", "SQL error");
    case ErrorClass::Refused: return QCoreApplication::translate("ErrorClass", "refused");
    case ErrorClass::InStream: break;
    }
    return QCoreApplication::translate("ErrorClass", "inside a 200 stream");
}

template <typename Combine>
static void combineSums(Sums &sums, const Sums &other, Combine combine)
{
    sums.calls = combine(sums.calls, other.calls);
    sums.errors = combine(sums.errors, other.errors);
    sums.errorsWithHttpStatus = combine(sums.errorsWithHttpStatus, other.errorsWithHttpStatus);
    for (size_t i = 0; i < sums.errorsByClass.size(); ++i)
        sums.errorsByClass[i] = combine(sums.errorsByClass[i], other.errorsByClass[i]);
    sums.timed = combine(sums.timed, other.timed);
    sums.latencyUs = combine(sums.latencyUs, other.latencyUs);
    for (size_t i = 0; i < sums.tokens.size(); ++i) {
        sums.tokens[i] = combine(sums.tokens[i], other.tokens[i]);
        sums.tokensWithoutCost[i] = combine(sums.tokensWithoutCost[i], other.tokensWithoutCost[i]);
    }
    sums.unclassedTokens = combine(sums.unclassedTokens, other.unclassedTokens);
    sums.unclassedWithoutCost = combine(sums.unclassedWithoutCost, other.unclassedWithoutCost);
    sums.callsWithCost = combine(sums.callsWithCost, other.callsWithCost);
    sums.callsWithoutCost = combine(sums.callsWithoutCost, other.callsWithoutCost);
    sums.recorded = combine(sums.recorded, other.recorded);
}

Sums &Sums::operator+=(const Sums &other)
{
    combineSums(*this, other, std::plus<>());
    return *this;
}

Sums &Sums::operator-=(const Sums &other)
{
    combineSums(*this, other, std::minus<>());
    return *this;
}

} // namespace qd::telemetry
