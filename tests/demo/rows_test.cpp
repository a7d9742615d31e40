// The generator by itself: no server.

#include "demo/ara.h"
#include "demo/clerva.h"
#include "demo/observai.h"
#include "demo/random.h"
#include "demo/trace.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace qd;
using namespace std::chrono_literals;

namespace {

struct Step
{
    QByteArray user, trace, kind, tool, cost;
    int latencyMs = 0;
    qint64 atUs = 0;
    QJsonObject metadata;

    QString text(const char *key) const { return metadata.value(QLatin1String(key)).toString(); }
    qint64 number(const char *key) const { return metadata.value(QLatin1String(key)).toInteger(); }
};

// Noon of a Saturday, so that nothing depends on when the test runs.
const Instant noon = fromDateTime(QDateTime(QDate(2026, 11, 21), QTime(12, 0), Qt::UTC));

demo::Story story(const demo::Incidents &incidents = {}, int days = 10, double perDay = 4000, quint32 seed = 1)
{
    demo::Options options;
    options.incidents = incidents;
    options.days = days;
    options.requestsPerDay = perDay;
    options.seed = seed;
    return {options, noon};
}

std::vector<demo::Row> rowsOf(const demo::System &system, QDate from, QDate to)
{
    std::vector<demo::Row> rows;
    for (QDate day = from; day <= to; day = day.addDays(1))
        system.appendDay(day, rows);
    return rows;
}

std::vector<Step> stepsOf(const demo::Story &of, QDate from, QDate to)
{
    std::vector<Step> steps;
    for (const demo::Row &row : rowsOf(demo::Clerva(of), from, to)) {
        const QList<QByteArray> cells = QByteArray(row.line).replace("\\\\", "\\").trimmed().split('\t');
        steps.push_back({cells[1], cells[2], cells[3], cells[4], cells[7], cells[5].toInt(), row.atUs, QJsonDocument::fromJson(cells[8]).object()});
    }
    return steps;
}

const QDate today(2026, 11, 21);

int quantile(std::vector<int> values, double share)
{
    std::ranges::sort(values);
    return values.empty() ? -1 : values[size_t(double(values.size() - 1) * share)];
}

int quantileOf(const std::vector<Step> &steps, const char *kind, const TimeRange &range, double share = 0.95)
{
    std::vector<int> values;
    for (const Step &step : steps) {
        if (step.kind == kind && range.contains(fromMsecs(step.atUs / 1000)))
            values.push_back(step.latencyMs);
    }
    return quantile(std::move(values), share);
}

bool isSame(const std::vector<demo::Row> &a, const std::vector<demo::Row> &b)
{
    return std::ranges::equal(a, b, [](const demo::Row &x, const demo::Row &y) { return x.atUs == y.atUs && x.line == y.line; });
}

} // namespace

