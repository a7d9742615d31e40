#pragma once

#include "reports/errorscan.h"

namespace qd::reports {

// Requests of the last hour; of a longer time where those are too few to judge.
struct CurrentRate
{
    TimeRange range;
    RequestTally tally;
    std::optional<double> before; // rate of the 24 hours before
};
CurrentRate currentRate(const RequestCounts &counts, const std::optional<Episode> &episode, Instant until);

void sayErrors(ErrorsReport &report, const Inputs &inputs, const Recording &recording, const RequestCounts &counts, const ErrorScan &scan, Instant until);
void errorsWithoutValues(ErrorsReport &report, const Inputs &inputs, const Recording &recording);
Figure errorRateFigure(const Inputs &inputs, const Freshness &freshness, const CurrentRate &current, const QList<double> &spark, const std::optional<double> &limit);
// "requests", or what the profile calls them ("rated answers").
QString requestWords(const Inputs &inputs, const Recording &recording);

} // namespace qd::reports
