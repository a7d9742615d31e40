#pragma once

#include "core/money.h"
#include "core/time.h"

#include <QList>

namespace qd::telemetry {

struct Forecast
{
    struct Day
    {
        QDate day;
        double expected = 0, low = 0, high = 0; // dollars; low and high hold 80 %
    };
    QList<Day> days;                             // from today's remainder to the end of the range
    double expected = 0, low = 0, high = 0;      // what is still to come, all days together; NaN if not known
    bool isKnown = false;                        // false without a single complete day: no number at all
    double coverage = 0;                         // share of backtest days inside their interval; NaN without backtests
    int backtests = 0;                           // how many days that was measured on
    int completeDays = 0;                        // behind it
    bool isSure = false;                         // at least 14 complete days behind it
    QString says;                                // "from 28 days; in 13 backtests 81 % fell inside"
};

// What the rest of the range, from `now` to `until`, will cost. `hourly` are complete hours of the
// past, oldest first, gaps as NaN; hours at or after `now` are not used. Alike every time it is
// asked.
//
// Days are a slowly moving level times a weekday's factor times a damped trend, each robust
// against single odd days; within a day the shares of the hours say what is left of today. A day
// with gaps counts if the hours it has are most of it. The intervals come from the errors of
// rolling forecasts over the same past (split conformal: the 10 % and 90 % quantiles of what was
// missed, one day ahead), widened with the horizon as those forecasts got worse with theirs. The
// coverage reported is that of intervals made only from days before the day they were tried on.
Forecast forecast(const QList<double> &hourly, Instant firstHour, Instant now, Instant until, const QTimeZone &zone);

} // namespace qd::telemetry
