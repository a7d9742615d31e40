// What a ChartFrame does with mouse and keys. QChartView's own handlers are never called: several
// of them crash or swallow events in Qt 6.4 to 6.7.

#include "widgets/charts/chartframe.h"

#include "widgets/charts/charttip.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace qd {

void ChartFrame::setHover(std::optional<qint64> key, bool tells)
{
    if (key != m_hover) {
        m_hover = key;
        viewport()->update();
    }
    if (!tells)
        return;
    if (m_group)
        m_group->setHover(key, this);
    if (key)
        showTip(*key);
    else if (m_tip)
        m_tip->hide();
}

void ChartFrame::showTip(qint64 key)
{
    QList<TipRow> rows;
    for (const ChartItem *item : std::as_const(m_items))
        rows += item->tip(key);
    // Values first, sentences below them.
    std::stable_partition(rows.begin(), rows.end(), [](const TipRow &row) { return !row.isNote; });
    if (rows.isEmpty()) {
        if (m_tip)
            m_tip->hide();
        return;
    }
    if (!m_tip || m_tip->parentWidget() != window()) {
        delete m_tip;
        m_tip = new ChartTip(window());
    }
    m_tip->showAt(mapTo(window(), QPoint(int(xOf(key)), int(m_plot.area.top()))), keyText(key), rows);
    if (m_hasKeyFocus)
        setAccessibleDescription(m_tip->words().join(QStringLiteral(", ")));
}

void ChartFrame::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressed && m_maySelect && (event->position() - *m_pressed).manhattanLength() > 5) {
        m_dragged = event->position();
        viewport()->update();
    }
    setHover(keyAt(event->position().x()), true);
    event->accept();
}

void ChartFrame::mousePressEvent(QMouseEvent *event)
{
    event->accept();
    if (event->button() != Qt::LeftButton || !m_plot.area.contains(event->position()))
        return;
    m_pressed = event->position();
    m_dragged.reset();
}

void ChartFrame::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    const QPointF from = *m_pressed;
    const std::optional<QPointF> to = m_dragged;
    m_pressed.reset();
    m_dragged.reset();
    viewport()->update();
    if (!to) {
        if (const auto key = keyAt(from.x()))
            emit clicked(*key, m_plot.valueAt(from.y()));
        return;
    }
    if (m_plot.hasSlots())
        return;
    const double left = std::clamp(std::min(from.x(), to->x()), m_plot.area.left(), m_plot.area.right()), right = std::clamp(std::max(from.x(), to->x()), m_plot.area.left(), m_plot.area.right());
    const TimeRange range{m_plot.at(left), m_plot.at(right)};
    if (m_selectsBox)
        emit boxSelected(range, m_plot.valueAt(std::min(std::max(from.y(), to->y()), m_plot.area.bottom())), m_plot.valueAt(std::max(std::min(from.y(), to->y()), m_plot.area.top())));
    else
        emit rangeSelected(range);
}

void ChartFrame::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept();
    m_pressed.reset();
    m_dragged.reset();
    emit wentBack();
}

void ChartFrame::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    if (!m_hasKeyFocus)
        setHover({}, true);
}

void ChartFrame::zoom(double factor, double x)
{
    const double length = double(m_plot.range.length().count());
    const double share = std::clamp((x - m_plot.area.left()) / std::max(1.0, m_plot.area.width()), 0.0, 1.0);
    const auto wanted = milliseconds(std::max<qint64>(60'000, qint64(length * factor)));
    const Instant from = m_plot.at(x) - milliseconds(qint64(double(wanted.count()) * share));
    const TimeRange range{from, from + wanted};
    if (m_group)
        m_group->setView(range);
    else
        setTimeAxis(range, m_zone);
}

// Without Ctrl the wheel belongs to the page that scrolls.
void ChartFrame::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    if (m_plot.hasSlots() || (!(event->modifiers() & Qt::ControlModifier) && turned.x() == 0)) {
        event->ignore();
        return;
    }
    event->accept();
    if (event->modifiers() & Qt::ControlModifier)
        return zoom(std::pow(0.999, turned.y()), event->position().x());
    const milliseconds by(qint64(-turned.x() / 1200.0 * double(m_plot.range.length().count())));
    const TimeRange range{m_plot.range.from + by, m_plot.range.to + by};
    if (m_group)
        m_group->setView(range);
    else
        setTimeAxis(range, m_zone);
}

void ChartFrame::stepFocus(int by)
{
    const auto steps = grid();
    qint64 key;
    if (m_plot.hasSlots()) {
        key = std::clamp<qint64>(m_hover ? *m_hover + by : m_plot.slotCount - 1, 0, m_plot.slotCount - 1);
    } else if (steps) {
        const qint64 last = keyAt(m_plot.area.right() - 1).value_or(toMsecs(m_plot.range.to)), first = keyAt(m_plot.area.left()).value_or(toMsecs(m_plot.range.from));
        key = std::clamp(m_hover ? *m_hover + by * steps->second.count() : last, first, last);
    } else {
        return;
    }
    setHover(key, true);
}

void ChartFrame::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_T && event->modifiers() == Qt::ControlModifier)
        return setShowsTable(!showsTable());
    if (event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier))
        return event->ignore();
    switch (event->key()) {
    case Qt::Key_Left: return stepFocus(-1);
    case Qt::Key_Right: return stepFocus(1);
    case Qt::Key_PageUp: return stepFocus(-10);
    case Qt::Key_PageDown: return stepFocus(10);
    case Qt::Key_Home: return stepFocus(-100000);
    case Qt::Key_End: return stepFocus(100000);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_hover)
            emit clicked(*m_hover, qQNaN());
        return;
    case Qt::Key_Escape:
        if (m_pressed) {
            m_pressed.reset();
            m_dragged.reset();
            return viewport()->update();
        }
        if (m_hover)
            return setHover({}, true);
        break;
    default: break;
    }
    event->ignore();
}

void ChartFrame::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    m_hasKeyFocus = event->reason() != Qt::MouseFocusReason;
    viewport()->update();
}

void ChartFrame::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    m_hasKeyFocus = false;
    setAccessibleDescription(m_says);
    setHover({}, true);
}

} // namespace qd
