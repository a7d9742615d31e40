#pragma once

#include "core/check.h"
#include "core/time.h"
#include "providers/http.h"

namespace qd::providers {

// One deployment as Vercel lists it (GET /v6/deployments, facts/providers.md A.1).
struct VercelDeployment
{
    QString uid, url, commit, message, branch, author;
    QString state;         // as Vercel says it: READY, ERROR, …; unknown words are kept
    QString substate;      // STAGED, ROLLING, PROMOTED
    QString target;        // production, staging, empty for previews
    Instant createdAt;
    std::optional<Instant> readyAt;
    bool isRollbackCandidate = false;
    QString errorMessage;

    bool isLiveProduction() const { return target == QLatin1String("production") && state == QLatin1String("READY") && substate != QLatin1String("STAGED"); }
};

class Vercel : public QObject
{
    Q_OBJECT

public:
    // `base` is https://api.vercel.com or a stand-in; `team` may be empty.
    Vercel(QUrl base, const Secret &token, QString team, QObject *parent = nullptr);

    // Newest first, all pages until `since`, at most 500. A row without id or time makes the whole
    // answer Wrong: half a list would look like the truth.
    Reply<QList<VercelDeployment>> deployments(const QString &project, Instant since);

    Http &http() { return m_http; }

private:
    Http m_http;
    QString m_team;
};

} // namespace qd::providers
