#pragma once

#include "widgets/controls/copyas.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace qd {

// A trade-off: what is won (upwards, a share) against what it costs (to the right, logarithmic). Points
// of one kind are joined and carry the value of the parameter; the one that is set now and the one
// that is suggested are ringed; where both goals are met the ground is green.
class TradeoffChart : public QWidget
{
    Q_OBJECT

public:
    struct Point
    {
        enum class Ring { None, Now, Suggested };
        double cost = 0, gain = 0;
        QString label = {};  // "80"
        QString words = {};  // "ef_search 80: recall 0.984 at 17 ms"
        Ring ring = Ring::None;
        bool isRough = false; // over a part of the questions so far: hollow
    };
    struct Line
    {
        QString name;
        int series = 0;
        bool isSquare = false;
        QList<Point> points; // by cost or in the order of the parameter
    };

    explicit TradeoffChart(const QString &accessibleName, QWidget *parent = nullptr);

    void setLines(const QList<Line> &lines);
    void setGoal(std::optional<double> gainFrom, std::optional<double> costTo);
    // Below the axis: "p95 of the search, logarithmic".
    void setCostTitle(const QString &title, std::function<QString(double)> words);
    // The usual; or evenly from 0, for a parameter that is no cost itself.
    void setCostLogarithmic(bool isLogarithmic);
    TextTable table() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void activated(int line, int point);
    void copied(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QRectF area() const;
    double x(double cost) const;
    QList<double> costTicks() const;
    double y(double gain) const;
    void fitScales();
    void paintGrid(QPainter &painter) const;
    void paintGoal(QPainter &painter) const;
    void paintLine(QPainter &painter, const Line &line) const;
    void paintLabels(QPainter &painter, const Line &line) const;
    void paintLegend(QPainter &painter) const;
    QPointF at(const Point &point) const { return {x(point.cost), y(point.gain)}; }
    std::optional<std::pair<int, int>> near(const QPointF &where) const;

    QList<Line> m_lines;
    std::optional<double> m_gainFrom, m_costTo;
    QString m_costTitle;
    std::function<QString(double)> m_costWords;
    double m_lowest = 0, m_cheapest = 1, m_dearest = 100;
    bool m_isLogarithmic = true;
    std::optional<std::pair<int, int>> m_current;
};

} // namespace qd
