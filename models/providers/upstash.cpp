#include "providers/upstash.h"

#include <QJsonArray>

namespace qd::providers {

namespace {

using Found = std::optional<CachedValue>;

// One answer for each command of a pipeline: {"result": …} or {"error": "…"}, all under one 200.
Result<Found> foundIn(const QJsonDocument &answer)
{
    const QJsonArray rows = answer.array();
    for (const QJsonValue &row : rows) {
        if (const QString said = row.toObject().value(QLatin1String("error")).toString(); !said.isEmpty())
            return failure(Error::Kind::Wrong, Upstash::tr("Upstash cannot read this key as text."), said);
    }
    const QJsonValue value = rows.at(0).toObject().value(QLatin1String("result")), left = rows.at(1).toObject().value(QLatin1String("result"));
    constexpr qint64 Never = -1, Gone = -2;
    if (rows.size() != 2 || !(value.isString() || value.isNull()) || !left.isDouble())
        return failure(Error::Kind::Wrong, Upstash::tr("Upstash answered in a shape that is not known, so it is not said whether the key is there."));
    const qint64 milliseconds = left.toInteger();
    if (value.isNull() || milliseconds == Gone) // between the two commands its time may have come
        return Found();
    return Found(CachedValue{value.toString().toUtf8(), milliseconds == Never ? std::nullopt : std::optional(std::chrono::milliseconds(milliseconds))});
}

} // namespace

Upstash::Upstash(QUrl base, const Secret &token, QObject *parent)
    : QObject(parent)
    , m_http(QStringLiteral("Upstash"), std::move(base))
{
    m_http.setBearer(token);
}

Reply<std::optional<CachedValue>> Upstash::get(const QString &key)
{
    const QJsonArray commands{QJsonArray{QStringLiteral("GET"), key}, QJsonArray{QStringLiteral("PTTL"), key}};
    Reply<QJsonDocument> raw = m_http.askJson(QStringLiteral("/pipeline"), commands);
    const Answer<Found> answer;
    answer.onCancel(this, [raw]() mutable { raw.cancel(); });
    whenAnswered(raw, this, [answer](Result<QJsonDocument> got) { answer.give(got ? foundIn(*got) : Result<Found>(failure(got.error()))); });
    return answer.reply();
}

} // namespace qd::providers
