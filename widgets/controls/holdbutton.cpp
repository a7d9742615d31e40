#include "widgets/controls/holdbutton.h"

#include "widgets/controls/label.h"
#include "widgets/controls/paint.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <cmath>

namespace qd {

HoldButton::HoldButton(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setText(text);
    setProperty("focusRing", true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleDescription(tr("Hold for 3 seconds"));
    m_fill.setStartValue(0.0);
    m_fill.setEndValue(1.0);
    m_fill.setDuration(HoldMilliseconds);
    connect(&m_fill, &QVariantAnimation::valueChanged, this, [this] { update(); });
    connect(&m_fill, &QVariantAnimation::finished, this, [this] {
        update();
        emit held();
    });
    followTheme(this);
}

double HoldButton::progress() const
{
    return isHeld() ? m_fill.currentValue().toDouble() : 0;
}

void HoldButton::begin()
{
    if (isEnabled() && !isHeld())
        m_fill.start();
}

bool HoldButton::cancel()
{
    if (!isHeld())
        return false;
    m_fill.stop();
    update();
    return true;
}

QSize HoldButton::sizeHint() const { return {paint::width(text(), qd::font(Type::BodyBold)) + 32, scaled(32)}; }

void HoldButton::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        begin();
}

void HoldButton::mouseReleaseEvent(QMouseEvent *) { cancel(); }

void HoldButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat())
        return begin();
    if (event->key() == Qt::Key_Escape && cancel())
        return;
    if (event->key() != Qt::Key_Space && event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QAbstractButton::keyPressEvent(event);
}

void HoldButton::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat())
        cancel();
}

void HoldButton::focusOutEvent(QFocusEvent *event)
{
    cancel();
    QAbstractButton::focusOutEvent(event);
}

void HoldButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    paint::box(painter, rect(), isEnabled() ? t.prodFill : t.inset, isEnabled() ? QColor() : t.border, 4);
    if (isHeld() && Theme::instance().hasMotion()) {
        painter.setClipRect(QRectF(0, 0, width() * progress(), height()));
        paint::box(painter, rect(), mixed(t.prodFill, Qt::black, 0.3), {}, 4);
        painter.setClipping(false);
    }
    const int left = int(std::ceil((1 - progress()) * HoldMilliseconds / 1000));
    const QString words = isHeld() && !Theme::instance().hasMotion() ? tr("%1 (%2)").arg(text()).arg(left) : text();
    paint::text(painter, rect(), words, qd::font(Type::BodyBold), isEnabled() ? t.onProd : t.disabled, Qt::AlignHCenter);
}

} // namespace qd
