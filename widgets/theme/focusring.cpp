#include "widgets/theme/style.h"

#include "widgets/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFocusEvent>
#include <QPainter>
#include <QPointer>
#include <QWidget>

namespace qd {

namespace {

// Lives in the parent of the focused widget, above it, and lets the mouse through.
class FocusRing : public QWidget
{
public:
    FocusRing() : QWidget(nullptr)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
        setFocusPolicy(Qt::NoFocus);
        setObjectName(QStringLiteral("focusRing"));
    }

    void surround(QWidget *widget)
    {
        if (m_around)
            m_around->removeEventFilter(this);
        m_around = widget;
        if (!widget || !widget->parentWidget())
            return hide();
        widget->installEventFilter(this);
        setParent(widget->parentWidget());
        place();
        show();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_around) {
            if (event->type() == QEvent::Move || event->type() == QEvent::Resize)
                place();
            else if (event->type() == QEvent::Hide || event->type() == QEvent::Destroy)
                hide();
        }
        return false;
    }
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens().focus, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }

private:
    void place()
    {
        setGeometry(m_around->geometry().adjusted(-3, -3, 3, 3));
        raise();
    }
    QPointer<QWidget> m_around;
};

// Knows why the focus moved: a click needs no ring around what was clicked.
class FocusWatch : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (!watched->isWidgetType())
            return false;
        if (event->type() == QEvent::FocusIn) {
            auto *widget = static_cast<QWidget *>(watched);
            const auto reason = static_cast<QFocusEvent *>(event)->reason();
            const bool wants = widget->property("focusRing").toBool() && reason != Qt::MouseFocusReason && reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason;
            if (wants && !m_ring)
                m_ring = new FocusRing;
            if (m_ring)
                m_ring->surround(wants ? widget : nullptr);
        } else if (event->type() == QEvent::FocusOut && m_ring) {
            m_ring->surround(nullptr);
        }
        return false;
    }

private:
    QPointer<FocusRing> m_ring; // dies with the widget it is shown in; made anew when needed
};

} // namespace

void followFocus()
{
    static QPointer<FocusWatch> watch;
    if (watch)
        return;
    watch = new FocusWatch(qApp);
    qApp->installEventFilter(watch);
}

} // namespace qd
