#pragma once

#include "core/time.h"

#include <QRectF>
#include <QStringList>

#include <functional>

namespace qd {

// The value axis of a chart: amounts begin at 0 and have 4 to 6 round steps; every label has its
// unit. Logarithmic only for durations in heat maps.
struct ValueScale
{
    double low = 0, high = 1;
    bool isLog = false;
    QList<double> ticks;
    std::function<QString(double)> words;

    // Room for `highest`, in round steps.
    static ValueScale linear(double highest, std::function<QString(double)> words);
    static ValueScale logarithmic(double low, double high, std::function<QString(double)> words);
    // Lanes: no values at all.
    static ValueScale none() { return {}; }
};

// How values are written on an axis: without decimals that say nothing. "2 s", "1.6 s", "400 ms",
// "0"; "$20", "$0.5"; "5 %".
QString axisDuration(double ms);
QString axisMoney(double dollars);
QString axisPercent(double ratio);

// Maps time (or slots of equal width, for bars by day) and values to pixels of the plot area.
struct Plot
{
    QRectF area;
    TimeRange range;
    int slotCount = 0; // more than 0: slots instead of time
    ValueScale scale;

    bool hasSlots() const { return slotCount > 0; }
    double x(Instant at) const;
    Instant at(double x) const;
    double slotWidth() const { return area.width() / std::max(1, slotCount); }
    double slotX(int slot) const { return area.left() + slot * slotWidth(); }
    int slotAt(double x) const; // -1: none
    double y(double value) const;
    double valueAt(double y) const;
};

} // namespace qd
