#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace qd::app {

// A table of text with just the lines it needs. Columns named with a trailing ">" are aligned to
// the right; an empty column of an entire table is left out. The one named with a trailing "*" is
// cut when the table is wider than `width`.
class Table
{
public:
    explicit Table(const QStringList &columns);

    void add(const QStringList &cells) { m_rows.append(cells); }
    bool isEmpty() const { return m_rows.isEmpty(); }
    QStringList lines(int width, const QString &indent = QStringLiteral("  ")) const;

private:
    QList<int> widths(int most) const;
    QString line(const QStringList &cells, const QList<int> &widths) const;

    QStringList m_titles;
    QList<bool> m_isRight;
    int m_elastic = -1;
    QList<QStringList> m_rows;
};

} // namespace qd::app
