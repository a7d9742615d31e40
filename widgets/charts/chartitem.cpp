#include "widgets/charts/chartitem.h"

#include <QPainter>

namespace qd {

ChartItem::ChartItem()
{
    setAcceptedMouseButtons(Qt::NoButton);
}

void ChartItem::setPlot(const Plot &plot)
{
    // Labels stand in the margins, so the bounds are generous.
    const QRectF bounds = plot.area.adjusted(-200, -60, 200, 60);
    if (bounds != m_bounds)
        prepareGeometryChange();
    m_plot = plot;
    m_bounds = bounds;
    update();
}

void ChartItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (m_plot.area.isEmpty())
        return;
    painter->save();
    if (isClipped())
        painter->setClipRect(m_plot.area.adjusted(0, -1, 1, 1));
    draw(*painter);
    painter->restore();
}

void ChartItem::changed() { update(); }

QList<TipRow> ChartItem::tip(qint64) const { return {}; }
QString ChartItem::tipTitle(qint64) const { return {}; }
QList<ChartSeries> ChartItem::series() const { return {}; }
QList<EdgeLabel> ChartItem::edgeLabels() const { return {}; }
std::optional<std::pair<Instant, milliseconds>> ChartItem::grid() const { return {}; }

} // namespace qd
