#pragma once

#include "widgets/theme/theme.h"

#include <QIcon>

namespace qd {

// A Breeze icon by its freedesktop name ("view-refresh"), filled with a token when it is painted:
// text2 at rest, accent when on or selected, disabled when off. Follows the theme by itself. An
// icon that is missing is null, and the text alone must do.
QIcon icon(const QString &name);
QIcon icon(const QString &name, Tone tone);
// The same as pixels of one colour.
QPixmap iconPixmap(const QString &name, int size, const QColor &color, qreal ratio);
void paintIcon(QPainter &painter, const QRectF &box, const QString &name, const QColor &color);

} // namespace qd
