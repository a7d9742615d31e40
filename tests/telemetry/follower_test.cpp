#include "telemetry/follower.h"
#include "support/cluster.h"
#include "support/wait.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace qd;
using namespace qd::telemetry;
using namespace std::chrono_literals;
using test::await;
using test::Cluster;

namespace {

const QString Source = QStringLiteral("agent_telemetry");

// A clock that a test can move on, beside the server's own.
class MovedClock : public Clock
{
public:
    Instant now() const override { return system().now() + offset; }
    milliseconds offset{0};
};

} // namespace

class FollowerTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void theNewestHourComesFirstAndThenEverything();
    void sumsOfBinsAreTheDatabasesSums();
    void percentilesOfDaysAreTheDatabasesPercentiles();
    void rowsThatCommitOutOfOrderAreNotLost();
    void aWriterThatStaysOpenIsWaitedFor();
    void changesInsideTheOverlapAreSeenAtOnce();
    void theAuditFindsUpdatesDeletesAndBackfills();
    void anAuditOfTheUnchangedRebuildsNothing();
    void aServerKilledWhileFillingIsResumedWithoutCountingTwice();
    void twoProcessesReadOnce();
    void twoDaysAsleepAreFilledIn();
    void yearsWithoutCallsAreSteppedOver();
    void anEmptyTableIsNotInstrumented();
    void aMissingTableAndAMissingRightAreNotEmpty();
    void withoutAnIndexOnlyWhatIsAskedForIsRead();
    void oddValuesAreCountedAndDropped();
    void rowsOfTheFutureAreNotLost();
    void duplicateIdsCountOnceHoweverOftenTheyAreRead();
    void timesWithoutZoneAreExactWhereTheClockChanges();
    void aMonotoneIdIsAReadingOrder();
    void aRoleThatSeesNoWritersReadsTenMinutesAgain();
    void aLockedTableKeepsWhatIsThere();
    void aMissingColumnIsNotAsked();
    void anotherMappingIsReadAnew();
    void aDamagedMirrorIsReadAgain();
    void theClockOfAnotherMachineIsMeasured();
    void whatIsReadIsWhatPsqlReads();
    void kindsTellWhatTheirTokensWere();

private:
    Profile profile() const;
    std::unique_ptr<Target> target(const QByteArray &user = "postgres") const;
    std::unique_ptr<Follower> follower(Target *target, const Profile &profile) const;
    std::unique_ptr<Follower> follower(Target *target) const { return follower(target, profile()); }
    void sql(const QString &text) const { m_cluster->execute(text); }
    QString asked(const QString &text) const { return m_cluster->execute(text).trimmed(); }
    // Rows spread evenly over a span that ends `ago` before now.
    void insertCalls(int count, const char *span, const char *ago) const;
    void compareWithDatabase(Follower &follower) const;

    std::unique_ptr<Cluster> m_cluster;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    mutable MovedClock m_clock;
};

void FollowerTest::initTestCase()
{
    m_cluster = std::make_unique<Cluster>();
    sql(QStringLiteral("create role reader login; create role observer login; grant pg_monitor to observer"));
}

void FollowerTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(QStringLiteral("clerva.mirror"));
    m_clock.offset = 0ms;
    if (!m_cluster->isRunning())
        m_cluster->start();
    sql(QStringLiteral(R"(
        drop schema public cascade; create schema public; grant usage on schema public to public;
        create table agent_telemetry (
            id uuid primary key default gen_random_uuid(), user_id text, trace_id text, event_type text not null, tool_name text,
            latency_ms int, token_count int, cost_usd numeric(10,6), metadata jsonb default '{}', created_at timestamptz default now());
        create index on agent_telemetry (created_at))"));
}

void FollowerTest::cleanup()
{
    m_folder.reset();
}

Profile FollowerTest::profile() const
{
    TelemetrySource source;
    source.name = source.table = Source;
    source.id = Field::fromText(QStringLiteral("id"));
    source.time = Field::fromText(QStringLiteral("created_at"));
    source.kind = Field::fromText(QStringLiteral("event_type"));
    source.model = Field::fromText(QStringLiteral("metadata.model"));
    source.tool = Field::fromText(QStringLiteral("tool_name"));
    source.user = Field::fromText(QStringLiteral("user_id"));
    source.trace = Field::fromText(QStringLiteral("trace_id"));
    source.latencyMs = Field::fromText(QStringLiteral("latency_ms"));
    source.tokensIn = Field::fromText(QStringLiteral("metadata.tokens_in"));
    source.tokensTotal = Field::fromText(QStringLiteral("token_count"));
    source.costUsd = Field::fromText(QStringLiteral("cost_usd"));
    source.status = Field::fromText(QStringLiteral("metadata.status"));
    source.errorStatuses = QStringList{QStringLiteral("error")};
    source.errorMessage = Field::fromText(QStringLiteral("metadata.error_message"));
    source.costKinds = QStringList{QStringLiteral("llm_call")};
    Profile made;
    made.id = QStringLiteral("test");
    made.sources = {source};
    return made;
}

