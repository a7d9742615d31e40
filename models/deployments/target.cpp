#include "deployments/target.h"

#include "deployments/targetlines.h"
#include "core/async.h"

#include <QPointer>

#include <algorithm>

namespace qd {

using namespace std::chrono_literals;

pg::ReadLimits TargetJob::limits() const
{
    pg::ReadLimits limits;
    limits.statementTimeout = request.statementTimeout.value_or(request.priority == Priority::Asked ? 10s : 2s);
    return limits;
}

void TargetJob::fail(const Error &error) const
{
    std::visit([&error](const auto &one) { one.give(failure(error)); }, answer);
}

Target::Private::Private(Target *owner, Deployment of, SecretStore *store, Journal *journal, const Clock &time)
    : q(owner)
    , deployment(std::move(of))
    , secrets(store)
    , clock(time)
    , lock(deployment.name, journal, time)
{
    const QByteArray host = deployment.database.value("host"), port = deployment.database.value("port");
    status.where = host.isEmpty() || host.startsWith('/') ? deployment.database.text().section(QLatin1String(" "), 0, 0)
                                                          : QStringLiteral("%1:%2").arg(QString::fromUtf8(host), port.isEmpty() ? QStringLiteral("5432") : QString::fromUtf8(port));
    for (QTimer *timer : {&retry, &background, &lines[1].idle})
        timer->setSingleShot(true);
    QObject::connect(&retry, &QTimer::timeout, q, [this] { connectFirst(); });
    QObject::connect(&background, &QTimer::timeout, q, [this] { next(); });
    QObject::connect(&lines[1].idle, &QTimer::timeout, q, [this] {
        if (!lines[1].job)
            lines[1].connection.reset();
    });
}

Target::Target(const Deployment &deployment, SecretStore *secrets, Journal *journal, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, deployment, secrets, journal, clock))
{
}

Target::~Target()
{
    d->tunnel.reset(); // now: there may be no event loop any more
    d->closeLines();
}

const Deployment &Target::deployment() const { return d->deployment; }
const Target::Status &Target::status() const { return d->status; }
Target::Load Target::load() const { return d->meter.load(d->clock.now()); }
Lock &Target::lock() { return d->lock; }
void Target::setFirstFillDone(bool done) { d->meter.setCap(done ? 0.01 : 0.25); }

Reply<Target::Answered> Target::read(const ReadRequest &request)
{
    auto job = std::make_shared<TargetJob>();
    job->request = request;
    const Answer<Answered> answer = std::get<Answer<Answered>>(job->answer);
    d->add(job);
    return answer.reply();
}

Reply<qint64> Target::copyOut(const QByteArray &copySql, std::function<void(QByteArrayView)> chunk, Priority priority, const QString &purpose)
{
    const auto unpaced = [chunk = std::move(chunk)](QByteArrayView bytes) {
        if (chunk)
            chunk(bytes);
        return 0ms;
    };
    return copyOut({.sql = copySql, .chunk = unpaced, .priority = priority, .purpose = purpose, .object = {}, .statementTimeout = priority == Priority::Asked ? 10s : 2s});
}

Reply<qint64> Target::copyOut(const CopyRequest &request)
{
    auto job = std::make_shared<TargetJob>();
    job->request = {.sql = request.sql, .priority = request.priority, .purpose = request.purpose, .object = request.object, .statementTimeout = request.statementTimeout};
    job->chunk = request.chunk;
    const Answer<qint64> answer;
    job->answer = answer;
    d->add(job);
    return answer.reply();
}

void Target::retry()
{
    if (d->isAsleep || d->hasOpenLine() || d->isConnecting())
        return;
    d->connectFirst();
}

void Target::sleep()
{
    if (std::exchange(d->isAsleep, true))
        return;
    d->lock.relock(QStringLiteral("suspend"));
    d->closeLines();
    d->setConnection(Status::Connection::Idle);
}

void Target::wake()
{
    if (!std::exchange(d->isAsleep, false))
        return;
    d->status.attempt = 0;
    d->connectFirst();
}

void Target::setPassword(const Secret &password)
{
    d->password = password;
    retry();
}

void Target::Private::add(const std::shared_ptr<TargetJob> &job)
{
    // Nobody waits for a reconnection that may take half a minute: what is wrong is known already.
    if (isAsleep)
        return job->fail({Error::Kind::Unreachable, tr("The connections to %1 are closed while this computer sleeps.").arg(status.where), {}, {}});
    if (isWaitingToRetry())
        return job->fail(*status.error);
    std::visit([&](const auto &answer) { answer.onCancel(q, [this, weak = std::weak_ptr(job)] {
        if (const auto asked = weak.lock())
            drop(asked);
    }); }, job->answer);
    queues[size_t(job->request.priority)].push_back(job);
    next();
}

