#include "app/fleetrun.h"

#include "core/paths.h"

namespace qd::app {

FleetRun::FleetRun(QObject *parent)
    : QObject(parent)
{
}

FleetRun::~FleetRun()
{
    m_journal.reset(); // before its folder goes
}

demo::Options FleetRun::options()
{
    demo::Options options;
    bool isNumber = false;
    const int days = qEnvironmentVariableIntValue("QUARTERDECK_DEMO_DAYS", &isNumber);
    if (isNumber && days > 0 && days <= 365)
        options.days = days;
    return options;
}

Result<QList<Deployment>> FleetRun::running(QString *folder)
{
    Result<QList<Deployment>> there = demo::Fleet::running(folder);
    if (there && there->isEmpty())
        return failure(Error::Kind::Missing, tr("No demo fleet is running. “quarterdeck demo start” starts one."));
    return there;
}

Reply<> FleetRun::enter()
{
    QString folder;
    if (const Result<QList<Deployment>> there = running(&folder))
        return ready<void>(settle(*there, folder));
    m_fleet = std::make_unique<demo::Fleet>(options());
    connect(m_fleet.get(), &demo::Fleet::progress, this, &FleetRun::progress);
    const Answer<> answer;
    Reply<> starting = m_fleet->start();
    answer.onCancel(this, [starting]() mutable { starting.cancel(); });
    whenAnswered(starting, this, [this, answer](const Result<> &started) {
        answer.give(started ? settle(m_fleet->deployments(), m_fleet->folder()) : started);
    });
    return answer.reply();
}

Result<> FleetRun::settle(const QList<Deployment> &deployments, const QString &folder)
{
    m_deployments = deployments;
    for (Deployment &deployment : m_deployments)
        deployment.isDemo = true;
    m_folder = folder;
    for (const char *part : {"/quarterdeck", "/quarterdeck/mirror"}) {
        if (const Result<QString> made = paths::ensure(folder + QLatin1String(part)); !made)
            return failure(made.error());
    }
    auto journal = std::make_unique<Journal>(folder + QStringLiteral("/quarterdeck/journal"));
    if (const Result<> opened = journal->open(); !opened)
        return opened;
    m_journal = std::move(journal);
    return {};
}

QString FleetRun::mirrorFile(const QString &name) const
{
    return m_folder + QStringLiteral("/quarterdeck/mirror/") + name + QStringLiteral(".sqlite");
}

Reply<> FleetRun::stop()
{
    return m_fleet ? m_fleet->stop() : ready<void>(Result<>());
}

} // namespace qd::app
