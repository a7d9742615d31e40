// The four pages on planted data: what they say, how they look in both themes, that everything
// has a name, that small windows and large text cut nothing, and that old data is said to be old.

#include "widgets/support/access.h"
#include "widgets/support/fixeddesk.h"
#include "widgets/support/pictures.h"

#include "widgets/charts/chartframe.h"
#include "widgets/charts/healthstrips.h"
#include "widgets/controls/kpitile.h"
#include "widgets/controls/message.h"
#include "widgets/controls/panel.h"
#include "widgets/controls/table.h"
#include "widgets/pages/costpage.h"
#include "widgets/pages/errorspage.h"
#include "widgets/pages/latencypage.h"
#include "widgets/pages/overviewpage.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>

using namespace qd;
using namespace qd::test;

namespace {

const Instant deployed = at("2026-01-28T14:02:00Z");

// Two weeks of requests with tools, models, users and errors; retrieval is slow since a deploy.
void plant(FixedDesk &desk)
{
    World &world = desk.world;
    world.profile.budgetPerDay = Money::fromMicros(2'500'000);
    world.profile.alertPerDay = Money::fromMicros(4'000'000);
    const char *tools[] = {"searchNotes", "generateQuiz", "createNudge"};
    const char *models[] = {"gpt-4o", "gpt-4o-mini", "claude-3-5-sonnet-20241022"};
    world.each(world.now - hours(24 * 14), world.now, 3, [&](Instant when, int i) {
        const bool isSlow = when >= deployed;
        const int number = world.count % 7;
        telemetry::Call &call = world.llm(when, QString::fromLatin1(models[(i + number) % 3]), QString::fromLatin1(tools[i]), Money::fromMicros(4'000 + 1'500 * number), 2'000 + 100 * number, 200);
        call.user = QStringLiteral("user-%1").arg(number);
        world.request(when, isSlow ? 2'400 : 900 + 60 * number).user = QStringLiteral("user-%1").arg(number);
        world.add(when, QStringLiteral("retrieval")).latencyMs = isSlow ? 900 : 180;
        telemetry::Call &tool = world.add(when, QStringLiteral("tool_call"));
        tool.tool = QString::fromLatin1(tools[i]);
        tool.latencyMs = isSlow ? 1'300 : 400;
    });
    // Enough of them lately to judge by.
    world.each(world.now - hours(24), world.now, 12, [&](Instant when, int i) {
        world.add(when, QStringLiteral("retrieval")).latencyMs = when >= deployed ? 1'500 : 180;
        telemetry::Call &call = world.request(when, when >= deployed ? 2'350 : 800 + 40 * i);
        if (i == 3 && when > at("2026-01-28T03:00:00Z") && when < at("2026-01-28T03:30:00Z")) {
            call.isError = true;
            call.httpStatus = 429;
            call.errorMessage = QStringLiteral("OpenAI 429: Rate limit reached");
            call.errorClass = telemetry::ErrorClass::RateLimit;
        }
    });
    world.llm(world.now - hours(3), QStringLiteral("nobody-knows"), QStringLiteral("searchNotes"), {}, 50'000, 900);
    world.deploy(deployed);
    desk.held = {world.deployment};
    desk.select(world.deployment.name);
    desk.connection = Target::Status();
    desk.connection->connection = Target::Status::Connection::Connected;
    desk.connection->where = QStringLiteral("pooler.clerva.example:6543");
    desk.connection->roundTrip = std::chrono::milliseconds(38);
    world.write(world.now - hours(24 * 14));
}

std::unique_ptr<DataPage> make(const QString &name, Desk *desk)
{
    if (name == QLatin1String("overview"))
        return std::make_unique<OverviewPage>(desk);
    if (name == QLatin1String("cost"))
        return std::make_unique<CostPage>(desk);
    if (name == QLatin1String("latency"))
        return std::make_unique<LatencyPage>(desk);
    return std::make_unique<ErrorsPage>(desk);
}

void showAt(DataPage &page, const QSize &size)
{
    page.resize(size);
    static_cast<QWidget &>(page).show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    page.refreshNow();
    QTRY_VERIFY(page.isSettled());
}

} // namespace

class PagesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        Theme::start();
        Theme::instance().show(Theme::Mode::Light, 100);
        m_desk = std::make_unique<FixedDesk>();
        plant(*m_desk);
    }
    void cleanup() { Theme::instance().show(Theme::Mode::Light, 100); }

    void pagesLookAsDrawn_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<Theme::Mode>("mode");
        for (const char *page : {"overview", "cost", "latency", "errors"}) {
            QTest::addRow("%s-light", page) << QString::fromLatin1(page) << Theme::Mode::Light;
            QTest::addRow("%s-dark", page) << QString::fromLatin1(page) << Theme::Mode::Dark;
        }
    }
    void pagesLookAsDrawn()
    {
        QFETCH(QString, page);
        QFETCH(Theme::Mode, mode);
        Theme::instance().show(mode, 100);
        const auto made = make(page, m_desk.get());
        showAt(*made, {1240, 820});
        // Whether a window of a test has the focus is not up to us.
        if (QWidget *focused = QApplication::focusWidget())
            focused->clearFocus();
        comparePicture(*made, QStringLiteral("page-") + QString::fromLatin1(QTest::currentDataTag()));
    }

    void everyPageSaysItsSentenceAndExportsWhatIsSeen_data() { names(); }
    void everyPageSaysItsSentenceAndExportsWhatIsSeen()
    {
        QFETCH(QString, page);
        const auto made = make(page, m_desk.get());
        showAt(*made, {1240, 820});
        QVERIFY(!made->sentence().text().isEmpty());
        const QJsonObject document = QJsonDocument::fromJson(made->json()).object();
        QCOMPARE(document.value(QLatin1String("schema")).toString(), QStringLiteral("quarterdeck/1"));
        QCOMPARE(document.value(QLatin1String("data")).toObject().value(QLatin1String("sentence")).toObject().value(QLatin1String("text")).toString(), made->sentence().text());
        for (const PageExport &each : made->exports()) {
            const QByteArray bytes = each.bytes();
            if (each.suffix == QLatin1String("png"))
                QVERIFY(bytes.startsWith("\x89PNG"));
            else if (each.suffix == QLatin1String("svg"))
                QVERIFY(bytes.contains("<svg"));
            else
                QVERIFY2(bytes.size() > 100, qPrintable(each.title));
        }
    }

    void theIncidentIsSaidWithItsDeployAndItsSlowPart()
    {
        OverviewPage overview(m_desk.get());
        showAt(overview, {1240, 820});
        QVERIFY2(overview.sentence().text().contains(QStringLiteral("since the 14:02 deploy")), qPrintable(overview.sentence().text()));
        QCOMPARE(overview.sentence().state, State::Warning);
        LatencyPage latency(m_desk.get());
        showAt(latency, {1240, 820});
        QVERIFY2(latency.sentence().text().contains(QStringLiteral("retrieval is the slow part")), qPrintable(latency.sentence().text()));
    }

    void usersThatAreStillCountedAreNoNumber()
    {
        CostPage page(m_desk.get());
        const auto meta = [&page] {
            for (const auto *panel : page.findChildren<Panel *>()) {
                if (panel->title() == QStringLiteral("By user"))
                    return panel->meta();
            }
            return QString();
        };
        page.refreshNow();
        QVERIFY(!page.isSettled());
        QCOMPARE(meta(), QStringLiteral("being counted"));
        QTRY_VERIFY(page.isSettled());
        QCOMPARE(meta(), QStringLiteral("of 7"));
    }

    void nothingThatIsPressedLacksAName_data() { names(); }
    void nothingThatIsPressedLacksAName()
    {
        QFETCH(QString, page);
        const auto made = make(page, m_desk.get());
        showAt(*made, {1240, 820});
        QCOMPARE(unnamed(made.get()), QStringList());
    }

    void smallWindowsAndLargeTextCutNothing_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<int>("percent");
        for (const char *page : {"overview", "cost", "latency", "errors"}) {
            QTest::addRow("%s at 100", page) << QString::fromLatin1(page) << 100;
            QTest::addRow("%s at 150", page) << QString::fromLatin1(page) << 150;
        }
    }
    void smallWindowsAndLargeTextCutNothing()
    {
        QFETCH(QString, page);
        QFETCH(int, percent);
        Theme::instance().show(Theme::Mode::Light, percent);
        const auto made = make(page, m_desk.get());
        showAt(*made, {1136, 620}); // what a window of 1180×720 leaves
        QCoreApplication::sendPostedEvents();
        QCOMPARE(clipped(made.get()), QStringList());
        // Panels keep the height they need; the rest is scrolled to.
        for (const auto *tile : made->findChildren<KpiTile *>())
            QVERIFY(tile->height() >= tile->minimumSizeHint().height());
        for (const auto *chart : made->findChildren<ChartFrame *>())
            QVERIFY(chart->height() >= chart->minimumHeight());
        for (const auto *strips : made->findChildren<HealthStrips *>())
            QVERIFY(strips->height() >= strips->sizeHint().height());
    }

