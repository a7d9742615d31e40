// How a ChartFrame paints what is not data: grid, labels, words at the edge, hairline.

#include "widgets/charts/chartframe.h"

#include "widgets/charts/timeticks.h"
#include "widgets/controls/paint.h"

#include <algorithm>
#include <cmath>

namespace qd {

void ChartFrame::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, tokens().surface);
    if (!m_plot.area.isEmpty())
        drawGrid(*painter);
}

void ChartFrame::drawGrid(QPainter &painter) const
{
    const Tokens &t = tokens();
    const QRectF &area = m_plot.area;
    const QFont small = qd::font(Type::Small);
    for (const double tick : m_plot.scale.ticks) {
        const double y = std::round(m_plot.y(tick));
        painter.fillRect(QRectF(area.left(), y, area.width(), 1), tick == m_plot.scale.low ? t.borderStrong : t.grid);
        if (m_plot.scale.words)
            paint::text(painter, QRectF(0, y - scaled(9), area.left() - 8, scaled(18)).toRect(), m_plot.scale.words(tick), small, t.text3, Qt::AlignRight);
    }
    if (m_plot.hasSlots()) {
        // Every label if they fit, else every second, fifth …
        int widest = 0;
        for (const QString &label : m_slots)
            widest = std::max(widest, paint::width(label, small));
        int every = 1;
        for (const int step : {1, 2, 5, 7, 14, 28, 56, 112}) {
            every = step;
            if (m_plot.slotWidth() * step >= widest + 4)
                break;
        }
        for (int slot = 0; slot < m_slots.size(); slot += every)
            paint::text(painter, QRectF(m_plot.slotX(slot) - 20, area.bottom() + 4, m_plot.slotWidth() + 40, scaled(16)).toRect(), m_slots[slot], small, t.text3, Qt::AlignHCenter);
        paint::text(painter, QRectF(0, area.bottom() + 4, area.left() - 6, scaled(16)).toRect(), m_leading, small, t.text3, Qt::AlignRight);
    } else {
        drawTimeLabels(painter);
    }
}

void ChartFrame::drawTimeLabels(QPainter &painter) const
{
    const Tokens &t = tokens();
    const QRectF &area = m_plot.area;
    const QFont small = qd::font(Type::Small);
    const bool hasLanes = m_plot.scale.ticks.isEmpty();
    for (const TimeTick &tick : timeTicks(m_plot.range, m_zone, area.width(), scaled(64))) {
        const double x = std::round(m_plot.x(tick.at));
        if (hasLanes || tick.isMidnight)
            painter.fillRect(QRectF(x, area.top(), 1, area.height()), tick.isMidnight ? t.border : t.grid);
        else
            painter.fillRect(QRectF(x, area.bottom(), 1, 3), t.border);
        const int width = paint::width(tick.label, small);
        paint::text(painter, QRectF(x - width / 2.0, area.bottom() + 4, width + 2, scaled(16)).toRect(), tick.label, small, t.text3);
    }
}

void ChartFrame::drawForeground(QPainter *painter, const QRectF &)
{
    if (m_plot.area.isEmpty())
        return;
    drawEdgeLabels(*painter);
    drawHover(*painter);
}

// Labels keep their order and are pushed apart where they would overlap.
void ChartFrame::drawEdgeLabels(QPainter &painter) const
{
    QList<EdgeLabel> labels;
    for (const ChartItem *item : m_items)
        labels += item->edgeLabels();
    std::stable_sort(labels.begin(), labels.end(), [](const EdgeLabel &a, const EdgeLabel &b) { return a.y < b.y; });
    const double line = scaled(15);
    for (int i = 1; i < labels.size(); ++i)
        labels[i].y = std::max(labels[i].y, labels[i - 1].y + line);
    double lowest = viewport()->height() - line / 2;
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
        label->y = std::min(label->y, lowest);
        lowest = label->y - line;
    }
    for (const EdgeLabel &label : std::as_const(labels)) {
        QRect rest(int(m_plot.area.right()) + 8, int(std::round(label.y - line / 2)), int(viewport()->width() - m_plot.area.right()) - 10, int(line));
        const int used = paint::text(painter, rest, label.name, qd::font(Type::SmallBold), colour(label.tone));
        paint::text(painter, rest.adjusted(used ? used + 4 : 0, 0, 0, 0), label.value, qd::font(Type::Small), colour(label.tone));
    }
}

void ChartFrame::drawHover(QPainter &painter) const
{
    const QRectF &area = m_plot.area;
    if (m_hover) {
        const double x = std::round(xOf(*m_hover));
        if (x >= area.left() && x <= area.right())
            painter.fillRect(QRectF(x, area.top(), m_hasKeyFocus ? 2 : 1, area.height()), m_hasKeyFocus ? tokens().focus : tokens().field);
    }
    if (m_pressed && m_dragged) {
        const double left = std::clamp(std::min(m_pressed->x(), m_dragged->x()), area.left(), area.right()), right = std::clamp(std::max(m_pressed->x(), m_dragged->x()), area.left(), area.right());
        const double top = m_selectsBox ? std::clamp(std::min(m_pressed->y(), m_dragged->y()), area.top(), area.bottom()) : area.top();
        const double bottom = m_selectsBox ? std::clamp(std::max(m_pressed->y(), m_dragged->y()), area.top(), area.bottom()) : area.bottom();
        QColor fill = tokens().accent;
        fill.setAlphaF(0.12f);
        painter.fillRect(QRectF(left, top, right - left, bottom - top), fill);
        painter.setPen(tokens().accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(left, top, right - left, bottom - top));
    }
}

} // namespace qd
