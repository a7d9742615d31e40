// Databases that are mentioned in the files people have anyway: .env, pg_service.conf, .pgpass.
#include "postgres/parameters.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <libpq-fe.h>

#include <algorithm>

namespace qd::pg {

namespace {

QMap<QString, QString> dotEnvVariables(const QString &text)
{
    static const QRegularExpression assignment(QStringLiteral(R"(^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*$)"));
    static const QRegularExpression comment(QStringLiteral(R"(\s#.*$)"));
    QMap<QString, QString> variables;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        const auto match = assignment.match(line);
        if (!match.hasMatch())
            continue;
        QString value = match.captured(2);
        const QChar quote = value.isEmpty() ? QChar() : value.front();
        if (quote == QLatin1Char('"') || quote == QLatin1Char('\'')) {
            const qsizetype end = value.indexOf(quote, 1);
            value = end > 0 ? value.sliced(1, end - 1) : value.mid(1);
        } else {
            value.remove(comment);
        }
        variables.insert(match.captured(1), value);
    }
    return variables;
}

// ${NAME} of the same file, as dotenv-expand does.
QString expanded(QString value, const QMap<QString, QString> &variables)
{
    for (auto it = variables.cbegin(); it != variables.cend(); ++it)
        value.replace(QStringLiteral("${%1}").arg(it.key()), it.value());
    return value;
}

// A direct address serves us better than a pooler, where the session belongs to others as well.
int usefulness(const Found &found)
{
    const QByteArray host = found.parameters.value("host");
    if (found.parameters.value("port") == "6543" || host.contains("-pooler.") || host.contains(".pooler."))
        return 2;
    const bool saysDirect = found.name.contains(QLatin1String("DIRECT")) || found.name.contains(QLatin1String("NON_POOLING")) || found.name.contains(QLatin1String("UNPOOLED"));
    return saysDirect ? 0 : 1;
}

std::optional<Found> fromPgVariables(const QMap<QString, QString> &variables)
{
    Found found{QStringLiteral("PGHOST"), QStringLiteral(".env"), {}};
    PQconninfoOption *options = PQconninfoParse("", nullptr);
    for (const PQconninfoOption *option = options; option && option->keyword; ++option) {
        const QString value = option->envvar ? variables.value(QLatin1String(option->envvar)) : QString();
        if (value.isEmpty())
            continue;
        if (qstrcmp(option->keyword, "password") == 0)
            found.parameters.password = Secret(value);
        else
            found.parameters.values.insert(option->keyword, value.toUtf8());
    }
    PQconninfoFree(options);
    return found.parameters.value("host").isEmpty() ? std::nullopt : std::optional(found);
}

QString fileFrom(const char *variable, const QString &inHome)
{
    const QString named = qEnvironmentVariable(variable);
    return named.isEmpty() ? QDir::home().filePath(inHome) : named;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// host:port:database:user:password, where \: and \\ stand for themselves.
QList<QByteArray> passwordFields(const QByteArray &line)
{
    QList<QByteArray> fields(1);
    for (qsizetype at = 0; at < line.size(); ++at) {
        if (line.at(at) == '\\' && at + 1 < line.size())
            fields.last() += line.at(++at);
        else if (line.at(at) == ':' && fields.size() < 5)
            fields.append(QByteArray());
        else
            fields.last() += line.at(at);
    }
    return fields;
}

} // namespace

QList<Found> fromDotEnv(const QString &text)
{
    const QMap<QString, QString> variables = dotEnvVariables(text);
    QList<Found> all;
    for (auto it = variables.cbegin(); it != variables.cend(); ++it) {
        const QString value = expanded(it.value(), variables);
        if (!value.startsWith(QLatin1String("postgres")) || !value.contains(QLatin1String("://")))
            continue;
        if (const auto parameters = Parameters::fromText(value))
            all.append({it.key(), QStringLiteral(".env"), *parameters});
    }
    if (const auto found = fromPgVariables(variables))
        all.append(*found);
    std::ranges::stable_sort(all, {}, usefulness);
    return all;
}

QList<Found> fromServiceFile()
{
    const QString path = fileFrom("PGSERVICEFILE", QStringLiteral(".pg_service.conf"));
    QList<Found> all;
    for (const QByteArray &raw : contents(path).split('\n')) {
        const QByteArray line = raw.trimmed();
        if (line.startsWith('[') && line.endsWith(']')) {
            all.append({QString::fromUtf8(line.sliced(1, line.size() - 2)), path, {}});
            continue;
        }
        const qsizetype equals = line.indexOf('=');
        if (line.startsWith('#') || equals <= 0 || all.isEmpty())
            continue;
        const QByteArray keyword = line.first(equals).trimmed(), value = line.sliced(equals + 1).trimmed();
        Parameters &parameters = all.last().parameters;
        if (keyword == "password")
            parameters.password = Secret(value);
        else if (!value.isEmpty())
            parameters.values.insert(keyword, value);
    }
    return all;
}

QList<Found> fromPasswordFile()
{
    const QString path = fileFrom("PGPASSFILE", QStringLiteral(".pgpass"));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    const QFileInfo file(path);
    QList<Found> all;
    if (!file.isFile() || (file.permissions() & others))
        return all;
    for (const QByteArray &raw : contents(path).split('\n')) {
        const QList<QByteArray> fields = passwordFields(raw.endsWith('\r') ? raw.chopped(1) : raw);
        if (raw.startsWith('#') || fields.size() != 5 || fields.at(0).isEmpty() || fields.at(0) == "*")
            continue;
        Parameters parameters;
        const QList<QByteArray> keywords = {"host", "port", "dbname", "user"};
        for (qsizetype i = 0; i < keywords.size(); ++i) {
            if (!fields.at(i).isEmpty() && fields.at(i) != "*")
                parameters.values.insert(keywords.at(i), fields.at(i));
        }
        parameters.password = Secret(fields.at(4));
        all.append({QString::fromUtf8(fields.at(0)), path, parameters});
    }
    return all;
}

} // namespace qd::pg
