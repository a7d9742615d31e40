#pragma once

#include "widgets/charts/plot.h"
#include "widgets/theme/theme.h"

#include <QGraphicsItem>

#include <optional>

namespace qd {

// A line of the tooltip, topmost first.
struct TipRow
{
    QString label, value;
    QColor color;           // a square before it; invalid: none
    Tone tone = Tone::Text2;
    bool isNote = false;    // a sentence below the values
};

// One column of a chart's table: values by time (ms) or slot.
struct ChartSeries
{
    QString title;
    QList<std::pair<qint64, double>> values; // NaN: gap
    std::function<QString(double)> words;
};

// Words at the right edge of the plot, beside what they name. The frame keeps them apart.
struct EdgeLabel
{
    double y = 0;
    QString name, value; // name in bold
    Tone tone = Tone::Text;
};

// Something painted inside a chart. Data lives here, never in a QXYSeries: the plot tells where
// time and values are, and only what is visible is looked at.
class ChartItem : public QGraphicsItem
{
public:
    ChartItem();

    void setPlot(const Plot &plot);
    const Plot &plot() const { return m_plot; }

    QRectF boundingRect() const final { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) final;

    // What the tooltip and the table say; `key` is a time in ms or a slot.
    virtual QList<TipRow> tip(qint64 key) const;
    virtual QString tipTitle(qint64 key) const;
    virtual QList<ChartSeries> series() const;
    virtual QList<EdgeLabel> edgeLabels() const;
    // The grid of this item's values around a time: what the hairline and the arrow keys step on.
    virtual std::optional<std::pair<Instant, milliseconds>> grid() const;

protected:
    virtual void draw(QPainter &painter) = 0;
    // True: nothing outside of the plot area is painted.
    virtual bool isClipped() const { return true; }
    void changed();

private:
    Plot m_plot;
    QRectF m_bounds;
};

} // namespace qd
