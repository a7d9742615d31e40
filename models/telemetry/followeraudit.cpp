// Comparing bins with the source by number and checksum of their rows, and reading again what
// differs: what came later than any overlap, was changed, or was deleted.

#include "telemetry/followerprivate.h"

#include <QPointer>

namespace qd::telemetry {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr minutes ShortCatchUpEvery{10};
constexpr hours ShortCatchUpSpan{3}, LongCatchUpEvery{2}, LongCatchUpSpan{24}, NightlyEvery{20}, NightlyAtLatest{36};
constexpr int BinsPerRead = 96;

bool isNight(Instant now)
{
    const int hour = toDateTime(now, QTimeZone::systemTimeZone()).time().hour();
    return hour >= 1 && hour < 6;
}

} // namespace

// The bins that no refresh touches any more, so that the two never write the same one.
std::optional<TimeRange> Follower::Private::auditable(size_t index) const
{
    const Coverage coverage = mirror->coverage(sources[index].name);
    if (!sources[index].isReadable() || !sources[index].hasOrder || sources[index].isEmpty || !coverage.bins || !coverage.watermark)
        return {};
    const TimeRange range{coverage.bins->from, binStart(binOf(*coverage.watermark - LargeOverlap))};
    return range.isEmpty() ? std::nullopt : std::optional(range);
}

bool Follower::Private::chooseAudit()
{
    const auto choose = [this](AuditJob::Kind kind, size_t index, const TimeRange &range) {
        audit = AuditJob{};
        audit->kind = kind;
        audit->source = index;
        audit->range = range;
        audit->reached = range.to;
        return true;
    };
    while (!auditsLeft.empty()) {
        const size_t index = auditsLeft.back();
        auditsLeft.pop_back();
        if (const auto range = auditable(index))
            return choose(AuditJob::Kind::Asked, index, *range);
    }
    if (!auditWaiters.isEmpty()) {
        const auto waiters = std::exchange(auditWaiters, {});
        for (const Answer<int> &waiter : waiters)
            QMetaObject::invokeMethod(q, [waiter, hours = hoursRebuilt] { waiter.give(hours); }, Qt::QueuedConnection);
    }
    const auto damaged = mirror->damagedBins();
    const Instant now = clock.now();
    for (size_t index = 0; index < sources.size(); ++index) {
        FollowedSource &source = sources[index];
        const auto range = auditable(index);
        if (!range)
            continue;
        QList<Bin> broken;
        for (const auto &[name, bin] : damaged)
            if (name == source.name && range->contains(binStart(bin)))
                broken.append(bin);
        if (!broken.isEmpty()) {
            choose(AuditJob::Kind::Repair, index, {range->to, range->to});
            audit->toRead = runsOf(broken, BinsPerRead);
            return true;
        }
        if (interval.count() == 0)
            continue;
        if (source.owedFrom && (!serverClock->openSince || *serverClock->openSince > *source.owedFrom)) {
            const TimeRange owed = range->intersected({binStart(binOf(*std::exchange(source.owedFrom, std::nullopt) - minutes(1))), range->to});
            if (!owed.isEmpty())
                return choose(AuditJob::Kind::CatchUp, index, owed);
        }
        const auto isDue = [now](std::optional<Instant> &last, auto every) {
            if (!last) {
                last = now; // it has just been read
                return false;
            }
            if (now - *last < every)
                return false;
            last = now;
            return true;
        };
        if (isDue(source.longCatchUp, LongCatchUpEvery))
            return choose(AuditJob::Kind::CatchUp, index, range->intersected({range->to - LongCatchUpSpan, range->to}));
        if (isDue(source.shortCatchUp, ShortCatchUpEvery))
            return choose(AuditJob::Kind::CatchUp, index, range->intersected({range->to - ShortCatchUpSpan, range->to}));
        const auto auditedAt = mirror->coverage(source.name).auditedAt;
        if (source.isFilled && auditedAt && (now - *auditedAt >= NightlyAtLatest || (now - *auditedAt >= NightlyEvery && isNight(now))))
            return choose(AuditJob::Kind::Nightly, index, *range);
    }
    return false;
}

