#pragma once

// What assistive technology meets, and whether words fit.

#include "widgets/controls/label.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QWidget>

namespace qd::test {

// Every visible node that takes the focus, or is pressed, and has no name.
inline QStringList unnamed(QWidget *root)
{
    QStringList found;
    const auto visit = [&found](QWidget *widget) {
        if (!widget->isVisible() || widget->objectName() == QLatin1String("qt_spinbox_lineedit"))
            return;
        const bool isInteractive = qobject_cast<QAbstractButton *>(widget) || (widget->focusPolicy() & Qt::TabFocus);
        if (!isInteractive || qobject_cast<QAbstractScrollArea *>(widget->parentWidget()))
            return;
        QAccessibleInterface *node = QAccessible::queryAccessibleInterface(widget);
        if (!node || node->text(QAccessible::Name).trimmed().isEmpty())
            found << QStringLiteral("%1 %2 in %3").arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(), widget->parentWidget() ? QString::fromLatin1(widget->parentWidget()->metaObject()->className()) : QString());
    };
    visit(root);
    for (QWidget *widget : root->findChildren<QWidget *>())
        visit(widget);
    return found;
}

// Words that are cut although nothing says that they may be, and buttons that are too small.
inline QStringList clipped(QWidget *root)
{
    QStringList found;
    for (auto *label : root->findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty() || label->wordWrap())
            continue;
        auto *own = qobject_cast<Label *>(label);
        const bool mayElide = own && own->minimumSizeHint().width() < own->sizeHint().width();
        if (!mayElide && label->width() + 1 < label->sizeHint().width())
            found << QStringLiteral("%1: %2 of %3").arg(label->text()).arg(label->width()).arg(label->sizeHint().width());
    }
    for (auto *button : root->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && !button->text().isEmpty() && (button->width() + 1 < button->minimumSizeHint().width() || button->height() + 1 < button->minimumSizeHint().height()))
            found << QStringLiteral("button %1: %2×%3").arg(button->text()).arg(button->width()).arg(button->height());
    }
    return found;
}

} // namespace qd::test
