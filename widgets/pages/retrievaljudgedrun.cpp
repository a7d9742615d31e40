// A run over judged questions as a file, so that the next one can be held against it.

#include "widgets/pages/retrievalevaluation.h"

#include <QJsonArray>
#include <QJsonObject>

namespace qd {

static QJsonArray measuresJson(const QList<double> &values)
{
    QJsonArray array;
    for (const double value : values)
        array << value;
    return array;
}

static QList<double> measuresFrom(const QJsonValue &json)
{
    QList<double> values;
    for (const QJsonValue &value : json.toArray())
        values << value.toDouble();
    return values;
}

QJsonObject JudgedRun::toJson() const
{
    QJsonObject queries;
    for (auto query = perQuery.cbegin(); query != perQuery.cend(); ++query)
        queries.insert(query.key(), measuresJson(*query));
    return {{QStringLiteral("at"), at.toString(Qt::ISODate)}, {QStringLiteral("settings"), settings.toJson()}, {QStringLiteral("snapshot"), snapshot}, {QStringLiteral("measures"), QJsonArray::fromStringList(RetrievalEvaluation::measureNames())}, {QStringLiteral("perQuery"), queries}, {QStringLiteral("mean"), measuresJson(mean)}};
}

// Nothing for a file of other measures: numbers of different names are not compared.
std::optional<JudgedRun> JudgedRun::fromJson(const QJsonObject &json)
{
    if (json.value(QStringLiteral("measures")).toArray() != QJsonArray::fromStringList(RetrievalEvaluation::measureNames()))
        return {};
    const auto settings = retrieval::SearchSettings::fromJson(json.value(QStringLiteral("settings")).toObject());
    if (!settings)
        return {};
    JudgedRun run;
    run.at = QDateTime::fromString(json.value(QStringLiteral("at")).toString(), Qt::ISODate);
    run.settings = *settings;
    run.snapshot = json.value(QStringLiteral("snapshot")).toString();
    const QJsonObject queries = json.value(QStringLiteral("perQuery")).toObject();
    for (auto query = queries.begin(); query != queries.end(); ++query)
        run.perQuery.insert(query.key(), measuresFrom(query.value()));
    run.mean = measuresFrom(json.value(QStringLiteral("mean")));
    const qsizetype count = RetrievalEvaluation::measureNames().size();
    if (run.mean.size() != count || std::any_of(run.perQuery.cbegin(), run.perQuery.cend(), [count](const QList<double> &values) { return values.size() != count; }))
        return {};
    return run;
}

} // namespace qd
