#include "demo/prices.h"

#include "core/money.h"

namespace qd::demo {

namespace {

struct DemoPrice
{
    const char *model;
    qint64 in, out, cached;
};

} // namespace

std::optional<qint64> costOf(const QByteArray &model, Instant, qint64 in, qint64 out, qint64 cached)
{
    static constexpr DemoPrice known[] = {
        {"gpt-4o", 2'500'000, 10'000'000, 1'250'000},
        {"gpt-4o-mini", 150'000, 600'000, 75'000},
        {"claude-3-5-sonnet-20241022", 3'000'000, 15'000'000, 300'000},
        {"llama-3.3-70b-versatile", 590'000, 790'000, 0},
        {"text-embedding-3-small", 20'000, 0, 0},
    };
    for (const DemoPrice &price : known) {
        if (model == price.model) {
            const Money cost = Money::priced(price.in, in - cached) + Money::priced(price.out, out) + Money::priced(price.cached, cached);
            return (cost.pico() + 500'000) / 1'000'000;
        }
    }
    return {};
}

} // namespace qd::demo
