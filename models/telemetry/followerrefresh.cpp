// One refresh: look the sources up where that is needed, ask the server's clock, then read the
// newest window of each source and put it into the mirror.

#include "telemetry/followerprivate.h"

#include <QPointer>

namespace qd::telemetry {

namespace {

constexpr qint64 FewRows = 200'000; // may be read whole when somebody asks, without an index
constexpr qint64 SlowFactor = 20;   // a refresh uses at most a twentieth of one connection
const QString StatementTimeOut = QStringLiteral("57014");

} // namespace

void Follower::Private::beginRefresh(bool asked)
{
    isAsked = isAsked || asked;
    if (isRefreshing)
        return;
    timer.stop();
    isRefreshing = true;
    roundError.reset();
    longestQuery = {};
    showProgress();
    step.start(writer.run<bool>([](Mirror &) { return true; }), [this](Result<bool> ready) {
        followsAnother = !ready && ready.error().code == MirrorWriter::AnotherWrites;
        if (followsAnother)
            return followWriter();
        if (!ready)
            return finishRefresh(ready.error());
        lookUpNext(0);
    });
}

// The other process does the reading; what it has written is shown here.
void Follower::Private::followWriter()
{
    const qint64 revision = mirror->revision();
    if (std::exchange(followedRevision, revision) != revision)
        changedRange = mirror->coverage().bins;
    finishRefresh({});
}

void Follower::Private::lookUpNext(size_t index)
{
    // What was there is taken as still there until a read says otherwise.
    while (index < sources.size() && sources[index].isLookedUp && sources[index].source && sources[index].hasOrder && !sources[index].isEmpty)
        ++index;
    if (index == sources.size())
        return askClock();
    step.start(lookUp(target, sources[index].asMapped), [this, index](Result<SourceReality> found) {
        if (!found)
            return finishRefresh(found.error());
        take(index, *std::move(found));
    });
}

void Follower::Private::take(size_t index, SourceReality found)
{
    FollowedSource &source = sources[index];
    source.isLookedUp = true;
    source.isEmpty = found.isEmpty;
    source.hasOrder = found.hasReadingOrder;
    source.isSmall = found.estimatedRows && *found.estimatedRows <= FewRows;
    source.source = found.exists && found.mayRead ? withoutColumns(found.source, found.missingColumns) : std::nullopt;
    while (size_t(reality.size()) < sources.size())
        reality.append(SourceReality());
    reality[qsizetype(index)] = std::move(found);
    const auto goOn = [this, index](const Result<> &adopted) {
        if (!adopted)
            return finishRefresh(adopted.error());
        const QPointer<Follower> alive(q);
        emit q->realityChanged();
        if (alive)
            lookUpNext(index + 1);
    };
    if (!source.source)
        return goOn({});
    step.start(writer.run<void>([name = source.name, readable = *source.source](Mirror &writing) { return adopt(writing, name, readable); }), goOn);
}

void Follower::Private::askClock()
{
    step.start(ask(clockSql(), isAsked ? Priority::Asked : Priority::Refresh, tr("telemetry: clock"), QString()), [this](Result<Target::Answered> answered) {
        if (!answered)
            return finishRefresh(answered.error());
        serverClock = clockFrom(answered->rows);
        if (!serverClock)
            return finishRefresh(Error{Error::Kind::Wrong, tr("The database did not say what time it is."), {}, {}});
        // Half of the way was there, half was back.
        clockOffset = serverClock->now - (answered->at - std::chrono::duration_cast<milliseconds>(answered->took) / 2);
        readNext(0);
    });
}

TimeRange Follower::Private::refreshWindow(const FollowedSource &source, bool &isNewIsland) const
{
    const Instant now = serverClock->now;
    const Coverage coverage = mirror->coverage(source.name);
    const Instant firstFrom = binStart(binOf(source.mustReadShort ? now : now - FirstRead));
    // Without an order there is no cheap part: all of it, when somebody asks.
    if (!source.hasOrder) {
        isNewIsland = !coverage.bins;
        return {fromMsecs(0), now + Ahead};
    }
    isNewIsland = !coverage.bins || !coverage.watermark || *coverage.watermark < now - 2 * FirstRead || source.mustReadShort || *coverage.watermark > now + LargeOverlap;
    if (isNewIsland)
        return {firstFrom, now + Ahead};
    Instant from = *coverage.watermark - SmallOverlap;
    if (!serverClock->maySeeWriters)
        from = *coverage.watermark - LargeOverlap;
    else if (coverage.openSince)
        from = std::max(std::min(from, *coverage.openSince), *coverage.watermark - LargeOverlap);
    return {std::max(from, coverage.bins->from), now + Ahead};
}

void Follower::Private::readNext(size_t index)
{
    for (; index < sources.size(); ++index) {
        const FollowedSource &source = sources[index];
        if (source.isReadable() && source.isEmpty)
            return noteEmpty(index);
        if (source.source && (source.hasOrder || (isAsked && source.isSmall))) {
            bool isNewIsland = false;
            const TimeRange window = refreshWindow(source, isNewIsland);
            return readWindow(index, window, isNewIsland);
        }
        if (source.source && isAsked && !source.hasOrder && !roundError)
            roundError = Error{Error::Kind::Missing, tr("“%1” has no index to read by, and is too large to be read whole. Create the index that its check names.").arg(source.name), {}, {}};
    }
    finishRefresh(roundError);
}

void Follower::Private::noteEmpty(size_t index)
{
    const auto cover = [now = clock.now(), serverNow = serverClock->now, readable = *sources[index].source](Coverage &coverage) {
        coverage.readAt = now;
        coverage.isInstrumented = coverage.rows > 0; // it had rows once: they were deleted
        coverage.watermark = serverNow;
        coverage.mapping = mappingOf(readable);
    };
    step.start(writer.run<void>([name = sources[index].name, cover](Mirror &writing) { return changeCoverage(writing, name, cover); }), [this, index](const Result<> &noted) {
        if (!noted)
            return finishRefresh(noted.error());
        readNext(index + 1);
    });
}

void Follower::Private::readWindow(size_t index, const TimeRange &window, bool isNewIsland)
{
    const FollowedSource &source = sources[index];
    std::optional<qint64> afterId;
    if (source.source->idIsMonotone) {
        auto mark = source.idMarks.upperBound(window.from - SmallOverlap);
        if (mark != source.idMarks.begin() && !isNewIsland)
            afterId = *--mark;
    }
    LastRead read;
    read.sql = windowSql(*source.source, window.from, window.to, afterId);
    read.overlap = isNewIsland ? milliseconds(0) : mirror->coverage(source.name).watermark.value_or(window.from) - window.from;
    read.clockOffset = clockOffset;
    read.maySeeWriters = serverClock->maySeeWriters;
    step.start(ask(read.sql, isAsked ? Priority::Asked : Priority::Refresh, tr("telemetry: refresh"), source.asMapped.table), [this, index, window, isNewIsland, read](Result<Target::Answered> answered) {
        FollowedSource &asked = sources[index];
        if (answered) {
            asked.mustReadShort = false;
            return store(index, window, isNewIsland, *std::move(answered), read);
        }
        if (answered.error().code == StatementTimeOut && asked.hasOrder && !asked.mustReadShort) {
            asked.mustReadShort = true; // the newest bin alone; the rest is filled in the background
            return readNext(index);
        }
        const auto kind = answered.error().kind;
        if (kind == Error::Kind::Missing || kind == Error::Kind::Refused || kind == Error::Kind::Wrong)
            asked.isLookedUp = false; // something is no longer as it was
        if (kind == Error::Kind::Unreachable || kind == Error::Kind::Lost)
            return finishRefresh(answered.error());
        roundError = roundError.value_or(answered.error());
        readNext(index + 1);
    });
}

void Follower::Private::store(size_t index, const TimeRange &window, bool isNewIsland, Target::Answered answered, const LastRead &read)
{
    FollowedSource &source = sources[index];
    longestQuery = std::max(longestQuery, answered.took);
    LastRead done = read;
    done.at = answered.at;
    done.took = answered.took;
    done.rows = answered.rows.count();
    const bool isWhole = !source.hasOrder;
    const QString note = serverClock->maySeeWriters
        ? tr("Rows that are changed or added more than ten minutes late are found by the catch-up of the last day and the nightly audit.")
        : tr("This role may not see other sessions' transactions, so the last ten minutes are read again each time. Grant pg_monitor to it to read less.");
    const auto cover = [window, isNewIsland, isWhole, note, now = clock.now(), server = *serverClock](Coverage &coverage) {
        if (isNewIsland && coverage.bins && coverage.watermark && !isWhole) {
            // What was there before the gap ends where it was last read for sure.
            const TimeRange island{coverage.bins->from, binStart(binOf(std::min(*coverage.watermark - LargeOverlap, window.from)))};
            if (!island.isEmpty())
                coverage.islands.append(island);
        }
        const Instant from = isNewIsland || !coverage.bins ? window.from : std::min(coverage.bins->from, window.from);
        coverage.bins = TimeRange{isWhole ? window.from : from, server.now};
        joinIslands(coverage);
        coverage.isBackfillDone = isWhole || (coverage.isBackfillDone && coverage.islands.isEmpty());
        coverage.readAt = now;
        coverage.watermark = server.now;
        coverage.openSince = server.openSince;
        coverage.isInstrumented = true;
        coverage.note = note;
    };
    Delivery delivery{source.name, *source.source, window, std::move(answered.rows), serverClock->now, cover};
    step.start(writer.run<Stored>([delivery = std::move(delivery)](Mirror &writing) { return stored(writing, delivery); }), [this, index, window, isNewIsland, done](Result<Stored> kept) {
        FollowedSource &followed = sources[index];
        if (!kept)
            return finishRefresh(kept.error());
        if (kept->needsWholeBins)
            return readWindow(index, {binStart(binOf(window.from)), window.to}, isNewIsland);
        followed.lastRead = done;
        followed.lastRead->newRows = kept->newRows;
        followed.isFilled = followed.isFilled && !isNewIsland;
        if (kept->largestId) {
            const qint64 known = followed.idMarks.isEmpty() ? 0 : followed.idMarks.last();
            followed.idMarks.insert(serverClock->now, std::max(known, *kept->largestId));
            while (followed.idMarks.size() > 1 && std::next(followed.idMarks.begin()).key() < serverClock->now - 2 * LargeOverlap)
                followed.idMarks.erase(followed.idMarks.begin());
        }
        // A writer older than the largest overlap: its rows are fetched once it is gone.
        if (serverClock->openSince && *serverClock->openSince < serverClock->now - LargeOverlap)
            followed.owedFrom = std::min(followed.owedFrom.value_or(*serverClock->openSince), *serverClock->openSince);
        noticeChanges(kept->changed);
        readNext(index + 1);
    });
}

void Follower::Private::finishRefresh(std::optional<Error> failed)
{
    isRefreshing = false;
    isAsked = false;
    error = failed;
    const auto waiters = std::exchange(refreshWaiters, {});
    if (interval.count() > 0 && !isPaused)
        timer.start(std::max<milliseconds>(interval, std::chrono::duration_cast<milliseconds>(longestQuery * SlowFactor)));
    if (failed || followsAnother) { // nothing can be filled or compared now
        for (const Answer<> &waiter : std::exchange(fillWaiters, {}))
            QMetaObject::invokeMethod(q, [waiter, failed] { waiter.give(failed ? Result<>(failure(*failed)) : Result<>()); }, Qt::QueuedConnection);
        for (const Answer<int> &waiter : std::exchange(auditWaiters, {}))
            QMetaObject::invokeMethod(q, [waiter, failed] { waiter.give(failed ? Result<int>(failure(*failed)) : Result<int>(0)); }, Qt::QueuedConnection);
        auditsLeft.clear();
    }
    const QPointer<Follower> alive(q);
    publishChanges();
    if (!alive)
        return;
    showProgress();
    if (!alive)
        return;
    if (!failed && !followsAnother)
        nextBackgroundStep();
    for (const Answer<> &waiter : waiters)
        waiter.give(failed ? Result<>(failure(*failed)) : Result<>());
}

} // namespace qd::telemetry
