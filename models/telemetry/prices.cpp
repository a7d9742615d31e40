#include "telemetry/prices.h"

#include "core/savefile.h"
#include "telemetry/pricefile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace qd::telemetry {

namespace {

struct PriceBookWords
{
    Q_DECLARE_TR_FUNCTIONS(PriceBook)
};

bool isPriceValidAt(const Price &price, Instant at)
{
    return (!price.from || at >= *price.from) && (!price.to || at < *price.to);
}

QString priceDay(Instant at)
{
    return QLocale().toString(dayOf(at, QTimeZone::utc()), QStringLiteral("d MMM yyyy"));
}

// What each class of tokens costs in this tier.
std::array<std::optional<qint64>, TokenClasses> amountsOf(const Price &price, bool isLong)
{
    const std::optional<qint64> out = isLong ? price.tierOut : price.out;
    std::array<std::optional<qint64>, TokenClasses> amounts;
    amounts[In] = isLong ? price.tierIn : price.in;
    amounts[Out] = price.isEmbedding && !out ? std::optional<qint64>(0) : out;
    amounts[Cached] = isLong ? price.tierCached : price.cached;
    amounts[CacheWrite] = isLong ? price.tierCacheWrite : price.cacheWrite;
    return amounts;
}

QString whyUnpriced(const QString &model, int tokenClass, bool isLong, Instant at)
{
    const QString day = priceDay(at);
    switch (tokenClass) {
    case In:
        return isLong ? PriceBookWords::tr("%1 has no price for input of long prompts on %2").arg(model, day) : PriceBookWords::tr("%1 has no price for input on %2").arg(model, day);
    case Out:
        return isLong ? PriceBookWords::tr("%1 has no price for the output of long prompts on %2").arg(model, day) : PriceBookWords::tr("%1 has no price for output on %2").arg(model, day);
    case Cached:
        return isLong ? PriceBookWords::tr("%1 has no price for cached tokens of long prompts on %2").arg(model, day) : PriceBookWords::tr("%1 has no price for cached tokens on %2").arg(model, day);
    default:
        return isLong ? PriceBookWords::tr("%1 has no price for writing long prompts to the cache on %2").arg(model, day) : PriceBookWords::tr("%1 has no price for writing to the cache on %2").arg(model, day);
    }
}

// More than three times up or down in any class: worth asking whether it is a slip.
bool isBigChange(const Price &before, const Price &after)
{
    const auto big = [](const std::optional<qint64> &a, const std::optional<qint64> &b) {
        return a && b && (*a > 3 * *b || *b > 3 * *a);
    };
    return big(before.in, after.in) || big(before.out, after.out) || big(before.cached, after.cached) || big(before.cacheWrite, after.cacheWrite)
        || big(before.tierIn, after.tierIn) || big(before.tierOut, after.tierOut);
}

Result<QByteArray> contentsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Refused, PriceBookWords::tr("The prices in %1 cannot be read.").arg(path), file.errorString());
    return file.readAll();
}

} // namespace

int tierOf(qint64 promptTokens)
{
    return int(std::count_if(TierEdges.begin(), TierEdges.end(), [promptTokens](qint64 edge) { return promptTokens > edge; }));
}

PriceBook PriceBook::shipped()
{
    const QString name = QStringLiteral(":/prices.csv");
    PriceBook book;
    const auto csv = contentsOf(name);
    const auto file = csv ? PriceFile::parse(*csv, name) : Result<PriceFile>(failure(csv.error()));
    Q_ASSERT_X(file, "PriceBook", "the shipped prices cannot be read"); // a test reads them, too
    if (file) {
        for (const PriceFile::Alias &alias : file->aliases)
            book.m_aliases.insert(alias.name, alias.model);
        book.m_prices = file->prices;
    }
    book.index();
    return book;
}

