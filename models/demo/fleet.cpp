#include "demo/fleet.h"

#include "core/process.h"
#include "demo/blueprint.h"
#include "demo/cluster.h"
#include "demo/control.h"
#include "demo/guard.h"
#include "demo/relay.h"
#include "demo/sequence.h"
#include "demo/simulator.h"
#include "demo/state.h"
#include "demo/traffic.h"
#include "core/async.h"
#include "retrieval/import/hashembedding.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTimer>

#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>

namespace qd::demo {

namespace {

// Letters and digits only, so that it needs no quoting anywhere.
Secret freshSecret()
{
    QByteArray text(28, Qt::Uninitialized);
    for (char &c : text)
        c = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"[QRandomGenerator::system()->bounded(56)];
    return Secret(text);
}

} // namespace

struct Fleet::Private
{
    Fleet *q;
    Options options;
    Story story;
    QList<Blueprint> plan;
    QString folder, stateName;
    QByteArray tokenVariable;
    Secret superPassword, readerPassword, token;
    Guard guard;
    StateFile state;
    std::unique_ptr<QObject> parts; // clusters, relays, servers: everything that ends with stop()
    Cluster *supabase = nullptr, *plain = nullptr;
    Simulator *simulator = nullptr;
    QHash<QString, Relay *> relays;
    QHash<QString, QByteArray> copies;
    QList<Deployment> deployments;
    std::shared_ptr<std::atomic_bool> isEnding = std::make_shared<std::atomic_bool>(false);
    bool hasVector = false, hasCron = false, isRunning = false;

    Cluster *clusterOf(const Blueprint &blueprint) const { return blueprint.isSupabase ? supabase : plain; }

    Result<> makeFolder();
    void makeClusters();
    Reply<> writeHistory(const Blueprint &blueprint);
    Reply<> makeRoles();
    Reply<> makeDatabases();
    Reply<> fill(const Blueprint &blueprint);
    Reply<> fillAll();
    Result<> openDoors();
    Deployment deploymentOf(const Blueprint &blueprint, quint16 port) const;
    void goOn();
    QString obey(const QStringList &words);
    void letGo();
};

Result<> Fleet::Private::makeFolder()
{
    folder = options.folder;
    if (folder.isEmpty()) {
        QByteArray pattern = QFile::encodeName(QDir::tempPath() + QStringLiteral("/quarterdeck-fleet-XXXXXX"));
        folder = ::mkdtemp(pattern.data()) ? QFile::decodeName(pattern) : QString();
    } else if (QDir made(folder); !QDir().mkpath(folder) || !made.isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden)) {
        return failure(Error::Kind::Wrong, tr("The demo fleet needs a new or empty folder, and %1 is not.").arg(folder));
    }
    folder = QFileInfo(folder).absoluteFilePath();
    QFile mark(folder + QStringLiteral("/.fleet"));
    // As root, the servers' own user has to pass through; what lies inside is closed to others.
    const bool isMade = !folder.isEmpty() && ::chmod(QFile::encodeName(folder).constData(), ::geteuid() == 0 ? 0711 : 0700) == 0 && mark.open(QIODevice::WriteOnly)
        && mark.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && QDir(folder).mkdir(QStringLiteral("rows"));
    if (!isMade)
        return failure(Error::Kind::Refused, tr("The demo fleet could not make a folder in %1.").arg(QDir::tempPath()));
    if (qsizetype(folder.size()) > 80)
        return failure(Error::Kind::Wrong, tr("The folder %1 has too long a name for the demo's sockets. Choose a shorter one.").arg(folder));
    return {};
}

void Fleet::Private::makeClusters()
{
    const QString libraries = QFileInfo(findProgram(QStringLiteral("initdb"))).canonicalPath() + QStringLiteral("/../lib/");
    hasCron = QFile::exists(libraries + QStringLiteral("pg_cron.so"));
    QMap<QString, QString> settings{{QStringLiteral("shared_preload_libraries"), hasCron ? QStringLiteral("pg_stat_statements,pg_cron") : QStringLiteral("pg_stat_statements")}};
    if (hasCron) {
        settings.insert(QStringLiteral("cron.database_name"), QStringLiteral("observai"));
        settings.insert(QStringLiteral("cron.use_background_workers"), QStringLiteral("on"));
    }
    supabase = new Cluster({folder + QStringLiteral("/s"), QStringLiteral("supabase_admin"), settings}, superPassword, parts.get());
    plain = new Cluster({folder + QStringLiteral("/p"), QStringLiteral("postgres"), {}}, superPassword, parts.get());
}

