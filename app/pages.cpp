#include "app/pages.h"

#include "widgets/pages/costpage.h"
#include "widgets/pages/errorspage.h"
#include "widgets/pages/firstrunpage.h"
#include "widgets/pages/latencypage.h"
#include "widgets/pages/overviewpage.h"
#include "widgets/pages/retrievalpage.h"
#include "widgets/window/mainwindow.h"

#include <QCoreApplication>

namespace qd::app {

namespace {

struct PageWords
{
    Q_DECLARE_TR_FUNCTIONS(Pages)
};

} // namespace

void registerPages(MainWindow &window)
{
    const QString watch = PageWords::tr("Watch");
    window.registerPage({QStringLiteral("overview"), PageWords::tr("Overview"), QStringLiteral("compass"), watch, QStringLiteral("Ctrl+1"), [](Desk *desk) -> Page * { return new OverviewPage(desk); }});
    window.registerPage({QStringLiteral("cost"), PageWords::tr("Cost"), QStringLiteral("taxes-finances"), watch, QStringLiteral("Ctrl+2"), [](Desk *desk) -> Page * { return new CostPage(desk); }});
    window.registerPage({QStringLiteral("latency"), PageWords::tr("Latency"), QStringLiteral("speedometer"), watch, QStringLiteral("Ctrl+3"), [](Desk *desk) -> Page * { return new LatencyPage(desk); }});
    window.registerPage({QStringLiteral("errors"), PageWords::tr("Errors"), QStringLiteral("tools-report-bug"), watch, QStringLiteral("Ctrl+4"), [](Desk *desk) -> Page * { return new ErrorsPage(desk); }});
    const QString inspect = PageWords::tr("Inspect");
    window.registerPage({QStringLiteral("retrieval"), PageWords::tr("Retrieval"), QStringLiteral("edit-find"), inspect, QStringLiteral("Ctrl+9"), [](Desk *desk) -> Page * { return new RetrievalPage(desk); }});
    window.setConnectPage([](Desk *desk) -> Page * { return new FirstRunPage(desk); });
}

} // namespace qd::app
