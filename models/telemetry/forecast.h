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
    QList<Day> days;                             // from today's remainder to the end of the month
    double expected = 0, low = 0, high = 0;      // what is still to come, all days together
    double coverage = 0;                         // share of backtest days inside their interval
    int backtests = 0;                           // how many days that was measured on
    bool isSure = false;                         // at least 14 complete days behind it
    QString says;                                // "from 28 days; in 21 backtests 81 % fell inside"
};

// What the rest of the range will cost. `hourly` are complete hours of the past, oldest first,
// gaps as NaN; the profile is the median of each hour of the week (shrunk towards the hour of the
// day where there are few), times a slow trend; the interval comes from the errors of rolling
// one-day-ahead forecasts over the same past (split conformal), widened with the horizon.
Forecast forecast(const QList<double> &hourly, Instant firstHour, Instant now, Instant until, const QTimeZone &zone);

} // namespace qd::telemetry
