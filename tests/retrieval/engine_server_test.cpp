// The search functions of the systems, on a live PostgreSQL with pgvector and here, question by
// question: the same rows in the same order with the same bits.

#include "retrieval/engine/search.h"

#include "retrieval/engine/compare.h"
#include "retrieval/enginecorpus.h"
#include "retrieval/nastytexts.h"
#include "retrieval/vectorserver.h"
#include "support/wait.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QtEndian>

using namespace qd;
using namespace qd::retrieval;
using namespace qd::test;

namespace {

constexpr int Dims = 64, Chunks = 2400, Questions = 40;

QByteArray quoted(QByteArray text) { return '\'' + text.replace('\'', "''") + '\''; }

// Few words, some of them frequent, so that ranks collide as those of short chunks do.
class Words
{
public:
    explicit Words(quint32 seed) : m_random(seed) {}
    QByteArray word()
    {
        static const char *const known[] = {"carbon", "steel", "hardness", "weld", "preheat", "sour", "service", "the", "of", "pipe", "pressure", "test", "coating", "limit", "maximum", "minimum", "temperature",
                                            "alloy", "nickel", "grade", "charpy", "impact", "yield", "strength", "annex", "http://nace.example/mr0175", "A.2.1.2", "22 HRC", "corrosion-resistant", "H2S", "naïve", "über", "サワー"};
        const double share = std::generate_canonical<double, 32>(m_random);
        return known[std::size_t(share * share * double(std::size(known)))];
    }
    QByteArray text(int least, int most)
    {
        QByteArrayList words;
        for (int count = least + int(m_random() % quint32(most - least + 1)); count > 0; --count)
            words << word();
        return words.join(' ');
    }
    quint32 number() { return quint32(m_random()); }

private:
    std::mt19937 m_random;
};

struct ServerRow
{
    QByteArray key;
    std::optional<double> score;
};
using ServerLists = std::vector<QList<ServerRow>>;

} // namespace

class EngineServerTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void clervaSearchChunks();
    void araByAuditSession();
    void specAgentsSearchChunks();
    void specAgentsBm25SearchChunks();
    void specAgentsHybridSearchChunks();
    void supabaseHybridSearch_data();
    void supabaseHybridSearch();
    void everyMetricAndThreshold_data();
    void everyMetricAndThreshold();
    void metadataIsFilteredAsJsonb();
    void hnswFromPages();
    void hybridOverAnIndex();
    void ivfflatFromPages();
    void tenThousandIdenticalRows();
    void nastyQuestionsAreAnsweredAsOnTheServer();
    void rowsThatChangeSinceAreNamed();

private:
    void makeTables();
    std::shared_ptr<const Corpus> take(const QByteArray &pages = {});
    ServerLists ask(const QByteArray &settings, const QByteArray &call, int questions = Questions) const;
    // Every list must be the same; `isExact` also among equals.
    void hold(const ServerLists &lists, const SearchSettings &settings, bool isExact, const std::function<void(SearchSettings &, int)> &each = {}, int most = Questions);

    std::unique_ptr<VectorServer> m_server;
    std::unique_ptr<CorpusFile> m_file;
    std::shared_ptr<const Corpus> m_corpus;
    QList<Question> m_questions;
    int m_lists = 0, m_tied = 0;
};

void EngineServerTest::initTestCase()
{
    m_server = std::make_unique<VectorServer>(QStringList{QStringLiteral("work_mem = '64MB'")});
    makeTables();
    m_corpus = take();
}

