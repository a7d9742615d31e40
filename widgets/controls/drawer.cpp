#include "widgets/controls/drawer.h"

#include "widgets/controls/button.h"
#include "widgets/controls/label.h"
#include "widgets/controls/paint.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace qd {

Drawer::Drawer(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_title(new Label(title, Type::BodyBold))
    , m_object(new Label({}, Type::CodeSmall, Tone::Text2))
    , m_position(new Label({}, Type::Small, Tone::Text2))
    , m_previous(new Button(QStringLiteral("go-up"), tr("Previous"), Button::Kind::Bare))
    , m_next(new Button(QStringLiteral("go-down"), tr("Next"), Button::Kind::Bare))
    , m_close(new Button(QStringLiteral("×"), Button::Kind::Bare))
    , m_area(new QScrollArea)
    , m_actions(new QWidget)
    , m_actionRow(new QHBoxLayout(m_actions))
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(1, 1, 1, 1);
    all->setSpacing(0);
    auto *header = new QHBoxLayout;
    header->setContentsMargins(12, 3, 6, 3);
    header->setSpacing(4);
    m_object->setElides(true, Qt::ElideMiddle);
    for (Button *button : {m_previous, m_next, m_close})
        button->setSmall(true);
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setFixedWidth(scaled(28));
    header->addWidget(m_title);
    header->addSpacing(5);
    header->addWidget(m_object, 1);
    header->addWidget(m_position);
    header->addSpacing(4);
    header->addWidget(m_previous);
    header->addWidget(m_next);
    header->addWidget(m_close);
    all->addLayout(header);
    all->addWidget(Panel::rule());
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    all->addWidget(m_area, 1);
    m_actionRow->setContentsMargins(12, 8, 12, 12);
    m_actionRow->setSpacing(8);
    all->addWidget(m_actions);
    m_actions->hide();
    setFocusPolicy(Qt::ClickFocus);
    setTitle(title);
    setPosition(-1, 0);
    followTheme(this);
    connect(m_previous, &QPushButton::clicked, this, [this] { emit stepped(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { emit stepped(1); });
    connect(m_close, &QPushButton::clicked, this, &Drawer::dismiss);
}

void Drawer::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void Drawer::setObject(const QString &object)
{
    m_object->setType(Type::CodeSmall);
    m_object->setElides(true, Qt::ElideMiddle);
    m_object->setText(object);
}

void Drawer::setNamed(const QString &name)
{
    m_object->setType(Type::Cell);
    m_object->setElides(true);
    m_object->setText(name);
}

void Drawer::setPosition(int index, int count)
{
    const bool hasSteps = index >= 0 && count > 0;
    m_position->setText(hasSteps ? tr("%1 of %2").arg(index + 1).arg(count) : QString());
    m_previous->setVisible(hasSteps);
    m_next->setVisible(hasSteps);
    m_previous->setEnabled(index > 0);
    m_next->setEnabled(index + 1 < count);
}

void Drawer::setContent(QWidget *content)
{
    content->setAutoFillBackground(false);
    content->setObjectName(QStringLiteral("scrolled"));
    m_area->setWidget(content);
    m_area->viewport()->setAutoFillBackground(false);
}

void Drawer::addAction(QWidget *button)
{
    m_actionRow->addWidget(button);
    m_actions->show();
}

void Drawer::addActionSpace()
{
    m_actionRow->addStretch(1);
}

void Drawer::dismiss()
{
    hide();
    emit closed();
}

void Drawer::setCollapsed(bool collapsed)
{
    m_isCollapsed = collapsed;
    m_area->setVisible(!collapsed);
    m_actions->setVisible(!collapsed && m_actionRow->count() > 0);
    setMaximumHeight(collapsed ? scaled(36) : QWIDGETSIZE_MAX);
}

QSize Drawer::sizeHint() const { return {376, QFrame::sizeHint().height()}; }

void Drawer::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape: return dismiss();
    case Qt::Key_J:
        if (m_next->isVisible() && m_next->isEnabled())
            emit stepped(1);
        return;
    case Qt::Key_K:
        if (m_previous->isVisible() && m_previous->isEnabled())
            emit stepped(-1);
        return;
    default: QFrame::keyPressEvent(event);
    }
}

void Drawer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint::box(painter, rect(), tokens().surface, tokens().border, 6);
}

Facts::Facts(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(3);
    grid->setColumnMinimumWidth(0, scaled(78));
    grid->setColumnStretch(1, 1);
}

void Facts::setFacts(const QList<std::pair<QString, QString>> &facts)
{
    auto *grid = static_cast<QGridLayout *>(layout());
    while (QLayoutItem *item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const auto &[label, value] : facts) {
        auto *words = new Label(value, Type::Cell, Tone::Text, this);
        words->setWraps(true);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        auto *name = new Label(label, Type::Cell, Tone::Text3, this);
        grid->addWidget(name, row, 0, Qt::AlignTop);
        grid->addWidget(words, row++, 1);
    }
}

} // namespace qd
