#include "app/commands/add.h"

#include "app/commands/subject.h"

#include <QJsonObject>

namespace qd::app {

Result<Deployment> Add::understood(Secret &password)
{
    Deployment deployment;
    deployment.name = line().arguments.first();
    if (!Setup::isName(deployment.name))
        return failure(Error::Kind::Wrong, tr("“%1” cannot be the name of a deployment: use lower-case letters, digits, dots, dashes and underscores.").arg(deployment.name));
    if (setup().find(deployment.name) && !line().has("replace"))
        return failure(Error::Kind::Wrong, tr("There is a deployment called “%1” already. --replace replaces it.").arg(deployment.name));
    const Result<QString> profile = profileFrom(line(), setup().profiles(), QStringLiteral("generic"));
    if (!profile)
        return failure(profile.error());
    deployment.profile = *profile;
    Result<pg::Parameters> parameters = addressFrom(line());
    if (!parameters)
        return failure(parameters.error());
    password = std::exchange(parameters->password, {});
    deployment.database = *parameters;
    deployment.title = line().has("title") ? line().value("title") : deployment.name;
    deployment.place = line().value("place");
    deployment.sshTunnel = line().value("ssh");
    const QString environment = line().has("environment") ? line().value("environment") : parameters->isLocal() ? QStringLiteral("local") : QStringLiteral("production");
    const std::optional<Environment> known = environmentFromKey(environment);
    if (!known)
        return failure(Error::Kind::Wrong, tr("There is no environment “%1”. There are: production, staging, preview, local.").arg(environment));
    deployment.environment = *known;
    deployment.secret = line().has("password") ? line().value("password") : password.isEmpty() ? QStringLiteral("pgpass") : QStringLiteral("keychain");
    if (!QStringList{QStringLiteral("keychain"), QStringLiteral("pgpass"), QStringLiteral("none")}.contains(deployment.secret) && !deployment.secret.startsWith(QLatin1String("env:")))
        return failure(Error::Kind::Wrong, tr("--password says where the password is, not what it is: keychain, env:NAME, pgpass or none."));
    if (const Result<> taken = takeSettings(deployment); !taken)
        return failure(taken.error());
    return deployment;
}

Result<> Add::takeSettings(Deployment &deployment) const
{
    for (const QString &setting : line().values("set")) {
        const QString key = setting.section(QLatin1Char('='), 0, 0).trimmed(), value = setting.section(QLatin1Char('='), 1);
        if (key.isEmpty() || !setting.contains(QLatin1Char('=')))
            return failure(Error::Kind::Wrong, tr("“--set %1” is not understood. Example: --set vercel.project=app").arg(setting));
        if (key.endsWith(QLatin1String(".secret")) && !value.startsWith(QLatin1String("env:")) && value != QLatin1String("keychain"))
            return failure(Error::Kind::Wrong, tr("A token on the command line is seen by everybody on this computer, so it is refused here. Use --set %1=env:NAME.").arg(key));
        deployment.providers.insert(key, value);
    }
    return {};
}

void Add::start()
{
    Secret password;
    const Result<Deployment> deployment = understood(password);
    if (!deployment)
        return fail(setup().error() ? NothingRead : WrongUsage, deployment.error());
    if (const Result<> put = setup().put(*deployment); !put)
        return fail(setup().error() ? NothingRead : put.error().kind == Error::Kind::Wrong ? WrongUsage : Failing, put.error());
    if (password.isEmpty() || deployment->secret != QLatin1String("keychain"))
        return tell(*deployment, {});
    connect(&setup().secrets(), &SecretStore::keptForThisRunOnly, this, [this] { m_isForThisRunOnly = true; });
    m_write.start(setup().secrets().write(Setup::passwordKey(deployment->name), password), [this, added = *deployment](const Result<> &written) {
        Check check;
        check.id = QStringLiteral("add.password");
        check.title = tr("Password");
        check.object = added.name;
        check.measuredAt = clock().now();
        check.state = written && !m_isForThisRunOnly ? State::Ok : State::Warning;
        check.says = check.state == State::Ok ? tr("The password is in the keychain.")
                                              : tr("There is no keychain on this computer, so the password was not kept. Put it into ~/.pgpass, or into a variable and add --password env:NAME.");
        if (check.state != State::Ok)
            terminal().say(check.says);
        tell(added, {check});
    });
}

void Add::tell(const Deployment &deployment, const QList<Check> &checks)
{
    if (line().wantsJson())
        printDocument({{QStringLiteral("name"), deployment.name},
                       {QStringLiteral("profile"), deployment.profile},
                       {QStringLiteral("environment"), environmentKey(deployment.environment)},
                       {QStringLiteral("database"), deployment.database.text()},
                       {QStringLiteral("secret"), deployment.secret}},
                      checks, deployment.name);
    else
        terminal().print(tr("Added %1: %2, profile %3. “quarterdeck test %1” tests it.").arg(deployment.name, deployment.database.text(), deployment.profile));
    end(checks.isEmpty() ? AllWell : exitCode(checks));
}

} // namespace qd::app
