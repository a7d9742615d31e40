#include "retrieval/askedbefore.h"

#include "core/paths.h"
#include "core/savefile.h"
#include "retrieval/recordedqueries.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace qd::retrieval {

namespace {

struct AskedBeforeWords
{
    Q_DECLARE_TR_FUNCTIONS(AskedBefore)
};

QString hashOfText(const QByteArray &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

std::optional<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

Result<> keepFile(const QString &folder, const QString &path, const QByteArray &bytes)
{
    const auto kept = paths::ensure(folder).and_then([&](const QString &) { return saveFile(path, bytes, QFileDevice::ReadOwner | QFileDevice::WriteOwner); });
    if (kept)
        return {};
    return failure(Error::Kind::Lost, AskedBeforeWords::tr("The answer could not be kept in “%1”, so the service will be asked again.").arg(folder), kept.error().detail);
}

// A file of scores: nothing where it is missing, damaged or of something else.
QJsonObject scoresFrom(const QString &path, const QString &model, const QString &question)
{
    const QJsonObject file = QJsonDocument::fromJson(contentOf(path).value_or(QByteArray())).object();
    const bool isOurs = file.value(QStringLiteral("model")).toString() == model && file.value(QStringLiteral("question")).toString() == question;
    return isOurs ? file.value(QStringLiteral("scores")).toObject() : QJsonObject();
}

} // namespace

QString AskedBefore::pathOf(const char *kind, const QString &model, int dims, const QString &question) const
{
    const QByteArray name = model.toUtf8() + '\0' + QByteArray::number(dims) + '\0' + question.toUtf8();
    return m_folder + QLatin1Char('/') + hashOfText(name) + QLatin1Char('.') + QLatin1String(kind);
}

std::optional<std::vector<float>> AskedBefore::embedding(const QString &model, int dims, const QString &question) const
{
    const auto bytes = model.isEmpty() ? std::nullopt : contentOf(pathOf("embedding", model, dims, question));
    const auto recorded = bytes ? RecordedQueries::fromBytes(*bytes) : Result<RecordedQueries>(RecordedQueries());
    return recorded ? recorded->find(model, dims, question) : std::nullopt;
}

Result<> AskedBefore::keepEmbedding(const QString &model, const QString &question, const std::vector<float> &embedding) const
{
    if (model.isEmpty())
        return {};
    RecordedQueries one;
    one.record(model, question, embedding);
    return keepFile(m_folder, pathOf("embedding", model, int(embedding.size()), question), one.toBytes());
}

std::optional<std::vector<double>> AskedBefore::scores(const QString &model, const QString &question, const QList<QByteArray> &texts) const
{
    const QJsonObject known = scoresFrom(pathOf("scores", model, 0, question), model, question);
    std::vector<double> scores;
    for (const QByteArray &text : texts) {
        const QJsonValue score = known.value(hashOfText(text));
        if (!score.isDouble())
            return {};
        scores.push_back(score.toDouble());
    }
    return scores;
}

Result<> AskedBefore::keepScores(const QString &model, const QString &question, const QList<QByteArray> &texts, const std::vector<double> &scores) const
{
    if (model.isEmpty())
        return {};
    const QString path = pathOf("scores", model, 0, question);
    QJsonObject known = scoresFrom(path, model, question);
    for (qsizetype i = 0; i < texts.size() && i < qsizetype(scores.size()); ++i)
        known.insert(hashOfText(texts[i]), scores[size_t(i)]);
    const QJsonObject file{{QStringLiteral("model"), model}, {QStringLiteral("question"), question}, {QStringLiteral("scores"), known}};
    return keepFile(m_folder, path, QJsonDocument(file).toJson(QJsonDocument::Compact));
}

} // namespace qd::retrieval
