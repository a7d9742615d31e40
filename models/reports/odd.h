#pragma once

#include "reports/report.h"

namespace qd::reports {

// What was found in the source and could not be taken as it stands: values that are no amounts,
// ids that come twice, rows of the future, a clock that is off. Empty when there is nothing of it.
QList<Check> oddChecks(const Inputs &inputs, const Freshness &freshness);

// The same at the end of a page's sentence, as far as it fits.
void sayOdd(Sentence &sentence, const QList<Check> &odd);

} // namespace qd::reports
