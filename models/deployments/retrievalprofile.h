#pragma once

// What a profile says about retrieval: where chunks of text and their embeddings lie, which function
// of production searches them and with what, and where people's judgements of answers are kept.
// Written as [[retrieval.sources]], [[retrieval.searches]] and [[retrieval.feedback]].

#include "deployments/field.h"

#include <QJsonObject>
#include <QList>
#include <QMap>

namespace qd {

// The table of documents that chunks are parts of.
struct DocumentTable
{
    QString schema = QStringLiteral("public");
    QString table;            // empty: there is none
    QString key;              // the column that the chunks' `document` refers to
    Field owner, status, title;

    QByteArray relation() const;
    bool operator==(const DocumentTable &) const = default;
};

// One table of chunks. Owner, status and title are the row's own or the document's.
struct RetrievalSource
{
    QString name;             // shown; the table's name if left out
    QString schema = QStringLiteral("public");
    QString table;
    Field key, text;          // needed
    QString embedding;        // column of type vector, halfvec or real[]
    QString tsvector;         // column of type tsvector; or
    QString analysed;         // SQL over the alias t of the text that is searched; empty: the text
    QString configuration;    // of text search: "english"; empty: this source is not searched by words
    Field owner, status, document, title, section, ordinal, page, begin, end, metadata, model;
    DocumentTable documents;
    QString where;            // extra condition over the alias t, from the profile only

    QByteArray relation() const;
    bool operator==(const RetrievalSource &) const = default;
};

// Answers that the application keeps in Redis in front of a search.
struct AnswerCacheFacts
{
    QString key;              // of a question: "query:{text}"; also {user}, {limit}. Empty: none is kept
    int keptSeconds = 0;      // from the moment it was found; 0: not known
    bool operator==(const AnswerCacheFacts &) const = default;
};

// A search of production's own: a function, or a statement of the application.
struct RetrievalSearch
{
    QString name;             // shown; the function's name if left out
    QString source;           // name of the source it searches; empty: the first
    QString schema = QStringLiteral("public");
    QString function;         // or
    // a single select over :embedding, :text, :limit, :threshold, :user, :documents
    QString statement;
    // Parameter of the function → what it means: "embedding", "text", "limit", "threshold", "user",
    // "documents", "text_weight", "vector_weight", or a constant as in a field: "=0.7". Those left
    // out keep the function's default.
    QMap<QString, QString> arguments;
    // Columns of the answer. Without a key, document and ordinal find the row.
    QString resultKey, resultScore, resultText, resultDocument, resultOrdinal;
    QMap<QString, QString> parts; // "vector_rank" → its column, where the answer shows how it was fused
    QJsonObject settings;     // of SearchSettings, as far as they cannot be read from the database
    AnswerCacheFacts cache = {};
    bool operator==(const RetrievalSearch &) const = default;
};

// Thumbs: questions with a rating of the answer, and what the answer was taken from.
struct FeedbackSource
{
    QString schema = QStringLiteral("public");
    QString table;
    Field question, rating;   // needed
    // JSON: a list of keys of chunks, or of objects with one below `sourceKey`.
    QString sources;
    QString sourceKey;
    QMap<QString, int> grades; // rating → grade of what was cited; other ratings are left out
    bool operator==(const FeedbackSource &) const = default;
};

struct RetrievalProfile
{
    QList<RetrievalSource> sources;
    QList<RetrievalSearch> searches; // the first is production's main one
    QList<FeedbackSource> feedback;

    bool isEmpty() const { return sources.isEmpty(); }
    const RetrievalSource *source(const QString &name) const; // empty name: the first; null: none
    const RetrievalSearch *search(const QString &name) const;
    bool operator==(const RetrievalProfile &) const = default;
};

} // namespace qd
