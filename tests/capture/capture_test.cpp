#include "capture/capturing.h"

#include "capture/capturewriter.h"
#include "postgres/statement.h"
#include "retrieval/text/tsvector.h"
#include "retrieval/vectors/relationpages.h"

#include <QSignalSpy>

#include <sys/resource.h>
#include <signal.h>

using namespace qd;
using namespace qd::test;
using capture::Captured;

static const QByteArray ProfileText = R"(
[[retrieval.sources]]
table = "chunks"
key = "id"
text = "content"
embedding = "embedding"
tsvector = "words"
configuration = "english"
document = "document_id"
section = "section"
page = "page"
metadata = "metadata"
documents = { table = "documents", key = "id", owner = "user_id", status = "status", title = "name" }

[[retrieval.searches]]
function = "find_chunks"
arguments = { query = "embedding", at_least = "threshold", how_many = "limit", who = "user" }
result = { key = "id", score = "similarity" }
settings = { mode = "vector", limit = 7, model = "some-model" }

[[retrieval.feedback]]
table = "thumbs"
question = "question"
rating = "rating"
sources = "cited"
source_key = "chunk"
grades = { good = 2, bad = 0 }
)";

static const QString Schema = QStringLiteral(R"(
create extension if not exists vector; create extension if not exists pageinspect;
drop table if exists chunks, documents, thumbs cascade;
create table documents (id bigint primary key, user_id text, status text, name text);
create table chunks (id bigint primary key, document_id bigint references documents (id) on delete cascade, content text, section text, page int, metadata jsonb,
    embedding vector(8), words tsvector generated always as (to_tsvector('english', coalesce(section, '') || ' ' || coalesce(content, ''))) stored, created_at timestamptz default now());
create table thumbs (id serial primary key, question text, rating text, cited jsonb);
insert into documents select n, 'user-' || n % 5, case when n = 3 then 'processing' else 'ready' end, 'Document ' || n from generate_series(1, 40) n;
insert into chunks select n, 1 + n % 40, 'The pump number ' || n || ' keeps a pressure of ' || n % 17 || ' bars', 'Section ' || n % 9, n / 10, jsonb_build_object('n', n),
    (select array_agg(sin(n * 12.9898 + k * 78.233))::vector(8) from generate_series(1, 8) k) from generate_series(1, 2000) n;
update chunks set embedding = null where id % 100 = 50;
create index chunks_embedding_idx on chunks using hnsw (embedding vector_cosine_ops);
create or replace function find_chunks(query vector(8), at_least float default 0.6, how_many int default 12, who text default 'user-1') returns table (id bigint, similarity float) language plpgsql stable as $$
begin
    return query select c.id, 1 - (c.embedding <=> query) as similarity from chunks c join documents d on d.id = c.document_id
    where d.user_id = who and 1 - (c.embedding <=> query) > at_least order by c.embedding <=> query limit how_many;
end $$;
insert into thumbs (question, rating, cited) values ('which pump?', 'bad', '[{"chunk": 5}]'), ('which pump?', 'good', '[{"chunk": 5}, {"chunk": "7"}]'), ('never rated', 'perhaps', '[{"chunk": 1}]'), ('odd', 'good', '{"chunk": 1}');
analyze;
)");

class CaptureTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Capturing> m_server;
    RetrievalProfile m_profile = retrievalOf(ProfileText);

    // Every alive row of the snapshot against the table as `user` sees it.
    void compareWithTable(const QString &path, const QByteArray &user = "postgres")
    {
        const SnapshotTable table = tableOf(path);
        const QString rows = m_server->sql(QStringLiteral(
            "set role %1; select c.id, coalesce(c.content, '~'), coalesce(d.user_id, '~'), coalesce(d.status, '~'), coalesce(d.name, '~'), coalesce(c.section, '~'), coalesce(c.page::text, '~'), coalesce(c.metadata::text, '~'), coalesce(c.embedding::text, '~'), c.words, c.ctid "
            "from chunks c left join documents d on d.id = c.document_id order by c.id").arg(QString::fromUtf8(user)));
        const QStringList lines = rows.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(qsizetype(table.size()), lines.size());
        for (const QString &line : lines) {
            const QStringList cells = line.split(QLatin1Char('|'));
            const auto found = table.find(cells[0].toUtf8());
            QVERIFY2(found != table.end(), qPrintable(line));
            const auto cell = [&](const char *name) { return found->second.contains(name) ? QString::fromUtf8(found->second.at(name)) : QStringLiteral("~"); };
            QCOMPARE((QStringList{cell("key"), cell("text"), cell("owner"), cell("status"), cell("title"), cell("section"), cell("page"), cell("metadata")}), cells.mid(0, 8));
            const auto words = retrieval::TsVector::fromBinary(found->second.at("tsvector"));
            QVERIFY(words.has_value());
            QCOMPARE(QString::fromUtf8(words->text()), cells[9]);
            QCOMPARE(QString::fromUtf8(retrieval::toText(retrieval::HeapTid(cell("source.ctid").toLongLong()))), cells[10]);
            if (cells[8] == QLatin1String("~"))
                QCOMPARE(cell("embedding"), cells[8]);
            else
                compareNumbers(cell("embedding"), cells[8]);
        }
    }

    void compareNumbers(const QString &one, const QString &other)
    {
        const QStringList a = one.mid(1).chopped(1).split(QLatin1Char(',')), b = other.mid(1).chopped(1).split(QLatin1Char(','));
        QCOMPARE(a.size(), b.size());
        for (qsizetype i = 0; i < a.size(); ++i)
            QCOMPARE(a[i].toFloat(), b[i].toFloat());
    }

