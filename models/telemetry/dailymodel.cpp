#include "telemetry/dailymodel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace qd::telemetry {

namespace {

constexpr double DailyNaN = std::numeric_limits<double>::quiet_NaN();
constexpr size_t DaysOfTrend = 28;
constexpr double LevelHalfLife = 5;     // days
constexpr double TrendDamping = 0.97;   // of what is left of the trend, per day ahead
constexpr double QuietestFactor = 0.25; // a weekday's errors are never measured in less than this of the level

double dailyMedian(std::vector<double> values)
{
    return forecastQuantile(std::move(values), 0.5);
}

// Median of the known values in a window of seven days around each, which holds every weekday once.
std::vector<double> weeklyMedians(const std::vector<double> &values)
{
    std::vector<double> medians(values.size(), DailyNaN);
    for (size_t i = 0; i < values.size(); ++i) {
        // At either end the window is moved inwards rather than cut.
        const size_t size = std::min<size_t>(7, values.size());
        const size_t first = std::min(i < 3 ? 0 : i - 3, values.size() - size);
        std::vector<double> window;
        for (size_t j = first; j < first + size; ++j) {
            if (!std::isnan(values[j]))
                window.push_back(values[j]);
        }
        medians[i] = dailyMedian(std::move(window));
    }
    return medians;
}

std::array<double, 7> weekdayFactors(const std::vector<double> &days, int firstWeekday)
{
    std::array<double, 7> factors{1, 1, 1, 1, 1, 1, 1};
    if (days.size() < 7)
        return factors;
    for (int round = 0; round < 3; ++round) {
        std::vector<double> even(days.size());
        for (size_t i = 0; i < days.size(); ++i) {
            const double factor = factors[(size_t(firstWeekday) + i) % 7];
            even[i] = factor >= QuietestFactor ? days[i] / factor : DailyNaN;
        }
        const std::vector<double> levels = weeklyMedians(even);
        std::array<std::vector<double>, 7> ratios;
        for (size_t i = 0; i < days.size(); ++i) {
            if (!std::isnan(days[i]) && levels[i] > 0)
                ratios[(size_t(firstWeekday) + i) % 7].push_back(days[i] / levels[i]);
        }
        std::array<double, 7> medians{};
        std::vector<double> within, between;
        for (size_t weekday = 0; weekday < 7; ++weekday) {
            medians[weekday] = ratios[weekday].empty() ? 1 : dailyMedian(ratios[weekday]);
            if (!ratios[weekday].empty())
                between.push_back((medians[weekday] - 1) * (medians[weekday] - 1));
            for (const double ratio : ratios[weekday]) {
                if (ratios[weekday].size() > 1)
                    within.push_back(std::abs(ratio - medians[weekday]));
            }
        }
        // Drawn towards an ordinary day by how much the difference could be noise (James and Stein).
        const double noise = within.empty() ? 0.2 : 1.4826 * dailyMedian(within);
        const double differ = between.empty() ? 0 : std::accumulate(between.begin(), between.end(), 0.0) / double(between.size());
        double sum = 0;
        for (size_t weekday = 0; weekday < 7; ++weekday) {
            const double error = noise * noise / std::max(1.0, double(ratios[weekday].size()));
            const double trust = differ > 0 ? std::max(0.0, differ - error) / differ : 0;
            factors[weekday] = 1 + trust * (medians[weekday] - 1);
            sum += factors[weekday];
        }
        for (double &factor : factors)
            factor *= 7 / sum;
    }
    return factors;
}

// Relative change per day: the median slope between all pairs of days (Theil and Sen), drawn
// towards none by how much it could be noise.
double relativeSlope(const std::vector<double> &even, double spread)
{
    const size_t first = even.size() > DaysOfTrend ? even.size() - DaysOfTrend : 0;
    std::vector<double> slopes, known;
    for (size_t i = first; i < even.size(); ++i) {
        if (std::isnan(even[i]))
            continue;
        known.push_back(even[i]);
        for (size_t j = first; j < i; ++j) {
            if (!std::isnan(even[j]))
                slopes.push_back((even[i] - even[j]) / double(i - j));
        }
    }
    const double middle = dailyMedian(known), slope = dailyMedian(slopes) / middle;
    if (known.size() < 10 || !(middle > 0) || !std::isfinite(slope) || slope == 0)
        return 0;
    const double n = double(known.size());
    const double error = spread * std::sqrt(12 / (n * n * n));
    return slope * std::max(0.0, 1 - 2 * error * error / (slope * slope));
}

} // namespace

