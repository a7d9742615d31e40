#include "reports/costscan.h"

#include "core/format.h"

#include <QTime>

#include <algorithm>

namespace qd::reports {

namespace {

constexpr int orderDays = 30;

// The same time of day on another day, on the edge of a bin.
Instant sameTimeOn(QDate day, Instant like, const QTimeZone &zone)
{
    const TimeRange whole = dayRange(day, zone);
    const QDateTime at(day, toDateTime(like, zone).time(), zone);
    return std::clamp(roundToBin(fromDateTime(at)), whole.from, whole.to);
}

} // namespace

CostSpan costSpanOf(const Inputs &inputs, Instant until)
{
    const QTimeZone &zone = inputs.zone;
    CostSpan span;
    const QDate today = dayOf(until, zone);
    span.first = std::min(dayOf(inputs.range.from, zone), today);
    span.last = std::clamp(dayOf(inputs.range.to - milliseconds(1), zone), span.first, today);
    span.includesToday = span.last == today;
    // Bins are counted whole; the one that is being written has no rows after `until`.
    const Instant endOfNow = floorToBin(until + BinLength - milliseconds(1));
    span.range = {startOfDay(span.first, zone), span.includesToday ? endOfNow : dayRange(span.last, zone).to};
    const TimeRange month = monthRange(span.first, zone);
    const bool isMonth = span.first.day() == 1 && span.range.to <= month.to && span.first.daysTo(span.last) >= 8;
    const int days = int(span.first.daysTo(span.last)) + 1;
    const QDate before = isMonth ? span.first.addMonths(-1) : span.first.addDays(-days);
    Instant end = startOfDay(span.first, zone);
    if (span.includesToday) {
        // Compared with as much of the days before: today up to now with that day up to the same time.
        const QDate lastBefore = before.addDays(days - 1);
        end = std::min(end, sameTimeOn(lastBefore, until, zone));
    }
    span.previous = {startOfDay(before, zone), end};
    span.month = {monthRange(today, zone).from, endOfNow};
    span.today = {startOfDay(today, zone), endOfNow};
    span.yesterdaySoFar = {startOfDay(today.addDays(-1), zone), sameTimeOn(today.addDays(-1), until, zone)};
    span.monthName = format::month(today);
    return span;
}

QList<Instant> cutsOf(const CostSpan &span, const QTimeZone &zone)
{
    const QDate today = dayOf(span.today.from, zone);
    QDate first = std::min({span.first, dayOf(span.previous.from, zone), dayOf(span.month.from, zone), today.addDays(-42)});
    QList<Instant> cuts{span.range.to, span.previous.to, span.today.to, span.yesterdaySoFar.to};
    for (; startOfDay(first, zone) < span.today.to; first = first.addDays(1))
        cuts << startOfDay(first, zone);
    return cuts;
}

QStringList modelOrderFrom(const CostScan &scan, const Inputs &inputs)
{
    const Instant from = startOfDay(dayOf(inputs.now, inputs.zone).addDays(1 - orderDays), inputs.zone);
    QHash<quint16, Money> cost;
    const auto tallies = scan.tallies({from, scan.segments().isEmpty() ? from : scan.segments().last().range.to});
    for (auto tally = tallies.cbegin(); tally != tallies.cend(); ++tally)
        cost[tally.key().model] += tally.value().amount.known();
    QList<std::pair<Money, QString>> order;
    for (auto one = cost.cbegin(); one != cost.cend(); ++one) {
        const QString name = inputs.mirror->name(telemetry::Dimension::Model, one.key());
        if (!name.isEmpty())
            order << std::pair(one.value(), name);
    }
    std::ranges::sort(order, [](const auto &a, const auto &b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    QStringList names;
    for (const auto &[money, name] : order)
        names << name;
    return names;
}

QStringList modelOrder(const Inputs &inputs)
{
    const QDate today = dayOf(inputs.now, inputs.zone);
    CostScan scan(inputs, recordingOf(*inputs.profile), {startOfDay(today.addDays(1 - orderDays), inputs.zone), floorToBin(inputs.now) + BinLength});
    scan.run();
    return modelOrderFrom(scan, inputs);
}

} // namespace qd::reports
