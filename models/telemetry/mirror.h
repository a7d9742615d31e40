#pragma once

#include "core/async.h"
#include "telemetry/cells.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace qd::telemetry {

// What the mirror of one source covers and how fresh it is.
struct Coverage
{
    std::optional<TimeRange> bins;        // complete bins: read back to `from`, up to `to`
    std::optional<Instant> readAt;        // last successful refresh
    std::optional<Instant> newestEvent;   // time of the newest row, not of the query
    qint64 rows = 0;                      // in all bins
    bool isBackfillDone = false;          // the beginning of the table was reached
    std::optional<Instant> sourceBegins;
    std::optional<Instant> auditedAt;
    qint64 auditRepairs = 0;              // hours rebuilt by the last audit
    bool isInstrumented = true;           // false: the table exists and has never had a row
    QString note;                         // "updates older than 10 minutes are found by the nightly audit"

    // What the follower needs to go on after a restart.
    QList<TimeRange> islands;             // complete stretches before `bins`, with gaps still to be read; oldest first
    std::optional<Instant> prunedBefore;  // older bins were dropped: seven days of raw calls, or the size cap
    std::optional<Instant> watermark;     // the server's clock: what was committed before it has been read
    std::optional<Instant> openSince;     // the oldest writing transaction at that moment
    QByteArray mapping;                   // of the source's columns; another mapping is read anew

    bool operator==(const Coverage &) const = default;
};

// Values that were there and could not be used, and rows ahead of the server's clock.
struct OddRows
{
    qint64 costs = 0, latencies = 0, duplicates = 0, future = 0;
};

// What the mirror holds of one bin, to be compared with the source.
struct BinTally
{
    Bin bin = 0;
    qint64 copies = 0, checksum = 0;
    bool operator==(const BinTally &) const = default;
};

// A filter on calls; empty fields do not filter.
struct Filter
{
    QStringList kinds = {};
    std::optional<QString> model = {}, tool = {}, user = {}, errorGroup = {};
    std::optional<ErrorClass> errorClass = {};
    bool errorsOnly = false;
    std::optional<double> slowerThanMs = {}, fasterThanMs = {};
};

enum class Order { NewestFirst, SlowestFirst, CostliestFirst };

// The local copy of one deployment's telemetry: one SQLite file in WAL mode, in which each
// 15-minute bin is one row of packed columns, plus seven days of raw calls in the same form. One
// process writes (it holds <file>.lock); others read and follow. Survives a crash at any point;
// a damaged file is set aside (renamed, never deleted) and a new one is begun; a newer one is left
// alone.
//
// Everything here is synchronous and belongs to the thread that opened it, but cheap: reading a
// day is about a millisecond. Long work goes through MirrorWriter (telemetry/follower.h).
class Mirror
{
public:
    enum class Access { Write, Read };
    static constexpr int RawDays = 7;

    ~Mirror();
    // Another process writes: opened for Read instead; canWrite() tells. Read of a file that is not
    // there is an empty mirror that looks again at revision(). Wrong: the file is from a newer Quarterdeck. A damaged file is renamed to *.damaged-<time> and reported by
    // problem().
    static Result<std::unique_ptr<Mirror>> open(const QString &file, Access access);

    bool canWrite() const;
    QString file() const;
    // A finished sentence; empty when all is well.
    QString problem() const;

    QStringList sources() const;
    Coverage coverage(const QString &source) const;
    // Over all sources: the least fresh readAt, the widest range, sums of rows.
    Coverage coverage() const;

    // ---- reading; all with dictionaries resolved by name() ----
    QString name(Dimension dimension, quint32 number) const;
    std::optional<quint32> number(Dimension dimension, const QString &name) const;
    // "school", "trial": what the source last said of this user; empty if it says nothing.
    QString userKind(quint32 user) const;

    // Cells of every bin that lies in the range, in time order. A range that does not fall on bin
    // edges is widened to them.
    void forEachCell(const TimeRange &range, const std::function<void(Bin, const Cell &)> &visit) const;
    // Begins to read the cells of a range on another thread, by a connection of its own, so that
    // they are there when they are asked for first; who asks earlier waits for the rest of it.
    void readAhead(const TimeRange &range) const;
    Sums total(const TimeRange &range, const QStringList &kinds = {}) const;
    // Merged over the range; every kind if none is named.
    Distribution distribution(const TimeRange &range, const QStringList &kinds, std::optional<QString> tool = {}, std::optional<QString> model = {}) const;
    // Unwanted ones are skipped without decoding them, which is most of the work.
    void forEachDistribution(const TimeRange &range, const std::function<void(Bin, const DistributionKey &, const Distribution &)> &visit,
        const std::function<bool(const DistributionKey &)> &wanted = {}) const;
    void forEachUser(const TimeRange &range, const std::function<void(Bin, const UserCell &)> &visit) const;
    void forEachError(const TimeRange &range, const std::function<void(Bin, const ErrorCell &)> &visit) const;
    // First and last time an error group was ever seen in the mirror.
    std::optional<TimeRange> lifeOfErrorGroup(quint32 group) const;
    OddRows oddRows(const TimeRange &range, Instant now) const;

    // Raw calls of the last seven days. Filtered and ordered here; at most `limit`.
    QList<Call> calls(const TimeRange &range, const Filter &filter, Order order, int limit) const;
    QList<Call> callsOfTrace(const QByteArray &trace, const TimeRange &around) const;
    void forEachCall(const TimeRange &range, const std::function<void(const Call &)> &visit) const;
    std::optional<TimeRange> rawRange() const;

    // Goes up whenever the writer commits, also from another process; what pages watch. A mirror
    // opened for reading shows one state of the file until this is asked again, so that all
    // figures of one report agree.
    qint64 revision() const;
    qint64 sizeOnDisk() const;
    // Bins whose content did not pass its seal since the file was opened; they are left out of
    // every answer and have to be read again.
    QList<std::pair<QString, Bin>> damagedBins() const;
    QList<BinTally> tallies(const QString &source, Bin first, Bin last) const;

    // ---- writing ----
    // Replaces whole bins of a source by what these calls say. `calls` are all rows of the source
    // in [first, last]; bins without a row become empty. One transaction. Answers with the bins
    // whose content changed. Coverage::rows is counted here, whatever is given.
    Result<QList<Bin>> replaceBins(const QString &source, Bin first, Bin last, const QList<Call> &calls, const Coverage &coverage);
    // Replaces the rows of a window that need not fall on bin edges: stored calls outside of it
    // stay, those inside are replaced by `calls`. Lost: raw calls of a bin at an edge are not
    // there, so whole bins have to be read.
    Result<QList<Bin>> mergeWindow(const QString &source, const TimeRange &window, const QList<Call> &calls, const Coverage &coverage);
    Result<> setCoverage(const QString &source, const Coverage &coverage);
    // Drops raw calls older than seven days and, over the size cap, the oldest bins.
    Result<> prune(Instant now, qint64 maximumBytes);
    Result<> clear(const QString &source);
    // Reads the whole file. False: it is damaged, and has been set aside and begun anew.
    Result<bool> verify();

private:
    Mirror();
    struct Private;
    std::unique_ptr<Private> d;
};

// The message with ids, numbers, quoted values and addresses taken out, so that equal errors
// group: "duplicate key value: <s>", "tokens per min, limit <n>".
QString errorGroupOf(const QString &message);
// From status, SQLSTATE and words; `inStream` wins. Rules in the source, each with its reason.
ErrorClass classify(int httpStatus, const QString &code, const QString &message, bool inStream);

} // namespace qd::telemetry
