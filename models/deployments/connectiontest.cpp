#include "deployments/connectiontest.h"

#include "deployments/teststeps.h"
#include "deployments/tunnel.h"
#include "core/async.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QHostInfo>
#include <QLocalSocket>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

namespace qd {

using teststeps::Finding;

struct ConnectionTest::Private
{
    Private(ConnectionTest *owner, const Deployment &of, const Profile *with, const Clock &time)
        : q(owner)
        , deployment(of)
        , profile(with ? std::optional(*with) : std::nullopt)
        , clock(time)
    {
        limit.setSingleShot(true);
    }

    ConnectionTest *q;
    Deployment deployment;
    std::optional<Profile> profile;
    const Clock &clock;
    QList<TestStep> steps;
    qsizetype at = 0; // the step that is under way
    QElapsedTimer since;
    std::optional<Answer<QList<TestStep>>> answer;
    QString roleName;
    pg::Parameters way; // with defaults, through the tunnel
    std::unique_ptr<Tunnel> tunnel;
    QList<pg::Place> endpoints; // left to try, all with an address or a socket
    std::unique_ptr<pg::Connection> connection;
    QTimer limit;

    void tunnelStep();
    void nameStep();
    void lookUp(QList<pg::Place> left, const QStringList &names, const QStringList &unknown);
    void lookedUp(const QStringList &names, const QStringList &unknown);
    void networkStep(const QStringList &saidBefore);
    void trySocket(const pg::Place &place, const QStringList &saidBefore);
    void placeTried(const pg::Place &place, bool isConnected, const QString &said, const QStringList &saidBefore);
    void loginStep();
    void poolingStep();
    void roleStep();
    void telemetryStep();
    void record(const Finding &finding);
    void stop(const Finding &finding);
    void finish();
    template <typename Use>
    void read(const QByteArray &sql, Use use);
};

ConnectionTest::ConnectionTest(const Deployment &deployment, const Profile *profile, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, deployment, profile, clock))
{
}

ConnectionTest::~ConnectionTest() = default;

Reply<QList<TestStep>> ConnectionTest::start()
{
    d->steps = teststeps::all(d->deployment);
    d->at = 0;
    d->answer.emplace();
    d->answer->onCancel(this, [this] {
        d->stop({State::Unknown, tr("The test was stopped."), {}, {}});
    });
    const Reply<QList<TestStep>> reply = d->answer->reply();
    QMetaObject::invokeMethod(this, [this] {
        d->since.start();
        d->way = d->deployment.database;
        if (!d->deployment.sshTunnel.isEmpty())
            return d->tunnelStep();
        d->nameStep();
    }, Qt::QueuedConnection);
    return reply;
}

// Notes what the step under way found and goes on to the next.
void ConnectionTest::Private::record(const Finding &finding)
{
    TestStep &step = steps[at++];
    step.check.state = finding.state;
    step.check.says = finding.says;
    step.check.evidence = finding.evidence;
    step.check.fix = finding.fix;
    if (finding.state != State::Unknown)
        step.check.measuredAt = clock.now();
    step.took = milliseconds(since.restart());
    emit q->stepDone(TestStep(step));
}

// The rest cannot be known: after a failed step there is nothing to ask.
void ConnectionTest::Private::stop(const Finding &finding)
{
    const QPointer<ConnectionTest> alive(q);
    if (at < steps.size())
        record(finding);
    const QString failed = at > 0 ? steps.at(at - 1).check.title : QString();
    while (alive && at < steps.size())
        record({State::Unknown, tr("Not tried, because the step “%1” did not succeed.").arg(failed), {}, {}});
    if (alive)
        finish();
}

void ConnectionTest::Private::finish()
{
    limit.stop();
    limit.disconnect();
    connection.reset();
    tunnel.reset();
    if (const auto done = std::exchange(answer, std::nullopt))
        done->give(steps);
}

void ConnectionTest::Private::tunnelStep()
{
    tunnel = std::make_unique<Tunnel>(deployment.sshTunnel);
    whenAnswered(tunnel->open(deployment.database), q, [this](Result<pg::Parameters> through) {
        if (!answer)
            return;
        if (!through)
            return stop({State::Failing, through.error().message, through.error().detail, tr("Check that “ssh %1” works in a terminal without asking anything: keys in the agent, host in known_hosts.").arg(deployment.sshTunnel)});
        way = *through;
        record({State::Ok, tr("The tunnel through %1 is open.").arg(deployment.sshTunnel), QStringLiteral("127.0.0.1:%1 → %2").arg(QString::fromUtf8(way.value("port")), deployment.database.text()), {}});
        nameStep();
    });
}

