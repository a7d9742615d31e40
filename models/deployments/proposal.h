#pragma once

// Guesses what the columns of an unknown table mean. No database in here: a candidate is what the
// catalogs and up to 50 rows told.

#include "deployments/discovery.h"
#include "deployments/vocabulary.h"

#include <QJsonObject>

namespace qd {

// A column, or a value found inside a JSON column.
struct ColumnPlace
{
    QString column;
    QStringList path;
    QString name;          // for comparing: promptTokens → prompt_tokens, usage.total → usage_total
    QString base;          // type of the column: "int4"; of a JSON value "number", "string", "boolean"
    QChar category;        // as pg_type: N number, B boolean, S text, E enum, D time, U other
    bool maySelect = true;
    bool counts = false;   // has a sequence
    bool isUnique = false, isPrimary = false;
    bool leadsIndex = false;
    QStringList values;    // sampled, or the words of an enum
    int present = 0;       // rows of the sample in which it has a value

    bool isMoment() const { return path.isEmpty() && (base == u"timestamptz" || base == u"timestamp"); }
    bool isJson() const { return path.isEmpty() && (base == u"json" || base == u"jsonb"); }
    Field field() const;
};

struct CandidateTable
{
    QString schema, table, kind;
    std::optional<qint64> rows;
    bool mayRead = false;
    QList<ColumnPlace> places;
    int sampled = 0;       // rows looked at
    QString notSampled;    // why there are none
};

// created_at, createdAt, CreatedAt and created-at are one word.
QString comparableName(const QString &name);
CandidateTable candidateFrom(const QJsonObject &json);
// One cell of resources/sql/telemetry_sample.sql.
void addCell(CandidateTable &candidate, qint64 row, const QStringList &path, const QString &type, const QString &value);
// Columns worth sampling: nothing that holds a person's text.
QStringList columnsToSample(const CandidateTable &candidate);
// The time column by which the newest rows are found cheaply; empty if there is none.
QString newestFirstBy(const CandidateTable &candidate);

// The best place for a meaning; null if there is none. A column beats a JSON key of an equally good
// name; a place that was empty in every sampled row loses to one that was not.
const ColumnPlace *bestPlace(const CandidateTable &candidate, Meaning meaning);
// What tells one row from another.
const ColumnPlace *identityOf(const CandidateTable &candidate);

// Nothing for a table that does not look like telemetry.
std::optional<Proposal> proposalFrom(const CandidateTable &candidate);

} // namespace qd
