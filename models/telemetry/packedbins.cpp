#include "telemetry/packedbins.h"

#include "telemetry/packing.h"

namespace qd::telemetry {

namespace {

// All sums in the order in which they are written, each as a function from Sums to its field; a new
// one goes to the end, with a new version of the packing. The recorded cost comes last, by itself.
template <typename Visit>
void visitFields(Visit visit)
{
    visit([](auto &sums) -> auto & { return sums.calls; });
    visit([](auto &sums) -> auto & { return sums.errors; });
    visit([](auto &sums) -> auto & { return sums.errorsWithHttpStatus; });
    for (size_t i = 0; i < ErrorClasses; ++i)
        visit([i](auto &sums) -> auto & { return sums.errorsByClass[i]; });
    visit([](auto &sums) -> auto & { return sums.timed; });
    visit([](auto &sums) -> auto & { return sums.latencyUs; });
    for (size_t i = 0; i < TokenClasses; ++i)
        visit([i](auto &sums) -> auto & { return sums.tokens[i]; });
    for (size_t i = 0; i < TokenClasses; ++i)
        visit([i](auto &sums) -> auto & { return sums.tokensWithoutCost[i]; });
    visit([](auto &sums) -> auto & { return sums.unclassedTokens; });
    visit([](auto &sums) -> auto & { return sums.unclassedWithoutCost; });
    visit([](auto &sums) -> auto & { return sums.callsWithCost; });
    visit([](auto &sums) -> auto & { return sums.callsWithoutCost; });
}

template <typename T, typename Read>
void packColumn(Packer &packer, const QList<T> &rows, Read read)
{
    Column column;
    column.reserve(size_t(rows.size()));
    for (const T &row : rows)
        column.push_back(qint64(read(row)));
    packer.column(column);
}

template <typename T, typename Write>
void unpackColumn(Unpacker &unpacker, QList<T> &rows, Write write)
{
    T *first = rows.data();
    unpacker.visitColumn(rows.size(), false, [&](qsizetype i, qint64 value) { write(first[i], value); });
}

template <typename T>
void packSums(Packer &packer, const QList<T> &rows)
{
    if (rows.isEmpty())
        return;
    visitFields([&](auto field) { packColumn(packer, rows, [&](const T &row) { return field(row.sums); }); });
    packColumn(packer, rows, [](const T &row) { return row.sums.recorded.pico(); });
}

template <typename T>
void unpackSums(Unpacker &unpacker, QList<T> &rows)
{
    if (rows.isEmpty())
        return;
    T *first = rows.data(); // rows begin as zeros
    visitFields([&](auto field) { unpacker.visitColumn(rows.size(), true, [&](qsizetype i, qint64 value) { field(first[i].sums) = value; }); });
    unpacker.visitColumn(rows.size(), true, [&](qsizetype i, qint64 value) { first[i].sums.recorded = Money::fromPico(value); });
}

} // namespace

QByteArray packedCells(const QList<Cell> &cells, qint64 place)
{
    Packer packer;
    packer.number(quint64(cells.size()));
    packColumn(packer, cells, [](const Cell &cell) { return cell.key.kind; });
    packColumn(packer, cells, [](const Cell &cell) { return cell.key.model; });
    packColumn(packer, cells, [](const Cell &cell) { return cell.key.tool; });
    packColumn(packer, cells, [](const Cell &cell) { return cell.key.tier; });
    packSums(packer, cells);
    return packer.sealed(place);
}

std::optional<QList<Cell>> cellsFrom(const QByteArray &blob, qint64 place)
{
    const auto content = unsealed(blob, place);
    if (!content)
        return {};
    Unpacker unpacker(*content);
    QList<Cell> cells(unpacker.rows());
    unpackColumn(unpacker, cells, [](Cell &cell, qint64 value) { cell.key.kind = quint16(value); });
    unpackColumn(unpacker, cells, [](Cell &cell, qint64 value) { cell.key.model = quint16(value); });
    unpackColumn(unpacker, cells, [](Cell &cell, qint64 value) { cell.key.tool = quint16(value); });
    unpackColumn(unpacker, cells, [](Cell &cell, qint64 value) { cell.key.tier = quint8(value); });
    unpackSums(unpacker, cells);
    if (!unpacker.isAtEnd())
        return {};
    return cells;
}

QByteArray packedUsers(const QList<UserCell> &users, qint64 place)
{
    Packer packer;
    packer.number(quint64(users.size()));
    packColumn(packer, users, [](const UserCell &cell) { return cell.user; });
    packColumn(packer, users, [](const UserCell &cell) { return cell.model; });
    packColumn(packer, users, [](const UserCell &cell) { return cell.kind; });
    packColumn(packer, users, [](const UserCell &cell) { return cell.tier; });
    packSums(packer, users);
    return packer.sealed(place);
}

std::optional<QList<UserCell>> usersFrom(const QByteArray &blob, qint64 place)
{
    const auto content = unsealed(blob, place);
    if (!content)
        return {};
    Unpacker unpacker(*content);
    QList<UserCell> users(unpacker.rows());
    unpackColumn(unpacker, users, [](UserCell &cell, qint64 value) { cell.user = quint32(value); });
    unpackColumn(unpacker, users, [](UserCell &cell, qint64 value) { cell.model = quint16(value); });
    unpackColumn(unpacker, users, [](UserCell &cell, qint64 value) { cell.kind = quint16(value); });
    unpackColumn(unpacker, users, [](UserCell &cell, qint64 value) { cell.tier = quint8(value); });
    unpackSums(unpacker, users);
    if (!unpacker.isAtEnd())
        return {};
    return users;
}

QByteArray packedErrors(const QList<ErrorCell> &errors, qint64 place)
{
    Packer packer;
    packer.number(quint64(errors.size()));
    packColumn(packer, errors, [](const ErrorCell &cell) { return cell.group; });
    packColumn(packer, errors, [](const ErrorCell &cell) { return qint64(cell.errorClass); });
    packColumn(packer, errors, [](const ErrorCell &cell) { return cell.kind; });
    packColumn(packer, errors, [](const ErrorCell &cell) { return cell.tool; });
    packColumn(packer, errors, [](const ErrorCell &cell) { return cell.model; });
    packColumn(packer, errors, [](const ErrorCell &cell) { return cell.httpStatus; });
    packColumn(packer, errors, [](const ErrorCell &cell) { return cell.count; });
    packColumn(packer, errors, [](const ErrorCell &cell) { return cell.firstUs; });
    packColumn(packer, errors, [](const ErrorCell &cell) { return cell.lastUs - cell.firstUs; });
    packColumn(packer, errors, [](const ErrorCell &cell) { return cell.users.size(); });
    for (const ErrorCell &cell : errors) {
        packer.bytes(cell.code.toUtf8());
        packer.column(Column(cell.users.begin(), cell.users.end()));
    }
    return packer.sealed(place);
}

std::optional<QList<ErrorCell>> errorsFrom(const QByteArray &blob, qint64 place)
{
    const auto content = unsealed(blob, place);
    if (!content)
        return {};
    Unpacker unpacker(*content);
    QList<ErrorCell> errors(unpacker.rows());
    unpackColumn(unpacker, errors, [](ErrorCell &cell, qint64 value) { cell.group = quint32(value); });
    unpackColumn(unpacker, errors, [&unpacker](ErrorCell &cell, qint64 value) {
        if (value < 0 || value >= ErrorClasses)
            unpacker.fail();
        else
            cell.errorClass = ErrorClass(value);
    });
    unpackColumn(unpacker, errors, [](ErrorCell &cell, qint64 value) { cell.kind = quint16(value); });
    unpackColumn(unpacker, errors, [](ErrorCell &cell, qint64 value) { cell.tool = quint16(value); });
    unpackColumn(unpacker, errors, [](ErrorCell &cell, qint64 value) { cell.model = quint16(value); });
    unpackColumn(unpacker, errors, [](ErrorCell &cell, qint64 value) { cell.httpStatus = int(value); });
    unpackColumn(unpacker, errors, [](ErrorCell &cell, qint64 value) { cell.count = value; });
    unpackColumn(unpacker, errors, [](ErrorCell &cell, qint64 value) { cell.firstUs = value; });
    unpackColumn(unpacker, errors, [](ErrorCell &cell, qint64 value) { cell.lastUs = cell.firstUs + value; });
    const Column users = unpacker.column(errors.size());
    for (qsizetype i = 0; i < errors.size() && !unpacker.hasFailed(); ++i) {
        errors[i].code = QString::fromUtf8(unpacker.bytes());
        for (const qint64 user : unpacker.column(qBound(qint64(0), users[size_t(i)], qint64(16'000'000))))
            errors[i].users.append(quint32(user));
    }
    if (!unpacker.isAtEnd())
        return {};
    return errors;
}

static QByteArray packedDistribution(const Distribution &distribution)
{
    Packer packer;
    Column buckets, counts;
    for (const auto &[bucket, count] : distribution.buckets()) {
        buckets.push_back(bucket);
        counts.push_back(count);
    }
    packer.number(buckets.size());
    packer.column(buckets);
    packer.column(counts);
    packer.real(distribution.sum());
    packer.real(distribution.smallest().value_or(0));
    packer.real(distribution.largest().value_or(0));
    return packer.content();
}

static std::optional<Distribution> distributionFrom(QByteArrayView packed)
{
    Unpacker unpacker(packed);
    const qsizetype size = unpacker.rows();
    const Column numbers = unpacker.column(size), counts = unpacker.column(size);
    QList<std::pair<quint16, qint64>> buckets;
    buckets.reserve(size);
    for (size_t i = 0; i < size_t(size); ++i)
        buckets.append({quint16(numbers[i]), counts[i]});
    const double sum = unpacker.real(), smallest = unpacker.real(), largest = unpacker.real();
    if (!unpacker.isAtEnd())
        return {};
    return Distribution::fromParts(buckets, sum, smallest, largest);
}

QByteArray packedDistributions(const std::map<DistributionKey, Distribution> &distributions, qint64 place)
{
    Packer packer;
    Column dimensions, kinds, values, sizes;
    QList<QByteArray> bodies;
    for (const auto &[key, distribution] : distributions) {
        dimensions.push_back(qint64(key.dimension));
        kinds.push_back(key.kind);
        values.push_back(key.value);
        bodies.append(packedDistribution(distribution));
        sizes.push_back(bodies.back().size());
    }
    packer.number(distributions.size());
    for (const Column *column : {&dimensions, &kinds, &values, &sizes})
        packer.column(*column);
    for (const QByteArray &body : bodies)
        packer.raw(body);
    return packer.sealed(place);
}

bool visitDistributions(const QByteArray &blob, qint64 place, const std::function<bool(const DistributionKey &)> &wanted, const std::function<void(const DistributionKey &, const Distribution &)> &visit)
{
    const auto content = unsealed(blob, place);
    if (!content)
        return false;
    Unpacker unpacker(*content);
    const qsizetype count = unpacker.rows();
    const Column dimensions = unpacker.column(count), kinds = unpacker.column(count), values = unpacker.column(count), sizes = unpacker.column(count);
    for (size_t i = 0; i < size_t(count); ++i) {
        const QByteArrayView body = unpacker.raw(sizes[i]);
        const DistributionKey key{Dimension(dimensions[i]), quint16(kinds[i]), quint16(values[i])};
        if (unpacker.hasFailed())
            return false;
        if (wanted && !wanted(key))
            continue;
        const auto distribution = distributionFrom(body);
        if (!distribution)
            return false;
        visit(key, *distribution);
    }
    return unpacker.isAtEnd();
}

} // namespace qd::telemetry
