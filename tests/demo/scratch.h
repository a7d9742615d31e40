#pragma once

#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

namespace qd::test {

// A temporary folder for this test program alone, so that fleets of other programs are not found
// and ours are not theirs. The servers' own user must be able to pass through it.
class Scratch
{
public:
    Scratch()
        : m_folder(QStringLiteral("/tmp/qd-XXXXXX"))
    {
        ::chmod(QFile::encodeName(m_folder.path()).constData(), 0711);
        qputenv("TMPDIR", QFile::encodeName(m_folder.path()));
    }
    QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

} // namespace qd::test
