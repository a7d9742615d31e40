#pragma once

#include <QSortFilterProxyModel>

namespace qd::tables {

// Sorts by SortRole and filters by what is shown. Pinned rows stay above or below whatever is
// sorted by and whatever is filtered; rows without a value come last in both directions.
class SortedRows : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit SortedRows(QObject *parent = nullptr);

    // Every word has to occur somewhere in the row, in any case.
    void setFilterText(const QString &text);
    QString filterText() const { return m_words.join(QLatin1Char(' ')); }

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
};

} // namespace qd::tables
