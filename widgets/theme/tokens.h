#pragma once

// The only place where a colour is written (design/STYLE.md §1). Palette, style sheet, delegates
// and charts all read a Tokens; everything else names a meaning.

#include "core/check.h"
#include "deployments/deployment.h"

#include <QColor>

#include <array>

namespace qd {

struct Tokens
{
    QColor window, sidebar, surface, inset, hover, selected, selectedOff;
    QColor border, borderStrong, field, grid;
    QColor text, text2, text3, disabled;
    QColor accent, accentHover, onAccent, focus;
    QColor ok, okMark, okBg, okCell; // okCell: a quiet cell of a health strip
    QColor warn, warnMark, warnBg;
    QColor crit, critMark, critBg;
    QColor info, infoBg;
    QColor unknown, unknownMark, unknownBg;
    QColor prod, prodLine, prodBg, prodFill, onProd;
    QColor staging, stagingLine, preview, previewLine, local, localLine;
    QColor codeKeyword, codeString, codeNumber, codeComment, mark;
    std::array<QColor, 8> series; // fixed order: blue, orange, teal, violet, sky, magenta, gold, brown
    QColor other;                 // "other" and forecasts
    std::array<QColor, 7> heat;   // h1 … h7; zero is not painted

    // 0-based; anything outside the eight is "other".
    QColor seriesColour(int number) const { return number >= 0 && number < int(series.size()) ? series[size_t(number)] : other; }
    // Text, mark and ground of a state.
    QColor stateText(State state) const;
    QColor stateMark(State state) const;
    QColor stateGround(State state) const;
    // Stripe and name of an environment.
    QColor environmentLine(Environment environment) const;
    QColor environmentText(Environment environment) const;
};

const Tokens &lightTokens();
const Tokens &darkTokens();

} // namespace qd
