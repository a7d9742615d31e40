#include "widgets/support/figures.h"
#include "widgets/support/pictures.h"

#include "widgets/charts/barsitem.h"
#include "widgets/charts/chartframe.h"
#include "widgets/charts/charttip.h"
#include "widgets/charts/healthstrips.h"
#include "widgets/charts/heatitem.h"
#include "widgets/charts/lanesitem.h"
#include "widgets/charts/lineitem.h"
#include "widgets/charts/markitems.h"
#include "widgets/charts/timeticks.h"
#include "widgets/controls/panel.h"

#include "core/format.h"

#include <QAccessible>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QVBoxLayout>

#include <cmath>

using namespace qd;
using namespace qd::test;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

QString inSeconds(double ms) { return format::duration(ms); }
QString inDollars(double dollars) { return format::moneyRounded(Money::fromPico(qint64(dollars * 1e12))); }

Instant at(const char *iso)
{
    return fromDateTime(QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate));
}

reports::Line line(const char *label, Instant first, double from, double swing, double end)
{
    reports::Line made;
    made.label = QString::fromLatin1(label);
    made.first = first;
    made.step = minutes(15);
    made.values = wave(96, from, swing, qQNaN());
    for (int i = 91; i < 96; ++i)
        made.values[i] = from + (end - from) * (i - 90) / 5;
    return made;
}

reports::Event deploy(Instant when)
{
    reports::Event event;
    event.from = when;
    event.label = QStringLiteral("4c1e9ab Rerank chunks before answering");
    event.shortLabel = QStringLiteral("4c1e9ab");
    return event;
}

