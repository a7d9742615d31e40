#include "tables/callsmodel.h"
#include "tables/checksmodel.h"
#include "tables/costmodel.h"
#include "tables/errorgroupsmodel.h"
#include "tables/fleetmodel.h"
#include "tables/operationsmodel.h"
#include "tables/sortedrows.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace qd;
using namespace qd::reports;
using namespace qd::tables;

namespace {

QList<LatencyReport::Operation> operations(const QStringList &names)
{
    QList<LatencyReport::Operation> list;
    for (const QString &name : names) {
        LatencyReport::Operation operation;
        operation.name = operation.label = name;
        operation.isAggregate = name.isEmpty();
        operation.calls = name.size() * 10;
        operation.p95 = 100.0 * double(name.size());
        operation.target = 500;
        operation.state = State::Ok;
        list << operation;
    }
    return list;
}

QStringList shown(const QAbstractItemModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names << model.index(row, 0).data().toString();
    return names;
}

CostReport::Row costRow(const QString &name, qint64 dollars, qint64 before, qint64 unpriced = 0)
{
    CostReport::Row row;
    row.name = row.label = name;
    row.calls = 10;
    row.amount.recorded = Money::fromDollars(dollars);
    row.amount.unpricedTokens = unpriced;
    row.before.recorded = Money::fromDollars(before);
    row.share = double(dollars) / 100;
    row.contribution = row.amount.known() - row.before.known();
    return row;
}

} // namespace

class ModelsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void refreshKeepsRowsInPlace()
    {
        OperationsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setOperations(operations({QStringLiteral("a"), QStringLiteral("bb"), QStringLiteral("dddd")}));
        const QPersistentModelIndex kept = model.index(2, 3);
        QItemSelectionModel selection(&model);
        selection.setCurrentIndex(model.index(1, 0), QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);

        model.setOperations(operations({QStringLiteral("dddd"), QStringLiteral("ccc"), QStringLiteral("bb"), QStringLiteral("eeeee")}));
        QCOMPARE(shown(model), QStringList({QStringLiteral("dddd"), QStringLiteral("ccc"), QStringLiteral("bb"), QStringLiteral("eeeee")}));
        QVERIFY(kept.isValid());
        QCOMPARE(kept.row(), 0);
        QCOMPARE(selection.currentIndex().row(), 2);
        QCOMPARE(selection.selectedRows().size(), 1);
        QVERIFY(resets.isEmpty());
        QCOMPARE(model.rowOf(QStringLiteral("ccc")), 1);
        QCOMPARE(model.rowOf(QStringLiteral("a")), -1);
    }

    void anyRefreshEndsWithTheNewRows()
    {
        OperationsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        SortedRows sorted;
        sorted.setSourceModel(&model);
        sorted.sort(1);
        QAbstractItemModelTester sortedTester(&sorted, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QRandomGenerator random(3);
        for (int round = 0; round < 200; ++round) {
            QStringList names;
            for (int i = int(random.bounded(12)); i > 0; --i)
                names << QString(int(random.bounded(1, 9)), QLatin1Char('x')); // the same name twice, too
            const QPersistentModelIndex some = model.index(0, 0);
            const QString key = some.data(KeyRole).toString();
            model.setOperations(operations(names));
            QCOMPARE(shown(model), names);
            QCOMPARE(sorted.rowCount(), names.size());
            if (some.isValid())
                QCOMPARE(some.data(KeyRole).toString(), key);
        }
    }

    void valuesChangeWithoutMovingRows()
    {
        OperationsModel model;
        QList<LatencyReport::Operation> rows = operations({QStringLiteral("a"), QStringLiteral("bb")});
        model.setOperations(rows);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged), moved(&model, &QAbstractItemModel::layoutChanged);
        rows[1].p95 = 900;
        model.setOperations(rows);
        QCOMPARE(changed.size(), 1);
        QVERIFY(moved.isEmpty());
        QCOMPARE(model.index(1, 3).data().toString(), QStringLiteral("900\u00a0ms"));
    }

    void sortingKeepsPinsAndPutsMissingValuesLast_data()
    {
        QTest::addColumn<Qt::SortOrder>("order");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("up") << Qt::AscendingOrder << QStringList({QString(), QStringLiteral("a"), QStringLiteral("ccc"), QStringLiteral("bb")});
        QTest::newRow("down") << Qt::DescendingOrder << QStringList({QString(), QStringLiteral("ccc"), QStringLiteral("a"), QStringLiteral("bb")});
    }

    void sortingKeepsPinsAndPutsMissingValuesLast()
    {
        QFETCH(Qt::SortOrder, order);
        QFETCH(QStringList, expected);
        OperationsModel model;
        QList<LatencyReport::Operation> rows = operations({QStringLiteral("ccc"), QString(), QStringLiteral("bb"), QStringLiteral("a")});
        rows[2].p95.reset();
        model.setOperations(rows);
        SortedRows sorted;
        sorted.setSourceModel(&model);
        sorted.sort(3, order);
        QCOMPARE(shown(sorted), expected);
        sorted.setFilterText(QStringLiteral("CC"));
        QCOMPARE(shown(sorted), QStringList({QString(), QStringLiteral("ccc")})); // the aggregate stays
    }

    void fewIsAHollowBarAndSaidAloud()
    {
        OperationsModel model;
        QList<LatencyReport::Operation> rows = operations({QStringLiteral("createNudge")});
        rows[0].isFew = true;
        rows[0].state = State::Unknown;
        model.setOperations(rows);
        QCOMPARE(model.index(0, 6).data().toString(), QStringLiteral("few"));
        QVERIFY(model.index(0, 6).data(HollowRole).toBool());
        QVERIFY(!model.index(0, 6).data(SortRole).isValid());
        QCOMPARE(model.index(0, 3).data(Qt::AccessibleTextRole).toString(), QStringLiteral("p95 1.10\u00a0s, from few calls"));
        QCOMPARE(model.index(0, 0).data(StateRole).toInt(), int(State::Unknown));
        QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Operation createNudge, unknown"));
    }

    void unpricedIsNeverZeroDollars()
    {
        CostReport report;
        report.hasBefore = true;
        report.byTool.by = CostBy::Tool;
        report.byTool.rows = {costRow(QStringLiteral("searchNotes"), 30, 20), costRow(QStringLiteral("generateQuiz"), 10, 0, 500), costRow(QStringLiteral("mystery"), 0, 0, 900)};
        report.byTool.total = costRow(QStringLiteral("total"), 40, 20, 1400);
        CostModel model(CostModel::Columns::All);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setBreakdown(report, report.byTool);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(0, 4).data().toString(), QStringLiteral("$30.00"));
        QCOMPARE(model.index(1, 4).data().toString(), QStringLiteral("≥ $10.00"));
        QCOMPARE(model.index(2, 4).data().toString(), QStringLiteral("no price"));
        QVERIFY(model.index(2, 5).data(HollowRole).toBool());
        QCOMPARE(model.index(0, 5).data(BarRole).toDouble(), 1.0);
        QCOMPARE(model.index(1, 5).data(BarRole).toDouble(), 1.0 / 3);
        QCOMPARE(model.index(0, 7).data(SortRole).toDouble(), 10.0); // what it adds to the change
        QCOMPARE(model.index(1, 7).data().toString(), QStringLiteral("▲ $10.00"));
        QCOMPARE(model.index(3, 0).data(PinRole).toInt(), 2);
        QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), QStringLiteral("Tool"));
        model.setHeading(7, QStringLiteral("vs Dec"));
        QCOMPARE(model.headerData(7, Qt::Horizontal).toString(), QStringLiteral("vs Dec"));
        report.hasBefore = false;
        model.setBreakdown(report, report.byTool);
        QCOMPARE(model.index(0, 7).data().toString(), QStringLiteral("–"));
        QVERIFY(!model.index(0, 7).data(SortRole).isValid());
    }

    void everyTableHoldsAndSpeaks()
    {
        const Viewing viewing{QTimeZone::utc(), fromMsecs(1'769'612'000'000)};
        ErrorGroupsModel groups;
        QAbstractItemModelTester groupsTester(&groups, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ErrorsReport::Group group;
        group.id = 7;
        group.message = QStringLiteral("duplicate key value: <s>");
        group.httpStatus = 200;
        group.isInStream = group.isNew = true;
        group.first = group.last = viewing.now;
        group.spark = {0, 1, 2};
        groups.setGroups({group}, viewing);
        QCOMPARE(groups.index(0, 9).data().toString(), QStringLiteral("new"));
        QCOMPARE(groups.index(0, 8).data(SparkRole).value<QList<double>>().size(), 3);
        QCOMPARE(groups.index(0, 7).data().toString(), QStringLiteral("older"));

        FleetModel fleet;
        QAbstractItemModelTester fleetTester(&fleet, QAbstractItemModelTester::FailureReportingMode::QtTest);
        FleetRow known, unknown;
        known.name = known.title = QStringLiteral("clerva");
        known.costToday = Money::fromMicros(41'200'000);
        known.budget = Money::fromMicros(66'500'000);
        unknown.name = unknown.title = QStringLiteral("steward");
        fleet.setFleet({known, unknown}, viewing);
        QCOMPARE(fleet.index(0, 5).data().toString(), QStringLiteral("$41.20 / $66.50"));
        QCOMPARE(fleet.index(1, 5).data().toString(), QStringLiteral("–"));
        QVERIFY(!fleet.index(1, 5).data(BarRole).isValid() && fleet.index(1, 5).data(HollowRole).toBool());
        QCOMPARE(fleet.index(1, 3).data().toString(), QStringLiteral("–"));

        ChecksModel checks;
        QAbstractItemModelTester checksTester(&checks, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Check check;
        check.id = QStringLiteral("a");
        check.title = QStringLiteral("Encryption");
        checks.setChecks({check, check}, viewing);
        QCOMPARE(checks.index(0, 4).data().toString(), QStringLiteral("never"));
        QCOMPARE(checks.rowCount(), 2);

        for (const QAbstractItemModel *model : std::initializer_list<const QAbstractItemModel *>{&groups, &fleet, &checks}) {
            for (int row = 0; row < model->rowCount(); ++row) {
                for (int column = 0; column < model->columnCount(); ++column)
                    QVERIFY2(!model->index(row, column).data(Qt::AccessibleTextRole).toString().isEmpty(), qPrintable(model->headerData(column, Qt::Horizontal).toString()));
            }
        }
    }
};

QTEST_GUILESS_MAIN(ModelsTest)
#include "models_test.moc"
