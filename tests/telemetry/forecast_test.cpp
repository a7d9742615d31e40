#include "telemetry/forecast.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace qd;
using namespace qd::telemetry;

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

// What a simulated application is like. Noise is lognormal with mean 1.
struct Habits
{
    const char *name;
    double dayNoise = 0.2, hourNoise = 0.3;
    double trend = 0;       // per day
    double memory = 0;      // correlation of a day's noise with the day before
    double weekend = 0.35;  // of a weekday
    double gaps = 0;        // chance of an hour to begin six missing ones
    int spikes = 0;         // days of five times the cost
};

constexpr Habits allHabits[] = {
    {.name = "calm", .dayNoise = 0.15},
    {.name = "noisy", .dayNoise = 0.4, .hourNoise = 0.8},
    {.name = "growing", .dayNoise = 0.15, .trend = 0.01},
    {.name = "shrinking", .dayNoise = 0.15, .trend = -0.01},
    {.name = "without weekends", .weekend = 1},
    {.name = "with a spike", .spikes = 1},
    {.name = "with gaps", .trend = 0.003, .gaps = 0.01},
    {.name = "with everything", .hourNoise = 0.4, .trend = 0.005, .memory = 0.3, .gaps = 0.005, .spikes = 1},
};

std::vector<double> simulated(const Habits &habits, int days, unsigned seed)
{
    std::mt19937_64 random(seed);
    std::normal_distribution<double> normal;
    const auto noise = [&](double spread, double z) { return std::exp(spread * z - spread * spread / 2); };
    std::vector<int> spikes;
    for (int i = 0; i < habits.spikes; ++i)
        spikes.push_back(int(random() % unsigned(days)));
    std::vector<double> hours;
    double mood = normal(random);
    for (int day = 0; day < days; ++day) {
        mood = habits.memory * mood + std::sqrt(1 - habits.memory * habits.memory) * normal(random);
        double cost = 20 * noise(habits.dayNoise, mood) * std::exp(habits.trend * day) * (day % 7 >= 5 ? habits.weekend : day % 7 == 1 ? 1.15 : 1);
        if (std::find(spikes.begin(), spikes.end(), day) != spikes.end())
            cost *= 5;
        for (int hour = 0; hour < 24; ++hour)
            hours.push_back(cost * (1 + 0.8 * std::sin((hour - 8) * 3.14159265 / 12)) / 24 * noise(habits.hourNoise, normal(random)));
    }
    return hours;
}

const QTimeZone Zone("Asia/Kolkata"); // has no clock changes, which would shift the simulation's hours
const Instant Begin = startOfDay(QDate(2026, 6, 1), Zone);

struct Tally
{
    int inside = 0, all = 0;
    void count(bool isInside)
    {
        inside += isInside;
        ++all;
    }
    double share() const { return double(inside) / all; }
    Tally &operator+=(const Tally &other)
    {
        inside += other.inside;
        all += other.all;
        return *this;
    }
};

struct Score
{
    Tally days, totals;
    double missed = 0, missedNaively = 0; // absolute, of days; naively: a week earlier
    double mase() const { return missed / missedNaively; }
    Score &operator+=(const Score &other)
    {
        days += other.days;
        totals += other.totals;
        missed += other.missed;
        missedNaively += other.missedNaively;
        return *this;
    }
};

