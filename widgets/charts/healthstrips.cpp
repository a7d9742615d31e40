#include "widgets/charts/healthstrips.h"

#include "widgets/controls/label.h"
#include "widgets/controls/paint.h"

#include "core/format.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <cmath>

namespace qd {

HealthStrips::HealthStrips(QWidget *parent) : QWidget(parent), m_zone(QTimeZone::utc())
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("focusRing", true);
    setAccessibleName(tr("Service health"));
    followTheme(this);
}

void HealthStrips::setRows(const QList<reports::OverviewReport::HealthRow> &rows, const TimeRange &range, const QTimeZone &zone)
{
    m_rows = rows;
    m_range = range;
    m_zone = zone;
    m_current = std::min(m_current, std::max(0, int(rows.size()) - 1));
    QStringList words;
    for (const auto &row : m_rows)
        words << spoken(row);
    setAccessibleDescription(words.join(QStringLiteral(". ")));
    updateGeometry();
    update();
}

QString HealthStrips::spoken(const reports::OverviewReport::HealthRow &row) const
{
    if (row.isOld)
        return tr("%1: old, %2").arg(row.label, row.now);
    return tr("%1: %2, %3, %4 in target").arg(row.label, stateWord(row.state), row.now, row.inTarget);
}

int HealthStrips::scaledMinimum() { return scaled(520); }
QSize HealthStrips::sizeHint() const { return {scaled(700), 4 + scaled(RowHeight) * int(std::max<qsizetype>(1, m_rows.size())) + scaled(22)}; }

QRectF HealthStrips::cellsArea() const
{
    const int left = 12 + scaled(184), right = scaled(182);
    return QRectF(left, 4, std::max(60, width() - left - right), scaled(RowHeight) * int(m_rows.size()));
}

TimeRange HealthStrips::rangeOf(int cell, int count) const
{
    const milliseconds step = m_range.length() / std::max(1, count);
    return {m_range.from + step * cell, m_range.from + step * (cell + 1)};
}

std::optional<std::pair<int, int>> HealthStrips::cellAt(const QPointF &at) const
{
    const QRectF area = cellsArea();
    if (!area.contains(at))
        return {};
    const int row = int((at.y() - area.top()) / scaled(RowHeight));
    if (row >= m_rows.size() || m_rows[row].cells.isEmpty())
        return {};
    const int count = int(m_rows[row].cells.size());
    return std::pair(row, std::min(count - 1, int((at.x() - area.left()) / area.width() * count)));
}

void HealthStrips::paintCell(QPainter &painter, const QRectF &box, State state, bool isOld, bool hasData) const
{
    const Tokens &t = tokens();
    if (!hasData) {
        QPen pen(t.unknownMark, 1);
        if (isOld)
            pen.setDashPattern({2, 2});
        painter.setPen(pen);
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
        return;
    }
    if (isOld) {
        painter.fillRect(box, mixed(t.surface, t.unknownMark, 0.55));
        return;
    }
    painter.fillRect(box, state == State::Ok ? t.okCell : t.stateMark(state));
    if (state == State::Failing) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(t.surface, 1.4));
        painter.drawLine(box.bottomLeft() + QPointF(1, -1), box.topRight() + QPointF(-1, 1));
        painter.restore();
    }
}

void HealthStrips::paintRow(QPainter &painter, int index, int top) const
{
    const Tokens &t = tokens();
    const auto &row = m_rows[index];
    const QRectF area = cellsArea();
    const int height = scaled(RowHeight);
    const QColor words = row.isOld ? t.text3 : t.text;
    if (hasFocus() && index == m_current)
        painter.fillRect(QRect(1, top, width() - 2, height - 1), t.selected);
    paintMark(painter, QPointF(12 + scaled(5), top + height / 2.0), row.isOld ? Mark::Old : markOf(row.state));
    QRect label(12 + scaled(18), top, int(area.left()) - scaled(34), height);
    const int used = paint::text(painter, label, row.label, qd::font(Type::Cell), words);
    paint::text(painter, label.adjusted(used + 4, 0, 0, 0), row.note, qd::font(Type::Small), t.text3);
    const int count = int(row.cells.size());
    for (int i = 0; i < count; ++i) {
        const double left = std::round(area.left() + i * area.width() / count), right = std::round(area.left() + (i + 1) * area.width() / count);
        const State state = row.cells[i];
        paintCell(painter, QRectF(left, top + 3, right - left - 1, height - 7), state, row.isOld, state != State::Unknown);
    }
    const int x = int(area.right()) + scaled(13);
    const Tone tone = row.isOld ? Tone::Text3 : row.state == State::Failing ? Tone::Crit : Tone::Text;
    paint::text(painter, QRect(x, top, scaled(112), height), row.now, qd::font(Type::Cell), colour(tone));
    paint::text(painter, QRect(width() - 12 - scaled(60), top, scaled(60), height), row.inTarget, qd::font(Type::Cell), t.text2, Qt::AlignRight);
    if (index + 1 < m_rows.size())
        painter.fillRect(QRect(12, top + height - 1, width() - 24, 1), t.grid);
}

void HealthStrips::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF area = cellsArea();
    for (int i = 0; i < m_rows.size(); ++i)
        paintRow(painter, i, 4 + i * scaled(RowHeight));
    const int y = int(area.bottom()) + 2;
    const QFont small = qd::font(Type::Small);
    double taken = 0;
    for (int i = 0; i <= 4; ++i) {
        const Instant at = m_range.from + m_range.length() * i / 4;
        const QString words = i == 0 ? tr("%1 %2").arg(format::day(dayOf(at, m_zone)), format::timeOfDay(at, m_zone)) : format::timeOfDay(at, m_zone);
        const int w = paint::width(words, small);
        const double x = area.left() + area.width() * i / 4;
        const double left = i == 0 ? x : i == 4 ? x - w : x - w / 2.0;
        if (left < taken)
            continue;
        paint::text(painter, QRect(int(left), y, w + 2, scaled(16)), words, small, tokens().text3);
        taken = left + w + 8;
    }
    paint::text(painter, QRect(int(area.right()) + scaled(13), y, scaled(60), scaled(16)), tr("now"), small, tokens().text3);
    paint::text(painter, QRect(width() - 12 - scaled(70), y, scaled(70), scaled(16)), tr("in target"), small, tokens().text3, Qt::AlignRight);
}

void HealthStrips::mouseMoveEvent(QMouseEvent *event)
{
    const auto cell = cellAt(event->position());
    if (!cell)
        return setToolTip({});
    const auto &row = m_rows[cell->first];
    const TimeRange range = rangeOf(cell->second, int(row.cells.size()));
    const State state = row.cells[cell->second];
    setToolTip(tr("%1, %2 to %3: %4").arg(row.label, format::timeOfDay(range.from, m_zone), format::timeOfDay(range.to, m_zone), state == State::Unknown ? tr("no data") : markWord(markOf(state))));
}

void HealthStrips::mousePressEvent(QMouseEvent *event)
{
    if (const auto cell = cellAt(event->position())) {
        m_current = cell->first;
        emit cellClicked(m_rows[cell->first].id, rangeOf(cell->second, int(m_rows[cell->first].cells.size())));
        update();
    }
}

void HealthStrips::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step && !m_rows.isEmpty()) {
        m_current = std::clamp(m_current + step, 0, int(m_rows.size()) - 1);
        setAccessibleDescription(spoken(m_rows[m_current]));
        update();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_current < m_rows.size()) {
        emit cellClicked(m_rows[m_current].id, m_range);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace qd
