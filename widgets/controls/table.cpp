#include "widgets/controls/table.h"

#include "widgets/controls/celldelegate.h"
#include "widgets/controls/filterfield.h"
#include "widgets/controls/paint.h"

#include "tables/sortedrows.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>

namespace qd {

namespace {

// Column titles of 26 px; the one that sorts carries ▾ or ▴.
class TableHeader : public QHeaderView
{
public:
    explicit TableHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
    {
        setSectionsClickable(true);
        setHighlightSections(false);
        setSectionResizeMode(QHeaderView::Fixed);
        setSortIndicatorShown(false);
    }
    QSize sizeHint() const override { return {QHeaderView::sizeHint().width(), scaled(26)}; }
    int sortedColumn = -1;
    bool isDescending = true;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const Tokens &t = tokens();
        painter->fillRect(rect, t.inset);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.border);
        QString title = model()->headerData(section, Qt::Horizontal).toString();
        if (section == sortedColumn)
            title += isDescending ? QStringLiteral(" ▾") : QStringLiteral(" ▴");
        const auto alignment = Qt::Alignment(model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
        paint::text(*painter, rect.adjusted(section == 0 ? 12 : 8, 0, section == count() - 1 ? -12 : -8, -1), title, qd::font(Type::Small), t.text2, alignment & Qt::AlignHorizontal_Mask);
    }
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(viewport());
        painter.fillRect(viewport()->rect(), tokens().inset);
        painter.fillRect(0, viewport()->height() - 1, viewport()->width(), 1, tokens().border);
        painter.end();
        QHeaderView::paintEvent(event);
    }
};

} // namespace

static QList<int> tableWidths(const QList<TableColumn> &columns)
{
    QList<int> widths;
    for (const TableColumn &column : columns)
        widths.append(column.width);
    return widths;
}

Table::Table(const QString &accessibleName, QAbstractItemModel *model, QList<int> widths, Lines lines, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_widths(std::move(widths))
    , m_proxy(new tables::SortedRows(this))
    , m_delegate(new CellDelegate(lines == Lines::Two, this))
{
    setUp(accessibleName);
}

Table::Table(const QString &accessibleName, QList<TableColumn> columns, Lines lines, QWidget *parent)
    : QTreeView(parent)
    , m_model(nullptr)
    , m_widths(tableWidths(columns))
    , m_proxy(new tables::SortedRows(this))
    , m_delegate(new CellDelegate(lines == Lines::Two, this))
{
    m_cells = new CellsModel(std::move(columns), this);
    m_model = m_cells;
    setUp(accessibleName);
}

void Table::setUp(const QString &accessibleName)
{
    m_proxy->setSourceModel(m_model);
    setAccessibleName(accessibleName);
    setHeader(new TableHeader(this));
    setModel(m_proxy);
    setItemDelegate(m_delegate);
    setRootIsDecorated(false);
    setIndentation(0);
    setUniformRowHeights(true);
    setItemsExpandable(false);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTextElideMode(Qt::ElideRight);
    setTabKeyNavigation(false);
    connect(header(), &QHeaderView::sectionClicked, this, [this](int column) {
        auto *head = static_cast<TableHeader *>(header());
        const bool isAgain = head->sortedColumn == column;
        const bool isDescending = isAgain ? !head->isDescending : bool(m_model->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
        setSorted(column, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    connect(this, &QTreeView::doubleClicked, this, [this] { emit opened(currentKey()); });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (m_isSettling)
            return;
        m_current = index.data(tables::KeyRole).toString();
        emit currentKeyChanged(m_current);
    });
    // A row that is gone does not choose its neighbour; one that comes back is current again.
    connect(m_proxy, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_isSettling = true; });
    connect(m_proxy, &QAbstractItemModel::rowsRemoved, this, [this] { m_isSettling = false; selectKey(m_current); }, Qt::QueuedConnection);
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, [this] { selectKey(m_current); updateGeometry(); }, Qt::QueuedConnection);
    connect(&Theme::instance(), &Theme::changed, this, &Table::restyle);
}

void Table::restyle()
{
    header()->updateGeometry();
    scheduleDelayedItemsLayout();
    fitColumns();
    viewport()->update();
}

void Table::setRows(const QList<TableRow> &rows)
{
    Q_ASSERT(m_cells);
    m_isSettling = true;
    m_cells->setRows(rows);
    m_isSettling = false;
    selectKey(m_current);
    fitColumns();
    updateGeometry();
}

int Table::hiddenByFilter() const
{
    return m_model->rowCount() - m_proxy->rowCount();
}

int Table::currentSourceRow() const
{
    return m_proxy->mapToSource(currentIndex()).row();
}

void Table::setColumnShown(int column, bool isShown)
{
    if (isColumnHidden(column) != isShown)
        return;
    setColumnHidden(column, !isShown);
    fitColumns();
}

void Table::setRowHeight(int pixels)
{
    m_delegate->setRowHeight(pixels);
    scheduleDelayedItemsLayout();
}

void Table::setSorted(int column, Qt::SortOrder order)
{
    auto *head = static_cast<TableHeader *>(header());
    head->sortedColumn = column;
    head->isDescending = order == Qt::DescendingOrder;
    m_proxy->sort(column, order);
    head->viewport()->update();
}

void Table::setUnsorted()
{
    static_cast<TableHeader *>(header())->sortedColumn = -1;
    m_proxy->sort(-1);
}

void Table::setFilter(FilterField *field)
{
    m_filter = field;
    connect(field, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_proxy->setFilterText(words);
        emit filtered(hiddenByFilter());
    });
    connect(field, &QLineEdit::returnPressed, this, [this] {
        if (!currentIndex().isValid() && m_proxy->rowCount() > 0)
            setCurrentIndex(m_proxy->index(0, 0));
        setFocus(Qt::TabFocusReason);
    });
}

