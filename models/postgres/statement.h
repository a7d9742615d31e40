#pragma once

// SQL kept in resources/sql/*.sql, readable by psql: names mapped by a profile are psql variables
// (:"relation" quoted as an identifier, :'from' as a literal, :fragment verbatim from trusted
// code), so `psql -v relation=… -f file.sql` runs the same file.

#include "core/result.h"

#include <QByteArray>
#include <QMap>

namespace qd::pg {

QByteArray identifier(const QString &name);                       // "userId"
QByteArray qualified(const QString &schema, const QString &name); // "public"."chat_messages"
QByteArray literal(QByteArrayView text);                          // 'it''s', E'…' where needed

// Replaces the variables outside comments, strings and casts (::). Wrong: names the variable that
// has no value.
Result<QByteArray> substituted(const QByteArray &sql, const QMap<QByteArray, QByteArray> &variables);

// The text of resources/sql/<name>.sql. A missing file is a bug.
QByteArray sqlFile(const char *name);

} // namespace qd::pg
