#include "telemetry/binning.h"
#include "telemetry/mirror.h"
#include "telemetry/randomcalls.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace qd;
using namespace qd::telemetry;

namespace {

const QString Source = QStringLiteral("agent_telemetry");
constexpr Instant Monday = fromMsecs(1'763'942'400'000); // a UTC midnight
constexpr std::chrono::hours Hour{1};

QList<Call> writersCalls()
{
    return test::randomCalls(21, 2000, Monday, 4 * Hour);
}

struct Totals
{
    qint64 calls = 0;
    Money recorded;
};

} // namespace

class MirrorTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aMirrorThatIsNotThereIsEmptyUntilSomebodyWrites();
    void binsSayExactlyWhatTheirCallsSay();
    void readingTwiceCountsOnce();
    void aWindowReplacesItsRowsAndKeepsTheRest();
    void aWindowNeedsTheRawCallsAtItsEdges();
    void duplicateIdsCountOnceAndAreRemembered();
    void distributionsMerge();
    void costIsCountedOnlyWhereTheProfileTakesItFrom();
    void usersAndErrorsAreFound();
    void callsAreFilteredOrderedAndLimited();
    void namesAreKeptApartByDimension();
    void aSecondProcessReadsAndFollows();
    void aReaderSeesOneStateUntilItAsks();
    void aDeadWritersLockIsTaken();
    void coverageSurvives();
    void aNewerFileIsLeftAlone();
    void aForeignFileIsSetAside();
    void aTruncatedFileIsNeverWrong();
    void randomBytesAreNeverWrong();
    void aFullDiskKeepsWhatWasThere();
    void aDiskThatWasFullBeforehandIsReadAndNothingIsSetAside();
    void pruningDropsRawCallsAfterSevenDaysAndOldBinsOverTheCap();
    void clearingASourceLeavesTheOthers();
    void whatWasReadAheadIsWhatIsThere();
    void killedWhileWriting();

public:
    static Coverage covered(Instant from, Instant to);

private:
    std::unique_ptr<Mirror> opened(Mirror::Access access = Mirror::Access::Write) const;
    // Another process, this program itself: a fork would inherit locks that threads of ours hold.
    void startWriter(QProcess &process, const QString &what) const;
    // A day of two sources' calls.
    QList<Call> fill(Mirror &mirror, int count = 3000) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void MirrorTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(QStringLiteral("mirror/clerva.mirror"));
}

std::unique_ptr<Mirror> MirrorTest::opened(Mirror::Access access) const
{
    auto mirror = Mirror::open(m_file, access);
    if (!mirror)
        qFatal("%s", qPrintable(mirror.error().message + mirror.error().detail));
    return *std::move(mirror);
}

Coverage MirrorTest::covered(Instant from, Instant to)
{
    Coverage coverage;
    coverage.bins = TimeRange{from, to};
    coverage.readAt = to;
    return coverage;
}

QList<Call> MirrorTest::fill(Mirror &mirror, int count) const
{
    const QList<Call> calls = test::randomCalls(11, count, Monday, 24 * Hour);
    const auto written = mirror.replaceBins(Source, binOf(Monday), binOf(Monday) + 95, calls, covered(Monday, Monday + 24 * Hour));
    if (!written)
        qFatal("%s", qPrintable(written.error().message + written.error().detail));
    return calls;
}

void MirrorTest::startWriter(QProcess &process, const QString &what) const
{
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--write"), m_file, what});
}

static Totals totalsOf(const QList<Call> &calls, const TimeRange &range)
{
    Totals totals;
    for (const Call &call : calls) {
        if (!range.contains(call.at()))
            continue;
        ++totals.calls;
        if (call.cost && call.countsCost)
            totals.recorded += *call.cost;
    }
    return totals;
}

void MirrorTest::aMirrorThatIsNotThereIsEmptyUntilSomebodyWrites()
{
    const auto reader = opened(Mirror::Access::Read);
    QVERIFY(!reader->canWrite());
    QVERIFY(reader->sources().isEmpty());
    QVERIFY(!reader->coverage().readAt);
    QCOMPARE(reader->total({Monday, Monday + Hour}).calls, 0);
    QVERIFY(reader->calls({Monday, Monday + Hour}, {}, Order::NewestFirst, 10).isEmpty());
    QVERIFY(!reader->rawRange());
    const auto writer = opened();
    const QList<Call> calls = fill(*writer);
    QVERIFY(reader->revision() > 0);
    QCOMPARE(reader->total({Monday, Monday + 24 * Hour}).calls, calls.size());
}

