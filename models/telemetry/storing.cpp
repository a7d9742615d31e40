#include "telemetry/storing.h"

#include "telemetry/reading.h"
#include "telemetry/readingcolumns.h"

#include <QCoreApplication>

#include <algorithm>

namespace qd::telemetry {

Result<Stored> stored(Mirror &mirror, const Delivery &delivery)
{
    Stored done;
    QList<Call> calls;
    calls.reserve(delivery.rows.count());
    const QList<int> checked = checkedColumns(delivery.source);
    std::optional<Instant> newest;
    for (qsizetype row = 0; row < delivery.rows.count(); ++row) {
        auto call = callFrom(delivery.rows, row, delivery.source, checked);
        if (!call)
            continue;
        if (delivery.source.idIsMonotone)
            done.largestId = std::max(done.largestId.value_or(0), call->id.toLongLong());
        if (const Instant at = call->at(); at <= delivery.serverNow && (!newest || at > *newest))
            newest = at;
        calls.append(*std::move(call));
    }
    Coverage coverage = mirror.coverage(delivery.name);
    const qint64 before = coverage.rows;
    if (newest && (!coverage.newestEvent || *newest > *coverage.newestEvent))
        coverage.newestEvent = newest;
    coverage.mapping = mappingOf(delivery.source);
    delivery.cover(coverage);
    auto changed = mirror.mergeWindow(delivery.name, delivery.window, calls, coverage);
    if (!changed) {
        // Damage takes the coverage with it; raw calls that are only too old do not.
        done.needsWholeBins = changed.error().kind == Error::Kind::Lost && mirror.coverage(delivery.name).bins;
        if (done.needsWholeBins)
            return done;
        return failure(changed.error());
    }
    done.changed = *std::move(changed);
    done.rows = delivery.rows.count();
    done.newRows = std::max(qint64(0), mirror.coverage(delivery.name).rows - before);
    return done;
}

Result<> adopt(Mirror &mirror, const QString &name, const TelemetrySource &source)
{
    const QByteArray mapping = mirror.coverage(name).mapping;
    if (mapping.isEmpty() || mapping == mappingOf(source))
        return {};
    return mirror.clear(name);
}

Result<QList<Bin>> differing(const Mirror &mirror, const QString &name, const TimeRange &window, const pg::Rows &tallies)
{
    const Bin first = binOf(window.from), last = binOf(window.to - milliseconds(1));
    QMap<Bin, BinTally> ours;
    for (const BinTally &tally : mirror.tallies(name, first, last))
        ours.insert(tally.bin, tally);
    QList<Bin> bins;
    for (qsizetype row = 0; row < tallies.count(); ++row) {
        const auto bin = tallies.integer(row, 0), copies = tallies.integer(row, 1), checksum = tallies.integer(row, 2);
        if (!bin || !copies || !checksum)
            return failure(Error::Kind::Wrong, QCoreApplication::translate("Follower", "The database counted its rows in a way that was not understood."));
        if (ours.take(Bin(*bin)) != BinTally{Bin(*bin), *copies, *checksum})
            bins.append(Bin(*bin));
    }
    bins.append(ours.keys()); // the source has nothing there any more
    std::sort(bins.begin(), bins.end());
    return bins;
}

Result<> changeCoverage(Mirror &mirror, const QString &name, const std::function<void(Coverage &)> &change)
{
    Coverage coverage = mirror.coverage(name);
    change(coverage);
    return mirror.setCoverage(name, coverage);
}

QList<std::pair<Bin, Bin>> runsOf(QList<Bin> bins, int most)
{
    std::sort(bins.begin(), bins.end(), std::greater<>());
    QList<std::pair<Bin, Bin>> runs;
    for (const Bin bin : std::as_const(bins)) {
        if (!runs.isEmpty() && runs.back().first == bin + 1 && runs.back().second - bin < most)
            runs.back().first = bin;
        else if (runs.isEmpty() || bin < runs.back().first)
            runs.append({bin, bin});
    }
    return runs;
}

} // namespace qd::telemetry