// Forecasts the rest of a month of unknown length from somewhere within a day, and looks.
Score scoreOf(const Habits &habits, int history, unsigned seed)
{
    std::mt19937 random(seed * 7 + 1);
    const int horizon = 3 + int(random() % 26), days = history + horizon + 1;
    const double hourNow = 8.5 + random() % 12;
    const std::vector<double> truth = simulated(habits, days, seed * 31 + unsigned(history));
    QList<double> seen(truth.begin(), truth.begin() + history * 24 + int(hourNow));
    std::uniform_real_distribution<double> even(0, 1);
    for (qsizetype i = 0; i < seen.size(); ++i) {
        if (habits.gaps > 0 && even(random) < habits.gaps)
            std::fill(seen.begin() + i, seen.begin() + std::min(seen.size(), i + 6), NaN);
    }
    const Instant now = Begin + std::chrono::minutes(int(60 * (history * 24 + hourNow)));
    const Forecast made = forecast(seen, Begin, now, Begin + std::chrono::hours(24 * days), Zone);

    Score score;
    double total = 0;
    for (int i = 0; i < made.days.size(); ++i) {
        double actual = 0, naive = 0;
        for (int hour = 0; hour < 24; ++hour) {
            const double left = i > 0 ? 1 : std::clamp(hour + 1 - hourNow, 0.0, 1.0);
            actual += left * truth[size_t((history + i) * 24 + hour)];
            naive += left * truth[size_t((history + i - 7 * ((i + 7) / 7)) * 24 + hour)];
        }
        score.days.count(actual >= made.days[i].low && actual <= made.days[i].high);
        score.missed += std::abs(actual - made.days[i].expected);
        score.missedNaively += std::abs(actual - naive);
        total += actual;
    }
    score.totals.count(total >= made.low && total <= made.high);
    return score;
}

QList<double> hourlyOf(const Habits &habits, int days, unsigned seed = 1)
{
    const std::vector<double> hours = simulated(habits, days, seed);
    return {hours.begin(), hours.end()};
}

Instant dayAfter(int days)
{
    return Begin + std::chrono::hours(24 * days);
}

} // namespace

