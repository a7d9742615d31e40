#include "app/commands/capture.h"

#include "app/commands/show.h"
#include "app/exitcode.h"
#include "app/pages.h"
#include "app/windowrun.h"
#include "widgets/pages/page.h"
#include "widgets/theme/theme.h"
#include "widgets/window/mainwindow.h"

#include <QDir>
#include <QGuiApplication>
#include <QJsonArray>

namespace qd::app {

static constexpr int LeastTurns = 6;

// Here, where the window is a whole type.
Capture::Capture(const CommandLine &line, const Terminal &terminal, const Clock &clock)
    : Command(line, terminal, clock)
{
}

Capture::~Capture() = default;

Result<> Capture::understand()
{
    m_folder = line().arguments.first();
    const QString theme = line().has("theme") ? line().value("theme") : QStringLiteral("light");
    if (theme == QLatin1String("both"))
        m_themes = {QStringLiteral("light"), QStringLiteral("dark")};
    else if (theme == QLatin1String("light") || theme == QLatin1String("dark"))
        m_themes = {theme};
    else
        return failure(Error::Kind::Wrong, tr("“%1” is not a theme. Write light, dark or both.").arg(theme));
    if (line().has("size")) {
        const QStringList parts = line().value("size").split(QLatin1Char('x'));
        m_size = parts.size() == 2 ? QSize(parts.at(0).toInt(), parts.at(1).toInt()) : QSize();
        if (m_size.width() < 640 || m_size.height() < 480 || m_size.width() > 8000 || m_size.height() > 8000)
            return failure(Error::Kind::Wrong, tr("“%1” is not a size. Write width and height as 1440x900.").arg(line().value("size")));
    }
    if (line().has("wait")) {
        const auto length = lengthFromText(line().value("wait"));
        if (!length)
            return failure(length.error());
        m_wait = *length;
    }
    if (!QDir().mkpath(m_folder))
        return failure(Error::Kind::Refused, tr("The folder %1 cannot be made. Check that you may write there.").arg(m_folder));
    return {};
}

void Capture::start()
{
    if (const Result<> understood = understand(); !understood)
        return fail(understood.error().kind == Error::Kind::Wrong ? WrongUsage : Failing, understood.error());
    const Result<Application::Start> start = startFrom(line(), clock());
    if (!start)
        return fail(WrongUsage, start.error());
    Theme::start();
    m_application = std::make_unique<Application>(clock(), *start);
    connect(m_application.get(), &Application::progress, this, [this](const QString &says) { terminal().progress(says); });
    m_beginning.start(m_application->begin(), [this, wanted = start->deployment](const Result<> &begun) {
        if (!begun)
            return fail(NothingRead, begun.error());
        if (!wanted.isEmpty()) {
            if (!m_application->target(wanted)) {
                QStringList names;
                for (const Deployment &deployment : m_application->deployments())
                    names << deployment.name;
                return fail(WrongUsage, noSuchDeployment(wanted, names));
            }
            m_application->select(wanted);
        }
        m_window = std::make_unique<MainWindow>(m_application.get());
        registerPages(*m_window);
        m_window->start();
        if (const QSize least = m_window->minimumSize(); m_size != m_size.expandedTo(least))
            return fail(WrongUsage, tr("The window is not made for less than %1x%2.").arg(least.width()).arg(least.height()));
        m_window->resize(m_size);
        m_window->show();
        waitForData();
    });
}

// Pictures are worth taking once the looked-at deployment has been read far enough, or cannot be.
void Capture::waitForData()
{
    m_waited.start();
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (!isReady() && m_waited.elapsed() < m_wait.count())
            return;
        m_poll.stop();
        terminal().endProgress();
        take();
    });
    m_poll.start(100);
}

bool Capture::isReady() const
{
    const auto isDone = [this](const QString &name) {
        const auto inputs = m_application->inputs(name);
        if (!inputs)
            return true;
        const bool hasFailed = inputs->connection && inputs->connection->connection == Target::Status::Connection::Failed;
        const bool isIdle = inputs->progress && !inputs->progress->isRefreshing && !inputs->progress->isFilling;
        const telemetry::Coverage coverage = inputs->mirror->coverage();
        const bool wasRead = coverage.readAt || !inputs->reality.isEmpty() || inputs->profile->sources.isEmpty();
        return hasFailed || (isIdle && wasRead);
    };
    for (const Deployment &deployment : m_application->deployments()) {
        if (!isDone(deployment.name))
            return false;
    }
    return true;
}

void Capture::take()
{
    const bool hasDeployment = !m_application->current().isEmpty();
    QStringList ids = hasDeployment ? m_window->pageIds() : QStringList{QStringLiteral("connect")};
    if (line().has("page")) {
        if (!ids.contains(line().value("page")) && line().value("page") != QLatin1String("connect"))
            return fail(WrongUsage, tr("There is no page “%1”. There are: %2.").arg(line().value("page"), ids.join(QStringLiteral(", "))));
        ids = {line().value("page")};
    } else if (hasDeployment) {
        ids << QStringLiteral("connect");
    }
    for (const QString &theme : std::as_const(m_themes)) {
        for (const QString &id : std::as_const(ids))
            m_left << Picture{id, theme};
    }
    next();
}

void Capture::next()
{
    if (m_left.isEmpty()) {
        if (line().wantsJson())
            printDocument({{QStringLiteral("pictures"), QJsonArray::fromStringList(m_written)}});
        return end(AllWell);
    }
    const Picture &picture = m_left.first();
    Theme::instance().show(Theme::modeFromKey(picture.theme), Theme::instance().textPercent());
    if (picture.page == QLatin1String("connect"))
        m_window->connectDeployment();
    else
        m_window->openPage(picture.page);
    if (Page *page = m_window->currentPage())
        page->refreshNow();
    m_turns = 0;
    settle();
}

// Layouts and what is computed beside the window's thread take a few turns of the event loop.
void Capture::settle()
{
    const Page *page = m_window->currentPage();
    if (++m_turns > LeastTurns && (!page || page->isSettled()))
        return write();
    QTimer::singleShot(m_turns > LeastTurns ? 20 : 0, this, &Capture::settle);
}

void Capture::write()
{
    const Picture picture = m_left.takeFirst();
    const QString name = picture.page == QLatin1String("connect") ? QStringLiteral("first-run") : picture.page;
    const QString file = QDir(m_folder).filePath(QStringLiteral("%1-%2.png").arg(name, picture.theme));
    if (!m_window->grab().save(file, "PNG"))
        return fail(Failing, tr("%1 could not be written. Check that the disk is not full and that you may write there.").arg(file));
    m_written << file;
    if (!line().wantsJson())
        terminal().print(file);
    next();
}

} // namespace qd::app
