#pragma once

// The snapshot that comes with the program: the PostgreSQL manual in about 5,000 chunks, with
// questions that an operator asks and judgements of the sections that answer them, so that retrieval
// can be tried before anything is connected. It is made when the program is built, from the manual
// that is installed (package postgresql-doc-NN); the manual's text is nowhere in our source.

#include "retrieval/import/samplejudgements.h"

namespace qd::retrieval {

// Where the sample lies: beside the installed program or in its build tree. Missing, with a sentence
// that says why, when the program was built without the manual.
Result<QString> sampleCorpusPath();

// Pages in the order of the book, from index.html on.
Result<QList<ManualPage>> readManual(const QString &folder);

struct SampleCorpusSources
{
    QString manual;     // folder with index.html
    QString questions;  // JSONL: id, text
    QString judgements; // JSONL: query, page, anchor, with, grade
};
struct SampleCorpusReport
{
    int pages = 0, chunks = 0, questions = 0, judged = 0;
    QStringList missing;
};
// Writes the file pair. The same sources give the same bytes.
Result<SampleCorpusReport> makeSampleCorpus(const SampleCorpusSources &sources, const QString &file);

} // namespace qd::retrieval
