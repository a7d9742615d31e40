#include "core/money.h"
#include "core/time.h"
#include "postgres/connection.h"
#include "support/cluster.h"
#include "support/wait.h"

#include <QHash>
#include <QMap>
#include <QTest>

#include <random>

using namespace qd;
using namespace std::chrono_literals;

namespace {

struct Spent
{
    qint64 atUs = 0;
    Money cost;
    Instant at() const { return fromMsecs(atUs >= 0 ? atUs / 1000 : -((-atUs + 999) / 1000)); }
};

// What the mirror keeps: sums of 15-minute bins.
QMap<Bin, Money> binned(const QList<Spent> &rows)
{
    QMap<Bin, Money> bins;
    for (const Spent &row : rows)
        bins[binOf(row.at())] += row.cost;
    return bins;
}

Money sumOf(const QMap<Bin, Money> &bins, const TimeRange &range)
{
    Money sum;
    for (auto bin = bins.lowerBound(binOf(range.from)); bin != bins.end() && binStart(bin.key()) < range.to; ++bin)
        sum += *bin;
    return sum;
}

// Half hours, three quarters, days that were left out, clocks that change by half an hour or at
// odd places, and a few ordinary ones.
constexpr const char *sampledZones[] = {
    "UTC", "Europe/Berlin", "Europe/London", "Europe/Lisbon", "Europe/Istanbul", "Europe/Moscow", "Europe/Volgograd", "Europe/Chisinau",
    "America/New_York", "America/Los_Angeles", "America/St_Johns", "America/Sao_Paulo", "America/Caracas", "America/Asuncion", "America/Havana", "America/Santiago",
    "America/Scoresbysund", "America/Nuuk", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Yangon", "Asia/Kabul", "Asia/Tehran", "Asia/Pyongyang",
    "Asia/Gaza", "Asia/Beirut", "Asia/Amman", "Asia/Tokyo", "Asia/Almaty", "Africa/Cairo", "Africa/Casablanca", "Africa/Juba",
    "Australia/Lord_Howe", "Australia/Eucla", "Australia/Adelaide", "Pacific/Apia", "Pacific/Chatham", "Pacific/Norfolk", "Pacific/Bougainville", "Pacific/Kwajalein"};
static_assert(std::size(sampledZones) == 40);

} // namespace

// A local day's cost is a sum of 15-minute bins, in every zone, to the last digit.
class LocalDaysTest : public QObject
{
    Q_OBJECT

private slots:
    void noZoneButOneHasChangedOffAQuarterHourSince2012()
    {
        // The known exceptions to exact days. Fails when another zone makes one.
        const QStringList known{QStringLiteral("Antarctica/Casey")}; // 4 October 2020, 00:01
        QStringList exceptions;
        int zones = 0, changes = 0;
        for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
            const QTimeZone zone(id);
            ++zones;
            const QDateTime begin(QDate(2012, 1, 1), QTime(0, 0), Qt::UTC);
            bool isExact = zone.offsetFromUtc(begin) % 900 == 0;
            for (const QTimeZone::OffsetData &change : zone.transitions(begin, QDateTime(QDate(2037, 1, 1), QTime(0, 0), Qt::UTC))) {
                ++changes;
                isExact = isExact && change.offsetFromUtc % 900 == 0 && change.atUtc.toMSecsSinceEpoch() % BinLength.count() == 0;
            }
            if (!isExact)
                exceptions << QString::fromLatin1(id);
        }
        qInfo("%d zones, %d changes of their clocks", zones, changes);
        QVERIFY(zones > 400 && changes > 5'000);
        QCOMPARE(exceptions, known);
    }

    void binsOfALocalDayAreItsRowsInEveryZone()
    {
        std::mt19937_64 random(2012);
        const qint64 first = toMsecs(fromDateTime(QDateTime(QDate(2012, 1, 1), QTime(0, 0), Qt::UTC)));
        const qint64 last = toMsecs(fromDateTime(QDateTime(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC)));
        qint64 days = 0;
        for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
            const QTimeZone zone(id);
            // Three days at random, and those around each of a few changes of the clock.
            QList<QDate> looked;
            for (int i = 0; i < 3; ++i)
                looked << dayOf(fromMsecs(first + qint64(random() % quint64(last - first))), zone);
            const auto changes = zone.transitions(toDateTime(fromMsecs(first), zone), toDateTime(fromMsecs(last), zone));
            for (int i = 0; i < std::min(3, int(changes.size())); ++i)
                looked << dayOf(fromDateTime(changes[qsizetype(random() % quint64(changes.size()))].atUtc), zone);
            for (const QDate middle : std::as_const(looked)) {
                const TimeRange range{dayRange(middle.addDays(-1), zone).from, dayRange(middle.addDays(1), zone).to};
                QList<Spent> rows;
                for (int i = 0; i < 60; ++i)
                    rows << Spent{toMsecs(range.from) * 1000 + qint64(random() % quint64(range.length().count() * 1000)), Money::fromPico(qint64(random() % 1'000'000'000'000))};
                for (const QDate day : {middle.addDays(-1), middle, middle.addDays(1)}) {
                    for (const qint64 us : {-1, 0, 1})
                        rows << Spent{toMsecs(startOfDay(day, zone)) * 1000 + us, Money::fromPico(7'000'001)};
                }
                const QMap<Bin, Money> bins = binned(rows);
                for (const QDate day : {middle.addDays(-1), middle, middle.addDays(1)}) {
                    Money exact; // row by row, by the date that a clock on the wall shows
                    for (const Spent &row : std::as_const(rows))
                        exact += toDateTime(row.at(), zone).date() == day ? row.cost : Money();
                    QVERIFY2(sumOf(bins, dayRange(day, zone)) == exact, qPrintable(QStringLiteral("%1 %2").arg(QString::fromLatin1(id), day.toString(Qt::ISODate))));
                    ++days;
                }
            }
        }
        qInfo("%lld days", days);
        QVERIFY(days > 5'000);
    }

