// A mirror of 5 M rows over 30 days (DESIGN §9 row 1): what it weighs, how long it takes to open
// and to read what a page needs, beside reading the same rows' plain columns from SQLite.
// QUARTERDECK_BENCH_ROWS makes it smaller; an argument keeps the file for the next run.

#include "telemetry/mirror.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cmath>
#include <cstdio>

using namespace qd;
using namespace qd::telemetry;

namespace {

constexpr int Days = 30;
constexpr Instant End = fromMsecs(1'763'942'400'000);
constexpr std::chrono::hours Day{24};

QList<Call> oneBin(Bin bin, int count, QRandomGenerator &random)
{
    static const QStringList kinds{QStringLiteral("agent_completion"), QStringLiteral("llm_call"), QStringLiteral("tool_call"), QStringLiteral("retrieval")};
    static const QStringList models{QStringLiteral("gpt-4o"), QStringLiteral("gpt-4o-mini"), QStringLiteral("claude-sonnet-4"), QStringLiteral("text-embedding-3-large")};
    static const QStringList tools{QString(), QStringLiteral("searchNotes"), QStringLiteral("createFlashcards"), QStringLiteral("generateQuiz"), QStringLiteral("studyPlan")};
    static qint64 id = 0;
    QList<Call> calls;
    for (int i = 0; i < count; ++i) {
        Call call;
        call.id = QByteArray::number(++id);
        call.atUs = (toMsecs(binStart(bin)) + qint64(random.bounded(int(BinLength.count())))) * 1000;
        const int kind = random.bounded(4);
        call.kind = kinds[kind];
        call.countsCost = kind == 1;
        call.model = kind == 1 ? models[random.bounded(4)] : QString();
        call.tool = kind == 2 ? tools[1 + random.bounded(4)] : QString();
        call.user = QStringLiteral("user-%1").arg(int(2000 * std::pow(random.generateDouble(), 2)));
        call.trace = QByteArray::number(quint64(id / 4) * 0x9E3779B97F4A7C15u, 16).rightJustified(32, '0');
        call.latencyMs = std::round(std::exp(4 + 4 * random.generateDouble()));
        call.hasTokens = kind == 1;
        if (call.hasTokens) {
            call.tokens = {random.bounded(8000), random.bounded(1200), random.bounded(4) * 512, 0};
            call.cost = Money::fromMicros(random.bounded(40'000));
        }
        call.isError = random.bounded(100) == 0;
        if (call.isError) {
            call.errorMessage = QStringLiteral("Rate limit reached, try again in %1s").arg(random.bounded(60));
            call.errorClass = ErrorClass::RateLimit;
            call.httpStatus = 429;
        }
        call.checksum = qint64(random.generate64() >> 24);
        calls.append(call);
    }
    return calls;
}

void fillMirror(const QString &file, qint64 rows)
{
    auto mirror = Mirror::open(file, Mirror::Access::Write);
    if (!mirror || !(*mirror)->canWrite())
        qFatal("cannot write %s", qPrintable(file));
    QRandomGenerator random(1);
    const Bin first = binOf(End) - Days * 96;
    QElapsedTimer timer;
    timer.start();
    for (Bin bin = first; bin < binOf(End); bin += 24) {
        QList<Call> calls;
        for (Bin one = bin; one < bin + 24; ++one)
            calls.append(oneBin(one, int(rows / (Days * 96)), random));
        Coverage coverage;
        coverage.bins = TimeRange{binStart(first), End};
        coverage.readAt = End;
        if (auto written = (*mirror)->replaceBins(QStringLiteral("agent_telemetry"), bin, bin + 23, calls, coverage); !written)
            qFatal("%s", qPrintable(written.error().message));
    }
    std::printf("filled in %.1f s, making the rows included\n", double(timer.elapsed()) / 1000);
}

// Private memory of this process, without mapped files.
double privateMegabytes()
{
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    double kilobytes = 0;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith("Anonymous:"))
            kilobytes = line.mid(10).trimmed().split(' ').front().toDouble();
    return kilobytes / 1024;
}

template <typename Work>
double timed(const char *what, Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    std::printf("%-46s %8.2f ms   private memory %6.1f MB\n", what, ms, privateMegabytes());
    return ms;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const qint64 rows = qEnvironmentVariableIsSet("QUARTERDECK_BENCH_ROWS") ? qEnvironmentVariable("QUARTERDECK_BENCH_ROWS").toLongLong() : 5'000'000;
    QTemporaryDir folder;
    const QString file = argc > 1 ? QString::fromLocal8Bit(argv[1]) : folder.filePath(QStringLiteral("bench.mirror"));
    if (!QFile::exists(file))
        fillMirror(file, rows);

    std::printf("%lld rows, 30 days; private memory before %.1f MB\n", static_cast<long long>(rows), privateMegabytes());
    std::unique_ptr<Mirror> mirror;
    const TimeRange month{End - Days * Day, End}, day{End - Day, End}, week{End - 7 * Day, End};
    const auto requests = [](const DistributionKey &key) { return key.dimension == Dimension::Kind; };
    double paint = timed("open", [&] { mirror = std::move(*Mirror::open(file, Mirror::Access::Read)); });
    std::printf("file %.1f MB, %lld rows counted\n", double(mirror->sizeOnDisk()) / 1e6, static_cast<long long>(mirror->coverage().rows));
    paint += timed("cells of a day, first time", [&] { (void)mirror->total(day); });
    timed("cells of a day, again", [&] { (void)mirror->total(day); });
    paint += timed("distributions of a day by kind, per bin", [&] {
        qint64 count = 0;
        mirror->forEachDistribution(day, [&](Bin, const DistributionKey &, const Distribution &distribution) { count += distribution.count(); }, requests);
    });
    paint += timed("errors of a day", [&] { mirror->forEachError(day, [](Bin, const ErrorCell &) {}); });
    paint += timed("cells of 30 days, first time", [&] { (void)mirror->total(month); });
    timed("cells of 30 days, again", [&] { (void)mirror->total(month); });
    std::printf("first paint of an overview, summed %30.2f ms\n", paint);
    timed("p95 of one kind over 30 days", [&] { (void)mirror->distribution(month, {QStringLiteral("agent_completion")}).quantile(0.95); });
    timed("distributions of 30 days by kind, per bin", [&] { mirror->forEachDistribution(month, [](Bin, const DistributionKey &, const Distribution &) {}, requests); });
    timed("distributions of 30 days, all", [&] { mirror->forEachDistribution(month, [](Bin, const DistributionKey &, const Distribution &) {}); });
    timed("users of a day", [&] { mirror->forEachUser(day, [](Bin, const UserCell &) {}); });
    timed("users of 30 days", [&] { mirror->forEachUser(month, [](Bin, const UserCell &) {}); });
    timed("errors of 30 days", [&] { mirror->forEachError(month, [](Bin, const ErrorCell &) {}); });
    timed("50 newest calls", [&] { (void)mirror->calls(day, {}, Order::NewestFirst, 50); });
    timed("50 slowest calls of a day", [&] { (void)mirror->calls(day, {}, Order::SlowestFirst, 50); });
    timed("50 slowest calls of 7 days", [&] { (void)mirror->calls(week, {}, Order::SlowestFirst, 50); });
    timed("all calls of a day", [&] { mirror->forEachCall(day, [](const Call &) {}); });
    return 0;
}
