#pragma once

#include "tables/column.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

namespace qd::tables {

// What all tables share: roles, headings, spoken text. Values come in as a list, rows go out; a
// refresh keeps rows that are still there where they are, so that selection, current row and
// scroll position survive.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    QHash<int, QByteArray> roleNames() const override;
    // Another heading than the column's own: "vs Dec".
    void setHeading(int column, const QString &text);
    // Of the row with this identity; -1 for none.
    virtual int rowOf(const QString &key) const = 0;
    bool isEmpty() const { return rowCount() == 0; }

protected:
    QString headingOf(int column, const char *own) const;
    static int alignmentOf(bool isNumber);
    // "p95 2.31 s, warning"
    static QString spokenText(const QString &heading, const QString &text, const QString &note, const QVariant &state);

private:
    QHash<int, QString> m_headings;
};

} // namespace qd::tables
