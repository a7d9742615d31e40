#pragma once

#include "reports/costscan.h"

namespace qd::reports {

// Rows by one dimension over the range, each with the same row of the range before. The rows'
// contributions sum to the total's, exactly.
CostReport::Breakdown breakdownFrom(const CostScan &scan, const CostSpan &span, const Inputs &inputs, CostBy by, const QStringList &models, bool hasBefore);
CostReport::Breakdown userBreakdown(CostScan &scan, const CostSpan &span, const Inputs &inputs, const Recording &recording, bool hasBefore);

// What a name of a dimension is called: "without a tool" for none.
QString costLabel(const Inputs &inputs, CostBy by, const QString &name);
QString nameOfCost(const Inputs &inputs, CostBy by, const CostKey &key);

} // namespace qd::reports
