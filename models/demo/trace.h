#pragma once

// One hour of real requests to LLM services: the Azure LLM inference trace 2023 (CC-BY 4.0, Patel
// et al., "Splitwise", ISCA 2024), both services merged. The demo takes its arrivals and token
// counts from here.

#include "core/time.h"
#include "demo/random.h"

#include <vector>

namespace qd::demo {

struct TraceRequest
{
    int offsetMs = 0; // within the hour
    int contextTokens = 0, generatedTokens = 0;
};

// In time order; read from the program's resources on the first call, safe from any thread.
const std::vector<TraceRequest> &traceHour();

struct Arrival
{
    Instant at;
    int contextTokens = 0, generatedTokens = 0;
};

// The arrivals of one day: each hour is the trace's hour, turned by a random angle and thinned to
// perDay × profile / 24, so that bursts and the link between prompt and answer stay real.
std::vector<Arrival> arrivalsOf(QDate day, double perDay, Random &random);

} // namespace qd::demo
