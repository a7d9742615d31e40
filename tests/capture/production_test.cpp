// Production asked beside its snapshot.

#include "capture/capturing.h"
#include "capture/productionsearch.h"
#include "retrieval/engine/search.h"

#include <cmath>
#include <random>

using namespace qd;
using namespace qd::test;
using capture::ProductionAnswer;
using capture::ProductionQuestion;
using capture::ProductionSearch;

static const QByteArray ProfileText = R"(
[[retrieval.sources]]
table = "notes"
key = "id"
text = "body"
embedding = "embedding"
owner = "owner"
document = "doc"
ordinal = "place"
configuration = "english"

[[retrieval.searches]]
function = "near_notes"
arguments = { query = "embedding", how_many = "limit", who = "user" }
result = { document = "doc", ordinal = "place", score = "similarity", text = "body" }
settings = { mode = "vector", limit = 10 }

[[retrieval.searches]]
name = "all notes"
statement = "select n.id, 1 - (n.embedding <=> :embedding) as similarity, n.owner as part from notes n order by n.embedding <=> :embedding limit :limit"
result = { key = "id", score = "similarity" }
settings = { mode = "vector", limit = 8 }
)";

static const QString Schema = QStringLiteral(R"(
create extension vector; create extension pageinspect;
create table notes (id text primary key, doc int, place int, owner text, body text, seen int default 0, embedding vector(24)) with (fillfactor = 60);
select setseed(0.4);
insert into notes select 'n' || n, n / 6, n % 6, 'user-' || (n % 50), 'note number ' || n, 0, (select array_agg(sin(n * 0.37 * k) + cos((n % 23) * k) + random() / 2)::vector(24) from generate_series(1, 24) k) from generate_series(1, 3000) n;
create index notes_embedding_idx on notes using hnsw (embedding vector_cosine_ops) with (m = 8, ef_construction = 32);
create function near_notes(query vector(24), how_many int default 10, who text default null) returns table (doc int, place int, body text, similarity float) language plpgsql stable as $$
begin
    return query select n.doc, n.place, n.body, 1 - (n.embedding <=> query) as similarity from notes n where who is null or n.owner = who order by n.embedding <=> query limit near_notes.how_many;
end $$;
analyze;
)");

class ProductionTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Capturing> m_server;
    std::unique_ptr<Target> m_target;
    std::unique_ptr<ProductionSearch> m_production;
    const RetrievalProfile m_profile = retrievalOf(ProfileText);

    static std::vector<float> vectorOf(quint32 seed)
    {
        std::mt19937 random(seed);
        std::vector<float> vector(24);
        for (size_t k = 0; k < vector.size(); ++k)
            vector[k] = float(std::sin(double(seed) * 0.37 * double(k + 1)) + std::cos(double(seed % 23) * double(k + 1)) + double(random() % 1000) / 1500);
        return vector;
    }

    void compare(const retrieval::Corpus &corpus, const retrieval::SearchSettings &settings, const ProductionQuestion &question)
    {
        const auto production = await(m_production->ask(question));
        QVERIFY_OK(production);
        const auto offline = retrieval::search(corpus, {QString(), question.input.embedding}, settings);
        QVERIFY_OK(offline);
        QCOMPARE(offline->grade, retrieval::Grade::BitIdentical);
        QCOMPARE(production->rows.size(), qsizetype(offline->rows.size()));
        for (qsizetype i = 0; i < production->rows.size(); ++i) {
            QCOMPARE(production->rows[i].key, offline->rows[size_t(i)].key);
            QCOMPARE(production->rows[i].rank, int(i) + 1);
            QCOMPARE(production->rows[i].score, offline->rows[size_t(i)].score);
        }
    }

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<Capturing>();
        m_server->sql(Schema);
        m_target = m_server->target();
        m_production = std::make_unique<ProductionSearch>(m_target.get(), m_profile);
    }

    void cleanupTestCase()
    {
        m_production.reset();
        m_target.reset();
    }

    void theSnapshotAnswersAsProductionDoes()
    {
        // Rows that were updated in their place, once and twice, are known to the index by where they were.
        m_server->sql(QStringLiteral("update notes set seen = 1 where doc % 3 = 0; update notes set seen = 2 where doc % 9 = 0; delete from notes where doc % 11 = 1; vacuum notes; update notes set seen = 3 where doc % 4 = 0"));
        QVERIFY(m_server->sql(QStringLiteral("select sum(n_tup_hot_upd) > 500 from pg_stat_user_tables")) == QLatin1String("t") || m_server->sql(QStringLiteral("select count(*) > 500 from (select (heap_page_items(get_raw_page('notes', b))).* from generate_series(0, pg_relation_size('notes')::int / 8192 - 1) b) i where t_infomask2 & 32768 <> 0")) == QLatin1String("t"));
        const auto taken = m_server->take(m_profile);
        QVERIFY_OK(taken);
        QVERIFY2(taken->remarks.isEmpty(), qPrintable(taken->remarks.join(QLatin1Char('\n'))));
        const auto corpus = retrieval::Corpus::open(m_server->file());
        QVERIFY_OK(corpus);
        auto settings = (*corpus)->productionSettings();
        QVERIFY_OK(settings);
        QCOMPARE(settings->scan, retrieval::SearchSettings::Scan::Hnsw); // as the planner said
        QCOMPARE(settings->index, QStringLiteral("notes_embedding_idx"));
        QVERIFY((*corpus)->indexes().first().hasPages);
        for (const int ef : {10, 40, 100}) {
            for (quint32 seed = 1; seed <= 25; ++seed) {
                settings->indexSettings.efSearch = ef;
                settings->asUser.reset();
                ProductionQuestion question{.input = {.embedding = vectorOf(seed)}, .wantsPlan = false, .settings = {{QStringLiteral("hnsw.ef_search"), QString::number(ef)}, {QStringLiteral("enable_sort"), QStringLiteral("off")}}};
                compare(**corpus, *settings, question);
                if (QTest::currentTestFailed())
                    return;
                // The filter comes after the index was asked, so that most of these lists are short.
                settings->asUser = QStringLiteral("user-%1").arg(seed);
                question.input.user = settings->asUser;
                compare(**corpus, *settings, question);
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }

    void theAnswerHasTimePlanAndText()
    {
        const auto answer = await(m_production->ask({.input = {.embedding = vectorOf(3), .limit = 4}}));
        QVERIFY_OK(answer);
        QCOMPARE(answer->rows.size(), 4);
        QVERIFY(answer->took.count() > 0);
        QVERIFY(answer->rows[0].text->startsWith("note number"));
        QVERIFY2(answer->plan.contains("\"Plan\"") && answer->plan.contains("notes") && !answer->plan.contains("Actual Rows"), answer->plan);
        QVERIFY2(answer->sql.contains("near_notes") && answer->sql.size() < 300, answer->sql);
        const auto analysed = await(m_production->ask({.input = {.embedding = vectorOf(3), .limit = 4}, .mayRunForPlan = true}));
        QVERIFY_OK(analysed);
        QVERIFY2(analysed->plan.contains("Actual Rows"), analysed->plan);
    }

    void anApplicationsStatementIsASearchToo()
    {
        const auto answer = await(m_production->ask({.search = QStringLiteral("all notes"), .input = {.embedding = vectorOf(3)}}));
        QVERIFY_OK(answer);
        QCOMPARE(answer->rows.size(), 8);
        QVERIFY(answer->rows[0].key.startsWith("n"));
        QVERIFY(*answer->rows[0].score >= *answer->rows[7].score);
    }

    void nothingButASearchIsAsked()
    {
        const auto setting = await(m_production->ask({.input = {.embedding = vectorOf(1)}, .settings = {{QStringLiteral("session_replication_role"), QStringLiteral("replica")}}}));
        QVERIFY(!setting);
        QCOMPARE(setting.error().kind, Error::Kind::Refused);
        const auto value = await(m_production->ask({.input = {.embedding = vectorOf(1)}, .settings = {{QStringLiteral("work_mem"), QStringLiteral("1'; drop table notes; --")}}}));
        QVERIFY(!value);
        // Values are values, whatever they hold.
        const auto quoted = await(m_production->ask({.input = {.embedding = vectorOf(1), .user = QStringLiteral("'; drop table notes; --")}}));
        QVERIFY_OK(quoted);
        QCOMPARE(quoted->rows.size(), 0);
        QCOMPARE(m_server->sql(QStringLiteral("select count(*) > 0 from notes")), QStringLiteral("t"));
        // A search that writes is refused by the server.
        m_server->sql(QStringLiteral("create table asked (n int); create function writing(query vector(24)) returns table (id text) language plpgsql as $$ begin insert into asked values (1); return query select 'x'; end $$"));
        RetrievalProfile writing = m_profile;
        writing.searches = {{.name = QStringLiteral("w"), .source = {}, .function = QStringLiteral("writing"), .statement = {}, .arguments = {{QStringLiteral("query"), QStringLiteral("embedding")}}, .resultKey = QStringLiteral("id"), .resultScore = {}, .resultText = {}, .resultDocument = {}, .resultOrdinal = {}, .parts = {}, .settings = {}}};
        ProductionSearch search(m_target.get(), writing);
        const auto refused = await(search.ask({.input = {.embedding = vectorOf(1)}}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QStringLiteral("25006"));
    }

    void whatIsMissingIsSaid()
    {
        const auto dims = await(m_production->ask({.input = {.embedding = {1, 2, 3}}}));
        QVERIFY(!dims);
        QVERIFY2(dims.error().message.contains(QStringLiteral("3 dimensions")), qPrintable(dims.error().message));
        const auto none = await(m_production->ask({.input = {.text = QStringLiteral("words only")}}));
        QVERIFY(!none);
        QVERIFY2(none.error().message.contains(QStringLiteral("needs the embedding")), qPrintable(none.error().message));
        const auto unknown = await(m_production->ask({.search = QStringLiteral("nothing")}));
        QCOMPARE(unknown.error().kind, Error::Kind::Missing);
        m_server->sql(QStringLiteral("drop role if exists mute; create role mute login; grant select on notes to mute; revoke execute on function near_notes from public"));
        const auto line = m_server->target("mute");
        ProductionSearch search(line.get(), m_profile);
        const auto refused = await(search.ask({.input = {.embedding = vectorOf(1)}}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Refused);
        QVERIFY2(refused.error().message.contains(QStringLiteral("grant execute on function \"public\".\"near_notes\"(vector, integer, text) to \"mute\";")), qPrintable(refused.error().message));
    }

    void aSlowSearchIsStopped()
    {
        m_server->sql(QStringLiteral("create function slow(query vector(24)) returns table (id text) language sql as $$ select pg_sleep(60)::text $$"));
        RetrievalProfile slow = m_profile;
        slow.searches = {slow.searches.first()};
        slow.searches[0].function = QStringLiteral("slow");
        slow.searches[0].arguments = {{QStringLiteral("query"), QStringLiteral("embedding")}};
        slow.searches[0].resultKey = QStringLiteral("id");
        slow.searches[0].resultScore = slow.searches[0].resultText = QString();
        ProductionSearch search(m_target.get(), slow);
        const auto stopped = await(search.ask({.input = {.embedding = vectorOf(1)}, .timeout = std::chrono::milliseconds(300)}));
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, Error::Kind::Busy);
    }
};

QTEST_GUILESS_MAIN(ProductionTest)
#include "production_test.moc"
