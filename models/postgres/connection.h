#pragma once

// Talks to Postgres; the only folder that sees libpq.

#include "core/async.h"
#include "postgres/parameters.h"
#include "postgres/rows.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace qd::pg {

// What a read may cost. Applied with `set local` inside the read's own transaction, never to the
// session, because behind a transaction pooler the session belongs to somebody else next.
struct ReadLimits
{
    std::chrono::milliseconds statementTimeout{2000};
    std::chrono::milliseconds lockTimeout{100};
};

// What is known of the server after login.
struct ServerFacts
{
    int version = 0;               // 150020
    QString versionText;           // "15.20"
    int backendPid = 0;
    bool isEncrypted = false;
    QString tls;                   // "TLSv1.3, TLS_AES_256_GCM_SHA384"
    bool identityChecked = false;  // sslmode verify-ca or verify-full was in force
    bool inRecovery = false;       // reported by the server since 14
    QString address;               // the one of several that answered
};

// One connection to one Postgres server. It never blocks the thread it lives on: host names are
// looked up by Qt, cancel requests run on the thread pool, and everything else waits for the
// socket; long results are taken in slices of 8 ms. Queries run one at a time, in the order they
// were asked for. Cancelling a reply cancels the query on the server. Errors carry the SQLSTATE
// in Error::code.
class Connection : public QObject
{
    Q_OBJECT

public:
    explicit Connection(QObject *parent = nullptr);
    ~Connection() override;

    // Unreachable: name, network, TLS. Refused: login. Tries every address of the host.
    Reply<> open(const Parameters &parameters);
    // Idempotent; outstanding replies end with Lost.
    void close();
    bool isOpen() const;
    bool isBusy() const;
    const ServerFacts &server() const;

    // One or more statements by the simple protocol; the rows are those of the last statement
    // that returned any. Used by read() and by tests; nothing else in Quarterdeck sends bare SQL.
    Reply<Rows> execute(const QByteArray &sql);
    // `begin read only; set local …; sql; commit` in one round trip, rolled back on error.
    // `sql` is a single statement. Milliseconds of the last read are in lastReadTime().
    Reply<Rows> read(const QByteArray &sql, const ReadLimits &limits = {});
    // COPY (…) TO STDOUT inside the same envelope; `chunk` gets the raw bytes as they come and
    // may be called many times before the reply, which gives the number of bytes.
    Reply<qint64> copyOut(const QByteArray &copySql, std::function<void(QByteArrayView)> chunk, const ReadLimits &limits = {});
    // The same for copies that must not be faster than somebody wants: what `chunk` returns is how
    // long the next bytes wait. Once the buffers in between are full the server waits, too. The sql
    // may be several statements, the first of them `set …`; their copies arrive one after another.
    using PacedChunk = std::function<std::chrono::milliseconds(QByteArrayView)>;
    Reply<qint64> copyOutPaced(const QByteArray &copySql, PacedChunk chunk, const ReadLimits &limits);

    // Wall time of the last finished query, from sending to its last byte, without the pauses of a
    // paced copy.
    std::chrono::microseconds lastQueryTime() const;

signals:
    // The server or the network ended the connection by itself, also while idle.
    void lost(const qd::Error &error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

// SQLSTATE → kind, and a sentence for the ones an engineer meets at night. `table` names what was
// read and `role` who read, where known, so that a missing grant can be spelled out.
Error errorFromState(const QByteArray &sqlState, const QString &serverSaid, const QString &table = {}, const QString &role = {});

} // namespace qd::pg
