#include "deployments/deploymentfile.h"

#include "core/redact.h"
#include "deployments/tomlfile.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

namespace qd {

namespace {

struct StoreWords
{
    Q_DECLARE_TR_FUNCTIONS(Deployment)
};

const QString DeploymentsKey = QStringLiteral("deployments");

bool isReference(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(keychain|pgpass|none|env:[A-Za-z_][A-Za-z0-9_]*)$"));
    return form.match(text).hasMatch();
}

bool namesSecret(const QString &key)
{
    static const QRegularExpression form(QStringLiteral("(^|[._-])(secret|token|password|apikey|api_key|key)$"), QRegularExpression::CaseInsensitiveOption);
    return form.match(key).hasMatch();
}

bool looksSecret(const QString &text)
{
    return redacted(text) != text;
}

StoredDeployment deploymentFrom(TomlTable table)
{
    StoredDeployment stored;
    Deployment &deployment = stored.deployment;
    stored.line = table.line();
    deployment.name = table.neededText(QStringLiteral("name"));
    deployment.title = table.text(QStringLiteral("title"), deployment.name);
    deployment.profile = table.neededText(QStringLiteral("profile"));
    QStringList words;
    for (const Environment environment : {Environment::Production, Environment::Staging, Environment::Preview, Environment::Local})
        words << environmentKey(environment);
    deployment.environment = environmentFromKey(table.oneOf(QStringLiteral("environment"), words, words.first())).value_or(Environment::Production);
    deployment.secret = table.text(QStringLiteral("secret"), QStringLiteral("none"));
    deployment.sshTunnel = table.text(QStringLiteral("ssh_tunnel"));
    deployment.place = table.text(QStringLiteral("place"));
    const auto database = table.textsByKey(QStringLiteral("database"));
    for (auto entry = database.cbegin(); entry != database.cend(); ++entry)
        deployment.database.values.insert(entry.key().toUtf8(), entry.value().toUtf8());
    deployment.providers = table.textsByKey(QStringLiteral("providers"));

    const auto unknown = table.unknown();
    for (auto entry = unknown.cbegin(); entry != unknown.cend(); ++entry)
        stored.unknown.insert(entry.key(), tomlText(*entry));
    if (const auto fit = storable(deployment); !fit)
        table.refuse(stored.line, fit.error().message);
    return stored;
}

QString written(const Deployment &deployment, const QMap<QString, QString> &unknown)
{
    TomlWriter out;
    out.raw(QStringLiteral("name"), TomlWriter::quoted(deployment.name));
    if (deployment.title != deployment.name)
        out.text(QStringLiteral("title"), deployment.title);
    out.text(QStringLiteral("profile"), deployment.profile);
    out.text(QStringLiteral("environment"), environmentKey(deployment.environment));
    out.text(QStringLiteral("place"), deployment.place);
    out.text(QStringLiteral("secret"), deployment.secret.isEmpty() ? QStringLiteral("none") : deployment.secret);
    out.text(QStringLiteral("ssh_tunnel"), deployment.sshTunnel);
    for (auto entry = unknown.cbegin(); entry != unknown.cend(); ++entry)
        out.raw(entry.key(), entry.value());
    if (!deployment.database.values.isEmpty())
        out.table(QStringLiteral("deployments.database"));
    for (auto entry = deployment.database.values.cbegin(); entry != deployment.database.values.cend(); ++entry)
        out.raw(QString::fromUtf8(entry.key()), TomlWriter::quoted(QString::fromUtf8(*entry)));
    if (!deployment.providers.isEmpty())
        out.table(QStringLiteral("deployments.providers"));
    for (auto entry = deployment.providers.cbegin(); entry != deployment.providers.cend(); ++entry)
        out.raw(entry.key(), TomlWriter::quoted(*entry));
    return QStringLiteral("[[deployments]]\n") + QString::fromUtf8(out.result()) + u'\n';
}

QString firstWords()
{
    TomlWriter out;
    out.comment(QStringLiteral("The deployments that Quarterdeck looks after. No secrets in here: “secret” says where the\n"
                               "password is to be had (keychain, env:NAME, pgpass or none)."));
    out.blank();
    return QString::fromUtf8(out.result());
}

// The file cut into the text before the first deployment and the text of each, comments directly
// above included. Empty if it is not laid out that way.
QStringList cutByDeployment(const QByteArray &before, const QList<StoredDeployment> &stored)
{
    const QStringList lines = QString::fromUtf8(before).split(u'\n');
    QStringList pieces;
    qsizetype from = 0;
    for (const StoredDeployment &entry : stored) {
        qsizetype start = entry.line - 1;
        if (start < from || start >= lines.size() || !lines[start].trimmed().startsWith(QStringLiteral("[[")))
            return {};
        while (start > from && lines[start - 1].trimmed().startsWith(u'#'))
            --start;
        pieces << lines.mid(from, start - from).join(u'\n') + (start > from ? QStringLiteral("\n") : QString());
        from = start;
    }
    pieces << lines.mid(from).join(u'\n');
    return pieces;
}

} // namespace

Result<> storable(const Deployment &deployment)
{
    const auto wrong = [](const QString &says) { return failure(Error::Kind::Wrong, says); };
    static const QRegularExpression nameForm(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"));
    if (!nameForm.match(deployment.name).hasMatch())
        return wrong(StoreWords::tr("A deployment's name should be letters, digits, dots, dashes and underscores, such as shop-production; “%1” is not.").arg(redacted(deployment.name)));
    if (!deployment.secret.isEmpty() && !isReference(deployment.secret))
        return wrong(StoreWords::tr("The secret of “%1” should be keychain, env:NAME, pgpass or none; a secret itself is never stored here.").arg(deployment.name));
    for (auto entry = deployment.database.values.cbegin(); entry != deployment.database.values.cend(); ++entry)
        if (namesSecret(QString::fromUtf8(entry.key())) || entry.key() == "sslpassword" || looksSecret(QString::fromUtf8(*entry)))
            return wrong(StoreWords::tr("“%1” of the deployment “%2” holds a password; it belongs into the keychain, a variable or ~/.pgpass.").arg(QString::fromUtf8(entry.key()), deployment.name));
    for (auto entry = deployment.providers.cbegin(); entry != deployment.providers.cend(); ++entry)
        if ((namesSecret(entry.key()) && !isReference(*entry)) || looksSecret(*entry))
            return wrong(StoreWords::tr("“%1” of the deployment “%2” should be keychain or env:NAME; a secret itself is never stored here.").arg(entry.key(), deployment.name));
    for (const QString &text : {deployment.title, deployment.place, deployment.sshTunnel, deployment.profile})
        if (looksSecret(text))
            return wrong(StoreWords::tr("A text of the deployment “%1” looks as if it had a secret in it, and is not stored.").arg(deployment.name));
    return {};
}

Result<QList<StoredDeployment>> readDeployments(const QByteArray &toml, const QString &file)
{
    const auto at = [&file](int line, const QString &says) {
        return failure(Error::Kind::Wrong, StoreWords::tr("%1, line %2: %3").arg(file).arg(line).arg(says));
    };
    const auto parsed = parsedToml(toml);
    if (!parsed)
        return at(parsed.error().line, parsed.error().says);
    std::optional<TomlProblem> problem;
    TomlTable root(*parsed, &problem);
    QList<StoredDeployment> stored;
    QSet<QString> names;
    for (const TomlTable &table : root.tables(DeploymentsKey)) {
        stored << deploymentFrom(table);
        const QString &name = stored.last().deployment.name;
        if (names.contains(name))
            root.refuse(stored.last().line, StoreWords::tr("There are two deployments called “%1”.").arg(name));
        names.insert(name);
    }
    root.finish();
    if (problem)
        return at(problem->line, problem->says);
    return stored;
}

Result<QByteArray> writtenDeployments(const QList<Deployment> &deployments, const QByteArray &before, const QString &file)
{
    const auto stored = readDeployments(before, file);
    if (!stored)
        return failure(stored.error());
    const QStringList pieces = cutByDeployment(before, *stored);

    QString text = before.isEmpty() || pieces.isEmpty() ? firstWords() : pieces.first();
    QSet<QString> names;
    for (Deployment deployment : deployments) {
        if (deployment.isDemo)
            continue;
        deployment.database.password = {};
        if (deployment.secret.isEmpty())
            deployment.secret = QStringLiteral("none");
        if (const auto fit = storable(deployment); !fit)
            return failure(fit.error());
        if (names.contains(deployment.name))
            return failure(Error::Kind::Wrong, StoreWords::tr("There are two deployments called “%1”.").arg(deployment.name));
        names.insert(deployment.name);

        QMap<QString, QString> unknown;
        QString unchanged;
        for (qsizetype i = 0; i < stored->size(); ++i) {
            const StoredDeployment &entry = stored->at(i);
            if (entry.deployment.name != deployment.name)
                continue;
            unknown = entry.unknown;
            if (entry.deployment == deployment && !pieces.isEmpty())
                unchanged = pieces[i + 1];
        }
        if (!text.isEmpty() && !text.endsWith(u'\n'))
            text += u'\n';
        text += unchanged.isEmpty() ? written(deployment, unknown) : unchanged;
    }
    return text.toUtf8();
}

} // namespace qd
