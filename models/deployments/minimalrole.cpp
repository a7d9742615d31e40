// The smallest role Quarterdeck needs, as SQL to be read before it is run.
#include "deployments/connectiontest.h"

#include "postgres/statement.h"

#include <QCoreApplication>

namespace qd {

namespace {

struct MinimalRoleWords
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionTest)
};

QString commentLine(const QString &text)
{
    return QStringLiteral("-- ") + text;
}

} // namespace

QString minimalRoleSql(const Profile &profile, const QString &roleName, bool mayBypassRls)
{
    const QString role = QString::fromUtf8(pg::identifier(roleName));
    QStringList schemas, tables;
    for (const TelemetrySource &source : profile.sources) {
        const QString schema = QString::fromUtf8(pg::identifier(source.schema));
        const QString table = QString::fromUtf8(pg::qualified(source.schema, source.table));
        if (!schemas.contains(schema))
            schemas << schema;
        if (!tables.contains(table))
            tables << table;
    }
    QStringList lines;
    lines << commentLine(MinimalRoleWords::tr("The smallest role that Quarterdeck needs for %1: it reads, and changes nothing.").arg(profile.name))
          << commentLine(MinimalRoleWords::tr("Run it in the database of the application, as an administrator. psql asks for the password of the new role;"))
          << commentLine(MinimalRoleWords::tr("in another SQL editor replace the line \\password by: alter role %1 password '…';").arg(role))
          << QStringLiteral("create role %1 login nosuperuser nocreatedb nocreaterole connection limit 3;").arg(role) << QStringLiteral("\\password %1").arg(role)
          << commentLine(MinimalRoleWords::tr("What other sessions do, statistics and settings:")) << QStringLiteral("grant pg_monitor to %1;").arg(role);
    if (!tables.isEmpty())
        lines << commentLine(MinimalRoleWords::tr("The telemetry:"));
    for (const QString &schema : schemas)
        lines << QStringLiteral("grant usage on schema %1 to %2;").arg(schema, role);
    for (const QString &table : tables)
        lines << QStringLiteral("grant select on %1 to %2;").arg(table, role);
    if (mayBypassRls)
        lines << commentLine(MinimalRoleWords::tr("Row-level security would hide rows from the sums:")) << QStringLiteral("alter role %1 bypassrls;").arg(role);
    else
        lines << commentLine(MinimalRoleWords::tr("This server does not let you give BYPASSRLS away. Where row-level security is on, add a policy that lets %1 read.").arg(role));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace qd
