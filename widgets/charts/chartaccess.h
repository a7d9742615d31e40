#pragma once

namespace qd {

// Charts are a chart and a table to assistive technology: name, the sentence they say, and the
// visible values. Safe to call often.
void registerChartAccess();

} // namespace qd