void Follower::Private::stepAudit()
{
    if (!audit->toRead.isEmpty())
        return readDiffering();
    if (audit->reached > audit->range.from)
        return compareSpan();
    auditDone();
}

Priority Follower::Private::auditPriority() const
{
    return audit->kind == AuditJob::Kind::Asked ? Priority::Asked : Priority::Background;
}

void Follower::Private::compareSpan()
{
    const FollowedSource &source = sources[audit->source];
    const TimeRange span{std::max(audit->range.from, audit->reached - audit->span), audit->reached};
    background.start(ask(tallySql(*source.source, span.from, span.to), auditPriority(), tr("telemetry: audit"), source.asMapped.table), [this, span](Result<Target::Answered> answered) {
        if (!answered) {
            if (answered.error().code == QStringLiteral("57014") && span.length() > BinLength) {
                audit->span = binStart(binOf(fromMsecs(0) + span.length() / 2) + 1) - fromMsecs(0);
                return nextBackgroundStep();
            }
            return backgroundFailed(answered.error());
        }
        busyInARow = 0;
        const QString name = sources[audit->source].name;
        background.start(writer.run<QList<Bin>>([name, span, rows = std::move(answered->rows)](Mirror &writing) { return differing(writing, name, span, rows); }), [this, span](Result<QList<Bin>> bins) {
            if (!bins)
                return backgroundFailed(bins.error());
            audit->reached = span.from;
            audit->toRead = runsOf(*bins, BinsPerRead);
            nextBackgroundStep();
        });
    });
}

void Follower::Private::readDiffering()
{
    const FollowedSource &source = sources[audit->source];
    const auto run = audit->toRead.front();
    const TimeRange window{binStart(run.first), binStart(run.second + 1)};
    background.start(ask(windowSql(*source.source, window.from, window.to, {}), auditPriority(), tr("telemetry: audit"), source.asMapped.table), [this, window, run](Result<Target::Answered> answered) {
        if (!answered) {
            if (answered.error().code == QStringLiteral("57014") && run.second > run.first) {
                const Bin middle = (run.first + run.second) / 2;
                audit->toRead.front() = {middle + 1, run.second};
                audit->toRead.insert(1, {run.first, middle});
                return nextBackgroundStep();
            }
            return backgroundFailed(answered.error());
        }
        Delivery delivery{sources[audit->source].name, *sources[audit->source].source, window, std::move(answered->rows), serverClock->now, [](Coverage &) {}};
        background.start(writer.run<Stored>([delivery = std::move(delivery)](Mirror &writing) { return stored(writing, delivery); }), [this](Result<Stored> kept) {
            if (!kept)
                return backgroundFailed(kept.error());
            audit->toRead.removeFirst();
            for (const Bin bin : std::as_const(kept->changed))
                audit->hours.insert(bin / 4);
            noticeChanges(kept->changed);
            const QPointer<Follower> alive(q);
            publishChanges();
            if (alive)
                nextBackgroundStep();
        });
    });
}

void Follower::Private::auditDone()
{
    const AuditJob done = *std::exchange(audit, std::nullopt);
    hoursRebuilt += done.kind == AuditJob::Kind::Asked ? int(done.hours.size()) : 0;
    if (done.kind != AuditJob::Kind::Asked && done.kind != AuditJob::Kind::Nightly)
        return nextBackgroundStep();
    const auto cover = [now = clock.now(), repairs = qint64(done.hours.size())](Coverage &coverage) {
        coverage.auditedAt = now;
        coverage.auditRepairs = repairs;
    };
    background.start(writer.run<void>([name = sources[done.source].name, cover](Mirror &writing) { return changeCoverage(writing, name, cover); }), [this](const Result<> &noted) {
        if (!noted)
            return backgroundFailed(noted.error());
        const QPointer<Follower> alive(q);
        publishChanges();
        if (alive)
            showProgress();
        if (alive)
            nextBackgroundStep();
    });
}

} // namespace qd::telemetry
