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

CellsModel::CellsModel(QList<TableColumn> columns, QObject *parent) : QAbstractTableModel(parent), m_columns(std::move(columns)) { }

void CellsModel::setColumnTitle(int column, const QString &title)
{
    if (m_columns[column].title == title)
        return;
    m_columns[column].title = title;
    emit headerDataChanged(Qt::Horizontal, column, column);
}

int CellsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }
int CellsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_columns.size()); }

const TableRow *CellsModel::find(const QString &key) const
{
    for (const TableRow &row : m_rows) {
        if (row.key == key)
            return &row;
    }
    return nullptr;
}

QVariant CellsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const TableRow &row = m_rows[index.row()];
    if (role == tables::KeyRole)
        return row.key;
    if (role == tables::PinRole)
        return row.isPinned ? -1 : row.isTotal ? 1 : 0;
    if (role == RowRole)
        return row.value;
    if (role == OldRole)
        return row.isOld;
    if (role == tables::MonoRole)
        return m_columns[index.column()].isMono;
    const Cell cell = row.cells.value(index.column());
    switch (role) {
    case Qt::DisplayRole: return cell.text;
    case Qt::ToolTipRole: return cell.tip.isEmpty() ? QVariant() : cell.tip;
    case Qt::AccessibleTextRole: return cell.inWords();
    case Qt::TextAlignmentRole: return int((m_columns[index.column()].isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case CellRole: return QVariant::fromValue(cell);
    case tables::SortRole: return cell.sort.isValid() ? cell.sort : QVariant(cell.text);
    default: return {};
    }
}

QVariant CellsModel::headerData(int section, Qt::Orientation orientation, int role) const
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

void CellsModel::replaceAt(int row, const TableRow &with)
{
    const bool isSame = m_rows[row] == with;
    m_rows[row] = with;
    if (!isSame)
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
}

// Old rows that are gone are removed, then the new order is made by moving and inserting; a table
// of a few hundred rows needs nothing smarter, and persistent indexes stay where they belong.
void CellsModel::setRows(QList<TableRow> rows)
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

static std::optional<qd::State> stateIn(const QVariant &value)
{
    return value.isValid() ? std::optional(State(value.toInt())) : std::nullopt;
}

Cell cellOf(const QModelIndex &index)
{
    if (const QVariant ready = index.data(CellsModel::CellRole); ready.isValid())
        return ready.value<Cell>();
    Cell cell(index.data().toString());
    const auto look = tables::Look(index.data(tables::LookRole).toInt());
    const auto state = stateIn(index.data(tables::StateRole)), tone = stateIn(index.data(tables::ToneRole));
    const QVariant bar = index.data(tables::BarRole), colour = index.data(tables::ColourRole);
    cell.note = index.data(tables::NoteRole).toString();
    cell.isMono = index.data(tables::MonoRole).toBool();
    if (tone)
        cell.tone = *tone == State::Unknown ? Tone::Text3 : toneOf(*tone);
    const int number = colour.isValid() ? colour.toInt() : -1;
    switch (look) {
    case tables::Look::Chip: cell.chip = state; break;
    case tables::Look::Share:
        if (bar.isValid())
            cell.share = bar.toDouble();
        // What has no colour of its own is drawn in the first; only the summed rest is grey.
        cell.shareSeries = number >= 0 ? number : index.data(tables::PinRole).toInt() > 0 ? -1 : 0;
        break;
    case tables::Look::AgainstTarget:
        cell.isTarget = true;
        if (bar.isValid())
            cell.ratio = bar.toDouble();
        cell.isFew = index.data(tables::HollowRole).toBool();
        break;
    case tables::Look::Spark: cell.spark = index.data(tables::SparkRole).value<QList<double>>(); break;
    default:
        if (state)
            cell.mark = markOf(*state);
        if (number >= 0)
            cell.swatch = number;
    }
    return cell;
}

} // namespace qd
