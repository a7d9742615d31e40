#include "telemetry/pricefile.h"

#include "core/format.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace qd::telemetry {

namespace {

struct PriceFileWords
{
    Q_DECLARE_TR_FUNCTIONS(PriceBook)
};

constexpr const char *priceColumns[] = {"provider", "model", "in", "out", "cached", "cache_write", "embedding", "from", "to",
                                        "tier_above", "tier_in", "tier_out", "tier_cached", "tier_cache_write", "same_as", "source"};
constexpr qint64 MicrosPerDollar = 1'000'000;

// One line of CSV as RFC 4180 has it; nothing if a quotation is not closed. Line breaks inside of
// fields are not supported: no price needs one.
std::optional<QStringList> priceFields(QStringView line)
{
    QStringList fields;
    QString field;
    bool isQuoted = false, wasQuoted = false;
    for (qsizetype at = 0; at < line.size(); ++at) {
        const QChar c = line[at];
        if (isQuoted) {
            if (c != QLatin1Char('"'))
                field += c;
            else if (at + 1 < line.size() && line[at + 1] == QLatin1Char('"'))
                field += line[++at];
            else
                isQuoted = false;
        } else if (c == QLatin1Char(',')) {
            fields << field.simplified();
            field.clear();
            wasQuoted = false;
        } else if (c == QLatin1Char('"') && field.trimmed().isEmpty() && !wasQuoted) {
            field.clear();
            isQuoted = wasQuoted = true;
        } else if (!wasQuoted || !c.isSpace()) {
            field += c;
        }
    }
    if (isQuoted)
        return {};
    fields << field.simplified();
    return fields;
}

QString priceField(const QString &given)
{
    QString text = given.simplified();
    if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) && !text.startsWith(QLatin1Char('#')))
        return text;
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

QString perMillion(qint64 micros)
{
    return format::money(Money::fromMicros(micros));
}

// One row being read: fields by column, and the first complaint.
class PriceRow
{
public:
    PriceRow(const QHash<QString, int> &columns, const QStringList &fields) : m_columns(columns), m_fields(fields) {}

    QString text(const char *column) const
    {
        return m_fields.value(m_columns.value(QLatin1String(column), -1));
    }
    std::optional<qint64> micros(const char *column)
    {
        const QString written = text(column);
        if (written.isEmpty())
            return {};
        const auto dollars = Money::fromText(written.toUtf8());
        if (!dollars || dollars->pico() % MicrosPerDollar != 0) {
            complain(PriceFileWords::tr("“%1” in the column “%2” is not a price. Write dollars per million tokens with at most six decimals, for example 2.50.").arg(written, QLatin1String(column)));
            return {};
        }
        return dollars->pico() / MicrosPerDollar;
    }
    std::optional<Instant> day(const char *column)
    {
        const QString written = text(column);
        if (written.isEmpty())
            return {};
        const QDate date = QDate::fromString(written, Qt::ISODate);
        if (!date.isValid() || written.size() != 10) {
            complain(PriceFileWords::tr("“%1” in the column “%2” is not a day. Write it like 2026-03-13.").arg(written, QLatin1String(column)));
            return {};
        }
        return startOfDay(date, QTimeZone::utc());
    }
    bool yes(const char *column)
    {
        const QString written = text(column).toLower();
        if (!written.isEmpty() && written != QLatin1String("true") && written != QLatin1String("false"))
            complain(PriceFileWords::tr("“%1” in the column “%2” is neither true nor false.").arg(written, QLatin1String(column)));
        return written == QLatin1String("true");
    }
    qint64 tokens(const char *column)
    {
        const QString written = text(column);
        bool isNumber = true;
        const qint64 number = written.isEmpty() ? 0 : written.toLongLong(&isNumber);
        if (!isNumber)
            complain(PriceFileWords::tr("“%1” in the column “%2” is not a number of tokens.").arg(written, QLatin1String(column)));
        return number;
    }
    void complain(const QString &complaint)
    {
        if (m_complaint.isEmpty())
            m_complaint = complaint;
    }
    const QString &complaint() const { return m_complaint; }

private:
    const QHash<QString, int> &m_columns;
    const QStringList &m_fields;
    QString m_complaint;
};

