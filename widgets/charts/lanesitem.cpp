#include "widgets/charts/lanesitem.h"

#include "widgets/controls/paint.h"

#include "core/format.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace qd {

LanesItem::LanesItem(QList<Lane> lanes) : m_lanes(std::move(lanes)), m_zone(QTimeZone::utc())
{
    setZValue(20);
}

void LanesItem::setLanes(const QList<Lane> &lanes)
{
    m_lanes = lanes;
    changed();
}

void LanesItem::setEvents(const QList<reports::Event> &events, const QTimeZone &zone, Instant now)
{
    m_events = events;
    m_zone = zone;
    m_now = now;
    changed();
}

void LanesItem::setLine(const reports::Line &line, std::optional<double> target, const QString &targetWords, std::function<QString(double)> words)
{
    m_line = line;
    m_target = target;
    m_targetWords = targetWords;
    m_words = std::move(words);
    changed();
}

void LanesItem::setOldSince(std::optional<Instant> since)
{
    m_oldSince = since;
    changed();
}

int LanesItem::height() const
{
    return scaled(LaneHeight) * int(m_lanes.size()) + (m_line.values.isEmpty() ? 0 : scaled(LineHeight));
}

QRectF LanesItem::lineRow() const
{
    const QRectF &area = plot().area;
    return QRectF(area.left(), area.bottom() - scaled(LineHeight), area.width(), scaled(LineHeight));
}

double LanesItem::lineY(double value, const QRectF &row) const
{
    double highest = m_target.value_or(0);
    for (const double v : m_line.values)
        highest = std::isnan(v) ? highest : std::max(highest, v);
    return highest <= 0 ? row.bottom() : row.bottom() - value / (highest * 1.15) * (row.height() - 4);
}

void LanesItem::draw(QPainter &painter)
{
    const QRectF &area = plot().area;
    double top = area.top();
    for (const Lane &lane : std::as_const(m_lanes)) {
        const QRectF row(area.left(), top, area.width(), scaled(LaneHeight));
        paint::text(painter, QRectF(12, row.top(), area.left() - 20, row.height()).toRect(), lane.title, qd::font(qd::Type::Small), tokens().text2);
        painter.fillRect(QRectF(area.left(), row.bottom(), area.width(), 1), tokens().grid);
        drawLane(painter, lane, row);
        top += row.height();
    }
    if (m_oldSince) {
        const double from = plot().x(*m_oldSince), to = std::min(plot().x(m_now), area.right());
        paint::hatch(painter, QRectF(from, area.top(), to - from, area.height()), tokens().borderStrong, 7);
    }
    if (!m_line.values.isEmpty())
        drawLine(painter, lineRow());
}

void LanesItem::drawLane(QPainter &painter, const Lane &lane, const QRectF &row) const
{
    const Plot &p = plot();
    const double y = row.center().y();
    double free = p.area.right() + 1; // words end left of what comes later
    const auto endOf = [this](const reports::Event &event) { return event.to.value_or(event.isOngoing ? m_now : event.from); };
    QList<const reports::Event *> shown;
    for (const reports::Event &event : m_events) {
        if (event.lane == lane.kind && endOf(event) >= p.range.from && event.from < p.range.to)
            shown.append(&event);
    }
    for (auto it = shown.crbegin(); it != shown.crend(); ++it) {
        const reports::Event *event = *it;
        const Instant end = endOf(*event);
        // Words to the left must not run into what came before.
        const double taken = it + 1 == shown.crend() ? p.area.left() : p.x(endOf(**(it + 1))) + 8;
        const double from = std::max(p.x(event->from), p.area.left()), to = std::min(p.x(end), p.area.right());
        const bool isPeriod = event->to || event->isOngoing;
        double right = from + 6;
        if (isPeriod) {
            const QRectF block(std::round(from), y - scaled(5), std::max(4.0, std::round(to - from)), scaled(10));
            paint::box(painter, block, mixed(tokens().stateMark(event->state), tokens().surface, event->isOngoing ? 0 : 0.15), {}, 1);
            right = block.right();
        } else {
            const Mark mark = event->lane == reports::Event::Lane::Deploys && event->state == State::Ok ? Mark::Flag : event->lane == reports::Event::Lane::Operations && event->state == State::Ok ? Mark::Note : markOf(event->state);
            paintMark(painter, QPointF(from, y), mark, 0, mark == Mark::Note ? tokens().accent : QColor());
        }
        const int width = paint::width(event->label, qd::font(qd::Type::Small));
        const bool fitsRight = right + 6 + width < free;
        const bool fitsLeft = !fitsRight && from - 8 - width > taken && from <= free;
        const double left = fitsRight ? right + 6 : from - 8 - width;
        if (fitsRight || fitsLeft)
            paint::text(painter, QRectF(left, row.top(), width + 1, row.height()).toRect(), event->label, qd::font(qd::Type::Small), tokens().text2);
        free = std::min(from, fitsLeft ? left : from) - 8;
    }
}

