#include "widgets/controls/commandpalette.h"

#include "widgets/controls/label.h"
#include "widgets/controls/paint.h"
#include "widgets/controls/panel.h"
#include "widgets/theme/icons.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace qd {

int matchOf(const QString &title, const QString &words, QList<int> *marks)
{
    if (words.isEmpty())
        return 1;
    // A whole piece first, at the start of a word best; else the letters in their order.
    const auto at = title.indexOf(words, 0, Qt::CaseInsensitive);
    if (at >= 0) {
        for (auto i = at; marks && i < at + words.size(); ++i)
            marks->append(int(i));
        const bool isWordStart = at == 0 || !title[at - 1].isLetterOrNumber();
        return 1000 - int(at) + (isWordStart ? 500 : 0) - int(title.size()) / 4;
    }
    qsizetype from = 0;
    for (const QChar letter : words) {
        from = title.indexOf(letter, from, Qt::CaseInsensitive);
        if (from < 0) {
            if (marks)
                marks->clear();
            return -1;
        }
        if (marks)
            marks->append(int(from));
        ++from;
    }
    return 100 - int(from);
}

namespace {

enum PaletteRole { PaletteGroup = Qt::UserRole, PaletteIcon, PaletteShortcut, PaletteWhyNot, PaletteMarks };

class PaletteDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, scaled(34)}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokens();
        const QRect row = option.rect.adjusted(7, 0, -7, 0);
        if (option.state & QStyle::State_Selected)
            paint::box(*painter, row, t.selected, {}, 3);
        const QString whyNot = index.data(PaletteWhyNot).toString();
        const QColor color = whyNot.isEmpty() ? t.text : t.disabled;
        paintIcon(*painter, QRectF(row.left() + 8, row.center().y() - scaled(16) / 2, scaled(16), scaled(16)), index.data(PaletteIcon).toString(), color);
        QRect rest = row.adjusted(scaled(31), 0, -8, 0);
        if (const QString key = index.data(PaletteShortcut).toString(); !key.isEmpty())
            rest.setRight(rest.right() - paint::keyCap(*painter, rest, key) - 8);
        const QString side = whyNot.isEmpty() ? index.data(PaletteGroup).toString() : whyNot;
        const int used = paint::text(*painter, rest.adjusted(rest.width() / 3, 0, 0, 0), side, qd::font(Type::Cell), t.text2, Qt::AlignRight);
        rest.setRight(rest.right() - used - 8);
        paintTitle(*painter, rest, index, color);
    }

private:
    static void paintTitle(QPainter &painter, const QRect &rect, const QModelIndex &index, const QColor &color)
    {
        const QString title = index.data().toString();
        const auto marks = index.data(PaletteMarks).value<QList<int>>();
        QRect rest = rect;
        for (int i = 0; i < title.size() && rest.width() > 0;) {
            const bool isMarked = marks.contains(i);
            int end = i + 1;
            while (end < title.size() && marks.contains(end) == isMarked)
                ++end;
            rest.setLeft(rest.left() + paint::text(painter, rest, title.mid(i, end - i), qd::font(isMarked ? Type::BodyBold : Type::Body), color));
            i = end;
        }
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_field(new QLineEdit)
    , m_count(new Label({}, Type::Cell, Tone::Text2))
    , m_list(new QListView)
    , m_model(new QStandardItemModel(this))
{
    setAccessibleName(tr("Go to anything"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(38, 11, 14, 11);
    m_field->setObjectName(QStringLiteral("bare"));
    m_field->setAccessibleName(tr("Go to anything"));
    m_field->setPlaceholderText(tr("Go to anything"));
    m_field->installEventFilter(this);
    m_field->setFrame(false);
    head->addWidget(m_field, 1);
    head->addWidget(m_count);
    column->addLayout(head);
    column->addWidget(Panel::rule());
    column->addSpacing(6);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Results"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_list, 1);
    column->addSpacing(4);
    column->addWidget(Panel::rule());
    auto *foot = new Label(tr("Enter opens    Tab narrows to one group    > actions    @ deployments    # tables"), Type::Small, Tone::Text2);
    foot->setElides(true);
    foot->setContentsMargins(14, 6, 14, 6);
    column->addWidget(foot);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::narrow);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
}

void CommandPalette::setCommands(QList<PaletteEntry> commands)
{
    m_commands = std::move(commands);
    m_group.clear();
    narrow(m_field->text());
}

void CommandPalette::openOver(QWidget *window, const QString &text)
{
    m_group.clear();
    m_field->setFont(qd::font(Type::Name));
    QFont plain = qd::font(Type::Name);
    plain.setBold(false);
    m_field->setFont(plain);
    m_field->setText(text);
    narrow(text);
    resize(scaled(472), scaled(300));
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, scaled(90))));
    open();
    m_field->setFocus();
}

