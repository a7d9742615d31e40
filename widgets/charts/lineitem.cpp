#include "widgets/charts/lineitem.h"

#include "core/format.h"

#include <QPainter>

#include <cmath>

namespace qd {

LineItem::LineItem(QString label, int series, std::function<QString(double)> words)
    : m_label(std::move(label))
    , m_series(series)
    , m_words(std::move(words))
    , m_values(std::make_shared<Pyramid>())
{
    setZValue(20);
}

void LineItem::setLine(const reports::Line &line)
{
    std::vector<float> values;
    values.reserve(size_t(line.values.size()));
    for (const double value : line.values)
        values.push_back(float(value));
    setValues(line.first, line.step, std::make_shared<Pyramid>(std::move(values)));
}

void LineItem::setValues(Instant first, milliseconds step, std::shared_ptr<const Pyramid> values)
{
    m_first = first;
    m_step = std::max(step, milliseconds(1));
    m_values = std::move(values);
    changed();
}

void LineItem::setDashed(bool isDashed)
{
    m_isDashed = isDashed;
    changed();
}

void LineItem::setTone(std::optional<Tone> tone)
{
    m_tone = tone;
    changed();
}

void LineItem::setEndLabel(bool hasEndLabel)
{
    m_hasEndLabel = hasEndLabel;
    changed();
}

QColor LineItem::color() const
{
    return m_tone ? colour(*m_tone) : tokens().seriesColour(m_series);
}

qsizetype LineItem::indexOf(Instant at) const
{
    const qint64 ms = (at - m_first).count(), step = m_step.count();
    return qsizetype(ms >= 0 ? ms / step : -((-ms + step - 1) / step));
}

double LineItem::valueAt(qint64 ms) const
{
    const qsizetype index = indexOf(fromMsecs(ms));
    return index < 0 || index >= m_values->count() ? qQNaN() : double(m_values->at(index));
}

std::optional<double> LineItem::highest(const TimeRange &range) const
{
    const Pyramid::Extremes found = m_values->extremes(indexOf(range.from), indexOf(range.to) + 1);
    return found.isEmpty ? std::nullopt : std::optional(double(found.high));
}

std::optional<std::pair<Instant, milliseconds>> LineItem::grid() const
{
    if (m_values->count() == 0)
        return {};
    return std::pair(m_first, m_step);
}

// One more on both sides, so that the line runs to the edges.
void LineItem::draw(QPainter &painter)
{
    const qsizetype from = std::max<qsizetype>(0, indexOf(plot().range.from) - 1), to = std::min(m_values->count(), indexOf(plot().range.to) + 2);
    if (from >= to)
        return;
    QPen pen(color(), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (double(to - from) > 2 * plot().area.width()) {
        pen.setWidthF(1);
        painter.setPen(pen);
        return drawDense(painter, from, to);
    }
    if (m_isDashed) {
        pen.setDashPattern({2.2, 1.8});
        pen.setCapStyle(Qt::FlatCap);
    }
    painter.setPen(pen);
    painter.setRenderHint(QPainter::Antialiasing);
    drawSparse(painter, from, to);
}

// One upright line per pixel column from its smallest to its largest value, reaching to where the
// column before it ended.
void LineItem::drawDense(QPainter &painter, qsizetype from, qsizetype to)
{
    const Plot &p = plot();
    const int left = int(std::floor(p.area.left())), right = int(std::ceil(p.area.right()));
    QVector<QLineF> lines;
    lines.reserve(right - left + 1);
    std::optional<std::pair<double, double>> before; // top and bottom of the column before
    qsizetype begin = std::max(from, indexOf(p.at(left)));
    for (int x = left; x <= right && begin < to; ++x) {
        const qsizetype end = std::min(to, std::max(begin + 1, indexOf(p.at(x + 1))));
        const Pyramid::Extremes found = m_values->extremes(begin, end);
        begin = end;
        if (found.isEmpty) {
            before.reset();
            continue;
        }
        const double ownTop = p.y(double(found.high)), ownBottom = p.y(double(found.low));
        double top = ownTop, bottom = ownBottom;
        if (before && before->first > bottom)
            bottom = before->first;
        if (before && before->second < top)
            top = before->second;
        lines.append(QLineF(x, top, x, std::max(bottom, top + 1)));
        before = std::pair(ownTop, ownBottom);
    }
    painter.drawLines(lines);
}

void LineItem::drawSparse(QPainter &painter, qsizetype from, qsizetype to)
{
    const Plot &p = plot();
    // Qt strokes a polyline as one outline and fills it at a cost that grows with all that crosses a row
    // of pixels: solid lines are drawn in short pieces.
    QPolygonF piece;
    const bool isClose = double(to - from) > p.area.width() / 6;
    const auto flush = [&] {
        if (piece.size() == 1) {
            painter.save();
            painter.setPen(Qt::NoPen);
            painter.setBrush(color());
            painter.drawEllipse(piece.first(), 1.8, 1.8);
            painter.restore();
        } else if (m_isDashed && piece.size() > 1) {
            painter.drawPolyline(piece); // in one go, or the dashes would begin anew
        } else if (isClose) {
            // Where points lie close nobody sees that the joints are not round, and lines with square
            // caps are the cheapest.
            QVector<QLineF> lines;
            lines.reserve(piece.size());
            for (qsizetype i = 0; i + 1 < piece.size(); ++i)
                lines.append({piece.at(i), piece.at(i + 1)});
            QPen pen = painter.pen();
            pen.setCapStyle(Qt::SquareCap);
            painter.setPen(pen);
            painter.drawLines(lines);
        } else {
            constexpr qsizetype strokedAtOnce = 4;
            for (qsizetype i = 0; i + 1 < piece.size(); i += strokedAtOnce)
                painter.drawPolyline(piece.constData() + i, int(std::min(strokedAtOnce + 1, piece.size() - i)));
        }
        piece.clear();
    };
    for (qsizetype i = from; i < to; ++i) {
        const double value = double(m_values->at(i));
        if (std::isnan(value))
            flush();
        else // a window's value stands at its middle
            piece.append({p.x(timeOf(i) + m_step / 2), p.y(value)});
    }
    flush();
    if (const auto last = m_hasEndLabel ? lastVisible() : std::nullopt) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color());
        painter.drawEllipse(QPointF(std::min(p.x(timeOf(*last) + m_step / 2), p.area.right()), p.y(double(m_values->at(*last)))), 2.6, 2.6);
    }
}

