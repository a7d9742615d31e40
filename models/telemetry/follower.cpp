#include "telemetry/follower.h"

#include "telemetry/followerprivate.h"

#include <QPointer>

namespace qd::telemetry {

Follower::Private::Private(Follower *follower, Target *given, const Profile &mapped, const QString &file, const Clock &time)
    : q(follower)
    , target(given)
    , profile(mapped)
    , clock(time)
    , writer(file)
    , step(follower)
    , background(follower)
{
    auto opened = Mirror::open(file, Mirror::Access::Read);
    if (!opened) { // of a newer version: stays as it is, and there is nothing to show
        error = opened.error();
        opened = Mirror::open(file + QStringLiteral(".none"), Mirror::Access::Read);
    }
    mirror = std::move(*opened);
    QSet<QString> names;
    for (const TelemetrySource &source : std::as_const(profile.sources)) {
        FollowedSource followed;
        followed.asMapped = source;
        followed.name = source.name.isEmpty() ? source.table : source.name;
        if (names.contains(followed.name))
            followed.name = source.schema + QLatin1Char('.') + source.table;
        names.insert(followed.name);
        sources.push_back(std::move(followed));
    }
    timer.setSingleShot(true);
    retryTimer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, q, [this] { beginRefresh(false); });
    QObject::connect(&retryTimer, &QTimer::timeout, q, [this] { nextBackgroundStep(); });
}

Follower::Follower(Target *target, const Profile &profile, const QString &mirrorFile, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, target, profile, mirrorFile, clock))
{
}

Follower::~Follower() = default;

Mirror &Follower::mirror()
{
    return *d->mirror;
}

const QList<SourceReality> &Follower::reality() const
{
    return d->reality;
}

const Follower::Progress &Follower::progress() const
{
    return d->progress;
}

std::optional<Follower::LastRead> Follower::lastRead(const QString &source) const
{
    for (const FollowedSource &followed : d->sources)
        if (followed.name == source || followed.asMapped.name == source)
            return followed.lastRead;
    return {};
}

const std::optional<Error> &Follower::error() const
{
    return d->error;
}

bool Follower::isFollowingAnother() const
{
    return d->followsAnother;
}

void Follower::setInterval(std::chrono::seconds interval)
{
    d->interval = std::max(interval, std::chrono::seconds(0));
    d->timer.stop();
    if (d->interval.count() > 0 && !d->isPaused && !d->isRefreshing)
        d->timer.start(std::chrono::seconds(0));
}

std::chrono::seconds Follower::interval() const
{
    return d->interval;
}

void Follower::pause(bool paused)
{
    if (std::exchange(d->isPaused, paused) == paused)
        return;
    d->timer.stop();
    if (paused) {
        d->background.cancel(); // what was read so far is in the mirror; the rest is read later
        d->retryTimer.stop();
    } else if (d->interval.count() > 0 && !d->isRefreshing) {
        d->timer.start(std::chrono::seconds(0));
    }
    d->showProgress();
}

bool Follower::isPaused() const
{
    return d->isPaused;
}

Reply<> Follower::refresh()
{
    const Answer<> answer;
    d->refreshWaiters.append(answer);
    d->beginRefresh(true);
    return answer.reply();
}

Reply<> Follower::fillAll()
{
    const Answer<> answer;
    d->fillWaiters.append(answer);
    if (!d->serverClock)
        d->beginRefresh(true);
    else
        d->nextBackgroundStep();
    return answer.reply();
}

Reply<int> Follower::audit()
{
    const Answer<int> answer;
    d->auditWaiters.append(answer);
    if (d->auditsLeft.empty() && !(d->audit && d->audit->kind == AuditJob::Kind::Asked)) {
        d->hoursRebuilt = 0;
        for (size_t i = 0; i < d->sources.size(); ++i)
            d->auditsLeft.push_back(i);
    }
    if (!d->serverClock)
        d->beginRefresh(true);
    else
        d->nextBackgroundStep();
    return answer.reply();
}

Reply<Target::Answered> Follower::Private::ask(const QByteArray &sql, Priority priority, const QString &purpose, const QString &object) const
{
    ReadRequest request;
    request.sql = sql;
    request.priority = priority;
    request.purpose = purpose;
    request.object = object;
    return target->read(request);
}

void Follower::Private::noticeChanges(const QList<Bin> &bins)
{
    if (bins.isEmpty())
        return;
    const TimeRange range{binStart(bins.front()), binStart(bins.back() + 1)};
    changedRange = changedRange ? TimeRange{std::min(changedRange->from, range.from), std::max(changedRange->to, range.to)} : range;
}

// May be the last statement only: whoever listens may do anything.
void Follower::Private::publishChanges()
{
    (void)mirror->revision();
    if (const auto range = std::exchange(changedRange, std::nullopt))
        emit q->changed(*range);
}

void Follower::Private::showProgress()
{
    Progress shown;
    shown.isRefreshing = isRefreshing;
    bool isAnyMissing = false;
    for (const FollowedSource &source : sources) {
        const Coverage coverage = mirror->coverage(source.name);
        const bool isFilled = source.isFilled || (coverage.isBackfillDone && coverage.islands.isEmpty());
        if (!source.isReadable() || source.isEmpty || isFilled || !coverage.bins)
            continue;
        isAnyMissing = true;
        if (!shown.readBackTo || coverage.bins->from > *shown.readBackTo)
            shown.readBackTo = coverage.bins->from;
        if (coverage.sourceBegins && (!shown.begins || *coverage.sourceBegins < *shown.begins))
            shown.begins = coverage.sourceBegins;
    }
    shown.isFilling = isAnyMissing && mayWorkInBackground() && (interval.count() > 0 || !fillWaiters.isEmpty());
    if (isPaused)
        shown.says = tr("Paused");
    else if (followsAnother)
        shown.says = tr("Another Quarterdeck reads this database; this one follows it");
    else if (shown.isFilling && shown.readBackTo)
        //: %1 is a day such as 14 Nov or, on the first day, a time
        shown.says = tr("Reading history, back to %1").arg(QLocale().toString(toDateTime(*shown.readBackTo, QTimeZone::utc()), QStringLiteral("d MMM yyyy HH:mm 'UTC'")));
    else if (audit && audit->kind != AuditJob::Kind::CatchUp)
        shown.says = tr("Comparing with the database");
    else if (isRefreshing)
        shown.says = tr("Reading new calls");
    progress = shown;
    emit q->progressChanged();
}

} // namespace qd::telemetry
