#pragma once

// Judgements of the sample's questions name sections of the manual, not chunks, so that they survive
// another way of cutting.

#include "retrieval/import/manualchunks.h"
#include "retrieval/judgements.h"

namespace qd::retrieval {

// Which section answers a question. `with` narrows it to those chunks of the section that hold all of
// these words, for sections that are longer than a chunk.
struct SectionJudgement
{
    QString query, page, anchor;
    QStringList with;
    int grade = 0;
    int line = 0;
};
Result<QList<SectionJudgement>> readSectionJudgements(QByteArrayView jsonl);

// The chunks that sections stand for. A judgement that finds no chunk is named in `missing`, as a
// sentence: this edition of the manual has no such section.
struct ChunkJudgements
{
    Judgements judgements;
    QStringList missing;
};
ChunkJudgements judgementsOfChunks(const QList<SectionJudgement> &judgements, const QList<ManualPage> &pages, const QList<QList<ManualChunk>> &chunks);

} // namespace qd::retrieval
