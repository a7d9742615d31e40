#pragma once

#include "reports/report.h"
#include "widgets/controls/paint.h"

#include <QAbstractButton>
#include <QTimer>

namespace qd {

// One figure of Overview: label, mark, value with a smaller unit, sparkline with its target, and
// below target and change (STYLE §3). A click (or Space) asks for the explanation; where the
// figure has a problem, the click is its way out.
class KpiTile : public QAbstractButton
{
    Q_OBJECT

public:
    explicit KpiTile(QWidget *parent = nullptr);

    void setFigure(const reports::Figure &figure);
    // Grey blocks in place of text, but only after 300 ms and only until the first figure.
    void showLoading(const QString &label);
    // A live tile among old ones says where its value comes from: "live, Vercel".
    void setSource(const QString &source);
    const reports::Figure &figure() const { return m_figure; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void explanationAsked(const qd::reports::Figure &figure);
    void remedyAsked(const qd::reports::Figure &figure); // "Show the grant needed", "Hide tile"

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintProblem(QPainter &painter, const QRect &inside);
    void paintValue(QPainter &painter, const QRect &inside);
    void paintBlocks(QPainter &painter, const QRect &inside);
    reports::Figure m_figure;
    QString m_source;
    bool m_isLoading = false, m_showsBlocks = false;
    QTimer m_patience;
};

// What a figure says, for screen readers: "p95 response 2.31 s, over target, target < 2 s, ▲ 0.42 s".
QString spokenFigure(const reports::Figure &figure);

// A row of figures in one frame, 62 px: label above, value with a note behind it. A click asks for
// the explanation of the cell.
class FigureStrip : public QWidget
{
    Q_OBJECT

public:
    explicit FigureStrip(QWidget *parent = nullptr);
    void setFigures(const QList<reports::Figure> &figures);
    // Without one inside a panel, which has its own.
    void setFramed(bool isFramed) { m_isFramed = isFramed; }
    QSize sizeHint() const override;

signals:
    void explanationAsked(const qd::reports::Figure &figure);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();
    QList<QAbstractButton *> m_cells;
    bool m_isFramed = true;
};

} // namespace qd