Result<PriceBook> PriceBook::load(const QString &userFile)
{
    PriceBook book = shipped();
    if (!QFileInfo::exists(userFile))
        return book;
    const auto csv = contentsOf(userFile);
    if (!csv)
        return failure(csv.error());
    auto file = PriceFile::parse(*csv, userFile);
    if (!file)
        return failure(file.error());
    for (Price &price : file->prices) {
        price.isYours = true;
        book.m_prices << price;
    }
    for (const PriceFile::Alias &alias : file->aliases)
        book.m_yourAliases.insert(alias.name, alias.model);
    book.index();
    for (const PriceFile::Alias &alias : file->aliases) {
        if (!book.m_byModel.contains(alias.model))
            return failure(Error::Kind::Wrong, PriceBookWords::tr("%1, line %2: There is no model “%3” that “%4” could be another name of.").arg(userFile).arg(alias.line).arg(alias.model, alias.name));
    }
    return book;
}

Result<QList<Price>> PriceBook::parse(const QByteArray &csv, const QString &file)
{
    return PriceFile::parse(csv, file).transform([](const PriceFile &parsed) { return parsed.prices; });
}

Result<> PriceBook::saveUser(const QString &userFile) const
{
    PriceFile file;
    std::copy_if(m_prices.begin(), m_prices.end(), std::back_inserter(file.prices), [](const Price &price) { return price.isYours; });
    for (auto alias = m_yourAliases.begin(); alias != m_yourAliases.end(); ++alias)
        file.aliases.append({alias.key(), alias.value()});
    std::sort(file.aliases.begin(), file.aliases.end(), [](const auto &a, const auto &b) { return a.name < b.name; });

    QDir().mkpath(QFileInfo(userFile).path());
    return saveFile(userFile, "# Your prices, in dollars per million tokens. They win over the shipped ones.\n" + file.toCsv());
}

void PriceBook::index()
{
    m_byModel.clear();
    m_names.clear();
    for (int i = 0; i < m_prices.size(); ++i)
        m_byModel[m_prices[i].model.toLower()] << i;

    PriceFile all{m_prices, {}};
    for (const auto *aliases : {&m_aliases, &m_yourAliases}) {
        for (auto alias = aliases->begin(); alias != aliases->end(); ++alias)
            all.aliases.append({alias.key(), alias.value()});
    }
    std::sort(all.aliases.begin(), all.aliases.end(), [](const auto &a, const auto &b) { return std::tie(a.name, a.model) < std::tie(b.name, b.model); });
    m_version = QString::fromLatin1(QCryptographicHash::hash(all.toCsv(), QCryptographicHash::Sha256).toHex().left(16));
}

// The priced models a name may stand for, most exact first.
QStringList PriceBook::namesOf(const QString &model) const
{
    if (const auto known = m_names.constFind(model); known != m_names.constEnd())
        return *known;
    QStringList names;
    const auto append = [&](const QString &name, const QString &provider) {
        const auto found = m_byModel.find(name);
        if (found == m_byModel.end() || names.contains(name))
            return;
        const bool isOfProvider = provider.isEmpty() || std::any_of(found->begin(), found->end(), [&](int i) { return m_prices[i].provider == provider; });
        if (isOfProvider)
            names << name;
    };
    for (const ModelName &candidate : ModelName::candidates(model)) {
        append(candidate.name, candidate.provider);
        for (const auto *aliases : {&m_yourAliases, &m_aliases}) {
            if (const auto alias = aliases->find(candidate.name); alias != aliases->end())
                append(*alias, candidate.provider);
        }
    }
    constexpr int mostNames = 10'000; // names come from the database, and could be anything
    if (m_names.size() >= mostNames)
        m_names.clear();
    m_names.insert(model, names);
    return names;
}

const Price *PriceBook::valid(const QString &name, Instant at, bool yours) const
{
    for (const int i : m_byModel.value(name)) {
        const Price &price = m_prices[i];
        if (price.isYours == yours && isPriceValidAt(price, at))
            return &price;
    }
    return nullptr;
}