Reply<> Fleet::Private::writeHistory(const Blueprint &blueprint)
{
    QList<Reply<>> written;
    if (blueprint.system) {
        const Answer<> answer;
        const auto documents = onPool<QByteArray>(QThreadPool::globalInstance(), [system = blueprint.system, stem = QStringLiteral("%1/rows/%2-documents").arg(folder, blueprint.database)](const std::function<bool()> &) {
            return system->writeDocuments(stem);
        });
        whenAnswered(documents, parts.get(), [this, answer, name = blueprint.name](const Result<QByteArray> &result) {
            if (!result)
                return answer.give(failure(result.error()));
            copies[name] += *result;
            answer.give({});
        });
        written << answer.reply();
    }
    for (int part = 0; blueprint.system && part < blueprint.parts; ++part) {
        const TimeRange &all = story.history;
        const TimeRange range{all.from + all.length() * part / blueprint.parts, all.from + all.length() * (part + 1) / blueprint.parts};
        const QString stem = QStringLiteral("%1/rows/%2-%3").arg(folder, blueprint.database).arg(part);
        const Answer<> answer;
        const auto rows = onPool<Written>(QThreadPool::globalInstance(), [system = blueprint.system, range, stem, ending = isEnding](const std::function<bool()> &isCancelled) {
            return writeRows(*system, range, stem, [&] { return ending->load() || isCancelled(); });
        });
        whenAnswered(rows, parts.get(), [this, answer, name = blueprint.name](const Result<Written> &result) {
            if (!result)
                return answer.give(failure(result.error()));
            copies[name] += result->copies;
            answer.give({});
        });
        written << answer.reply();
    }
    return together(parts.get(), written);
}

Reply<> Fleet::Private::makeRoles()
{
    const auto roles = [](const char *file) {
        QFile sql(QStringLiteral(":/sql/demo/%1.sql").arg(QLatin1String(file)));
        return sql.open(QIODevice::ReadOnly) ? sql.readAll() : QByteArray("roles are missing");
    };
    const QMap<QByteArray, QByteArray> variables{{"ro_password", readerPassword.reveal()}};
    return together(parts.get(), {supabase->sql(QStringLiteral("postgres"), roles("supabase-roles"), variables),
                                  plain->sql(QStringLiteral("postgres"), roles("plain-roles"), variables)});
}

Reply<> Fleet::Private::makeDatabases()
{
    QByteArray inSupabase, inPlain;
    for (const Blueprint &blueprint : plan)
        (blueprint.isSupabase ? inSupabase : inPlain) += "create database " + blueprint.database.toUtf8() + ";\n";
    const Answer<> answer;
    const auto available = supabase->ask(QStringLiteral("postgres"), "select count(*) from pg_available_extensions where name = 'vector'");
    whenAnswered(available, parts.get(), [this, answer](const Result<QString> &count) {
        hasVector = count && *count == QLatin1String("1");
        answer.give(count ? Result<>{} : failure(count.error()));
    });
    return together(parts.get(), {answer.reply(), supabase->sql(QStringLiteral("postgres"), inSupabase), plain->sql(QStringLiteral("postgres"), inPlain)});
}

Reply<> Fleet::Private::fill(const Blueprint &blueprint)
{
    const Making making{.blueprint = &blueprint, .story = &story, .hasVector = hasVector, .hasCron = hasCron, .copies = copies.value(blueprint.name), .files = folder + QStringLiteral("/rows")};
    const auto script = makingScript(making);
    if (!script)
        return ready<void>(failure(script.error()));
    return clusterOf(blueprint)->sql(blueprint.database, *script);
}

Reply<> Fleet::Private::fillAll()
{
    emit q->progress(hasVector ? tr("Filling the databases.") : tr("Filling the databases. pgvector is not installed: embeddings are kept in plain arrays, without an index."));
    // The largest beside all the others, one after another: there are rarely more than two cores to spare.
    QList<Step> others;
    for (qsizetype i = 1; i < plan.size(); ++i)
        others << [this, i] { return fill(plan.at(i)); };
    return together(parts.get(), {fill(plan.first()), inOrder(parts.get(), others)});
}

