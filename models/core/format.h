#pragma once

// How numbers and times are written for people (STYLE §4 "Formats"): the locale's separators,
// a no-break space before units, a real minus sign. JSON and CSV never use these.

#include "core/money.h"
#include "core/time.h"

#include <QString>

namespace qd::format {

// $41.20; under one cent four decimals ($0.0021); zero is $0.00. −$0.04.
QString money(Money amount);
// Axis labels and budgets: $20, $1,823.
QString moneyRounded(Money amount);
// 742 ms, 2.31 s, 6 min 51 s, 3 h 12 min, 2 d 20 h.
QString duration(double milliseconds);
inline QString duration(milliseconds length) { return duration(double(length.count())); }
// 11,606; from a million 1.21 M.
QString count(qint64 number);
// 28.6 M, 603 k: tokens in tables.
QString shortCount(qint64 number);
// 62 %; `decimals` for error rates (1.24 %).
QString percent(double ratio, int decimals = 0);
// ▲ 0.42 s and the like: an arrow for the sign and the text of the magnitude.
QString change(double difference, const QString &magnitude);
// ▲ 31.4 % of growth; a tiny change is +0.4 %; from nothing is "new"; nothing to nothing is –.
QString changePercent(double before, double now);
// 1,024-based as Postgres prints them: 1.9 GB, 84 kB.
QString bytes(qint64 number);
// 14:02 today, 28 Jan 14:02 otherwise.
QString time(Instant instant, Instant now, const QTimeZone &zone);
QString timeOfDay(Instant instant, const QTimeZone &zone);            // 14:02
QString timeWithSeconds(Instant instant, const QTimeZone &zone);      // 14:02:11
QString day(QDate date);                                              // 28 Jan
QString dayWithWeekday(QDate date);                                   // Tue 21 January
QString month(QDate date);                                            // January
// "12 s ago", "50 min ago", "4 d ago".
QString ago(Instant instant, Instant now);
// "UTC", "Europe/Berlin".
QString zoneName(const QTimeZone &zone);

inline const QString NoValue = QStringLiteral("–");
inline constexpr QChar NoBreakSpace(0x00A0);

} // namespace qd::format
