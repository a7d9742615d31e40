// How fast a snapshot is taken, beside a bare binary COPY of the same rows in the same run: by psql
// into a file, and by our own client that throws the bytes away. Rows and dimensions as arguments.
//
//     capture_bench [rows 100000] [dims 1536]

#include "capture/capturing.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>

#include <algorithm>
#include <cstdio>

using namespace qd;
using namespace qd::test;

namespace {

const QByteArray ProfileText = R"(
[[retrieval.sources]]
table = "chunks"
key = "id"
text = "content"
embedding = "embedding"
tsvector = "words"
configuration = "english"
owner = "owner"
)";

constexpr int Rounds = 5;

struct Stopwatch
{
    QElapsedTimer timer;
    Stopwatch() { timer.start(); }
    double milliseconds() const { return double(timer.nsecsElapsed()) / 1e6; }
};

// As the program waits: test::await() looks only every ten milliseconds.
template <typename T>
Result<T> finished(Reply<T> reply)
{
    QFutureWatcher<Result<T>> watcher;
    QSignalSpy spy(&watcher, &QFutureWatcherBase::finished);
    watcher.setFuture(reply);
    if (!reply.isFinished())
        spy.wait(600'000);
    return await(reply);
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const int rows = argc > 1 ? atoi(argv[1]) : 100'000, dims = argc > 2 ? atoi(argv[2]) : 1536;
    Capturing server({QStringLiteral("shared_buffers = 512MB"), QStringLiteral("max_wal_size = 4GB")});
    server.sql(QStringLiteral(R"(
        create extension vector;
        create table base as select b, (select array_agg((random() - 0.5)::real) from generate_series(1, %2) k where b > 0)::vector(%2) as embedding from generate_series(1, 200) b;
        create unlogged table chunks (id bigint primary key, owner text, content text, words tsvector, embedding vector(%2));
        insert into chunks select n, 'user-' || n % 97, t.text, to_tsvector('english', t.text), b.embedding from generate_series(1, %1) n join base b on b.b = 1 + n % 200,
            lateral (select string_agg('word' || (n * k) % 9973 || ' about the pump', ' ') as text from generate_series(1, 30) k) t;
        vacuum analyze chunks;
    )").arg(rows).arg(dims));

    const RetrievalProfile profile = retrievalOf(ProfileText);
    const QByteArray copy = "copy (select id::text, owner::text, content::text, words, embedding, ctid from chunks) to stdout (format binary)";
    std::vector<double> bare, dropped, snapshot;
    qint64 bytes = 0;
    for (int round = 0; round < Rounds; ++round) {
        const QString file = server.file("bare");
        Stopwatch watch;
        QProcess psql;
        psql.setStandardOutputFile(file);
        psql.start(QStringLiteral("psql"), {QStringLiteral("-X"), QStringLiteral("-q"), QStringLiteral("-h"), server.cluster().socketFolder(), QStringLiteral("-p"), QString::number(server.cluster().port()), QStringLiteral("-U"), QStringLiteral("postgres"), QStringLiteral("-c"), QString::fromUtf8(copy)});
        if (!psql.waitForFinished(-1) || psql.exitCode() != 0)
            qFatal("psql failed");
        bare.push_back(watch.milliseconds());
        bytes = QFile(file).size();
        QFile::remove(file);

        const auto target = server.target();
        if (!finished(target->read({.sql = "select 1", .priority = Priority::Asked, .purpose = {}, .object = {}})))
            qFatal("no connection");
        watch = {};
        const auto got = finished(target->copyOut({.sql = copy, .chunk = [](QByteArrayView) { return std::chrono::milliseconds(0); }, .priority = Priority::Asked, .purpose = {}, .object = {}}));
        if (!got)
            qFatal("%s", described(got.error()).constData());
        dropped.push_back(watch.milliseconds());

        watch = {};
        capture::CaptureRun run(target.get(), profile, {.path = server.file(), .isFresh = true, .cap = 1});
        const auto taken = finished(run.start());
        if (!taken)
            qFatal("%s", described(taken.error()).constData());
        snapshot.push_back(watch.milliseconds());
    }
    std::printf("%d rows of %d dimensions, %.0f MB over the socket, median of %d\n", rows, dims, double(bytes) / 1e6, Rounds);
    std::printf("bare binary COPY by psql into a file   %8.0f ms\n", median(bare));
    std::printf("bare binary COPY, bytes thrown away    %8.0f ms\n", median(dropped));
    std::printf("snapshot, searchable and on the disk   %8.0f ms   %.2f x psql, %.2f x thrown away (bar 0.7)\n", median(snapshot), median(bare) / median(snapshot), median(dropped) / median(snapshot));
    Stopwatch watch;
    const auto target = server.target();
    capture::CaptureRun run(target.get(), profile, {.path = server.file(), .cap = 1});
    const auto again = finished(run.start());
    std::printf("the same again, nothing changed        %8.0f ms\n", watch.milliseconds());
    return again ? 0 : 1;
}