Price priceFrom(PriceRow &row)
{
    Price price;
    price.provider = row.text("provider").toLower();
    price.model = row.text("model");
    price.in = row.micros("in");
    price.out = row.micros("out");
    price.cached = row.micros("cached");
    price.cacheWrite = row.micros("cache_write");
    price.isEmbedding = row.yes("embedding");
    price.from = row.day("from");
    price.to = row.day("to");
    price.tierAbove = row.tokens("tier_above");
    price.tierIn = row.micros("tier_in");
    price.tierOut = row.micros("tier_out");
    price.tierCached = row.micros("tier_cached");
    price.tierCacheWrite = row.micros("tier_cache_write");
    price.source = row.text("source");
    return price;
}

std::optional<QString> whyAmountInsane(qint64 micros)
{
    if (micros < 0)
        return PriceFileWords::tr("A price cannot be negative.");
    if (micros > 1'000 * MicrosPerDollar)
        return PriceFileWords::tr("%1 per million tokens is more than $1,000; is it a price for another number of tokens?").arg(perMillion(micros));
    if (micros > 0 && micros < 500)
        return PriceFileWords::tr("%1 per million tokens is less than any model costs; is it a price per token? Write 0 if it is free.").arg(perMillion(micros));
    return {};
}

bool isFromBefore(const std::optional<Instant> &from, const std::optional<Instant> &to)
{
    return !from || !to || *from < *to;
}

Error priceFileError(const QString &file, int line, const QString &complaint)
{
    return {Error::Kind::Wrong, PriceFileWords::tr("%1, line %2: %3").arg(file).arg(line).arg(complaint)};
}

Result<QHash<QString, int>> priceHeader(const QStringList &fields, const QString &file, int line)
{
    QHash<QString, int> columns;
    for (const QString &field : fields) {
        const QString name = field.toLower();
        const bool isKnown = std::any_of(std::begin(priceColumns), std::end(priceColumns), [&name](const char *column) { return name == QLatin1String(column); });
        if (!isKnown || columns.contains(name))
            return failure(priceFileError(file, line, isKnown ? PriceFileWords::tr("The column “%1” is there twice.").arg(field) : PriceFileWords::tr("There is no column “%1”.").arg(field)));
        columns.insert(name, int(columns.size()));
    }
    if (!columns.contains(QStringLiteral("model")))
        return failure(priceFileError(file, line, PriceFileWords::tr("The first line must name the columns; “model” is missing.")));
    return columns;
}

} // namespace

std::optional<QString> PriceFile::whyInsane(const Price &price)
{
    if (price.model.isEmpty())
        return PriceFileWords::tr("The name of the model is missing.");
    for (const auto &amount : {price.in, price.out, price.cached, price.cacheWrite, price.tierIn, price.tierOut, price.tierCached, price.tierCacheWrite}) {
        if (const auto why = amount ? whyAmountInsane(*amount) : std::nullopt)
            return why;
    }
    if (!price.in && !price.out && !price.cached && !price.cacheWrite)
        return PriceFileWords::tr("There is no price in this line.");
    if (price.in && price.out && !price.isEmbedding && *price.out < *price.in / 20)
        return PriceFileWords::tr("Output costs less than a twentieth of input. If this is an embedding model, write true in the column “embedding”.");
    if (price.in && price.cached && *price.cached > *price.in)
        return PriceFileWords::tr("Cached input costs more than new input.");
    if (price.in && price.cacheWrite && *price.in > 0 && *price.cacheWrite > *price.in * 4)
        return PriceFileWords::tr("Writing to the cache costs more than four times new input.");
    if (!isFromBefore(price.from, price.to))
        return PriceFileWords::tr("The price ends before it begins.");
    for (const auto &edge : {price.from, price.to}) {
        if (edge && startOfDay(dayOf(*edge, QTimeZone::utc()), QTimeZone::utc()) != *edge)
            return PriceFileWords::tr("Prices change at midnight UTC.");
    }
    const bool hasTierPrice = price.tierIn || price.tierOut || price.tierCached || price.tierCacheWrite;
    if ((price.tierAbove != 0) != hasTierPrice)
        return PriceFileWords::tr("A price for long prompts needs both the number of tokens and its prices.");
    if (price.tierAbove != 0 && std::find(TierEdges.begin(), TierEdges.end(), price.tierAbove) == TierEdges.end())
        return PriceFileWords::tr("Prices for long prompts can begin above %1, %2 or %3 tokens.").arg(TierEdges[0]).arg(TierEdges[1]).arg(TierEdges[2]);
    return {};
}

