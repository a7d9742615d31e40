// Text retrieval over 100,000 chunks made of the sentences of the PostgreSQL manual
// (postgresql-doc-15), beside the server and Xapian in the same run. Bars: BM25 five-term OR 20 times
// Xapian; ts_rank_cd with identical bits, OR 15 times and AND 8 times PostgreSQL; to_tsvector 5 times.

#ifdef HAS_XAPIAN
#include <xapian.h> // before Qt, whose "slots" it does not bear
#endif

#include "bench/stopwatch.h"
#include "postgres/connection.h"
#include "retrieval/text/bm25.h"
#include "support/cluster.h"
#include "support/wait.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <bit>
#include <cmath>
#include <cstdio>
#include <functional>
#include <numeric>
#include <random>

using namespace qd;
using namespace qd::retrieval;

namespace {

constexpr int Chunks = 100'000;

QStringList manualSentences()
{
    QStringList sentences;
    const QDir folder(QStringLiteral("/usr/share/doc/postgresql-doc-15/html"));
    static const QRegularExpression tags(QStringLiteral("<[^>]*>")), end(QStringLiteral("(?<=[.:;])\\s"));
    for (const QString &name : folder.entryList({QStringLiteral("*.html")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString text = QString::fromUtf8(file.readAll()).replace(tags, QStringLiteral(" ")).simplified();
        for (const QString &sentence : text.split(end)) {
            if (sentence.size() > 40 && sentence.size() < 600)
                sentences << sentence;
        }
    }
    return sentences;
}

std::vector<std::string> makeChunks(const QStringList &sentences, std::mt19937 &random)
{
    std::vector<std::string> chunks;
    while (int(chunks.size()) < Chunks) {
        QString chunk;
        for (int i = 3 + int(random() % 5); i > 0; --i)
            chunk += sentences[qsizetype(random() % quint32(sentences.size()))] + QLatin1Char(' ');
        if (random() % 10 < 3)
            chunk += QStringLiteral("ERROR service-%1 at /var/lib/app/%2.log: request %3 timed out after %4 ms").arg(random() % 40).arg(random() % 900).arg(random()).arg(random() % 30000);
        chunks.push_back(chunk.toStdString());
    }
    return chunks;
}

double percentile(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values[std::size_t(double(values.size() - 1) * part)];
}

// The best of several runs of each question, in milliseconds of this thread.
std::vector<double> timed(const std::vector<QStringList> &queries, const std::function<void(const QStringList &)> &ask)
{
    std::vector<double> times;
    for (const QStringList &query : queries)
        times.push_back(bench::shortestMs(3, [&] { ask(query); }));
    return times;
}

void report(const char *what, const std::vector<double> &ours, const char *opponent, const std::vector<double> &theirs)
{
    std::printf("%-28s ours p50 %8.4f p95 %8.4f ms   %s p50 %8.3f p95 %8.3f ms   %.1f times (median of ratios of sums %.1f)\n", what, percentile(ours, 0.5), percentile(ours, 0.95), opponent,
        percentile(theirs, 0.5), percentile(theirs, 0.95), percentile(theirs, 0.5) / percentile(ours, 0.5),
        std::accumulate(theirs.begin(), theirs.end(), 0.0) / std::accumulate(ours.begin(), ours.end(), 0.0));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const bool withServer = !application.arguments().contains(QStringLiteral("--no-server"));
    std::mt19937 random(11);
    const auto chunks = makeChunks(manualSentences(), random);
    qint64 bytes = 0;
    for (const auto &chunk : chunks)
        bytes += qint64(chunk.size());

    Analyzer analyzer(Configuration::English, CharacterType::Utf8);
    std::vector<TsVector> vectors;
    const double analysing = bench::shortestMs(2, [&] {
        vectors.clear();
        for (const auto &chunk : chunks)
            vectors.push_back(*analyzer.vector(chunk));
    });
    const double parsing = bench::shortestMs(1, [&] {
        Parser parser(CharacterType::Utf8);
        for (const auto &chunk : chunks) {
            parser.start(chunk);
            for (Token token{}; parser.next(token);) { }
        }
    });
    TextIndex index;
    const double indexing = bench::shortestMs(1, [&] {
        for (const auto &vector : vectors)
            index.add(vector);
        index.finish();
    });
    std::unique_ptr<Bm25> bm25;
    const double scoring = bench::shortestMs(1, [&] { bm25 = std::make_unique<Bm25>(index); });
    qint64 postings = 0;
    for (int lexeme = 0; lexeme < index.lexemeCount(); ++lexeme)
        postings += qint64(index.documentsOf(lexeme).size());
    std::printf("%d chunks, %.1f MB, %d lexemes, %lld postings\nto_tsvector %.0f ms = %.1f MB/s (parser alone %.1f MB/s), index %.0f ms, BM25 shares %.0f ms\n", Chunks, double(bytes) / 1e6, index.lexemeCount(), postings,
        analysing, double(bytes) / 1e3 / analysing, double(bytes) / 1e3 / parsing, indexing, scoring);
    std::fflush(stdout);

    // Terms as often as their document frequency to the power of 0.6.
    std::vector<double> weights;
    for (int lexeme = 0; lexeme < index.lexemeCount(); ++lexeme) {
        const auto text = index.lexeme(lexeme);
        const bool isWord = std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        weights.push_back(isWord ? std::pow(double(index.documentsOf(lexeme).size()), 0.6) : 0);
    }
    std::discrete_distribution<int> pick(weights.begin(), weights.end());
    const auto makeQueries = [&](int count, int terms) {
        std::vector<QStringList> queries;
        while (int(queries.size()) < count) {
            QStringList query;
            while (query.size() < terms) {
                const QString word = QString::fromStdString(std::string(index.lexeme(pick(random))));
                if (!query.contains(word))
                    query << word;
            }
            queries.push_back(query);
        }
        return queries;
    };
    const auto any = makeQueries(300, 5), both = makeQueries(300, 2);

    const auto oursBm25 = timed(any, [&](const QStringList &query) {
        std::vector<std::string> words;
        for (const QString &word : query)
            words.push_back(word.toStdString());
        const std::vector<std::string_view> lexemes(words.begin(), words.end());
        if (bm25->best(lexemes, 10).empty())
            std::abort();
    });
#ifdef HAS_XAPIAN
    {
        QTemporaryDir folder;
        Xapian::WritableDatabase onDisk(folder.filePath(QStringLiteral("x")).toStdString(), Xapian::DB_CREATE_OR_OVERWRITE);
        for (const TsVector &vector : vectors) {
            Xapian::Document document;
            for (int i = 0; i < vector.count(); ++i) {
                if (vector.lexeme(i).size() < 200)
                    document.add_term(std::string(vector.lexeme(i)), Xapian::termcount(std::max<std::size_t>(1, vector.positions(i).size())));
            }
            onDisk.add_document(document);
        }
        onDisk.commit();
        const auto theirs = timed(any, [&](const QStringList &query) {
            std::vector<std::string> words;
            for (const QString &word : query)
                words.push_back(word.toStdString());
            Xapian::Enquire enquire(onDisk);
            enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, words.begin(), words.end()));
            enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0.5));
            if (enquire.get_mset(0, 10).empty())
                std::abort();
        });
        report("BM25, five terms, OR", oursBm25, "Xapian", theirs);
    }
