#include "widgets/charts/timeticks.h"

#include "core/format.h"

#include <QLocale>

namespace qd {

using std::chrono::hours;
using std::chrono::minutes;

// Ticks inside one local day. A day of 24 hours is plain arithmetic; where the clock changes, the
// wall clock is asked every quarter of an hour.
static void appendTicksOfDay(QList<TimeTick> &ticks, QDate day, const TimeRange &range, const QTimeZone &zone, milliseconds step)
{
    const TimeRange whole = dayRange(day, zone);
    const bool isPlain = whole.length() == hours(24);
    for (Instant at = whole.from; at < whole.to; at += isPlain ? step : std::min<milliseconds>(step, minutes(15))) {
        if (at < range.from || at > range.to)
            continue;
        milliseconds wall = at - whole.from;
        if (!isPlain)
            wall = milliseconds(toDateTime(at, zone).time().msecsSinceStartOfDay());
        if (wall % step != milliseconds(0))
            continue;
        const bool isMidnight = at == whole.from;
        const qint64 inMinutes = std::chrono::duration_cast<minutes>(wall).count();
        ticks.append({at, isMidnight ? format::day(day) : QStringLiteral("%1:%2").arg(inMinutes / 60, 2, 10, QLatin1Char('0')).arg(inMinutes % 60, 2, 10, QLatin1Char('0')), isMidnight});
    }
}

static QList<TimeTick> dayTicks(const TimeRange &range, const QTimeZone &zone, int days)
{
    QList<TimeTick> ticks;
    for (const QDate day : daysOf(range, zone)) {
        if (days >= 28 ? day.day() != 1 : days == 7 ? day.dayOfWeek() != 1 : days > 1 && (day.day() - 1) % days != 0)
            continue;
        if (days > 1 && days < 7 && day.day() == 31)
            continue; // too near to the first of the next month
        const Instant at = startOfDay(day, zone);
        if (at >= range.from && at <= range.to)
            ticks.append({at, days >= 28 ? QLocale().toString(day, QStringLiteral("MMM")) : format::day(day), true});
    }
    return ticks;
}

QList<TimeTick> timeTicks(const TimeRange &range, const QTimeZone &zone, double pixels, double pixelsPerLabel)
{
    if (range.isEmpty() || pixels < pixelsPerLabel)
        return {};
    const double mostTicks = pixels / pixelsPerLabel;
    static constexpr minutes steps[] = {minutes(1), minutes(2), minutes(5), minutes(10), minutes(15), minutes(30), hours(1), hours(2), hours(3), hours(6), hours(12)};
    for (const minutes step : steps) {
        if (double(range.length().count()) / double(milliseconds(step).count()) > mostTicks)
            continue;
        QList<TimeTick> ticks;
        for (const QDate day : daysOf({range.from, range.to + milliseconds(1)}, zone))
            appendTicksOfDay(ticks, day, range, zone, step);
        return ticks;
    }
    const double days = double(range.length().count()) / double(milliseconds(hours(24)).count());
    for (const int step : {1, 2, 5, 7, 28}) {
        if (days / step <= mostTicks || step == 28)
            return dayTicks(range, zone, step);
    }
    return {};
}

} // namespace qd
