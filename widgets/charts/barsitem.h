#pragma once

#include "widgets/charts/chartitem.h"

namespace qd {

// Amounts that add up: stacked bars with 1 px gaps in surface colour, by slot (days) or by step of
// time. What is to come is a hatched outline with a whisker; what has no price is a hatched piece
// on top that is never part of the sum; what was not read yet is hatched over the whole height.
class BarsItem : public ChartItem
{
public:
    struct Bar
    {
        QList<double> parts;         // from the bottom, in the order of labels
        double unpriced = 0;         // hatched on top of the parts
        std::optional<double> expected, low, high; // forecast of the whole bar
        bool isCovered = true;
        QString title;               // "Tue 21 January"
        QStringList notes;           // "retry storm 03:10 to 03:40"
        QStringList deploys;         // a flag above the bar, and these words in its tooltip

        double total() const;
    };

    // `series` are places in the fixed order of colours, one per label.
    BarsItem(QStringList labels, QList<int> series, std::function<QString(double)> words);

    // One bar per slot of the axis.
    void setBars(QList<Bar> bars);
    // One bar per step of time.
    void setBars(Instant first, milliseconds step, QList<Bar> bars);
    void setSelected(int bar); // outlined; -1: none
    double highest() const;    // with forecasts and their whiskers
    int barAt(qint64 key) const;
    // Forecasts are separated by an accent dashed line and the word.
    void setForecastFrom(int bar) { m_forecastFrom = bar; }

    QList<TipRow> tip(qint64 key) const override;
    QString tipTitle(qint64 key) const override;
    QList<ChartSeries> series() const override;
    std::optional<std::pair<Instant, milliseconds>> grid() const override;

protected:
    void draw(QPainter &painter) override;
    bool isClipped() const override { return false; }

private:
    QRectF columnOf(int bar) const;
    void drawBar(QPainter &painter, const Bar &bar, const QRectF &column) const;
    void drawFlag(QPainter &painter, const QRectF &column) const;
    void drawForecast(QPainter &painter, const Bar &bar, const QRectF &column, double from) const;
    QStringList m_labels;
    QList<int> m_series;
    std::function<QString(double)> m_words;
    QList<Bar> m_bars;
    std::optional<std::pair<Instant, milliseconds>> m_grid;
    int m_selected = -1, m_forecastFrom = -1;
};

} // namespace qd
