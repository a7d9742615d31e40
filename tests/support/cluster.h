#pragma once

#include "postgres/parameters.h"
#include "support/server.h"

#include <memory>

namespace qd::test {

enum class Tls {
    Off,      // the server refuses to encrypt
    Offered,  // with or without
    Demanded, // hostssl only
};

struct ClusterOptions
{
    bool tcp = false;               // listen on a free loopback port as well, login by SCRAM
    Tls tls = Tls::Off;             // certificates of a CA of our own
    bool mayLoginByTcp = true;      // false: pg_hba.conf has no entry for TCP
    QString certificateNames = QStringLiteral("DNS:localhost,IP:127.0.0.1");
    QString preload = {};           // shared_preload_libraries: "pg_cron", "pg_stat_statements"
    QStringList settings = {};      // further "name = value" lines of postgresql.conf
};

// A private PostgreSQL that lives as long as the object: in a folder of its own, on a unix socket
// (everybody is trusted there) and, if asked for, on a loopback port (SCRAM). It starts in about a
// second because nothing is synced to the disk. Blocks; for tests only.
class Cluster
{
public:
    explicit Cluster(const ClusterOptions &options = {});
    ~Cluster();

    // By unix socket, as superuser "postgres" unless another user is named. No password needed.
    pg::Parameters parameters(const QByteArray &database = "postgres", const QByteArray &user = "postgres") const;
    // By TCP to 127.0.0.1 with the superuser's password. With TLS: verify-full and our CA.
    pg::Parameters tcpParameters(const QByteArray &database = "postgres") const;

    // Runs SQL with psql as superuser; unaligned, tuples only: "1|a\n2|b". Ends the test program
    // when the SQL fails, with what the server said.
    QString execute(const QString &sql, const QString &database = QStringLiteral("postgres")) const;
    // psql in the background, for holding a lock: ends with the returned object.
    using Session = std::unique_ptr<QProcess, void (*)(QProcess *)>;
    Session session(const QString &sql, const QString &database = QStringLiteral("postgres")) const;

    void start();
    void stop();    // immediate shutdown: clients are told
    void kill();    // SIGKILL to everything: clients see the socket close
    void restart();
    bool isRunning() const;

    QString socketFolder() const;
    int port() const { return m_port; } // of TCP; the socket's name carries the same number
    QString password() const { return m_password; } // of the superuser, for TCP
    QString certificateAuthority() const;           // path of ca.crt
    QString log() const;

private:
    void makeCertificates();

    ClusterOptions m_options;
    ServerFolder m_folder;
    int m_port;
    QString m_password;
    std::unique_ptr<QProcess> m_server;
};

} // namespace qd::test
