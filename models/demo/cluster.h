#pragma once

// One private PostgreSQL cluster: made with initdb in a folder of its own, reachable only through
// the unix socket in that folder and only with a password, tuned for being thrown away. When we
// are root it runs as an unprivileged user, because Postgres refuses root and is right to.

#include "core/process.h"
#include "core/secret.h"

#include <QMap>
#include <QObject>

namespace qd::demo {

class Cluster : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        QString folder;                 // does not exist yet
        QString superuser;
        QMap<QString, QString> server;  // postgresql.conf
    };
    Cluster(Settings settings, const Secret &password, QObject *parent);

    // Missing: PostgreSQL's server is not installed; the message names the package.
    static Result<> programsAreThere();

    Reply<> create();
    Reply<> start();
    // A psql script; stops at its first error. `variables` are quoted as psql's \set wants them
    // and travel on standard input with the script.
    Reply<> sql(const QString &database, const QByteArray &script, const QMap<QByteArray, QByteArray> &variables = {});
    // The first column of the first row.
    Reply<QString> ask(const QString &database, const QByteArray &query);

    QString folder() const { return m_settings.folder; }
    QString socket() const;

private:
    Reply<Output> psql(const QString &database, const QByteArray &script, QStringList options);
    Command asServerUser(const QString &program, const QStringList &arguments) const;
    Result<> configure() const;

    Settings m_settings;
    Secret m_password;
};

// A file that the server may read although it may run as another user.
Result<> writeForServer(const QString &file, const QByteArray &content);

} // namespace qd::demo
