#pragma once

// What the demo's applications write into cost_usd: tokens × the shipped price book, rounded to
// the six decimals of their columns as Postgres rounds.

#include "core/time.h"

#include <QByteArray>

#include <optional>

namespace qd::demo {

// Millionths of a dollar; nothing for a model without a price. `cached` is inside `in`.
std::optional<qint64> costOf(const QByteArray &model, Instant at, qint64 in, qint64 out, qint64 cached);

} // namespace qd::demo
