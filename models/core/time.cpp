#include "core/time.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <optional>

namespace qd {

QString isoText(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(toMsecs(instant), Qt::UTC).toString(Qt::ISODateWithMs);
}

Instant fromDateTime(const QDateTime &dateTime)
{
    return fromMsecs(dateTime.toMSecsSinceEpoch());
}

QDateTime toDateTime(Instant instant, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toMsecs(instant), zone);
}

// Not QDate::startOfDay(): where the clock goes back to midnight (Havana), it takes the second of
// the two midnights, and a day that was left out (Apia, 30 December 2011) becomes the day before.
Instant startOfDay(QDate day, const QTimeZone &zone)
{
    const QDateTime midnight(day, QTime(0, 0), Qt::UTC);
    QDateTime from = midnight.addDays(-2);
    const QDateTime last = midnight.addDays(2);
    int offset = zone.offsetFromUtc(from);
    if (zone.hasTransitions()) {
        for (auto next = zone.nextTransition(from); next.atUtc.isValid() && next.atUtc < last; next = zone.nextTransition(from)) {
            const QDateTime start = std::max(from, midnight.addSecs(-offset));
            if (start < next.atUtc)
                return fromDateTime(start);
            from = next.atUtc;
            offset = next.offsetFromUtc;
        }
    }
    return fromDateTime(std::max(from, midnight.addSecs(-offset)));
}

QDate dayOf(Instant instant, const QTimeZone &zone)
{
    return toDateTime(instant, zone).date();
}

TimeRange dayRange(QDate day, const QTimeZone &zone)
{
    return {startOfDay(day, zone), startOfDay(day.addDays(1), zone)};
}

TimeRange monthRange(QDate anyDayOfIt, const QTimeZone &zone)
{
    const QDate first(anyDayOfIt.year(), anyDayOfIt.month(), 1);
    return {startOfDay(first, zone), startOfDay(first.addMonths(1), zone)};
}

QList<QDate> daysOf(const TimeRange &range, const QTimeZone &zone)
{
    QList<QDate> days;
    if (range.isEmpty())
        return days;
    const QDate last = dayOf(range.to - milliseconds(1), zone);
    for (QDate day = dayOf(range.from, zone); day <= last; day = day.addDays(1))
        days << day;
    return days;
}

namespace {

struct RangeWords
{
    Q_DECLARE_TR_FUNCTIONS(RangeRequest)
};

std::optional<milliseconds> lengthFrom(QStringView text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,5})\\s*(m|min|h|d|w)$"), QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text.toString());
    if (!match.hasMatch())
        return {};
    const qint64 count = match.captured(1).toLongLong();
    const QString unit = match.captured(2).toLower();
    const qint64 minutes = unit.startsWith(QLatin1Char('m')) ? 1 : unit == QLatin1String("h") ? 60 : unit == QLatin1String("d") ? 1440 : 10080;
    if (count == 0 || count * minutes > 1440 * 800)
        return {};
    return milliseconds(count * minutes * 60'000);
}

// A moment written by the user: now, now-6h, a date, a date with a time, ISO 8601 with a zone.
// `isDay` tells that a whole day was meant, so that an end includes it.
struct Moment
{
    Instant at;
    bool isDay = false;
};

std::optional<Moment> momentFrom(QStringView text, Instant now, const QTimeZone &zone)
{
    const QString t = text.trimmed().toString();
    if (t.compare(QLatin1String("now"), Qt::CaseInsensitive) == 0)
        return Moment{now};
    if (t.startsWith(QLatin1String("now-"), Qt::CaseInsensitive)) {
        const auto length = lengthFrom(QStringView(t).mid(4));
        return length ? std::optional(Moment{now - *length}) : std::nullopt;
    }
    if (const QDate day = QDate::fromString(t, Qt::ISODate); t.size() == 10 && day.isValid())
        return Moment{startOfDay(day, zone), true};
    static const QRegularExpression zoned(QStringLiteral("(Z|[+-]\\d\\d:?\\d\\d)$"));
    for (const QString &format : {QStringLiteral("yyyy-MM-ddTHH:mm"), QStringLiteral("yyyy-MM-ddTHH:mm:ss"), QStringLiteral("yyyy-MM-dd HH:mm"), QStringLiteral("yyyy-MM-dd HH:mm:ss")}) {
        const QDateTime local = QDateTime::fromString(t, format);
        if (local.isValid())
            return Moment{fromDateTime(QDateTime(local.date(), local.time(), zone))};
    }
    if (t.size() > 10 && zoned.match(t).hasMatch()) {
        const QDateTime iso = QDateTime::fromString(t, Qt::ISODateWithMs);
        if (iso.isValid())
            return Moment{fromDateTime(iso)};
    }
    return {};
}

