#include "postgres/statement.h"

#include <QCoreApplication>
#include <QFile>

namespace qd::pg {

namespace {

struct StatementWords
{
    Q_DECLARE_TR_FUNCTIONS(Statement)
};

bool isNameStart(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isNamePart(char c) { return isNameStart(c) || (c >= '0' && c <= '9'); }

// Where the token that starts at `from` and must not be looked into ends: a comment, a string, a
// quoted name or a $tag$ … $tag$. `from` itself if there is none.
qsizetype endOfOpaque(const QByteArray &sql, qsizetype from)
{
    const auto until = [&sql](QByteArrayView mark, qsizetype start) {
        const qsizetype at = sql.indexOf(mark, start);
        return at < 0 ? sql.size() : at + mark.size();
    };
    const char c = sql.at(from);
    const QByteArrayView rest = QByteArrayView(sql).sliced(from);
    if (rest.startsWith("--"))
        return until("\n", from);
    if (rest.startsWith("/*")) { // comments nest
        qsizetype at = from + 2;
        for (int depth = 1; depth > 0 && at < sql.size(); ++at) {
            const QByteArrayView here = QByteArrayView(sql).sliced(at);
            if (here.startsWith("/*"))
                ++depth, ++at;
            else if (here.startsWith("*/"))
                --depth, ++at;
        }
        return at;
    }
    if (c == '\'' || c == '"') {
        const bool hasEscapes = c == '\'' && from > 0 && (sql.at(from - 1) == 'E' || sql.at(from - 1) == 'e') && (from < 2 || !isNamePart(sql.at(from - 2)));
        for (qsizetype at = from + 1; at < sql.size(); ++at) {
            if (hasEscapes && sql.at(at) == '\\')
                ++at;
            else if (sql.at(at) == c)
                return at + 1; // a doubled quote starts the next opaque token right here
        }
        return sql.size();
    }
    if (c == '$' && (from == 0 || !isNamePart(sql.at(from - 1)))) {
        qsizetype at = from + 1;
        while (at < sql.size() && (isNameStart(sql.at(at)) || (at > from + 1 && isNamePart(sql.at(at)))))
            ++at;
        if (at < sql.size() && sql.at(at) == '$')
            return until(rest.first(at + 1 - from), at + 1);
    }
    return from;
}

} // namespace

QByteArray identifier(const QString &name)
{
    return '"' + name.toUtf8().replace('"', "\"\"") + '"';
}

QByteArray qualified(const QString &schema, const QString &name)
{
    return identifier(schema) + '.' + identifier(name);
}

QByteArray literal(QByteArrayView text)
{
    QByteArray quoted = text.toByteArray();
    quoted.replace('\'', "''");
    if (!quoted.contains('\\'))
        return '\'' + quoted + '\'';
    return "E'" + quoted.replace('\\', "\\\\") + '\'';
}

Result<QByteArray> substituted(const QByteArray &sql, const QMap<QByteArray, QByteArray> &variables)
{
    QByteArray out;
    out.reserve(sql.size() + 256);
    for (qsizetype at = 0; at < sql.size();) {
        if (const qsizetype end = endOfOpaque(sql, at); end > at) {
            out += QByteArrayView(sql).sliced(at, end - at);
            at = end;
            continue;
        }
        if (sql.at(at) != ':' || at + 1 >= sql.size()) {
            out += sql.at(at++);
            continue;
        }
        if (sql.at(at + 1) == ':') { // a cast
            out += "::";
            at += 2;
            continue;
        }
        const char quote = sql.at(at + 1) == '"' || sql.at(at + 1) == '\'' ? sql.at(at + 1) : '\0';
        const qsizetype begin = at + (quote ? 2 : 1);
        qsizetype end = begin;
        while (end < sql.size() && (end == begin ? isNameStart(sql.at(end)) : isNamePart(sql.at(end))))
            ++end;
        if (end == begin || (quote && (end >= sql.size() || sql.at(end) != quote))) { // a slice: [1:2], or := and the like
            out += sql.at(at++);
            continue;
        }
        const QByteArray name = sql.sliced(begin, end - begin);
        const auto value = variables.constFind(name);
        if (value == variables.cend())
            return failure(Error::Kind::Wrong, StatementWords::tr("The SQL needs a value for “%1”, and none was given.").arg(QString::fromUtf8(name)));
        out += quote == '"' ? identifier(QString::fromUtf8(*value)) : quote == '\'' ? literal(*value) : *value;
        at = end + (quote ? 1 : 0);
    }
    return out;
}

QByteArray sqlFile(const char *name)
{
    QFile file(QStringLiteral(":/sql/%1.sql").arg(QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("resources/sql/%s.sql is missing", name);
    return file.readAll();
}

} // namespace qd::pg
