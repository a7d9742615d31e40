#include "app/commands/command.h"

#include "deployments/tomlfile.h"

#include <QJsonArray>

namespace qd::app {

Command::Command(const CommandLine &line, const Terminal &terminal, const Clock &clock)
    : m_line(line)
    , m_terminal(terminal)
    , m_clock(clock)
{
}

Command::~Command() = default;

Setup &Command::setup()
{
    if (!m_setup) {
        m_setup = std::make_unique<Setup>(m_clock);
        for (const Check &problem : m_setup->problems())
            m_terminal.say(problem.says);
    }
    return *m_setup;
}

void Command::end(int exitCode)
{
    m_terminal.endProgress();
    if (std::exchange(m_hasEnded, true))
        return;
    if (!m_terminal.writeError().isEmpty()) {
        m_terminal.say(tr("The answer could not be written: %1. Check that the disk is not full.").arg(m_terminal.writeError()));
        exitCode = Failing;
    }
    emit finished(exitCode);
}

QJsonObject errorJson(const Error &error)
{
    static constexpr const char *kinds[] = {"unreachable", "refused", "missing", "busy", "wrong", "lost", "cancelled"};
    return {{QStringLiteral("kind"), QLatin1String(kinds[int(error.kind)])},
            {QStringLiteral("message"), error.message},
            {QStringLiteral("detail"), error.detail},
            {QStringLiteral("code"), error.code}};
}

QJsonObject documentOf(const QString &command, const QString &deployment, Instant now, const QJsonObject &data, const QList<Check> &checks)
{
    QJsonArray list;
    for (const Check &check : checks)
        list.append(check.toJson());
    return {{QStringLiteral("schema"), QStringLiteral("quarterdeck/1")},
            {QStringLiteral("command"), command},
            {QStringLiteral("deployment"), deployment.isEmpty() ? QJsonValue() : QJsonValue(deployment)},
            {QStringLiteral("readAt"), isoText(now)},
            {QStringLiteral("freshness"), QJsonValue()},
            {QStringLiteral("data"), data},
            {QStringLiteral("checks"), list}};
}

void Command::fail(int exitCode, const Error &error)
{
    m_terminal.say(error.message);
    if (!error.detail.isEmpty())
        m_terminal.say(QStringLiteral("  ") + error.detail);
    if (m_line.wantsJson()) {
        QJsonObject document = documentOf(m_line.command, {}, m_clock.now(), {}, {});
        document.insert(QStringLiteral("error"), errorJson(error));
        m_terminal.printJson(document);
    }
    end(exitCode);
}

void Command::fail(int exitCode, const QString &sentence)
{
    fail(exitCode, Error{Error::Kind::Wrong, sentence});
}

void Command::printDocument(const QJsonObject &data, const QList<Check> &checks, const QString &deployment)
{
    m_terminal.printJson(documentOf(m_line.command, deployment, m_clock.now(), data, checks));
}

Error Command::noSuchDeployment(const QString &name, const QStringList &names) const
{
    const QString near = nearestWord(name, names);
    if (!near.isEmpty())
        return {Error::Kind::Wrong, tr("There is no deployment called “%1”. Did you mean “%2”?").arg(name, near)};
    return {Error::Kind::Wrong, names.isEmpty() ? tr("There is no deployment called “%1”, and none is configured yet. “quarterdeck add” adds one.").arg(name)
                                                : tr("There is no deployment called “%1”. There are: %2.").arg(name, names.join(QStringLiteral(", ")))};
}

} // namespace qd::app
