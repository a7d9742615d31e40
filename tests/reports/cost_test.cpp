#include "reports/cost.h"

#include "world.h"

#include <QJsonArray>
#include <QRandomGenerator>

using namespace qd;
using namespace qd::reports;
using namespace qd::test;

namespace {

const QString gpt4o = QStringLiteral("gpt-4o");

Money dollars(double amount)
{
    return Money::fromMicros(qRound64(amount * 1e6));
}

// One dollar an hour and a request, for a number of days.
void plantSteadyDays(World &world, int days)
{
    for (Instant when = floor<hours>(world.now) - hours(24 * days); when < world.now; when += hours(1)) {
        world.llm(when + minutes(1), gpt4o, QStringLiteral("searchNotes"), dollars(1));
        world.request(when + minutes(1), 500);
    }
}

TimeRange daysBack(const World &world, int days)
{
    return {startOfDay(dayOf(world.now, world.zone).addDays(1 - days), world.zone), world.now};
}

} // namespace

class CostTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void threeKindsOfMoneyAreNeverMixed()
    {
        World world;
        world.llm(world.now - minutes(30), gpt4o, {}, dollars(2));                       // recorded, whatever tokens × price say
        world.llm(world.now - minutes(30), gpt4o, {}, {}, 1'000'000, 100'000);           // 2.50 + 1.00
        world.llm(world.now - minutes(30), QStringLiteral("in-house-7b"), {}, {}, 700, 50); // nobody knows
        world.write(world.now - hours(48));
        const CostReport report = costReport(world.inputs());
        QCOMPARE(report.total.recorded.toDecimal(), QStringLiteral("2.00"));
        QCOMPARE(report.total.computed.toDecimal(), QStringLiteral("3.50"));
        QCOMPARE(report.total.unpricedTokens, 750);
        QCOMPARE(report.total.unpricedCalls, 1);
        QVERIFY(!report.total.isComplete());
        QCOMPARE(report.unpricedModels, QStringList(QStringLiteral("in-house-7b")));
        QVERIFY2(plain(report.sentence.text()).startsWith(QStringLiteral("Cost today ≥ $5.50")), qPrintable(report.sentence.text()));
        QVERIFY(report.sentence.state != State::Ok); // what leaves something out is not within anything
        QCOMPARE(figure(report.figures, "unpriced")->raw, 750.0);
        QCOMPARE(plain(figure(report.figures, "computed")->value), QStringLiteral("$3.50"));
        QVERIFY(figure(report.figures, "cost_today")->explanation.prices.contains(world.prices.version()));
        const QJsonObject today = report.data().value(QStringLiteral("days")).toArray().last().toObject();
        QCOMPARE(today.value(QStringLiteral("cost")).toString(), QStringLiteral("5.50"));
        QCOMPARE(today.value(QStringLiteral("unpricedTokens")).toInt(), 750);
        QCOMPARE(today.value(QStringLiteral("calls")).toInt(), 3);
        // The drill-down says the same of each call.
        Amount sum;
        for (const telemetry::Call &call : std::as_const(world.calls))
            sum += amountOfCall(world.inputs(), call);
        QCOMPARE(sum, report.total);
    }

    void onlyKindsThatCarryCostCount()
    {
        World world;
        world.llm(world.now - minutes(30), gpt4o, {}, dollars(2));
        telemetry::Call &request = world.request(world.now - minutes(30), 900);
        request.cost = dollars(2); // the same money, told again by the request's own row
        request.countsCost = false;
        world.write(world.now - hours(48));
        QCOMPARE(costReport(world.inputs()).total.known().toDecimal(), QStringLiteral("2.00"));
    }

    void localDaysAreExact_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QList<int>>("hoursOfDay");
        QTest::newRow("UTC") << QByteArray("UTC") << "2026-01-28T14:52:00Z" << QList<int>{24, 24, 24};
        QTest::newRow("spring forward") << QByteArray("Europe/Berlin") << "2026-03-31T12:00:00Z" << QList<int>{24, 23, 24};
        QTest::newRow("fall back") << QByteArray("Europe/Berlin") << "2026-10-27T12:00:00Z" << QList<int>{24, 25, 24};
        QTest::newRow("half an hour off") << QByteArray("Asia/Kolkata") << "2026-01-28T14:52:00Z" << QList<int>{24, 24, 24};
        QTest::newRow("45 minutes off") << QByteArray("Asia/Kathmandu") << "2026-01-28T14:52:00Z" << QList<int>{24, 24, 24};
    }

    void localDaysAreExact()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, now);
        QFETCH(QList<int>, hoursOfDay);
        World world(now.toLatin1());
        world.zone = QTimeZone(zone);
        // A cent in every quarter of an hour, the first and the last moment of each.
        const Instant first = world.now - hours(24 * 6);
        for (Instant when = binStart(binOf(first)); when < world.now; when += BinLength)
            world.llm(when, gpt4o, {}, dollars(0.01));
        world.write();
        const CostReport report = costReport(world.inputs(daysBack(world, 4)));
        QCOMPARE(report.days.first().day, dayOf(world.now, world.zone).addDays(-3));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(report.days.at(i).amount.known(), dollars(0.04 * hoursOfDay.at(i)));
        QVERIFY(report.days.at(3).isToday);
        QCOMPARE(report.today->toDecimal(), report.days.at(3).amount.known().toDecimal());
    }

    void anotherZoneMovesMoneyBetweenDaysAndLosesNone()
    {
        World world;
        for (Instant when = at("2026-01-24T00:00:00Z"); when < at("2026-01-28T00:00:00Z"); when += hours(1))
            world.llm(when, gpt4o, {}, dollars(1));
        world.write(at("2026-01-20T00:00:00Z"));
        for (const char *zone : {"UTC", "America/Los_Angeles", "Pacific/Auckland", "Australia/Lord_Howe"}) {
            world.zone = QTimeZone(zone);
            const CostReport report = costReport(world.inputs(TimeRange{at("2026-01-22T00:00:00Z"), world.now}));
            Money sum;
            for (const CostReport::Day &day : report.days)
                sum += day.amount.known();
            QCOMPARE(sum, dollars(96));
            QCOMPARE(report.total.known(), dollars(96));
        }
    }

    void dayThatWasNotReadIsNotFree()
    {
        World world;
        world.coverage.isBackfillDone = false;
        world.coverage.sourceBegins = world.now - hours(24 * 90);
        world.llm(world.now - hours(30), gpt4o, {}, dollars(1));
        world.write(at("2026-01-27T06:00:00Z"));
        const CostReport report = costReport(world.inputs(daysBack(world, 4)));
        QVERIFY(!report.days.at(0).isCovered && !report.days.at(0).isBeforeTelemetry);
        QVERIFY(!report.days.at(2).isCovered); // read only from 06:00 on
        QVERIFY(report.days.at(3).isCovered);
        QVERIFY(!report.month);
        QVERIFY(!report.hasBefore);
        const QJsonArray days = report.data().value(QStringLiteral("days")).toArray();
        QVERIFY(days.first().toObject().value(QStringLiteral("cost")).isNull());
        QCOMPARE(days.last().toObject().value(QStringLiteral("cost")).toString(), QStringLiteral("0.00"));
        QVERIFY(report.csv().contains("\r\n2026-01-25,,,,,"));
    }

    void daysBeforeTheTableBeganAreNotFree()
    {
        World world;
        world.llm(world.now - hours(30), gpt4o, {}, dollars(1));
        world.write();
        const CostReport report = costReport(world.inputs(daysBack(world, 4)));
        QVERIFY(report.days.at(0).isBeforeTelemetry && !report.days.at(0).isCovered);
        QVERIFY(report.days.at(2).isCovered);
    }

    void theSentenceHasTodayBudgetTrackAndMonth()
    {
        World world;
        world.profile.budgetPerDay = dollars(66.5);
        world.profile.budgetPerMonth = dollars(2062);
        plantSteadyDays(world, 35);
        world.write();
        const CostReport report = costReport(world.inputs());
        QVERIFY(report.forecast.isKnown);
        QCOMPARE(*report.today, dollars(15));
        QVERIFY2(plain(report.sentence.text()).startsWith(QStringLiteral("Cost today $15.00, 23 % of the $66.50 budget, on track for $2")), qPrintable(report.sentence.text()));
        QVERIFY2(plain(report.sentence.text()).contains(QStringLiteral("January on track for $7")), qPrintable(report.sentence.text()));
        QVERIFY(report.sentence.text().size() <= 120);
        QCOMPARE(report.sentence.state, State::Ok);
        // Today's bar: solid until now, the remainder beside it; then the days to come.
        const auto today = std::ranges::find_if(report.days, &CostReport::Day::isToday);
        QVERIFY(today->forecast);
        QVERIFY(qAbs(today->forecast->expected - 9) < 1);
        QVERIFY(report.days.last().day > today->day);
        QVERIFY(!report.days.last().isCovered && report.days.last().forecast);
        QCOMPARE(report.data().value(QStringLiteral("days")).toArray().size(), 2); // yesterday and today
    }

    void overTheBudgetIsAWarningAndOverTheAlertLineFails_data()
    {
        QTest::addColumn<double>("budget");
        QTest::addColumn<double>("alert");
        QTest::addColumn<State>("state");
        QTest::newRow("within") << 66.5 << 100.0 << State::Ok;
        QTest::newRow("on track over") << 20.0 << 100.0 << State::Warning;
        QTest::newRow("over") << 10.0 << 100.0 << State::Warning;
        QTest::newRow("over the alert line") << 10.0 << 14.0 << State::Failing;
    }

    void overTheBudgetIsAWarningAndOverTheAlertLineFails()
    {
        QFETCH(double, budget);
        QFETCH(double, alert);
        QFETCH(State, state);
        World world;
        world.profile.budgetPerDay = dollars(budget);
        world.profile.alertPerDay = dollars(alert);
        plantSteadyDays(world, 35);
        world.write();
        QCOMPARE(costReport(world.inputs()).sentence.state, state);
        QCOMPARE(costReport(world.inputs()).checks.last().state, state);
    }

    void contributionsSumToTheChangeExactly()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 5; ++round) {
            World world;
            const QStringList models{gpt4o, QStringLiteral("gpt-4o-mini"), QStringLiteral("nobody-knows"), QString()};
            const QStringList tools{QString(), QStringLiteral("searchNotes"), QStringLiteral("generateQuiz"), QStringLiteral("only-before-%1").arg(round)};
            for (int i = 0; i < 1500; ++i) {
                const Instant when = world.now - minutes(random.bounded(60 * 24 * 9));
                telemetry::Call &call = world.llm(when, models.at(random.bounded(4)), tools.at(when > world.now - hours(60) ? random.bounded(3) : random.bounded(4)), {}, random.bounded(9000), random.bounded(900));
                if (random.bounded(2))
                    call.cost = Money::fromPico(qint64(random.generate64() % 9'000'000'000));
                call.user = QStringLiteral("user-%1").arg(random.bounded(120));
            }
            world.write(world.now - hours(24 * 20));
            const CostReport report = costReport(world.inputs(daysBack(world, 3)));
            QVERIFY(report.hasBefore);
            const Money change = report.total.known() - report.before.known();
            QVERIFY(!change.isZero());
            for (const CostReport::Breakdown *breakdown : {&report.byTool, &report.byModel, &report.byUser, &report.byKind}) {
                Amount sum, before;
                Money contributions;
                for (const CostReport::Row &row : breakdown->rows) {
                    sum += row.amount;
                    before += row.before;
                    contributions += row.contribution;
                }
                QCOMPARE(sum, report.total);
                QCOMPARE(before, report.before);
                QCOMPARE(contributions, change);
                QCOMPARE(breakdown->total.contribution, change);
            }
            Money days;
            for (const CostReport::Day &day : report.days)
                days += day.amount.known();
            QCOMPARE(days, report.total.known());
            QVERIFY(report.byUser.rows.last().isRest);
            QCOMPARE(report.byUser.rows.size(), 51);
        }
    }

    void usersOnAThreadOfTheirOwnAreTheSame()
    {
        World world;
        for (int i = 0; i < 300; ++i) {
            telemetry::Call &call = world.llm(world.now - minutes(17 * i), i % 3 ? gpt4o : QStringLiteral("nobody-knows"), {}, i % 2 ? std::optional(dollars(0.01 * i)) : std::nullopt);
            call.user = QStringLiteral("user-%1").arg(i % 70);
            call.userKind = QStringLiteral("school");
        }
        world.write(world.now - hours(24 * 20));
        const Inputs inputs = world.inputs(daysBack(world, 2));
        const CostReport::Breakdown here = costReport(inputs).byUser;
        QThreadPool pool;
        const auto reply = costReportLater(&pool, inputs);
        QVERIFY(QTest::qWaitFor([&] { return reply.isFinished(); }, qd::test::PatienceMs));
        const auto later = reply.result();
        QVERIFY(later);
        const CostReport::Breakdown *there = &later->byUser;
        QCOMPARE(there->rows.size(), here.rows.size());
        QCOMPARE(there->distinct, here.distinct);
        for (qsizetype i = 0; i < here.rows.size(); ++i) {
            QCOMPARE(there->rows.at(i).name, here.rows.at(i).name);
            QCOMPARE(there->rows.at(i).amount, here.rows.at(i).amount);
            QCOMPARE(there->rows.at(i).contribution, here.rows.at(i).contribution);
        }
        QCOMPARE(here.rows.first().note, QStringLiteral("school"));
    }

    void aStackOfUsersSumsToTheDay()
    {
        World world;
        for (int i = 0; i < 400; ++i)
            world.llm(world.now - minutes(11 * i), gpt4o, {}, dollars(0.01 * (i % 9))).user = QStringLiteral("user-%1").arg(i % 9);
        world.write(world.now - hours(24 * 20));
        CostOptions options;
        options.stackedBy = CostBy::User;
        const CostReport report = costReport(world.inputs(daysBack(world, 3)), options);
        QCOMPARE(report.stackedBy, CostBy::User);
        QCOMPARE(report.parts.size(), 6);
        QCOMPARE(report.parts.first(), report.byUser.rows.first().label);
        QCOMPARE(report.parts.last(), QStringLiteral("other"));
        for (const CostReport::Day &day : report.days) {
            Money sum;
            for (const Money part : day.parts) {
                QVERIFY(part >= Money());
                sum += part;
            }
            QCOMPARE(sum, day.amount.known());
        }
        // The cells of users know no tool.
        options.onlyTool = QStringLiteral("searchNotes");
        QCOMPARE(costReport(world.inputs(daysBack(world, 3)), options).stackedBy, CostBy::Model);
    }

    void partialTodayIsComparedWithTheSameTimeOfTheDayBefore()
    {
        World world; // 14:52
        world.llm(at("2026-01-28T10:00:00Z"), gpt4o, {}, dollars(3));
        world.llm(at("2026-01-27T10:00:00Z"), gpt4o, {}, dollars(2));
        world.llm(at("2026-01-27T20:00:00Z"), gpt4o, {}, dollars(50)); // later in the day: not yet comparable
        world.write(at("2026-01-01T00:00:00Z"));
        const CostReport report = costReport(world.inputs(TimeRange{at("2026-01-28T00:00:00Z"), world.now}));
        QCOMPARE(report.before.known(), dollars(2));
        QCOMPARE(report.byModel.rows.first().contribution, dollars(1));
        QCOMPARE(plain(figure(report.figures, "cost_today")->change), QStringLiteral("▲ $1.00"));
    }

    void aMonthIsComparedWithTheMonthBefore()
    {
        World world;
        world.llm(at("2026-01-10T10:00:00Z"), gpt4o, {}, dollars(3));
        world.llm(at("2025-12-10T10:00:00Z"), gpt4o, {}, dollars(2));
        world.llm(at("2025-12-30T10:00:00Z"), gpt4o, {}, dollars(70));
        world.write(at("2025-11-01T00:00:00Z"));
        const CostReport report = costReport(world.inputs(TimeRange{at("2026-01-01T00:00:00Z"), at("2026-02-01T00:00:00Z")}));
        QCOMPARE(report.previous.from, at("2025-12-01T00:00:00Z"));
        QCOMPARE(report.before.known(), dollars(2));
        QCOMPARE(*report.month, dollars(3));
    }

    void theStackHasAtMostSixPartsThatSumToTheDay()
    {
        World world;
        for (int i = 0; i < 9; ++i)
            world.llm(world.now - hours(3), QStringLiteral("model-%1").arg(i), QStringLiteral("tool-%1").arg(i), dollars(i + 1));
        world.write(world.now - hours(48));
        for (const CostBy by : {CostBy::Model, CostBy::Tool}) {
            CostOptions options;
            options.stackedBy = by;
            const CostReport report = costReport(world.inputs(), options);
            QCOMPARE(report.parts.size(), 6);
            QCOMPARE(report.parts.last(), QStringLiteral("other"));
            Money sum;
            for (const Money part : report.days.at(1).parts)
                sum += part;
            QCOMPARE(sum, dollars(45));
        }
        const CostReport report = costReport(world.inputs());
        QCOMPARE(report.parts.first(), QStringLiteral("model-8"));
        QCOMPARE(report.byModel.rows.first().colour, 0);
        QCOMPARE(modelOrder(world.inputs()).first(), QStringLiteral("model-8"));
    }

    void aSelectedRowFiltersTheChartOnly()
    {
        World world;
        world.llm(world.now - hours(3), gpt4o, QStringLiteral("searchNotes"), dollars(3));
        world.llm(world.now - hours(3), gpt4o, QStringLiteral("generateQuiz"), dollars(4));
        world.write(world.now - hours(48));
        CostOptions options;
        options.onlyTool = QStringLiteral("searchNotes");
        const CostReport report = costReport(world.inputs(), options);
        QCOMPARE(report.days.at(1).amount.known(), dollars(3));
        QCOMPARE(report.total.known(), dollars(7));
        QCOMPARE(report.byTool.rows.size(), 2);
    }

    void costIsPutAgainstRequests()
    {
        World world;
        world.llm(world.now - hours(3), gpt4o, QStringLiteral("searchNotes"), dollars(3));
        world.llm(world.now - hours(3), gpt4o, QStringLiteral("searchNotes"), dollars(1));
        for (int i = 0; i < 500; ++i)
            world.request(world.now - hours(3), 100);
        world.write(world.now - hours(48));
        const CostReport report = costReport(world.inputs());
        QCOMPARE(plain(figure(report.figures, "cost_per_thousand")->value), QStringLiteral("$8.00"));
        QCOMPARE(report.byTool.rows.first().perThousand->toDecimal(), QStringLiteral("2000.00"));
    }

    void cachedTokensShowWhatTheySaved()
    {
        World world;
        telemetry::Call &call = world.llm(world.now - hours(3), gpt4o, {}, {}, 1000, 0);
        call.tokens[telemetry::Cached] = 1'000'000;
        world.write(world.now - hours(48));
        const CostReport report = costReport(world.inputs());
        QCOMPARE(*report.savedByCaches, dollars(1.25)); // 2.50 at the full price, 1.25 cached
        World without;
        without.llm(without.now - hours(3), gpt4o, {}, dollars(1));
        without.write(without.now - hours(48));
        QVERIFY(!costReport(without.inputs()).savedByCaches);
    }

    void aTableWithoutCostAndTokensSaysSo()
    {
        World world;
        TelemetrySource &source = world.profile.sources.first();
        source.costUsd = source.tokensIn = source.tokensOut = {};
        world.request(world.now - minutes(5), 100);
        world.write();
        const CostReport report = costReport(world.inputs());
        QCOMPARE(report.sentence.text(), QStringLiteral("Cost not recorded: agent_telemetry has neither cost nor tokens."));
        QVERIFY(!report.today);
        QCOMPARE(report.sentence.state, State::Unknown);
    }

    void tableAsCsvEqualsWhatIsSeen()
    {
        World world;
        world.llm(world.now - hours(3), QStringLiteral("a,\"strange\" model"), {}, dollars(3));
        world.llm(world.now - hours(3), gpt4o, {}, dollars(0.000001));
        world.write(world.now - hours(48));
        const CostReport report = costReport(world.inputs());
        const QList<QByteArray> lines = report.csv().split('\n');
        QCOMPARE(lines.at(0), QByteArray("day,calls,cost_usd,recorded_usd,computed_usd,unpriced_tokens,\"a,\"\"strange\"\" model\",gpt-4o,forecast_usd,forecast_low_usd,forecast_high_usd\r"));
        QVERIFY2(lines.at(2).startsWith("2026-01-28,2,3.000001,3.000001,0.00,0,3.00,0.000001,"), lines.at(2).constData());
    }

    void dayHasItsStableKeys()
    {
        World world;
        world.llm(world.now - hours(3), gpt4o, {}, dollars(3));
        world.write(world.now - hours(48));
        const QJsonObject data = costReport(world.inputs()).data();
        const QJsonObject day = data.value(QStringLiteral("days")).toArray().last().toObject();
        for (const char *key : {"day", "cost", "unpricedTokens", "calls", "byModel"})
            QVERIFY2(day.contains(QLatin1String(key)), key);
        QCOMPARE(day.value(QStringLiteral("day")).toString(), QStringLiteral("2026-01-28"));
        const QJsonObject model = day.value(QStringLiteral("byModel")).toArray().first().toObject();
        QCOMPARE(model.value(QStringLiteral("name")).toString(), gpt4o);
        QCOMPARE(model.value(QStringLiteral("cost")).toString(), QStringLiteral("3.00"));
    }
};

QTEST_GUILESS_MAIN(CostTest)
#include "cost_test.moc"
