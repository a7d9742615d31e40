#pragma once

#include "reports/report.h"

namespace qd::reports {

// What the mirror covers of all of the profile's tables together.
struct CombinedCoverage
{
    std::optional<Instant> readAt, newestEvent, begins;
    std::optional<TimeRange> covered; // read in every table
    qint64 rows = 0;
    bool isBackfillDone = true, isInstrumented = true;

    // Everything from `at` on was read.
    bool reachesBackTo(Instant at) const { return covered && (isBackfillDone || covered->from <= at); }
};
CombinedCoverage combinedCoverage(const Inputs &inputs);

} // namespace qd::reports
