#pragma once

#include "deployments/discovery.h"
#include "deployments/target.h"
#include "telemetry/mirror.h"

#include <QObject>

#include <memory>

namespace qd::telemetry {

// Keeps a mirror in step with its database. One object per deployment: looks up what is really
// there, reads the newest hour first, then backwards in slices under the load cap, refreshes with
// an overlap (60 s, or back to the oldest writing transaction up to 10 min; a fixed 10 min where
// that may not be seen), and audits closed hours at night, rebuilding what differs. Bins are
// computed and written on a thread of their own.
class Follower : public QObject
{
    Q_OBJECT

public:
    struct Progress
    {
        bool isRefreshing = false;
        bool isFilling = false;            // first fill under way
        std::optional<Instant> readBackTo; // "read back to 14 Nov"
        std::optional<Instant> begins;     // where it will end, when known
        QString says;                      // one line for the strip, empty when idle
    };

    // What the last refresh cost and asked, for "explain this number" and the load meter.
    struct LastRead
    {
        QByteArray sql;
        qint64 rows = 0, newRows = 0;
        std::chrono::microseconds took{0};
        Instant at;
        std::chrono::milliseconds overlap{0};
        milliseconds clockOffset{0};       // server's clock minus ours; over 2 s is a warning
        bool maySeeWriters = true;         // false: the overlap is a fixed 10 minutes
    };

    Follower(Target *target, const Profile &profile, const QString &mirrorFile, const Clock &clock, QObject *parent = nullptr);
    ~Follower() override;

    // The reading side, on the GUI thread; never null. Empty until something was read.
    Mirror &mirror();
    // Reality of each mapped source, with its checks; empty before the first look-up.
    const QList<SourceReality> &reality() const;
    const Progress &progress() const;
    std::optional<LastRead> lastRead(const QString &source) const;
    const std::optional<Error> &error() const; // of the last refresh; cleared by success
    // Another process writes the mirror; this one reads it and follows.
    bool isFollowingAnother() const;

    // Every `interval`; 0 stops. The floor is 20 × the last query's time.
    void setInterval(std::chrono::seconds interval);
    std::chrono::seconds interval() const;
    void pause(bool paused);
    bool isPaused() const;
    Reply<> refresh();   // now; answers when the new rows are in the mirror. Reads sources without an index, too
    Reply<> fillAll();   // answers when the first fill has reached the beginning
    Reply<int> audit();  // now; answers with the number of hours rebuilt

signals:
    void changed(const qd::TimeRange &range); // new content in the mirror
    void progressChanged();
    void realityChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

// The SELECT that reads calls of a source in [from, to): what psql would run. Columns in a fixed
// order, read by callFrom(). A source that is read by a monotone id looks the edges up first.
QByteArray readingSql(const TelemetrySource &source, Instant from, Instant to);
// Nothing for a row without a usable time or id.
std::optional<Call> callFrom(const pg::Rows &rows, qsizetype row, const TelemetrySource &source);

} // namespace qd::telemetry
