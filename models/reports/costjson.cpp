#include "reports/cost.h"

#include "reports/words.h"

#include <QJsonArray>

namespace qd::reports {

namespace {

QJsonObject amountJson(const Amount &amount)
{
    return {{QStringLiteral("recorded"), amount.recorded.toDecimal()}, {QStringLiteral("computed"), amount.computed.toDecimal()}, {QStringLiteral("unpricedTokens"), amount.unpricedTokens}, {QStringLiteral("unpricedCalls"), amount.unpricedCalls}};
}

QJsonValue forecastJson(const std::optional<telemetry::Forecast::Day> &day)
{
    if (!day)
        return {};
    const auto money = [](double dollars) { return Money::fromMicros(qRound64(dollars * 1e6)).toDecimal(); };
    return QJsonObject{{QStringLiteral("expected"), money(day->expected)}, {QStringLiteral("low"), money(day->low)}, {QStringLiteral("high"), money(day->high)}};
}

QJsonObject costDayJson(const CostReport &report, const CostReport::Day &day)
{
    QJsonArray parts;
    for (qsizetype i = 0; i < day.parts.size() && i < report.parts.size(); ++i)
        parts << QJsonObject{{QStringLiteral("name"), report.parts.at(i)}, {QStringLiteral("cost"), day.parts.at(i).toDecimal()}};
    QJsonObject json{{QStringLiteral("day"), day.day.toString(Qt::ISODate)},
                     {QStringLiteral("from"), isoText(day.range.from)},
                     {QStringLiteral("to"), isoText(day.range.to)},
                     {QStringLiteral("covered"), day.isCovered},
                     {QStringLiteral("cost"), day.isCovered ? QJsonValue(day.amount.known().toDecimal()) : QJsonValue()},
                     {QStringLiteral("recorded"), day.isCovered ? QJsonValue(day.amount.recorded.toDecimal()) : QJsonValue()},
                     {QStringLiteral("computed"), day.isCovered ? QJsonValue(day.amount.computed.toDecimal()) : QJsonValue()},
                     {QStringLiteral("unpricedTokens"), day.isCovered ? QJsonValue(day.amount.unpricedTokens) : QJsonValue()},
                     {QStringLiteral("calls"), day.isCovered ? QJsonValue(day.calls) : QJsonValue()},
                     {QStringLiteral("today"), day.isToday},
                     {QStringLiteral("remainder"), forecastJson(day.forecast)}};
    static constexpr const char *keys[] = {"byModel", "byTool", "byUser", "byKind"};
    json.insert(QLatin1String(keys[int(report.stackedBy)]), parts);
    return json;
}

QJsonArray rowsJson(const CostReport &report, const CostReport::Breakdown &breakdown)
{
    QJsonArray rows;
    for (const CostReport::Row &row : breakdown.rows)
        rows << QJsonObject{{QStringLiteral("name"), row.name},
                            {QStringLiteral("label"), row.label},
                            {QStringLiteral("rest"), row.isRest},
                            {QStringLiteral("calls"), row.calls},
                            {QStringLiteral("tokensIn"), row.tokensIn},
                            {QStringLiteral("tokensOut"), row.tokensOut},
                            {QStringLiteral("cost"), row.amount.known().toDecimal()},
                            {QStringLiteral("amount"), amountJson(row.amount)},
                            {QStringLiteral("share"), row.share},
                            {QStringLiteral("perThousand"), jsonMoney(row.perThousand)},
                            {QStringLiteral("before"), report.hasBefore ? QJsonValue(row.before.known().toDecimal()) : QJsonValue()},
                            {QStringLiteral("contribution"), report.hasBefore ? QJsonValue(row.contribution.toDecimal()) : QJsonValue()}};
    return rows;
}

QJsonObject monthForecastJson(const CostReport &report)
{
    const auto money = [](double dollars) { return Money::fromMicros(qRound64(dollars * 1e6)).toDecimal(); };
    QJsonArray days;
    for (const telemetry::Forecast::Day &day : report.forecast.days) {
        QJsonObject one = forecastJson(day).toObject();
        one.insert(QStringLiteral("day"), day.day.toString(Qt::ISODate));
        days << one;
    }
    QJsonObject json{{QStringLiteral("days"), days}, {QStringLiteral("says"), report.forecast.says}, {QStringLiteral("sure"), report.forecast.isSure}, {QStringLiteral("coverage"), jsonNumber(report.forecast.coverage)}, {QStringLiteral("backtests"), report.forecast.backtests}};
    const bool isThere = report.month && !report.forecast.days.isEmpty();
    const double soFar = report.month ? report.month->toDouble() : 0;
    json.insert(QStringLiteral("month"), isThere ? QJsonValue(money(soFar + report.forecast.expected)) : QJsonValue());
    json.insert(QStringLiteral("monthLow"), isThere ? QJsonValue(money(soFar + report.forecast.low)) : QJsonValue());
    json.insert(QStringLiteral("monthHigh"), isThere ? QJsonValue(money(soFar + report.forecast.high)) : QJsonValue());
    return json;
}

bool isOfRange(const CostReport &report, const CostReport::Day &day)
{
    return day.range.from < report.range.to;
}

} // namespace

QJsonObject CostReport::data() const
{
    QJsonArray list;
    for (const Day &day : days) {
        if (isOfRange(*this, day))
            list << costDayJson(*this, day);
    }
    const bool isThere = freshness.hasData() && !days.isEmpty();
    return {{QStringLiteral("sentence"), jsonSentence(sentence)},
            {QStringLiteral("range"), jsonRange(range)},
            {QStringLiteral("previous"), jsonRange(previous)},
            {QStringLiteral("total"), isThere ? QJsonValue(total.known().toDecimal()) : QJsonValue()},
            {QStringLiteral("amount"), isThere ? QJsonValue(amountJson(total)) : QJsonValue()},
            {QStringLiteral("before"), isThere && hasBefore ? QJsonValue(before.known().toDecimal()) : QJsonValue()},
            {QStringLiteral("today"), jsonMoney(today)},
            {QStringLiteral("month"), jsonMoney(month)},
            {QStringLiteral("budgetPerDay"), jsonMoney(budgetPerDay)},
            {QStringLiteral("budgetPerMonth"), jsonMoney(budgetPerMonth)},
            {QStringLiteral("alertPerDay"), jsonMoney(alertPerDay)},
            {QStringLiteral("savedByCaches"), jsonMoney(savedByCaches)},
            {QStringLiteral("days"), list},
            {QStringLiteral("forecast"), monthForecastJson(*this)},
            {QStringLiteral("byTool"), rowsJson(*this, byTool)},
            {QStringLiteral("byModel"), rowsJson(*this, byModel)},
            {QStringLiteral("byUser"), rowsJson(*this, byUser)},
            {QStringLiteral("byKind"), rowsJson(*this, byKind)},
            {QStringLiteral("users"), isThere ? QJsonValue(byUser.distinct) : QJsonValue()},
            {QStringLiteral("unpricedModels"), QJsonArray::fromStringList(unpricedModels)},
            {QStringLiteral("figures"), jsonFigures(figures)},
            {QStringLiteral("events"), jsonEvents(events)}};
}

QByteArray CostReport::csv() const
{
    Csv csv;
    QStringList header{QStringLiteral("day"), QStringLiteral("calls"), QStringLiteral("cost_usd"), QStringLiteral("recorded_usd"), QStringLiteral("computed_usd"), QStringLiteral("unpriced_tokens")};
    for (const QString &part : parts)
        header << part;
    header << QStringLiteral("forecast_usd") << QStringLiteral("forecast_low_usd") << QStringLiteral("forecast_high_usd");
    csv.row(header);
    for (const Day &day : days) {
        QStringList row{day.day.toString(Qt::ISODate)};
        if (day.isCovered)
            row << QString::number(day.calls) << day.amount.known().toDecimal() << day.amount.recorded.toDecimal() << day.amount.computed.toDecimal() << QString::number(day.amount.unpricedTokens);
        else
            row << QString() << QString() << QString() << QString() << QString(); // not known is not 0
        for (qsizetype i = 0; i < parts.size(); ++i)
            row << (day.isCovered && i < day.parts.size() ? day.parts.at(i).toDecimal() : QString());
        if (day.forecast)
            row << Csv::number(day.forecast->expected) << Csv::number(day.forecast->low) << Csv::number(day.forecast->high);
        else
            row << QString() << QString() << QString();
        csv.row(row);
    }
    return csv.text();
}

} // namespace qd::reports
