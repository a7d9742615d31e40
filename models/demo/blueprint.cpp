#include "demo/blueprint.h"

#include "demo/clerva.h"
#include "demo/cluster.h"

#include <QFile>

namespace qd::demo {

namespace {

QByteArray demoSql(const QString &name)
{
    QFile file(QStringLiteral(":/sql/demo/%1.sql").arg(name));
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere);
    Q_UNUSED(isThere)
    return file.readAll() + '\n';
}

Result<QByteArray> usersOfClerva(const Making &making)
{
    const auto *clerva = static_cast<const Clerva *>(making.blueprint->system.get());
    const QString file = making.files + QStringLiteral("/users");
    if (const auto written = writeForServer(file, clerva->usersAsCopy()); !written)
        return failure(written.error());
    return "copy auth.users (id, email, raw_user_meta_data) from '" + QFile::encodeName(file).replace('\'', "''") + "';\n";
}

} // namespace

QList<Blueprint> blueprints(const Story &story)
{
    const QString supabase = Fleet::tr("Demo · Supabase-like"), plain = Fleet::tr("Demo · plain Postgres");
    return {
        {.name = QStringLiteral("clerva"), .title = QStringLiteral("Clerva"), .profile = QStringLiteral("clerva"), .database = QStringLiteral("clerva"), .place = supabase,
         .project = QStringLiteral("clerva-demo"), .system = std::make_shared<Clerva>(story), .parts = 2},
        {.name = QStringLiteral("clerva-staging"), .title = QStringLiteral("Clerva staging"), .profile = QStringLiteral("clerva"), .database = QStringLiteral("clerva_staging"), .place = supabase,
         .environment = Environment::Staging},
    };
}

Result<QByteArray> makingScript(const Making &making)
{
    const Blueprint &blueprint = *making.blueprint;
    QByteArray script = "\\set database '" + blueprint.database.toUtf8() + "'\n\\set has_vector " + (making.hasVector ? "true" : "false") + "\n\\set has_cron " + (making.hasCron ? "true" : "false")
        + "\n\\set vector1536 '" + (making.hasVector ? "vector(1536)" : "vector") + "'\n\\set vector1024 '" + (making.hasVector ? "vector(1024)" : "vector") + "'\n"
        + "\\set now '" + instantText(toMsecs(making.story->now) * 1000) + "'\n\\set days " + QByteArray::number(making.story->options.days) + "\n"
        + "\\set cleanup_fails " + (making.story->options.incidents.hasFailingCron ? "true" : "false") + "\nbegin;\n";
    if (blueprint.isSupabase)
        script += demoSql(QStringLiteral("supabase"));
    script += demoSql(blueprint.profile);
    if (blueprint.name == QLatin1String("clerva")) {
        const auto users = usersOfClerva(making);
        if (!users)
            return users;
        script += *users + demoSql(QStringLiteral("clerva-rows"));
    }
    script += making.copies;
    if (blueprint.profile == QLatin1String("clerva"))
        script += demoSql(QStringLiteral("clerva-indexes"));
    return script + demoSql(QStringLiteral("read-only")) + "commit;\n";
}

} // namespace qd::demo
