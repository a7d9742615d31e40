#include "widgets/charts/heatitem.h"

#include "widgets/controls/paint.h"

#include "core/format.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace qd {

HeatItem::HeatItem(std::function<QString(double)> words) : m_words(std::move(words))
{
    setZValue(5);
}

int HeatItem::rampOf(qint64 count, qint64 most)
{
    if (count <= 0 || most <= 0)
        return -1;
    return std::clamp(int(std::sqrt(double(count) / double(most)) * 7), 0, 6);
}

void HeatItem::setMap(Map map)
{
    m_map = std::move(map);
    m_counts.clear();
    m_counts.reserve(m_map.cells.size());
    for (const auto &cell : std::as_const(m_map.cells))
        m_counts[cell.column * m_map.rows + cell.row] += cell.count;
    repaintImage();
    changed();
}

void HeatItem::setBox(std::optional<TimeRange> range, double from, double to, const QString &words)
{
    m_boxRange = range;
    m_boxFrom = from;
    m_boxTo = to;
    m_boxWords = words;
    changed();
}

// One pixel per cell; scaled without smoothing when drawn.
void HeatItem::repaintImage()
{
    m_isDark = Theme::instance().isDark();
    m_image = QImage(std::max(1, m_map.columns), std::max(1, m_map.rows), QImage::Format_ARGB32_Premultiplied);
    m_image.fill(Qt::transparent);
    for (auto cell = m_counts.cbegin(); cell != m_counts.cend(); ++cell) {
        const int column = cell.key() / std::max(1, m_map.rows), row = cell.key() % std::max(1, m_map.rows), ramp = rampOf(cell.value(), m_map.most);
        if (ramp >= 0 && column >= 0 && column < m_map.columns)
            m_image.setPixelColor(column, m_map.rows - 1 - row, tokens().heat[size_t(ramp)]);
    }
}

double HeatItem::edge(int row) const
{
    return m_map.lowest * std::pow(m_map.highest / m_map.lowest, double(row) / std::max(1, m_map.rows));
}

void HeatItem::draw(QPainter &painter)
{
    if (m_map.columns == 0 || m_map.rows == 0)
        return;
    if (m_isDark != Theme::instance().isDark())
        repaintImage();
    const Plot &p = plot();
    const Instant end = m_map.first + m_map.step * m_map.columns;
    const QRectF target(QPointF(p.x(m_map.first), p.y(m_map.highest)), QPointF(p.x(end), p.y(m_map.lowest)));
    painter.drawImage(target, m_image);
    // Hairlines of surface between the cells where they are wide enough to be told apart.
    const double cellWidth = target.width() / m_map.columns, cellHeight = target.height() / m_map.rows;
    if (cellWidth >= 4 && cellHeight >= 3) {
        painter.setPen(QPen(tokens().surface, 1));
        QVector<QLineF> lines;
        for (int column = 1; column < m_map.columns; ++column) {
            const double x = std::round(target.left() + column * cellWidth) + 0.5;
            lines.append(QLineF(x, target.top(), x, target.bottom()));
        }
        for (int row = 1; row < m_map.rows; ++row) {
            const double y = std::round(target.top() + row * cellHeight) + 0.5;
            lines.append(QLineF(target.left(), y, target.right(), y));
        }
        painter.drawLines(lines);
    }
    if (m_boxRange) {
        painter.setPen(QPen(tokens().seriesColour(1), 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(QPointF(p.x(m_boxRange->from), p.y(m_boxTo)), QPointF(p.x(m_boxRange->to), p.y(m_boxFrom))).intersected(p.area.adjusted(0, 0, 0, -1)));
    }
}

qint64 HeatItem::countAt(Instant at, double value) const
{
    if (m_map.rows == 0 || value < m_map.lowest || value >= m_map.highest || at < m_map.first)
        return 0;
    const int row = int(std::log(value / m_map.lowest) / std::log(m_map.highest / m_map.lowest) * m_map.rows);
    const qint64 column = (at - m_map.first) / m_map.step;
    return column < m_map.columns ? m_counts.value(int(column) * m_map.rows + row) : 0;
}

std::optional<std::pair<Instant, milliseconds>> HeatItem::grid() const
{
    return m_map.columns > 0 ? std::optional(std::pair(m_map.first, m_map.step)) : std::nullopt;
}

QList<EdgeLabel> HeatItem::edgeLabels() const
{
    if (!m_boxRange || m_boxWords.isEmpty())
        return {};
    return {{plot().y(std::sqrt(m_boxFrom * std::min(m_boxTo, plot().scale.high))), {}, m_boxWords, Tone::Warn}};
}

QList<TipRow> HeatItem::tip(qint64 key) const
{
    const qint64 column = key < toMsecs(m_map.first) ? -1 : (fromMsecs(key) - m_map.first) / m_map.step;
    if (column < 0 || column >= m_map.columns)
        return {};
    qint64 sum = 0;
    QList<TipRow> rows;
    for (int row = m_map.rows - 1; row >= 0; --row) {
        const qint64 count = m_counts.value(int(column) * m_map.rows + row);
        sum += count;
        if (count > 0 && rows.size() < 8)
            rows.append({QCoreApplication::translate("Charts", "%1 to %2").arg(m_words(edge(row)), m_words(edge(row + 1))), format::count(count), tokens().heat[size_t(std::max(0, rampOf(count, m_map.most)))], Tone::Text2, false});
    }
    rows.prepend({QCoreApplication::translate("Charts", "Requests"), format::count(sum), {}, Tone::Text, false});
    return rows;
}

QList<ChartSeries> HeatItem::series() const
{
    QList<ChartSeries> all;
    for (int row = 0; row < m_map.rows; ++row) {
        ChartSeries made{QCoreApplication::translate("Charts", "%1 to %2").arg(m_words(edge(row)), m_words(edge(row + 1))), {}, [](double count) { return format::count(qint64(count)); }};
        for (int column = 0; column < m_map.columns; ++column)
            made.values.append({toMsecs(m_map.first + m_map.step * column), double(m_counts.value(column * m_map.rows + row))});
        all.append(made);
    }
    return all;
}

} // namespace qd