QStringList CommandPalette::shownTitles() const
{
    QStringList titles;
    for (const int i : m_shown)
        titles.append(m_commands[i].title);
    return titles;
}

void CommandPalette::narrow(const QString &text)
{
    QString words = text.trimmed();
    std::optional<PaletteEntry::Kind> kind;
    const QChar first = words.isEmpty() ? QChar() : words[0];
    if (first == QLatin1Char('>'))
        kind = PaletteEntry::Kind::Action;
    else if (first == QLatin1Char('@'))
        kind = PaletteEntry::Kind::Deployment;
    else if (first == QLatin1Char('#'))
        kind = PaletteEntry::Kind::Table;
    if (kind)
        words = words.mid(1).trimmed();
    QList<std::pair<int, int>> found; // -score, place
    for (int i = 0; i < m_commands.size(); ++i) {
        const PaletteEntry &command = m_commands[i];
        if ((kind && command.kind != *kind) || (!m_group.isEmpty() && command.group != m_group))
            continue;
        const int score = std::max(matchOf(command.title, words), matchOf(command.words, words) / 2);
        if (score >= 0)
            found.append({-score, i});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    m_shown.clear();
    m_model->clear();
    for (const auto &[score, i] : std::as_const(found)) {
        const PaletteEntry &command = m_commands[i];
        QList<int> marks;
        matchOf(command.title, words, words.isEmpty() ? nullptr : &marks);
        auto *item = new QStandardItem(command.title);
        item->setData(command.group, PaletteGroup);
        item->setData(command.iconName, PaletteIcon);
        item->setData(command.shortcut, PaletteShortcut);
        item->setData(command.whyNot, PaletteWhyNot);
        item->setData(QVariant::fromValue(marks), PaletteMarks);
        item->setData(command.whyNot.isEmpty() ? tr("%1, %2").arg(command.title, command.group) : tr("%1, not possible: %2").arg(command.title, command.whyNot), Qt::AccessibleTextRole);
        m_model->appendRow(item);
        m_shown.append(i);
    }
    m_count->setText(tr("%n result(s)", nullptr, int(m_shown.size())));
    m_list->setCurrentIndex(m_model->index(0, 0));
}

void CommandPalette::choose()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= m_shown.size())
        return;
    const PaletteEntry command = m_commands[m_shown[row]];
    if (!command.whyNot.isEmpty())
        return m_count->setText(command.whyNot);
    accept();
    command.run();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : key == Qt::Key_PageDown ? 6 : key == Qt::Key_PageUp ? -6 : 0;
    if (step) {
        m_list->setCurrentIndex(m_model->index(qBound(0, m_list->currentIndex().row() + step, m_model->rowCount() - 1), 0));
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        choose();
        return true;
    }
    if (key == Qt::Key_Tab) {
        const int row = m_list->currentIndex().row();
        m_group = m_group.isEmpty() && row >= 0 ? m_commands[m_shown[row]].group : QString();
        narrow(m_field->text());
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    painter.fillRect(rect(), t.surface);
    const int foot = height() - scaled(11) - 20;
    painter.fillRect(QRect(0, foot, width(), height() - foot), t.inset);
    painter.setPen(t.borderStrong);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    paintIcon(painter, QRectF(14, m_field->geometry().center().y() - scaled(16) / 2, scaled(16), scaled(16)), QStringLiteral("search"), t.text2);
}

} // namespace qd
