#pragma once

// What a kind of system records at all, and which of its rows count as what. Everything that is
// not recorded is said to be so instead of being shown as nothing.

#include "deployments/profile.h"
#include "telemetry/mirror.h"

#include <QStringList>

#include <vector>

namespace qd::reports {

// The kinds of rows that count for one purpose.
struct Kinds
{
    bool isAll = false;
    QStringList names;

    bool isEmpty() const { return !isAll && names.isEmpty(); }
    void add(const TelemetrySource &source, const QStringList &chosen);
};

struct Recording
{
    Kinds requests, costs, tools;
    bool hasLatency = false, hasCost = false, hasTokens = false, hasErrors = false, hasHttpStatus = false;
    QStringList tables; // as shown, "agent_telemetry"

    bool mayHaveCost() const { return hasCost || hasTokens; }
    QString tableNames() const { return tables.join(QStringLiteral(", ")); }
};

Recording recordingOf(const Profile &profile);

// Kinds as the mirror numbers them.
class KindNumbers
{
public:
    KindNumbers(const Kinds &kinds, const telemetry::Mirror &mirror);
    bool contains(quint16 kind) const { return m_isAll || (kind < m_chosen.size() && m_chosen[kind]); }

private:
    bool m_isAll;
    std::vector<bool> m_chosen;
};

// The words of the profile for a kind or a tool; the name itself where it has none.
QString labelOf(const Profile &profile, const QString &name);

} // namespace qd::reports
