#pragma once

// The reports as text for a terminal: the sentence first, then the figures, then small tables.
// They say what the window says, from the same values.

#include "app/text/ink.h"
#include "reports/cost.h"
#include "reports/errors.h"
#include "reports/latency.h"
#include "reports/overview.h"

#include <QStringList>

namespace qd::app {

struct TextStyle
{
    Ink ink;
    int width = 100;
};

QStringList overviewText(const reports::OverviewReport &report, const reports::Inputs &inputs, const TextStyle &style);
QStringList costText(const reports::CostReport &report, const reports::Inputs &inputs, const TextStyle &style);
QStringList latencyText(const reports::LatencyReport &report, const reports::Inputs &inputs, const TextStyle &style);
QStringList errorsText(const reports::ErrorsReport &report, const reports::Inputs &inputs, const TextStyle &style);

// Parts that all of them share.
QStringList headText(const reports::Inputs &inputs, const reports::Sentence &sentence, const reports::Freshness &freshness, const TextStyle &style);
QStringList figuresText(const QList<reports::Figure> &figures, const TextStyle &style);
QStringList eventsText(const QList<reports::Event> &events, const reports::Inputs &inputs, const TextStyle &style);
// What is not ok and stands nowhere else: about the tables, and whatever has a fix.
QStringList checksText(const QList<Check> &checks, const TextStyle &style);
QStringList checkText(const Check &check, const TextStyle &style);

} // namespace qd::app
