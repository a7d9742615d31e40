#pragma once

// What services were asked once and need not be asked again: embeddings of questions, and what a
// reranker said of a question and a text. Kept in a folder on this computer, one small file for each
// question and model, so that an answer can be looked at again with the network unplugged and without
// a key, and two copies of the program can keep at the same time. Named by model and dimension: what
// another model said is never taken for it, and of a model without a name nothing is kept.

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace qd::retrieval {

class AskedBefore
{
public:
    // The folder is made with the first thing that is kept, closed to others.
    explicit AskedBefore(QString folder) : m_folder(std::move(folder)) {}

    // Nothing: not asked, or the file cannot be read; then the service is asked once more.
    std::optional<std::vector<float>> embedding(const QString &model, int dims, const QString &question) const;
    Result<> keepEmbedding(const QString &model, const QString &question, const std::vector<float> &embedding) const;

    // One score for each text; nothing unless all of them were ranked by this model for this question.
    // Of texts only hashes are kept.
    std::optional<std::vector<double>> scores(const QString &model, const QString &question, const QList<QByteArray> &texts) const;
    Result<> keepScores(const QString &model, const QString &question, const QList<QByteArray> &texts, const std::vector<double> &scores) const;

private:
    QString pathOf(const char *kind, const QString &model, int dims, const QString &question) const;

    QString m_folder;
};

} // namespace qd::retrieval
