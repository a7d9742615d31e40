#include "demo/blueprint.h"

#include "demo/ara.h"
#include "demo/clerva.h"
#include "demo/cluster.h"
#include "demo/observai.h"
#include "demo/specagents.h"

#include <QFile>

namespace qd::demo {

namespace {

QString demoSqlFile(const QString &name)
{
    return QStringLiteral(":/sql/demo/%1.sql").arg(name);
}

QByteArray demoSql(const QString &name)
{
    QFile file(demoSqlFile(name));
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere);
    Q_UNUSED(isThere)
    return file.readAll() + '\n';
}

Result<QByteArray> usersScript(const Making &making)
{
    const QByteArray users = making.blueprint->system ? making.blueprint->system->usersAsCopy() : QByteArray();
    if (users.isEmpty())
        return users;
    const QString file = QStringLiteral("%1/%2.users").arg(making.files, making.blueprint->database);
    if (const auto written = writeForServer(file, users); !written)
        return failure(written.error());
    return "copy auth.users (id, email, raw_user_meta_data) from '" + QFile::encodeName(file).replace('\'', "''") + "';\n";
}

QByteArray settingsScript(const Making &making)
{
    const auto set = [](const QByteArray &name, const QByteArray &value) { return "\\set " + name + " '" + value + "'\n"; };
    const auto truth = [](bool value) { return value ? QByteArray("true") : QByteArray("false"); };
    return set("database", making.blueprint->database.toUtf8()) + set("has_vector", truth(making.hasVector)) + set("has_cron", truth(making.hasCron))
        + set("vector1536", making.hasVector ? "vector(1536)" : "vector") + set("vector1024", making.hasVector ? "vector(1024)" : "vector")
        + set("now", instantText(toMsecs(making.story->now) * 1000)) + set("days", QByteArray::number(making.story->options.days))
        + set("cleanup_fails", truth(making.story->options.incidents.hasFailingCron));
}

} // namespace

QList<Blueprint> blueprints(const Story &story)
{
    const QString supabase = Fleet::tr("Demo · Supabase-like"), plain = Fleet::tr("Demo · plain Postgres");
    const auto blueprint = [&](const char *name, const char *title, const char *profile, bool isSupabase, std::shared_ptr<const System> system = {}) {
        Blueprint made;
        made.name = QLatin1String(name);
        made.title = QLatin1String(title);
        made.profile = QLatin1String(profile);
        made.database = QString(made.name).replace(QLatin1Char('-'), QLatin1Char('_'));
        made.place = isSupabase ? supabase : plain;
        made.isSupabase = isSupabase;
        made.system = std::move(system);
        return made;
    };
    QList<Blueprint> all{
        blueprint("clerva", "Clerva", "clerva", true, std::make_shared<Clerva>(story)),
        blueprint("clerva-staging", "Clerva staging", "clerva", true),
        blueprint("ara", "ARA", "ara", false, std::make_shared<Ara>(story)),
        blueprint("spec-agents", "Spec Agents", "spec-agents", true, std::make_shared<SpecAgents>(story)),
        blueprint("steward", "Steward", "steward", false),
        blueprint("observai", "ObservAI Hub", "observai", true, std::make_shared<ObservAi>(story)),
    };
    all[0].parts = 2;
    all[1].environment = all[4].environment = Environment::Staging;
    for (Blueprint &each : all)
        each.project = each.name == QLatin1String("clerva-staging") ? QString() : each.name + QStringLiteral("-demo");
    return all;
}

Result<QByteArray> makingScript(const Making &making)
{
    const Blueprint &blueprint = *making.blueprint;
    const auto users = usersScript(making);
    if (!users)
        return users;
    QByteArray script = settingsScript(making) + "begin;\n";
    if (blueprint.isSupabase)
        script += demoSql(QStringLiteral("supabase"));
    script += demoSql(blueprint.profile) + *users + making.copies;
    for (const char *rest : {"rows", "indexes"}) {
        const QString name = blueprint.profile + QLatin1Char('-') + QLatin1String(rest);
        if (QFile::exists(demoSqlFile(name)))
            script += demoSql(name);
    }
    return script + demoSql(QStringLiteral("read-only")) + "commit;\n";
}

} // namespace qd::demo
