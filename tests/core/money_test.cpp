#include "core/money.h"

#include <QTest>

using qd::Money;

class MoneyTest : public QObject
{
    Q_OBJECT

private slots:
    void decimalTextIsReadExactly_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("pico");
        QTest::newRow("cents") << QByteArray("41.20") << qint64(41'200'000'000'000);
        QTest::newRow("numeric(10,6)") << QByteArray("0.000123") << qint64(123'000'000);
        QTest::newRow("float8 in exponent form") << QByteArray("1.5e-05") << qint64(15'000'000);
        QTest::newRow("negative") << QByteArray("-3") << qint64(-3'000'000'000'000);
        QTest::newRow("beyond 10^-12 rounds half away") << QByteArray("0.0000000000005") << qint64(1);
        QTest::newRow("tiny is zero") << QByteArray("1e-30") << qint64(0);
        QTest::newRow("no leading digit") << QByteArray(".5") << qint64(500'000'000'000);
        QTest::newRow("0.1 is not 0.1000000001") << QByteArray("0.1") << qint64(100'000'000'000);
    }
    void decimalTextIsReadExactly()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, pico);
        const auto money = Money::fromText(text);
        QVERIFY(money);
        QCOMPARE(money->pico(), pico);
    }

    void whatIsNotAnAmountIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "NaN", "Infinity", "-", "abc", "1.2.3", "1e", "$4", "12345678901234"})
            QTest::newRow(text) << QByteArray(text);
    }
    void whatIsNotAnAmountIsRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!Money::fromText(text));
    }

    void tokensTimesPriceIsExact()
    {
        // gpt-4o-mini: $0.15 per million = 150,000 micro-dollars; 7 tokens.
        QCOMPARE(Money::priced(150'000, 7).pico(), qint64(1'050'000));
        QCOMPARE(Money::priced(150'000, 1'000'000), Money::fromText("0.15").value());
    }

    void sumsDoNotDependOnTheOrder()
    {
        Money forwards, backwards;
        for (int i = 1; i <= 100'000; ++i)
            forwards += Money::fromPico(i * 7919);
        for (int i = 100'000; i >= 1; --i)
            backwards += Money::fromPico(i * 7919);
        QCOMPARE(forwards, backwards);
    }

    void tooMuchStaysAtTheLimitAndSaysSo()
    {
        const Money most = Money::fromDollars(9'000'000) + Money::fromDollars(9'000'000);
        QVERIFY(most.isSaturated());
        QVERIFY(most > Money::fromDollars(9'000'000));
    }

    void decimalsAreWrittenPlainly()
    {
        QCOMPARE(Money::fromText("41.2")->toDecimal(), QStringLiteral("41.20"));
        QCOMPARE(Money::fromText("-0.000123")->toDecimal(), QStringLiteral("-0.000123"));
        QCOMPARE(Money().toDecimal(), QStringLiteral("0.00"));
    }
};

QTEST_GUILESS_MAIN(MoneyTest)
#include "money_test.moc"
