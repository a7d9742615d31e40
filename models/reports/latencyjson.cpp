#include "reports/latency.h"

#include "reports/words.h"

#include <QJsonArray>

namespace qd::reports {

static QJsonObject operationJson(const LatencyReport::Operation &operation)
{
    const bool isKind = operation.name.startsWith(QLatin1String("kind:"));
    return {{QStringLiteral("name"), operation.name.isEmpty() ? QStringLiteral("requests") : isKind ? operation.name.mid(5) : operation.name},
            {QStringLiteral("type"), operation.name.isEmpty() ? QStringLiteral("requests") : isKind ? QStringLiteral("kind") : QStringLiteral("tool")},
            {QStringLiteral("label"), operation.label},
            {QStringLiteral("calls"), operation.calls},
            {QStringLiteral("p50"), jsonNumber(operation.p50)},
            {QStringLiteral("p95"), jsonNumber(operation.p95)},
            {QStringLiteral("p99"), jsonNumber(operation.p99)},
            {QStringLiteral("target"), jsonNumber(operation.target)},
            {QStringLiteral("change"), jsonNumber(operation.change)},
            {QStringLiteral("errorRate"), jsonNumber(operation.errorRate)},
            {QStringLiteral("few"), operation.isFew},
            {QStringLiteral("state"), stateKey(operation.state)}};
}

QJsonObject LatencyReport::data() const
{
    QJsonArray list, since;
    for (const Operation &operation : operations)
        list << operationJson(operation);
    for (const Operation &operation : operationsSince)
        since << operationJson(operation);
    QJsonObject series{{QStringLiteral("stepSeconds"), double(step.count()) / 1000}};
    if (!lines.isEmpty())
        series.insert(QStringLiteral("first"), isoText(lines.first().first));
    for (const Line &line : lines)
        series.insert(line.id, jsonNumbers(line.values));
    QJsonArray counts;
    for (const qint64 count : callsPerStep)
        counts << count;
    series.insert(QStringLiteral("calls"), counts);
    return {{QStringLiteral("sentence"), jsonSentence(sentence)},
            {QStringLiteral("range"), jsonRange(range)},
            {QStringLiteral("recorded"), isRecorded},
            {QStringLiteral("target"), jsonNumber(target)},
            {QStringLiteral("overTarget"), isRecorded && freshness.hasData() ? QJsonValue(overTarget) : QJsonValue()},
            {QStringLiteral("operations"), list},
            {QStringLiteral("operationsSince"), since},
            {QStringLiteral("series"), series},
            {QStringLiteral("episode"), jsonEpisode(episode)},
            {QStringLiteral("slowPart"), slowPart.isEmpty() ? QJsonValue() : QJsonValue(slowPart)},
            {QStringLiteral("figures"), jsonFigures(figures)},
            {QStringLiteral("events"), jsonEvents(events)}};
}

QByteArray LatencyReport::csv() const
{
    Csv csv;
    csv.row({QStringLiteral("operation"), QStringLiteral("calls"), QStringLiteral("p50_ms"), QStringLiteral("p95_ms"), QStringLiteral("p99_ms"), QStringLiteral("target_ms"), QStringLiteral("change_ms"), QStringLiteral("error_rate"), QStringLiteral("state")});
    for (const Operation &operation : operations)
        csv.row({operation.label, QString::number(operation.calls), Csv::number(operation.p50), Csv::number(operation.p95), Csv::number(operation.p99), Csv::number(operation.target), Csv::number(operation.change), Csv::number(operation.errorRate), stateKey(operation.state)});
    csv.row({});
    csv.row({QStringLiteral("time"), QStringLiteral("requests"), QStringLiteral("p50_ms"), QStringLiteral("p95_ms"), QStringLiteral("p99_ms")});
    for (qsizetype i = 0; i < callsPerStep.size() && lines.size() == 3; ++i)
        csv.row({isoText(lines.first().first + step * i), QString::number(callsPerStep.at(i)), Csv::number(lines.at(0).values.at(i)), Csv::number(lines.at(1).values.at(i)), Csv::number(lines.at(2).values.at(i))});
    return csv.text();
}

} // namespace qd::reports