std::optional<qsizetype> LineItem::lastVisible() const
{
    const qsizetype from = std::max<qsizetype>(0, indexOf(plot().range.from));
    for (qsizetype i = std::min(m_values->count(), indexOf(plot().range.to) + 1) - 1; i >= from; --i) {
        if (!std::isnan(m_values->at(i)))
            return i;
    }
    return {};
}

QList<EdgeLabel> LineItem::edgeLabels() const
{
    const auto last = m_hasEndLabel ? lastVisible() : std::nullopt;
    if (!last)
        return {};
    const double value = double(m_values->at(*last));
    return {{plot().y(value), m_label, m_words(value), Tone::Text}};
}

QList<TipRow> LineItem::tip(qint64 key) const
{
    const double value = valueAt(key);
    return {{m_label, std::isnan(value) ? format::NoValue : m_words(value), color(), Tone::Text2, false}};
}

QList<ChartSeries> LineItem::series() const
{
    ChartSeries made{m_label, {}, m_words};
    const qsizetype from = std::max<qsizetype>(0, indexOf(plot().range.from)), to = std::min(m_values->count(), indexOf(plot().range.to) + 1);
    // A table of more rows than a person would read serves nobody.
    const qsizetype stride = std::max<qsizetype>(1, (to - from) / 2000);
    for (qsizetype i = from; i < to; i += stride)
        made.values.append({toMsecs(timeOf(i)), double(m_values->at(i))});
    return {made};
}

} // namespace qd
