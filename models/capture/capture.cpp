#include "capture/captureprivate.h"

#include "core/format.h"

#include <QThreadPool>

namespace qd::capture {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype BatchBytes = 1 << 20;
constexpr size_t MostBatches = 32; // while a part is being brought to the disk; more wait in the network's buffers
constexpr qint64 LeastWorkMs = 15, BehindMs = 10, LongestPauseMs = 1500;

} // namespace

CaptureRun::Private::Private(CaptureRun *owner, Target *of, RetrievalProfile what, CaptureOptions how)
    : q(owner)
    , target(of)
    , profile(std::move(what))
    , options(std::move(how))
{
    QObject::connect(&silence, &QTimer::timeout, q, [this] { listen(); });
}

CaptureRun::CaptureRun(Target *target, RetrievalProfile profile, CaptureOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, target, std::move(profile), std::move(options)))
{
}

CaptureRun::~CaptureRun()
{
    d->stop();
}

Reply<Captured> CaptureRun::start()
{
    d->clock.start();
    d->learnt.model = d->target->deployment().providers.value(QStringLiteral("embeddings.model"));
    d->answer.onCancel(this, [this] {
        const auto given = d->answer;
        d->stop();
        given.give(failure(Error::Kind::Cancelled, tr("The snapshot was cancelled.")));
    });
    d->source = d->profile.source(d->options.source);
    if (!d->source) {
        const QString message = d->options.source.isEmpty() ? tr("The profile of this deployment names no table of chunks.") : tr("The profile has no source “%1”.").arg(d->options.source);
        return ready<Captured>(failure(Error::Kind::Missing, message));
    }
    for (const RetrievalSearch &search : std::as_const(d->profile.searches)) {
        const bool isWanted = d->options.search.isEmpty() ? d->profile.source(search.source) == d->source : search.name == d->options.search;
        if (!d->main && isWanted)
            d->main = &search;
    }
    // The answer never comes before the caller has the reply in hand.
    QMetaObject::invokeMethod(this, [this] { d->lookAround(); }, Qt::QueuedConnection);
    return d->answer.reply();
}

template <typename T>
void CaptureRun::Private::onWriter(std::function<Result<T>(CaptureWriter &)> task, std::function<void(Result<T>)> then)
{
    const auto reply = onPool<T>(QThreadPool::globalInstance(), [writer = writer, task = std::move(task)](const auto &) { return task(*writer); });
    whenAnswered(reply, q, [this, then = std::move(then)](Result<T> result) {
        if (!isOver)
            then(std::move(result));
    });
}

void CaptureRun::Private::prepare()
{
    writer = std::make_shared<CaptureWriter>(plan, CaptureWriter::Settings{options.path, target->deployment().name, learnt.facts.value(QStringLiteral("database")).toString(), options.isFresh, options.commitBytes});
    onWriter<CopyRange>([](CaptureWriter &one) { return one.prepare(); }, [this](Result<CopyRange> range) {
        if (!range)
            return fail(range.error());
        copy(*range);
    });
}

void CaptureRun::Private::copy(const CopyRange &range)
{
    script = copyScript(plan, range, options.withIndexPages ? options.mostIndexBytes : 1);
    writer->expect(script);
    batch.clear();
    batches.clear();
    copyEnded.reset();
    workingSince = clock.elapsed();
    heardAt = clock.elapsed();
    silence.start(std::min(1000ms, std::chrono::milliseconds(options.silence) / 4));
    tell(CaptureProgress::Stage::Rows);
    auto reply = target->copyOut({.sql = script.sql, .chunk = [this](QByteArrayView piece) { return chunk(piece); }, .priority = Priority::Asked, .purpose = tr("retrieval snapshot"), .object = plan.relation});
    cancel = [reply]() mutable { reply.cancel(); };
    whenAnswered(reply, q, [this](const Result<qint64> &result) {
        cancel = nullptr;
        if (!isOver)
            copied(result);
    });
}

// How long the server has to wait, so that its share of time stays under the cap; and for the writer,
// if it falls behind.
std::chrono::milliseconds CaptureRun::Private::pauseFor(qint64 nowMs)
{
    const qint64 worked = nowMs - workingSince;
    qint64 pause = 0;
    if (options.cap < 1 && worked >= LeastWorkMs)
        pause = std::min(qint64(double(worked) * (1 / std::max(options.cap, 0.001) - 1)), LongestPauseMs);
    if (batches.size() > MostBatches)
        pause = std::max(pause, std::min(qint64(batches.size() - MostBatches) * BehindMs, LongestPauseMs)); // the longer, the farther behind: memory has a bound
    if (pause > 0)
        workingSince = nowMs + pause;
    return std::chrono::milliseconds(pause);
}

std::chrono::milliseconds CaptureRun::Private::chunk(QByteArrayView piece)
{
    if (isOver || writerFailed)
        return 0ms;
    if (batch.isEmpty())
        batch.reserve(BatchBytes + piece.size());
    batch += piece;
    bytes += piece.size();
    heardAt = clock.elapsed();
    if (batch.size() < BatchBytes)
        return 0ms;
    batches.push_back(std::exchange(batch, {}));
    work();
    const qint64 now = clock.elapsed();
    const auto pause = pauseFor(now);
    heardAt = now + pause.count();
    return pause;
}

// The writer takes what has come, beside the reading of what comes next.
void CaptureRun::Private::work()
{
    if (isWorking || batches.empty() || isOver)
        return;
    isWorking = true;
    onWriter<CaptureTally>([all = std::exchange(batches, {}), stopped = isStopped](CaptureWriter &one) mutable -> Result<CaptureTally> {
        Result<CaptureTally> taken;
        while (taken && !all.empty()) {
            if (*stopped)
                return failure(Error::Kind::Cancelled, QString());
            taken = one.take(all.front());
            all.pop_front();
        }
        return taken;
    }, [this](const Result<CaptureTally> &result) { worked(result); });
}

