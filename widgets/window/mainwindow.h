#pragma once

#include "widgets/controls/commandpalette.h"
#include "widgets/pages/page.h"

#include <QMainWindow>
#include <QMap>

class QMenu;
class QStackedWidget;

namespace qd {

class PageHeader;
class SearchPopup;
class Sidebar;
class StatusStrip;

// A page as the window lists it: one line of registration per feature, in app/.
struct PageSpec
{
    QString id;                // "cost"
    QString title;             // "Cost"
    QString iconName;          // "taxes-finances"
    QString group;             // "Watch"
    QString shortcut;          // "Ctrl+2"; empty: none
    std::function<Page *(Desk *)> make; // on the first visit
};

// Places what others make: the line in the colour of the environment, sidebar, header, the pages,
// the strip. Knows nothing of cost or latency, and owns every shortcut of STYLE §5.
//
//     MainWindow window(desk, {"en", "de"});
//     window.setConnectPage([](Desk *desk) { return new FirstRunPage(desk); });
//     window.registerPage({"cost", tr("Cost"), "taxes-finances", tr("Watch"), "Ctrl+2", …});
//     window.start();
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Desk *desk, QStringList languages = {}, QWidget *parent = nullptr);
    ~MainWindow() override;

    void registerPage(const PageSpec &spec);
    // Shown without any deployment, and by Ctrl+O.
    void setConnectPage(std::function<Page *(Desk *)> make);
    // Restores size and page, and shows the first run if there is nothing to show.
    void start();

    void openPage(const QString &id, const QString &object = {});
    QString currentPageId() const { return m_current; }
    Page *currentPage() const;
    // Builds it if needed; null for an unknown id.
    Page *page(const QString &id);
    QStringList pageIds() const;
    void connectDeployment();
    void openPalette(const QString &text = {});
    QList<PaletteEntry> commands();
    void unlockOrLock();
    void openSettings();
    void switchDeployment();
    QMenu *openMenu(QWidget *anchor = nullptr);
    Sidebar *sidebar() const { return m_sidebar; }
    PageHeader *header() const { return m_header; }
    StatusStrip *strip() const { return m_strip; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Entry
    {
        PageSpec spec;
        Page *page = nullptr;
        QAction *action = nullptr;
    };
    Entry *entry(const QString &id);
    void connectDesk();
    void connectHeader();
    void makeActions();
    QAction *addShortcut(const QString &title, const QList<QKeySequence> &keys, std::function<void()> run);
    void stepPane(int by);
    void fillPageMenu(QMenu *menu);
    void saveExport(const PageExport &what);
    void copyTable();
    QList<PaletteEntry> deploymentCommands();
    void collapse();
    void restore();

    void showDeployment();
    void showLock();
    void showConnection();
    void showRefreshing();
    void showRange();
    void showPage();
    bool isConnecting() const { return m_current == ConnectId; }

    static inline const QString ConnectId = QStringLiteral("connect");
    Desk *m_desk;
    QStringList m_languages;
    QList<Entry> m_pages;
    QString m_current, m_before;
    QWidget *m_line;
    Sidebar *m_sidebar;
    PageHeader *m_header;
    QStackedWidget *m_stack;
    StatusStrip *m_strip;
    CommandPalette *m_palette = nullptr;
    SearchPopup *m_switcher = nullptr;
    QTimer m_second; // countdowns
};

} // namespace qd
