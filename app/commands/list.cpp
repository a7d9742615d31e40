#include "app/commands/list.h"

#include "app/commands/times.h"
#include "app/text/ink.h"
#include "app/text/reporttext.h"
#include "app/text/table.h"
#include "core/format.h"

#include <QFile>
#include <QJsonArray>

namespace qd::app {

void List::start()
{
    if (const Result<QTimeZone> zone = zoneFrom(line()); !zone)
        return fail(WrongUsage, zone.error());
    if (!line().has("demo")) {
        if (setup().error())
            return fail(NothingRead, *setup().error());
        return tell(setup().deployments());
    }
    m_fleet = std::make_unique<FleetRun>();
    connect(m_fleet.get(), &FleetRun::progress, this, [this](const QString &says) { terminal().progress(says); });
    m_step.start(m_fleet->enter(), [this](const Result<> &entered) {
        if (!entered)
            return fail(NothingRead, entered.error());
        tell(m_fleet->deployments());
    });
}

reports::FleetRow List::rowOf(const Deployment &deployment)
{
    const QString file = m_fleet ? m_fleet->mirrorFile(deployment.name) : Setup::mirrorFile(deployment.name);
    if (QFile::exists(file)) {
        if (const auto mirror = telemetry::Mirror::open(file, telemetry::Mirror::Access::Read)) {
            Journal *journal = m_fleet ? &m_fleet->journal() : &setup().journal();
            const Instant now = clock().now();
            const Surroundings with{&setup().secrets(), journal, &setup().prices(), &clock()};
            return reports::fleetRow(inputsFrom(deployment, setup().profileOf(deployment), **mirror, with, {now - std::chrono::hours(24), now}, *zoneFrom(line())));
        }
    }
    reports::FleetRow row;
    row.name = deployment.name;
    row.title = deployment.title;
    row.place = deployment.place;
    row.environment = deployment.environment;
    row.says = tr("never read on this computer");
    return row;
}

void List::tell(const QList<Deployment> &deployments)
{
    const Ink ink(terminal().isColoured());
    QJsonArray rows;
    QList<Check> states;
    Table table({{}, tr("name"), tr("environment"), tr("p95") + QLatin1Char('>'), tr("errors") + QLatin1Char('>'), tr("cost today") + QLatin1Char('>'), tr("says") + QLatin1Char('*'), tr("read")});
    for (const Deployment &deployment : deployments) {
        const reports::FleetRow row = rowOf(deployment);
        QJsonObject json = row.toJson();
        json.insert(QStringLiteral("name"), row.name);
        json.insert(QStringLiteral("profile"), deployment.profile);
        json.insert(QStringLiteral("database"), deployment.database.text());
        rows.append(json);
        Check state;
        state.id = QStringLiteral("deployment.state");
        state.object = row.name;
        state.title = row.title;
        state.state = row.state;
        state.says = row.says;
        states.append(state);
        table.add({ink.mark(row.state), row.name, environmentWord(row.environment), row.p95 ? format::duration(*row.p95) : format::NoValue,
                   row.errorRate ? format::percent(*row.errorRate, 2) : format::NoValue,
                   row.costToday ? (row.isCostPartial ? QStringLiteral("≥ ") : QString()) + format::money(*row.costToday) : format::NoValue, row.says, row.freshness});
    }
    const QList<Check> checks = setup().problems() + states;
    if (line().wantsJson())
        printDocument({{QStringLiteral("deployments"), rows}}, checks);
    else if (table.isEmpty())
        terminal().print(tr("No deployment is configured yet. “quarterdeck add NAME --profile P --url URL” adds one; “quarterdeck --demo” shows the demo."));
    else
        terminal().print(table.lines(terminal().width(), QString()).join(QLatin1Char('\n')));
    // The list itself was answered; how the deployments are is judged only when asked for.
    end(line().has("strict") ? exitCode(checks, true) : AllWell);
}

} // namespace qd::app
