#pragma once

#include "reports/report.h"
#include "widgets/charts/chartitem.h"
#include "widgets/charts/pyramid.h"

#include <memory>

namespace qd {

// A line over time, 1.6 px, no points; NaN is a gap and never joined. At most two points per pixel
// are painted, and they are the true extremes. A single value between gaps is a dot.
class LineItem : public ChartItem
{
public:
    // `series` is a place in the fixed order of colours; -1 is grey.
    LineItem(QString label, int series, std::function<QString(double)> words);

    void setLine(const reports::Line &line);
    // Values that several charts share, without a copy.
    void setValues(Instant first, milliseconds step, std::shared_ptr<const Pyramid> values);
    void setDashed(bool isDashed);
    // Text instead of a series colour: text3 for "old".
    void setTone(std::optional<Tone> tone);
    // "p99" in bold and its last value at the right edge, with a dot at the end of the line.
    void setEndLabel(bool hasEndLabel);
    const QString &label() const { return m_label; }
    // The largest visible value; nothing if there is none.
    std::optional<double> highest(const TimeRange &range) const;

    QList<TipRow> tip(qint64 key) const override;
    QList<ChartSeries> series() const override;
    QList<EdgeLabel> edgeLabels() const override;
    std::optional<std::pair<Instant, milliseconds>> grid() const override;

protected:
    void draw(QPainter &painter) override;

private:
    QColor color() const;
    double valueAt(qint64 ms) const;
    qsizetype indexOf(Instant at) const;
    Instant timeOf(qsizetype index) const { return m_first + m_step * qint64(index); }
    void drawDense(QPainter &painter, qsizetype from, qsizetype to);
    void drawSparse(QPainter &painter, qsizetype from, qsizetype to);
    std::optional<qsizetype> lastVisible() const;

    QString m_label;
    int m_series;
    std::function<QString(double)> m_words;
    Instant m_first{};
    milliseconds m_step{1};
    std::shared_ptr<const Pyramid> m_values;
    std::optional<Tone> m_tone;
    bool m_isDashed = false, m_hasEndLabel = false;
};

} // namespace qd
