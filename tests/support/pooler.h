#pragma once

#include "support/cluster.h"

namespace qd::test {

// PgBouncer on a loopback port before a cluster, in transaction mode: every transaction may run
// on another server connection, and with a pool of one every client gets the same. Knows the
// superuser and its password, and further users as name → password.
class Pooler
{
public:
    explicit Pooler(const Cluster &cluster, int poolSize = 1, const QByteArray &mode = "transaction", const QMap<QByteArray, QByteArray> &users = {});
    ~Pooler();

    pg::Parameters parameters(const QByteArray &database = "postgres") const;
    int port() const { return m_port; }
    QString log() const;

private:
    ServerFolder m_folder;
    int m_port;
    QString m_password;
    std::unique_ptr<QProcess> m_server;
};

} // namespace qd::test