Deployment Fleet::Private::deploymentOf(const Blueprint &blueprint, quint16 port) const
{
    Deployment deployment;
    deployment.name = blueprint.name;
    deployment.title = blueprint.title;
    deployment.profile = blueprint.profile;
    deployment.environment = blueprint.environment;
    deployment.place = blueprint.place;
    deployment.secret = QStringLiteral("none");
    deployment.isDemo = true;
    deployment.database.values = {{"host", "127.0.0.1"}, {"port", QByteArray::number(port)}, {"dbname", blueprint.database.toUtf8()}, {"user", "quarterdeck_ro"}};
    deployment.database.password = readerPassword;
    for (const QString &page : simulatedPages())
        deployment.providers.insert(QStringLiteral("statuspage.") + page, QStringLiteral("%1/status/%2").arg(simulator->base(), page));
    if (blueprint.system) {
        // Whoever asks for an embedding asks the simulator, whose model made those in the tables.
        const int dims = blueprint.name == QLatin1String("spec-agents") ? 1024 : 1536;
        deployment.providers.insert(QStringLiteral("embeddings.base"), simulator->base());
        deployment.providers.insert(QStringLiteral("embeddings.model"), retrieval::HashEmbedding::model(dims));
    }
    if (blueprint.name == QLatin1String("spec-agents")) {
        deployment.providers.insert(QStringLiteral("upstash.base"), simulator->base() + QStringLiteral("/upstash"));
        deployment.providers.insert(QStringLiteral("upstash.secret"), QStringLiteral("env:") + QString::fromLatin1(tokenVariable));
    }
    if (!blueprint.project.isEmpty()) {
        deployment.providers.insert(QStringLiteral("vercel.project"), blueprint.project);
        deployment.providers.insert(QStringLiteral("vercel.base"), simulator->base() + QStringLiteral("/vercel"));
        deployment.providers.insert(QStringLiteral("vercel.team"), Simulator::team());
        deployment.providers.insert(QStringLiteral("vercel.secret"), QStringLiteral("env:") + QString::fromLatin1(tokenVariable));
    }
    return deployment;
}

Result<> Fleet::Private::openDoors()
{
    QStringList projects;
    for (const Blueprint &blueprint : plan)
        projects << blueprint.project;
    projects.removeAll(QString());
    simulator = new Simulator(story, token, projects, parts.get());
    if (const auto listening = simulator->listen(); !listening)
        return listening;
    // A reference like any other: the rest of the program finds the token where it finds yours.
    tokenVariable = "QUARTERDECK_DEMO_TOKEN_" + QFileInfo(stateName).baseName().toLatin1();
    qputenv(tokenVariable.constData(), token.reveal());
    for (const Blueprint &blueprint : plan) {
        auto *relay = new Relay(clusterOf(blueprint)->socket(), parts.get());
        const auto port = relay->listen();
        if (!port)
            return failure(port.error());
        relays.insert(blueprint.name, relay);
        deployments << deploymentOf(blueprint, *port);
    }
    auto *control = new Control([this](const QStringList &words) { return obey(words); }, parts.get());
    const QString ear = folder + QStringLiteral("/control");
    if (const auto listening = control->listen(ear); !listening)
        return listening;
    return state.write({.file = stateName, .folder = folder, .control = ear, .tokenVariable = QString::fromLatin1(tokenVariable), .token = token, .simulator = simulator->base(), .startedAt = story.now, .deployments = deployments});
}

QString Fleet::Private::obey(const QStringList &words)
{
    const QString verb = words.value(0);
    if (verb == QLatin1String("unplug") || verb == QLatin1String("replug")) {
        Relay *relay = relays.value(words.value(1));
        if (!relay)
            return QStringLiteral("error: ") + tr("The demo fleet has no database called “%1”.").arg(words.value(1));
        relay->setPlugged(verb == QLatin1String("replug"));
        return QStringLiteral("ok");
    }
    if (verb == QLatin1String("stop")) {
        QTimer::singleShot(0, q, [fleet = q] { fleet->stop(); });
        return QStringLiteral("ok");
    }
    return QStringLiteral("error: ") + tr("The demo fleet does not know the command “%1”.").arg(verb);
}

void Fleet::Private::goOn()
{
    if (!options.liveTraffic)
        return;
    auto *traffic = new Traffic(story, parts.get());
    for (const Blueprint &blueprint : plan) {
        if (blueprint.system)
            traffic->add(blueprint.system, clusterOf(blueprint), blueprint.database);
    }
    traffic->start();
}

void Fleet::Private::letGo()
{
    if (!tokenVariable.isEmpty())
        qunsetenv(tokenVariable.constData());
    isEnding->store(true);
    isRunning = false;
    relays.clear();
    deployments.clear();
    parts.reset();
    state.remove();
    guard.release();
}

Fleet::Fleet(Options options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->q = this;
    d->options = std::move(options);
}

Fleet::~Fleet()
{
    d->letGo();
}

