#pragma once

// One value per page: sentence, figures, tables, checks, freshness. Widgets paint it, --json
// prints it, exports write it, and all three say the same. Reports are pure functions of the
// mirror, the journal, the profile and the clock: nothing here asks a network.

#include "core/check.h"
#include "core/money.h"
#include "core/time.h"
#include "deployments/deployment.h"
#include "deployments/discovery.h"
#include "deployments/profile.h"
#include "deployments/target.h"
#include "journal/journal.h"
#include "providers/statuspage.h"
#include "telemetry/follower.h"
#include "telemetry/mirror.h"
#include "telemetry/prices.h"

#include <QJsonObject>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace qd::reports {

// Everything a report is made from. Pointers are borrowed for the call; `mirror` and `profile`
// are never null.
struct Inputs
{
    const Deployment *deployment = nullptr;
    const Profile *profile = nullptr;
    const telemetry::Mirror *mirror = nullptr;
    const telemetry::PriceBook *prices = nullptr;
    const Journal *journal = nullptr;
    QList<SourceReality> reality;                       // empty: not looked up in this run
    std::optional<Target::Status> connection;           // nothing: not asked in this run (headless from the mirror)
    std::optional<telemetry::Follower::Progress> progress;
    QMap<QString, telemetry::Follower::LastRead> lastReads;
    QMap<QString, Result<providers::StatusSummary>> statusPages; // by provider id
    std::optional<Result<Instant>> vercelReadAt;        // when deployments were last listed, or why not
    TimeRange range;
    QTimeZone zone;
    Instant now;
    int refreshSeconds = 30;
};

// How old what is shown is, and why.
struct Freshness
{
    enum class State {
        Live,            // read within two intervals
        Filling,         // the first fill has not covered the range yet
        Stale,           // could not be refreshed; `since` and `reason` say more
        Never,           // nothing was ever read
        NotInstrumented, // the table is there (or not) and has never had a row
        Blind,           // there is something, but this role may not see it
    };
    State state = State::Never;
    std::optional<Instant> readAt, newestEvent, since;
    std::optional<TimeRange> covered;
    QString says;   // one sentence
    QString fix;    // SQL or step, where there is one
    QString reason; // the server's words when stale

    bool isOld() const { return state == State::Stale; }
    bool hasData() const { return state == State::Live || state == State::Filling || state == State::Stale; }
    QJsonObject toJson() const;
};
Freshness freshnessOf(const Inputs &inputs);

// The line under a page's title: mark, fact in bold, then cause or consequence. At most 120
// characters together.
struct Sentence
{
    qd::State state = qd::State::Unknown;
    QString fact, rest;
    QString text() const { return rest.isEmpty() ? fact : fact + QLatin1Char(' ') + rest; }
};

// Where a number comes from; what "explain this number" opens.
struct Explanation
{
    QString definition;    // in words
    QByteArray sql;        // as it was sent for the newest part
    QString prices;        // "price book 2026-11-20, gpt-4o 2.5/10 since …"
    qint64 rows = 0, bins = 0;
    QString errorBound;    // "exact", "±0.54 % of the value"
    std::optional<Instant> readAt;
    QString cost;          // "1.2 ms of server time"
    QJsonObject toJson() const;
};

// One figure with its target: a tile of Overview, a cell of the figure strips.
struct Figure
{
    enum class Shown { Value, Old, Error, Absent };
    QString id;              // stable: "p95", "cost_today"
    QString label;           // "p95 response"
    Shown shown = Shown::Value;
    qd::State state = qd::State::Unknown;
    QString value, unit;     // "2.31", "s" — already formatted; "≥ $41.20" when something is unpriced
    double raw = qQNaN();    // the same as a number: ms, ratio, dollars, count
    QString note;            // bottom left: "target < 2 s", "62 % of $66.50"
    QString change;          // bottom right: "▲ 0.42 s"
    qd::State changeState = qd::State::Unknown; // Unknown: grey
    QList<double> spark;     // NaN: gap
    std::optional<double> sparkTarget; // in the spark's unit
    QString problem, remedy; // for Error and Absent: the words and the one way out
    Explanation explanation;

    QJsonObject toJson() const;
};

// A mark on a time axis: deploy, alert period, price change, unlock.
struct Event
{
    enum class Lane { Deploys, OverTarget, Providers, Operations };
    Lane lane = Lane::Deploys;
    Instant from;
    std::optional<Instant> to; // a period; open at the end when it still lasts and isOngoing
    bool isOngoing = false;
    qd::State state = qd::State::Ok;
    QString label;             // "4c1e9ab Rerank chunks before answering"
    QString shortLabel;        // "4c1e9ab"
    QJsonObject toJson() const;
};
// Deploys within the range, in order of time.
QList<Event> deployEvents(const Inputs &inputs);

// One line over time, with gaps as NaN. `step` bins of 15 minutes make one point.
struct Line
{
    QString id, label;
    Instant first;
    milliseconds step{};
    QList<double> values;
};

// The fixed order of colours for names that appear on several pages: models by cost over the last
// 30 days, largest first; a name keeps its number while it is in the list. 0-based; -1 is "other".
QStringList modelOrder(const Inputs &inputs);

// When something went over its limit and has stayed there, derived from the bins: the start of the
// period of over-limit windows that lasts until now (or the last one in the range), with at most
// one window of relief inside.
struct Episode
{
    TimeRange range;
    bool isOngoing = false;
    double peak = 0;
    std::optional<JournalEntry> deploy; // the last deploy at most 30 minutes before its start
};

// The last deploy that went live at or before a time, if the journal knows one.
std::optional<JournalEntry> deployBefore(const Inputs &inputs, Instant at);

// {"schema":"quarterdeck/1","command":…,"deployment":…,"readAt":…,"freshness":…,"data":…,"checks":[…]}
QJsonObject document(const QString &command, const Inputs &inputs, const Freshness &freshness, const QJsonObject &data, const QList<Check> &checks);

} // namespace qd::reports
