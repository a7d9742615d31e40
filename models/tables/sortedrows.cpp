#include "tables/sortedrows.h"

#include "tables/column.h"

namespace qd::tables {

SortedRows::SortedRows(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
}

void SortedRows::setFilterText(const QString &text)
{
    const QStringList words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    invalidateFilter();
}

bool SortedRows::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    // A descending order is the ascending one turned around, which pins and missing values must not be.
    const bool isDescending = sortOrder() == Qt::DescendingOrder;
    const int leftPin = left.data(PinRole).toInt(), rightPin = right.data(PinRole).toInt();
    if (leftPin != rightPin)
        return (leftPin < rightPin) != isDescending;
    if (leftPin != 0)
        return (left.row() < right.row()) != isDescending;
    const QVariant leftValue = left.data(SortRole), rightValue = right.data(SortRole);
    if (leftValue.isValid() != rightValue.isValid())
        return leftValue.isValid() != isDescending;
    if (!leftValue.isValid())
        return (left.row() < right.row()) != isDescending;
    return QSortFilterProxyModel::lessThan(left, right);
}

bool SortedRows::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_words.isEmpty() || sourceModel()->index(row, 0, parent).data(PinRole).toInt() != 0)
        return true;
    QString all;
    for (int column = 0; column < sourceModel()->columnCount(parent); ++column) {
        const QModelIndex cell = sourceModel()->index(row, column, parent);
        all += cell.data(Qt::DisplayRole).toString() + QLatin1Char(' ') + cell.data(NoteRole).toString() + QLatin1Char('\n');
    }
    return std::ranges::all_of(m_words, [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

} // namespace qd::tables
