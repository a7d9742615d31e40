#pragma once

// Figures as reports make them, with fixed values, for tests of what paints them.

#include "reports/report.h"

#include <QTest>

#include <cmath>

namespace qd::test {

inline QList<double> wave(int count, double from, double swing, double end)
{
    QList<double> values;
    for (int i = 0; i < count; ++i)
        values.append(from + swing * std::sin(i * 0.35) + swing * 0.4 * std::sin(i * 2.1));
    if (!std::isnan(end))
        values.last() = end;
    return values;
}

inline reports::Figure p95Figure()
{
    reports::Figure figure;
    figure.id = QStringLiteral("p95");
    figure.label = QStringLiteral("p95 response");
    figure.state = State::Warning;
    figure.value = QStringLiteral("2.31");
    figure.unit = QStringLiteral("s");
    figure.note = QStringLiteral("target < 2 s");
    figure.change = QStringLiteral("▲ 0.42 s");
    figure.changeState = State::Warning;
    figure.spark = wave(64, 1.5, 0.2, 2.31);
    figure.sparkTarget = 2;
    figure.explanation.definition = QStringLiteral("95 of 100 requests were faster.");
    return figure;
}

inline reports::Figure errorFigure()
{
    reports::Figure figure = p95Figure();
    figure.id = QStringLiteral("error_rate");
    figure.label = QStringLiteral("Error rate");
    figure.state = State::Ok;
    figure.value = QStringLiteral("1.24");
    figure.unit = QStringLiteral("%");
    figure.note = QStringLiteral("limit 5 %");
    figure.change = QStringLiteral("▲ 0.31 pp");
    figure.spark = wave(64, 1.0, 0.15, 1.4);
    figure.sparkTarget.reset();
    return figure;
}

inline reports::Figure oldFigure()
{
    reports::Figure figure = p95Figure();
    figure.id = QStringLiteral("cost_today");
    figure.label = QStringLiteral("Cost today");
    figure.shown = reports::Figure::Shown::Old;
    figure.value = QStringLiteral("$38.52");
    figure.unit.clear();
    figure.note = QStringLiteral("read at 14:02:11");
    figure.spark.clear();
    for (int i = 0; i < 50; ++i)
        figure.spark.append(i * i * 0.015);
    figure.sparkTarget = 66.5;
    return figure;
}

inline reports::Figure refusedFigure()
{
    reports::Figure figure;
    figure.id = QStringLiteral("cache_hits");
    figure.label = QStringLiteral("Cache hits");
    figure.shown = reports::Figure::Shown::Error;
    figure.state = State::Failing;
    figure.problem = QStringLiteral("permission denied for cache_stats");
    figure.remedy = QStringLiteral("Show the grant needed");
    return figure;
}

inline reports::Figure absentFigure()
{
    reports::Figure figure;
    figure.id = QStringLiteral("cron_failures");
    figure.label = QStringLiteral("Cron failures");
    figure.shown = reports::Figure::Shown::Absent;
    figure.problem = QStringLiteral("pg_cron is not installed in this database");
    figure.remedy = QStringLiteral("Hide tile");
    return figure;
}

} // namespace qd::test
