#pragma once

#include "core/money.h"
#include "core/result.h"
#include "core/time.h"

#include <QHash>
#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace qd::telemetry {

// Classes of tokens that are priced apart. `In` is what is billed at the full input price:
// cached and cache-write tokens are never inside it (the reader takes them out where the
// provider counts them inside).
enum TokenClass { In, Out, Cached, CacheWrite };
inline constexpr int TokenClasses = 4;
using Tokens = std::array<qint64, TokenClasses>;

// Long-context tiers change the price of a whole call by the size of its prompt. The bins keep
// sums per tier with these fixed edges, so that a new tier price can re-price history.
inline constexpr std::array<qint64, 3> TierEdges{128'000, 200'000, 272'000}; // prompt tokens; tier = how many are exceeded
inline constexpr int Tiers = 4;
int tierOf(qint64 promptTokens);

// One price: valid for one model in [from, to), in micro-dollars per million tokens.
struct Price
{
    QString provider, model;
    std::optional<qint64> in, out, cached, cacheWrite; // no value: not known, falls back as said below
    bool isEmbedding = false;
    std::optional<Instant> from, to;
    qint64 tierAbove = 0;                              // 0: no long-context tier
    std::optional<qint64> tierIn, tierOut, tierCached, tierCacheWrite;
    QString source;                                    // provenance as text: "four lists", "invoice of May"
    bool isYours = false;                              // from the user's file
    int line = 0;                                      // in its file, for messages
};

struct Priced
{
    std::optional<Money> amount; // nothing: no price is known, which is not $0
    QString why;                 // "claude-x has no price", "claude-x has no price for cached tokens before 13 Mar"
};

// Prices by model and time of the call. Shipped prices come from resources/prices.csv; the user's
// changes are kept in <config>/prices.csv and win. A price is never invented: unknown models, and
// token classes that a model has no price for, are unpriced. Cached tokens without a cached price
// are unpriced; cache writes without a price likewise; output of an embedding model is free.
// In a long-context tier every class of tokens needs its tier price.
//
// A value, but not for two threads at once: take a copy.
class PriceBook
{
public:
    static PriceBook shipped();
    // Shipped prices plus the user's file; no file is no prices of the user's. Wrong: file and line
    // of a row that cannot be used (more than $1,000 per million, negative, not a number, a price
    // per token, output under a twentieth of input, overlapping validity, an alias of nothing).
    static Result<PriceBook> load(const QString &userFile);
    static Result<QList<Price>> parse(const QByteArray &csv, const QString &file);
    Result<> saveUser(const QString &userFile) const;

    // Exact name first, then aliases ("gpt-4-turbo-preview", "claude-3-5-sonnet", "openai/gpt-4o",
    // "llama-3.3-70b"), then the name without a trailing date; case does not matter. A prefix of a
    // provider only finds prices of that provider, an unknown prefix finds none. The answer is
    // good until the next set().
    const Price *find(const QString &model, Instant at) const;
    bool knows(const QString &model) const;
    // What the model's name resolved to, for "explain this number".
    QString resolvedName(const QString &model) const;

    Priced price(const QString &model, Instant at, int tier, const Tokens &tokens) const;

    const QList<Price> &prices() const { return m_prices; }
    // Adds a price of the user's, replaces the one that begins at the same time, and ends the one
    // in force before. Wrong: fails the sanity gate (see load). A change of more than 3× is Wrong
    // with the code "confirm" and passes once `confirmed`.
    Result<> set(const Price &price, bool confirmed = false);
    // Instants at which the price of a model changes, ascending; bins are split there by construction,
    // because validity starts at UTC midnight.
    QList<Instant> changes(const QString &model) const;
    // Changes whenever any price does; kept with what was computed from it.
    QString version() const;

private:
    void index();
    QStringList namesOf(const QString &model) const;
    const Price *valid(const QString &name, Instant at, bool yours) const;

    QList<Price> m_prices;                 // shipped, then the user's
    QHash<QString, QList<int>> m_byModel;  // name in lower case
    QHash<QString, QString> m_aliases, m_yourAliases;
    QString m_version;
    mutable QHash<QString, QStringList> m_names; // what namesOf() found, for speed
};

} // namespace qd::telemetry
