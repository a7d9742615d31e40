#pragma once

#include "widgets/theme/theme.h"

#include <QPainter>

namespace qd {

// Status marks (STYLE §3): shape before colour. A mark always stands beside a word or a number.
enum class Mark {
    Within,   // disc: within target
    Over,     // triangle: over target
    Failing,  // diamond
    Near,     // hollow triangle: near or pending
    Note,     // square
    Running,  // three-quarter ring
    Unknown,  // ring: never measured
    Old,      // dashed ring: old data or blind
    Skipped,  // dash
    Silenced, // struck grey triangle
    Person,   // half figure: needs a person
    Flag,     // a deploy, on time axes
};

Mark markOf(State state);
QColor markColour(Mark mark);
// The mark in words: "within target", "over target", …
QString markWord(Mark mark);
// Centred in the box; 12 px at 100 % text. `turn` counts quarters of the running mark.
void paintMark(QPainter &painter, const QPointF &centre, Mark mark, int turn = 0, QColor color = {});
inline constexpr int MarkSize = 12;

} // namespace qd
