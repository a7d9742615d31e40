#include "app/commands/subject.h"

#include "deployments/tomlfile.h"

#include <algorithm>

namespace qd::app {

Subject::Subject(const CommandLine &line, Setup &setup, const Terminal &terminal, QObject *parent)
    : QObject(parent)
    , m_line(line)
    , m_setup(setup)
    , m_terminal(terminal)
{
}

Subject::~Subject() = default;

Reply<> Subject::choose(const QString &name)
{
    if (m_line.has("url") || m_line.has("url-stdin")) {
        if (!name.isEmpty() || m_line.has("demo"))
            return ready<void>(failure(Error::Kind::Wrong, tr("An address and a name, or the demo, do not go together: give one of them.")));
        return ready<void>(fromAddress());
    }
    if (!m_line.has("demo"))
        return ready<void>(pick(m_setup.deployments(), name));
    m_fleet = std::make_unique<FleetRun>();
    connect(m_fleet.get(), &FleetRun::progress, this, [this](const QString &says) { m_terminal.progress(says); });
    const Answer<> answer;
    Reply<> entering = m_fleet->enter();
    answer.onCancel(this, [entering]() mutable { entering.cancel(); });
    whenAnswered(entering, this, [this, name, answer](const Result<> &entered) {
        answer.give(entered ? pick(m_fleet->deployments(), name) : entered);
    });
    return answer.reply();
}

QList<Deployment> Subject::all() const
{
    return m_fleet && m_fleet->isEntered() ? m_fleet->deployments() : m_setup.deployments();
}

Result<> Subject::pick(const QList<Deployment> &from, const QString &name)
{
    QStringList names;
    for (const Deployment &deployment : from)
        names << deployment.name;
    if (name.isEmpty() && from.size() != 1) {
        if (m_setup.error() && !m_fleet)
            return failure(*m_setup.error());
        return failure(Error::Kind::Wrong, names.isEmpty() ? tr("No deployment is configured yet. “quarterdeck add” adds one, and --demo shows the demo.")
                                                           : tr("Say which deployment with -d NAME. There are: %1.").arg(names.join(QStringLiteral(", "))));
    }
    const auto it = name.isEmpty() ? from.begin() : std::ranges::find(from, name, &Deployment::name);
    if (it == from.end()) {
        const QString near = nearestWord(name, names);
        return failure(Error::Kind::Wrong, near.isEmpty() ? tr("There is no deployment called “%1”. There are: %2.").arg(name, names.join(QStringLiteral(", ")))
                                                          : tr("There is no deployment called “%1”. Did you mean “%2”?").arg(name, near));
    }
    m_deployment = *it;
    m_mirrorFile = m_fleet ? m_fleet->mirrorFile(it->name) : Setup::mirrorFile(it->name);
    return {};
}

Result<> Subject::fromAddress()
{
    Result<pg::Parameters> parameters = addressFrom(m_line);
    if (!parameters)
        return failure(parameters.error());
    const Result<QString> profile = profileFrom(m_line, m_setup.profiles(), QStringLiteral("generic"));
    if (!profile)
        return failure(profile.error());
    m_scratch = std::make_unique<QTemporaryDir>();
    if (!m_scratch->isValid())
        return failure(Error::Kind::Refused, tr("No temporary folder can be made. Check that the disk is not full."), m_scratch->errorString());
    m_deployment.name = QStringLiteral("url");
    m_deployment.title = parameters->text();
    m_deployment.profile = *profile;
    m_deployment.environment = parameters->isLocal() ? Environment::Local : Environment::Production;
    m_password = std::exchange(parameters->password, {});
    m_deployment.secret = m_password.isEmpty() ? QStringLiteral("pgpass") : QStringLiteral("none");
    m_deployment.database = *parameters;
    m_mirrorFile = m_scratch->filePath(QStringLiteral("mirror.sqlite"));
    return {};
}

Surroundings Subject::surroundings() const
{
    Journal *journal = m_fleet ? &m_fleet->journal() : &m_setup.journal();
    return {&m_setup.secrets(), journal, &m_setup.prices(), &m_setup.clock()};
}

Result<pg::Parameters> addressFrom(const CommandLine &line)
{
    if (line.has("url") && line.has("url-stdin"))
        return failure(Error::Kind::Wrong, Subject::tr("Give the address once: with --url or with --url-stdin."));
    QString text = line.value("url");
    if (line.has("url-stdin"))
        text = readStandardInput();
    else if (text.startsWith(QLatin1String("env:")))
        text = qEnvironmentVariable(text.mid(4).toLocal8Bit().constData());
    if (text.isEmpty())
        return failure(Error::Kind::Wrong, line.has("url-stdin") ? Subject::tr("Standard input held no address. Example: echo \"$DATABASE_URL\" | quarterdeck test --url-stdin")
                                                                 : Subject::tr("There is no address: --url is empty, or the variable it names is not set."));
    return pg::Parameters::fromText(text);
}

Result<QString> profileFrom(const CommandLine &line, const Profiles &profiles, const QString &fallback)
{
    const QString id = line.has("profile") ? line.value("profile") : fallback;
    if (profiles.find(id))
        return id;
    QStringList ids;
    for (const Profile &profile : profiles.all)
        ids << profile.id;
    const QString near = nearestWord(id, ids);
    return failure(Error::Kind::Wrong, near.isEmpty() ? Subject::tr("There is no profile “%1”. There are: %2.").arg(id, ids.join(QStringLiteral(", ")))
                                                      : Subject::tr("There is no profile “%1”. Did you mean “%2”?").arg(id, near));
}

} // namespace qd::app
