#include "app/commands/retrievalsettings.h"

#include "retrieval/import/hashembedding.h"
#include "retrieval/import/samplecorpus.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace qd::app {

using retrieval::SearchSettings;

namespace {

struct RetrievalSettingsWords
{
    Q_DECLARE_TR_FUNCTIONS(Retrieval)
};

// What --mode says, as settings: "exact" is a way to the vectors, not a mode of its own.
Result<> takeMode(QJsonObject &settings, const QString &mode)
{
    const bool isScan = mode == QLatin1String("exact") || mode == QLatin1String("hnsw") || mode == QLatin1String("ivfflat");
    const bool isMode = mode == QLatin1String("text") || mode == QLatin1String("hybrid") || mode == QLatin1String("bm25");
    if (!isScan && !isMode)
        return failure(Error::Kind::Wrong, RetrievalSettingsWords::tr("“%1” is no way to search. Write exact, hnsw, ivfflat, text, bm25 or hybrid.").arg(mode));
    settings.insert(QStringLiteral("mode"), isScan ? QStringLiteral("vector") : mode);
    if (isScan)
        settings.insert(QStringLiteral("scan"), mode);
    return {};
}

Result<> takeNumber(const CommandLine &line, const char *option, QJsonObject &settings, const char *key)
{
    if (!line.has(option))
        return {};
    bool isNumber = false;
    const int value = line.value(option).toInt(&isNumber);
    if (!isNumber || value < 1)
        return failure(Error::Kind::Wrong, RetrievalSettingsWords::tr("--%1 takes a number from 1 on, and “%2” is none.").arg(QLatin1String(option), line.value(option)));
    settings.insert(QLatin1String(key), value);
    return {};
}

// KEY=VALUE; a dot leads into an object: threshold.bound=0.5
Result<> takeSetting(QJsonObject &settings, const QString &text)
{
    const QString key = text.section(QLatin1Char('='), 0, 0), value = text.section(QLatin1Char('='), 1);
    if (key.isEmpty() || !text.contains(QLatin1Char('=')))
        return failure(Error::Kind::Wrong, RetrievalSettingsWords::tr("--set takes KEY=VALUE, such as k=50, and “%1” is not that.").arg(text));
    const QJsonArray parsed = QJsonDocument::fromJson(QByteArray("[") + value.toUtf8() + ']').array();
    const QJsonValue json = parsed.size() == 1 ? parsed.first() : QJsonValue(value);
    const QString outer = key.section(QLatin1Char('.'), 0, 0), inner = key.section(QLatin1Char('.'), 1);
    if (inner.isEmpty()) {
        settings.insert(outer, json);
    } else {
        QJsonObject object = settings.value(outer).toObject();
        object.insert(inner, json);
        settings.insert(outer, object);
    }
    return {};
}

} // namespace

Result<SearchSettings> searchSettingsFrom(const CommandLine &line, const SearchSettings &production)
{
    QJsonObject settings = production.toJson();
    if (line.has("mode")) {
        if (const Result<> taken = takeMode(settings, line.value("mode")); !taken)
            return failure(taken.error());
    }
    for (const auto &[option, key] : {std::pair("limit", "limit"), std::pair("ef", "efSearch"), std::pair("probes", "probes")}) {
        if (const Result<> taken = takeNumber(line, option, settings, key); !taken)
            return failure(taken.error());
    }
    if (line.has("as-user"))
        settings.insert(QStringLiteral("asUser"), line.value("as-user"));
    for (const QString &setting : line.values("set")) {
        if (const Result<> taken = takeSetting(settings, setting); !taken)
            return failure(taken.error());
    }
    return SearchSettings::fromJson(settings);
}

Result<QString> corpusPathOf(const QString &file)
{
    return file == QLatin1String("sample") && !QFile::exists(file) ? retrieval::sampleCorpusPath() : Result<QString>(file);
}

bool lacksEmbedding(const retrieval::Corpus &corpus, const retrieval::Question &question, const SearchSettings &settings)
{
    if (!settings.usesVectors() || !question.embedding.empty() || question.like)
        return false;
    QString model = settings.model;
    return !corpus.recordedEmbedding(question.text, &model);
}

retrieval::Question withEmbedding(const retrieval::Corpus &corpus, retrieval::Question question, const SearchSettings &settings)
{
    if (!lacksEmbedding(corpus, question, settings))
        return question;
    const QStringList models = settings.model.isEmpty() ? corpus.models() : QStringList{settings.model};
    const int dims = models.size() == 1 ? retrieval::HashEmbedding::dimsOf(models.first()) : 0;
    if (dims == 0)
        return question;
    question.embedding = retrieval::HashEmbedding().of(question.text.toStdString(), dims);
    question.model = models.first();
    return question;
}

} // namespace qd::app