#else
    report("BM25, five terms, OR", oursBm25, "itself (no Xapian)", oursBm25);
#endif

    const auto rankedBy = [&](const char *join, TextIndex::Ranking ranking) {
        return [&index, join, ranking](const QStringList &query) {
            const auto read = TsQuery::fromText(query.join(QLatin1String(join)).toStdString());
            index.ranked(*read, ranking, 10);
        };
    };
    struct Case
    {
        const char *name, *join, *function;
        TextIndex::Ranking ranking;
        const std::vector<QStringList> &queries;
    };
    const Case cases[] = {{"ts_rank_cd, five terms, OR", " | ", "ts_rank_cd", TextIndex::Ranking::CoverDensity, any}, {"ts_rank, five terms, OR", " | ", "ts_rank", TextIndex::Ranking::Rank, any},
        {"ts_rank_cd, two terms, AND", " & ", "ts_rank_cd", TextIndex::Ranking::CoverDensity, both}, {"ts_rank, two terms, AND", " & ", "ts_rank", TextIndex::Ranking::Rank, both}};
    std::vector<std::vector<double>> ours;
    for (const Case &one : cases)
        ours.push_back(timed(one.queries, rankedBy(one.join, one.ranking)));
    if (!withServer) {
        for (std::size_t i = 0; i < std::size(cases); ++i)
            report(cases[i].name, ours[i], "itself", ours[i]);
        return 0;
    }

    test::Cluster cluster({.settings = {QStringLiteral("shared_buffers = '512MB'"), QStringLiteral("max_parallel_workers_per_gather = 0"), QStringLiteral("jit = off"), QStringLiteral("maintenance_work_mem = '256MB'")}});
    cluster.execute(QStringLiteral("create database b template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'"));
    pg::Connection connection;
    const auto run = [&](const QByteArray &sql) {
        auto rows = test::await(connection.execute(sql), std::chrono::minutes(5));
        if (!rows)
            qFatal("%s", test::described(rows.error()).constData());
        return *std::move(rows);
    };
    if (!test::await(connection.open(cluster.parameters("b"))))
        qFatal("no connection");
    run("set statement_timeout = 0; create table chunks (id int, t text)");
    for (int begin = 0; begin < Chunks; begin += 5000) {
        QByteArray values;
        for (int i = begin; i < begin + 5000; ++i)
            values += (values.isEmpty() ? "(" : ",(") + QByteArray::number(i) + ",'" + QByteArray::fromStdString(chunks[std::size_t(i)]).replace('\'', "''") + "')";
        run("insert into chunks values " + values);
    }
    const auto milliseconds = [&] { return double(connection.lastQueryTime().count()) / 1e3; };
    double server = 1e300;
    for (int i = 0; i < 2; ++i) {
        run("select sum(length(to_tsvector('english', t))) from chunks");
        server = std::min(server, milliseconds());
    }
    std::printf("to_tsvector: PostgreSQL %.0f ms = %.1f MB/s; ours %.1f times as fast\n", server, double(bytes) / 1e3 / server, server / analysing);
    run("create table big as select id, to_tsvector('english', t) v from chunks");
    run("create index on big using gin (v); analyze big");
    run("vacuum big"); // by itself: not inside of a transaction
    int different = 0;
    for (std::size_t c = 0; c < std::size(cases); ++c) {
        const Case &one = cases[c];
        std::vector<double> theirs;
        for (const QStringList &query : one.queries) {
            const QByteArray text = query.join(QLatin1String(one.join)).toUtf8();
            double best = 1e300;
            pg::Rows rows;
            for (int i = 0; i < 2; ++i) {
                rows = run("select id, encode(float4send(r), 'hex') from (select id, " + QByteArray(one.function) + "(v, q) r from big, (select '" + text + "'::tsquery q) t where v @@ q order by r desc, id limit 10) t");
                best = std::min(best, milliseconds());
            }
            theirs.push_back(best);
            const auto hits = index.ranked(*TsQuery::fromText(text.toStdString()), one.ranking, 10);
            different += qsizetype(hits.size()) != rows.count();
            for (qsizetype row = 0; row < std::min(rows.count(), qsizetype(hits.size())); ++row)
                different += rows.integer(row, 0) != qint64(hits[std::size_t(row)].document) || rows.at(row, 1) != QByteArray::number(std::bit_cast<quint32>(hits[std::size_t(row)].score), 16).rightJustified(8, '0');
        }
        report(one.name, ours[c], "PostgreSQL", theirs);
    }
    std::printf("rows that differ from the server's: %d\n", different);
    return different ? 1 : 0;
}
