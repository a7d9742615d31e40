// Reading history backwards, slice by slice, under the target's background cap; after a restart it
// goes on where the mirror's coverage ends.

#include "telemetry/followerprivate.h"

#include "core/settings.h"

#include <QPointer>

namespace qd::telemetry {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds QuickSlice{150}, SlowSlice{700};
constexpr qint64 FewSliceRows = 20'000, ManySliceRows = 60'000;
constexpr std::chrono::seconds RetryAfter{10};
constexpr int MostBusy = 6;
constexpr std::chrono::minutes HouseKeeping{30};

// Where the next slice may not go beyond: an older part that is there already, or what was pruned.
Instant lowestOf(const Coverage &coverage)
{
    Instant lowest = fromMsecs(std::numeric_limits<qint32>::min() * qint64(1000)); // 1901
    if (!coverage.islands.isEmpty())
        lowest = coverage.islands.back().to;
    if (coverage.prunedBefore)
        lowest = std::max(lowest, *coverage.prunedBefore);
    return lowest;
}

// The complete part now begins at `from`; older parts that it touches become one with it.
void reachBackTo(Coverage &coverage, Instant from)
{
    if (!coverage.bins || from >= coverage.bins->from)
        return;
    coverage.bins->from = from;
    joinIslands(coverage);
}

} // namespace

void joinIslands(Coverage &coverage)
{
    while (coverage.bins && !coverage.islands.isEmpty() && coverage.islands.back().to >= coverage.bins->from)
        coverage.bins->from = std::min(coverage.bins->from, coverage.islands.takeLast().from);
}

bool Follower::Private::mayWorkInBackground() const
{
    return !isPaused && !followsAnother && serverClock && (interval.count() > 0 || !fillWaiters.isEmpty() || !auditWaiters.isEmpty());
}

void Follower::Private::nextBackgroundStep()
{
    if (!mayWorkInBackground() || background.isRunning() || retryTimer.isActive())
        return;
    if (audit || chooseAudit())
        return stepAudit();
    if (interval.count() > 0 || !fillWaiters.isEmpty())
        for (size_t i = 0; i < sources.size(); ++i)
            if (stepFill(i))
                return;
    const QPointer<Follower> alive(q);
    checkFilled();
    if (alive)
        keepHouse();
}

void Follower::Private::backgroundFailed(const Error &failed)
{
    // Busy passes by itself; for the rest the next refresh finds out more.
    if (failed.kind == Error::Kind::Busy && ++busyInARow < MostBusy) {
        retryTimer.start(RetryAfter);
        return;
    }
    busyInARow = 0;
    audit.reset();
    auditsLeft.clear();
    const auto fills = std::exchange(fillWaiters, {});
    const auto audits = std::exchange(auditWaiters, {});
    const QPointer<Follower> alive(q);
    showProgress();
    for (const Answer<> &waiter : fills)
        waiter.give(failure(failed));
    for (const Answer<int> &waiter : audits)
        waiter.give(failure(failed));
}

bool Follower::Private::stepFill(size_t index)
{
    FollowedSource &source = sources[index];
    const Coverage coverage = mirror->coverage(source.name);
    if (source.isFilled || !source.isReadable() || !source.hasOrder || source.isEmpty || !coverage.bins)
        return false;
    if (coverage.isBackfillDone && coverage.islands.isEmpty()) {
        source.isFilled = true;
        return false;
    }
    if (!coverage.sourceBegins) {
        background.start(ask(oldestSql(*source.source), Priority::Background, tr("telemetry: history"), source.asMapped.table), [this, index](Result<Target::Answered> answered) {
            if (!answered)
                return backgroundFailed(answered.error());
            const auto micros = answered->rows.count() > 0 ? answered->rows.integer(0, 0) : std::nullopt;
            const Instant begins = micros ? fromMsecs(*micros / 1000) : serverClock->now;
            background.start(writer.run<void>([name = sources[index].name, begins](Mirror &writing) {
                return changeCoverage(writing, name, [begins](Coverage &changed) { changed.sourceBegins = begins; });
            }), [this](const Result<> &noted) {
                if (!noted)
                    return backgroundFailed(noted.error());
                (void)mirror->revision();
                nextBackgroundStep();
            });
        });
        return true;
    }
    const Instant end = coverage.bins->from, lowest = lowestOf(coverage);
    const Instant begins = std::max(lowest, binStart(binOf(*coverage.sourceBegins)));
    if (end <= begins && coverage.islands.isEmpty()) {
        sourceFilled(index);
        return true;
    }
    const Instant floor = coverage.islands.isEmpty() ? begins : lowest;
    readSlice(index, {std::max(floor, binStart(binOf(end - source.slice))), end});
    return true;
}

