#include "capture/capturing.h"

#include "retrieval/text/tsvector.h"
#include "retrieval/vectors/relationpages.h"

#include <QSignalSpy>

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
            "set role %1; select c.id, coalesce(c.content, '~'), coalesce(d.user_id, '~'), coalesce(d.status, '~'), coalesce(d.name, '~'), coalesce(c.section, '~'), c.page, c.metadata, coalesce(c.embedding::text, '~'), c.words, c.ctid "
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
};

QTEST_GUILESS_MAIN(CaptureTest)
#include "capture_test.moc"