const Price *PriceBook::find(const QString &model, Instant at) const
{
    for (const QString &name : namesOf(model)) {
        if (const Price *price = valid(name, at, true))
            return price;
        if (const Price *price = valid(name, at, false))
            return price;
        // A model that is shipped under this very name and has no price at this time has none; only
        // where the name is the user's alone did another name count before the user's price begins.
        const QList<int> rows = m_byModel.value(name);
        if (std::any_of(rows.begin(), rows.end(), [this](int i) { return !m_prices[i].isYours; }))
            return nullptr;
    }
    return nullptr;
}

bool PriceBook::knows(const QString &model) const
{
    return !namesOf(model).isEmpty();
}

QString PriceBook::resolvedName(const QString &model) const
{
    const QStringList names = namesOf(model);
    return names.isEmpty() ? QString() : m_prices[m_byModel.value(names.first()).first()].model;
}

Priced PriceBook::price(const QString &model, Instant at, int tier, const Tokens &tokens) const
{
    if (model.trimmed().isEmpty())
        return {{}, PriceBookWords::tr("no model was recorded")};
    const Price *price = find(model, at);
    if (!price)
        return {{}, knows(model) ? PriceBookWords::tr("%1 has no price on %2").arg(model, priceDay(at)) : PriceBookWords::tr("%1 has no price").arg(model)};

    const bool isLong = price->tierAbove > 0 && tier > tierOf(price->tierAbove);
    const auto amounts = amountsOf(*price, isLong);
    Money sum;
    for (int tokenClass = 0; tokenClass < TokenClasses; ++tokenClass) {
        const qint64 count = tokens[size_t(tokenClass)];
        const auto &amount = amounts[size_t(tokenClass)];
        if (count < 0)
            return {{}, PriceBookWords::tr("a negative number of tokens was recorded for %1").arg(model)};
        if (count > 0 && !amount)
            return {{}, whyUnpriced(model, tokenClass, isLong, at)};
        sum += Money::priced(amount.value_or(0), count);
    }
    return {sum, {}};
}

Result<> PriceBook::set(const Price &given, bool confirmed)
{
    Price price = given;
    price.model = price.model.simplified();
    price.provider = price.provider.simplified().toLower();
    price.isYours = true;
    price.line = 0;
    if (const auto why = PriceFile::whyInsane(price))
        return failure(Error::Kind::Wrong, *why);

    // Compared with what is in force when it begins, or with today's price if it is for always.
    const Instant begin = price.from.value_or(fromMsecs(std::numeric_limits<qint64>::max() / 2));
    if (const Price *before = find(price.model, begin); before && !confirmed && isBigChange(*before, price))
        return failure(Error::Kind::Wrong, PriceBookWords::tr("This changes the price of %1 more than three times. Is that right?").arg(price.model), {}, QStringLiteral("confirm"));

    QList<Price> prices = m_prices;
    prices.removeIf([&](const Price &other) { return other.isYours && other.model.toLower() == price.model.toLower() && other.from == price.from; });
    for (Price &other : prices) {
        const bool isEndedByThis = other.isYours && other.model.toLower() == price.model.toLower() && !other.to && price.from && (!other.from || *other.from < *price.from);
        if (isEndedByThis)
            other.to = price.from;
    }
    prices << price;
    QList<Price> yours;
    std::copy_if(prices.begin(), prices.end(), std::back_inserter(yours), [](const Price &other) { return other.isYours; });
    if (PriceFile::overlap(yours))
        return failure(Error::Kind::Wrong, PriceBookWords::tr("“%1” already has a price of yours for a part of this time. Give the day on which this one ends.").arg(price.model));
    m_prices = prices;
    index();
    return {};
}

QList<Instant> PriceBook::changes(const QString &model) const
{
    QList<Instant> edges;
    for (const QString &name : namesOf(model)) {
        for (const int i : m_byModel.value(name)) {
            for (const auto &edge : {m_prices[i].from, m_prices[i].to}) {
                if (edge)
                    edges << *edge;
            }
        }
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    const auto isSame = [&](Instant edge) { return find(model, edge) == find(model, edge - milliseconds(1)); };
    edges.removeIf(isSame);
    return edges;
}

QString PriceBook::version() const
{
    return m_version;
}

} // namespace qd::telemetry
