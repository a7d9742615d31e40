#include "capture/searchcall.h"

#include "postgres/statement.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace qd::capture {

namespace {

struct SearchCallWords
{
    Q_DECLARE_TR_FUNCTIONS(Capture)
};

// The shortest decimal that reads back as the same float.
QByteArray decimal(double value)
{
    const QByteArray asFloat = QByteArray::number(double(float(value)), 'g', 9);
    return double(float(value)) == value ? asFloat : QByteArray::number(value, 'g', 17);
}

QByteArray arrayLiteral(const QStringList &items)
{
    QByteArrayList parts;
    for (const QString &item : items)
        parts << '"' + item.toUtf8().replace('\\', "\\\\").replace('"', "\\\"") + '"';
    return pg::literal('{' + parts.join(',') + '}');
}

// The SQL of what an argument means; nothing if it was not given.
std::optional<QByteArray> meant(const QString &meaning, const QByteArray &type, const EmbeddingType &embedding, const SearchInput &input)
{
    const auto number = [&type](std::optional<double> value) { return value ? std::optional<QByteArray>('(' + decimal(*value) + "::" + type + ')') : std::nullopt; };
    if (meaning.startsWith(u'='))
        return '(' + pg::literal(meaning.mid(1).toUtf8()) + "::" + type + ')';
    if (meaning == u"embedding")
        return input.embedding.empty() ? std::nullopt : std::optional<QByteArray>('(' + EmbeddingType{type, embedding.isArray}.literal(input.embedding) + ')');
    if (meaning == u"text")
        return '(' + pg::literal(input.text.toUtf8()) + "::" + type + ')';
    if (meaning == u"limit")
        return input.limit ? std::optional<QByteArray>('(' + QByteArray::number(*input.limit) + "::" + type + ')') : std::nullopt;
    if (meaning == u"threshold")
        return number(input.threshold);
    if (meaning == u"text_weight")
        return number(input.textWeight);
    if (meaning == u"vector_weight")
        return number(input.vectorWeight);
    if (meaning == u"user")
        return input.user ? std::optional<QByteArray>('(' + pg::literal(input.user->toUtf8()) + "::" + type + ')') : std::nullopt;
    if (meaning == u"documents")
        return input.documents.isEmpty() ? "(null::" + type + ')' : '(' + arrayLiteral(input.documents) + "::" + type + ')';
    return std::nullopt;
}

// Variables of an application's statement have no declared type.
QByteArray statementType(const QString &meaning, const EmbeddingType &embedding)
{
    if (meaning == u"embedding")
        return embedding.name;
    return meaning == u"limit" ? "int" : meaning == u"text" || meaning == u"user" ? "text" : meaning == u"documents" ? "text[]" : "double precision";
}

Result<QByteArray> filledStatement(const RetrievalSearch &search, const EmbeddingType &type, const SearchInput &input)
{
    QMap<QByteArray, QByteArray> variables;
    for (const char *meaning : {"embedding", "text", "limit", "threshold", "user", "documents", "text_weight", "vector_weight"}) {
        const QString name = QLatin1String(meaning);
        if (const auto value = meant(name, statementType(name, type), type, input))
            variables.insert(meaning, *value);
    }
    return pg::substituted(search.statement.toUtf8(), variables);
}

bool isWordStart(QChar c) { return c.isLetter() || c == u'_'; }
bool isWordPart(QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'$'; }

// Where a comment, string or quoted name that starts here ends; `at` itself for anything else.
qsizetype skipped(const QString &sql, qsizetype at)
{
    const QStringView rest = QStringView(sql).sliced(at);
    const auto until = [&](QStringView mark, qsizetype from) {
        const qsizetype found = sql.indexOf(mark, from);
        return found < 0 ? sql.size() : found + mark.size();
    };
    if (rest.startsWith(u"--"))
        return until(u"\n", at);
    if (rest.startsWith(u"/*"))
        return until(u"*/", at + 2);
    if (rest.startsWith(u'\'') || rest.startsWith(u'"'))
        return until(rest.first(1), at + 1);
    return at;
}

// From `from` to the semicolon that ends the statement.
QString statementAt(const QString &sql, qsizetype from)
{
    qsizetype at = from;
    while (at < sql.size() && sql[at] != u';') {
        const qsizetype past = skipped(sql, at);
        at = past > at ? past : at + 1;
    }
    return sql.mid(from, at - from).trimmed();
}

// The statement whose rows a function returns.
QString returnedStatement(const SearchFunction &function)
{
    if (function.language == u"sql")
        return statementAt(function.body, 0);
    static const QRegularExpression returns(QStringLiteral("\\breturn\\s+query\\s+(?!execute)"), QRegularExpression::CaseInsensitiveOption);
    const auto found = returns.match(function.body);
    return found.hasMatch() ? statementAt(function.body, found.capturedEnd()) : QString();
}

// Puts values in the place of parameters, as plpgsql resolves names: alone, or behind the function's.
QByteArray withConstants(const QString &statement, const SearchFunction &function, const QMap<QString, QByteArray> &values)
{
    QString out;
    QString before; // the last word or sign, to know “as name” and “t.name”
    for (qsizetype at = 0; at < statement.size();) {
        if (const qsizetype past = skipped(statement, at); past > at) {
            out += QStringView(statement).sliced(at, past - at);
            at = past;
            before = QStringLiteral("'");
            continue;
        }
        if (statement[at] == u'$' && at + 1 < statement.size() && statement[at + 1].isDigit()) {
            qsizetype end = at + 1;
            while (end < statement.size() && statement[end].isDigit())
                ++end;
            const int number = QStringView(statement).sliced(at + 1, end - at - 1).toInt();
            const bool isThere = number >= 1 && number <= function.parameters.size();
            out += isThere ? QString::fromUtf8(values.value(function.parameters[number - 1].name)) : statement.mid(at, end - at);
            at = end;
            continue;
        }
        if (!isWordStart(statement[at])) {
            if (!statement[at].isSpace())
                before = statement[at];
            out += statement[at++];
            continue;
        }
        qsizetype end = at;
        while (end < statement.size() && isWordPart(statement[end]))
            ++end;
        QString word = statement.mid(at, end - at).toLower();
        const bool isOfFunction = word == function.name && end < statement.size() && statement[end] == u'.' && before != QLatin1String(".");
        if (isOfFunction) {
            at = ++end;
            while (end < statement.size() && isWordPart(statement[end]))
                ++end;
            word = statement.mid(at, end - at).toLower();
        }
        const QChar next = end < statement.size() ? statement[end] : QChar();
        const bool isName = before == QLatin1String(".") || before == QLatin1String("as") || next == u'.' || next == u'(';
        const auto value = values.constFind(word);
        out += value != values.cend() && (!isName || isOfFunction) ? QString::fromUtf8(*value) : statement.mid(at, end - at);
        before = word;
        at = end;
    }
    return out.toUtf8();
}

} // namespace

