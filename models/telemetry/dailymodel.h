#pragma once

#include <QtGlobal>

#include <array>
#include <optional>
#include <vector>

// The arithmetic behind forecast(): days as a level times a weekday's factor times a damped trend.
namespace qd::telemetry {

// NaN for none. `share` from 0 to 1, interpolated so that among n values drawn alike the next is
// below with this probability.
double forecastQuantile(std::vector<double> values, double share);

class DailyModel
{
public:
    static constexpr size_t FewestDays = 7;  // before a backtest makes sense
    static constexpr size_t DaysFitted = 56; // eight of each weekday; older ones are not looked at

    // `days` oldest first, NaN where not known; the first has this weekday (0 to 6). At least one
    // must be known.
    static DailyModel fit(const double *days, size_t count, int firstWeekday);

    // Day `ahead` after the last one fitted, 1 is the next.
    double expected(int ahead) const;
    // What errors of that day are measured in: like expected(), but never tiny on quiet weekdays.
    double scale(int ahead) const;

private:
    double trendAt(int ahead) const;

    double m_level = 0, m_slope = 0; // at the last day; slope relative to the level, per day
    std::array<double, 7> m_factors{1, 1, 1, 1, 1, 1, 1};
    int m_lastWeekday = 0;
};

// How wrong forecasts over the same past were.
struct DailyErrors
{
    struct OneDay
    {
        size_t day = 0;            // index of the day it is about
        double expected = 0, scale = 0;
        double missed = 0;         // (actual - expected) / scale; scale makes up for fewer days
    };
    std::vector<OneDay> oneDay;    // oldest first
    double low = 0, high = 0;      // 10 % and 90 % of them
    // Squared error of a day `a` ahead, in units of scale: day + level + drift·a; two days share
    // level + drift·min(a, b).
    double day = 0, level = 0, drift = 0;

    static DailyErrors of(const std::vector<double> &days, int firstWeekday);
    double covariance(int a, int b) const;
    // How much wider than one day ahead.
    double growth(int ahead) const;
};

} // namespace qd::telemetry
