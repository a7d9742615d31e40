#pragma once

// A desk whose clock stands still and whose data is planted: what the window and its pages show in
// tests and pictures is always the same.

#include "reports/world.h"

#include "widgets/window/desk.h"

namespace qd::test {

class FixedDesk : public Desk
{
public:
    FixedDesk()
        : m_clock(world.now)
    {
        world.deployment.name = QStringLiteral("clerva");
        world.deployment.title = QStringLiteral("Clerva");
        world.deployment.place = QStringLiteral("Supabase · eu-west-1");
        profilesHeld.all = {profileNamed("clerva", "Clerva", "Supabase, Vercel, OpenAI"), profileNamed("ara", "ARA", "Neon, Clerk, Cloudflare R2")};
    }

    static Profile profileNamed(const char *id, const char *name, const char *summary)
    {
        Profile profile;
        profile.id = QString::fromLatin1(id);
        profile.name = QString::fromLatin1(name);
        profile.summary = QString::fromLatin1(summary);
        profile.sources = {fullSource()};
        return profile;
    }

    // Clerva in production and a staging one; Clerva is current.
    void populate()
    {
        Deployment staging = world.deployment;
        staging.name = QStringLiteral("clerva-staging");
        staging.title = QStringLiteral("Clerva staging");
        staging.environment = Environment::Staging;
        held = {world.deployment, staging};
        m_current = held.first().name;
        connection = Target::Status();
        connection->connection = Target::Status::Connection::Connected;
        connection->where = QStringLiteral("pooler.clerva.example:6543");
        connection->roundTrip = std::chrono::milliseconds(38);
        world.traffic(world.now - hours(26), world.now - minutes(50), 1800, 8);
        world.traffic(world.now - minutes(50), world.now, 2310, 8);
        world.write();
    }

    QList<Deployment> deployments() const override { return held; }
    QString current() const override { return m_current; }
    void select(const QString &name) override
    {
        m_current = name;
        emit currentChanged();
    }
    const Profiles &profiles() const override { return profilesHeld; }
    std::optional<reports::Inputs> inputs(const QString &name) const override
    {
        for (const Deployment &deployment : held) {
            if (deployment.name != name)
                continue;
            reports::Inputs inputs = world.inputs(m_range.resolve(world.now, m_zone).value_or(TimeRange{world.now - hours(24), world.now}));
            inputs.deployment = &deployment;
            inputs.connection = connection;
            inputs.zone = m_zone;
            return inputs;
        }
        return {};
    }
    using Desk::inputs;
    Target *target(const QString &name) const override
    {
        for (const Deployment &deployment : held) {
            if (deployment.name == name && !m_targets.contains(name))
                m_targets.insert(name, filled(deployment));
        }
        return m_targets.value(name).get();
    }
    Journal *journal() const override { return &world.journal; }
    const Clock &clock() const override { return m_clock; }

    Reply<> add(const Deployment &deployment, const Secret &password) override
    {
        if (refusal)
            return ready<void>(failure(*refusal));
        held.append(deployment);
        passwords.insert(deployment.name, password);
        emit deploymentsChanged();
        return ready<void>({});
    }
    Reply<> remove(const QString &) override { return ready<void>({}); }
    Reply<> exploreDemo() override
    {
        populate();
        emit deploymentsChanged();
        return ready<void>({});
    }
    Result<QString> saveProfile(const Profile &profile) override { return profile.id; }

    RangeRequest range() const override { return m_range; }
    void setRange(const RangeRequest &range) override
    {
        m_range = range;
        emit rangeChanged();
    }
    QTimeZone zone() const override { return m_zone; }
    void setZone(const QTimeZone &zone) override
    {
        m_zone = zone;
        emit rangeChanged();
    }

    void refresh() override { ++refreshes; }
    int refreshSeconds() const override { return m_seconds; }
    void setRefreshSeconds(int seconds) override
    {
        m_seconds = seconds;
        emit refreshingChanged();
    }
    bool isPaused() const override { return m_isPaused; }
    void setPaused(bool paused) override
    {
        m_isPaused = paused;
        emit refreshingChanged();
    }
    std::optional<Instant> nextRefresh() const override { return {}; }
    Result<> setPrice(const telemetry::Price &, bool) override { return {}; }

    mutable World world;
    QList<Deployment> held;
    Profiles profilesHeld;
    std::optional<Target::Status> connection;
    std::optional<Error> refusal; // of add()
    QHash<QString, Secret> passwords;
    int refreshes = 0;

private:
    std::shared_ptr<Target> filled(const Deployment &deployment) const
    {
        auto target = std::make_shared<Target>(deployment, &m_secrets, &world.journal, m_clock);
        target->setFirstFillDone(true);
        return target;
    }
    FixedClock m_clock;
    mutable SecretStore m_secrets;
    mutable QMap<QString, std::shared_ptr<Target>> m_targets;
    QString m_current;
    RangeRequest m_range{QStringLiteral("24h")};
    QTimeZone m_zone = QTimeZone::utc();
    int m_seconds = 30;
    bool m_isPaused = false;
};

} // namespace qd::test
