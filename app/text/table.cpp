#include "app/text/table.h"

#include "app/text/ink.h"

#include <algorithm>
#include <numeric>

namespace qd::app {

static constexpr int TableGap = 2;

// Only plain text is ever longer than its column; what carries colour is short.
static QString cutTo(const QString &text, int width)
{
    return widthOf(text) <= width ? text : text.left(std::max(0, width - 1)) + QChar(0x2026);
}

Table::Table(const QStringList &columns)
{
    for (QString title : columns) {
        const bool isRight = title.endsWith(QLatin1Char('>')), isElastic = title.endsWith(QLatin1Char('*'));
        if (isRight || isElastic)
            title.chop(1);
        if (isElastic)
            m_elastic = int(m_titles.size());
        m_titles << title;
        m_isRight << isRight;
    }
}

QList<int> Table::widths(int most) const
{
    QList<int> widths(m_titles.size(), 0);
    for (const QStringList &row : m_rows) {
        for (qsizetype column = 0; column < m_titles.size(); ++column)
            widths[column] = std::max(widths[column], widthOf(row.value(column)));
    }
    for (qsizetype column = 0; column < m_titles.size(); ++column) {
        if (widths[column] > 0)
            widths[column] = std::max(widths[column], widthOf(m_titles[column]));
    }
    const int used = std::accumulate(widths.cbegin(), widths.cend(), 0) + TableGap * int(std::ranges::count_if(widths, [](int w) { return w > 0; }) - 1);
    if (m_elastic >= 0 && used > most)
        widths[m_elastic] = std::max(12, widths[m_elastic] - (used - most));
    return widths;
}

QString Table::line(const QStringList &cells, const QList<int> &widths) const
{
    QString text;
    for (qsizetype column = 0; column < m_titles.size(); ++column) {
        if (widths[column] == 0)
            continue;
        const QString cell = column == m_elastic ? cutTo(cells.value(column), widths[column]) : cells.value(column);
        const QString blanks(std::max(0, widths[column] - widthOf(cell)), QLatin1Char(' '));
        text += (text.isEmpty() ? QString() : QString(TableGap, QLatin1Char(' '))) + (m_isRight[column] ? blanks + cell : cell + blanks);
    }
    while (text.endsWith(QLatin1Char(' ')))
        text.chop(1);
    return text;
}

QStringList Table::lines(int width, const QString &indent) const
{
    const QList<int> columns = widths(width - int(indent.size()));
    QStringList lines;
    if (std::ranges::any_of(m_titles, [](const QString &title) { return !title.isEmpty(); }))
        lines << indent + line(m_titles, columns);
    for (const QStringList &row : m_rows)
        lines << indent + line(row, columns);
    return lines;
}

} // namespace qd::app