std::optional<std::pair<Price, Price>> PriceFile::overlap(const QList<Price> &prices)
{
    QHash<QString, QList<const Price *>> byModel;
    for (const Price &price : prices) {
        QList<const Price *> &same = byModel[price.model.toLower()];
        for (const Price *other : same) {
            if (isFromBefore(price.from, other->to) && isFromBefore(other->from, price.to))
                return std::pair(*other, price);
        }
        same << &price;
    }
    return {};
}

Result<PriceFile> PriceFile::parse(const QByteArray &csv, const QString &file)
{
    PriceFile parsed;
    std::optional<QHash<QString, int>> columns;
    QSet<QString> aliases;
    int number = 0;
    for (const QByteArray &bytes : csv.split('\n')) {
        ++number;
        QString line = QString::fromUtf8(bytes).trimmed();
        if (line.startsWith(QChar::ByteOrderMark))
            line.remove(0, 1);
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        const auto fields = priceFields(line);
        if (!fields)
            return failure(priceFileError(file, number, PriceFileWords::tr("A quotation mark is not closed.")));
        if (!columns) {
            auto header = priceHeader(*fields, file, number);
            if (!header)
                return failure(header.error());
            columns = *header;
            continue;
        }
        PriceRow row(*columns, *fields);
        if (fields->size() > columns->size())
            row.complain(PriceFileWords::tr("There are more fields than columns."));
        Price price = priceFrom(row);
        price.line = number;
        if (const QString target = row.text("same_as").toLower(); !target.isEmpty()) {
            if (price.model.isEmpty() || price.in || price.out || price.cached || price.cacheWrite || price.tierAbove != 0 || price.from || price.to)
                row.complain(PriceFileWords::tr("A line that names another model under “same_as” has a model and nothing else."));
            else if (aliases.contains(price.model.toLower()))
                row.complain(PriceFileWords::tr("“%1” is named twice.").arg(price.model));
            aliases.insert(price.model.toLower());
            parsed.aliases.append({price.model.toLower(), target, number});
        } else {
            if (const auto why = whyInsane(price))
                row.complain(*why);
            parsed.prices << price;
        }
        if (!row.complaint().isEmpty())
            return failure(priceFileError(file, number, row.complaint()));
    }
    if (const auto both = overlap(parsed.prices))
        return failure(priceFileError(file, both->second.line, PriceFileWords::tr("“%1” already has a price for this time in line %2.").arg(both->second.model).arg(both->first.line)));
    return parsed;
}

QByteArray PriceFile::toCsv() const
{
    const auto amount = [](const std::optional<qint64> &micros) { return micros ? Money::fromMicros(*micros).toDecimal() : QString(); };
    const auto day = [](const std::optional<Instant> &instant) { return instant ? dayOf(*instant, QTimeZone::utc()).toString(Qt::ISODate) : QString(); };
    QStringList lines, names;
    for (const char *column : priceColumns)
        names << QLatin1String(column);
    lines << names.join(QLatin1Char(','));
    for (const Price &price : prices) {
        lines << QStringList{priceField(price.provider), priceField(price.model), amount(price.in), amount(price.out), amount(price.cached), amount(price.cacheWrite),
                             price.isEmbedding ? QStringLiteral("true") : QString(), day(price.from), day(price.to),
                             price.tierAbove ? QString::number(price.tierAbove) : QString(), amount(price.tierIn), amount(price.tierOut), amount(price.tierCached),
                             amount(price.tierCacheWrite), QString(), priceField(price.source)}
                     .join(QLatin1Char(','));
    }
    for (const Alias &alias : aliases)
        lines << QStringList{QString(), priceField(alias.name), QString(11, QLatin1Char(',')), priceField(alias.model), QString()}.join(QLatin1Char(','));
    return lines.join(QLatin1Char('\n')).toUtf8() + '\n';
}

} // namespace qd::telemetry
