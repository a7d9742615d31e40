#pragma once

// Turns what the copies of a CopyScript bring into rows of a snapshot file, on threads of the pool: a
// call waits for the one before. An existing snapshot is updated: rows that changed are replaced, those that
// production no longer has are removed, all others stay where they are.

#include "capture/binarycopy.h"
#include "capture/captureplan.h"
#include "retrieval/snapshotwriter.h"

#include <QHash>
#include <QMutex>
#include <QTemporaryFile>

#include <functional>
#include <memory>

namespace qd::capture {

struct CaptureTally
{
    qint64 seen = 0;            // rows that the server sent so far
    qint64 added = 0, changed = 0, removed = 0, unchanged = 0;
    qint64 withoutText = 0, withoutEmbedding = 0, otherDimension = 0, withoutWords = 0, duplicateKeys = 0;
    qint64 resumedAt = 0;       // rows that an interrupted run had left
    qint64 pages = 0;           // of indexes
    bool isUpdate = false;
};

// What an EXPLAIN of the search can be made with.
struct CaptureSample
{
    QByteArray owner, text; // of many rows; words of one
};

class CaptureWriter
{
public:
    struct Settings
    {
        QString path;
        QString deployment, database;   // the snapshot is of these
        bool isFresh = false;           // whatever is there is replaced
        qint64 commitBytes = 64 << 20;  // of a first run, so that an interrupted one goes on there
    };

    CaptureWriter(CapturePlan plan, Settings settings);
    ~CaptureWriter();

    // Opens what is there and tells what has to be sent. Refused: the file holds something else.
    Result<CopyRange> prepare();
    // Everything has to be sent after all; prepares again for that.
    Result<CopyRange> startOver();
    void expect(const CopyScript &script);
    // Error::code "capture.everything": startOver() is needed.
    Result<CaptureTally> take(QByteArrayView bytes);
    // The notes by name; the moment and the tally are added to `origin`. The last step.
    Result<CaptureTally> finish(const QList<std::pair<QByteArray, QByteArray>> &notes, QJsonObject origin);
    // Of an interrupted first run: keeps what is there, for the next to go on with.
    void keep();

    CaptureSample sample();

private:
    using Document = QList<std::optional<QByteArray>>; // cells of m_plan.documentFields

    Result<> openWriter();
    Result<> takeRow(int copy, const CopiedRow &row);
    Result<> takeMoment(const CopiedRow &row);
    Result<> takeDocument(const CopiedRow &row);
    Result<> takeRoot(const CopiedRow &row);
    void finishRootPage();
    Result<> takeChunk(const CopiedRow &row);
    Result<> takePage(int copy, const CopiedRow &row);
    Result<> takeUnsent(const CopiedRow &row, std::optional<quint32> known);
    Result<> put(std::optional<quint32> known);
    bool isSame(quint32 row) const;
    Result<> fillFields(const CopiedRow &row);
    void fillFromOld(quint32 row);
    // Document and places, which are always sent.
    void fillRest(const CopiedRow &row);
    void fillEmbedding(QByteArrayView cell);
    void countRow();
    Result<> commitPart();
    QByteArray stateNote(bool isComplete) const;

    QMutex m_mutex;
    CapturePlan m_plan;
    Settings m_settings;
    retrieval::SnapshotShape m_shape;
    std::unique_ptr<retrieval::Snapshot> m_old;
    QHash<QByteArrayView, quint32> m_known;       // rows of m_old by their keys, which lie in its file
    retrieval::RowSet m_met;                      // of them, those that production still has
    std::unique_ptr<retrieval::SnapshotWriter> m_writer;
    BinaryCopyReader m_reader;
    CopyScript m_script;
    CopyRange m_range;
    QHash<QByteArray, Document> m_documents;
    QHash<retrieval::HeapTid, retrieval::HeapTid> m_roots; // where a row lies → where an index says it does
    struct PageItem
    {
        quint16 item = 0, next = 0;
        bool isRoot = false, isRedirect = false, isMulti = false;
        quint32 xmin = 0, xmax = 0;
    };
    std::vector<PageItem> m_pageItems;
    quint32 m_page = 0;
    std::vector<std::unique_ptr<QTemporaryFile>> m_spools; // pages, in the order of m_script.pagesOf
    retrieval::SnapshotRow m_row;                 // that is being put together
    int m_documentColumn = -1, m_tidColumn = -1, m_ctidColumn = -1, m_xminColumn = -1, m_ownerColumn = -1, m_textColumn = -1, m_wordsColumn = -1;
    retrieval::VectorColumn m_oldVectors;
    bool m_isFirstRun = false;                    // nothing complete is there yet: parts are committed
    bool m_isOrdered = true;                      // rows come in the order of their places
    bool m_hasFailed = false;                     // what was not committed is not to be kept
    qint64 m_uncommitted = 0;
    quint32 m_horizon = 0;                        // of this run
    quint32 m_firstHorizon = 0;                   // of the run that an interrupted one began with
    retrieval::HeapTid m_last = retrieval::NoTid, m_resumeAfter = retrieval::NoTid;
    QByteArray m_moment;
    QHash<QByteArray, int> m_owners;
    QByteArray m_sampleText;
    CaptureTally m_tally;
};

} // namespace qd::capture
