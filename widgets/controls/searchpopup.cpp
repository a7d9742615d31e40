#include "widgets/controls/searchpopup.h"

#include "widgets/controls/panel.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace qd {

namespace {

class PopupDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, scaled(28)}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokens();
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
            painter->fillRect(option.rect, option.state & QStyle::State_Selected ? t.selected : t.hover);
        QRect rest = option.rect.adjusted(12, 0, -12, 0);
        if (const auto stripe = index.data(Qt::UserRole + 2).value<QColor>(); stripe.isValid()) {
            painter->fillRect(QRect(rest.left(), option.rect.top() + 6, 3, option.rect.height() - 12), stripe);
            rest.setLeft(rest.left() + 10);
        }
        if (const QVariant mark = index.data(Qt::UserRole + 3); mark.isValid()) {
            paintMark(*painter, QPointF(rest.left() + scaled(6), rest.center().y() + 0.5), Mark(mark.toInt()));
            rest.setLeft(rest.left() + scaled(18));
        }
        const bool isCurrent = index.data(Qt::UserRole + 4).toBool();
        const int used = paint::text(*painter, rest, index.data().toString(), qd::font(isCurrent ? Type::BodyBold : Type::Body), t.text);
        paint::text(*painter, rest.adjusted(used + 12, 0, 0, 0), index.data(Qt::UserRole + 1).toString(), qd::font(Type::Small), option.state & QStyle::State_Selected ? t.text2 : t.text3, Qt::AlignRight);
    }
};

} // namespace

SearchPopup::SearchPopup(const QString &placeholder, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_search(new QLineEdit)
    , m_list(new QListView)
    , m_model(new QStandardItemModel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 5);
    column->setSpacing(0);
    auto *field = new QVBoxLayout;
    field->setContentsMargins(8, 8, 8, 8);
    field->addWidget(m_search);
    column->addLayout(field);
    column->addWidget(Panel::rule());
    column->addSpacing(4);
    column->addWidget(m_list, 1);
    m_search->setPlaceholderText(placeholder);
    m_search->setAccessibleName(placeholder);
    m_search->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setAccessibleName(placeholder);
    m_list->setItemDelegate(new PopupDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus);
    connect(m_search, &QLineEdit::textChanged, this, &SearchPopup::narrow);
    connect(m_list, &QListView::clicked, this, &SearchPopup::choose);
}

void SearchPopup::setEntries(const QList<Entry> &entries, const QString &current)
{
    m_entries = entries;
    m_current = current;
    m_search->clear();
    narrow({});
}

void SearchPopup::narrow(const QString &text)
{
    m_model->clear();
    int currentRow = 0;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (!text.isEmpty() && !entry.text.contains(text, Qt::CaseInsensitive) && !entry.key.contains(text, Qt::CaseInsensitive) && !entry.note.contains(text, Qt::CaseInsensitive))
            continue;
        auto *item = new QStandardItem(entry.text);
        item->setData(entry.key, Qt::UserRole);
        item->setData(entry.note, Qt::UserRole + 1);
        item->setData(entry.stripe, Qt::UserRole + 2);
        if (entry.mark)
            item->setData(int(*entry.mark), Qt::UserRole + 3);
        item->setData(entry.key == m_current, Qt::UserRole + 4);
        item->setData(entry.mark ? tr("%1, %2, %3").arg(entry.text, markWord(*entry.mark), entry.note) : entry.text, Qt::AccessibleTextRole);
        if (entry.key == m_current)
            currentRow = m_model->rowCount();
        m_model->appendRow(item);
    }
    m_list->setCurrentIndex(m_model->index(text.isEmpty() ? currentRow : 0, 0));
}

int SearchPopup::visibleCount() const { return m_model->rowCount(); }

void SearchPopup::openBelow(QWidget *anchor, int width)
{
    const int rows = qBound(2, int(m_entries.size()), 12);
    resize(width, scaled(28) * rows + scaled(28) + 28);
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height() + 3));
    if (const QScreen *screen = anchor->screen()) {
        const QRect room = screen->availableGeometry();
        at.setX(qBound(room.left(), at.x(), std::max(room.left(), room.right() - width)));
        at.setY(qBound(room.top(), at.y(), std::max(room.top(), room.bottom() - height())));
    }
    move(at);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
    m_list->scrollTo(m_list->currentIndex(), QAbstractItemView::PositionAtCenter);
}

void SearchPopup::choose()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const QString key = index.data(Qt::UserRole).toString();
    hide();
    emit chosen(key);
}

bool SearchPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : key == Qt::Key_PageDown ? 8 : key == Qt::Key_PageUp ? -8 : 0;
    if (step) {
        m_list->setCurrentIndex(m_model->index(qBound(0, m_list->currentIndex().row() + step, m_model->rowCount() - 1), 0));
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        choose();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void SearchPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().surface);
    painter.setPen(tokens().borderStrong);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace qd
