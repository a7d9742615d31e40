// Price files and names of models as anybody may have written them. What is accepted must be sane,
// survive being written and read again, and price without surprise.
#include "telemetry/pricefile.h"

#include <cstdlib>

using namespace qd;
using namespace qd::telemetry;

static void demand(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(bytes), qsizetype(size));
    static const PriceBook book = PriceBook::shipped();
    const QString name = QString::fromUtf8(text);
    const Priced priced = book.price(name, fromMsecs(1'780'000'000'000), 2, {1, 1, 1, 1});
    demand(priced.amount.has_value() == priced.why.isEmpty());
    demand(!priced.amount || book.knows(name));

    // With a header to begin with, or the input would rarely get past it.
    for (const QByteArray &csv : {text, QByteArray("model,in,out,cached,from,to,tier_above,tier_in,same_as,source\n") + text}) {
        const auto parsed = PriceFile::parse(csv, QStringLiteral("fuzz"));
        if (!parsed) {
            demand(!parsed.error().message.isEmpty());
            continue;
        }
        for (const Price &price : parsed->prices)
            demand(!PriceFile::whyInsane(price));
        const QByteArray written = parsed->toCsv();
        const auto again = PriceFile::parse(written, QStringLiteral("fuzz"));
        demand(again.has_value() && again->prices.size() == parsed->prices.size() && again->aliases.size() == parsed->aliases.size());
        demand(again->toCsv() == written);
    }
    return 0;
}
