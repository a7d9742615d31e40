#pragma once

// What is wrong with chunks before anybody asks: each finding costs answers without an error message.

#include "retrieval/engine/corpus.h"

namespace qd::retrieval {

struct ChunkFinding
{
    enum class Kind {
        NoEmbedding,    // such a chunk is never found by meaning
        NoLength,       // all zeros: an index by cosine does not hold it
        NotFinite,      // NaN or infinity
        OtherModel,     // embedded by another model than most
        Duplicate,      // another chunk has the same text
        SameEmbedding,  // another chunk has the same embedding but another text
        EmptyText,
        Placeholder,    // "lorem ipsum", "TODO", one character repeated
        WrongOffsets,   // begin, end and the text's length disagree, or neighbours contradict them
        StuckDocument,  // its document's status is neither done nor failed
        NoTextVector,   // the tsvector is NULL while there is text
    };
    Kind kind = Kind::NoEmbedding;
    QString title;    // "412 chunks have no embedding", translated
    QString meaning;  // what that does to answers
    quint32 count = 0;
    QList<quint32> examples;    // up to 20 rows
    QList<QByteArray> keys;     // of these
    bool isSerious = false;     // costs answers; others are worth a look
};

// Most serious first; only what was found. What a snapshot has no column for is not looked for and is
// named in `unchecked`.
struct ChunkQuality
{
    quint32 chunks = 0;
    QList<ChunkFinding> findings;
    QStringList unchecked; // finished sentences
};
Result<ChunkQuality> chunkQuality(const Corpus &corpus, const CorpusWork &work = {});

} // namespace qd::retrieval
