#include "deployments/discovery.h"
#include "support/cluster.h"
#include "support/wait.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using qd::Check;
using qd::Field;
using qd::SourceReality;
using qd::State;
using qd::TelemetrySource;
using qd::test::await;

// One mapped table on a real server, on each of its bad days.
class DiscoveryTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<qd::test::Cluster> m_cluster;
    QTemporaryDir m_folder;
    qd::SecretStore m_secrets;
    std::unique_ptr<qd::Journal> m_journal;
    std::unique_ptr<qd::Target> m_target;

    std::unique_ptr<qd::Target> target(const QByteArray &user = "postgres", const QByteArray &database = "postgres")
    {
        qd::Deployment deployment;
        deployment.name = QStringLiteral("test");
        deployment.secret = QStringLiteral("none");
        deployment.database = m_cluster->parameters(database, user);
        return std::make_unique<qd::Target>(deployment, &m_secrets, m_journal.get(), qd::Clock::system());
    }

    static TelemetrySource calls(const char *table = "calls")
    {
        TelemetrySource source;
        source.name = source.table = QString::fromLatin1(table);
        source.id = Field::fromText(QStringLiteral("id"));
        source.time = Field::fromText(QStringLiteral("created_at"));
        source.model = Field::fromText(QStringLiteral("metadata.model"));
        source.latencyMs = Field::fromText(QStringLiteral("latency_ms"));
        source.costUsd = Field::fromText(QStringLiteral("cost_usd"));
        return source;
    }

    static Check check(const SourceReality &reality, const char *id)
    {
        for (const Check &candidate : reality.checks)
            if (candidate.id == QLatin1String(id))
                return candidate;
        return {};
    }

    void makeTable(const char *name, const char *rest = "", bool filled = true)
    {
        m_cluster->execute(QStringLiteral("drop table if exists %1 cascade; create table %1 (id uuid primary key default gen_random_uuid(), created_at timestamptz default now(),"
                                          " latency_ms int, cost_usd numeric(10,6), metadata jsonb %2);")
                               .arg(QString::fromLatin1(name), QString::fromLatin1(rest)));
        if (filled)
            m_cluster->execute(QStringLiteral("insert into %1 (latency_ms) select g from generate_series(1, 200) g; analyze %1;").arg(QString::fromLatin1(name)));
    }

