#pragma once

#include "deployments/deployment.h"
#include "deployments/profile.h"
#include "deployments/secrets.h"
#include "journal/journal.h"
#include "providers/statuspage.h"
#include "providers/vercel.h"

#include <QTimer>

#include <map>

namespace qd::app {

// Asks the providers of one deployment: Vercel for deployments, every minute while somebody looks
// and every ten otherwise, and the status pages its profile names, never more often than each 60
// seconds. What is seen for the first time goes to the journal, from which all charts draw their
// marks. Nothing is asked before start(). For the demo only what the deployment itself names is
// asked, so that it never leaves this computer.
class ProviderWatch : public QObject
{
    Q_OBJECT

public:
    ProviderWatch(const Deployment &deployment, const Profile &profile, SecretStore *secrets, Journal *journal, const Clock &clock, QObject *parent = nullptr);
    ~ProviderWatch() override;

    void start();
    void stop();
    void setLookedAt(bool isLookedAt);
    void refresh();
    // Something was asked that is not answered yet.
    bool isAsking() const;

    const std::optional<Result<Instant>> &vercelReadAt() const { return m_vercelReadAt; }
    QMap<QString, Result<providers::StatusSummary>> statusPages() const;

signals:
    void changed();

private:
    struct Page;

    void addPages(const Profile &profile);
    void makeVercel(const Secret &token);
    void askVercel();
    void askPage(Page &page);
    void noteDeployments(const QList<providers::VercelDeployment> &deployments);
    void notePage(Page &page, const providers::StatusSummary &summary);
    void write(const JournalEntry &entry);

    Deployment m_deployment;
    SecretStore *m_secrets;
    Journal *m_journal;
    const Clock &m_clock;
    bool m_isRunning = false;
    bool m_isLookedAt = false;

    std::unique_ptr<providers::Vercel> m_vercel;
    std::optional<Result<Instant>> m_vercelReadAt;
    Latest m_token{this}, m_listing{this};
    QTimer m_vercelTimer, m_pageTimer;
    std::map<QString, std::unique_ptr<Page>> m_pages;
};

// What the journal keeps of a deployment; nothing while it is still being built, or when it is no
// business of this environment (previews of a production deployment).
std::optional<JournalEntry> entryOf(const providers::VercelDeployment &deployment, const Deployment &of);

} // namespace qd::app
