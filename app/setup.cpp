#include "app/setup.h"

#include "core/log.h"
#include "core/paths.h"
#include "core/savefile.h"

#include <QDir>
#include <QLockFile>
#include <QPromise>
#include <QRegularExpression>
#include <QThreadPool>

#include <algorithm>

namespace qd::app {

static QString profilesFolder() { return paths::config() + QStringLiteral("/profiles"); }
static QString pricesFile() { return paths::config() + QStringLiteral("/prices.csv"); }

// Another Quarterdeck may be writing the same file: whoever changes it reads it again first, and
// nobody writes meanwhile. A folder that takes no lock takes no file either, and saving says why.
struct FileLock
{
    explicit FileLock(const QString &file)
        : lock(file + QStringLiteral(".lock"))
    {
        (void)paths::ensure(QFileInfo(file).path());
        isTaken = lock.tryLock(2000) || lock.error() != QLockFile::LockFailedError;
    }
    Error busy() const { return {Error::Kind::Busy, Setup::tr("Another Quarterdeck is writing to %1 right now. Try again.").arg(QFileInfo(lock.fileName()).path()), {}, {}}; }

    QLockFile lock;
    bool isTaken = false;
};

Setup::Setup(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_store(paths::config())
    , m_journal(paths::data() + QStringLiteral("/journal"))
{
    // Nothing else here takes as long as the profiles, and the window waits for all of it.
    const auto reading = std::make_shared<QPromise<Profiles>>();
    const QFuture<Profiles> profiles = reading->future();
    reading->start(); // here: nobody waits for what has not begun
    QThreadPool::globalInstance()->start([reading] {
        reading->addResult(Profiles::load(profilesFolder()));
        reading->finish();
    });
    if (Result<QList<Deployment>> loaded = m_store.load()) {
        m_deployments = *std::move(loaded);
    } else {
        m_error = loaded.error();
        note(QStringLiteral("setup.deployments"), tr("Deployments"), m_store.file(), loaded.error().message);
    }
    if (Result<telemetry::PriceBook> prices = telemetry::PriceBook::load(pricesFile())) {
        m_prices = *std::move(prices);
    } else {
        m_prices = telemetry::PriceBook::shipped();
        note(QStringLiteral("setup.prices"), tr("Prices"), pricesFile(), prices.error().message);
    }
    if (const Result<> opened = m_journal.open(); !opened)
        note(QStringLiteral("setup.journal"), tr("Journal"), paths::data() + QStringLiteral("/journal"), opened.error().message);
    setProfiles(profiles.result());
}

void Setup::note(const QString &id, const QString &title, const QString &object, const QString &says)
{
    Check check;
    check.id = id;
    check.title = title;
    check.object = object;
    check.state = State::Warning;
    check.says = says;
    check.measuredAt = m_clock.now();
    m_problems.append(check);
}

void Setup::setProfiles(const Profiles &profiles)
{
    m_profiles = profiles;
    for (const ProfileProblem &problem : m_profiles.problems)
        note(QStringLiteral("setup.profile"), tr("Profile"), QStringLiteral("%1:%2").arg(problem.file).arg(problem.line),
             //: %1 is a file, %2 a line in it, %3 what is wrong there
             tr("%1, line %2: %3").arg(problem.file).arg(problem.line).arg(problem.says));
}

const Deployment *Setup::find(const QString &name) const
{
    const auto it = std::ranges::find(m_deployments, name, &Deployment::name);
    return it == m_deployments.end() ? nullptr : &*it;
}

const Profile &Setup::profileOf(const Deployment &deployment) const
{
    const Profile *profile = m_profiles.find(deployment.profile);
    return profile ? *profile : m_empty;
}

bool Setup::isName(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("^[a-z0-9][a-z0-9._-]{0,63}$"));
    return form.match(name).hasMatch();
}

Result<> Setup::put(const Deployment &deployment)
{
    if (m_error)
        return failure(*m_error);
    if (!isName(deployment.name))
        return failure(Error::Kind::Wrong, tr("“%1” cannot be the name of a deployment: use lower-case letters, digits, dots, dashes and underscores.").arg(deployment.name));
    const FileLock lock(m_store.file());
    if (!lock.isTaken)
        return failure(lock.busy());
    Result<QList<Deployment>> known = m_store.load();
    if (!known)
        return failure(known.error());
    QList<Deployment> all = *std::move(known);
    const auto it = std::ranges::find(all, deployment.name, &Deployment::name);
    Deployment stored = withProfile(deployment);
    stored.database.password = {};
    if (it == all.end())
        all.append(stored);
    else
        *it = stored;
    if (const Result<> saved = m_store.save(all); !saved)
        return saved;
    m_deployments = all;
    return {};
}

Result<> Setup::take(const QString &name)
{
    if (m_error)
        return failure(*m_error);
    const FileLock lock(m_store.file());
    if (!lock.isTaken)
        return failure(lock.busy());
    Result<QList<Deployment>> known = m_store.load();
    if (!known)
        return failure(known.error());
    QList<Deployment> all = *std::move(known);
    all.removeIf([&](const Deployment &deployment) { return deployment.name == name; });
    if (const Result<> saved = m_store.save(all); !saved)
        return saved;
    m_deployments = all;
    return {};
}

Result<QString> Setup::saveProfile(const Profile &profile)
{
    if (!isName(profile.id))
        return failure(Error::Kind::Wrong, tr("“%1” cannot be the name of a profile: use lower-case letters, digits, dots, dashes and underscores.").arg(profile.id));
    if (const Result<QString> folder = paths::ensure(profilesFolder()); !folder)
        return failure(folder.error());
    const QString file = profilesFolder() + QLatin1Char('/') + profile.id + QStringLiteral(".toml");
    if (const Result<> saved = saveFile(file, toToml(profile)); !saved)
        return failure(saved.error());
    m_problems.removeIf([](const Check &check) { return check.id == QLatin1String("setup.profile"); });
    setProfiles(Profiles::load(profilesFolder()));
    return profile.id;
}

Result<> Setup::setPrice(const telemetry::Price &price, bool confirmed)
{
    const FileLock lock(pricesFile());
    if (!lock.isTaken)
        return failure(lock.busy());
    // A file of prices with an error in it is named, and not written over.
    Result<telemetry::PriceBook> changed = telemetry::PriceBook::load(pricesFile());
    if (!changed)
        return failure(changed.error());
    if (const Result<> set = changed->set(price, confirmed); !set)
        return set;
    if (const Result<QString> folder = paths::ensure(paths::config()); !folder)
        return failure(folder.error());
    if (const Result<> saved = changed->saveUser(pricesFile()); !saved)
        return saved;
    m_prices = *std::move(changed);
    return {};
}

QString Setup::mirrorFile(const QString &name)
{
    return paths::data() + QStringLiteral("/mirror/") + name + QStringLiteral(".sqlite");
}

void Setup::deleteMirror(const QString &name)
{
    // The file, its WAL, its lock and what was set aside as damaged; not those of "name-2".
    const QFileInfo file(mirrorFile(name));
    const QDir folder = file.dir();
    for (const QString &entry : folder.entryList({file.fileName() + QLatin1Char('*')}, QDir::Files)) {
        if (!QFile::remove(folder.filePath(entry)))
            log::warning(QStringLiteral("could not delete %1").arg(folder.filePath(entry)));
    }
}

Deployment Setup::withProfile(Deployment deployment)
{
    if (deployment.profile.isEmpty())
        deployment.profile = QStringLiteral("generic");
    return deployment;
}

QString Setup::passwordKey(const QString &name)
{
    return QStringLiteral("deployment/%1/password").arg(name);
}

} // namespace qd::app
