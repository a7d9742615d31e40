#pragma once

#include "widgets/controls/cells.h"
#include "widgets/controls/copyas.h"

#include <QTreeView>

namespace qd {

namespace tables {
class SortedRows;
}

class CellDelegate;
class FilterField;

// Rows as a page shows them: a model of models/tables (or ready cells), sorted and filtered.
//
//     m_operations = new tables::OperationsModel(this);
//     auto *table = new Table(tr("Operations against targets"), m_operations, {0, 60, 70, …});
//     table->setSorted(6, Qt::DescendingOrder);
//     table->setFilter(field);
//
// Widths are px at 100 %; 0 shares what is left. Click on a header sorts; Enter or a double click opens the row; a
// single selection survives refreshes by the rows' keys. Ctrl+C copies the row, the context menu
// copies the table as Markdown, CSV, TSV or JSON. setFilter() ties a FilterField to it.
class Table : public QTreeView
{
    Q_OBJECT

public:
    enum class Lines { One, Two };

    // The model is borrowed.
    Table(const QString &accessibleName, QAbstractItemModel *model, QList<int> widths, Lines lines = Lines::One, QWidget *parent = nullptr);
    // Ready cells, of which the table keeps its own model; see setRows().
    Table(const QString &accessibleName, QList<TableColumn> columns, Lines lines = Lines::One, QWidget *parent = nullptr);

    void setRows(const QList<TableRow> &rows);
    tables::SortedRows *proxy() const { return m_proxy; }
    int hiddenByFilter() const;
    // A hidden column gives its room to the others.
    void setColumnShown(int column, bool isShown);
    void setRowHeight(int pixels); // 24, 26, 28 or 40
    void setSorted(int column, Qt::SortOrder order);
    // No sorting: rows stay as the page gave them.
    void setUnsorted();
    void setFilter(FilterField *field);
    FilterField *filter() const { return m_filter; }

    QString currentKey() const; // empty: none
    void setCurrentKey(const QString &key);
    QVariant currentValue() const;          // TableRow::value of ready cells
    int currentSourceRow() const;           // row of the model, whatever is sorted; -1: none
    TextTable text() const;
    // The height at which all rows show without scrolling.
    int heightForRows(int rows) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; // three rows

signals:
    void opened(const QString &key);          // Enter, double click
    void currentKeyChanged(const QString &key);
    void spaced(const QString &key);          // Space: mark
    void copied(const QString &sentence);
    void filtered(int hidden);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();
    void fitColumns();
    void setUp(const QString &accessibleName);
    void selectKey(const QString &key);
    QAbstractItemModel *m_model;
    CellsModel *m_cells = nullptr; // the own model, where there is one
    QList<int> m_widths;
    tables::SortedRows *m_proxy;
    CellDelegate *m_delegate;
    FilterField *m_filter = nullptr;
    QString m_current;
    bool m_isSettling = false;
};

} // namespace qd