const FunctionParameter *SearchFunction::parameter(const QString &wanted) const
{
    const auto found = std::find_if(parameters.cbegin(), parameters.cend(), [&wanted](const FunctionParameter &one) { return one.name == wanted; });
    return found == parameters.cend() ? nullptr : &*found;
}

bool SearchFunction::isSecurityDefiner() const
{
    static const QRegularExpression words(QStringLiteral("^\\s.*\\bSECURITY DEFINER\\b"), QRegularExpression::MultilineOption);
    return words.match(source.left(source.indexOf(QStringLiteral("AS $")))).hasMatch();
}

QList<SearchFunction> functionsFrom(const QJsonObject &definitions)
{
    QList<SearchFunction> functions;
    for (const QJsonValue &value : definitions.value(QStringLiteral("functions")).toArray()) {
        const QJsonObject json = value.toObject();
        const auto text = [&json](const char *key) { return json.value(QLatin1String(key)).toString(); };
        SearchFunction function{text("schema"), text("name"), text("source"), text("body"), text("language"), {}, {}, json.value(QStringLiteral("mayExecute")).toBool(), json.value(QStringLiteral("mayUseSchema")).toBool()};
        const QJsonArray names = json.value(QStringLiteral("names")).toArray(), modes = json.value(QStringLiteral("modes")).toArray(), types = json.value(QStringLiteral("types")).toArray(),
                         defaults = json.value(QStringLiteral("defaults")).toArray();
        for (qsizetype i = 0; i < std::max<qsizetype>(names.size(), types.size()); ++i) {
            const QString mode = modes.isEmpty() ? QStringLiteral("i") : modes.at(i).toString();
            const qsizetype input = function.parameters.size();
            if ((mode == u"i" || mode == u"b" || mode == u"v") && input < types.size())
                function.parameters << FunctionParameter{names.at(i).toString(), types.at(input).toString(), defaults.at(input).toString()};
        }
        for (const QJsonValue &setting : json.value(QStringLiteral("settings")).toArray())
            function.settings << setting.toString();
        functions << function;
    }
    return functions;
}

const SearchFunction *functionFor(const RetrievalSearch &search, const QList<SearchFunction> &functions)
{
    for (const SearchFunction &function : functions) {
        const auto names = search.arguments.keys();
        const bool takesAll = std::all_of(names.cbegin(), names.cend(), [&function](const QString &name) { return function.parameter(name); });
        if (function.schema == search.schema && function.name == search.function && takesAll)
            return &function;
    }
    return nullptr;
}