// Response time, heat map, daily cost, lanes and health strips, as the pages will use them.
class ChartGallery : public QWidget
{
public:
    ChartGallery()
    {
        setAutoFillBackground(true);
        resize(860, 1010);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(16, 16, 16, 16);
        column->setSpacing(10);
        column->addWidget(latency());
        column->addWidget(heat());
        column->addWidget(cost());
        column->addWidget(lanes());
        column->addWidget(health());
    }
    ChartGroup group;
    ChartFrame *latencyChart = nullptr, *heatChart = nullptr, *costChart = nullptr;
    const Instant now = at("2026-01-28T14:52:00Z");
    const TimeRange day{now - hours(24), now};

private:
    QWidget *latency()
    {
        auto *panel = new Panel(QStringLiteral("Response time"));
        panel->setMeta(QStringLiteral("all requests, 15-minute windows"));
        auto *legend = new Legend;
        legend->setEntries([] { return QList<Legend::Entry>{{QStringLiteral("p50"), tokens().seriesColour(2), Legend::Sign::Line}, {QStringLiteral("p95"), tokens().seriesColour(0), Legend::Sign::Line}, {QStringLiteral("p99"), tokens().seriesColour(1), Legend::Sign::Line}, {QStringLiteral("target"), tokens().text, Legend::Sign::Dashed}}; });
        panel->addAction(legend);
        latencyChart = new ChartFrame(QStringLiteral("Response time"));
        latencyChart->setGroup(&group);
        latencyChart->setFixedHeight(160);
        const Instant first = binStart(binOf(day.from));
        const struct { const char *label; int series; double from, swing, end; } lines[] = {{"p50", 2, 800, 40, 1040}, {"p95", 0, 1650, 120, 2310}, {"p99", 1, 3000, 300, 5920}};
        for (const auto &each : lines) {
            auto *item = latencyChart->add(new LineItem(QString::fromLatin1(each.label), each.series, inSeconds));
            item->setLine(line(each.label, first, each.from, each.swing, each.end));
            item->setEndLabel(true);
        }
        latencyChart->add(new LimitItem(LimitItem::Kind::Target, QStringLiteral("p95 target 2 s"), 2000, LimitItem::Place::Inside));
        latencyChart->add(new BandItem(BandItem::Kind::Over, {now - minutes(50), now}));
        latencyChart->add(new EventItem(true))->setEvents({deploy(now - minutes(50))}, QTimeZone::utc());
        latencyChart->setTimeAxis(day, QTimeZone::utc());
        latencyChart->setValueScale(ValueScale::linear(6000, axisDuration));
        latencyChart->setSays(QStringLiteral("p95 is 2.31 s, 16 % over the 2 s target."));
        panel->body()->addWidget(latencyChart);
        return panel;
    }
    QWidget *heat()
    {
        auto *panel = new Panel(QStringLiteral("Distribution"));
        heatChart = new ChartFrame(QStringLiteral("Distribution"));
        heatChart->setGroup(&group);
        heatChart->setSelectsBox(true);
        heatChart->setFixedHeight(130);
        auto *item = heatChart->add(new HeatItem(inSeconds));
        HeatItem::Map map{binStart(binOf(day.from)), minutes(15), 96, 12, 100, 9000, 120, {}};
        for (int column = 0; column < 96; ++column) {
            for (int row = 1; row < 9; ++row)
                map.cells.append({column, row, qint64(120 * std::exp(-std::pow(row - 4.5 - (column > 92 ? 2 : 0), 2) / 3) * (0.6 + 0.4 * std::sin(column * 0.1)))});
        }
        item->setMap(map);
        item->setBox(TimeRange{now - minutes(50), now}, 2000, 8000, QStringLiteral("41 over 2 s"));
        heatChart->add(new EventItem(false))->setEvents({deploy(now - minutes(50))}, QTimeZone::utc());
        heatChart->add(new LimitItem(LimitItem::Kind::Target, QStringLiteral("target 2 s"), 2000));
        heatChart->setTimeAxis(day, QTimeZone::utc());
        heatChart->setValueScale(ValueScale::logarithmic(100, 9000, axisDuration));
        panel->body()->addWidget(heatChart);
        return panel;
    }
    QWidget *cost()
    {
        auto *panel = new Panel(QStringLiteral("Daily cost by model"));
        costChart = new ChartFrame(QStringLiteral("Daily cost by model"));
        costChart->setFixedHeight(210);
        QStringList labels;
        QList<BarsItem::Bar> bars;
        for (int i = 1; i <= 31; ++i) {
            labels << QString::number(i);
            BarsItem::Bar bar;
            bar.title = QStringLiteral("%1 January").arg(i);
            const double size = i == 21 ? 1.6 : 1 + 0.2 * std::sin(i * 0.9);
            if (i <= 28)
                bar.parts = {30 * size * (i == 28 ? 0.7 : 1), 12 * size, 9 * size, 7 * size, 5 * size};
            if (i == 12)
                bar.unpriced = 14;
            if (i == 3)
                bar.isCovered = false;
            if (i >= 28) {
                bar.expected = 66 - (i - 28);
                bar.low = 58 - (i - 28);
                bar.high = 72;
            }
            bars.append(bar);
        }
        auto *item = costChart->add(new BarsItem({QStringLiteral("gpt-4o"), QStringLiteral("claude"), QStringLiteral("mini"), QStringLiteral("llama"), QStringLiteral("embedding")}, {0, 1, 2, 3, 4}, inDollars));
        item->setBars(bars);
        item->setForecastFrom(28);
        item->setSelected(20);
        costChart->add(new LimitItem(LimitItem::Kind::Budget, QStringLiteral("budget $66.50"), 66.5));
        costChart->add(new LimitItem(LimitItem::Kind::Limit, QStringLiteral("alert $100"), 100));
        costChart->setSlotAxis(labels, QStringLiteral("Jan"));
        costChart->setValueScale(ValueScale::linear(item->highest(), inDollars));
        panel->body()->addWidget(costChart);
        return panel;
    }
    QWidget *lanes()
    {
        auto *panel = new Panel(QStringLiteral("Events"));
        auto *chart = new ChartFrame(QStringLiteral("Events"));
        auto *item = chart->add(new LanesItem({{QStringLiteral("Deploys"), reports::Event::Lane::Deploys}, {QStringLiteral("Over target"), reports::Event::Lane::OverTarget}, {QStringLiteral("Operations"), reports::Event::Lane::Operations}}));
        reports::Event failed = deploy(now - hours(19));
        failed.state = State::Failing;
        failed.label = QStringLiteral("build failed 1f0ac3d");
        reports::Event over = deploy(now - minutes(40));
        over.lane = reports::Event::Lane::OverTarget;
        over.isOngoing = true;
        over.state = State::Warning;
        over.label = QStringLiteral("p95 > 2 s");
        reports::Event unlocked = deploy(now - hours(9));
        unlocked.lane = reports::Event::Lane::Operations;
        unlocked.label = QStringLiteral("unlocked: p95 over target");
        item->setEvents({failed, unlocked, deploy(now - minutes(50)), over}, QTimeZone::utc(), now);
        item->setLine(line("p95", binStart(binOf(day.from)), 1650, 120, 2310), 2000, QStringLiteral("target 2 s"), inSeconds);
        chart->add(new NowItem(now));
        chart->setMargins(96, 64, 2, 22);
        chart->setTimeAxis({day.from, now}, QTimeZone::utc());
        chart->setValueScale(ValueScale::none());
        chart->setFixedHeight(item->height() + 24);
        panel->body()->addWidget(chart);
        return panel;
    }
    QWidget *health()
    {
        auto *panel = new Panel(QStringLiteral("Service health"));
        auto *strips = new HealthStrips;
        QList<reports::OverviewReport::HealthRow> rows;
        for (int i = 0; i < 3; ++i) {
            reports::OverviewReport::HealthRow row;
            row.id = QString::number(i);
            row.label = i == 0 ? QStringLiteral("All requests") : i == 1 ? QStringLiteral("RAG retrieval") : QStringLiteral("Cache");
            row.note = i == 1 ? QStringLiteral("search_chunks") : QString();
            row.state = i == 1 ? State::Warning : State::Ok;
            row.cells.fill(State::Ok, 48);
            row.cells[24] = State::Failing;
            row.cells[46] = row.cells[47] = i == 2 ? State::Unknown : State::Warning;
            row.isOld = i == 2;
            row.now = i == 2 ? QStringLiteral("no data") : QStringLiteral("p95 742 ms");
            row.inTarget = QStringLiteral("96.7 %");
            rows.append(row);
        }
        strips->setRows(rows, day, QTimeZone::utc());
        panel->body()->addWidget(strips);
        return panel;
    }
};

