#include "widgets/charts/barsitem.h"

#include "widgets/controls/paint.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>
#include <numeric>

namespace qd {

double BarsItem::Bar::total() const
{
    return std::accumulate(parts.begin(), parts.end(), 0.0);
}

BarsItem::BarsItem(QStringList labels, QList<int> series, std::function<QString(double)> words)
    : m_labels(std::move(labels))
    , m_series(std::move(series))
    , m_words(std::move(words))
{
    setZValue(10);
}

void BarsItem::setBars(QList<Bar> bars)
{
    m_bars = std::move(bars);
    m_grid.reset();
    changed();
}

void BarsItem::setBars(Instant first, milliseconds step, QList<Bar> bars)
{
    m_bars = std::move(bars);
    m_grid = std::pair(first, std::max(step, milliseconds(1)));
    changed();
}

void BarsItem::setSelected(int bar)
{
    m_selected = bar;
    changed();
}

double BarsItem::highest() const
{
    double highest = 0;
    for (const Bar &bar : m_bars)
        highest = std::max({highest, bar.total() + bar.unpriced, bar.expected.value_or(0), bar.high.value_or(0)});
    return highest;
}

int BarsItem::barAt(qint64 key) const
{
    qint64 bar = key;
    if (m_grid)
        bar = (key - toMsecs(m_grid->first)) / m_grid->second.count() - (key < toMsecs(m_grid->first) ? 1 : 0);
    return bar >= 0 && bar < m_bars.size() ? int(bar) : -1;
}

std::optional<std::pair<Instant, milliseconds>> BarsItem::grid() const { return m_grid; }

QRectF BarsItem::columnOf(int bar) const
{
    const Plot &p = plot();
    double left, right;
    if (m_grid) {
        left = p.x(m_grid->first + m_grid->second * bar);
        right = p.x(m_grid->first + m_grid->second * (bar + 1));
    } else {
        left = p.slotX(bar);
        right = p.slotX(bar + 1);
    }
    const double gap = std::max(1.0, std::round((right - left) * (m_grid ? 0.14 : 0.26)));
    const double x = std::round(left + gap / 2), end = std::round(right - gap / 2);
    return QRectF(x, p.area.top(), std::max(1.0, end - x), p.area.height());
}

void BarsItem::draw(QPainter &painter)
{
    const Plot &p = plot();
    for (int i = 0; i < m_bars.size(); ++i) {
        const QRectF column = columnOf(i);
        if (column.right() < p.area.left() || column.left() > p.area.right())
            continue;
        drawBar(painter, m_bars[i], column);
        if (!m_bars[i].deploys.isEmpty())
            drawFlag(painter, column);
        if (i == m_selected)
            paint::box(painter, column.adjusted(-2, 4, 2, 0), {}, tokens().accent, 2, 1.4);
    }
    if (m_forecastFrom >= 0 && m_forecastFrom < m_bars.size()) {
        const double x = std::round(p.hasSlots() ? p.slotX(m_forecastFrom) : columnOf(m_forecastFrom).left()) + 0.5;
        QPen pen(tokens().accent, 1);
        pen.setDashPattern({3, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(x, p.area.top()), QPointF(x, p.area.bottom()));
        paint::text(painter, QRectF(x + 4, p.area.top(), 90, scaled(14)).toRect(), QCoreApplication::translate("Charts", "forecast"), qd::font(qd::Type::Small), tokens().accent);
    }
}

void BarsItem::drawBar(QPainter &painter, const Bar &bar, const QRectF &column) const
{
    const Plot &p = plot();
    if (!bar.isCovered)
        return paint::hatch(painter, column, tokens().grid);
    double sum = 0, bottom = std::round(p.y(0));
    for (int i = 0; i < bar.parts.size(); ++i) {
        if (!(bar.parts[i] > 0))
            continue;
        sum += bar.parts[i];
        const double top = std::round(p.y(sum));
        // The gap is the surface that shows through; a piece of one pixel keeps it.
        const double height = bottom - top;
        if (height >= 1)
            painter.fillRect(QRectF(column.left(), top, column.width(), height > 2 ? height - 1 : height), tokens().seriesColour(m_series.value(i, -1)));
        bottom = top;
    }
    if (bar.unpriced > 0) {
        const QRectF piece(column.left(), p.y(sum + bar.unpriced), column.width(), bottom - p.y(sum + bar.unpriced));
        paint::hatch(painter, piece, tokens().warnMark, 4);
        paint::box(painter, piece, {}, tokens().warnMark, 1);
    }
    if (bar.expected)
        drawForecast(painter, bar, column, sum);
}

void BarsItem::drawFlag(QPainter &painter, const QRectF &column) const
{
    const double x = std::round(column.center().x()) - 2, y = column.top() + 1;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(x, y, 1, scaled(9)), tokens().text2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens().text2);
    painter.drawPolygon(QPolygonF{{x + 1, y}, {x + 1 + scaled(6), y + scaled(5) / 2.0}, {x + 1, y + scaled(5)}});
    painter.restore();
}

void BarsItem::drawForecast(QPainter &painter, const Bar &bar, const QRectF &column, double from) const
{
    const Plot &p = plot();
    const QColor color = tokens().other;
    if (*bar.expected > from) {
        const double top = std::round(p.y(*bar.expected));
        const QRectF box(column.left(), top, column.width(), std::round(p.y(from)) - top);
        paint::hatch(painter, box, color);
        painter.setPen(color);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, 0));
    }
    if (bar.low && bar.high) {
        const double x = std::round(column.center().x()) + 0.5;
        painter.setPen(QPen(tokens().text2, 1));
        painter.drawLine(QPointF(x, p.y(*bar.low)), QPointF(x, p.y(*bar.high)));
        for (const double value : {*bar.low, *bar.high})
            painter.drawLine(QPointF(x - 3, std::round(p.y(value)) + 0.5), QPointF(x + 3, std::round(p.y(value)) + 0.5));
    }
}

