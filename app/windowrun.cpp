#include "app/windowrun.h"

#include "app/application.h"
#include "app/commands/times.h"
#include "app/exitcode.h"
#include "app/pages.h"
#include "widgets/theme/theme.h"
#include "widgets/window/mainwindow.h"

#include <QApplication>
#include <QIcon>

namespace qd::app {

Result<Application::Start> startFrom(const CommandLine &line, const Clock &clock)
{
    Application::Start start;
    start.onlyDemo = line.has("demo");
    start.deployment = line.value("deployment");
    const Result<QTimeZone> zone = zoneFrom(line);
    if (!zone)
        return failure(zone.error());
    if (line.has("zone"))
        start.zone = *zone;
    if (line.has("range")) {
        const auto request = RangeRequest::parse(line.value("range"));
        if (!request)
            return failure(request.error());
        if (const auto range = request->resolve(clock.now(), *zone); !range)
            return failure(range.error());
        start.range = *request;
    }
    return start;
}

int runWindow(const CommandLine &line, const Terminal &terminal)
{
    const Result<Application::Start> start = startFrom(line, Clock::system());
    if (!start) {
        terminal.say(start.error().message);
        return WrongUsage;
    }
    QGuiApplication::setDesktopFileName(QStringLiteral("io.quarterdeck.Quarterdeck"));
    Theme::start();
    if (line.has("theme"))
        Theme::instance().show(Theme::modeFromKey(line.value("theme")), Theme::instance().textPercent());

    Application application(Clock::system(), *start);
    MainWindow window(&application, {QStringLiteral("en"), QStringLiteral("de")});
    registerPages(window);
    window.start();
    if (line.has("page"))
        window.openPage(line.value("page"));
    window.show();
    Latest beginning(&window);
    QObject::connect(&application, &Application::progress, &application, &Desk::message);
    beginning.start(application.begin(), [&](const Result<> &begun) {
        if (begun)
            return;
        terminal.say(begun.error().message);
        emit application.message(begun.error().message);
    });
    return QApplication::exec();
}

} // namespace qd::app
