#pragma once

// The calls of one trace as a tree with times from the start of the request.

#include "telemetry/mirror.h"

#include <vector>

namespace qd::reports {

struct TraceNode
{
    telemetry::Call call;
    int parent = -1; // -1 only for the request
    int depth = 0;
    double startMs = 0, endMs = 0, selfMs = 0;
    bool isCritical = false;
};

// The request first, then its calls in the order of the waterfall. Parents are those that the
// source recorded, else the shortest call that encloses another. Telemetry is written either when
// a call begins or when it ends; which one is told by where the parts of the trace lie.
std::vector<TraceNode> traceTree(const telemetry::Call &request, const QList<telemetry::Call> &calls);

} // namespace qd::reports
