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
};

// A filter on calls; empty fields do not filter.
struct Filter
{
    QStringList kinds;
    std::optional<QString> model, tool, user, errorGroup;
    std::optional<ErrorClass> errorClass;
    bool errorsOnly = false;
    std::optional<double> slowerThanMs, fasterThanMs;
};

enum class Order { NewestFirst, SlowestFirst, CostliestFirst };

// The local copy of one deployment's telemetry: one SQLite file in WAL mode, in which each
// 15-minute bin is one row of packed columns, plus seven days of raw calls in the same form. One
// process writes (it holds <file>.lock); others read and follow. Survives a crash at any point;
// a damaged or newer file is set aside (renamed, never deleted) and a new one is begun.
//
// Everything here is synchronous and belongs to the thread that opened it, but cheap: reading a
// day is about a millisecond. Long work goes through MirrorWriter (telemetry/follower.h).
class Mirror
{
public:
    enum class Access { Write, Read };
    static constexpr int RawDays = 7;

    ~Mirror();
    // Busy: another process writes (opened for Read instead; canWrite() tells). Wrong: the file is
    // from a newer Quarterdeck. A damaged file is renamed to *.damaged-<time> and reported by
    // problem().
    static Result<std::unique_ptr<Mirror>> open(const QString &file, Access access);

    bool canWrite() const;
    QString file() const;
    QString problem() const;

    QStringList sources() const;
    Coverage coverage(const QString &source) const;
    // Over all sources: the least fresh readAt, the widest range, sums of rows.
    Coverage coverage() const;

    // ---- reading; all with dictionaries resolved by name() ----
    QString name(Dimension dimension, quint32 number) const;
    std::optional<quint32> number(Dimension dimension, const QString &name) const;

    // Cells of every bin that lies in the range, in time order. A range that does not fall on bin
    // edges is widened to them.
    void forEachCell(const TimeRange &range, const std::function<void(Bin, const Cell &)> &visit) const;
    Sums total(const TimeRange &range, const QStringList &kinds = {}) const;
    // Merged over the range; every kind if none is named.
    Distribution distribution(const TimeRange &range, const QStringList &kinds, std::optional<QString> tool = {}, std::optional<QString> model = {}) const;
    void forEachDistribution(const TimeRange &range, const std::function<void(Bin, const DistributionKey &, const Distribution &)> &visit) const;
    void forEachUser(const TimeRange &range, const std::function<void(Bin, const UserCell &)> &visit) const;
    void forEachError(const TimeRange &range, const std::function<void(Bin, const ErrorCell &)> &visit) const;
    // First and last time an error group was ever seen in the mirror.
    std::optional<TimeRange> lifeOfErrorGroup(quint32 group) const;

    // Raw calls of the last seven days. Filtered and ordered here; at most `limit`.
    QList<Call> calls(const TimeRange &range, const Filter &filter, Order order, int limit) const;
    QList<Call> callsOfTrace(const QByteArray &trace, const TimeRange &around) const;
    void forEachCall(const TimeRange &range, const std::function<void(const Call &)> &visit) const;
    std::optional<TimeRange> rawRange() const;

    // Goes up whenever the writer commits, also from another process; what pages watch.
    qint64 revision() const;
    qint64 sizeOnDisk() const;

    // ---- writing ----
    // Replaces whole bins of a source by what these calls say. `calls` are all rows of the source
    // in [bins.first, bins.last]; bins without a row become empty. One transaction.
    Result<> replaceBins(const QString &source, Bin first, Bin last, const QList<Call> &calls, const Coverage &coverage);
    Result<> setCoverage(const QString &source, const Coverage &coverage);
    // Drops raw calls older than seven days and, over the size cap, the oldest bins.
    Result<> prune(Instant now, qint64 maximumBytes);
    Result<> clear(const QString &source);

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
