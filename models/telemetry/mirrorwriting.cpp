// Writing a mirror: whole bins, each computed from all of its calls, in one transaction.

#include "telemetry/binning.h"
#include "telemetry/mirrorprivate.h"
#include "telemetry/packedbins.h"
#include "telemetry/packedcalls.h"
#include "telemetry/packing.h"

#include "core/log.h"

#include <QCoreApplication>

#include <algorithm>

namespace qd::telemetry {

namespace {

constexpr int KeptChanges = 1000;

tl::unexpected<Error> notTheWriter(const QString &file)
{
    return failure(Error::Kind::Busy, QCoreApplication::translate("Mirror", "Another Quarterdeck keeps the local copy “%1” up to date; this one only reads it.").arg(file));
}

} // namespace

Result<> Mirror::Private::inTransaction(const std::function<Result<>()> &work)
{
    if (!isWriter)
        return notTheWriter(file);
    const auto all = [&]() -> Result<> {
        if (auto begun = run(QStringLiteral("begin immediate")); !begun)
            return failure(begun.error());
        for (int dimension = 0; dimension < Dimensions; ++dimension)
            refreshNames(Dimension(dimension));
        if (auto done = work(); !done)
            return done;
        if (auto done = writeNames(); !done)
            return done;
        if (auto counted = run(QStringLiteral("update state set revision = ?"), {revision + 1}); !counted)
            return failure(counted.error());
        if (auto committed = run(QStringLiteral("commit")); !committed)
            return failure(committed.error());
        ++revision;
        return {};
    };
    Result<> done = all();
    if (done)
        return done;
    (void)run(QStringLiteral("rollback"));
    names = Names();
    userKinds.clear();
    forgetChunks();
    if (done.error().kind == Error::Kind::Lost) {
        if (auto aside = setAside(); !aside)
            return aside;
        if (auto made = createTables(); !made)
            return made;
        done = failure(Error::Kind::Lost, problem, done.error().detail, done.error().code);
    }
    loadSources();
    return done;
}

Result<int> Mirror::Private::sourceNumber(const QString &source)
{
    if (const auto known = sources.constFind(source); known != sources.cend())
        return *known;
    auto made = run(QStringLiteral("insert into sources(name) values (?)"), {source});
    if (!made)
        return failure(made.error());
    const int number = made->lastInsertId().toInt();
    sources.insert(source, number);
    return number;
}

Result<> Mirror::Private::writeCoverage(const QString &source, Coverage coverage)
{
    const auto number = sourceNumber(source);
    if (!number)
        return failure(number.error());
    auto counted = run(QStringLiteral("select coalesce(sum(rows), 0) from bins where place between ? and ?"), {placeOf(*number, -0x7fffffff), placeOf(*number, 0x7fffffff)});
    if (!counted)
        return failure(counted.error());
    coverage.rows = counted->next() ? counted->value(0).toLongLong() : 0;
    counted = QSqlQuery();
    if (auto written = run(QStringLiteral("update sources set coverage = ? where id = ?"), {packedCoverage(coverage), *number}); !written)
        return failure(written.error());
    coverages.insert(source, coverage);
    return {};
}

Result<> Mirror::Private::writeNames()
{
    for (const Names::New &made : names.takeNew()) {
        const quint32 seal = sealOf(made.name.toUtf8(), (qint64(made.dimension) << 32) + made.number);
        auto written = run(QStringLiteral("insert or replace into names(dimension, number, name, seal) values (?, ?, ?, ?)"), {int(made.dimension), made.number, made.name, seal});
        if (!written)
            return failure(written.error());
    }
    return {};
}

Result<> Mirror::Private::writeUserKinds(const QList<Call> &calls)
{
    // Names have to be there first, because the kind is a note on them.
    QHash<quint32, QString> changed;
    for (const Call &call : calls)
        if (!call.userKind.isEmpty() && !call.user.isEmpty())
            if (const quint32 user = names.numberFor(Dimension::User, call.user); userKinds.value(user) != call.userKind || changed.contains(user))
                changed.insert(user, call.userKind);
    if (changed.isEmpty())
        return {};
    if (auto written = writeNames(); !written)
        return written;
    for (auto one = changed.cbegin(); one != changed.cend(); ++one) {
        auto written = run(QStringLiteral("update names set note = ? where dimension = ? and number = ? and note is not ?"), {one.value(), int(Dimension::User), one.key(), one.value()});
        if (!written)
            return failure(written.error());
        userKinds.insert(one.key(), one.value());
    }
    return {};
}

Result<> Mirror::Private::dropBins(int source, Bin first, Bin last)
{
    for (const char *table : {"bins", "cells", "distributions", "users", "errors", "raw", "life"}) {
        auto dropped = run(QStringLiteral("delete from %1 where place between ? and ?").arg(QLatin1String(table)), {placeOf(source, first), placeOf(source, last)});
        if (!dropped)
            return failure(dropped.error());
    }
    return {};
}

Result<> Mirror::Private::writeBin(int source, Bin bin, const QList<Call> &calls, const BinContent &content, bool keepsRaw)
{
    const qint64 place = placeOf(source, bin);
    auto counted = run(QStringLiteral("insert or replace into bins(place, rows, copies, checksum, oddcosts, oddlatencies) values (?, ?, ?, ?, ?, ?)"),
        {place, content.rows, content.copies, content.checksum, content.oddCosts, content.oddLatencies});
    if (!counted)
        return failure(counted.error());
    const std::pair<const char *, QByteArray> parts[] = {
        {"cells", packedCells(content.cells, place)},
        {"distributions", content.distributions.empty() ? QByteArray() : packedDistributions(content.distributions, place)},
        {"users", packedUsers(content.users, place)},
        {"errors", content.errors.isEmpty() ? QByteArray() : packedErrors(content.errors, place)},
        {"raw", keepsRaw ? packedCalls(calls, names, place) : QByteArray()},
    };
    for (const auto &[table, blob] : parts) {
        auto written = blob.isEmpty() ? run(QStringLiteral("delete from %1 where place = ?").arg(QLatin1String(table)), {place})
                                      : run(QStringLiteral("insert or replace into %1(place, content) values (?, ?)").arg(QLatin1String(table)), {place, blob});
        if (!written)
            return failure(written.error());
    }
    if (auto dropped = run(QStringLiteral("delete from life where place = ?"), {place}); !dropped)
        return failure(dropped.error());
    QHash<quint32, std::pair<qint64, qint64>> lives;
    for (const ErrorCell &cell : content.errors) {
        const auto life = lives.value(cell.group, {cell.firstUs, cell.lastUs});
        lives.insert(cell.group, {std::min(life.first, cell.firstUs), std::max(life.second, cell.lastUs)});
    }
    for (auto life = lives.cbegin(); life != lives.cend(); ++life)
        if (auto written = run(QStringLiteral("insert into life(grp, place, first, last) values (?, ?, ?, ?)"), {life.key(), place, life->first, life->second}); !written)
            return failure(written.error());
    damaged.erase(place);
    return {};
}

bool Mirror::Private::opens(qint64 place) const
{
    for (const char *table : {"cells", "distributions", "users", "errors", "raw"}) {
        auto row = run(QStringLiteral("select content from %1 where place = ?").arg(QLatin1String(table)), {place});
        if (!row || (row->next() && !unsealed(row->value(0).toByteArray(), place)))
            return false;
    }
    return true;
}

Result<> Mirror::Private::noteChange(int source, Bin first, Bin last)
{
    if (auto noted = run(QStringLiteral("insert into changes(revision, source, first, last) values (?, ?, ?, ?)"), {revision + 1, source, first, last}); !noted)
        return failure(noted.error());
    if (auto trimmed = run(QStringLiteral("delete from changes where number <= (select max(number) from changes) - ?"), {KeptChanges}); !trimmed)
        return failure(trimmed.error());
    if (first > last)
        forgetChunks();
    else
        for (Bin chunk = chunkOf(first); chunk <= chunkOf(last); ++chunk)
            forgetChunk(placeOf(source, chunk * BinsPerChunk));
    return {};
}

Result<QList<Bin>> Mirror::replaceBins(const QString &source, Bin first, Bin last, const QList<Call> &calls, const Coverage &coverage)
{
    if (!d->isWriter)
        return notTheWriter(d->file);
    std::map<Bin, QList<Call>> byBin;
    for (Call &call : withoutDuplicates(calls))
        if (const Bin bin = binOf(call.at()); bin >= first && bin <= last)
            byBin[bin].append(std::move(call));
    const bool isAnyRaw = !coverage.readAt || last >= binOf(*coverage.readAt - std::chrono::hours(24 * RawDays));
    const Bin rawFrom = coverage.readAt && isAnyRaw ? binOf(*coverage.readAt - std::chrono::hours(24 * RawDays)) : first;

    QList<Bin> changed;
    const auto work = [&]() -> Result<> {
        const auto number = d->sourceNumber(source);
        if (!number)
            return failure(number.error());
        for (const BinTally &before : tallies(source, first, last)) {
            if (byBin.contains(before.bin))
                continue;
            if (auto dropped = d->dropBins(*number, before.bin, before.bin); !dropped)
                return dropped;
            changed.append(before.bin);
        }
        for (const auto &[bin, rows] : byBin) {
            const BinContent content = contentOf(bin, rows, d->names);
            const bool isSame = content.checksum != 0 && tallies(source, bin, bin).value(0) == BinTally{bin, content.copies, content.checksum};
            if (isSame && d->opens(Private::placeOf(*number, bin)))
                continue;
            if (auto written = d->writeBin(*number, bin, rows, content, isAnyRaw && bin >= rawFrom); !written)
                return written;
            if (auto written = d->writeUserKinds(rows); !written)
                return written;
            changed.append(bin);
        }
        std::sort(changed.begin(), changed.end());
        if (!changed.isEmpty())
            if (auto noted = d->noteChange(*number, changed.front(), changed.back()); !noted)
                return noted;
        return d->writeCoverage(source, coverage);
    };
    if (auto done = d->inTransaction(work); !done)
        return failure(done.error());
    return changed;
}

Result<QList<Bin>> Mirror::mergeWindow(const QString &source, const TimeRange &window, const QList<Call> &calls, const Coverage &coverage)
{
    const auto bins = binsOf(window);
    const auto number = d->sources.constFind(source);
    if (!bins)
        return failure(Error::Kind::Wrong, QCoreApplication::translate("Mirror", "There is no time to bring up to date."));
    if (!d->isWriter)
        return notTheWriter(d->file);
    for (int dimension = 0; dimension < Dimensions; ++dimension)
        d->refreshNames(Dimension(dimension));

    QSet<QByteArray> ids;
    for (const Call &call : calls)
        ids.insert(call.id);
    QList<Call> all = calls;
    const qint64 fromUs = toMsecs(window.from) * 1000, toUs = toMsecs(window.to) * 1000;
    QList<Bin> edges;
    if (window.from > binStart(bins->first))
        edges.append(bins->first);
    if (window.to < binStart(bins->second + 1) && !edges.contains(bins->second))
        edges.append(bins->second);
    for (const Bin bin : std::as_const(edges)) {
        const BinTally before = tallies(source, bin, bin).value(0);
        if (before.copies == 0)
            continue;
        const qint64 place = Private::placeOf(*number, bin);
        auto row = d->run(QStringLiteral("select content from raw where place = ?"), {place});
        const auto stored = row && row->next() ? callsFrom(row->value(0).toByteArray(), place) : std::nullopt;
        if (!stored)
            return failure(Error::Kind::Lost, QCoreApplication::translate("Mirror", "The calls of %1 are no longer in the local copy.").arg(isoText(binStart(bin))));
        for (qsizetype i = 0; i < stored->count; ++i) {
            const qint64 at = stored->atUs[size_t(i)];
            if ((at < fromUs || at >= toUs) && !(ids.contains(stored->id[i]) && !stored->id[i].isEmpty()))
                all.append(stored->call(i, d->names));
        }
    }
    return replaceBins(source, bins->first, bins->second, all, coverage);
}

Result<> Mirror::setCoverage(const QString &source, const Coverage &coverage)
{
    return d->inTransaction([&] { return d->writeCoverage(source, coverage); });
}

Result<> Mirror::clear(const QString &source)
{
    return d->inTransaction([&]() -> Result<> {
        const auto number = d->sourceNumber(source);
        if (!number)
            return failure(number.error());
        if (auto dropped = d->dropBins(*number, -0x7fffffff, 0x7fffffff); !dropped)
            return dropped;
        if (auto noted = d->noteChange(*number, 1, 0); !noted)
            return noted;
        return d->writeCoverage(source, {});
    });
}

Result<> Mirror::prune(Instant now, qint64 maximumBytes)
{
    if (!d->isWriter)
        return notTheWriter(d->file);
    const auto number = [this](const QString &sql, const QVariantList &values = {}) -> qint64 {
        auto answer = d->run(sql, values);
        return answer && answer->next() && !answer->value(0).isNull() ? answer->value(0).toLongLong() : -1;
    };
    const Bin rawFrom = binOf(now - std::chrono::hours(24 * RawDays));
    for (const int source : std::as_const(d->sources)) {
        const qint64 from = Private::placeOf(source, -0x7fffffff), to = Private::placeOf(source, rawFrom - 1);
        if (number(QStringLiteral("select place from raw where place between ? and ? limit 1"), {from, to}) < 0)
            continue;
        auto done = d->inTransaction([&]() -> Result<> {
            auto dropped = d->run(QStringLiteral("delete from raw where place between ? and ?"), {from, to});
            return dropped ? Result<>() : failure(dropped.error());
        });
        if (!done)
            return done;
    }
    const auto used = [&] { return (number(QStringLiteral("pragma page_count")) - number(QStringLiteral("pragma freelist_count"))) * number(QStringLiteral("pragma page_size")); };
    // The oldest day of bins goes first, but never the last seven.
    while (maximumBytes > 0 && used() > maximumBytes) {
        Bin oldest = rawFrom;
        QString of;
        for (auto source = d->sources.cbegin(); source != d->sources.cend(); ++source) {
            const qint64 place = number(QStringLiteral("select min(place) from bins where place between ? and ?"), {Private::placeOf(*source, -0x7fffffff), Private::placeOf(*source, rawFrom - 1)});
            if (place >= 0 && Private::binAt(place) < oldest) {
                oldest = Private::binAt(place);
                of = source.key();
            }
        }
        if (of.isEmpty())
            break;
        const Bin last = std::min(oldest + BinsPerChunk - 1, rawFrom - 1);
        auto done = d->inTransaction([&]() -> Result<> {
            if (auto dropped = d->dropBins(d->sources.value(of), oldest, last); !dropped)
                return dropped;
            if (auto noted = d->noteChange(d->sources.value(of), oldest, last); !noted)
                return noted;
            Coverage coverage = d->coverages.value(of);
            coverage.prunedBefore = binStart(last + 1);
            if (coverage.bins)
                coverage.bins->from = std::max(coverage.bins->from, *coverage.prunedBefore);
            coverage.islands.removeIf([&](const TimeRange &island) { return island.to <= *coverage.prunedBefore; });
            return d->writeCoverage(of, coverage);
        });
        if (!done)
            return done;
    }
    if (number(QStringLiteral("pragma freelist_count")) > 1000)
        (void)number(QStringLiteral("pragma incremental_vacuum"));
    return {};
}

} // namespace qd::telemetry
