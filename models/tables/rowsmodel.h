#pragma once

#include "tables/tablemodel.h"

#include <QSet>

#include <algorithm>
#include <numeric>
#include <span>
#include <vector>

namespace qd::tables {

// A table of rows of one type, made from a list of columns.
template <typename Row>
class RowsModel : public TableModel
{
public:
    using Key = QString (*)(const Row &);
    using Pin = int (*)(const Row &);

    RowsModel(std::span<const Column<Row>> columns, Key key, Pin pin = nullptr, QObject *parent = nullptr)
        : TableModel(parent)
        , m_columns(columns)
        , m_key(key)
        , m_pin(pin)
    {
    }

    const Row &row(int index) const { return m_rows.at(index); }
    const QList<Row> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_columns.size()); }
    int rowOf(const QString &key) const override { return int(m_keys.indexOf(key)); }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        const Row &row = m_rows.at(index.row());
        const Column<Row> &column = m_columns[size_t(index.column())];
        const auto ask = [&](typename Column<Row>::Value value) { return value ? value(row, m_viewing) : QVariant(); };
        switch (role) {
        case Qt::DisplayRole: return ask(column.display);
        case Qt::ToolTipRole: return ask(column.tip ? column.tip : column.display);
        case Qt::TextAlignmentRole: return alignmentOf(column.isNumber);
        case Qt::AccessibleTextRole:
            return column.spoken ? ask(column.spoken) : spokenText(headingOf(index.column(), column.title), ask(column.display).toString(), ask(column.note).toString(), ask(column.state));
        case SortRole: return ask(column.sort ? column.sort : column.display);
        case LookRole: return int(column.look);
        case StateRole: return ask(column.state);
        case ToneRole: return ask(column.tone);
        case BarRole: return ask(column.bar);
        case HollowRole: return ask(column.hollow);
        case SparkRole: return ask(column.spark);
        case NoteRole: return ask(column.note);
        case ColourRole: return ask(column.colour);
        case MonoRole: return column.isMono;
        case PinRole: return m_pin ? m_pin(row) : 0;
        case KeyRole: return m_keys.at(index.row());
        default: return {};
        }
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        const Column<Row> &column = m_columns[size_t(section)];
        if (role == Qt::DisplayRole)
            return headingOf(section, column.title);
        if (role == Qt::TextAlignmentRole)
            return alignmentOf(column.isNumber);
        return {};
    }

protected:
    // Rows that are gone are removed, the others brought into the new order, and what is new is
    // inserted where it belongs. Views keep their selection and place.
    void become(QList<Row> rows, const Viewing &viewing)
    {
        m_viewing = viewing;
        const QStringList keys = keysOf(rows);
        removeAllBut(QSet<QString>(keys.cbegin(), keys.cend()));
        reorder(keys);
        insertAndUpdate(std::move(rows), keys);
        if (!m_rows.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

private:
    // Two rows of the same name are told apart by their order.
    QStringList keysOf(const QList<Row> &rows) const
    {
        QStringList keys;
        QHash<QString, int> seen;
        for (const Row &row : rows) {
            const QString key = m_key(row);
            const int times = seen[key]++;
            keys << (times ? QStringLiteral("%1\u001f%2").arg(key).arg(times) : key);
        }
        return keys;
    }

    void removeAllBut(const QSet<QString> &kept)
    {
        for (int last = rowCount() - 1; last >= 0; --last) {
            if (kept.contains(m_keys.at(last)))
                continue;
            int first = last;
            while (first > 0 && !kept.contains(m_keys.at(first - 1)))
                --first;
            beginRemoveRows({}, first, last);
            m_rows.remove(first, last - first + 1);
            m_keys.remove(first, last - first + 1);
            endRemoveRows();
            last = first;
        }
    }

    void reorder(const QStringList &keys)
    {
        QHash<QString, int> place;
        for (int i = 0; i < keys.size(); ++i)
            place.insert(keys.at(i), i);
        std::vector<int> order(m_rows.size()); // order[new row] is the old row
        std::iota(order.begin(), order.end(), 0);
        std::ranges::sort(order, {}, [&](int old) { return place.value(m_keys.at(old)); });
        if (std::ranges::is_sorted(order))
            return;
        emit layoutAboutToBeChanged({}, VerticalSortHint);
        std::vector<int> newRow(order.size());
        QList<Row> rows;
        QStringList orderedKeys;
        for (size_t i = 0; i < order.size(); ++i) {
            newRow[size_t(order[i])] = int(i);
            rows << m_rows.at(order[i]);
            orderedKeys << m_keys.at(order[i]);
        }
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        for (const QModelIndex &old : before)
            after << index(newRow[size_t(old.row())], old.column());
        m_rows = std::move(rows);
        m_keys = std::move(orderedKeys);
        changePersistentIndexList(before, after);
        emit layoutChanged({}, VerticalSortHint);
    }

    void insertAndUpdate(QList<Row> rows, const QStringList &keys)
    {
        for (int i = 0; i < rows.size(); ++i) {
            if (i < rowCount() && m_keys.at(i) == keys.at(i)) {
                m_rows[i] = rows.at(i);
                continue;
            }
            int last = i; // everything up to the next row that is already there
            while (last + 1 < rows.size() && (i >= rowCount() || keys.at(last + 1) != m_keys.at(i)))
                ++last;
            beginInsertRows({}, i, last);
            for (int at = i; at <= last; ++at) {
                m_rows.insert(at, rows.at(at));
                m_keys.insert(at, keys.at(at));
            }
            endInsertRows();
            i = last;
        }
    }

    std::span<const Column<Row>> m_columns;
    Key m_key;
    Pin m_pin;
    Viewing m_viewing;
    QList<Row> m_rows;
    QStringList m_keys;
};

} // namespace qd::tables
