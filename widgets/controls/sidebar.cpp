#include "widgets/controls/sidebar.h"

#include "widgets/controls/button.h"
#include "widgets/controls/environmentchip.h"
#include "widgets/controls/label.h"
#include "widgets/controls/paint.h"
#include "widgets/controls/panel.h"

#include <QVBoxLayout>

namespace qd {

SidebarItem::SidebarItem(const QString &title, const QString &iconName, const QString &shortcut, QWidget *parent) : QAbstractButton(parent), m_iconName(iconName)
{
    setText(title);
    setAccessibleName(title);
    setToolTip(shortcut.isEmpty() ? title : tr("%1 (%2)").arg(title, shortcut));
    setProperty("focusRing", true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    followTheme(this);
}

void SidebarItem::setBadge(const QString &text, State state)
{
    m_badge = text;
    m_badgeState = state;
    setAccessibleDescription(text.isEmpty() ? QString() : tr("%1 open, %2").arg(text, stateWord(state)));
    update();
}

void SidebarItem::setBadgeOld(bool isOld)
{
    m_isOld = isOld;
    update();
}

void SidebarItem::setIconOnly(bool iconOnly)
{
    m_iconOnly = iconOnly;
    updateGeometry();
    update();
}

QSize SidebarItem::sizeHint() const { return {m_iconOnly ? 32 : scaled(180), scaled(28)}; }
QSize SidebarItem::minimumSizeHint() const { return {28, scaled(28)}; }

void SidebarItem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    if (isEnabled() && (isChecked() || underMouse() || isDown()))
        paint::box(painter, rect(), isChecked() ? t.selected : mixed(t.sidebar, t.text, 0.05), {}, 4);
    const int size = scaled(16);
    const QColor icon = !isEnabled() ? t.disabled : isChecked() ? t.accent : t.text2;
    paintIcon(painter, QRectF(m_iconOnly ? (width() - size) / 2 : 8, (height() - size) / 2, size, size), m_iconName, icon);
    if (m_iconOnly)
        return;
    QRect rest = rect().adjusted(8 + size + 9, 0, -8, 0);
    if (!m_badge.isEmpty()) {
        const bool isGrey = m_isOld || m_badgeState == State::Unknown;
        const int w = std::max(paint::width(m_badge, qd::font(Type::SmallBold)) + 12, scaled(18)), h = scaled(16);
        const QRect badge(rest.right() - w + 1, (height() - h) / 2, w, h);
        paint::box(painter, badge, isGrey ? t.unknownBg : t.stateGround(m_badgeState), {}, h / 2.0);
        paint::text(painter, badge, m_badge, qd::font(Type::SmallBold), isGrey ? t.unknown : t.stateText(m_badgeState), Qt::AlignHCenter);
        rest.setRight(badge.left() - 4);
    }
    if (const QString key = property("keyCap").toString(); !key.isEmpty())
        rest.setRight(rest.right() - paint::keyCap(painter, rest, key) - 4);
    paint::text(painter, rest, text(), qd::font(isChecked() ? Type::BodyBold : Type::Body), !isEnabled() ? t.disabled : property("isQuiet").toBool() ? t.text2 : t.text);
}

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QVBoxLayout)
    , m_switcher(new DeploymentSwitcher)
    , m_chip(new EnvironmentChip)
    , m_goTo(new SidebarItem(tr("Go to anything"), QStringLiteral("search"), tr("Ctrl+K")))
    , m_menu(new SidebarItem(tr("Menu"), QStringLiteral("application-menu"), tr("F10")))
    , m_settings(new Button(QStringLiteral("configure"), tr("Settings"), Button::Kind::Bare))
    , m_chipBox(new QWidget)
{
    setAccessibleName(tr("Navigation"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 1, 3);
    column->setSpacing(0);
    column->addWidget(m_switcher);
    column->addSpacing(7);
    auto *chipRow = new QHBoxLayout(m_chipBox);
    chipRow->setContentsMargins(14, 0, 10, 0);
    chipRow->addWidget(m_chip);
    column->addWidget(m_chipBox);
    column->addSpacing(4);
    m_pages->setContentsMargins(6, 0, 6, 0);
    m_pages->setSpacing(0);
    column->addLayout(m_pages);
    column->addStretch(1);
    column->addWidget(Panel::rule());
    column->addSpacing(6);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(6, 0, 6, 0);
    foot->setSpacing(0);
    m_goTo->setProperty("keyCap", tr("Ctrl K"));
    m_goTo->setProperty("isQuiet", true);
    m_menu->setProperty("isQuiet", true);
    foot->addWidget(m_goTo);
    auto *last = new QHBoxLayout;
    last->setSpacing(0);
    last->addWidget(m_menu, 1);
    m_settings->setSmall(true);
    last->addWidget(m_settings);
    foot->addLayout(last);
    column->addLayout(foot);
    connect(m_goTo, &QAbstractButton::clicked, this, &Sidebar::paletteAsked);
    connect(m_menu, &QAbstractButton::clicked, this, [this] { emit menuAsked(m_menu); });
    connect(m_settings, &QAbstractButton::clicked, this, &Sidebar::settingsAsked);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    followTheme(this);
    connect(&Theme::instance(), &Theme::changed, this, [this] { setIconOnly(m_isIconOnly); });
    setIconOnly(false);
}

SidebarItem *Sidebar::addPage(const QString &id, const QString &title, const QString &iconName, const QString &group, const QString &shortcut)
{
    auto *item = new SidebarItem(title, iconName, shortcut);
    item->setCheckable(true);
    connect(item, &QAbstractButton::clicked, this, [this, id] {
        setCurrent(id);
        emit pageAsked(id);
    });
    if (!m_groups.contains(group)) {
        auto *label = new Label(group, Type::SmallBold, Tone::Text2);
        label->setContentsMargins(8, 8, 0, 4);
        label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        m_groups.insert(group, label);
        m_pages->addWidget(label);
        m_pages->addWidget(item);
    } else {
        int last = 0;
        for (const Entry &entry : std::as_const(m_entries)) {
            if (entry.group == group)
                last = m_pages->indexOf(entry.item);
        }
        m_pages->insertWidget(last + 1, item);
    }
    m_entries.append({id, group, item});
    item->setIconOnly(m_isIconOnly);
    m_groups[group]->setVisible(!m_isIconOnly);
    return item;
}

SidebarItem *Sidebar::item(const QString &id) const
{
    for (const Entry &entry : m_entries) {
        if (entry.id == id)
            return entry.item;
    }
    return nullptr;
}

void Sidebar::setCurrent(const QString &id)
{
    for (const Entry &entry : std::as_const(m_entries))
        entry.item->setChecked(entry.id == id);
}

void Sidebar::setPagesEnabled(bool enabled)
{
    for (const Entry &entry : std::as_const(m_entries))
        entry.item->setEnabled(enabled);
}

void Sidebar::setIconOnly(bool iconOnly)
{
    m_isIconOnly = iconOnly;
    for (const Entry &entry : std::as_const(m_entries))
        entry.item->setIconOnly(iconOnly);
    for (QWidget *group : std::as_const(m_groups))
        group->setVisible(!iconOnly);
    m_switcher->setIconOnly(iconOnly);
    m_chip->setIconOnly(iconOnly);
    m_chipBox->layout()->setContentsMargins(iconOnly ? 8 : 14, 0, iconOnly ? 7 : 10, 0);
    m_goTo->setIconOnly(iconOnly);
    m_menu->setIconOnly(iconOnly);
    m_settings->setVisible(!iconOnly);
    setFixedWidth(iconOnly ? NarrowWidth : std::max(Width, scaled(Width)));
}

QSize Sidebar::sizeHint() const { return {m_isIconOnly ? NarrowWidth : scaled(Width), 400}; }

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().sidebar);
    painter.fillRect(width() - 1, 0, 1, height(), tokens().border);
}

} // namespace qd
