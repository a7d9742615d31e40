#pragma once

// The inside of Target.

#include "deployments/loadmeter.h"
#include "deployments/target.h"
#include "deployments/tunnel.h"

#include <QTimer>

#include <array>
#include <deque>
#include <variant>

namespace qd {

// One read or copy, from asking to answering.
struct TargetJob
{
    ReadRequest request;
    pg::Connection::PacedChunk chunk = {};
    std::variant<Answer<Target::Answered>, Answer<qint64>> answer = Answer<Target::Answered>();
    std::function<void()> cancel = {}; // while it runs

    pg::ReadLimits limits() const;
    // Must be the last statement.
    void fail(const Error &error) const;
};

// One of at most two connections.
struct TargetLine
{
    std::unique_ptr<pg::Connection> connection;
    bool isOpening = false;
    std::shared_ptr<TargetJob> job;
    QTimer idle; // the second line is given back when nobody needs it
};

struct Target::Private
{
    Private(Target *owner, Deployment of, SecretStore *store, Journal *journal, const Clock &time);

    // Questions
    void add(const std::shared_ptr<TargetJob> &job);
    void drop(const std::shared_ptr<TargetJob> &job);
    void next();
    std::shared_ptr<TargetJob> take(bool isFirstLine);
    void run(TargetLine &line, const std::shared_ptr<TargetJob> &job);
    template <typename T, typename Finish>
    void watch(TargetLine &line, const std::shared_ptr<TargetJob> &job, Reply<T> reply, Finish finish);
    void answered(TargetLine &line, const std::shared_ptr<TargetJob> &job);
    Error inContext(const Error &error, const TargetJob &job) const;

    // Connections
    void connectFirst();
    void findPassword();
    void findWay();
    void openLine(TargetLine &line);
    void lineOpened(TargetLine &line, const Result<> &opened);
    void hello(TargetLine &line);
    void lost(TargetLine &line, const Error &error);
    void failed(const Error &error);
    void dropTunnel();
    void closeLines();
    bool hasOpenLine() const;
    bool isConnecting() const { return status.connection == Status::Connection::Connecting; }
    void setConnection(Status::Connection connection);
    bool isWaitingToRetry() const { return status.connection == Status::Connection::Failed; }

    Target *q;
    Deployment deployment;
    SecretStore *secrets;
    const Clock &clock;
    Lock lock;
    Status status;
    LoadMeter meter;
    std::array<TargetLine, 2> lines;
    std::array<std::deque<std::shared_ptr<TargetJob>>, 3> queues; // by priority
    std::unique_ptr<Tunnel> tunnel;
    std::optional<Secret> password; // found or typed; kept for this run
    pg::Parameters way;             // complete: password, tunnel
    QTimer retry, background;
    Instant secondLineAgain{};      // not before, after it was refused
    bool isAsleep = false;
    int generation = 0;             // counts connectFirst(), sleep(): late answers are known by it
};

} // namespace qd