void Target::Private::drop(const std::shared_ptr<TargetJob> &job)
{
    auto &queue = queues[size_t(job->request.priority)];
    if (const auto it = std::ranges::find(queue, job); it != queue.end()) {
        queue.erase(it);
        return job->fail({Error::Kind::Cancelled, {}, {}, {}});
    }
    if (job->cancel)
        job->cancel();
}

// Gives waiting questions to free lines.
void Target::Private::next()
{
    const bool isAnythingWaiting = std::ranges::any_of(queues, [](const auto &queue) { return !queue.empty(); });
    if (!isAnythingWaiting || isAsleep || isConnecting())
        return;
    if (!hasOpenLine())
        return connectFirst();
    for (TargetLine &line : lines) {
        const bool isFirst = &line == &lines[0];
        if (line.job || line.isOpening)
            continue;
        if (line.connection && line.connection->isOpen()) {
            if (const auto job = take(isFirst || !lines[0].connection))
                run(line, job);
            continue;
        }
        // The second line is for people who wait while the first is busy.
        const bool isNeeded = !queues[0].empty() || !queues[1].empty();
        if (isNeeded && clock.now() >= secondLineAgain)
            openLine(line);
    }
}

// The most urgent question. Background work never takes both lines and keeps under its cap.
std::shared_ptr<TargetJob> Target::Private::take(bool isFirstLine)
{
    for (auto &queue : queues) {
        if (queue.empty())
            continue;
        if (&queue == &queues[size_t(Priority::Background)]) {
            const bool isRunning = std::ranges::any_of(lines, [](const TargetLine &line) { return line.job && line.job->request.priority == Priority::Background; });
            if (isRunning || !isFirstLine)
                return nullptr;
            if (const auto wait = meter.nextBackground() - clock.now(); wait > 0ms) {
                background.start(std::min<milliseconds>(wait, 60s));
                return nullptr;
            }
        }
        const auto job = queue.front();
        queue.pop_front();
        return job;
    }
    return nullptr;
}

void Target::Private::run(TargetLine &line, const std::shared_ptr<TargetJob> &job)
{
    line.job = job;
    line.idle.stop();
    if (const auto *bytes = std::get_if<Answer<qint64>>(&job->answer))
        return watch(line, job, line.connection->copyOutPaced(job->request.sql, job->chunk, job->limits()), [answer = *bytes](Result<qint64> copied, const Answered &) { answer.give(std::move(copied)); });
    watch(line, job, line.connection->read(job->request.sql, job->limits()), [answer = std::get<Answer<Answered>>(job->answer)](Result<pg::Rows> rows, Answered given) {
        if (!rows)
            return answer.give(failure(rows.error()));
        given.rows = *std::move(rows);
        answer.give(std::move(given));
    });
}

template <typename T, typename Finish>
void Target::Private::watch(TargetLine &line, const std::shared_ptr<TargetJob> &job, Reply<T> reply, Finish finish)
{
    job->cancel = [reply]() mutable { reply.cancel(); };
    whenAnswered(reply, q, [this, &line, job, finish](Result<T> result) {
        job->cancel = nullptr;
        const bool isOurs = line.job == job; // or the line was given up meanwhile
        Answered given;
        given.at = clock.now();
        if (isOurs) {
            given.took = line.connection ? line.connection->lastQueryTime() : given.took;
            line.job.reset();
            meter.add(given.at, given.took, status.roundTrip, job->request.purpose, job->request.priority == Priority::Background);
            if (result || !result.error().mayRetryRead() || result.error().kind == Error::Kind::Busy)
                status.lastAnswer = given.at;
            if (&line == &lines[1])
                line.idle.start(1min);
        }
        if (!result)
            result = failure(inContext(result.error(), *job));
        const QPointer<Target> alive(q);
        if (isOurs)
            emit q->loadChanged();
        if (alive)
            next();
        finish(std::move(result), std::move(given));
    });
}

// The server's words, once more with the names of table and role.
Error Target::Private::inContext(const Error &error, const TargetJob &job) const
{
    static const QStringList known = {QStringLiteral("42501"), QStringLiteral("42P01"), QStringLiteral("55P03"), QStringLiteral("42703")};
    if (job.request.object.isEmpty() || !known.contains(error.code))
        return error;
    return pg::errorFromState(error.code.toLatin1(), error.detail, job.request.object, QString::fromUtf8(deployment.database.value("user")));
}

} // namespace qd
