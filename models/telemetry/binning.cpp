#include "telemetry/binning.h"

#include "telemetry/mirror.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace qd::telemetry {

namespace {

using UserKey = std::tuple<quint32, quint16, quint16, quint8>; // user, model, kind, tier
using ErrorKey = std::tuple<quint32, ErrorClass, quint16, quint16, quint16, int>; // group, class, kind, tool, model, status

struct ErrorGathering
{
    ErrorCell cell;
    std::set<quint32> users;
};

Sums sumsOfCall(const Call &call)
{
    Sums sums;
    sums.calls = 1;
    if (call.isError) {
        sums.errors = 1;
        sums.errorsWithHttpStatus = call.httpStatus >= 400 ? 1 : 0;
        sums.errorsByClass[size_t(call.errorClass)] = 1;
    }
    if (call.latencyMs) {
        sums.timed = 1;
        sums.latencyUs = qRound64(*call.latencyMs * 1000);
    }
    if (!call.countsCost)
        return sums;
    if (call.hasTokens) {
        sums.tokens = call.tokens;
        sums.unclassedTokens = call.unclassedTokens;
    }
    if (call.cost) {
        sums.callsWithCost = 1;
        sums.recorded = *call.cost;
    } else if (call.hasTokens) {
        sums.callsWithoutCost = 1;
        sums.tokensWithoutCost = call.tokens;
        sums.unclassedWithoutCost = call.unclassedTokens;
    }
    return sums;
}

void gatherError(std::map<ErrorKey, ErrorGathering> &errors, const Call &call, const CellKey &key, quint32 group, quint32 user)
{
    const auto [place, isNew] = errors.try_emplace({group, call.errorClass, key.kind, key.tool, key.model, call.httpStatus});
    ErrorCell &cell = place->second.cell;
    if (isNew) {
        cell = {group, call.errorClass, key.kind, key.tool, key.model, call.httpStatus, call.errorCode, 0, call.atUs, call.atUs, {}};
    }
    ++cell.count;
    cell.firstUs = std::min(cell.firstUs, call.atUs);
    cell.lastUs = std::max(cell.lastUs, call.atUs);
    if (user != 0)
        place->second.users.insert(user);
}

} // namespace

QString errorGroupOfCall(const Call &call)
{
    if (const QString group = errorGroupOf(call.errorMessage); !group.isEmpty())
        return group;
    if (!call.errorCode.isEmpty())
        return call.errorCode;
    return call.httpStatus > 0 ? QStringLiteral("HTTP %1").arg(call.httpStatus) : QString();
}

BinContent contentOf(Bin bin, const QList<Call> &calls, Names &names)
{
    BinContent content;
    content.bin = bin;
    std::map<CellKey, Sums> cells;
    std::map<UserKey, Sums> users;
    std::map<ErrorKey, ErrorGathering> errors;
    for (const Call &call : calls) {
        const qint64 prompt = call.tokens[In] + call.tokens[Cached] + call.tokens[CacheWrite];
        const CellKey key{quint16(names.numberFor(Dimension::Kind, call.kind)), quint16(names.numberFor(Dimension::Model, call.model)),
            quint16(names.numberFor(Dimension::Tool, call.tool)), quint8(tierOf(prompt))};
        const quint32 user = names.numberFor(Dimension::User, call.user);
        const Sums sums = sumsOfCall(call);
        ++content.rows;
        content.copies += call.copies;
        content.checksum += call.checksum;
        content.oddCosts += call.oddCost ? 1 : 0;
        content.oddLatencies += call.oddLatency ? 1 : 0;
        cells[key] += sums;
        users[{user, key.model, key.kind, key.tier}] += sums;
        if (call.latencyMs) {
            content.distributions[{Dimension::Kind, key.kind, 0}].add(*call.latencyMs);
            content.distributions[{Dimension::Tool, key.kind, key.tool}].add(*call.latencyMs);
            content.distributions[{Dimension::Model, key.kind, key.model}].add(*call.latencyMs);
        }
        if (call.isError)
            gatherError(errors, call, key, names.numberFor(Dimension::ErrorGroup, errorGroupOfCall(call)), user);
    }
    for (const auto &[key, sums] : cells)
        content.cells.append({key, sums});
    for (const auto &[key, sums] : users)
        content.users.append({std::get<0>(key), std::get<1>(key), std::get<2>(key), std::get<3>(key), sums});
    for (auto &[key, gathered] : errors) {
        gathered.cell.users = QList<quint32>(gathered.users.begin(), gathered.users.end());
        content.errors.append(std::move(gathered.cell));
    }
    return content;
}

QList<Call> withoutDuplicates(QList<Call> calls)
{
    std::stable_sort(calls.begin(), calls.end(), [](const Call &a, const Call &b) {
        return std::tie(a.atUs, a.id, a.checksum) < std::tie(b.atUs, b.id, b.checksum);
    });
    QHash<QByteArray, qsizetype> places;
    places.reserve(calls.size());
    QList<Call> kept;
    kept.reserve(calls.size());
    bool hasDuplicates = false;
    for (Call &call : calls) {
        const auto known = call.id.isEmpty() ? places.end() : places.find(call.id);
        if (known != places.end()) {
            Call &before = kept[*known];
            call.copies += std::exchange(before.copies, 0);
            call.checksum += before.checksum;
            hasDuplicates = true;
        }
        if (!call.id.isEmpty())
            places.insert(call.id, kept.size());
        kept.append(std::move(call));
    }
    if (hasDuplicates)
        kept.removeIf([](const Call &call) { return call.copies == 0; });
    return kept;
}

} // namespace qd::telemetry
