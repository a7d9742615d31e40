#include "reports/coverage.h"

#include "core/format.h"
#include "reports/recording.h"
#include "reports/words.h"

#include <QCoreApplication>

namespace qd::reports {

namespace {

struct FreshnessWords
{
    Q_DECLARE_TR_FUNCTIONS(Freshness)
};

QString tableOf(const SourceReality &reality)
{
    return reality.source.table.isEmpty() ? reality.source.name : reality.source.table;
}

// A table that only a whole scan could read is not read by itself.
void noteMissingIndex(Freshness &freshness, const Inputs &inputs)
{
    for (const SourceReality &reality : inputs.reality) {
        if (!reality.exists || !reality.mayRead || reality.hasReadingOrder || reality.missingIndexSql.isEmpty())
            continue;
        freshness.says = FreshnessWords::tr("%1 has no index to read by, so it is read only when asked.").arg(tableOf(reality));
        freshness.reason = freshness.says;
        freshness.fix = reality.missingIndexSql;
        return;
    }
}

// The reasons why nothing can be shown, as far as the look-up tells them.
std::optional<Freshness> fromReality(const Inputs &inputs)
{
    Freshness freshness;
    QStringList missing, empty;
    for (const SourceReality &reality : inputs.reality) {
        if (reality.exists && !reality.mayRead) {
            freshness.state = Freshness::State::Blind;
            freshness.says = FreshnessWords::tr("The role may not read %1.").arg(tableOf(reality));
            freshness.fix = reality.missingGrantSql;
            return freshness;
        }
        if (!reality.exists)
            missing << tableOf(reality);
        else if (reality.isEmpty)
            empty << tableOf(reality);
    }
    if (inputs.reality.isEmpty() || missing.size() + empty.size() < inputs.reality.size())
        return {};
    freshness.state = Freshness::State::NotInstrumented;
    freshness.says = empty.isEmpty() ? FreshnessWords::tr("%1 does not exist in this database.").arg(missing.join(QStringLiteral(", ")))
                                     : FreshnessWords::tr("%1 exists and has never had a row.").arg(empty.join(QStringLiteral(", ")));
    freshness.fix = FreshnessWords::tr("Let the application write a row for every call it makes.");
    return freshness;
}

Freshness withoutRows(const Inputs &inputs, const CombinedCoverage &combined)
{
    Freshness freshness;
    freshness.readAt = combined.readAt;
    if (inputs.profile->sources.isEmpty()) {
        freshness.state = Freshness::State::NotInstrumented;
        const QStringList &never = inputs.profile->neverCreated;
        //: %1 is a list of tables
        freshness.says = never.isEmpty() ? FreshnessWords::tr("The profile “%1” maps no telemetry table.").arg(inputs.profile->name)
                                         : FreshnessWords::tr("%1: named by the guide, created by no migration.").arg(never.join(QStringLiteral(", ")));
        freshness.fix = FreshnessWords::tr("Let the application write a row for every call it makes.");
        return freshness;
    }
    if (auto known = fromReality(inputs)) {
        known->readAt = combined.readAt;
        return *known;
    }
    const QString tables = recordingOf(*inputs.profile).tableNames();
    if (combined.readAt && !combined.isInstrumented) {
        freshness.state = Freshness::State::NotInstrumented;
        freshness.says = FreshnessWords::tr("%1 exists and has never had a row.").arg(tables);
        return freshness;
    }
    freshness.state = Freshness::State::Never;
    if (inputs.connection && inputs.connection->error) {
        freshness.since = inputs.connection->failedSince;
        freshness.reason = inputs.connection->error->message;
        freshness.says = freshness.reason;
    } else {
        freshness.says = FreshnessWords::tr("The first read of %1 is still to come.").arg(tables);
        noteMissingIndex(freshness, inputs);
    }
    return freshness;
}

// Why what was read is old, if it is.
void judgeAge(Freshness &freshness, const Inputs &inputs)
{
    const auto &connection = inputs.connection;
    const bool isCutOff = connection && connection->failedSince && connection->error;
    const milliseconds interval = inputs.refreshSeconds > 0 ? std::chrono::seconds(inputs.refreshSeconds) : milliseconds(std::chrono::minutes(5));
    const bool isOverdue = inputs.now - *freshness.readAt > 2 * interval + std::chrono::seconds(5);
    const auto words = [&](Instant at) { return format::time(at, inputs.now, inputs.zone); };
    if (isCutOff) {
        freshness.state = Freshness::State::Stale;
        freshness.since = connection->failedSince;
        freshness.reason = connection->error->message;
        freshness.says = FreshnessWords::tr("The database has not answered since %1; last read at %2.").arg(words(*freshness.since), words(*freshness.readAt));
    } else if (isOverdue) {
        freshness.state = Freshness::State::Stale;
        freshness.since = freshness.readAt;
        noteMissingIndex(freshness, inputs);
        freshness.says = FreshnessWords::tr("Last read %1, at %2.").arg(format::ago(*freshness.readAt, inputs.now), words(*freshness.readAt));
    }
    // A table that was there once, and is gone or may not be read any more: what is shown is the past.
    for (const SourceReality &reality : inputs.reality) {
        if ((reality.exists && reality.mayRead) || inputs.mirror->coverage(reality.source.name).rows == 0)
            continue;
        freshness.reason = reality.exists ? FreshnessWords::tr("The role may not read %1.").arg(tableOf(reality)) : FreshnessWords::tr("%1 does not exist in this database.").arg(tableOf(reality));
        freshness.fix = reality.exists ? reality.missingGrantSql : QString();
        if (freshness.state == Freshness::State::Stale)
            continue;
        freshness.state = Freshness::State::Stale;
        freshness.since = freshness.readAt;
        freshness.says = freshness.reason;
    }
}

} // namespace

CombinedCoverage combinedCoverage(const Inputs &inputs)
{
    CombinedCoverage all;
    bool isFirst = true;
    for (const TelemetrySource &source : inputs.profile->sources) {
        if (!inputs.mirror->sources().contains(source.name))
            continue;
        const telemetry::Coverage one = inputs.mirror->coverage(source.name);
        all.rows += one.rows;
        if (one.readAt)
            all.readAt = all.readAt ? std::min(*all.readAt, *one.readAt) : *one.readAt;
        if (one.newestEvent)
            all.newestEvent = all.newestEvent ? std::max(*all.newestEvent, *one.newestEvent) : *one.newestEvent;
        all.isInstrumented = isFirst ? one.isInstrumented : all.isInstrumented || one.isInstrumented;
        isFirst = false;
        if (!one.isInstrumented)
            continue; // an empty table covers everything and says nothing
        if (one.sourceBegins)
            all.begins = all.begins ? std::min(*all.begins, *one.sourceBegins) : *one.sourceBegins;
        if (!one.isBackfillDone)
            all.isBackfillDone = false;
        if (one.bins)
            all.covered = all.covered ? TimeRange{std::max(all.covered->from, one.bins->from), std::min(all.covered->to, one.bins->to)} : *one.bins;
    }
    if (isFirst)
        all.isBackfillDone = false;
    return all;
}

Freshness freshnessOf(const Inputs &inputs)
{
    const CombinedCoverage combined = combinedCoverage(inputs);
    if (!combined.readAt || combined.rows == 0 || !combined.covered)
        return withoutRows(inputs, combined);

    Freshness freshness;
    freshness.state = Freshness::State::Live;
    freshness.readAt = combined.readAt;
    freshness.newestEvent = combined.newestEvent;
    freshness.covered = combined.covered;
    freshness.says = FreshnessWords::tr("Read %1.").arg(format::ago(*freshness.readAt, inputs.now));
    if (!combined.isBackfillDone && combined.covered->from > inputs.range.from) {
        freshness.state = Freshness::State::Filling;
        freshness.says = FreshnessWords::tr("Read back to %1 so far.").arg(format::time(combined.covered->from, inputs.now, inputs.zone));
    }
    judgeAge(freshness, inputs);
    return freshness;
}

} // namespace qd::reports