void EngineServerTest::makeTables()
{
    Embeddings embeddings(Dims, 30, 5);
    Words words(11);
    QByteArray sql = "set client_min_messages = error; create table documents (id bigint primary key, user_id text, status text); insert into documents select g, 'u' || g % 4, (array['ready', 'ready', 'ready', 'pending', 'error'])[1 + g % 5] from generate_series(1, 60) g;\n"
                     "create table chunks (id bigint primary key, document_id bigint references documents, content text, metadata jsonb, embedding vector(" + QByteArray::number(Dims) + "), search_vector tsvector);\n"
                     "create function update_search_vector() returns trigger language plpgsql as $$ begin new.search_vector = to_tsvector('english', coalesce(new.content, '')); return new; end $$;\n"
                     "create trigger chunks_search_vector before insert or update on chunks for each row execute function update_search_vector();\n"
                     "copy chunks (id, document_id, content, metadata, embedding) from stdin;\n";
    std::vector<std::pair<QByteArray, QByteArray>> stored;
    for (int i = 0; i < Chunks; ++i) {
        QByteArray text = words.text(4, 30), vector = literal(embeddings.next(i % 3 != 0));
        if (i % 11 == 5) // copies
            std::tie(text, vector) = stored[words.number() % stored.size()];
        if (i % 37 == 3)
            vector = "\\N";
        if (i % 300 == 20)
            vector = literal(Floats(Dims, 0.f));
        stored.emplace_back(text, vector == "\\N" ? literal(embeddings.next()) : vector);
        const QByteArray metadata = i % 50 == 0 ? QByteArray("\\N") : "{\"standard\": \"" + QByteArray(i % 3 ? "API" : "NACE") + "\", \"year\": " + QByteArray::number(2000 + i % 7) + ", \"tags\": [\"a\", \"t" + QByteArray::number(i % 5) + "\"], \"of\": {\"part\": " + QByteArray::number(i % 4) + ".0}}";
        sql += QByteArray::number(i) + '\t' + QByteArray::number(1 + int(words.number() % 60)) + '\t' + text + '\t' + metadata + '\t' + vector + '\n';
    }
    sql += "\\.\ncreate index chunks_search_vector_idx on chunks using gin (search_vector);\ncreate table q (id int primary key, t text, e vector(" + QByteArray::number(Dims) + "));\ncopy q from stdin;\n";
    for (int i = 0; i < Questions; ++i) {
        const Floats vector = embeddings.next();
        QByteArray text = words.text(1, 4);
        if (i % 6 == 1)
            text = text.replace(' ', " or ");
        if (i % 9 == 2)
            text = "\"" + text + "\"";
        if (i % 13 == 4)
            text += " -steel";
        if (i % 20 == 7)
            text = "the of";
        m_questions << Question{QString::fromUtf8(text), vector};
        sql += QByteArray::number(i) + '\t' + text + '\t' + literal(vector) + '\n';
    }
    m_server->execute(sql + "\\.\nanalyze;\n");
}

std::shared_ptr<const Corpus> EngineServerTest::take(const QByteArray &index)
{
    m_file = std::make_unique<CorpusFile>(Dims);
    m_file->columns = {"text", "owner", "status", "document", "metadata", "tsvector", "tid"};
    const auto rows = m_server->rows("select c.id, encode(convert_to(content, 'UTF8'), 'hex'), d.user_id, d.status, d.id, coalesce(encode(convert_to(metadata::text, 'UTF8'), 'hex'), '-'), encode(tsvectorsend(search_vector), 'hex'), c.ctid, coalesce(encode(vector_send(embedding), 'hex'), '-') "
                                     "from chunks c join documents d on d.id = c.document_id order by c.ctid");
    for (const QList<QByteArray> &row : rows) {
        CorpusChunk chunk;
        chunk.key = row[0];
        chunk.text = QByteArray::fromHex(row[1]);
        chunk.owner = row[2];
        chunk.status = row[3];
        chunk.document = row[4];
        if (row[5] != "-")
            chunk.metadata = QByteArray::fromHex(row[5]);
        chunk.tsvector = QByteArray::fromHex(row[6]);
        chunk.tid = qint64(*tidFromText(row[7]));
        if (row[8] != "-") {
            const QByteArray wire = QByteArray::fromHex(row[8]);
            for (qsizetype at = 4; at < wire.size(); at += 4)
                chunk.embedding.push_back(std::bit_cast<float>(qFromBigEndian<quint32>(wire.constData() + at)));
        }
        m_file->chunks << chunk;
    }
    const auto place = m_server->rows("select datctype, datcollate, (select string_agg(lexeme, ' ') from unnest(to_tsvector('english', 'added'))) from pg_database where datname = current_database()")[0];
    m_file->notes = {{notes::Calibration, m_server->calibration().toText()},
                     {"origin", QJsonDocument(QJsonObject{{QStringLiteral("source"), QStringLiteral("postgres")}, {QStringLiteral("server_version"), m_server->execute("show server_version")}}).toJson()},
                     {"locale", QJsonDocument(QJsonObject{{QStringLiteral("ctype"), QString::fromUtf8(place[0])}, {QStringLiteral("stem_of_added"), QString::fromUtf8(place[2])}}).toJson()}};
    if (!index.isEmpty()) {
        const QByteArray definition = m_server->execute("select indexdef from pg_indexes where indexname = '" + index + "'").toUtf8().trimmed();
        m_file->notes << std::pair(QByteArray(notes::IndexDefinitions), QJsonDocument(QJsonArray{QJsonObject{{QStringLiteral("name"), QString::fromLatin1(index)}, {QStringLiteral("definition"), QString::fromUtf8(definition)}}}).toJson())
                      << std::pair(QByteArray(notes::IndexPages) + index, QByteArray::fromHex(m_server->execute("select encode(string_agg(get_raw_page('" + index + "', g::int), ''::bytea order by g), 'hex') from generate_series(0, pg_relation_size('" + index + "') / 8192 - 1) g").toLatin1()));
    }
    return m_file->open();
}

