#pragma once

// What libpq and the server say, in sentences for people. Internal to this folder.

#include "postgres/connection.h"

#include <libpq-fe.h>

#include <locale.h>

namespace qd::pg {

// libpq translates its messages into the language of the environment; recognising them by their
// words, as version 15 leaves no other way for TLS, needs them in English. For this thread only.
class PlainMessages
{
public:
    PlainMessages()
        : m_before(uselocale(plain()))
    {
    }
    ~PlainMessages() { uselocale(m_before); }
    PlainMessages(const PlainMessages &) = delete;
    PlainMessages &operator=(const PlainMessages &) = delete;

private:
    static locale_t plain();
    locale_t m_before;
};

// An attempt to connect that failed.
struct FailedAttempt
{
    QString where;   // "db.example:5432"
    QString host;    // as the certificate should name it
    QByteArray user, database, sslmode;
    QString said;    // libpq's words
    ConnStatusType stage = CONNECTION_STARTED; // how far it came
    bool wasEncrypted = false;
    bool needsPassword = false;
    bool timedOut = false;
};
// Error::code is the SQLSTATE, or one of tcp.refused, tcp.timeout, tcp, tls.off, tls.authority,
// tls.name, tls.expired, tls.file, tls, password, protocol.
Error errorFromAttempt(const FailedAttempt &attempt);
// Another address of the same host may do better.
bool isWorthAnotherAddress(const Error &error);

// The server's answer to a query.
Error errorFromResult(const PGresult *result, const QString &role);
// The connection ended while something was going on, or while idle.
Error lostError(const QString &where, const QString &said);

} // namespace qd::pg
