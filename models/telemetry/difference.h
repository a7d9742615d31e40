#pragma once

#include "telemetry/cells.h"

#include <QList>
#include <QString>

#include <functional>

namespace qd::telemetry {

// One value of one dimension, how common it is inside and outside of a selection, and how sure we
// are that this is not chance.
struct Difference
{
    QString dimension, value;       // "tool", "searchNotes"
    qint64 inside = 0, insideOf = 0, outside = 0, outsideOf = 0;
    double divergence = 0;          // Jensen–Shannon of the dimension, bits
    double pValue = 1;              // Fisher exact (chi-square for large counts), Benjamini–Hochberg corrected
    bool isSignificant() const { return pValue < 0.01; }
};

// Which dimension sets the chosen calls apart from the rest? Best first; one row per dimension, its
// most telling value. `each` visits every call and says whether it is inside.
QList<Difference> whatDiffers(const std::function<void(const std::function<void(bool inside, const Call &)> &)> &each);

} // namespace qd::telemetry
