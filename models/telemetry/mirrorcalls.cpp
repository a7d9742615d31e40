// Reading the raw calls of the last seven days.

#include "telemetry/binning.h"
#include "telemetry/mirrorprivate.h"
#include "telemetry/packedcalls.h"

#include <algorithm>

namespace qd::telemetry {

namespace {

// A filter in the mirror's numbers, so that most rows are turned away before they become a Call.
struct CallSieve
{
    const Filter &filter;
    qint64 fromUs, toUs;
    QList<qint64> kinds;
    std::optional<qint64> model, tool, user;
    bool matchesNothing = false;

    CallSieve(const Mirror &mirror, const TimeRange &range, const Filter &given)
        : filter(given), fromUs(toMsecs(range.from) * 1000), toUs(toMsecs(range.to) * 1000)
    {
        for (const QString &kind : filter.kinds)
            if (const auto known = mirror.number(Dimension::Kind, kind))
                kinds.append(*known);
        matchesNothing = !filter.kinds.isEmpty() && kinds.isEmpty();
        const auto find = [&](Dimension dimension, const std::optional<QString> &name) -> std::optional<qint64> {
            if (!name)
                return {};
            const auto known = mirror.number(dimension, *name);
            matchesNothing = matchesNothing || !known;
            return known ? std::optional<qint64>(*known) : std::nullopt;
        };
        model = find(Dimension::Model, filter.model);
        tool = find(Dimension::Tool, filter.tool);
        user = find(Dimension::User, filter.user);
    }

