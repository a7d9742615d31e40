// Pan and zoom of four linked charts of 10 million points each, beside plain QLineSeries on the
// same machine in the same run. The bar: at most 8 ms of processor time per frame for all four.

#include "bench/stopwatch.h"

#include "widgets/charts/chartframe.h"
#include "widgets/charts/lineitem.h"
#include "widgets/charts/markitems.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QChart>
#include <QLineSeries>
#include <QValueAxis>

#include <cmath>
#include <cstdio>
#include <memory>

using namespace qd;
using std::chrono::hours;

namespace {

constexpr int ChartPoints = 10'000'000;
constexpr milliseconds ChartStep{1000};
const Instant chartBegin = fromMsecs(1'760'000'000'000);

std::vector<float> benchValues(int seed)
{
    std::vector<float> values(ChartPoints);
    quint32 state = quint32(seed) * 2654435761u + 1;
    for (int i = 0; i < ChartPoints; ++i) {
        state = state * 1664525u + 1013904223u;
        values[size_t(i)] = float(1500 + 400 * std::sin(i * 0.0005) + double(state >> 20) * 0.2);
    }
    return values;
}

// A frame: a new range for all charts, and all four painted.
struct BenchCharts
{
    ChartGroup group;
    std::vector<std::unique_ptr<ChartFrame>> frames;

    BenchCharts()
    {
        for (int i = 0; i < 4; ++i) {
            auto frame = std::make_unique<ChartFrame>(QStringLiteral("Chart %1").arg(i));
            frame->setGroup(&group);
            frame->resize(1208, 180);
            auto *line = frame->add(new LineItem(QStringLiteral("p95"), i, axisDuration));
            line->setValues(chartBegin, ChartStep, std::make_shared<Pyramid>(benchValues(i)));
            line->setEndLabel(true);
            frame->add(new LimitItem(LimitItem::Kind::Target, QStringLiteral("target 2 s"), 2000));
            frame->setValueScale(ValueScale::linear(3000, axisDuration));
            frame->setTimeAxis({chartBegin, chartBegin + ChartStep * ChartPoints}, QTimeZone("Europe/Berlin"));
            frame->show();
            frames.push_back(std::move(frame));
        }
    }
    void frame(const TimeRange &range)
    {
        group.setView(range);
        for (const auto &each : frames)
            each->viewport()->grab();
    }
};

double benchSeries(int points, const std::vector<float> &values)
{
    QChart *chart = new QChart;
    QChartView view(chart);
    view.resize(1208, 180);
    auto *series = new QLineSeries;
    QList<QPointF> all;
    all.reserve(points);
    for (int i = 0; i < points; ++i)
        all.append({double(i), double(values[size_t(i)])});
    series->replace(all);
    chart->addSeries(series);
    chart->createDefaultAxes();
    chart->legend()->hide();
    view.show();
    view.grab();
    auto *axis = static_cast<QValueAxis *>(chart->axes(Qt::Horizontal).first());
    int turn = 0;
    return bench::shortestMs(5, [&] {
        ++turn;
        axis->setRange(points * 0.1 + turn, points * 0.9 + turn);
        view.viewport()->grab();
    });
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    Theme::start();
    const double build = bench::shortestMs(3, [values = benchValues(1)] { Pyramid pyramid(values); });
    BenchCharts charts;
    const milliseconds whole = ChartStep * ChartPoints;
    struct { const char *name; milliseconds length; } zooms[] = {{"everything (116 days)", whole}, {"30 days", hours(24 * 30)}, {"1 day", hours(24)}, {"20 minutes", std::chrono::minutes(20)}, {"3 minutes", std::chrono::minutes(3)}};
    std::printf("pyramid of 10 M points: %.1f ms\n4 linked charts of 10 M points, 1208 × 180, processor time per frame\n", build);
    double worst = 0;
    for (const auto &zoom : zooms) {
        int turn = 0;
        const Instant from = chartBegin + (whole - zoom.length) / 2;
        const double pan = bench::shortestMs(15, [&] { charts.frame({from + zoom.length * ++turn / 400, from + zoom.length * turn / 400 + zoom.length}); });
        const double zoomed = bench::shortestMs(15, [&] { charts.frame({from, from + zoom.length - zoom.length * ++turn / 400}); });
        worst = std::max({worst, pan, zoomed});
        std::printf("  %-22s pan %5.2f ms, zoom %5.2f ms\n", zoom.name, pan, zoomed);
    }
    std::printf("  worst %.2f ms of 8\n", worst);
    const std::vector<float> values = benchValues(2);
    for (const int points : {10'000, 100'000, 1'000'000}) {
        const double plain = benchSeries(points, values);
        std::printf("one QLineSeries of %7d points: pan %8.1f ms; our chart of 10,000,000: %.2f ms, ratio 1 : %.0f\n", points, plain, worst / 4, plain / (worst / 4));
    }
    return 0;
}