void MirrorTest::binsSayExactlyWhatTheirCallsSay()
{
    const auto mirror = opened();
    const QList<Call> calls = fill(*mirror);
    for (const auto &[from, length] : {std::pair{0, 24}, {3, 1}, {7, 11}}) {
        const TimeRange range{Monday + from * Hour, Monday + (from + length) * Hour};
        const Totals expected = totalsOf(calls, range);
        const Sums sums = mirror->total(range);
        QCOMPARE(sums.calls, expected.calls);
        QCOMPARE(sums.recorded.pico(), expected.recorded.pico());
    }
    // By kind, the parts are the whole.
    const TimeRange day{Monday, Monday + 24 * Hour};
    Sums parts;
    for (const char *kind : {"llm_call", "tool_call", "retrieval"})
        parts += mirror->total(day, {QLatin1String(kind)});
    QVERIFY(parts == mirror->total(day));
    QCOMPARE(mirror->total(day, {QStringLiteral("no such kind")}).calls, 0);
    qint64 rows = 0;
    mirror->forEachCell(day, [&](Bin bin, const Cell &cell) {
        QVERIFY(bin >= binOf(Monday) && bin < binOf(Monday) + 96);
        rows += cell.sums.calls;
    });
    QCOMPARE(rows, calls.size());
    QCOMPARE(mirror->coverage(Source).rows, calls.size());
}

void MirrorTest::readingTwiceCountsOnce()
{
    const auto mirror = opened();
    const QList<Call> calls = fill(*mirror);
    const Sums before = mirror->total({Monday, Monday + 24 * Hour});
    const auto again = mirror->replaceBins(Source, binOf(Monday), binOf(Monday) + 95, calls, covered(Monday, Monday + 24 * Hour));
    QVERIFY(again);
    QVERIFY(again->isEmpty()); // nothing changed
    QVERIFY(mirror->total({Monday, Monday + 24 * Hour}) == before);
}

void MirrorTest::aWindowReplacesItsRowsAndKeepsTheRest()
{
    const auto mirror = opened();
    QList<Call> calls = fill(*mirror);
    const TimeRange window{Monday + 10 * Hour + std::chrono::minutes(7), Monday + 11 * Hour + std::chrono::minutes(3)};
    // Inside the window: one row is gone, one has another cost, one came late.
    QList<Call> read;
    bool isFirst = true;
    for (auto call = calls.begin(); call != calls.end();) {
        if (window.contains(call->at()) && std::exchange(isFirst, false)) {
            call = calls.erase(call);
            continue;
        }
        if (window.contains(call->at())) {
            call->cost = Money::fromDollars(7);
            call->checksum += 1;
            read.append(*call);
        }
        ++call;
    }
    Call late = read.front();
    late.id = "late";
    late.atUs = toMsecs(window.from) * 1000 + 5;
    calls.append(late);
    read.append(late);
    const auto changed = mirror->mergeWindow(Source, window, read, covered(Monday, Monday + 24 * Hour));
    QVERIFY(changed);
    QVERIFY(!changed->isEmpty());
    for (int hour = 0; hour < 24; ++hour) {
        const TimeRange range{Monday + hour * Hour, Monday + (hour + 1) * Hour};
        const Totals expected = totalsOf(calls, range);
        QCOMPARE(mirror->total(range).calls, expected.calls);
        QCOMPARE(mirror->total(range).recorded.pico(), expected.recorded.pico());
    }
    // The same from scratch is the same to the last number.
    const auto other = Mirror::open(m_folder->filePath(QStringLiteral("other.mirror")), Mirror::Access::Write);
    QVERIFY(other && (*other)->replaceBins(Source, binOf(Monday), binOf(Monday) + 95, calls, covered(Monday, Monday + 24 * Hour)));
    QVERIFY((*other)->total({Monday, Monday + 24 * Hour}) == mirror->total({Monday, Monday + 24 * Hour}));
    QVERIFY((*other)->distribution({Monday, Monday + 24 * Hour}, {}) == mirror->distribution({Monday, Monday + 24 * Hour}, {}));
}

void MirrorTest::aWindowNeedsTheRawCallsAtItsEdges()
{
    const auto mirror = opened();
    fill(*mirror);
    QVERIFY(mirror->prune(Monday + std::chrono::hours(24 * 9), 0));
    const auto merged = mirror->mergeWindow(Source, {Monday + std::chrono::minutes(5), Monday + Hour}, {}, covered(Monday, Monday + 24 * Hour));
    QVERIFY(!merged);
    QVERIFY(merged.error().kind == Error::Kind::Lost);
    // Whole bins need nothing.
    QVERIFY(mirror->mergeWindow(Source, {Monday, Monday + Hour}, {}, covered(Monday, Monday + 24 * Hour)));
    QCOMPARE(mirror->total({Monday, Monday + Hour}).calls, 0);
}

