#pragma once

#include "core/result.h"

#include <QByteArrayView>
#include <QHash>
#include <QList>
#include <QMap>

namespace qd::retrieval {

// Which documents answer a question, and how well: the grade of a document for a query. 0 is judged
// and not relevant; what is not here was never judged, which is not the same.
struct Judgements
{
    QMap<QString, QHash<QString, int>> grades; // query → document → grade

    bool operator==(const Judgements &) const = default;
};

// Documents that a system returned for a query, with their scores. The order does not matter.
struct RunEntry
{
    QString document;
    double score = 0;
    bool operator==(const RunEntry &) const = default;
};
using Run = QMap<QString, QList<RunEntry>>;

// A question with its text, for asking them all.
struct JudgedQuery
{
    QString id, text;
    bool operator==(const JudgedQuery &) const = default;
};

// Reads judgements in the form they are in:
//   TREC qrels   query 0 document grade, separated by blanks
//   CSV or TSV   with a header; the columns are found by name: query, query_id, query-id, qid or
//                question; document, doc_id, docid, corpus-id, chunk_id, key or id; grade, rel, relevance,
//                score, label, rating or feedback (up, down, true and false count as 1 and 0)
//   JSONL        one object a line with the same keys
// A line that cannot be read, a grade that is no integer and two different grades for one document
// are errors that name the line; a line that is there twice is not.
Result<Judgements> readJudgements(QByteArrayView text);

// {"id": …, "text": …} a line, or CSV with such columns. Two texts for one id are an error.
Result<QList<JudgedQuery>> readQueries(QByteArrayView text);

// TREC run: query Q0 document rank score tag. A document that is there twice for a query is an
// error, as in trec_eval; the rank is ignored, as there.
Result<Run> readRun(QByteArrayView text);
QByteArray writeRun(const Run &run, const QString &tag);

} // namespace qd::retrieval
