#pragma once

#include "widgets/controls/panel.h"

class QScrollArea;

namespace qd {

class Button;

// The detail of a row, at the right of a page (376 px): opened from a row, previous and next and
// close in its header, Esc closes, actions pinned to its bottom edge. J and K step as well.
// Order of content: what happened in one paragraph, evidence, cause, fix, facts.
class Drawer : public QFrame
{
    Q_OBJECT

public:
    explicit Drawer(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    // "7c1f04d2…e0a4", monospaced behind the title.
    void setObject(const QString &object);
    // A name in words instead: not monospaced, cut at its end.
    void setNamed(const QString &name);
    // 0-based; -1: no steps.
    void setPosition(int index, int count);
    // Replaces the content; the drawer owns it.
    void setContent(QWidget *content);
    void addAction(QWidget *button);
    // What is added next stands at the right.
    void addActionSpace();
    using QWidget::addAction;
    void dismiss();
    bool isCollapsed() const { return m_isCollapsed; }
    // Below a width of 1320 the drawer is only its header; a click on it opens it over the page.
    void setCollapsed(bool collapsed);
    QSize sizeHint() const override;

signals:
    void stepped(int by);
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Label *m_title, *m_object, *m_position;
    Button *m_previous, *m_next, *m_close;
    QScrollArea *m_area;
    QWidget *m_actions;
    QHBoxLayout *m_actionRow;
    bool m_isCollapsed = false;
};

// Two columns of words for a drawer: label in text3, value beside it (mono where it is an id).
class Facts : public QWidget
{
    Q_OBJECT

public:
    explicit Facts(QWidget *parent = nullptr);
    void setFacts(const QList<std::pair<QString, QString>> &facts);
};

} // namespace qd
