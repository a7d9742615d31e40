#pragma once

#include "core/async.h"
#include "deployments/deployment.h"
#include "deployments/lock.h"
#include "deployments/secrets.h"
#include "postgres/connection.h"

#include <QObject>

#include <memory>

namespace qd {

enum class Priority {
    Asked,      // somebody is waiting: 10 s of statement time-out
    Refresh,    // the regular refresh: 2 s
    Background, // catch-up, audit, first fill: 2 s, only under the load cap
};

struct ReadRequest
{
    QByteArray sql;                     // one statement
    Priority priority = Priority::Refresh;
    QString purpose;                    // "telemetry refresh": for the load meter's breakdown
    QString object;                     // table that is read, for error sentences
    std::optional<std::chrono::milliseconds> statementTimeout = {};
};

// Rows by COPY, for work that takes long: a snapshot of chunks.
struct CopyRequest
{
    QByteArray sql;                     // `copy … to stdout` once or more, after `set …` if need be
    // What it returns is how long the next bytes wait, so that the load stays under a cap.
    pg::Connection::PacedChunk chunk;
    Priority priority = Priority::Asked;
    QString purpose;
    QString object;                     // table that is read, for error sentences
    std::chrono::milliseconds statementTimeout{std::chrono::minutes(30)};
};

// The only owner of a deployment's connections. Every read is asked of it with a priority; it
// opens at most two connections, queues, meters, holds background work under a cap, reconnects
// after a kill, a sleep or a network change (waits of 1, 2, 4 … 30 s), and knows locked from
// unlocked. Everything on the GUI thread.
class Target : public QObject
{
    Q_OBJECT

public:
    struct Status
    {
        enum class Connection { Idle, Connecting, Connected, Failed };
        Connection connection = Connection::Idle;
        std::optional<Error> error;          // why it failed
        std::optional<Instant> failedSince;  // first failure since it last answered
        std::optional<Instant> lastAnswer;
        int attempt = 0;
        std::optional<Instant> nextTry;
        std::chrono::microseconds roundTrip{0};
        QString where;                       // "db.example:5432", as the strip shows it
        bool isPooled = false;               // a transaction pooler was found in between
        pg::ServerFacts server;
    };

    struct Load
    {
        double share = 0;              // of one core over the last minute; upper bound by wall time
        double cap = 0.01;             // for background work
        std::chrono::milliseconds lastMinute{0};
        qint64 queries = 0;            // since start
        std::chrono::milliseconds total{0};
        QMap<QString, std::chrono::milliseconds> byPurpose;
    };

    // What one answered read cost; given with the answer so that "explain this number" can show it.
    struct Answered
    {
        pg::Rows rows;
        std::chrono::microseconds took{0};
        Instant at;
    };

    Target(const Deployment &deployment, SecretStore *secrets, Journal *journal, const Clock &clock, QObject *parent = nullptr);
    ~Target() override;

    const Deployment &deployment() const;
    Reply<Answered> read(const ReadRequest &request);
    Reply<qint64> copyOut(const QByteArray &copySql, std::function<void(QByteArrayView)> chunk, Priority priority, const QString &purpose);

    Reply<qint64> copyOut(const CopyRequest &request);

    const Status &status() const;
    Load load() const;
    Lock &lock();

    // Tries again now instead of waiting; what the "Retry now" button does.
    void retry();
    // Closes the connections and fails fast; wake() opens again. Called on suspend and resume.
    void sleep();
    void wake();
    // The password typed by the user for this run wins over the stored one.
    void setPassword(const Secret &password);
    // First fill done: from now on the cap of 1 % holds for background work. Before it, 25 %.
    void setFirstFillDone(bool done);

signals:
    void statusChanged();
    void loadChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace qd
