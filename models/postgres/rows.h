#pragma once

#include "core/money.h"
#include "core/time.h"

#include <QByteArrayView>
#include <QList>

#include <optional>

namespace qd::pg {

// The answer to a query: text cells in one block of memory, so that 200,000 rows cost two
// allocations and not two million. Cells are what the server wrote; the typed readers return
// nothing for NULL and for text that is not of the type.
class Rows
{
public:
    qsizetype count() const { return m_columns.isEmpty() ? 0 : m_ends.size() / m_columns.size(); }
    bool isEmpty() const { return count() == 0; }
    const QList<QByteArray> &columns() const { return m_columns; }
    int column(QByteArrayView name) const; // -1 if there is none

    bool isNull(qsizetype row, int column) const;
    QByteArrayView at(qsizetype row, int column) const; // empty for NULL; valid while the Rows live
    QString text(qsizetype row, int column) const;
    std::optional<qint64> integer(qsizetype row, int column) const;
    std::optional<double> number(qsizetype row, int column) const;
    std::optional<bool> boolean(qsizetype row, int column) const;
    std::optional<Money> money(qsizetype row, int column) const;
    // Of a timestamptz as Postgres prints it in any DateStyle ISO session, with its offset.
    std::optional<Instant> instant(qsizetype row, int column) const;

    // For producers.
    void setColumns(QList<QByteArray> names) { m_columns = std::move(names); }
    void appendCell(QByteArrayView value);
    void appendNull();
    qsizetype bytes() const { return m_data.size() + m_ends.size() * qsizetype(sizeof(qint64)); }

private:
    QList<QByteArray> m_columns;
    QByteArray m_data;
    QList<qint64> m_ends; // end offset of each cell; complemented (negative) for NULL
};

} // namespace qd::pg
