#include "core/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace qd::format {

namespace {

struct FormatWords
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

QString fixed(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

QString withUnit(const QString &number, const QString &unit)
{
    return number + NoBreakSpace + unit;
}

const QString Minus = QStringLiteral("−");

QString dollars(double magnitude, int decimals, bool negative)
{
    return (negative ? Minus : QString()) + QLatin1Char('$') + fixed(magnitude, decimals);
}

} // namespace

QString money(Money amount)
{
    const double magnitude = std::abs(amount.toDouble());
    const int decimals = magnitude > 0 && magnitude < 0.01 ? 4 : 2;
    if (magnitude > 0 && magnitude < 0.00005)
        return (amount.isNegative() ? Minus : QString()) + QStringLiteral("<$") + fixed(0.0001, 4);
    return dollars(magnitude, decimals, amount.isNegative());
}

QString moneyRounded(Money amount)
{
    const double magnitude = std::abs(amount.toDouble());
    const bool isWhole = amount.pico() % 1'000'000'000'000 == 0;
    return dollars(magnitude, magnitude >= 100 || isWhole ? 0 : 2, amount.isNegative());
}

QString duration(double ms)
{
    if (!std::isfinite(ms))
        return NoValue;
    const QString sign = ms < 0 ? Minus : QString();
    const double magnitude = std::abs(ms);
    if (magnitude < 999.5)
        return sign + withUnit(fixed(magnitude, magnitude > 0 && magnitude < 1 ? 1 : 0), FormatWords::tr("ms"));
    if (magnitude < 59'950)
        return sign + withUnit(fixed(magnitude / 1000, magnitude < 9'995 ? 2 : 1), FormatWords::tr("s"));
    const auto two = [&](qint64 big, const QString &bigUnit, qint64 small, const QString &smallUnit) {
        const QString first = sign + withUnit(QLocale().toString(big), bigUnit);
        return small ? withUnit(first, withUnit(QLocale().toString(small), smallUnit)) : first;
    };
    const qint64 seconds = qint64(std::llround(magnitude / 1000));
    if (seconds < 3600)
        return two(seconds / 60, FormatWords::tr("min"), seconds % 60, FormatWords::tr("s"));
    const qint64 minutes = seconds / 60;
    if (minutes < 24 * 60)
        return two(minutes / 60, FormatWords::tr("h"), minutes % 60, FormatWords::tr("min"));
    return two(minutes / 1440, FormatWords::tr("d"), minutes % 1440 / 60, FormatWords::tr("h"));
}

QString count(qint64 number)
{
    if (std::abs(number) >= 1'000'000)
        return shortCount(number);
    return number < 0 ? Minus + QLocale().toString(-number) : QLocale().toString(number);
}

QString shortCount(qint64 number)
{
    const double magnitude = std::abs(double(number));
    const QString sign = number < 0 ? Minus : QString();
    const auto scaled = [&](double by, const QString &unit) {
        const double value = magnitude / by;
        return sign + withUnit(fixed(value, value < 9.995 ? 2 : value < 999.5 ? 1 : 0), unit);
    };
    if (magnitude >= 1e9)
        return scaled(1e9, QStringLiteral("G"));
    if (magnitude >= 1e6)
        return scaled(1e6, QStringLiteral("M"));
    if (magnitude >= 1e5)
        return sign + withUnit(fixed(magnitude / 1e3, 0), QStringLiteral("k"));
    return sign + QLocale().toString(qint64(magnitude));
}

QString percent(double ratio, int decimals)
{
    if (!std::isfinite(ratio))
        return NoValue;
    const double value = std::abs(ratio) * 100;
    return (ratio < 0 && value > 0 ? Minus : QString()) + withUnit(fixed(value, decimals), QStringLiteral("%"));
}

QString change(double difference, const QString &magnitude)
{
    if (difference == 0 || !std::isfinite(difference))
        return magnitude;
    return (difference > 0 ? QStringLiteral("▲ ") : QStringLiteral("▼ ")) + magnitude;
}

QString changePercent(double before, double now)
{
    if (!std::isfinite(before) || !std::isfinite(now) || (before == 0 && now == 0))
        return NoValue;
    if (before == 0)
        return FormatWords::tr("new");
    const double ratio = (now - before) / std::abs(before);
    if (std::abs(ratio) < 0.005)
        return (ratio < 0 ? Minus : QStringLiteral("+")) + percent(std::abs(ratio), 1);
    if (std::abs(ratio) >= 10)
        return change(ratio, QStringLiteral("×") + fixed(now / before, 0));
    return change(ratio, percent(std::abs(ratio), std::abs(ratio) < 1 ? 1 : 0));
}

QString bytes(qint64 number)
{
    return QLocale().formattedDataSize(number, number < 1024 * 1024 ? 0 : 1, QLocale::DataSizeTraditionalFormat).replace(QLatin1Char(' '), NoBreakSpace);
}

QString time(Instant instant, Instant now, const QTimeZone &zone)
{
    const QDate date = dayOf(instant, zone), today = dayOf(now, zone);
    const QString clock = timeOfDay(instant, zone);
    return date == today ? clock : day(date) + NoBreakSpace + clock;
}

QString timeOfDay(Instant instant, const QTimeZone &zone)
{
    return toDateTime(instant, zone).toString(QStringLiteral("HH:mm"));
}

QString timeWithSeconds(Instant instant, const QTimeZone &zone)
{
    return toDateTime(instant, zone).toString(QStringLiteral("HH:mm:ss"));
}

QString day(QDate date)
{
    //: Day of the month and abbreviated month, Qt date format: 28 Jan
    return QLocale().toString(date, FormatWords::tr("d MMM"));
}

QString dayWithWeekday(QDate date)
{
    //: Abbreviated weekday, day and month, Qt date format: Tue 21 January
    return QLocale().toString(date, FormatWords::tr("ddd d MMMM"));
}

QString month(QDate date)
{
    return QLocale().standaloneMonthName(date.month());
}

QString ago(Instant instant, Instant now)
{
    const milliseconds age = now - instant;
    if (age < std::chrono::seconds(1))
        return FormatWords::tr("now");
    const qint64 seconds = age.count() / 1000;
    const auto one = [](qint64 number, const QString &unit) { return withUnit(QLocale().toString(number), unit); };
    //: %1 is an age such as "12 s" or "4 d"
    const QString form = FormatWords::tr("%1 ago");
    if (seconds < 60)
        return form.arg(one(seconds, FormatWords::tr("s")));
    if (seconds < 3600)
        return form.arg(one(seconds / 60, FormatWords::tr("min")));
    if (seconds < 48 * 3600)
        return form.arg(one(seconds / 3600, FormatWords::tr("h")));
    return form.arg(one(seconds / 86400, FormatWords::tr("d")));
}

QString zoneName(const QTimeZone &zone)
{
    const QString id = QString::fromLatin1(zone.id());
    return id == QLatin1String("Etc/UTC") || id == QLatin1String("UTC") ? QStringLiteral("UTC") : id;
}

} // namespace qd::format
