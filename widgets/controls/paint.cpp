#include "widgets/controls/paint.h"

#include <QPainterPath>

#include <cmath>

namespace qd::paint {

void box(QPainter &painter, const QRectF &rect, const QColor &ground, const QColor &line, double radius, double width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(ground.isValid() ? QBrush(ground) : QBrush(Qt::NoBrush));
    painter.setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    const double half = line.isValid() ? width / 2 : 0;
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius);
    painter.restore();
}

int width(const QString &words, const QFont &font)
{
    return QFontMetrics(font).horizontalAdvance(words);
}

int text(QPainter &painter, const QRect &rect, const QString &words, const QFont &font, const QColor &color, Qt::Alignment alignment, Qt::TextElideMode elide)
{
    if (rect.width() <= 0 || words.isEmpty())
        return 0;
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(words, elide, rect.width());
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(rect, int(alignment | Qt::AlignVCenter | Qt::TextSingleLine), shown);
    return std::min(metrics.horizontalAdvance(shown), rect.width());
}

int keyCapWidth(const QString &key)
{
    return std::max(width(key, qd::font(Type::Small)) + 10, scaled(14));
}

int keyCap(QPainter &painter, const QRect &rect, const QString &key)
{
    const int w = keyCapWidth(key), h = scaled(16);
    const QRect cap(rect.right() - w + 1, rect.center().y() - h / 2 + 1, w, h);
    box(painter, cap, tokens().surface, tokens().borderStrong, 3);
    text(painter, cap, key, qd::font(Type::Small), tokens().text2, Qt::AlignHCenter);
    return w;
}

void hatch(QPainter &painter, const QRectF &rect, const QColor &color, double step)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setPen(QPen(color, 1));
    // Anchored to the origin, so that hatched neighbours join.
    const double first = std::floor((rect.left() + rect.top()) / step) * step;
    for (double at = first; at < rect.right() + rect.bottom(); at += step)
        painter.drawLine(QPointF(at - rect.top(), rect.top()), QPointF(at - rect.bottom(), rect.bottom()));
    painter.restore();
}

namespace {

struct SparkScale
{
    double low = 0, high = 1;
    QRectF rect;
    int count = 1;
    double x(int i) const { return rect.left() + (count > 1 ? i * rect.width() / (count - 1) : rect.width()); }
    double y(double v) const { return rect.bottom() - (v - low) / (high - low) * rect.height(); }
};

SparkScale sparkScale(const QRectF &rect, const Spark &spark)
{
    double low = qInf(), high = -qInf();
    for (const double v : spark.values) {
        if (std::isnan(v))
            continue;
        low = std::min(low, v), high = std::max(high, v);
    }
    if (spark.target)
        low = std::min(low, *spark.target), high = std::max(high, *spark.target);
    if (spark.asBars)
        low = std::min(low, 0.0);
    if (!(high > low))
        low -= 0.5, high = low + 1;
    return {low, high, rect, int(spark.values.size())};
}

void sparkBars(QPainter &painter, const SparkScale &scale, const Spark &spark)
{
    const int n = int(spark.values.size());
    const double slot = scale.rect.width() / n;
    painter.fillRect(QRectF(scale.rect.left(), scale.rect.bottom(), scale.rect.width(), 1), tokens().border);
    for (int i = 0; i < n; ++i) {
        const double v = spark.values[i];
        if (std::isnan(v) || v <= 0)
            continue;
        const double h = std::max(1.0, std::round(scale.rect.bottom() - scale.y(v)));
        painter.fillRect(QRectF(std::round(scale.rect.left() + i * slot), std::round(scale.rect.bottom()) - h, std::max(1.0, std::floor(slot * 0.8)), h), spark.line);
    }
}

} // namespace

void spark(QPainter &painter, const QRectF &rect, const Spark &spark)
{
    if (spark.values.isEmpty() || rect.isEmpty())
        return;
    const SparkScale scale = sparkScale(rect, spark);
    painter.save();
    if (spark.asBars) {
        sparkBars(painter, scale, spark);
        painter.restore();
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    QList<QPolygonF> pieces(1);
    for (int i = 0; i < spark.values.size(); ++i) {
        if (std::isnan(spark.values[i]))
            pieces.append(QPolygonF());
        else
            pieces.last().append({scale.x(i), scale.y(spark.values[i])});
    }
    for (const QPolygonF &piece : pieces) {
        if (piece.isEmpty())
            continue;
        if (spark.fill.isValid()) {
            QPolygonF area = piece;
            area << QPointF(piece.last().x(), rect.bottom() + 1) << QPointF(piece.first().x(), rect.bottom() + 1);
            painter.setPen(Qt::NoPen);
            painter.setBrush(spark.fill);
            painter.drawPolygon(area);
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(spark.line, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(piece);
    }
    if (spark.target) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        QPen pen(tokens().text3, 1);
        pen.setDashPattern({4, 3});
        painter.setPen(pen);
        const double y = std::round(scale.y(*spark.target));
        painter.drawLine(QPointF(rect.left() - 1, y), QPointF(rect.right() + 4, y));
        painter.setRenderHint(QPainter::Antialiasing);
    }
    if (spark.hasEnd && !pieces.last().isEmpty()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(spark.line);
        painter.drawEllipse(pieces.last().last(), 2.3, 2.3);
    }
    painter.restore();
}

void shareBar(QPainter &painter, const QRectF &rect, double share, const QColor &color)
{
    painter.fillRect(rect, tokens().unknownBg);
    painter.fillRect(QRectF(rect.left(), rect.top(), std::round(rect.width() * std::clamp(share, 0.0, 1.0)), rect.height()), color);
}

void targetBar(QPainter &painter, const QRectF &rect, std::optional<double> ratio, const QColor &color, bool isHollow)
{
    const double tick = std::round(rect.left() + rect.width() * 0.62);
    if (!ratio) {
        hatch(painter, rect, tokens().borderStrong);
        box(painter, rect, {}, tokens().borderStrong, 1);
    } else {
        painter.fillRect(rect, tokens().unknownBg);
        const QRectF filled(rect.left(), rect.top(), std::round(rect.width() * 0.62 * std::clamp(*ratio, 0.0, 1.6)), rect.height());
        if (isHollow)
            box(painter, filled, tokens().surface, tokens().unknownMark, 1);
        else
            painter.fillRect(filled, color);
    }
    painter.fillRect(QRectF(tick - 1, rect.top() - 3, 2, rect.height() + 6), tokens().text);
}

} // namespace qd::paint