void Follower::Private::readSlice(size_t index, const TimeRange &window)
{
    const FollowedSource &source = sources[index];
    background.start(ask(windowSql(*source.source, window.from, window.to, {}), Priority::Background, tr("telemetry: history"), source.asMapped.table), [this, index, window](Result<Target::Answered> answered) {
        FollowedSource &filled = sources[index];
        if (!answered) {
            if (answered.error().code == QStringLiteral("57014") && window.length() > BinLength) {
                filled.slice = std::max<milliseconds>(BinLength, window.length() / 2);
                return nextBackgroundStep();
            }
            return backgroundFailed(answered.error());
        }
        busyInARow = 0;
        const qint64 rows = answered->rows.count();
        if (rows < FewSliceRows && answered->took < QuickSlice)
            filled.slice = std::min(filled.slice * 2, LongestSlice);
        else if (rows > ManySliceRows || answered->took > SlowSlice)
            filled.slice = std::max<milliseconds>(BinLength, filled.slice / 2);
        Delivery delivery{filled.name, *filled.source, window, std::move(answered->rows), serverClock->now, [from = window.from](Coverage &coverage) { reachBackTo(coverage, from); }};
        background.start(writer.run<Stored>([delivery = std::move(delivery)](Mirror &writing) { return stored(writing, delivery); }), [this, index, window, rows](Result<Stored> kept) {
            if (!kept)
                return backgroundFailed(kept.error());
            noticeChanges(kept->changed);
            const QPointer<Follower> alive(q);
            publishChanges();
            if (alive)
                showProgress();
            if (!alive)
                return;
            const Coverage coverage = mirror->coverage(sources[index].name);
            if (rows == 0 && coverage.bins && coverage.bins->from == window.from && window.from > lowestOf(coverage))
                return skipEmpty(index, window.from, lowestOf(coverage));
            nextBackgroundStep();
        });
    });
}

// Years without a call are stepped over in one question.
void Follower::Private::skipEmpty(size_t index, Instant from, Instant atLeast)
{
    const FollowedSource &source = sources[index];
    background.start(ask(newestBeforeSql(*source.source, from), Priority::Background, tr("telemetry: history"), source.asMapped.table), [this, index, from, atLeast](Result<Target::Answered> answered) {
        if (!answered)
            return backgroundFailed(answered.error());
        const auto micros = answered->rows.count() > 0 ? answered->rows.integer(0, 0) : std::nullopt;
        const Coverage coverage = mirror->coverage(sources[index].name);
        const Instant bottom = std::max(atLeast, coverage.sourceBegins ? binStart(binOf(*coverage.sourceBegins)) : atLeast);
        const Instant reached = std::min(from, micros ? std::max(atLeast, binStart(binOf(fromMsecs(*micros / 1000)) + 1)) : coverage.islands.isEmpty() ? bottom : atLeast);
        background.start(writer.run<void>([name = sources[index].name, reached](Mirror &writing) {
            return changeCoverage(writing, name, [reached](Coverage &changed) { reachBackTo(changed, reached); });
        }), [this](const Result<> &noted) {
            if (!noted)
                return backgroundFailed(noted.error());
            (void)mirror->revision();
            nextBackgroundStep();
        });
    });
}

void Follower::Private::sourceFilled(size_t index)
{
    const auto cover = [now = clock.now()](Coverage &coverage) {
        coverage.isBackfillDone = true;
        coverage.auditedAt = coverage.auditedAt.value_or(now); // all of it has just been read
    };
    background.start(writer.run<void>([name = sources[index].name, cover](Mirror &writing) { return changeCoverage(writing, name, cover); }), [this, index](const Result<> &noted) {
        if (!noted)
            return backgroundFailed(noted.error());
        (void)mirror->revision();
        sources[index].isFilled = true;
        const QPointer<Follower> alive(q);
        showProgress();
        if (alive)
            nextBackgroundStep();
    });
}

void Follower::Private::checkFilled()
{
    const bool isFilled = std::all_of(sources.begin(), sources.end(), [](const FollowedSource &source) { return source.isFilled || !source.isReadable() || !source.hasOrder || source.isEmpty; });
    target->setFirstFillDone(isFilled);
    if (!isFilled)
        return;
    for (const Answer<> &waiter : std::exchange(fillWaiters, {}))
        waiter.give({});
}

// Now and then: raw calls of more than seven days go, and the file is kept under its cap.
void Follower::Private::keepHouse()
{
    if (background.isRunning() || (prunedAt && clock.now() - *prunedAt < HouseKeeping))
        return;
    prunedAt = clock.now();
    const bool mustVerify = !std::exchange(isVerified, true);
    background.start(writer.run<bool>([now = clock.now(), most = qint64(settings::MirrorMegabytes.value()) * 1'000'000, mustVerify](Mirror &writing) -> Result<bool> {
        if (mustVerify)
            if (auto whole = writing.verify(); !whole || !*whole)
                return whole;
        if (auto pruned = writing.prune(now, most); !pruned)
            return failure(pruned.error());
        return true;
    }), [this](Result<bool> kept) {
        (void)mirror->revision();
        if (!kept)
            error = kept.error();
        else if (!*kept)
            return beginRefresh(false); // begun anew: read everything again
        nextBackgroundStep(); // somebody may have asked meanwhile
    });
}

} // namespace qd::telemetry