private slots:
    void initTestCase()
    {
        m_cluster = std::make_unique<qd::test::Cluster>();
        m_journal = std::make_unique<qd::Journal>(m_folder.path());
        m_cluster->execute(QStringLiteral("create role reader login; create role \"odd \"\"role\" login;"));
        m_target = target();
    }

    void aTableAsExpectedIsFineInEveryWay()
    {
        makeTable("calls");
        m_cluster->execute(QStringLiteral("create index on calls (created_at)"));
        const auto reality = await(qd::lookUp(m_target.get(), calls()));
        QVERIFY_OK(reality);
        QVERIFY(reality->exists && reality->mayRead && !reality->isEmpty && reality->hasReadingOrder);
        QCOMPARE(reality->estimatedRows.value_or(0), 200);
        QVERIFY(reality->source == calls());
        QCOMPARE(reality->checks.size(), 5);
        for (const Check &found : reality->checks) {
            QVERIFY2(found.state == State::Ok, qPrintable(found.id + found.says));
            QVERIFY(!found.evidence.isEmpty() && found.measuredAt && found.object == QStringLiteral("public.calls"));
        }
    }

    void aMissingTableIsAFindingAndNamesASimilarOne()
    {
        m_cluster->execute(QStringLiteral("create schema app; create table app.\"Telemetry\" (id int)"));
        const auto reality = await(qd::lookUp(m_target.get(), calls("telemetry")));
        QVERIFY_OK(reality);
        QVERIFY(!reality->exists && !reality->mayRead && !reality->isEmpty);
        QCOMPARE(check(*reality, "source.exists").state, State::Failing);
        QVERIFY(check(*reality, "source.exists").fix.contains(QStringLiteral("app.Telemetry")));
        QCOMPARE(check(*reality, "source.instrumented").state, State::Unknown);
        QCOMPARE(check(*reality, "source.index").state, State::Unknown);
    }

    void anEmptyTableIsNotInstrumentedAndNotZero()
    {
        makeTable("empty", "", false);
        const auto reality = await(qd::lookUp(m_target.get(), calls("empty")));
        QVERIFY_OK(reality);
        QVERIFY(reality->isEmpty);
        QCOMPARE(check(*reality, "source.instrumented").state, State::Unknown);
        QVERIFY(check(*reality, "source.instrumented").says.contains(QStringLiteral("not instrumented")));
    }

    void aRoleWithoutRightsIsToldTheExactGrantAndItWorks()
    {
        makeTable("secret_calls");
        const auto reader = target("odd \"role");
        auto reality = await(qd::lookUp(reader.get(), calls("secret_calls")));
        QVERIFY_OK(reality);
        QVERIFY(reality->exists && !reality->mayRead && !reality->isEmpty);
        QCOMPARE(check(*reality, "source.rights").state, State::Failing);
        QCOMPARE(check(*reality, "source.instrumented").state, State::Unknown);
        QCOMPARE(reality->missingGrantSql, QStringLiteral("grant select on \"public\".\"secret_calls\" to \"odd \"\"role\";"));

        m_cluster->execute(reality->missingGrantSql);
        reality = await(qd::lookUp(reader.get(), calls("secret_calls")));
        QVERIFY_OK(reality);
        QVERIFY(reality->mayRead);
        QCOMPARE(check(*reality, "source.instrumented").state, State::Ok);
    }

    void aSchemaWithoutUsageIsPartOfTheGrant()
    {
        m_cluster->execute(QStringLiteral("create schema \"Hid\"\"den\"; create table \"Hid\"\"den\".calls (id int, created_at timestamptz)"));
        TelemetrySource source = calls();
        source.schema = QStringLiteral("Hid\"den");
        const auto reader = target("reader");
        auto reality = await(qd::lookUp(reader.get(), source));
        QVERIFY_OK(reality);
        QVERIFY(reality->exists && !reality->mayRead);
        QVERIFY(reality->missingGrantSql.contains(QStringLiteral("grant usage on schema \"Hid\"\"den\" to \"reader\"")));
        m_cluster->execute(reality->missingGrantSql);
        reality = await(qd::lookUp(reader.get(), source));
        QVERIFY_OK(reality);
        QVERIFY(reality->mayRead && reality->isEmpty);
    }

    void grantsOnTheMappedColumnsAreEnough()
    {
        makeTable("partly", ", prompt text");
        m_cluster->execute(QStringLiteral("grant select (id, created_at, latency_ms, cost_usd) on partly to reader"));
        const auto reader = target("reader");
        TelemetrySource source = calls("partly");
        QVERIFY(!await(qd::lookUp(reader.get(), source))->mayRead); // metadata is mapped and not granted
        source.model = {};
        const auto reality = await(qd::lookUp(reader.get(), source));
        QVERIFY_OK(reality);
        QVERIFY(reality->mayRead);
        QCOMPARE(check(*reality, "source.instrumented").state, State::Ok);
    }

    void rowsHiddenByRowLevelSecurityAreNotCalledMissing()
    {
        makeTable("guarded");
        m_cluster->execute(QStringLiteral("alter table guarded enable row level security; grant select on guarded to reader"));
        const auto reader = target("reader");
        auto reality = await(qd::lookUp(reader.get(), calls("guarded")));
        QVERIFY_OK(reality);
        QVERIFY(reality->mayRead && reality->mayHideRows && !reality->isEmpty);
        QCOMPARE(check(*reality, "source.rights").state, State::Warning);
        QCOMPARE(check(*reality, "source.instrumented").state, State::Unknown);
        QVERIFY(!check(*reality, "source.instrumented").says.contains(QStringLiteral("not instrumented")));

        m_cluster->execute(check(*reality, "source.rights").fix);
        reality = await(qd::lookUp(reader.get(), calls("guarded")));
        QCOMPARE(check(*reality, "source.instrumented").state, State::Ok);
    }

    void otherColumnTypesAreNamedAndWhatCannotBeReadIsUnmapped()
    {
        m_cluster->execute(QStringLiteral("create table drifted (id uuid, created_at timestamp, latency_ms text, cost_usd interval, metadata text)"));
        const auto reality = await(qd::lookUp(m_target.get(), calls("drifted")));
        QVERIFY_OK(reality);
        const QString wrong = reality->wrongTypes.join(u'|');
        QVERIFY2(wrong.contains(QStringLiteral("latency_ms is text, a number was expected")), qPrintable(wrong));
        QVERIFY(wrong.contains(QStringLiteral("cost_usd is interval, a number was expected")));
        QVERIFY(wrong.contains(QStringLiteral("metadata is text, JSON was expected")));
        QVERIFY(wrong.contains(QStringLiteral("created_at has no time zone")));
        QVERIFY(reality->source.latencyMs.isMapped()); // its text may still be a number
        QVERIFY(!reality->source.costUsd.isMapped() && !reality->source.model.isMapped());
        QCOMPARE(check(*reality, "source.columns").state, State::Warning);

        TelemetrySource utc = calls("drifted");
        utc.timeZone = QStringLiteral("UTC");
        QVERIFY(!await(qd::lookUp(m_target.get(), utc))->wrongTypes.join(u'|').contains(QStringLiteral("time zone")));
    }

    void aTimeThatIsNoTimeCannotBeReadBy()
    {
        m_cluster->execute(QStringLiteral("create table epochs (id int primary key, created_at bigint)"));
        const auto reality = await(qd::lookUp(m_target.get(), calls("epochs")));
        QVERIFY_OK(reality);
        QCOMPARE(check(*reality, "source.columns").state, State::Failing);
        QVERIFY(!reality->hasReadingOrder && !reality->source.time.isMapped());
        QCOMPARE(reality->missingColumns, QStringList({QStringLiteral("metadata"), QStringLiteral("latency_ms"), QStringLiteral("cost_usd")}));
    }

    void aMissingIndexIsWrittenOutAndItWorks_data()
    {
        QTest::addColumn<QString>("made");
        QTest::newRow("none") << QString();
        QTest::newRow("second column") << QStringLiteral("create index on unordered (latency_ms, created_at)");
        QTest::newRow("partial") << QStringLiteral("create index on unordered (created_at) where latency_ms > 100");
        QTest::newRow("expression") << QStringLiteral("create index on unordered ((created_at at time zone 'UTC'))");
        QTest::newRow("invalid") << QStringLiteral("create index broken on unordered (created_at); update pg_index set indisvalid = false where indexrelid = 'broken'::regclass");
        QTest::newRow("of another method") << QStringLiteral("create index on unordered using brin (created_at)");
    }
    void aMissingIndexIsWrittenOutAndItWorks()
    {
        QFETCH(QString, made);
        makeTable("unordered");
        if (!made.isEmpty())
            m_cluster->execute(made);
        auto reality = await(qd::lookUp(m_target.get(), calls("unordered")));
        QVERIFY_OK(reality);
        QVERIFY(!reality->hasReadingOrder);
        QCOMPARE(check(*reality, "source.index").state, State::Warning);
        QCOMPARE(reality->missingIndexSql, QStringLiteral("create index concurrently \"quarterdeck_unordered_created_at\" on \"public\".\"unordered\" (\"created_at\");"));
        m_cluster->execute(reality->missingIndexSql);
        reality = await(qd::lookUp(m_target.get(), calls("unordered")));
        QVERIFY(reality->hasReadingOrder);
    }

    void aMonotoneIdentityIsReadByItsOwnIndex()
    {
        m_cluster->execute(QStringLiteral("create table counted (id bigserial primary key, created_at timestamptz)"));
        TelemetrySource source = calls("counted");
        QVERIFY(!await(qd::lookUp(m_target.get(), source))->hasReadingOrder);
        source.idIsMonotone = true;
        QVERIFY(await(qd::lookUp(m_target.get(), source))->hasReadingOrder);
    }

    void aPartitionedTableCountsItsPartitionsAndIsIndexedInOneGo()
    {
        m_cluster->execute(QStringLiteral("create table parted (id int, created_at timestamptz, latency_ms int, cost_usd numeric, metadata jsonb) partition by range (created_at);"
                                          "create table parted_1 partition of parted for values from ('2026-01-01') to ('2027-01-01');"
                                          "insert into parted select g, '2026-05-05' from generate_series(1, 50) g; analyze parted_1;"));
        auto reality = await(qd::lookUp(m_target.get(), calls("parted")));
        QVERIFY_OK(reality);
        QCOMPARE(reality->estimatedRows.value_or(0), 50);
        QVERIFY(!reality->missingIndexSql.contains(QStringLiteral("concurrently")));
        m_cluster->execute(reality->missingIndexSql);
        QVERIFY(await(qd::lookUp(m_target.get(), calls("parted")))->hasReadingOrder);
    }

    void aViewIsReadOnlyWhenAsked()
    {
        makeTable("behind");
        m_cluster->execute(QStringLiteral("create view seen as select * from behind"));
        const auto reality = await(qd::lookUp(m_target.get(), calls("seen")));
        QVERIFY_OK(reality);
        QVERIFY(reality->exists && reality->mayRead && !reality->hasReadingOrder && reality->missingIndexSql.isEmpty());
        QVERIFY(!reality->estimatedRows);
    }

    void aLockedTableIsUnknownAndAnswersAtOnce()
    {
        makeTable("locked");
        m_cluster->execute(QStringLiteral("create index on locked (created_at)"));
        const auto lock = m_cluster->session(QStringLiteral("begin; lock table locked in access exclusive mode;"));
        QTRY_COMPARE(m_cluster->execute(QStringLiteral("select count(*) from pg_locks where relation = 'locked'::regclass and mode = 'AccessExclusiveLock' and granted")).trimmed(), QStringLiteral("1"));
        const auto reality = await(qd::lookUp(m_target.get(), calls("locked")));
        QVERIFY_OK(reality);
        QVERIFY(reality->exists && reality->mayRead && reality->hasReadingOrder && !reality->isEmpty);
        QCOMPARE(check(*reality, "source.instrumented").state, State::Unknown);
        QVERIFY(check(*reality, "source.instrumented").says.contains(QStringLiteral("locked")));
        QCOMPARE(check(*reality, "source.exists").state, State::Ok);
    }

    void nastyNamesAreQuoted()
    {
        m_cluster->execute(QStringLiteral("create schema \"a \"\"b'\"; create table \"a \"\"b'\".\"drop table x; --\" (\"userId\" int, \"created At\" timestamptz)"));
        TelemetrySource source;
        source.schema = QStringLiteral("a \"b'");
        source.table = source.name = QStringLiteral("drop table x; --");
        source.id = Field::fromText(QStringLiteral("userId"));
        source.time = Field::fromText(QStringLiteral("created At"));
        auto reality = await(qd::lookUp(m_target.get(), source));
        QVERIFY_OK(reality);
        QVERIFY(reality->exists && reality->isEmpty);
        m_cluster->execute(reality->missingIndexSql);
        QVERIFY(await(qd::lookUp(m_target.get(), source))->hasReadingOrder);
    }

    void aDatabaseThatCannotBeAskedIsAnError()
    {
        const auto nowhere = target("postgres", "no_such_database");
        const auto reality = await(qd::lookUp(nowhere.get(), calls()));
        QVERIFY(!reality);
        QVERIFY(!reality.error().message.isEmpty());
    }

    void askingCanBeCancelledAndTheTargetMayGoFirst()
    {
        makeTable("calls");
        auto reply = qd::lookUp(m_target.get(), calls());
        reply.cancel();
        QTRY_VERIFY(reply.isFinished());
        QCOMPARE(reply.resultCount(), 0);

        auto going = target();
        const auto orphan = qd::lookUp(going.get(), calls());
        going.reset();
        QTRY_VERIFY(orphan.isFinished()); // cancelled or lost, but not left open
        QVERIFY(orphan.resultCount() == 0 || !orphan.result());
        QVERIFY_OK(await(qd::lookUp(m_target.get(), calls())));
    }

    void theProfileOfADatabaseIsRecognised()
    {
        m_cluster->execute(QStringLiteral("create database clervalike"));
        m_cluster->execute(QStringLiteral("create table doc_source (id int); create table doc_chunk (id int); create table agent_memory (id int);"
                                          "create table agent_telemetry (id int); create table match_candidate (id int); create table documents (id int);"),
                           QStringLiteral("clervalike"));
        const auto clerva = target("postgres", "clervalike");
        const auto fits = await(qd::detect(clerva.get(), qd::Profiles::load({})));
        QVERIFY_OK(fits);
        QCOMPARE(fits->size(), 2);
        QCOMPARE(fits->at(0), (qd::Fit{QStringLiteral("clerva"), 5, 5}));
        QCOMPARE(fits->at(1), (qd::Fit{QStringLiteral("spec-agents"), 1, 4}));
        m_cluster->execute(QStringLiteral("create database bare"));
        const auto bare = target("postgres", "bare");
        QVERIFY(await(qd::detect(bare.get(), qd::Profiles::load({})))->isEmpty());
    }
};

QTEST_GUILESS_MAIN(DiscoveryTest)
#include "discovery_test.moc"
