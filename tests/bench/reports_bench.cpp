// How long the reports take on a mirror of 5 M rows over 30 days (DESIGN §9). Prints milliseconds;
// never a test of its own. QUARTERDECK_BENCH_ROWS makes it smaller.

#include "reports/cost.h"
#include "reports/errors.h"
#include "reports/latency.h"
#include "reports/overview.h"

#include "reports/world.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>

#include <cmath>
#include <cstdio>

using namespace qd;
using namespace qd::test;

namespace {

// One request in five rows: the request, two model calls, a retrieval and a tool.
void fillDay(World &world, Instant from, int rows, QRandomGenerator &random)
{
    static const QStringList models{QStringLiteral("gpt-4o"), QStringLiteral("gpt-4o-mini"), QStringLiteral("claude-3-5-sonnet"), QStringLiteral("llama-3.3-70b")};
    static const QStringList tools{QStringLiteral("searchNotes"), QStringLiteral("generateQuiz"), QStringLiteral("summarizeSession"), QStringLiteral("addFlashcards"), QStringLiteral("matchInsight")};
    world.calls.clear();
    for (int i = 0; i < rows / 5; ++i) {
        const Instant when = from + milliseconds(random.bounded(86'400'000));
        const QString user = QStringLiteral("user-%1").arg(random.bounded(2000)), tool = tools.at(random.bounded(5));
        const auto latency = [&] { return std::exp(5.5 + 0.8 * (random.generateDouble() + random.generateDouble() + random.generateDouble() - 1.5)); };
        world.request(when, 4 * latency()).user = user;
        for (int k = 0; k < 2; ++k) {
            telemetry::Call &call = world.llm(when, models.at(random.bounded(4)), k ? tool : QString(), k ? std::optional(Money::fromMicros(random.bounded(9000))) : std::nullopt, random.bounded(9000), random.bounded(900));
            call.user = user;
            call.latencyMs = 2 * latency();
        }
        world.add(when, QStringLiteral("retrieval")).latencyMs = latency();
        telemetry::Call &step = world.add(when, QStringLiteral("tool_call"));
        step.tool = tool;
        step.latencyMs = latency();
        step.isError = random.bounded(80) == 0;
        if (step.isError)
            step.errorMessage = QStringLiteral("failed after %1 ms").arg(random.bounded(9000));
    }
}

template <typename Make>
void measure(const char *name, Make make)
{
    double best = 1e9, first = 0;
    for (int i = 0; i < 7; ++i) {
        QElapsedTimer timer;
        timer.start();
        make();
        const double ms = double(timer.nsecsElapsed()) / 1e6;
        best = std::min(best, ms);
        if (i == 0)
            first = ms;
    }
    std::printf("%-34s first %8.1f ms   best %8.1f ms\n", name, first, best);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int rows = qEnvironmentVariableIntValue("QUARTERDECK_BENCH_ROWS") ? qEnvironmentVariableIntValue("QUARTERDECK_BENCH_ROWS") : 5'000'000;
    World world;
    QRandomGenerator random(1);
    world.profile.budgetPerDay = Money::fromDollars(1000);
    for (int day = 30; day > 0; --day) {
        const Instant from = std::chrono::floor<std::chrono::days>(world.now) - hours(24 * day) + hours(24);
        fillDay(world, from, rows / 30, random);
        world.calls.removeIf([&](const telemetry::Call &call) { return call.at() >= world.now; });
        world.coverage.bins = TimeRange{std::chrono::floor<std::chrono::days>(world.now) - hours(24 * 29), world.now};
        world.coverage.sourceBegins = world.coverage.bins->from;
        if (const auto written = world.mirror->replaceBins(QStringLiteral("agent_telemetry"), binOf(from), binOf(std::min(from + hours(24) - milliseconds(1), world.now)), world.calls, world.coverage); !written)
            qFatal("%s", qPrintable(written.error().message));
    }
    world.calls.clear();
    std::printf("%lld rows, mirror %lld MB\n", qlonglong(world.mirror->coverage().rows), qlonglong(world.mirror->sizeOnDisk() >> 20));

    const reports::Inputs day = world.inputs(), month = world.inputs(TimeRange{world.now - hours(24 * 29), world.now});
    reports::CostOptions withoutUsers;
    withoutUsers.withUsers = false;
    measure("latency, 24 h (bar 20)", [&] { return reports::latencyReport(day); });
    measure("errors, 24 h (bar 20)", [&] { return reports::errorsReport(day); });
    measure("cost, 24 h (bar 20)", [&] { return reports::costReport(day, withoutUsers); });
    measure("cost, 24 h, users", [&] { return reports::costReport(day); });
    measure("overview (bar 20)", [&] { return reports::overviewReport(day); });
    measure("fleet row", [&] { return reports::fleetRow(day); });
    measure("cost, 30 d (bar 60)", [&] { return reports::costReport(month, withoutUsers); });
    measure("cost, 30 d, users", [&] { return reports::costReport(month); });
    measure("latency, 30 d", [&] { return reports::latencyReport(month); });
    measure("errors, 30 d", [&] { return reports::errorsReport(month); });
    return 0;
}
