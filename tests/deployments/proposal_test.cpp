#include "deployments/discovery.h"
#include "support/cluster.h"
#include "support/wait.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using qd::Proposal;
using qd::TelemetrySource;
using qd::test::await;

// Foreign schemas that nobody told Quarterdeck about.
class ProposalTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<qd::test::Cluster> m_cluster;
    QTemporaryDir m_folder;
    qd::SecretStore m_secrets;
    std::unique_ptr<qd::Journal> m_journal;

    QList<Proposal> proposalsFor(const QString &database, const QByteArray &user = "postgres")
    {
        qd::Deployment deployment;
        deployment.name = database;
        deployment.secret = QStringLiteral("none");
        deployment.database = m_cluster->parameters(database.toUtf8(), user);
        qd::Target target(deployment, &m_secrets, m_journal.get(), qd::Clock::system());
        const auto found = await(qd::propose(&target));
        if (!found)
            qWarning("%s", qd::test::described(found.error()).constData());
        for (const Proposal &proposal : found.value_or(QList<Proposal>()))
            qInfo("%s %.2f %s", qPrintable(proposal.source.table), proposal.score, qPrintable(proposal.because));
        return found.value_or(QList<Proposal>());
    }

    void makeDatabase(const char *name, const char *sql)
    {
        m_cluster->execute(QStringLiteral("create database %1").arg(QString::fromLatin1(name)));
        m_cluster->execute(QString::fromUtf8(sql), QString::fromLatin1(name));
    }

    // What was proposed has to work as it stands.
    void readBy(const TelemetrySource &source, const QString &database) const
    {
        QString columns;
        for (const qd::Field &field : {source.id, source.time, source.kind, source.model, source.tool, source.user, source.trace, source.span, source.parentSpan, source.latencyMs,
                                       source.tokensIn, source.tokensOut, source.tokensCached, source.tokensTotal, source.costUsd, source.success, source.status, source.errorMessage})
            columns += QString::fromUtf8(field.sql()) + QStringLiteral(", ");
        m_cluster->execute(QStringLiteral("select %1 1 from %2 t limit 1").arg(columns, QString::fromUtf8(source.relation())), database);
        qd::Profile profile;
        profile.id = QStringLiteral("proposed");
        profile.file = profile.name = profile.id;
        profile.sources = {source};
        const auto again = qd::parseProfile(qd::toToml(profile), profile.file);
        QVERIFY2(again, again ? "" : qPrintable(again.error().message));
        QVERIFY(*again == profile);
    }

