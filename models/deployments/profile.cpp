#include "deployments/profile.h"

#include "deployments/profilefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace qd {

namespace {

struct ProfileWords
{
    Q_DECLARE_TR_FUNCTIONS(Profile)
};

constexpr qint64 LargestProfile = 4 * 1024 * 1024;

void loadProfiles(Profiles &profiles, const QDir &folder)
{
    for (const QString &name : folder.entryList({QStringLiteral("*.toml")}, QDir::Files, QDir::Name)) {
        const QString path = folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            profiles.problems << ProfileProblem{path, 0, ProfileWords::tr("The file cannot be read: %1.").arg(file.errorString())};
            continue;
        }
        if (file.size() > LargestProfile) {
            profiles.problems << ProfileProblem{path, 0, ProfileWords::tr("The file is too large to be a profile.")};
            continue;
        }
        auto profile = readProfile(file.readAll(), path);
        if (!profile) {
            profiles.problems << profile.error();
            continue;
        }
        const auto same = std::find_if(profiles.all.begin(), profiles.all.end(), [&](const Profile &other) { return other.id == profile->id; });
        if (same != profiles.all.end())
            *same = *std::move(profile);
        else
            profiles.all << *std::move(profile);
    }
}

} // namespace

std::optional<MetricTarget> Profile::target(const QString &metric, const QString &operation) const
{
    for (const MetricTarget &candidate : targets)
        if (candidate.metric == metric && candidate.operation == operation)
            return candidate;
    return {};
}

const Profile *Profiles::find(const QString &id) const
{
    const auto found = std::find_if(all.cbegin(), all.cend(), [&id](const Profile &profile) { return profile.id == id; });
    return found == all.cend() ? nullptr : &*found;
}

Profiles Profiles::load(const QString &userFolder)
{
    Profiles profiles;
    loadProfiles(profiles, QDir(QStringLiteral(":/profiles")));
    if (!userFolder.isEmpty())
        loadProfiles(profiles, QDir(userFolder));
    return profiles;
}

Result<Profile> parseProfile(const QByteArray &toml, const QString &file)
{
    auto profile = readProfile(toml, file);
    if (profile)
        return *std::move(profile);
    const ProfileProblem &problem = profile.error();
    return failure(Error::Kind::Wrong, ProfileWords::tr("%1, line %2: %3").arg(problem.file).arg(problem.line).arg(problem.says));
}

} // namespace qd
