#include "reports/errors.h"

#include "reports/words.h"

#include <QJsonArray>

namespace qd::reports {

static QJsonObject errorGroupJson(const ErrorsReport::Group &group)
{
    return {{QStringLiteral("message"), group.message},
            {QStringLiteral("class"), telemetry::errorClassKey(group.errorClass)},
            {QStringLiteral("httpStatus"), group.httpStatus ? QJsonValue(group.httpStatus) : QJsonValue()},
            {QStringLiteral("code"), group.code},
            {QStringLiteral("count"), group.count},
            {QStringLiteral("users"), group.users},
            {QStringLiteral("first"), isoText(group.first)},
            {QStringLiteral("last"), isoText(group.last)},
            {QStringLiteral("sinceDeploy"), group.sinceDeploy.isEmpty() ? QJsonValue() : QJsonValue(group.sinceDeploy)},
            {QStringLiteral("new"), group.isNew},
            {QStringLiteral("inStream"), group.isInStream}};
}

QJsonObject ErrorsReport::data() const
{
    QJsonArray list;
    for (const Group &group : groups)
        list << errorGroupJson(group);
    QJsonObject classes;
    for (int i = 0; i < telemetry::ErrorClasses; ++i) {
        QJsonArray counts;
        for (const qint64 count : byClass[size_t(i)])
            counts << count;
        classes.insert(telemetry::errorClassKey(telemetry::ErrorClass(i)), counts);
    }
    QJsonObject series{{QStringLiteral("stepSeconds"), double(step.count()) / 1000}, {QStringLiteral("rate"), jsonNumbers(rate.values)}, {QStringLiteral("rateByStatus"), jsonNumbers(rateByStatus.values)}, {QStringLiteral("byClass"), classes}};
    series.insert(QStringLiteral("first"), rate.values.isEmpty() ? QJsonValue() : QJsonValue(isoText(rate.first)));
    return {{QStringLiteral("sentence"), jsonSentence(sentence)},
            {QStringLiteral("range"), jsonRange(range)},
            {QStringLiteral("recorded"), isRecorded},
            {QStringLiteral("limit"), jsonNumber(limit)},
            {QStringLiteral("groups"), list},
            {QStringLiteral("series"), series},
            {QStringLiteral("episode"), jsonEpisode(episode)},
            {QStringLiteral("figures"), jsonFigures(figures)},
            {QStringLiteral("events"), jsonEvents(events)}};
}

QByteArray ErrorsReport::csv() const
{
    Csv csv;
    csv.row({QStringLiteral("message"), QStringLiteral("class"), QStringLiteral("http_status"), QStringLiteral("code"), QStringLiteral("count"), QStringLiteral("users"), QStringLiteral("first"), QStringLiteral("last"), QStringLiteral("since_deploy"), QStringLiteral("new")});
    for (const Group &group : groups)
        csv.row({group.message, telemetry::errorClassKey(group.errorClass), group.httpStatus ? QString::number(group.httpStatus) : QString(), group.code, QString::number(group.count), QString::number(group.users), isoText(group.first), isoText(group.last), group.sinceDeploy, group.isNew ? QStringLiteral("true") : QStringLiteral("false")});
    csv.row({});
    QStringList header{QStringLiteral("time"), QStringLiteral("rate"), QStringLiteral("rate_by_status")};
    for (int i = 0; i < telemetry::ErrorClasses; ++i)
        header << telemetry::errorClassKey(telemetry::ErrorClass(i));
    csv.row(header);
    for (qsizetype i = 0; i < rate.values.size(); ++i) {
        QStringList row{isoText(rate.first + step * i), Csv::number(rate.values.at(i)), Csv::number(rateByStatus.values.at(i))};
        for (const QList<qint64> &counts : byClass)
            row << QString::number(counts.value(i));
        csv.row(row);
    }
    return csv.text();
}

} // namespace qd::reports