Pyramid::Extremes bruteForce(const std::vector<float> &values, qsizetype from, qsizetype to)
{
    Pyramid::Extremes found;
    for (qsizetype i = std::max<qsizetype>(0, from); i < std::min(to, qsizetype(values.size())); ++i) {
        const float value = values[size_t(i)];
        if (std::isnan(value))
            continue;
        found = {found.isEmpty ? value : std::min(found.low, value), found.isEmpty ? value : std::max(found.high, value), false};
    }
    return found;
}

} // namespace

class ChartsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale::c());
        Theme::start();
        Theme::instance().show(Theme::Mode::Light);
    }

    void chartsLookAsDrawn_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void chartsLookAsDrawn()
    {
        QFETCH(bool, isDark);
        Theme::instance().show(isDark ? Theme::Mode::Dark : Theme::Mode::Light);
        ChartGallery gallery;
        gallery.show();
        comparePicture(gallery, isDark ? QStringLiteral("charts-dark") : QStringLiteral("charts-light"));
        Theme::instance().show(Theme::Mode::Light);
    }

    void thePyramidFindsWhatASearchThroughEverythingFinds()
    {
        QRandomGenerator random(7);
        std::vector<float> values;
        for (int i = 0; i < 5000; ++i)
            values.push_back(random.bounded(11) == 0 ? std::nanf("") : float(random.bounded(1000.0)));
        for (int i = 1200; i < 1700; ++i)
            values[size_t(i)] = std::nanf("");
        const Pyramid pyramid(values);
        for (int i = 0; i < 4000; ++i) {
            const auto from = qsizetype(random.bounded(5200)) - 100, to = from + qsizetype(random.bounded(i % 2 ? 40 : 5000));
            const auto found = pyramid.extremes(from, to), expected = bruteForce(values, from, to);
            QCOMPARE(found.isEmpty, expected.isEmpty);
            if (!found.isEmpty) {
                QCOMPARE(found.low, expected.low);
                QCOMPARE(found.high, expected.high);
            }
        }
    }
    void anEmptyPyramidAndOneOfGapsHaveNothing()
    {
        QVERIFY(Pyramid().extremes(0, 10).isEmpty);
        QVERIFY(Pyramid(std::vector<float>(100, std::nanf(""))).extremes(0, 100).isEmpty);
    }
    void oneSpikeInAMillionPointsIsSeenAtAnyZoom()
    {
        std::vector<float> values(1'000'000, 1.0f);
        values[765'432] = 900;
        ChartFrame chart(QStringLiteral("Spike"));
        chart.resize(700, 160);
        chart.show();
        auto *item = chart.add(new LineItem(QStringLiteral("v"), 0, inSeconds));
        item->setValues(fromMsecs(0), milliseconds(1000), std::make_shared<Pyramid>(values));
        chart.setValueScale(ValueScale::linear(1000, inSeconds));
        for (const int length : {1'000'000, 400'000, 60'000, 2'000}) {
            chart.setTimeAxis({fromMsecs((765'432 - length / 3) * 1000LL), fromMsecs((765'432 - length / 3 + length) * 1000LL)}, QTimeZone::utc());
            const QImage image = chart.toImage(1);
            bool isSeen = false;
            const int y = int(chart.plot().y(600));
            for (int x = int(chart.plot().area.left()); x < int(chart.plot().area.right()); ++x)
                isSeen = isSeen || QColor(image.pixel(x, y)).blue() - QColor(image.pixel(x, y)).red() > 60;
            QVERIFY2(isSeen, qPrintable(QString::number(length)));
        }
    }
    void aGapIsNeverJoined()
    {
        std::vector<float> values(100, 500.0f);
        for (int i = 40; i < 60; ++i)
            values[size_t(i)] = std::nanf("");
        ChartFrame chart(QStringLiteral("Gap"));
        chart.resize(700, 160);
        chart.show();
        chart.add(new LineItem(QStringLiteral("v"), 0, inSeconds))->setValues(fromMsecs(0), minutes(1), std::make_shared<Pyramid>(values));
        chart.setValueScale(ValueScale::linear(1000, inSeconds));
        chart.setTimeAxis({fromMsecs(0), fromMsecs(0) + minutes(100)}, QTimeZone::utc());
        const QImage image = chart.toImage(1);
        const auto blue = [&](double minute) {
            int strongest = 0;
            for (int dy = -2; dy <= 2; ++dy) {
                const QColor c(image.pixel(int(chart.plot().x(fromMsecs(qint64(minute * 60000)))), int(chart.plot().y(500)) + dy));
                strongest = std::max(strongest, c.blue() - c.red());
            }
            return strongest;
        };
        QVERIFY(blue(20) > 60);
        QVERIFY(blue(50) < 20);
    }

    void aDayOf23HoursHasNoTickForTheHourThatIsNotThere()
    {
        const QTimeZone zone("America/New_York");
        const auto ticks = timeTicks(dayRange(QDate(2026, 3, 8), zone), zone, 26 * 62);
        QStringList labels;
        for (const TimeTick &tick : ticks)
            labels << tick.label;
        QCOMPARE(ticks.size(), 24); // 23 hours and the next midnight
        QVERIFY(!labels.contains(QStringLiteral("02:00")));
        QVERIFY(labels.contains(QStringLiteral("03:00")));
        QCOMPARE(ticks[2].at - ticks[1].at, milliseconds(hours(1)));
        QVERIFY(ticks.first().isMidnight && ticks.last().isMidnight);
    }
    void aDayOf25HoursHasTwoTicksForTheHourThatComesTwice()
    {
        const QTimeZone zone("America/New_York");
        const auto ticks = timeTicks(dayRange(QDate(2026, 11, 1), zone), zone, 28 * 62);
        int ones = 0;
        for (const TimeTick &tick : ticks)
            ones += tick.label == QStringLiteral("01:00");
        QCOMPARE(ones, 2);
        QCOMPARE(ticks.size(), 26);
    }
    void ticksAreRoundInZonesOfHalfHours()
    {
        const QTimeZone zone("Asia/Kolkata");
        for (const TimeTick &tick : timeTicks({at("2026-11-20T00:00:00Z"), at("2026-11-21T00:00:00Z")}, zone, 600)) {
            const QTime wall = toDateTime(tick.at, zone).time();
            QCOMPARE(wall.minute(), 0);
            QCOMPARE(wall.hour() % 3, 0);
        }
    }
    void longRangesHaveTicksOnMidnights()
    {
        const QTimeZone zone("Europe/Berlin");
        for (const int days : {7, 30, 90, 400}) {
            const auto ticks = timeTicks({at("2026-11-20T00:00:00Z") - hours(24 * days), at("2026-11-20T00:00:00Z")}, zone, 700);
            QVERIFY2(ticks.size() >= 3 && ticks.size() <= 14, qPrintable(QStringLiteral("%1 days: %2 ticks").arg(days).arg(ticks.size())));
            for (const TimeTick &tick : ticks)
                QCOMPARE(toDateTime(tick.at, zone).time(), QTime(0, 0));
        }
    }
    void amountsBeginAtZeroAndHaveFourToSixRoundSteps()
    {
        for (const double highest : {0.003, 0.7, 1.0, 9.9, 66.5, 104.3, 5920.0, 1e7}) {
            const ValueScale scale = ValueScale::linear(highest, inDollars);
            QCOMPARE(scale.ticks.first(), 0.0);
            QVERIFY2(scale.ticks.size() >= 4 && scale.ticks.size() <= 7, qPrintable(QString::number(highest)));
            QVERIFY(scale.high >= highest);
        }
    }

    void axesAreLabelledWithoutEmptyDecimals()
    {
        const QChar space = format::NoBreakSpace;
        QCOMPARE(axisDuration(0), QStringLiteral("0"));
        QCOMPARE(axisDuration(400), QStringLiteral("400%1ms").arg(space));
        QCOMPARE(axisDuration(1600), QStringLiteral("1.6%1s").arg(space));
        QCOMPARE(axisDuration(2000), QStringLiteral("2%1s").arg(space));
        QCOMPARE(axisMoney(20), QStringLiteral("$20"));
        QCOMPARE(axisMoney(0.5), QStringLiteral("$0.5"));
        QCOMPARE(axisPercent(0.05), QStringLiteral("5%1%").arg(space));
    }

    void hoveringShowsTheSameTimeOnAllChartsOfTheGroup()
    {
        ChartGallery gallery;
        gallery.show();
        QTest::mouseMove(gallery.latencyChart->viewport(), QPoint(300, 60));
        QTRY_VERIFY(gallery.latencyChart->focusKey().has_value());
        QCOMPARE(gallery.heatChart->focusKey(), gallery.latencyChart->focusKey());
        QCOMPARE(*gallery.latencyChart->focusKey() % BinLength.count(), 0);
        auto *tip = gallery.findChild<ChartTip *>();
        QVERIFY(tip && tip->isVisible());
        QVERIFY(tip->words().join(QLatin1Char(' ')).contains(QStringLiteral("p95")));
    }
    void draggingSelectsARangeAndADoubleClickGoesBack()
    {
        ChartGallery gallery;
        gallery.show();
        QSignalSpy ranges(gallery.latencyChart, &ChartFrame::rangeSelected), back(gallery.latencyChart, &ChartFrame::wentBack), clicks(gallery.latencyChart, &ChartFrame::clicked);
        QWidget *view = gallery.latencyChart->viewport();
        QTest::mousePress(view, Qt::LeftButton, {}, QPoint(200, 60));
        QTest::mouseMove(view, QPoint(400, 60));
        QTest::mouseRelease(view, Qt::LeftButton, {}, QPoint(400, 60));
        QCOMPARE(ranges.size(), 1);
        QVERIFY(clicks.isEmpty());
        const auto range = ranges[0][0].value<TimeRange>();
        QVERIFY(std::abs((range.from - gallery.latencyChart->plot().at(200)).count()) <= 1);
        QVERIFY(range.from < range.to && gallery.day.contains(range.from));
        QTest::mouseDClick(view, Qt::LeftButton, {}, QPoint(300, 60));
        QCOMPARE(back.size(), 1);
    }
    void aBoxOnTheHeatMapHasTimesAndDurations()
    {
        ChartGallery gallery;
        gallery.show();
        QSignalSpy boxes(gallery.heatChart, &ChartFrame::boxSelected);
        QWidget *view = gallery.heatChart->viewport();
        QTest::mousePress(view, Qt::LeftButton, {}, QPoint(200, 40));
        QTest::mouseMove(view, QPoint(400, 80));
        QTest::mouseRelease(view, Qt::LeftButton, {}, QPoint(400, 80));
        QCOMPARE(boxes.size(), 1);
        QVERIFY(boxes[0][1].toDouble() < boxes[0][2].toDouble());
        QVERIFY(boxes[0][1].toDouble() >= 99);
    }
    void aClickOnABarTellsItsSlot()
    {
        ChartGallery gallery;
        gallery.show();
        QSignalSpy clicks(gallery.costChart, &ChartFrame::clicked);
        const Plot &plot = gallery.costChart->plot();
        QTest::mouseClick(gallery.costChart->viewport(), Qt::LeftButton, {}, QPoint(int(plot.slotX(20) + plot.slotWidth() / 2), 100));
        QCOMPARE(clicks.size(), 1);
        QCOMPARE(clicks[0][0].toLongLong(), 20);
    }
    void arrowKeysMoveTheFocusPointAndEnterClicks()
    {
        ChartGallery gallery;
        gallery.show();
        gallery.costChart->setFocus(Qt::TabFocusReason);
        QSignalSpy clicks(gallery.costChart, &ChartFrame::clicked);
        QTest::keyClick(gallery.costChart, Qt::Key_Left);
        QCOMPARE(gallery.costChart->focusKey(), std::optional<qint64>(30));
        QTest::keyClick(gallery.costChart, Qt::Key_Left);
        QTest::keyClick(gallery.costChart, Qt::Key_Return);
        QCOMPARE(clicks.size(), 1);
        QCOMPARE(clicks[0][0].toLongLong(), 29);
        QTest::keyClick(gallery.costChart, Qt::Key_Escape);
        QVERIFY(!gallery.costChart->focusKey());
    }
    void controlTShowsTheSameValuesAsATable()
    {
        ChartGallery gallery;
        gallery.show();
        QTest::keyClick(gallery.costChart, Qt::Key_T, Qt::ControlModifier);
        QVERIFY(gallery.costChart->showsTable());
        const TextTable table = gallery.costChart->table();
        QCOMPARE(table.rows.size(), 31);
        QCOMPARE(table.titles.size(), 7);                  // day, five models, forecast
        QCOMPARE(table.rows[2][1], format::NoValue);       // a day that was not read is not $0
        QVERIFY(table.rows[30].last().startsWith(QLatin1Char('$')));
        gallery.costChart->setShowsTable(false);
        QVERIFY(!gallery.costChart->showsTable());
    }
    void assistiveTechnologyGetsNameSentenceAndTable()
    {
        ChartGallery gallery;
        gallery.show();
        QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(gallery.latencyChart);
        QVERIFY(chart);
        QCOMPARE(chart->role(), QAccessible::Chart);
        QCOMPARE(chart->text(QAccessible::Name), QStringLiteral("Response time"));
        QCOMPARE(chart->text(QAccessible::Description), QStringLiteral("p95 is 2.31 s, 16 % over the 2 s target."));
        QAccessibleTableInterface *table = chart->tableInterface();
        QVERIFY(table);
        QCOMPARE(table->columnCount(), 4);
        QVERIFY(table->rowCount() >= 96);
        QVERIFY(table->cellAt(0, 2)->text(QAccessible::Name).startsWith(QStringLiteral("p95, ")));
        QVERIFY(!table->cellAt(0, 9));
    }
    void whatIsSeenCanBeExported()
    {
        ChartGallery gallery;
        gallery.show();
        const QByteArray csv = gallery.costChart->toCsv();
        QVERIFY(csv.startsWith("day,gpt-4o,"));
        QCOMPARE(csv.count("\r\n"), 32);
        QVERIFY(gallery.latencyChart->toCsv().contains("T14:45:00.000Z"));
        QVERIFY(gallery.costChart->toSvg().contains("<svg"));
        const QImage image = gallery.costChart->toImage(2);
        QCOMPARE(image.width(), gallery.costChart->viewport()->width() * 2);
    }
    void theWheelZoomsOnlyWithControl()
    {
        ChartGallery gallery;
        gallery.show();
        const TimeRange before = gallery.latencyChart->plot().range;
        const auto turn = [&](Qt::KeyboardModifiers keys) {
            QWheelEvent wheel(QPointF(300, 60), gallery.latencyChart->viewport()->mapToGlobal(QPointF(300, 60)), {}, QPoint(0, 240), Qt::NoButton, keys, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(gallery.latencyChart->viewport(), &wheel);
        };
        turn(Qt::NoModifier);
        QCOMPARE(gallery.latencyChart->plot().range, before);
        turn(Qt::ControlModifier);
        QVERIFY(gallery.latencyChart->plot().range.length() < before.length());
        QCOMPARE(gallery.heatChart->plot().range, gallery.latencyChart->plot().range);
    }
};

QTEST_MAIN(ChartsTest)
#include "charts_test.moc"
