#pragma once

#include "deployments/profile.h"

#include <QList>

namespace qd::telemetry {

// Columns of the answer to readingSql(); the first is the time in microseconds.
enum ReadColumn {
    ReadAt, ReadId, ReadKind, ReadModel, ReadTool, ReadUser, ReadUserKind, ReadTrace, ReadSpan, ReadParentSpan,
    ReadLatency, ReadTokensIn, ReadTokensOut, ReadTokensCached, ReadTokensCacheWrite, ReadTokensTotal, ReadCostUsd, ReadCostCents,
    ReadSuccess, ReadStatus, ReadErrorMessage, ReadErrorCode, ReadHttpStatus, ReadInStream
};

// The fields behind the columns from ReadId on.
QList<Field> readingFields(const TelemetrySource &source);
// Whether the field's text is part of a row's checksum: what the row itself says, no constants.
bool isChecked(const Field &field);

} // namespace qd::telemetry