void MirrorTest::duplicateIdsCountOnceAndAreRemembered()
{
    const auto mirror = opened();
    QList<Call> calls = test::randomCalls(12, 20, Monday, BinLength);
    Call twin = calls.back();
    twin.cost = Money::fromDollars(3);
    twin.countsCost = true;
    twin.atUs += 1;
    calls.append(twin);
    QVERIFY(mirror->replaceBins(Source, binOf(Monday), binOf(Monday), calls, covered(Monday, Monday + Hour)));
    QCOMPARE(mirror->total({Monday, Monday + Hour}).calls, 20);
    QCOMPARE(mirror->oddRows({Monday, Monday + Hour}, Monday + Hour).duplicates, 1);
    const BinTally tally = mirror->tallies(Source, binOf(Monday), binOf(Monday)).value(0);
    QCOMPARE(tally.copies, 21); // what the source counts
    qint64 checksum = 0;
    for (const Call &call : std::as_const(calls))
        checksum += call.checksum;
    QCOMPARE(tally.checksum, checksum);
}

void MirrorTest::distributionsMerge()
{
    const auto mirror = opened();
    const QList<Call> calls = fill(*mirror, 6000);
    const auto exact = [&calls](const std::function<bool(const Call &)> &wanted, const TimeRange &range) {
        std::vector<double> values;
        for (const Call &call : calls)
            if (call.latencyMs && wanted(call) && range.contains(call.at()))
                values.push_back(*call.latencyMs);
        std::sort(values.begin(), values.end());
        return values;
    };
    const TimeRange range{Monday + 2 * Hour, Monday + 21 * Hour};
    const auto compare = [](const Distribution &distribution, const std::vector<double> &values) {
        QCOMPARE(distribution.count(), qint64(values.size()));
        for (const double q : {0.5, 0.9, 0.95, 0.99}) {
            const double disc = values[size_t(std::max(0.0, std::ceil(q * double(values.size())) - 1))];
            QVERIFY2(std::abs(*distribution.quantile(q) - disc) <= 0.0055 * disc || disc < 1, qPrintable(QStringLiteral("%1: %2 against %3").arg(q).arg(*distribution.quantile(q)).arg(disc)));
        }
    };
    compare(mirror->distribution(range, {}), exact([](const Call &) { return true; }, range));
    compare(mirror->distribution(range, {QStringLiteral("llm_call")}), exact([](const Call &call) { return call.kind == QStringLiteral("llm_call"); }, range));
    compare(mirror->distribution(range, {}, QStringLiteral("searchNotes")), exact([](const Call &call) { return call.tool == QStringLiteral("searchNotes"); }, range));
    compare(mirror->distribution(range, {}, {}, QStringLiteral("gpt-4o")), exact([](const Call &call) { return call.model == QStringLiteral("gpt-4o"); }, range));
    compare(mirror->distribution(range, {}, QStringLiteral("ünïcode"), QStringLiteral("gpt-4o")),
        exact([](const Call &call) { return call.model == QStringLiteral("gpt-4o") && call.tool == QStringLiteral("ünïcode"); }, range));
    QVERIFY(mirror->distribution(range, {}, QStringLiteral("no such tool")).isEmpty());
}

void MirrorTest::costIsCountedOnlyWhereTheProfileTakesItFrom()
{
    const auto mirror = opened();
    QList<Call> calls = test::randomCalls(13, 2, Monday, BinLength);
    calls[0].countsCost = true;
    calls[1].countsCost = false;
    for (Call &call : calls) {
        call.cost = Money::fromMicros(5);
        call.hasTokens = true;
        call.tokens = {100, 10, 0, 0};
    }
    QVERIFY(mirror->replaceBins(Source, binOf(Monday), binOf(Monday), calls, covered(Monday, Monday + Hour)));
    const Sums sums = mirror->total({Monday, Monday + Hour});
    QCOMPARE(sums.calls, 2);
    QCOMPARE(sums.recorded.pico(), Money::fromMicros(5).pico());
    QCOMPARE(sums.tokens[In], 100);
    // The row itself still says what it said.
    for (const Call &call : mirror->calls({Monday, Monday + Hour}, {}, Order::NewestFirst, 10))
        QVERIFY(call.cost && call.tokens[In] == 100);
}

