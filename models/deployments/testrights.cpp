// What the role is, and what it may see.
#include "deployments/teststeps.h"

#include "postgres/statement.h"

#include <QCoreApplication>

namespace qd::teststeps {

namespace {

struct RightsWords
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionTest)
};

} // namespace

QByteArray roleSql()
{
    return "select r.rolname, r.rolsuper, r.rolbypassrls, r.rolconnlimit, pg_has_role(r.oid, 'pg_monitor', 'usage') as monitors"
           " from pg_roles r where r.rolname = current_user";
}

Finding role(const pg::Rows &rows, const Profile *profile)
{
    if (rows.isEmpty())
        return {State::Unknown, RightsWords::tr("The server did not tell what the role may do."), {}, {}};
    const QString name = rows.text(0, rows.column("rolname"));
    const auto is = [&rows](const char *column) { return rows.boolean(0, rows.column(column)).value_or(false); };
    const QString evidence = QStringLiteral("rolsuper=%1 rolbypassrls=%2 rolconnlimit=%3 pg_monitor=%4")
                                 .arg(rows.text(0, rows.column("rolsuper")), rows.text(0, rows.column("rolbypassrls")), rows.text(0, rows.column("rolconnlimit")), rows.text(0, rows.column("monitors")));
    const QString smallest = profile ? minimalRoleSql(*profile, QStringLiteral("quarterdeck_ro"), true) : QString();
    if (is("rolsuper"))
        return {State::Warning, RightsWords::tr("%1 is a superuser and may do everything. A role of its own that only reads is safer.").arg(name), evidence, smallest};
    if (!is("monitors"))
        return {State::Warning, RightsWords::tr("%1 cannot see what other sessions do: it is no member of pg_monitor.").arg(name), evidence, QStringLiteral("grant pg_monitor to %1;").arg(QString::fromUtf8(pg::identifier(name)))};
    return {State::Ok, is("rolbypassrls") ? RightsWords::tr("%1 reads statistics and is not held back by row-level security.").arg(name) : RightsWords::tr("%1 reads statistics; row-level security applies to it.").arg(name), evidence, {}};
}

QByteArray telemetrySql(const Profile &profile)
{
    QList<QByteArray> wanted;
    for (const TelemetrySource &source : profile.sources)
        wanted << '(' + pg::literal(source.schema.toUtf8()) + ", " + pg::literal(source.table.toUtf8()) + ')';
    // From the catalogs only: nothing here waits behind somebody's lock.
    return "select w.schema, w.name, c.oid is not null as found, coalesce(has_schema_privilege(n.oid, 'usage'), false) as usage,"
           " coalesce(has_table_privilege(c.oid, 'select') or has_any_column_privilege(c.oid, 'select'), false) as readable, coalesce(row_security_active(c.oid), false) as filtered"
           " from (values " + wanted.join(", ") + ") as w (schema, name)"
           " left join pg_namespace n on n.nspname = w.schema"
           " left join pg_class c on c.relnamespace = n.oid and c.relname = w.name and c.relkind in ('r', 'p', 'v', 'm', 'f')";
}

Finding telemetry(const pg::Rows &rows, const Profile &profile, const QString &roleName)
{
    QStringList missing, forbidden, filtered, grants, evidence;
    const QString roleQuoted = QString::fromUtf8(pg::identifier(roleName));
    for (qsizetype row = 0; row < rows.count(); ++row) {
        const auto is = [&](const char *column) { return rows.boolean(row, rows.column(column)).value_or(false); };
        const QString schema = rows.text(row, 0), name = QStringLiteral("%1.%2").arg(schema, rows.text(row, 1));
        evidence << QStringLiteral("%1: exists %2, usage %3, select %4, rls %5").arg(name).arg(is("found")).arg(is("usage")).arg(is("readable")).arg(is("filtered"));
        if (!is("found")) {
            missing << name;
            continue;
        }
        if (!is("usage"))
            grants << QStringLiteral("grant usage on schema %1 to %2;").arg(QString::fromUtf8(pg::identifier(schema)), roleQuoted);
        if (!is("readable"))
            grants << QStringLiteral("grant select on %1 to %2;").arg(QString::fromUtf8(pg::qualified(schema, rows.text(row, 1))), roleQuoted);
        if (!is("usage") || !is("readable"))
            forbidden << name;
        else if (is("filtered"))
            filtered << name;
    }
    grants.removeDuplicates();
    const QString shown = evidence.join(QLatin1Char('\n')), comma = QStringLiteral(", ");
    if (!forbidden.isEmpty())
        return {State::Failing, RightsWords::tr("%1 may not read %2. The fix lists the missing grants.").arg(roleName, forbidden.join(comma)), shown, grants.join(QLatin1Char('\n'))};
    if (missing.size() == rows.count())
        return {State::Failing, RightsWords::tr("None of the tables of the profile %1 is in this database.").arg(profile.name), shown, RightsWords::tr("Check the database and the profile; with the generic profile Quarterdeck looks for telemetry itself.")};
    if (!missing.isEmpty())
        return {State::Warning, RightsWords::tr("Not in this database: %1. The pages that need it say so.").arg(missing.join(comma)), shown, {}};
    if (!filtered.isEmpty())
        return {State::Warning, RightsWords::tr("Row-level security shows %1 only some rows of %2, so sums may be too small.").arg(roleName, filtered.join(comma)), shown, QStringLiteral("alter role %1 bypassrls;").arg(roleQuoted)};
    return {State::Ok, RightsWords::tr("%n telemetry table(s) can be read.", nullptr, int(rows.count())), shown, {}};
}

} // namespace qd::teststeps
