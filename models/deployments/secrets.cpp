#include "deployments/secrets.h"

#include <QCoreApplication>

#include <qt6keychain/keychain.h>

namespace qd {

namespace {

const QString KeychainService = QStringLiteral("Quarterdeck");

struct SecretWords
{
    Q_DECLARE_TR_FUNCTIONS(SecretStore)
};

Error keychainError(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {Error::Kind::Missing, SecretWords::tr("The keychain has no secret for this deployment. Enter it once more."), job.errorString()};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {Error::Kind::Refused, SecretWords::tr("The keychain is locked. Unlock it, or enter the secret for this run."), job.errorString()};
    default:
        return {Error::Kind::Unreachable,
                SecretWords::tr("This desktop has no keychain that answers. Enter the secret for this run, or keep it in ~/.pgpass or in an environment variable."),
                job.errorString()};
    }
}

Result<Secret> fromEnvironment(const QString &name)
{
    // Straight from the environment: a QString of it would stay in memory.
    const QByteArray value = qgetenv(name.toLocal8Bit().constData());
    if (value.isEmpty())
        return failure(Error::Kind::Missing, SecretWords::tr("The environment variable %1 is not set in this session. Set it before starting Quarterdeck.").arg(name));
    return Secret(value);
}

} // namespace

SecretStore::SecretStore(QObject *parent) : QObject(parent)
{
}

Reply<Secret> SecretStore::read(const QString &reference, const QString &key)
{
    // A secret entered for this run wins over what is stored.
    if (const auto kept = m_session.constFind(key); kept != m_session.constEnd())
        return ready<Secret>(*kept);
    // libpq reads ~/.pgpass by itself.
    if (reference.isEmpty() || reference == QStringLiteral("none") || reference == QStringLiteral("pgpass"))
        return ready<Secret>(Secret());
    if (reference.startsWith(QStringLiteral("env:")))
        return ready<Secret>(fromEnvironment(reference.mid(4)));
    if (reference != QStringLiteral("keychain"))
        return ready<Secret>(failure(Error::Kind::Wrong, SecretWords::tr("A secret should be kept as keychain, env:NAME, pgpass or none.")));

    const Answer<Secret> answer;
    auto *job = new QKeychain::ReadPasswordJob(KeychainService, this); // deletes itself
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this, [answer, job] {
        if (job->error() != QKeychain::NoError)
            return answer.give(failure(keychainError(*job)));
        answer.give(Secret(job->binaryData()));
    });
    job->start();
    return answer.reply();
}

Reply<> SecretStore::write(const QString &key, const Secret &secret)
{
    const Answer<> answer;
    auto *job = new QKeychain::WritePasswordJob(KeychainService, this); // deletes itself
    job->setKey(key);
    job->setBinaryData(secret.reveal());
    connect(job, &QKeychain::Job::finished, this, [this, answer, job, key, secret] {
        if (job->error() == QKeychain::NoError) {
            m_session.remove(key);
            return answer.give({});
        }
        m_session.insert(key, secret);
        if (!std::exchange(m_hasSaidSo, true))
            emit keptForThisRunOnly();
        answer.give({});
    });
    job->start();
    return answer.reply();
}

Reply<> SecretStore::remove(const QString &key)
{
    const bool wasKept = m_session.remove(key) > 0;
    const Answer<> answer;
    auto *job = new QKeychain::DeletePasswordJob(KeychainService, this); // deletes itself
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this, [answer, job, wasKept] {
        // Nothing to remove is as good as removed; so is a run without a keychain.
        if (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound || wasKept)
            return answer.give({});
        answer.give(failure(keychainError(*job)));
    });
    job->start();
    return answer.reply();
}

} // namespace qd
