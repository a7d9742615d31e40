#include "reports/report.h"

#include "world.h"

#include "reports/cost.h"
#include "reports/errors.h"
#include "reports/latency.h"
#include "reports/overview.h"

using namespace qd;
using namespace qd::reports;
using namespace qd::test;

class FreshnessTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void readWithinTwoIntervalsIsLive()
    {
        World world;
        world.traffic(world.now - hours(25), world.now, 900);
        world.write();
        const Freshness freshness = freshnessOf(world.inputs());
        QCOMPARE(freshness.state, Freshness::State::Live);
        QVERIFY(!freshness.isOld());
        QCOMPARE(plain(freshness.says), QStringLiteral("Read 10 s ago."));
    }

    void nothingReadYetIsNeverAndSaysSoOnEveryPage()
    {
        World world;
        const Inputs inputs = world.inputs();
        QCOMPARE(freshnessOf(inputs).state, Freshness::State::Never);
        for (const Sentence &sentence : {overviewReport(inputs).sentence, costReport(inputs).sentence, latencyReport(inputs).sentence, errorsReport(inputs).sentence}) {
            QCOMPARE(sentence.state, State::Unknown);
            QVERIFY2(sentence.text().startsWith(QStringLiteral("Nothing has been read yet.")), qPrintable(sentence.text()));
        }
    }

    void anEmptyTableIsNotInstrumentedAndNotFree()
    {
        World world;
        world.coverage.isInstrumented = false;
        world.write(world.now - hours(24 * 30));
        Inputs inputs = world.inputs();
        QCOMPARE(freshnessOf(inputs).state, Freshness::State::NotInstrumented);
        const CostReport cost = costReport(inputs);
        QCOMPARE(cost.sentence.text(), QStringLiteral("Not instrumented. agent_telemetry exists and has never had a row."));
        QVERIFY(!cost.today);
        QVERIFY(cost.days.isEmpty());
        QCOMPARE(cost.figures.first().shown, Figure::Shown::Absent);
        QVERIFY(cost.data().value(QStringLiteral("total")).isNull());
        QCOMPARE(overviewReport(inputs).tiles.first().shown, Figure::Shown::Absent);
        QCOMPARE(fleetRow(inputs).state, State::Unknown);
        QVERIFY(!fleetRow(inputs).costToday);
    }

    void tablesThatNoMigrationMadeAreNamed()
    {
        World world;
        world.profile.sources.clear();
        world.profile.neverCreated = {QStringLiteral("agent_logs"), QStringLiteral("agent_errors")};
        const Freshness freshness = freshnessOf(world.inputs());
        QCOMPARE(freshness.state, Freshness::State::NotInstrumented);
        QVERIFY(freshness.says.contains(QStringLiteral("agent_logs, agent_errors")));
        QVERIFY(overviewReport(world.inputs()).sentence.text().size() <= 120);
    }

    void aTableThatMayNotBeReadIsBlindAndSaysTheGrant()
    {
        World world;
        Inputs inputs = world.inputs();
        SourceReality reality;
        reality.source = world.profile.sources.first();
        reality.exists = true;
        reality.missingGrantSql = QStringLiteral("grant select on public.agent_telemetry to watcher;");
        inputs.reality = {reality};
        const Freshness freshness = freshnessOf(inputs);
        QCOMPARE(freshness.state, Freshness::State::Blind);
        QCOMPARE(freshness.fix, reality.missingGrantSql);
        QVERIFY(errorsReport(inputs).sentence.text().startsWith(QStringLiteral("Not visible to this role.")));
    }

    void aTableThatIsGoneOrForbiddenMakesWhatWasReadOld()
    {
        World world;
        world.traffic(world.now - hours(25), world.now, 900);
        world.write();
        Inputs inputs = world.inputs();
        SourceReality reality;
        reality.source = world.profile.sources.first();
        reality.missingGrantSql = QStringLiteral("grant select on public.agent_telemetry to watcher;");
        for (const bool exists : {false, true}) {
            reality.exists = exists;
            inputs.reality = {reality};
            const Freshness freshness = freshnessOf(inputs);
            QCOMPARE(freshness.state, Freshness::State::Stale);
            QCOMPARE(freshness.reason, exists ? QStringLiteral("The role may not read agent_telemetry.") : QStringLiteral("agent_telemetry does not exist in this database."));
            QCOMPARE(freshness.fix, exists ? reality.missingGrantSql : QString());
            QVERIFY(latencyReport(inputs).sentence.text().startsWith(freshness.reason));
        }
        // Another table of the profile that never was there takes nothing away from this one.
        reality.exists = false;
        reality.source.name = QStringLiteral("agent_errors");
        inputs.reality = {reality};
        QCOMPARE(freshnessOf(inputs).state, Freshness::State::Live);
    }

    void theFirstFillSaysHowFarItHasCome()
    {
        World world;
        world.coverage.isBackfillDone = false;
        world.coverage.sourceBegins = world.now - hours(24 * 90);
        world.traffic(world.now - hours(6), world.now, 900);
        world.write();
        const Freshness freshness = freshnessOf(world.inputs());
        QCOMPARE(freshness.state, Freshness::State::Filling);
        QCOMPARE(plain(freshness.says), QStringLiteral("Read back to 08:52 so far."));
        QVERIFY(plain(latencyReport(world.inputs()).sentence.text()).contains(QStringLiteral("Read back to 08:52 so far.")));
        // What is covered is enough for a shorter range.
        QCOMPARE(freshnessOf(world.inputs(TimeRange{world.now - hours(3), world.now})).state, Freshness::State::Live);
    }

    void aLostDatabaseMakesValuesOldAndNeverOk()
    {
        World world;
        world.coverage.readAt = world.now - minutes(50);
        world.traffic(world.now - hours(25), world.now - minutes(50), 900);
        world.write();
        Inputs inputs = world.inputs();
        Target::Status status;
        status.connection = Target::Status::Connection::Failed;
        status.failedSince = world.now - minutes(49);
        status.error = Error{Error::Kind::Unreachable, QStringLiteral("The server does not answer.")};
        status.nextTry = world.now + std::chrono::seconds(18);
        inputs.connection = status;

        const OverviewReport overview = overviewReport(inputs);
        QCOMPARE(overview.freshness.state, Freshness::State::Stale);
        QVERIFY2(plain(overview.sentence.text()).startsWith(QStringLiteral("The database has not answered since 14:03; last read at 14:02.")), qPrintable(overview.sentence.text()));
        QCOMPARE(overview.sentence.state, State::Failing);
        for (const Figure &tile : overview.tiles) {
            QVERIFY2(tile.shown == Figure::Shown::Old || tile.shown == Figure::Shown::Absent, qPrintable(tile.id));
            QCOMPARE(tile.state, State::Unknown);
        }
        QCOMPARE(plain(figure(overview.tiles, "p95")->note), QStringLiteral("read at 14:02:00"));
        for (const OverviewReport::HealthRow &row : overview.health) {
            if (row.id == QLatin1String("postgres")) {
                QCOMPARE(row.state, State::Failing);
                QCOMPARE(row.cells.last(), State::Failing);
            } else {
                QVERIFY(row.isOld);
                QCOMPARE(row.cells.last(), State::Unknown);
            }
        }
        QVERIFY(overview.overTarget.isEmpty());
        QCOMPARE(overview.sources.first().state, State::Failing);
        QCOMPARE(plain(overview.sources.first().nextTry), QStringLiteral("in 18 s"));
        QVERIFY(plain(latencyReport(inputs).sentence.text()).contains(QStringLiteral("p95 was 900 ms at 14:02.")));
        QCOMPARE(fleetRow(inputs).says, QStringLiteral("database unreachable since 14:03"));
    }

    void twoDaysAsleepIsOldWithoutBlamingTheDatabase()
    {
        World world;
        world.coverage.readAt = world.now - hours(48);
        world.traffic(world.now - hours(80), world.now - hours(48), 900);
        world.write();
        const Freshness freshness = freshnessOf(world.inputs());
        QCOMPARE(freshness.state, Freshness::State::Stale);
        QVERIFY(freshness.reason.isEmpty());
        const CostReport cost = costReport(world.inputs());
        QVERIFY(!cost.today); // nothing of today was read
        QVERIFY(!cost.days.last().isCovered);
        QCOMPARE(fleetRow(world.inputs()).state, State::Unknown);
    }

    void everySentenceIsShort()
    {
        World world;
        world.profile.name = QString(80, QLatin1Char('x'));
        world.profile.sources.first().table = QStringLiteral("a_rather_long_name_of_a_table_that_holds_telemetry_of_agents_and_tools");
        world.profile.sources.first().latencyMs = {};
        for (const bool written : {false, true}) {
            if (written) {
                world.traffic(world.now - hours(2), world.now, 900);
                world.write();
            }
            const Inputs inputs = world.inputs();
            for (const Sentence &sentence : {overviewReport(inputs).sentence, costReport(inputs).sentence, latencyReport(inputs).sentence, errorsReport(inputs).sentence})
                QVERIFY2(sentence.text().size() <= 120, qPrintable(sentence.text()));
        }
    }

    void theDocumentHasItsStableKeys()
    {
        World world;
        world.traffic(world.now - hours(2), world.now, 900);
        world.write();
        const Inputs inputs = world.inputs();
        const CostReport report = costReport(inputs);
        const QJsonObject json = document(QStringLiteral("show cost"), inputs, report.freshness, report.data(), report.checks);
        QCOMPARE(json.keys(), QStringList({QStringLiteral("checks"), QStringLiteral("command"), QStringLiteral("data"), QStringLiteral("deployment"), QStringLiteral("freshness"), QStringLiteral("readAt"), QStringLiteral("schema")}));
        QCOMPARE(json.value(QStringLiteral("schema")).toString(), QStringLiteral("quarterdeck/1"));
        QCOMPARE(json.value(QStringLiteral("readAt")).toString(), QStringLiteral("2026-01-28T14:51:50.000Z"));
        QCOMPARE(json.value(QStringLiteral("freshness")).toObject().value(QStringLiteral("state")).toString(), QStringLiteral("live"));
    }
};

QTEST_GUILESS_MAIN(FreshnessTest)
#include "freshness_test.moc"