// `call` is a function or subquery over q.t and q.e with columns key and score.
ServerLists EngineServerTest::ask(const QByteArray &settings, const QByteArray &call, int questions) const
{
    ServerLists lists;
    lists.resize(std::size_t(questions));
    const auto rows = m_server->rows(settings + "; select q.id, f.key, coalesce(encode(float8send(f.score), 'hex'), '-') from q, lateral " + call + " where q.id < " + QByteArray::number(questions) + " order by q.id, f.place");
    for (const QList<QByteArray> &row : rows) {
        if (row.size() == 3) // psql also prints what SET says
            lists[row[0].toUInt()] << ServerRow{row[1], row[2] == "-" ? std::nullopt : std::optional(fromHex(QString::fromLatin1(row[2])))};
    }
    return lists;
}

void EngineServerTest::hold(const ServerLists &lists, const SearchSettings &settings, bool isExact, const std::function<void(SearchSettings &, int)> &each, int most)
{
    int rows = 0;
    for (int i = 0; i < most; ++i) {
        SearchSettings own = settings;
        if (each)
            each(own, i);
        const auto answer = search(*m_corpus, m_questions[i], own);
        QVERIFY_OK(answer);
        QVERIFY2(answer->grade == Grade::BitIdentical, qPrintable(answer->reason));
        const QList<ServerRow> &expected = lists[std::size_t(i)];
        const QByteArray about = "question " + QByteArray::number(i) + ": " + m_questions[i].text.toUtf8() + ", " + QJsonDocument(own.toJson()).toJson(QJsonDocument::Compact);
        QVERIFY2(qsizetype(answer->rows.size()) == expected.size(), (about + ": " + QByteArray::number(qulonglong(answer->rows.size())) + " rows for " + QByteArray::number(expected.size())).constData());
        for (qsizetype at = 0; at < expected.size(); ++at) {
            const AnswerRow &row = answer->rows[std::size_t(at)];
            const bool isSame = row.score.has_value() == expected[at].score.has_value() && (!row.score || hasSameBits(*row.score, *expected[at].score));
            QVERIFY2(isSame, (about + ": score " + QByteArray::number(at) + ": " + QByteArray::number(row.score.value_or(-99), 'g', 17) + " for " + QByteArray::number(expected[at].score.value_or(-99), 'g', 17)).constData());
            if (row.key != expected[at].key) {
                QVERIFY2(row.isTied && !isExact, (about + ": row " + QByteArray::number(at) + ": " + row.key + " for " + expected[at].key + (row.isTied ? ", a tie" : "")).constData());
                ++m_tied;
            }
            ++rows;
        }
        ++m_lists;
    }
    QVERIFY(rows > 0);
}

void EngineServerTest::clervaSearchChunks()
{
    m_server->execute("create or replace function search_chunks(query_embedding vector, match_threshold float, match_count int, p_user_id text) returns table (doc_id bigint, ord bigint, similarity float) language plpgsql as $$\n"
                      "begin return query select dc.document_id, dc.id, 1 - (dc.embedding <=> query_embedding) as similarity from chunks dc inner join documents ds on dc.document_id = ds.id\n"
                      "where ds.user_id = p_user_id and ds.status = 'ready' and 1 - (dc.embedding <=> query_embedding) > match_threshold order by dc.embedding <=> query_embedding limit match_count; end $$");
    SearchSettings settings;
    settings.status = {QStringLiteral("ready")};
    for (const double threshold : {-0.1, 0.35, 0.5}) {
        for (const int limit : {1, 4, 10, 1000}) {
            settings.threshold = Threshold{Threshold::On::Similarity, threshold, false};
            settings.limit = limit;
            hold(ask("set enable_nestloop = off; set enable_mergejoin = off", "(select ord as key, similarity as score, ordinality as place from search_chunks(q.e, " + QByteArray::number(threshold) + ", " + QByteArray::number(limit) + ", 'u' || q.id % 4) with ordinality) f"), settings, true,
                 [](SearchSettings &own, int i) { own.asUser = QStringLiteral("u%1").arg(i % 4); });
        }
    }
}

// No function there: the application's own statement, by session.
void EngineServerTest::araByAuditSession()
{
    SearchSettings settings;
    settings.limit = 8;
    hold(ask("set enable_nestloop = off; set enable_indexscan = off; set enable_bitmapscan = off", "(select id as key, 1 - (embedding <=> q.e) as score, row_number() over () as place from (select * from chunks where document_id = 1 + q.id order by embedding <=> q.e limit 8) c) f"), settings, true,
         [](SearchSettings &own, int i) { own.documents = {QString::number(1 + i)}; });
}

