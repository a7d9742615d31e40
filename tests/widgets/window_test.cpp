#include "widgets/support/access.h"
#include "widgets/support/fixeddesk.h"
#include "widgets/support/pictures.h"

#include "widgets/charts/chartframe.h"
#include "widgets/charts/lineitem.h"
#include "widgets/controls/button.h"
#include "widgets/controls/environmentchip.h"
#include "widgets/controls/filterfield.h"
#include "widgets/controls/kpitile.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/panel.h"
#include "widgets/controls/rangepicker.h"
#include "widgets/controls/sidebar.h"
#include "widgets/controls/statusstrip.h"
#include "widgets/controls/table.h"
#include "widgets/dialogs/settingsdialog.h"
#include "widgets/dialogs/unlockdialog.h"
#include "widgets/window/mainwindow.h"

#include "core/settings.h"
#include "reports/overview.h"

#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QVBoxLayout>

using namespace qd;
using namespace qd::test;

namespace {

// A page like those to come: tiles, a chart, a table with a filter.
class SamplePage : public Page
{
public:
    explicit SamplePage(Desk *desk)
        : Page(desk)
        , filterField(new FilterField(QStringLiteral("Filter tools")))
        , table(new Table(QStringLiteral("Tools"), QList<TableColumn>{{QStringLiteral("Tool"), 0}, {QStringLiteral("Calls"), 90, true}}))
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(16, 12, 16, 12);
        column->setSpacing(10);
        tiles = new QHBoxLayout;
        tiles->setSpacing(10);
        column->addLayout(tiles);
        auto *panel = new Panel(QStringLiteral("By tool"));
        panel->addAction(filterField);
        panel->body()->addWidget(table);
        column->addWidget(panel, 1);
        table->setFilter(filterField);
        QList<TableRow> rows;
        for (const char *name : {"searchNotes", "generateQuiz", "createNudge"}) {
            TableRow row;
            row.key = QString::fromLatin1(name);
            row.cells = {Cell(row.key), Cell::number(QStringLiteral("9,210"), 9210)};
            rows << row;
        }
        table->setRows(rows);
        ++built;
    }
    QWidget *filter() const override { return filterField; }
    bool escape() override
    {
        if (filterField->text().isEmpty())
            return false;
        filterField->clear();
        return true;
    }
    QList<PageExport> exports() const override { return {{QStringLiteral("Table as CSV…"), QStringLiteral("csv"), [] { return QByteArray(); }}}; }

    FilterField *filterField;
    Table *table;
    QHBoxLayout *tiles;
    int refreshed = 0;
    static inline int built = 0;

protected:
    void refresh(const reports::Inputs &inputs) override
    {
        ++refreshed;
        const reports::OverviewReport report = reports::overviewReport(inputs);
        say(report.sentence);
        while (QLayoutItem *item = tiles->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        for (const reports::Figure &figure : report.tiles) {
            auto *tile = new KpiTile;
            tile->setFigure(figure);
            tiles->addWidget(tile);
        }
    }
};

class PresentPage : public Page
{
public:
    using Page::Page;
    bool showsPresent() const override { return true; }

protected:
    void refresh(const reports::Inputs &) override { say({State::Ok, QStringLiteral("All well."), {}}); }
};

class DoorPage : public Page
{
public:
    using Page::Page;
    bool isBare() const override { return true; }

protected:
    void refresh(const reports::Inputs &) override { }
};

struct Shown
{
    FixedDesk desk;
    std::unique_ptr<MainWindow> window;

