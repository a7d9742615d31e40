#pragma once

#include "widgets/charts/chartgroup.h"
#include "widgets/charts/chartitem.h"
#include "widgets/controls/copyas.h"

#include <QChartView>
#include <QPointer>
#include <QTimeZone>

namespace qd {

class ChartTip;

// A chart: QChart's frame and scene, our axes and items. The left and right margins are fixed
// (52 and 86 px), so charts above each other share the edges of their plots.
//
//     auto *chart = new ChartFrame(tr("Response time"));
//     auto *p95 = chart->add(new LineItem(tr("p95"), 0, durationWords));
//     chart->add(new LimitItem(LimitItem::Kind::Target, tr("target 2 s"), 2000));
//     …on every refresh:
//     p95->setLine(report.lines[1]);
//     chart->setTimeAxis(report.range, zone);
//     chart->setValueScale(ValueScale::linear(highest, durationWords));
//     chart->setSays(report.sentence.text());
//
// Hover shows a hairline on all charts of a group and one tooltip. Dragging selects a range (or,
// with setSelectsBox, a box); a double click goes back. Ctrl+wheel zooms, wheel sideways pans.
// ← → move the focus point, Enter is a click on it, Ctrl+T shows the table of the same values.
class ChartFrame : public QChartView
{
    Q_OBJECT

public:
    static constexpr int LeftMargin = 52, RightMargin = 86, TopMargin = 16, BottomMargin = 24;

    explicit ChartFrame(const QString &name, QWidget *parent = nullptr);
    ~ChartFrame() override;

    // Takes the item; gives it back for convenience.
    template <typename Item>
    Item *add(Item *item)
    {
        addItem(item);
        return item;
    }
    void remove(ChartItem *item); // deletes it
    const QList<ChartItem *> &chartItems() const { return m_items; }

    void setTimeAxis(const TimeRange &range, const QTimeZone &zone);
    // Bars by day: one label per slot, and words at the left ("Jan").
    void setSlotAxis(const QStringList &labels, const QString &leading = {});
    void setValueScale(const ValueScale &scale);
    void setMargins(int left, int right, int top = TopMargin, int bottom = BottomMargin);
    void setGroup(ChartGroup *group);
    void setSelectsBox(bool selectsBox) { m_selectsBox = selectsBox; }
    void setMaySelect(bool may) { m_maySelect = may; }

    QString name() const { return m_name; }
    // The state sentence of the chart, for those who do not see it.
    void setSays(const QString &sentence);
    QString says() const { return m_says; }

    const Plot &plot() const { return m_plot; }
    const QTimeZone &zone() const { return m_zone; }
    std::optional<qint64> focusKey() const { return m_hover; }
    // The same values as text: times or slots down, series across; what is visible.
    TextTable table() const;
    bool showsTable() const { return m_table != nullptr; }
    void setShowsTable(bool shows);
    QString keyText(qint64 key) const;

    // What is seen.
    QImage toImage(qreal ratio = 2);
    QByteArray toSvg();
    QByteArray toCsv() const; // ISO times

    QSize sizeHint() const override { return {600, scaled(180)}; }

signals:
    void rangeSelected(const qd::TimeRange &range);
    void boxSelected(const qd::TimeRange &range, double from, double to);
    void wentBack();
    void clicked(qint64 key, double value);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;

private:
    void addItem(ChartItem *item);
    void layoutPlot();
    void pushPlot();
    void drawGrid(QPainter &painter) const;
    void drawTimeLabels(QPainter &painter) const;
    void drawEdgeLabels(QPainter &painter) const;
    void drawHover(QPainter &painter) const;
    std::optional<std::pair<Instant, milliseconds>> grid() const;
    std::optional<qint64> keyAt(double x) const;
    double xOf(qint64 key) const;
    void setHover(std::optional<qint64> key, bool tells);
    void showTip(qint64 key);
    void stepFocus(int by);
    void zoom(double factor, double x);

    QString m_name, m_says;
    QList<ChartItem *> m_items;
    Plot m_plot;
    QTimeZone m_zone;
    QStringList m_slots;
    QString m_leading;
    QMargins m_chartMargins;
    QPointer<ChartGroup> m_group;
    std::optional<qint64> m_hover;
    std::optional<QPointF> m_pressed, m_dragged;
    bool m_selectsBox = false, m_maySelect = true, m_hasKeyFocus = false;
    QPointer<QWidget> m_table;
    QPointer<ChartTip> m_tip;
};

} // namespace qd