void CaptureRun::Private::worked(const Result<CaptureTally> &result)
{
    isWorking = false;
    if (!result) {
        if (!writerFailed)
            writerFailed = result.error();
        batches.clear();
        if (cancel)
            return cancel(); // copied() follows
        return drained();
    }
    tally = *result;
    if (clock.elapsed() - toldAt > 100)
        tell(tally.pages > 0 ? CaptureProgress::Stage::Pages : CaptureProgress::Stage::Rows);
    if (!batches.empty())
        return work();
    drained();
}

void CaptureRun::Private::copied(const Result<qint64> &result)
{
    silence.stop();
    copyEnded = result;
    if (!batch.isEmpty() && !writerFailed)
        batches.push_back(std::exchange(batch, {}));
    if (!isWorking)
        batches.empty() ? drained() : work();
}

// Goes on when the copy has ended and all of it was taken.
void CaptureRun::Private::drained()
{
    if (!copyEnded || isWorking || !batches.empty())
        return;
    if (writerFailed && writerFailed->code == QLatin1String("capture.everything") && !hasStartedOver)
        return startOver();
    if (writerFailed)
        return fail(*writerFailed);
    if (!*copyEnded)
        return fail(copyEnded->error());
    explainNext();
}

void CaptureRun::Private::startOver()
{
    hasStartedOver = true;
    writerFailed.reset();
    onWriter<CopyRange>([](CaptureWriter &one) { return one.startOver(); }, [this](Result<CopyRange> range) {
        if (!range)
            return fail(range.error());
        copy(*range);
    });
}

void CaptureRun::Private::finish()
{
    tell(CaptureProgress::Stage::Writing);
    const auto about = origin();
    onWriter<CaptureTally>([notes = notesOf(profile, *source, main, learnt), about](CaptureWriter &one) { return one.finish(notes, about); }, [this](Result<CaptureTally> done) {
        if (!done)
            return fail(done.error());
        tally = *done;
        Captured captured{.rows = tally.seen, .added = tally.added, .changed = tally.changed, .removed = tally.removed, .unchanged = tally.unchanged, .resumedAt = tally.resumedAt, .wasUpdate = tally.isUpdate,
                          .bytes = bytes, .took = std::chrono::milliseconds(clock.elapsed()), .hidden = {}, .remarks = {}};
        addRemarks(captured);
        isOver = true;
        writer.reset();
        const auto given = answer;
        given.give(std::move(captured));
    });
}

void CaptureRun::Private::tell(CaptureProgress::Stage stage)
{
    toldAt = clock.elapsed();
    CaptureProgress progress{stage, tally.seen, plan.expectedRows, bytes, {}};
    switch (stage) {
    case CaptureProgress::Stage::Looking:
        progress.says = tr("Looking at %1.").arg(source->schema + u'.' + source->table);
        break;
    case CaptureProgress::Stage::Rows:
        progress.says = plan.expectedRows ? tr("Reading %1: %2 of about %3 rows.").arg(plan.relation, format::count(tally.seen), format::count(std::max(*plan.expectedRows, tally.seen)))
                                          : tr("Reading %1: %2 rows.").arg(plan.relation, format::count(tally.seen));
        break;
    case CaptureProgress::Stage::Pages:
        progress.says = tr("Reading the pages of %1: %2.").arg(script.pagesOf.join(QStringLiteral(", ")), format::bytes(tally.pages * retrieval::RelationPage::Size));
        break;
    case CaptureProgress::Stage::Writing:
        progress.says = tr("Writing the snapshot to the disk.");
        break;
    }
    emit q->progressed(progress);
}

// Whoever watches a count that stands still is told why, and after a while it is given up.
void CaptureRun::Private::listen()
{
    const auto quiet = std::chrono::milliseconds(clock.elapsed() - heardAt), most = std::chrono::milliseconds(options.silence);
    const int seconds = int(std::chrono::duration_cast<std::chrono::seconds>(quiet).count());
    if (quiet >= most)
        return fail({Error::Kind::Busy, tr("%1 has sent nothing for %n second(s), so the snapshot was given up. Take it again to go on.", nullptr, seconds).arg(target->status().where), {}, QStringLiteral("silence")});
    if (quiet >= std::min(5000ms, most / 2))
        emit q->progressed({tally.pages > 0 ? CaptureProgress::Stage::Pages : CaptureProgress::Stage::Rows, tally.seen, plan.expectedRows, bytes, tr("%1 has sent nothing for %n second(s).", nullptr, seconds).arg(target->status().where)});
}

void CaptureRun::Private::fail(Error error)
{
    if (isOver)
        return;
    stop();
    if (error.code == QLatin1String("55P03"))
        error.message = tr("Somebody holds a lock on %1 or on a table that belongs to it, so no snapshot was taken: Quarterdeck does not wait behind locks of production. Try again when it is gone.").arg(plan.relation.isEmpty() ? source->schema + u'.' + source->table : plan.relation);
    const auto given = answer;
    given.give(failure(std::move(error)));
}

// Ends everything but the answer. What an interrupted first run has is kept for the next.
void CaptureRun::Private::stop()
{
    if (std::exchange(isOver, true))
        return;
    *isStopped = true;
    silence.stop();
    if (const auto end = std::exchange(cancel, nullptr))
        end();
    if (writer)
        QThreadPool::globalInstance()->start([writer = std::exchange(writer, nullptr)] { writer->keep(); });
}

} // namespace qd::capture