private slots:
    void initTestCase() { m_server = std::make_unique<Capturing>(); }
    void init() { m_server->sql(Schema); }
    void cleanup()
    {
        for (const char *end : {"", ".vectors"})
            QFile::remove(m_server->file() + QLatin1String(end));
    }

    void aSnapshotHoldsWhatTheTableHolds()
    {
        const auto taken = m_server->take(m_profile);
        QVERIFY_OK(taken);
        QCOMPARE(taken->rows, 2000);
        QCOMPARE(taken->added, 2000);
        QVERIFY(!taken->wasUpdate);
        QCOMPARE(taken->hidden, std::optional<qint64>(0));
        compareWithTable(m_server->file());
        QVERIFY2(taken->remarks.contains(QStringLiteral("20 chunk(s) have no embedding and are never found by meaning.")), qPrintable(taken->remarks.join(QLatin1Char('\n'))));
    }

    void theNotesSayHowProductionSearches()
    {
        const auto taken = m_server->take(m_profile);
        QVERIFY_OK(taken);
        const QString file = m_server->file();
        QCOMPARE(taken->remarks, QStringList{QStringLiteral("20 chunk(s) have no embedding and are never found by meaning.")});
        const QJsonObject parameters = jsonNote(file, retrieval::notes::SearchParameters);
        QCOMPARE(parameters.value(QStringLiteral("limit")).toInt(), 12);        // the function's default wins over the profile
        QCOMPARE(parameters.value(QStringLiteral("threshold")).toObject().value(QStringLiteral("bound")).toDouble(), 0.6);
        QCOMPARE(parameters.value(QStringLiteral("model")).toString(), QStringLiteral("some-model"));
        QCOMPARE(parameters.value(QStringLiteral("efSearch")).toInt(), 40);
        QCOMPARE(parameters.value(QStringLiteral("workMemKb")).toInt(), 4096);
        QVERIFY(noteOf(file, retrieval::notes::SearchFunction).contains("1 - (c.embedding <=> query)"));
        const QByteArray plan = jsonNote(file, retrieval::notes::Plan).value(QStringLiteral("find_chunks")).toString().toUtf8();
        QVERIFY2(plan.contains("Limit"), plan);
        QVERIFY(!noteOf(file, retrieval::notes::Calibration).isEmpty());
        const QJsonArray indexes = QJsonDocument::fromJson(noteOf(file, retrieval::notes::IndexDefinitions)).array();
        QCOMPARE(indexes.size(), 2);
        const QJsonObject origin = jsonNote(file, "origin");
        QCOMPARE(origin.value(QStringLiteral("relation")).toString(), QStringLiteral("public.chunks"));
        QCOMPARE(origin.value(QStringLiteral("source")).toString(), QStringLiteral("postgres"));
        QCOMPARE(origin.value(QStringLiteral("complete")).toBool(), true);
        const QJsonObject locale = jsonNote(file, "locale");
        QCOMPARE(locale.value(QStringLiteral("ctype")).toString(), QStringLiteral("C.UTF-8"));
        QCOMPARE(locale.value(QStringLiteral("stem_of_added")).toString(), QStringLiteral("ad"));
        // The later rating of chunk 5 counts; ratings without a grade and lists that are none are left out.
        const QByteArrayList judged = noteOf(file, retrieval::notes::Judgements).trimmed().split('\n');
        QCOMPARE(judged.size(), 2);
        for (const QByteArray &line : judged)
            QCOMPARE(QJsonDocument::fromJson(line).object().value(QStringLiteral("grade")).toInt(), 2);
        QCOMPARE(noteOf(file, "questions").trimmed().count('\n'), 0);
    }

    void asManyRowsChangeAsChanged()
    {
        QVERIFY_OK(m_server->take(m_profile));
        const auto same = m_server->take(m_profile);
        QVERIFY_OK(same);
        QVERIFY(same->wasUpdate);
        QCOMPARE((QList<qint64>{same->rows, same->added, same->changed, same->removed, same->unchanged}), (QList<qint64>{2000, 0, 0, 0, 2000}));

        m_server->sql(QStringLiteral("insert into chunks (id, document_id, content) select n, 2, 'New ' || n from generate_series(3001, 3010) n; update chunks set content = 'Rewritten ' || id where id % 400 = 7; delete from chunks where id in (11, 12, 13);"
                                     "update chunks set embedding = (select array_agg(k)::vector(8) from generate_series(1, 8) k) where id = 50; update documents set status = 'error', user_id = 'user-9' where id = 5"));
        const auto updated = m_server->take(m_profile);
        QVERIFY_OK(updated);
        QCOMPARE(updated->added, 10);
        QCOMPARE(updated->removed, 3);
        QCOMPARE(updated->changed, 5 + 1 + 50); // rewritten, embedded, of the document
        QCOMPARE(updated->unchanged, 2000 - 3 - 56);
        QVERIFY2(updated->bytes < same->bytes * 11 / 10, "unchanged rows were sent again");
        compareWithTable(m_server->file());
    }

    void unchangedRowsAreNotSentAgain()
    {
        const auto first = m_server->take(m_profile);
        QVERIFY_OK(first);
        const auto second = m_server->take(m_profile, {.withIndexPages = false});
        QVERIFY_OK(second);
        QVERIFY2(second->bytes * 3 < first->bytes, qPrintable(QStringLiteral("%1 of %2").arg(second->bytes).arg(first->bytes)));
    }

    void aRebuiltTableIsReadAgain()
    {
        QVERIFY_OK(m_server->take(m_profile));
        m_server->sql(QStringLiteral("delete from chunks where id % 3 = 0; vacuum full chunks;"));
        const auto moved = m_server->take(m_profile);
        QVERIFY_OK(moved);
        compareWithTable(m_server->file());
        // Restored from a dump: all rows are another transaction's.
        m_server->sql(QStringLiteral("create table kept as select id, document_id, content, section, page, metadata, embedding from chunks; truncate chunks; insert into chunks select * from kept; drop table kept"));
        QVERIFY_OK(m_server->take(m_profile));
        compareWithTable(m_server->file());
    }

    void anotherColumnIsAnotherSnapshot()
    {
        QVERIFY_OK(m_server->take(m_profile));
        RetrievalProfile wider = m_profile;
        wider.sources[0].ordinal = Field::fromText(QStringLiteral("id"));
        const auto taken = m_server->take(wider);
        QVERIFY_OK(taken);
        QCOMPARE(taken->added, 2000);
        QCOMPARE(tableOf(m_server->file()).at("77").at("ordinal"), QByteArray("77"));
        compareWithTable(m_server->file());
    }

    void aFileOfSomethingElseIsNotTouched()
    {
        QVERIFY_OK(m_server->take(m_profile));
        m_server->sql(QStringLiteral("drop table if exists others; create table others (id int primary key, content text); insert into others values (1, 'one')"));
        const RetrievalProfile others = retrievalOf("[[retrieval.sources]]\ntable = \"others\"\nkey = \"id\"\ntext = \"content\"\n");
        const auto refused = m_server->take(others);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Refused);
        QVERIFY(refused.error().message.contains(QStringLiteral("public.chunks")));
        compareWithTable(m_server->file());
        QVERIFY_OK(m_server->take(others, {.isFresh = true, .cap = 1}));
        QCOMPARE(tableOf(m_server->file()).size(), 1u);
    }

    void cancelledItGoesOnWhereItStopped()
    {
        growRows();
        const auto target = m_server->target();
        capture::CaptureRun run(target.get(), m_profile, {.path = m_server->file(), .cap = 0.1, .commitBytes = 1 << 20});
        Reply<Captured> reply = run.start();
        connect(&run, &capture::CaptureRun::progressed, this, [&reply](const capture::CaptureProgress &progress) {
            if (progress.rows > 900)
                reply.cancel();
        });
        QTRY_VERIFY(reply.isFinished());
        QCOMPARE(reply.resultCount(), 0);
        QTRY_VERIFY(QFile::exists(m_server->file()));
        QTRY_COMPARE(m_server->sql(QStringLiteral("select count(*) from pg_stat_activity where application_name = 'quarterdeck' and state = 'active'")), QStringLiteral("0"));
        QVERIFY(!jsonNote(m_server->file(), "origin").value(QStringLiteral("complete")).toBool(true));
        m_server->sql(QStringLiteral("delete from chunks where id = 4; update chunks set content = 'late' where id in (5, 1999); insert into chunks (id, document_id, content) values (5000, 1, 'later')"));
        const auto resumed = m_server->take(m_profile);
        QVERIFY_OK(resumed);
        QVERIFY(resumed->resumedAt > 100);
        QVERIFY(!resumed->wasUpdate);
        QVERIFY2(resumed->unchanged > 100, "what was there was read again");
        compareWithTable(m_server->file());
    }

    void aServerThatIsKilledIsGoneOnWith()
    {
        growRows();
        const auto target = m_server->target();
        capture::CaptureRun run(target.get(), m_profile, {.path = m_server->file(), .cap = 0.1, .commitBytes = 1 << 20});
        bool isKilled = false;
        connect(&run, &capture::CaptureRun::progressed, this, [&](const capture::CaptureProgress &progress) {
            if (progress.rows > 900 && !std::exchange(isKilled, true))
                m_server->cluster().kill();
        });
        const auto lost = await(run.start());
        m_server->cluster().start();
        QVERIFY(isKilled);
        QVERIFY(!lost);
        QCOMPARE(lost.error().kind, Error::Kind::Lost);
        QTRY_VERIFY(QFile::exists(m_server->file()));
        const auto resumed = m_server->take(m_profile);
        QVERIFY_OK(resumed);
        QVERIFY(resumed->resumedAt > 100);
        compareWithTable(m_server->file());
    }

    void aServerThatFallsSilentIsSaidAndGivenUp()
    {
        growRows();
        const auto target = m_server->target();
        capture::CaptureRun run(target.get(), m_profile, {.path = m_server->file(), .cap = 0.1, .commitBytes = 1 << 20, .silence = std::chrono::seconds(2)});
        pid_t backend = 0;
        QStringList said;
        connect(&run, &capture::CaptureRun::progressed, this, [&](const capture::CaptureProgress &progress) {
            said << progress.says;
            if (progress.rows > 900 && backend == 0) {
                backend = pid_t(m_server->sql(QStringLiteral("select pid from pg_stat_activity where application_name = 'quarterdeck' and query ilike '%copy%' and state = 'active' and pid <> pg_backend_pid()")).toInt());
                if (backend > 0) // 0 would be this process and its parents
                    ::kill(backend, SIGSTOP);
            }
        });
        const auto silent = await(run.start());
        if (backend > 0) // stopped it would keep the server from ending
            ::kill(backend, SIGCONT);
        QVERIFY(backend > 0);
        QVERIFY(!silent);
        QCOMPARE(silent.error().code, QStringLiteral("silence"));
        QVERIFY2(said.last().contains(QStringLiteral("has sent nothing for")), qPrintable(said.last()));
        QTRY_VERIFY(QFile::exists(m_server->file()));
        const auto resumed = m_server->take(m_profile);
        QVERIFY_OK(resumed);
        QVERIFY(resumed->resumedAt > 100);
        compareWithTable(m_server->file());
    }

    void aMissingGrantIsNamed()
    {
        m_server->sql(QStringLiteral("drop role if exists poor; create role poor login; grant usage on schema public to poor"));
        const auto refused = m_server->take(m_profile, "poor");
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Refused);
        QVERIFY2(refused.error().message.contains(QStringLiteral("grant select on \"public\".\"chunks\" to \"poor\";")), qPrintable(refused.error().message));
        // The chunks alone are enough for a snapshot that says what it lacks.
        m_server->sql(QStringLiteral("grant select on chunks to poor; revoke execute on function find_chunks from public"));
        const auto taken = m_server->take(m_profile, "poor");
        QVERIFY_OK(taken);
        const QString said = taken->remarks.join(QLatin1Char('\n'));
        for (const char *part : {"grant select on \"public\".\"documents\" to \"poor\";", "grant execute on function \"public\".\"find_chunks\"", "superuser and the extension pageinspect", "judged questions"})
            QVERIFY2(said.contains(QLatin1String(part)), qPrintable(said));
        QVERIFY(!tableOf(m_server->file()).at("1").contains("owner"));
        m_server->sql(QStringLiteral("revoke all on chunks from poor; revoke usage on schema public from poor; revoke usage on schema public from public"));
        const auto closed = m_server->take(m_profile, "poor");
        m_server->sql(QStringLiteral("grant usage on schema public to public"));
        QVERIFY(!closed);
        QVERIFY2(closed.error().message.contains(QStringLiteral("grant usage on schema \"public\" to \"poor\";")), qPrintable(closed.error().message));
    }

    void hiddenRowsAreCounted()
    {
        m_server->sql(QStringLiteral("drop role if exists half; create role half login; grant select on chunks, documents, thumbs to half; alter table chunks enable row level security; create policy odd on chunks for select to half using (id % 2 = 1)"));
        const auto taken = m_server->take(m_profile, "half");
        QVERIFY_OK(taken);
        QCOMPARE(taken->rows, 1000);
        QCOMPARE(taken->hidden, std::optional<qint64>(1000));
        QVERIFY2(taken->remarks.first().contains(QStringLiteral("about 1,000 of 2,000 rows of public.chunks")), qPrintable(taken->remarks.first()));
        QCOMPARE(jsonNote(m_server->file(), "origin").value(QStringLiteral("rows_hidden_by_rls")).toInt(), 1000);
        compareWithTable(m_server->file(), "half");
        // Whoever bypasses row security sees all of them.
        const auto all = m_server->take(m_profile);
        QVERIFY_OK(all);
        QCOMPARE(all->hidden, std::optional<qint64>(0));
        QCOMPARE(all->added, 1000);
        compareWithTable(m_server->file());
    }

    void noLockIsWaitedFor()
    {
        const auto holder = m_server->cluster().session(QStringLiteral("begin; lock table chunks in access exclusive mode"));
        const auto locked = m_server->take(m_profile);
        QVERIFY(!locked);
        QCOMPARE(locked.error().kind, Error::Kind::Busy);
        QVERIFY2(locked.error().message.startsWith(QStringLiteral("Somebody holds a lock on public.chunks")), qPrintable(locked.error().message));
        QVERIFY(!QFile::exists(m_server->file()));
    }

    void aLockOnFeedbackCostsTheFeedbackOnly()
    {
        const auto holder = m_server->cluster().session(QStringLiteral("begin; lock table thumbs in access exclusive mode"));
        const auto taken = m_server->take(m_profile);
        QVERIFY_OK(taken);
        QVERIFY2(taken->remarks.join(QLatin1Char(' ')).contains(QStringLiteral("no judged questions")), qPrintable(taken->remarks.join(QLatin1Char('\n'))));
        compareWithTable(m_server->file());
    }

    void aTableWithoutTextIsRefused()
    {
        m_server->sql(QStringLiteral("drop table chunks cascade"));
        const auto gone = m_server->take(m_profile);
        QVERIFY(!gone);
        QCOMPARE(gone.error().kind, Error::Kind::Missing);
        QCOMPARE(gone.error().message, QStringLiteral("The table public.chunks does not exist."));
        m_server->sql(QStringLiteral("create table chunks (id int primary key, embedding vector(3))"));
        const auto mute = m_server->take(m_profile);
        QVERIFY(!mute);
        QVERIFY2(mute.error().message.contains(QStringLiteral("has no column of text")), qPrintable(mute.error().message));
    }

    void plainArraysAreEmbeddingsToo()
    {
        m_server->sql(QStringLiteral("drop table chunks cascade; create table chunks (id int primary key, content text, embedding real[]); insert into chunks values (1, 'one', '{1,2,3}'), (2, 'two', '{0.5,-1,4}'), (3, 'three', null), (4, 'four', '{1,2}'), (5, 'five', '{}'), (6, 'six', '{1,null,3}')"));
        const auto taken = m_server->take(m_profile);
        QVERIFY_OK(taken);
        const SnapshotTable table = tableOf(m_server->file());
        QCOMPARE(table.at("1").at("embedding"), QByteArray("[1,2,3]"));
        QCOMPARE(table.at("2").at("embedding"), QByteArray("[0.5,-1,4]"));
        for (const char *key : {"3", "4", "5", "6"})
            QVERIFY(!table.at(key).contains("embedding"));
        QVERIFY(table.at("2").contains("tsvector")); // analysed, because there is no column of words
        QVERIFY2(taken->remarks.contains(QStringLiteral("3 embedding(s) have another dimension than most, 3, and were left out.")), qPrintable(taken->remarks.join(QLatin1Char('\n'))));
    }

    void changedDimensionsAreSaid()
    {
        m_server->sql(QStringLiteral("drop index chunks_embedding_idx; alter table chunks alter column embedding type vector; update chunks set embedding = '[1,2,3]' where id < 31"));
        const auto taken = m_server->take(m_profile);
        QVERIFY_OK(taken);
        QVERIFY2(taken->remarks.contains(QStringLiteral("30 embedding(s) have another dimension than most, 8, and were left out.")), qPrintable(taken->remarks.join(QLatin1Char('\n'))));
        QVERIFY(!tableOf(m_server->file()).at("7").contains("embedding"));
    }

    void halvesStayHalves()
    {
        m_server->sql(QStringLiteral("drop table chunks cascade; create table chunks (id int primary key, content text, embedding halfvec(3)); insert into chunks values (1, 'one', '[1,-2,0.5]')"));
        QVERIFY_OK(m_server->take(m_profile));
        const auto snapshot = retrieval::Snapshot::open(m_server->file());
        QVERIFY_OK(snapshot);
        QCOMPARE((*snapshot)->shape().type, retrieval::ElementType::Float16);
        const auto *numbers = static_cast<const quint16 *>((*snapshot)->vectors().row(0));
        QCOMPARE((QList<int>{numbers[0], numbers[1], numbers[2]}), (QList<int>{0x3c00, 0xc000, 0x3800}));
    }

    void anEmptyTableIsASnapshot()
    {
        m_server->sql(QStringLiteral("truncate chunks"));
        QVERIFY_OK(m_server->take(m_profile));
        QCOMPARE(tableOf(m_server->file()).size(), 0u);
        m_server->sql(QStringLiteral("insert into chunks (id, content) values (1, 'first')"));
        const auto updated = m_server->take(m_profile);
        QVERIFY_OK(updated);
        QCOMPARE(updated->added, 1);
    }

    void viewsCanBeSources()
    {
        m_server->sql(QStringLiteral("create view visible as select id, content, embedding from chunks where id < 11"));
        RetrievalProfile views = m_profile;
        views.sources = {views.sources.first()};
        views.sources[0].table = QStringLiteral("visible");
        views.sources[0].documents = {};
        views.searches.clear();
        QVERIFY_OK(m_server->take(views));
        QCOMPARE(tableOf(m_server->file()).size(), 10u);
        m_server->sql(QStringLiteral("update chunks set content = 'other' where id = 3; delete from chunks where id = 4"));
        const auto updated = m_server->take(views);
        QVERIFY_OK(updated);
        QCOMPARE((QList<qint64>{updated->added, updated->changed, updated->removed, updated->unchanged}), (QList<qint64>{0, 1, 1, 8}));
    }

    void aFolderThatIsMissingIsSaid()
    {
        const auto refused = m_server->take(m_profile, {.path = QStringLiteral("/nowhere/at/all/chunks.snapshot"), .cap = 1});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Refused);
        QVERIFY2(refused.error().message.contains(QStringLiteral("folder is missing")), qPrintable(refused.error().message));
    }

    void twoRunsDoNotWriteOneFile()
    {
        growRows();
        const auto target = m_server->target();
        capture::CaptureRun run(target.get(), m_profile, {.path = m_server->file(), .cap = 0.1});
        Reply<Captured> first = run.start();
        QSignalSpy told(&run, &capture::CaptureRun::progressed);
        QTRY_VERIFY(told.size() > 3);
        const auto second = m_server->take(m_profile);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Error::Kind::Busy);
        QVERIFY_OK(await(first));
        compareWithTable(m_server->file());
    }

    void aFullDiskLeavesTheOldSnapshot()
    {
        QVERIFY_OK(m_server->take(m_profile));
        const qint64 size = QFile(m_server->file()).size();
        growRows();
        // A limit on the size of files is as good as a full disk: writing fails half-way.
        rlimit before;
        getrlimit(RLIMIT_FSIZE, &before);
        signal(SIGXFSZ, SIG_IGN);
        rlimit small{rlim_t(size + (2 << 20)), before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
        const auto full = m_server->take(m_profile);
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!full);
        QCOMPARE(full.error().kind, Error::Kind::Lost);
        QVERIFY2(full.error().message.contains(QStringLiteral("could not be written")), qPrintable(full.error().message));
        QVERIFY(!tableOf(m_server->file()).at("1").at("text").contains("grown"));
        QVERIFY_OK(m_server->take(m_profile));
        compareWithTable(m_server->file());
    }

    void aCutAtAnyByteLeavesWhatWasCommitted()
    {
        const auto target = m_server->target();
        const RetrievalSource &source = m_profile.sources.first();
        const auto sql = pg::substituted(pg::sqlFile("capture_facts"), {{"schema", "public"}, {"table", "chunks"}, {"document_schema", "public"}, {"document_table", "documents"}});
        const auto facts = await(target->read({.sql = *sql, .priority = Priority::Asked, .purpose = {}, .object = {}}));
        QVERIFY_OK(facts);
        const auto plan = capture::planCapture(source, QJsonDocument::fromJson(facts->rows.at(0, 0).toByteArray()).object());
        QVERIFY_OK(plan);
        const capture::CopyScript script = capture::copyScript(*plan, {}, 0);
        QByteArray stream;
        QVERIFY_OK(await(target->copyOut({.sql = script.sql, .chunk = [&stream](QByteArrayView bytes) { stream += bytes; return std::chrono::milliseconds(0); }, .purpose = {}, .object = {}})));
        const auto feed = [&](capture::CaptureWriter &writer, qsizetype size) -> Result<> {
            writer.expect(script);
            for (qsizetype at = 0; at < size; at += 9973) {
                if (const auto taken = writer.take(QByteArrayView(stream).sliced(at, std::min<qsizetype>(9973, size - at))); !taken)
                    return tl::unexpected(taken.error());
            }
            return {};
        };
        const capture::CaptureWriter::Settings settings{m_server->file(), QStringLiteral("tested"), QStringLiteral("postgres"), false, 60'000};
        int resumed = 0;
        for (int cut = 0; cut < 40; ++cut) {
            const qsizetype size = stream.size() * cut / 40 + cut * 7;
            {
                capture::CaptureWriter writer(*plan, settings);
                QVERIFY_OK(writer.prepare());
                QVERIFY_OK(feed(writer, size));
                QVERIFY(!writer.finish({}, {})); // it is not the end
                if (cut % 2)
                    writer.keep();
            }
            if (!QFile::exists(m_server->file()))
                continue;
            const SnapshotTable part = tableOf(m_server->file());
            QVERIFY(part.size() <= 2000);
            QVERIFY(!jsonNote(m_server->file(), "origin").value(QStringLiteral("complete")).toBool(true));
            resumed += part.empty() ? 0 : 1;
            if (cut % 5)
                continue; // the next goes on with this one
            cleanup();
        }
        QVERIFY2(resumed > 20, qPrintable(QString::number(resumed)));
        QVERIFY_OK(m_server->take(m_profile));
        compareWithTable(m_server->file());
    }

private:
    // Rows large enough for several batches.
    void growRows() { m_server->sql(QStringLiteral("update chunks set content = 'grown ' || content || repeat(' ' || md5(id::text), 130); vacuum full chunks; analyze chunks")); }
};

QTEST_GUILESS_MAIN(CaptureTest)
#include "capture_test.moc"
