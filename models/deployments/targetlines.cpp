// How a Target keeps its connections.
#include "deployments/targetlines.h"

#include "core/async.h"

#include <QPointer>

#include <algorithm>

namespace qd {

using namespace std::chrono_literals;

bool Target::Private::hasOpenLine() const
{
    return std::ranges::any_of(lines, [](const TargetLine &line) { return line.connection && line.connection->isOpen(); });
}

void Target::Private::setConnection(Status::Connection connection)
{
    status.connection = connection;
    emit q->statusChanged();
}

void Target::Private::connectFirst()
{
    if (isAsleep || isConnecting())
        return;
    ++generation;
    retry.stop();
    status.nextTry.reset();
    ++status.attempt;
    setConnection(Status::Connection::Connecting);
    findPassword();
}

void Target::Private::findPassword()
{
    if (!deployment.database.password.isEmpty() && !password)
        password = deployment.database.password;
    if (password || !secrets)
        return findWay();
    const QString key = QStringLiteral("deployment/%1/password").arg(deployment.name);
    whenAnswered(secrets->read(deployment.secret, key), q, [this, mine = generation](Result<Secret> secret) {
        if (mine != generation)
            return;
        if (!secret)
            return failed(secret.error());
        if (!secret->isEmpty())
            password = *secret;
        findWay();
    });
}

void Target::Private::findWay()
{
    way = deployment.database;
    way.password = password.value_or(Secret());
    if (deployment.sshTunnel.isEmpty())
        return openLine(lines[0]);
    tunnel = std::make_unique<Tunnel>(deployment.sshTunnel);
    QObject::connect(tunnel.get(), &Tunnel::closed, q, [this](const Error &error) {
        if (!hasOpenLine())
            return;
        closeLines();
        failed(error);
    });
    whenAnswered(tunnel->open(way), q, [this, mine = generation](Result<pg::Parameters> through) {
        if (mine != generation)
            return;
        if (!through)
            return failed(through.error());
        way = *through;
        openLine(lines[0]);
    });
}

void Target::Private::openLine(TargetLine &line)
{
    line.connection = std::make_unique<pg::Connection>();
    line.isOpening = true;
    QObject::connect(line.connection.get(), &pg::Connection::lost, q, [this, &line](const Error &error) { lost(line, error); });
    whenAnswered(line.connection->open(way), q, [this, &line, mine = generation, which = line.connection.get()](const Result<> &opened) {
        if (mine == generation && line.connection.get() == which)
            lineOpened(line, opened);
    });
}

void Target::Private::lineOpened(TargetLine &line, const Result<> &opened)
{
    if (opened)
        return hello(line);
    line.isOpening = false;
    line.connection.reset();
    // The role's connection limit, most likely. One line will do.
    if (hasOpenLine()) {
        secondLineAgain = clock.now() + 1min;
        return;
    }
    if (opened.error().code == QLatin1String("28P01"))
        password.reset(); // another may be stored meanwhile
    failed(opened.error());
}

// The first question tells what a round trip takes, and whether the process that answers is the
// one that greeted us: if not, a pooler stands in between. Reading it marks nothing.
void Target::Private::hello(TargetLine &line)
{
    whenAnswered(line.connection->read("select pg_backend_pid()"), q, [this, &line, mine = generation, which = line.connection.get()](Result<pg::Rows> rows) {
        if (mine != generation || line.connection.get() != which || !which->isOpen())
            return; // lost() has seen to it
        line.isOpening = false;
        if (&line == &lines[1])
            line.idle.start(1min);
        const auto took = which->lastQueryTime();
        const bool isFirst = status.connection != Status::Connection::Connected;
        status.roundTrip = isFirst || status.roundTrip == 0us ? took : std::min(status.roundTrip, took);
        status.server = which->server();
        if (rows && !rows->isEmpty())
            status.isPooled = rows->integer(0, 0) != which->server().backendPid;
        meter.add(clock.now(), took, 0us, tr("connecting"), false);
        status.error.reset();
        status.failedSince.reset();
        status.attempt = 0;
        status.lastAnswer = clock.now();
        const QPointer<Target> alive(q);
        setConnection(Status::Connection::Connected);
        if (alive)
            next();
    });
}

// Ended by the server or the network. One more try at once, then with growing waits.
void Target::Private::lost(TargetLine &line, const Error &error)
{
    line.connection.release()->deleteLater(); // it is just saying so
    line.isOpening = false;
    line.job.reset(); // its answer comes from the connection
    if (hasOpenLine() || isAsleep)
        return;
    if (isConnecting())
        return failed(error);
    if (!status.failedSince)
        status.failedSince = clock.now();
    status.error = error;
    connectFirst();
}

void Target::Private::failed(const Error &error)
{
    ++generation;
    dropTunnel();
    status.error = error;
    if (!status.failedSince)
        status.failedSince = clock.now();
    // A password that was refused is not tried again and again: that locks accounts.
    const bool mayHelp = error.mayRetryRead();
    const std::chrono::seconds wait = mayHelp ? std::chrono::seconds(std::min(30, 1 << std::clamp(status.attempt - 1, 0, 5))) : 5min;
    status.nextTry = clock.now() + wait;
    retry.start(wait);
    auto waiting = std::exchange(queues, {});
    const QPointer<Target> alive(q);
    setConnection(Status::Connection::Failed);
    for (auto &queue : waiting) {
        for (const auto &job : queue)
            job->fail(error);
    }
}

// Later, because it may be the tunnel that is just telling us of its end.
void Target::Private::dropTunnel()
{
    if (!tunnel)
        return;
    tunnel->disconnect(q);
    tunnel.release()->deleteLater();
}

void Target::Private::closeLines()
{
    ++generation;
    retry.stop();
    background.stop();
    for (TargetLine &line : lines) {
        line.idle.stop();
        line.isOpening = false;
        line.job.reset();
        line.connection.reset(); // its answers are Lost
    }
    dropTunnel();
    auto waiting = std::exchange(queues, {});
    for (auto &queue : waiting) {
        for (const auto &job : queue)
            job->fail({Error::Kind::Unreachable, tr("The connections to %1 were closed.").arg(status.where), {}, {}});
    }
}

} // namespace qd
