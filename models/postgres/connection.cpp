#include "postgres/session.h"

#include <QHostInfo>

namespace qd::pg {

namespace {

// The transaction in which everything is read. Nothing in it outlives the commit: behind a
// transaction pooler the session is somebody else's a moment later. What the text of values
// depends on is fixed here as well, because roles and databases may have it set otherwise.
QByteArray envelope(QByteArray sql, const ReadLimits &limits)
{
    while (!sql.isEmpty() && (sql.back() == ';' || isspace(uchar(sql.back()))))
        sql.chop(1);
    const auto ms = [](std::chrono::milliseconds limit) { return QByteArray::number(qint64(limit.count())); };
    return "begin read only; set local statement_timeout = " + ms(limits.statementTimeout) + "; set local lock_timeout = " + ms(limits.lockTimeout)
        + "; set local idle_in_transaction_session_timeout = 5000; set local jit = off; set local max_parallel_workers_per_gather = 0"
          "; set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; "
        + sql + "\n; commit"; // on a line of its own: the query may end in a comment
}

Error notOpen()
{
    return {Error::Kind::Unreachable, Connection::tr("The database is not connected."), {}, {}};
}

} // namespace

Connection::Connection(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
}

Connection::~Connection()
{
    close();
}

Reply<> Connection::open(const Parameters &parameters)
{
    close();
    auto opening = std::make_unique<Opening>();
    opening->parameters = parameters;
    const Reply<> reply = opening->answer.reply();
    opening->answer.onCancel(this, [this, session = ++d->session] {
        if (session == d->session)
            close();
    });
    d->opening = std::move(opening);
    // The answer never comes before the caller has the reply in hand.
    QMetaObject::invokeMethod(this, [this, session = d->session] {
        if (session == d->session && d->opening)
            d->begin();
    }, Qt::QueuedConnection);
    return reply;
}

void Connection::close()
{
    if (d->running && isOpen())
        d->cancelOnServer();
    const auto opening = std::move(d->opening);
    auto orphans = std::exchange(d->waiting, {});
    if (d->running)
        orphans.push_front(std::move(d->running));
    const QString where = d->where;
    if (opening && opening->lookup != -1)
        QHostInfo::abortHostLookup(opening->lookup);
    d->reset();
    // Last, and without touching the connection again: the readers run in here.
    for (const auto &orphan : orphans)
        orphan->giveError({Error::Kind::Lost, tr("The connection to %1 was closed.").arg(where), {}, {}});
    if (opening)
        opening->answer.give(failure(Error::Kind::Cancelled, tr("The connection was given up.")));
}

bool Connection::isOpen() const
{
    return d->handle && !d->opening && PQstatus(d->handle.get()) == CONNECTION_OK;
}

bool Connection::isBusy() const { return d->opening || d->running || !d->waiting.empty(); }
const ServerFacts &Connection::server() const { return d->facts; }
std::chrono::microseconds Connection::lastQueryTime() const { return d->lastTime; }

Reply<Rows> Connection::execute(const QByteArray &sql)
{
    auto query = std::make_unique<Query>();
    query->sql = sql;
    return d->add<Rows>(std::move(query));
}

Reply<Rows> Connection::read(const QByteArray &sql, const ReadLimits &limits)
{
    auto query = std::make_unique<Query>();
    query->sql = envelope(sql, limits);
    query->isEnvelope = true;
    query->statementTimeout = limits.statementTimeout;
    return d->add<Rows>(std::move(query));
}

Reply<qint64> Connection::copyOut(const QByteArray &copySql, std::function<void(QByteArrayView)> chunk, const ReadLimits &limits)
{
    return copyOutPaced(copySql, [chunk = std::move(chunk)](QByteArrayView bytes) {
        if (chunk)
            chunk(bytes);
        return std::chrono::milliseconds(0);
    }, limits);
}

Reply<qint64> Connection::copyOutPaced(const QByteArray &copySql, PacedChunk chunk, const ReadLimits &limits)
{
    auto query = std::make_unique<Query>();
    query->sql = envelope(copySql, limits);
    query->isEnvelope = true;
    query->statementTimeout = limits.statementTimeout;
    query->chunk = std::move(chunk);
    query->answer = Answer<qint64>();
    return d->add<qint64>(std::move(query));
}

template <typename T>
Reply<T> Connection::Private::add(std::unique_ptr<Query> query)
{
    if (!q->isOpen() && !opening)
        return ready<T>(failure(notOpen()));
    const Answer<T> answer = std::get<Answer<T>>(query->answer);
    answer.onCancel(q, [this, asked = query.get()] { cancelled(asked); });
    waiting.push_back(std::move(query));
    startNext();
    return answer.reply();
}

} // namespace qd::pg
