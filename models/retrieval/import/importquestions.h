#pragma once

// The questions, judgements and embeddings of questions that lie beside a corpus.

#include "retrieval/import/importcorpus.h"
#include "retrieval/import/importfolder.h"

#include <QHash>

namespace qd::retrieval {

class SnapshotWriter;

struct ImportedCorpus
{
    const ImportFolder &folder;
    const QHash<QByteArray, QString> &keys; // of its chunks
    int dims;
    QString model;
};

// Notes them in the snapshot and counts them in the report.
Result<> writeImportedQuestions(SnapshotWriter &writer, const ImportedCorpus &corpus, ImportReport &report);

} // namespace qd::retrieval
