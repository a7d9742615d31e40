// How long it takes from the start of the process to the first paint of real data, with a mirror of
// 5 M rows and a database that does not answer, and how much private memory that needs (DESIGN §9,
// row 1). Starts itself as the process that is measured; the bare Qt window beside it shows how much
// of the time is not ours. QUARTERDECK_BENCH_ROWS makes the mirror smaller; QUARTERDECK_BENCH_KEEP
// leaves the home behind and prints it, for a profiler.

#include "app/application.h"
#include "app/pages.h"
#include "app/setup.h"
#include "core/paths.h"
#include "reports/world.h"
#include "widgets/controls/kpitile.h"
#include "widgets/theme/theme.h"
#include "widgets/window/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QProcess>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

using namespace qd;
using namespace qd::test;

namespace {

qint64 nanoseconds()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

qint64 privateKilobytes()
{
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    qint64 sum = 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Anonymous:"))
            sum += line.mid(10).trimmed().split(' ').first().toLongLong();
    }
    return sum;
}

class FirstPaint : public QObject
{
public:
    explicit FirstPaint(qint64 startedAt) : m_startedAt(startedAt) { }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Paint)
            return false;
        const auto *tile = qobject_cast<KpiTile *>(watched);
        const bool isReal = tile && tile->accessibleName().contains(QStringLiteral("p95 response")) && tile->accessibleName().contains(QRegularExpression(QStringLiteral("[0-9] m?s")));
        if (!isReal && !qobject_cast<QLabel *>(watched))
            return false;
        if (tile ? isReal : qobject_cast<QWidget *>(watched)->isWindow())
            QMetaObject::invokeMethod(qApp, [this] { // after the event that paints all of the window
                std::printf("%.1f %lld\n", double(nanoseconds() - m_startedAt) / 1e6, qlonglong(privateKilobytes() / 1024));
                std::fflush(stdout);
                std::_Exit(0);
            }, Qt::QueuedConnection);
        return false;
    }

private:
    qint64 m_startedAt;
};

int measured(int argc, char **argv, qint64 startedAt, bool isBare)
{
    QApplication application(argc, argv);
    FirstPaint paint(startedAt);
    application.installEventFilter(&paint);
    if (isBare) {
        QLabel label(QStringLiteral("A window of Qt with nothing in it"));
        label.resize(1440, 900);
        label.show();
        return QApplication::exec();
    }
    Theme::start();
    app::Application desk(Clock::system(), {});
    MainWindow window(&desk, {QStringLiteral("en")});
    app::registerPages(window);
    window.start();
    window.show();
    const Reply<> begun = desk.begin();
    return QApplication::exec();
}

// One request in five rows, as Clerva's profile names them.
void fill(World &world, int rows)
{
    static const QStringList models{QStringLiteral("gpt-4o"), QStringLiteral("gpt-4o-mini"), QStringLiteral("claude-3-5-sonnet"), QStringLiteral("llama-3.3-70b")};
    static const QStringList tools{QStringLiteral("searchNotes"), QStringLiteral("generateQuiz"), QStringLiteral("summarizeSession"), QStringLiteral("addFlashcards"), QStringLiteral("matchInsight")};
    QRandomGenerator random(1);
    for (int day = 30; day > 0; --day) {
        const Instant from = std::chrono::floor<std::chrono::days>(world.now) - hours(24 * day) + hours(24);
        world.calls.clear();
        for (int i = 0; i < rows / 30 / 5; ++i) {
            const Instant when = from + milliseconds(random.bounded(86'400'000));
            const auto latency = [&] { return std::exp(5.5 + 0.8 * (random.generateDouble() + random.generateDouble() + random.generateDouble() - 1.5)); };
            const QString user = QStringLiteral("user-%1").arg(random.bounded(2000)), tool = tools.at(random.bounded(5));
            telemetry::Call &request = world.add(when, QStringLiteral("agent_completion"));
            request.latencyMs = 4 * latency();
            request.user = user;
            for (int k = 0; k < 2; ++k) {
                telemetry::Call &call = world.llm(when, models.at(random.bounded(4)), tool, Money::fromMicros(random.bounded(900)), random.bounded(9000), random.bounded(900));
                call.user = user;
                call.latencyMs = latency();
            }
            world.add(when, QStringLiteral("retrieval")).latencyMs = latency();
            telemetry::Call &step = world.add(when, QStringLiteral("tool_call"));
            step.tool = tool;
            step.latencyMs = latency();
        }
        world.calls.removeIf([&](const telemetry::Call &call) { return call.at() >= world.now; });
        world.coverage.bins = TimeRange{std::chrono::floor<std::chrono::days>(world.now) - hours(24 * 29), world.now};
        world.coverage.sourceBegins = world.coverage.bins->from;
        if (const auto written = world.mirror->replaceBins(QStringLiteral("agent_telemetry"), binOf(from), binOf(std::min(from + hours(24) - milliseconds(1), world.now)), world.calls, world.coverage); !written)
            qFatal("%s", qPrintable(written.error().message));
    }
    world.calls.clear();
}

