#pragma once

// A snapshot opened for questions, with what can be derived from it: the text index, bitmaps of
// filters, production's indexes read from their pages, graphs built here, BM25. All of it is made
// when it is first needed, kept, and shared by any number of threads; whoever comes while it is being
// made waits for it. Everything here may be called from any thread.

#include "retrieval/engine/searchsettings.h"
#include "retrieval/judgements.h"
#include "retrieval/recordedqueries.h"
#include "retrieval/snapshot.h"
#include "retrieval/vectors/calibration.h"
#include "retrieval/vectors/hnswgraph.h"
#include "retrieval/vectors/ivfflat.h"

#include <QDateTime>

#include <functional>
#include <memory>

namespace qd::retrieval {

// Told while something takes long; both may be empty and are called from the thread that asks.
struct CorpusWork
{
    std::function<bool()> isStopped = {}; // true: give up, with an Error of kind Cancelled
    // A finished sentence ("Building an HNSW graph …") and how much is done, 0 to 1.
    std::function<void(const QString &what, double share)> onProgress = {};
    bool isAlone = false; // true: does not share its work with free threads of the global pool

    bool stopped() const { return isStopped && isStopped(); }
    void tell(const QString &what, double share) const
    {
        if (onProgress)
            onProgress(what, share);
    }
};

struct CorpusOrigin
{
    QString deployment, database, serverVersion, pgvector, relation;
    QDateTime takenAt;
    std::optional<qint64> rowsHidden; // by row security, from whoever took the snapshot; nothing: not known
    QString source;                   // "postgres", "import", "sample"; empty: not noted
};

// An index of production, as the snapshot notes it.
struct CorpusIndex
{
    QString name, definition;
    SearchSettings::Scan kind = SearchSettings::Scan::Hnsw;
    QByteArray operatorClass;           // vector_cosine_ops
    int m = 16, efConstruction = 64;    // of HNSW
    int lists = 100;                    // of IVFFlat
    bool hasPages = false;              // can be replayed
};

// How far what was derived can be trusted, and why, in a sentence.
struct GradedReason
{
    Grade grade = Grade::BitIdentical;
    QString reason;
    // The worse of two.
    void lower(const GradedReason &other);
};

// Which rows a search may see, before anything is scored.
struct RowFilter
{
    RowSet rows;              // alive, and passing owner, status, documents and metadata
    DocumentFilter documents; // the same for the text index; only those with a tsvector
    quint32 count = 0;
};

struct CorpusText
{
    TextIndex index; // document n is row n
    RowSet hasVector; // rows whose tsvector is not NULL
    GradedReason grade;
};

struct CorpusGraph
{
    HnswGraph graph;
    IndexOrder order;
    QString name;           // of production's index; of one built here a description
    bool isProductions = false;
    GradedReason grade;
};

struct CorpusLists
{
    IvfflatIndex index;
    IndexOrder order;
    QString name;
    bool isProductions = false;
    GradedReason grade;
};

class Corpus
{
public:
    static Result<std::shared_ptr<const Corpus>> open(const QString &path);
    static Result<std::shared_ptr<const Corpus>> over(std::unique_ptr<Snapshot> snapshot);
    ~Corpus();

    const SnapshotShape &shape() const;
    quint64 generation() const;
    quint32 rows() const; // ever written; alive() tells which are there
    const RowSet &alive() const;
    const RowSet &searchable() const;
    VectorColumn vectors() const;
    QuantisedColumn quantised() const;
    const CorpusOrigin &origin() const;
    const QList<CorpusIndex> &indexes() const;
    const CorpusIndex *index(const SearchSettings &settings) const; // null: none fits
    bool hasColumn(QByteArrayView name) const;
    Result<QByteArray> note(QByteArrayView name) const; // Missing if there is none
    std::optional<Error> damage() const;                // met while reading cells
    Result<> verify(const CorpusWork &work = {}) const;

    // Production's own settings; a sensible beginning where the snapshot notes none.
    // A table may be searched in several ways: by name of the search, or the main one.
    Result<SearchSettings> productionSettings(const QString &search = {}) const;
    QStringList searches() const; // names of those that are noted
    Result<Judgements> judgements() const;         // Missing if there are none
    Result<QList<JudgedQuery>> questions() const;  // likewise
    // With the model of the settings or, without one, with any.
    std::optional<std::vector<float>> recordedEmbedding(const QString &text, QString *model = nullptr) const;
    qsizetype recordedCount() const;
    // The model that the chunks were embedded with, where a column says so or the settings do.
    QStringList models() const;

    // Cells; an empty key or text is one that is NULL or damaged.
    std::optional<QByteArray> bytes(quint32 row, QByteArrayView column) const;
    std::optional<qint64> integer(quint32 row, QByteArrayView column) const;
    QByteArray key(quint32 row) const;
    QByteArray text(quint32 row) const;
    std::optional<quint32> find(QByteArrayView key) const; // among rows that are alive
    // Values of "owner", "status", "document" or "model" and how many rows have them, most first.
    QList<std::pair<QByteArray, quint32>> valuesOf(QByteArrayView column) const;

    std::optional<HeapTid> tid(quint32 row) const;
    // Rows that are alive in the order in which a scan of production's table meets them, or where that
    // is not known in the order in which they were taken.
    std::shared_ptr<const std::vector<quint32>> rowsInTableOrder() const;
    // For many look-ups: rows that are alive, by where production has them. Keeps what it needs.
    RowOfTid rowsByTid() const;

    CharacterType characterType() const;
    // Arithmetic and trust of an operator's distances.
    Arithmetic arithmetic(Metric metric) const;
    GradedReason vectorGrade(Metric metric) const;

    Result<std::shared_ptr<const RowFilter>> filter(const SearchSettings &settings, const CorpusWork &work = {}) const;
    Result<std::shared_ptr<const CorpusText>> text(Configuration configuration, const CorpusWork &work = {}) const;
    Result<std::shared_ptr<const Bm25>> bm25(Configuration configuration, const Bm25Form &form, const CorpusWork &work = {}) const;
    // Production's graph where its pages are in the snapshot, else one built here.
    Result<std::shared_ptr<const CorpusGraph>> graph(const SearchSettings &settings, const CorpusWork &work = {}) const;
    // Likewise.
    Result<std::shared_ptr<const CorpusLists>> lists(const SearchSettings &settings, const CorpusWork &work = {}) const;

    // Whether one row passes each condition of the settings, for explanations.
    struct Condition
    {
        QString name;           // "owner", "status", "document", "metadata"
        QString wanted;         // as the settings say
        std::optional<QString> found; // in the row; nothing: NULL
        bool passes = false;
    };
    QList<Condition> conditions(quint32 row, const SearchSettings &settings) const;

private:
    Corpus();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace qd::retrieval