QByteArray EmbeddingType::literal(const std::vector<float> &embedding) const
{
    QByteArray text;
    text.reserve(qsizetype(embedding.size()) * 12 + 8);
    for (const float value : embedding)
        text += (text.isEmpty() ? "" : ",") + QByteArray::number(double(value), 'g', 9);
    return (isArray ? "'{" + text + "}'" : "'[" + text + "]'") + "::" + name;
}

Result<QByteArray> searchCall(const RetrievalSearch &search, const SearchFunction *function, const EmbeddingType &type, const SearchInput &input, const QString &role)
{
    if (!search.statement.isEmpty())
        return filledStatement(search, type, input).map([](const QByteArray &sql) { return '(' + sql + ')'; });
    const QString name = search.schema + u'.' + search.function;
    if (!function)
        return failure(Error::Kind::Missing, SearchCallWords::tr("There is no function %1 that takes what the profile says. Without it the application cannot search either.").arg(name));
    const QString who = role.isEmpty() ? QStringLiteral("ROLE") : QString::fromUtf8(pg::identifier(role));
    if (!function->mayUseSchema)
        return failure(Error::Kind::Refused, SearchCallWords::tr("%1 may not call %2. The missing grant: %3").arg(role, name, QStringLiteral("grant usage on schema %1 to %2;").arg(QString::fromUtf8(pg::identifier(search.schema)), who)), {}, QStringLiteral("42501"));
    QStringList types;
    for (const FunctionParameter &parameter : function->parameters)
        types << parameter.type;
    if (!function->mayExecute)
        return failure(Error::Kind::Refused, SearchCallWords::tr("%1 may not call %2. The missing grant: %3").arg(role, name, QStringLiteral("grant execute on function %1(%2) to %3;").arg(QString::fromUtf8(pg::qualified(search.schema, search.function)), types.join(QStringLiteral(", ")), who)), {}, QStringLiteral("42501"));
    QByteArrayList arguments;
    for (const FunctionParameter &parameter : function->parameters) {
        const QString meaning = search.arguments.value(parameter.name);
        const auto value = meaning.isEmpty() ? std::nullopt : meant(meaning, parameter.type.toUtf8(), type, input);
        if (!value && parameter.fallback.isEmpty()) {
            const QString what = meaning == u"user" ? SearchCallWords::tr("%1 searches the chunks of one user: choose as whom to ask.").arg(name)
                : meaning == u"embedding"           ? SearchCallWords::tr("%1 needs the embedding of the question.").arg(name)
                                                    : SearchCallWords::tr("%1 needs a value for “%2”.").arg(name, parameter.name);
            return failure(Error::Kind::Wrong, what);
        }
        if (value)
            arguments << pg::identifier(parameter.name) + " => " + *value;
    }
    return pg::qualified(search.schema, search.function) + '(' + arguments.join(", ") + ')';
}

std::optional<QByteArray> searchInside(const RetrievalSearch &search, const SearchFunction *function, const EmbeddingType &type, const SearchInput &input)
{
    if (!search.statement.isEmpty()) {
        const auto filled = filledStatement(search, type, input);
        return filled ? std::optional(*filled) : std::nullopt;
    }
    const QString statement = function ? returnedStatement(*function) : QString();
    static const QRegularExpression reads(QStringLiteral("^(select|with|\\()"), QRegularExpression::CaseInsensitiveOption);
    if (!reads.match(statement).hasMatch())
        return std::nullopt;
    QMap<QString, QByteArray> values;
    for (const FunctionParameter &parameter : function->parameters) {
        const QString meaning = search.arguments.value(parameter.name);
        auto value = meaning.isEmpty() ? std::nullopt : meant(meaning, parameter.type.toUtf8(), type, input);
        if (!value && parameter.fallback.isEmpty())
            return std::nullopt;
        values.insert(parameter.name.toLower(), value ? *value : "((" + parameter.fallback.toUtf8() + ")::" + parameter.type.toUtf8() + ')');
    }
    return withConstants(statement, *function, values);
}

std::optional<double> numberOfDefault(const QString &sql)
{
    static const QRegularExpression form(QStringLiteral("^\\(?'?(-?[0-9]+(?:\\.[0-9]+)?)'?\\)?(?:::[a-z0-9 ]+)?$"));
    const auto found = form.match(sql.trimmed());
    return found.hasMatch() ? std::optional(found.captured(1).toDouble()) : std::nullopt;
}

} // namespace qd::capture
