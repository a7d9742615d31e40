#pragma once

#include "core/async.h"
#include "core/secret.h"

#include <QObject>
#include <QHash>

namespace qd {

// Passwords and tokens. A reference is "keychain" (QtKeychain, service Quarterdeck), "env:NAME",
// "pgpass", "none" or, when there is no keychain, held for this run only. Nothing is ever written
// in the clear.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    explicit SecretStore(QObject *parent = nullptr);

    // `key` names the secret inside the keychain: "deployment/clerva/password".
    Reply<Secret> read(const QString &reference, const QString &key);
    // Without a keychain the secret is kept for this run, and `keptForThisRunOnly` is emitted once.
    Reply<> write(const QString &key, const Secret &secret);
    Reply<> remove(const QString &key);

signals:
    void keptForThisRunOnly();

private:
    QHash<QString, Secret> m_session;
    bool m_hasSaidSo = false;
};

} // namespace qd