    explicit Shown(bool isPopulated = true, const QSize &size = {1440, 900})
    {
        if (isPopulated)
            desk.populate();
        window = std::make_unique<MainWindow>(&desk, QStringList{QStringLiteral("en"), QStringLiteral("de")});
        window->setConnectPage([](Desk *at) { return new DoorPage(at); });
        window->registerPage({QStringLiteral("overview"), QStringLiteral("Overview"), QStringLiteral("compass"), QStringLiteral("Watch"), QStringLiteral("Ctrl+1"), [](Desk *at) { return new SamplePage(at); }});
        window->registerPage({QStringLiteral("cost"), QStringLiteral("Cost"), QStringLiteral("taxes-finances"), QStringLiteral("Watch"), QStringLiteral("Ctrl+2"), [](Desk *at) { return new SamplePage(at); }});
        window->registerPage({QStringLiteral("readiness"), QStringLiteral("Readiness"), QStringLiteral("view-task"), QStringLiteral("Record"), QStringLiteral("Alt+5"), [](Desk *at) { return new PresentPage(at); }});
        window->resize(size);
        window->start();
        window->resize(size);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    SamplePage *sample() const { return dynamic_cast<SamplePage *>(window->currentPage()); }
};

} // namespace

class WindowTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale::c());
        Theme::start();
    }
    void init()
    {
        Theme::instance().show(Theme::Mode::Light);
        settings::LastPage.set(QStringLiteral("overview"));
        settings::WindowGeometry.set({});
        SamplePage::built = 0;
    }

    void theShellLooksAsDrawn_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::addColumn<bool>("isStale");
        QTest::newRow("light") << false << false;
        QTest::newRow("dark") << true << false;
        QTest::newRow("stale-light") << false << true;
    }
    void theShellLooksAsDrawn()
    {
        QFETCH(bool, isDark);
        QFETCH(bool, isStale);
        Theme::instance().show(isDark ? Theme::Mode::Dark : Theme::Mode::Light);
        Shown shown;
        if (isStale) {
            auto &status = *shown.desk.connection;
            status.connection = Target::Status::Connection::Failed;
            status.failedSince = shown.desk.world.now - minutes(50);
            status.attempt = 54;
            status.nextTry = shown.desk.world.now + std::chrono::seconds(18);
            status.error = Error{Error::Kind::Unreachable, QStringLiteral("The database does not answer.")};
            emit shown.desk.connectionChanged(QStringLiteral("clerva"));
        }
        QCoreApplication::sendPostedEvents();
        comparePicture(*shown.window, QStringLiteral("window-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
    }
    void theShellLooksAsDrawnAtItsSmallestWithLargeText()
    {
        Theme::instance().show(Theme::Mode::Light, 150);
        Shown shown(true, {1180, 720});
        comparePicture(*shown.window, QStringLiteral("window-150-percent"));
    }

    void pagesAreBuiltOnTheFirstVisit()
    {
        Shown shown;
        QCOMPARE(SamplePage::built, 1);
        QTest::keyClick(shown.window.get(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(shown.window->currentPageId(), QStringLiteral("cost"));
        QCOMPARE(SamplePage::built, 2);
        QTest::keyClick(shown.window.get(), Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(SamplePage::built, 2);
    }
    void theSidebarListsOnlyPagesThatExist()
    {
        Shown shown;
        QCOMPARE(shown.window->pageIds(), (QStringList{QStringLiteral("overview"), QStringLiteral("cost"), QStringLiteral("readiness")}));
        QVERIFY(!shown.window->sidebar()->item(QStringLiteral("backups")));
    }
    void withoutADeploymentTheFirstRunIsShown()
    {
        Shown shown(false);
        QVERIFY(shown.window->currentPage()->isBare());
        QVERIFY(!shown.window->header()->isVisible());
        QVERIFY(!shown.window->sidebar()->item(QStringLiteral("cost"))->isEnabled());
        QCOMPARE(shown.window->sidebar()->chip()->words(), QStringLiteral("not connected"));
        shown.desk.populate();
        emit shown.desk.deploymentsChanged();
        QCOMPARE(shown.window->currentPageId(), QStringLiteral("overview"));
        QVERIFY(shown.window->header()->isVisible());
    }
    void escLeavesTheConnectPageWhenThereIsSomewhereToGo()
    {
        Shown shown;
        QTest::keyClick(shown.window.get(), Qt::Key_2, Qt::ControlModifier);
        QTest::keyClick(shown.window.get(), Qt::Key_O, Qt::ControlModifier);
        QVERIFY(shown.window->currentPage()->isBare());
        QTest::keyClick(shown.window.get(), Qt::Key_Escape);
        QCOMPARE(shown.window->currentPageId(), QStringLiteral("cost"));
    }
    void aPageIsAskedOnceHoweverMuchHasChanged()
    {
        Shown shown;
        SamplePage *page = shown.sample();
        const int before = page->refreshed;
        for (int i = 0; i < 20; ++i)
            emit shown.desk.dataChanged(QStringLiteral("clerva"));
        emit shown.desk.connectionChanged(QStringLiteral("clerva"));
        QTRY_COMPARE(page->refreshed, before + 1);
    }
    void aHiddenPageWaitsUntilItIsVisible()
    {
        Shown shown;
        SamplePage *page = shown.sample();
        QTest::keyClick(shown.window.get(), Qt::Key_2, Qt::ControlModifier);
        const int before = page->refreshed;
        emit shown.desk.dataChanged(QStringLiteral("clerva"));
        QTRY_VERIFY(shown.sample()->refreshed >= 2);
        QCOMPARE(page->refreshed, before);
        QTest::keyClick(shown.window.get(), Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(page->refreshed, before + 1);
    }

    void keysChangeRangeRefreshingAndTextSize()
    {
        Shown shown;
        QWidget *window = shown.window.get();
        QTest::keyClick(window, Qt::Key_BracketRight);
        QCOMPARE(shown.desk.range().text, QStringLiteral("7d"));
        QTest::keyClick(window, Qt::Key_BracketLeft);
        QCOMPARE(shown.desk.range().text, QStringLiteral("24h"));
        QTest::keyClick(window, Qt::Key_F5);
        QCOMPARE(shown.desk.refreshes, 1);
        QTest::keyClick(window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(shown.desk.isPaused());
        QTest::keyClick(window, Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(shown.desk.range().text != QStringLiteral("24h"));
        QTest::keyClick(window, Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(Theme::instance().textPercent(), 110);
        QTest::keyClick(window, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(Theme::instance().textPercent(), 100);
    }
    void slashLeadsToTheFilterAndEscClearsIt()
    {
        Shown shown;
        QTest::keyClick(shown.window.get(), Qt::Key_Slash);
        QVERIFY(shown.sample()->filterField->hasFocus());
        QTest::keyClicks(shown.sample()->filterField, QStringLiteral("quiz/["));
        QCOMPARE(shown.sample()->filterField->text(), QStringLiteral("quiz/["));
        QCOMPARE(shown.desk.range().text, QStringLiteral("24h"));
        QTest::keyClick(shown.sample()->filterField, Qt::Key_Escape);
        QVERIFY(shown.sample()->filterField->text().isEmpty());
    }
    void pagesThatShowThePresentGreyTheRangeOut()
    {
        Shown shown;
        QTest::keyClick(shown.window.get(), Qt::Key_5, Qt::AltModifier);
        QCOMPARE(shown.window->currentPageId(), QStringLiteral("readiness"));
        QVERIFY(!shown.window->header()->range()->isEnabled());
        QTest::keyClick(shown.window.get(), Qt::Key_BracketRight);
        QCOMPARE(shown.desk.range().text, QStringLiteral("24h"));
    }
    void thePaletteKnowsPagesActionsDeploymentsAndTables()
    {
        Shown shown;
        QTest::keyClick(shown.window.get(), Qt::Key_K, Qt::ControlModifier);
        auto *palette = shown.window->findChild<CommandPalette *>();
        QVERIFY(palette && palette->isVisible());
        palette->field()->setText(QStringLiteral("#"));
        QCOMPARE(palette->shownTitles(), QStringList{QStringLiteral("public.agent_telemetry")});
        palette->field()->setText(QStringLiteral("@staging"));
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QCOMPARE(shown.desk.current(), QStringLiteral("clerva-staging"));
    }
    void theWindowShowsTheEnvironmentItIsOn()
    {
        Shown shown;
        QCOMPARE(shown.window->sidebar()->chip()->words(), QStringLiteral("PRODUCTION · read-only"));
        const auto lineColour = [&] { return QColor(shown.window->grab().toImage().pixel(700, 1)); };
        QCOMPARE(lineColour(), lightTokens().prodLine);
        shown.desk.select(QStringLiteral("clerva-staging"));
        QCOMPARE(lineColour(), lightTokens().stagingLine);
        QCOMPARE(shown.window->sidebar()->chip()->words(), QStringLiteral("STAGING · read-only"));
    }

    void unlockingProductionWantsAReasonAndTheNameAndReturnDoesNotDoIt()
    {
        Shown shown;
        QTest::keyClick(shown.window.get(), Qt::Key_L, Qt::ControlModifier);
        auto *dialog = shown.window->findChild<UnlockDialog *>();
        QVERIFY(dialog);
        QVERIFY(!dialog->unlockButton()->isEnabled());
        QTest::keyClicks(dialog->reason(), QStringLiteral("p95 over target"));
        QTest::keyClick(dialog->reason(), Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        QVERIFY(!dialog->unlockButton()->isEnabled());
        QTest::keyClicks(dialog->name(), QStringLiteral("clerv"));
        QVERIFY(!dialog->unlockButton()->isEnabled());
        QTest::keyClicks(dialog->name(), QStringLiteral("a"));
        QVERIFY(dialog->unlockButton()->isEnabled());
        QTest::keyClick(dialog->name(), Qt::Key_Return);
        QVERIFY(!shown.desk.target(QStringLiteral("clerva"))->lock().isOpen());
        QTest::mouseClick(dialog->unlockButton(), Qt::LeftButton);
        QTRY_VERIFY(shown.desk.target(QStringLiteral("clerva"))->lock().isOpen());
        QTRY_COMPARE(shown.window->sidebar()->chip()->words(), QStringLiteral("PRODUCTION open 10:00"));
        const auto entries = shown.desk.world.journal.entries({fromMsecs(0), shown.desk.world.now + hours(1)}, QStringLiteral("clerva"), QStringLiteral("unlock"));
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries[0].reason, QStringLiteral("p95 over target"));
        QTRY_VERIFY(!shown.window->findChild<UnlockDialog *>());
        shown.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(shown.window.get()));
        QTest::keyClick(shown.window.get(), Qt::Key_L, Qt::ControlModifier);
        QVERIFY(!shown.desk.target(QStringLiteral("clerva"))->lock().isOpen());
    }
    void theUnlockDialogLooksAsDrawn()
    {
        Shown shown;
        UnlockDialog dialog(shown.desk.held.first(), &shown.desk.target(QStringLiteral("clerva"))->lock());
        dialog.reason()->setText(QStringLiteral("p95 over target since deploy 4c1e9ab"));
        dialog.name()->setText(QStringLiteral("clerv"));
        dialog.adjustSize();
        comparePicture(dialog, QStringLiteral("unlock-light"));
    }
    void settingsActAtOnce()
    {
        Shown shown;
        SettingsDialog dialog(&shown.desk, {QStringLiteral("en"), QStringLiteral("de")});
        dialog.theme()->button(QStringLiteral("dark"))->click();
        QVERIFY(Theme::instance().isDark());
        dialog.refreshing()->setCurrentIndex(dialog.refreshing()->findData(300));
        emit dialog.refreshing()->activated(dialog.refreshing()->currentIndex());
        QCOMPARE(shown.desk.refreshSeconds(), 300);
        QVERIFY(dialog.language()->findData(QStringLiteral("de")) > 0);
        settings::Theme.set(QStringLiteral("light"));
    }

    void everythingThatCanBeUsedHasAName()
    {
        Shown shown;
        QCOMPARE(unnamed(shown.window.get()), QStringList());
        QTest::keyClick(shown.window.get(), Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(unnamed(shown.window->findChild<CommandPalette *>()), QStringList());
        SettingsDialog dialog(&shown.desk, {});
        dialog.show();
        QCOMPARE(unnamed(&dialog), QStringList());
        UnlockDialog unlock(shown.desk.held.first(), &shown.desk.target(QStringLiteral("clerva"))->lock());
        unlock.show();
        QCOMPARE(unnamed(&unlock), QStringList());
    }
    void theKeyboardReachesEverything()
    {
        Shown shown;
        QSet<QWidget *> reached;
        shown.window->sidebar()->switcher()->setFocus();
        for (int i = 0; i < 80; ++i) {
            reached.insert(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        for (auto *button : shown.window->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->isEnabled())
                QVERIFY2(reached.contains(button), qPrintable(QStringLiteral("%1 %2").arg(QString::fromLatin1(button->metaObject()->className()), button->accessibleName() + button->text())));
        }
        QVERIFY(reached.contains(shown.sample()->table));
        // F6 goes from pane to pane.
        shown.window->sidebar()->switcher()->setFocus();
        QTest::keyClick(shown.window.get(), Qt::Key_F6);
        QVERIFY(shown.window->header()->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(shown.window.get(), Qt::Key_F6);
        QVERIFY(shown.window->currentPage()->isAncestorOf(QApplication::focusWidget()));
    }
    void nothingIsCutAtTheSmallestSizeOrWithLargeText_data()
    {
        QTest::addColumn<int>("percent");
        QTest::addColumn<QSize>("size");
        QTest::newRow("smallest") << 100 << QSize(1180, 720);
        QTest::newRow("smallest, large text") << 150 << QSize(1180, 720);
        QTest::newRow("reference, large text") << 150 << QSize(1440, 900);
        QTest::newRow("reference, small text") << 90 << QSize(1440, 900);
    }
    void nothingIsCutAtTheSmallestSizeOrWithLargeText()
    {
        QFETCH(int, percent);
        QFETCH(QSize, size);
        Theme::instance().show(Theme::Mode::Light, percent);
        Shown shown(true, size);
        QCOMPARE(clipped(shown.window.get()), QStringList());
        QCOMPARE(shown.window->size(), size);
    }
    void theSidebarShowsIconsInANarrowWindow()
    {
        Shown shown;
        QVERIFY(!shown.window->sidebar()->isIconOnly());
        shown.window->resize(1230, 800);
        QTRY_VERIFY(shown.window->sidebar()->isIconOnly());
        QCOMPARE(shown.window->sidebar()->width(), Sidebar::NarrowWidth);
        shown.window->resize(1300, 800);
        QTRY_VERIFY(!shown.window->sidebar()->isIconOnly());
    }
    void theMenuHasTheExportsOfThePage()
    {
        Shown shown;
        QMenu *menu = shown.window->openMenu();
        bool isThere = false;
        for (QAction *action : menu->actions())
            isThere = isThere || (action->menu() && action->menu()->title() == QStringLiteral("Export"));
        QVERIFY(isThere);
        menu->close();
    }
    void sizeAndPageAreRemembered()
    {
        {
            Shown shown;
            QTest::keyClick(shown.window.get(), Qt::Key_2, Qt::ControlModifier);
            shown.window->close();
        }
        Shown again;
        QCOMPARE(again.window->currentPageId(), QStringLiteral("cost"));
    }
};

QTEST_MAIN(WindowTest)
#include "window_test.moc"
