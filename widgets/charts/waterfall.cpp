#include "widgets/charts/waterfall.h"

#include "core/format.h"
#include "widgets/charts/plot.h"
#include "widgets/controls/paint.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace qd {

Waterfall::Waterfall(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Steps of the request"));
    connect(&Theme::instance(), &Theme::changed, this, [this] { updateGeometry(); update(); });
}

void Waterfall::setTrace(const reports::TraceReport &trace)
{
    m_trace = trace;
    m_length = 1;
    for (const auto &span : m_trace.spans)
        m_length = std::max(m_length, span.startMs + span.lengthMs);
    m_current = 0;
    QStringList words;
    for (const auto &span : m_trace.spans)
        words << span.label + QLatin1Char(' ') + format::duration(span.lengthMs);
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize Waterfall::sizeHint() const
{
    return {scaled(350), scaled(RowHeight) * int(m_trace.spans.size() + 1) + 4};
}

QSize Waterfall::minimumSizeHint() const
{
    return {scaled(260), sizeHint().height()};
}

void Waterfall::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int row = scaled(RowHeight);
    const QRectF axis(scaled(NameWidth), 0, width() - scaled(NameWidth) - scaled(TimeWidth), height());
    const ValueScale scale = ValueScale::linear(m_length, [](double ms) { return format::duration(ms); });
    // Every so manieth tick has words: those that fit beside each other.
    const double apart = scale.ticks.size() > 1 ? axis.width() * (scale.ticks.at(1) - scale.ticks.at(0)) / std::max(1.0, m_length) : axis.width();
    const int every = std::max(1, int(std::ceil(scaled(46) / std::max(1.0, apart))));
    int index = -1;
    for (const double tick : scale.ticks) {
        if (tick > m_length)
            break;
        ++index;
        const double x = axis.left() + axis.width() * tick / m_length;
        painter.setPen(tokens().grid);
        painter.drawLine(QPointF(x, row), QPointF(x, height()));
        if (index % every == 0)
            paint::text(painter, QRect(int(x) - 30, 0, 60, row), tick == 0 ? QStringLiteral("0") : format::duration(tick), qd::font(Type::Small), tokens().text3, Qt::AlignHCenter);
    }
    for (int i = 0; i < m_trace.spans.size(); ++i)
        paintSpan(painter, i, QRect(0, row * (i + 1), width(), row), axis);
}

void Waterfall::paintSpan(QPainter &painter, int index, const QRect &row, const QRectF &axis) const
{
    const auto &span = m_trace.spans.at(index);
    if (index == m_current && index > 0)
        painter.fillRect(row, hasFocus() ? tokens().selected : tokens().selectedOff);
    const int indent = 9 * span.depth;
    for (int level = 1; level <= span.depth; ++level) {
        painter.setPen(tokens().borderStrong);
        painter.drawLine(6 + 9 * (level - 1), row.top(), 6 + 9 * (level - 1), row.bottom());
    }
    const bool isCurrent = index == m_current && index > 0;
    paint::text(painter, QRect(4 + indent + 6, row.top(), scaled(NameWidth) - indent - 14, row.height()), span.label, qd::font(isCurrent ? Type::CodeBold : Type::Code), tokens().text);
    const double left = axis.left() + axis.width() * span.startMs / m_length;
    const double length = std::max(2.0, axis.width() * span.lengthMs / m_length);
    QColor color = index == 0 ? tokens().borderStrong : span.isCritical ? tokens().seriesColour(0) : mixed(tokens().seriesColour(0), tokens().surface, 0.5);
    if (span.isError)
        color = tokens().critMark;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(left, row.center().y() - 4, length, 9), 1, 1);
    paint::text(painter, QRect(row.right() - scaled(TimeWidth), row.top(), scaled(TimeWidth), row.height()), format::duration(span.lengthMs), qd::font(isCurrent ? Type::CellBold : Type::Cell), tokens().text, Qt::AlignRight);
}

void Waterfall::choose(int index)
{
    m_current = std::clamp(index, 0, std::max(0, int(m_trace.spans.size()) - 1));
    emit spanChosen(m_current);
    update();
}

void Waterfall::mousePressEvent(QMouseEvent *event)
{
    choose(int(event->position().y()) / scaled(RowHeight) - 1);
}

void Waterfall::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down)
        return choose(m_current + 1);
    if (event->key() == Qt::Key_Up)
        return choose(m_current - 1);
    QWidget::keyPressEvent(event);
}

} // namespace qd