    bool letsPass(const CallColumns &calls, qsizetype row) const
    {
        const size_t at = size_t(row);
        if (calls.atUs[at] < fromUs || calls.atUs[at] >= toUs)
            return false;
        if ((!kinds.isEmpty() && !kinds.contains(calls.kind[at])) || (model && calls.model[at] != *model) || (tool && calls.tool[at] != *tool) || (user && calls.user[at] != *user))
            return false;
        const bool isError = calls.has(row, CallColumns::IsError);
        if ((filter.errorsOnly || filter.errorClass || filter.errorGroup) && !isError)
            return false;
        if (filter.errorClass && calls.errorClass[at] != qint64(*filter.errorClass))
            return false;
        const bool isTimed = calls.has(row, CallColumns::HasLatency);
        if (filter.slowerThanMs && (!isTimed || calls.latencyMs[at] <= *filter.slowerThanMs))
            return false;
        return !filter.fasterThanMs || (isTimed && calls.latencyMs[at] < *filter.fasterThanMs);
    }
};

// Higher comes first. Rows without the value come last.
double rankOfCall(const CallColumns &calls, qsizetype row, Order order)
{
    switch (order) {
    case Order::SlowestFirst: return calls.has(row, CallColumns::HasLatency) ? calls.latencyMs[size_t(row)] : -1;
    case Order::CostliestFirst: return calls.has(row, CallColumns::HasCost) ? double(calls.cost[size_t(row)]) : -1;
    case Order::NewestFirst: break;
    }
    return double(calls.atUs[size_t(row)]);
}

} // namespace

QList<Call> Mirror::calls(const TimeRange &range, const Filter &filter, Order order, int limit) const
{
    const auto bins = binsOf(range);
    if (!bins || limit < 1)
        return {};
    for (const Dimension dimension : {Dimension::Kind, Dimension::Model, Dimension::Tool, Dimension::User})
        d->refreshNames(dimension);
    const CallSieve sieve(*this, range, filter);
    if (sieve.matchesNothing)
        return {};
    using Ranked = std::pair<double, Call>;
    const auto comesFirst = [](const Ranked &a, const Ranked &b) { return a.first > b.first; };
    std::vector<Ranked> best; // a heap with the worst in front
    d->visitBlobs("raw", bins->first, bins->second, true, [&](qint64 place, const QByteArray &blob) {
        const bool isFull = best.size() == size_t(limit);
        // Bins come newest first: what is older cannot displace anything.
        if (order == Order::NewestFirst && isFull && double(toMsecs(binStart(Private::binAt(place) + 1))) * 1000 <= best.front().first)
            return false;
        const auto columns = callsFrom(blob, place);
        if (!columns) {
            d->noteDamage(place);
            return true;
        }
        for (qsizetype row = columns->count - 1; row >= 0; --row) {
            const double rank = rankOfCall(*columns, row, order);
            if ((best.size() == size_t(limit) && rank <= best.front().first) || !sieve.letsPass(*columns, row))
                continue;
            Call call = columns->call(row, d->names);
            if (filter.errorGroup && errorGroupOfCall(call) != *filter.errorGroup)
                continue;
            if (best.size() == size_t(limit)) {
                std::pop_heap(best.begin(), best.end(), comesFirst);
                best.pop_back();
            }
            best.emplace_back(rank, std::move(call));
            std::push_heap(best.begin(), best.end(), comesFirst);
        }
        return true;
    });
    std::stable_sort(best.begin(), best.end(), [](const Ranked &a, const Ranked &b) { return a.first != b.first ? a.first > b.first : a.second.atUs > b.second.atUs; });
    QList<Call> calls;
    for (Ranked &ranked : best)
        calls.append(std::move(ranked.second));
    return calls;
}

void Mirror::forEachCall(const TimeRange &range, const std::function<void(const Call &)> &visit) const
{
    const auto bins = binsOf(range);
    if (!bins)
        return;
    for (const Dimension dimension : {Dimension::Kind, Dimension::Model, Dimension::Tool, Dimension::User})
        d->refreshNames(dimension);
    const qint64 fromUs = toMsecs(range.from) * 1000, toUs = toMsecs(range.to) * 1000;
    d->visitBlobs("raw", bins->first, bins->second, false, [&](qint64 place, const QByteArray &blob) {
        const auto columns = callsFrom(blob, place);
        if (!columns) {
            d->noteDamage(place);
            return true;
        }
        for (qsizetype row = 0; row < columns->count; ++row)
            if (columns->atUs[size_t(row)] >= fromUs && columns->atUs[size_t(row)] < toUs)
                visit(columns->call(row, d->names));
        return true;
    });
}

QList<Call> Mirror::callsOfTrace(const QByteArray &trace, const TimeRange &around) const
{
    QList<Call> calls;
    const auto bins = binsOf(around);
    if (!bins || trace.isEmpty())
        return calls;
    for (const Dimension dimension : {Dimension::Kind, Dimension::Model, Dimension::Tool, Dimension::User})
        d->refreshNames(dimension);
    d->visitBlobs("raw", bins->first, bins->second, false, [&](qint64 place, const QByteArray &blob) {
        const auto columns = callsFrom(blob, place);
        if (!columns)
            d->noteDamage(place);
        for (qsizetype row = 0; columns && row < columns->count; ++row)
            if (columns->trace[row] == trace)
                calls.append(columns->call(row, d->names));
        return true;
    });
    std::stable_sort(calls.begin(), calls.end(), [](const Call &a, const Call &b) { return a.atUs < b.atUs; });
    return calls;
}

std::optional<TimeRange> Mirror::rawRange() const
{
    std::optional<TimeRange> range;
    if (!d->isOpen())
        return range;
    for (const int source : std::as_const(d->sources)) {
        const QVariantList edges{Private::placeOf(source, -0x7fffffff), Private::placeOf(source, 0x7fffffff)};
        auto row = d->run(QStringLiteral("select min(place), max(place) from raw where place between ? and ?"), edges);
        if (!row || !row->next() || row->value(0).isNull())
            continue;
        const TimeRange one{binStart(Private::binAt(row->value(0).toLongLong())), binStart(Private::binAt(row->value(1).toLongLong()) + 1)};
        range = range ? TimeRange{std::min(range->from, one.from), std::max(range->to, one.to)} : one;
    }
    return range;
}

} // namespace qd::telemetry
