#include "core/savefile.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace qd {

Result<> saveFile(const QString &name, const QByteArray &bytes, QFileDevice::Permissions permissions)
{
    QSaveFile file(name);
    const auto failed = [&] {
        return failure(Error::Kind::Refused, QCoreApplication::translate("SaveFile", "%1 cannot be written; what was there is unchanged. Check that the disk is not full and that you may write there.").arg(name), file.errorString());
    };
    // Qt 6.4 forgets what went wrong with buffered bytes, and puts half a file in place on a full disk.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return failed();
    if (permissions)
        file.setPermissions(permissions);
    for (qsizetype at = 0; at < bytes.size();) {
        const qint64 written = file.write(bytes.constData() + at, bytes.size() - at);
        if (written <= 0) {
            file.cancelWriting();
            return failed();
        }
        at += written;
    }
    if (!file.commit())
        return failed();
    return {};
}

} // namespace qd