double forecastQuantile(std::vector<double> values, double share)
{
    if (values.empty())
        return DailyNaN;
    std::sort(values.begin(), values.end());
    const double rank = std::clamp(share * double(values.size() + 1), 1.0, double(values.size()));
    const size_t below = size_t(rank);
    const double rest = rank - double(below);
    return rest > 0 ? values[below - 1] * (1 - rest) + values[below] * rest : values[below - 1];
}

DailyModel DailyModel::fit(const double *all, size_t count, int weekdayOfFirst)
{
    const size_t skipped = count > DailyModel::DaysFitted ? count - DailyModel::DaysFitted : 0;
    const std::vector<double> days(all + skipped, all + count);
    const int firstWeekday = int((size_t(weekdayOfFirst) + skipped) % 7);

    DailyModel model;
    model.m_lastWeekday = int((size_t(firstWeekday) + days.size() - 1) % 7);
    model.m_factors = weekdayFactors(days, firstWeekday);
    const auto factor = [&](size_t i) { return model.m_factors[(size_t(firstWeekday) + i) % 7]; };

    std::vector<double> even(days.size(), DailyNaN), deviations;
    for (size_t i = 0; i < days.size(); ++i)
        even[i] = factor(i) >= QuietestFactor ? days[i] / factor(i) : DailyNaN;
    const std::vector<double> levels = weeklyMedians(even);
    for (size_t i = 0; i < days.size(); ++i) {
        if (!std::isnan(even[i]) && levels[i] > 0)
            deviations.push_back(std::abs(even[i] / levels[i] - 1));
    }
    const double spread = deviations.empty() ? 0.5 : 1.4826 * dailyMedian(deviations);
    model.m_slope = relativeSlope(even, spread);

    // The level: recent days count more, odd ones are drawn in to three times the usual spread of
    // their week and beyond six times left out, so that a spike is forgotten and a lasting change
    // is believed on its fourth day. Sums before the division keep quiet weekdays from shouting.
    double costs = 0, weights = 0;
    for (size_t i = 0; i < days.size(); ++i) {
        if (std::isnan(days[i]))
            continue;
        const double age = double(days.size() - 1 - i), weight = std::exp2(-age / LevelHalfLife);
        const double usual = std::isnan(levels[i]) ? days[i] : levels[i] * factor(i), reach = 3 * spread * usual;
        if (reach > 0 && std::abs(days[i] - usual) > 2 * reach)
            continue;
        costs += weight * std::clamp(days[i], usual - reach, usual + reach);
        weights += weight * factor(i) * (1 - model.m_slope * age);
    }
    model.m_level = weights > 0 ? std::max(0.0, costs / weights) : 0;
    return model;
}

double DailyModel::trendAt(int ahead) const
{
    const double steps = TrendDamping * (1 - std::pow(TrendDamping, ahead)) / (1 - TrendDamping);
    return std::clamp(1 + m_slope * steps, 0.3, 3.0);
}

double DailyModel::expected(int ahead) const
{
    return m_level * trendAt(ahead) * m_factors[size_t(m_lastWeekday + ahead) % 7];
}

double DailyModel::scale(int ahead) const
{
    return m_level * trendAt(ahead) * std::max(QuietestFactor, m_factors[size_t(m_lastWeekday + ahead) % 7]);
}

} // namespace qd::telemetry
