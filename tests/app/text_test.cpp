#include "app/text/ink.h"
#include "app/text/table.h"

#include <QTest>

using namespace qd;
using namespace qd::app;

class TextTest : public QObject
{
    Q_OBJECT

private slots:
    void columnsLineUpWhateverTheyHold()
    {
        Table table({QStringLiteral("name"), QStringLiteral("cost>")});
        table.add({QStringLiteral("searchNotes"), QStringLiteral("$4.20")});
        table.add({QStringLiteral("▲ e\u0301"), QStringLiteral("$120.00")});
        QCOMPARE(table.lines(80, QString()), (QStringList{QStringLiteral("name            cost"), QStringLiteral("searchNotes    $4.20"), QStringLiteral("▲ e\u0301          $120.00")}));
    }

    void coloursTakeNoRoom()
    {
        const Ink ink(true), plain(false);
        const QString painted = ink.coloured(State::Failing, QStringLiteral("2.31 s"));
        QVERIFY(painted.size() > 6);
        QCOMPARE(widthOf(painted), 6);
        QCOMPARE(plain.coloured(State::Failing, QStringLiteral("2.31 s")), QStringLiteral("2.31 s"));
    }

    void emptyColumnsAreLeftOut()
    {
        Table table({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        table.add({QStringLiteral("1"), {}, QStringLiteral("3")});
        QCOMPARE(table.lines(80, QString()), (QStringList{QStringLiteral("a  c"), QStringLiteral("1  3")}));
    }

    void theLongColumnGivesWayOnANarrowTerminal()
    {
        Table table({QStringLiteral("message*"), QStringLiteral("count>")});
        table.add({QString(200, QLatin1Char('x')), QStringLiteral("12")});
        for (const QString &line : table.lines(60))
            QVERIFY2(widthOf(line) <= 60, qPrintable(line));
    }

    void aGapInALineIsABlankAndNotALowValue()
    {
        const Ink ink(false);
        QCOMPARE(ink.spark({0, 7, qQNaN(), 3.5}), QStringLiteral("▁█ ▅"));
        QCOMPARE(ink.spark({0, 0}), QStringLiteral("▁▁"));
        QCOMPARE(ink.strip({State::Ok, State::Unknown, State::Failing}), QStringLiteral("▪ █"));
    }

    void thinningALineLosesNoPeak()
    {
        QList<double> values(96, 1);
        values[50] = 8;
        const QString spark = Ink(false).spark(values, 24);
        QCOMPARE(spark.size(), 24);
        QCOMPARE(spark.count(QStringLiteral("█")), 1);
        QCOMPARE(spark.indexOf(QStringLiteral("█")), 12);
    }

    void aBarNeverVanishesWhileThereIsSomething()
    {
        const Ink ink(false);
        QCOMPARE(ink.bar(0, 10), QString());
        QCOMPARE(ink.bar(1, 4), QStringLiteral("████"));
        QCOMPARE(ink.bar(0.0001, 10), QStringLiteral("▏"));
        QVERIFY(widthOf(ink.bar(7, 10)) <= 10);
    }
};

QTEST_GUILESS_MAIN(TextTest)
#include "text_test.moc"