void ConnectionTest::Private::nameStep()
{
    const Result<pg::Parameters> complete = way.withService();
    if (!complete)
        return stop({State::Failing, complete.error().message, way.text(), tr("Check the name of the service, and that PGSERVICEFILE or ~/.pg_service.conf is the file you mean.")});
    way = complete->withDefaults();
    if (tunnel) {
        record({State::Ok, tr("%1 is looked up at the other end of the tunnel.").arg(QString::fromUtf8(way.value("host"))), {}, {}});
        endpoints = way.places();
        return networkStep({});
    }
    lookUp(way.places(), {}, {});
}

// Every host of a list has its turn, as in the connection itself.
void ConnectionTest::Private::lookUp(QList<pg::Place> left, const QStringList &names, const QStringList &unknown)
{
    const auto isLiteral = [](const pg::Place &place) { return place.isSocket() || !QHostAddress(QString::fromUtf8(place.address.isEmpty() ? place.host : place.address)).isNull(); };
    while (!left.isEmpty() && isLiteral(left.first()))
        endpoints.append(left.takeFirst());
    if (left.isEmpty())
        return lookedUp(names, unknown);
    const pg::Place place = left.takeFirst();
    const QString host = QString::fromUtf8(place.host);
    QHostInfo::lookupHost(host, q, [this, left, place, host, names, unknown](const QHostInfo &found) {
        if (!answer)
            return;
        for (const QHostAddress &address : found.addresses())
            endpoints.append({place.host, address.toString().toUtf8(), place.port});
        const bool isKnown = !found.addresses().isEmpty();
        lookUp(left, names + QStringList(host), isKnown ? unknown : unknown + QStringList(QStringLiteral("%1: %2").arg(host, found.errorString())));
    });
}

void ConnectionTest::Private::lookedUp(const QStringList &names, const QStringList &unknown)
{
    QStringList addresses;
    for (const pg::Place &place : std::as_const(endpoints))
        addresses << (place.isSocket() ? place.text() : QString::fromUtf8(place.address.isEmpty() ? place.host : place.address));
    if (names.isEmpty()) {
        const bool isSocket = std::ranges::all_of(endpoints, &pg::Place::isSocket);
        record({State::Ok, isSocket ? tr("A socket of this computer; there is no name to look up.") : tr("An address; there is no name to look up."), addresses.join(QStringLiteral(", ")), {}});
        return networkStep({});
    }
    Finding finding = teststeps::addresses(names.join(QStringLiteral(", ")), addresses, unknown.join(QLatin1Char('\n')));
    if (finding.state == State::Failing)
        return stop(finding);
    if (!unknown.isEmpty()) { // some of a list
        finding = teststeps::addresses(unknown.first().section(QLatin1Char(':'), 0, 0), {}, (addresses + unknown).join(QLatin1Char('\n')));
        finding.state = State::Warning;
    }
    record(finding);
    networkStep({});
}

// One address after the other.
void ConnectionTest::Private::networkStep(const QStringList &saidBefore)
{
    const pg::Place place = endpoints.takeFirst();
    if (place.isSocket())
        return trySocket(place, saidBefore);
    auto *socket = new QTcpSocket(q);
    limit.disconnect();
    const auto ended = [this, socket, place, saidBefore](bool isConnected, const QString &said) {
        socket->disconnect(q);
        socket->abort();
        socket->deleteLater();
        limit.stop();
        placeTried(place, isConnected, said, saidBefore);
    };
    QObject::connect(socket, &QTcpSocket::connected, q, [ended] { ended(true, QStringLiteral("connected")); });
    QObject::connect(socket, &QTcpSocket::errorOccurred, q, [ended, socket] { ended(false, socket->errorString()); });
    QObject::connect(&limit, &QTimer::timeout, q, [ended] { ended(false, tr("no answer in time")); });
    limit.start(std::chrono::seconds(std::max(1, way.value("connect_timeout").toInt())));
    socket->connectToHost(QHostAddress(QString::fromUtf8(place.address.isEmpty() ? place.host : place.address)), place.port.toUShort());
}

