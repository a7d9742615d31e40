#pragma once

// The inside of Connection, for the files that make it up.

#include "postgres/connection.h"
#include "postgres/errors.h"

#include <QElapsedTimer>
#include <QSocketNotifier>
#include <QTimer>

#include <libpq-fe.h>

#include <deque>
#include <variant>

namespace qd::pg {

// Half a frame: the window keeps drawing while rows arrive.
inline constexpr qint64 SliceMs = 8;
// How much longer than its own time-out a read may stay silent before the line counts as dead.
inline constexpr std::chrono::milliseconds SilenceGrace{5000};

struct Opening
{
    Answer<> answer;
    Parameters parameters;
    std::deque<Place> left;
    Place place;
    std::optional<Error> error; // of the last place that failed
    ConnStatusType stage = CONNECTION_STARTED;
    int lookup = -1;
};

struct Query
{
    QByteArray sql;
    bool isEnvelope = false;                     // in a transaction of its own, to be rolled back on error
    std::chrono::milliseconds statementTimeout{0};
    Connection::PacedChunk chunk = {};           // COPY
    std::variant<Answer<Rows>, Answer<qint64>> answer = Answer<Rows>();

    Rows rows = {};
    qint64 copied = 0;
    bool isInsideResult = false;
    bool isRollingBack = false;
    std::optional<Error> error = {};
    QElapsedTimer clock = {};
    std::chrono::milliseconds pause{0}; // before the next bytes are taken
    std::chrono::milliseconds paused{0};

    bool isCancelled() const;
    // Must be the last statement.
    void giveAnswer();
    void giveError(const Error &error);
};

struct Connection::Private
{
    explicit Private(Connection *owner);

    // Opening
    void begin();
    void tryNextPlace();
    void lookUp(const Place &place);
    void connectTo(const Place &place);
    void pollConnect();
    void attemptFailed(bool timedOut);
    void opened();
    void openFailed(const Error &error);
    void learnFacts();

    // Queries
    template <typename T>
    Reply<T> add(std::unique_ptr<Query> query);
    void cancelled(const Query *query);
    void startNext();
    void send(const QByteArray &sql);
    void flush();
    void readable();
    bool takeSlice(); // true while the query goes on
    bool takeCopy();
    void waitBeforeMore();
    void take(const PGresult *result);
    void finishQuery();
    void idle();
    void cancelOnServer();

    void listen(QSocketNotifier::Type type, void (Private::*ready)());
    void fail(const Error &error);
    void reset();
    QString said() const;
    static void notice(void *self, const PGresult *result);

    Connection *q;
    std::unique_ptr<PGconn, decltype(&PQfinish)> handle{nullptr, &PQfinish};
    std::unique_ptr<Opening> opening;
    std::deque<std::unique_ptr<Query>> waiting;
    std::unique_ptr<Query> running;
    std::unique_ptr<QSocketNotifier> notifier;
    QTimer again;   // the next slice
    QTimer limit;   // of an attempt to connect, or of silence during a query
    int session = 0; // counts openings, so that late news of an old one is known
    int cancelsUnderWay = 0;
    std::optional<Error> goodbye; // what the server said before it closed
    ServerFacts facts;
    QString role, where;
    bool isCopying = false;
    std::chrono::microseconds lastTime{0};
};

// Asks the server on a thread of its own to stop what the connection does; answers when it was told.
Reply<> askToStop(PGconn *connection);

} // namespace qd::pg
