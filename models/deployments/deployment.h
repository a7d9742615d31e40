#pragma once

#include "postgres/parameters.h"
#include "core/time.h"

#include <QString>

namespace qd {

enum class Environment { Production, Staging, Preview, Local };

QString environmentKey(Environment environment);  // "production"
QString environmentWord(Environment environment); // translated
std::optional<Environment> environmentFromKey(const QString &key);

// One application in one environment: its database, its profile, the addresses of its providers.
// No secrets: `password` in the parameters is empty in everything that is stored; `secret` says
// where it is to be had.
struct Deployment
{
    QString name;           // unique; used by -d
    QString title;          // shown: "Clerva"
    QString profile;        // id
    Environment environment = Environment::Production;
    pg::Parameters database;
    QString secret;         // "keychain", "env:NAME", "pgpass", "none"
    QString sshTunnel;      // host of ~/.ssh/config, empty: direct
    QString place;          // "Supabase · eu-west-1", shown under the name
    QMap<QString, QString> providers; // vercel.project, vercel.base, vercel.secret=env:…, statuspage.supabase, …

    bool isDemo = false;    // of the running demo fleet; never stored
    bool operator==(const Deployment &) const = default;
};

// <config>/deployments.toml. Saved by writing a new file and renaming it; a file with an error is
// reported with its line and never overwritten. Comments and keys that this version does not know
// stay where they are. Anything that looks like a secret is refused, by load() and by save().
class DeploymentStore
{
public:
    explicit DeploymentStore(const QString &folder);

    Result<QList<Deployment>> load() const;
    Result<> save(const QList<Deployment> &deployments) const;
    QString file() const;

private:
    QString m_folder;
};

} // namespace qd

Q_DECLARE_METATYPE(qd::Deployment)
