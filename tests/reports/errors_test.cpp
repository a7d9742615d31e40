#include "reports/errors.h"

#include "world.h"

#include "reports/overview.h"

#include <QJsonArray>

using namespace qd;
using namespace qd::reports;
using namespace qd::test;

namespace {

telemetry::Call &fail(telemetry::Call &call, int status, const QString &message, telemetry::ErrorClass errorClass, const QString &user = {})
{
    call.isError = true;
    call.httpStatus = status;
    call.errorMessage = message;
    call.errorClass = errorClass;
    call.inStream = errorClass == telemetry::ErrorClass::InStream;
    call.user = user;
    return call;
}

} // namespace

class ErrorsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void theRateHasItsLimitAndErrorsInsideStreamsCount()
    {
        World world;
        world.each(world.now - hours(24), world.now, 40, [&](Instant when, int i) {
            telemetry::Call &call = world.request(when, 900);
            if (i == 0)
                fail(call, 200, QStringLiteral("canceling statement due to statement timeout"), telemetry::ErrorClass::InStream);
        });
        world.write(world.now - hours(48));
        const ErrorsReport report = errorsReport(world.inputs());
        QCOMPARE(report.sentence.state, State::Ok);
        QVERIFY2(plain(report.sentence.text()).startsWith(QStringLiteral("Error rate 2.25 %, limit 5 %.")), qPrintable(report.sentence.text()));
        QVERIFY(plain(report.sentence.text()).contains(QStringLiteral("came inside HTTP 200 streams.")));
        QCOMPARE(figure(report.figures, "by_status")->raw, 0.0);
        QVERIFY(figure(report.figures, "in_stream")->raw >= 95);
        QCOMPARE(report.groups.size(), 1);
        QVERIFY(report.groups.first().isInStream);
        QCOMPARE(report.groups.first().httpStatus, 200);
    }

    void theLimitIsFollowedByItsMoment_data()
    {
        QTest::addColumn<QString>("began");
        QTest::addColumn<QString>("ended");
        QTest::addColumn<QString>("says");
        QTest::addColumn<State>("state");
        QTest::newRow("still") << "2026-01-28T14:00:00Z" << "2026-01-28T14:52:00Z" << "over the 5 % limit since the 13:50 deploy." << State::Failing;
        QTest::newRow("over") << "2026-01-28T03:15:00Z" << "2026-01-28T04:00:00Z" << "It was over from 03:15 to 04:00, at most 25.0 %." << State::Ok;
    }

    void theLimitIsFollowedByItsMoment()
    {
        QFETCH(QString, began);
        QFETCH(QString, ended);
        QFETCH(QString, says);
        QFETCH(State, state);
        World world;
        world.deploy(at("2026-01-28T13:50:00Z"));
        world.each(world.now - hours(30), world.now, 40, [&](Instant when, int i) {
            telemetry::Call &call = world.request(when, 900);
            if (i % 4 == 0 && when >= at(began.toLatin1()) && when < at(ended.toLatin1()))
                fail(call, 504, QStringLiteral("Function timed out after 60 s"), telemetry::ErrorClass::TimeOut);
        });
        world.write();
        const ErrorsReport report = errorsReport(world.inputs());
        QVERIFY2(plain(report.sentence.text()).contains(says), qPrintable(report.sentence.text()));
        QCOMPARE(report.sentence.state, state);
        QCOMPARE(overviewReport(world.inputs()).overTarget.size(), state == State::Failing ? 1 : 0);
        if (state == State::Failing) {
            QCOMPARE(overviewReport(world.inputs()).overTarget.first().page, QStringLiteral("errors"));
            QVERIFY(overviewReport(world.inputs()).overTarget.first().cause.contains(QStringLiteral("4c1e9ab")));
        }
    }

    void aFailureToldByStepAndRequestCountsOnce()
    {
        World world;
        for (int i = 0; i < 30; ++i) {
            const Instant when = world.now - minutes(30) + std::chrono::seconds(i);
            fail(world.add(when, QStringLiteral("llm_call")), 429, QStringLiteral("Rate limit reached"), telemetry::ErrorClass::RateLimit, QStringLiteral("u%1").arg(i % 7));
            if (i < 20) // the others were retried and the request went well
                fail(world.request(when, 900), 429, QStringLiteral("Rate limit reached"), telemetry::ErrorClass::RateLimit, QStringLiteral("u%1").arg(i % 7));
            else
                world.request(when, 900);
        }
        world.write(world.now - hours(48));
        const ErrorsReport report = errorsReport(world.inputs());
        QCOMPARE(report.groups.size(), 1);
        QCOMPARE(report.groups.first().count, 30);
        QCOMPARE(report.groups.first().users, 7);
        QCOMPARE(figure(report.figures, "error_rate")->raw, 20.0 / 30);
        QCOMPARE(figure(report.figures, "users")->raw, 7.0);
        qint64 sum = 0;
        for (const QList<qint64> &counts : report.byClass) {
            for (const qint64 count : counts)
                sum += count;
        }
        QCOMPARE(sum, 30);
    }

    void groupsKnowWhenTheyBeganAndAfterWhichDeploy()
    {
        World world;
        world.deploy(at("2026-01-20T08:00:00Z"), QStringLiteral("8b27e10 older"));
        world.deploy(at("2026-01-28T14:02:00Z"));
        world.traffic(world.now - hours(24 * 9), world.now, 900, 20);
        fail(world.request(at("2026-01-19T20:00:00Z"), 1), 500, QStringLiteral("before any deploy"), telemetry::ErrorClass::Provider);
        fail(world.request(world.now - minutes(5), 1), 500, QStringLiteral("before any deploy"), telemetry::ErrorClass::Provider);
        fail(world.request(at("2026-01-21T09:00:00Z"), 1), 500, QStringLiteral("known for days"), telemetry::ErrorClass::Sql);
        fail(world.request(world.now - minutes(7), 1), 500, QStringLiteral("known for days"), telemetry::ErrorClass::Sql);
        fail(world.request(at("2026-01-28T14:06:00Z"), 1), 200, QStringLiteral("brand new"), telemetry::ErrorClass::InStream);
        world.write();
        const ErrorsReport report = errorsReport(world.inputs());
        QCOMPARE(report.groups.size(), 3);
        for (const ErrorsReport::Group &group : report.groups) {
            if (group.message == QLatin1String("brand new")) {
                QVERIFY(group.isNew);
                QCOMPARE(group.sinceDeploy, QStringLiteral("4c1e9ab"));
                QCOMPARE(group.first, at("2026-01-28T14:06:00Z"));
                const GroupReport drawer = groupReport(world.inputs(), group.id);
                QCOMPARE(drawer.samples.size(), 1);
                QVERIFY2(plain(drawer.says).startsWith(QStringLiteral("1 error(s) in this range; first seen 14:06 after deploy 4c1e9ab, last 14:06. The answer had begun with HTTP 200")), qPrintable(drawer.says));
            } else if (group.message == QLatin1String("known for days")) {
                QVERIFY(!group.isNew);
                QCOMPARE(group.sinceDeploy, QStringLiteral("8b27e10"));
                QCOMPARE(group.count, 1); // in the range
            } else {
                QVERIFY(!group.isNew);
                QVERIFY(group.sinceDeploy.isEmpty());
            }
        }
        QVERIFY(plain(report.sentence.text()).contains(QStringLiteral("1 new since the 14:02 deploy.")));
    }

    void nothingAskedIsAGapAndNotZeroPercent()
    {
        World world;
        world.traffic(world.now - hours(26), world.now - hours(12), 900);
        world.write();
        const ErrorsReport report = errorsReport(world.inputs());
        QVERIFY(qIsNaN(report.rate.values.last()));
        QCOMPARE(report.rate.values.at(4), 0.0);
    }

    void nineteenRequestsAreNotJudged()
    {
        World world;
        for (int i = 0; i < 19; ++i)
            fail(world.request(world.now - minutes(10), 900), 500, QStringLiteral("x"), telemetry::ErrorClass::Provider);
        world.write(world.now - hours(48));
        QCOMPARE(errorsReport(world.inputs()).sentence.state, State::Unknown);
        fail(world.request(world.now - minutes(10), 900), 500, QStringLiteral("x"), telemetry::ErrorClass::Provider);
        world.write(world.now - hours(48));
        QCOMPARE(errorsReport(world.inputs()).sentence.state, State::Failing);
    }

    void aSystemThatRecordsNoErrorsSaysSo()
    {
        World world;
        TelemetrySource &source = world.profile.sources.first();
        source.status = source.success = source.errorMessage = {};
        world.traffic(world.now - hours(2), world.now, 900);
        world.write();
        const ErrorsReport report = errorsReport(world.inputs());
        QVERIFY(!report.isRecorded);
        QCOMPARE(report.sentence.text(), QStringLiteral("Errors not recorded: agent_telemetry does not say whether a call failed."));
        QCOMPARE(figure(overviewReport(world.inputs()).tiles, "error_rate")->problem, QStringLiteral("errors not recorded"));
    }

    void ratedAnswersAreNotCalledRequests()
    {
        World world;
        TelemetrySource &source = world.profile.sources.first();
        source.requestKinds = {QStringLiteral("feedback")};
        source.latencyMs = source.httpStatus = source.costUsd = source.tokensIn = source.tokensOut = {};
        world.profile.labels.insert(QStringLiteral("feedback"), QStringLiteral("Rated answers"));
        world.profile.targets = {{QStringLiteral("error_rate"), {}, QStringLiteral("Rated answers"), 0.05}};
        for (int i = 0; i < 100; ++i) {
            telemetry::Call &call = world.add(world.now - minutes(i / 4), QStringLiteral("feedback"));
            if (i % 40 == 0)
                fail(call, 0, QStringLiteral("wrong_data"), telemetry::ErrorClass::Provider);
        }
        world.write(world.now - hours(48));
        const ErrorsReport report = errorsReport(world.inputs());
        QVERIFY2(plain(report.sentence.text()).contains(QStringLiteral("Counted over rated answers only.")), qPrintable(report.sentence.text()));
        // Only an ordinary first word loses its capital.
        Profile &profile = world.profile;
        for (const char *label : {"AI answers", "Rated answers"}) {
            profile.labels[QStringLiteral("feedback")] = profile.targets.first().label = QString::fromLatin1(label);
            QVERIFY2(plain(errorsReport(world.inputs()).sentence.text()).contains(QLatin1String(label[0] == 'A' ? "AI answers only" : "rated answers only")), label);
        }
        QVERIFY(!figure(report.figures, "by_status")); // no HTTP status is recorded, so nothing is said of it
        const OverviewReport overview = overviewReport(world.inputs());
        QCOMPARE(figure(overview.tiles, "requests_today")->label, QStringLiteral("Rated answers today"));
        QVERIFY2(overview.sentence.text().contains(QStringLiteral("Latency and cost are not recorded.")), qPrintable(overview.sentence.text()));
    }
};

QTEST_GUILESS_MAIN(ErrorsTest)
#include "errors_test.moc"
