#include "reports/overview.h"

#include "reports/words.h"

#include <QJsonArray>

namespace qd::reports {

static QJsonObject healthRowJson(const OverviewReport::HealthRow &row)
{
    QJsonArray cells;
    for (const State cell : row.cells)
        cells << stateKey(cell);
    return {{QStringLiteral("id"), row.id}, {QStringLiteral("label"), row.label}, {QStringLiteral("note"), row.note}, {QStringLiteral("state"), stateKey(row.state)}, {QStringLiteral("cells"), cells}, {QStringLiteral("old"), row.isOld}, {QStringLiteral("now"), row.now}, {QStringLiteral("inTarget"), row.inTarget}};
}

QJsonObject OverviewReport::data() const
{
    QJsonArray healthList, overList, sourceList;
    for (const HealthRow &row : health)
        healthList << healthRowJson(row);
    for (const OverTarget &row : overTarget)
        overList << QJsonObject{{QStringLiteral("state"), stateKey(row.state)}, {QStringLiteral("title"), row.title}, {QStringLiteral("says"), row.says}, {QStringLiteral("since"), isoText(row.since)}, {QStringLiteral("page"), row.page}, {QStringLiteral("cause"), row.cause}};
    for (const Source &source : sources)
        sourceList << QJsonObject{{QStringLiteral("label"), source.label}, {QStringLiteral("state"), stateKey(source.state)}, {QStringLiteral("lastAnswer"), source.lastAnswer}, {QStringLiteral("nextTry"), source.nextTry}};
    QJsonObject line{{QStringLiteral("stepSeconds"), double(p95.step.count()) / 1000}, {QStringLiteral("p95"), jsonNumbers(p95.values)}};
    line.insert(QStringLiteral("first"), p95.values.isEmpty() ? QJsonValue() : QJsonValue(isoText(p95.first)));
    return {{QStringLiteral("sentence"), jsonSentence(sentence)},
            {QStringLiteral("range"), jsonRange(range)},
            {QStringLiteral("tiles"), jsonFigures(tiles)},
            {QStringLiteral("healthRange"), jsonRange(healthRange)},
            {QStringLiteral("health"), healthList},
            {QStringLiteral("overTarget"), overList},
            {QStringLiteral("sources"), sourceList},
            {QStringLiteral("events"), jsonEvents(events)},
            {QStringLiteral("series"), line},
            {QStringLiteral("p95Target"), jsonNumber(p95Target)}};
}

} // namespace qd::reports