void EngineServerTest::specAgentsSearchChunks()
{
    m_server->execute("create or replace function spec_search_chunks(query_embedding vector, match_threshold float default 0.7, match_count int default 5) returns table (id bigint, document_id bigint, content text, similarity float) language sql stable as $$\n"
                      "select c.id, c.document_id, c.content, 1 - (c.embedding <=> query_embedding) from chunks c where 1 - (c.embedding <=> query_embedding) > match_threshold order by c.embedding <=> query_embedding limit match_count $$");
    SearchSettings settings;
    for (const double threshold : {0.0, 0.4, 0.7}) {
        for (const int limit : {5, 50}) {
            settings.threshold = Threshold{Threshold::On::Similarity, threshold, false};
            settings.limit = limit;
            hold(ask("select", "(select id as key, similarity as score, ordinality as place from spec_search_chunks(q.e, " + QByteArray::number(threshold) + ", " + QByteArray::number(limit) + ") with ordinality) f"), settings, true);
        }
    }
}

void EngineServerTest::specAgentsBm25SearchChunks()
{
    m_server->execute("create or replace function bm25_search_chunks(query_text text, match_count int default 10, filter_document_ids bigint[] default null) returns table (id bigint, score float) language sql stable as $$\n"
                      "select c.id, ts_rank_cd(c.search_vector, websearch_to_tsquery('english', query_text))::float from chunks c where c.search_vector @@ websearch_to_tsquery('english', query_text) and (filter_document_ids is null or c.document_id = any (filter_document_ids)) order by 2 desc limit match_count $$");
    SearchSettings settings;
    settings.mode = SearchSettings::Mode::Text;
    settings.ranking = SearchSettings::Ranking::CoverDensity;
    for (const int limit : {1, 10, 100, 2000}) {
        settings.limit = limit;
        for (const QByteArray documents : {"null", "array[1, 2, 3, 5, 8, 13, 21]"}) {
            settings.documents = documents == "null" ? QStringList() : QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("5"), QStringLiteral("8"), QStringLiteral("13"), QStringLiteral("21")};
            hold(ask("select", "(select id as key, score, ordinality as place from bm25_search_chunks(q.t, " + QByteArray::number(limit) + ", " + documents + "::bigint[]) with ordinality) f"), settings, true);
        }
    }
}

void EngineServerTest::specAgentsHybridSearchChunks()
{
    m_server->execute("create or replace function hybrid_search_chunks(query_text text, query_embedding vector, match_count int default 10, bm25_weight float default 0.3, vector_weight float default 0.7, filter_document_ids bigint[] default null, filter_section_refs text[] default null)\n"
                      "returns table (id bigint, content text, score float) language sql stable as $$\n"
                      "select c.id, c.content, vector_weight * (1 - (c.embedding <=> query_embedding)) + bm25_weight * ts_rank_cd(c.search_vector, websearch_to_tsquery('english', query_text))\n"
                      "from chunks c where (filter_document_ids is null or c.document_id = any (filter_document_ids)) order by 3 desc nulls last limit match_count $$");
    SearchSettings settings;
    settings.mode = SearchSettings::Mode::Hybrid;
    settings.legs = SearchSettings::Legs::EveryRow;
    settings.ranking = SearchSettings::Ranking::CoverDensity;
    for (const auto &[vectors, texts] : {std::pair(0.7, 0.3), {0.5, 0.5}, {0.0, 1.0}, {1.0, 0.0}}) {
        settings.vectorWeight = vectors;
        settings.textWeight = texts;
        for (const int limit : {10, 200}) {
            settings.limit = limit;
            hold(ask("select", "(select id as key, score, ordinality as place from hybrid_search_chunks(q.t, q.e, " + QByteArray::number(limit) + ", " + QByteArray::number(texts) + ", " + QByteArray::number(vectors) + ") with ordinality) f"), settings, true);
        }
    }
    // Few rows: also those without an embedding are returned, at the end.
    settings.documents = {QStringLiteral("7"), QStringLiteral("9")};
    hold(ask("select", "(select id as key, score, ordinality as place from hybrid_search_chunks(q.t, q.e, 200, 0, 1, array[7, 9]) with ordinality) f"), settings, true);
}

void EngineServerTest::supabaseHybridSearch_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<double>("textWeight");
    QTest::addColumn<double>("vectorWeight");
    QTest::addColumn<int>("k");
    QTest::newRow("as in the guide") << 10 << 1.0 << 1.0 << 50;
    QTest::newRow("short") << 3 << 1.0 << 1.0 << 60;
    QTest::newRow("weighted") << 20 << 0.3 << 0.7 << 60;
    QTest::newRow("long") << 60 << 2.0 << 0.5 << 10;
}

