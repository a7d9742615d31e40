#pragma once

#include "telemetry/cells.h"
#include "telemetry/names.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace qd::telemetry {

// The calls of one bin as columns, in time order. Rows are looked at as numbers first and become
// Calls only when they are wanted.
struct CallColumns
{
    enum Flag : quint16 { HasLatency = 1, HasTokens = 2, HasCost = 4, IsError = 8, InStream = 16, CountsCost = 32, OddCost = 64, OddLatency = 128 };

    qsizetype count = 0;
    std::vector<qint64> atUs, flags, kind, model, tool, user, errorClass, httpStatus, cost, checksum, copies, unclassedTokens;
    std::array<std::vector<qint64>, TokenClasses> tokens;
    std::vector<double> latencyMs;
    QList<QByteArray> id, trace, span, parentSpan;
    QList<QString> userKind, errorMessage, errorCode; // shared texts

    bool has(qsizetype row, Flag flag) const { return flags[size_t(row)] & flag; }
    Call call(qsizetype row, const Names &names) const;
};

QByteArray packedCalls(const QList<Call> &calls, Names &names, qint64 place);
std::optional<CallColumns> callsFrom(const QByteArray &blob, qint64 place);

} // namespace qd::telemetry
