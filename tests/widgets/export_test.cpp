// What is exported from a page arrives whole, or not at all and with a sentence.
#include "widgets/support/fixeddesk.h"

#include "widgets/controls/statusstrip.h"
#include "widgets/theme/theme.h"
#include "widgets/window/mainwindow.h"

#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace qd;
using namespace qd::test;

namespace {

const QByteArray Exported = QByteArray("day,cost\r\n2026-01-28,41.20\r\n").repeated(100);

class ExportPage : public Page
{
public:
    using Page::Page;
    QList<PageExport> exports() const override { return {{QStringLiteral("Table as CSV"), QStringLiteral("csv"), [] { return Exported; }}}; }

protected:
    void refresh(const reports::Inputs &) override { say({State::Ok, QStringLiteral("All well."), {}}); }
};

} // namespace

class ExportTest : public QObject
{
    Q_OBJECT

    FixedDesk m_desk;
    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;

    // Through the menu and the dialog, as a person would.
    void exportTo(const QString &name)
    {
        QMenu *menu = m_window->openMenu();
        QAction *found = nullptr;
        for (QAction *action : menu->actions()) {
            if (action->menu() && action->menu()->title() == QStringLiteral("Export"))
                found = action->menu()->actions().value(0);
        }
        QVERIFY(found);
        menu->close();
        found->trigger();
        auto *dialog = m_window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        emit dialog->fileSelected(name);
        delete dialog;
    }
    bool says(const QString &words) const
    {
        for (const QLabel *label : m_window->strip()->findChildren<QLabel *>()) {
            if ((label->text() + label->toolTip() + label->accessibleName()).contains(words))
                return true;
        }
        return false;
    }
    static QByteArray contents(const QString &name)
    {
        QFile file(name);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale::c());
        Theme::start();
        m_desk.populate();
        m_window = std::make_unique<MainWindow>(&m_desk, QStringList{QStringLiteral("en")});
        m_window->registerPage({QStringLiteral("overview"), QStringLiteral("Overview"), QStringLiteral("compass"), QStringLiteral("Watch"), QStringLiteral("Ctrl+1"), [](Desk *at) { return new ExportPage(at); }});
        m_window->start();
        m_window->show();
    }

    void whatIsSeenIsWritten()
    {
        const QString name = m_folder.filePath(QStringLiteral("cost.csv"));
        exportTo(name);
        QCOMPARE(contents(name), Exported);
        QVERIFY(says(QStringLiteral("Written to")));
    }

    void aFullDiskIsSaidAndTheOldFileStays()
    {
        const QString name = m_folder.filePath(QStringLiteral("cost.csv"));
        QVERIFY(contents(name) == Exported || QFile(name).open(QFile::WriteOnly));
        const QByteArray before = contents(name);
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit limit{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &limit), 0);
        const rlimit small{100, limit.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        exportTo(name);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
        QVERIFY(says(QStringLiteral("cannot be written")));
        QCOMPARE(contents(name), before);
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }
};

QTEST_MAIN(ExportTest)
#include "export_test.moc"
