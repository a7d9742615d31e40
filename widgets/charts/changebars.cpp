#include "widgets/charts/changebars.h"

#include "widgets/controls/label.h"
#include "widgets/controls/paint.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace qd {

static QString signedChange(double by)
{
    return QString(by > 0 ? QStringLiteral("+") : by < 0 ? QString(QChar(0x2212)) : QString()) + QLocale().toString(std::abs(by), 'f', 2);
}

ChangeBars::ChangeBars(const QString &accessibleName, QWidget *parent) : QWidget(parent)
{
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("focusRing", true);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    followTheme(this);
}

QSize ChangeBars::sizeHint() const { return {scaled(300), scaled(220)}; }
QSize ChangeBars::minimumSizeHint() const { return {scaled(180), scaled(150)}; }

void ChangeBars::setChanges(QList<Change> changes)
{
    std::stable_sort(changes.begin(), changes.end(), [](const Change &a, const Change &b) { return a.by > b.by; });
    m_changes = std::move(changes);
    m_better = m_equal = m_worse = 0;
    m_largest = 0.05;
    for (const Change &change : std::as_const(m_changes)) {
        const bool isEqual = std::abs(change.by) < 5e-7;
        m_equal += isEqual;
        m_better += !isEqual && change.by > 0;
        m_worse += !isEqual && change.by < 0;
        m_largest = std::max(m_largest, std::abs(change.by));
    }
    m_current = std::min(m_current, int(m_changes.size()) - 1);
    setAccessibleDescription(tr("%1 better, %2 equal, %3 worse").arg(m_better).arg(m_equal).arg(m_worse));
    update();
}

QRectF ChangeBars::area() const
{
    return QRectF(scaled(40), scaled(8), width() - scaled(50), height() - scaled(8) - scaled(26));
}

int ChangeBars::barAt(double x) const
{
    const QRectF r = area();
    if (m_changes.isEmpty() || x < r.left() || x > r.right())
        return -1;
    return std::min(int(m_changes.size()) - 1, int((x - r.left()) / r.width() * double(m_changes.size())));
}

QString ChangeBars::words(int bar) const
{
    //: a question and the change of its measure
    return tr("%1: %2").arg(m_changes[bar].name, signedChange(m_changes[bar].by));
}

void ChangeBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    const QRectF r = area();
    const QFont small = qd::font(Type::Small);
    const double zero = std::round(r.center().y()), unit = r.height() / 2 / m_largest;
    const double step = m_largest > 0.6 ? 0.5 : m_largest > 0.25 ? 0.2 : m_largest > 0.12 ? 0.1 : 0.05;
    for (double by = -std::floor(m_largest / step) * step; by <= m_largest + 1e-9; by += step) {
        const double y = std::round(zero - by * unit);
        painter.fillRect(QRectF(r.left(), y, r.width(), 1), std::abs(by) < 1e-9 ? t.borderStrong : t.grid);
        paint::text(painter, QRect(0, int(y) - scaled(8), int(r.left()) - 5, scaled(16)), std::abs(by) < 1e-9 ? QStringLiteral("0") : signedChange(by), small, t.text3, Qt::AlignRight);
    }
    const double slot = r.width() / std::max<double>(1, double(m_changes.size()));
    for (int i = 0; i < m_changes.size(); ++i) {
        const double by = m_changes[i].by, left = r.left() + i * slot;
        if (hasFocus() && i == m_current)
            painter.fillRect(QRectF(left, r.top(), std::max(2.0, slot), r.height()), t.selected);
        const double height = std::abs(by) * unit, w = std::max(1.0, slot - (slot >= 3 ? 1 : 0));
        painter.fillRect(by >= 0 ? QRectF(left, zero - height, w, height) : QRectF(left, zero + 1, w, height), by >= 0 ? t.seriesColour(0) : t.warnMark);
    }
    const int y = int(r.bottom()) + scaled(6), third = int(r.width() / 3);
    paint::text(painter, QRect(int(r.left()), y, third, scaled(16)), tr("%1 better").arg(m_better), small, t.accent);
    paint::text(painter, QRect(int(r.left()) + third, y, third, scaled(16)), tr("%1 equal").arg(m_equal), small, t.text2, Qt::AlignHCenter);
    paint::text(painter, QRect(int(r.right()) - third, y, third, scaled(16)), tr("%1 worse").arg(m_worse), small, t.warn, Qt::AlignRight);
}

void ChangeBars::mouseMoveEvent(QMouseEvent *event)
{
    const int bar = barAt(event->position().x());
    setToolTip(bar < 0 ? QString() : words(bar));
}

void ChangeBars::mousePressEvent(QMouseEvent *event)
{
    m_current = barAt(event->position().x());
    if (m_current >= 0)
        emit activated(m_changes[m_current].key);
    update();
}

void ChangeBars::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        QStringList lines;
        for (const Change &change : std::as_const(m_changes))
            lines << QStringLiteral("%1\t%2\t%3").arg(change.key, change.name).arg(change.by, 0, 'g', 6);
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
        emit copied(tr("The changes are copied."));
        return;
    }
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step && !m_changes.isEmpty()) {
        m_current = std::clamp(m_current + step, 0, int(m_changes.size()) - 1);
        setAccessibleDescription(words(m_current));
        QToolTip::showText(mapToGlobal(QPoint(int(area().left()), 20)), words(m_current), this);
        return update();
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_current >= 0) {
        emit activated(m_changes[m_current].key);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace qd
