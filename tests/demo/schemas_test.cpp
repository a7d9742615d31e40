// The schemas as they really are, traps included, on a real server: the demo's own cluster, asked
// as its superuser.

#include "demo/blueprint.h"
#include "demo/cluster.h"
#include "demo/guard.h"

#include "demo/scratch.h"
#include "support/wait.h"

#include <QDir>
#include <QTest>

using namespace qd;

class SchemasTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_folder = m_scratch.path() + QStringLiteral("/f");
        QVERIFY(QDir().mkpath(m_folder + QStringLiteral("/rows")));
        ::chmod(QFile::encodeName(m_folder).constData(), 0711);
        QVERIFY_OK(demo::Cluster::programsAreThere());
        QVERIFY_OK(test::await(m_guard.stand(this, m_folder, {})));
        m_cluster = new demo::Cluster({m_folder + QStringLiteral("/s"), QStringLiteral("supabase_admin"), {{QStringLiteral("shared_preload_libraries"), QStringLiteral("pg_stat_statements")}}},
                                      Secret(QByteArray("schemas")), this);
        QVERIFY_OK(test::await(m_cluster->create()));
        QVERIFY_OK(test::await(m_cluster->start()));
        QFile roles(QStringLiteral(":/sql/demo/supabase-roles.sql"));
        QVERIFY(roles.open(QIODevice::ReadOnly));
        QVERIFY_OK(test::await(m_cluster->sql(QStringLiteral("postgres"), roles.readAll(), {{"ro_password", "it's 'quoted' \\ here"}})));
        m_hasVector = ask("postgres", "select count(*) from pg_available_extensions where name = 'vector'") == QLatin1String("1");
        demo::Options options;
        options.days = 1;
        m_story = demo::Story(options, Clock::system().now());
        m_plan = demo::blueprints(m_story);
    }

    void cleanupTestCase()
    {
        delete m_cluster;
        m_guard.release();
        QTRY_VERIFY(!QDir(m_folder).exists());
    }

    void clervaIsWhatItsMigrationMakes()
    {
        make("clerva");
        QCOMPARE(ask("clerva", "select count(*) from pg_tables where schemaname = 'public'"), QStringLiteral("14"));
        QCOMPARE(ask("clerva", "select count(*) from pg_tables where schemaname = 'public' and not rowsecurity"), QStringLiteral("0"));
        QCOMPARE(ask("clerva", "select count(*) from pg_policies where schemaname = 'public'"), QStringLiteral("23"));
        QCOMPARE(ask("clerva", "select string_agg(tablename, ' ' order by tablename) from pg_policies where schemaname = 'public' and qual = 'true'"), QStringLiteral("availability_block presence"));
        QCOMPARE(ask("clerva", "select string_agg(tablename, ' ') from pg_tables t where schemaname = 'public' and not exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = t.tablename)"), QStringLiteral("agent_telemetry"));
        QCOMPARE(ask("clerva", "select count(*) from pg_indexes where schemaname = 'public'"), m_hasVector ? QStringLiteral("45") : QStringLiteral("44"));
        QCOMPARE(ask("clerva", "select string_agg(proname, ' ' order by proname) from pg_proc where pronamespace = 'public'::regnamespace and prosecdef and has_function_privilege('anon', oid, 'execute')"), QStringLiteral("cleanup_expired_memory compute_match_score"));
        QCOMPARE(ask("clerva", "select count(*) from pg_views where schemaname = 'public'"), QStringLiteral("1"));
    }

    void clervaSearchesChunks()
    {
        QCOMPARE(ask("clerva", "begin; insert into auth.users (id, email) values ('00000000-0000-4000-8000-000000000001', 'search@clerva.example');"
                               "insert into doc_source (id, user_id, title, source_type, status) values ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 't', 'note', 'ready');"
                               "insert into doc_chunk (doc_id, content, ord, embedding) select '00000000-0000-4000-8000-000000000002', 'near', 0, array_fill(1.0::real, array[1536])::" + vector()
                               + "; select content from search_chunks(array_fill(0.5::real, array[1536])::" + vector() + ", 0.7, 20, '00000000-0000-4000-8000-000000000001'); rollback;"), QStringLiteral("near"));
    }

    void anEmptyClervaHasNoTelemetry()
    {
        make("clerva-staging");
        QCOMPARE(ask("clerva_staging", "select count(*) from agent_telemetry"), QStringLiteral("0"));
        QCOMPARE(ask("clerva_staging", "select count(*) from ai_cost_summary"), QStringLiteral("0"));
    }

    void specAgentsHasFourTablesAndOpenPolicies()
    {
        make("spec-agents");
        QCOMPARE(ask("spec_agents", "select string_agg(tablename, ' ' order by tablename) from pg_tables where schemaname = 'public'"), QStringLiteral("chunks documents feedback leads"));
        QCOMPARE(ask("spec_agents", "select count(*) from pg_policies where schemaname = 'public'"), QStringLiteral("12"));
        QCOMPARE(ask("spec_agents", "select count(*) from pg_policies where schemaname = 'public' and 'anon' = any (roles) and coalesce(qual, with_check) = 'true'"), QStringLiteral("9"));
        // Anybody may delete documents, and nobody can upload one.
        QCOMPARE(ask("spec_agents", "begin; set local role anon; with gone as (delete from documents returning 1) select count(*) from gone; rollback"), QStringLiteral("15"));
        QVERIFY(refusal("spec_agents", "insert into documents (filename) values ('x.pdf')").contains(QLatin1String("has no field \"user_id\"")));
        QVERIFY(refusal("spec_agents", "select * from hybrid_search_chunks('yield', null)").contains(QLatin1String("is not unique")));
    }

    void stewardProtectsNothing()
    {
        make("steward");
        QCOMPARE(ask("steward", "select count(*) from pg_tables where schemaname = 'public' and not rowsecurity"), QStringLiteral("7"));
        QCOMPARE(ask("steward", "select to_regclass('agent_logs') is null and to_regclass('agent_errors') is null"), QStringLiteral("t"));
    }

    void araKeepsCamelCaseAndLacksWhatFailed()
    {
        make("ara");
        QCOMPARE(ask("ara", "select data_type from information_schema.columns where table_name = 'chat_messages' and column_name = 'createdAt'"), QStringLiteral("timestamp without time zone"));
        QVERIFY(refusal("ara", "create index on chat_messages (created_at)").contains(QLatin1String("column \"created_at\" does not exist")));
        QCOMPARE(ask("ara", "select count(*) from _prisma_migrations where finished_at is null"), QStringLiteral("1"));
    }

    void observAiLeaksAddressesAndCannotSignAnybodyUp()
    {
        make("observai");
        QCOMPARE(ask("observai", "select count(*) from pg_tables where schemaname = 'public'"), QStringLiteral("17"));
        QCOMPARE(ask("observai", "select string_agg(tablename, ' ') from pg_tables where schemaname = 'public' and not rowsecurity"), QStringLiteral("schema_migrations"));
        QCOMPARE(ask("observai", "begin; set local role anon; select count(owner_email) > 0 from active_alerts; rollback"), QStringLiteral("t"));
        QVERIFY(refusal("observai", "insert into auth.users (email) values ('new@observai.example')").contains(QLatin1String("column \"user_id\" of relation \"user_profiles\" does not exist")));
        QCOMPARE(ask("observai", "select calculate_cost('gpt-4o', 1000000, 1000000)"), QStringLiteral("0.375000"));
        QCOMPARE(ask("observai", "begin; select net.http_post(url := 'http://127.0.0.1:9/') > 0 and false; select status_code from net._http_response; rollback").right(3), QStringLiteral("f"));
        QVERIFY(ask("observai", "select obj_description('net'::regnamespace)").startsWith(QLatin1String("Stand-in")));
    }