void ConnectionTest::Private::trySocket(const pg::Place &place, const QStringList &saidBefore)
{
    auto *socket = new QLocalSocket(q);
    const auto ended = [this, socket, place, saidBefore](bool isConnected) {
        const QString said = isConnected ? QStringLiteral("connected") : socket->errorString();
        socket->disconnect(q);
        socket->deleteLater();
        placeTried(place, isConnected, said, saidBefore);
    };
    QObject::connect(socket, &QLocalSocket::connected, q, [ended] { ended(true); });
    QObject::connect(socket, &QLocalSocket::errorOccurred, q, [ended] { ended(false); });
    socket->connectToServer(place.text());
}

void ConnectionTest::Private::placeTried(const pg::Place &place, bool isConnected, const QString &said, const QStringList &saidBefore)
{
    if (!answer)
        return;
    const QString where = place.isSocket() || place.address.isEmpty() ? place.text() : pg::Place{{}, place.address, place.port}.text();
    const QStringList allSaid = saidBefore + QStringList(QStringLiteral("%1: %2").arg(where, said));
    if (isConnected) {
        record({State::Ok, place.isSocket() ? tr("The socket %1 takes connections.").arg(where) : tr("%1 takes connections.").arg(where), allSaid.join(QLatin1Char('\n')), {}});
        return loginStep();
    }
    if (!endpoints.isEmpty())
        return networkStep(allSaid);
    if (place.isSocket() && saidBefore.isEmpty())
        return stop({State::Failing, tr("No server listens at the socket %1.").arg(where), allSaid.first(), tr("Check the folder and the port, and that the server runs.")});
    stop({State::Failing, tr("Nothing takes connections at %1.").arg(where), allSaid.join(QLatin1Char('\n')),
          tr("Check the port and that the server runs. If it does, a firewall or the provider's list of allowed addresses is in the way.")});
}

// TLS and login are one call of libpq; its error tells which of the two failed.
void ConnectionTest::Private::loginStep()
{
    connection = std::make_unique<pg::Connection>();
    whenAnswered(connection->open(way), q, [this](const Result<> &opened) {
        if (!answer)
            return;
        if (!opened) {
            if (teststeps::stepOf(opened.error(), way) == QLatin1String("test.login"))
                record(teststeps::encryptionBehind(way, opened.error()));
            return stop(teststeps::failed(opened.error(), way));
        }
        const pg::ServerFacts &server = connection->server();
        record(teststeps::encryption(server, way));
        record(teststeps::login(server, way));
        const Finding version = teststeps::version(server);
        if (version.state == State::Failing)
            return stop(version);
        record(version);
        poolingStep();
    });
}

template <typename Use>
void ConnectionTest::Private::read(const QByteArray &sql, Use use)
{
    whenAnswered(connection->read(sql), q, [this, use](Result<pg::Rows> rows) {
        if (!answer)
            return;
        if (!rows && (rows.error().kind == Error::Kind::Lost || !connection->isOpen()))
            return stop({State::Failing, rows.error().message, rows.error().detail, tr("Try again. If it happens again, look into the log of the server.")});
        use(std::move(rows));
    });
}

void ConnectionTest::Private::poolingStep()
{
    read("select pg_backend_pid()", [this](Result<pg::Rows> rows) {
        record(teststeps::pooling(connection->server(), way, rows && !rows->isEmpty() ? rows->integer(0, 0) : std::nullopt));
        roleStep();
    });
}

void ConnectionTest::Private::roleStep()
{
    read(teststeps::roleSql(), [this](Result<pg::Rows> rows) {
        roleName = rows && !rows->isEmpty() ? rows->text(0, 0) : QString::fromUtf8(way.value("user"));
        record(rows ? teststeps::role(*rows, profile ? &*profile : nullptr) : Finding{State::Unknown, rows.error().message, rows.error().detail, {}});
        telemetryStep();
    });
}

void ConnectionTest::Private::telemetryStep()
{
    if (!profile || profile->sources.isEmpty()) {
        record({State::Unknown, profile ? tr("The profile %1 names no telemetry tables.").arg(profile->name) : tr("No profile is chosen yet, so there is nothing to look for."), {}, {}});
        return finish();
    }
    read(teststeps::telemetrySql(*profile), [this](Result<pg::Rows> rows) {
        record(rows ? teststeps::telemetry(*rows, *profile, roleName) : Finding{State::Unknown, rows.error().message, rows.error().detail, {}});
        finish();
    });
}

} // namespace qd