void report(const char *name, const QStringList &arguments)
{
    QList<double> times;
    qint64 memory = 0;
    for (int i = 0; i < 11; ++i) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), QStringList{QString::number(nanoseconds())} + arguments);
        child.waitForFinished(60'000);
        const QByteArrayList said = child.readAllStandardOutput().trimmed().split(' ');
        if (said.size() != 2)
            qFatal("the measured process said nothing: %s", child.readAllStandardError().constData());
        times << said.at(0).toDouble();
        memory = std::max(memory, said.at(1).toLongLong());
    }
    std::sort(times.begin(), times.end());
    std::printf("%-44s median %7.1f ms   fastest %7.1f ms   private memory %lld MB\n", name, times.at(times.size() / 2), times.first(), qlonglong(memory));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1)
        return measured(argc, argv, QByteArray(argv[1]).toLongLong(), argc > 2);
    const QCoreApplication application(argc, argv);
    QTemporaryDir home;
    if (qEnvironmentVariableIsSet("QUARTERDECK_BENCH_KEEP")) {
        home.setAutoRemove(false);
        std::printf("%s\n", qPrintable(home.path()));
    }
    qputenv("QUARTERDECK_HOME", home.path().toUtf8());
    {
        World world(QDateTime::currentDateTimeUtc().addSecs(-20).toString(Qt::ISODate).toUtf8().constData());
        fill(world, qEnvironmentVariableIntValue("QUARTERDECK_BENCH_ROWS") ? qEnvironmentVariableIntValue("QUARTERDECK_BENCH_ROWS") : 5'000'000);
        std::printf("%lld rows, mirror %lld MB\n", qlonglong(world.mirror->coverage().rows), qlonglong(world.mirror->sizeOnDisk() >> 20));
        const QString made = world.mirror->file(), kept = app::Setup::mirrorFile(QStringLiteral("clerva"));
        world.mirror.reset();
        QDir().mkpath(QFileInfo(kept).path());
        if (!QFile::copy(made, kept))
            qFatal("the mirror could not be copied");
    }
    Deployment deployment;
    deployment.name = QStringLiteral("clerva");
    deployment.title = QStringLiteral("Clerva");
    deployment.profile = QStringLiteral("clerva");
    deployment.database.values.insert("host", "127.0.0.1");
    deployment.database.values.insert("port", "9");
    QDir().mkpath(paths::config());
    if (const Result<> saved = DeploymentStore(paths::config()).save({deployment}); !saved)
        qFatal("%s", qPrintable(saved.error().message));
    report("an empty window of Qt", {QStringLiteral("bare")});
    report("Quarterdeck, overview of real data (bar 150)", {});
    return 0;
}
