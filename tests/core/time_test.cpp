#include "core/time.h"

#include <QTest>

using namespace qd;

static Instant utc(const char *iso)
{
    return fromDateTime(QDateTime::fromString(QLatin1String(iso), Qt::ISODate));
}

class TimeTest : public QObject
{
    Q_OBJECT

private slots:
    void aDayOfClockChangeIsAnExactUnionOfBins()
    {
        const QTimeZone berlin("Europe/Berlin");
        QCOMPARE(dayRange(QDate(2026, 3, 29), berlin).length() / BinLength, 92);
        QCOMPARE(dayRange(QDate(2026, 10, 25), berlin).length() / BinLength, 100);
        QCOMPARE(dayRange(QDate(2026, 11, 1), QTimeZone("Asia/Kathmandu")).from, utc("2026-10-31T18:15:00Z"));
    }

    void daysMeetWithoutGapInEveryZone()
    {
        for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
            const QTimeZone zone(id);
            Instant end = startOfDay(QDate(2025, 12, 30), zone);
            for (QDate day(2025, 12, 30); day < QDate(2027, 1, 3); day = day.addDays(1)) {
                const TimeRange range = dayRange(day, zone);
                QVERIFY2(range.from == end, id.constData());
                QVERIFY2(toMsecs(range.from) % BinLength.count() == 0, id.constData());
                end = range.to;
            }
        }
    }

    void typedRangesAreUnderstood_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        const auto row = [](const char *typed, const char *from, const char *to) { QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(from) << QString::fromLatin1(to); };
        row("24h", "2026-11-20T14:00:00Z", "2026-11-21T14:00:00Z");
        row("now-6h", "2026-11-21T08:00:00Z", "2026-11-21T14:00:00Z");
        row("now-6h..now-1h", "2026-11-21T08:00:00Z", "2026-11-21T13:00:00Z");
        row("yesterday", "2026-11-19T23:00:00Z", "2026-11-20T23:00:00Z");
        row("today", "2026-11-20T23:00:00Z", "2026-11-21T14:00:00Z");
        row("2026-11-01..07", "2026-10-31T23:00:00Z", "2026-11-07T23:00:00Z");
        row("2026-11-01..2026-11-07", "2026-10-31T23:00:00Z", "2026-11-07T23:00:00Z");
        row("last month", "2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z");
        row("2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z");
        row("2026-11-01T06:00..08:30", "2026-11-01T05:00:00Z", "2026-11-01T07:30:00Z");
        row("2026-11-01T06:00:00Z..2026-11-01T07:00:00Z", "2026-11-01T06:00:00Z", "2026-11-01T07:00:00Z");
    }
    void typedRangesAreUnderstood()
    {
        QFETCH(QString, typed);
        QFETCH(QString, from);
        QFETCH(QString, to);
        const auto request = RangeRequest::parse(typed);
        QVERIFY2(request, qPrintable(typed));
        const auto range = request->resolve(utc("2026-11-21T14:00:00Z"), QTimeZone("Europe/Berlin"));
        QVERIFY2(range, qPrintable(typed));
        QCOMPARE(isoText(range->from), isoText(utc(from.toLatin1().constData())));
        QCOMPARE(isoText(range->to), isoText(utc(to.toLatin1().constData())));
    }

    void whatIsNotARangeIsNamed()
    {
        for (const char *typed : {"", "soon", "0h", "2026-13-01", "2026-11-07..01", "..", "now-"}) {
            const auto request = RangeRequest::parse(QLatin1String(typed));
            QVERIFY2(!request, typed);
            QVERIFY(!request.error().message.isEmpty());
        }
    }

    void aMonthIsComparedWithTheMonthBefore()
    {
        const QTimeZone zone = QTimeZone::utc();
        QCOMPARE(previousRange(monthRange(QDate(2026, 3, 5), zone), zone), monthRange(QDate(2026, 2, 1), zone));
        const TimeRange day{utc("2026-11-20T14:00:00Z"), utc("2026-11-21T14:00:00Z")};
        QCOMPARE(previousRange(day, zone).to, day.from);
    }
};

QTEST_GUILESS_MAIN(TimeTest)
#include "time_test.moc"
