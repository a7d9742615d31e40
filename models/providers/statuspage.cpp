#include "providers/statuspage.h"

#include "core/redact.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace qd::providers {

namespace {

struct StatusComponent
{
    QString name, status;
    bool isGroup = false;
};

State stateOfComponent(const QString &status)
{
    if (status == QLatin1String("operational"))
        return State::Ok;
    if (status == QLatin1String("degraded_performance") || status == QLatin1String("under_maintenance"))
        return State::Warning;
    if (status == QLatin1String("partial_outage") || status == QLatin1String("major_outage"))
        return State::Failing;
    return State::Unknown;
}

// A word we do not know is shown as the page says it.
QString wordOfComponent(const QString &status)
{
    if (status == QLatin1String("operational"))
        return Statuspage::tr("operational");
    if (status == QLatin1String("degraded_performance"))
        return Statuspage::tr("degraded performance");
    if (status == QLatin1String("under_maintenance"))
        return Statuspage::tr("under maintenance");
    if (status == QLatin1String("partial_outage"))
        return Statuspage::tr("partial outage");
    if (status == QLatin1String("major_outage"))
        return Statuspage::tr("major outage");
    return QString(status).replace(QLatin1Char('_'), QLatin1Char(' '));
}

std::optional<Instant> statusTime(const QJsonValue &value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() ? std::optional(fromDateTime(time)) : std::nullopt;
}

QString plainText(QString text)
{
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    text.replace(tag, QStringLiteral(" "));
    text.replace(QLatin1String("&amp;"), QLatin1String("&")).replace(QLatin1String("&quot;"), QLatin1String("\"")).replace(QLatin1String("&#39;"), QLatin1String("'"));
    return redacted(text).simplified().left(500);
}

QList<StatusIncident> incidentsFrom(const QJsonArray &rows)
{
    QList<StatusIncident> incidents;
    for (const QJsonValue &row : rows) {
        const QJsonObject incident = row.toObject();
        const std::optional<Instant> created = statusTime(incident.value(QLatin1String("created_at")));
        const QString id = incident.value(QLatin1String("id")).toString();
        if (id.isEmpty() || !created)
            continue; // optional on compatibility copies; the components decide, not these
        const QJsonArray updates = incident.value(QLatin1String("incident_updates")).toArray();
        incidents.append({id, plainText(incident.value(QLatin1String("name")).toString()), incident.value(QLatin1String("status")).toString(),
                          incident.value(QLatin1String("impact")).toString(), *created,
                          updates.isEmpty() ? QString() : plainText(updates.first().toObject().value(QLatin1String("body")).toString())});
    }
    return incidents;
}

// The components that matter; one that was asked for and is not on the page is unknown.
QList<StatusComponent> relevant(const QList<StatusComponent> &all, const QStringList &wanted)
{
    QList<StatusComponent> chosen;
    if (wanted.isEmpty()) {
        std::ranges::copy_if(all, std::back_inserter(chosen), [](const StatusComponent &component) { return !component.isGroup; });
        return chosen;
    }
    for (const QString &name : wanted) {
        const auto it = std::ranges::find_if(all, [&](const StatusComponent &component) { return component.name.compare(name, Qt::CaseInsensitive) == 0; });
        chosen.append(it == all.end() ? StatusComponent{name, {}, false} : *it);
    }
    return chosen;
}

void judge(StatusSummary &summary, const QList<StatusComponent> &components, bool areNamed)
{
    QList<Check> checks;
    QStringList troubles;
    for (const StatusComponent &component : components) {
        Check check;
        check.state = stateOfComponent(component.status);
        checks.append(check);
        if (component.status.isEmpty())
            troubles << Statuspage::tr("%1: not on the page").arg(component.name);
        else if (check.state != State::Ok)
            //: %1 is a part of a provider, %2 its state: "Database: partial outage"
            troubles << Statuspage::tr("%1: %2").arg(component.name, wordOfComponent(component.status));
    }
    summary.state = worst(checks);
    if (components.isEmpty())
        summary.says = Statuspage::tr("the page lists no components");
    else if (!troubles.isEmpty())
        summary.says = troubles.join(QStringLiteral(", "));
    else
        summary.says = areNamed ? Statuspage::tr("all named components operational") : Statuspage::tr("all components operational");
}

Result<StatusSummary> summaryFrom(const QString &provider, const QJsonDocument &json, const QStringList &wanted)
{
    const auto otherShape = [&](const QString &detail) {
        return failure(Error::Kind::Wrong, Statuspage::tr("The status page of %1 answered in a shape that is not known, so nothing is concluded from it.").arg(provider), detail);
    };
    const QJsonObject page = json.object().value(QLatin1String("page")).toObject();
    const QJsonValue rows = json.object().value(QLatin1String("components"));
    if (page.value(QLatin1String("name")).toString().isEmpty() || !rows.isArray())
        return otherShape(QStringLiteral("page.name or components[] is missing"));
    QList<StatusComponent> components;
    for (const QJsonValue &row : rows.toArray()) {
        const QJsonObject component = row.toObject();
        const StatusComponent found{component.value(QLatin1String("name")).toString(), component.value(QLatin1String("status")).toString(), component.value(QLatin1String("group")).toBool()};
        if (found.name.isEmpty() || found.status.isEmpty())
            return otherShape(QStringLiteral("a component without name or status"));
        components.append(found);
    }
    StatusSummary summary;
    summary.page = page.value(QLatin1String("name")).toString();
    summary.updatedAt = statusTime(page.value(QLatin1String("updated_at")));
    summary.incidents = incidentsFrom(json.object().value(QLatin1String("incidents")).toArray());
    judge(summary, relevant(components, wanted), !wanted.isEmpty());
    return summary;
}

} // namespace

Statuspage::Statuspage(QString provider, QUrl base, QStringList components, QObject *parent)
    : QObject(parent)
    , m_http(std::move(provider), std::move(base))
    , m_components(std::move(components))
{
}

Reply<StatusSummary> Statuspage::summary()
{
    const Answer<StatusSummary> answer;
    Reply<QJsonDocument> raw = m_http.getJson(QStringLiteral("/api/v2/summary.json"));
    answer.onCancel(this, [raw]() mutable { raw.cancel(); });
    whenAnswered(raw, this, [this, answer](Result<QJsonDocument> json) {
        answer.give(json ? summaryFrom(m_http.provider(), *json, m_components) : Result<StatusSummary>(failure(json.error())));
    });
    return answer.reply();
}

} // namespace qd::providers
