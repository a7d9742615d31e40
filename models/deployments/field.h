#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace qd {

// Where a value is found in a row, as it is written in a profile:
//
//     created_at            a column; names are quoted by us, so userId needs no quotes
//     metadata.usage.cost   a path into a JSON column
//     "odd.name".key        double quotes around a name with a dot, a blank or a quote in it
//     duration * 1000       a number in another unit
//     endTime - startTime   the milliseconds between two time columns
//     =llm_call             a constant, where the system does not record it
//
// Empty: not recorded.
struct Field
{
    QString column;
    QStringList path;
    QString constant;
    double scale = 1;
    QString minus;      // the earlier time column of a difference

    bool isMapped() const { return !column.isEmpty() || !constant.isEmpty(); }
    static Field fromText(const QString &text);      // what parse() refuses is taken as a column's name
    static Result<Field> parse(const QString &text); // the error says what is not understood
    QString text() const;
    // (t."metadata"->>'model'), always as text; null if not mapped. A value that should be a number
    // and is none gives null where it has to be calculated with.
    QByteArray sql(const QByteArray &alias = "t") const;
    bool operator==(const Field &) const = default;
};

} // namespace qd
