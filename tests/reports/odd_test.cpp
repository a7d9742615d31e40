// What is odd in a source is said on the pages, and a box on the heat map says what sets it apart.
#include "reports/cost.h"
#include "reports/errors.h"
#include "reports/latency.h"
#include "reports/overview.h"

#include "world.h"

using namespace qd;
using namespace qd::reports;
using namespace qd::test;

class OddTest : public QObject
{
    Q_OBJECT

    static const Check *check(const QList<Check> &checks, const char *id)
    {
        for (const Check &one : checks) {
            if (one.id == QLatin1String(id))
                return &one;
        }
        return nullptr;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void valuesThatAreNoAmountsAreCountedAndSaid()
    {
        World world;
        world.traffic(world.now - hours(25), world.now, 900);
        world.llm(world.now - hours(2), QStringLiteral("gpt-4o"), {}, Money::fromMicros(250'000));
        for (int i = 0; i < 3; ++i)
            world.llm(world.now - hours(2), QStringLiteral("gpt-4o"), {}, {}).oddCost = true;
        world.add(world.now - hours(2), QStringLiteral("request")).oddLatency = true;
        world.calls.last().copies = 3;
        world.request(world.now + minutes(5), 100);
        world.write();
        const Inputs inputs = world.inputs();
        for (const QList<Check> &checks : {overviewReport(inputs).checks, costReport(inputs).checks, latencyReport(inputs).checks, errorsReport(inputs).checks}) {
            QVERIFY(check(checks, "source.costs") && check(checks, "source.costs")->says.startsWith(QStringLiteral("3 ")));
            QCOMPARE(check(checks, "source.costs")->state, State::Warning);
            QVERIFY(check(checks, "source.latencies") && check(checks, "source.latencies")->says.startsWith(QStringLiteral("1 ")));
            QVERIFY(check(checks, "source.duplicates") && check(checks, "source.duplicates")->says.startsWith(QStringLiteral("2 ")));
            QVERIFY(check(checks, "source.future") && check(checks, "source.future")->says.startsWith(QStringLiteral("1 ")));
            QVERIFY(!check(checks, "source.clock"));
        }
        // The sum has the one that is an amount, and the calls without are unpriced or priced by tokens, not $0.
        const CostReport cost = costReport(inputs);
        QCOMPARE(cost.total.recorded, Money::fromMicros(250'000));
        QVERIFY(cost.sentence.text().size() <= 120);
    }

    void whereNothingIsOddNothingIsSaid()
    {
        World world;
        world.traffic(world.now - hours(25), world.now, 900);
        world.write();
        for (const Check &one : latencyReport(world.inputs()).checks)
            QVERIFY2(!one.id.startsWith(QStringLiteral("source.")), qPrintable(one.says));
    }

    void aClockThatIsOffIsSaidWithItsSide()
    {
        World world;
        world.traffic(world.now - hours(25), world.now, 900);
        world.write();
        Inputs inputs = world.inputs();
        telemetry::Follower::LastRead read;
        read.clockOffset = std::chrono::milliseconds(1900); // what a round trip may cost
        inputs.lastReads.insert(QStringLiteral("agent_telemetry"), read);
        QVERIFY(!check(latencyReport(inputs).checks, "source.clock"));
        for (const bool isAhead : {true, false}) {
            read.clockOffset = isAhead ? hours(3) : -hours(3);
            inputs.lastReads.insert(QStringLiteral("agent_telemetry"), read);
            const LatencyReport report = latencyReport(inputs);
            QVERIFY(check(report.checks, "source.clock"));
            QVERIFY2(check(report.checks, "source.clock")->says.contains(isAhead ? QStringLiteral("ahead") : QStringLiteral("behind")), qPrintable(check(report.checks, "source.clock")->says));
            QVERIFY2(plain(report.sentence.text()).contains(QStringLiteral("clock is 3")), qPrintable(report.sentence.text()));
            QVERIFY(!check(report.checks, "source.clock")->fix.isEmpty());
        }
    }

    void aTableWithoutAnIndexNamesTheOneThatIsMissing()
    {
        World world;
        Inputs inputs = world.inputs();
        SourceReality reality;
        reality.source = world.profile.sources.first();
        reality.exists = reality.mayRead = true;
        reality.missingIndexSql = QStringLiteral("create index concurrently on public.agent_telemetry (created_at);");
        inputs.reality = {reality};
        const Freshness never = freshnessOf(inputs);
        QCOMPARE(never.state, Freshness::State::Never);
        QVERIFY2(never.says.contains(QStringLiteral("no index")), qPrintable(never.says));
        QCOMPARE(never.fix, reality.missingIndexSql);
        QVERIFY(latencyReport(inputs).sentence.text().contains(QStringLiteral("no index")));
        // Read once because somebody asked, and old since then: for the same reason.
        world.coverage.readAt = world.now - hours(2);
        world.traffic(world.now - hours(25), world.now - hours(2), 900);
        world.write();
        inputs = world.inputs();
        inputs.reality = {reality};
        const Freshness old = freshnessOf(inputs);
        QCOMPARE(old.state, Freshness::State::Stale);
        QVERIFY(old.reason.contains(QStringLiteral("no index")));
        QCOMPARE(old.fix, reality.missingIndexSql);
    }

    void aBoxSaysWhatSetsItApart()
    {
        World world;
        world.each(world.now - hours(12), world.now, 20, [&](Instant when, int i) {
            telemetry::Call &call = world.request(when, i % 5 == 0 ? 5000 : 400);
            call.model = i % 5 == 0 || i % 10 == 1 ? QStringLiteral("slow-model") : QStringLiteral("fast-model");
            call.tool = i % 2 ? QStringLiteral("search") : QStringLiteral("write");
        });
        world.llm(world.now - hours(1), QStringLiteral("slow-model"), {}, {}).latencyMs = 6000; // no request
        world.write();
        const TimeRange range{world.now - hours(6), world.now};
        const BoxReport box = boxReport(world.inputs(), range, 1000, 10'000);
        qint64 inside = 0, outside = 0;
        for (const telemetry::Call &call : std::as_const(world.calls)) {
            if (call.kind == QLatin1String("request") && range.contains(call.at()))
                ++(*call.latencyMs >= 1000 ? inside : outside);
        }
        QVERIFY(inside > 50);
        QCOMPARE(box.inside, inside);
        QCOMPARE(box.outside, outside);
        QVERIFY(!box.differences.isEmpty());
        QCOMPARE(box.differences.first().value, QStringLiteral("slow-model"));
        QVERIFY2(box.says.contains(QStringLiteral("slow-model")) && plain(box.says).startsWith(QStringLiteral("100")), qPrintable(box.says));
        QCOMPARE(box.slowest.size(), inside);
        for (const telemetry::Call &call : box.slowest)
            QVERIFY(call.kind == QLatin1String("request") && *call.latencyMs >= 1000 && range.contains(call.at()));
    }

    void aBoxWithoutACauseOrWithoutRowsSaysSo()
    {
        World world;
        world.each(world.now - hours(3), world.now, 20, [&](Instant when, int i) { world.request(when, i % 2 ? 300 : 600).model = QStringLiteral("one-model"); });
        world.write();
        const TimeRange range{world.now - hours(2), world.now};
        QVERIFY(boxReport(world.inputs(), range, 500, 1000).says.startsWith(QStringLiteral("Nothing sets these")));
        const BoxReport nobody = boxReport(world.inputs(), range, 50'000, 60'000);
        QCOMPARE(nobody.inside, 0);
        QVERIFY(nobody.slowest.isEmpty());
        QVERIFY(nobody.says.startsWith(QStringLiteral("There is no request")));
        const BoxReport old = boxReport(world.inputs(), {world.now - hours(24 * 20), world.now - hours(24 * 19)}, 500, 1000);
        QVERIFY2(old.says.contains(QStringLiteral("7 day")) && old.says.contains(QStringLiteral("older")), qPrintable(old.says));
        QCOMPARE(old.inside + old.outside, 0);
    }
};

QTEST_GUILESS_MAIN(OddTest)
#include "odd_test.moc"
