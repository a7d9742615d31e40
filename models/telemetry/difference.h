#pragma once

#include "telemetry/cells.h"

#include <QList>
#include <QString>
#include <QTimeZone>

#include <functional>

namespace qd::telemetry {

// One value of one dimension, how common it is inside and outside of a selection, and how sure we
// are that this is not chance.
struct Difference
{
    QString dimension, value;       // "tool", "searchNotes"; an empty value was not recorded
    qint64 inside = 0, insideOf = 0, outside = 0, outsideOf = 0;
    double divergence = 0;          // Jensen–Shannon of the dimension, bits, less what chance gives
    double pValue = 1;              // Fisher exact (chi-square for large counts), Benjamini–Hochberg corrected
    bool isSignificant() const { return pValue < 0.01; }
};

// Which dimension sets the chosen calls apart from the rest? Best first; one row per dimension, its
// most telling value. `each` visits every call and says whether it is inside.
//
// Dimensions: kind, model, tool, user, userKind, outcome, errorClass, errorCode, httpStatus, prompt,
// output, cache and hour (of the day in `zone`). A dimension with one value only is left out, and so
// is what the choice itself decides: the error's dimensions when exactly the failed calls were
// chosen, the hour unless the chosen calls span two days. What chance alone would give is taken off
// the divergence exactly (it grows with the number of values), so a thousand users do not look
// like a cause.
using CallVisitor = std::function<void(bool inside, const Call &)>;
QList<Difference> whatDiffers(const std::function<void(const CallVisitor &)> &each, const QTimeZone &zone = QTimeZone::utc());

// In the user's language: "tool", "prompt length"; "not recorded", "failed".
QString differenceDimensionWord(const QString &dimension);
QString differenceValueWord(const Difference &difference);

} // namespace qd::telemetry
