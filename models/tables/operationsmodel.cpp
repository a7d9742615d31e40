#include "tables/operationsmodel.h"

#include "core/format.h"
#include "reports/words.h"

namespace qd::tables {

namespace {

using Operation = reports::LatencyReport::Operation;

QString durationOrNone(const std::optional<double> &ms)
{
    return ms ? format::duration(*ms) : format::NoValue;
}

QVariant operationTone(const Operation &operation, const Viewing &)
{
    return operation.isFew || operation.state == State::Warning || operation.state == State::Failing ? toVariant(operation.state) : QVariant();
}

std::optional<double> operationRatio(const Operation &operation)
{
    return operation.p95 && operation.target && *operation.target > 0 ? std::optional(*operation.p95 / *operation.target) : std::nullopt;
}

QVariant againstTarget(const Operation &operation, const Viewing &)
{
    if (!operation.target)
        return OperationsModel::tr("no target");
    const auto ratio = operationRatio(operation);
    return !ratio ? format::NoValue : operation.isFew ? OperationsModel::tr("few") : format::percent(*ratio);
}

QVariant operationChange(const Operation &operation, const Viewing &)
{
    return operation.change ? format::change(*operation.change, format::duration(std::abs(*operation.change))) : format::NoValue;
}

QVariant spokenP95(const Operation &operation, const Viewing &)
{
    if (!operation.p95)
        return OperationsModel::tr("p95 not measured");
    if (operation.isFew)
        return OperationsModel::tr("p95 %1, from few calls").arg(format::duration(*operation.p95));
    if (!operation.target)
        return OperationsModel::tr("p95 %1, no target").arg(format::duration(*operation.p95));
    return operation.state == State::Ok ? OperationsModel::tr("p95 %1, within target").arg(format::duration(*operation.p95)) : OperationsModel::tr("p95 %1, over target").arg(format::duration(*operation.p95));
}

constexpr Column<Operation> operationColumns[] = {
    {.title = QT_TRANSLATE_NOOP("qd::tables::OperationsModel", "Operation"), .display = [](const Operation &o, const Viewing &) -> QVariant { return o.label; }, .look = Look::Mark, .state = [](const Operation &o, const Viewing &) { return toVariant(o.state); }, .note = [](const Operation &o, const Viewing &) -> QVariant { return o.note; }},
    {.title = QT_TRANSLATE_NOOP("qd::tables::OperationsModel", "Calls"), .display = [](const Operation &o, const Viewing &) -> QVariant { return format::count(o.calls); }, .sort = [](const Operation &o, const Viewing &) -> QVariant { return o.calls; }, .isNumber = true},
    {.title = QT_TRANSLATE_NOOP("qd::tables::OperationsModel", "p50"), .display = [](const Operation &o, const Viewing &) -> QVariant { return durationOrNone(o.p50); }, .sort = [](const Operation &o, const Viewing &) { return toVariant(o.p50); }, .isNumber = true},
    {.title = QT_TRANSLATE_NOOP("qd::tables::OperationsModel", "p95"), .display = [](const Operation &o, const Viewing &) -> QVariant { return durationOrNone(o.p95); }, .sort = [](const Operation &o, const Viewing &) { return toVariant(o.p95); }, .isNumber = true, .tone = operationTone, .spoken = spokenP95},
    {.title = QT_TRANSLATE_NOOP("qd::tables::OperationsModel", "p99"), .display = [](const Operation &o, const Viewing &) -> QVariant { return durationOrNone(o.p99); }, .sort = [](const Operation &o, const Viewing &) { return toVariant(o.p99); }, .isNumber = true},
    {.title = QT_TRANSLATE_NOOP("qd::tables::OperationsModel", "Target"), .display = [](const Operation &o, const Viewing &) -> QVariant { return o.target ? reports::limitText(*o.target) : format::NoValue; }, .sort = [](const Operation &o, const Viewing &) { return toVariant(o.target); }, .isNumber = true},
    {.title = QT_TRANSLATE_NOOP("qd::tables::OperationsModel", "p95 against target"), .display = againstTarget, .sort = [](const Operation &o, const Viewing &) { return o.isFew ? QVariant() : toVariant(operationRatio(o)); }, .look = Look::AgainstTarget, .state = [](const Operation &o, const Viewing &) { return toVariant(o.state); }, .bar = [](const Operation &o, const Viewing &) { return toVariant(operationRatio(o)); }, .hollow = [](const Operation &o, const Viewing &) -> QVariant { return o.isFew || !operationRatio(o); }},
    {.title = QT_TRANSLATE_NOOP("qd::tables::OperationsModel", "Change"), .display = operationChange, .sort = [](const Operation &o, const Viewing &) { return toVariant(o.change); }, .isNumber = true, .tone = [](const Operation &o, const Viewing &) { return o.state == State::Warning && o.change.value_or(0) > 0 ? toVariant(State::Warning) : QVariant(); }},
    {.title = QT_TRANSLATE_NOOP("qd::tables::OperationsModel", "Errors"), .display = [](const Operation &o, const Viewing &) -> QVariant { return o.errorRate ? format::percent(*o.errorRate, 2) : format::NoValue; }, .sort = [](const Operation &o, const Viewing &) { return toVariant(o.errorRate); }, .isNumber = true},
};

} // namespace

OperationsModel::OperationsModel(QObject *parent)
    : RowsModel(
          operationColumns, [](const Operation &operation) { return operation.name; }, [](const Operation &operation) { return operation.isAggregate ? -1 : 0; }, parent)
{
}

} // namespace qd::tables
