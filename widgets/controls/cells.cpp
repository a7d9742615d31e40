#include "widgets/controls/cells.h"

#include "core/format.h"

#include <QSet>

namespace qd {

Cell Cell::number(const QString &words, const QVariant &sort, Tone tone)
{
    Cell cell(words);
    cell.sort = sort;
    cell.tone = tone;
    return cell;
}

QString Cell::inWords() const
{
    if (!spoken.isEmpty())
        return spoken;
    QStringList parts;
    if (!text.isEmpty())
        parts << text;
    if (!note.isEmpty())
        parts << note;
    if (mark)
        parts << markWord(*mark);
    if (text.isEmpty() && share)
        parts << format::percent(*share, 1);
    if (isTarget)
        parts << (ratio ? QObject::tr("%1 of the target").arg(format::percent(*ratio)) : QObject::tr("no reading"));
    if (!strip.isEmpty()) {
        QStringList states;
        for (const State state : strip)
            states << stateWord(state);
        parts << states.join(QLatin1Char(' '));
    }
    return parts.join(QStringLiteral(", "));
}

RowsModel::RowsModel(QList<TableColumn> columns, QObject *parent) : QAbstractTableModel(parent), m_columns(std::move(columns)) { }

void RowsModel::setColumnTitle(int column, const QString &title)
{
    if (m_columns[column].title == title)
        return;
    m_columns[column].title = title;
    emit headerDataChanged(Qt::Horizontal, column, column);
}

int RowsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }
int RowsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_columns.size()); }

const TableRow *RowsModel::find(const QString &key) const
{
    for (const TableRow &row : m_rows) {
        if (row.key == key)
            return &row;
    }
    return nullptr;
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const TableRow &row = m_rows[index.row()];
    if (role == KeyRole)
        return row.key;
    if (role == PinRole)
        return row.isPinned ? 0 : row.isTotal ? 2 : 1;
    if (role == RowRole)
        return row.value;
    if (role == OldRole)
        return row.isOld;
    if (role == MonoRole)
        return m_columns[index.column()].isMono;
    const Cell cell = row.cells.value(index.column());
    switch (role) {
    case Qt::DisplayRole: return cell.text;
    case Qt::ToolTipRole: return cell.tip.isEmpty() ? QVariant() : cell.tip;
    case Qt::AccessibleTextRole: return cell.inWords();
    case Qt::TextAlignmentRole: return int((m_columns[index.column()].isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case CellRole: return QVariant::fromValue(cell);
    case SortRole: return cell.sort.isValid() ? cell.sort : QVariant(cell.text);
    default: return {};
    }
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    const TableColumn &column = m_columns[section];
    switch (role) {
    case Qt::DisplayRole: return column.title;
    case Qt::ToolTipRole: return column.tip.isEmpty() ? QVariant() : column.tip;
    case Qt::TextAlignmentRole: return int((column.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

void RowsModel::replaceAt(int row, const TableRow &with)
{
    const bool isSame = m_rows[row] == with;
    m_rows[row] = with;
    if (!isSame)
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
}

// Old rows that are gone are removed, then the new order is made by moving and inserting; a table
// of a few hundred rows needs nothing smarter, and persistent indexes stay where they belong.
void RowsModel::setRows(QList<TableRow> rows)
{
    QSet<QString> wanted;
    for (const TableRow &row : std::as_const(rows))
        wanted.insert(row.key);
    for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
        if (wanted.contains(m_rows[i].key))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.removeAt(i);
        endRemoveRows();
    }
    for (int i = 0; i < rows.size(); ++i) {
        int at = i;
        while (at < m_rows.size() && m_rows[at].key != rows[i].key)
            ++at;
        if (at >= m_rows.size()) {
            beginInsertRows({}, i, i);
            m_rows.insert(i, rows[i]);
            endInsertRows();
            continue;
        }
        if (at != i) {
            beginMoveRows({}, at, at, {}, i);
            m_rows.move(at, i);
            endMoveRows();
        }
        replaceAt(i, rows[i]);
    }
}

RowsProxy::RowsProxy(RowsModel *model, QObject *parent) : QSortFilterProxyModel(parent)
{
    setSourceModel(model);
    setSortRole(RowsModel::SortRole);
    setDynamicSortFilter(true);
}

void RowsProxy::setWords(const QString &words)
{
    m_words = words.trimmed();
    invalidateFilter();
}

int RowsProxy::hiddenByFilter() const
{
    return sourceModel()->rowCount() - rowCount();
}

bool RowsProxy::filterAcceptsRow(int row, const QModelIndex &) const
{
    if (m_words.isEmpty())
        return true;
    for (int column = 0; column < sourceModel()->columnCount(); ++column) {
        if (sourceModel()->index(row, column).data(Qt::AccessibleTextRole).toString().contains(m_words, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

bool RowsProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const int a = left.data(RowsModel::PinRole).toInt(), b = right.data(RowsModel::PinRole).toInt();
    if (a != b) // pinned and totals hold their end whichever way the rest is sorted
        return (a < b) == (sortOrder() == Qt::AscendingOrder);
    if (a != 1) // and their own order
        return (left.row() < right.row()) == (sortOrder() == Qt::AscendingOrder);
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace qd
