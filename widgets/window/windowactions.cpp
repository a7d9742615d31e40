// Shortcuts, menu and palette of the window: the same commands in three places.

#include "widgets/window/mainwindow.h"

#include "core/savefile.h"

#include "widgets/controls/environmentchip.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/rangepicker.h"
#include "widgets/controls/refreshcontrol.h"
#include "widgets/controls/sidebar.h"
#include "widgets/controls/statusstrip.h"
#include "widgets/controls/table.h"
#include "widgets/dialogs/settingsdialog.h"
#include "widgets/theme/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QMenu>
#include <QStackedWidget>

namespace qd {

QAction *MainWindow::addShortcut(const QString &title, const QList<QKeySequence> &keys, std::function<void()> run)
{
    auto *action = new QAction(title, this);
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, std::move(run));
    addAction(action);
    return action;
}

void MainWindow::makeActions()
{
    RangePicker *range = m_header->range();
    const auto onRange = [this, range](auto run) {
        return [this, range, run] {
            if (currentPage() && !currentPage()->showsPresent() && !currentPage()->isBare())
                run(range);
        };
    };
    addShortcut(tr("Go to Anything"), {QKeySequence(Qt::CTRL | Qt::Key_K)}, [this] { openPalette(); });
    addShortcut(tr("Refresh Now"), {QKeySequence(Qt::Key_F5)}, [this] { m_desk->refresh(); });
    addShortcut(tr("Pause Refreshing"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)}, [this] { m_desk->setPaused(!m_desk->isPaused()); });
    addShortcut(tr("Filter"), {QKeySequence(Qt::Key_Slash)}, [this] {
        if (QWidget *filter = currentPage() ? currentPage()->filter() : nullptr)
            filter->setFocus(Qt::ShortcutFocusReason);
    });
    addShortcut(tr("Switch Deployment"), {QKeySequence(Qt::CTRL | Qt::Key_D)}, [this] { switchDeployment(); });
    addShortcut(tr("Connect a Deployment…"), {QKeySequence(Qt::CTRL | Qt::Key_O)}, [this] { connectDeployment(); });
    addShortcut(tr("Lock or Unlock"), {QKeySequence(Qt::CTRL | Qt::Key_L)}, [this] { unlockOrLock(); });
    addShortcut(tr("Shorter Range"), {QKeySequence(Qt::Key_BracketLeft)}, onRange([](RangePicker *picker) { picker->shorter(); }));
    addShortcut(tr("Longer Range"), {QKeySequence(Qt::Key_BracketRight)}, onRange([](RangePicker *picker) { picker->longer(); }));
    addShortcut(tr("Earlier by Half a Range"), {QKeySequence(Qt::SHIFT | Qt::Key_Left)}, onRange([](RangePicker *picker) { picker->moveByHalf(-1); }));
    addShortcut(tr("Later by Half a Range"), {QKeySequence(Qt::SHIFT | Qt::Key_Right)}, onRange([](RangePicker *picker) { picker->moveByHalf(1); }));
    addShortcut(tr("Copy Table as Markdown"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}, [this] { copyTable(); });
    addShortcut(tr("Next Pane"), {QKeySequence(Qt::Key_F6)}, [this] { stepPane(1); });
    addShortcut(tr("Previous Pane"), {QKeySequence(Qt::SHIFT | Qt::Key_F6)}, [this] { stepPane(-1); });
    addShortcut(tr("Larger Text"), {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}, [] { Theme::instance().setTextPercent(Theme::instance().textPercent() + 10); });
    addShortcut(tr("Smaller Text"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)}, [] { Theme::instance().setTextPercent(Theme::instance().textPercent() - 10); });
    addShortcut(tr("Normal Text"), {QKeySequence(Qt::CTRL | Qt::Key_0)}, [] { Theme::instance().setTextPercent(100); });
    addShortcut(tr("Menu"), {QKeySequence(Qt::Key_F10)}, [this] { openMenu(); });
    addShortcut(tr("Settings…"), {QKeySequence(Qt::CTRL | Qt::Key_Comma)}, [this] { openSettings(); });
    addShortcut(tr("Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}, [this] { close(); });
}

// The focused table, else the first one of the page.
void MainWindow::copyTable()
{
    auto *table = qobject_cast<Table *>(QApplication::focusWidget());
    if (!table && currentPage())
        table = currentPage()->findChild<Table *>();
    if (!table)
        return;
    QApplication::clipboard()->setText(table->text().markdown());
    m_strip->say(tr("Copied as Markdown"));
}

// Sidebar, header, page, strip: the first thing in it that takes the focus.
void MainWindow::stepPane(int by)
{
    const QList<QWidget *> panes{m_sidebar, m_header, m_stack, m_strip};
    int at = 0;
    for (int i = 0; i < panes.size(); ++i) {
        if (QApplication::focusWidget() && panes[i]->isAncestorOf(QApplication::focusWidget()))
            at = i;
    }
    for (int tried = 0; tried < panes.size(); ++tried) {
        at = int((at + by + panes.size()) % panes.size());
        if (!panes[at]->isVisible())
            continue;
        for (QWidget *widget = panes[at]->nextInFocusChain(); widget && widget != panes[at]; widget = widget->nextInFocusChain()) {
            if (panes[at]->isAncestorOf(widget) && widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus))
                return widget->setFocus(Qt::TabFocusReason);
        }
    }
}

