#pragma once

#include "core/async.h"
#include "reports/report.h"
#include "telemetry/forecast.h"

namespace qd::reports {

enum class CostBy { Model, Tool, User, Kind };

// An amount in its three kinds, which are never mixed silently.
struct Amount
{
    Money recorded;          // the table's own cost_usd
    Money computed;          // tokens × price, for calls without a recorded cost
    qint64 unpricedTokens = 0, unpricedCalls = 0; // neither

    Money known() const { return recorded + computed; }
    bool isComplete() const { return unpricedTokens == 0; }
    Amount &operator+=(const Amount &other);
    bool operator==(const Amount &) const = default;
};

struct CostReport
{
    struct Day
    {
        QDate day;
        TimeRange range;
        Amount amount;
        qint64 calls = 0;
        QList<Money> parts;        // in the order of `parts` below
        Money unpricedEstimate;    // never added to anything; 0 unless the user priced a stand-in
        bool isToday = false;
        bool isCovered = true;     // false: the mirror does not reach this day (yet): hatched, not $0
        bool isBeforeTelemetry = false; // not covered because the table begins later
        std::optional<telemetry::Forecast::Day> forecast; // of days to come, and today's remainder
    };
    struct Row
    {
        QString name;              // "searchNotes", "gpt-4o", user id; empty is "without a tool"
        QString label;             // as shown
        QString note;              // "school tier"
        bool isRest = false;       // what the rows above leave over: "1,862 others"
        qint64 calls = 0, tokensIn = 0, tokensOut = 0; // tokensIn: all of the input, cached or not
        Amount amount, before;
        double share = 0;          // of known cost
        std::optional<Money> perThousand;
        Money contribution;        // amount - before; the rows' contributions sum to the total's
        QList<double> spark;       // dollars per day of the range
        int colour = -1;           // place in modelOrder, for models
    };
    struct Breakdown
    {
        CostBy by = CostBy::Tool;
        QList<Row> rows;           // largest first
        Row total;
        qint64 distinct = 0;       // users: how many there are in all
        bool isApproximate = false;
    };

    Sentence sentence;
    Freshness freshness;
    QList<Figure> figures;         // today, month so far, forecast, per 1,000 requests, unpriced, computed not recorded
    CostBy stackedBy = CostBy::Model;
    QStringList parts;             // names of the stack from the bottom, at most six; the last may be "other"
    QList<Day> days;               // the range's days, then the forecast's
    std::optional<Money> budgetPerDay, alertPerDay, budgetPerMonth;
    telemetry::Forecast forecast;
    Amount total, before;          // range and the range before
    bool hasBefore = false;        // false: the mirror does not reach back over the range before, so nothing is compared
    TimeRange range, previous;     // whole local days that the asked range touches, up to now; as many before
    std::optional<Money> today, month; // so far; nothing: not known
    std::optional<Money> savedByCaches; // cached tokens at the full price less the cached price; nothing: not recorded
    Breakdown byTool, byModel, byUser, byKind;
    QStringList unpricedModels;
    QList<Event> events;
    QList<Check> checks;

    QJsonObject data() const;      // days[] {day, cost, unpricedTokens, calls, byModel[]}, …
    QByteArray csv() const;        // of what is seen, RFC 4180, ISO dates, plain decimals
};

struct CostOptions
{
    CostBy stackedBy = CostBy::Model; // by user only with users and without a filter; by model otherwise
    std::optional<QString> onlyTool, onlyModel; // a selected row filters the chart
    bool withUsers = true;         // users are many: leave them out, and ask costReportLater()
};

CostReport costReport(const Inputs &inputs, const CostOptions &options = {});
// With users, on a thread of the pool with a mirror of its own: over a month of 5 M rows they take
// half a second, everything else of the report a few milliseconds. What the inputs point to is
// copied before this returns. Events are left out: the journal stays where it is.
Reply<CostReport> costReportLater(QThreadPool *pool, const Inputs &inputs, CostOptions options = {});

// Cost of one call: as recorded, else tokens × the price valid then, else unpriced.
Amount amountOfCall(const Inputs &inputs, const telemetry::Call &call);
// Cost of the calls in one cell, by the three kinds. Prices are those valid at the bin's time.
Amount amountOf(const telemetry::Mirror &mirror, const telemetry::PriceBook &prices, Bin bin, const telemetry::CellKey &key, const telemetry::Sums &sums);

} // namespace qd::reports
