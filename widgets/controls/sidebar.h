#pragma once

#include "widgets/theme/theme.h"

#include <QAbstractButton>
#include <QMap>

class QVBoxLayout;

namespace qd {

class Button;
class DeploymentSwitcher;
class EnvironmentChip;

// One page in the sidebar.
class SidebarItem : public QAbstractButton
{
    Q_OBJECT

public:
    SidebarItem(const QString &title, const QString &iconName, const QString &shortcut, QWidget *parent = nullptr);
    void setBadge(const QString &text, State state);
    void setBadgeOld(bool isOld);
    void setIconOnly(bool iconOnly);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName, m_badge;
    State m_badgeState = State::Unknown;
    bool m_isOld = false, m_iconOnly = false;
};

// Where one goes: the deployment and its environment, pages in groups, and at the foot the way to
// anything. Only pages that exist are listed. 200 px, or icons only (44) in a narrow window.
class Sidebar : public QWidget
{
    Q_OBJECT

public:
    static constexpr int Width = 200, NarrowWidth = 44;

    explicit Sidebar(QWidget *parent = nullptr);

    DeploymentSwitcher *switcher() const { return m_switcher; }
    EnvironmentChip *chip() const { return m_chip; }
    // Groups appear in the order of their first page.
    SidebarItem *addPage(const QString &id, const QString &title, const QString &iconName, const QString &group, const QString &shortcut);
    SidebarItem *item(const QString &id) const;
    void setCurrent(const QString &id);
    void setPagesEnabled(bool enabled);
    void setIconOnly(bool iconOnly);
    bool isIconOnly() const { return m_isIconOnly; }
    QSize sizeHint() const override;

signals:
    void pageAsked(const QString &id);
    void paletteAsked();
    void menuAsked(QWidget *anchor);
    void settingsAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Entry
    {
        QString id, group;
        SidebarItem *item;
    };
    QList<Entry> m_entries;
    QMap<QString, QWidget *> m_groups;
    QVBoxLayout *m_pages;
    DeploymentSwitcher *m_switcher;
    EnvironmentChip *m_chip;
    SidebarItem *m_goTo, *m_menu;
    Button *m_settings;
    QWidget *m_chipBox;
    bool m_isIconOnly = false;
};

} // namespace qd
