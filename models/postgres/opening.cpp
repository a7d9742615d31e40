// How a connection is opened: service file, names, one address after the other, login.
#include "postgres/session.h"

#include <QHostAddress>
#include <QHostInfo>

namespace qd::pg {

void Connection::Private::begin()
{
    const Result<Parameters> complete = opening->parameters.withService();
    if (!complete)
        return openFailed(complete.error());
    opening->parameters = complete->withDefaults();
    const QList<Place> places = opening->parameters.places();
    opening->left.assign(places.begin(), places.end());
    tryNextPlace();
}

void Connection::Private::tryNextPlace()
{
    if (opening->left.empty())
        return openFailed(*opening->error);
    const Place place = opening->left.front();
    opening->left.pop_front();
    opening->place = place;
    opening->stage = CONNECTION_STARTED;
    const int seconds = opening->parameters.value("connect_timeout").toInt();
    limit.start(std::chrono::seconds(seconds > 0 ? seconds : 60));
    if (place.isToLookUp())
        return lookUp(place);
    connectTo(place);
}

// PQconnectStart would look the name up itself, and block while doing it.
void Connection::Private::lookUp(const Place &place)
{
    const QString host = QString::fromUtf8(place.host);
    opening->lookup = QHostInfo::lookupHost(host, q, [this, place, host, mine = session](const QHostInfo &found) {
        if (mine != session || !opening)
            return;
        opening->lookup = -1;
        const QList<QHostAddress> addresses = found.addresses();
        if (addresses.isEmpty())
            opening->error = Error{Error::Kind::Unreachable, tr("There is no host called “%1”. Check the spelling and the network.").arg(host), found.errorString(), QStringLiteral("name")};
        for (auto it = addresses.crbegin(); it != addresses.crend(); ++it)
            opening->left.push_front({place.host, it->toString().toUtf8(), place.port});
        tryNextPlace();
    });
}

void Connection::Private::connectTo(const Place &place)
{
    QMap<QByteArray, QByteArray> all = opening->parameters.values;
    for (const auto &[keyword, value] : {std::pair("host", place.host), std::pair("hostaddr", place.address), std::pair("port", place.port)})
        all.insert(keyword, value);
    if (!opening->parameters.password.isEmpty())
        all.insert("password", opening->parameters.password.reveal());
    QList<const char *> keywords, values;
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        if (it->isEmpty())
            continue;
        keywords << it.key().constData();
        values << it.value().constData();
    }
    keywords << nullptr;
    values << nullptr;
    const PlainMessages plain;
    handle.reset(PQconnectStartParams(keywords.constData(), values.constData(), 0));
    if (PQstatus(handle.get()) == CONNECTION_BAD)
        return attemptFailed(false);
    PQsetErrorVerbosity(handle.get(), PQERRORS_VERBOSE); // puts the SQLSTATE in connection errors
    PQsetNoticeReceiver(handle.get(), &Private::notice, this);
    listen(QSocketNotifier::Write, &Private::pollConnect);
}

void Connection::Private::pollConnect()
{
    notifier.reset(); // before libpq may close the socket it watches
    const PlainMessages plain;
    const PostgresPollingStatusType next = PQconnectPoll(handle.get());
    if (const ConnStatusType stage = PQstatus(handle.get()); stage != CONNECTION_BAD)
        opening->stage = stage;
    switch (next) {
    case PGRES_POLLING_READING:
        return listen(QSocketNotifier::Read, &Private::pollConnect);
    case PGRES_POLLING_WRITING:
        return listen(QSocketNotifier::Write, &Private::pollConnect);
    case PGRES_POLLING_OK:
        return opened();
    default:
        return attemptFailed(false);
    }
}

void Connection::Private::attemptFailed(bool timedOut)
{
    const Parameters &asked = opening->parameters;
    if (timedOut && opening->lookup != -1) {
        QHostInfo::abortHostLookup(std::exchange(opening->lookup, -1));
        opening->error = Error{Error::Kind::Unreachable, tr("The address of “%1” could not be found in time. Check the network and its name server.").arg(QString::fromUtf8(opening->place.host)), {}, QStringLiteral("name")};
        return tryNextPlace();
    }
    FailedAttempt attempt{.where = opening->place.text(),
                          .host = QString::fromUtf8(opening->place.host),
                          .user = handle && PQuser(handle.get()) ? QByteArray(PQuser(handle.get())) : asked.value("user"),
                          .database = handle && PQdb(handle.get()) ? QByteArray(PQdb(handle.get())) : asked.value("dbname"),
                          .sslmode = asked.value("sslmode"),
                          .said = said(),
                          .stage = opening->stage};
    attempt.wasEncrypted = handle && PQsslInUse(handle.get());
    attempt.needsPassword = handle && PQconnectionNeedsPassword(handle.get());
    attempt.timedOut = timedOut;
    const Error error = errorFromAttempt(attempt);
    notifier.reset();
    handle.reset();
    opening->error = error;
    if (isWorthAnotherAddress(error) && !opening->left.empty())
        return tryNextPlace();
    openFailed(error);
}

void Connection::Private::openFailed(const Error &error)
{
    const auto done = std::move(opening);
    const auto orphans = std::exchange(waiting, {});
    reset();
    for (const auto &orphan : orphans)
        orphan->giveError(error);
    done->answer.give(failure(error));
}

void Connection::Private::opened()
{
    limit.stop();
    PQsetnonblocking(handle.get(), 1);
    PQsetErrorVerbosity(handle.get(), PQERRORS_DEFAULT);
    learnFacts();
    const auto done = std::move(opening);
    startNext();
    done->answer.give({});
}

void Connection::Private::learnFacts()
{
    PGconn *connection = handle.get();
    const auto text = [](const char *value) { return value ? QString::fromUtf8(value) : QString(); };
    const QByteArray sslmode = opening->parameters.value("sslmode");
    facts = {};
    facts.version = PQserverVersion(connection);
    facts.versionText = text(PQparameterStatus(connection, "server_version")).section(QLatin1Char(' '), 0, 0);
    facts.backendPid = PQbackendPID(connection);
    facts.isEncrypted = PQsslInUse(connection);
    if (facts.isEncrypted)
        facts.tls = QStringLiteral("%1, %2").arg(text(PQsslAttribute(connection, "protocol")), text(PQsslAttribute(connection, "cipher")));
    facts.identityChecked = facts.isEncrypted && sslmode.startsWith("verify-");
    facts.inRecovery = text(PQparameterStatus(connection, "in_hot_standby")) == QLatin1String("on");
    const Place answered{{}, PQhostaddr(connection), opening->place.port};
    facts.address = answered.address.isEmpty() ? opening->place.text() : answered.text();
    role = text(PQuser(connection));
    where = opening->place.text();
}

} // namespace qd::pg