void MirrorTest::usersAndErrorsAreFound()
{
    const auto mirror = opened();
    const QList<Call> calls = fill(*mirror);
    const TimeRange day{Monday, Monday + 24 * Hour};
    QHash<QString, qint64> expected, found;
    qint64 errors = 0, errorsFound = 0;
    QSet<QString> groups;
    for (const Call &call : calls) {
        expected[call.user] += 1;
        errors += call.isError;
        if (call.isError)
            groups.insert(errorGroupOf(call.errorMessage));
    }
    mirror->forEachUser(day, [&](Bin, const UserCell &cell) { found[mirror->name(Dimension::User, cell.user)] += cell.sums.calls; });
    QCOMPARE(found, expected);
    mirror->forEachError(day, [&](Bin bin, const ErrorCell &cell) {
        errorsFound += cell.count;
        QVERIFY(groups.contains(mirror->name(Dimension::ErrorGroup, cell.group)));
        QVERIFY(binOf(fromMsecs(cell.firstUs / 1000)) == bin);
    });
    QCOMPARE(errorsFound, errors);
    QCOMPARE(mirror->userKind(*mirror->number(Dimension::User, QStringLiteral("user-1"))), QStringLiteral("school"));
    const auto group = mirror->number(Dimension::ErrorGroup, QStringLiteral("Rate limit reached, try again in <n>"));
    QVERIFY(group);
    const auto life = mirror->lifeOfErrorGroup(*group);
    QVERIFY(life && life->from >= Monday && life->to < Monday + 24 * Hour && life->from < life->to);
    // When the rows go, the life goes with them.
    QVERIFY(mirror->replaceBins(Source, binOf(Monday), binOf(Monday) + 95, {}, covered(Monday, Monday + 24 * Hour)));
    QVERIFY(!mirror->lifeOfErrorGroup(*group));
}