    void daysAndMonthsEqualPostgresExactSums()
    {
        test::Cluster cluster;
        pg::Connection connection;
        QVERIFY_OK(test::await(connection.open(cluster.parameters())));
        // Rows at random; at, just before and just after every local midnight of 2024 and of the
        // turn to 2012, when Apia had no 30 December; around Kwajalein's missing 21 August 1993.
        QStringList zones;
        for (const char *zone : sampledZones)
            zones << QStringLiteral("('%1')").arg(QLatin1String(zone));
        cluster.execute(QStringLiteral("create table calls (at timestamptz, cost numeric(14,9)); select setseed(0.5);"
                                       "insert into calls select timestamptz '2012-01-01Z' + random() * interval '14 years', (random() * 3)::numeric(14,9) from generate_series(1, 30000);"
                                       "insert into calls select timestamptz '1993-08-10Z' + random() * interval '20 days', (random() * 3)::numeric(14,9) from generate_series(1, 2000);"
                                       "insert into calls select (day at time zone zone) + edge * interval '1 microsecond', (random() / 100)::numeric(14,9)"
                                       " from (values %1) z(zone), generate_series(-1, 1) edge, (select generate_series('2024-01-01', '2024-12-31', interval '1 day') union all select generate_series('2011-12-26', '2012-01-04', interval '1 day')) d(day);")
                            .arg(zones.join(QLatin1Char(','))));

        const auto stored = test::await(connection.read("select (extract(epoch from at) * 1000000)::bigint, cost from calls", {.statementTimeout = 60s}));
        QVERIFY_OK(stored);
        QVERIFY(stored->count() > 70'000);
        QList<Spent> rows;
        for (qsizetype row = 0; row < stored->count(); ++row)
            rows << Spent{stored->integer(row, 0).value(), stored->money(row, 1).value()};
        const QMap<Bin, Money> bins = binned(rows);

        for (const char *name : sampledZones) {
            const QTimeZone zone{QByteArray(name)};
            QVERIFY2(zone.isValid(), name);
            const auto sums = test::await(connection.read(QByteArrayLiteral("select grouping(day), coalesce(day, month), sum(cost), count(*) from (select (at at time zone '") + name + "')::date as day, date_trunc('month', at at time zone '" + name
                                                              + "')::date as month, cost from calls) c group by grouping sets ((day), (month)) order by 1, 2",
                                                          {.statementTimeout = 60s}));
            QVERIFY_OK(sums);
            QVERIFY(sums->count() > 4'000);
            Money all;
            for (qsizetype row = 0; row < sums->count(); ++row) {
                const bool isMonth = sums->integer(row, 0) == 1;
                const QDate day = QDate::fromString(sums->text(row, 1), Qt::ISODate);
                const Money ours = sumOf(bins, isMonth ? monthRange(day, zone) : dayRange(day, zone));
                if (ours != sums->money(row, 2))
                    QFAIL(qPrintable(QStringLiteral("%1, %2 %3: %4 here, %5 there").arg(QLatin1String(name), isMonth ? QStringLiteral("month") : QStringLiteral("day"), sums->text(row, 1), ours.toDecimal(), sums->text(row, 2))));
                all += isMonth ? Money() : ours;
            }
            QCOMPARE(all, sumOf(bins, {binStart(bins.firstKey()), binStart(bins.lastKey() + 1)})); // no bin left over
        }
    }

    void daysThatNeverWereAreEmpty()
    {
        QVERIFY(dayRange(QDate(2011, 12, 30), QTimeZone("Pacific/Apia")).isEmpty());
        QVERIFY(dayRange(QDate(1993, 8, 21), QTimeZone("Pacific/Kwajalein")).isEmpty());
        QCOMPARE(dayRange(QDate(2026, 4, 5), QTimeZone("Australia/Lord_Howe")).length() / BinLength, 98);
        QCOMPARE(dayRange(QDate(2026, 10, 4), QTimeZone("Australia/Lord_Howe")).length() / BinLength, 94);
    }
};

QTEST_GUILESS_MAIN(LocalDaysTest)
#include "localdays_test.moc"
