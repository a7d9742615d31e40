#include "reports/latency.h"

#include "world.h"

#include "reports/overview.h"

#include <QJsonArray>

using namespace qd;
using namespace qd::reports;
using namespace qd::test;

namespace {

// Calm until `began`, then retrieval takes half a second longer and every request with it.
void plantSlowRetrieval(World &world, Instant began, Instant until)
{
    const Instant first = world.now - hours(48);
    const auto plant = [&](Instant from, Instant to, double retrieval) {
        world.each(from, to, 40, [&](Instant when, int i) {
            const double model = i % 10 == 0 ? 1500 : 500;
            world.add(when, QStringLiteral("retrieval")).latencyMs = retrieval;
            world.add(when, QStringLiteral("llm_call")).latencyMs = model;
            telemetry::Call &tool = world.add(when, QStringLiteral("tool_call"));
            tool.tool = QStringLiteral("searchNotes");
            tool.latencyMs = retrieval + 300;
            world.request(when, model + retrieval + 250);
        });
    };
    plant(first, began, 200);
    plant(began, until, 900);
    plant(until, world.now, 200);
}

const LatencyReport::Operation *operation(const LatencyReport &report, const char *name)
{
    for (const LatencyReport::Operation &one : report.operations) {
        if (one.name == QLatin1String(name))
            return &one;
    }
    return nullptr;
}

} // namespace

class LatencyTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void theSentenceFollowsTheIncident_data()
    {
        QTest::addColumn<QString>("began");
        QTest::addColumn<QString>("deployed");
        QTest::addColumn<QString>("since");
        QTest::newRow("fifty minutes ago") << "2026-01-28T14:00:00Z" << "2026-01-28T14:02:00Z" << "the 14:02 deploy";
        QTest::newRow("in the morning") << "2026-01-28T09:15:00Z" << "2026-01-28T09:05:00Z" << "the 09:05 deploy";
        QTest::newRow("yesterday") << "2026-01-27T20:30:00Z" << "2026-01-27T20:30:00Z" << "the 27 Jan 20:30 deploy";
        QTest::newRow("no deploy") << "2026-01-28T12:45:00Z" << "" << "12:45";
        QTest::newRow("30 minutes before is blamed") << "2026-01-28T12:00:00Z" << "2026-01-28T11:30:00Z" << "the 11:30 deploy";
        QTest::newRow("31 minutes before is not") << "2026-01-28T12:00:00Z" << "2026-01-28T11:29:00Z" << "12:00";
    }

    void theSentenceFollowsTheIncident()
    {
        QFETCH(QString, began);
        QFETCH(QString, deployed);
        QFETCH(QString, since);
        World world;
        plantSlowRetrieval(world, at(began.toLatin1()), world.now);
        if (!deployed.isEmpty())
            world.deploy(at(deployed.toLatin1()));
        world.write();
        const LatencyReport report = latencyReport(world.inputs());
        QVERIFY(report.episode);
        QVERIFY(report.episode->isOngoing);
        QCOMPARE(report.episode->range.from, at(began.toLatin1()));
        QCOMPARE(report.slowPart, QStringLiteral("retrieval"));
        QCOMPARE(plain(report.sentence.text()), QStringLiteral("p95 is 2.64 s, 32 % over the 2 s target since %1; retrieval is the slow part.").arg(since));
        QCOMPARE(report.sentence.state, State::Warning);
        QVERIFY(report.sentence.text().size() <= 120);

        const OverviewReport overview = overviewReport(world.inputs());
        QVERIFY2(plain(overview.sentence.text()).contains(QStringLiteral("p95 is 2.64 s against a 2 s target since %1").arg(since)), qPrintable(overview.sentence.text()));
        const Instant begins = since.contains(QStringLiteral("deploy")) ? std::max(at(began.toLatin1()), at(deployed.toLatin1())) : at(began.toLatin1());
        QCOMPARE(overview.overTarget.first().since, begins);
        QVERIFY(overview.overTarget.first().cause.contains(QStringLiteral("Retrieval is the slow part.")));
        QCOMPARE(overview.overTarget.first().cause.contains(QStringLiteral("4c1e9ab")), since.contains(QStringLiteral("deploy")));
        QCOMPARE(overview.overTarget.at(1).title, QStringLiteral("RAG retrieval over target"));
    }

    void aRecoveredIncidentSaysFromWhenToWhen()
    {
        World world;
        plantSlowRetrieval(world, at("2026-01-28T09:00:00Z"), at("2026-01-28T10:30:00Z"));
        world.write();
        const LatencyReport report = latencyReport(world.inputs());
        QVERIFY(report.episode);
        QVERIFY(!report.episode->isOngoing);
        QCOMPARE(report.sentence.state, State::Ok);
        QCOMPARE(plain(report.sentence.text()), QStringLiteral("p95 is 1.95 s, within the 2 s target. It was over from 09:00 to 10:30, at most 2.64 s."));
        QVERIFY(overviewReport(world.inputs()).overTarget.isEmpty());
        const auto events = overviewReport(world.inputs()).events;
        QVERIFY(std::ranges::any_of(events, [](const Event &event) { return event.lane == Event::Lane::OverTarget && event.from == at("2026-01-28T09:00:00Z") && event.to == at("2026-01-28T10:30:00Z"); }));
    }

    void oneWindowOfReliefDoesNotEndAnEpisode_data()
    {
        QTest::addColumn<int>("relief");
        QTest::addColumn<QString>("from");
        QTest::newRow("one") << 1 << "2026-01-28T12:00:00Z";
        QTest::newRow("two") << 2 << "2026-01-28T13:30:00Z";
    }

    void oneWindowOfReliefDoesNotEndAnEpisode()
    {
        QFETCH(int, relief);
        QFETCH(QString, from);
        World world;
        const Instant middle = at("2026-01-28T13:00:00Z");
        world.traffic(world.now - hours(30), middle - hours(1), 1500);
        world.traffic(middle - hours(1), middle, 3000);
        world.traffic(middle, middle + BinLength * relief, 1500);
        world.traffic(middle + BinLength * relief, world.now, 3000);
        world.write();
        const LatencyReport report = latencyReport(world.inputs());
        QVERIFY(report.episode && report.episode->isOngoing);
        QCOMPARE(report.episode->range.from, at(from.toLatin1()));
    }

    void aWindowThatIsOverByChanceBeforeIsNotTheBeginning()
    {
        World world;
        const Instant began = at("2026-01-28T13:00:00Z");
        world.traffic(world.now - hours(30), began - 2 * BinLength, 1500);
        // 3 of 40 slow calls are a p95 over the target, but together with the calm window after it they are not.
        world.each(began - 2 * BinLength, began - BinLength, 40, [&](Instant when, int i) { world.request(when, i < 3 ? 2100 : 500); });
        world.traffic(began - BinLength, began, 1500);
        world.each(began, world.now, 40, [&](Instant when, int i) { world.request(when, i % 4 == 0 ? 4000 : 900); });
        world.deploy(began - minutes(3));
        world.write();
        const LatencyReport report = latencyReport(world.inputs());
        QVERIFY(report.episode);
        QCOMPARE(report.episode->range.from, began);
        QVERIFY(report.episode->deploy);
    }

    void aDeployAfterTheSlownessIsNotBlamed()
    {
        World world;
        const Instant began = at("2026-01-28T13:00:00Z");
        world.traffic(world.now - hours(30), began, 1500, 80);
        world.traffic(began, world.now, 3000, 80);
        world.deploy(began + minutes(12)); // within the first slow window, but 64 calls were slow before it
        world.write();
        const LatencyReport report = latencyReport(world.inputs());
        QVERIFY(report.episode);
        QVERIFY(!report.episode->deploy);
    }

    void failedBuildsAndPreviewsAreNotBlamed()
    {
        World world;
        const Instant began = at("2026-01-28T13:00:00Z");
        world.traffic(world.now - hours(30), began, 1500);
        world.traffic(began, world.now, 3000);
        world.deploy(began - minutes(5), QStringLiteral("1f0ac3d build failed"), State::Failing);
        world.deploy(began - minutes(6), QStringLiteral("77aa0b1 only a preview"), State::Ok, QStringLiteral("preview"));
        world.write();
        const LatencyReport report = latencyReport(world.inputs());
        QVERIFY(report.episode && !report.episode->deploy);
        QCOMPARE(report.events.size(), 2); // but both are marks
    }

    void nineteenCallsAreFewAndTwentyAreJudged_data()
    {
        QTest::addColumn<int>("calls");
        QTest::addColumn<State>("state");
        QTest::newRow("19") << 19 << State::Unknown;
        QTest::newRow("20") << 20 << State::Warning;
    }

    void nineteenCallsAreFewAndTwentyAreJudged()
    {
        QFETCH(int, calls);
        QFETCH(State, state);
        World world;
        for (int i = 0; i < calls; ++i)
            world.request(world.now - minutes(10), 3000);
        world.write(world.now - hours(48));
        const LatencyReport report = latencyReport(world.inputs());
        QCOMPARE(operation(report, "")->state, state);
        QCOMPARE(operation(report, "")->isFew, calls < 20);
        QCOMPARE(report.sentence.state, state);
        QCOMPARE(report.episode.has_value(), calls >= 20);
        QVERIFY(!operation(report, "")->p99);
        if (calls < 20)
            QCOMPARE(plain(report.sentence.text()), QStringLiteral("Only 19 request(s) in the last 24 hours; p95 is judged from 20 on."));
    }

    void missingTimeIsAGapAndNotZero()
    {
        World world;
        world.traffic(world.now - hours(26), world.now - hours(12), 900);
        world.traffic(world.now - hours(6), world.now, 900);
        world.write();
        const LatencyReport report = latencyReport(world.inputs());
        const int gaps = int(std::ranges::count_if(report.lines.at(1).values, [](double value) { return qIsNaN(value); }));
        QVERIFY2(gaps >= 23 && gaps <= 25, qPrintable(QString::number(gaps)));
        for (const double value : report.lines.at(1).values)
            QVERIFY(qIsNaN(value) || value > 800);
        for (const LatencyReport::HeatCell &cell : report.heat)
            QVERIFY(cell.count > 0);
        QVERIFY(report.data().value(QStringLiteral("series")).toObject().value(QStringLiteral("p95")).toArray().at(60).isNull());
    }

    void theHeatMapHoldsEveryCallOnceOnALogarithmicScale()
    {
        World world;
        const QList<double> lengths{1, 12, 150, 900, 2000, 64000};
        for (int i = 0; i < 600; ++i)
            world.request(world.now - minutes(i % 1400), lengths.at(i % lengths.size()));
        world.write();
        const LatencyReport report = latencyReport(world.inputs());
        qint64 sum = 0;
        for (const LatencyReport::HeatCell &cell : report.heat) {
            QVERIFY(cell.row >= 0 && cell.row < report.heatRows);
            QVERIFY(cell.column >= 0 && cell.column < report.heatColumns);
            sum += cell.count;
        }
        QCOMPARE(sum, 600);
        QVERIFY(report.heatLowest <= 1 && report.heatHighest >= 64000);
        QVERIFY(report.heatRows <= 31);
        QCOMPARE(report.overTarget, 100);
    }

    void aSystemWithoutLatencySaysSo()
    {
        World world;
        world.profile.sources.first().latencyMs = {};
        for (int i = 0; i < 50; ++i)
            world.add(world.now - minutes(i), QStringLiteral("request"));
        world.write();
        const LatencyReport report = latencyReport(world.inputs());
        QVERIFY(!report.isRecorded);
        QCOMPARE(report.sentence.text(), QStringLiteral("Latency not recorded: agent_telemetry has no column for it."));
        QCOMPARE(report.figures.first().problem, QStringLiteral("latency not recorded"));
        QVERIFY(report.data().value(QStringLiteral("operations")).toArray().isEmpty());
        const OverviewReport overview = overviewReport(world.inputs());
        QCOMPARE(figure(overview.tiles, "p95")->shown, Figure::Shown::Absent);
        QVERIFY(std::ranges::none_of(overview.health, [](const OverviewReport::HealthRow &row) { return row.id == QLatin1String("requests"); }));
    }

    void operationsArePinnedAndComparedWithTheRangeBefore()
    {
        World world;
        plantSlowRetrieval(world, at("2026-01-28T00:00:00Z"), world.now);
        world.write();
        const LatencyReport report = latencyReport(world.inputs(TimeRange{at("2026-01-28T02:00:00Z"), world.now}));
        QVERIFY(report.operations.first().name.isEmpty());
        QVERIFY(report.operations.first().isAggregate);
        const auto *retrieval = operation(report, "kind:retrieval");
        QVERIFY(retrieval && retrieval->isAggregate);
        QCOMPARE(retrieval->label, QStringLiteral("RAG retrieval"));
        QCOMPARE(retrieval->note, QStringLiteral("retrieval"));
        QCOMPARE(*retrieval->target, 500.0);
        QCOMPARE(retrieval->state, State::Warning);
        const auto *tool = operation(report, "searchNotes");
        QVERIFY(tool && !tool->isAggregate);
        QCOMPARE(*tool->target, 2000.0); // a tool may not take longer than the request it belongs to
        QCOMPARE(tool->state, State::Ok);
        QVERIFY(tool->change && *tool->change > 0);
        QVERIFY(tool->p99);
    }

    void theSlowPartIsTheOneThatGrew()
    {
        World world;
        const Instant began = at("2026-01-28T13:00:00Z");
        const auto plant = [&](Instant from, Instant to, double model) {
            world.each(from, to, 30, [&](Instant when, int) {
                world.add(when, QStringLiteral("retrieval")).latencyMs = 700; // slow all the time
                world.add(when, QStringLiteral("llm_call")).latencyMs = model;
                world.request(when, 700 + model);
            });
        };
        plant(world.now - hours(40), began, 600);
        plant(began, world.now, 2500);
        world.write();
        QCOMPARE(latencyReport(world.inputs()).slowPart, QStringLiteral("llm_call"));
        QVERIFY(latencyReport(world.inputs()).sentence.text().contains(QStringLiteral("llm call is the slow part")));
    }

    void withoutStepsTheToolOrModelOfTheRequestIsTheSlowPart()
    {
        World world;
        const Instant began = at("2026-01-28T13:00:00Z");
        world.each(world.now - hours(40), world.now, 40, [&](Instant when, int i) {
            telemetry::Call &call = world.request(when, when >= began && i % 4 == 0 ? 9000 : 900);
            call.model = i % 4 == 0 ? QStringLiteral("claude-3-5-sonnet") : QStringLiteral("gpt-4o");
        });
        world.write();
        QCOMPARE(latencyReport(world.inputs()).slowPart, QStringLiteral("claude-3-5-sonnet"));
    }

    void theTableAsCsvEqualsWhatIsSeen()
    {
        World world;
        world.traffic(world.now - hours(3), world.now, 900);
        world.write();
        const LatencyReport report = latencyReport(world.inputs(TimeRange{world.now - hours(2), world.now}));
        const QList<QByteArray> lines = report.csv().split('\n');
        QCOMPARE(lines.at(0), QByteArray("operation,calls,p50_ms,p95_ms,p99_ms,target_ms,change_ms,error_rate,state\r"));
        const QList<QByteArray> first = lines.at(1).split(',');
        QCOMPARE(first.at(0), QByteArray("All requests"));
        QCOMPARE(first.at(1).toLongLong(), report.operations.first().calls);
        QCOMPARE(first.at(3).toDouble(), *report.operations.first().p95);
        QCOMPARE(lines.size(), 1 + report.operations.size() + 2 + report.callsPerStep.size() + 1);
    }

    void anOperationHasItsStableKeys()
    {
        World world;
        world.traffic(world.now - hours(3), world.now, 900);
        world.write();
        const QJsonObject one = latencyReport(world.inputs()).data().value(QStringLiteral("operations")).toArray().first().toObject();
        for (const char *key : {"name", "calls", "p50", "p95", "p99", "target", "state"})
            QVERIFY2(one.contains(QLatin1String(key)), key);
        QCOMPARE(one.value(QStringLiteral("name")).toString(), QStringLiteral("requests"));
        QCOMPARE(one.value(QStringLiteral("state")).toString(), QStringLiteral("ok"));
    }

    void aTraceIsATreeWithOwnTimesAndACriticalPath()
    {
        World world;
        const Instant end = world.now - minutes(5);
        const auto span = [&](const QString &kind, const char *id, const char *parent, int startMs, int endMs) -> telemetry::Call & {
            telemetry::Call &call = world.add(end - milliseconds(2300 - endMs), kind); // written when it ends
            call.trace = "abc123";
            call.span = id;
            call.parentSpan = parent;
            call.latencyMs = endMs - startMs;
            return call;
        };
        span(QStringLiteral("retrieval"), "s", "r", 0, 1100);
        span(QStringLiteral("bm25"), "b", "s", 0, 300);
        span(QStringLiteral("vector"), "v", "s", 300, 1100);
        span(QStringLiteral("llm_generate"), "g", "r", 1100, 2100);
        span(QStringLiteral("groq"), "q", "g", 1150, 2050);
        telemetry::Call &request = span(QStringLiteral("request"), "r", "", 0, 2300);
        const telemetry::Call asked = request;
        world.write();
        const TraceReport report = traceReport(world.inputs(), asked);
        QVERIFY(report.hasSpans);
        QStringList shown;
        for (const TraceReport::Span &one : report.spans)
            shown << QStringLiteral("%1%2 %3+%4 own %5%6").arg(QString(one.depth, QLatin1Char('.')), one.label).arg(one.startMs).arg(one.lengthMs).arg(one.selfMs).arg(one.isCritical ? QStringLiteral(" *") : QString());
        QCOMPARE(shown, QStringList({QStringLiteral("request 0+2300 own 200 *"), QStringLiteral(".retrieval 0+1100 own 0 *"), QStringLiteral("..bm25 0+300 own 300 *"), QStringLiteral("..vector 300+800 own 800 *"), QStringLiteral(".llm_generate 1100+1000 own 100 *"), QStringLiteral("..groq 1150+900 own 900 *")}));
        QCOMPARE(plain(report.says), QStringLiteral("retrieval took 1.10 s (target 500 ms)."));
    }

    void aTraceInACircleStillEnds()
    {
        World world;
        for (const auto &[id, parent] : {std::pair("a", "b"), std::pair("b", "a"), std::pair("c", "c")}) {
            telemetry::Call &call = world.add(world.now - minutes(5), QStringLiteral("retrieval"));
            call.trace = "loop";
            call.span = id;
            call.parentSpan = parent;
            call.latencyMs = 10;
        }
        telemetry::Call &request = world.request(world.now - minutes(5), 100);
        request.trace = "loop";
        const telemetry::Call asked = request;
        world.write();
        QCOMPARE(traceReport(world.inputs(), asked).spans.size(), 4);
    }

    void aRequestWithoutATraceSaysThatItIsAll()
    {
        World world;
        const telemetry::Call asked = world.request(world.now - minutes(5), 100);
        world.write();
        const TraceReport report = traceReport(world.inputs(), asked);
        QVERIFY(!report.hasSpans);
        QCOMPARE(report.says, QStringLiteral("Only the request itself is recorded, none of its parts."));
    }
};

QTEST_GUILESS_MAIN(LatencyTest)
#include "latency_test.moc"