QString Table::currentKey() const
{
    return currentIndex().data(tables::KeyRole).toString();
}

void Table::setCurrentKey(const QString &key)
{
    m_current = key;
    selectKey(key);
}

void Table::selectKey(const QString &key)
{
    m_isSettling = true;
    bool isFound = false;
    for (int row = 0; row < m_proxy->rowCount() && !isFound && !key.isEmpty(); ++row) {
        isFound = m_proxy->index(row, 0).data(tables::KeyRole).toString() == key;
        if (isFound && currentIndex().row() != row)
            setCurrentIndex(m_proxy->index(row, 0));
    }
    if (!isFound && currentIndex().isValid()) {
        clearSelection();
        selectionModel()->setCurrentIndex({}, QItemSelectionModel::NoUpdate);
    }
    m_isSettling = false;
}

QVariant Table::currentValue() const
{
    return currentIndex().data(CellsModel::RowRole);
}

TextTable Table::text() const
{
    return TextTable::of(*m_proxy);
}

int Table::heightForRows(int rows) const
{
    return scaled(26) + rows * scaled(m_delegate->rowHeight());
}

QSize Table::minimumSizeHint() const
{
    return {scaled(200), heightForRows(std::clamp(m_proxy->rowCount(), 1, 3))};
}

QSize Table::sizeHint() const
{
    int width = 0;
    for (const int each : m_widths)
        width += scaled(each ? each : 120);
    return {width, heightForRows(std::max(2, std::min(6, m_proxy->rowCount())))};
}

// Fixed columns keep their width; the others share what is left. When there is too little room,
// the table scrolls sideways instead of squeezing numbers.
void Table::fitColumns()
{
    int fixed = 0, free = 0;
    for (int i = 0; i < m_widths.size(); ++i) {
        if (isColumnHidden(i))
            continue;
        fixed += scaled(m_widths[i]);
        free += m_widths[i] == 0;
    }
    const int room = viewport()->width();
    const int share = free ? std::max(scaled(110), (room - fixed) / free) : 0;
    const int over = free ? 0 : std::max(0, room - fixed);
    int used = 0;
    for (int i = 0; i < m_widths.size() && i < header()->count(); ++i) {
        if (isColumnHidden(i))
            continue;
        int width = m_widths[i] ? scaled(m_widths[i]) : share;
        if (!free)
            width += over * m_widths[i] / std::max(1, fixed);
        if (i == m_widths.size() - 1 && used + width < room)
            width = room - used;
        header()->resizeSection(i, width);
        used += width;
    }
}

void Table::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

void Table::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    if (m_proxy->rowCount() > 0 || hiddenByFilter() == 0)
        return;
    QPainter painter(viewport());
    paint::text(painter, QRect(12, 8, viewport()->width() - 24, scaled(24)), tr("%n row(s) are hidden by the filter. Esc clears it.", nullptr, hiddenByFilter()), qd::font(Type::Cell), tokens().text2);
}

void Table::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        const QModelIndex index = currentIndex();
        if (index.isValid()) {
            QApplication::clipboard()->setText(TextTable::of(*m_proxy, {index.row()}).tsv().section(QLatin1Char('\n'), 1, 1));
            emit copied(tr("Row copied"));
        }
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentIndex().isValid())
            emit opened(currentKey());
        return;
    case Qt::Key_Space:
        if (currentIndex().isValid())
            emit spaced(currentKey());
        return;
    case Qt::Key_Escape:
        if (m_filter && !m_filter->text().isEmpty())
            return m_filter->clear();
        break;
    default: break;
    }
    QTreeView::keyPressEvent(event);
}

void Table::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QMenu *copyAs = menu->addMenu(tr("Copy Table As"));
    fillCopyMenu(copyAs, [this] { return text(); }, [this](const QString &sentence) { emit copied(sentence); });
    menu->popup(event->globalPos());
}

} // namespace qd
