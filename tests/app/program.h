#pragma once

// The program itself, run as a process in a home of its own.

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

namespace qd::test {

struct Ended
{
    int code = -1;
    QByteArray out, err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QJsonObject data() const { return json().value(QStringLiteral("data")).toObject(); }
    QByteArray all() const { return "code " + QByteArray::number(code) + "\n" + out + err; }
};

class Program
{
public:
    Program()
    {
        // No bus and no keychain, whatever machine runs the tests; no display either.
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(QStringLiteral("QUARTERDECK_HOME"), m_home.path());
        m_environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nowhere"));
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            m_environment.remove(QLatin1String(name));
    }

    QString home() const { return m_home.path(); }
    QString file(const QString &name) const { return m_home.filePath(name); }
    void set(const QString &name, const QString &value) { m_environment.insert(name, value); }
    void write(const QString &name, const QByteArray &text) const
    {
        QDir().mkpath(QFileInfo(file(name)).path());
        QFile out(file(name));
        if (!out.open(QFile::WriteOnly) || out.write(text) != text.size())
            qFatal("could not write %s", qPrintable(out.fileName()));
    }
    QByteArray read(const QString &name) const
    {
        QFile in(file(name));
        return in.open(QFile::ReadOnly) ? in.readAll() : QByteArray();
    }

    void unset(const QString &name) { m_environment.remove(name); }
    // From here on no file of the programs can grow: what a full disk does to them.
    void fillDisk(bool isFull = true)
    {
        m_before = isFull ? QStringList{QStringLiteral("/bin/sh"), QStringLiteral("-c"), QStringLiteral("trap '' XFSZ; ulimit -f 0; exec \"$@\""), QStringLiteral("sh")} : QStringList();
    }

    std::unique_ptr<QProcess> start(const QStringList &words, const QString &answersTo = {}) const
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(m_environment);
        if (!answersTo.isEmpty())
            process->setStandardOutputFile(answersTo);
        const QStringList all = m_before + QStringList(QStringLiteral(QUARTERDECK_PROGRAM)) + words;
        process->start(all.first(), all.mid(1));
        return process;
    }
    Ended run(const QStringList &words, const QByteArray &input = {}) const
    {
        const auto process = start(words);
        process->write(input);
        process->closeWriteChannel();
        if (!process->waitForFinished(120'000)) {
            process->kill();
            process->waitForFinished(qd::test::PatienceMs);
            return {-1, process->readAllStandardOutput(), "the program did not end\n" + process->readAllStandardError()};
        }
        return {process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -2, process->readAllStandardOutput(), process->readAllStandardError()};
    }
    Ended run(const char *words) const { return run(QString::fromUtf8(words).split(QLatin1Char(' '), Qt::SkipEmptyParts)); }

private:
    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
    QStringList m_before;
};

// What "help json" knows: the paths of every command's document.
inline QHash<QString, QSet<QString>> documentedKeys(const Program &program)
{
    QHash<QString, QSet<QString>> documented;
    for (const QJsonValue &key : program.run("help json --json").data().value(QStringLiteral("keys")).toArray())
        documented[key.toObject().value(QStringLiteral("command")).toString()].insert(key.toObject().value(QStringLiteral("path")).toString());
    return documented;
}

// The paths of a document that are not documented; below one that is free of form (documented with
// ".*") nothing is looked at.
inline QStringList undocumentedKeys(const QJsonValue &value, const QSet<QString> &known, const QString &path = {})
{
    QStringList missing;
    if (known.contains(path + QStringLiteral(".*")))
        return missing;
    for (const QJsonValue &item : value.toArray())
        missing << undocumentedKeys(item, known, path + QStringLiteral("[]"));
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString inner = path.isEmpty() ? it.key() : path + QLatin1Char('.') + it.key();
        if (!known.contains(inner))
            missing << inner;
        missing << undocumentedKeys(it.value(), known, inner);
    }
    missing.removeDuplicates();
    return missing;
}

} // namespace qd::test

// Compares the exit code and shows what was printed when it differs.
#define QCOMPARE_CODE(ended, expected) \
    do { \
        const auto &ended_once = (ended); /* running it a second time would not be the same */ \
        if (!QTest::qVerify(ended_once.code == (expected), #ended ".code == " #expected, ended_once.all().constData(), __FILE__, __LINE__)) \
            return; \
    } while (false)
