#include "telemetry/follower.h"
#include "telemetry/reading.h"
#include "telemetry/readingcolumns.h"

#include "postgres/statement.h"

#include <QCryptographicHash>
#include <QTimeZone>

namespace qd::telemetry {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

// How far ids and times may disagree before a row is only found by the audit.
constexpr minutes IdSlack{10};

QByteArray timeColumnSql(const TelemetrySource &source)
{
    return "t." + pg::identifier(source.time.column);
}

// The moment itself, whatever the column's type.
QByteArray momentSql(const TelemetrySource &source)
{
    return source.timeZone.isEmpty() ? timeColumnSql(source) : '(' + timeColumnSql(source) + " at time zone " + pg::literal(source.timeZone.toUtf8()) + ')';
}

QByteArray microsSql(const TelemetrySource &source)
{
    return "(extract(epoch from " + momentSql(source) + ") * 1000000)::bigint";
}

QByteArray momentLiteral(Instant instant)
{
    return pg::literal(isoText(instant).toLatin1()) + "::timestamptz";
}

// The same moment as the wall clock of the source's zone showed it.
QByteArray wallLiteral(Instant instant, const QTimeZone &zone)
{
    return pg::literal(toDateTime(instant, zone).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")).toLatin1()) + "::timestamp";
}

// Conditions on the bare column, which an index can serve.
QByteArray timeWindowSql(const TelemetrySource &source, Instant from, Instant to)
{
    const QByteArray column = timeColumnSql(source);
    if (source.timeZone.isEmpty())
        return column + " >= " + momentLiteral(from) + " and " + column + " < " + momentLiteral(to);
    const QTimeZone zone(source.timeZone.toUtf8());
    const auto offset = [&zone](Instant instant) { return zone.offsetFromUtc(toDateTime(instant, QTimeZone::utc())); };
    const bool isSteady = zone.isValid() && offset(from - hours(3)) == offset(to + hours(3));
    if (isSteady)
        return column + " >= " + wallLiteral(from, zone) + " and " + column + " < " + wallLiteral(to, zone);
    // The wall clock jumps near here: a wider range by the index, the exact one by the moment.
    const QTimeZone wide = zone.isValid() ? zone : QTimeZone::utc();
    const hours slack = zone.isValid() ? hours(3) : hours(26);
    return column + " >= " + wallLiteral(from - slack, wide) + " and " + column + " < " + wallLiteral(to + slack, wide) + " and " + momentSql(source) + " >= " + momentLiteral(from)
        + " and " + momentSql(source) + " < " + momentLiteral(to);
}

QByteArray idColumnSql(const TelemetrySource &source)
{
    return "t." + pg::identifier(source.id.column);
}

// The smallest id whose row is not older than the moment, by halving the ids that exist: some
// twenty-five steps down the id's index, whatever the table's size.
QByteArray firstIdSql(const TelemetrySource &source, Instant moment)
{
    const QByteArray id = idColumnSql(source), relation = source.relation();
    const QByteArray probe = "(select " + id + "::bigint as id, " + momentSql(source) + " as at from " + relation + " t where " + id + " >= (s.lo + s.hi) / 2 order by " + id + " limit 1) p";
    return "(with recursive s(lo, hi) as (select (select " + id + "::bigint from " + relation + " t order by " + id + " limit 1), (select " + id + "::bigint from " + relation + " t order by " + id
        + " desc limit 1) union all select case when p.at >= " + momentLiteral(moment) + " then s.lo else p.id + 1 end, case when p.at >= " + momentLiteral(moment)
        + " then (s.lo + s.hi) / 2 - 1 else s.hi end from s, lateral " + probe + " where s.lo <= s.hi) select max(lo) from s)";
}

QByteArray idWindowSql(const TelemetrySource &source, Instant from, Instant to, std::optional<qint64> afterId)
{
    const QByteArray id = idColumnSql(source);
    QByteArray window = afterId ? id + " > " + QByteArray::number(*afterId) : id + " >= " + firstIdSql(source, from - IdSlack);
    if (!afterId)
        window += " and " + id + " <= " + firstIdSql(source, to + IdSlack);
    return window + " and ";
}

QByteArray conditionSql(const TelemetrySource &source)
{
    // A row without identity could be counted twice, so it is not counted at all.
    return " and " + source.id.sql() + " is not null" + (source.where.isEmpty() ? QByteArray() : " and (" + source.where.toUtf8() + ')');
}

QByteArray filledTemplate(const char *name, const QMap<QByteArray, QByteArray> &variables)
{
    const auto sql = pg::substituted(pg::sqlFile(name), variables);
    Q_ASSERT(sql);
    return sql ? sql->trimmed() : QByteArray();
}

// md5 of all mapped columns, forty bits of it; callFrom() computes the same from what it reads.
QByteArray checksumSql(const TelemetrySource &source)
{
    QByteArrayList parts;
    for (const Field &field : readingFields(source))
        if (isChecked(field))
            parts.append("coalesce(" + field.sql() + ", chr(30))");
    parts.append(microsSql(source) + "::text");
    return "('x' || substr(md5(convert_to(" + parts.join(" || chr(31) || ") + ", 'UTF8')), 1, 10))::bit(40)::bigint";
}

} // namespace

QList<Field> readingFields(const TelemetrySource &source)
{
    return {source.id, source.kind, source.model, source.tool, source.user, source.userKind, source.trace, source.span, source.parentSpan,
        source.latencyMs, source.tokensIn, source.tokensOut, source.tokensCached, source.tokensCacheWrite, source.tokensTotal, source.costUsd, source.costCents,
        source.success, source.status, source.errorMessage, source.errorCode, source.httpStatus, source.inStream};
}

bool isChecked(const Field &field)
{
    return !field.column.isEmpty();
}

QByteArray windowSql(const TelemetrySource &source, Instant from, Instant to, std::optional<qint64> afterId)
{
    static constexpr const char *names[] = {"id", "kind", "model", "tool", "usr", "userkind", "trace", "span", "parentspan", "latency", "tokensin", "tokensout", "tokenscached", "tokenscachewrite",
        "tokenstotal", "costusd", "costcents", "success", "status", "errormessage", "errorcode", "httpstatus", "instream"};
    QByteArrayList columns{"\n    " + microsSql(source) + " as at"};
    size_t next = 0;
    for (const Field &field : readingFields(source)) {
        const char *name = names[next++];
        columns.append("\n    " + (field.isMapped() ? field.sql() : QByteArray("null")) + " as " + name);
    }
    const QByteArray window = (source.idIsMonotone ? idWindowSql(source, from, to, afterId) : QByteArray()) + timeWindowSql(source, from, to) + conditionSql(source);
    return filledTemplate("telemetry_read", {{"columns", columns.join(',')}, {"relation", source.relation()}, {"window", window}});
}

QByteArray readingSql(const TelemetrySource &source, Instant from, Instant to)
{
    return windowSql(source, from, to, {});
}

QByteArray tallySql(const TelemetrySource &source, Instant from, Instant to)
{
    const QByteArray window = (source.idIsMonotone ? idWindowSql(source, from, to, {}) : QByteArray()) + timeWindowSql(source, from, to) + conditionSql(source);
    return filledTemplate("telemetry_tally", {{"micros", microsSql(source)}, {"checksum", checksumSql(source)}, {"relation", source.relation()}, {"window", window}});
}

static QByteArray edgeSql(const TelemetrySource &source, const QByteArray &window, const char *direction)
{
    const QByteArray column = source.idIsMonotone ? idColumnSql(source) : timeColumnSql(source);
    return filledTemplate("telemetry_edge", {{"micros", microsSql(source)}, {"relation", source.relation()}, {"window", window + conditionSql(source)}, {"order", column + direction}});
}

QByteArray newestBeforeSql(const TelemetrySource &source, Instant before)
{
    // Infinity has no place among the bins, and NULL no time.
    const QByteArray sane = timeColumnSql(source) + " > '-infinity' and " + timeColumnSql(source) + " < ";
    if (source.idIsMonotone)
        return edgeSql(source, sane + "'infinity' and " + momentSql(source) + " < " + momentLiteral(before) + " and " + idColumnSql(source) + " <= " + firstIdSql(source, before + IdSlack), " desc");
    if (source.timeZone.isEmpty())
        return edgeSql(source, sane + momentLiteral(before), " desc");
    const QTimeZone zone(source.timeZone.toUtf8());
    return edgeSql(source, sane + wallLiteral(before, zone.isValid() ? zone : QTimeZone::utc()), " desc");
}

QByteArray oldestSql(const TelemetrySource &source)
{
    const QByteArray column = timeColumnSql(source);
    return edgeSql(source, column + " > '-infinity' and " + column + " < 'infinity'", " asc");
}

QByteArray clockSql()
{
    return pg::sqlFile("telemetry_clock").trimmed();
}

std::optional<ServerClock> clockFrom(const pg::Rows &rows)
{
    const auto micros = [&rows](int column) -> std::optional<Instant> {
        const auto value = rows.integer(0, column);
        return value ? std::optional(fromMsecs(*value / 1000)) : std::nullopt;
    };
    if (rows.count() != 1 || rows.columns().size() != 4 || !micros(0))
        return {};
    return ServerClock{*micros(0), micros(1), rows.boolean(0, 2).value_or(false), rows.boolean(0, 3).value_or(false)};
}

std::optional<TelemetrySource> withoutColumns(TelemetrySource source, const QStringList &missing)
{
    const auto isMissing = [&missing](const Field &field) { return missing.contains(field.column) || (!field.minus.isEmpty() && missing.contains(field.minus)); };
    if (source.id.column.isEmpty() || source.time.column.isEmpty() || isMissing(source.id) || isMissing(source.time))
        return {};
    for (Field *field : {&source.kind, &source.model, &source.tool, &source.user, &source.userKind, &source.trace, &source.span, &source.parentSpan, &source.latencyMs, &source.tokensIn, &source.tokensOut,
             &source.tokensCached, &source.tokensCacheWrite, &source.tokensTotal, &source.costUsd, &source.costCents, &source.success, &source.status, &source.errorMessage, &source.errorCode,
             &source.httpStatus, &source.inStream})
        if (isMissing(*field))
            *field = {};
    return source;
}

QByteArray mappingOf(const TelemetrySource &source)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QString &text) { hash.addData(text.toUtf8() + '\0'); };
    hash.addData("1"); // goes up when callFrom() reads differently
    hash.addData(source.relation() + '\0');
    for (const Field &field : readingFields(source))
        add(field.text());
    for (const QString &text : {source.time.text(), source.timeZone, source.where, source.costKinds.join(u'\n'), source.inputKinds.join(u'\n'), source.outputKinds.join(u'\n'),
             source.errorStatuses.join(u'\n'), QString(source.cachedInsideInput ? u'i' : u'b')})
        add(text);
    return hash.result().first(16);
}

} // namespace qd::telemetry
