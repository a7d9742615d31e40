#include "telemetry/forecast.h"

#include "core/format.h"
#include "telemetry/dailymodel.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace qd::telemetry {

namespace {

struct ForecastWords
{
    Q_DECLARE_TR_FUNCTIONS(Forecast)
};

constexpr double ForecastNaN = std::numeric_limits<double>::quiet_NaN();
constexpr milliseconds ForecastHour = std::chrono::hours(1);
constexpr int DaysRead = 120;              // older days say nothing about the next month
constexpr int DaysToBeSure = 14;
constexpr size_t BacktestsToMeasure = 8;   // fewer do not make an interval
constexpr double PresentEnough = 0.6;      // of a usual day, to tell what the whole day was
constexpr size_t ForecastSlots = 25;       // hours since midnight, also of the longest day

// One local day of the past by hours since its midnight.
struct PastDay
{
    QDate date;
    std::vector<double> hours; // NaN where missing
    double cost = ForecastNaN; // of the whole day, as far as it can be told
    bool isComplete = false;

    double sum() const
    {
        double sum = 0;
        for (const double hour : hours)
            sum += std::isnan(hour) ? 0 : hour;
        return sum;
    }
    // Between two moments since midnight, in hours; hours that are cut count in part.
    double between(double from, double to) const
    {
        double sum = 0;
        for (size_t slot = 0; slot < hours.size(); ++slot) {
            const double part = std::min(to, double(slot + 1)) - std::max(from, double(slot));
            if (part > 0)
                sum += hours[slot] * part;
        }
        return sum;
    }
};

QList<PastDay> pastDays(const QList<double> &hourly, Instant firstHour, Instant now, const QTimeZone &zone)
{
    QList<PastDay> days;
    const QDate today = dayOf(now, zone);
    for (QDate date = std::max(dayOf(firstHour, zone), today.addDays(-DaysRead)); date < today; date = date.addDays(1)) {
        const TimeRange range = dayRange(date, zone);
        // Hours belong to the day they begin in, which matters only where they do not begin at the full local hour.
        const qint64 first = std::chrono::ceil<std::chrono::hours>(range.from - firstHour).count();
        const qint64 last = std::chrono::ceil<std::chrono::hours>(range.to - firstHour).count();
        PastDay day;
        day.date = date;
        day.isComplete = true;
        for (qint64 i = first; i < last; ++i) {
            const double cost = i >= 0 && i < hourly.size() ? hourly[i] : ForecastNaN;
            day.isComplete = day.isComplete && std::isfinite(cost);
            day.hours.push_back(std::isfinite(cost) ? cost : ForecastNaN);
        }
        if (day.hours.empty()) // Apia's 30 December 2011
            continue;
        days << day;
    }
    return days;
}

// Which share of a day's cost falls into each hour since midnight.
class HourShares
{
public:
    explicit HourShares(const QList<PastDay> &days)
    {
        for (const PastDay &day : days) {
            const double sum = day.sum();
            if (!day.isComplete || !(sum > 0))
                continue;
            const size_t weekday = size_t(day.date.dayOfWeek() % 7);
            for (size_t slot = 0; slot < std::min(day.hours.size(), ForecastSlots); ++slot) {
                m_sums[weekday][slot] += day.hours[slot] / sum;
                m_sums[7][slot] += day.hours[slot] / sum;
            }
            ++m_counts[weekday];
            ++m_counts[7];
        }
    }

    // Of [from, to) hours since midnight in a day this long.
    double between(QDate date, double from, double to, double length) const
    {
        const double part = integral(date, from, to), whole = integral(date, 0, length);
        return whole > 0 ? part / whole : (to - from) / length;
    }
    double at(QDate date, size_t slot) const
    {
        if (m_counts[7] == 0)
            return 1 / 24.0;
        const size_t weekday = size_t(date.dayOfWeek() % 7), hour = std::min(slot, ForecastSlots - 2);
        // A weekday seen once or twice says less than all days together.
        const double all = m_sums[7][hour] / m_counts[7], drawn = 2;
        return (m_sums[weekday][hour] + drawn * all) / (m_counts[weekday] + drawn);
    }

private:
    double integral(QDate date, double from, double to) const
    {
        double sum = 0;
        for (size_t slot = 0; slot < ForecastSlots + 2; ++slot) {
            const double part = std::min(to, double(slot + 1)) - std::max(from, double(slot));
            if (part > 0)
                sum += at(date, slot) * part;
        }
        return sum;
    }

