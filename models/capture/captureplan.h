#pragma once

// Which statements take a snapshot of a table of chunks, and how what they answer becomes rows of the
// snapshot. Made from the profile and from what the catalogs say is really there. No database in here.

#include "deployments/retrievalprofile.h"
#include "retrieval/snapshot.h"
#include "retrieval/vectors/relationpages.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace qd::capture {

// A column of the snapshot that comes from the chunk's own row.
struct PlannedField
{
    QByteArray column;
    retrieval::SnapshotColumn::Kind kind = retrieval::SnapshotColumn::Kind::Bytes;
    QByteArray sql; // over the alias t; text, but for the tsvector's own binary form
};

// How the embedding comes over the wire.
enum class EmbeddingForm { None, Vector, HalfVector, Reals, Doubles };

struct VectorIndexFacts
{
    QString schema, name, method, opclass;
    qint64 pages = 0;
    bool isValid = true;
};

struct CapturePlan
{
    QString relation;               // "public.chunks", for people
    QByteArray table, documents;    // quoted; documents empty: there are none
    QByteArray key, document;       // SQL
    QByteArray where;
    QByteArray documentKey;         // SQL over the alias d
    QList<PlannedField> documentFields; // owner, status, title as far as they are the document's
    QList<PlannedField> fields;
    QByteArray embedding;           // SQL; empty: there is none
    EmbeddingForm form = EmbeddingForm::None;
    retrieval::ElementType type = retrieval::ElementType::Float32;
    int dims = 0;                   // 0: not declared, the rows have to be asked
    QByteArray dimsSql;             // for asking them
    QByteArray pageinspect;         // its schema, quoted, where pages may be read; else empty
    QList<VectorIndexFacts> indexes;
    bool hasVersions = false;       // rows have xmin
    bool hasTids = false;           // and ctid says where they lie
    bool hidesRows = false;         // row security applies to us
    std::optional<qint64> expectedRows; // estimate of the server
    QStringList remarks;            // finished sentences about what is missing or odd

    // What the snapshot's columns will be.
    retrieval::SnapshotShape shape() const;
    // Changes when any of the statements does: then unchanged rows have to be read again, too.
    QByteArray fingerprint() const;
};

// `facts` is the answer of capture_facts.sql. Missing: table or column; Refused: names the grant.
Result<CapturePlan> planCapture(const RetrievalSource &source, const QJsonObject &facts);

// What of a table is to be sent.
struct CopyRange
{
    bool isEverything = true;
    quint32 horizon = 0;               // rows written by this transaction or later are sent …
    retrieval::HeapTid after = retrieval::NoTid; // … and those behind this place; NoTid: only the former
};

enum class CopyKind { Moment, Documents, Roots, Rows, Pages };

struct CopyScript
{
    QByteArray sql;
    QList<CopyKind> kinds;       // of the copies, in order
    QStringList pagesOf;         // names of the indexes, in the order of CopyKind::Pages
};
// `mostIndexBytes`: larger indexes are left out; 0: all of them.
CopyScript copyScript(const CapturePlan &plan, const CopyRange &range, qint64 mostIndexBytes);

// Columns of a row of CopyKind::Rows before the fields.
enum RowCell { KeyCell, XminCell, CtidCell, DocumentCell, SentCell, FirstFieldCell };

} // namespace qd::capture