void EngineServerTest::supabaseHybridSearch()
{
    QFETCH(int, limit);
    QFETCH(double, textWeight);
    QFETCH(double, vectorWeight);
    QFETCH(int, k);
    m_server->execute("create or replace function hybrid_search(query_text text, query_embedding vector, match_count int, full_text_weight float = 1, semantic_weight float = 1, rrf_k int = 50) returns table (id bigint, score float) language sql as $$\n"
                      "with full_text as (select id, row_number() over (order by ts_rank_cd(search_vector, websearch_to_tsquery(query_text)) desc) as rank_ix from chunks where search_vector @@ websearch_to_tsquery(query_text) order by rank_ix limit least(match_count, 30) * 2),\n"
                      "semantic as (select id, row_number() over (order by embedding <#> query_embedding) as rank_ix from chunks order by rank_ix limit least(match_count, 30) * 2)\n"
                      "select chunks.id, coalesce(1.0 / (rrf_k + full_text.rank_ix), 0.0) * full_text_weight + coalesce(1.0 / (rrf_k + semantic.rank_ix), 0.0) * semantic_weight\n"
                      "from full_text full outer join semantic on full_text.id = semantic.id join chunks on coalesce(full_text.id, semantic.id) = chunks.id\n"
                      "order by coalesce(1.0 / (rrf_k + full_text.rank_ix), 0.0) * full_text_weight + coalesce(1.0 / (rrf_k + semantic.rank_ix), 0.0) * semantic_weight desc limit least(match_count, 30) $$");
    SearchSettings settings;
    settings.mode = SearchSettings::Mode::Hybrid;
    settings.metric = Metric::InnerProduct;
    settings.ranking = SearchSettings::Ranking::CoverDensity;
    settings.limit = std::min(limit, 30);
    settings.vectorLimit = settings.textLimit = settings.limit * 2;
    settings.vectorWeight = vectorWeight;
    settings.textWeight = textWeight;
    settings.k = k;
    hold(ask("set default_text_search_config = english", "(select id as key, score, ordinality as place from hybrid_search(q.t, q.e, " + QByteArray::number(limit) + ", " + QByteArray::number(textWeight) + ", " + QByteArray::number(vectorWeight) + ", " + QByteArray::number(k) + ") with ordinality) f"), settings, false);
}

void EngineServerTest::everyMetricAndThreshold_data()
{
    QTest::addColumn<int>("metric");
    QTest::newRow("cosine") << int(Metric::Cosine);
    QTest::newRow("l2") << int(Metric::L2);
    QTest::newRow("inner product") << int(Metric::InnerProduct);
    QTest::newRow("l1") << int(Metric::L1);
}

void EngineServerTest::everyMetricAndThreshold()
{
    QFETCH(int, metric);
    SearchSettings settings;
    settings.metric = Metric(metric);
    const QByteArray distance = "embedding " + operatorOf(settings.metric).toLatin1() + " q.e";
    const QByteArray score = settings.metric == Metric::Cosine ? "1 - (" + distance + ")" : "-(" + distance + ")";
    const double bound = m_server->execute("select percentile_cont(0.02) within group (order by " + distance + ") from chunks, q where q.id < 10").toDouble();
    for (const int limit : {1, 10, 100}) {
        for (const bool isInclusive : {false, true}) {
            for (const bool hasThreshold : {false, true}) {
                settings.limit = limit;
                settings.threshold = hasThreshold ? std::optional(Threshold{Threshold::On::Distance, bound, isInclusive}) : std::nullopt;
                const QByteArray condition = hasThreshold ? distance + (isInclusive ? " <= " : " < ") + QByteArray::number(bound, 'g', 17) : QByteArray("true");
                const ServerLists lists = ask("select", "(select id as key, " + score + " as score, row_number() over () as place from (select * from chunks where " + condition + " order by " + distance + " limit " + QByteArray::number(limit) + ") c) f");
                hold(lists, settings, true);
            }
        }
    }
}

void EngineServerTest::metadataIsFilteredAsJsonb()
{
    SearchSettings settings;
    settings.limit = 10;
    for (const QByteArray json : {R"({"standard": "NACE"})", R"({"year": 2003})", R"({"year": 2003.0})", R"({"tags": ["a"]})", R"({"tags": ["t2", "a"]})", R"({"tags": []})", R"({"of": {"part": 2}})", R"({"of": {}})", R"({"standard": "NACE", "tags": ["t1"]})", R"({"missing": 1})", R"({"year": "2003"})", R"({"tags": "a"})", R"({"tags": [["a"]]})"}) {
        settings.metadata = QJsonDocument::fromJson(json).object();
        const ServerLists lists = ask("select", "(select id as key, 1 - (embedding <=> q.e) as score, row_number() over () as place from (select * from chunks where metadata @> " + quoted(json) + " order by embedding <=> q.e limit 10) c) f", 5);
        for (int i = 0; i < 5; ++i) {
            const auto answer = search(*m_corpus, m_questions[i], settings);
            QVERIFY_OK(answer);
            QVERIFY2(qsizetype(answer->rows.size()) == lists[std::size_t(i)].size(), json.constData());
            for (std::size_t at = 0; at < answer->rows.size(); ++at)
                QVERIFY2(answer->rows[at].key == lists[std::size_t(i)][qsizetype(at)].key, json.constData());
        }
    }
}

