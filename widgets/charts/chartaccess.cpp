#include "widgets/charts/chartaccess.h"

#include "widgets/charts/chartframe.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <map>

namespace qd {

namespace {

class ChartAccess;

// One value, "p95, 28 Jan 14:00: 2.31 s".
class ChartCellAccess : public QAccessibleInterface, public QAccessibleTableCellInterface
{
public:
    ChartCellAccess(ChartAccess *chart, int row, int column) : m_chart(chart), m_row(row), m_column(column) { }

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::Cell; }
    QAccessible::State state() const override { return {}; }
    void *interface_cast(QAccessible::InterfaceType kind) override { return kind == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface *>(this) : nullptr; }

    bool isSelected() const override { return false; }
    QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_column; }
    int rowIndex() const override { return m_row; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface *table() const override { return parent(); }

private:
    ChartAccess *m_chart;
    int m_row, m_column;
};

class ChartAccess : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit ChartAccess(QWidget *widget) : QAccessibleWidget(widget, QAccessible::Chart) { }
    ~ChartAccess() override
    {
        for (const auto &[place, id] : m_cells)
            QAccessible::deleteAccessibleInterface(id);
    }

    ChartFrame *frame() const { return qobject_cast<ChartFrame *>(widget()); }
    void *interface_cast(QAccessible::InterfaceType kind) override
    {
        return kind == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this) : QAccessibleWidget::interface_cast(kind);
    }
    // Children are the cells, row by row; the scroll bars and scene are not of interest.
    int childCount() const override { return rowCount() * columnCount(); }
    QAccessibleInterface *child(int index) const override
    {
        const int columns = columnCount();
        return columns ? cellAt(index / columns, index % columns) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (const auto &[place, id] : m_cells) {
            if (QAccessible::accessibleInterface(id) == child)
                return place.first * columnCount() + place.second;
        }
        return -1;
    }
    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Description && frame())
            return frame()->accessibleDescription();
        return kind == QAccessible::Name && frame() ? frame()->name() : QAccessibleWidget::text(kind);
    }

    TextTable values() const { return frame() ? frame()->table() : TextTable(); }
    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override
    {
        if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount())
            return nullptr;
        const auto found = m_cells.find({row, column});
        if (found != m_cells.end())
            return QAccessible::accessibleInterface(found->second);
        auto *cell = new ChartCellAccess(const_cast<ChartAccess *>(this), row, column);
        m_cells[{row, column}] = QAccessible::registerAccessibleInterface(cell);
        return cell;
    }
    int selectedCellCount() const override { return 0; }
    QList<QAccessibleInterface *> selectedCells() const override { return {}; }
    QString columnDescription(int column) const override { return values().titles.value(column); }
    QString rowDescription(int row) const override { return values().rows.value(row).value(0); }
    int columnCount() const override { return int(values().titles.size()); }
    int rowCount() const override { return int(values().rows.size()); }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override { }

private:
    mutable std::map<std::pair<int, int>, QAccessible::Id> m_cells;
};

bool ChartCellAccess::isValid() const
{
    return m_chart->isValid();
}

QAccessibleInterface *ChartCellAccess::parent() const
{
    return m_chart;
}

QString ChartCellAccess::text(QAccessible::Text kind) const
{
    const TextTable values = m_chart->values();
    const QStringList row = values.rows.value(m_row);
    if (kind == QAccessible::Name)
        return m_column == 0 ? row.value(0) : ChartFrame::tr("%1, %2: %3").arg(values.titles.value(m_column), row.value(0), row.value(m_column));
    return kind == QAccessible::Value ? row.value(m_column) : QString();
}

QRect ChartCellAccess::rect() const
{
    return m_chart->rect();
}

QAccessibleInterface *chartAccessFactory(const QString &className, QObject *object)
{
    if (className == QLatin1String("qd::ChartFrame"))
        return new ChartAccess(static_cast<QWidget *>(object));
    return nullptr;
}

} // namespace

void registerChartAccess()
{
    static const bool isDone = [] {
        QAccessible::installFactory(chartAccessFactory);
        return true;
    }();
    Q_UNUSED(isDone)
}

} // namespace qd
