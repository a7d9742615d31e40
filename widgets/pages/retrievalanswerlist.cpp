// The list of one answer: its model and how a row is painted.

#include "widgets/pages/retrievalanswers.h"

#include "widgets/controls/label.h"
#include "widgets/controls/paint.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>

namespace qd {

namespace {

class AnswerDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {scaled(200), scaled(AnswerList::RowHeight)}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto line = index.data(AnswerRows::LineRole).value<AnswerLine>();
        const Tokens &t = tokens();
        const bool isSelected = option.state & QStyle::State_Selected, hasFocus = option.state & QStyle::State_HasFocus;
        const QRect &r = option.rect;
        if (isSelected)
            painter->fillRect(r, hasFocus || (option.state & QStyle::State_Active) ? t.selected : t.selectedOff);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(r, t.hover);
        painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), t.grid);
        const QColor quiet = isSelected ? t.text2 : t.text3;
        const int rank = scaled(36), half = r.height() / 2;
        paint::text(*painter, QRect(r.left(), r.top(), rank, r.height()), QString::number(line.rank), qd::font(Type::Body), t.text2, Qt::AlignHCenter);
        const int left = r.left() + rank + scaled(2), right = r.right() - scaled(11);
        const QRect upper(left, r.top() + scaled(3), right - left, half - scaled(2)), lower(left, r.top() + half, right - left, half - scaled(2));
        const int bar = std::min(scaled(145), lower.width() * 2 / 5);
        const int score = paint::text(*painter, upper, line.score, qd::font(Type::Cell), quiet, Qt::AlignRight);
        paintName(*painter, upper.adjusted(0, 0, -score - 8, 0), line);
        paintBar(*painter, QRectF(left, lower.center().y() - scaled(3), bar, scaled(7)), line);
        paint::text(*painter, lower.adjusted(bar + scaled(9), 0, 0, 0), line.parts, qd::font(Type::Small), quiet);
    }

private:
    // Title, section and page; what gives way is the section first and then the title: the page is what
    // one looks for in the document.
    static void paintName(QPainter &painter, const QRect &room, const AnswerLine &line)
    {
        const QFont font = qd::font(Type::Cell);
        const QString section = line.page.isEmpty() ? line.place : line.place.chopped(line.page.size()).trimmed();
        const QString page = line.isTied ? RetrievalAnswers::tr("%1 (tied)").arg(line.page).trimmed() : line.page;
        const int tail = page.isEmpty() ? 0 : paint::width(page, font) + 7; // widths are rounded, and half a number is none
        const int title = paint::text(painter, room.adjusted(0, 0, -tail, 0), line.title, qd::font(Type::CellBold), tokens().text);
        const QRect place = room.adjusted(title + 5, 0, 0, 0);
        // An ellipsis alone says nothing.
        const bool hasSection = paint::width(section, font) <= place.width() - tail || place.width() - tail >= scaled(32);
        const int used = hasSection ? paint::text(painter, place.adjusted(0, 0, -tail, 0), section, font, tokens().text2) : 0;
        paint::text(painter, place.adjusted(used > 0 ? used + 5 : 0, 0, 0, 0), page, font, tokens().text2);
    }

    static void paintBar(QPainter &painter, const QRectF &bar, const AnswerLine &line)
    {
        const Tokens &t = tokens();
        painter.fillRect(bar, t.unknownBg);
        double x = bar.left();
        const auto part = [&](double share, const QColor &colour) {
            const double w = std::min(std::round(bar.width() * share), bar.right() - x);
            if (!(w >= 1)) // also of a similarity that is no number
                return;
            painter.fillRect(QRectF(x, bar.top(), w - (x + w < bar.right() ? 1 : 0), bar.height()), colour);
            x += w;
        };
        part(line.vectorShare.value_or(0), t.seriesColour(0));
        part(line.textShare.value_or(0), t.seriesColour(1));
        part(line.otherShare, t.other);
    }
};

} // namespace

void AnswerRows::setLines(const QList<AnswerLine> &lines)
{
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

int AnswerRows::find(const QByteArray &key) const
{
    for (int i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i].key == key)
            return i;
    }
    return -1;
}

QVariant AnswerRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_lines.size())
        return {};
    const AnswerLine &line = m_lines[index.row()];
    switch (role) {
    case LineRole: return QVariant::fromValue(line);
    case Qt::DisplayRole: return QString(line.title + u' ' + line.place);
    case Qt::AccessibleTextRole: return line.spoken;
    case Qt::ToolTipRole: return tr("%1 %2\n%3\nscore %4").arg(line.title, line.place, QString::fromUtf8(line.key), line.exactScore ? QString::number(*line.exactScore, 'g', 17) : tr("none"));
    default: return {};
    }
}

AnswerList::AnswerList(const QString &accessibleName, QWidget *parent)
    : QListView(parent)
    , m_rows(new AnswerRows(this))
{
    setAccessibleName(accessibleName);
    setModel(m_rows);
    setItemDelegate(new AnswerDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setProperty("focusRing", true);
    setMinimumWidth(scaled(250));
    connect(this, &QListView::doubleClicked, this, [this](const QModelIndex &index) { emit opened(m_rows->lines().at(index.row()).key); });
    followTheme(this);
}

void AnswerList::select(const QByteArray &key)
{
    const int row = m_rows->find(key);
    const QSignalBlocker quiet(this);
    if (row < 0) {
        clearSelection();
        selectionModel()->setCurrentIndex({}, QItemSelectionModel::Clear);
    } else if (currentIndex().row() != row) {
        setCurrentIndex(m_rows->index(row));
    }
    viewport()->update();
}

void AnswerList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid())
        emit picked(m_rows->lines().at(current.row()).key);
}

void AnswerList::keyPressEvent(QKeyEvent *event)
{
    const int row = currentIndex().row();
    if (event->matches(QKeySequence::Copy) && row >= 0) {
        const AnswerLine &line = m_rows->lines().at(row);
        QGuiApplication::clipboard()->setText(QStringList{QString::number(line.rank), QString::fromUtf8(line.key), line.title, line.place, line.exactScore ? QString::number(*line.exactScore, 'g', 17) : QString(), line.parts}.join(u'\t'));
        emit copied(tr("The result is copied."));
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && row >= 0) {
        emit opened(m_rows->lines().at(row).key);
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace qd