void EngineServerTest::hnswFromPages()
{
    m_server->execute("create index chunks_embedding_idx on chunks using hnsw (embedding vector_cosine_ops)");
    m_corpus = take("chunks_embedding_idx");
    QCOMPARE(m_corpus->indexes().size(), 1);
    QVERIFY(m_corpus->indexes()[0].hasPages);
    SearchSettings settings;
    settings.scan = SearchSettings::Scan::Hnsw;
    settings.indexSettings.workMemoryKb = 262'144;
    for (const int ef : {10, 40, 100, 200}) {
        for (const IterativeScan iterative : {IterativeScan::Off, IterativeScan::Relaxed, IterativeScan::Strict}) {
            for (const bool hasThreshold : {false, true}) {
                settings.indexSettings.efSearch = ef;
                settings.indexSettings.iterativeScan = iterative;
                settings.threshold = hasThreshold ? std::optional(Threshold{Threshold::On::Similarity, 0.3, false}) : std::nullopt;
                const QByteArray before = "set enable_seqscan = off; set enable_sort = off; set enable_bitmapscan = off; set work_mem = '256MB'; set hnsw.ef_search = " + QByteArray::number(ef) + "; set hnsw.iterative_scan = " + (iterative == IterativeScan::Off ? "off" : iterative == IterativeScan::Relaxed ? "relaxed_order" : "strict_order");
                const QByteArray condition = QByteArray(hasThreshold ? "1 - (embedding <=> q.e) > 0.3" : "true") + " and metadata @> '{\"standard\": \"NACE\"}'";
                settings.metadata = {{QStringLiteral("standard"), QStringLiteral("NACE")}};
                hold(ask(before, "(select id as key, 1 - (embedding <=> q.e) as score, row_number() over () as place from (select * from chunks where " + condition + " order by embedding <=> q.e limit 12) c) f"), [&] { SearchSettings own = settings; own.limit = 12; return own; }(), true);
                settings.metadata = {};
            }
        }
    }
    // An iterative scan that ends for lack of memory ends where the server's does.
    SearchSettings tight = settings;
    tight.threshold.reset();
    tight.limit = 100;
    tight.metadata = {{QStringLiteral("year"), 2004}};
    tight.indexSettings.efSearch = 20;
    tight.indexSettings.iterativeScan = IterativeScan::Relaxed;
    for (const int kilobytes : {128, 300}) {
        tight.indexSettings.workMemoryKb = kilobytes;
        hold(ask("set enable_seqscan = off; set enable_sort = off; set enable_bitmapscan = off; set work_mem = '" + QByteArray::number(kilobytes) + "kB'; set hnsw.ef_search = 20; set hnsw.iterative_scan = relaxed_order", "(select id as key, 1 - (embedding <=> q.e) as score, row_number() over () as place from (select * from chunks where metadata @> '{\"year\": 2004}' order by embedding <=> q.e limit 100) c) f"), tight, true);
        QVERIFY(search(*m_corpus, m_questions[0], tight)->scan->hasMetMemoryLimit);
    }
    // And a hybrid search whose window reads the index: no more than ef_search rows of it.
    const auto plain = search(*m_corpus, m_questions[0], [&] { SearchSettings own = settings; own.limit = 10'000; own.threshold.reset(); own.indexSettings.iterativeScan = IterativeScan::Off; own.indexSettings.efSearch = 40; return own; }());
    QVERIFY_OK(plain);
    QVERIFY(plain->rows.size() <= 60 && plain->scan->isReplayed);
    // What an exact search has more, production's index skipped, or it is not in it.
    SearchSettings production = settings;
    production.limit = 30;
    production.threshold.reset();
    production.indexSettings.efSearch = 10;
    production.indexSettings.iterativeScan = IterativeScan::Off;
    SearchSettings exact = production;
    exact.scan = SearchSettings::Scan::Exact;
    int skipped = 0;
    for (int i = 0; i < 10; ++i) {
        const auto replayed = search(*m_corpus, m_questions[i], production), offline = search(*m_corpus, m_questions[i], exact);
        QList<ProductionRow> rows;
        for (const AnswerRow &row : replayed->rows)
            rows << ProductionRow{row.key, row.score};
        const auto compared = compareAnswers(*m_corpus, m_questions[i], rows, production, *offline);
        QVERIFY_OK(compared);
        for (const ComparedRow &row : compared->rows) {
            QVERIFY2(row.reason != DifferenceReason::Unexplained, qPrintable(row.sentence));
            QVERIFY(row.kind == ComparedRow::Kind::Equal || !row.sentence.isEmpty());
            if (row.reason != DifferenceReason::IndexSkipped)
                continue;
            ++skipped;
            const auto why = whyNot(*m_corpus, m_questions[i], production, *row.row);
            QVERIFY_OK(why);
            QCOMPARE(why->stage, DroppedBy::IndexSkipped);
            QVERIFY(!why->changes.isEmpty() && why->changes[0].sql.startsWith(QStringLiteral("set local hnsw.ef_search = ")));
            // The server agrees that this brings it back.
            if (skipped <= 12) {
                const QString found = m_server->execute("set enable_seqscan = off; " + why->changes[0].sql.toLatin1().replace("set local", "set") + " select count(*) from (select c.id from q, lateral (select id from chunks order by embedding <=> q.e limit 30) c where q.id = " + QByteArray::number(i) + ") r where id = " + row.key);
                QCOMPARE(found.trimmed().right(1), QStringLiteral("1"));
            }
        }
    }
    QVERIFY(skipped > 5);
    m_server->execute("drop index chunks_embedding_idx");
}

// The window function reads the index: its leg has no more rows than ef_search gives.
void EngineServerTest::hybridOverAnIndex()
{
    m_server->execute("create index chunks_ip_idx on chunks using hnsw (embedding vector_ip_ops) with (m = 8, ef_construction = 40)");
    m_corpus = take("chunks_ip_idx");
    SearchSettings settings;
    settings.mode = SearchSettings::Mode::Hybrid;
    settings.metric = Metric::InnerProduct;
    settings.scan = SearchSettings::Scan::Hnsw;
    settings.ranking = SearchSettings::Ranking::CoverDensity;
    settings.limit = 30;
    settings.vectorLimit = settings.textLimit = 60;
    settings.k = 50;
    for (const int ef : {20, 100}) {
        settings.indexSettings.efSearch = ef;
        const QByteArray before = "set default_text_search_config = english; set enable_seqscan = off; set enable_sort = off; set enable_bitmapscan = off; set hnsw.ef_search = " + QByteArray::number(ef);
        hold(ask(before, "(select id as key, score, ordinality as place from hybrid_search(q.t, q.e, 30) with ordinality) f"), settings, false);
    }
    QVERIFY(search(*m_corpus, m_questions[0], settings)->scan->isReplayed);
    m_server->execute("drop index chunks_ip_idx");
}

void EngineServerTest::ivfflatFromPages()
{
    m_server->execute("create index chunks_ivf_idx on chunks using ivfflat (embedding vector_cosine_ops) with (lists = 30)");
    m_corpus = take("chunks_ivf_idx");
    SearchSettings settings;
    settings.scan = SearchSettings::Scan::Ivfflat;
    for (const int probes : {1, 3, 10, 30}) {
        for (const IterativeScan iterative : {IterativeScan::Off, IterativeScan::Relaxed}) {
            settings.indexSettings.probes = probes;
            settings.indexSettings.iterativeScan = iterative;
            const QByteArray before = "set enable_seqscan = off; set enable_sort = off; set enable_bitmapscan = off; set ivfflat.probes = " + QByteArray::number(probes) + "; set ivfflat.iterative_scan = " + (iterative == IterativeScan::Off ? "off" : "relaxed_order");
            hold(ask(before, "(select id as key, 1 - (embedding <=> q.e) as score, row_number() over () as place from (select * from chunks where metadata @> '{\"year\": 2002}' order by embedding <=> q.e limit 10) c) f"), [&] { SearchSettings own = settings; own.metadata = {{QStringLiteral("year"), 2002}}; return own; }(), true);
            hold(ask(before, "(select id as key, 1 - (embedding <=> q.e) as score, row_number() over () as place from (select * from chunks order by embedding <=> q.e limit 25) c) f"), [&] { SearchSettings own = settings; own.limit = 25; return own; }(), true);
        }
    }
    m_server->execute("drop index chunks_ivf_idx");
    qInfo("%d lists, %d rows stood otherwise among equals", m_lists, m_tied);
}

void EngineServerTest::tenThousandIdenticalRows()
{
    m_server->execute("truncate chunks; insert into chunks (id, document_id, content, embedding) select g, 1 + g % 60, 'the same steel', (select e from q where id = 1) from generate_series(1, 10000) g; analyze chunks");
    m_corpus = take();
    SearchSettings settings;
    for (const int limit : {1, 7, 100, 4999, 5000, 20'000}) {
        settings.limit = limit;
        hold(ask("select", "(select id as key, 1 - (embedding <=> q.e) as score, row_number() over () as place from (select * from chunks order by embedding <=> q.e limit " + QByteArray::number(limit) + ") c) f", 2), settings, true, {}, 2);
    }
    settings.mode = SearchSettings::Mode::Text;
    settings.limit = 30;
    m_questions[0].text = QStringLiteral("steel");
    m_server->execute("update q set t = 'steel' where id = 0");
    hold(ask("select", "(select id as key, score, ordinality as place from bm25_search_chunks(q.t, 30) with ordinality) f", 1), [&] { SearchSettings own = settings; own.ranking = SearchSettings::Ranking::CoverDensity; return own; }(), true, {}, 1);
}

// Every script, operators out of balance, control characters, 4,000 characters: in texts and questions.
void EngineServerTest::nastyQuestionsAreAnsweredAsOnTheServer()
{
    constexpr int Texts = 600, Asked = 300;
    NastyTexts nasty(77);
    const auto cleaned = [](std::string text) {
        std::erase(text, '\0');
        return QString::fromStdString(text).toUtf8();
    };
    QByteArray sql = "truncate chunks, q;\n";
    for (int i = 0; i < Texts; ++i)
        sql += "insert into chunks (id, document_id, content) values (" + QByteArray::number(i) + ", 1, convert_from('\\x" + cleaned(nasty.text() + " " + nasty.text()).toHex() + "', 'UTF8'));\n";
    QList<Question> asked;
    for (int i = 0; i < Asked; ++i) {
        QByteArray text = cleaned(nasty.text());
        if (i % 10 == 1)
            text = cleaned(std::string(NastyTexts::words[std::size_t(i) % std::size(NastyTexts::words)]));
        if (i % 10 == 3)
            text += "\"unbalanced (and) & | ! :* <-> \x01\x1f\x7f";
        // The server reads the question again for every row, so few of these.
        if (i % 60 == 5)
            text = text.repeated(4000 / int(text.size()) + 1).left(4000);
        text = QString::fromUtf8(text).remove(QChar::ReplacementCharacter).toUtf8();
        asked << Question{QString::fromUtf8(text), {}};
        sql += "insert into q (id, t) values (" + QByteArray::number(i) + ", convert_from('\\x" + text.toHex() + "', 'UTF8'));\n";
    }
    m_server->execute("set client_min_messages = error;\n" + sql);
    m_corpus = take();
    m_questions = asked;
    SearchSettings settings;
    settings.mode = SearchSettings::Mode::Text;
    settings.ranking = SearchSettings::Ranking::CoverDensity;
    hold(ask("set client_min_messages = error", "(select id as key, score, ordinality as place from bm25_search_chunks(q.t, 10) with ordinality) f", Asked), settings, true, {}, Asked);
    // Explaining them reads every text again.
    for (int i = 0; i < Asked; i += 3) {
        const auto answer = search(*m_corpus, asked[i], settings);
        if (!answer->rows.empty())
            QVERIFY_OK(explain(*m_corpus, asked[i], settings, answer->rows[0].row));
    }
}

// Production goes on after the snapshot: an embedding that changed, a row that is new, one that is gone.
void EngineServerTest::rowsThatChangeSinceAreNamed()
{
    m_questions.clear();
    m_server->execute("truncate chunks, q");
    Embeddings embeddings(Dims, 5, 99);
    QByteArray sql;
    for (int i = 0; i < 40; ++i)
        sql += "insert into chunks (id, document_id, content, embedding) values (" + QByteArray::number(i) + ", 1, 'text " + QByteArray::number(i) + "', '" + literal(embeddings.next()) + "');";
    const Question question{QStringLiteral("x"), embeddings.next()};
    m_server->execute(sql + "insert into q values (0, 'x', '" + literal(question.embedding) + "')");
    m_corpus = take();
    SearchSettings settings;
    settings.limit = 10;
    const auto offline = search(*m_corpus, question, settings);
    const QByteArray changed = offline->rows[1].key, gone = offline->rows[4].key;
    m_server->execute("update chunks set embedding = embedding + (select e from q) where id = " + changed + "; delete from chunks where id = " + gone + "; insert into chunks (id, document_id, content, embedding) select 999, 1, 'new', e from q");
    for (const QByteArray score : {"1 - (embedding <=> q.e)", "round((1 - (embedding <=> q.e))::numeric, 3)::float8", "embedding <=> q.e"}) {
        const ServerLists lists = ask("select", "(select id as key, " + score + " as score, row_number() over () as place from (select * from chunks order by embedding <=> q.e limit 10) c) f", 1);
        QList<ProductionRow> rows;
        for (const ServerRow &row : lists[0])
            rows << ProductionRow{row.key, row.score};
        const auto compared = compareAnswers(*m_corpus, question, rows, settings, *offline);
        QVERIFY_OK(compared);
        for (const ComparedRow &row : compared->rows) {
            const bool isExact = score.startsWith("1 - ");
            if (row.key == "999")
                QCOMPARE(row.reason, DifferenceReason::NotInSnapshot);
            else if (row.key == changed)
                QVERIFY(row.reason == DifferenceReason::ChangedSince || !isExact);
            else if (row.key == gone)
                QVERIFY(row.kind == ComparedRow::Kind::OnlyOffline && row.reason == DifferenceReason::ChangedSince);
            else
                QVERIFY2(row.reason == DifferenceReason::None || row.reason == DifferenceReason::Displaced, qPrintable(row.sentence));
        }
    }
}

QTEST_GUILESS_MAIN(EngineServerTest)
#include "engine_server_test.moc"
