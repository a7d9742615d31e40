#include "telemetry/packedcalls.h"

#include "telemetry/packing.h"

#include <cmath>

namespace qd::telemetry {

static qint64 flagsOfCall(const Call &call)
{
    using Flag = CallColumns::Flag;
    return (call.latencyMs ? Flag::HasLatency : 0) | (call.hasTokens ? Flag::HasTokens : 0) | (call.cost ? Flag::HasCost : 0)
        | (call.isError ? Flag::IsError : 0) | (call.inStream ? Flag::InStream : 0) | (call.countsCost ? Flag::CountsCost : 0)
        | (call.oddCost ? Flag::OddCost : 0) | (call.oddLatency ? Flag::OddLatency : 0);
}

// Whole microseconds where that is the same number, which it nearly always is; else as they are.
static void packLatencies(Packer &packer, const QList<Call> &calls)
{
    Column whole;
    bool isWhole = true;
    for (const Call &call : calls) {
        const double ms = call.latencyMs.value_or(0);
        const double us = std::round(ms * 1000);
        whole.push_back(us < 9e15 ? qint64(us) : 0);
        isWhole = isWhole && us < 9e15 && double(whole.back()) / 1000 == ms;
    }
    packer.byte(isWhole ? 1 : 0);
    if (isWhole)
        return packer.column(whole);
    for (const Call &call : calls)
        packer.real(call.latencyMs.value_or(0));
}

static std::vector<double> unpackLatencies(Unpacker &unpacker, qsizetype count)
{
    std::vector<double> latencies(static_cast<size_t>(count));
    if (unpacker.byte() == 1) {
        const Column whole = unpacker.column(count);
        for (size_t i = 0; i < whole.size(); ++i)
            latencies[i] = double(whole[i]) / 1000;
        return latencies;
    }
    for (double &latency : latencies)
        latency = unpacker.real();
    return latencies;
}

template <typename Read>
static void packCallColumn(Packer &packer, const QList<Call> &calls, Read read)
{
    Column column;
    column.reserve(size_t(calls.size()));
    for (const Call &call : calls)
        column.push_back(qint64(read(call)));
    packer.column(column);
}

template <typename Read>
static void packCallTexts(Packer &packer, const QList<Call> &calls, Read read)
{
    QList<QByteArray> texts;
    texts.reserve(calls.size());
    for (const Call &call : calls)
        texts.append(read(call));
    packer.texts(texts);
}

// Equal texts share one string, because most of them are repeated.
static QList<QString> unpackSharedTexts(Unpacker &unpacker, qsizetype count)
{
    QHash<QByteArray, QString> known;
    QList<QString> texts;
    texts.reserve(count);
    for (const QByteArray &text : unpacker.texts(count)) {
        auto place = known.find(text);
        if (place == known.end())
            place = known.insert(text, QString::fromUtf8(text));
        texts.append(*place);
    }
    return texts;
}

QByteArray packedCalls(const QList<Call> &calls, Names &names, qint64 place)
{
    Packer packer;
    packer.number(quint64(calls.size()));
    packCallColumn(packer, calls, [](const Call &call) { return call.atUs; });
    packCallColumn(packer, calls, flagsOfCall);
    packCallColumn(packer, calls, [&names](const Call &call) { return names.numberFor(Dimension::Kind, call.kind); });
    packCallColumn(packer, calls, [&names](const Call &call) { return names.numberFor(Dimension::Model, call.model); });
    packCallColumn(packer, calls, [&names](const Call &call) { return names.numberFor(Dimension::Tool, call.tool); });
    packCallColumn(packer, calls, [&names](const Call &call) { return names.numberFor(Dimension::User, call.user); });
    packCallColumn(packer, calls, [](const Call &call) { return call.errorClass; });
    packCallColumn(packer, calls, [](const Call &call) { return call.httpStatus; });
    packCallColumn(packer, calls, [](const Call &call) { return call.cost ? call.cost->pico() : 0; });
    packCallColumn(packer, calls, [](const Call &call) { return call.checksum; });
    packCallColumn(packer, calls, [](const Call &call) { return call.copies; });
    packCallColumn(packer, calls, [](const Call &call) { return call.unclassedTokens; });
    for (size_t i = 0; i < TokenClasses; ++i)
        packCallColumn(packer, calls, [i](const Call &call) { return call.tokens[i]; });
    packLatencies(packer, calls);
    packCallTexts(packer, calls, [](const Call &call) { return call.id; });
    packCallTexts(packer, calls, [](const Call &call) { return call.trace; });
    packCallTexts(packer, calls, [](const Call &call) { return call.span; });
    packCallTexts(packer, calls, [](const Call &call) { return call.parentSpan; });
    packCallTexts(packer, calls, [](const Call &call) { return call.userKind.toUtf8(); });
    packCallTexts(packer, calls, [](const Call &call) { return call.errorMessage.toUtf8(); });
    packCallTexts(packer, calls, [](const Call &call) { return call.errorCode.toUtf8(); });
    return packer.sealed(place, Packer::Squeeze::Yes);
}

std::optional<CallColumns> callsFrom(const QByteArray &blob, qint64 place)
{
    const auto content = unsealed(blob, place);
    if (!content)
        return {};
    Unpacker unpacker(*content);
    CallColumns calls;
    calls.count = unpacker.rows();
    for (auto *column : {&calls.atUs, &calls.flags, &calls.kind, &calls.model, &calls.tool, &calls.user, &calls.errorClass, &calls.httpStatus, &calls.cost, &calls.checksum, &calls.copies, &calls.unclassedTokens})
        *column = unpacker.column(calls.count);
    for (auto &column : calls.tokens)
        column = unpacker.column(calls.count);
    calls.latencyMs = unpackLatencies(unpacker, calls.count);
    for (auto *column : {&calls.id, &calls.trace, &calls.span, &calls.parentSpan})
        *column = unpacker.texts(calls.count);
    for (auto *column : {&calls.userKind, &calls.errorMessage, &calls.errorCode})
        *column = unpackSharedTexts(unpacker, calls.count);
    if (!unpacker.isAtEnd())
        return {};
    return calls;
}

Call CallColumns::call(qsizetype row, const Names &names) const
{
    const size_t at = size_t(row);
    Call call;
    call.id = id[row];
    call.atUs = atUs[at];
    call.kind = names.name(Dimension::Kind, quint32(kind[at]));
    call.model = names.name(Dimension::Model, quint32(model[at]));
    call.tool = names.name(Dimension::Tool, quint32(tool[at]));
    call.user = names.name(Dimension::User, quint32(user[at]));
    call.userKind = userKind[row];
    call.trace = trace[row];
    call.span = span[row];
    call.parentSpan = parentSpan[row];
    if (has(row, HasLatency))
        call.latencyMs = latencyMs[at];
    for (size_t i = 0; i < TokenClasses; ++i)
        call.tokens[i] = tokens[i][at];
    call.hasTokens = has(row, HasTokens);
    if (has(row, HasCost))
        call.cost = Money::fromPico(cost[at]);
    call.isError = has(row, IsError);
    call.errorClass = ErrorClass(qBound(qint64(0), errorClass[at], qint64(ErrorClasses - 1)));
    call.errorMessage = errorMessage[row];
    call.errorCode = errorCode[row];
    call.httpStatus = int(httpStatus[at]);
    call.inStream = has(row, InStream);
    call.countsCost = has(row, CountsCost);
    call.oddCost = has(row, OddCost);
    call.oddLatency = has(row, OddLatency);
    call.checksum = checksum[at];
    call.copies = copies[at];
    call.unclassedTokens = unclassedTokens[at];
    return call;
}

} // namespace qd::telemetry
