#include "deployments/deployment.h"

#include "deployments/deploymentfile.h"
#include "core/paths.h"
#include "core/savefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>

#include <fcntl.h>
#include <unistd.h>

namespace qd {

namespace {

struct DeploymentWords
{
    Q_DECLARE_TR_FUNCTIONS(Deployment)
};

// The name of the new file is only on the disk once the folder is.
void syncFolder(const QString &folder)
{
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    ::fsync(handle);
    ::close(handle);
}

Result<QByteArray> storedText(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QByteArray();
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Refused, DeploymentWords::tr("The list of deployments, %1, cannot be read.").arg(path), file.errorString());
    return file.readAll();
}

} // namespace

QString environmentKey(Environment environment)
{
    switch (environment) {
    case Environment::Production: return QStringLiteral("production");
    case Environment::Staging: return QStringLiteral("staging");
    case Environment::Preview: return QStringLiteral("preview");
    case Environment::Local: return QStringLiteral("local");
    }
    Q_UNREACHABLE();
}

QString environmentWord(Environment environment)
{
    switch (environment) {
    case Environment::Production: return QCoreApplication::translate("Environment", "Production");
    case Environment::Staging: return QCoreApplication::translate("Environment", "Staging");
    case Environment::Preview: return QCoreApplication::translate("Environment", "Preview");
    case Environment::Local: return QCoreApplication::translate("Environment", "Local");
    }
    Q_UNREACHABLE();
}

std::optional<Environment> environmentFromKey(const QString &key)
{
    for (const Environment environment : {Environment::Production, Environment::Staging, Environment::Preview, Environment::Local})
        if (key == environmentKey(environment))
            return environment;
    return {};
}

DeploymentStore::DeploymentStore(const QString &folder) : m_folder(folder)
{
}

QString DeploymentStore::file() const
{
    return m_folder + QStringLiteral("/deployments.toml");
}

Result<QList<Deployment>> DeploymentStore::load() const
{
    const auto text = storedText(file());
    if (!text)
        return failure(text.error());
    return readDeployments(*text, file()).map([](const QList<StoredDeployment> &stored) {
        QList<Deployment> deployments;
        for (const StoredDeployment &entry : stored)
            deployments << entry.deployment;
        return deployments;
    });
}

Result<> DeploymentStore::save(const QList<Deployment> &deployments) const
{
    const auto folder = paths::ensure(m_folder);
    if (!folder)
        return failure(folder.error());
    const auto before = storedText(file());
    if (!before)
        return failure(before.error());
    const auto toml = writtenDeployments(deployments, *before, file());
    if (!toml)
        return failure(toml.error());

    // What the next start could not read is not written.
    if (const auto readable = readDeployments(*toml, file()); !readable)
        return failure(readable.error());
    if (const Result<> saved = saveFile(file(), *toml, QFileDevice::ReadOwner | QFileDevice::WriteOwner); !saved)
        return saved;
    syncFolder(m_folder);
    return {};
}

} // namespace qd