private slots:
    void initTestCase()
    {
        m_cluster = std::make_unique<qd::test::Cluster>();
        m_journal = std::make_unique<qd::Journal>(m_folder.path());
    }

    void aTraceStoreWithStartAndEndIsMapped()
    {
        // Like Langfuse before it moved its rows elsewhere.
        makeDatabase("traces",
                     "create type observation_type as enum ('SPAN', 'EVENT', 'GENERATION');"
                     "create type observation_level as enum ('DEBUG', 'DEFAULT', 'WARNING', 'ERROR');"
                     "create table projects (id text primary key, name text, created_at timestamp(3));"
                     "create table models (id text primary key, created_at timestamp(3), model_name text, input_price numeric, output_price numeric, total_price numeric);"
                     "create table traces (id text primary key, timestamp timestamp(3) default now(), name text, project_id text, user_id text, session_id text, metadata jsonb);"
                     "create table observations (id text primary key, trace_id text, project_id text, type observation_type, start_time timestamp(3), end_time timestamp(3),"
                     " name text, metadata jsonb, parent_observation_id text, level observation_level default 'DEFAULT', status_message text, created_at timestamp(3) default now(),"
                     " model text, input jsonb, output jsonb, prompt_tokens int default 0, completion_tokens int default 0, total_tokens int default 0,"
                     " total_cost numeric, calculated_total_cost numeric, completion_start_time timestamp(3));"
                     "create index on observations (start_time);"
                     "insert into observations (id, trace_id, type, start_time, end_time, model, prompt_tokens, completion_tokens, total_tokens, calculated_total_cost)"
                     " select g::text, (g / 3)::text, 'GENERATION', now() - g * interval '1 min', now() - g * interval '1 min' + interval '2.5 s', 'gpt-4o-mini', 900, 100, 1000, 0.0002 from generate_series(1, 80) g;");
        const auto found = proposalsFor(QStringLiteral("traces"));
        QVERIFY(!found.isEmpty());
        const TelemetrySource &source = found.first().source;
        QCOMPARE(source.table, QStringLiteral("observations"));
        QCOMPARE(source.id.text(), QStringLiteral("id"));
        QCOMPARE(source.time.text(), QStringLiteral("start_time")); // the one with the index
        QCOMPARE(source.timeZone, QStringLiteral("UTC"));
        QCOMPARE(source.latencyMs.text(), QStringLiteral("end_time - start_time"));
        QCOMPARE(source.model.text(), QStringLiteral("model"));
        QCOMPARE(source.tokensIn.text(), QStringLiteral("prompt_tokens"));
        QCOMPARE(source.tokensOut.text(), QStringLiteral("completion_tokens"));
        QCOMPARE(source.costUsd.text(), QStringLiteral("calculated_total_cost")); // total_cost is empty in every row
        QCOMPARE(source.trace.text(), QStringLiteral("trace_id"));
        QCOMPARE(source.span.text(), QStringLiteral("id"));
        QCOMPARE(source.parentSpan.text(), QStringLiteral("parent_observation_id"));
        QCOMPARE(source.kind.text(), QStringLiteral("type"));
        QCOMPARE(source.requestKinds, QStringList{QStringLiteral("GENERATION")});
        QCOMPARE(source.status.text(), QStringLiteral("level"));
        QCOMPARE(source.errorStatuses, QStringList{QStringLiteral("ERROR")});
        QVERIFY(found.first().score > 0.8);
        readBy(source, QStringLiteral("traces"));
    }

    void aProxysSpendLogIsMapped()
    {
        // Like LiteLLM's.
        makeDatabase("proxy",
                     "create table \"LiteLLM_SpendLogs\" (request_id text primary key, call_type text not null, api_key text default '', spend double precision default 0,"
                     " total_tokens int default 0, prompt_tokens int default 0, completion_tokens int default 0, \"startTime\" timestamp(3), \"endTime\" timestamp(3),"
                     " \"completionStartTime\" timestamp(3), model text, model_id text, model_group text, api_base text, \"user\" text default '', metadata jsonb default '{}',"
                     " cache_hit text default '', cache_key text default '', request_tags jsonb, team_id text, end_user text, messages jsonb, response jsonb, session_id text, status text);"
                     "create index on \"LiteLLM_SpendLogs\" (\"startTime\");"
                     "create table \"LiteLLM_DailyUserSpend\" (id text primary key, user_id text, date text, api_key text, model text, prompt_tokens bigint, completion_tokens bigint, spend double precision,"
                     " created_at timestamp(3), updated_at timestamp(3));"
                     "insert into \"LiteLLM_SpendLogs\" (request_id, call_type, spend, total_tokens, prompt_tokens, completion_tokens, \"startTime\", \"endTime\", model, end_user, status)"
                     " select g::text, 'acompletion', 0.001, 100, 90, 10, now(), now() + interval '1 s', 'claude-sonnet-4', 'u' || g % 7, case when g % 10 = 0 then 'failure' else 'success' end from generate_series(1, 60) g;");
        const auto found = proposalsFor(QStringLiteral("proxy"));
        QVERIFY(!found.isEmpty());
        const TelemetrySource &source = found.first().source;
        QCOMPARE(source.table, QStringLiteral("LiteLLM_SpendLogs"));
        QCOMPARE(source.id.text(), QStringLiteral("request_id"));
        QCOMPARE(source.time.text(), QStringLiteral("startTime"));
        QCOMPARE(source.latencyMs.text(), QStringLiteral("endTime - startTime"));
        QCOMPARE(source.costUsd.text(), QStringLiteral("spend"));
        QCOMPARE(source.tokensIn.text(), QStringLiteral("prompt_tokens"));
        QCOMPARE(source.kind.text(), QStringLiteral("call_type"));
        QCOMPARE(source.user.text(), QStringLiteral("end_user"));
        QCOMPARE(source.status.text(), QStringLiteral("status"));
        QCOMPARE(source.errorStatuses, QStringList{QStringLiteral("failure")});
        for (const Proposal &other : found.mid(1))
            QVERIFY(other.score < found.first().score - 0.2); // sums per day are no calls
        readBy(source, QStringLiteral("proxy"));
    }

    void camelCaseUsageLogsAreMapped()
    {
        // As a later version of Clerva has them.
        makeDatabase("usage",
                     "create table ai_usage_logs (id text primary key, \"userId\" text, \"sessionId\" text, model text, operation text, \"promptTokens\" int, \"completionTokens\" int,"
                     " \"totalTokens\" int, \"estimatedCost\" double precision, \"latencyMs\" int, cached boolean, success boolean, \"errorType\" text, \"errorMessage\" text, metadata jsonb,"
                     " \"createdAt\" timestamp(3) default now());"
                     "create index on ai_usage_logs (\"createdAt\");"
                     "create table \"AIUsageDailySummary\" (id text primary key, date timestamp(3), \"createdAt\" timestamp(3), model text, \"totalTokens\" int, \"totalCost\" double precision);"
                     "create table orders (id bigserial primary key, created_at timestamptz, cost numeric, status text);"
                     "create table lessons (id bigserial primary key, created_at timestamptz, duration int, title text);");
        const auto found = proposalsFor(QStringLiteral("usage"));
        QVERIFY(!found.isEmpty());
        const TelemetrySource &source = found.first().source;
        QCOMPARE(source.table, QStringLiteral("ai_usage_logs"));
        QCOMPARE(source.time.text(), QStringLiteral("createdAt"));
        QCOMPARE(source.user.text(), QStringLiteral("userId"));
        QCOMPARE(source.trace.text(), QStringLiteral("sessionId"));
        QCOMPARE(source.tokensIn.text(), QStringLiteral("promptTokens"));
        QCOMPARE(source.tokensOut.text(), QStringLiteral("completionTokens"));
        QCOMPARE(source.costUsd.text(), QStringLiteral("estimatedCost"));
        QCOMPARE(source.latencyMs.text(), QStringLiteral("latencyMs"));
        QCOMPARE(source.success.text(), QStringLiteral("success"));
        QCOMPARE(source.errorCode.text(), QStringLiteral("errorType"));
        QCOMPARE(source.kind.text(), QStringLiteral("operation"));
        for (const Proposal &other : found)
            QVERIFY2(other.source.table != QStringLiteral("orders") && other.source.table != QStringLiteral("lessons"), qPrintable(other.source.table));
        readBy(source, QStringLiteral("usage"));
    }

    void keysInsideJsonSecondsAndCentsAreFound()
    {
        makeDatabase("events",
                     "create table llm_events (id bigserial primary key, at timestamptz, created timestamptz default now(), details jsonb, duration double precision, prompt text);"
                     "create index on llm_events (created);"
                     "insert into llm_events (details, duration) select jsonb_build_object('model', 'gpt-4o', 'usage', jsonb_build_object('prompt_tokens', 100 + g, 'completion_tokens', 10,"
                     " 'prompt_tokens_details', jsonb_build_object('cached_tokens', 64)), 'cost_cents', 0.4, 'is_error', g = 7), 0.5 + g / 10.0 from generate_series(1, 60) g;");
        const auto found = proposalsFor(QStringLiteral("events"));
        QCOMPARE(found.size(), 1);
        const TelemetrySource &source = found.first().source;
        QVERIFY(source.idIsMonotone);
        QCOMPARE(source.model.text(), QStringLiteral("details.model"));
        QCOMPARE(source.tokensIn.text(), QStringLiteral("details.usage.prompt_tokens"));
        QCOMPARE(source.tokensOut.text(), QStringLiteral("details.usage.completion_tokens"));
        QCOMPARE(source.costCents.text(), QStringLiteral("details.cost_cents"));
        QCOMPARE(source.latencyMs.text(), QStringLiteral("duration * 1000"));
        QCOMPARE(source.status.text(), QStringLiteral("details.is_error"));
        QCOMPARE(source.errorStatuses, QStringList{QStringLiteral("true")});
        QVERIFY2(found.first().because.contains(QStringLiteral("seconds")) && found.first().because.contains(QStringLiteral("cents")), qPrintable(found.first().because));
        readBy(source, QStringLiteral("events"));
    }

    void millisecondsAreNotTakenForSeconds()
    {
        makeDatabase("millis",
                     "create table completions (id uuid primary key default gen_random_uuid(), timestamp timestamptz default now(), model text, latency double precision, input_tokens int, output_tokens int,"
                     " cache_read_input_tokens int, cache_creation_input_tokens int);"
                     "insert into completions (model, latency, input_tokens, output_tokens) select 'claude-opus-4', 700.5 + g * 20, 10, 20 from generate_series(1, 60) g;");
        const auto found = proposalsFor(QStringLiteral("millis"));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().source.latencyMs.text(), QStringLiteral("latency"));
        QVERIFY(found.first().because.contains(QStringLiteral("milliseconds")));
        QVERIFY(found.first().because.contains(QStringLiteral("No index")));
        QVERIFY(!found.first().source.cachedInsideInput); // names of an API that counts them beside the input
        readBy(found.first().source, QStringLiteral("millis"));
    }

    void messagesWithOneNumberOfTokensAreSplitByTheirRole()
    {
        makeDatabase("chat",
                     "create type \"MessageRole\" as enum ('USER', 'ASSISTANT', 'SYSTEM', 'FUNCTION');"
                     "create table chat_messages (id text primary key, \"auditSessionId\" text, role \"MessageRole\", content text, metadata jsonb, tokens int default 0, \"createdAt\" timestamp(3) default now());"
                     "create index on chat_messages (\"createdAt\");"
                     "insert into chat_messages (id, role, tokens) select g::text, 'USER', 10 from generate_series(1, 60) g;");
        const auto found = proposalsFor(QStringLiteral("chat"));
        QCOMPARE(found.size(), 1);
        const TelemetrySource &source = found.first().source;
        QCOMPARE(source.tokensTotal.text(), QStringLiteral("tokens"));
        QCOMPARE(source.kind.text(), QStringLiteral("role"));
        QCOMPARE(source.requestKinds, QStringList{QStringLiteral("USER")});
        QCOMPARE(source.outputKinds, QStringList{QStringLiteral("ASSISTANT")});
        QVERIFY(source.inputKinds.contains(QStringLiteral("SYSTEM")));
        QCOMPARE(source.trace.text(), QStringLiteral("auditSessionId"));
        readBy(source, QStringLiteral("chat"));
    }

    void aTableThatMayNotBeReadOrIsLockedIsStillProposedByItsNames()
    {
        makeDatabase("closed", "create table llm_calls (id bigserial primary key, created_at timestamptz, model text, latency_ms int, cost_usd numeric, input_tokens int, output_tokens int)");
        m_cluster->execute(QStringLiteral("create role stranger login"));
        auto found = proposalsFor(QStringLiteral("closed"), "stranger");
        QCOMPARE(found.size(), 1);
        QVERIFY(found.first().because.contains(QStringLiteral("may not read")));

        const auto lock = m_cluster->session(QStringLiteral("begin; lock table llm_calls in access exclusive mode;"), QStringLiteral("closed"));
        QTRY_COMPARE(m_cluster->execute(QStringLiteral("select count(*) from pg_locks where relation = 'llm_calls'::regclass and mode = 'AccessExclusiveLock' and granted"), QStringLiteral("closed")).trimmed(),
                     QStringLiteral("1"));
        found = proposalsFor(QStringLiteral("closed"));
        QCOMPARE(found.size(), 1);
        QVERIFY(found.first().because.contains(QStringLiteral("could not be looked at")));
    }

    void aDatabaseWithoutTelemetryGivesNoProposal()
    {
        makeDatabase("shop", "create table orders (id bigserial primary key, created_at timestamptz, cost numeric, status text, details jsonb);"
                             "create table users (id uuid primary key, created_at timestamptz, email text, metadata jsonb);"
                             "create table cars (id int primary key, created_at timestamptz, model text, engine text);"
                             "insert into orders (created_at, cost, details) select now(), 12, '{\"model\":\"x\"}' from generate_series(1, 10);");
        QVERIFY(proposalsFor(QStringLiteral("shop")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ProposalTest)
#include "proposal_test.moc"
