#include "app/commands/times.h"

#include "app/application.h"
#include "core/settings.h"

#include <QCoreApplication>

namespace qd::app {

Result<QTimeZone> zoneFrom(const CommandLine &line)
{
    if (!line.has("zone"))
        return zoneFromText(settings::Zone.value());
    const QString text = line.value("zone");
    if (text == QLatin1String("system") || text == QLatin1String("local"))
        return QTimeZone::systemTimeZone();
    const QTimeZone zone(text.toLatin1());
    if (!zone.isValid())
        return failure(Error::Kind::Wrong, QCoreApplication::translate("CommandLine", "There is no time zone “%1”. Examples: UTC, Europe/Berlin, system.").arg(text));
    return zone;
}

Result<TimeRange> rangeFrom(const CommandLine &line, Instant now, const QTimeZone &zone, const QString &fallback)
{
    const Result<RangeRequest> request = RangeRequest::parse(line.has("range") ? line.value("range") : fallback);
    return request ? request->resolve(now, zone) : failure(request.error());
}

} // namespace qd::app
