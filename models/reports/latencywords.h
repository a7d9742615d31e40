#pragma once

#include "reports/latency.h"
#include "reports/latencyscan.h"

namespace qd::reports {

// "All requests", "RAG retrieval", "searchNotes".
QString operationLabel(const OperationScan &operation, const Inputs &inputs);
// How a slow part is called inside of a sentence.
QString slowPartWords(const Inputs &inputs, const QString &slowPart);

// The sentence, figures and checks of a report that has values.
void sayLatency(LatencyReport &report, const Inputs &inputs, const Recording &recording, const LatencyScan &scan, Instant until);
// The same where there is nothing to show: not recorded, never read, not visible.
void latencyWithoutValues(LatencyReport &report, const Inputs &inputs, const Recording &recording);
// "p95 is 2.31 s, 16 % over the 2 s target since the 14:02 deploy; retrieval is the slow part."
Sentence latencySentence(const LatencyReport &report, const Inputs &inputs, const CurrentRequests &current);

// Tiles of Latency and Overview.
Figure p95Figure(const Inputs &inputs, const Freshness &freshness, const CurrentRequests &current, const QList<double> &spark, const std::optional<double> &target);
QString p95Definition(const CurrentRequests &current, const Inputs &inputs);

} // namespace qd::reports
