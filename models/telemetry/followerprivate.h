#pragma once

#include "telemetry/follower.h"
#include "telemetry/mirrorwriter.h"
#include "telemetry/reading.h"
#include "telemetry/storing.h"

#include <QTimer>

#include <set>

namespace qd::telemetry {

inline constexpr milliseconds SmallOverlap = std::chrono::minutes(1), LargeOverlap = std::chrono::minutes(10);
inline constexpr milliseconds FirstRead = std::chrono::hours(1), Ahead = std::chrono::hours(24);
inline constexpr milliseconds LongestSlice = std::chrono::hours(24);

// One mapped source, as far as it is known.
struct FollowedSource
{
    QString name;
    TelemetrySource asMapped;
    std::optional<TelemetrySource> source; // without columns that are not there; nothing: cannot be read
    bool isLookedUp = false, isEmpty = false, hasOrder = false, isSmall = false;

    std::optional<Follower::LastRead> lastRead;
    // Server's clock → largest id seen then: rows written later have larger ids.
    QMap<Instant, qint64> idMarks;
    bool mustReadShort = false;         // the last hour took too long in one piece

    milliseconds slice = FirstRead;     // of the fill
    bool isFilled = false;
    std::optional<Instant> owedFrom;    // a transaction older than the overlap was open since then
    std::optional<Instant> shortCatchUp, longCatchUp; // when they were last done

    bool isReadable() const { return source && (hasOrder || isSmall); }
};

// Comparing the mirror with the source, and reading again what differs.
struct AuditJob
{
    enum class Kind { CatchUp, Nightly, Asked, Repair };
    Kind kind = Kind::CatchUp;
    size_t source = 0;
    TimeRange range;
    Instant reached;                      // compared from here to the end
    milliseconds span = LongestSlice;     // of one comparison
    QList<std::pair<Bin, Bin>> toRead;
    std::set<qint64> hours;               // rebuilt
};

struct Follower::Private
{
    Private(Follower *follower, Target *target, const Profile &profile, const QString &file, const Clock &clock);

    Follower *q;
    Target *target;
    Profile profile;
    const Clock &clock;
    std::unique_ptr<Mirror> mirror;
    MirrorWriter writer;
    std::vector<FollowedSource> sources;
    QList<SourceReality> reality;
    Progress progress;
    std::optional<Error> error;
    bool followsAnother = false;
    qint64 followedRevision = 0;

    std::chrono::seconds interval{0};
    bool isPaused = false;
    QTimer timer, retryTimer;

    // ---- one refresh (followerrefresh.cpp) ----
    Latest step;
    bool isRefreshing = false, isAsked = false;
    std::optional<Error> roundError;
    std::optional<ServerClock> serverClock;
    milliseconds clockOffset{0};
    std::chrono::microseconds longestQuery{0};
    std::optional<TimeRange> changedRange;
    QList<Answer<>> refreshWaiters;

    void beginRefresh(bool asked);
    void lookUpNext(size_t index);
    void take(size_t index, SourceReality found);
    void askClock();
    void readNext(size_t index);
    void readWindow(size_t index, const TimeRange &window, bool isNewIsland);
    void store(size_t index, const TimeRange &window, bool isNewIsland, Target::Answered answered, const LastRead &read);
    void noteEmpty(size_t index);
    void finishRefresh(std::optional<Error> failed);
    void followWriter();
    TimeRange refreshWindow(const FollowedSource &source, bool &isNewIsland) const;

    // ---- in the background (followerfill.cpp, followeraudit.cpp) ----
    Latest background;
    std::optional<AuditJob> audit;
    QList<Answer<>> fillWaiters;
    QList<Answer<int>> auditWaiters;
    std::vector<size_t> auditsLeft; // of an audit that was asked for
    int hoursRebuilt = 0;
    std::optional<Instant> prunedAt;
    bool isVerified = false;
    int busyInARow = 0;

    bool mayWorkInBackground() const;
    void nextBackgroundStep();
    void backgroundFailed(const Error &failed);
    bool stepFill(size_t index); // false: nothing to do
    void readSlice(size_t index, const TimeRange &window);
    void skipEmpty(size_t index, Instant from, Instant atLeast);
    void sourceFilled(size_t index);
    void checkFilled();
    bool chooseAudit();
    void stepAudit();
    Priority auditPriority() const;
    void compareSpan();
    void readDiffering();
    void auditDone();
    std::optional<TimeRange> auditable(size_t index) const;
    void keepHouse();

    // ---- both ----
    Reply<Target::Answered> ask(const QByteArray &sql, Priority priority, const QString &purpose, const QString &object) const;
    void noticeChanges(const QList<Bin> &bins);
    void publishChanges();
    void showProgress();
};

// Older parts that the complete part has reached become one with it.
void joinIslands(Coverage &coverage);

} // namespace qd::telemetry
