#pragma once

// What an import tells about: how many lines were odd in which way, and where the first of them are.

#include "retrieval/import/importcorpus.h"

#include <QSet>

namespace qd::retrieval {

struct ImportRemark
{
    int count = 0;
    QStringList first;

    void add(const QString &where)
    {
        if (count++ < 5)
            first << where;
    }
    QString places() const; // "a.jsonl line 2, a.jsonl line 7 and 12 more"
};

struct ImportRemarks
{
    ImportRemark otherDims, notFinite, zero, noEmbedding, tooLong, tokens, empty, skipped;
    QSet<QString> unknownKeys;

    QStringList sentences(int dims, const QString &dimsFrom) const;
};

// Where the analysis of the texts may differ from a server's.
QStringList analysisOfImport(const ImportSettings &settings);

} // namespace qd::retrieval
