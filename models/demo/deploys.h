#pragma once

// What the simulated Vercel has deployed in the last thirty days, as its API writes it.

#include "demo/story.h"

#include <QJsonArray>

namespace qd::demo {

// Newest first. The newest production deployment of clerva-demo is the slow one, if the story has it.
QJsonArray deploymentHistory(const Story &story, const QString &project);

} // namespace qd::demo
