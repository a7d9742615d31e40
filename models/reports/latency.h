#pragma once

#include "reports/report.h"
#include "telemetry/difference.h"

namespace qd::reports {

struct LatencyReport
{
    struct Operation
    {
        QString name;                // "" all requests, "searchNotes", "kind:retrieval"
        QString label, note;         // "RAG retrieval", "search_chunks"
        bool isAggregate = false;    // pinned above, bold
        qint64 calls = 0;
        std::optional<double> p50, p95, p99; // ms; p99 from 100 samples
        std::optional<double> target;
        std::optional<double> change;        // of p95 against the range before, ms
        std::optional<double> errorRate;
        bool isFew = false;                  // under 20 samples: judged as unknown
        qd::State state = qd::State::Unknown;
    };
    struct HeatCell
    {
        int column = 0, row = 0;
        qint64 count = 0;
    };

    Sentence sentence;
    Freshness freshness;
    bool isRecorded = true;          // false: this system has no latency at all ("latency not recorded")
    milliseconds step{};             // of the lines and the heat map's columns
    QList<Line> lines;               // p50, p95, p99 of all requests
    QList<qint64> callsPerStep;      // beside the lines: fewer than 20 is "few"
    std::optional<double> target;    // ms of p95
    QList<HeatCell> heat;            // row 0 is the fastest; zero is not there
    double heatLowest = 0, heatHighest = 0; // ms: lower edge of row 0, upper edge of the last; logarithmic
    int heatRows = 0, heatColumns = 0;
    qint64 heatMost = 0;
    qint64 overTarget = 0;           // calls of the range over the target
    QList<Operation> operations;     // aggregates first, then by p95 against target
    QList<Operation> operationsSince; // the same since the episode began, while it lasts
    std::optional<Episode> episode;  // p95 over its target
    QString slowPart;                // "retrieval": the operation that grew most since the episode began
    QList<Event> events;
    QList<Figure> figures;
    QList<Check> checks;
    TimeRange range;

    QJsonObject data() const;        // operations[] {name, calls, p50, p95, p99, target, state}, operationsSince[], …
    QByteArray csv() const;
};

LatencyReport latencyReport(const Inputs &inputs);

// What a box dragged on the heat map holds, and which dimension sets it apart.
struct BoxReport
{
    qint64 inside = 0, outside = 0;
    QList<telemetry::Difference> differences;
    QList<telemetry::Call> slowest;
    QString says;                    // "raw rows are kept for 7 days; this box is older"
};
BoxReport boxReport(const Inputs &inputs, const TimeRange &range, double fromMs, double toMs);

// One request and the calls of its trace, as a tree for the waterfall.
struct TraceReport
{
    struct Span
    {
        telemetry::Call call;
        QString label;
        int depth = 0;
        double startMs = 0, lengthMs = 0, selfMs = 0; // from the start of the request
        bool isCritical = false;     // on the chain that decided the length
        std::optional<double> medianMs; // of this operation over the range
        bool isError = false;
    };
    telemetry::Call request;
    QList<Span> spans;
    bool hasSpans = false;           // false: only the request itself is recorded
    QString says;                    // "Retrieval took 3.02 s (target 0.5 s)."
    QList<std::pair<QString, QString>> facts;
};
TraceReport traceReport(const Inputs &inputs, const telemetry::Call &request);

} // namespace qd::reports