std::unique_ptr<Target> FollowerTest::target(const QByteArray &user) const
{
    Deployment deployment;
    deployment.name = QStringLiteral("clerva");
    deployment.database = m_cluster->parameters("postgres", user);
    deployment.secret = QStringLiteral("none");
    return std::make_unique<Target>(deployment, nullptr, nullptr, Clock::system());
}

std::unique_ptr<Follower> FollowerTest::follower(Target *target, const Profile &profile) const
{
    return std::make_unique<Follower>(target, profile, m_file, m_clock);
}

void FollowerTest::insertCalls(int count, const char *span, const char *ago) const
{
    sql(QStringLiteral(R"(
        insert into agent_telemetry (user_id, trace_id, event_type, tool_name, latency_ms, token_count, cost_usd, metadata, created_at)
        select 'user-' || i % 17, md5((i / 3)::text), (array['agent_completion','llm_call','tool_call'])[1 + i % 3], case when i % 3 = 2 then 'searchNotes' end,
            (exp(random() * 6) * 20)::int, i % 4000, case when i % 5 > 0 then (random() * 0.05)::numeric(10,6) end,
            jsonb_build_object('model', (array['gpt-4o','gpt-4o-mini'])[1 + i % 2], 'tokens_in', i % 3000, 'status', case when i % 40 = 0 then 'error' else 'ok' end,
                'error_message', case when i % 40 = 0 then 'Rate limit reached, try again in ' || i || 's' end),
            now() - interval '%3' - interval '%2' * i / %1
        from generate_series(1, %1) i)")
            .arg(count)
            .arg(QLatin1String(span), QLatin1String(ago)));
}

// The mirror against the database, hour by hour, to the last digit.
void FollowerTest::compareWithDatabase(Follower &follower) const
{
    const QString text = asked(QStringLiteral(R"(
        select (extract(epoch from date_trunc('hour', created_at, 'UTC')) * 1000)::bigint, count(*),
            coalesce(sum(cost_usd) filter (where event_type = 'llm_call'), 0), coalesce(sum(latency_ms), 0), count(*) filter (where metadata->>'status' = 'error')
        from agent_telemetry group by 1 order by 1)"));
    qint64 total = 0;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList cells = line.split(u'|');
        const Instant hour = fromMsecs(cells[0].toLongLong());
        const Sums sums = follower.mirror().total({hour, hour + 1h});
        QCOMPARE(sums.calls, cells[1].toLongLong());
        QCOMPARE(sums.recorded.pico(), Money::fromText(cells[2].toLatin1())->pico());
        QCOMPARE(sums.latencyUs, cells[3].toLongLong() * 1000);
        QCOMPARE(sums.errors, cells[4].toLongLong());
        total += sums.calls;
    }
    // Nothing that the database does not have, either.
    QCOMPARE(follower.mirror().total({fromMsecs(0), Clock::system().now() + 48h}).calls, total);
    QCOMPARE(follower.mirror().coverage(Source).rows, total);
}

void FollowerTest::theNewestHourComesFirstAndThenEverything()
{
    insertCalls(3000, "20 days", "0");
    const auto database = target();
    const auto reading = follower(database.get());
    QVERIFY(!reading->mirror().coverage(Source).bins);
    QSignalSpy changes(reading.get(), &Follower::changed);
    QVERIFY_OK(await(reading->refresh()));
    const Coverage first = reading->mirror().coverage(Source);
    QVERIFY(first.bins && first.readAt && first.newestEvent);
    QVERIFY(first.bins->from > Clock::system().now() - 76min && first.bins->from < Clock::system().now() - 59min);
    QVERIFY(!first.isBackfillDone);
    QCOMPARE(changes.count(), 1);
    const auto read = reading->lastRead(Source);
    QVERIFY(read && read->rows == first.rows && read->newRows == first.rows && read->sql.contains("agent_telemetry"));

    QVERIFY_OK(await(reading->fillAll()));
    const Coverage all = reading->mirror().coverage(Source);
    QVERIFY(all.isBackfillDone);
    QVERIFY(all.islands.isEmpty());
    QCOMPARE(all.rows, 3000);
    QVERIFY(all.sourceBegins && all.bins->from <= *all.sourceBegins);
    QVERIFY(all.bins->from > Clock::system().now() - 481h);
    compareWithDatabase(*reading);
    QVERIFY(!reading->progress().isFilling);
}

