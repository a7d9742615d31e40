#include "reports/words.h"

#include <QJsonArray>

#include <cmath>

namespace qd::reports {

QJsonValue jsonNumber(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

QJsonValue jsonNumber(const std::optional<double> &value)
{
    return value ? jsonNumber(*value) : QJsonValue();
}

QJsonValue jsonMoney(const std::optional<Money> &amount)
{
    return amount ? QJsonValue(amount->toDecimal()) : QJsonValue();
}

QJsonValue jsonInstant(const std::optional<Instant> &instant)
{
    return instant ? QJsonValue(isoText(*instant)) : QJsonValue();
}

QJsonObject jsonRange(const TimeRange &range)
{
    return {{QStringLiteral("from"), isoText(range.from)}, {QStringLiteral("to"), isoText(range.to)}};
}

QJsonArray jsonNumbers(const QList<double> &values)
{
    QJsonArray array;
    for (const double value : values)
        array << jsonNumber(value);
    return array;
}

QJsonArray jsonEvents(const QList<Event> &events)
{
    QJsonArray array;
    for (const Event &event : events)
        array << event.toJson();
    return array;
}

QJsonArray jsonFigures(const QList<Figure> &figures)
{
    QJsonArray array;
    for (const Figure &figure : figures)
        array << figure.toJson();
    return array;
}

QJsonObject jsonSentence(const Sentence &sentence)
{
    return {{QStringLiteral("state"), stateKey(sentence.state)}, {QStringLiteral("text"), sentence.text()}};
}

QJsonValue jsonEpisode(const std::optional<Episode> &episode)
{
    if (!episode)
        return {};
    QJsonObject json{{QStringLiteral("since"), isoText(episode->range.from)},
                     {QStringLiteral("until"), episode->isOngoing ? QJsonValue() : QJsonValue(isoText(episode->range.to))},
                     {QStringLiteral("ongoing"), episode->isOngoing},
                     {QStringLiteral("peak"), jsonNumber(episode->peak)}};
    json.insert(QStringLiteral("deploy"), episode->deploy ? QJsonValue(QJsonObject{{QStringLiteral("at"), isoText(episode->deploy->at)}, {QStringLiteral("commit"), shortCommit(*episode->deploy)}, {QStringLiteral("title"), episode->deploy->title}}) : QJsonValue());
    return json;
}

QJsonObject Freshness::toJson() const
{
    static constexpr const char *keys[] = {"live", "filling", "stale", "never", "not-instrumented", "blind"};
    QJsonObject json{{QStringLiteral("state"), QLatin1String(keys[int(state)])},
                     {QStringLiteral("readAt"), jsonInstant(readAt)},
                     {QStringLiteral("newestEvent"), jsonInstant(newestEvent)},
                     {QStringLiteral("since"), jsonInstant(since)},
                     {QStringLiteral("says"), says},
                     {QStringLiteral("fix"), fix},
                     {QStringLiteral("reason"), reason}};
    json.insert(QStringLiteral("covered"), covered ? QJsonValue(jsonRange(*covered)) : QJsonValue());
    return json;
}

QJsonObject Explanation::toJson() const
{
    return {{QStringLiteral("definition"), definition},
            {QStringLiteral("sql"), QString::fromUtf8(sql)},
            {QStringLiteral("prices"), prices},
            {QStringLiteral("rows"), rows},
            {QStringLiteral("bins"), bins},
            {QStringLiteral("errorBound"), errorBound},
            {QStringLiteral("readAt"), jsonInstant(readAt)},
            {QStringLiteral("cost"), cost}};
}

QJsonObject Figure::toJson() const
{
    static constexpr const char *keys[] = {"value", "old", "error", "absent"};
    return {{QStringLiteral("id"), id},
            {QStringLiteral("label"), label},
            {QStringLiteral("shown"), QLatin1String(keys[int(shown)])},
            {QStringLiteral("state"), stateKey(state)},
            {QStringLiteral("text"), unit.isEmpty() ? value : value + QLatin1Char(' ') + unit},
            {QStringLiteral("value"), jsonNumber(raw)},
            {QStringLiteral("note"), note},
            {QStringLiteral("change"), change},
            {QStringLiteral("problem"), problem},
            {QStringLiteral("explanation"), explanation.toJson()}};
}

QJsonObject Event::toJson() const
{
    static constexpr const char *keys[] = {"deploys", "over-target", "providers", "operations"};
    return {{QStringLiteral("lane"), QLatin1String(keys[int(lane)])},
            {QStringLiteral("from"), isoText(from)},
            {QStringLiteral("to"), jsonInstant(to)},
            {QStringLiteral("ongoing"), isOngoing},
            {QStringLiteral("state"), stateKey(state)},
            {QStringLiteral("label"), label}};
}

QJsonObject document(const QString &command, const Inputs &inputs, const Freshness &freshness, const QJsonObject &data, const QList<Check> &checks)
{
    QJsonArray list;
    for (const Check &check : checks)
        list << check.toJson();
    return {{QStringLiteral("schema"), QStringLiteral("quarterdeck/1")},
            {QStringLiteral("command"), command},
            {QStringLiteral("deployment"), inputs.deployment ? QJsonValue(inputs.deployment->name) : QJsonValue()},
            {QStringLiteral("readAt"), jsonInstant(freshness.readAt)},
            {QStringLiteral("freshness"), freshness.toJson()},
            {QStringLiteral("data"), data},
            {QStringLiteral("checks"), list}};
}

} // namespace qd::reports
