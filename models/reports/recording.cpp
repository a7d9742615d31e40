#include "reports/recording.h"

namespace qd::reports {

void Kinds::add(const TelemetrySource &source, const QStringList &chosen)
{
    if (!chosen.isEmpty()) {
        for (const QString &kind : chosen) {
            if (!names.contains(kind))
                names << kind;
        }
    } else if (source.kind.constant.isEmpty() && source.kind.isMapped()) {
        isAll = true;
    } else if (!names.contains(source.kind.constant)) {
        names << source.kind.constant; // every row is of this one kind, possibly without a name
    }
}

Recording recordingOf(const Profile &profile)
{
    Recording recording;
    for (const TelemetrySource &source : profile.sources) {
        const bool hasCost = source.costUsd.isMapped() || source.costCents.isMapped();
        const bool hasTokens = source.tokensIn.isMapped() || source.tokensOut.isMapped() || source.tokensTotal.isMapped();
        recording.hasCost |= hasCost;
        recording.hasTokens |= hasTokens;
        recording.hasLatency |= source.latencyMs.isMapped();
        recording.hasHttpStatus |= source.httpStatus.isMapped();
        recording.hasErrors |= source.success.isMapped() || source.status.isMapped() || source.errorMessage.isMapped();
        recording.requests.add(source, source.requestKinds);
        if (hasCost || hasTokens)
            recording.costs.add(source, source.costKinds);
        if (source.tool.isMapped())
            recording.tools.add(source, source.toolKinds);
        recording.tables << (source.table.isEmpty() ? source.name : source.table);
    }
    return recording;
}

KindNumbers::KindNumbers(const Kinds &kinds, const telemetry::Mirror &mirror)
    : m_isAll(kinds.isAll)
{
    for (const QString &name : kinds.names) {
        const auto number = mirror.number(telemetry::Dimension::Kind, name);
        if (!number)
            continue; // never seen: nothing counts as it
        if (m_chosen.size() <= *number)
            m_chosen.resize(*number + 1);
        m_chosen[*number] = true;
    }
}

QString labelOf(const Profile &profile, const QString &name)
{
    return profile.labels.value(name, name);
}

} // namespace qd::reports
