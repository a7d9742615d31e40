#include "demo/prices.h"

#include "telemetry/prices.h"

namespace qd::demo {

std::optional<qint64> costOf(const QByteArray &model, Instant at, qint64 in, qint64 out, qint64 cached)
{
    // A book is not for two threads at once.
    thread_local const telemetry::PriceBook book = telemetry::PriceBook::shipped();
    const telemetry::Tokens tokens{in - cached, out, cached, 0};
    const auto amount = book.price(QString::fromLatin1(model), at, telemetry::tierOf(in), tokens).amount;
    if (!amount)
        return {};
    return (amount->pico() + 500'000) / 1'000'000;
}

} // namespace qd::demo
