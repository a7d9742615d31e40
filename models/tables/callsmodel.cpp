#include "tables/callsmodel.h"

#include "core/format.h"

namespace qd::tables {

namespace {

qint64 callTokensIn(const telemetry::Call &call)
{
    return call.tokens[telemetry::In] + call.tokens[telemetry::Cached] + call.tokens[telemetry::CacheWrite];
}

QVariant callCost(const CallLine &line, const Viewing &)
{
    if (!line.call.cost && !line.call.hasTokens)
        return format::NoValue;
    return line.amount.isComplete() ? format::money(line.amount.known()) : line.amount.known().isZero() ? CallsModel::tr("no price") : CallsModel::tr("≥ %1").arg(format::money(line.amount.known()));
}

QVariant callCostTip(const CallLine &line, const Viewing &)
{
    if (!line.call.cost && !line.call.hasTokens)
        return CallsModel::tr("neither cost nor tokens recorded");
    return line.call.cost ? CallsModel::tr("recorded") : line.amount.isComplete() ? CallsModel::tr("computed from tokens and the price valid then") : CallsModel::tr("the price book has no price for it");
}

constexpr Column<CallLine> callColumns[] = {
    {.title = QT_TRANSLATE_NOOP("qd::tables::CallsModel", "Time"), .display = [](const CallLine &l, const Viewing &v) -> QVariant { return dayOf(l.call.at(), v.zone) == dayOf(v.now, v.zone) ? format::timeWithSeconds(l.call.at(), v.zone) : format::time(l.call.at(), v.now, v.zone); }, .sort = [](const CallLine &l, const Viewing &) -> QVariant { return l.call.atUs; }, .tip = [](const CallLine &l, const Viewing &) -> QVariant { return isoText(l.call.at()); }},
    {.title = QT_TRANSLATE_NOOP("qd::tables::CallsModel", "Kind"), .display = [](const CallLine &l, const Viewing &) -> QVariant { return l.call.kind; }, .isMono = true},
    {.title = QT_TRANSLATE_NOOP("qd::tables::CallsModel", "Tool"), .display = [](const CallLine &l, const Viewing &) -> QVariant { return l.call.tool; }, .isMono = true},
    {.title = QT_TRANSLATE_NOOP("qd::tables::CallsModel", "Model"), .display = [](const CallLine &l, const Viewing &) -> QVariant { return l.call.model; }, .isMono = true},
    {.title = QT_TRANSLATE_NOOP("qd::tables::CallsModel", "User"), .display = [](const CallLine &l, const Viewing &) -> QVariant { return l.call.user; }, .isMono = true, .note = [](const CallLine &l, const Viewing &) -> QVariant { return l.call.userKind; }},
    {.title = QT_TRANSLATE_NOOP("qd::tables::CallsModel", "Tokens in"), .display = [](const CallLine &l, const Viewing &) -> QVariant { return l.call.hasTokens ? format::count(callTokensIn(l.call)) : format::NoValue; }, .sort = [](const CallLine &l, const Viewing &) { return l.call.hasTokens ? QVariant(callTokensIn(l.call)) : QVariant(); }, .isNumber = true},
    {.title = QT_TRANSLATE_NOOP("qd::tables::CallsModel", "Tokens out"), .display = [](const CallLine &l, const Viewing &) -> QVariant { return l.call.hasTokens ? format::count(l.call.tokens[telemetry::Out]) : format::NoValue; }, .sort = [](const CallLine &l, const Viewing &) { return l.call.hasTokens ? QVariant(l.call.tokens[telemetry::Out]) : QVariant(); }, .isNumber = true},
    {.title = QT_TRANSLATE_NOOP("qd::tables::CallsModel", "Duration"), .display = [](const CallLine &l, const Viewing &) -> QVariant { return l.call.latencyMs ? format::duration(*l.call.latencyMs) : format::NoValue; }, .sort = [](const CallLine &l, const Viewing &) { return toVariant(l.call.latencyMs); }, .isNumber = true},
    {.title = QT_TRANSLATE_NOOP("qd::tables::CallsModel", "Cost"), .display = callCost, .sort = [](const CallLine &l, const Viewing &) { return l.call.cost || l.call.hasTokens ? QVariant(l.amount.known().toDouble()) : QVariant(); }, .isNumber = true, .tip = callCostTip},
    {.title = QT_TRANSLATE_NOOP("qd::tables::CallsModel", "Error"), .display = [](const CallLine &l, const Viewing &) -> QVariant { return !l.call.isError ? QString() : l.call.errorMessage.isEmpty() ? telemetry::errorClassWord(l.call.errorClass) : l.call.errorMessage; }, .tone = [](const CallLine &l, const Viewing &) { return l.call.isError ? toVariant(State::Failing) : QVariant(); }},
};

} // namespace

CallsModel::CallsModel(QObject *parent)
    : RowsModel(
          callColumns, [](const CallLine &line) { return QString::fromUtf8(line.call.id); }, nullptr, parent)
{
}

void CallsModel::setCalls(const QList<telemetry::Call> &calls, const reports::Inputs &inputs)
{
    QList<CallLine> lines;
    for (const telemetry::Call &call : calls)
        lines << CallLine{call, reports::amountOfCall(inputs, call)};
    become(std::move(lines), {inputs.zone, inputs.now});
}

} // namespace qd::tables
