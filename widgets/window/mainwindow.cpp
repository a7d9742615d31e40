#include "widgets/window/mainwindow.h"

#include "widgets/controls/environmentchip.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/rangepicker.h"
#include "widgets/controls/refreshcontrol.h"
#include "widgets/controls/sidebar.h"
#include "widgets/controls/statusstrip.h"

#include "core/settings.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QStackedWidget>

namespace qd {

namespace {

// 3 px over the whole width in the colour of the environment.
class EnvironmentLine : public QWidget
{
public:
    explicit EnvironmentLine(Desk *desk) : m_desk(desk) { setFixedHeight(3); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QColor color = tokens().borderStrong;
        for (const Deployment &deployment : m_desk->deployments()) {
            if (deployment.name == m_desk->current())
                color = tokens().environmentLine(deployment.environment);
        }
        QPainter(this).fillRect(rect(), color);
    }

private:
    Desk *m_desk;
};

} // namespace

MainWindow::MainWindow(Desk *desk, QStringList languages, QWidget *parent)
    : QMainWindow(parent)
    , m_desk(desk)
    , m_languages(std::move(languages))
    , m_line(new EnvironmentLine(desk))
    , m_sidebar(new Sidebar)
    , m_header(new PageHeader(desk->clock()))
    , m_stack(new QStackedWidget)
    , m_strip(new StatusStrip)
{
    setWindowTitle(QStringLiteral("Quarterdeck"));
    setMinimumSize(1180, 720);
    auto *all = new QWidget;
    auto *rows = new QVBoxLayout(all);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_line);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(m_sidebar);
    auto *content = new QVBoxLayout;
    content->setSpacing(0);
    content->addWidget(m_header);
    content->addWidget(m_stack, 1);
    content->addWidget(m_strip);
    columns->addLayout(content, 1);
    rows->addLayout(columns, 1);
    setCentralWidget(all);
    resize(1440, 900);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, [this] {
        showLock();
        showConnection();
    });
    connectDesk();
    connectHeader();
    makeActions();
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        collapse();
        update();
    });
}

MainWindow::~MainWindow() = default;

void MainWindow::connectDesk()
{
    connect(m_desk, &Desk::currentChanged, this, &MainWindow::showDeployment);
    connect(m_desk, &Desk::deploymentsChanged, this, &MainWindow::showDeployment);
    connect(m_desk, &Desk::lockChanged, this, &MainWindow::showLock);
    connect(m_desk, &Desk::connectionChanged, this, &MainWindow::showConnection);
    connect(m_desk, &Desk::dataChanged, this, &MainWindow::showConnection);
    connect(m_desk, &Desk::rangeChanged, this, &MainWindow::showRange);
    connect(m_desk, &Desk::refreshingChanged, this, &MainWindow::showRefreshing);
    connect(m_desk, &Desk::message, m_strip, &StatusStrip::say);
}

void MainWindow::connectHeader()
{
    connect(m_header->range(), &RangePicker::picked, m_desk, &Desk::setRange);
    connect(m_header->zone(), &ZonePicker::picked, m_desk, &Desk::setZone);
    connect(m_header->refresh(), &RefreshControl::refreshAsked, m_desk, &Desk::refresh);
    connect(m_header->refresh(), &RefreshControl::pauseAsked, m_desk, &Desk::setPaused);
    connect(m_header->refresh(), &RefreshControl::intervalPicked, m_desk, &Desk::setRefreshSeconds);
    connect(m_sidebar, &Sidebar::pageAsked, this, [this](const QString &id) { openPage(id); });
    connect(m_sidebar, &Sidebar::paletteAsked, this, [this] { openPalette(); });
    connect(m_sidebar, &Sidebar::menuAsked, this, &MainWindow::openMenu);
    connect(m_sidebar, &Sidebar::settingsAsked, this, &MainWindow::openSettings);
    connect(m_sidebar->switcher(), &QAbstractButton::clicked, this, &MainWindow::switchDeployment);
    connect(m_sidebar->chip(), &QAbstractButton::clicked, this, &MainWindow::unlockOrLock);
}

