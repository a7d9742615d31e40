#pragma once

// What lies in a folder that shall become a corpus, found by name; see importcorpus.h.

#include "retrieval/import/vectorfile.h"

#include <QList>

namespace qd::retrieval {

struct ImportFile
{
    QString path, name;
    qint64 bytes = 0;
    QString vectorPath;      // empty: embeddings are in the lines, if anywhere
    qsizetype lines = 0;     // known after reading
    std::shared_ptr<VectorFile> vectors;
};

struct ImportFolder
{
    QList<ImportFile> files;
    QString questions, judgements, questionVectors; // paths; empty when there are none

    qint64 bytes() const;

    // Missing without a corpus; Wrong when it is not clear which of two files is meant.
    static Result<ImportFolder> look(const QString &folder);
    static Result<QByteArray> read(const QString &path);
};

} // namespace qd::retrieval
