// A coverage as it is kept in the mirror: JSON, because it is small and grows fields.

#include "telemetry/mirrorprivate.h"
#include "telemetry/packing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace qd::telemetry {

namespace {

constexpr qint64 CoveragePlace = 0x636f766572; // a coverage is no bin

// A text, because a double of JSON keeps 53 bits only.
QJsonValue written(qint64 number)
{
    return QString::number(number);
}

QJsonValue written(const std::optional<Instant> &instant)
{
    return instant ? written(toMsecs(*instant)) : QJsonValue();
}

qint64 numberRead(const QJsonValue &value)
{
    return value.toString().toLongLong();
}

std::optional<Instant> instantRead(const QJsonValue &value)
{
    bool isNumber = false;
    const qint64 ms = value.toString().toLongLong(&isNumber);
    return isNumber ? std::optional(fromMsecs(ms)) : std::nullopt;
}

QJsonArray written(const TimeRange &range)
{
    return {written(toMsecs(range.from)), written(toMsecs(range.to))};
}

TimeRange rangeRead(const QJsonArray &array)
{
    return {fromMsecs(numberRead(array.at(0))), fromMsecs(numberRead(array.at(1)))};
}

} // namespace

QByteArray packedCoverage(const Coverage &coverage)
{
    QJsonArray islands;
    for (const TimeRange &island : coverage.islands)
        islands.append(written(island));
    const QJsonObject json{
        {QStringLiteral("bins"), coverage.bins ? QJsonValue(written(*coverage.bins)) : QJsonValue()},
        {QStringLiteral("readAt"), written(coverage.readAt)},
        {QStringLiteral("newestEvent"), written(coverage.newestEvent)},
        {QStringLiteral("rows"), written(coverage.rows)},
        {QStringLiteral("isBackfillDone"), coverage.isBackfillDone},
        {QStringLiteral("sourceBegins"), written(coverage.sourceBegins)},
        {QStringLiteral("auditedAt"), written(coverage.auditedAt)},
        {QStringLiteral("auditRepairs"), written(coverage.auditRepairs)},
        {QStringLiteral("isInstrumented"), coverage.isInstrumented},
        {QStringLiteral("note"), coverage.note},
        {QStringLiteral("islands"), islands},
        {QStringLiteral("prunedBefore"), written(coverage.prunedBefore)},
        {QStringLiteral("watermark"), written(coverage.watermark)},
        {QStringLiteral("openSince"), written(coverage.openSince)},
        {QStringLiteral("mapping"), QString::fromLatin1(coverage.mapping.toHex())},
    };
    Packer packer;
    packer.raw(QJsonDocument(json).toJson(QJsonDocument::Compact));
    return packer.sealed(CoveragePlace);
}

std::optional<Coverage> coverageFrom(const QByteArray &blob)
{
    const auto content = unsealed(blob, CoveragePlace);
    if (!content)
        return {};
    const QJsonObject json = QJsonDocument::fromJson(*content).object();
    const auto value = [&json](const char *key) { return json.value(QLatin1String(key)); };
    Coverage coverage;
    if (value("bins").isArray())
        coverage.bins = rangeRead(value("bins").toArray());
    coverage.readAt = instantRead(value("readAt"));
    coverage.newestEvent = instantRead(value("newestEvent"));
    coverage.rows = numberRead(value("rows"));
    coverage.isBackfillDone = value("isBackfillDone").toBool();
    coverage.sourceBegins = instantRead(value("sourceBegins"));
    coverage.auditedAt = instantRead(value("auditedAt"));
    coverage.auditRepairs = numberRead(value("auditRepairs"));
    coverage.isInstrumented = value("isInstrumented").toBool(true);
    coverage.note = value("note").toString();
    for (const QJsonValue &island : value("islands").toArray())
        coverage.islands.append(rangeRead(island.toArray()));
    coverage.prunedBefore = instantRead(value("prunedBefore"));
    coverage.watermark = instantRead(value("watermark"));
    coverage.openSince = instantRead(value("openSince"));
    coverage.mapping = QByteArray::fromHex(value("mapping").toString().toLatin1());
    return coverage;
}

} // namespace qd::telemetry