QMenu *MainWindow::openMenu(QWidget *anchor)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillPageMenu(menu);
    QMenu *refreshing = menu->addMenu(tr("Refresh"));
    m_header->refresh()->fill(refreshing);
    menu->addSeparator();
    for (QAction *action : actions()) {
        const bool isPage = std::any_of(m_pages.cbegin(), m_pages.cend(), [action](const Entry &each) { return each.action == action; });
        if (!isPage && action->text() != tr("Menu"))
            menu->addAction(action);
    }
    QWidget *from = anchor ? anchor : static_cast<QWidget *>(m_sidebar);
    menu->popup(from->mapToGlobal(QPoint(from->width(), anchor ? anchor->height() : from->height()) - QPoint(0, menu->sizeHint().height())));
    return menu;
}

void MainWindow::fillPageMenu(QMenu *menu)
{
    Page *shown = currentPage();
    if (!shown)
        return;
    for (const PageAction &each : shown->actions()) {
        QAction *action = menu->addAction(icon(each.iconName), each.title);
        action->setEnabled(each.whyNot.isEmpty());
        action->setToolTip(each.whyNot);
        connect(action, &QAction::triggered, shown, [run = each.run] { run(); });
    }
    const QList<PageExport> exports = shown->exports();
    if (!exports.isEmpty()) {
        QMenu *exportMenu = menu->addMenu(icon(QStringLiteral("document-export")), tr("Export"));
        for (const PageExport &each : exports)
            connect(exportMenu->addAction(each.title), &QAction::triggered, shown, [this, each] { saveExport(each); });
    }
    if (!menu->isEmpty())
        menu->addSeparator();
}

void MainWindow::saveExport(const PageExport &what)
{
    auto *dialog = new QFileDialog(this, what.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(what.suffix);
    dialog->selectFile(QStringLiteral("%1-%2.%3").arg(m_desk->current(), m_current, what.suffix));
    connect(dialog, &QFileDialog::fileSelected, this, [this, what](const QString &name) {
        const Result<> saved = saveFile(name, what.bytes());
        m_strip->say(saved ? tr("Written to %1").arg(name) : saved.error().message);
    });
    dialog->open();
}

QList<PaletteEntry> MainWindow::deploymentCommands()
{
    QList<PaletteEntry> all;
    for (const Deployment &deployment : m_desk->deployments()) {
        PaletteEntry command{PaletteEntry::Kind::Deployment, deployment.title.isEmpty() ? deployment.name : deployment.title, tr("Deployments"), QStringLiteral("server-database"), {}, {}, [this, name = deployment.name] { m_desk->select(name); }, deployment.name};
        if (deployment.name == m_desk->current())
            command.whyNot = tr("shown now");
        all.append(command);
    }
    return all;
}

QList<PaletteEntry> MainWindow::commands()
{
    QList<PaletteEntry> all;
    const QString noDeployment = m_desk->current().isEmpty() ? tr("connect a deployment first") : QString();
    for (const Entry &each : std::as_const(m_pages)) {
        if (each.spec.id != ConnectId)
            all.append({PaletteEntry::Kind::Page, each.spec.title, each.spec.group, each.spec.iconName, QKeySequence(each.spec.shortcut).toString(QKeySequence::NativeText), noDeployment, [this, id = each.spec.id] { openPage(id); }, each.spec.id});
    }
    if (Page *shown = currentPage()) {
        for (const PageAction &each : shown->actions())
            all.append({PaletteEntry::Kind::Action, each.title, entry(m_current)->spec.title, each.iconName, {}, each.whyNot, each.run, {}});
        for (const PageExport &each : shown->exports())
            all.append({PaletteEntry::Kind::Action, each.title, tr("Export"), QStringLiteral("document-export"), {}, {}, [this, each] { saveExport(each); }, each.suffix});
    }
    for (QAction *action : actions()) {
        const bool isPage = std::any_of(m_pages.cbegin(), m_pages.cend(), [action](const Entry &each) { return each.action == action; });
        if (isPage || action->text() == tr("Go to Anything"))
            continue;
        all.append({PaletteEntry::Kind::Action, action->text(), tr("Window"), QStringLiteral("application-menu"), action->shortcut().toString(QKeySequence::NativeText), {}, [action] { action->trigger(); }, {}});
    }
    all += deploymentCommands();
    if (const auto inputs = m_desk->inputs(); inputs && inputs->profile) {
        for (const TelemetrySource &source : inputs->profile->sources)
            all.append({PaletteEntry::Kind::Table, QStringLiteral("%1.%2").arg(source.schema, source.table), tr("Tables"), QStringLiteral("server-database"), {}, {}, [this] { openPage(pageIds().value(0)); }, source.name});
    }
    return all;
}

void MainWindow::openPalette(const QString &text)
{
    if (!m_palette)
        m_palette = new CommandPalette(this);
    m_palette->setCommands(commands());
    m_palette->openOver(this, text);
}

void MainWindow::openSettings()
{
    auto *dialog = new SettingsDialog(m_desk, m_languages, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace qd