class ForecastTest : public QObject
{
    Q_OBJECT

private slots:
    void fourOfFiveDaysAndTotalsFallInsideTheInterval_data()
    {
        QTest::addColumn<int>("history");
        for (const int history : {28, 60, 100})
            QTest::addRow("%d days", history) << history;
    }
    void fourOfFiveDaysAndTotalsFallInsideTheInterval()
    {
        QFETCH(int, history);
        Score all;
        for (const Habits &habits : allHabits) {
            Score score;
            for (unsigned seed = 0; seed < 60; ++seed)
                score += scoreOf(habits, history, seed + 1'000 * unsigned(&habits - allHabits));
            qInfo("%-17s days %.1f %%, totals %.1f %%, MASE %.2f", habits.name, 100 * score.days.share(), 100 * score.totals.share(), score.mase());
            QVERIFY2(score.mase() < 1, habits.name);
            QVERIFY2(score.days.share() > 0.70 && score.days.share() < 0.90, habits.name);
            all += score;
        }
        qInfo("%-17s days %.1f %%, totals %.1f %%, MASE %.2f", "all", 100 * all.days.share(), 100 * all.totals.share(), all.mase());
        QVERIFY(all.days.share() >= 0.75 && all.days.share() <= 0.85);
        QVERIFY(all.totals.share() >= 0.75 && all.totals.share() <= 0.85);
    }

    void theCoverageItReportsIsMeasuredAndNearFourOfFive()
    {
        double sum = 0;
        int backtests = 0;
        for (unsigned seed = 0; seed < 40; ++seed) {
            const Forecast made = forecast(hourlyOf(allHabits[0], 60, seed), Begin, dayAfter(60), dayAfter(75), Zone);
            sum += made.coverage * made.backtests;
            backtests += made.backtests;
            QVERIFY(made.isSure);
            QCOMPARE(made.completeDays, 60);
            QVERIFY2(made.says.contains(QStringLiteral("60 day")) && made.says.contains(QString::number(made.backtests)), qPrintable(made.says));
        }
        QVERIFY(backtests > 40 * 30);
        QVERIFY2(sum / backtests > 0.75 && sum / backtests < 0.85, qPrintable(QString::number(sum / backtests)));
    }

    void withoutACompleteDayThereIsNoNumber()
    {
        for (const QList<double> &hourly : {QList<double>{}, hourlyOf(allHabits[0], 1).first(20), QList<double>(24 * 30, NaN)}) {
            const Forecast made = forecast(hourly, Begin, dayAfter(1) - std::chrono::hours(1), dayAfter(30), Zone);
            QVERIFY(!made.isKnown);
            QVERIFY(!made.isSure);
            QVERIFY(made.days.isEmpty());
            QVERIFY(std::isnan(made.expected) && std::isnan(made.low) && std::isnan(made.high));
            QVERIFY(!made.says.isEmpty());
        }
    }

    void withFewDaysItSaysSoAndIsWide()
    {
        const auto width = [](int days) {
            double sum = 0;
            for (unsigned seed = 0; seed < 20; ++seed) {
                const Forecast made = forecast(hourlyOf(allHabits[0], days, seed), Begin, dayAfter(days), dayAfter(days + 10), Zone);
                sum += (made.high - made.low) / made.expected;
            }
            return sum / 20;
        };
        const Forecast made = forecast(hourlyOf(allHabits[0], 13), Begin, dayAfter(13), dayAfter(20), Zone);
        QVERIFY(made.isKnown);
        QVERIFY(!made.isSure);
        QVERIFY2(made.says.contains(QStringLiteral("13")), qPrintable(made.says));
        QVERIFY(width(3) > 2 * width(40));
        QVERIFY(width(13) > 1.3 * width(40));
        QVERIFY(forecast(hourlyOf(allHabits[0], 14), Begin, dayAfter(14), dayAfter(20), Zone).isSure);
    }

    void oneOddDayHardlyMatters()
    {
        double moved = 0; // without robustness the total would double
        for (unsigned seed = 0; seed < 20; ++seed) {
            QList<double> hourly = hourlyOf(allHabits[0], 35, seed);
            const double before = forecast(hourly, Begin, dayAfter(35), dayAfter(49), Zone).expected;
            for (int hour = 0; hour < 24; ++hour)
                hourly[24 * 31 + hour] *= 20;
            const double after = forecast(hourly, Begin, dayAfter(35), dayAfter(49), Zone).expected;
            moved += std::abs(after / before - 1) / 20;
            QVERIFY2(std::abs(after / before - 1) < 0.2, qPrintable(QStringLiteral("%1 became %2").arg(before).arg(after)));
        }
        QVERIFY2(moved < 0.05, qPrintable(QString::number(moved)));
    }

    void aLastingChangeIsBelieved()
    {
        QList<double> hourly = hourlyOf(allHabits[4], 40);
        const double before = forecast(hourly.first(28 * 24), Begin, dayAfter(28), dayAfter(42), Zone).expected;
        for (qsizetype i = 28 * 24; i < hourly.size(); ++i)
            hourly[i] *= 3;
        const double after = forecast(hourly, Begin, dayAfter(40), dayAfter(54), Zone).expected;
        QVERIFY2(after > 2 * before, qPrintable(QString::number(after / before)));
    }

    void askedTwiceItSaysTheSame()
    {
        const QList<double> hourly = hourlyOf(allHabits[7], 40);
        const Forecast a = forecast(hourly, Begin, dayAfter(40), dayAfter(50), Zone), b = forecast(hourly, Begin, dayAfter(40), dayAfter(50), Zone);
        QCOMPARE(a.expected, b.expected);
        QCOMPARE(a.low, b.low);
        QCOMPARE(a.high, b.high);
        QCOMPARE(a.says, b.says);
    }

    void daysRunFromNowToTheEndAndAddUp()
    {
        const QList<double> hourly = hourlyOf(allHabits[0], 31);
        const Instant now = dayAfter(30) + std::chrono::hours(18);
        const Forecast made = forecast(hourly, Begin, now, dayAfter(33) + std::chrono::hours(12), Zone);
        QCOMPARE(made.days.size(), 4);
        QCOMPARE(made.days.first().day, QDate(2026, 7, 1));
        QCOMPARE(made.days.last().day, QDate(2026, 7, 4));
        double sum = 0;
        for (const Forecast::Day &day : made.days) {
            QVERIFY(day.low >= 0 && day.low <= day.expected && day.expected <= day.high);
            sum += day.expected;
        }
        QVERIFY(std::abs(sum - made.expected) < 1e-9 * sum);
        QVERIFY(made.low <= made.expected && made.expected <= made.high);
        QVERIFY(made.days.first().expected < 0.5 * made.days[1].expected); // the evening of a whole day
        // Hours that have not passed yet are not looked at.
        QList<double> known = hourly;
        for (qsizetype i = 30 * 24 + 18; i < known.size(); ++i)
            known[i] = 1e6;
        QCOMPARE(forecast(known, Begin, now, dayAfter(33), Zone).expected, forecast(hourly, Begin, now, dayAfter(33), Zone).expected);
        QVERIFY(forecast(hourly, Begin, now, now, Zone).days.isEmpty());
    }

    void nothingSpentIsForecastAsNothing()
    {
        const Forecast made = forecast(QList<double>(24 * 30, 0.0), Begin, dayAfter(30), dayAfter(35), Zone);
        QVERIFY(made.isKnown);
        QCOMPARE(made.expected, 0.0);
        QCOMPARE(made.high, 0.0);
    }

    void quietWeekendsAreExpectedQuiet()
    {
        Habits closed = allHabits[0];
        closed.weekend = 0;
        const Forecast made = forecast(hourlyOf(closed, 42), Begin, dayAfter(42), dayAfter(49), Zone);
        QCOMPARE(made.days.size(), 7);
        for (const Forecast::Day &day : made.days) {
            const bool isWeekend = day.day.dayOfWeek() >= 6; // the simulation begins on a Monday
            QVERIFY2(isWeekend ? day.expected < 1 : day.expected > 10, qPrintable(QString::number(day.expected)));
        }
    }

    void clockChangesAndDaysThatNeverWereAreSurvived_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("day");
        QTest::newRow("spring in Berlin") << QByteArray("Europe/Berlin") << QDate(2026, 3, 29);
        QTest::newRow("autumn in Berlin") << QByteArray("Europe/Berlin") << QDate(2026, 10, 25);
        QTest::newRow("half an hour on Lord Howe") << QByteArray("Australia/Lord_Howe") << QDate(2026, 4, 5);
        QTest::newRow("Apia without 30 December") << QByteArray("Pacific/Apia") << QDate(2011, 12, 30);
        QTest::newRow("Kathmandu at a quarter to") << QByteArray("Asia/Kathmandu") << QDate(2026, 5, 1);
    }
    void clockChangesAndDaysThatNeverWereAreSurvived()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, day);
        const QTimeZone there(zone);
        QVERIFY(there.isValid());
        // Whole UTC hours, as a caller has them who does not care about the zone.
        const Instant first = std::chrono::floor<std::chrono::hours>(startOfDay(day.addDays(-40), there));
        for (const int offset : {-3, 2}) {
            const Instant now = startOfDay(day.addDays(offset), there) + std::chrono::hours(9);
            const qint64 hours = std::chrono::floor<std::chrono::hours>(now - first).count();
            const Forecast made = forecast(QList<double>(hours, 0.5), first, now, startOfDay(day.addDays(offset + 10), there), there);
            const double left = double((startOfDay(day.addDays(offset + 10), there) - now).count()) / 3.6e6;
            QVERIFY2(std::abs(made.expected - left * 0.5) < 0.06 * left * 0.5, qPrintable(QStringLiteral("%1 for %2").arg(made.expected).arg(left * 0.5)));
        }
    }
};

QTEST_GUILESS_MAIN(ForecastTest)
#include "forecast_test.moc"
