#include "demo/state.h"

#include "demo/guard.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace qd::demo {

namespace {

struct StateWords
{
    Q_DECLARE_TR_FUNCTIONS(DemoState)
};

QString stateFolder()
{
    return QStringLiteral("%1/quarterdeck-demo-%2").arg(QDir::tempPath()).arg(::geteuid());
}

// The temporary folder belongs to everybody; what we trust in it must be ours alone.
bool isOursAlone(const QString &path, bool folder)
{
    struct stat facts{};
    return ::lstat(QFile::encodeName(path).constData(), &facts) == 0 && facts.st_uid == ::geteuid() && (facts.st_mode & 077) == 0
        && (folder ? S_ISDIR(facts.st_mode) : S_ISREG(facts.st_mode));
}

QJsonObject deploymentToState(const Deployment &deployment)
{
    QJsonObject database, providers;
    for (auto it = deployment.database.values.cbegin(); it != deployment.database.values.cend(); ++it)
        database.insert(QString::fromUtf8(it.key()), QString::fromUtf8(it.value()));
    for (auto it = deployment.providers.cbegin(); it != deployment.providers.cend(); ++it)
        providers.insert(it.key(), it.value());
    return {{QStringLiteral("name"), deployment.name}, {QStringLiteral("title"), deployment.title}, {QStringLiteral("profile"), deployment.profile},
            {QStringLiteral("environment"), int(deployment.environment)}, {QStringLiteral("place"), deployment.place}, {QStringLiteral("database"), database},
            {QStringLiteral("password"), QString::fromUtf8(deployment.database.password.reveal())}, {QStringLiteral("providers"), providers}};
}

Deployment deploymentFromState(const QJsonObject &object)
{
    Deployment deployment;
    deployment.name = object.value(QLatin1String("name")).toString();
    deployment.title = object.value(QLatin1String("title")).toString();
    deployment.profile = object.value(QLatin1String("profile")).toString();
    deployment.environment = Environment(object.value(QLatin1String("environment")).toInt());
    deployment.place = object.value(QLatin1String("place")).toString();
    deployment.secret = QStringLiteral("none");
    deployment.isDemo = true;
    const QJsonObject database = object.value(QLatin1String("database")).toObject(), providers = object.value(QLatin1String("providers")).toObject();
    for (auto it = database.begin(); it != database.end(); ++it)
        deployment.database.values.insert(it.key().toUtf8(), it.value().toString().toUtf8());
    deployment.database.password = Secret(object.value(QLatin1String("password")).toString());
    for (auto it = providers.begin(); it != providers.end(); ++it)
        deployment.providers.insert(it.key(), it.value().toString());
    return deployment;
}

QByteArray stateText(const FleetState &state)
{
    QJsonArray deployments;
    for (const Deployment &deployment : state.deployments)
        deployments << deploymentToState(deployment);
    return QJsonDocument(QJsonObject{{QStringLiteral("folder"), state.folder}, {QStringLiteral("control"), state.control}, {QStringLiteral("simulator"), state.simulator},
                                     {QStringLiteral("tokenVariable"), state.tokenVariable}, {QStringLiteral("token"), QString::fromUtf8(state.token.reveal())},
                                     {QStringLiteral("startedAt"), QString::number(toMsecs(state.startedAt))}, {QStringLiteral("deployments"), deployments}})
        .toJson(QJsonDocument::Compact);
}

FleetState stateFrom(const QString &file, const QByteArray &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    FleetState state;
    state.file = file;
    state.folder = object.value(QLatin1String("folder")).toString();
    state.control = object.value(QLatin1String("control")).toString();
    state.simulator = object.value(QLatin1String("simulator")).toString();
    state.tokenVariable = object.value(QLatin1String("tokenVariable")).toString();
    state.token = Secret(object.value(QLatin1String("token")).toString());
    state.startedAt = fromMsecs(object.value(QLatin1String("startedAt")).toString().toLongLong());
    for (const QJsonValue &each : object.value(QLatin1String("deployments")).toArray())
        state.deployments << deploymentFromState(each.toObject());
    return state;
}

} // namespace

StateFile::~StateFile()
{
    remove();
}

Result<QString> StateFile::newName()
{
    const QString folder = stateFolder();
    ::mkdir(QFile::encodeName(folder).constData(), 0700);
    if (!isOursAlone(folder, true))
        return failure(Error::Kind::Refused, StateWords::tr("The demo fleet cannot use %1, because it belongs to somebody else or is open to others. Remove it and start again.").arg(folder));
    return QStringLiteral("%1/%2.json").arg(folder).arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0'));
}

Result<> StateFile::write(const FleetState &state)
{
    const QByteArray name = QFile::encodeName(state.file), draft = name + ".new", text = stateText(state);
    // Another fleet that ended meanwhile may have taken the empty folder with it.
    ::mkdir(QFile::encodeName(QFileInfo(state.file).path()).constData(), 0700);
    const int handle = ::open(draft.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    // Locked before it gets its name, so that nobody ever sees it unlocked while we live.
    const bool isWritten = handle >= 0 && ::flock(handle, LOCK_EX | LOCK_NB) == 0 && ::write(handle, text.constData(), size_t(text.size())) == text.size()
        && ::rename(draft.constData(), name.constData()) == 0;
    if (!isWritten) {
        if (handle >= 0)
            ::close(handle);
        ::unlink(draft.constData());
        return failure(Error::Kind::Refused, StateWords::tr("The demo fleet could not write %1.").arg(state.file));
    }
    m_name = state.file;
    m_handle = handle;
    return {};
}

void StateFile::remove()
{
    if (m_handle < 0)
        return;
    QFile::remove(m_name);
    ::close(m_handle);
    m_handle = -1;
}

QList<FleetState> livingFleets()
{
    QList<FleetState> living;
    const QString folder = stateFolder();
    if (!isOursAlone(folder, true))
        return living;
    for (const QString &entry : QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files)) {
        const QString file = folder + QLatin1Char('/') + entry;
        const int handle = isOursAlone(file, false) ? ::open(QFile::encodeName(file).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC) : -1;
        if (handle < 0)
            continue;
        const bool isDead = ::flock(handle, LOCK_SH | LOCK_NB) == 0;
        QFile text;
        const FleetState state = text.open(handle, QIODevice::ReadOnly) ? stateFrom(file, text.readAll()) : FleetState{};
        if (!isDead) {
            living << state;
        } else {
            QFile::remove(file);
            if (!state.folder.isEmpty() && isOursAlone(state.folder + QStringLiteral("/.fleet"), false))
                sweepFleet(qApp, state.folder);
        }
        ::close(handle);
    }
    std::ranges::sort(living, [](const FleetState &a, const FleetState &b) { return a.startedAt > b.startedAt; });
    return living;
}

} // namespace qd::demo
