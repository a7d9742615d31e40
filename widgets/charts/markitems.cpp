#include "widgets/charts/markitems.h"

#include "widgets/controls/paint.h"

#include "core/format.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace qd {

LimitItem::LimitItem(Kind kind, QString label, double value, Place place)
    : m_kind(kind)
    , m_label(std::move(label))
    , m_value(value)
    , m_place(place)
{
    setZValue(15);
}

void LimitItem::setValue(double value, const QString &label)
{
    m_value = value;
    m_label = label;
    changed();
}

QList<EdgeLabel> LimitItem::edgeLabels() const
{
    if (m_place == Place::Inside || m_value > plot().scale.high)
        return {};
    return {{plot().y(m_value), {}, m_label, m_kind == Kind::Limit ? Tone::Crit : Tone::Text}};
}

void LimitItem::draw(QPainter &painter)
{
    const double y = std::round(plot().y(m_value)) + 0.5;
    QPen pen(m_kind == Kind::Limit ? tokens().critMark : tokens().text, 1.2);
    if (m_kind != Kind::Budget)
        pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.drawLine(QPointF(plot().area.left(), y), QPointF(plot().area.right(), y));
    if (m_place == Place::Inside)
        paint::text(painter, QRectF(plot().area.left() + 6, y - scaled(16), plot().area.width() / 2, scaled(15)).toRect(), m_label, qd::font(qd::Type::Small), tokens().text);
}

BandItem::BandItem(Kind kind, TimeRange range) : m_kind(kind), m_range(range)
{
    setZValue(2);
}

void BandItem::setRange(const TimeRange &range)
{
    m_range = range;
    changed();
}

void BandItem::draw(QPainter &painter)
{
    const double left = plot().x(m_range.from), right = plot().x(m_range.to);
    const QRectF band(left, plot().area.top(), std::max(1.0, right - left), plot().area.height());
    if (m_kind == Kind::Over)
        painter.fillRect(band, tokens().warnBg);
    else
        paint::hatch(painter, band.intersected(plot().area), tokens().borderStrong, 7);
}

QList<TipRow> BandItem::tip(qint64 key) const
{
    if (m_kind != Kind::Gap || !m_range.contains(fromMsecs(key)))
        return {};
    return {{QCoreApplication::translate("Charts", "no reading"), {}, {}, Tone::Text3, true}};
}

EventItem::EventItem(bool hasWords) : m_hasWords(hasWords), m_zone(QTimeZone::utc())
{
    setZValue(25);
}

void EventItem::setEvents(const QList<reports::Event> &events, const QTimeZone &zone)
{
    m_events = events;
    m_zone = zone;
    changed();
}

void EventItem::draw(QPainter &painter)
{
    const Plot &p = plot();
    // From the latest backwards: where labels would overlap, the newer one is kept.
    double free = p.area.right() + 1;
    for (auto event = m_events.crbegin(); event != m_events.crend(); ++event) {
        if (!p.range.contains(event->from))
            continue;
        const double x = std::round(p.x(event->from)) + 0.5;
        QPen pen(event->state == State::Failing ? tokens().critMark : tokens().text2, 1);
        pen.setDashPattern({3, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(x, p.area.top() + (m_hasWords ? 6 : 0)), QPointF(x, p.area.bottom()));
        if (!m_hasWords)
            continue;
        paintMark(painter, QPointF(x + 5, p.area.top() + 1), event->state == State::Failing ? Mark::Failing : Mark::Flag);
        const QString words = QCoreApplication::translate("Charts", "%1 at %2").arg(event->shortLabel.isEmpty() ? event->label : event->shortLabel, format::timeOfDay(event->from, m_zone));
        const int width = paint::width(words, qd::font(qd::Type::Small));
        const double left = x - 6 - width;
        if (x > free || left < p.area.left())
            continue;
        paint::text(painter, QRectF(left, p.area.top() - scaled(8), width + 1, scaled(16)).toRect(), words, qd::font(qd::Type::Small), tokens().text);
        free = left - 8;
    }
}

QList<TipRow> EventItem::tip(qint64 key) const
{
    QList<TipRow> rows;
    const milliseconds near(qint64(double(plot().range.length().count()) / std::max(1.0, plot().area.width()) * 6));
    for (const reports::Event &event : m_events) {
        if (std::chrono::abs(event.from - fromMsecs(key)) <= near)
            rows.append({QCoreApplication::translate("Charts", "%1 %2").arg(format::timeOfDay(event.from, m_zone), event.label), {}, {}, event.state == State::Failing ? Tone::Crit : Tone::Text2, true});
    }
    return rows;
}

NowItem::NowItem(Instant now) : m_now(now)
{
    setZValue(30);
}

void NowItem::setNow(Instant now)
{
    m_now = now;
    changed();
}

void NowItem::draw(QPainter &painter)
{
    const Plot &p = plot();
    const double x = std::round(p.x(m_now));
    if (x < p.area.left() || x > p.area.right() + 1)
        return;
    painter.fillRect(QRectF(x, p.area.top(), 2, p.area.height()), tokens().accent);
    const QString words = QCoreApplication::translate("Charts", "now");
    const int width = paint::width(words, qd::font(qd::Type::Small));
    paint::text(painter, QRectF(x - width / 2.0, p.area.bottom() + 4, width + 2, scaled(16)).toRect(), words, qd::font(qd::Type::Small), tokens().accent);
}

NoteItem::NoteItem(QString words, Instant at, double value, Tone tone)
    : m_words(std::move(words))
    , m_at(at)
    , m_value(value)
    , m_tone(tone)
{
    setZValue(24);
}

void NoteItem::draw(QPainter &painter)
{
    const Plot &p = plot();
    if (!p.range.contains(m_at))
        return;
    const int width = paint::width(m_words, qd::font(qd::Type::Small));
    const double x = std::clamp(p.x(m_at) - width / 2.0, p.area.left() + 2, std::max(p.area.left() + 2, p.area.right() - width - 2));
    paint::text(painter, QRectF(x, std::max(p.area.top(), p.y(m_value) - scaled(20)), width + 1, scaled(16)).toRect(), m_words, qd::font(qd::Type::Small), colour(m_tone));
}

} // namespace qd
