#pragma once

// The parts of a bin as blobs: cells, distributions, users, errors.

#include "telemetry/cells.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace qd::telemetry {

QByteArray packedCells(const QList<Cell> &cells, qint64 place);
std::optional<QList<Cell>> cellsFrom(const QByteArray &blob, qint64 place);

QByteArray packedUsers(const QList<UserCell> &users, qint64 place);
std::optional<QList<UserCell>> usersFrom(const QByteArray &blob, qint64 place);

QByteArray packedErrors(const QList<ErrorCell> &errors, qint64 place);
std::optional<QList<ErrorCell>> errorsFrom(const QByteArray &blob, qint64 place);

QByteArray packedDistributions(const std::map<DistributionKey, Distribution> &distributions, qint64 place);
// Only the wanted ones are decoded. False: damaged, and nothing more is visited.
bool visitDistributions(const QByteArray &blob, qint64 place, const std::function<bool(const DistributionKey &)> &wanted, const std::function<void(const DistributionKey &, const Distribution &)> &visit);

} // namespace qd::telemetry