void LanesItem::drawLine(QPainter &painter, const QRectF &row) const
{
    const Plot &p = plot();
    paint::text(painter, QRectF(12, row.top(), p.area.left() - 20, scaled(LaneHeight)).toRect(), m_line.label, qd::font(qd::Type::Small), tokens().text2);
    painter.save();
    painter.setClipRect(p.area);
    if (m_target) {
        QPen pen(tokens().text, 1);
        pen.setDashPattern({3, 3});
        painter.setPen(pen);
        const double y = std::round(lineY(*m_target, row)) + 0.5;
        painter.drawLine(QPointF(p.area.left(), y), QPointF(p.area.right(), y));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_oldSince ? tokens().unknownMark : tokens().accent, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPolygonF piece;
    for (int i = 0; i <= m_line.values.size(); ++i) {
        const double value = i < m_line.values.size() ? m_line.values[i] : qQNaN();
        if (!std::isnan(value)) {
            piece.append({p.x(m_line.first + m_line.step * i + m_line.step / 2), lineY(value, row)});
        } else {
            painter.drawPolyline(piece);
            piece.clear();
        }
    }
    painter.restore();
}

QList<EdgeLabel> LanesItem::edgeLabels() const
{
    if (!m_target || m_line.values.isEmpty())
        return {};
    return {{lineY(*m_target, lineRow()), {}, m_targetWords, Tone::Text2}};
}

std::optional<std::pair<Instant, milliseconds>> LanesItem::grid() const
{
    return m_line.values.isEmpty() ? std::nullopt : std::optional(std::pair(m_line.first, m_line.step));
}

QList<TipRow> LanesItem::tip(qint64 key) const
{
    QList<TipRow> rows;
    const Instant at = fromMsecs(key);
    const milliseconds near(qint64(double(plot().range.length().count()) / std::max(1.0, plot().area.width()) * 6));
    for (const reports::Event &event : m_events) {
        const Instant end = event.to.value_or(event.isOngoing ? m_now : event.from);
        if (at + near < event.from || at - near > end)
            continue;
        rows.append({QCoreApplication::translate("Charts", "%1 %2").arg(format::timeOfDay(event.from, m_zone), event.label), {}, {}, toneOf(event.state) == Tone::Ok ? Tone::Text2 : toneOf(event.state), true});
    }
    const qint64 index = m_line.step.count() > 0 ? (at - m_line.first) / m_line.step : -1;
    if (at >= m_line.first && index >= 0 && index < m_line.values.size() && m_words)
        rows.prepend({m_line.label, std::isnan(m_line.values[int(index)]) ? format::NoValue : m_words(m_line.values[int(index)]), tokens().accent, Tone::Text2, false});
    return rows;
}

QList<ChartSeries> LanesItem::series() const
{
    ChartSeries made{m_line.label, {}, m_words};
    for (int i = 0; i < m_line.values.size(); ++i)
        made.values.append({toMsecs(m_line.first + m_line.step * i), m_line.values[i]});
    return made.values.isEmpty() ? QList<ChartSeries>{} : QList<ChartSeries>{made};
}

} // namespace qd