void MirrorTest::callsAreFilteredOrderedAndLimited()
{
    const auto mirror = opened();
    QList<Call> calls = fill(*mirror);
    const TimeRange range{Monday + std::chrono::minutes(100), Monday + 20 * Hour};
    const auto matching = [&](const std::function<bool(const Call &)> &wanted) {
        return std::count_if(calls.begin(), calls.end(), [&](const Call &call) { return range.contains(call.at()) && wanted(call); });
    };
    const auto count = [&](const Filter &filter) { return mirror->calls(range, filter, Order::NewestFirst, 100'000).size(); };
    QCOMPARE(count({}), matching([](const Call &) { return true; }));
    QCOMPARE(count({.kinds = {QStringLiteral("retrieval")}}), matching([](const Call &call) { return call.kind == QStringLiteral("retrieval"); }));
    QCOMPARE(count({.tool = QString()}), matching([](const Call &call) { return call.tool.isEmpty(); }));
    QCOMPARE(count({.user = QStringLiteral("user-3")}), matching([](const Call &call) { return call.user == QStringLiteral("user-3"); }));
    QCOMPARE(count({.user = QStringLiteral("nobody")}), 0);
    QCOMPARE(count({.errorsOnly = true}), matching([](const Call &call) { return call.isError; }));
    QCOMPARE(count({.errorClass = ErrorClass::RateLimit}), matching([](const Call &call) { return call.isError && call.errorClass == ErrorClass::RateLimit; }));
    QCOMPARE(count({.errorGroup = QStringLiteral("Rate limit reached, try again in <n>")}), matching([](const Call &call) { return call.isError; }));
    QCOMPARE(count({.slowerThanMs = 1000, .fasterThanMs = 3000}), matching([](const Call &call) { return call.latencyMs && *call.latencyMs > 1000 && *call.latencyMs < 3000; }));

    const auto newest = mirror->calls(range, {}, Order::NewestFirst, 50);
    QCOMPARE(newest.size(), 50);
    QVERIFY(std::is_sorted(newest.begin(), newest.end(), [](const Call &a, const Call &b) { return a.atUs > b.atUs; }));
    qint64 latest = 0;
    double slowest = 0;
    Money costliest;
    for (const Call &call : calls) {
        if (!range.contains(call.at()))
            continue;
        latest = std::max(latest, call.atUs);
        slowest = std::max(slowest, call.latencyMs.value_or(0));
        costliest = std::max(costliest, call.cost.value_or(Money()));
    }
    QCOMPARE(newest.front().atUs, latest);
    QCOMPARE(*mirror->calls(range, {}, Order::SlowestFirst, 3).front().latencyMs, slowest);
    QVERIFY(*mirror->calls(range, {}, Order::CostliestFirst, 3).front().cost == costliest);
    const QByteArray trace = newest.front().trace;
    const auto spans = mirror->callsOfTrace(trace, {Monday, Monday + 24 * Hour});
    QCOMPARE(spans.size(), std::count_if(calls.begin(), calls.end(), [&](const Call &call) { return call.trace == trace; }));
    const auto raw = mirror->rawRange();
    QVERIFY(raw && raw->from == Monday && raw->to == Monday + 24 * Hour);
}

void MirrorTest::namesAreKeptApartByDimension()
{
    const auto mirror = opened();
    fill(*mirror);
    QCOMPARE(mirror->name(Dimension::Tool, 0), QString());
    QCOMPARE(mirror->number(Dimension::Tool, QString()), std::optional<quint32>(0));
    QVERIFY(!mirror->number(Dimension::Tool, QStringLiteral("gpt-4o")));
    const auto model = mirror->number(Dimension::Model, QStringLiteral("gpt-4o"));
    QVERIFY(model);
    QCOMPARE(mirror->name(Dimension::Model, *model), QStringLiteral("gpt-4o"));
}

void MirrorTest::aSecondProcessReadsAndFollows()
{
    const auto writer = opened();
    const auto other = opened(); // wants to write as well
    QVERIFY(writer->canWrite());
    QVERIFY(!other->canWrite());
    QVERIFY(!other->replaceBins(Source, 0, 0, {}, {}));
    const qint64 before = other->revision();
    const QList<Call> calls = fill(*writer);
    QVERIFY(other->revision() > before);
    QCOMPARE(other->total({Monday, Monday + 24 * Hour}).calls, calls.size());
    QVERIFY(other->number(Dimension::Tool, QStringLiteral("searchNotes")));
    // What was cached is forgotten where it changed, and only there.
    QVERIFY(writer->mergeWindow(Source, {Monday, Monday + Hour}, {}, covered(Monday, Monday + 24 * Hour)));
    (void)other->revision();
    QCOMPARE(other->total({Monday, Monday + Hour}).calls, 0);
    QVERIFY(other->total({Monday, Monday + 24 * Hour}) == writer->total({Monday, Monday + 24 * Hour}));
}

void MirrorTest::aReaderSeesOneStateUntilItAsks()
{
    const auto writer = opened();
    const QList<Call> calls = fill(*writer);
    const auto reader = opened(Mirror::Access::Read);
    (void)reader->revision();
    QVERIFY(writer->replaceBins(Source, binOf(Monday), binOf(Monday) + 95, {}, covered(Monday, Monday + 24 * Hour)));
    QCOMPARE(reader->total({Monday, Monday + 24 * Hour}).calls, calls.size());
    QVERIFY(!reader->distribution({Monday, Monday + 24 * Hour}, {}).isEmpty());
    (void)reader->revision();
    QCOMPARE(reader->total({Monday, Monday + 24 * Hour}).calls, 0);
    QVERIFY(reader->distribution({Monday, Monday + 24 * Hour}, {}).isEmpty());
}

void MirrorTest::aDeadWritersLockIsTaken()
{
    QProcess writer;
    startWriter(writer, QStringLiteral("leave"));
    QVERIFY2(writer.waitForFinished(qd::test::PatienceMs), qPrintable(writer.errorString()));
    QCOMPARE(writer.exitStatus(), QProcess::NormalExit);
    QCOMPARE(writer.exitCode(), 0);
    QVERIFY(QFile::exists(m_file + QStringLiteral(".lock")));
    QVERIFY(opened()->canWrite());
}

void MirrorTest::coverageSurvives()
{
    Coverage coverage = covered(Monday, Monday + 24 * Hour);
    coverage.newestEvent = Monday + 23 * Hour;
    coverage.isBackfillDone = true;
    coverage.sourceBegins = Monday - Hour;
    coverage.auditedAt = Monday + Hour;
    coverage.auditRepairs = 3;
    coverage.isInstrumented = false;
    coverage.note = QStringLiteral("Ünïcode");
    coverage.islands = {{Monday - 9 * Hour, Monday - 8 * Hour}, {Monday - 4 * Hour, Monday - 3 * Hour}};
    coverage.prunedBefore = Monday - 99 * Hour;
    coverage.watermark = Monday + 24 * Hour;
    coverage.openSince = Monday + 23 * Hour;
    coverage.mapping = QByteArray("\x00\xff", 2);
    QVERIFY(opened()->setCoverage(Source, coverage));
    const auto mirror = opened(Mirror::Access::Read);
    QVERIFY(mirror->coverage(Source) == coverage);
    QCOMPARE(mirror->sources(), QStringList{Source});
}

void MirrorTest::aNewerFileIsLeftAlone()
{
    fill(*opened());
    QProcess sqlite;
    sqlite.start(QStringLiteral("sqlite3"), {m_file, QStringLiteral("pragma user_version=99")});
    if (!sqlite.waitForFinished(qd::test::PatienceMs) || sqlite.exitCode() != 0)
        QSKIP("needs sqlite3");
    for (const auto access : {Mirror::Access::Write, Mirror::Access::Read}) {
        const auto mirror = Mirror::open(m_file, access);
        QVERIFY(!mirror);
        QVERIFY(mirror.error().kind == Error::Kind::Wrong);
        QVERIFY(mirror.error().message.contains(m_file));
    }
    QCOMPARE(QFileInfo(m_file).dir().entryList({QStringLiteral("*damaged*")}).size(), 0);
}

void MirrorTest::aForeignFileIsSetAside()
{
    QDir().mkpath(QFileInfo(m_file).path());
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("a shopping list\n").repeated(1000));
    file.close();
    QVERIFY(opened(Mirror::Access::Read)->problem().contains(m_file));
    const auto mirror = opened();
    QVERIFY(!mirror->problem().isEmpty());
    const QStringList aside = QFileInfo(m_file).dir().entryList({QStringLiteral("*damaged*")});
    QCOMPARE(aside.size(), 1);
    QCOMPARE(QFileInfo(QFileInfo(m_file).dir().filePath(aside.front())).size(), 16'000); // nothing was deleted
    fill(*mirror);
    QVERIFY(mirror->total({Monday, Monday + 24 * Hour}).calls > 0);
}

void MirrorTest::aTruncatedFileIsNeverWrong()
{
    QList<Call> calls;
    {
        const auto mirror = opened();
        calls = fill(*mirror, 400);
    }
    QVERIFY(!QFile::exists(m_file + QStringLiteral("-wal"))); // all is in the one file
    QFile whole(m_file);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray content = whole.readAll();
    const TimeRange day{Monday, Monday + 24 * Hour};
    int setAside = 0;
    QList<qint64> sizes{1, 15, 16, 17, 99, 100, 101, 1000, content.size() - 1};
    for (qint64 size = 4096; size < content.size(); size += 4096)
        sizes.append(size);
    for (const qint64 size : std::as_const(sizes)) {
        const QString cut = m_folder->filePath(QStringLiteral("cut-%1.mirror").arg(size));
        QFile file(cut);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content.first(size));
        file.close();
        {
            const auto reader = Mirror::open(cut, Mirror::Access::Read);
            QVERIFY(reader);
            QVERIFY((*reader)->total(day).calls <= calls.size());
        }
        const auto mirror = Mirror::open(cut, Mirror::Access::Write);
        QVERIFY2(mirror, qPrintable(QString::number(size)));
        const qint64 counted = (*mirror)->total(day).calls;
        QVERIFY2(counted == calls.size() || (counted == 0 && !(*mirror)->problem().isEmpty()), qPrintable(QStringLiteral("%1 of %2 at %3").arg(counted).arg(calls.size()).arg(size)));
        setAside += counted == 0;
        QVERIFY((*mirror)->replaceBins(Source, binOf(Monday), binOf(Monday) + 95, calls, covered(day.from, day.to)));
        QCOMPARE((*mirror)->total(day).calls, calls.size());
    }
    QCOMPARE(setAside, sizes.size());
}

void MirrorTest::randomBytesAreNeverWrong()
{
    QList<Call> calls;
    {
        const auto mirror = opened();
        calls = fill(*mirror, 400);
    }
    QFile whole(m_file);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray content = whole.readAll();
    QRandomGenerator random(5);
    int noticed = 0;
    for (int round = 0; round < 100; ++round) {
        QByteArray damaged = content;
        const qsizetype at = 100 + random.bounded(int(damaged.size()) - 200);
        const int length = 1 + random.bounded(round % 2 == 0 ? 2 : 3000);
        for (qsizetype i = at; i < std::min(at + length, damaged.size()); ++i)
            damaged[i] = char(random.bounded(256));
        const QString name = m_folder->filePath(QStringLiteral("damaged-%1.mirror").arg(round));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(damaged);
        file.close();
        const auto mirror = Mirror::open(name, Mirror::Access::Write);
        QVERIFY(mirror);
        // Every bin is either what it was or left out and noted.
        const QList<std::pair<QString, Bin>> before = (*mirror)->damagedBins();
        for (Bin bin = binOf(Monday); bin < binOf(Monday) + 96; ++bin) {
            const TimeRange range{binStart(bin), binStart(bin + 1)};
            const Sums sums = (*mirror)->total(range);
            const Totals expected = totalsOf(calls, range);
            if (sums.calls == expected.calls) {
                QCOMPARE(sums.recorded.pico(), expected.recorded.pico());
                continue;
            }
            QCOMPARE(sums.calls, 0);
            QVERIFY2(!(*mirror)->problem().isEmpty(), qPrintable(QString::number(round)));
        }
        qint64 raw = 0;
        (*mirror)->forEachCall({Monday, Monday + 24 * Hour}, [&](const Call &) { ++raw; });
        QVERIFY(raw == calls.size() || !(*mirror)->problem().isEmpty());
        noticed += (*mirror)->problem().isEmpty() ? 0 : 1;
        // Reading the damaged bins again heals them.
        QVERIFY((*mirror)->verify());
        auto healed = (*mirror)->replaceBins(Source, binOf(Monday), binOf(Monday) + 95, calls, covered(Monday, Monday + 24 * Hour));
        if (!healed && healed.error().kind == Error::Kind::Lost)
            healed = (*mirror)->replaceBins(Source, binOf(Monday), binOf(Monday) + 95, calls, covered(Monday, Monday + 24 * Hour));
        QVERIFY(healed);
        QCOMPARE((*mirror)->total({Monday, Monday + 24 * Hour}).calls, calls.size());
    }
    QVERIFY2(noticed > 50, qPrintable(QString::number(noticed)));
}

void MirrorTest::aFullDiskKeepsWhatWasThere()
{
    const auto mirror = opened();
    const QList<Call> calls = fill(*mirror);
    const auto reader = opened(Mirror::Access::Read);
    (void)reader->revision();
    const Sums before = mirror->total({Monday, Monday + 24 * Hour});
    // From here on no file may grow: what a full disk does to a database.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &limit), 0);
    const rlimit tight{rlim_t(100'000), limit.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &tight), 0);
    const auto more = test::randomCalls(77, 15'000, Monday + 24 * Hour, 24 * Hour);
    const auto written = mirror->replaceBins(Source, binOf(Monday) + 96, binOf(Monday) + 191, more, covered(Monday, Monday + 48 * Hour));
    const Coverage coverageThen = mirror->coverage(Source);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
    QVERIFY(!written);
    QVERIFY(written.error().kind == Error::Kind::Busy);
    QVERIFY2(written.error().message.contains(QStringLiteral("disk is full")), qPrintable(written.error().message));
    QVERIFY(mirror->total({Monday, Monday + 48 * Hour}) == before);
    QVERIFY(coverageThen.bins && coverageThen.bins->to == Monday + 24 * Hour);
    (void)reader->revision();
    QVERIFY(reader->total({Monday, Monday + 48 * Hour}) == before);
    // With room again it goes on as if nothing had been.
    QVERIFY(mirror->replaceBins(Source, binOf(Monday) + 96, binOf(Monday) + 191, more, covered(Monday, Monday + 48 * Hour)));
    QCOMPARE(mirror->total({Monday, Monday + 48 * Hour}).calls, before.calls + more.size());
    QCOMPARE(calls.size(), before.calls);
}

void MirrorTest::aDiskThatWasFullBeforehandIsReadAndNothingIsSetAside()
{
    Sums before;
    {
        const auto mirror = opened();
        fill(*mirror);
        before = mirror->total({Monday, Monday + 24 * Hour});
    }
    const QStringList files = QFileInfo(m_file).dir().entryList(QDir::Files);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &limit), 0);
    const rlimit none{0, limit.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &none), 0);
    const auto reader = Mirror::open(m_file, Mirror::Access::Read);
    const Sums seen = reader ? (*reader)->total({Monday, Monday + 24 * Hour}) : Sums();
    const auto writer = Mirror::open(m_file, Mirror::Access::Write);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
    QVERIFY(reader);
    QVERIFY(seen == before);
    QVERIFY(!writer); // and not "another one writes", which would be waited for
    QVERIFY(writer.error().kind == Error::Kind::Busy);
    QVERIFY2(writer.error().message.contains(QStringLiteral("disk is full")), qPrintable(writer.error().message));
    QVERIFY(QFileInfo(m_file).dir().entryList({QStringLiteral("*damaged*")}).isEmpty());
    for (const QString &file : files)
        QVERIFY2(QFileInfo::exists(QFileInfo(m_file).dir().filePath(file)), qPrintable(file));
    // Room again: whoever read the file as it stood sees what is written from now on.
    const auto again = opened();
    QVERIFY(again->canWrite());
    QVERIFY(again->total({Monday, Monday + 24 * Hour}) == before);
    QVERIFY(again->replaceBins(Source, binOf(Monday), binOf(Monday) + 95, {}, covered(Monday, Monday + 24 * Hour)));
    (void)(*reader)->revision();
    QCOMPARE((*reader)->total({Monday, Monday + 24 * Hour}).calls, 0);
}

void MirrorTest::pruningDropsRawCallsAfterSevenDaysAndOldBinsOverTheCap()
{
    const auto mirror = opened();
    const int days = 12;
    Coverage coverage = covered(Monday, Monday + days * 24 * Hour);
    coverage.readAt.reset(); // keep all raw calls for now
    for (int day = 0; day < days; ++day)
        QVERIFY(mirror->replaceBins(Source, binOf(Monday) + day * 96, binOf(Monday) + day * 96 + 95, test::randomCalls(quint32(day), 3000, Monday + day * 24 * Hour, 24 * Hour), coverage));
    const Instant now = Monday + days * 24 * Hour;
    const Sums before = mirror->total({Monday, now});
    QVERIFY(mirror->prune(now, 0));
    QVERIFY(mirror->rawRange()->from == now - std::chrono::hours(24 * 7));
    QVERIFY(mirror->total({Monday, now}) == before);
    QVERIFY(mirror->prune(now, 1));
    QVERIFY(mirror->coverage(Source).prunedBefore == now - std::chrono::hours(24 * 7));
    QVERIFY(mirror->coverage(Source).bins->from == now - std::chrono::hours(24 * 7));
    QCOMPARE(mirror->total({Monday, now}).calls, 7 * 3000);
    QCOMPARE(mirror->coverage(Source).rows, 7 * 3000);
}

void MirrorTest::clearingASourceLeavesTheOthers()
{
    const auto mirror = opened();
    const QList<Call> calls = fill(*mirror);
    const QString other = QStringLiteral("feedback");
    QVERIFY(mirror->replaceBins(other, binOf(Monday), binOf(Monday) + 95, calls, covered(Monday, Monday + 24 * Hour)));
    const auto reader = opened(Mirror::Access::Read);
    (void)reader->revision();
    QCOMPARE(reader->total({Monday, Monday + 24 * Hour}).calls, 2 * calls.size());
    Bin last = 0;
    reader->forEachCell({Monday, Monday + 24 * Hour}, [&](Bin bin, const Cell &) {
        QVERIFY(bin >= last); // sources side by side
        last = bin;
    });
    QVERIFY(mirror->clear(other));
    (void)reader->revision();
    QCOMPARE(reader->total({Monday, Monday + 24 * Hour}).calls, calls.size());
    QVERIFY(!reader->coverage(other).bins);
    QVERIFY(reader->coverage(Source).bins);
}

void MirrorTest::whatWasReadAheadIsWhatIsThere()
{
    const auto mirror = opened();
    const QList<Call> calls = fill(*mirror);
    const TimeRange day{Monday, Monday + 24 * Hour};
    const auto plain = opened(Mirror::Access::Read), ahead = opened(Mirror::Access::Read);
    ahead->readAhead(day);
    QVERIFY(plain->total(day).calls > 0);
    QVERIFY(ahead->total(day) == plain->total(day));
    // A state of the file that is not the reader's own is not taken.
    const auto earlier = opened(Mirror::Access::Read);
    QVERIFY(mirror->replaceBins(Source, binOf(Monday), binOf(Monday) + 95, calls.first(calls.size() / 2), covered(Monday, Monday + 24 * Hour)));
    earlier->readAhead(day);
    QVERIFY(earlier->total(day) == plain->total(day));
    (void)earlier->revision();
    QVERIFY(earlier->total(day) == mirror->total(day));
    // Nobody waits for what nobody asks, and what is not there is not read.
    opened(Mirror::Access::Read)->readAhead(day);
    QFile::remove(m_file + QStringLiteral("-gone"));
    const auto nothing = Mirror::open(m_file + QStringLiteral("-gone"), Mirror::Access::Read);
    QVERIFY(nothing);
    (*nothing)->readAhead(day);
    QCOMPARE((*nothing)->total(day).calls, 0);
}

// Ends the writer at a moment it does not choose, many times: what is there is always one of the
// states that were committed.
void MirrorTest::killedWhileWriting()
{
    const QList<Call> calls = writersCalls();
    for (int round = 0; round < 12; ++round) {
        QProcess writer;
        startWriter(writer, QString::number(round % 4));
        QVERIFY2(writer.waitForReadyRead(qd::test::PatienceMs), qPrintable(QStringLiteral("the writer ended with %1").arg(writer.exitCode())));
        writer.kill();
        QVERIFY(writer.waitForFinished(qd::test::PatienceMs));
        QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
        const auto mirror = opened();
        QVERIFY(mirror->canWrite());
        QVERIFY(mirror->problem().isEmpty());
        const qint64 found = mirror->total({Monday, Monday + 4 * Hour}).calls;
        QVERIFY2(found == 0 || found == calls.size(), qPrintable(QString::number(found)));
        QCOMPARE(mirror->coverage(Source).rows, found);
    }
}

// What startWriter() starts: "leave" ends without letting go of the lock, a number says after how
// many transactions to report.
static int write(const QString &file, const QString &what)
{
    const auto mirror = Mirror::open(file, Mirror::Access::Write);
    if (!mirror || !(*mirror)->canWrite())
        return 1;
    if (what == QStringLiteral("leave"))
        ::_exit(0);
    const QList<Call> calls = writersCalls();
    for (int step = 0;; ++step) {
        // Twelve hours or none: a mixture would be a lie.
        if (!(*mirror)->replaceBins(Source, binOf(Monday), binOf(Monday) + 15, step % 2 == 0 ? calls : QList<Call>(), MirrorTest::covered(Monday, Monday + 4 * Hour)))
            return 2;
        if (step >= what.toInt() && ::write(STDOUT_FILENO, "x", 1) < 0)
            return 3;
    }
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (const QStringList arguments = application.arguments(); arguments.size() == 4 && arguments[1] == QStringLiteral("--write"))
        return write(arguments[2], arguments[3]);
    MirrorTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "mirror_test.moc"
