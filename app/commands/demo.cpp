#include "app/commands/demo.h"

#include "app/fleetrun.h"
#include "app/text/table.h"
#include "deployments/tomlfile.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QLocalSocket>

namespace qd::app {

void Demo::start()
{
    static const QStringList verbs{QStringLiteral("start"), QStringLiteral("stop"), QStringLiteral("status"), QStringLiteral("unplug"), QStringLiteral("replug")};
    const QString verb = line().arguments.first(), name = line().arguments.value(1);
    const bool wantsName = verb == verbs[3] || verb == verbs[4];
    if (!verbs.contains(verb)) {
        const QString near = nearestWord(verb, verbs);
        return fail(WrongUsage, near.isEmpty() ? tr("The demo cannot “%1”. It can: %2.").arg(verb, verbs.join(QStringLiteral(", "))) : tr("The demo cannot “%1”. Did you mean “%2”?").arg(verb, near));
    }
    if (wantsName == name.isEmpty())
        return fail(WrongUsage, wantsName ? tr("Say which database: quarterdeck demo %1 NAME").arg(verb) : tr("“%1” is one word too many for “%2”.").arg(name, verb));
    if (verb == verbs[0])
        return startFleet();
    if (verb == verbs[1])
        return stopOther();
    if (verb == verbs[2])
        return status();
    plug(verb, name);
}

void Demo::startFleet()
{
    m_fleet = std::make_unique<demo::Fleet>(FleetRun::options());
    connect(m_fleet.get(), &demo::Fleet::progress, this, [this](const QString &says) { terminal().progress(says); });
    m_step.start(m_fleet->start(), [this](const Result<> &started) {
        if (!started)
            return fail(Failing, started.error());
        ready();
    });
}

void Demo::ready()
{
    // Stopped from elsewhere: the fleet is gone, and so are we.
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (!m_fleet->isRunning() && !QFileInfo::exists(m_fleet->folder()))
            end(AllWell);
    });
    m_look.start(std::chrono::milliseconds(200));
    tellDeployments(m_fleet->deployments(), m_fleet->folder());
    if (!line().wantsJson())
        terminal().print(tr("The fleet is running. Ctrl+C, or “quarterdeck demo stop” elsewhere, stops it and leaves nothing behind."));
}

void Demo::stopOther()
{
    QString folder;
    if (const Result<QList<Deployment>> running = FleetRun::running(&folder); !running)
        return fail(NothingRead, running.error());
    auto *socket = new QLocalSocket(this);
    connect(socket, &QLocalSocket::connected, this, [socket] { socket->write("stop\n"); });
    connect(socket, &QLocalSocket::readyRead, this, [this, socket, folder] {
        if (socket->readAll().startsWith("ok"))
            awaitEnd(folder);
    });
    connect(socket, &QLocalSocket::errorOccurred, this, [this](QLocalSocket::LocalSocketError error) {
        if (error != QLocalSocket::PeerClosedError)
            fail(Failing, Error{Error::Kind::Unreachable, tr("The demo fleet does not answer. Stop the program that started it.")});
    });
    QTimer::singleShot(std::chrono::seconds(30), this, [this] { fail(Failing, Error{Error::Kind::Busy, tr("The demo fleet was asked to stop and has not within 30 s.")}); });
    socket->connectToServer(folder + QStringLiteral("/control"));
}

// Gone is gone when its folder is.
void Demo::awaitEnd(const QString &folder)
{
    connect(&m_look, &QTimer::timeout, this, [this, folder] {
        if (QFileInfo::exists(folder))
            return;
        m_look.stop();
        if (line().wantsJson())
            printDocument({{QStringLiteral("running"), false}});
        else
            terminal().print(tr("The demo fleet is stopped."));
        end(AllWell);
    });
    m_look.start(std::chrono::milliseconds(100));
}

void Demo::status()
{
    QString folder;
    const Result<QList<Deployment>> running = FleetRun::running(&folder);
    if (!running) {
        if (line().wantsJson())
            printDocument({{QStringLiteral("running"), false}, {QStringLiteral("deployments"), QJsonArray()}});
        else
            terminal().print(tr("No demo fleet is running."));
        return end(NothingRead);
    }
    tellDeployments(*running, folder);
    end(AllWell);
}

void Demo::plug(const QString &verb, const QString &name)
{
    const Result<QList<Deployment>> running = FleetRun::running();
    if (!running)
        return fail(NothingRead, running.error());
    QStringList names;
    for (const Deployment &deployment : *running)
        names << deployment.name;
    if (!names.contains(name))
        return fail(WrongUsage, noSuchDeployment(name, names));
    const bool isOff = verb == QLatin1String("unplug");
    m_step.start(isOff ? demo::Fleet::unplug(this, name) : demo::Fleet::replug(this, name), [this, isOff, name](const Result<> &done) {
        if (!done)
            return fail(Failing, done.error());
        if (line().wantsJson())
            printDocument({{QStringLiteral("name"), name}, {QStringLiteral("plugged"), !isOff}}, {}, name);
        else
            terminal().print(isOff ? tr("%1 is cut off. The others go on.").arg(name) : tr("%1 is back.").arg(name));
        end(AllWell);
    });
}

// The address with its password: a random one of a private cluster that lives as long as the demo.
static QString connectionString(const Deployment &deployment)
{
    QString uri = QString::fromUtf8(deployment.database.uri());
    if (deployment.database.password.isEmpty())
        return uri;
    const QString password = QString::fromLatin1(deployment.database.password.reveal().toPercentEncoding());
    const qsizetype start = uri.indexOf(QLatin1String("://")) + 3, at = uri.indexOf(QLatin1Char('@'), start);
    return at < 0 ? uri : uri.insert(at, QLatin1Char(':') + password);
}

void Demo::tellDeployments(const QList<Deployment> &deployments, const QString &folder)
{
    QJsonArray list;
    Table table({tr("name"), tr("profile"), tr("address")});
    for (const Deployment &deployment : deployments) {
        list.append(QJsonObject{{QStringLiteral("name"), deployment.name}, {QStringLiteral("url"), connectionString(deployment)}, {QStringLiteral("profile"), deployment.profile}});
        table.add({deployment.name, deployment.profile, deployment.database.text()});
    }
    if (line().wantsJson())
        printDocument({{QStringLiteral("running"), true}, {QStringLiteral("folder"), folder}, {QStringLiteral("deployments"), list}});
    else
        terminal().print(table.lines(terminal().width(), QString()).join(QLatin1Char('\n')));
}

} // namespace qd::app