QString BarsItem::tipTitle(qint64 key) const
{
    const int bar = barAt(key);
    return bar < 0 ? QString() : m_bars[bar].title;
}

QList<TipRow> BarsItem::tip(qint64 key) const
{
    const int at = barAt(key);
    if (at < 0)
        return {};
    const Bar &bar = m_bars[at];
    const auto say = [](const char *text) { return QCoreApplication::translate("Charts", text); };
    if (!bar.isCovered)
        return {{say(QT_TRANSLATE_NOOP("Charts", "not read yet")), {}, {}, Tone::Text3, true}};
    QList<TipRow> rows;
    if (!bar.parts.isEmpty())
        rows.append({say(QT_TRANSLATE_NOOP("Charts", "Total")), m_words(bar.total()), {}, Tone::Text, false});
    for (int i = int(bar.parts.size()) - 1; i >= 0; --i) {
        if (bar.parts[i] > 0)
            rows.append({m_labels.value(i), m_words(bar.parts[i]), tokens().seriesColour(m_series.value(i, -1)), Tone::Text2, false});
    }
    if (bar.expected)
        rows.append({say(QT_TRANSLATE_NOOP("Charts", "forecast")), m_words(*bar.expected), tokens().other, Tone::Text2, false});
    if (bar.low && bar.high)
        rows.append({QCoreApplication::translate("Charts", "80 % between %1 and %2").arg(m_words(*bar.low), m_words(*bar.high)), {}, {}, Tone::Text3, true});
    for (const QString &deploy : bar.deploys)
        rows.append({deploy, {}, {}, Tone::Text2, true});
    for (const QString &note : bar.notes)
        rows.append({note, {}, {}, Tone::Crit, true});
    return rows;
}

QList<ChartSeries> BarsItem::series() const
{
    QList<ChartSeries> all;
    const auto key = [this](int bar) { return m_grid ? toMsecs(m_grid->first + m_grid->second * bar) : qint64(bar); };
    const auto isVisible = [this](int bar) { return !m_grid || (plot().range.contains(m_grid->first + m_grid->second * bar)); };
    for (int part = 0; part < m_labels.size(); ++part) {
        ChartSeries made{m_labels[part], {}, m_words};
        for (int i = 0; i < m_bars.size(); ++i) {
            if (isVisible(i))
                made.values.append({key(i), m_bars[i].isCovered && part < m_bars[i].parts.size() ? m_bars[i].parts[part] : qQNaN()});
        }
        all.append(made);
    }
    ChartSeries forecast{QCoreApplication::translate("Charts", "forecast"), {}, m_words};
    for (int i = 0; i < m_bars.size(); ++i) {
        if (m_bars[i].expected)
            forecast.values.append({key(i), *m_bars[i].expected});
    }
    if (!forecast.values.isEmpty())
        all.append(forecast);
    return all;
}

} // namespace qd
