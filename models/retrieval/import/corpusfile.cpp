#include "retrieval/import/corpusfile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace qd::retrieval {

namespace {

struct CorpusLineWords
{
    Q_DECLARE_TR_FUNCTIONS(CorpusLine)
};

constexpr double CorpusMostExact = 9007199254740992.0; // 2^53: what a JSON number holds exactly

tl::unexpected<Error> unexpectedLine(const QString &expected)
{
    return failure(Error::Kind::Wrong, expected);
}

bool isWholeNumber(const QJsonValue &value)
{
    return value.isDouble() && std::abs(value.toDouble()) <= CorpusMostExact && value.toDouble() == std::floor(value.toDouble());
}

Result<QByteArray> textOf(const QString &key, const QJsonValue &value)
{
    const QString text = isWholeNumber(value) ? QString::number(qint64(value.toDouble())) : value.toString();
    if (!value.isString() && !isWholeNumber(value))
        return unexpectedLine(CorpusLineWords::tr("“%1” must be a text.").arg(key));
    if (text.contains(QChar(0)))
        return unexpectedLine(CorpusLineWords::tr("“%1” holds the character U+0000, which PostgreSQL cannot store.").arg(key));
    return text.toUtf8();
}

Result<std::vector<float>> embeddingOf(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    if (array.isEmpty())
        return unexpectedLine(CorpusLineWords::tr("“embedding” must be a list of numbers."));
    std::vector<float> embedding;
    embedding.reserve(std::size_t(array.size()));
    for (const QJsonValue &number : array) {
        if (!number.isDouble())
            return unexpectedLine(CorpusLineWords::tr("“embedding” must be a list of numbers; its element %1 is none.").arg(embedding.size() + 1));
        embedding.push_back(float(number.toDouble()));
    }
    return embedding;
}

template <typename T>
Result<> keep(std::optional<T> &to, Result<T> value)
{
    if (!value)
        return tl::unexpected(value.error());
    to = *std::move(value);
    return {};
}

Result<> readMember(CorpusLine &line, const QString &key, const QJsonValue &value)
{
    static const QHash<QString, std::optional<QByteArray> CorpusLine::*> texts{{QStringLiteral("title"), &CorpusLine::title}, {QStringLiteral("document"), &CorpusLine::document}, {QStringLiteral("section"), &CorpusLine::section},
        {QStringLiteral("owner"), &CorpusLine::owner}, {QStringLiteral("status"), &CorpusLine::status}, {QStringLiteral("model"), &CorpusLine::model}};
    static const QHash<QString, std::optional<qint64> CorpusLine::*> numbers{{QStringLiteral("ordinal"), &CorpusLine::ordinal}, {QStringLiteral("page"), &CorpusLine::page}, {QStringLiteral("begin"), &CorpusLine::begin},
        {QStringLiteral("end"), &CorpusLine::end}};
    if (const auto member = texts.constFind(key); member != texts.cend())
        return keep(line.*(*member), textOf(key, value));
    if (const auto member = numbers.constFind(key); member != numbers.cend()) {
        if (!isWholeNumber(value))
            return unexpectedLine(CorpusLineWords::tr("“%1” must be a whole number.").arg(key));
        line.*(*member) = qint64(value.toDouble());
        return {};
    }
    if (key == QLatin1String("embedding"))
        return keep(line.embedding, embeddingOf(value));
    if (key == QLatin1String("metadata")) {
        if (!value.isObject())
            return unexpectedLine(CorpusLineWords::tr("“metadata” must be an object."));
        line.metadata = QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
        return {};
    }
    line.unknown.insert(key);
    return {};
}

} // namespace

Result<CorpusLine> readCorpusLine(QByteArrayView json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()), &problem);
    if (!document.isObject())
        return unexpectedLine(problem.error == QJsonParseError::NoError ? CorpusLineWords::tr("it must be a JSON object.") : CorpusLineWords::tr("it is no JSON (%1 at byte %2).").arg(problem.errorString()).arg(problem.offset));
    const QJsonObject object = document.object();
    CorpusLine line;
    const auto idKey = object.contains(QLatin1String("id")) ? QStringLiteral("id") : QStringLiteral("_id");
    if (!object.contains(idKey) || !object.value(QLatin1String("text")).isString())
        return unexpectedLine(CorpusLineWords::tr("it needs an “id” and a “text”."));
    auto key = textOf(idKey, object.value(idKey)), text = textOf(QStringLiteral("text"), object.value(QLatin1String("text")));
    for (const auto *each : {&key, &text}) {
        if (!*each)
            return tl::unexpected(each->error());
    }
    if (key->isEmpty())
        return unexpectedLine(CorpusLineWords::tr("its “id” is empty."));
    line.key = *std::move(key);
    line.text = *std::move(text);
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.key() == idKey || member.key() == QLatin1String("text") || member->isNull())
            continue;
        if (const auto done = readMember(line, member.key(), *member); !done)
            return tl::unexpected(done.error());
    }
    return line;
}

} // namespace qd::retrieval
