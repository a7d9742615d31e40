#pragma once

// Starting a fleet is a list of steps, some side by side. Both functions stop at the first error
// and give up silently when the context is destroyed.

#include "core/async.h"

namespace qd::demo {

using Step = std::function<Reply<>()>;

Reply<> inOrder(QObject *context, QList<Step> steps);
Reply<> together(QObject *context, const QList<Reply<>> &replies);

} // namespace qd::demo