private:
    QByteArray vector() const { return m_hasVector ? "extensions.vector" : "real[]"; }

    void make(const char *name)
    {
        for (const demo::Blueprint &each : m_plan) {
            if (each.name != QLatin1String(name))
                continue;
            QVERIFY_OK(test::await(m_cluster->sql(QStringLiteral("postgres"), "create database " + each.database.toUtf8())));
            const auto script = demo::makingScript({.blueprint = &each, .story = &m_story, .hasVector = m_hasVector, .hasCron = false, .copies = {}, .files = m_folder + QStringLiteral("/rows")});
            QVERIFY_OK(script);
            QVERIFY_OK(test::await(m_cluster->sql(each.database, *script)));
        }
    }

    QString ask(const char *database, const QByteArray &sql)
    {
        const auto answer = test::await(m_cluster->ask(QLatin1String(database), sql));
        return answer ? *answer : QString::fromUtf8(test::described(answer.error()));
    }

    QString refusal(const char *database, const QByteArray &sql)
    {
        const auto answer = test::await(m_cluster->sql(QLatin1String(database), sql));
        return answer ? QStringLiteral("it worked") : answer.error().detail;
    }

    test::Scratch m_scratch;
    QString m_folder;
    demo::Guard m_guard;
    demo::Cluster *m_cluster = nullptr;
    demo::Story m_story;
    QList<demo::Blueprint> m_plan;
    bool m_hasVector = false;
};

QTEST_GUILESS_MAIN(SchemasTest)
#include "schemas_test.moc"
