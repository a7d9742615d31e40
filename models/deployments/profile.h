#pragma once

// A profile says, for one kind of system, what it calls its tables, columns and JSON paths, what
// counts as a request and what carries cost, and what is expected of it: targets, budgets, tools,
// probes, variables, checklist. It describes expectations; reality is always looked up. Profiles
// ship as resources/profiles/*.toml; the user's own lie in <config>/profiles and win by id.

#include "core/money.h"
#include "core/result.h"
#include "deployments/field.h"
#include "deployments/retrievalprofile.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace qd {

// One table of telemetry.
struct TelemetrySource
{
    QString name;                 // shown: "agent_telemetry"
    QString schema = QStringLiteral("public");
    QString table;
    Field id;                     // row identity; needed
    bool idIsMonotone = false;    // bigserial: the reading order; else `time` with an index is
    Field time;                   // needed
    QString timeZone;             // of a timestamp without time zone; empty for timestamptz
    Field kind, model, tool, user, userKind, trace, span, parentSpan;
    Field latencyMs;
    Field tokensIn, tokensOut, tokensCached, tokensCacheWrite, tokensTotal;
    bool cachedInsideInput = true; // OpenAI counts cached tokens inside the input, Anthropic beside it
    Field costUsd;
    Field costCents;              // ObservAI's first schema
    Field success;                // boolean; or
    Field status;                 // text, failing when one of errorStatuses
    QStringList errorStatuses;
    Field errorMessage, errorCode, httpStatus, inStream;
    QStringList requestKinds;     // these count as requests; empty: every row
    QStringList costKinds;        // cost is taken from these only; empty: every row
    QStringList toolKinds;        // these are steps with a tool name
    // Where only a total is recorded, the kind tells what its tokens were: input or output. Tokens
    // of other kinds stay without a class, and therefore unpriced.
    QStringList inputKinds, outputKinds;
    QString where;                // extra condition over the alias t, from the profile only

    QByteArray relation() const;  // quoted schema.table
    bool operator==(const TelemetrySource &) const = default;
};

// A limit for one metric. Which figures it applies to is told by `metric` and `operation`.
struct MetricTarget
{
    QString metric;     // "p95", "error_rate", "cost_day", "cost_month", "cache_hits"
    QString operation;  // tool or kind, empty for all requests
    QString label;      // "RAG retrieval"
    double limit = 0;   // ms, ratio or dollars
    bool isUpper = true;
    bool operator==(const MetricTarget &) const = default;
};

struct ToolFacts
{
    QString name, category;
    double estimateMs = 0;
    bool writes = false;     // a test of it must be stubbed or undone
    bool operator==(const ToolFacts &) const = default;
};

struct HealthProbe
{
    QString name, method = QStringLiteral("GET"), path;
    QList<int> expectedStatus;
    QString expectJson;      // "status=ok" assertions, one per line
    QString caveat;          // why this probe is only an opinion
    int minimumIntervalSeconds = 60;
    bool operator==(const HealthProbe &) const = default;
};

struct Variable
{
    QString name;
    QStringList aliases;
    bool required = true;
    QString pattern, note;   // pattern: a regular expression over the whole value
    bool operator==(const Variable &) const = default;
};

struct AlertRuleFacts
{
    QString name, metric, operation, severity;
    double threshold = 0;
    int windowSeconds = 300, forSeconds = 300;
    QString note;            // what the guide's own rule got wrong, and how this one differs
    bool operator==(const AlertRuleFacts &) const = default;
};

struct ChecklistItem
{
    QString id, text, group;
    bool operator==(const ChecklistItem &) const = default;
};

struct ProviderFacts
{
    QString id;       // "vercel", "supabase", "openai"
    QString statusPage; // base address of a Statuspage, empty: none known
    QStringList components; // the page's components that matter here
    bool operator==(const ProviderFacts &) const = default;
};

struct Profile
{
    QString id, name, summary;   // "clerva", "Clerva", "Supabase, Vercel, OpenAI, 11 tools"
    QString file;                // where it came from
    QList<TelemetrySource> sources;
    RetrievalProfile retrieval;  // empty: this system searches nothing
    QStringList fingerprint;     // tables by which the schema is recognised
    QList<MetricTarget> targets;
    QList<ToolFacts> tools;
    QList<HealthProbe> probes;
    QList<Variable> variables;
    QList<AlertRuleFacts> alerts;
    QList<ChecklistItem> checklist;
    QList<ProviderFacts> providers;
    std::optional<Money> budgetPerDay, budgetPerMonth, alertPerDay;
    QStringList neverCreated;    // tables that the guide names and no migration makes
    QMap<QString, QString> labels; // kind or tool → words: "agent_completion" → "All requests"
    QStringList notes;           // "tokens without cost: priced by the price book"

    std::optional<MetricTarget> target(const QString &metric, const QString &operation = {}) const;
    bool operator==(const Profile &) const = default;
};

// A profile file that cannot be used: file, line, what was expected. The others still load.
struct ProfileProblem
{
    QString file;
    int line = 0;
    QString says;
};

struct Profiles
{
    QList<Profile> all;
    QList<ProfileProblem> problems;

    const Profile *find(const QString &id) const;
    // Shipped ones first, then every *.toml of the folder, which may replace them by id.
    static Profiles load(const QString &userFolder);
};

Result<Profile> parseProfile(const QByteArray &toml, const QString &file); // the error's message has file and line
QByteArray toToml(const Profile &profile); // used when a mapping proposed by discovery is confirmed

} // namespace qd
