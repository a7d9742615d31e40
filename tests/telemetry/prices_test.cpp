#include "telemetry/pricefile.h"
#include "telemetry/prices.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace qd;
using namespace qd::telemetry;

namespace {

Instant utc(const char *iso)
{
    return fromDateTime(QDateTime::fromString(QLatin1String(iso), Qt::ISODate));
}

const Instant Spring = utc("2026-05-20T12:00:00Z");
constexpr char Header[] = "provider,model,in,out,cached,cache_write,embedding,from,to,tier_above,tier_in,tier_out,tier_cached,tier_cache_write,same_as,source\n";

std::optional<Money> cost(const PriceBook &book, const char *model, Instant at, const Tokens &tokens, int tier = 0)
{
    return book.price(QLatin1String(model), at, tier, tokens).amount;
}

std::optional<Money> dollars(const char *text)
{
    return Money::fromText(text).value();
}

Price yours(const char *model, qint64 in, qint64 out, std::optional<Instant> from = {})
{
    Price price;
    price.provider = QStringLiteral("openai");
    price.model = QLatin1String(model);
    price.in = in;
    price.out = out;
    price.from = from;
    return price;
}

} // namespace

class PricesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    Result<PriceBook> loaded(const QByteArray &rows, const QByteArray &header = Header)
    {
        const QString name = m_folder.filePath(QStringLiteral("prices.csv"));
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(header + rows) < 0)
            return failure(Error::Kind::Refused, name);
        file.close();
        return PriceBook::load(name);
    }

