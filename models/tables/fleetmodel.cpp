#include "tables/fleetmodel.h"

#include "core/format.h"
#include "reports/words.h"

namespace qd::tables {

namespace {

using reports::FleetRow;

QVariant fleetP95(const FleetRow &row, const Viewing &)
{
    const QString value = row.p95 ? format::duration(*row.p95) : format::NoValue;
    return row.p95Target ? FleetModel::tr("%1 / %2", "value and target").arg(value, reports::limitText(*row.p95Target)) : value;
}

QVariant fleetCost(const FleetRow &row, const Viewing &)
{
    QString value = row.costToday ? format::money(*row.costToday) : format::NoValue;
    if (row.costToday && row.isCostPartial)
        value = FleetModel::tr("≥ %1").arg(value);
    return row.budget ? FleetModel::tr("%1 / %2", "value and target").arg(value, format::moneyRounded(*row.budget)) : value;
}

std::optional<double> fleetBudgetShare(const FleetRow &row)
{
    return row.costToday && row.budget && !row.budget->isZero() ? std::optional(row.costToday->toDouble() / row.budget->toDouble()) : std::nullopt;
}

// Old values are grey whatever they say.
QVariant fleetTone(const FleetRow &row, bool isOver)
{
    return row.isOld ? toVariant(State::Unknown) : isOver ? toVariant(State::Warning) : QVariant();
}

constexpr Column<FleetRow> fleetColumns[] = {
    {.title = QT_TRANSLATE_NOOP("qd::tables::FleetModel", "Deployment"), .display = [](const FleetRow &r, const Viewing &) -> QVariant { return r.title; }, .note = [](const FleetRow &r, const Viewing &) -> QVariant { return r.place; }},
    {.title = QT_TRANSLATE_NOOP("qd::tables::FleetModel", "Environment"), .display = [](const FleetRow &r, const Viewing &) -> QVariant { return environmentWord(r.environment); }, .sort = [](const FleetRow &r, const Viewing &) -> QVariant { return int(r.environment); }},
    {.title = QT_TRANSLATE_NOOP("qd::tables::FleetModel", "State"), .display = [](const FleetRow &r, const Viewing &) -> QVariant { return r.says; }, .sort = [](const FleetRow &r, const Viewing &) { return toVariant(r.state); }, .look = Look::Mark, .state = [](const FleetRow &r, const Viewing &) { return toVariant(r.state); }, .tip = [](const FleetRow &r, const Viewing &) -> QVariant { return r.says == r.freshness ? r.says : FleetModel::tr("%1. %2", "state and how fresh it is").arg(r.says, r.freshness); }},
    {.title = QT_TRANSLATE_NOOP("qd::tables::FleetModel", "Errors"), .display = [](const FleetRow &r, const Viewing &) -> QVariant { return r.errorRate ? format::percent(*r.errorRate, 2) : format::NoValue; }, .sort = [](const FleetRow &r, const Viewing &) { return toVariant(r.errorRate); }, .isNumber = true, .tone = [](const FleetRow &r, const Viewing &) { return fleetTone(r, false); }},
    {.title = QT_TRANSLATE_NOOP("qd::tables::FleetModel", "p95 / target"), .display = fleetP95, .sort = [](const FleetRow &r, const Viewing &) { return toVariant(r.p95); }, .isNumber = true, .tone = [](const FleetRow &r, const Viewing &) { return fleetTone(r, r.p95 && r.p95Target && *r.p95 > *r.p95Target); }},
    {.title = QT_TRANSLATE_NOOP("qd::tables::FleetModel", "Cost today / budget"), .display = fleetCost, .sort = [](const FleetRow &r, const Viewing &) { return r.costToday ? QVariant(r.costToday->toDouble()) : QVariant(); }, .isNumber = true, .look = Look::Share, .tone = [](const FleetRow &r, const Viewing &) { return fleetTone(r, fleetBudgetShare(r).value_or(0) > 1); }, .bar = [](const FleetRow &r, const Viewing &) { return toVariant(fleetBudgetShare(r)); }, .hollow = [](const FleetRow &r, const Viewing &) -> QVariant { return !fleetBudgetShare(r); }},
    {.title = QT_TRANSLATE_NOOP("qd::tables::FleetModel", "Deployed"), .display = [](const FleetRow &r, const Viewing &v) -> QVariant { return r.deployedAt ? format::ago(*r.deployedAt, v.now) : format::NoValue; }, .sort = [](const FleetRow &r, const Viewing &) { return r.deployedAt ? QVariant(toMsecs(*r.deployedAt)) : QVariant(); }, .isNumber = true},
};

} // namespace

FleetModel::FleetModel(QObject *parent)
    : RowsModel(
          fleetColumns, [](const FleetRow &row) { return row.name; }, nullptr, parent)
{
}

} // namespace qd::tables
