#include "reports/overview.h"

#include "world.h"

#include <QJsonArray>

using namespace qd;
using namespace qd::reports;
using namespace qd::test;

namespace {

const OverviewReport::HealthRow *healthRow(const OverviewReport &report, const char *id)
{
    for (const OverviewReport::HealthRow &row : report.health) {
        if (row.id == QLatin1String(id))
            return &row;
    }
    return nullptr;
}

} // namespace

class OverviewTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void allWithinTargetIsSaidOfWhatIsMeasured()
    {
        World world;
        world.traffic(world.now - hours(50), world.now, 900);
        world.write();
        const OverviewReport report = overviewReport(world.inputs());
        QCOMPARE(report.sentence.state, State::Ok);
        QVERIFY2(plain(report.sentence.text()).startsWith(QStringLiteral("All within target. p95 900 ms, errors 0.00 %")), qPrintable(report.sentence.text()));
        QVERIFY(report.overTarget.isEmpty());
        QCOMPARE(report.tiles.size(), 5); // no step has a target that was measured
    }

    void silenceIsUnknownAndNotHealthy()
    {
        World world;
        world.traffic(world.now - hours(80), world.now - hours(70), 900);
        world.write();
        const OverviewReport report = overviewReport(world.inputs());
        QVERIFY2(report.sentence.state == State::Unknown, qPrintable(report.sentence.text()));
        for (const OverviewReport::HealthRow &row : report.health) {
            QCOMPARE(row.state, State::Unknown);
            QVERIFY(std::ranges::all_of(row.cells, [](State state) { return state == State::Unknown; }));
            QCOMPARE(row.inTarget, QStringLiteral("–"));
        }
        QCOMPARE(fleetRow(world.inputs()).state, State::Unknown);
    }

    void healthHasFortyEightHalfHours()
    {
        World world;
        world.traffic(world.now - hours(30), at("2026-01-28T06:00:00Z"), 900);
        world.traffic(at("2026-01-28T06:00:00Z"), at("2026-01-28T07:00:00Z"), 3000);
        world.traffic(at("2026-01-28T08:00:00Z"), world.now, 900); // nothing from 7 to 8
        world.write();
        const OverviewReport report = overviewReport(world.inputs());
        const auto *row = healthRow(report, "requests");
        QVERIFY(row);
        QCOMPARE(row->cells.size(), 48);
        QCOMPARE(report.healthRange.to, at("2026-01-28T15:00:00Z"));
        const int six = int((at("2026-01-28T06:00:00Z") - report.healthRange.from) / report.healthStep);
        QCOMPARE(row->cells.mid(six - 1, 6), QList<State>({State::Ok, State::Warning, State::Warning, State::Unknown, State::Unknown, State::Ok}));
        QCOMPARE(row->state, State::Ok);
        QCOMPARE(plain(row->inTarget), QStringLiteral("95.7 %")); // of 46 that were measured
        const auto *postgres = healthRow(report, "postgres");
        QCOMPARE(postgres->state, State::Unknown); // nobody asked it
        QCOMPARE(postgres->cells.at(six + 2), State::Unknown);
        QCOMPARE(postgres->cells.at(six), State::Ok);
    }

    void statusPagesAreOpinionsWithTheirOwnStates()
    {
        World world;
        world.profile.providers = {{QStringLiteral("openai"), QStringLiteral("https://status.example"), {}}, {QStringLiteral("supabase"), QStringLiteral("https://status.example"), {}}, {QStringLiteral("clerk"), {}, {}}};
        world.traffic(world.now - hours(30), world.now, 900);
        world.write();
        Inputs inputs = world.inputs();
        providers::StatusSummary summary;
        summary.page = QStringLiteral("OpenAI");
        summary.state = State::Warning;
        summary.says = QStringLiteral("Chat Completions: degraded performance");
        summary.incidents = {{QStringLiteral("i1"), QStringLiteral("Elevated errors"), {}, {}, world.now - hours(2), {}}};
        inputs.statusPages.insert(QStringLiteral("openai"), summary);
        inputs.statusPages.insert(QStringLiteral("supabase"), failure(Error::Kind::Wrong, QStringLiteral("The page answered something else.")));
        const OverviewReport report = overviewReport(inputs);
        const auto *openai = healthRow(report, "provider:openai");
        QCOMPARE(openai->state, State::Warning);
        QCOMPARE(openai->cells.at(47 - 4), State::Warning);
        QCOMPARE(openai->cells.at(40), State::Unknown);
        QCOMPARE(healthRow(report, "provider:supabase")->state, State::Unknown);
        QVERIFY(!healthRow(report, "provider:clerk"));
        QCOMPARE(report.overTarget.size(), 1);
        QCOMPARE(report.overTarget.first().title, QStringLiteral("OpenAI reports a problem"));
        QVERIFY(std::ranges::any_of(report.events, [](const Event &event) { return event.lane == Event::Lane::Providers && event.isOngoing; }));
    }

    void whatIsNotRecordedHasNoValueAnywhere()
    {
        // Like ARA: tokens only, of which nobody says the model.
        World world;
        TelemetrySource &source = world.profile.sources.first();
        source.latencyMs = source.status = source.errorMessage = source.httpStatus = source.costUsd = source.model = {};
        source.costKinds.clear();
        for (int i = 0; i < 50; ++i) {
            telemetry::Call &call = world.add(world.now - minutes(i), QStringLiteral("request"));
            call.countsCost = true;
            call.hasTokens = true;
            call.unclassedTokens = 100;
        }
        world.write(world.now - hours(48));
        const OverviewReport report = overviewReport(world.inputs());
        QVERIFY2(report.sentence.text().contains(QStringLiteral("Latency and errors are not recorded.")), qPrintable(report.sentence.text()));
        QVERIFY(report.sentence.state != State::Ok);
        QCOMPARE(plain(figure(report.tiles, "cost_today")->value), QStringLiteral("≥ $0.00"));
        QVERIFY(figure(report.tiles, "cost_today")->state != State::Ok);
        const FleetRow row = fleetRow(world.inputs());
        QVERIFY(!row.p95 && !row.errorRate);
        QVERIFY(row.isCostPartial);
    }

    void fleetRowJudgesWhatItHas()
    {
        World world;
        world.profile.budgetPerDay = Money::fromDollars(5);
        world.traffic(world.now - hours(30), world.now - hours(2), 900);
        world.traffic(world.now - hours(2), world.now, 3000);
        world.llm(world.now - hours(1), QStringLiteral("gpt-4o"), {}, Money::fromDollars(3));
        world.deploy(world.now - hours(4));
        world.write();
        const FleetRow row = fleetRow(world.inputs());
        QCOMPARE(row.state, State::Warning);
        QCOMPARE(row.says, QStringLiteral("p95 over target"));
        QCOMPARE(*row.costToday, Money::fromDollars(3));
        QCOMPARE(*row.deployedAt, world.now - hours(4));
        QCOMPARE(row.toJson().value(QStringLiteral("costToday")).toString(), QStringLiteral("3.00"));
    }

    void tilesExplainThemselves()
    {
        World world;
        world.traffic(world.now - hours(50), world.now, 900);
        world.write();
        Inputs inputs = world.inputs();
        telemetry::Follower::LastRead read;
        read.sql = "select 1";
        read.rows = 12;
        read.newRows = 3;
        read.took = std::chrono::microseconds(1200);
        inputs.lastReads.insert(QStringLiteral("agent_telemetry"), read);
        for (const Figure &tile : overviewReport(inputs).tiles) {
            if (tile.shown != Figure::Shown::Value)
                continue;
            QVERIFY2(!tile.explanation.definition.isEmpty() && !tile.explanation.errorBound.isEmpty(), qPrintable(tile.id));
            QVERIFY(tile.explanation.sql.contains("select 1"));
            QVERIFY(tile.explanation.cost.contains(QStringLiteral("1.2 ms")));
            QVERIFY(tile.explanation.readAt);
        }
        QCOMPARE(figure(overviewReport(inputs).tiles, "p95")->explanation.rows, 178);
    }

    void theDataHasItsStableKeys()
    {
        World world;
        world.traffic(world.now - hours(3), world.now, 900);
        world.write();
        const QJsonObject data = overviewReport(world.inputs()).data();
        for (const char *key : {"sentence", "range", "tiles", "health", "overTarget", "sources", "events", "series", "p95Target"})
            QVERIFY2(data.contains(QLatin1String(key)), key);
    }
};

QTEST_GUILESS_MAIN(OverviewTest)
#include "overview_test.moc"
