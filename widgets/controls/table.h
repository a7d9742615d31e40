#pragma once

#include "widgets/controls/cells.h"
#include "widgets/controls/copyas.h"

#include <QTreeView>

namespace qd {

class CellDelegate;
class FilterField;

// Rows as a page shows them. Click on a header sorts; Enter or a double click opens the row; a
// single selection survives refreshes by the rows' keys. Ctrl+C copies the row, the context menu
// copies the table as Markdown, CSV, TSV or JSON. setFilter() ties a FilterField to it.
class Table : public QTreeView
{
    Q_OBJECT

public:
    enum class Lines { One, Two };

    Table(const QString &accessibleName, QList<TableColumn> columns, Lines lines = Lines::One, QWidget *parent = nullptr);

    void setRows(const QList<TableRow> &rows);
    RowsModel *rowsModel() const { return m_model; }
    RowsProxy *proxy() const { return m_proxy; }
    void setRowHeight(int pixels); // 24, 26, 28 or 40
    void setSorted(int column, Qt::SortOrder order);
    // No sorting: rows stay as the page gave them.
    void setUnsorted();
    void setFilter(FilterField *field);
    FilterField *filter() const { return m_filter; }

    QString currentKey() const; // empty: none
    void setCurrentKey(const QString &key);
    QVariant currentValue() const;
    TextTable text() const;
    // The height at which all rows show without scrolling.
    int heightForRows(int rows) const;

    QSize sizeHint() const override;

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
    RowsModel *m_model;
    RowsProxy *m_proxy;
    CellDelegate *m_delegate;
    FilterField *m_filter = nullptr;
    QString m_current;
    bool m_isSettingRows = false;
};

} // namespace qd
