#pragma once

// Where a database is and how to log in: every libpq keyword, with the password kept apart.

#include "core/result.h"
#include "core/secret.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

namespace qd::pg {

// One of the places where the server may be: a name yet to be looked up, or an address.
struct Place
{
    QByteArray host, address, port;

    bool isSocket() const; // of this computer
    bool isToLookUp() const;
    QString text() const;  // "db.example:5432", "[::1]:5432", the path of the socket
};

struct Parameters
{
    QMap<QByteArray, QByteArray> values; // libpq keywords: host, port, dbname, user, sslmode, …
    Secret password;

    QByteArray value(const char *keyword) const { return values.value(QByteArray(keyword)); }
    // "db.example:5432/app as quarterdeck_ro", for people; never the password.
    QString text() const;
    // postgresql://user@host:port/dbname?…, without the password, percent-encoded.
    QByteArray uri() const;
    bool isLocal() const; // unix socket or loopback
    bool operator==(const Parameters &) const = default;

    // Takes postgres:// and postgresql:// URLs, key=value strings and DATABASE_URL=… lines, with
    // or without quotes and surrounding blanks. Wrong: says which part is not understood. The
    // defaults of DESIGN §4 (sslmode, keepalives, time-outs) are added later, by withDefaults().
    static Result<Parameters> fromText(const QString &text);

    // Adds what the user left open: verify-full for hosts elsewhere, prefer for this machine,
    // application_name, connect_timeout, keepalives, gssencmode=disable.
    Parameters withDefaults() const;

    // What the service of pg_service.conf says, where `service` is set; what is said here wins.
    // Missing: there is no such service.
    Result<Parameters> withService() const;
    // Every host of a list with its port, in the order in which they are tried; never empty.
    QList<Place> places() const;
};

// One variable of a .env file or one section of pg_service.conf that looks like a database.
struct Found
{
    QString name;   // DATABASE_URL, DIRECT_URL, the service's name, host of a .pgpass line
    QString source; // ".env", "/home/…/.pg_service.conf"
    Parameters parameters;
};

// The databases in the text of a .env file, most useful first (a direct address before a pooler).
QList<Found> fromDotEnv(const QString &text);
// PGSERVICEFILE or ~/.pg_service.conf.
QList<Found> fromServiceFile();
// PGPASSFILE or ~/.pgpass; a file that others may read is ignored, as libpq does.
QList<Found> fromPasswordFile();

// "verify-full" → "encrypted, and nobody else can pose as the server", translated.
QString sslModeInWords(const QByteArray &sslmode);

} // namespace qd::pg
