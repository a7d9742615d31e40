#pragma once

#include "providers/http.h"

#include <QStringList>

#include <vector>

namespace qd::providers {

// A service that speaks OpenAI's protocol: OpenAI itself, Voyage, or Ollama and llama.cpp on one's own
// machine. `base` may end in /v1 or not. What it answers is compared with an index that one model made,
// so an answer of another model or dimension is an error, never a result.
struct EmbeddingService
{
    QString name;  // for sentences: "Ollama"
    QUrl base;
    QString model;
    int dims = 0;                  // what the index has
    bool isShortened = false;      // ask for `dims` of a model that can give more (text-embedding-3-*)
    Secret key;                    // empty for a service without
    std::chrono::milliseconds timeout = std::chrono::seconds(30);
};

class Embeddings : public QObject
{
    Q_OBJECT

public:
    explicit Embeddings(const EmbeddingService &service, QObject *parent = nullptr);

    // One embedding for each text, in their order. Wrong when the answer is of another model or
    // dimension, holds numbers that are none, or is not one for each text.
    Reply<QList<std::vector<float>>> of(const QStringList &texts);
    Reply<std::vector<float>> of(const QString &text);

    Http &http() { return m_http; }

private:
    Result<QList<std::vector<float>>> read(const QJsonDocument &answer, qsizetype texts) const;

    EmbeddingService m_service;
    Http m_http;
};

// Whether a service that was asked for one model and names another means the same: "nomic-embed-text"
// and "nomic-embed-text:latest", "openai/text-embedding-3-small", "text-embedding-ada-002-v2".
bool isSameModel(const QString &asked, const QString &answered);

// A reranker: /v1/rerank as Voyage, Cohere, Jina and llama.cpp have it.
struct RerankedDocument
{
    int index = 0;     // in the list that was sent
    double score = 0;  // on the model's own scale
    bool operator==(const RerankedDocument &) const = default;
};

class Reranker : public QObject
{
    Q_OBJECT

public:
    // `dims` is not used.
    explicit Reranker(const EmbeddingService &service, QObject *parent = nullptr);

    // Every document once, best first; equal scores in the order in which they were sent.
    Reply<QList<RerankedDocument>> rank(const QString &query, const QStringList &documents);

    Http &http() { return m_http; }

private:
    Result<QList<RerankedDocument>> read(const QJsonDocument &answer, qsizetype documents) const;

    EmbeddingService m_service;
    Http m_http;
};

} // namespace qd::providers