MainWindow::Entry *MainWindow::entry(const QString &id)
{
    for (Entry &each : m_pages) {
        if (each.spec.id == id)
            return &each;
    }
    return nullptr;
}

void MainWindow::registerPage(const PageSpec &spec)
{
    Entry made{spec};
    const QKeySequence keys(spec.shortcut);
    m_sidebar->addPage(spec.id, spec.title, spec.iconName, spec.group, keys.toString(QKeySequence::NativeText));
    made.action = addShortcut(spec.title, {keys}, [this, id = spec.id] { openPage(id); });
    m_pages.append(made);
}

void MainWindow::setConnectPage(std::function<Page *(Desk *)> make)
{
    PageSpec spec;
    spec.id = ConnectId;
    spec.title = tr("Connect a deployment");
    spec.make = std::move(make);
    m_pages.append({spec});
}

QStringList MainWindow::pageIds() const
{
    QStringList ids;
    for (const Entry &each : m_pages) {
        if (each.spec.id != ConnectId)
            ids.append(each.spec.id);
    }
    return ids;
}

Page *MainWindow::page(const QString &id)
{
    Entry *found = entry(id);
    if (!found)
        return nullptr;
    if (!found->page) {
        found->page = found->spec.make(m_desk);
        Page *made = found->page;
        m_stack->addWidget(made);
        connect(made, &Page::said, this, [this, made] {
            if (made == currentPage())
                m_header->say(made->sentence());
        });
        connect(made, &Page::pageAsked, this, &MainWindow::openPage);
        connect(made, &Page::copied, m_strip, &StatusStrip::say);
        made->setNarrow(width() < scaled(1320));
    }
    return found->page;
}

Page *MainWindow::currentPage() const
{
    return qobject_cast<Page *>(m_stack->currentWidget());
}

void MainWindow::openPage(const QString &id, const QString &object)
{
    Page *wanted = page(id);
    if (!wanted)
        return;
    if (m_current != id && !isConnecting())
        m_before = m_current;
    m_current = id;
    m_stack->setCurrentWidget(wanted);
    if (!object.isEmpty())
        wanted->open(object);
    if (id != ConnectId)
        settings::LastPage.set(id);
    showPage();
}

void MainWindow::showPage()
{
    Page *shown = currentPage();
    if (!shown)
        return;
    m_sidebar->setCurrent(m_current);
    m_header->setVisible(!shown->isBare());
    m_header->setTitle(entry(m_current)->spec.title);
    m_header->say(shown->sentence());
    m_header->setShowsPresent(shown->showsPresent());
}

void MainWindow::connectDeployment()
{
    openPage(ConnectId);
}

void MainWindow::start()
{
    restore();
    showRange();
    showRefreshing();
    showDeployment();
    m_second.start();
}

void MainWindow::restore()
{
    restoreGeometry(settings::WindowGeometry.value());
    // A screen that is gone, or smaller than last time.
    if (const QScreen *where = screen()) {
        const QRect room = where->availableGeometry();
        const QSize size = this->size().boundedTo(room.size()).expandedTo(minimumSize());
        resize(size);
        if (!room.intersects(frameGeometry()))
            move(room.topLeft());
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    settings::WindowGeometry.set(saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::collapse()
{
    const bool isIconOnly = width() < scaled(1240);
    if (isIconOnly != m_sidebar->isIconOnly())
        m_sidebar->setIconOnly(isIconOnly);
    for (const Entry &each : std::as_const(m_pages)) {
        if (each.page)
            each.page->setNarrow(width() < scaled(1320));
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    collapse();
}

// Whatever had a use for Esc has taken it; the page's filter and drawer come last.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        if (currentPage() && currentPage()->escape())
            return;
        if (isConnecting() && !m_desk->current().isEmpty())
            return openPage(m_before.isEmpty() ? pageIds().value(0) : m_before);
    }
    QMainWindow::keyPressEvent(event);
}

void MainWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokens().window);
}

} // namespace qd
