#pragma once

// When things happen in the demo, worked out once from the options and the moment of the start.
// The telemetry, the provider simulator and the live traffic all read it, so they agree.

#include "core/time.h"
#include "demo/fleet.h"

#include <optional>

namespace qd::demo {

struct Story
{
    Story() = default;
    Story(const Options &options, Instant startedAt);

    Options options;
    bool hasVector = false;                  // embeddings are of pgvector's type, not arrays
    Instant now;                             // when the fleet was started
    TimeRange history;                       // what is there when it starts
    std::optional<Instant> slowDeploy;
    TimeRange rateLimited;                   // 16 minutes of 429
    std::optional<TimeRange> retryStorm;     // half an hour that triples a day's cost; needs nine days
    std::optional<Instant> unpricedSince;

    // Independent streams of random numbers; see Random.
    enum Stream : quint64 { Users = 1, ClervaDay, AraDay, SpecAgentsDay, ObservAiDay, Deploys, StatusPages, AraText, SpecAgentsText };
};

// Requests of an hour relative to the mean, over the day and the week of a study application.
double profileOf(QDate day, int hour);

} // namespace qd::demo
