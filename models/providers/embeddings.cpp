#include "providers/embeddings.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace qd::providers {

namespace {

// People paste the base with and without the version.
QString versionedPath(const QUrl &base, const char *path)
{
    static const QRegularExpression versioned(QStringLiteral("/v\\d+/?$"));
    return versioned.match(base.path()).hasMatch() ? QLatin1String(path) : QStringLiteral("/v1") + QLatin1String(path);
}

template <typename T, typename Read>
Reply<T> readAnswer(Reply<QJsonDocument> raw, QObject *owner, Read read)
{
    const Answer<T> answer;
    answer.onCancel(owner, [raw]() mutable { raw.cancel(); });
    whenAnswered(raw, owner, [answer, read](Result<QJsonDocument> got) { answer.give(got ? read(*got) : Result<T>(failure(got.error()))); });
    return answer.reply();
}

std::optional<std::vector<float>> embeddingFrom(const QJsonValue &value)
{
    if (!value.isArray())
        return {};
    std::vector<float> embedding;
    for (const QJsonValue &number : value.toArray()) {
        const float element = float(number.toDouble());
        if (!number.isDouble() || !std::isfinite(element))
            return {};
        embedding.push_back(element);
    }
    return embedding;
}

tl::unexpected<Error> otherEmbeddingShape(const QString &service, const QString &detail)
{
    return failure(Error::Kind::Wrong, Embeddings::tr("%1 answered in a shape that is not known, so its embeddings are not used.").arg(service), detail);
}

tl::unexpected<Error> otherModel(const QString &service, const QString &answered, const QString &asked)
{
    return failure(Error::Kind::Wrong, Embeddings::tr("%1 answered with the model “%2” where “%3” was asked for; what different models return cannot be compared.").arg(service, answered, asked));
}

} // namespace

bool isSameModel(const QString &asked, const QString &answered)
{
    static const QRegularExpression edition(QStringLiteral("^(:latest|-v\\d+)?$"));
    // Whose model it is may be left out by either side, but not be another.
    const bool areBothOwned = asked.contains(QLatin1Char('/')) && answered.contains(QLatin1Char('/'));
    const QString wanted = areBothOwned ? asked : asked.section(QLatin1Char('/'), -1), given = areBothOwned ? answered : answered.section(QLatin1Char('/'), -1);
    return (given.startsWith(wanted) && edition.match(given.mid(wanted.size())).hasMatch()) || wanted == given + QStringLiteral(":latest");
}

Embeddings::Embeddings(const EmbeddingService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_http(service.name, service.base)
{
    m_http.setBearer(service.key);
    m_http.setTimeout(service.timeout);
}

Result<QList<std::vector<float>>> Embeddings::read(const QJsonDocument &answer, qsizetype texts) const
{
    const QJsonObject object = answer.object();
    const QString model = object.value(QLatin1String("model")).toString();
    if (!model.isEmpty() && !isSameModel(m_service.model, model))
        return otherModel(m_service.name, model, m_service.model);
    const QJsonArray rows = object.value(QLatin1String("data")).toArray();
    if (rows.size() != texts)
        return otherEmbeddingShape(m_service.name, QStringLiteral("data[] has %1 elements for %2 texts").arg(rows.size()).arg(texts));
    QList<std::vector<float>> embeddings(texts);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonObject row = rows[i].toObject();
        const int index = row.value(QLatin1String("index")).toInt(int(i));
        auto embedding = embeddingFrom(row.value(QLatin1String("embedding")));
        if (!embedding || embedding->empty() || index < 0 || index >= texts || !embeddings[index].empty())
            return otherEmbeddingShape(m_service.name, QStringLiteral("data[%1] is no embedding with an index of its own").arg(i));
        if (m_service.dims > 0 && int(embedding->size()) != m_service.dims)
            return failure(Error::Kind::Wrong, tr("%1 answered with %2 dimensions where the index has %3; they cannot be compared.").arg(m_service.name).arg(embedding->size()).arg(m_service.dims));
        embeddings[index] = *std::move(embedding);
    }
    return embeddings;
}