void FollowerTest::sumsOfBinsAreTheDatabasesSums()
{
    insertCalls(20'000, "6 days", "0");
    const auto database = target();
    const auto reading = follower(database.get());
    QVERIFY_OK(await(reading->fillAll()));
    compareWithDatabase(*reading);
    // By model and kind as well, over everything.
    const QString byModel = asked(QStringLiteral("select metadata->>'model', sum(cost_usd) from agent_telemetry where event_type = 'llm_call' group by 1 order by 1"));
    QMap<QString, Money> ours;
    reading->mirror().forEachCell({fromMsecs(0), Clock::system().now() + 1h}, [&](Bin, const Cell &cell) {
        if (cell.sums.callsWithCost > 0)
            ours[reading->mirror().name(Dimension::Model, cell.key.model)] += cell.sums.recorded;
    });
    for (const QString &line : byModel.split(u'\n', Qt::SkipEmptyParts))
        QCOMPARE(ours.value(line.section(u'|', 0, 0)).pico(), Money::fromText(line.section(u'|', 1).toLatin1())->pico());
    QCOMPARE(ours.size(), 2);
}

void FollowerTest::percentilesOfDaysAreTheDatabasesPercentiles()
{
    insertCalls(30'000, "5 days", "0");
    const auto database = target();
    const auto reading = follower(database.get());
    QVERIFY_OK(await(reading->fillAll()));
    const QString text = asked(QStringLiteral(R"(
        select (extract(epoch from date_trunc('day', created_at, 'Asia/Kathmandu')) * 1000)::bigint, event_type, q, percentile_disc(q) within group (order by latency_ms)
        from agent_telemetry, unnest(array[0.5, 0.9, 0.95, 0.99]) q group by 1, 2, 3)"));
    int compared = 0;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList cells = line.split(u'|');
        const Instant day = fromMsecs(cells[0].toLongLong()); // an odd zone: days begin at a quarter past
        const auto value = reading->mirror().distribution({day, day + 24h}, {cells[1]}).quantile(cells[2].toDouble());
        QVERIFY(value);
        const double exact = cells[3].toDouble();
        QVERIFY2(std::abs(*value - exact) <= 0.0055 * exact, qPrintable(line + QStringLiteral(": %1").arg(*value)));
        ++compared;
    }
    QVERIFY(compared >= 60);
}

void FollowerTest::rowsThatCommitOutOfOrderAreNotLost()
{
    insertCalls(10, "10 minutes", "0");
    const auto database = target();
    const auto reading = follower(database.get());
    pg::Connection slow;
    QVERIFY_OK(await(slow.open(m_cluster->parameters())));
    QVERIFY_OK(await(slow.execute("begin; insert into agent_telemetry (event_type, cost_usd) values ('llm_call', 1.5)")));
    sql(QStringLiteral("insert into agent_telemetry (event_type, cost_usd) values ('llm_call', 2)")); // later, and committed first
    QVERIFY_OK(await(reading->refresh()));
    QCOMPARE(reading->mirror().coverage(Source).rows, 11);
    QVERIFY_OK(await(slow.execute("commit")));
    QVERIFY_OK(await(reading->refresh()));
    QCOMPARE(reading->mirror().coverage(Source).rows, 12);
    compareWithDatabase(*reading);
}

void FollowerTest::aWriterThatStaysOpenIsWaitedFor()
{
    insertCalls(10, "50 minutes", "0");
    const auto database = target();
    const auto reading = follower(database.get());
    pg::Connection slow;
    QVERIFY_OK(await(slow.open(m_cluster->parameters())));
    // Its rows are five minutes old when they appear, as if it had been open for so long.
    QVERIFY_OK(await(slow.execute("begin; insert into agent_telemetry (event_type, created_at) values ('llm_call', now() - interval '5 minutes')")));
    QVERIFY_OK(await(reading->refresh()));
    const Coverage coverage = reading->mirror().coverage(Source);
    QVERIFY(coverage.openSince && *coverage.openSince <= *coverage.watermark);
    QVERIFY_OK(await(slow.execute("commit")));
    QVERIFY_OK(await(reading->refresh()));
    // The transaction's own start was seen, so at least that far is read again.
    QVERIFY(reading->lastRead(Source)->overlap >= 1min);
    QVERIFY(!reading->mirror().coverage(Source).openSince);
}

void FollowerTest::changesInsideTheOverlapAreSeenAtOnce()
{
    insertCalls(30, "40 seconds", "0");
    const auto database = target();
    const auto reading = follower(database.get());
    QVERIFY_OK(await(reading->refresh()));
    sql(QStringLiteral("update agent_telemetry set cost_usd = 9 where event_type = 'llm_call'; delete from agent_telemetry where event_type = 'tool_call'"));
    QVERIFY_OK(await(reading->refresh()));
    compareWithDatabase(*reading);
}

void FollowerTest::theAuditFindsUpdatesDeletesAndBackfills()
{
    insertCalls(5000, "10 days", "0");
    const auto database = target();
    const auto reading = follower(database.get());
    QVERIFY_OK(await(reading->fillAll()));
    sql(QStringLiteral(R"(
        update agent_telemetry set cost_usd = 3 where id = (select id from agent_telemetry where event_type = 'llm_call' and created_at < now() - interval '8 days' limit 1);
        update agent_telemetry set metadata = metadata || '{"error_message":"changed"}' where id = (select id from agent_telemetry where created_at between now() - interval '6 days' and now() - interval '5 days' limit 1);
        delete from agent_telemetry where created_at between now() - interval '4 days 3 hours' and now() - interval '4 days';
        insert into agent_telemetry (event_type, cost_usd, created_at) values ('llm_call', 0.123456, now() - interval '2 days 30 minutes'))"));
    const auto rebuilt = await(reading->audit());
    QVERIFY_OK(rebuilt);
    QVERIFY2(*rebuilt >= 5 && *rebuilt <= 7, qPrintable(QString::number(*rebuilt)));
    compareWithDatabase(*reading);
    QCOMPARE(reading->mirror().coverage(Source).auditRepairs, *rebuilt);
    QVERIFY(reading->mirror().coverage(Source).auditedAt);
}

void FollowerTest::anAuditOfTheUnchangedRebuildsNothing()
{
    sql(QStringLiteral("insert into agent_telemetry (event_type, tool_name, metadata, created_at) values ('äöü', E'tab\\tand \\\\ \\x1e', null, now() - interval '5 hours'), ('', null, '{\"model\":\"\"}', now() - interval '6 hours')"));
    insertCalls(2000, "4 days", "0");
    const auto database = target();
    const auto reading = follower(database.get());
    QVERIFY_OK(await(reading->fillAll()));
    QSignalSpy changes(reading.get(), &Follower::changed);
    const auto rebuilt = await(reading->audit());
    QVERIFY_OK(rebuilt);
    QCOMPARE(*rebuilt, 0);
    QVERIFY(changes.isEmpty());
    // The checksums of both sides are the same, so no bin was read again.
    QVERIFY(!database->load().byPurpose.isEmpty());
}

void FollowerTest::aServerKilledWhileFillingIsResumedWithoutCountingTwice()
{
    insertCalls(20'000, "20 days", "0");
    {
        const auto database = target();
        const auto reading = follower(database.get());
        QVERIFY_OK(await(reading->refresh()));
        auto filling = reading->fillAll();
        QSignalSpy changes(reading.get(), &Follower::changed);
        QTRY_VERIFY(changes.count() >= 3);
        m_cluster->kill();
        const auto failed = await(filling);
        QVERIFY(!failed || reading->mirror().coverage(Source).isBackfillDone);
        QVERIFY(reading->mirror().coverage(Source).rows > 0);
    }
    m_cluster->start();
    const auto database = target();
    const auto reading = follower(database.get());
    const Coverage before = reading->mirror().coverage(Source);
    QVERIFY(before.bins && before.rows > 0 && before.rows < 20'000);
    QVERIFY_OK(await(reading->fillAll()));
    QCOMPARE(reading->mirror().coverage(Source).rows, 20'000);
    compareWithDatabase(*reading);
}

void FollowerTest::twoProcessesReadOnce()
{
    insertCalls(100, "30 minutes", "0");
    const auto database = target(), other = target();
    auto writing = follower(database.get());
    QVERIFY_OK(await(writing->refresh()));
    const auto following = follower(other.get());
    QVERIFY_OK(await(following->refresh()));
    QVERIFY(following->isFollowingAnother() && !writing->isFollowingAnother());
    QCOMPARE(other->load().queries, 0);
    compareWithDatabase(*following);
    insertCalls(50, "20 seconds", "0");
    QVERIFY_OK(await(writing->refresh()));
    QSignalSpy changes(following.get(), &Follower::changed);
    QVERIFY_OK(await(following->refresh()));
    QCOMPARE(changes.count(), 1);
    compareWithDatabase(*following);
    // When the writer goes, the other takes over.
    writing.reset();
    QVERIFY_OK(await(following->refresh()));
    QVERIFY(!following->isFollowingAnother());
    QVERIFY_OK(await(following->fillAll()));
    compareWithDatabase(*following);
}

void FollowerTest::twoDaysAsleepAreFilledIn()
{
    insertCalls(4000, "8 days", "0");
    {
        const auto database = target();
        QVERIFY_OK(await(follower(database.get())->fillAll()));
    }
    { // as it was two days ago
        auto mirror = Mirror::open(m_file, Mirror::Access::Write);
        QVERIFY(mirror && (*mirror)->canWrite());
        Coverage coverage = (*mirror)->coverage(Source);
        coverage.watermark = *coverage.watermark - 48h;
        coverage.openSince.reset();
        coverage.bins->to = *coverage.watermark;
        QVERIFY((*mirror)->replaceBins(Source, binOf(*coverage.watermark) + 1, binOf(Clock::system().now()) + 200, {}, coverage));
        QVERIFY((*mirror)->coverage(Source).rows < 3100);
    }
    // What the bin of two days ago had at its end was not read completely then.
    const auto database = target();
    const auto reading = follower(database.get());
    QVERIFY_OK(await(reading->refresh()));
    const Coverage woken = reading->mirror().coverage(Source);
    QVERIFY(woken.bins->from > Clock::system().now() - 76min); // the newest hour comes first
    QCOMPARE(woken.islands.size(), 1);
    QVERIFY(!woken.isBackfillDone);
    QVERIFY_OK(await(reading->fillAll()));
    const Coverage filled = reading->mirror().coverage(Source);
    QVERIFY(filled.islands.isEmpty() && filled.isBackfillDone);
    QVERIFY(filled.bins->from < Clock::system().now() - 190h);
    compareWithDatabase(*reading);
}

void FollowerTest::yearsWithoutCallsAreSteppedOver()
{
    insertCalls(10, "20 minutes", "0");
    sql(QStringLiteral("insert into agent_telemetry (event_type, created_at) values ('llm_call', '2019-03-31 01:30+00'), ('llm_call', '2009-01-01'), ('llm_call', '1970-01-01 00:00:01+00'), ('never', 'infinity'), ('never', '-infinity')"));
    const auto database = target();
    const auto reading = follower(database.get());
    QVERIFY_OK(await(reading->fillAll()));
    QCOMPARE(reading->mirror().coverage(Source).rows, 13);
    QCOMPARE(reading->mirror().total({fromMsecs(0), fromMsecs(900'000)}).calls, 1);
    QVERIFY2(database->load().queries < 80, qPrintable(QString::number(database->load().queries)));
}

void FollowerTest::anEmptyTableIsNotInstrumented()
{
    const auto database = target();
    const auto reading = follower(database.get());
    QVERIFY_OK(await(reading->refresh()));
    QVERIFY(!reading->mirror().coverage(Source).isInstrumented);
    QVERIFY(!reading->mirror().coverage(Source).bins);
    QVERIFY(reading->reality().value(0).isEmpty);
    QVERIFY_OK(await(reading->fillAll()));
    // The first row changes that, without a restart.
    insertCalls(1, "1 minute", "0");
    QVERIFY_OK(await(reading->refresh()));
    QVERIFY(reading->mirror().coverage(Source).isInstrumented);
    QCOMPARE(reading->mirror().coverage(Source).rows, 1);
}

void FollowerTest::aMissingTableAndAMissingRightAreNotEmpty()
{
    insertCalls(5, "1 minute", "0");
    const auto database = target("reader");
    const auto reading = follower(database.get());
    (void)await(reading->refresh());
    QVERIFY(reading->reality().value(0).exists && !reading->reality().value(0).mayRead && !reading->reality().value(0).isEmpty);
    QVERIFY(!reading->reality().value(0).missingGrantSql.isEmpty());
    QVERIFY(!reading->mirror().coverage(Source).readAt);
    sql(QStringLiteral("grant select on agent_telemetry to reader"));
    QVERIFY_OK(await(reading->refresh()));
    QCOMPARE(reading->mirror().coverage(Source).rows, 5);
    // Now it goes away: what was read stays.
    sql(QStringLiteral("drop table agent_telemetry"));
    QVERIFY(!await(reading->refresh()));
    QVERIFY(reading->error());
    QCOMPARE(reading->mirror().coverage(Source).rows, 5);
    (void)await(reading->refresh());
    QVERIFY(!reading->reality().value(0).exists);
}

void FollowerTest::withoutAnIndexOnlyWhatIsAskedForIsRead()
{
    sql(QStringLiteral("drop index agent_telemetry_created_at_idx"));
    insertCalls(500, "9 days", "0");
    sql(QStringLiteral("analyze agent_telemetry"));
    const auto database = target();
    const auto reading = follower(database.get());
    QSignalSpy progress(reading.get(), &Follower::progressChanged);
    reading->setInterval(1s);
    QTRY_VERIFY(progress.count() >= 2 && !reading->progress().isRefreshing && !reading->reality().isEmpty());
    reading->setInterval(0s);
    QVERIFY(!reading->reality().value(0).missingIndexSql.isEmpty());
    QVERIFY(!reading->mirror().coverage(Source).readAt);
    QVERIFY_OK(await(reading->refresh()));
    compareWithDatabase(*reading);
    QVERIFY_OK(await(reading->fillAll()));
    compareWithDatabase(*reading);
}

void FollowerTest::oddValuesAreCountedAndDropped()
{
    sql(QStringLiteral(R"(
        drop table agent_telemetry;
        create table agent_telemetry (id text, event_type text, latency_ms float8, cost_usd float8, token_count text, tool_name int, user_id bigint, trace_id uuid, metadata json, created_at timestamptz);
        create index on agent_telemetry (created_at);
        insert into agent_telemetry (id, event_type, latency_ms, cost_usd, token_count, created_at) values
            ('1', 'llm_call', 'NaN', 'NaN', 'many', now() - interval '1 minute'), ('2', 'llm_call', -5, -0.01, '-7', now() - interval '1 minute'),
            ('3', 'llm_call', 'Infinity', 'Infinity', '12.0', now() - interval '1 minute'), ('4', 'llm_call', null, null, null, now() - interval '1 minute'),
            ('5', 'llm_call', 12.25, 0.1, '30', now() - interval '1 minute'), (null, 'llm_call', 1, 1, '1', now() - interval '1 minute'), ('7', 'llm_call', 1, 1, '1', null))"));
    const auto database = target();
    const auto reading = follower(database.get());
    QVERIFY_OK(await(reading->refresh()));
    const TimeRange hour{Clock::system().now() - 1h, Clock::system().now()};
    const Sums sums = reading->mirror().total(hour);
    QCOMPARE(sums.calls, 5); // neither the one without identity nor the one without time
    QCOMPARE(sums.timed, 1);
    QCOMPARE(sums.latencyUs, 12'250);
    QCOMPARE(sums.callsWithCost, 1);
    QCOMPARE(sums.recorded.pico(), 100'000'000'000);
    QCOMPARE(sums.unclassedTokens, 42);
    const OddRows odd = reading->mirror().oddRows(hour, Clock::system().now());
    QCOMPARE(odd.costs, 3);
    QCOMPARE(odd.latencies, 3);
}

void FollowerTest::rowsOfTheFutureAreNotLost()
{
    insertCalls(3, "1 minute", "0");
    sql(QStringLiteral("insert into agent_telemetry (event_type, created_at) values ('llm_call', now() + interval '3 hours'), ('llm_call', now() + interval '30 days')"));
    const auto database = target();
    const auto reading = follower(database.get());
    QVERIFY_OK(await(reading->refresh()));
    const Instant now = Clock::system().now();
    QCOMPARE(reading->mirror().total({now - 1h, now}).calls, 3);
    QCOMPARE(reading->mirror().oddRows({now - 1h, now}, now).future, 1); // tomorrow's; the far one is read when it is near
    QVERIFY(*reading->mirror().coverage(Source).newestEvent <= now);
    QVERIFY_OK(await(reading->refresh()));
    QCOMPARE(reading->mirror().coverage(Source).rows, 4);
}

void FollowerTest::duplicateIdsCountOnceHoweverOftenTheyAreRead()
{
    sql(QStringLiteral(R"(
        alter table agent_telemetry drop constraint agent_telemetry_pkey;
        insert into agent_telemetry (id, event_type, cost_usd, created_at)
        select '00000000-0000-0000-0000-000000000001', 'llm_call', i, now() - interval '3 hours' + i * interval '1 second' from generate_series(1, 3) i)"));
    const auto database = target();
    const auto reading = follower(database.get());
    QVERIFY_OK(await(reading->fillAll()));
    QCOMPARE(reading->mirror().coverage(Source).rows, 1);
    const Instant now = Clock::system().now();
    QCOMPARE(reading->mirror().total({now - 5h, now}).recorded.pico(), Money::fromDollars(3).pico());
    QCOMPARE(reading->mirror().oddRows({now - 5h, now}, now).duplicates, 2);
    const auto rebuilt = await(reading->audit());
    QVERIFY_OK(rebuilt);
    QCOMPARE(*rebuilt, 0); // the copies are known, so nothing differs
}

void FollowerTest::timesWithoutZoneAreExactWhereTheClockChanges()
{
    // Berlin, 2025: the clock goes back on 26 October and forward on 30 March.
    sql(QStringLiteral(R"(
        create table chat_messages (id text primary key, "createdAt" timestamp(3) not null, tokens int, role text);
        create index on chat_messages ("createdAt");
        insert into chat_messages select 'a' || i, '2025-10-25 20:00'::timestamp + i * interval '1 minute 7.5 seconds', i, case when i % 2 = 0 then 'USER' else 'ASSISTANT' end from generate_series(1, 900) i;
        insert into chat_messages select 'b' || i, '2025-03-29 20:00'::timestamp + i * interval '1 minute 7.5 seconds', i, 'USER' from generate_series(1, 900) i)"));
    Profile berlin;
    TelemetrySource source;
    source.name = source.table = QStringLiteral("chat_messages");
    source.id = Field::fromText(QStringLiteral("id"));
    source.time = Field::fromText(QStringLiteral("createdAt"));
    source.timeZone = QStringLiteral("Europe/Berlin");
    source.tokensTotal = Field::fromText(QStringLiteral("tokens"));
    source.kind = Field::fromText(QStringLiteral("role"));
    source.inputKinds = QStringList{QStringLiteral("USER")};
    berlin.sources = {source};
    const auto database = target();
    const auto reading = follower(database.get(), berlin);
    QVERIFY_OK(await(reading->fillAll()));
    const QString text = asked(QStringLiteral("select (floor(extract(epoch from \"createdAt\" at time zone 'Europe/Berlin') / 900))::bigint, count(*), coalesce(sum(tokens) filter (where role = 'USER'), 0) from chat_messages group by 1"));
    qint64 compared = 0;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const Bin bin = line.section(u'|', 0, 0).toInt();
        const Sums sums = reading->mirror().total({binStart(bin), binStart(bin + 1)});
        QCOMPARE(sums.calls, line.section(u'|', 1, 1).toLongLong());
        QCOMPARE(sums.tokens[In], line.section(u'|', 2, 2).toLongLong());
        compared += sums.calls;
    }
    QCOMPARE(compared, 1800);
    QCOMPARE(reading->mirror().coverage(source.name).rows, 1800);
    const auto rebuilt = await(reading->audit());
    QVERIFY_OK(rebuilt);
    QCOMPARE(*rebuilt, 0);
}

void FollowerTest::aMonotoneIdIsAReadingOrder()
{
    sql(QStringLiteral("drop table agent_telemetry; create table agent_telemetry (id bigserial primary key, user_id text, trace_id text, event_type text, tool_name text, latency_ms int, token_count int, cost_usd numeric(10,6), metadata jsonb, created_at timestamptz default now())"));
    sql(QStringLiteral(R"(
        insert into agent_telemetry (event_type, cost_usd, latency_ms, created_at)
        select 'llm_call', i / 1000.0, i, now() - interval '9 days' + i * interval '9 days' / 6000 from generate_series(1, 6000) i order by i;
        delete from agent_telemetry where id between 1000 and 3000;
        select setval('agent_telemetry_id_seq', 900000); analyze agent_telemetry)"));
    Profile byId = profile();
    byId.sources[0].idIsMonotone = true;
    const auto database = target();
    const auto reading = follower(database.get(), byId);
    QVERIFY_OK(await(reading->fillAll()));
    compareWithDatabase(*reading);
    // Late commits, and a window that is found by the id seen before.
    pg::Connection slow;
    QVERIFY_OK(await(slow.open(m_cluster->parameters())));
    QVERIFY_OK(await(slow.execute("begin; insert into agent_telemetry (event_type, cost_usd) values ('llm_call', 1)")));
    sql(QStringLiteral("insert into agent_telemetry (event_type, cost_usd) values ('llm_call', 2)"));
    QVERIFY_OK(await(reading->refresh()));
    QVERIFY_OK(await(slow.execute("commit")));
    QVERIFY_OK(await(reading->refresh()));
    compareWithDatabase(*reading);
    sql(QStringLiteral("update agent_telemetry set cost_usd = 5 where id = 500"));
    const auto rebuilt = await(reading->audit());
    QVERIFY_OK(rebuilt);
    QCOMPARE(*rebuilt, 1);
    compareWithDatabase(*reading);
    // The plan reads the id's index, never the whole table.
    const Instant now = Clock::system().now();
    const QString plan = asked(QStringLiteral("explain (analyze, costs off) ") + QString::fromUtf8(readingSql(byId.sources[0], now - 1h, now)));
    QVERIFY2(!plan.contains(QStringLiteral("Seq Scan")), qPrintable(plan));
}

void FollowerTest::aRoleThatSeesNoWritersReadsTenMinutesAgain()
{
    sql(QStringLiteral("grant select on agent_telemetry to reader, observer"));
    insertCalls(10, "50 minutes", "0");
    for (const auto &[role, overlap] : {std::pair{"reader", 10min}, {"observer", 1min}}) {
        QFile::remove(m_file);
        const auto database = target(role);
        const auto reading = follower(database.get());
        QVERIFY_OK(await(reading->refresh()));
        QVERIFY_OK(await(reading->refresh()));
        QCOMPARE(reading->lastRead(Source)->overlap, milliseconds(overlap));
        QCOMPARE(reading->lastRead(Source)->maySeeWriters, overlap == 1min);
        QVERIFY(!reading->mirror().coverage(Source).note.isEmpty());
    }
}

void FollowerTest::aLockedTableKeepsWhatIsThere()
{
    insertCalls(20, "5 minutes", "0");
    const auto database = target();
    const auto reading = follower(database.get());
    QVERIFY_OK(await(reading->refresh()));
    pg::Connection holder;
    QVERIFY_OK(await(holder.open(m_cluster->parameters())));
    QVERIFY_OK(await(holder.execute("begin; lock table agent_telemetry in access exclusive mode")));
    const auto refused = await(reading->refresh(), 5s);
    QVERIFY(!refused);
    QVERIFY(refused.error().kind == Error::Kind::Busy);
    QVERIFY(reading->error());
    QCOMPARE(reading->mirror().coverage(Source).rows, 20);
    QVERIFY_OK(await(holder.execute("rollback")));
    QVERIFY_OK(await(reading->refresh()));
    QVERIFY(!reading->error());
}

void FollowerTest::aMissingColumnIsNotAsked()
{
    insertCalls(20, "5 minutes", "0");
    sql(QStringLiteral("alter table agent_telemetry drop column cost_usd"));
    const auto database = target();
    const auto reading = follower(database.get());
    QVERIFY_OK(await(reading->refresh()));
    QCOMPARE(reading->reality().value(0).missingColumns, QStringList{QStringLiteral("cost_usd")});
    QCOMPARE(reading->mirror().coverage(Source).rows, 20);
    QCOMPARE(reading->mirror().total({fromMsecs(0), Clock::system().now()}).callsWithCost, 0);
}

void FollowerTest::anotherMappingIsReadAnew()
{
    insertCalls(300, "3 days", "0");
    const auto database = target();
    Profile changed = profile();
    {
        const auto reading = follower(database.get());
        QVERIFY_OK(await(reading->fillAll()));
        QVERIFY(reading->mirror().total({fromMsecs(0), Clock::system().now()}).recorded.pico() > 0);
    }
    changed.sources[0].costKinds = QStringList{QStringLiteral("no such kind")};
    const auto reading = follower(database.get(), changed);
    QVERIFY_OK(await(reading->fillAll()));
    QCOMPARE(reading->mirror().coverage(Source).rows, 300);
    QCOMPARE(reading->mirror().total({fromMsecs(0), Clock::system().now()}).recorded.pico(), 0);
}

void FollowerTest::aDamagedMirrorIsReadAgain()
{
    insertCalls(300, "3 days", "0");
    const auto database = target();
    {
        const auto reading = follower(database.get());
        QVERIFY_OK(await(reading->fillAll()));
    }
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(file.size() / 2));
    file.close();
    const auto reading = follower(database.get());
    QVERIFY_OK(await(reading->fillAll()));
    QCOMPARE(reading->mirror().coverage(Source).rows, 300);
    compareWithDatabase(*reading);
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*damaged*")}).isEmpty(), false);
}

void FollowerTest::theClockOfAnotherMachineIsMeasured()
{
    // What the target says of the time of its answer is this machine's clock, so both are the same here.
    insertCalls(3, "1 minute", "0");
    const auto database = target();
    const auto reading = follower(database.get());
    m_clock.offset = -3h;
    QVERIFY_OK(await(reading->refresh()));
    QVERIFY(std::chrono::abs(reading->lastRead(Source)->clockOffset) < 2s);
    // The watermark is the server's, whatever this machine thinks: nothing is lost or read twice.
    QVERIFY(std::chrono::abs(*reading->mirror().coverage(Source).watermark - Clock::system().now()) < 1min);
    QVERIFY(std::chrono::abs(*reading->mirror().coverage(Source).readAt - m_clock.now()) < 1min);
    QCOMPARE(reading->mirror().coverage(Source).rows, 3);
}

void FollowerTest::whatIsReadIsWhatPsqlReads()
{
    sql(QStringLiteral(R"(insert into agent_telemetry (id, user_id, event_type, tool_name, latency_ms, token_count, cost_usd, metadata, created_at) values
        ('00000000-0000-0000-0000-00000000000a', 'ann', 'llm_call', 'searchNotes', 1234, 1500, 0.012345,
         '{"model":"gpt-4o","tokens_in":1200,"status":"error","error_message":"429 Too Many Requests"}', '2025-06-01 12:34:56.789012+00'))"));
    const QByteArray read = readingSql(profile().sources[0], fromMsecs(1'748'781'000'000), fromMsecs(1'748'782'000'000));
    pg::Connection connection;
    QVERIFY_OK(await(connection.open(m_cluster->parameters())));
    const auto rows = await(connection.read(read));
    QVERIFY_OK(rows);
    QCOMPARE(rows->count(), 1);
    const auto call = callFrom(*rows, 0, profile().sources[0]);
    QVERIFY(call);
    QCOMPARE(call->id, QByteArray("00000000-0000-0000-0000-00000000000a"));
    QCOMPARE(call->atUs, 1'748'781'296'789'012);
    QCOMPARE(call->model, QStringLiteral("gpt-4o"));
    QCOMPARE(call->tokens[In], 1200);
    QCOMPARE(call->tokens[Out], 300);
    QCOMPARE(call->cost->pico(), 12'345'000'000);
    QVERIFY(call->isError && call->errorClass == ErrorClass::RateLimit && call->countsCost);
    QCOMPARE(asked(QString::fromUtf8(read)).section(u'|', 0, 1), QStringLiteral("1748781296789012|00000000-0000-0000-0000-00000000000a"));
}

void FollowerTest::kindsTellWhatTheirTokensWere()
{
    sql(QStringLiteral("insert into agent_telemetry (event_type, token_count) values ('USER', 100), ('ASSISTANT', 20), ('TOOL', 3)"));
    Profile kinds = profile();
    kinds.sources[0].tokensIn = {};
    kinds.sources[0].costKinds.clear();
    kinds.sources[0].inputKinds = QStringList{QStringLiteral("USER")};
    kinds.sources[0].outputKinds = QStringList{QStringLiteral("ASSISTANT")};
    const auto database = target();
    const auto reading = follower(database.get(), kinds);
    QVERIFY_OK(await(reading->refresh()));
    const Sums sums = reading->mirror().total({Clock::system().now() - 1h, Clock::system().now() + 1min});
    QCOMPARE(sums.tokens[In], 100);
    QCOMPARE(sums.tokens[Out], 20);
    QCOMPARE(sums.unclassedTokens, 3);
    QCOMPARE(sums.unclassedWithoutCost, 3);
    QCOMPARE(sums.callsWithoutCost, 3);
}

QTEST_GUILESS_MAIN(FollowerTest)
#include "follower_test.moc"
