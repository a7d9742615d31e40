// How queries run on an open connection.
#include "postgres/session.h"

#include <QThreadPool>

namespace qd::pg {

using PgResult = std::unique_ptr<PGresult, decltype(&PQclear)>;

bool Query::isCancelled() const
{
    return std::visit([](const auto &one) { return one.isCancelled(); }, answer);
}

void Query::giveError(const Error &why)
{
    std::visit([&why](const auto &one) { one.give(failure(why)); }, answer);
}

void Query::giveAnswer()
{
    if (error)
        return giveError(*error);
    if (const auto *bytes = std::get_if<Answer<qint64>>(&answer))
        return bytes->give(copied);
    std::get<Answer<Rows>>(answer).give(std::move(rows));
}

// PQcancel opens a second connection and waits for it, for ever on a bad network, so it gets
// threads that nobody waits for, not even the end of the program.
Reply<> askToStop(PGconn *connection)
{
    static auto *const pool = [] {
        auto *threads = new QThreadPool;
        threads->setMaxThreadCount(4);
        return threads;
    }();
    const std::shared_ptr<PGcancel> cancel(PQgetCancel(connection), &PQfreeCancel);
    return onPool<void>(pool, [cancel](const auto &) -> Result<> {
        char reason[256];
        if (cancel && !PQcancel(cancel.get(), reason, sizeof reason))
            return failure(Error::Kind::Unreachable, QString::fromUtf8(reason));
        return {};
    });
}

Connection::Private::Private(Connection *owner)
    : q(owner)
{
    again.setSingleShot(true);
    limit.setSingleShot(true);
    QObject::connect(&again, &QTimer::timeout, q, [this] { readable(); });
    QObject::connect(&limit, &QTimer::timeout, q, [this] {
        if (opening)
            return attemptFailed(true);
        fail({Error::Kind::Lost, tr("%1 has stopped answering. The connection was given up.").arg(where), {}, QStringLiteral("silence")});
    });
}

void Connection::Private::reset()
{
    ++session;
    notifier.reset();
    again.stop();
    limit.stop();
    handle.reset();
    cancelsUnderWay = 0;
    isCopying = false;
    goodbye.reset();
}

void Connection::Private::cancelled(const Query *query)
{
    if (running.get() == query) {
        if (again.isActive())
            again.start(0); // whatever it waits for
        return cancelOnServer();
    }
    for (auto it = waiting.begin(); it != waiting.end(); ++it) {
        if (it->get() != query)
            continue;
        const auto dropped = std::move(*it);
        waiting.erase(it);
        return dropped->giveError({Error::Kind::Cancelled, tr("The query was cancelled."), {}, {}});
    }
}

// A request to cancel names the connection, not the query. Until it was delivered nothing else
// is sent, or it would hit what comes next.
void Connection::Private::cancelOnServer()
{
    ++cancelsUnderWay;
    // A watcher, not then(): in Qt 6.4 that asserts when its context has gone before the answer.
    auto *watcher = new QFutureWatcher<Result<>>(q);
    QObject::connect(watcher, &QFutureWatcherBase::finished, q, [this, watcher, mine = session] {
        watcher->deleteLater();
        if (mine != session)
            return;
        --cancelsUnderWay;
        startNext();
    });
    watcher->setFuture(askToStop(handle.get()));
}

void Connection::Private::startNext()
{
    if (running || opening || cancelsUnderWay > 0 || !q->isOpen())
        return;
    if (waiting.empty())
        return listen(QSocketNotifier::Read, &Private::idle);
    running = std::move(waiting.front());
    waiting.pop_front();
    running->clock.start();
    send(running->sql);
}

void Connection::Private::send(const QByteArray &sql)
{
    const PlainMessages plain;
    if (running->statementTimeout.count() > 0)
        limit.start(running->statementTimeout + SilenceGrace);
    if (!PQsendQuery(handle.get(), sql.constData()))
        return fail(lostError(where, said()));
    PQsetSingleRowMode(handle.get());
    flush();
}

void Connection::Private::flush()
{
    const PlainMessages plain;
    const int left = PQflush(handle.get());
    if (left < 0)
        return fail(lostError(where, said()));
    listen(left > 0 ? QSocketNotifier::Write : QSocketNotifier::Read, left > 0 ? &Private::flush : &Private::readable);
}

void Connection::Private::readable()
{
    const PlainMessages plain;
    if (notifier)
        notifier->setEnabled(false);
    if (!PQconsumeInput(handle.get()))
        return fail(goodbye.value_or(lostError(where, said())));
    if (limit.isActive())
        limit.start(); // something came
    if (!takeSlice())
        return finishQuery();
}

// Takes what has arrived, for as long as a slice lasts. False when the query is at its end.
bool Connection::Private::takeSlice()
{
    QElapsedTimer slice;
    slice.start();
    while (true) {
        if (running->pause.count() > 0) {
            waitBeforeMore();
            return true;
        }
        if (slice.hasExpired(SliceMs)) {
            again.start(0);
            return true;
        }
        if (isCopying) {
            const bool more = takeCopy();
            if (isCopying && !more)
                break;
            continue;
        }
        if (PQisBusy(handle.get()))
            break;
        const PgResult result(PQgetResult(handle.get()), &PQclear);
        if (!result)
            return false;
        take(result.get());
    }
    notifier->setEnabled(true);
    return true;
}

// Nothing is read meanwhile, so the pause is not silence of the server, and nothing that it says can
// be late. A cancelled copy does not wait.
void Connection::Private::waitBeforeMore()
{
    const auto pause = std::exchange(running->pause, std::chrono::milliseconds(0));
    if (running->isCancelled())
        return again.start(0);
    running->paused += pause;
    if (limit.isActive())
        limit.start(std::max(limit.intervalAsDuration(), pause + SilenceGrace));
    again.start(pause);
}

// One row of COPY. False when the next has not arrived yet.
bool Connection::Private::takeCopy()
{
    char *buffer = nullptr;
    const int size = PQgetCopyData(handle.get(), &buffer, 1);
    if (size == 0)
        return false;
    if (size < 0) {
        isCopying = false; // the result that follows says how it ended
        return true;
    }
    running->copied += size;
    if (running->chunk && !running->isCancelled())
        running->pause = running->chunk(QByteArrayView(buffer, size));
    PQfreemem(buffer);
    return true;
}

void Connection::Private::take(const PGresult *result)
{
    Query &query = *running;
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_COPY_OUT) {
        isCopying = true;
        return;
    }
    if (status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE || status == PGRES_COPY_IN || status == PGRES_COPY_BOTH) {
        if (!query.isRollingBack)
            query.error = errorFromResult(result, role);
        return;
    }
    if (status != PGRES_SINGLE_TUPLE && status != PGRES_TUPLES_OK)
        return;
    if (!query.isInsideResult) {
        QList<QByteArray> names;
        for (int column = 0; column < PQnfields(result); ++column)
            names << PQfname(result, column);
        query.rows = {};
        query.rows.setColumns(std::move(names));
    }
    query.isInsideResult = status == PGRES_SINGLE_TUPLE;
    for (int row = 0; row < PQntuples(result); ++row) {
        for (int column = 0; column < PQnfields(result); ++column) {
            if (PQgetisnull(result, row, column))
                query.rows.appendNull();
            else
                query.rows.appendCell(QByteArrayView(PQgetvalue(result, row, column), PQgetlength(result, row, column)));
        }
    }
}

