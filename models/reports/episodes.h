#pragma once

// Finding out since when something is over its limit.

#include "reports/report.h"

namespace qd::reports {

// One window of equal length: how many there were, how many were over the limit, and the value
// that is judged (a p95, a rate).
struct Window
{
    Instant from;
    qint64 count = 0, over = 0;
    double value = qQNaN();

    bool isJudged() const { return count >= telemetry::FewForP95 && !qIsNaN(value); }
};

struct Windows
{
    milliseconds length{BinLength};
    QList<Window> all;     // without holes, in order
    double limit = 0;
    double allowed = 0;    // the share that may be over: 5 % for a p95, the limit itself for a rate

    bool isOver(const Window &window) const { return window.isJudged() && window.value > limit; }
};

// All of them, in order, without those that chance explains (more than one time in twenty, were
// the allowed share the true one). The last one is ongoing if it has lasted until `until`.
QList<Episode> episodesOf(const Windows &windows, Instant until);
// The deploy that an episode is blamed on: the last one that went live at most 30 minutes before
// it began, or within its first window. Where the raw calls tell that it was over the limit before
// that deploy, the deploy is not blamed.
std::optional<JournalEntry> blamed(const Inputs &inputs, const Windows &windows, const Episode &episode, const std::function<bool(Instant from, Instant to)> &wasOverBetween = {});

} // namespace qd::reports
