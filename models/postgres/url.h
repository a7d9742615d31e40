#pragma once

// The two notations of a database address, taken apart into keyword and value. Written anew
// because libpq's parser repeats the password in its error messages, and because passwords are
// pasted unescaped every day: `@` inside them is understood.

#include "core/result.h"

#include <QByteArray>
#include <QList>

#include <utility>

namespace qd::pg {

using Pairs = QList<std::pair<QByteArray, QByteArray>>;

Result<Pairs> pairsOfUrl(const QByteArray &url);       // postgres://user:password@host:port/dbname?keyword=value
Result<Pairs> pairsOfKeywords(const QByteArray &text); // host=db.example dbname='my app'

} // namespace qd::pg
