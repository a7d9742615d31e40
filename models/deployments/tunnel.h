#pragma once

#include "core/async.h"
#include "postgres/parameters.h"

#include <QObject>
#include <QTimer>

namespace qd {

// A way to the database through the user's own ssh: their configuration, keys, agent and known
// hosts. It listens on a free loopback port for as long as the object lives. ssh never asks
// anything (BatchMode), because there is nobody who could see the question.
class Tunnel : public QObject
{
    Q_OBJECT

public:
    // `host` as in ~/.ssh/config.
    Tunnel(QString host, QObject *parent = nullptr);
    ~Tunnel() override;

    // Answers with the parameters that lead through the tunnel: the address is ours, the name and
    // therefore the check of the certificate stay the server's.
    Reply<pg::Parameters> open(const pg::Parameters &asked);
    bool isOpen() const { return m_isOpen; }

signals:
    void closed(const qd::Error &error); // by itself, after it was open

private:
    void begin(int port);
    void probe();
    void ended(const Error &error);

    QString m_host;
    pg::Parameters m_to;
    int m_port = 0;
    bool m_isOpen = false;
    std::optional<Answer<pg::Parameters>> m_answer;
    std::function<void()> m_stop;
    QTimer m_probe, m_limit;
};

} // namespace qd
