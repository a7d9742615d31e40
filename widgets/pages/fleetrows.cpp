#include "widgets/pages/rows.h"

#include "core/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace qd::rows {

namespace {

struct FleetWords
{
    Q_DECLARE_TR_FUNCTIONS(FleetRows)
};

Cell latency(const reports::FleetRow &row)
{
    if (!row.p95)
        return Cell::number(row.p95Target ? FleetWords::tr("– / %1").arg(format::duration(*row.p95Target)) : format::NoValue, -1.0, Tone::Text3);
    const QString value = format::duration(*row.p95);
    const bool isOver = row.p95Target && *row.p95 > *row.p95Target;
    //: p95 and its target, as in "2.31 s / 2 s"
    return Cell::number(row.p95Target ? FleetWords::tr("%1 / %2").arg(value, format::duration(*row.p95Target)) : value, *row.p95, isOver ? Tone::Warn : Tone::Text);
}

Cell spent(const reports::FleetRow &row)
{
    if (!row.costToday)
        return Cell::number(format::NoValue, qint64(-1), Tone::Text3);
    QString text = format::money(*row.costToday);
    if (row.isCostPartial)
        text = FleetWords::tr("≥ %1").arg(text);
    Cell cell = Cell::number(text, row.costToday->pico());
    if (row.budget && row.budget->pico() > 0) {
        cell.text = FleetWords::tr("%1 / %2").arg(text, format::money(*row.budget));
        cell.share = std::clamp(row.costToday->toDouble() / row.budget->toDouble(), 0.0, 1.0);
    }
    return cell;
}

} // namespace

QList<TableColumn> fleetColumns()
{
    return {{FleetWords::tr("Deployment"), 190},
            {FleetWords::tr("Environment"), 96},
            {FleetWords::tr("State"), 0},
            {FleetWords::tr("Errors"), 72, true},
            {FleetWords::tr("p95 / target"), 116, true},
            {FleetWords::tr("Cost today / budget"), 210, true},
            {FleetWords::tr("Deployed"), 96, true},
            {FleetWords::tr("Read"), 88, true}};
}

QList<TableRow> fleet(const QList<reports::FleetRow> &fleet, Instant now)
{
    QList<TableRow> rows;
    for (const reports::FleetRow &deployment : fleet) {
        Cell name(deployment.title);
        name.note = deployment.place;
        name.isBold = true;
        name.stripe = deployment.environment;
        Cell state(deployment.says);
        state.mark = deployment.isOld ? Mark::Old : markOf(deployment.state);
        TableRow row;
        row.key = deployment.name;
        row.cells = {name, Cell(environmentWord(deployment.environment)), state,
                     Cell::number(deployment.errorRate ? format::percent(*deployment.errorRate, 2) : format::NoValue, deployment.errorRate.value_or(-1)), latency(deployment), spent(deployment),
                     Cell::number(deployment.deployedAt ? format::ago(*deployment.deployedAt, now) : format::NoValue, deployment.deployedAt ? toMsecs(*deployment.deployedAt) : qint64(-1)),
                     Cell::number(deployment.freshness, deployment.freshness, deployment.isOld ? Tone::Crit : Tone::Text2)};
        row.isOld = deployment.isOld;
        row.value = deployment.name;
        rows << row;
    }
    return rows;
}

} // namespace qd::rows