QDate mondayOf(QDate day)
{
    return day.addDays(1 - day.dayOfWeek());
}

Error notUnderstood(const QString &part)
{
    return {Error::Kind::Wrong,
            RangeWords::tr("“%1” is not a time range. Write for example 24h, now-6h, yesterday, last month or 2026-11-01..07.").arg(part)};
}

} // namespace

Result<RangeRequest> RangeRequest::parse(const QString &typed)
{
    RangeRequest request{typed.simplified()};
    // Any moment will do to find out whether the text is understood; a range may still be refused
    // for being empty, which is also a matter of the text.
    if (const auto range = request.resolve(fromMsecs(1'800'000'000'000), QTimeZone::utc()); !range)
        return failure(range.error());
    return request;
}

Result<TimeRange> RangeRequest::resolve(Instant now, const QTimeZone &zone) const
{
    const QString t = text.simplified().toLower();
    if (const auto length = lengthFrom(t))
        return TimeRange{now - *length, now};
    const QDate today = dayOf(now, zone);
    const QDate monthStart(today.year(), today.month(), 1);
    if (t == QLatin1String("today"))
        return TimeRange{startOfDay(today, zone), now};
    if (t == QLatin1String("yesterday"))
        return dayRange(today.addDays(-1), zone);
    if (t == QLatin1String("this week"))
        return TimeRange{startOfDay(mondayOf(today), zone), now};
    if (t == QLatin1String("last week"))
        return TimeRange{startOfDay(mondayOf(today).addDays(-7), zone), startOfDay(mondayOf(today), zone)};
    if (t == QLatin1String("this month"))
        return TimeRange{startOfDay(monthStart, zone), now};
    if (t == QLatin1String("last month"))
        return monthRange(monthStart.addMonths(-1), zone);

    const QString original = text.simplified();
    const qsizetype dots = original.indexOf(QLatin1String(".."));
    const QString first = dots < 0 ? original : original.left(dots);
    const auto from = momentFrom(first, now, zone);
    if (!from)
        return failure(notUnderstood(first.isEmpty() ? original : first));
    if (dots < 0) {
        if (from->isDay)
            return dayRange(dayOf(from->at, zone), zone);
        if (from->at >= now)
            return failure(notUnderstood(original));
        return TimeRange{from->at, now};
    }

    QString second = original.mid(dots + 2);
    auto to = momentFrom(second, now, zone);
    if (!to && second.size() < first.size()) // 2026-11-01..07 and 2026-11-01T06:00..08:30
        to = momentFrom(QString(first.left(first.size() - second.size()) + second), now, zone);
    if (!to)
        return failure(notUnderstood(second.isEmpty() ? original : second));
    const Instant end = to->isDay ? dayRange(dayOf(to->at, zone), zone).to : to->at;
    if (end <= from->at)
        return failure(Error::Kind::Wrong, RangeWords::tr("“%1” ends before it begins. Write the earlier time first.").arg(original));
    return TimeRange{from->at, end};
}

TimeRange previousRange(const TimeRange &range, const QTimeZone &zone)
{
    const QDate first = dayOf(range.from, zone);
    const bool startsMonth = first.day() == 1 && startOfDay(first, zone) == range.from;
    if (startsMonth && range.to <= monthRange(first, zone).to && range.length() > std::chrono::hours(24 * 8)) {
        const TimeRange before = monthRange(first.addMonths(-1), zone);
        if (range.to == monthRange(first, zone).to)
            return before;
        return {before.from, std::min(before.from + range.length(), before.to)};
    }
    return {range.from - range.length(), range.from};
}

namespace {

class SystemClock : public Clock
{
public:
    Instant now() const override { return std::chrono::floor<milliseconds>(std::chrono::system_clock::now()); }
};

} // namespace

const Clock &Clock::system()
{
    static const SystemClock clock;
    return clock;
}

} // namespace qd