class RowsTest : public QObject
{
    Q_OBJECT

private slots:
    void theSameSeedGivesTheSameRows()
    {
        const auto first = rowsOf(demo::Clerva(story()), today.addDays(-1), today), again = rowsOf(demo::Clerva(story()), today.addDays(-1), today);
        QVERIFY(first.size() > 10'000);
        QVERIFY(isSame(first, again));
        QVERIFY(!isSame(first, rowsOf(demo::Clerva(story({}, 10, 4000, 2)), today.addDays(-1), today)));
    }

    void aLaterStartFindsTheSameDays()
    {
        demo::Options options = story().options;
        const demo::Story later(options, noon + 26h);
        QVERIFY(isSame(rowsOf(demo::ObservAi(story()), today.addDays(-3), today), rowsOf(demo::ObservAi(later), today.addDays(-3), today)));
        // Clerva's incidents move with the start; a day before all of them stays.
        QVERIFY(isSame(rowsOf(demo::Clerva(story()), today.addDays(-9), today.addDays(-9)), rowsOf(demo::Clerva(later), today.addDays(-9), today.addDays(-9))));
    }

    void arrivalsFollowTheDayAndTheWeek()
    {
        demo::Random random(1);
        const auto saturday = demo::arrivalsOf(today, 4000, random), tuesday = demo::arrivalsOf(today.addDays(-4), 4000, random);
        QVERIFY(saturday.size() > 2'600 && saturday.size() < 3'700);
        QVERIFY(tuesday.size() > 3'900 && tuesday.size() < 5'100);
        const auto inHour = [&tuesday](int hour) { return std::ranges::count_if(tuesday, [hour](const demo::Arrival &a) { return toMsecs(a.at) / 3'600'000 % 24 == hour; }); };
        QVERIFY(inHour(16) > inHour(3) * 3 / 2);
        QVERIFY(std::ranges::is_sorted(tuesday, {}, &demo::Arrival::at));
    }

    void costIsTokensTimesPriceToSixDecimals()
    {
        // Micro-dollars per million tokens: in, out, cached. Written here apart from the price book.
        const QMap<QString, std::array<qint64, 3>> prices{{QStringLiteral("gpt-4o"), {2'500'000, 10'000'000, 1'250'000}}, {QStringLiteral("gpt-4o-mini"), {150'000, 600'000, 75'000}},
            {QStringLiteral("claude-3-5-sonnet-20241022"), {3'000'000, 15'000'000, 300'000}}, {QStringLiteral("llama-3.3-70b-versatile"), {590'000, 790'000, 0}},
            {QStringLiteral("text-embedding-3-small"), {20'000, 0, 0}}};
        QSet<QString> seen;
        int unpriced = 0;
        for (const Step &step : stepsOf(story(), today.addDays(-1), today)) {
            const QString model = step.text("model");
            if (!step.metadata.contains(QLatin1String("tokens_in"))) {
                QCOMPARE(step.cost, QByteArray("\\N"));
                continue;
            }
            if (!prices.contains(model)) {
                QCOMPARE(step.cost, QByteArray("\\N"));
                ++unpriced;
                continue;
            }
            seen << model;
            const auto [in, out, cached] = prices[model];
            const qint64 pico = (step.number("tokens_in") - step.number("tokens_cached")) * in + step.number("tokens_out") * out + step.number("tokens_cached") * cached;
            const qint64 micro = (pico + 500'000) / 1'000'000;
            QCOMPARE(step.cost, QStringLiteral("%1.%2").arg(micro / 1'000'000).arg(micro % 1'000'000, 6, 10, QLatin1Char('0')).toLatin1());
        }
        QCOMPARE(seen.size(), prices.size());
        QVERIFY(unpriced > 20);
    }

    void stepsOfARequestNest()
    {
        QHash<QByteArray, QHash<QString, Step>> traces;
        for (const Step &step : stepsOf(story(), today, today))
            traces[step.trace].insert(step.text("span_id"), step);
        QVERIFY(traces.size() > 2'000);
        int children = 0;
        for (const auto &trace : traces) {
            int roots = 0;
            for (const Step &step : trace) {
                if (!step.metadata.contains(QLatin1String("parent_span_id"))) {
                    ++roots;
                    QCOMPARE(step.kind, QByteArray("agent_completion"));
                    continue;
                }
                QVERIFY(trace.contains(step.text("parent_span_id")));
                const Step &parent = trace[step.text("parent_span_id")];
                QVERIFY(step.atUs <= parent.atUs);
                QVERIFY(step.atUs - step.latencyMs * 1000LL >= parent.atUs - parent.latencyMs * 1000LL);
                ++children;
            }
            QCOMPARE(roots, 1);
        }
        QVERIFY(children > traces.size());
    }

    void retrievalIsSlowAfterTheDeployAndOnlyAfterIt()
    {
        demo::Incidents incidents;
        incidents.slowDeployAge = 4h;
        const auto steps = stepsOf(story(incidents, 10, 12'000), today, today);
        const TimeRange before{noon - 8h, noon - 4h}, after{noon - 4h + 1min, noon};
        QVERIFY(quantileOf(steps, "retrieval", before) < 450);
        QVERIFY(quantileOf(steps, "retrieval", after) > 900);
        const int requestsBefore = quantileOf(steps, "agent_completion", before), requestsAfter = quantileOf(steps, "agent_completion", after);
        qInfo("p95 of requests %d ms before the deploy, %d ms after it", requestsBefore, requestsAfter);
        QVERIFY(requestsBefore > 1'250 && requestsBefore < 1'700);
        QVERIFY(requestsAfter > 2'300);
        const int embeddings = quantileOf(steps, "embedding", before);
        QVERIFY(std::abs(embeddings - quantileOf(steps, "embedding", after)) < embeddings / 5);
    }

    // At night there are few requests; the slow deploy must stand out then, too.
    void theSlowDeployShowsAtEveryHourOfTheDay()
    {
        int worst = 1 << 30;
        for (int hour = 0; hour < 24; ++hour) {
            demo::Options options = story().options;
            const Instant start = noon + std::chrono::hours(hour);
            const demo::Story told(options, start);
            const QDate day = dayOf(start, QTimeZone::utc());
            const auto steps = stepsOf(told, day.addDays(-1), day);
            const int after = quantileOf(steps, "agent_completion", {*told.slowDeploy, start}), before = quantileOf(steps, "agent_completion", {*told.slowDeploy - 6h, *told.slowDeploy});
            QVERIFY2(after > 2'200, qPrintable(QStringLiteral("started at %1:00 the p95 after the deploy is %2 ms").arg((hour + 12) % 24).arg(after)));
            QVERIFY2(before < 2'000, qPrintable(QStringLiteral("started at %1:00 the p95 before the deploy is %2 ms").arg((hour + 12) % 24).arg(before)));
            worst = std::min(worst, after);
        }
        qInfo("the lowest p95 after the deploy, of 24 hours to start at: %d ms", worst);
    }

    void movingTheDeployMovesTheSlowness()
    {
        demo::Incidents early, none;
        early.slowDeployAge = 9h;
        none.hasSlowDeploy = false;
        const TimeRange morning{noon - 8h, noon - 5h};
        QVERIFY(quantileOf(stepsOf(story(early), today, today), "retrieval", morning) > 900);
        QVERIFY(quantileOf(stepsOf(story(), today, today), "retrieval", morning) < 450);
        QVERIFY(quantileOf(stepsOf(story(none), today, today), "retrieval", {noon - 30min, noon}) < 500);
    }

    void theRateLimitStormLastsSixteenMinutesAndMoves()
    {
        demo::Incidents moved;
        moved.rateLimitAge = 5h;
        const auto refused = [](const std::vector<Step> &steps, const TimeRange &range) {
            return std::ranges::count_if(steps, [&range](const Step &step) { return step.kind == "llm_call" && step.number("http_status") == 429 && range.contains(fromMsecs(step.atUs / 1000)); });
        };
        const TimeRange there{noon - 17h, noon - 17h + 16min}, elsewhere{noon - 5h, noon - 5h + 16min};
        const auto usual = stepsOf(story({}, 10, 12'000), today.addDays(-1), today), other = stepsOf(story(moved, 10, 12'000), today.addDays(-1), today);
        QVERIFY(refused(usual, there) > 20);
        QVERIFY(refused(usual, elsewhere) < 5);
        QVERIFY(refused(other, elsewhere) > 20);
        QVERIFY(refused(other, there) < 5);
    }

    void theRetryStormMultipliesOneDaysCost()
    {
        const auto costOn = [](QDate day) {
            double sum = 0;
            for (const Step &step : stepsOf(story(), day, day))
                sum += step.cost.toDouble();
            return sum;
        };
        const double saturdayBefore = costOn(today.addDays(-7)), usual = costOn(today);
        qInfo("$%.2f on the day of the retry storm, $%.2f on the same weekday without", saturdayBefore, usual);
        QVERIFY(saturdayBefore > 2.2 * usual);
        QVERIFY(usual > 30 && usual < 65);
    }

    void errorsInsideStreamsCanBeLeftOut()
    {
        demo::Incidents quiet;
        quiet.hasStreamErrors = false;
        const auto inStream = [](const std::vector<Step> &steps) {
            return std::ranges::count_if(steps, [](const Step &step) { return step.metadata.value(QLatin1String("in_stream")).toBool(); });
        };
        const auto usual = stepsOf(story({}, 10, 8'000), today, today);
        QVERIFY(inStream(usual) > 20);
        QCOMPARE(inStream(stepsOf(story(quiet, 10, 8'000), today, today)), 0);
        for (const Step &step : usual) {
            if (step.metadata.value(QLatin1String("in_stream")).toBool())
                QCOMPARE(step.number("http_status"), 200);
            QCOMPARE(step.text("status") == QLatin1String("error"), step.metadata.contains(QLatin1String("error_message")));
        }
        const auto requests = std::ranges::count_if(usual, [](const Step &s) { return s.kind == "agent_completion"; });
        const auto failed = std::ranges::count_if(usual, [](const Step &s) { return s.kind == "agent_completion" && s.text("status") == QLatin1String("error"); });
        QVERIFY(failed > requests / 250 && failed < requests / 40);
    }

    void thereAreManyUsersAndAFewHeavyOnes()
    {
        QHash<QByteArray, int> requests;
        int all = 0;
        for (const Step &step : stepsOf(story(), today.addDays(-5), today)) {
            if (step.kind == "agent_completion") {
                ++requests[step.user];
                ++all;
            }
        }
        QVERIFY(requests.size() >= 1'800);
        QVERIFY(*std::ranges::max_element(requests) > all / 40);
    }

    void theOtherSystemsRecordWhatTheyDo()
    {
        const auto messages = rowsOf(demo::Ara(story()), today.addDays(-2), today);
        QVERIFY(std::ranges::count_if(messages, [](const demo::Row &row) { return row.table == 1; }) > 1'500);
        const auto requests = rowsOf(demo::ObservAi(story()), today.addDays(-2), today);
        QVERIFY(requests.size() > 3'000);
        QVERIFY(std::ranges::any_of(requests, [](const demo::Row &row) { return row.line.contains("Rate limit exceeded"); }));
    }
};

QTEST_GUILESS_MAIN(RowsTest)
#include "rows_test.moc"
