#include "widgets/pages/rows.h"

#include "core/format.h"

#include <QCoreApplication>

namespace qd::rows {

namespace {

struct ErrorRowWords
{
    Q_DECLARE_TR_FUNCTIONS(ErrorRows)
};

} // namespace

int colourOf(telemetry::ErrorClass errorClass)
{
    return int(errorClass);
}

QList<TableColumn> errorGroupColumns()
{
    return {{ErrorRowWords::tr("Message"), 0},
            {ErrorRowWords::tr("Class"), 104},
            {ErrorRowWords::tr("HTTP"), 48, true},
            {ErrorRowWords::tr("Count"), 54, true},
            {ErrorRowWords::tr("Users"), 52, true},
            {ErrorRowWords::tr("First"), 88, true, ErrorRowWords::tr("the first time it was ever seen in the local copy")},
            {ErrorRowWords::tr("Last"), 62, true},
            {ErrorRowWords::tr("Since"), 76, false, ErrorRowWords::tr("the deploy it first appeared after")},
            {ErrorRowWords::tr("over time"), 76},
            {ErrorRowWords::tr("State"), 66}};
}

QList<TableRow> errorGroups(const reports::ErrorsReport &report, Instant now, const QTimeZone &zone)
{
    QList<TableRow> rows;
    for (const auto &group : report.groups) {
        Cell message(group.message);
        message.tip = group.message;
        Cell errorClass(telemetry::errorClassWord(group.errorClass));
        errorClass.swatch = colourOf(group.errorClass);
        // An error behind a 200 is the one an HTTP log hides.
        Cell http = Cell::number(group.httpStatus ? QString::number(group.httpStatus) : format::NoValue, group.httpStatus,
                                 group.isInStream ? Tone::Warn : group.httpStatus ? Tone::Text : Tone::Text3);
        http.isBold = group.isInStream;
        Cell count = Cell::number(format::count(group.count), group.count);
        count.isBold = true;
        Cell since(group.sinceDeploy.isEmpty() ? ErrorRowWords::tr("older") : group.sinceDeploy);
        since.isMono = !group.sinceDeploy.isEmpty();
        since.tone = group.sinceDeploy.isEmpty() ? Tone::Text2 : Tone::Text;
        Cell spark;
        spark.spark = group.spark;
        spark.sparkAsBars = true;
        spark.spoken = ErrorRowWords::tr("errors over time");
        Cell state(group.isNew ? ErrorRowWords::tr("new") : ErrorRowWords::tr("known"));
        if (group.isNew)
            state.chip = State::NeedsPerson;
        else
            state.tone = Tone::Text2;
        state.sort = group.isNew ? 0 : 1;
        TableRow row;
        row.key = QString::number(group.id);
        row.cells = {message, errorClass, http, count, Cell::number(group.users ? format::count(group.users) : format::NoValue, group.users),
                     Cell::number(format::time(group.first, now, zone), toMsecs(group.first)), Cell::number(format::time(group.last, now, zone), toMsecs(group.last)), since, spark, state};
        row.isOld = report.freshness.isOld();
        row.value = group.id;
        rows << row;
    }
    return rows;
}

QList<TableColumn> callColumns()
{
    return {{ErrorRowWords::tr("Time"), 118},
            {ErrorRowWords::tr("Took"), 70, true},
            {ErrorRowWords::tr("What"), 0},
            {ErrorRowWords::tr("Model"), 150},
            {ErrorRowWords::tr("Tokens in"), 76, true},
            {ErrorRowWords::tr("Tokens out"), 80, true},
            {ErrorRowWords::tr("Cost"), 74, true},
            {ErrorRowWords::tr("User"), 90}};
}

QList<TableRow> calls(const QList<telemetry::Call> &calls, Instant now, const QTimeZone &zone)
{
    QList<TableRow> rows;
    for (const telemetry::Call &call : calls) {
        Cell what(call.tool.isEmpty() ? call.kind : call.tool);
        what.isMono = true;
        if (call.isError) {
            what.mark = Mark::Failing;
            what.note = call.errorMessage;
        }
        const QString time = dayOf(call.at(), zone) == dayOf(now, zone) ? QString() : format::day(dayOf(call.at(), zone)) + format::NoBreakSpace;
        Cell model(call.model.isEmpty() ? format::NoValue : call.model);
        model.isMono = !call.model.isEmpty();
        Cell user(call.user.isEmpty() ? format::NoValue : shortId(call.user));
        user.isMono = true;
        user.tip = call.user;
        const qint64 in = call.tokens[telemetry::In] + call.tokens[telemetry::Cached] + call.tokens[telemetry::CacheWrite];
        TableRow row;
        row.key = QString::fromUtf8(call.id);
        row.cells = {Cell::number(time + format::timeWithSeconds(call.at(), zone), call.atUs),
                     Cell::number(call.latencyMs ? format::duration(*call.latencyMs) : format::NoValue, call.latencyMs.value_or(-1)), what, model,
                     Cell::number(call.hasTokens ? format::count(in) : format::NoValue, in), Cell::number(call.hasTokens ? format::count(call.tokens[telemetry::Out]) : format::NoValue, call.tokens[telemetry::Out]),
                     // No cost is not $0: the application recorded none.
                     Cell::number(call.cost ? format::money(*call.cost) : format::NoValue, call.cost ? call.cost->pico() : qint64(-1)), user};
        row.value = row.key;
        rows << row;
    }
    return rows;
}

} // namespace qd::rows
