#pragma once

#include "reports/latency.h"
#include "widgets/charts/chartitem.h"

#include <QImage>

namespace qd {

// A distribution over time as one image: columns are steps of time, rows logarithmic durations,
// colour follows the square root of the count; zero is not painted. A box can be dragged on it
// (ChartFrame::boxSelected) and one can be shown.
class HeatItem : public ChartItem
{
public:
    struct Map
    {
        Instant first;
        milliseconds step{1};
        int columns = 0, rows = 0;
        double lowest = 1, highest = 2; // edges of the rows, logarithmic
        qint64 most = 0;
        QList<reports::LatencyReport::HeatCell> cells;
    };

    explicit HeatItem(std::function<QString(double)> words);
    void setMap(Map map);
    // An outlined box with words at the right edge: "41 over 2 s". Nothing: none.
    void setBox(std::optional<TimeRange> range, double from = 0, double to = 0, const QString &words = {});

    qint64 countAt(Instant at, double value) const;
    QList<TipRow> tip(qint64 key) const override;
    QList<ChartSeries> series() const override;
    QList<EdgeLabel> edgeLabels() const override;
    std::optional<std::pair<Instant, milliseconds>> grid() const override;
    // 0 to 6 for h1 to h7; -1 for nothing.
    static int rampOf(qint64 count, qint64 most);

protected:
    void draw(QPainter &painter) override;

private:
    void repaintImage();
    double edge(int row) const;
    Map m_map;
    QHash<int, qint64> m_counts; // column × rows + row
    QImage m_image;
    bool m_isDark = false;
    std::function<QString(double)> m_words;
    std::optional<TimeRange> m_boxRange;
    double m_boxFrom = 0, m_boxTo = 0;
    QString m_boxWords;
};

} // namespace qd
