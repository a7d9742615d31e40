#include "deployments/reality.h"

#include "core/format.h"
#include "deployments/profilefile.h"
#include "postgres/statement.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace qd {

namespace {

struct RealityWords
{
    Q_DECLARE_TR_FUNCTIONS(Discovery)
};

QString jsonText(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

bool jsonFlag(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toBool();
}

QMap<QString, QJsonObject> columnsOf(const QJsonObject &catalog)
{
    QMap<QString, QJsonObject> columns;
    for (const QJsonValue &value : catalog.value(QStringLiteral("columns")).toArray())
        columns.insert(jsonText(value.toObject(), "name"), value.toObject());
    return columns;
}

Check checkOf(const SourceReality &reality, const char *id, const QString &title, State state, const QString &says, const QString &fix = {})
{
    Check check;
    check.id = QLatin1String(id);
    check.title = title;
    check.object = reality.source.schema + u'.' + reality.source.table;
    check.state = state;
    check.says = says;
    check.fix = fix;
    return check;
}

bool isJson(const QJsonObject &column)
{
    return jsonText(column, "base") == u"json" || jsonText(column, "base") == u"jsonb";
}

bool isMoment(const QJsonObject &column)
{
    return jsonText(column, "base") == u"timestamptz" || jsonText(column, "base") == u"timestamp";
}

enum class Wanted { Anything, Number, Flag, Moment };

Wanted wantedOf(Field TelemetrySource::*field)
{
    for (const auto number : {&TelemetrySource::latencyMs, &TelemetrySource::tokensIn, &TelemetrySource::tokensOut, &TelemetrySource::tokensCached,
                              &TelemetrySource::tokensCacheWrite, &TelemetrySource::tokensTotal, &TelemetrySource::costUsd, &TelemetrySource::costCents,
                              &TelemetrySource::httpStatus})
        if (field == number)
            return Wanted::Number;
    if (field == &TelemetrySource::success || field == &TelemetrySource::inStream)
        return Wanted::Flag;
    return field == &TelemetrySource::time ? Wanted::Moment : Wanted::Anything;
}

// What is wrong with a column's type for this field; empty if nothing. `usable` tells whether its
// text can be read all the same.
QString wrongTypeOf(const Field &field, Wanted wanted, const QMap<QString, QJsonObject> &columns, bool *usable)
{
    *usable = false;
    const QJsonObject column = columns.value(field.column);
    const QString type = jsonText(column, "type"), category = jsonText(column, "category");
    const auto expected = [&](const QString &what) { return RealityWords::tr("%1 is %2, %3 was expected").arg(field.column, type, what); };
    if (!field.minus.isEmpty()) {
        if (isMoment(column) && isMoment(columns.value(field.minus)))
            return {};
        return RealityWords::tr("%1 is not a difference of two times").arg(field.text());
    }
    if (!field.path.isEmpty())
        return isJson(column) ? QString() : expected(RealityWords::tr("JSON"));
    switch (wanted) {
    case Wanted::Anything:
        return {};
    case Wanted::Number:
        if (category == u"N" && jsonText(column, "base") != u"money")
            return {};
        *usable = category == u"S"; // a number written as text is still a number
        return expected(RealityWords::tr("a number"));
    case Wanted::Flag:
        return category == u"B" ? QString() : expected(RealityWords::tr("true or false"));
    case Wanted::Moment:
        return isMoment(column) ? QString() : expected(RealityWords::tr("a time"));
    }
    return {};
}

// Finds drift and unmaps what cannot be read.
void compareColumns(SourceReality &reality, const QMap<QString, QJsonObject> &columns)
{
    for (const SourceFieldKey &entry : SourceFieldKeys) {
        Field &field = reality.source.*entry.field;
        QStringList missing;
        for (const QString &name : {field.column, field.minus})
            if (!name.isEmpty() && !columns.contains(name) && !missing.contains(name))
                missing << name;
        if (!missing.isEmpty()) {
            for (const QString &name : missing)
                if (!reality.missingColumns.contains(name))
                    reality.missingColumns << name;
            field = {};
            continue;
        }
        if (field.column.isEmpty())
            continue;
        bool usable = false;
        const QString wrong = wrongTypeOf(field, wantedOf(entry.field), columns, &usable);
        if (wrong.isEmpty())
            continue;
        if (!reality.wrongTypes.contains(wrong))
            reality.wrongTypes << wrong;
        if (!usable)
            field = {};
    }
    const TelemetrySource &source = reality.source;
    if (source.timeZone.isEmpty() && jsonText(columns.value(source.time.column), "base") == u"timestamp")
        reality.wrongTypes << RealityWords::tr("%1 has no time zone, and the profile does not say which one is meant").arg(source.time.column);
}

Check columnsCheck(const SourceReality &reality)
{
    const QString title = RealityWords::tr("Columns");
    if (reality.missingColumns.isEmpty() && reality.wrongTypes.isEmpty())
        return checkOf(reality, "source.columns", title, State::Ok, RealityWords::tr("Every mapped column is there and has the expected type."));
    QStringList says;
    if (!reality.missingColumns.isEmpty())
        says << RealityWords::tr("The profile maps columns that are not there: %1.").arg(reality.missingColumns.join(QStringLiteral(", ")));
    if (!reality.wrongTypes.isEmpty())
        says << RealityWords::tr("Other types than expected: %1.").arg(reality.wrongTypes.join(QStringLiteral("; ")));
    const bool isReadable = reality.source.id.isMapped() && reality.source.time.isMapped();
    says << (isReadable ? RealityWords::tr("What they would have told is shown as not recorded.")
                        : RealityWords::tr("Without a row's identity and time nothing can be read."));
    return checkOf(reality, "source.columns", title, isReadable ? State::Warning : State::Failing, says.join(u' '),
                   RealityWords::tr("Correct the profile, or ask for a proposal."));
}

QString grantSql(const SourceReality &reality, const QString &role, bool mayUseSchema)
{
    const QString who = QString::fromUtf8(pg::identifier(role));
    QString sql = mayUseSchema ? QString() : QStringLiteral("grant usage on schema %1 to %2;\n").arg(QString::fromUtf8(pg::identifier(reality.source.schema)), who);
    return sql + QStringLiteral("grant select on %1 to %2;").arg(QString::fromUtf8(reality.source.relation()), who);
}

QString policySql(const SourceReality &reality, const QString &role)
{
    return QStringLiteral("create policy quarterdeck_reads on %1 for select to %2 using (true);")
        .arg(QString::fromUtf8(reality.source.relation()), QString::fromUtf8(pg::identifier(role)));
}

Check rightsCheck(SourceReality &reality, const QJsonObject &catalog, const QMap<QString, QJsonObject> &columns)
{
    const QString title = RealityWords::tr("Rights"), role = jsonText(catalog, "role");
    const bool mayUseSchema = jsonFlag(catalog, "mayUseSchema");
    bool mayReadMapped = jsonFlag(catalog, "maySelect");
    if (!mayReadMapped) { // grants on single columns are enough
        mayReadMapped = reality.source.id.isMapped();
        for (const SourceFieldKey &entry : SourceFieldKeys)
            for (const QString &name : {(reality.source.*entry.field).column, (reality.source.*entry.field).minus})
                mayReadMapped = mayReadMapped && (name.isEmpty() || jsonFlag(columns.value(name), "maySelect"));
    }
    reality.mayRead = mayUseSchema && mayReadMapped;
    reality.mayHideRows = jsonFlag(catalog, "rowsFiltered");
    if (!reality.mayRead) {
        reality.missingGrantSql = grantSql(reality, role, mayUseSchema);
        return checkOf(reality, "source.rights", title, State::Failing,
                       RealityWords::tr("The role %1 may not read this table. Somebody who owns it has to grant that.").arg(role), reality.missingGrantSql);
    }
    if (reality.mayHideRows)
        return checkOf(reality, "source.rights", title, State::Warning,
                       RealityWords::tr("Row-level security applies to the role %1: rows that no policy shows it are missing from every figure.").arg(role),
                       policySql(reality, role));
    return checkOf(reality, "source.rights", title, State::Ok, RealityWords::tr("The role %1 may read the table.").arg(role));
}

Check indexCheck(SourceReality &reality, const QJsonObject &catalog)
{
    const QString title = RealityWords::tr("Reading order");
    const QString column = reality.source.idIsMonotone ? reality.source.id.column : reality.source.time.column;
    if (column.isEmpty())
        return checkOf(reality, "source.index", title, State::Unknown, RealityWords::tr("There is no column to read by, so there is nothing to look for."));
    QString unusable;
    for (const QJsonValue &value : catalog.value(QStringLiteral("indexes")).toArray()) {
        const QJsonObject index = value.toObject();
        if (jsonText(index, "column") != column || jsonText(index, "method") != u"btree")
            continue;
        if (!jsonFlag(index, "usable")) {
            unusable = jsonText(index, "name");
            continue;
        }
        reality.hasReadingOrder = true;
        return checkOf(reality, "source.index", title, State::Ok, RealityWords::tr("New rows are found by the index %1.").arg(jsonText(index, "name")));
    }
    const QString kind = jsonText(catalog, "kind");
    if (kind == u"v" || kind == u"f")
        return checkOf(reality, "source.index", title, State::Warning,
                       RealityWords::tr("This is a view or a foreign table, so Quarterdeck cannot tell whether new rows are found without reading everything. It is read only when you ask."),
                       RealityWords::tr("Map the table behind it, if there is one."));
    const QString name = QString::fromUtf8(pg::identifier(QStringLiteral("quarterdeck_%1_%2").arg(reality.source.table, column).left(60)));
    // Partitioned tables cannot be indexed concurrently.
    reality.missingIndexSql = QStringLiteral("create index %1%2 on %3 (%4);")
                                  .arg(kind == u"p" ? QString() : QStringLiteral("concurrently "), name, QString::fromUtf8(reality.source.relation()),
                                       QString::fromUtf8(pg::identifier(column)));
    const QString says = unusable.isEmpty()
        ? RealityWords::tr("No index begins with %1, so every refresh would read the whole table. It is read only when you ask.").arg(column)
        : RealityWords::tr("The index %1 begins with %2, but it is invalid or covers only some rows, so every refresh would read the whole table. It is read only when you ask.").arg(unusable, column);
    return checkOf(reality, "source.index", title, State::Warning, says, reality.missingIndexSql);
}

void addMissing(SourceReality &reality, const QJsonObject &catalog)
{
    QStringList elsewhere;
    for (const QJsonValue &value : catalog.value(QStringLiteral("elsewhere")).toArray())
        elsewhere << value.toString();
    reality.checks << checkOf(reality, "source.exists", RealityWords::tr("Table"), State::Failing,
                              RealityWords::tr("There is no table %1 in this database.").arg(reality.source.schema + u'.' + reality.source.table),
                              elsewhere.isEmpty() ? RealityWords::tr("Run the application's migrations, or choose another profile.")
                                                  : RealityWords::tr("There is %1: correct the schema or the spelling in the profile.").arg(elsewhere.join(QStringLiteral(", "))));
    const QString says = RealityWords::tr("The table is missing, so this could not be looked at.");
    reality.checks << checkOf(reality, "source.rights", RealityWords::tr("Rights"), State::Unknown, says)
                   << checkOf(reality, "source.columns", RealityWords::tr("Columns"), State::Unknown, says)
                   << checkOf(reality, "source.index", RealityWords::tr("Reading order"), State::Unknown, says)
                   << checkOf(reality, "source.instrumented", RealityWords::tr("Rows"), State::Unknown, says);
}

} // namespace

SourceReality realityFrom(const TelemetrySource &source, const QJsonObject &catalog, const QString &asked, Instant at)
{
    SourceReality reality;
    reality.source = source;
    reality.exists = jsonFlag(catalog, "exists");
    if (!reality.exists) {
        addMissing(reality, catalog);
    } else {
        if (const QJsonValue rows = catalog.value(QStringLiteral("rows")); rows.isDouble())
            reality.estimatedRows = rows.toInteger();
        const auto columns = columnsOf(catalog);
        compareColumns(reality, columns);
        reality.checks << checkOf(reality, "source.exists", RealityWords::tr("Table"), State::Ok,
                                  reality.estimatedRows ? RealityWords::tr("The table is there, with about %1 rows.").arg(format::count(*reality.estimatedRows))
                                                        : RealityWords::tr("The table is there; its rows were never counted."));
        reality.checks << rightsCheck(reality, catalog, columns) << columnsCheck(reality) << indexCheck(reality, catalog);
    }
    const QString evidence = asked.trimmed() + QStringLiteral("\n\n") + QString::fromUtf8(QJsonDocument(catalog).toJson(QJsonDocument::Indented));
    for (Check &check : reality.checks) {
        check.evidence = evidence;
        check.measuredAt = at;
    }
    return reality;
}

void addRows(SourceReality &reality, const Result<bool> &hasRows, const QString &asked, Instant at)
{
    const QString title = RealityWords::tr("Rows");
    Check check;
    if (!hasRows)
        check = checkOf(reality, "source.instrumented", title, State::Unknown,
                        hasRows.error().kind == Error::Kind::Busy
                            ? RealityWords::tr("The table is locked or too busy to say whether it has rows. Its figures stay as old as they are until it answers.")
                            : hasRows.error().message);
    else if (*hasRows)
        check = checkOf(reality, "source.instrumented", title, State::Ok, RealityWords::tr("The table has rows."));
    else if (reality.mayHideRows)
        check = checkOf(reality, "source.instrumented", title, State::Unknown,
                        RealityWords::tr("No row is visible, but row-level security may hide them all from this role: whether telemetry is recorded is unknown."),
                        reality.checks.value(1).fix);
    else
        check = checkOf(reality, "source.instrumented", title, State::Unknown,
                        RealityWords::tr("The table has no row: the application does not write its telemetry (not instrumented). Cost, latency and errors are unknown, not zero."),
                        RealityWords::tr("Make the application write a row for every call, or choose another source."));
    reality.isEmpty = hasRows && !*hasRows && !reality.mayHideRows;
    check.evidence = asked.trimmed() + QStringLiteral("\n\n") + (hasRows ? (*hasRows ? QStringLiteral("t") : QStringLiteral("f")) : hasRows.error().detail);
    check.measuredAt = at;
    reality.checks << check;
}

} // namespace qd
