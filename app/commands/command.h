#pragma once

#include "app/commandline.h"
#include "app/exitcode.h"
#include "app/setup.h"
#include "app/terminal.h"

#include <QObject>

#include <memory>

namespace qd::app {

// One command of the command line. It is started once the event loop runs and says how it ended
// with an exit code; destroying it stops what it has under way.
class Command : public QObject
{
    Q_OBJECT

public:
    Command(const CommandLine &line, const Terminal &terminal, const Clock &clock);
    ~Command() override;

    virtual void start() = 0;

signals:
    void finished(int exitCode);

protected:
    const CommandLine &line() const { return m_line; }
    const Terminal &terminal() const { return m_terminal; }
    const Clock &clock() const { return m_clock; }
    // Made on first use; files that cannot be used are said on standard error, once.
    Setup &setup();

    void end(int exitCode);
    // The sentence to standard error and, with --json, a document with "error".
    void fail(int exitCode, const Error &error);
    void fail(int exitCode, const QString &sentence);
    // Prints a document of a command that has no report.
    void printDocument(const QJsonObject &data, const QList<Check> &checks = {}, const QString &deployment = {});
    // "There is no deployment called “x”. Did you mean “y”?"
    Error noSuchDeployment(const QString &name, const QStringList &names) const;

private:
    CommandLine m_line;
    const Terminal &m_terminal;
    const Clock &m_clock;
    std::unique_ptr<Setup> m_setup;
    bool m_hasEnded = false;
};

QJsonObject documentOf(const QString &command, const QString &deployment, Instant now, const QJsonObject &data, const QList<Check> &checks);
QJsonObject errorJson(const Error &error);

std::unique_ptr<Command> makeCommand(const CommandLine &line, const Terminal &terminal, const Clock &clock);

} // namespace qd::app
