#include "deployments/profilefile.h"
#include "deployments/tomlfile.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>

namespace qd {

namespace {

struct ReadingWords
{
    Q_DECLARE_TR_FUNCTIONS(Profile)
};

QString profileKey(const char *key)
{
    return QString::fromLatin1(key);
}

const QStringList &knownMetrics()
{
    static const QStringList words{
        QStringLiteral("p50"), QStringLiteral("p95"), QStringLiteral("p99"), QStringLiteral("error_rate"), QStringLiteral("requests"),
        QStringLiteral("cost_day"), QStringLiteral("cost_month"), QStringLiteral("cache_hits"), QStringLiteral("query_p95"),
        QStringLiteral("connections"), QStringLiteral("database_size"), QStringLiteral("timeouts"), QStringLiteral("memory_mb"),
        QStringLiteral("cpu"), QStringLiteral("build_failures"), QStringLiteral("unreachable"), QStringLiteral("provider_errors")};
    return words;
}

void checkSource(TomlTable &table, const TelemetrySource &source)
{
    const auto needs = [&table](const char *key, const QString &says) {
        table.refuse(table.has(profileKey(key)) ? table.line(profileKey(key)) : table.line(), says);
    };
    if (source.id.column.isEmpty())
        needs("id", ReadingWords::tr("“id” is missing here: a column that tells one row from another is needed."));
    if (source.time.column.isEmpty() || !source.time.path.isEmpty() || source.time.scale != 1 || !source.time.minus.isEmpty())
        needs("time", ReadingWords::tr("“time” should be the column that says when the row was written."));
    if (!source.timeZone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(source.timeZone.toUtf8()))
        needs("time_zone", ReadingWords::tr("“time_zone” should be a time zone such as UTC or Europe/Berlin."));
    if (source.status.isMapped() && source.errorStatuses.isEmpty())
        needs("status", ReadingWords::tr("“status” needs “error_statuses” beside it: which words mean that a call failed."));
    if (!source.status.isMapped() && !source.errorStatuses.isEmpty())
        needs("error_statuses", ReadingWords::tr("“error_statuses” needs “status” beside it: where the words are found."));
    if (source.status.isMapped() && source.success.isMapped())
        needs("success", ReadingWords::tr("Either “success” or “status” tells whether a call failed; both are given."));
    const bool usesKinds = !(source.requestKinds + source.costKinds + source.toolKinds + source.inputKinds + source.outputKinds).isEmpty();
    if (usesKinds && !source.kind.isMapped())
        needs("kind", ReadingWords::tr("“kind” is missing here: lists of kinds need to know where the kind is found."));
    if (!source.inputKinds.isEmpty() != !source.outputKinds.isEmpty() || (!source.inputKinds.isEmpty() && !source.tokensTotal.isMapped()))
        needs("input_kinds", ReadingWords::tr("“input_kinds” and “output_kinds” belong together, beside “tokens_total”."));
    for (const QString &kind : source.inputKinds)
        if (source.outputKinds.contains(kind))
            needs("output_kinds", ReadingWords::tr("“%1” cannot be both an input kind and an output kind.").arg(kind));
    if (!isOneCondition(source.where))
        needs("where", ReadingWords::tr("“where” should be one condition without semicolons or comments, and with its quotes and brackets closed."));
}

TelemetrySource sourceFrom(TomlTable table)
{
    TelemetrySource source;
    source.table = table.neededText(profileKey("table"));
    source.name = table.text(profileKey("name"), source.table);
    source.schema = table.text(profileKey("schema"), source.schema);
    for (const SourceFieldKey &entry : SourceFieldKeys)
        source.*entry.field = fieldFrom(table, profileKey(entry.key));
    source.idIsMonotone = table.flag(profileKey("id_is_monotone"), source.idIsMonotone);
    source.timeZone = table.text(profileKey("time_zone"));
    source.cachedInsideInput = table.flag(profileKey("cached_inside_input"), source.cachedInsideInput);
    source.errorStatuses = table.texts(profileKey("error_statuses"));
    source.requestKinds = table.texts(profileKey("request_kinds"));
    source.costKinds = table.texts(profileKey("cost_kinds"));
    source.toolKinds = table.texts(profileKey("tool_kinds"));
    source.inputKinds = table.texts(profileKey("input_kinds"));
    source.outputKinds = table.texts(profileKey("output_kinds"));
    source.where = table.text(profileKey("where"));
    table.finish();
    checkSource(table, source);
    return source;
}

MetricTarget targetFrom(TomlTable table)
{
    MetricTarget target;
    target.metric = table.oneOf(profileKey("metric"), knownMetrics());
    if (target.metric.isEmpty())
        table.refuse(table.line(), ReadingWords::tr("“%1” is missing here; it is needed.").arg(profileKey("metric")));
    target.operation = table.text(profileKey("operation"));
    target.label = table.text(profileKey("label"));
    target.isUpper = !table.has(profileKey("at_least"));
    if (table.has(profileKey("at_least")) == table.has(profileKey("at_most")))
        table.refuse(table.line(), ReadingWords::tr("A target needs either “at_most” or “at_least”."));
    const double most = table.number(profileKey("at_most"), 0), least = table.number(profileKey("at_least"), 0);
    target.limit = target.isUpper ? most : least;
    table.finish();
    return target;
}

HealthProbe probeFrom(TomlTable table)
{
    HealthProbe probe;
    probe.name = table.neededText(profileKey("name"));
    probe.method = table.oneOf(profileKey("method"), {profileKey("GET"), profileKey("HEAD"), profileKey("POST"), profileKey("OPTIONS")}, probe.method);
    probe.path = table.neededText(profileKey("path"));
    probe.expectedStatus = table.integers(profileKey("status"));
    probe.expectJson = table.texts(profileKey("expect")).join(u'\n');
    probe.caveat = table.text(profileKey("caveat"));
    probe.minimumIntervalSeconds = table.seconds(profileKey("at_most_every"), probe.minimumIntervalSeconds);
    if (!probe.path.isEmpty() && !probe.path.startsWith(u'/'))
        table.refuse(table.line(profileKey("path")), ReadingWords::tr("“path” should begin with a slash; the host belongs to the deployment."));
    table.finish();
    return probe;
}

Variable variableFrom(TomlTable table)
{
    Variable variable;
    variable.name = table.neededText(profileKey("name"));
    variable.aliases = table.texts(profileKey("aliases"));
    variable.required = table.flag(profileKey("required"), variable.required);
    variable.pattern = table.text(profileKey("pattern"));
    variable.note = table.text(profileKey("note"));
    const QRegularExpression pattern(variable.pattern);
    if (!pattern.isValid())
        table.refuse(table.line(profileKey("pattern")), ReadingWords::tr("“pattern” should be a regular expression: %1.").arg(pattern.errorString()));
    table.finish();
    return variable;
}

AlertRuleFacts alertFrom(TomlTable table)
{
    AlertRuleFacts alert;
    alert.name = table.neededText(profileKey("name"));
    alert.metric = table.oneOf(profileKey("metric"), knownMetrics());
    alert.operation = table.text(profileKey("operation"));
    alert.severity = table.oneOf(profileKey("severity"), {profileKey("info"), profileKey("warning"), profileKey("critical")}, profileKey("warning"));
    if (!table.has(profileKey("above")))
        table.refuse(table.line(), ReadingWords::tr("“%1” is missing here; it is needed.").arg(profileKey("above")));
    if (alert.metric.isEmpty())
        table.refuse(table.line(), ReadingWords::tr("“%1” is missing here; it is needed.").arg(profileKey("metric")));
    alert.threshold = table.number(profileKey("above"), 0);
    alert.windowSeconds = table.seconds(profileKey("window"), alert.windowSeconds);
    alert.forSeconds = table.seconds(profileKey("for"), alert.forSeconds);
    alert.note = table.text(profileKey("note"));
    table.finish();
    return alert;
}

void readSmallTables(TomlTable &root, Profile &profile)
{
    for (TomlTable table : root.tables(profileKey("tools"))) {
        ToolFacts tool;
        tool.name = table.neededText(profileKey("name"));
        tool.category = table.text(profileKey("category"));
        tool.estimateMs = table.number(profileKey("estimate_ms"), 0);
        tool.writes = table.flag(profileKey("writes"), false);
        table.finish();
        profile.tools << tool;
    }
    QSet<QString> ids;
    for (TomlTable table : root.tables(profileKey("checklist"))) {
        const ChecklistItem item{table.neededText(profileKey("id")), table.neededText(profileKey("text")), table.text(profileKey("group"))};
        if (ids.contains(item.id))
            table.refuse(table.line(profileKey("id")), ReadingWords::tr("There are two checklist items with the id “%1”.").arg(item.id));
        ids.insert(item.id);
        table.finish();
        profile.checklist << item;
    }
    for (TomlTable table : root.tables(profileKey("providers"))) {
        const ProviderFacts provider{table.neededText(profileKey("id")), table.text(profileKey("status_page")), table.texts(profileKey("components"))};
        if (!provider.statusPage.isEmpty() && !provider.statusPage.startsWith(QStringLiteral("https://")))
            table.refuse(table.line(profileKey("status_page")), ReadingWords::tr("“status_page” should be an address that begins with https://."));
        table.finish();
        profile.providers << provider;
    }
}

void readProfileTables(TomlTable &root, Profile &profile)
{
    for (const TomlTable &table : root.tables(profileKey("sources")))
        profile.sources << sourceFrom(table);
    if (auto retrieval = root.table(profileKey("retrieval")))
        profile.retrieval = retrievalFrom(*retrieval);
    for (const TomlTable &table : root.tables(profileKey("targets")))
        profile.targets << targetFrom(table);
    for (const TomlTable &table : root.tables(profileKey("probes")))
        profile.probes << probeFrom(table);
    for (const TomlTable &table : root.tables(profileKey("variables")))
        profile.variables << variableFrom(table);
    for (const TomlTable &table : root.tables(profileKey("alerts")))
        profile.alerts << alertFrom(table);
    if (auto budget = root.table(profileKey("budget"))) {
        profile.budgetPerDay = budget->money(profileKey("per_day"));
        profile.budgetPerMonth = budget->money(profileKey("per_month"));
        profile.alertPerDay = budget->money(profileKey("alert_per_day"));
        budget->finish();
    }
    profile.labels = root.textsByKey(profileKey("labels"));
}

} // namespace

Field fieldFrom(TomlTable &table, const QString &key)
{
    const auto field = Field::parse(table.text(key));
    if (!field)
        table.refuse(table.line(key), ReadingWords::tr("“%1” is not usable: %2").arg(key, field.error().message));
    return field.value_or(Field{});
}

// The condition is sent inside our own statement, so it must not be able to end it.
bool isOneCondition(const QString &where)
{
    if (where.contains(u';') || where.contains(QStringLiteral("--")) || where.contains(QStringLiteral("/*")))
        return false;
    int depth = 0;
    QChar inside;
    for (const QChar c : where) {
        if (!inside.isNull()) {
            if (c == inside)
                inside = QChar();
        } else if (c == u'\'' || c == u'"') {
            inside = c;
        } else if (c == u'(') {
            ++depth;
        } else if (c == u')' && --depth < 0) {
            return false;
        }
    }
    return depth == 0 && inside.isNull();
}

tl::expected<Profile, ProfileProblem> readProfile(const QByteArray &toml, const QString &file)
{
    const auto parsed = parsedToml(toml);
    if (!parsed)
        return tl::unexpected(ProfileProblem{file, parsed.error().line, parsed.error().says});

    std::optional<TomlProblem> problem;
    TomlTable root(*parsed, &problem);
    Profile profile;
    profile.file = file;
    profile.id = root.neededText(profileKey("id"));
    static const QRegularExpression idForm(QStringLiteral("^[a-z0-9][a-z0-9_-]{0,63}$"));
    if (!profile.id.isEmpty() && !idForm.match(profile.id).hasMatch())
        root.refuse(root.line(profileKey("id")), ReadingWords::tr("“id” should be small letters, digits and dashes, such as my-app."));
    profile.name = root.text(profileKey("name"), profile.id);
    profile.summary = root.text(profileKey("summary"));
    profile.fingerprint = root.texts(profileKey("fingerprint"));
    profile.neverCreated = root.texts(profileKey("never_created"));
    profile.notes = root.texts(profileKey("notes"));
    readSmallTables(root, profile);
    readProfileTables(root, profile);
    root.finish();
    if (problem)
        return tl::unexpected(ProfileProblem{file, problem->line, problem->says});
    return profile;
}

} // namespace qd