    void oldDataIsSaidToBeOld_data() { names(); }
    void oldDataIsSaidToBeOld()
    {
        QFETCH(QString, page);
        FixedDesk &desk = *m_desk;
        const auto before = desk.connection;
        desk.connection->connection = Target::Status::Connection::Failed;
        desk.connection->failedSince = desk.world.now - minutes(50);
        desk.connection->attempt = 54;
        desk.connection->error = Error{Error::Kind::Unreachable, QStringLiteral("Connection timed out after 5 s."), {}, {}};
        const auto made = make(page, &desk);
        showAt(*made, {1240, 820});
        desk.connection = before;
        QVERIFY(made->freshness().isOld());
        QVERIFY(made->sentence().state != State::Ok);
        bool isSaid = false;
        for (const auto *message : made->findChildren<Message *>())
            isSaid = isSaid || (message->isVisible() && message->text().contains(QStringLiteral("has not answered since")) && message->text().contains(QStringLiteral("Attempt 54")));
        QVERIFY(isSaid);
        for (const auto *tile : made->findChildren<KpiTile *>())
            QVERIFY(tile->accessibleName().contains(QStringLiteral("old")));
    }

private:
    static void names()
    {
        QTest::addColumn<QString>("page");
        for (const char *page : {"overview", "cost", "latency", "errors"})
            QTest::newRow(page) << QString::fromLatin1(page);
    }
    std::unique_ptr<FixedDesk> m_desk;
};

QTEST_MAIN(PagesTest)
#include "pages_test.moc"
