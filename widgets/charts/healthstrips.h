#pragma once

#include "reports/overview.h"

#include <QTimeZone>
#include <QWidget>

namespace qd {

// How each service was over the range: name, one cell per step (quiet green within target, amber
// over it, red and struck through failing, hollow without data), its value now, and its share in
// target. A row that could not be read is grey and dashed at the end.
class HealthStrips : public QWidget
{
    Q_OBJECT

public:
    static constexpr int RowHeight = 21;

    explicit HealthStrips(QWidget *parent = nullptr);
    void setRows(const QList<reports::OverviewReport::HealthRow> &rows, const TimeRange &range, const QTimeZone &zone);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {scaledMinimum(), sizeHint().height()}; }

signals:
    void cellClicked(const QString &row, const qd::TimeRange &range);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    static int scaledMinimum();
    QRectF cellsArea() const;
    std::optional<std::pair<int, int>> cellAt(const QPointF &at) const;
    TimeRange rangeOf(int cell, int count) const;
    void paintRow(QPainter &painter, int row, int top) const;
    void paintCell(QPainter &painter, const QRectF &box, State state, bool isOld, bool hasData) const;
    QString spoken(const reports::OverviewReport::HealthRow &row) const;
    QList<reports::OverviewReport::HealthRow> m_rows;
    TimeRange m_range;
    QTimeZone m_zone;
    int m_current = 0;
};

} // namespace qd
