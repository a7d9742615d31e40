#pragma once

// The documents of the demo and what is wrong with some of them. Nothing outside models/demo knows
// which. Made once per seed; the same seed gives the same texts and embeddings.

#include "core/result.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <vector>

namespace qd::demo {

struct DemoChunk
{
    int document = 0, ordinal = 0, page = 1;
    int begin = 0, end = 0; // characters of the document
    QByteArray section, text, question;
    bool hasEmbedding = true, hasLength = true;
};

struct DemoDocument
{
    QByteArray title, status;
    int owner = 0; // place in the list of owners
};

struct Library
{
    std::vector<DemoDocument> documents;
    std::vector<DemoChunk> chunks;
};

// Fifteen standards, a hundred chunks each.
const Library &standardsLibrary(quint32 seed);
// 450 notes of a few dozen students, six chunks each.
const Library &notesLibrary(quint32 seed);

// The embedding as a column of `dims` takes it: [0.1,0,…], or {0.1,0,…} where pgvector is missing.
// By HashEmbedding, so it is nobody's model. Any thread.
class EmbeddingText
{
public:
    EmbeddingText(int dims, bool hasVector);
    ~EmbeddingText();
    QByteArray of(const DemoChunk &chunk); // \N for one without
    QByteArray of(QByteArrayView text);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace qd::demo
