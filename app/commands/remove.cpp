#include "app/commands/remove.h"

#include <QJsonObject>

namespace qd::app {

void Remove::start()
{
    const QString name = line().arguments.first();
    if (setup().error())
        return fail(NothingRead, *setup().error());
    const Deployment *deployment = setup().find(name);
    if (!deployment) {
        QStringList names;
        for (const Deployment &one : setup().deployments())
            names << one.name;
        return fail(WrongUsage, noSuchDeployment(name, names));
    }
    m_deployment = *deployment;
    if (!isConfirmed())
        return fail(RefusedToAct, Error{Error::Kind::Refused, tr("Nothing was removed. --yes removes it without asking.")});
    removeNow();
}

bool Remove::isConfirmed()
{
    if (line().has("yes"))
        return true;
    terminal().say(tr("This removes %1 (%2) from the list, its mirror %3 and its password. The database itself is not touched.")
                       .arg(m_deployment.name, m_deployment.database.text(), Setup::mirrorFile(m_deployment.name)));
    return terminal().mayAsk() && terminal().ask(tr("Type its name to go on:")) == m_deployment.name;
}

void Remove::removeNow()
{
    JournalEntry entry;
    const Instant now = clock().now();
    entry.id = QStringLiteral("remove:%1:%2").arg(m_deployment.name).arg(toMsecs(now));
    entry.at = now;
    entry.kind = QStringLiteral("deployment");
    entry.deployment = m_deployment.name;
    entry.title = tr("%1 was removed from Quarterdeck").arg(m_deployment.name);
    entry.reason = line().value("reason");
    m_step.start(setup().journal().append(entry), [this](const Result<> &written) {
        // What is not written down does not happen.
        if (!written)
            return fail(Failing, written.error());
        if (const Result<> taken = setup().take(m_deployment.name); !taken)
            return fail(Failing, taken.error());
        Setup::deleteMirror(m_deployment.name);
        if (m_deployment.secret != QLatin1String("keychain"))
            return tell({});
        m_step.start(setup().secrets().remove(Setup::passwordKey(m_deployment.name)), [this](const Result<> &removed) {
            Check check;
            check.id = QStringLiteral("remove.password");
            check.title = tr("Password");
            check.object = m_deployment.name;
            check.measuredAt = clock().now();
            check.state = removed ? State::Ok : State::Warning;
            check.says = removed ? tr("The password is gone from the keychain.") : removed.error().message;
            if (!removed)
                terminal().say(check.says);
            tell({check});
        });
    });
}

void Remove::tell(const QList<Check> &checks)
{
    if (line().wantsJson())
        printDocument({{QStringLiteral("removed"), m_deployment.name}}, checks, m_deployment.name);
    else
        terminal().print(tr("Removed %1.").arg(m_deployment.name));
    end(checks.isEmpty() ? AllWell : exitCode(checks));
}

} // namespace qd::app
