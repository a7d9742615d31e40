#include "app/providerwatch.h"

#include "core/log.h"

#include <algorithm>

namespace qd::app {

using namespace std::chrono_literals;

static constexpr auto VercelLooked = 60s, VercelUnlooked = 600s, PageLooked = 60s, PageUnlooked = 600s;
static constexpr auto DeploymentHistory = std::chrono::hours(24 * 30);

struct ProviderWatch::Page
{
    QString id;
    std::unique_ptr<providers::Statuspage> client;
    std::optional<Result<providers::StatusSummary>> last;
    std::optional<State> known; // the last state that was not unknown
    Latest asking;
};

ProviderWatch::ProviderWatch(const Deployment &deployment, const Profile &profile, SecretStore *secrets, Journal *journal, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_deployment(deployment)
    , m_secrets(secrets)
    , m_journal(journal)
    , m_clock(clock)
{
    addPages(profile);
    connect(&m_vercelTimer, &QTimer::timeout, this, &ProviderWatch::askVercel);
    connect(&m_pageTimer, &QTimer::timeout, this, [this] {
        for (auto &[id, page] : m_pages)
            askPage(*page);
    });
}

ProviderWatch::~ProviderWatch() = default;

void ProviderWatch::addPages(const Profile &profile)
{
    QMap<QString, ProviderFacts> wanted;
    for (const ProviderFacts &facts : profile.providers) {
        if (!facts.statusPage.isEmpty() && !m_deployment.isDemo)
            wanted.insert(facts.id, facts);
    }
    // The deployment's own settings win; "none" switches a page off.
    const QLatin1String prefix("statuspage.");
    for (auto it = m_deployment.providers.cbegin(); it != m_deployment.providers.cend(); ++it) {
        if (!it.key().startsWith(prefix))
            continue;
        const QString id = it.key().mid(prefix.size());
        if (it.value().isEmpty() || it.value() == QLatin1String("none")) {
            wanted.remove(id);
            continue;
        }
        const auto facts = std::ranges::find(profile.providers, id, &ProviderFacts::id);
        wanted.insert(id, {id, it.value(), facts == profile.providers.end() ? QStringList() : facts->components});
    }
    for (const ProviderFacts &facts : std::as_const(wanted)) {
        auto page = std::unique_ptr<Page>(new Page{facts.id, std::make_unique<providers::Statuspage>(facts.id, QUrl(facts.statusPage), facts.components), {}, {}, Latest(this)});
        m_pages.emplace(facts.id, std::move(page));
    }
}

void ProviderWatch::start()
{
    if (std::exchange(m_isRunning, true))
        return;
    setLookedAt(m_isLookedAt);
    refresh();
}

void ProviderWatch::stop()
{
    m_isRunning = false;
    m_vercelTimer.stop();
    m_pageTimer.stop();
    m_token.cancel();
    m_listing.cancel();
    for (auto &[id, page] : m_pages)
        page->asking.cancel();
}

void ProviderWatch::setLookedAt(bool isLookedAt)
{
    const bool isNew = isLookedAt && !m_isLookedAt;
    m_isLookedAt = isLookedAt;
    if (!m_isRunning)
        return;
    m_vercelTimer.start(isLookedAt ? VercelLooked : VercelUnlooked);
    m_pageTimer.start(isLookedAt ? PageLooked : PageUnlooked);
    if (isNew)
        refresh();
}

void ProviderWatch::refresh()
{
    if (!m_isRunning)
        return;
    askVercel();
    for (auto &[id, page] : m_pages) {
        // Status pages are copies that change once a minute; asking oftener tells nothing.
        if (!page->last)
            askPage(*page);
    }
}

bool ProviderWatch::isAsking() const
{
    return m_token.isRunning() || m_listing.isRunning() || std::ranges::any_of(m_pages, [](const auto &page) { return page.second->asking.isRunning(); });
}

QMap<QString, Result<providers::StatusSummary>> ProviderWatch::statusPages() const
{
    QMap<QString, Result<providers::StatusSummary>> all;
    for (const auto &[id, page] : m_pages) {
        if (page->last)
            all.insert(id, *page->last);
    }
    return all;
}

void ProviderWatch::askVercel()
{
    if (m_deployment.providers.value(QStringLiteral("vercel.project")).isEmpty() || m_token.isRunning() || m_listing.isRunning())
        return;
    if (!m_vercel) {
        const QString reference = m_deployment.providers.value(QStringLiteral("vercel.secret"), QStringLiteral("keychain"));
        m_token.start(m_secrets->read(reference, QStringLiteral("deployment/%1/vercel").arg(m_deployment.name)), [this](Result<Secret> token) {
            if (!token) {
                m_vercelReadAt = failure(token.error());
                emit changed();
                return;
            }
            makeVercel(*token);
            askVercel();
        });
        return;
    }
    const Instant since = m_clock.now() - (m_vercelReadAt && *m_vercelReadAt ? std::chrono::hours(24) : DeploymentHistory);
    m_listing.start(m_vercel->deployments(m_deployment.providers.value(QStringLiteral("vercel.project")), since), [this](Result<QList<providers::VercelDeployment>> list) {
        if (list) {
            m_vercelReadAt = m_clock.now();
            noteDeployments(*list);
        } else {
            log::info(QStringLiteral("%1: %2").arg(m_deployment.name, list.error().message));
            m_vercelReadAt = failure(list.error());
        }
        emit changed();
    });
}

void ProviderWatch::makeVercel(const Secret &token)
{
    const QString base = m_deployment.providers.value(QStringLiteral("vercel.base"), QStringLiteral("https://api.vercel.com"));
    m_vercel = std::make_unique<providers::Vercel>(QUrl(base), token, m_deployment.providers.value(QStringLiteral("vercel.team")));
}

void ProviderWatch::noteDeployments(const QList<providers::VercelDeployment> &deployments)
{
    for (const providers::VercelDeployment &deployment : deployments) {
        const std::optional<JournalEntry> entry = entryOf(deployment, m_deployment);
        if (entry && !m_journal->contains(entry->id))
            write(*entry);
    }
}

std::optional<JournalEntry> entryOf(const providers::VercelDeployment &deployment, const Deployment &of)
{
    const bool isReady = deployment.state == QLatin1String("READY"), hasFailed = deployment.state == QLatin1String("ERROR");
    if (!isReady && !hasFailed)
        return {};
    if (of.environment == Environment::Production && (deployment.target != QLatin1String("production") || deployment.substate == QLatin1String("STAGED")))
        return {};
    JournalEntry entry;
    entry.id = QStringLiteral("vercel:") + deployment.uid;
    entry.at = isReady ? deployment.readyAt.value_or(deployment.createdAt) : deployment.createdAt;
    entry.kind = QStringLiteral("deploy");
    entry.deployment = of.name;
    entry.title = QStringLiteral("%1 %2").arg(deployment.commit.left(7), deployment.message).trimmed();
    if (entry.title.isEmpty())
        entry.title = deployment.uid;
    entry.state = hasFailed ? State::Failing : State::Ok;
    entry.facts = {{QStringLiteral("commit"), deployment.commit}, {QStringLiteral("message"), deployment.message}, {QStringLiteral("branch"), deployment.branch},
                   {QStringLiteral("state"), deployment.state},   {QStringLiteral("target"), deployment.target},   {QStringLiteral("url"), deployment.url},
                   {QStringLiteral("author"), deployment.author}, {QStringLiteral("error"), deployment.errorMessage}};
    return entry;
}

void ProviderWatch::askPage(Page &page)
{
    page.asking.start(page.client->summary(), [this, &page](Result<providers::StatusSummary> summary) {
        if (summary)
            notePage(page, *summary);
        page.last = std::move(summary);
        emit changed();
    });
}

// A change of state is worth a line; so is the first look when something is wrong already. Two
// processes, or a restart, must not write it twice: the id is made of what the page says.
void ProviderWatch::notePage(Page &page, const providers::StatusSummary &summary)
{
    if (summary.state == State::Unknown)
        return;
    const std::optional<State> before = std::exchange(page.known, summary.state);
    const bool isNews = before ? *before != summary.state : summary.state != State::Ok;
    if (!isNews)
        return;
    JournalEntry entry;
    const Instant at = summary.updatedAt.value_or(m_clock.now());
    entry.id = QStringLiteral("status-page:%1:%2:%3:%4").arg(m_deployment.name, page.id, stateKey(summary.state), QString::number(toMsecs(at)));
    entry.at = at;
    entry.kind = QStringLiteral("status-page");
    entry.deployment = m_deployment.name;
    //: %1 is a provider, %2 what its status page says: "Supabase: Database: partial outage"
    entry.title = tr("%1: %2").arg(summary.page, summary.says);
    entry.state = summary.state;
    entry.facts = {{QStringLiteral("provider"), page.id}, {QStringLiteral("says"), summary.says}};
    if (!summary.incidents.isEmpty())
        entry.facts.insert(QStringLiteral("incident"), summary.incidents.first().name);
    write(entry);
}

void ProviderWatch::write(const JournalEntry &entry)
{
    whenAnswered(m_journal->append(entry), this, [this](const Result<> &written) {
        if (!written)
            log::warning(QStringLiteral("%1: %2").arg(m_deployment.name, written.error().message));
    });
}

} // namespace qd::app
