#include "postgres/rows.h"

#include <QTest>

using qd::pg::Rows;

static Rows oneCell(const char *text)
{
    Rows rows;
    rows.setColumns({"x"});
    if (text)
        rows.appendCell(text);
    else
        rows.appendNull();
    return rows;
}

class RowsTest : public QObject
{
    Q_OBJECT

private slots:
    void cellsAreFoundByRowAndColumn()
    {
        Rows rows;
        rows.setColumns({"id", "name"});
        rows.appendCell("1");
        rows.appendNull();
        rows.appendCell("2");
        rows.appendCell("zwei");
        QCOMPARE(rows.count(), 2);
        QCOMPARE(rows.column("name"), 1);
        QCOMPARE(rows.column("nothing"), -1);
        QVERIFY(rows.isNull(0, 1));
        QCOMPARE(rows.at(0, 1), QByteArrayView());
        QCOMPARE(rows.integer(1, 0), 2);
        QCOMPARE(rows.text(1, 1), QStringLiteral("zwei"));
    }

    void anEmptyTextIsNotNull()
    {
        QVERIFY(!oneCell("").isNull(0, 0));
        QVERIFY(oneCell(nullptr).isNull(0, 0));
    }

    void whatIsNotOfTheTypeIsNothing()
    {
        for (const char *text : {static_cast<const char *>(nullptr), "", "abc", "12x"}) {
            const Rows rows = oneCell(text);
            QVERIFY(!rows.integer(0, 0));
            QVERIFY(!rows.number(0, 0));
            QVERIFY(!rows.boolean(0, 0));
            QVERIFY(!rows.money(0, 0));
            QVERIFY(!rows.instant(0, 0));
        }
        QVERIFY(!oneCell("9223372036854775808").integer(0, 0));
        QVERIFY(!oneCell("NaN").number(0, 0));
        QVERIFY(!oneCell("Infinity").number(0, 0));
        QVERIFY(!oneCell("NaN").money(0, 0));
    }

    void numbersAreReadAsPostgresWritesThem()
    {
        QCOMPARE(oneCell("-9223372036854775808").integer(0, 0), std::numeric_limits<qint64>::min());
        QCOMPARE(oneCell("1e-05").number(0, 0), 1e-05);
        QCOMPARE(oneCell("0.000123").money(0, 0)->pico(), 123'000'000);
        QCOMPARE(oneCell("t").boolean(0, 0), true);
        QCOMPARE(oneCell("f").boolean(0, 0), false);
    }

    void instantsKeepTheirOffset_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("iso");
        const auto row = [](const char *text, const char *iso) { QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(iso); };
        row("2026-11-21 14:02:11.123456+00", "2026-11-21T14:02:11.123Z");
        row("2026-11-21 14:02:11+00", "2026-11-21T14:02:11.000Z");
        row("2026-11-21 14:02:11.5+02", "2026-11-21T12:02:11.500Z");
        row("2026-11-21 14:02:11-03:30", "2026-11-21T17:32:11.000Z");
        row("1890-01-01 00:00:00-00:25:21", "1890-01-01T00:25:21.000Z");
        row("1969-12-31 23:59:59.999+00", "1969-12-31T23:59:59.999Z");
        row("12026-01-01 00:00:00+00", "");
        row("infinity", "");
        row("-infinity", "");
        row("0044-03-15 12:00:00+00 BC", "");
        row("2026-02-30 00:00:00+00", "");
        row("2026-11-21 14:02:11", "");
        row("2026-11-21", "");
        row("21.11.2026 14:02:11 UTC", "");
    }
    void instantsKeepTheirOffset()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, iso);
        const auto instant = oneCell(text.constData()).instant(0, 0);
        if (text.startsWith("12026")) {
            QCOMPARE(instant->time_since_epoch(), std::chrono::milliseconds(317'336'745'600'000)); // beyond what ISO texts carry
            return;
        }
        QCOMPARE(instant.has_value(), !iso.isEmpty());
        if (instant)
            QCOMPARE(qd::isoText(*instant), iso);
    }
};

QTEST_GUILESS_MAIN(RowsTest)
#include "rows_test.moc"
