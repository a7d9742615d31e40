#pragma once

// Instants, ranges and local days. Everything stored or compared is UTC; a time zone comes in
// only where a day is cut or a time is shown. Fifteen-minute bins are the grain of all
// telemetry, because every UTC offset in use since 2000 is a multiple of 15 minutes, so any
// local day, week or month is an exact union of bins.

#include "core/result.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QTimeZone>

#include <chrono>

namespace qd {

using std::chrono::milliseconds;
using Instant = std::chrono::sys_time<milliseconds>;

// 2026-11-21T14:02:11.123Z
QString isoText(Instant instant);
Instant fromDateTime(const QDateTime &dateTime);
QDateTime toDateTime(Instant instant, const QTimeZone &zone);
inline constexpr Instant fromMsecs(qint64 ms) { return Instant(milliseconds(ms)); }
inline constexpr qint64 toMsecs(Instant instant) { return instant.time_since_epoch().count(); }

// Half open: `from` belongs to it, `to` does not.
struct TimeRange
{
    Instant from, to;

    milliseconds length() const { return to - from; }
    bool isEmpty() const { return to <= from; }
    bool contains(Instant instant) const { return instant >= from && instant < to; }
    TimeRange intersected(const TimeRange &other) const { return {std::max(from, other.from), std::min(to, other.to)}; }
    bool operator==(const TimeRange &) const = default;
};

// Number of a 15-minute bin since 1970-01-01T00:00Z.
using Bin = qint32;
inline constexpr milliseconds BinLength{15 * 60 * 1000};
constexpr Bin binOf(Instant instant)
{
    const qint64 ms = toMsecs(instant), length = BinLength.count();
    return Bin(ms >= 0 ? ms / length : -((-ms + length - 1) / length));
}
constexpr Instant binStart(Bin bin) { return Instant(BinLength * qint64(bin)); }

// First instant of a local day. On a day that begins inside a DST gap it is the first instant
// that exists.
Instant startOfDay(QDate day, const QTimeZone &zone);
QDate dayOf(Instant instant, const QTimeZone &zone);
// 92, 96 or 100 bins long where the clock changes.
TimeRange dayRange(QDate day, const QTimeZone &zone);
TimeRange monthRange(QDate anyDayOfIt, const QTimeZone &zone);
// The local days that touch a range, in order.
QList<QDate> daysOf(const TimeRange &range, const QTimeZone &zone);

// What the user asks for: 1h, 24h, 7d, now-6h, now-6h..now-1h, today, yesterday, "this week",
// "last week", "this month", "last month", 2026-11-01, 2026-11-01..07, 2026-11-01..2026-11-07,
// 2026-11-01T06:00..08:30, ISO 8601 with a zone. A relative range moves with the clock.
struct RangeRequest
{
    QString text; // as typed, normalised: what is shown in the picker and kept in the settings

    static Result<RangeRequest> parse(const QString &typed);
    // The error says which part was not understood and gives an example.
    Result<TimeRange> resolve(Instant now, const QTimeZone &zone) const;
    bool operator==(const RangeRequest &) const = default;
};

// The equally long range just before, or for whole local months the month before.
TimeRange previousRange(const TimeRange &range, const QTimeZone &zone);

// Time comes from a Clock so that tests and pictures can fix it.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    static const Clock &system();
};

class FixedClock : public Clock
{
public:
    explicit FixedClock(Instant now) : m_now(now) {}
    Instant now() const override { return m_now; }
    void set(Instant now) { m_now = now; }
    void advance(milliseconds by) { m_now += by; }

private:
    Instant m_now;
};

} // namespace qd

Q_DECLARE_METATYPE(qd::TimeRange)