Reply<QList<std::vector<float>>> Embeddings::of(const QStringList &texts)
{
    if (texts.isEmpty() || std::ranges::any_of(texts, [](const QString &text) { return text.trimmed().isEmpty(); }))
        return ready<QList<std::vector<float>>>(failure(Error::Kind::Wrong, tr("An empty text has no embedding.")));
    QJsonObject question{{QStringLiteral("model"), m_service.model}, {QStringLiteral("input"), QJsonArray::fromStringList(texts)}};
    if (m_service.isShortened && m_service.dims > 0)
        question.insert(QStringLiteral("dimensions"), m_service.dims);
    return readAnswer<QList<std::vector<float>>>(m_http.askJson(versionedPath(m_service.base, "/embeddings"), question), this, [this, count = texts.size()](const QJsonDocument &answer) { return read(answer, count); });
}

Reply<std::vector<float>> Embeddings::of(const QString &text)
{
    Reply<QList<std::vector<float>>> all = of(QStringList{text});
    const Answer<std::vector<float>> answer;
    answer.onCancel(this, [all]() mutable { all.cancel(); });
    whenAnswered(all, this, [answer](Result<QList<std::vector<float>>> got) { answer.give(got ? Result<std::vector<float>>(got->first()) : Result<std::vector<float>>(failure(got.error()))); });
    return answer.reply();
}

Reranker::Reranker(const EmbeddingService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_http(service.name, service.base)
{
    m_http.setBearer(service.key);
    m_http.setTimeout(service.timeout);
}

Result<QList<RerankedDocument>> Reranker::read(const QJsonDocument &answer, qsizetype documents) const
{
    const QJsonObject object = answer.object();
    const QString model = object.value(QLatin1String("model")).toString();
    if (!model.isEmpty() && !isSameModel(m_service.model, model))
        return otherModel(m_service.name, model, m_service.model);
    // Voyage says data, the others results.
    const QJsonValue list = object.contains(QLatin1String("results")) ? object.value(QLatin1String("results")) : object.value(QLatin1String("data"));
    QList<RerankedDocument> ranked;
    std::vector<bool> seen(std::size_t(documents), false);
    for (const QJsonValue &value : list.toArray()) {
        const QJsonObject row = value.toObject();
        const int index = row.value(QLatin1String("index")).toInt(-1);
        const QJsonValue score = row.contains(QLatin1String("relevance_score")) ? row.value(QLatin1String("relevance_score")) : row.value(QLatin1String("score"));
        if (index < 0 || index >= documents || seen[std::size_t(index)] || !score.isDouble())
            return failure(Error::Kind::Wrong, tr("%1 answered in a shape that is not known, so its ranking is not used.").arg(m_service.name), QStringLiteral("an element without an index of its own or a score"));
        seen[std::size_t(index)] = true;
        ranked.append({index, score.toDouble()});
    }
    if (ranked.size() != documents)
        return failure(Error::Kind::Wrong, tr("%1 ranked %2 of %3 documents, so its ranking is not used.").arg(m_service.name).arg(ranked.size()).arg(documents));
    std::ranges::sort(ranked, [](const RerankedDocument &a, const RerankedDocument &b) { return a.score != b.score ? a.score > b.score : a.index < b.index; });
    return ranked;
}

Reply<QList<RerankedDocument>> Reranker::rank(const QString &query, const QStringList &documents)
{
    if (documents.isEmpty())
        return ready<QList<RerankedDocument>>(QList<RerankedDocument>());
    const QJsonObject question{{QStringLiteral("model"), m_service.model}, {QStringLiteral("query"), query}, {QStringLiteral("documents"), QJsonArray::fromStringList(documents)}};
    return readAnswer<QList<RerankedDocument>>(m_http.askJson(versionedPath(m_service.base, "/rerank"), question), this, [this, count = documents.size()](const QJsonDocument &answer) { return read(answer, count); });
}

} // namespace qd::providers