void Connection::Private::finishQuery()
{
    limit.stop();
    Query &query = *running;
    if (PQstatus(handle.get()) == CONNECTION_BAD) {
        const Error why = query.error && query.error->kind == Error::Kind::Lost && !query.error->code.isEmpty() ? *query.error : goodbye.value_or(lostError(where, said()));
        return fail(why);
    }
    if (!query.isRollingBack)
        lastTime = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::nanoseconds(query.clock.nsecsElapsed()) - query.paused);
    if (query.isEnvelope && !query.isRollingBack && PQtransactionStatus(handle.get()) != PQTRANS_IDLE) {
        query.isRollingBack = true;
        return send("rollback");
    }
    if (query.error && query.error->code == QLatin1String("57014") && query.statementTimeout.count() > 0 && lastTime < query.statementTimeout)
        query.error->message = tr("Somebody else cancelled the query on the server.");
    if (query.error && query.isCancelled())
        query.error->kind = Error::Kind::Cancelled;
    const auto done = std::move(running);
    startNext();
    // Finish last: the answer's reader runs right here and may ask for more.
    done->giveAnswer();
}

// Between queries the server only speaks to say goodbye.
void Connection::Private::idle()
{
    const PlainMessages plain;
    const bool isAlive = PQconsumeInput(handle.get());
    PQisBusy(handle.get()); // hands the notice over
    if (!isAlive || PQstatus(handle.get()) == CONNECTION_BAD)
        return fail(goodbye.value_or(lostError(where, said())));
    notifier->setEnabled(true);
}

void Connection::Private::notice(void *self, const PGresult *result)
{
    auto *d = static_cast<Private *>(self);
    const char *severity = PQresultErrorField(result, PG_DIAG_SEVERITY_NONLOCALIZED);
    if (qstrcmp(severity, "FATAL") == 0 || qstrcmp(severity, "PANIC") == 0)
        d->goodbye = errorFromResult(result, d->role);
}

void Connection::Private::fail(const Error &error)
{
    auto orphans = std::exchange(waiting, {});
    if (running)
        orphans.push_front(std::move(running));
    const Error why = error; // NOLINT(performance-unnecessary-copy-initialization): it may be one that reset() ends
    reset();
    emit q->lost(why);
    // The connection may be gone by now; the answers are ours.
    for (const auto &orphan : orphans)
        orphan->giveError(why);
}

void Connection::Private::listen(QSocketNotifier::Type type, void (Private::*ready)())
{
    notifier = std::make_unique<QSocketNotifier>(PQsocket(handle.get()), type); // the socket may have changed
    QObject::connect(notifier.get(), &QSocketNotifier::activated, q, [this, ready] {
        notifier->setEnabled(false);
        (this->*ready)();
    });
}

QString Connection::Private::said() const
{
    return handle ? QString::fromUtf8(PQerrorMessage(handle.get())).trimmed() : QString();
}

} // namespace qd::pg
