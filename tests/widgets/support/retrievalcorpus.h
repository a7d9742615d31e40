#pragma once

// A small corpus of an operator's guides for the retrieval page: 48 chunks of six documents with
// pages and offsets, two owners, judged questions, embeddings of the demo's own kind.

#include "retrieval/import/hashembedding.h"
#include "retrieval/import/importcorpus.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace qd::test {

inline QByteArray retrievalLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

inline void writeRetrievalFile(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(name));
}

// Writes the snapshot; `dims` 0: without embeddings.
inline void makeRetrievalCorpus(const QString &file, int dims = 96)
{
    using namespace retrieval;
    const char *documents[] = {"Backup guide", "Rollback guide", "Connection guide", "Index guide", "Vacuum guide", "Replication guide"};
    const char *sentences[] = {
        "A base backup is taken every night and the archive of the write-ahead log is kept for fourteen days.",
        "Restoring to a point in time needs the base backup before it and every segment of the log since then.",
        "The last deployment is rolled back with one click while the guard is green; migrations are never undone.",
        "A pooler in transaction mode hands out a connection for each transaction, so prepared statements are lost.",
        "An index over embeddings skips rows when ef_search is low; raise ef_search until recall is high enough.",
        "Dead rows are removed by vacuum; a long transaction keeps vacuum from removing them.",
        "A replica that is far behind keeps its slot, and the slot keeps the log on the disk of the primary.",
        "The maximum number of connections is set in the configuration file and needs a restart."};
    QTemporaryDir folder;
    QByteArray chunks, questions, judgements;
    HashEmbedding embedding;
    for (int d = 0; d < 6; ++d) {
        for (int i = 0; i < 8; ++i) {
            const QString first = QString::fromLatin1(sentences[(d + i) % 8]), second = QString::fromLatin1(sentences[(d * 3 + i * 5 + 1) % 8]);
            const QString text = QStringLiteral("%1 %2 See section %3 of the %4.").arg(first, second).arg(i + 1).arg(QString::fromLatin1(documents[d]).toLower());
            QJsonObject line{{QStringLiteral("id"), QStringLiteral("g%1-%2").arg(d + 1).arg(i + 1)}, {QStringLiteral("text"), text}, {QStringLiteral("title"), QString::fromLatin1(documents[d])}, {QStringLiteral("document"), QStringLiteral("guide-%1").arg(d + 1)}, {QStringLiteral("section"), QStringLiteral("%1.%2").arg(d + 1).arg(i + 1)}, {QStringLiteral("ordinal"), i}, {QStringLiteral("page"), 1 + i * 2}, {QStringLiteral("begin"), i * 400}, {QStringLiteral("end"), i * 400 + text.size()}, {QStringLiteral("owner"), d % 2 ? QStringLiteral("oncall-2") : QStringLiteral("oncall-1")}, {QStringLiteral("status"), QStringLiteral("ready")}};
            if (dims > 0) {
                line.insert(QStringLiteral("model"), HashEmbedding::model(dims));
                QJsonArray numbers;
                for (const float value : embedding.of(text.toStdString(), dims))
                    numbers << double(value);
                line.insert(QStringLiteral("embedding"), numbers);
            }
            chunks += retrievalLine(line);
        }
    }
    const char *asked[] = {"restore a base backup to a point in time", "roll back the last deployment", "prepared statements with a pooler", "raise ef_search for recall", "why does vacuum not remove dead rows", "a slot keeps the log on the primary", "maximum number of connections"};
    const char *judged[] = {"g1-2", "g2-2", "g3-2", "g4-2", "g5-2", "g6-2", "g1-8"};
    for (int i = 0; i < 7; ++i) {
        const QString id = QStringLiteral("q%1").arg(i + 1);
        questions += retrievalLine({{QStringLiteral("id"), id}, {QStringLiteral("text"), QString::fromLatin1(asked[i])}});
        judgements += retrievalLine({{QStringLiteral("query"), id}, {QStringLiteral("key"), QString::fromLatin1(judged[i])}, {QStringLiteral("grade"), 2}});
        judgements += retrievalLine({{QStringLiteral("query"), id}, {QStringLiteral("key"), QStringLiteral("g%1-%2").arg((i + 2) % 6 + 1).arg((i + 4) % 8 + 1)}, {QStringLiteral("grade"), 1}});
    }
    writeRetrievalFile(folder.filePath(QStringLiteral("chunks.jsonl")), chunks);
    writeRetrievalFile(folder.filePath(QStringLiteral("questions.jsonl")), questions);
    writeRetrievalFile(folder.filePath(QStringLiteral("qrels.jsonl")), judgements);
    QDir().mkpath(QFileInfo(file).path());
    if (const auto report = importCorpus(folder.path(), file); !report)
        qFatal("%s", qPrintable(report.error().message));
}

} // namespace qd::test
