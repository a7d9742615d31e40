#pragma once

#include "deployments/profile.h"
#include "postgres/rows.h"
#include "telemetry/cells.h"

#include <QList>

namespace qd::telemetry {

// Columns of the answer to readingSql(); the first is the time in microseconds.
enum ReadColumn {
    ReadAt, ReadId, ReadKind, ReadModel, ReadTool, ReadUser, ReadUserKind, ReadTrace, ReadSpan, ReadParentSpan,
    ReadLatency, ReadTokensIn, ReadTokensOut, ReadTokensCached, ReadTokensCacheWrite, ReadTokensTotal, ReadCostUsd, ReadCostCents,
    ReadSuccess, ReadStatus, ReadErrorMessage, ReadErrorCode, ReadHttpStatus, ReadInStream
};

// Which columns are part of a row's checksum, looked up once for many rows.
QList<int> checkedColumns(const TelemetrySource &source);
std::optional<Call> callFrom(const pg::Rows &rows, qsizetype row, const TelemetrySource &source, const QList<int> &checked);

// The fields behind the columns from ReadId on.
QList<Field> readingFields(const TelemetrySource &source);
// Whether the field's text is part of a row's checksum: what the row itself says, no constants.
bool isChecked(const Field &field);

} // namespace qd::telemetry
