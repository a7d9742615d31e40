#pragma once

#include "reports/report.h"
#include "widgets/charts/chartitem.h"
#include "widgets/charts/pyramid.h"

namespace qd {

// What happened, one lane per kind, and below them a line for reference. Periods are blocks,
// moments are marks, each with its words where there is room; where there is none the tooltip and
// the table still have them.
class LanesItem : public ChartItem
{
public:
    struct Lane
    {
        QString title;
        reports::Event::Lane kind;
    };
    static constexpr int LaneHeight = 23, LineHeight = 34;

    explicit LanesItem(QList<Lane> lanes);
    void setLanes(const QList<Lane> &lanes);
    void setEvents(const QList<reports::Event> &events, const QTimeZone &zone, Instant now);
    void setLine(const reports::Line &line, std::optional<double> target, const QString &targetWords, std::function<QString(double)> words);
    // Everything from `since` on is old: hatched to now.
    void setOldSince(std::optional<Instant> since);
    // What the plot area needs.
    int height() const;
    const QList<reports::Event> &events() const { return m_events; }

    QList<TipRow> tip(qint64 key) const override;
    QList<ChartSeries> series() const override;
    QList<EdgeLabel> edgeLabels() const override;
    std::optional<std::pair<Instant, milliseconds>> grid() const override;

protected:
    void draw(QPainter &painter) override;
    bool isClipped() const override { return false; }

private:
    void drawLane(QPainter &painter, const Lane &lane, const QRectF &row) const;
    void drawLine(QPainter &painter, const QRectF &row) const;
    double lineY(double value, const QRectF &row) const;
    QRectF lineRow() const;
    QList<Lane> m_lanes;
    QList<reports::Event> m_events;
    reports::Line m_line;
    std::optional<double> m_target;
    QString m_targetWords;
    std::function<QString(double)> m_words;
    QTimeZone m_zone;
    Instant m_now{};
    std::optional<Instant> m_oldSince;
};

} // namespace qd
