#include "reports/costscan.h"

#include "reports/coverage.h"

#include <algorithm>

namespace qd::reports {

namespace {

constexpr Bin costBinsPerDay = 96, costBinsPerHour = 4;
constexpr int costHistoryDays = 42; // of hours for the forecast

qint64 sumOf(const telemetry::Tokens &tokens)
{
    return tokens[telemetry::In] + tokens[telemetry::Out] + tokens[telemetry::Cached] + tokens[telemetry::CacheWrite];
}

} // namespace

Amount &Amount::operator+=(const Amount &other)
{
    recorded += other.recorded;
    computed += other.computed;
    unpricedTokens += other.unpricedTokens;
    unpricedCalls += other.unpricedCalls;
    return *this;
}

CostTally &CostTally::operator+=(const CostTally &other)
{
    amount += other.amount;
    calls += other.calls;
    tokensIn += other.tokensIn;
    tokensOut += other.tokensOut;
    return *this;
}

RateCards::RateCards(const telemetry::Mirror &mirror, const telemetry::PriceBook *prices)
    : m_mirror(mirror)
    , m_prices(prices)
{
}

const RateCards::Card &RateCards::card(quint16 model, quint8 tier, Bin bin)
{
    const quint64 key = quint64(quint32(bin / costBinsPerDay)) << 32 | quint64(model) << 8 | tier;
    const auto known = m_cards.find(key);
    if (known != m_cards.end())
        return known->second;
    Card card;
    const QString name = m_mirror.name(telemetry::Dimension::Model, model);
    for (int tokenClass = 0; m_prices && tokenClass < telemetry::TokenClasses; ++tokenClass) {
        telemetry::Tokens million{};
        million[size_t(tokenClass)] = 1'000'000;
        if (const auto amount = m_prices->price(name, binStart(bin), tier, million).amount)
            card.microsPerMillion[size_t(tokenClass)] = amount->pico() / 1'000'000;
    }
    return m_cards.emplace(key, card).first->second;
}

Amount RateCards::amount(Bin bin, quint16 model, quint8 tier, const telemetry::Sums &sums)
{
    Amount amount;
    amount.recorded = sums.recorded;
    if (sums.callsWithoutCost == 0)
        return amount;
    const Card &rates = card(model, tier, bin);
    for (size_t i = 0; i < telemetry::TokenClasses; ++i) {
        const qint64 tokens = sums.tokensWithoutCost[i];
        if (tokens == 0)
            continue;
        if (rates.microsPerMillion[i])
            amount.computed += Money::priced(*rates.microsPerMillion[i], tokens);
        else
            amount.unpricedTokens += tokens;
    }
    amount.unpricedTokens += sums.unclassedWithoutCost; // a total without in and out has no price
    if (amount.unpricedTokens > 0)
        amount.unpricedCalls = sums.callsWithoutCost;
    return amount;
}

std::optional<Money> RateCards::saved(Bin bin, quint16 model, quint8 tier, const telemetry::Sums &sums)
{
    const qint64 cached = sums.tokens[telemetry::Cached];
    const Card &rates = card(model, tier, bin);
    if (cached == 0 || !rates.microsPerMillion[telemetry::In] || !rates.microsPerMillion[telemetry::Cached])
        return {};
    return Money::priced(*rates.microsPerMillion[telemetry::In] - *rates.microsPerMillion[telemetry::Cached], cached);
}

Amount amountOf(const telemetry::Mirror &mirror, const telemetry::PriceBook &prices, Bin bin, const telemetry::CellKey &key, const telemetry::Sums &sums)
{
    return RateCards(mirror, &prices).amount(bin, key.model, key.tier, sums);
}

Amount amountOfCall(const Inputs &inputs, const telemetry::Call &call)
{
    telemetry::Sums sums;
    if (call.cost) {
        sums.recorded = *call.cost;
    } else if (call.hasTokens) {
        sums.tokensWithoutCost = call.tokens;
        sums.unclassedWithoutCost = call.unclassedTokens;
        sums.callsWithoutCost = 1;
    }
    const qint64 prompt = call.tokens[telemetry::In] + call.tokens[telemetry::Cached] + call.tokens[telemetry::CacheWrite];
    const auto model = inputs.mirror->number(telemetry::Dimension::Model, call.model);
    return RateCards(*inputs.mirror, inputs.prices).amount(binOf(call.at()), quint16(model.value_or(0)), quint8(telemetry::tierOf(prompt)), sums);
}

CostScan::CostScan(const Inputs &inputs, const Recording &recording, QList<Instant> cuts)
    : m_inputs(inputs)
    , m_costs(recording.costs, *inputs.mirror)
    , m_requests(recording.requests, *inputs.mirror)
    , m_rates(*inputs.mirror, inputs.prices)
{
    std::ranges::sort(cuts);
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    for (qsizetype i = 0; i + 1 < cuts.size(); ++i)
        m_segments << Segment{{cuts.at(i), cuts.at(i + 1)}, {}, 0};
    if (m_segments.isEmpty())
        return;
    const Instant last = m_segments.last().range.to;
    m_firstHour = std::max(m_segments.first().range.from, last - std::chrono::hours(24 * costHistoryDays));
    m_firstHour = binStart((binOf(m_firstHour) + costBinsPerHour - 1) / costBinsPerHour * costBinsPerHour);
    if (last > m_firstHour)
        m_hourly.resize((last - m_firstHour) / std::chrono::hours(1) + 1, 0);
}

void CostScan::run()
{
    if (m_segments.isEmpty())
        return;
    qsizetype at = 0;
    const Bin firstHourBin = binOf(m_firstHour);
    const TimeRange all{m_segments.first().range.from, m_segments.last().range.to};
    m_inputs.mirror->forEachCell(all, [&](Bin bin, const telemetry::Cell &cell) {
        const Instant start = binStart(bin);
        if (at >= m_segments.size() || !m_segments.at(at).range.contains(start)) {
            const auto after = std::ranges::upper_bound(m_segments, start, {}, [](const Segment &segment) { return segment.range.from; });
            at = std::distance(m_segments.begin(), after) - 1;
            if (at < 0 || !m_segments.at(at).range.contains(start)) {
                at = m_segments.size();
                return;
            }
        }
        Segment &segment = m_segments[at];
        if (m_requests.contains(cell.key.kind))
            segment.requests += cell.sums.calls;
        if (!m_costs.contains(cell.key.kind))
            return;
        CostTally tally;
        tally.amount = m_rates.amount(bin, cell.key.model, cell.key.tier, cell.sums);
        tally.calls = cell.sums.calls;
        tally.tokensOut = cell.sums.tokens[telemetry::Out];
        tally.tokensIn = sumOf(cell.sums.tokens) - tally.tokensOut;
        segment.tallies[CostKey{cell.key.kind, cell.key.model, cell.key.tool}] += tally;
        if (bin >= firstHourBin)
            m_hourly[(bin - firstHourBin) / costBinsPerHour] += tally.amount.known().toDouble();
        if (cell.sums.tokens[telemetry::Cached] && m_savedRange.contains(start)) {
            if (const auto saved = m_rates.saved(bin, cell.key.model, cell.key.tier, cell.sums))
                m_saved = m_saved.value_or(Money()) + *saved;
        }
    });
}

CostTally CostScan::total(const TimeRange &range) const
{
    CostTally total;
    for (const Segment &segment : m_segments) {
        if (segment.range.from < range.from || segment.range.to > range.to)
            continue;
        for (const CostTally &tally : segment.tallies)
            total += tally;
    }
    return total;
}

qint64 CostScan::requests(const TimeRange &range) const
{
    qint64 requests = 0;
    for (const Segment &segment : m_segments) {
        if (segment.range.from >= range.from && segment.range.to <= range.to)
            requests += segment.requests;
    }
    return requests;
}

QHash<CostKey, CostTally> CostScan::tallies(const TimeRange &range) const
{
    QHash<CostKey, CostTally> result;
    for (const Segment &segment : m_segments) {
        if (segment.range.from < range.from || segment.range.to > range.to)
            continue;
        for (auto tally = segment.tallies.cbegin(); tally != segment.tallies.cend(); ++tally)
            result[tally.key()] += tally.value();
    }
    return result;
}

telemetry::Forecast forecastFrom(const CostScan &scan, const Inputs &inputs, Instant coveredFrom, Instant until)
{
    // Hours that were not read are gaps; an hour without calls cost nothing.
    QList<double> hourly = scan.hourly();
    const qsizetype complete = std::clamp<qsizetype>((until - scan.firstHour()) / std::chrono::hours(1), 0, hourly.size());
    hourly.resize(complete);
    for (qsizetype i = 0; i < hourly.size() && scan.firstHour() + std::chrono::hours(i) < coveredFrom; ++i)
        hourly[i] = qQNaN();
    const Instant end = monthRange(dayOf(inputs.now, inputs.zone), inputs.zone).to;
    telemetry::Forecast forecast = telemetry::forecast(hourly, scan.firstHour(), until, end, inputs.zone);
    if (!forecast.isKnown)
        forecast.days.clear(); // days without a number are no days to draw
    return forecast;
}

} // namespace qd::reports