Reply<> Fleet::start()
{
    if (d->parts)
        return ready<void>(failure(Error::Kind::Busy, tr("The demo fleet is already running.")));
    if (const auto there = Cluster::programsAreThere(); !there)
        return ready<void>(there);
    const auto stateName = StateFile::newName();
    if (!stateName)
        return ready<void>(failure(stateName.error()));
    d->stateName = *stateName;
    if (const auto made = d->makeFolder(); !made)
        return ready<void>(made);

    *d->isEnding = false;
    d->parts = std::make_unique<QObject>();
    d->story = Story(d->options, Clock::system().now());
    d->story.hasVector = QFile::exists(QFileInfo(findProgram(QStringLiteral("initdb"))).canonicalPath() + QStringLiteral("/../lib/vector.so"));
    d->plan = blueprints(d->story);
    d->superPassword = freshSecret();
    d->readerPassword = freshSecret();
    d->token = freshSecret();
    d->makeClusters();

    QObject *context = d->parts.get();
    emit progress(tr("Creating two private PostgreSQL clusters."));
    const auto history = std::make_shared<QList<Reply<>>>();
    const auto begin = [this](Cluster *cluster) {
        return inOrder(d->parts.get(), {[cluster] { return cluster->create(); }, [cluster] { return cluster->start(); }});
    };
    const Answer<> answer;
    const auto prepared = inOrder(context, {
        [this] { return d->guard.stand(d->parts.get(), d->folder, d->stateName); },
        [this, begin, history] {
            QList<Reply<>> all{begin(d->supabase), begin(d->plain)};
            for (const Blueprint &blueprint : d->plan)
                *history << d->writeHistory(blueprint);
            return together(d->parts.get(), all);
        },
        [this] { return d->makeRoles(); },
        [this] { return d->makeDatabases(); },
        [this, history] {
            emit progress(tr("Writing %n day(s) of telemetry.", nullptr, d->options.days));
            return together(d->parts.get(), std::exchange(*history, {}));
        },
        [this] { return d->fillAll(); },
    });
    whenAnswered(prepared, context, [this, answer](const Result<> &result) {
        const Result<> opened = result ? d->openDoors() : result;
        QDir(d->folder + QStringLiteral("/rows")).removeRecursively();
        if (!opened) {
            // From inside a continuation of the parts: they go when it has returned.
            QTimer::singleShot(0, this, [this] { d->letGo(); });
            return answer.give(opened);
        }
        d->isRunning = true;
        d->goOn();
        emit progress(tr("The demo fleet is running."));
        answer.give({});
    });
    return answer.reply();
}

Reply<> Fleet::stop()
{
    const QString folder = d->folder;
    const bool wasThere = d->parts != nullptr;
    d->letGo();
    if (!wasThere)
        return ready<void>({});
    const Answer<> answer;
    auto *watch = new QTimer(this);
    auto age = std::make_shared<QElapsedTimer>();
    age->start();
    connect(watch, &QTimer::timeout, this, [this, watch, age, folder, answer] {
        const bool isGone = !QFileInfo::exists(folder);
        if (!isGone && !age->hasExpired(60'000))
            return;
        watch->stop();
        watch->deleteLater();
        emit stopped();
        answer.give(isGone ? Result<>{} : failure(Error::Kind::Busy, tr("The demo fleet was stopped, but its folder %1 could not be removed.").arg(folder)));
    });
    watch->start(25);
    return answer.reply();
}

bool Fleet::isRunning() const
{
    return d->isRunning;
}

QList<Deployment> Fleet::deployments() const
{
    return d->deployments;
}

QString Fleet::folder() const
{
    return d->folder;
}

Result<QList<Deployment>> Fleet::running(QString *folder)
{
    const QList<FleetState> fleets = livingFleets();
    if (fleets.isEmpty())
        return QList<Deployment>{};
    const FleetState &newest = fleets.first();
    if (!newest.tokenVariable.isEmpty())
        qputenv(newest.tokenVariable.toUtf8().constData(), newest.token.reveal());
    if (folder)
        *folder = newest.folder;
    return newest.deployments;
}

static Reply<> tellNewest(QObject *context, const QString &line)
{
    const QList<FleetState> fleets = livingFleets();
    if (fleets.isEmpty())
        return ready<void>(failure(Error::Kind::Missing, Fleet::tr("No demo fleet is running. Start one with: quarterdeck demo start")));
    return askControl(context, fleets.first().control, line);
}

Reply<> Fleet::unplug(QObject *context, const QString &name)
{
    return tellNewest(context, QStringLiteral("unplug ") + name);
}

Reply<> Fleet::replug(QObject *context, const QString &name)
{
    return tellNewest(context, QStringLiteral("replug ") + name);
}

Reply<> Fleet::stopRunning(QObject *context)
{
    return tellNewest(context, QStringLiteral("stop"));
}

} // namespace qd::demo
