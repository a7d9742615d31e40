#include "telemetry/mirror.h"

#include "telemetry/mirrorprivate.h"
#include "telemetry/packedbins.h"
#include "telemetry/packedcalls.h"
#include "telemetry/packing.h"

#include "core/paths.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPromise>
#include <QThreadPool>

#include <algorithm>

namespace qd::telemetry {

static constexpr qint64 MostCachedCells = 200'000; // about 40 MB

std::optional<std::pair<Bin, Bin>> binsOf(const TimeRange &range)
{
    if (range.isEmpty())
        return {};
    constexpr Instant earliest = binStart(-70'000'000), latest = binStart(70'000'000); // about ±2000 years
    return std::pair{binOf(std::clamp(range.from, earliest, latest)), binOf(std::clamp(range.to - milliseconds(1), earliest, latest))};
}

Mirror::Mirror()
    : d(std::make_unique<Private>())
{
}

Mirror::~Mirror() = default;

Result<std::unique_ptr<Mirror>> Mirror::open(const QString &file, Access access)
{
    std::unique_ptr<Mirror> mirror(new Mirror);
    mirror->d->file = file;
    mirror->d->namesAreStale.fill(true);
    if (access == Access::Write) {
        if (auto folder = paths::ensure(QFileInfo(file).absolutePath()); !folder)
            return failure(folder.error());
        mirror->d->lock = std::make_unique<QLockFile>(file + QStringLiteral(".lock"));
        // Only a dead owner makes the lock stale, however long a living one holds it.
        mirror->d->lock->setStaleLockTime(0);
        if (mirror->d->lock->tryLock(0)) {
            if (auto opened = mirror->d->openForWriting(); !opened)
                return failure(opened.error());
            return mirror;
        }
        // A lock that cannot be written is not a lock that somebody holds.
        const bool isDiskFull = mirror->d->lock->error() == QLockFile::UnknownError;
        mirror->d->lock.reset();
        if (isDiskFull)
            return failure(mirror->d->diskIsFull());
    }
    if (auto opened = mirror->d->openForReading(); !opened)
        return failure(opened.error());
    return mirror;
}

bool Mirror::canWrite() const
{
    return d->isWriter;
}

QString Mirror::file() const
{
    return d->file;
}

QString Mirror::problem() const
{
    return d->problem;
}

QStringList Mirror::sources() const
{
    return d->sources.keys();
}

Coverage Mirror::coverage(const QString &source) const
{
    return d->coverages.value(source);
}

Coverage Mirror::coverage() const
{
    if (d->coverages.isEmpty())
        return {};
    Coverage all = d->coverages.first();
    all.islands.clear();
    const auto wider = [](std::optional<Instant> a, std::optional<Instant> b, auto pick) { return !a ? b : !b ? a : std::optional(pick(*a, *b)); };
    const auto earlier = [](Instant a, Instant b) { return std::min(a, b); };
    const auto later = [](Instant a, Instant b) { return std::max(a, b); };
    for (auto next = std::next(d->coverages.cbegin()); next != d->coverages.cend(); ++next) {
        const Coverage &one = *next;
        if (one.bins)
            all.bins = all.bins ? TimeRange{std::min(all.bins->from, one.bins->from), std::max(all.bins->to, one.bins->to)} : *one.bins;
        all.readAt = all.readAt && one.readAt ? std::optional(std::min(*all.readAt, *one.readAt)) : std::nullopt;
        all.newestEvent = wider(all.newestEvent, one.newestEvent, later);
        all.rows += one.rows;
        all.isBackfillDone = all.isBackfillDone && one.isBackfillDone;
        all.sourceBegins = wider(all.sourceBegins, one.sourceBegins, earlier);
        all.auditedAt = all.auditedAt && one.auditedAt ? std::optional(std::min(*all.auditedAt, *one.auditedAt)) : std::nullopt;
        all.auditRepairs += one.auditRepairs;
        all.isInstrumented = all.isInstrumented || one.isInstrumented;
        if (all.note.isEmpty())
            all.note = one.note;
    }
    return all;
}

// ---- names ----

void Mirror::Private::refreshNames(Dimension dimension)
{
    bool &isStale = namesAreStale[size_t(dimension)];
    if (!isStale || !isOpen())
        return;
    isStale = false;
    auto rows = run(QStringLiteral("select number, name, seal from names where dimension = ? and number >= ? order by number"), {int(dimension), names.count(dimension)});
    while (rows && rows->next()) {
        const quint32 number = rows->value(0).toUInt();
        const QString name = rows->value(1).toString();
        const bool isSound = sealOf(name.toUtf8(), (qint64(dimension) << 32) + number) == rows->value(2).toUInt();
        if (!isSound)
            problem = QCoreApplication::translate("Mirror", "A name in the local copy was damaged; it is shown as “?”.");
        // Numbers follow each other, so a gap is a damaged entry as well.
        if (number > names.count(dimension) + 1'000'000)
            break;
        names.learn(dimension, number, isSound ? name : QStringLiteral("?"));
    }
}

QString Mirror::name(Dimension dimension, quint32 number) const
{
    d->refreshNames(dimension);
    return d->names.name(dimension, number);
}

std::optional<quint32> Mirror::number(Dimension dimension, const QString &name) const
{
    d->refreshNames(dimension);
    return d->names.number(dimension, name);
}

QString Mirror::userKind(quint32 user) const
{
    if (!d->isOpen())
        return {};
    auto row = d->run(QStringLiteral("select note from names where dimension = ? and number = ?"), {int(Dimension::User), user});
    return row && row->next() ? row->value(0).toString() : QString();
}

// ---- cells ----

void Mirror::Private::visitBlobs(const char *table, Bin first, Bin last, bool newestFirst, const std::function<bool(qint64, const QByteArray &)> &visit) const
{
    if (!isOpen())
        return;
    const QString sql = QStringLiteral("select place, content from %1 where place between ? and ? order by place %2").arg(QLatin1String(table), newestFirst ? QStringLiteral("desc") : QStringLiteral("asc"));
    struct Cursor
    {
        QSqlQuery query;
        bool hasRow;
    };
    std::vector<Cursor> cursors;
    for (const int source : sources) {
        auto query = run(sql, {placeOf(source, first), placeOf(source, last)});
        if (!query)
            continue;
        const bool hasRow = query->next();
        cursors.push_back({*std::move(query), hasRow});
    }
    for (;;) {
        Cursor *next = nullptr;
        for (Cursor &cursor : cursors) {
            if (!cursor.hasRow)
                continue;
            const auto binOfRow = [](const Cursor &row) { return binAt(row.query.value(0).toLongLong()); };
            if (!next || (newestFirst ? binOfRow(cursor) > binOfRow(*next) : binOfRow(cursor) < binOfRow(*next)))
                next = &cursor;
        }
        if (!next || !visit(next->query.value(0).toLongLong(), next->query.value(1).toByteArray()))
            return;
        next->hasRow = next->query.next();
    }
}

std::shared_ptr<const CellChunk> Mirror::Private::chunk(int source, Bin first)
{
    const qint64 place = placeOf(source, first);
    if (const auto known = chunks.constFind(place); known != chunks.cend()) {
        chunkOrder.remove(place);
        chunkOrder.push_back(place);
        return *known;
    }
    auto made = std::make_shared<CellChunk>();
    auto rows = run(QStringLiteral("select place, content from cells where place between ? and ? order by place"), {place, place + BinsPerChunk - 1});
    while (rows && rows->next()) {
        const qint64 at = rows->value(0).toLongLong();
        auto cells = cellsFrom(rows->value(1).toByteArray(), at);
        if (!cells) {
            noteDamage(at);
            continue;
        }
        made->cells += cells->size();
        made->bins.append({binAt(at), *std::move(cells)});
    }
    chunks.insert(place, made);
    chunkOrder.push_back(place);
    cachedCells += made->cells;
    trimChunks();
    return made;
}

void Mirror::Private::forgetChunk(qint64 place)
{
    if (const auto known = chunks.constFind(place); known != chunks.cend()) {
        cachedCells -= (*known)->cells;
        chunks.erase(known);
        chunkOrder.remove(place);
    }
}

void Mirror::Private::forgetChunks()
{
    chunks.clear();
    chunkOrder.clear();
    cachedCells = 0;
}

void Mirror::Private::trimChunks()
{
    while (cachedCells > MostCachedCells && chunkOrder.size() > 1)
        forgetChunk(qint64(chunkOrder.front()));
}

void Mirror::forEachCell(const TimeRange &range, const std::function<void(Bin, const Cell &)> &visit) const
{
    const auto bins = binsOf(range);
    if (!bins || !d->isOpen())
        return;
    d->takeAhead();
    // Chunk by chunk, the sources of a chunk side by side, so that bins come in time order.
    for (auto chunk = d->nextChunk(bins->first, bins->second); chunk; chunk = d->nextChunk((*chunk + 1) * BinsPerChunk, bins->second)) {
        QList<std::pair<Bin, const QList<Cell> *>> found;
        QList<std::shared_ptr<const CellChunk>> kept;
        for (const int source : std::as_const(d->sources)) {
            kept.append(d->chunk(source, *chunk * BinsPerChunk));
            for (const auto &[bin, cells] : kept.back()->bins)
                if (bin >= bins->first && bin <= bins->second)
                    found.append({bin, &cells});
        }
        if (kept.size() > 1)
            std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
        for (const auto &[bin, cells] : std::as_const(found))
            for (const Cell &cell : *cells)
                visit(bin, cell);
    }
}

void Mirror::readAhead(const TimeRange &range) const
{
    if (!d->isOpen() || d->isWriter)
        return;
    const auto reading = std::make_shared<QPromise<std::shared_ptr<const Private::Ahead>>>();
    d->ahead = reading->future();
    reading->start(); // here: nobody waits for what has not begun
    QThreadPool::globalInstance()->start([reading, range, file = d->file] {
        auto found = std::make_shared<Private::Ahead>();
        if (const auto mirror = open(file, Access::Read)) {
            const Private &other = *(*mirror)->d;
            (*mirror)->forEachCell(range, [](Bin, const Cell &) { });
            if (other.damaged.empty()) // damage is found by who shows it
                *found = {other.revision, other.chunks};
        }
        reading->addResult(std::move(found));
        reading->finish();
    });
}

void Mirror::Private::takeAhead()
{
    if (!ahead)
        return;
    const std::shared_ptr<const Ahead> found = std::exchange(ahead, {})->result();
    if (found->revision != revision)
        return;
    for (const auto &[place, chunk] : found->chunks.asKeyValueRange()) {
        if (chunks.contains(place))
            continue;
        chunks.insert(place, chunk);
        chunkOrder.push_back(place);
        cachedCells += chunk->cells;
    }
    trimChunks();
}

// The first chunk with a bin from `first` to `last`: years without a call cost one question.
std::optional<Bin> Mirror::Private::nextChunk(Bin first, Bin last)
{
    if (first > last)
        return {};
    std::optional<Bin> next;
    for (const int source : std::as_const(sources)) {
        if (chunks.contains(placeOf(source, chunkOf(first) * BinsPerChunk)))
            return chunkOf(first);
        auto row = run(QStringLiteral("select min(place) from cells where place between ? and ?"), {placeOf(source, first), placeOf(source, last)});
        if (row && row->next() && !row->value(0).isNull())
            next = std::min(next.value_or(std::numeric_limits<Bin>::max()), chunkOf(binAt(row->value(0).toLongLong())));
    }
    return next;
}

Sums Mirror::total(const TimeRange &range, const QStringList &kinds) const
{
    QList<quint16> wanted;
    for (const QString &kind : kinds)
        if (const auto known = number(Dimension::Kind, kind))
            wanted.append(quint16(*known));
    Sums sums;
    if (!kinds.isEmpty() && wanted.isEmpty())
        return sums;
    forEachCell(range, [&](Bin, const Cell &cell) {
        if (kinds.isEmpty() || wanted.contains(cell.key.kind))
            sums += cell.sums;
    });
    return sums;
}

// ---- distributions, users, errors ----

void Mirror::forEachDistribution(const TimeRange &range, const std::function<void(Bin, const DistributionKey &, const Distribution &)> &visit, const std::function<bool(const DistributionKey &)> &wanted) const
{
    const auto bins = binsOf(range);
    if (!bins)
        return;
    d->visitBlobs("distributions", bins->first, bins->second, false, [&](qint64 place, const QByteArray &blob) {
        const Bin bin = Private::binAt(place);
        if (!visitDistributions(blob, place, wanted, [&](const DistributionKey &key, const Distribution &distribution) { visit(bin, key, distribution); }))
            d->noteDamage(place);
        return true;
    });
}

Distribution Mirror::distribution(const TimeRange &range, const QStringList &kinds, std::optional<QString> tool, std::optional<QString> model) const
{
    Distribution merged;
    if (tool && model) { // not kept together in the bins: from the raw calls, as far as they reach
        forEachCall(range, [&](const Call &call) {
            if (call.latencyMs && call.tool == *tool && call.model == *model && (kinds.isEmpty() || kinds.contains(call.kind)))
                merged.add(*call.latencyMs);
        });
        return merged;
    }
    const Dimension dimension = tool ? Dimension::Tool : model ? Dimension::Model : Dimension::Kind;
    std::optional<quint32> value = 0;
    if (tool || model)
        value = number(dimension, tool ? *tool : *model);
    QList<quint32> wanted;
    for (const QString &kind : kinds)
        if (const auto known = number(Dimension::Kind, kind))
            wanted.append(*known);
    if (!value || (!kinds.isEmpty() && wanted.isEmpty()))
        return merged;
    forEachDistribution(
        range, [&](Bin, const DistributionKey &, const Distribution &distribution) { merged += distribution; },
        [&](const DistributionKey &key) { return key.dimension == dimension && key.value == *value && (kinds.isEmpty() || wanted.contains(key.kind)); });
    return merged;
}

void Mirror::forEachUser(const TimeRange &range, const std::function<void(Bin, const UserCell &)> &visit) const
{
    const auto bins = binsOf(range);
    if (!bins)
        return;
    d->visitBlobs("users", bins->first, bins->second, false, [&](qint64 place, const QByteArray &blob) {
        const auto users = usersFrom(blob, place);
        if (!users)
            d->noteDamage(place);
        else
            for (const UserCell &cell : *users)
                visit(Private::binAt(place), cell);
        return true;
    });
}

void Mirror::forEachError(const TimeRange &range, const std::function<void(Bin, const ErrorCell &)> &visit) const
{
    const auto bins = binsOf(range);
    if (!bins)
        return;
    d->visitBlobs("errors", bins->first, bins->second, false, [&](qint64 place, const QByteArray &blob) {
        const auto errors = errorsFrom(blob, place);
        if (!errors)
            d->noteDamage(place);
        else
            for (const ErrorCell &cell : *errors)
                visit(Private::binAt(place), cell);
        return true;
    });
}

std::optional<TimeRange> Mirror::lifeOfErrorGroup(quint32 group) const
{
    if (!d->isOpen())
        return {};
    auto row = d->run(QStringLiteral("select min(first), max(last) from life where grp = ?"), {group});
    if (!row || !row->next() || row->value(0).isNull())
        return {};
    return TimeRange{fromMsecs(row->value(0).toLongLong() / 1000), fromMsecs(row->value(1).toLongLong() / 1000)};
}

OddRows Mirror::oddRows(const TimeRange &range, Instant now) const
{
    OddRows odd;
    const auto bins = binsOf(range);
    if (!bins || !d->isOpen())
        return odd;
    for (const int source : std::as_const(d->sources)) {
        auto row = d->run(QStringLiteral("select sum(oddcosts), sum(oddlatencies), sum(copies - rows) from bins where place between ? and ?"),
            {Private::placeOf(source, bins->first), Private::placeOf(source, bins->second)});
        if (!row || !row->next())
            continue;
        odd.costs += row->value(0).toLongLong();
        odd.latencies += row->value(1).toLongLong();
        odd.duplicates += row->value(2).toLongLong();
    }
    const qint64 nowUs = toMsecs(now) * 1000;
    forEachCall({now, binStart(binOf(now) + 100 * BinsPerChunk)}, [&](const Call &call) { odd.future += call.atUs > nowUs ? 1 : 0; });
    return odd;
}

// ---- state ----

qint64 Mirror::revision() const
{
    d->followRevision();
    return d->revision;
}

qint64 Mirror::sizeOnDisk() const
{
    return QFileInfo(d->file).size() + QFileInfo(d->file + QStringLiteral("-wal")).size();
}

QList<std::pair<QString, Bin>> Mirror::damagedBins() const
{
    QList<std::pair<QString, Bin>> bins;
    for (const qint64 place : d->damaged)
        bins.append({d->sources.key(Private::sourceAt(place)), Private::binAt(place)});
    return bins;
}

QList<BinTally> Mirror::tallies(const QString &source, Bin first, Bin last) const
{
    QList<BinTally> tallies;
    const auto number = d->sources.constFind(source);
    if (number == d->sources.cend() || !d->isOpen())
        return tallies;
    auto rows = d->run(QStringLiteral("select place, copies, checksum from bins where place between ? and ? order by place"), {Private::placeOf(*number, first), Private::placeOf(*number, last)});
    while (rows && rows->next())
        tallies.append({Private::binAt(rows->value(0).toLongLong()), rows->value(1).toLongLong(), rows->value(2).toLongLong()});
    return tallies;
}

} // namespace qd::telemetry
