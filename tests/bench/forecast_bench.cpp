// One forecast with all its backtests, and pricing a month of cells, beside the 16 ms of a frame.
#include "bench/stopwatch.h"
#include "telemetry/forecast.h"
#include "telemetry/prices.h"

#include <cmath>
#include <cstdio>
#include <random>

using namespace qd;
using namespace qd::telemetry;

int main()
{
    const QTimeZone zone("Europe/Berlin");
    const Instant begin = startOfDay(QDate(2026, 3, 1), zone);
    std::mt19937 random(1);
    std::normal_distribution<double> normal;
    for (const int days : {30, 120, 400}) {
        QList<double> hourly;
        for (int hour = 0; hour < days * 24; ++hour)
            hourly << (1 + 0.8 * std::sin(hour * 0.2618)) * std::exp(0.3 * normal(random));
        const Instant now = begin + std::chrono::hours(days * 24);
        const double ms = bench::shortestMs(5, [&] { forecast(hourly, begin, now, now + std::chrono::hours(30 * 24), zone); });
        std::printf("forecast of 30 days from %d days: %.1f ms, %.2f of a frame\n", days, ms, ms / 16);
    }

    const PriceBook book = PriceBook::shipped();
    const QStringList models{QStringLiteral("gpt-4o"), QStringLiteral("openai/gpt-4o-2025-01-01"), QStringLiteral("claude-3-5-sonnet"), QStringLiteral("nobody-knows")};
    constexpr int Cells = 30 * 96 * 20;
    Money sum;
    const double ms = bench::shortestMs(5, [&] {
        for (int cell = 0; cell < Cells; ++cell)
            sum += book.price(models[cell % models.size()], begin + BinLength * (cell / 20), 0, {1'000, 100, 0, 0}).amount.value_or(Money());
    });
    std::printf("pricing %d cells of a month: %.1f ms, %.0f ns each\n", Cells, ms, ms * 1e6 / Cells);
    return sum.isZero() ? 1 : 0;
}
