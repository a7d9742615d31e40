#pragma once

// Small strokes that several controls share.

#include "widgets/theme/marks.h"

#include <QPainter>

#include <optional>

namespace qd::paint {

// A rounded rectangle whose 1 px line falls on whole pixels.
void box(QPainter &painter, const QRectF &rect, const QColor &ground, const QColor &line, double radius, double width = 1);
// One line of text, elided at the right (or in the middle), vertically centred. Gives the width used.
int text(QPainter &painter, const QRect &rect, const QString &words, const QFont &font, const QColor &color,
    Qt::Alignment alignment = Qt::AlignLeft, Qt::TextElideMode elide = Qt::ElideRight);
int width(const QString &words, const QFont &font);
// A key as it is printed on keyboards: "/", "Ctrl K". Right-aligned in the rectangle; gives its width.
int keyCap(QPainter &painter, const QRect &rect, const QString &key);
int keyCapWidth(const QString &key);
// Diagonal lines for what is not measured or not certain.
void hatch(QPainter &painter, const QRectF &rect, const QColor &color, double step = 5);

// A line through the values, NaN is a gap. The target is in the values' unit.
struct Spark
{
    QList<double> values;
    std::optional<double> target = {};
    QColor line, fill; // an invalid fill paints none
    bool hasEnd = true;
    bool asBars = false;
};
void spark(QPainter &painter, const QRectF &rect, const Spark &spark);
// 8 px share of a whole; `share` 0 to 1.
void shareBar(QPainter &painter, const QRectF &rect, double share, const QColor &color);
// Value against a target whose tick stands at 62 % of the width; cut at 160 %.
// Hollow: too few samples to judge. No ratio: a hatched outline.
void targetBar(QPainter &painter, const QRectF &rect, std::optional<double> ratio, const QColor &color, bool isHollow);

} // namespace qd::paint
