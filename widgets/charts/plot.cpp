#include "widgets/charts/plot.h"

#include "core/format.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace qd {

ValueScale ValueScale::linear(double highest, std::function<QString(double)> words)
{
    if (!(highest > 0) || !std::isfinite(highest))
        highest = 1;
    // The roundest step that gives 4 to 6 of them.
    const double power = std::pow(10.0, std::floor(std::log10(highest / 4)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        if (highest / (factor * power) <= 6) {
            step = factor * power;
            break;
        }
    }
    ValueScale scale;
    scale.words = std::move(words);
    const int count = std::max(1, int(std::ceil(highest / step - 1e-9)));
    scale.high = std::max(count * step, highest);
    for (int i = 0; i <= count; ++i)
        scale.ticks.append(i * step);
    return scale;
}

ValueScale ValueScale::logarithmic(double low, double high, std::function<QString(double)> words)
{
    ValueScale scale;
    scale.isLog = true;
    scale.words = std::move(words);
    scale.low = std::max(low, 1e-9);
    scale.high = std::max(high, scale.low * 2);
    const double decades = std::log10(scale.high / scale.low);
    const double factor = decades <= 1 ? 2 : decades <= 2.5 ? 4 : decades <= 5 ? 10 : 100;
    // Begin on a round number: 100, 400, 1600 …
    const double first = std::pow(10.0, std::ceil(std::log10(scale.low) - 1e-9));
    double begin = first;
    while (begin / factor >= scale.low * 0.999)
        begin /= factor;
    for (double tick = begin; tick <= scale.high * 1.001; tick *= factor)
        scale.ticks.append(tick);
    return scale;
}

// At most `decimals`, none of them a trailing zero.
static QString axisNumber(double value, int decimals)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::DefaultNumberOptions);
    for (int used = 0; used < decimals; ++used) {
        const double scale = std::pow(10.0, used);
        if (std::abs(std::round(value * scale) / scale - value) < 1e-9 * std::max(1.0, std::abs(value)))
            return locale.toString(value, 'f', used);
    }
    return locale.toString(value, 'f', decimals);
}

QString axisDuration(double ms)
{
    if (ms == 0)
        return QStringLiteral("0");
    const QChar space = format::NoBreakSpace;
    if (ms < 1000)
        return axisNumber(ms, 1) + space + QStringLiteral("ms");
    if (ms < 120'000)
        return axisNumber(ms / 1000, 1) + space + QStringLiteral("s");
    return axisNumber(ms / 60'000, 1) + space + QStringLiteral("min");
}

QString axisMoney(double dollars)
{
    return QLatin1Char('$') + axisNumber(dollars, dollars < 0.01 ? 4 : 2);
}

QString axisPercent(double ratio)
{
    return axisNumber(ratio * 100, 2) + format::NoBreakSpace + QLatin1Char('%');
}

double Plot::x(Instant instant) const
{
    const double length = double(range.length().count());
    return length <= 0 ? area.left() : area.left() + double((instant - range.from).count()) / length * area.width();
}

Instant Plot::at(double x) const
{
    const double share = area.width() <= 0 ? 0 : (x - area.left()) / area.width();
    return range.from + milliseconds(qint64(share * double(range.length().count())));
}

int Plot::slotAt(double x) const
{
    if (!hasSlots() || x < area.left() || x >= area.right())
        return -1;
    return std::min(slotCount - 1, int((x - area.left()) / slotWidth()));
}

double Plot::y(double value) const
{
    const double span = scale.isLog ? std::log(scale.high / scale.low) : scale.high - scale.low;
    const double part = scale.isLog ? std::log(std::max(value, 1e-12) / scale.low) : value - scale.low;
    return span <= 0 ? area.bottom() : area.bottom() - part / span * area.height();
}

double Plot::valueAt(double y) const
{
    const double share = area.height() <= 0 ? 0 : (area.bottom() - y) / area.height();
    return scale.isLog ? scale.low * std::pow(scale.high / scale.low, share) : scale.low + share * (scale.high - scale.low);
}

} // namespace qd
