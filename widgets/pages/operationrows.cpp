#include "widgets/pages/rows.h"

#include "core/format.h"

#include <QCoreApplication>

#include <cmath>

namespace qd::rows {

namespace {

struct OperationWords
{
    Q_DECLARE_TR_FUNCTIONS(OperationRows)
};

Cell time(const std::optional<double> &ms, Tone tone = Tone::Text, bool isBold = false)
{
    Cell cell = Cell::number(ms ? format::duration(*ms) : format::NoValue, ms.value_or(-1), ms ? tone : Tone::Text3);
    cell.isBold = isBold;
    return cell;
}

Cell againstTarget(const reports::LatencyReport::Operation &operation)
{
    Cell cell;
    cell.isTarget = true;
    cell.isFew = operation.isFew;
    if (!operation.target) {
        cell.isTarget = false;
        cell = Cell::number(OperationWords::tr("no target"), -1.0, Tone::Text3);
        return cell;
    }
    if (operation.p95)
        cell.ratio = *operation.p95 / *operation.target;
    const bool isOver = !operation.isFew && cell.ratio.value_or(0) > 1;
    //: Fewer than 20 samples: too few to judge a percentile
    cell.text = operation.isFew ? OperationWords::tr("few") : cell.ratio ? format::percent(*cell.ratio) : format::NoValue;
    cell.tone = operation.isFew ? Tone::Text3 : isOver ? Tone::Warn : Tone::Text;
    cell.sort = operation.isFew ? -0.5 : cell.ratio.value_or(-1);
    return cell;
}

Cell change(const reports::LatencyReport::Operation &operation)
{
    if (!operation.change)
        return Cell::number(format::NoValue, 0.0, Tone::Text3);
    const double ms = *operation.change;
    const bool towardsLimit = ms > 0 && operation.state == State::Warning;
    const QString magnitude = std::abs(ms) < 0.5 ? QLocale().toString(0) : format::duration(std::abs(ms));
    return Cell::number(std::abs(ms) < 0.5 ? magnitude : format::change(ms, magnitude), ms, towardsLimit ? Tone::Warn : Tone::Text2);
}

} // namespace

QList<TableColumn> operationColumns()
{
    return {{OperationWords::tr("Operation"), 0},
            {OperationWords::tr("Calls"), 60, true},
            {OperationWords::tr("p50"), 66, true},
            {OperationWords::tr("p95"), 66, true},
            {OperationWords::tr("p99"), 66, true},
            {OperationWords::tr("Target"), 62, true},
            {OperationWords::tr("p95 against target"), 160, true},
            {OperationWords::tr("Change"), 84, true, OperationWords::tr("p95 against the range before")},
            {OperationWords::tr("Errors"), 66, true}};
}

QList<TableRow> operations(const reports::LatencyReport &report)
{
    QList<TableRow> rows;
    for (const auto &operation : report.operations) {
        const bool isOver = operation.state == State::Warning || operation.state == State::Failing;
        Cell name(operation.label);
        name.note = operation.note;
        name.isBold = operation.isAggregate;
        name.isMono = !operation.isAggregate;
        name.mark = markOf(operation.state);
        Cell errors = Cell::number(operation.errorRate ? format::percent(*operation.errorRate, 2) : format::NoValue, operation.errorRate.value_or(-1));
        TableRow row;
        row.key = operation.name;
        row.cells = {name, Cell::number(format::count(operation.calls), operation.calls), time(operation.p50),
                     time(operation.p95, operation.isFew ? Tone::Text3 : isOver ? Tone::Warn : Tone::Text, !operation.isFew), time(operation.p99),
                     operation.target ? time(operation.target) : Cell::number(format::NoValue, -1.0, Tone::Text3), againstTarget(operation), change(operation), errors};
        row.isPinned = operation.isAggregate;
        row.isOld = report.freshness.isOld();
        row.value = operation.name;
        rows << row;
    }
    return rows;
}

} // namespace qd::rows
