#include "core/paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace qd::paths {

static QString below(const char *part, QStandardPaths::StandardLocation fallback)
{
    const QString home = qEnvironmentVariable("QUARTERDECK_HOME");
    if (!home.isEmpty())
        return QDir(home).absoluteFilePath(QLatin1String(part));
    return QStandardPaths::writableLocation(fallback) + QStringLiteral("/quarterdeck");
}

QString config() { return below("config", QStandardPaths::GenericConfigLocation); }
QString data() { return below("data", QStandardPaths::GenericDataLocation); }

Result<QString> ensure(const QString &folder)
{
    const QFileInfo info(folder);
    if (!info.isDir()) {
        if (info.exists() || !QDir().mkpath(folder))
            return failure(Error::Kind::Refused, QCoreApplication::translate("Paths", "The folder %1 cannot be made. Check that the disk is not full and that you may write there.").arg(folder));
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    return folder;
}

} // namespace qd::paths
