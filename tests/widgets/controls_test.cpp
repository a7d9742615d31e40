#include "widgets/support/figures.h"
#include "widgets/support/pictures.h"

#include "widgets/controls/button.h"
#include "widgets/controls/chip.h"
#include "widgets/controls/commandpalette.h"
#include "widgets/controls/copyas.h"
#include "widgets/controls/filterfield.h"
#include "widgets/controls/holdbutton.h"
#include "widgets/controls/kpitile.h"
#include "widgets/controls/label.h"
#include "widgets/controls/message.h"
#include "widgets/controls/panel.h"
#include "widgets/controls/rangepicker.h"
#include "widgets/controls/refreshcontrol.h"
#include "widgets/controls/statepane.h"
#include "widgets/controls/statusstrip.h"
#include "widgets/controls/table.h"

#include "tables/sortedrows.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QVBoxLayout>

using namespace qd;
using namespace qd::test;

namespace {

QList<TableRow> toolRows()
{
    const auto row = [](const QString &name, qint64 calls, double cost) {
        TableRow made;
        made.key = name;
        made.cells = {Cell(name), Cell::number(QLocale::c().toString(calls), calls), Cell::number(QStringLiteral("$%1").arg(cost, 0, 'f', 2), cost), {}};
        made.cells[3].share = cost / 400;
        made.cells[3].text = QStringLiteral("%1 %").arg(cost / 16, 0, 'f', 1);
        return made;
    };
    QList<TableRow> rows{row(QStringLiteral("searchNotes"), 41380, 308.28), row(QStringLiteral("generateQuiz"), 9210, 329.16), row(QStringLiteral("createNudge"), 3350, 25.69)};
    rows[0].cells[0].mark = Mark::Failing;
    return rows;
}

QList<TableColumn> toolColumns()
{
    return {{QStringLiteral("Tool"), 0}, {QStringLiteral("Calls"), 80, true}, {QStringLiteral("Cost"), 80, true}, {QStringLiteral("Share"), 130, true}};
}

// The controls as the picture of components shows them.
class Gallery : public QWidget
{
public:
    Gallery()
    {
        setAutoFillBackground(true);
        resize(860, 640);
        auto *columns = new QHBoxLayout(this);
        columns->setContentsMargins(16, 16, 16, 16);
        columns->setSpacing(16);
        columns->addLayout(left(), 1);
        columns->addLayout(right());
    }

private:
    QLayout *left()
    {
        auto *column = new QVBoxLayout;
        auto *panel = new Panel(QStringLiteral("Controls"));
        panel->setMeta(QStringLiteral("rest, primary, production, off"));
        auto *segments = new Segments(QStringLiteral("Stacked by"));
        for (const char *name : {"Model", "Tool", "User"})
            segments->add(QString::fromLatin1(name), QString::fromLatin1(name));
        segments->setCurrent(QStringLiteral("Tool"));
        panel->addAction(segments);
        auto *body = new QVBoxLayout;
        body->setContentsMargins(12, 12, 12, 12);
        body->setSpacing(10);
        for (const bool isOn : {true, false}) {
            auto *row = new QHBoxLayout;
            row->setSpacing(8);
            row->addWidget(new Button(QStringLiteral("Retry")));
            row->addWidget(new Button(QStringLiteral("Run both"), Button::Kind::Primary));
            row->addWidget(new Button(QStringLiteral("Roll back"), Button::Kind::Production));
            auto *withIcon = new Button(QStringLiteral("Retry now"));
            withIcon->setIconName(QStringLiteral("view-refresh"));
            row->addWidget(withIcon);
            row->addWidget(new HoldButton(QStringLiteral("Hold to roll back")));
            row->addStretch();
            for (int i = 0; i < row->count() - 1; ++i)
                row->itemAt(i)->widget()->setEnabled(isOn);
            body->addLayout(row);
        }
        auto *fields = new QHBoxLayout;
        fields->setSpacing(8);
        fields->addWidget(new FilterField(QStringLiteral("Filter")));
        auto *box = new QCheckBox(QStringLiteral("hidden rows"));
        box->setChecked(true);
        fields->addWidget(box);
        fields->addWidget(new QLineEdit(QStringLiteral("p95 over target")));
        body->addLayout(fields);
        auto *chips = new QHBoxLayout;
        chips->addWidget(new Chip(QStringLiteral("critical"), State::Failing));
        chips->addWidget(new Chip(QStringLiteral("warning"), State::Warning));
        chips->addWidget(new Chip(QStringLiteral("passed"), State::Ok));
        chips->addWidget(new Chip(QStringLiteral("current"), Tone::Accent));
        chips->addWidget(new Chip(QStringLiteral("candidate"), Tone::Prod));
        chips->addWidget(new FilterChip(QStringLiteral("filter: tool = searchNotes")));
        chips->addStretch();
        body->addLayout(chips);
        for (int mark = 0; mark < 11; mark += 4) {
            auto *row = new QHBoxLayout;
            for (int i = mark; i < std::min(11, mark + 4); ++i) {
                auto *label = new MarkLabel;
                label->say(i, markWord(Mark(i)));
                row->addWidget(label, 1);
            }
            body->addLayout(row);
        }
        panel->body()->addLayout(body);
        column->addWidget(panel);
        auto *table = new Table(QStringLiteral("Tools"), toolColumns());
        table->setRows(toolRows());
        table->setSorted(2, Qt::DescendingOrder);
        table->setCurrentKey(QStringLiteral("searchNotes"));
        auto *tablePanel = new Panel(QStringLiteral("By tool"));
        tablePanel->body()->addWidget(table);
        column->addWidget(tablePanel, 1);
        auto *note = new Message;
        note->say(State::Warning, QStringLiteral("Migration 20250126000001"), QStringLiteral("was applied after this deployment was built."));
        column->addWidget(note);
        auto *advice = new Message;
        advice->advise(QStringLiteral("Nothing matches “rerank”."), QStringLiteral("41 rows are hidden by the filter. Esc clears it."));
        column->addWidget(advice);
        return column;
    }
    QLayout *right()
    {
        auto *column = new QVBoxLayout;
        column->setSpacing(10);
        for (const reports::Figure &figure : {errorFigure(), p95Figure(), oldFigure(), refusedFigure(), absentFigure()}) {
            auto *tile = new KpiTile;
            tile->setFigure(figure);
            tile->setFixedWidth(193);
            column->addWidget(tile);
        }
        column->addStretch();
        return column;
    }
};

} // namespace

class ControlsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        Theme::start();
        Theme::instance().show(Theme::Mode::Light);
    }

    void controlsLookAsDrawn_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void controlsLookAsDrawn()
    {
        QFETCH(bool, isDark);
        Theme::instance().show(isDark ? Theme::Mode::Dark : Theme::Mode::Light);
        Gallery gallery;
        comparePicture(gallery, isDark ? QStringLiteral("controls-dark") : QStringLiteral("controls-light"));
        Theme::instance().show(Theme::Mode::Light);
    }

    void aTileSpeaksItsFigureStateAndTarget()
    {
        KpiTile tile;
        tile.setFigure(p95Figure());
        QCOMPARE(tile.accessibleName(), QStringLiteral("p95 response 2.31 s, over target, target < 2 s, ▲ 0.42 s"));
        tile.setFigure(absentFigure());
        QVERIFY(!tile.accessibleName().contains(QStringLiteral("target")));
    }
    void aTileWithAProblemAsksForItsRemedyAndOthersForTheirExplanation()
    {
        KpiTile tile;
        QSignalSpy remedies(&tile, &KpiTile::remedyAsked), explanations(&tile, &KpiTile::explanationAsked);
        tile.setFigure(refusedFigure());
        tile.click();
        QCOMPARE(remedies.size(), 1);
        tile.setFigure(p95Figure());
        tile.click();
        QCOMPARE(explanations.size(), 1);
    }

    void refreshingATableKeepsRowsSelectionAndPlace()
    {
        CellsModel model(toolColumns());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(toolRows());
        const QPersistentModelIndex nudge = model.index(2, 0);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QList<TableRow> changed = toolRows();
        changed.move(2, 0);
        changed.removeAt(1);
        changed.append(toolRows().first());
        changed.last().key = QStringLiteral("searchUsers");
        model.setRows(changed);
        QCOMPARE(nudge.row(), 0);
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(resets.isEmpty());
    }
    void selectionSurvivesARefreshByTheRowsKey()
    {
        Table table(QStringLiteral("Tools"), toolColumns());
        table.setRows(toolRows());
        table.setCurrentKey(QStringLiteral("createNudge"));
        QSignalSpy changes(&table, &Table::currentKeyChanged);
        QList<TableRow> rows = toolRows();
        rows.move(2, 0);
        table.setRows(rows);
        QCOMPARE(table.currentKey(), QStringLiteral("createNudge"));
        QVERIFY(changes.isEmpty());
    }
    void pinnedRowsStayAboveAndTotalsBelowInBothOrders()
    {
        Table table(QStringLiteral("Tools"), toolColumns());
        QList<TableRow> rows = toolRows();
        rows[2].isPinned = true;
        rows[1].isTotal = true;
        table.setRows(rows);
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            table.setSorted(2, order);
            QCOMPARE(table.proxy()->index(0, 0).data().toString(), QStringLiteral("createNudge"));
            QCOMPARE(table.proxy()->index(2, 0).data().toString(), QStringLiteral("generateQuiz"));
        }
    }
    void numbersSortByTheirValueAndNotByTheirText()
    {
        Table table(QStringLiteral("Tools"), toolColumns());
        table.setRows(toolRows());
        table.setSorted(1, Qt::AscendingOrder);
        QCOMPARE(table.proxy()->index(0, 0).data().toString(), QStringLiteral("createNudge"));
        QCOMPARE(table.proxy()->index(2, 0).data().toString(), QStringLiteral("searchNotes"));
    }
    void escEmptiesTheFilterAndTheTableSaysWhatItHides()
    {
        Table table(QStringLiteral("Tools"), toolColumns());
        FilterField field(QStringLiteral("Filter"));
        table.setRows(toolRows());
        table.setFilter(&field);
        QTest::keyClicks(&field, QStringLiteral("quiz"));
        QCOMPARE(table.proxy()->rowCount(), 1);
        QCOMPARE(table.hiddenByFilter(), 2);
        QTest::keyClick(&field, Qt::Key_Escape);
        QCOMPARE(table.proxy()->rowCount(), 3);
    }
    void copiesAreTrueToTheirForms()
    {
        TextTable table{{QStringLiteral("Tool"), QStringLiteral("Cost")}, {{QStringLiteral("a|b"), QStringLiteral("1,5")}, {QStringLiteral("say \"x\""), QStringLiteral("2")}}, {false, true}};
        QCOMPARE(table.markdown(), QStringLiteral("| Tool | Cost |\n| --- | ---: |\n| a\\|b | 1,5 |\n| say \"x\" | 2 |\n"));
        QCOMPARE(table.csv(), QStringLiteral("Tool,Cost\r\na|b,\"1,5\"\r\n\"say \"\"x\"\"\",2\r\n"));
        QCOMPARE(table.tsv(), QStringLiteral("Tool\tCost\na|b\t1,5\nsay \"x\"\t2\n"));
        QVERIFY(table.json().contains(QStringLiteral("\"Tool\": \"a|b\"")));
    }

    void holdingDoesTheDeedAndLettingGoDoesNot()
    {
        HoldButton button(QStringLiteral("Roll back"));
        button.resize(200, 32);
        button.show();
        QSignalSpy held(&button, &HoldButton::held);
        QTest::mousePress(&button, Qt::LeftButton);
        QVERIFY(button.isHeld());
        QTest::mouseRelease(&button, Qt::LeftButton);
        QVERIFY(!button.isHeld());
        QTest::keyClick(&button, Qt::Key_Return);
        QVERIFY(held.isEmpty());
        QTest::keyPress(&button, Qt::Key_Space);
        QVERIFY(button.isHeld());
        QTRY_COMPARE(held.size(), 1);
    }
    void escCancelsAHold()
    {
        HoldButton button(QStringLiteral("Roll back"));
        button.show();
        QTest::keyPress(&button, Qt::Key_Space);
        QTest::keyClick(&button, Qt::Key_Escape);
        QVERIFY(!button.isHeld());
    }

    void bracketsMakeTheRangeShorterAndLonger()
    {
        const FixedClock clock(fromMsecs(1'763'733'128'000));
        RangePicker picker(clock);
        QSignalSpy picked(&picker, &RangePicker::picked);
        picker.setRange({QStringLiteral("24h")}, QTimeZone::utc());
        QVERIFY(picked.isEmpty());
        picker.longer();
        QCOMPARE(picker.range().text, QStringLiteral("7d"));
        picker.shorter();
        picker.shorter();
        picker.shorter();
        picker.shorter();
        QCOMPARE(picker.range().text, QStringLiteral("1h"));
    }
    void aTypedRangeThatIsNotUnderstoodIsSaidInPlace()
    {
        const FixedClock clock(fromMsecs(1'763'733'128'000));
        RangePicker picker(clock);
        picker.setRange({QStringLiteral("24h")}, QTimeZone::utc());
        QSignalSpy picked(&picker, &RangePicker::picked);
        RangePopup *popup = picker.openPopup();
        popup->field()->setText(QStringLiteral("tomorrowish"));
        QTest::keyClick(popup->field(), Qt::Key_Return);
        QVERIFY(!popup->problem().isEmpty());
        QVERIFY(picked.isEmpty());
        popup->field()->setText(QStringLiteral("2025-11-01..07"));
        QTest::keyClick(popup->field(), Qt::Key_Return);
        QCOMPARE(picked.size(), 1);
        QCOMPARE(RangePicker::inWords(picker.range(), clock.now(), QTimeZone::utc()), QStringLiteral("1 to 7 Nov"));
    }
    void movingTheRangeNeverGoesBeyondNow()
    {
        const FixedClock clock(fromMsecs(1'763'733'128'000));
        RangePicker picker(clock);
        picker.setRange({QStringLiteral("24h")}, QTimeZone::utc());
        picker.moveByHalf(-1);
        const auto earlier = picker.range().resolve(clock.now(), QTimeZone::utc());
        QVERIFY(earlier.has_value());
        QCOMPARE(earlier->to, clock.now() - std::chrono::hours(12));
        picker.moveByHalf(1);
        picker.moveByHalf(1);
        QCOMPARE(picker.range().resolve(clock.now(), QTimeZone::utc())->to, clock.now());
    }

    void thePaletteFindsByWordsAndKindsAndExplainsWhatIsDisabled()
    {
        QWidget window;
        window.resize(1000, 700);
        window.show();
        CommandPalette palette(&window);
        int ran = 0;
        palette.setCommands({{PaletteEntry::Kind::Page, QStringLiteral("Cost"), QStringLiteral("Watch"), {}, QStringLiteral("Ctrl 2"), {}, [&ran] { ++ran; }, {}},
            {PaletteEntry::Kind::Action, QStringLiteral("Roll back production…"), QStringLiteral("Act"), {}, {}, QStringLiteral("Unlock production first"), [&ran] { ran += 100; }, {}},
            {PaletteEntry::Kind::Deployment, QStringLiteral("clerva"), QStringLiteral("Deployments"), {}, {}, {}, [&ran] { ran += 10; }, {}}});
        palette.openOver(&window);
        QTest::keyClicks(palette.field(), QStringLiteral("@"));
        QCOMPARE(palette.shownTitles(), QStringList{QStringLiteral("clerva")});
        palette.field()->setText(QStringLiteral("roll"));
        QTest::keyClick(palette.field(), Qt::Key_Return);
        QCOMPARE(ran, 0);
        QVERIFY(palette.isVisible());
        palette.field()->setText(QStringLiteral("cost"));
        QTest::keyClick(palette.field(), Qt::Key_Return);
        QCOMPARE(ran, 1);
        QVERIFY(!palette.isVisible());
    }

    void theFirstLoadIsQuietAndThenSaysWhatItReads()
    {
        StatePane pane(new QWidget);
        pane.resize(500, 300);
        pane.show();
        pane.showLoading(QStringLiteral("Reading the last hour"));
        QVERIFY(pane.words().isEmpty());
        QTRY_COMPARE(pane.words(), QStringLiteral("Reading the last hour"));
        pane.showError({Error::Kind::Busy, QStringLiteral("The database is busy."), QStringLiteral("lock timeout"), QStringLiteral("55P03")});
        QCOMPARE(pane.words(), QStringLiteral("The database is busy."));
        pane.showContent();
        QVERIFY(pane.showsContent());
    }
    void theLoadTurnsAmberAtHalfTheCapAndTheStripForgetsWhatItSaid()
    {
        StatusStrip strip;
        strip.setRight(QStringLiteral("last refresh 14:52:08 UTC"));
        strip.setLoad(QStringLiteral("production"), 0.006, 0.01);
        strip.say(QStringLiteral("Copied"));
        const auto says = [&strip](const QString &words) {
            for (const QLabel *label : strip.findChildren<QLabel *>()) {
                if (label->text() == words)
                    return true;
            }
            return false;
        };
        QVERIFY(says(QStringLiteral("Copied")));
        QTRY_VERIFY(says(QStringLiteral("last refresh 14:52:08 UTC")));
    }
};

QTEST_MAIN(ControlsTest)
#include "controls_test.moc"
