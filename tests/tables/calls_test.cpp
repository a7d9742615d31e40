#include "tables/callsmodel.h"
#include "tables/sortedrows.h"

#include "reports/world.h"

#include <QAbstractItemModelTester>

using namespace qd;
using namespace qd::tables;
using namespace qd::test;

class CallsTest : public QObject
{
    Q_OBJECT

    static int column(const CallsModel &model, const char *title)
    {
        for (int i = 0; i < model.columnCount(); ++i) {
            if (model.headerData(i, Qt::Horizontal).toString() == QLatin1String(title))
                return i;
        }
        qFatal("no column %s", title);
    }
    static QString shown(const CallsModel &model, int row, const char *title) { return plain(model.index(row, column(model, title)).data().toString()); }
    static QString tip(const CallsModel &model, int row, const char *title) { return model.index(row, column(model, title)).data(Qt::ToolTipRole).toString(); }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void recordedComputedUnpricedAndUnknownAreFourThings()
    {
        World world;
        world.llm(world.now - minutes(5), QStringLiteral("gpt-4o"), QStringLiteral("search"), Money::fromMicros(1'250'000));
        world.llm(world.now - minutes(4), QStringLiteral("gpt-4o"), {}, {}, 1'000'000, 0);
        world.llm(world.now - minutes(3), QStringLiteral("nobody-knows-it"), {}, {}, 1000, 100);
        world.add(world.now - minutes(2), QStringLiteral("tool_call")).tool = QStringLiteral("search");
        world.write();
        CallsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setCalls(world.calls, world.inputs());
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(shown(model, 0, "Cost"), QStringLiteral("$1.25"));
        QCOMPARE(tip(model, 0, "Cost"), QStringLiteral("recorded"));
        QCOMPARE(shown(model, 1, "Cost"), QStringLiteral("$2.50"));
        QVERIFY(tip(model, 1, "Cost").startsWith(QStringLiteral("computed")));
        QCOMPARE(shown(model, 2, "Cost"), QStringLiteral("no price"));
        QVERIFY(tip(model, 2, "Cost").contains(QStringLiteral("price book")));
        QCOMPARE(shown(model, 3, "Cost"), QStringLiteral("–"));
        QVERIFY(!model.index(3, column(model, "Cost")).data(SortRole).isValid()); // sorts last, not as $0
        QCOMPARE(shown(model, 3, "Tokens in"), QStringLiteral("–"));
        QVERIFY(!model.index(3, column(model, "Tokens in")).data(SortRole).isValid());
        for (int row = 0; row < model.rowCount(); ++row)
            QVERIFY(!model.index(row, column(model, "Cost")).data(Qt::AccessibleTextRole).toString().isEmpty());
    }

    void cachedTokensCountAsTokensIn()
    {
        World world;
        world.llm(world.now - minutes(5), QStringLiteral("gpt-4o"), {}, {}, 100, 7).tokens[telemetry::Cached] = 900;
        world.write();
        CallsModel model;
        model.setCalls(world.calls, world.inputs());
        QCOMPARE(shown(model, 0, "Tokens in"), QStringLiteral("1000"));
        QCOMPARE(model.index(0, column(model, "Tokens in")).data(SortRole).toLongLong(), 1000);
        QCOMPARE(shown(model, 0, "Tokens out"), QStringLiteral("7"));
    }

    void errorsAreSaidInTheirOwnWordsAndMarked()
    {
        World world;
        telemetry::Call &said = world.request(world.now - minutes(2), 100);
        said.isError = true;
        said.errorMessage = QStringLiteral("relation \"x\" does not exist");
        telemetry::Call &silent = world.request(world.now - minutes(1), 100);
        silent.isError = true;
        silent.errorClass = telemetry::ErrorClass::RateLimit;
        world.request(world.now, 100);
        CallsModel model;
        model.setCalls(world.calls, world.inputs());
        const int errors = column(model, "Error");
        QCOMPARE(shown(model, 0, "Error"), QStringLiteral("relation \"x\" does not exist"));
        QCOMPARE(shown(model, 1, "Error"), telemetry::errorClassWord(telemetry::ErrorClass::RateLimit));
        QCOMPARE(shown(model, 2, "Error"), QString());
        QCOMPARE(model.index(0, errors).data(ToneRole).toInt(), int(State::Failing));
        QVERIFY(!model.index(2, errors).data(ToneRole).isValid());
    }

    void timesAreOfTheZoneAndOlderDaysHaveTheirDate()
    {
        World world;
        world.zone = QTimeZone("Asia/Kathmandu");
        world.request(at("2026-01-28T14:00:00Z"), 1);
        world.request(at("2026-01-27T14:00:00Z"), 1);
        CallsModel model;
        model.setCalls(world.calls, world.inputs());
        QCOMPARE(shown(model, 0, "Time"), QStringLiteral("19:45:00"));
        QVERIFY(shown(model, 1, "Time") != QStringLiteral("19:45:00") && shown(model, 1, "Time").contains(QStringLiteral("27")));
        QVERIFY(tip(model, 0, "Time").startsWith(QStringLiteral("2026-01-28T14:00:00")));
        QVERIFY(model.index(1, 0).data(SortRole).toLongLong() < model.index(0, 0).data(SortRole).toLongLong());
    }

    void aRefreshKeepsTheRowsThatAreStillThere()
    {
        World world;
        for (int i = 0; i < 5; ++i)
            world.request(world.now - minutes(10 - i), 100);
        CallsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setCalls(world.calls, world.inputs());
        const QPersistentModelIndex kept = model.index(3, 0);
        const QString key = kept.data(KeyRole).toString();
        world.calls.removeFirst();
        world.request(world.now, 100);
        model.setCalls(world.calls, world.inputs());
        QVERIFY(kept.isValid());
        QCOMPARE(kept.data(KeyRole).toString(), key);
        QCOMPARE(model.rowCount(), 5);
    }
};

QTEST_GUILESS_MAIN(CallsTest)
#include "calls_test.moc"
