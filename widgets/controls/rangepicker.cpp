#include "widgets/controls/rangepicker.h"

#include "widgets/controls/button.h"
#include "widgets/controls/label.h"
#include "widgets/controls/paint.h"

#include "core/format.h"

#include <QLocale>
#include <QScreen>
#include <QVBoxLayout>

namespace qd {

static const QStringList rangePresets{QStringLiteral("1h"), QStringLiteral("6h"), QStringLiteral("24h"), QStringLiteral("7d"), QStringLiteral("30d")};
static const QString rangeCalendar = QStringLiteral("calendar");

RangePicker::RangePicker(const Clock &clock, QWidget *parent) : QWidget(parent), m_clock(clock), m_segments(new Segments(tr("Time range"), this)), m_zone(QTimeZone::utc())
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_segments);
    for (const QString &preset : rangePresets)
        m_segments->add(preset, preset);
    m_segments->add(rangeCalendar, tr("Other range"), QStringLiteral("view-calendar-day"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_segments, &Segments::chosen, this, [this](const QString &key) {
        if (key != rangeCalendar)
            return pick({key});
        setRange(m_range, m_zone);
        openPopup();
    });
}

QString RangePicker::inWords(const RangeRequest &range, Instant now, const QTimeZone &zone)
{
    const Result<TimeRange> resolved = range.resolve(now, zone);
    if (!resolved)
        return range.text;
    const QDateTime from = toDateTime(resolved->from, zone), to = toDateTime(resolved->to, zone);
    const bool isWholeDays = from == toDateTime(startOfDay(from.date(), zone), zone) && to == toDateTime(startOfDay(to.date(), zone), zone);
    if (isWholeDays) {
        const QDate first = from.date(), last = to.date().addDays(-1);
        if (first == last)
            return format::day(first);
        if (first.month() == last.month() && first.year() == last.year())
            //: days of one month: "1 to 31 Jan"
            return tr("%1 to %2").arg(first.day()).arg(format::day(last));
        return tr("%1 to %2").arg(format::day(first), format::day(last));
    }
    if (range.text.startsWith(QLatin1String("now")) || rangePresets.contains(range.text) || range.text.size() < 6)
        return range.text;
    return tr("%1 to %2").arg(format::time(resolved->from, now, zone), from.date() == to.date() ? format::timeOfDay(resolved->to, zone) : format::time(resolved->to, now, zone));
}

void RangePicker::setRange(const RangeRequest &range, const QTimeZone &zone)
{
    m_range = range;
    m_zone = zone;
    const bool isPreset = rangePresets.contains(range.text);
    m_segments->setCurrent(isPreset ? range.text : rangeCalendar);
    m_segments->setText(rangeCalendar, isPreset ? QString() : inWords(range, m_clock.now(), zone));
}

void RangePicker::pick(const RangeRequest &range)
{
    setRange(range, m_zone);
    emit picked(range);
}

void RangePicker::shorter()
{
    const auto at = rangePresets.indexOf(m_range.text);
    if (at != 0)
        pick({rangePresets[at < 0 ? 2 : at - 1]});
}

void RangePicker::longer()
{
    const auto at = rangePresets.indexOf(m_range.text);
    if (at < rangePresets.size() - 1)
        pick({rangePresets[at < 0 ? 2 : at + 1]});
}

void RangePicker::moveByHalf(int direction)
{
    const Result<TimeRange> resolved = m_range.resolve(m_clock.now(), m_zone);
    if (!resolved)
        return;
    const milliseconds half = resolved->length() / 2 * direction;
    TimeRange moved{resolved->from + half, resolved->to + half};
    // Not beyond now: an empty future tells nothing.
    if (moved.to > m_clock.now())
        moved = {m_clock.now() - resolved->length(), m_clock.now()};
    const Result<RangeRequest> request = RangeRequest::parse(isoText(moved.from) + QStringLiteral("..") + isoText(moved.to));
    if (request)
        pick(*request);
}

RangePopup *RangePicker::openPopup()
{
    if (!m_popup) {
        m_popup = new RangePopup(m_clock, this);
        connect(m_popup, &RangePopup::picked, this, &RangePicker::pick);
    }
    m_popup->open(m_range, m_zone, m_segments->button(rangeCalendar));
    return m_popup;
}

} // namespace qd
