#pragma once

#include "core/check.h"
#include "core/time.h"
#include "providers/http.h"

namespace qd::providers {

struct StatusIncident
{
    QString id, name, status, impact;
    Instant createdAt;
    QString lastUpdate; // plain text
};

// What a provider says of itself (Statuspage API v2, facts/providers.md A.17): one opinion.
struct StatusSummary
{
    QString page;                 // "Supabase"
    State state = State::Unknown; // judged by the components asked for, not by the page's indicator
    QString says;                 // "all named components operational", "Database: partial outage"
    QList<StatusIncident> incidents;
    std::optional<Instant> updatedAt;
};

class Statuspage : public QObject
{
    Q_OBJECT

public:
    // `base` is the page's address without /api/v2. Empty component list: all that are not groups.
    Statuspage(QString provider, QUrl base, QStringList components, QObject *parent = nullptr);

    // A 200 with another shape is Wrong (shown as unknown), never "operational".
    Reply<StatusSummary> summary();

    Http &http() { return m_http; }

private:
    Http m_http;
    QStringList m_components;
};

} // namespace qd::providers
