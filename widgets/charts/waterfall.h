#pragma once

#include "reports/latency.h"

#include <QWidget>

namespace qd {

// The steps of one request on its own time axis, indented by depth; the chain that decided its
// length is in full colour, a failed step is marked. ↑ ↓ choose a step.
class Waterfall : public QWidget
{
    Q_OBJECT

public:
    static constexpr int RowHeight = 24, NameWidth = 132, TimeWidth = 62;

    explicit Waterfall(QWidget *parent = nullptr);
    void setTrace(const reports::TraceReport &trace);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void spanChosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(int index);
    void paintSpan(QPainter &painter, int index, const QRect &row, const QRectF &axis) const;
    reports::TraceReport m_trace;
    double m_length = 1;
    int m_current = 0;
};

} // namespace qd
