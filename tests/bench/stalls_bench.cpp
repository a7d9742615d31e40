// How long the window's event loop stands still (DESIGN §9 row 5): while a server accepts the
// connection and then says nothing, while 200,000 rows arrive, and while every table of the user is
// locked; there also how long a panel waits for its answer. A timer of one millisecond notes the
// longest time between two of its turns; beside it stands the same read by a plain PQexec in the
// GUI thread, which is what a program without asynchronous reading does.

#include "app/application.h"
#include "app/pages.h"
#include "core/paths.h"
#include "support/cluster.h"
#include "widgets/theme/theme.h"
#include "widgets/window/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTimer>

#include <libpq-fe.h>

#include <cstdio>

using namespace qd;

namespace {

class StallMeter : public QObject
{
public:
    StallMeter()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, [this] { m_longest = std::max(m_longest, double(m_since.nsecsElapsed()) / 1e6 - 1), m_since.start(); });
    }
    void start()
    {
        m_longest = 0;
        m_since.start();
        m_timer.start();
    }
    double stop()
    {
        m_timer.stop();
        return std::max(m_longest, double(m_since.nsecsElapsed()) / 1e6 - 1);
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    double m_longest = 0;
};

void turnFor(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

template <typename T>
Result<T> awaited(const Reply<T> &reply)
{
    QEventLoop loop;
    QObject owner;
    Latest latest(&owner);
    std::optional<Result<T>> answer;
    latest.start(reply, [&](Result<T> said) {
        answer = std::move(said);
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return *answer;
}

Deployment deploymentOf(const char *name, const pg::Parameters &database)
{
    Deployment deployment;
    deployment.name = deployment.title = QString::fromLatin1(name);
    deployment.profile = QStringLiteral("clerva");
    deployment.database = database;
    deployment.secret = QStringLiteral("none");
    return deployment;
}

void silentServer()
{
    QTcpServer silent; // the kernel accepts, nobody answers
    silent.listen(QHostAddress::LocalHost);
    pg::Parameters database;
    database.values.insert("host", "127.0.0.1");
    database.values.insert("port", QByteArray::number(silent.serverPort()));
    QDir().mkpath(paths::config());
    if (const auto saved = DeploymentStore(paths::config()).save({deploymentOf("silent", database)}); !saved)
        qFatal("%s", qPrintable(saved.error().message));
    app::Application desk(Clock::system(), {});
    MainWindow window(&desk, {QStringLiteral("en")});
    app::registerPages(window);
    window.start();
    window.show();
    const Reply<> begun = desk.begin();
    turnFor(500);
    StallMeter meter;
    meter.start();
    for (int i = 0; i < 12; ++i) {
        desk.refresh();
        if (i % 3 == 0)
            window.openPage(i % 2 ? QStringLiteral("overview") : QStringLiteral("cost"));
        turnFor(500);
    }
    std::printf("silent server, window refreshed twice a second: longest stall %6.1f ms (bar 50)\n", meter.stop());
}

void manyRows(const test::Cluster &cluster)
{
    const QByteArray sql = "select i as id, now() - i * interval '1 s' as created_at, 'event_' || i % 7 as event_type, (random() * 4000)::int as latency_ms, md5(i::text) as trace_id, jsonb_build_object('model', 'gpt-4o', 'tokens_in', i) as metadata from generate_series(1, 200000) i";
    Target target(deploymentOf("rows", cluster.parameters()), nullptr, nullptr, Clock::system());
    (void)awaited(target.read({.sql = "select 1", .priority = Priority::Asked, .purpose = QStringLiteral("bench"), .object = {}}));
    StallMeter meter;
    meter.start();
    QElapsedTimer timer;
    timer.start();
    const auto answered = awaited(target.read({.sql = sql, .priority = Priority::Asked, .purpose = QStringLiteral("bench"), .object = {}}));
    const double all = double(timer.nsecsElapsed()) / 1e6, stall = meter.stop();
    if (!answered)
        qFatal("%s", qPrintable(answered.error().message));
    PGconn *plain = PQconnectdb(QStringLiteral("host=%1 port=%2 user=postgres dbname=postgres").arg(cluster.socketFolder()).arg(cluster.port()).toUtf8().constData());
    meter.start();
    timer.start();
    PQclear(PQexec(plain, sql.constData()));
    const double blocked = double(timer.nsecsElapsed()) / 1e6;
    meter.stop();
    PQfinish(plain);
    std::printf("200,000 rows read in %.0f ms:                       longest stall %6.1f ms (bar 16); PQexec in the window's thread %.0f ms, %.0f ×\n", all, stall, blocked, blocked / stall);
}

void telemetryRows(const test::Cluster &cluster)
{
    app::Application desk(Clock::system(), {});
    StallMeter meter;
    meter.start();
    QElapsedTimer timer;
    timer.start();
    (void)awaited(desk.add(deploymentOf("telemetry", cluster.parameters()), {}));
    while (timer.elapsed() < 60'000) {
        turnFor(100);
        const auto inputs = desk.inputs(QStringLiteral("telemetry"));
        if (inputs && inputs->mirror->coverage().rows >= 200'000)
            break;
    }
    const auto inputs = desk.inputs(QStringLiteral("telemetry"));
    std::printf("%lld rows of telemetry read into the mirror in %lld ms: longest stall %6.1f ms (bar 16)\n", qlonglong(inputs->mirror->coverage().rows), timer.elapsed(), meter.stop());
}

void everyTableLocked(const test::Cluster &cluster)
{
    const auto holder = cluster.session(QStringLiteral("begin; lock table agent_telemetry, doc_source in access exclusive mode"));
    Target target(deploymentOf("locked", cluster.parameters()), nullptr, nullptr, Clock::system());
    (void)awaited(target.read({.sql = "select 1", .priority = Priority::Asked, .purpose = QStringLiteral("bench"), .object = {}}));
    double longest = 0, stall = 0;
    for (const Priority priority : {Priority::Asked, Priority::Refresh}) {
        for (int i = 0; i < 5; ++i) {
            StallMeter meter;
            meter.start();
            QElapsedTimer timer;
            timer.start();
            const auto answer = awaited(target.read({.sql = "select count(*) from agent_telemetry", .priority = priority, .purpose = QStringLiteral("bench"), .object = QStringLiteral("agent_telemetry")}));
            longest = std::max(longest, double(timer.nsecsElapsed()) / 1e6);
            stall = std::max(stall, meter.stop());
            if (answer || answer.error().kind != Error::Kind::Busy)
                qFatal("the table was not locked");
        }
    }
    std::printf("every table locked: a panel answers within %.0f ms (bar 1000), longest stall %.1f ms\n", longest, stall);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QTemporaryDir home;
    qputenv("QUARTERDECK_HOME", home.path().toUtf8());
    Theme::start();
    silentServer();
    test::Cluster cluster;
    cluster.execute(QStringLiteral(R"(
        create table agent_telemetry (id uuid primary key default gen_random_uuid(), user_id uuid, trace_id text, event_type text not null, tool_name text,
            latency_ms int, token_count int, cost_usd numeric(10,6), error_message text, metadata jsonb default '{}', created_at timestamptz default now());
        create table doc_source (id int);
        insert into agent_telemetry (trace_id, event_type, latency_ms, token_count, cost_usd, metadata, created_at)
        select md5((i / 4)::text), (array['agent_completion','llm_call','tool_call','retrieval'])[1 + i % 4], (exp(random() * 4) * 50)::int, i % 4000, (random() * 0.05)::numeric(10,6),
            jsonb_build_object('model', 'gpt-4o', 'tokens_in', i % 3000), now() - (210000 - i) * interval '0.2 seconds' from generate_series(1, 210000) i;
        create index on agent_telemetry (created_at);
        vacuum analyze agent_telemetry)"));
    manyRows(cluster);
    telemetryRows(cluster);
    everyTableLocked(cluster);
    return 0;
}
