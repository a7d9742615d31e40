#pragma once

// A corpus from files, for when there is no database: a folder with
//
//   *.jsonl                        one chunk a line: {"id", "text"} and, where known, title, document, section, ordinal,
//                                  page, begin, end, owner, status, metadata, model, embedding. Files are read in the
//                                  order of their names.
//   NAME.f32, NAME.npy             the embeddings of NAME.jsonl, row by line, instead of those in its lines
//   questions.jsonl, queries.jsonl also .csv and .tsv: id, text. questions.f32 or .npy are their embeddings.
//   qrels.*, judgements.*          as readJudgements() reads them
//
// becomes a snapshot. Texts are analysed here as PostgreSQL's default parser would; the report says
// where a server may differ. Nothing is dropped in silence: a line that cannot be read stops the import
// with its file, its number and what was expected, unless it shall be skipped, which is then reported; an
// embedding that pgvector would not take is left out and reported, its chunk is kept.

#include "retrieval/text/analyzer.h"

#include <QStringList>

#include <functional>

namespace qd::retrieval {

struct ImportProgress
{
    enum class Stage { Checking, Writing };
    Stage stage = Stage::Checking;
    qint64 bytes = 0, ofBytes = 0; // of the JSONL files, in this stage
    quint32 rows = 0;
};

struct ImportSettings
{
    Configuration configuration = Configuration::English;
    CharacterType characters = CharacterType::Utf8;
    QString model = {};       // of embeddings whose lines name none
    bool skipsBadLines = false;
    // Both are called now and then, on the thread that imports.
    std::function<bool()> isStopped = {};
    std::function<void(const ImportProgress &)> progress = {};
};

struct ImportReport
{
    QStringList files;
    quint32 rows = 0, withEmbedding = 0;
    int dims = 0;             // 0: no embeddings
    int questions = 0, recorded = 0, judgements = 0;
    int skipped = 0;          // lines
    // Finished sentences: what was left out or looks wrong, the first of each kind with their lines.
    QStringList remarks;
    // Finished sentences: where the analysis may differ from a server's.
    QStringList analysis;
};

// Writes or replaces the snapshot; when it fails or is cancelled, what was there before is unchanged.
Result<ImportReport> importCorpus(const QString &folder, const QString &file, const ImportSettings &settings = {});

} // namespace qd::retrieval