private slots:
    void shippedPricesAreReadAndEveryAliasLeadsSomewhere()
    {
        QFile file(QStringLiteral(":/prices.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto parsed = PriceFile::parse(file.readAll(), file.fileName());
        QVERIFY2(parsed, qPrintable(parsed ? QString() : parsed.error().message));
        QVERIFY(parsed->prices.size() >= 100);
        const PriceBook book = PriceBook::shipped();
        for (const PriceFile::Alias &alias : parsed->aliases)
            QCOMPARE(book.resolvedName(alias.name), alias.model);
        for (const Price &price : parsed->prices)
            QVERIFY2(price.in && !price.source.isEmpty(), qPrintable(price.model));
    }

    void callsArePricedExactly_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<Tokens>("tokens");
        QTest::addColumn<int>("tier");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *model, const Tokens &tokens, const char *expected, int tier = 0) {
            QTest::newRow(name) << QByteArray(model) << tokens << tier << QByteArray(expected);
        };
        row("in and out", "gpt-4o", {1'000'000, 1'000'000, 0, 0}, "12.50");
        row("one token is not lost", "gpt-4o-mini", {1, 0, 0, 0}, "0.00000015");
        row("cached tokens at their own price", "gpt-4o", {10'000, 0, 90'000, 0}, "0.1375");
        row("cache writes", "claude-3-5-sonnet-20241022", {0, 0, 0, 1'000'000}, "3.75");
        row("an embedding's output is free", "text-embedding-3-large", {1'000'000, 5, 0, 0}, "0.13");
        row("short prompt of a tiered model", "gpt-5.4", {200'000, 1'000, 0, 0}, "0.515", 1);
        row("long prompt: the whole call costs more", "gpt-5.4", {300'000, 1'000, 0, 0}, "1.5225", 3);
        row("no tokens cost nothing", "gpt-4o", {0, 0, 0, 0}, "0");
        // The cases other consoles got wrong by billing cached tokens twice (litellm#9812: $0.0913
        // for $0.0544; aider PR#5518: 10.9 times too much on a fully cached call).
        row("a mostly cached prompt, Anthropic", "claude-3-7-sonnet-20250219", {1'000, 500, 40'000, 8'000}, "0.0525");
        row("a fully cached prompt", "claude-3-7-sonnet-20250219", {0, 0, 100'000, 0}, "0.03");
    }
    void callsArePricedExactly()
    {
        QFETCH(QByteArray, model);
        QFETCH(Tokens, tokens);
        QFETCH(int, tier);
        QFETCH(QByteArray, expected);
        QCOMPARE(cost(PriceBook::shipped(), model.constData(), Spring, tokens, tier), dollars(expected.constData()));
    }

    void anUnknownModelIsUnpricedAndNotFree()
    {
        const PriceBook book = PriceBook::shipped();
        const Priced priced = book.price(QStringLiteral("mystery-9"), Spring, 0, {20'700'000, 0, 0, 0});
        QVERIFY(!priced.amount);
        QVERIFY(priced.why.contains(QStringLiteral("mystery-9")));
        QVERIFY(!book.knows(QStringLiteral("mystery-9")));
        QVERIFY(!book.price(QString(), Spring, 0, {1, 1, 0, 0}).amount);
        QVERIFY(!book.price(QStringLiteral("gpt-4o"), Spring, 0, {-1, 1, 0, 0}).amount);
    }

    void aClassOfTokensWithoutPriceIsUnpriced()
    {
        const PriceBook book = PriceBook::shipped();
        // gpt-4-turbo has no price for cached input, gpt-4o none for writing to the cache.
        QVERIFY(cost(book, "gpt-4-turbo", Spring, {100, 100, 0, 0}));
        const Priced cached = book.price(QStringLiteral("gpt-4-turbo"), Spring, 0, {100, 100, 1, 0});
        QVERIFY(!cached.amount);
        QVERIFY2(cached.why.contains(QStringLiteral("cached")), qPrintable(cached.why));
        QVERIFY(!cost(book, "gpt-4o", Spring, {100, 100, 0, 1}));
        QVERIFY(!cost(book, "gpt-5.4", Spring, {300'000, 1, 1, 0}, 3)); // no list names the tier's cached price
    }

    void namesAreResolved_data()
    {
        QTest::addColumn<QString>("resolved");
        const auto row = [](const char *name, const char *resolved) { QTest::newRow(name) << QString::fromLatin1(resolved); };
        row("gpt-4o", "gpt-4o");
        row("GPT-4o", "gpt-4o");
        row("gpt-4-turbo-preview", "gpt-4-turbo");
        row("gpt-4o-2024-05-13", "gpt-4o-2024-05-13");
        row("gpt-4o-2025-03-01", "gpt-4o");
        row("o1-2024-12-17", "o1");
        row("openai/gpt-4o", "gpt-4o");
        row("openai/gpt-4o-2024-08-06", "gpt-4o-2024-08-06");
        row("openai/gpt-oss-120b", "openai/gpt-oss-120b");
        row("groq/openai/gpt-oss-120b", "openai/gpt-oss-120b");
        row("groq/llama-3.3-70b", "llama-3.3-70b-versatile");
        row("llama-3.3-70b", "llama-3.3-70b-versatile");
        row("claude-3-5-sonnet", "claude-3-5-sonnet-20241022");
        row("claude-3-5-sonnet-latest", "claude-3-5-sonnet-20241022");
        row("claude-3-5-sonnet-20240620", "claude-3-5-sonnet-20240620");
        row("claude-3-5-sonnet@20240620", "claude-3-5-sonnet-20240620");
        row("anthropic/claude-3.5-sonnet", "claude-3-5-sonnet-20241022");
        row("anthropic.claude-3-5-sonnet-20241022-v2:0", "claude-3-5-sonnet-20241022");
        row("anthropic.claude-3-haiku-20240307-v1:0", "claude-3-haiku-20240307");
        row("claude-sonnet-4-5", "claude-sonnet-4-5-20250929");
        row("voyageai/voyage-3-lite", "voyage-3-lite");
        // Another provider's price is not the model's price.
        row("groq/gpt-4o", "");
        row("openai/voyage-3", "");
        row("wandb/openai/gpt-oss-120b", "");
        row("azure/gpt-4o", "");
        row("us.anthropic.claude-sonnet-4-5-20250929-v1:0", "");
        // Not a date, but a model of another price.
        row("gpt-3.5-turbo-1106", "");
        row("gpt-4o-9999-99-99", "");
        row("", "");
    }
    void namesAreResolved()
    {
        QFETCH(QString, resolved);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const PriceBook book = PriceBook::shipped();
        QCOMPARE(book.resolvedName(name), resolved);
        QCOMPARE(book.knows(name), !resolved.isEmpty());
        QCOMPARE(book.find(name, Spring) != nullptr, !resolved.isEmpty());
    }

    void thePriceIsTheOneAtTheTimeOfTheCall()
    {
        const PriceBook book = PriceBook::shipped();
        const Tokens million{1'000'000, 0, 0, 0};
        QCOMPARE(cost(book, "claude-sonnet-5", utc("2026-08-31T23:59:59Z"), million), dollars("2"));
        QCOMPARE(cost(book, "claude-sonnet-5", utc("2026-09-01T00:00:00Z"), million), dollars("3"));
        QCOMPARE(book.changes(QStringLiteral("claude-sonnet-5")), QList{utc("2026-09-01T00:00:00Z")});
        QVERIFY(book.changes(QStringLiteral("gpt-4o")).isEmpty());
        // o3 had no price for cached tokens before its price was cut.
        QVERIFY(!cost(book, "o3", utc("2025-06-09T00:00:00Z"), {0, 0, 10, 0}));
        QCOMPARE(cost(book, "o3", utc("2025-06-10T00:00:00Z"), {0, 0, 1'000'000, 0}), dollars("0.5"));
        // A long-context tier that was given up on a day.
        QCOMPARE(cost(book, "claude-opus-4-6", utc("2026-03-12T12:00:00Z"), million, 3), dollars("10"));
        QCOMPARE(cost(book, "claude-opus-4-6", utc("2026-03-13T12:00:00Z"), million, 3), dollars("5"));
    }

    void aNewPriceDoesNotChangeOlderCosts()
    {
        PriceBook book = PriceBook::shipped();
        const QString before = book.version();
        const Tokens tokens{1'000'000, 0, 0, 0};
        const Instant day = utc("2026-04-01T00:00:00Z");
        QVERIFY(book.set(yours("gpt-4o", 2'000'000, 8'000'000, day)));
        QCOMPARE(cost(book, "gpt-4o", day - milliseconds(1), tokens), dollars("2.5"));
        QCOMPARE(cost(book, "gpt-4o", day, tokens), dollars("2"));
        QCOMPARE(cost(book, "openai/gpt-4o", day, tokens), dollars("2"));
        QCOMPARE(cost(book, "gpt-4o-2024-08-06", day, tokens), dollars("2.5")); // another model
        QCOMPARE(book.changes(QStringLiteral("gpt-4o")), QList{day});
        QVERIFY(book.version() != before);

        // The next change ends the one before; replacing it does not add another.
        const Instant later = utc("2026-06-01T00:00:00Z");
        QVERIFY(book.set(yours("gpt-4o", 1'500'000, 8'000'000, later)));
        QVERIFY(book.set(yours("GPT-4o", 1'600'000, 8'000'000, later)));
        QCOMPARE(cost(book, "gpt-4o", later - milliseconds(1), tokens), dollars("2"));
        QCOMPARE(cost(book, "gpt-4o", later, tokens), dollars("1.6"));
        QCOMPARE(book.changes(QStringLiteral("gpt-4o")), (QList{day, later}));
        QVERIFY(!book.set(yours("gpt-4o", 1'600'000, 8'000'000))); // for always: overlaps both
    }

    void aPriceForANameOfOnesOwnWinsOverTheAliasFromItsDayOn()
    {
        PriceBook book = PriceBook::shipped();
        const Instant day = utc("2026-04-01T00:00:00Z");
        QVERIFY(book.set(yours("openai/gpt-4o", 2'000'000, 8'000'000, day)));
        QCOMPARE(cost(book, "openai/gpt-4o", day, {1'000'000, 0, 0, 0}), dollars("2"));
        QCOMPARE(cost(book, "openai/gpt-4o", day - milliseconds(1), {1'000'000, 0, 0, 0}), dollars("2.5"));
        QCOMPARE(cost(book, "gpt-4o", day, {1'000'000, 0, 0, 0}), dollars("2.5"));
    }

    void aBigChangeAsksFirst()
    {
        PriceBook book = PriceBook::shipped();
        const auto asked = book.set(yours("gpt-4o", 25'000'000, 10'000'000));
        QVERIFY(!asked);
        QCOMPARE(asked.error().code, QStringLiteral("confirm"));
        QCOMPARE(cost(book, "gpt-4o", Spring, {1'000'000, 0, 0, 0}), dollars("2.5"));
        QVERIFY(book.set(yours("gpt-4o", 25'000'000, 10'000'000), true));
        QCOMPARE(cost(book, "gpt-4o", Spring, {1'000'000, 0, 0, 0}), dollars("25"));
        QVERIFY(book.set(yours("mystery-9", 1'000'000, 1'000'000))); // nothing to compare with
        QCOMPARE(cost(book, "mystery-9", Spring, {1'000'000, 0, 0, 0}), dollars("1"));
    }

    void whatCannotBeAPriceIsRefusedWithFileAndLine_data()
    {
        QTest::addColumn<QByteArray>("row");
        const auto row = [](const char *name, const char *text) { QTest::newRow(name) << QByteArray(text); };
        row("0.015 per token, as a public list had for wandb", "wandb,gpt-oss-120b,15000,60000");
        row("a price per token", "openai,x,0.0000025,0.00001");
        row("negative", "openai,x,-1,2");
        row("not a number", "openai,x,NaN,2");
        row("words", "openai,x,cheap,2");
        row("seven decimals", "openai,x,0.1234567,2");
        row("no price at all", "openai,x");
        row("no model", "openai,,1,2");
        row("a model of spaces", "openai,\" \",1,2");
        row("output almost free without being an embedding", "openai,x,10,0.1");
        row("cached dearer than new", "openai,x,1,2,3");
        row("cache write of another model", "anthropic,claude-3-haiku,0.25,1.25,,6");
        row("not a day", "openai,x,1,2,,,,2026-02-30");
        row("ends before it begins", "openai,x,1,2,,,,2026-03-01,2026-02-01");
        row("tier at an edge that bins do not have", "openai,x,1,2,,,,,,100000,2,4");
        row("tier without prices", "openai,x,1,2,,,,,,200000");
        row("neither true nor false", "openai,x,1,2,,,maybe");
        row("open quotation", "openai,\"x,1,2");
        row("too many fields", "openai,x,1,2,,,,,,,,,,,,mine,more");
        row("an alias with a price", "openai,x,1,2,,,,,,,,,,,gpt-4o");
        row("an alias of nothing", "openai,x,,,,,,,,,,,,,no-such-model");
    }
    void whatCannotBeAPriceIsRefusedWithFileAndLine()
    {
        QFETCH(QByteArray, row);
        const auto book = loaded("openai,fine,1,2\n" + row + '\n');
        QVERIFY(!book);
        QCOMPARE(book.error().kind, Error::Kind::Wrong);
        QVERIFY2(book.error().message.contains(QStringLiteral("prices.csv, line 3")), qPrintable(book.error().message));
    }

    void overlappingValidityIsRefused()
    {
        const auto book = loaded("openai,x,1,2,,,,,2026-03-02\nopenai,X,2,4,,,,2026-03-01\n");
        QVERIFY(!book);
        QVERIFY2(book.error().message.contains(QStringLiteral("line 3")) && book.error().message.contains(QStringLiteral("line 2")), qPrintable(book.error().message));
        QVERIFY(loaded("openai,x,1,2,,,,,2026-03-01\nopenai,X,2,4,,,,2026-03-01\n"));
    }

    void headersAreChecked()
    {
        QVERIFY(!loaded("x,1\n", "model,input\n"));
        QVERIFY(!loaded("1,2\n", "in,out\n"));
        QVERIFY(!loaded("x,1,1\n", "model,in,in\n"));
        QVERIFY(loaded("x,1\n", "model,in\n"));
        QVERIFY(loaded("\"x, the second\" , \"1\"\r\n", "\xEF\xBB\xBFmodel,in\r\n")->knows(QStringLiteral("X, the second")));
    }

    void theUsersFileWinsAndSurvivesSaving()
    {
        auto book = loaded("openai,gpt-4o,3,12,,,,,,,,,,,,invoice of May\n,our-deployment,,,,,,,,,,,,,gpt-4o\n");
        QVERIFY2(book, qPrintable(book ? QString() : book.error().message));
        QCOMPARE(cost(*book, "gpt-4o", Spring, {1'000'000, 0, 0, 0}), dollars("3"));
        QCOMPARE(cost(*book, "our-deployment", Spring, {1'000'000, 0, 0, 0}), dollars("3"));
        QVERIFY(book->set(yours("\"odd\", name", 500'000, 700'000, utc("2026-01-01T00:00:00Z"))));

        const QString saved = m_folder.filePath(QStringLiteral("new/prices.csv"));
        QVERIFY(book->saveUser(saved));
        const auto again = PriceBook::load(saved);
        QVERIFY2(again, qPrintable(again ? QString() : again.error().message));
        QCOMPARE(again->version(), book->version());
        QCOMPARE(cost(*again, "our-deployment", Spring, {0, 1'000'000, 0, 0}), dollars("12"));
        QCOMPARE(cost(*again, "\"odd\", name", Spring, {1'000'000, 0, 0, 0}), dollars("0.5"));
        QVERIFY(PriceBook::load(m_folder.filePath(QStringLiteral("none.csv"))));
        QVERIFY(!PriceBook::load(m_folder.path())); // a folder
        QVERIFY(!book->saveUser(QStringLiteral("/proc/no/prices.csv")));
    }

    void aFreePriceIsKnownAndAMissingOneIsNot()
    {
        const auto book = loaded("ours,local-llama,0,0\nours,half-known,1,\n");
        QVERIFY(book);
        QCOMPARE(cost(*book, "local-llama", Spring, {5, 5, 0, 0}), std::optional(Money()));
        QVERIFY(!cost(*book, "half-known", Spring, {5, 5, 0, 0}));
        QVERIFY(cost(*book, "half-known", Spring, {5, 0, 0, 0}));
    }

    void tiersAreCountedByTheEdgesExceeded()
    {
        QCOMPARE(tierOf(0), 0);
        QCOMPARE(tierOf(128'000), 0);
        QCOMPARE(tierOf(128'001), 1);
        QCOMPARE(tierOf(200'000), 1);
        QCOMPARE(tierOf(200'001), 2);
        QCOMPARE(tierOf(272'001), 3);
    }

    // Validity is cut in UTC, so that no zone's clock change moves a price.
    void clockChangesDoNotMovePrices()
    {
        const auto book = loaded("openai,x,1,2,,,,,2026-03-29\nopenai,x,2,4,,,,2026-03-29\n");
        QVERIFY(book);
        const TimeRange day = dayRange(QDate(2026, 3, 29), QTimeZone("Europe/Berlin"));
        int before = 0, after = 0;
        for (Bin bin = binOf(day.from); binStart(bin) < day.to; ++bin)
            ++(cost(*book, "x", binStart(bin), {1'000'000, 0, 0, 0}) == dollars("1") ? before : after);
        QCOMPARE(before, 4); // Berlin's day begins an hour before UTC's
        QCOMPARE(after, 88);
    }
};

QTEST_GUILESS_MAIN(PricesTest)
#include "prices_test.moc"
