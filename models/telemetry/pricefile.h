#pragma once

#include "telemetry/prices.h"

namespace qd::telemetry {

// The text form of prices: CSV with a header, comments in lines that begin with #. Dollars per
// million tokens; see the head of resources/prices.csv for the columns.
struct PriceFile
{
    struct Alias
    {
        QString name, model; // both in lower case
        int line = 0;
    };
    QList<Price> prices;
    QList<Alias> aliases;

    // Wrong: file and line of the first row that cannot be used.
    static Result<PriceFile> parse(const QByteArray &csv, const QString &file);
    QByteArray toCsv() const;

    // What keeps a price of another unit, or a slip of the finger, from becoming money. A finished
    // sentence without the place, or nothing.
    static std::optional<QString> whyInsane(const Price &price);
    // Two prices of one model for one time; the later row says so.
    static std::optional<std::pair<Price, Price>> overlap(const QList<Price> &prices);
};

// The names under which a model may be priced, most exact first, without aliases: as written,
// without the provider's prefix, without a version or date at the end. `provider` is the one the
// prefix names, empty without a prefix.
struct ModelName
{
    QString name, provider;
    static QList<ModelName> candidates(const QString &model);
};

} // namespace qd::telemetry
