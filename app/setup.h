#pragma once

#include "deployments/deployment.h"
#include "deployments/profile.h"
#include "deployments/secrets.h"
#include "journal/journal.h"
#include "telemetry/prices.h"

#include <QObject>

namespace qd::app {

// What is configured on this computer: deployments, profiles, prices, the journal and the
// secrets. A part that cannot be read is told by problems(), and the rest keeps working; a
// deployments file with an error is never written over.
class Setup : public QObject
{
    Q_OBJECT

public:
    explicit Setup(const Clock &clock, QObject *parent = nullptr);

    const QList<Deployment> &deployments() const { return m_deployments; }
    const Deployment *find(const QString &name) const;
    const Profiles &profiles() const { return m_profiles; }
    // Never null: where the profile is missing or its file is broken, one that maps nothing.
    const Profile &profileOf(const Deployment &deployment) const;
    const telemetry::PriceBook &prices() const { return m_prices; }
    Journal &journal() { return m_journal; }
    SecretStore &secrets() { return m_secrets; }
    const Clock &clock() const { return m_clock; }
    // Warnings: files that could not be used, with file and line.
    const QList<Check> &problems() const { return m_problems; }
    // Set when the deployments file itself could not be read.
    const std::optional<Error> &error() const { return m_error; }

    // Adds or replaces by name, and saves. Wrong: the name cannot be a file's.
    Result<> put(const Deployment &deployment);
    Result<> take(const QString &name);
    Result<QString> saveProfile(const Profile &profile); // its id
    Result<> setPrice(const telemetry::Price &price, bool confirmed);

    // The file of a deployment's mirror, and deleting it with everything beside it.
    static QString mirrorFile(const QString &name);
    static void deleteMirror(const QString &name);
    static QString passwordKey(const QString &name);
    // Nothing chosen, nothing recognised: the profile that maps nothing yet.
    static Deployment withProfile(Deployment deployment);
    static bool isName(const QString &name); // lower-case letters, digits, dot, dash, underscore

private:
    void note(const QString &id, const QString &title, const QString &object, const QString &says);
    void setProfiles(const Profiles &profiles);

    const Clock &m_clock;
    DeploymentStore m_store;
    QList<Deployment> m_deployments;
    Profiles m_profiles;
    telemetry::PriceBook m_prices;
    Journal m_journal;
    SecretStore m_secrets;
    QList<Check> m_problems;
    std::optional<Error> m_error;
    Profile m_empty;
};

} // namespace qd::app
