#include "core/process.h"

#include "core/redact.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>

namespace qd {

namespace {

struct ProcessWords
{
    Q_DECLARE_TR_FUNCTIONS(Process)
};

void stopGently(QProcess *process)
{
    process->terminate();
    QTimer::singleShot(5000, process, &QProcess::kill);
}

} // namespace

Reply<Output> run(QObject *context, const Command &command)
{
    const Answer<Output> answer;
    auto *process = new QProcess(context);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto it = command.environment.cbegin(); it != command.environment.cend(); ++it)
        environment.insert(it.key(), it.value());
    process->setProcessEnvironment(environment);
    if (!command.folder.isEmpty())
        process->setWorkingDirectory(command.folder);

    auto *limit = new QTimer(process);
    limit->setSingleShot(true);
    QObject::connect(limit, &QTimer::timeout, process, [process] {
        process->setProperty("timedOut", true);
        stopGently(process);
    });
    answer.onCancel(process, [process] { stopGently(process); });

    QObject::connect(process, &QProcess::errorOccurred, process, [process, answer, program = command.program](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        const QString said = process->errorString();
        process->deleteLater();
        answer.give(failure(Error::Kind::Missing, ProcessWords::tr("The program %1 could not be started. Check that it is installed.").arg(program), said));
    });
    QObject::connect(process, &QProcess::finished, process, [process, answer, program = command.program](int code, QProcess::ExitStatus status) {
        Output output{code, redacted(QString::fromUtf8(process->readAllStandardOutput())).toUtf8(), redacted(QString::fromUtf8(process->readAllStandardError())).toUtf8()};
        const bool timedOut = process->property("timedOut").toBool();
        process->deleteLater();
        if (answer.isCancelled())
            return answer.give(failure(Error::Kind::Cancelled, ProcessWords::tr("%1 was stopped.").arg(program)));
        if (timedOut)
            return answer.give(failure(Error::Kind::Busy, ProcessWords::tr("%1 did not finish in time and was stopped.").arg(program), QString::fromUtf8(output.err)));
        if (status == QProcess::CrashExit)
            return answer.give(failure(Error::Kind::Lost, ProcessWords::tr("%1 ended unexpectedly.").arg(program), QString::fromUtf8(output.err)));
        answer.give(std::move(output));
    });
    process->start(command.program, command.arguments);
    limit->start(command.timeout);
    if (!command.input.isEmpty())
        process->write(command.input);
    process->closeWriteChannel();
    return answer.reply();
}

QString findProgram(const QString &name)
{
    // Folders to look in instead; tests show with it what happens where a program is missing.
    const QString only = qEnvironmentVariable("QUARTERDECK_PROGRAMS");
    if (!only.isEmpty())
        return QStandardPaths::findExecutable(name, only.split(QLatin1Char(':'), Qt::SkipEmptyParts));
    const QString onPath = QStandardPaths::findExecutable(name);
    QStringList folders;
    const QDir servers(QStringLiteral("/usr/lib/postgresql"));
    QStringList versions = servers.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    std::ranges::sort(versions, [](const QString &a, const QString &b) { return a.toInt() > b.toInt(); });
    for (const QString &version : versions)
        folders << servers.filePath(version + QStringLiteral("/bin"));
    folders << QStringLiteral("/usr/sbin") << QStringLiteral("/sbin");
    const QString elsewhere = QStandardPaths::findExecutable(name, folders);
    // Debian's /usr/bin wrappers and version folders hold the same program; prefer the real one.
    return elsewhere.isEmpty() || !elsewhere.startsWith(QLatin1String("/usr/lib/postgresql")) ? (onPath.isEmpty() ? elsewhere : onPath) : elsewhere;
}

} // namespace qd
