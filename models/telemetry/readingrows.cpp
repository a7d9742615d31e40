// One row of the source in the mirror's terms.

#include "telemetry/follower.h"
#include "telemetry/readingcolumns.h"

#include <QCryptographicHash>

#include <cmath>
#include <limits>

namespace qd::telemetry {

namespace {

std::optional<bool> booleanRead(const pg::Rows &rows, qsizetype row, int column)
{
    if (rows.isNull(row, column))
        return {};
    const QByteArray text = rows.at(row, column).toByteArray().trimmed().toLower();
    if (text == "t" || text == "true" || text == "1" || text == "yes")
        return true;
    if (text == "f" || text == "false" || text == "0" || text == "no")
        return false;
    return {};
}

// A count that may have been written as 12, "12" or 12.0; negative ones are no counts.
std::optional<qint64> countRead(const pg::Rows &rows, qsizetype row, int column)
{
    if (const auto whole = rows.integer(row, column))
        return *whole >= 0 ? whole : std::nullopt;
    const auto number = rows.number(row, column);
    return number && *number >= 0 && *number < 9e15 ? std::optional(qRound64(*number)) : std::nullopt;
}

void readTokens(Call &call, const pg::Rows &rows, qsizetype row, const TelemetrySource &source)
{
    auto in = countRead(rows, row, ReadTokensIn), out = countRead(rows, row, ReadTokensOut);
    const auto cached = countRead(rows, row, ReadTokensCached), cacheWrite = countRead(rows, row, ReadTokensCacheWrite), total = countRead(rows, row, ReadTokensTotal);
    call.hasTokens = in || out || cached || cacheWrite || total;
    if (total && (in || out)) { // one of the two is the rest
        if (!in)
            in = std::max(qint64(0), *total - *out);
        else if (!out)
            out = std::max(qint64(0), *total - *in);
    } else if (total && source.inputKinds.contains(call.kind)) {
        in = total;
    } else if (total && source.outputKinds.contains(call.kind)) {
        out = total;
    } else if (total) {
        call.unclassedTokens = *total; // nobody says which, so no price fits
    }
    const qint64 fromCache = cached.value_or(0) + cacheWrite.value_or(0);
    call.tokens[In] = source.cachedInsideInput ? std::max(qint64(0), in.value_or(0) - fromCache) : in.value_or(0);
    call.tokens[Out] = out.value_or(0);
    call.tokens[Cached] = cached.value_or(0);
    call.tokens[CacheWrite] = cacheWrite.value_or(0);
}

void readCost(Call &call, const pg::Rows &rows, qsizetype row)
{
    for (const int column : {ReadCostUsd, ReadCostCents}) {
        if (rows.isNull(row, column))
            continue;
        const auto amount = rows.money(row, column);
        if (!amount || amount->isNegative()) {
            call.oddCost = true;
            continue;
        }
        // Cents have twelve decimals as well; what is below 10⁻¹² dollars is rounded.
        call.cost = column == ReadCostUsd ? *amount : Money::fromPico((amount->pico() + 50) / 100);
        call.oddCost = false;
        return;
    }
}

void readLatency(Call &call, const pg::Rows &rows, qsizetype row)
{
    if (rows.isNull(row, ReadLatency))
        return;
    const auto ms = rows.number(row, ReadLatency);
    constexpr double most = 1e12; // thirty years, in ms: beyond is no latency of anything
    if (ms && *ms >= 0 && *ms < most)
        call.latencyMs = *ms;
    else
        call.oddLatency = true;
}

void readError(Call &call, const pg::Rows &rows, qsizetype row, const TelemetrySource &source)
{
    call.errorMessage = rows.text(row, ReadErrorMessage);
    call.errorCode = rows.text(row, ReadErrorCode);
    call.httpStatus = int(std::min(countRead(rows, row, ReadHttpStatus).value_or(0), qint64(9999)));
    call.inStream = booleanRead(rows, row, ReadInStream).value_or(false);
    const auto success = booleanRead(rows, row, ReadSuccess);
    const bool hasStatus = !rows.isNull(row, ReadStatus);
    if (success)
        call.isError = !*success;
    else if (hasStatus && !source.errorStatuses.isEmpty())
        call.isError = source.errorStatuses.contains(rows.text(row, ReadStatus), Qt::CaseInsensitive);
    else // nobody says how it went: a message or a status does
        call.isError = !call.errorMessage.isEmpty() || call.httpStatus >= 400;
    call.isError = call.isError || call.inStream;
    if (call.isError)
        call.errorClass = classify(call.httpStatus, call.errorCode, call.errorMessage, call.inStream);
}

qint64 checksumRead(const pg::Rows &rows, qsizetype row, const QList<int> &checked)
{
    QByteArray text;
    text.reserve(256);
    for (const int column : checked) {
        if (rows.isNull(row, column))
            text.append('\x1e');
        else
            text.append(rows.at(row, column).data(), rows.at(row, column).size());
        text.append('\x1f');
    }
    text.append(rows.at(row, ReadAt).data(), rows.at(row, ReadAt).size());
    return QCryptographicHash::hash(text, QCryptographicHash::Md5).first(5).toHex().toLongLong(nullptr, 16);
}

} // namespace

QList<int> checkedColumns(const TelemetrySource &source)
{
    QList<int> checked;
    int column = ReadId;
    for (const Field &field : readingFields(source)) {
        if (isChecked(field))
            checked.append(column);
        ++column;
    }
    return checked;
}

std::optional<Call> callFrom(const pg::Rows &rows, qsizetype row, const TelemetrySource &source)
{
    return callFrom(rows, row, source, checkedColumns(source));
}

std::optional<Call> callFrom(const pg::Rows &rows, qsizetype row, const TelemetrySource &source, const QList<int> &checked)
{
    const auto at = rows.integer(row, ReadAt);
    if (!at || rows.isNull(row, ReadId) || rows.at(row, ReadId).isEmpty())
        return {};
    Call call;
    call.atUs = *at;
    call.id = rows.at(row, ReadId).toByteArray();
    call.kind = rows.text(row, ReadKind);
    call.model = rows.text(row, ReadModel);
    call.tool = rows.text(row, ReadTool);
    call.user = rows.text(row, ReadUser);
    call.userKind = rows.text(row, ReadUserKind);
    call.trace = rows.at(row, ReadTrace).toByteArray();
    call.span = rows.at(row, ReadSpan).toByteArray();
    call.parentSpan = rows.at(row, ReadParentSpan).toByteArray();
    call.countsCost = source.costKinds.isEmpty() || source.costKinds.contains(call.kind);
    readLatency(call, rows, row);
    readTokens(call, rows, row, source);
    readCost(call, rows, row);
    readError(call, rows, row, source);
    call.checksum = checksumRead(rows, row, checked);
    return call;
}

} // namespace qd::telemetry
