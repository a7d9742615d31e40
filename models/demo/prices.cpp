#include "demo/prices.h"

#include "telemetry/prices.h"

#include <QHash>

namespace qd::demo {

std::optional<qint64> costOf(const QByteArray &model, Instant at, qint64 in, qint64 out, qint64 cached)
{
    // A book is not for two threads at once, and looking a name up costs more than the sum. Prices
    // change at midnight UTC, so what was found is good for the day.
    struct Known
    {
        qint64 day = -1;
        std::optional<telemetry::Price> price;
    };
    thread_local const telemetry::PriceBook book = telemetry::PriceBook::shipped();
    thread_local QHash<QByteArray, Known> known;
    Known &found = known[model];
    if (const qint64 day = toMsecs(at) / 86'400'000; found.day != day) {
        const telemetry::Price *price = book.find(QString::fromLatin1(model), at);
        found = {day, price ? std::optional(*price) : std::nullopt};
    }
    if (!found.price || !found.price->in || (cached > 0 && !found.price->cached) || (out > 0 && !found.price->out && !found.price->isEmbedding))
        return {};
    const Money amount = Money::priced(*found.price->in, in - cached) + Money::priced(found.price->out.value_or(0), out) + Money::priced(found.price->cached.value_or(0), cached);
    return (amount.pico() + 500'000) / 1'000'000;
}

} // namespace qd::demo
