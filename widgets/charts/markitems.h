#pragma once

// What is not data but says what the data means: limits, bands, deploys, notes, now.

#include "reports/report.h"
#include "widgets/charts/chartitem.h"

namespace qd {

// A line across the plot with a direct label: target dashed in text, budget solid, alert limit
// dashed in crit.
class LimitItem : public ChartItem
{
public:
    enum class Kind { Target, Budget, Limit };
    // At the right edge, or inside above the line at the left.
    enum class Place { Edge, Inside };

    LimitItem(Kind kind, QString label, double value, Place place = Place::Edge);
    void setValue(double value, const QString &label);
    QList<EdgeLabel> edgeLabels() const override;

protected:
    void draw(QPainter &painter) override;

private:
    Kind m_kind;
    QString m_label;
    double m_value;
    Place m_place;
};

// A stretch of time behind the lines: over the limit (warn_bg), or hatched where there is no
// reading (from the last one to now).
class BandItem : public ChartItem
{
public:
    enum class Kind { Over, Gap };
    BandItem(Kind kind, TimeRange range);
    void setRange(const TimeRange &range);
    QList<TipRow> tip(qint64 key) const override;

protected:
    void draw(QPainter &painter) override;

private:
    Kind m_kind;
    TimeRange m_range;
};

// Deploys and other moments: a dashed upright line; with a flag and words on one chart, the line
// alone on the charts below.
class EventItem : public ChartItem
{
public:
    explicit EventItem(bool hasWords);
    void setEvents(const QList<reports::Event> &events, const QTimeZone &zone);
    QList<TipRow> tip(qint64 key) const override;

protected:
    void draw(QPainter &painter) override;
    bool isClipped() const override { return false; }

private:
    bool m_hasWords;
    QList<reports::Event> m_events;
    QTimeZone m_zone;
};

// An accent line at the present.
class NowItem : public ChartItem
{
public:
    explicit NowItem(Instant now);
    void setNow(Instant now);

protected:
    void draw(QPainter &painter) override;
    bool isClipped() const override { return false; }

private:
    Instant m_now;
};

// Words beside a point: "function timeouts 03:12".
class NoteItem : public ChartItem
{
public:
    NoteItem(QString words, Instant at, double value, Tone tone = Tone::Text3);

protected:
    void draw(QPainter &painter) override;

private:
    QString m_words;
    Instant m_at;
    double m_value;
    Tone m_tone;
};

} // namespace qd