    std::array<std::array<double, ForecastSlots>, 8> m_sums{}; // the last: all weekdays
    std::array<double, 8> m_counts{};
};

void completeDays(QList<PastDay> &days, const HourShares &shares)
{
    for (PastDay &day : days) {
        double present = 0, whole = 0;
        for (size_t slot = 0; slot < day.hours.size(); ++slot) {
            whole += shares.at(day.date, slot);
            present += std::isnan(day.hours[slot]) ? 0 : shares.at(day.date, slot);
        }
        if (day.isComplete)
            day.cost = day.sum();
        else if (whole > 0 && present >= PresentEnough * whole)
            day.cost = day.sum() * whole / present;
    }
}

// What was missed in backtests, as multiples of a day's scale: 10 % were below low, 10 % above high.
struct Spread
{
    double low = 0, high = 0;
};

Spread widened(double low, double high, size_t backtests, bool isSure)
{
    if (backtests < BacktestsToMeasure)
        return {std::min(std::isnan(low) ? 0 : low, -0.7), std::max(std::isnan(high) ? 0 : high, 1.5)};
    const double width = isSure ? 1 : 1.5;
    return {std::min(low * width, 0.0), std::max(high * width, 0.0)};
}

// The rest of today was tried on every day of the backtest, from the same time of day on.
Spread spreadOfRest(const QList<PastDay> &days, const DailyErrors &errors, double from, double to, double share, bool isSure)
{
    std::vector<double> missed;
    for (const DailyErrors::OneDay &tried : errors.oneDay) {
        const PastDay &day = days[qsizetype(tried.day)];
        if (day.isComplete && share > 0)
            missed.push_back((day.between(from, to) - tried.expected * share) / (tried.scale * share));
    }
    return widened(forecastQuantile(missed, 0.1), forecastQuantile(missed, 0.9), missed.size(), isSure);
}

// Every backtest day against the interval that the backtests before it would have given.
void measureCoverage(Forecast &made, const DailyErrors &errors)
{
    std::vector<double> before;
    int inside = 0;
    for (const DailyErrors::OneDay &tried : errors.oneDay) {
        if (before.size() >= BacktestsToMeasure) {
            ++made.backtests;
            inside += tried.missed >= forecastQuantile(before, 0.1) && tried.missed <= forecastQuantile(before, 0.9);
        }
        before.push_back(tried.missed);
    }
    made.coverage = made.backtests > 0 ? double(inside) / made.backtests : ForecastNaN;
}

QString forecastSays(const Forecast &made)
{
    if (!made.isKnown)
        return ForecastWords::tr("no complete day yet, so there is no forecast");
    if (!made.isSure)
        return ForecastWords::tr("from only %n complete day(s), so the forecast is not sure", nullptr, made.completeDays);
    const QString days = ForecastWords::tr("from %n day(s)", nullptr, made.completeDays);
    if (made.backtests == 0)
        return days;
    //: %1 is "from 28 days", %2 is "81 %"
    return ForecastWords::tr("%1; in %n backtest(s) %2 fell inside", nullptr, made.backtests).arg(days, format::percent(made.coverage));
}

} // namespace

Forecast forecast(const QList<double> &hourly, Instant firstHour, Instant now, Instant until, const QTimeZone &zone)
{
    QList<PastDay> days = pastDays(hourly, firstHour, now, zone);
    while (!days.isEmpty() && std::all_of(days.first().hours.begin(), days.first().hours.end(), [](double cost) { return std::isnan(cost); }))
        days.removeFirst();
    const HourShares shares(days);
    completeDays(days, shares);

    Forecast made;
    made.completeDays = int(std::count_if(days.begin(), days.end(), [](const PastDay &day) { return day.isComplete; }));
    made.isKnown = made.completeDays > 0;
    made.isSure = made.completeDays >= DaysToBeSure;
    made.coverage = ForecastNaN;
    if (!made.isKnown) {
        made.expected = made.low = made.high = ForecastNaN;
        made.says = forecastSays(made);
        return made;
    }

    std::vector<double> costs;
    for (const PastDay &day : days)
        costs.push_back(day.cost);
    const int firstWeekday = days.first().date.dayOfWeek() % 7;
    const DailyModel model = DailyModel::fit(costs.data(), costs.size(), firstWeekday);
    const DailyErrors errors = DailyErrors::of(costs, firstWeekday);
    const Spread spread = widened(errors.low, errors.high, errors.oneDay.size(), made.isSure);
    measureCoverage(made, errors);

    // Days after today err together where the level does; today's rest has errors of its own.
    double lowOfRest = 0, highOfRest = 0, variance = 0;
    std::vector<std::pair<int, double>> later; // days ahead, scale
    for (const QDate date : daysOf({now, until}, zone)) {
        const TimeRange whole = dayRange(date, zone), part = whole.intersected({now, until});
        const auto hours = [&whole](Instant at) { return double((at - whole.from).count()) / double(ForecastHour.count()); };
        const double from = hours(part.from), to = hours(part.to);
        const double share = shares.between(date, from, to, hours(whole.to));
        const int ahead = int(days.last().date.daysTo(date));
        const double expected = model.expected(ahead) * share, scale = model.scale(ahead) * share;
        const bool isRest = part.from > whole.from && made.days.isEmpty();
        const Spread its = isRest ? spreadOfRest(days, errors, from, to, share, made.isSure) : spread;
        const double growth = errors.growth(ahead) / (isRest ? errors.growth(1) : 1);
        const double down = its.low * scale * growth, up = its.high * scale * growth;
        made.days << Forecast::Day{date, expected, std::max(0.0, expected + down), expected + up};
        made.expected += expected;
        if (isRest) {
            lowOfRest = down;
            highOfRest = up;
        } else {
            later.emplace_back(ahead, scale);
        }
    }
    for (const auto &[a, scaleA] : later) {
        for (const auto &[b, scaleB] : later)
            variance += scaleA * scaleB * errors.covariance(a, b);
    }
    const double oneDay = errors.covariance(1, 1), wider = oneDay > 0 ? std::sqrt(variance / oneDay) : 0;
    made.low = std::max(0.0, made.expected - std::hypot(lowOfRest, spread.low * wider));
    made.high = made.expected + std::hypot(highOfRest, spread.high * wider);
    made.says = forecastSays(made);
    return made;
}

} // namespace qd::telemetry
