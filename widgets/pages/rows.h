#pragma once

// Reports as rows of tables: what the four data pages have in common. Pure functions, so what a
// table says can be tested without a window.

#include "reports/cost.h"
#include "reports/errors.h"
#include "reports/latency.h"
#include "reports/overview.h"
#include "widgets/controls/cells.h"

namespace qd::rows {

// Cost by tool or kind: nine columns and a sparkline; by model and user: the narrow form beside it.
QList<TableColumn> costColumns(reports::CostBy by, const QString &previousName);
QList<TableRow> cost(const reports::CostReport::Breakdown &breakdown, bool hasBefore, bool isOld);

QList<TableColumn> operationColumns();
QList<TableRow> operations(const reports::LatencyReport &report);

QList<TableColumn> errorGroupColumns();
QList<TableRow> errorGroups(const reports::ErrorsReport &report, Instant now, const QTimeZone &zone);
// rate limited 1, timeout 2, provider 3, SQL 4, refused 5, in stream 6: the series colour.
int colourOf(telemetry::ErrorClass errorClass);

QList<TableColumn> fleetColumns();
QList<TableRow> fleet(const QList<reports::FleetRow> &fleet, Instant now);

// Calls: time, length, tool, model, cost, what went wrong.
QList<TableColumn> callColumns();
QList<TableRow> calls(const QList<telemetry::Call> &calls, Instant now, const QTimeZone &zone);

// "cost of July" for whole months, "the 24 h before" otherwise.
QString previousName(const TimeRange &previous, const QTimeZone &zone);
// An id with its middle left out: 3f2a91c4….
QString shortId(const QString &id);

} // namespace qd::rows
