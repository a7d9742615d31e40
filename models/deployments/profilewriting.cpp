#include "deployments/profilefile.h"
#include "deployments/tomlfile.h"

#include <QCoreApplication>

namespace qd {

namespace {

QString writtenKey(const char *key)
{
    return QString::fromLatin1(key);
}

QString writtenSeconds(int seconds)
{
    if (seconds % 3600 == 0 && seconds > 0)
        return QStringLiteral("%1h").arg(seconds / 3600);
    if (seconds % 60 == 0 && seconds > 0)
        return QStringLiteral("%1m").arg(seconds / 60);
    return QStringLiteral("%1s").arg(seconds);
}

void writeSource(TomlWriter &out, const TelemetrySource &source)
{
    static const TelemetrySource plain;
    out.heading(writtenKey("sources"));
    if (source.name != source.table)
        out.text(writtenKey("name"), source.name);
    if (source.schema != plain.schema)
        out.text(writtenKey("schema"), source.schema);
    out.text(writtenKey("table"), source.table);
    for (const SourceFieldKey &entry : SourceFieldKeys) {
        out.text(writtenKey(entry.key), (source.*entry.field).text());
        if (entry.field == &TelemetrySource::id)
            out.flag(writtenKey("id_is_monotone"), source.idIsMonotone, plain.idIsMonotone);
        if (entry.field == &TelemetrySource::time)
            out.text(writtenKey("time_zone"), source.timeZone);
        if (entry.field == &TelemetrySource::tokensCached)
            out.flag(writtenKey("cached_inside_input"), source.cachedInsideInput, plain.cachedInsideInput);
        if (entry.field == &TelemetrySource::status)
            out.texts(writtenKey("error_statuses"), source.errorStatuses);
    }
    out.texts(writtenKey("request_kinds"), source.requestKinds);
    out.texts(writtenKey("cost_kinds"), source.costKinds);
    out.texts(writtenKey("tool_kinds"), source.toolKinds);
    out.texts(writtenKey("input_kinds"), source.inputKinds);
    out.texts(writtenKey("output_kinds"), source.outputKinds);
    out.text(writtenKey("where"), source.where);
}

void writeTargets(TomlWriter &out, const Profile &profile)
{
    for (const MetricTarget &target : profile.targets) {
        out.heading(writtenKey("targets"));
        out.text(writtenKey("metric"), target.metric);
        out.text(writtenKey("operation"), target.operation);
        out.text(writtenKey("label"), target.label);
        out.number(writtenKey(target.isUpper ? "at_most" : "at_least"), target.limit);
    }
    for (const AlertRuleFacts &alert : profile.alerts) {
        out.heading(writtenKey("alerts"));
        out.text(writtenKey("name"), alert.name);
        out.text(writtenKey("metric"), alert.metric);
        out.text(writtenKey("operation"), alert.operation);
        out.number(writtenKey("above"), alert.threshold);
        out.text(writtenKey("severity"), alert.severity);
        out.text(writtenKey("window"), writtenSeconds(alert.windowSeconds));
        out.text(writtenKey("for"), writtenSeconds(alert.forSeconds));
        out.text(writtenKey("note"), alert.note);
    }
}

void writeExpectations(TomlWriter &out, const Profile &profile)
{
    for (const ToolFacts &tool : profile.tools) {
        out.heading(writtenKey("tools"));
        out.text(writtenKey("name"), tool.name);
        out.text(writtenKey("category"), tool.category);
        if (tool.estimateMs != 0)
            out.number(writtenKey("estimate_ms"), tool.estimateMs);
        out.flag(writtenKey("writes"), tool.writes, false);
    }
    for (const HealthProbe &probe : profile.probes) {
        out.heading(writtenKey("probes"));
        out.text(writtenKey("name"), probe.name);
        out.text(writtenKey("method"), probe.method);
        out.text(writtenKey("path"), probe.path);
        QStringList status;
        for (const int code : probe.expectedStatus)
            status << QString::number(code);
        if (!status.isEmpty())
            out.raw(writtenKey("status"), QStringLiteral("[%1]").arg(status.join(QStringLiteral(", "))));
        out.texts(writtenKey("expect"), probe.expectJson.split(u'\n', Qt::SkipEmptyParts));
        out.text(writtenKey("at_most_every"), writtenSeconds(probe.minimumIntervalSeconds));
        out.text(writtenKey("caveat"), probe.caveat);
    }
}

void writeLists(TomlWriter &out, const Profile &profile)
{
    for (const Variable &variable : profile.variables) {
        out.heading(writtenKey("variables"));
        out.text(writtenKey("name"), variable.name);
        out.texts(writtenKey("aliases"), variable.aliases);
        out.flag(writtenKey("required"), variable.required, true);
        out.text(writtenKey("pattern"), variable.pattern);
        out.text(writtenKey("note"), variable.note);
    }
    for (const ProviderFacts &provider : profile.providers) {
        out.heading(writtenKey("providers"));
        out.text(writtenKey("id"), provider.id);
        out.text(writtenKey("status_page"), provider.statusPage);
        out.texts(writtenKey("components"), provider.components);
    }
    for (const ChecklistItem &item : profile.checklist) {
        out.heading(writtenKey("checklist"));
        out.text(writtenKey("id"), item.id);
        out.text(writtenKey("group"), item.group);
        out.text(writtenKey("text"), item.text);
    }
}

} // namespace

QByteArray toToml(const Profile &profile)
{
    TomlWriter out;
    out.comment(QStringLiteral("A profile of Quarterdeck: what this kind of system calls its tables and columns, and what\n"
                               "is expected of it. Written by Quarterdeck; change what you like. A field is a column\n"
                               "(created_at), a path into JSON (metadata.model), another unit (duration * 1000), a\n"
                               "difference of times (ended_at - started_at) or a constant (=gpt-4o-mini)."));
    out.blank();
    out.text(writtenKey("id"), profile.id);
    if (profile.name != profile.id)
        out.text(writtenKey("name"), profile.name);
    out.text(writtenKey("summary"), profile.summary);
    out.texts(writtenKey("fingerprint"), profile.fingerprint);
    out.texts(writtenKey("never_created"), profile.neverCreated);
    out.texts(writtenKey("notes"), profile.notes);
    if (profile.budgetPerDay || profile.budgetPerMonth || profile.alertPerDay) {
        out.table(writtenKey("budget"));
        out.money(writtenKey("per_day"), profile.budgetPerDay);
        out.money(writtenKey("per_month"), profile.budgetPerMonth);
        out.money(writtenKey("alert_per_day"), profile.alertPerDay);
    }
    if (!profile.labels.isEmpty()) {
        out.table(writtenKey("labels"));
        for (auto label = profile.labels.cbegin(); label != profile.labels.cend(); ++label)
            out.raw(label.key(), TomlWriter::quoted(label.value()));
    }
    for (const TelemetrySource &source : profile.sources)
        writeSource(out, source);
    writeRetrieval(out, profile.retrieval);
    writeTargets(out, profile);
    writeExpectations(out, profile);
    writeLists(out, profile);
    return out.result();
}

} // namespace qd
