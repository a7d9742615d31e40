#include "postgres/errors.h"

#include "core/redact.h"
#include "postgres/statement.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace qd::pg {

namespace {

struct PostgresWords
{
    Q_DECLARE_TR_FUNCTIONS(Postgres)
};

// "permission denied for table agent_telemetry" → what was denied and on what.
struct Denied
{
    QString kind, object;
};

Denied deniedFrom(const QString &serverSaid)
{
    static const QRegularExpression pattern(QStringLiteral(R"re(permission denied for ([a-z ]+?) "?([^"\n]+?)"?(?:\n|$))re"));
    const auto match = pattern.match(serverSaid);
    return match.hasMatch() ? Denied{match.captured(1), match.captured(2)} : Denied{};
}

QString grantFor(const Denied &denied, const QString &role)
{
    if (denied.kind == QLatin1String("schema"))
        return QStringLiteral("grant usage on schema %1 to %2;").arg(denied.object, role);
    if (denied.kind == QLatin1String("database"))
        return QStringLiteral("grant connect on database %1 to %2;").arg(denied.object, role);
    if (denied.kind == QLatin1String("function"))
        return QStringLiteral("grant execute on function %1 to %2;").arg(denied.object, role);
    return QStringLiteral("grant select on %1 to %2;").arg(denied.object, role);
}

Error permissionDenied(const QString &serverSaid, const QString &table, const QString &role)
{
    Denied denied = deniedFrom(serverSaid);
    // The server names a table without its schema; who asked may know better.
    const bool isTable = denied.kind.isEmpty() || denied.kind == QLatin1String("table") || denied.kind == QLatin1String("view") || denied.kind == QLatin1String("materialized view");
    if (isTable && !table.isEmpty())
        denied = {QStringLiteral("table"), table};
    if (denied.object.isEmpty())
        return {Error::Kind::Refused, PostgresWords::tr("The role may not do that. The details name the privilege that is missing."), serverSaid, {}};
    const QString named = role.isEmpty() ? PostgresWords::tr("this role") : role;
    const QString grant = grantFor(denied, role.isEmpty() ? QStringLiteral("ROLE") : QString::fromUtf8(identifier(role)));
    if (denied.kind == QLatin1String("schema"))
        return {Error::Kind::Refused, PostgresWords::tr("%1 may not look into the schema %2. The missing grant: %3").arg(named, denied.object, grant), serverSaid, {}};
    return {Error::Kind::Refused, PostgresWords::tr("%1 may not read %2. The missing grant: %3").arg(named, denied.object, grant), serverSaid, {}};
}

Error::Kind kindOfClass(const QByteArray &state)
{
    if (state.startsWith("08"))
        return Error::Kind::Lost;
    if (state.startsWith("28"))
        return Error::Kind::Refused;
    if (state.startsWith("53") || state.startsWith("55") || state.startsWith("40"))
        return Error::Kind::Busy;
    if (state.startsWith("57P"))
        return Error::Kind::Lost;
    if (state.startsWith("3D") || state.startsWith("3F"))
        return Error::Kind::Missing;
    return Error::Kind::Wrong;
}

} // namespace

// One if-chain per state: the table of what an engineer meets at night.
Error errorFromState(const QByteArray &state, const QString &serverSaid, const QString &table, const QString &role)
{
    using Kind = Error::Kind;
    const QString what = table.isEmpty() ? PostgresWords::tr("a table it needs") : table;
    const auto error = [&](Kind kind, const QString &message) { return Error{kind, message, serverSaid, QString::fromLatin1(state)}; };

    if (state == "42501") {
        Error denied = permissionDenied(serverSaid, table, role);
        denied.code = QString::fromLatin1(state);
        return denied;
    }
    if (state == "28P01")
        return error(Kind::Refused, PostgresWords::tr("The database did not accept the password of this role."));
    if (state == "55P03")
        return error(Kind::Busy, table.isEmpty() ? PostgresWords::tr("Somebody holds a lock that this read would have to wait for. It was given up at once instead.")
                                                 : PostgresWords::tr("Somebody holds a lock on %1 that this read would have to wait for. It was given up at once instead.").arg(table));
    if (state == "57014")
        return error(Kind::Busy, PostgresWords::tr("The database stopped the query because it took too long."));
    if (state == "42P01")
        return error(Kind::Missing, table.isEmpty() ? PostgresWords::tr("A table that this query reads does not exist. The details name it.") : PostgresWords::tr("The table %1 does not exist.").arg(table));
    if (state == "42703")
        return error(Kind::Missing, PostgresWords::tr("A column that this query reads does not exist in %1. The details name it.").arg(what));
    if (state == "42883")
        return error(Kind::Missing, PostgresWords::tr("A function that this query uses does not exist on this server. The details name it."));
    if (state == "3F000")
        return error(Kind::Missing, PostgresWords::tr("A schema that this query reads does not exist. The details name it."));
    if (state == "3D000")
        return error(Kind::Missing, PostgresWords::tr("There is no database of this name on the server."));
    if (state == "25006")
        return error(Kind::Refused, PostgresWords::tr("The server refused to change anything: this connection only reads."));
    if (state == "53300")
        return error(Kind::Busy, PostgresWords::tr("The server has no connection left for this role. Close some, or raise the limit."));
    if (state == "53100")
        return error(Kind::Busy, PostgresWords::tr("The disk of the database server is full."));
    if (state == "57P01" || state == "57P02")
        return error(Kind::Lost, PostgresWords::tr("The server ended the connection, because it was shut down or by an administrator."));
    if (state == "57P03")
        return error(Kind::Unreachable, PostgresWords::tr("The server is starting or shutting down and takes no connections yet."));
    if (state == "57P05" || state == "25P03")
        return error(Kind::Lost, PostgresWords::tr("The server ended the connection because it was idle for too long."));
    if (state.startsWith("08"))
        return error(Kind::Lost, PostgresWords::tr("The connection to the database was interrupted."));
    if (state.startsWith("40"))
        return error(Kind::Busy, PostgresWords::tr("The query got in the way of another transaction. The same query may work later."));
    if (state.startsWith("53"))
        return error(Kind::Busy, PostgresWords::tr("The database server has run out of memory or other resources."));
    if (state == "42601")
        return error(Kind::Wrong, PostgresWords::tr("The database did not understand the query."));
    return error(kindOfClass(state), PostgresWords::tr("The database refused the query. The details hold its own words."));
}

Error errorFromResult(const PGresult *result, const QString &role)
{
    const QByteArray state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    QStringList said;
    for (const char field : {PG_DIAG_MESSAGE_PRIMARY, PG_DIAG_MESSAGE_DETAIL, PG_DIAG_MESSAGE_HINT}) {
        if (const char *text = PQresultErrorField(result, field))
            said << QString::fromUtf8(text);
    }
    if (state.isEmpty()) // libpq's own: the connection is gone
        return {Error::Kind::Lost, PostgresWords::tr("The connection to the database was interrupted."), redacted(QString::fromUtf8(PQresultErrorMessage(result)).trimmed()), {}};
    return errorFromState(state, redacted(said.join(QLatin1Char('\n'))), {}, role);
}

Error lostError(const QString &where, const QString &said)
{
    return {Error::Kind::Lost, PostgresWords::tr("The connection to %1 was interrupted.").arg(where), redacted(said), {}};
}

locale_t PlainMessages::plain()
{
    // Only the words: character set and numbers stay as they are.
    static const locale_t locale = newlocale(LC_MESSAGES_MASK, "C", duplocale(LC_GLOBAL_LOCALE));
    return locale;
}

} // namespace qd::pg
