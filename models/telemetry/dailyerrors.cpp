#include "telemetry/dailymodel.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace qd::telemetry {

namespace {

constexpr size_t MostBacktests = 56;

// How much larger the errors of a model of so many days are than they need be, from simulation:
// mostly the weekdays' factors, each the median of a seventh of the days.
double dailyInexperience(size_t days)
{
    return std::sqrt(1 + 11 / double(std::min(days, DailyModel::DaysFitted)));
}

// Least squares of v(h) = day/h + level + drift·(h + 1)(2h + 1)/(6h) with none below 0: the squared
// error of the mean of h days. Every subset of the three is solved, the best that is allowed wins.
void fitGrowth(DailyErrors &errors, const std::vector<int> &spans, const std::vector<double> &squares, const std::vector<double> &weights)
{
    const auto terms = [](int span) {
        const double h = span;
        return std::array<double, 3>{1 / h, 1, (h + 1) * (2 * h + 1) / (6 * h)};
    };
    double best = std::numeric_limits<double>::max();
    for (int subset = 1; subset < 8; ++subset) {
        // Normal equations, with those left out pinned to 0.
        double m[3][4] = {};
        for (size_t k = 0; k < spans.size(); ++k) {
            const auto t = terms(spans[k]);
            for (int i = 0; i < 3; ++i) {
                for (int j = 0; j < 3; ++j)
                    m[i][j] += weights[k] * t[size_t(i)] * t[size_t(j)];
                m[i][3] += weights[k] * t[size_t(i)] * squares[k];
            }
        }
        for (int i = 0; i < 3; ++i) {
            if (subset & (1 << i))
                continue;
            for (int j = 0; j < 4; ++j)
                m[i][j] = m[j < 3 ? j : i][i] = 0;
            m[i][i] = 1;
        }
        bool isSolved = true;
        for (int i = 0; i < 3 && isSolved; ++i) {
            isSolved = std::abs(m[i][i]) > 1e-12;
            for (int row = 0; row < 3 && isSolved; ++row) {
                const double f = row == i ? 0 : m[row][i] / m[i][i];
                for (int j = i; j < 4; ++j)
                    m[row][j] -= f * m[i][j];
            }
        }
        if (!isSolved)
            continue;
        const std::array<double, 3> found{m[0][3] / m[0][0], m[1][3] / m[1][1], m[2][3] / m[2][2]};
        if (found[0] < 0 || found[1] < 0 || found[2] < 0)
            continue;
        double missed = 0;
        for (size_t k = 0; k < spans.size(); ++k) {
            const auto t = terms(spans[k]);
            const double gap = squares[k] - found[0] * t[0] - found[1] * t[1] - found[2] * t[2];
            missed += weights[k] * gap * gap;
        }
        if (missed < best) {
            best = missed;
            errors.day = found[0];
            errors.level = found[1];
            errors.drift = found[2];
        }
    }
}

} // namespace

DailyErrors DailyErrors::of(const std::vector<double> &days, int firstWeekday)
{
    constexpr std::array<int, 8> spansTried{1, 2, 3, 4, 5, 7, 10, 14};
    DailyErrors errors;
    std::array<std::vector<double>, spansTried.size()> means;
    const size_t first = std::max(DailyModel::FewestDays, days.size() > MostBacktests ? days.size() - MostBacktests : 0);
    for (size_t origin = first; origin < days.size(); ++origin) {
        if (std::count_if(days.begin(), days.begin() + qsizetype(origin), [](double cost) { return !std::isnan(cost); }) < qsizetype(DailyModel::FewestDays))
            continue;
        const DailyModel model = DailyModel::fit(days.data(), origin, firstWeekday);
        // A model of fewer days errs more than the one that will be used: weekdays were seen less often.
        const double lesson = dailyInexperience(days.size()) / dailyInexperience(origin);
        double missed = 0, scales = 0;
        for (int ahead = 1; ahead <= spansTried.back() && origin + size_t(ahead) <= days.size(); ++ahead) {
            const double actual = days[origin + size_t(ahead) - 1], scale = model.scale(ahead);
            if (std::isnan(actual) || !(scale > 0))
                continue;
            missed += (actual - model.expected(ahead)) * lesson;
            scales += scale;
            if (ahead == 1)
                errors.oneDay.push_back({origin, model.expected(1), scale / lesson, missed / scales});
            const auto span = std::find(spansTried.begin(), spansTried.end(), ahead);
            if (span != spansTried.end())
                means[size_t(span - spansTried.begin())].push_back(missed / scales);
        }
    }
    errors.low = forecastQuantile(means[0], 0.1);
    errors.high = forecastQuantile(means[0], 0.9);

    std::vector<int> spans;
    std::vector<double> squares, weights;
    for (size_t i = 0; i < means.size(); ++i) {
        if (means[i].size() < 8)
            continue;
        const double spread = (forecastQuantile(means[i], 0.9) - forecastQuantile(means[i], 0.1)) / 2.563;
        const double middle = forecastQuantile(means[i], 0.5);
        spans.push_back(spansTried[i]);
        squares.push_back(spread * spread + middle * middle);
        // Forecasts of h days overlap: there are about n/h of their own.
        const double precision = double(means[i].size()) / spansTried[i] / std::max(squares.back() * squares.back(), 1e-12);
        weights.push_back(precision);
    }
    if (spans.empty()) {
        errors.day = 0.09; // not measured: what half a month of a small application looks like
        errors.level = 0.04;
        errors.drift = 0.005;
    } else {
        fitGrowth(errors, spans, squares, weights);
    }
    // However lucky the past: the level is an average of about a dozen days.
    const double all = errors.day + errors.level + errors.drift;
    errors.level = std::max(errors.level, all / 12);
    return errors;
}

double DailyErrors::covariance(int a, int b) const
{
    return (a == b ? day : 0) + level + drift * std::min(a, b);
}

double DailyErrors::growth(int ahead) const
{
    const double one = covariance(1, 1);
    return one > 0 ? std::sqrt(covariance(ahead, ahead) / one) : 1;
}

} // namespace qd::telemetry
