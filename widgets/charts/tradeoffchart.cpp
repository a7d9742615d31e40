#include "widgets/charts/tradeoffchart.h"

#include "widgets/controls/label.h"
#include "widgets/controls/paint.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace qd {

TradeoffChart::TradeoffChart(const QString &accessibleName, QWidget *parent) : QWidget(parent)
{
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("focusRing", true);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_costWords = [](double cost) { return QLocale().toString(cost, 'g', 3); };
    followTheme(this);
}

QSize TradeoffChart::sizeHint() const { return {scaled(400), scaled(290)}; }
QSize TradeoffChart::minimumSizeHint() const { return {scaled(260), scaled(200)}; }

void TradeoffChart::setCostTitle(const QString &title, std::function<QString(double)> words)
{
    m_costTitle = title;
    m_costWords = std::move(words);
    update();
}

void TradeoffChart::setCostLogarithmic(bool isLogarithmic)
{
    m_isLogarithmic = isLogarithmic;
    fitScales();
    update();
}

void TradeoffChart::setGoal(std::optional<double> gainFrom, std::optional<double> costTo)
{
    m_gainFrom = gainFrom;
    m_costTo = costTo;
    update();
}

void TradeoffChart::setLines(const QList<Line> &lines)
{
    m_lines = lines;
    if (m_current && (m_current->first >= m_lines.size() || m_current->second >= m_lines[m_current->first].points.size()))
        m_current.reset();
    fitScales();
    QStringList words;
    for (const Line &line : m_lines) {
        for (const Point &point : line.points)
            words << point.words;
    }
    setAccessibleDescription(words.join(QStringLiteral(". ")));
    update();
}

// The gain begins at a round step below the least; the cost at 1, 2 or 5 times a power of ten.
void TradeoffChart::fitScales()
{
    double lowest = 1, cheapest = 1e300, dearest = 0;
    for (const Line &line : std::as_const(m_lines)) {
        for (const Point &point : line.points) {
            lowest = std::min(lowest, point.gain);
            cheapest = std::min(cheapest, std::max(1e-3, point.cost));
            dearest = std::max(dearest, point.cost);
        }
    }
    if (dearest <= 0)
        cheapest = 1, dearest = 100;
    const double step = lowest < 0.6 ? 0.2 : lowest < 0.9 ? 0.05 : 0.02;
    m_lowest = std::max(0.0, std::floor((lowest - step * 0.2) / step) * step);
    m_cheapest = m_isLogarithmic ? cheapest / 1.3 : 0;
    m_dearest = m_isLogarithmic ? std::max(dearest, m_cheapest * 4) * 1.25 : dearest * 1.05;
}

QRectF TradeoffChart::area() const
{
    return QRectF(scaled(44), scaled(22), width() - scaled(60), height() - scaled(22) - scaled(40));
}

double TradeoffChart::x(double cost) const
{
    const double share = m_isLogarithmic ? (std::log(std::max(cost, m_cheapest)) - std::log(m_cheapest)) / (std::log(m_dearest) - std::log(m_cheapest)) : cost / m_dearest;
    return area().left() + share * area().width();
}

double TradeoffChart::y(double gain) const
{
    return area().bottom() - (gain - m_lowest) / std::max(1e-9, 1 - m_lowest) * area().height();
}

QList<double> TradeoffChart::costTicks() const
{
    QList<double> ticks;
    if (!m_isLogarithmic) {
        const double raw = m_dearest / 5, power = std::pow(10.0, std::floor(std::log10(raw)));
        const double step = (raw / power > 5 ? 10 : raw / power > 2 ? 5 : raw / power > 1 ? 2 : 1) * power;
        for (int i = 0; i * step <= m_dearest; ++i)
            ticks << i * step;
        return ticks;
    }
    for (int power = int(std::floor(std::log10(m_cheapest))); power <= int(std::ceil(std::log10(m_dearest))); ++power) {
        for (const int factor : {1, 2, 5}) {
            const double cost = factor * std::pow(10.0, power);
            if (cost >= m_cheapest && cost <= m_dearest)
                ticks << cost;
        }
    }
    return ticks;
}

void TradeoffChart::paintGrid(QPainter &painter) const
{
    const Tokens &t = tokens();
    const QRectF r = area();
    const QFont small = qd::font(Type::Small);
    const double span = 1 - m_lowest, step = span > 0.5 ? 0.2 : span > 0.15 ? 0.05 : 0.02;
    for (double gain = 1; gain >= m_lowest - 1e-9; gain -= step) {
        const double at = std::round(y(gain));
        painter.fillRect(QRectF(r.left(), at, r.width(), 1), t.grid);
        paint::text(painter, QRect(0, int(at) - scaled(8), int(r.left()) - 6, scaled(16)), QLocale().toString(gain, 'f', 2), small, t.text3, Qt::AlignRight);
    }
    double taken = 0;
    for (const double cost : costTicks()) {
        const QString words = m_costWords(cost);
        const int w = paint::width(words, small);
        const int left = int(x(cost)) - w / 2;
        if (left < taken)
            continue;
        painter.fillRect(QRectF(std::round(x(cost)), r.bottom(), 1, scaled(3)), t.borderStrong);
        paint::text(painter, QRect(left, int(r.bottom()) + scaled(4), w + 2, scaled(15)), words, small, t.text3);
        taken = left + w + 12;
    }
    painter.fillRect(QRectF(r.left(), r.bottom(), r.width(), 1), t.borderStrong);
    paint::text(painter, QRect(0, height() - scaled(18), width(), scaled(16)), m_costTitle, small, t.text3, Qt::AlignHCenter);
}

void TradeoffChart::paintGoal(QPainter &painter) const
{
    if (!m_gainFrom && !m_costTo)
        return;
    QRectF met = area();
    if (m_gainFrom)
        met.setBottom(y(std::max(*m_gainFrom, m_lowest)));
    if (m_costTo)
        met.setRight(std::clamp(x(*m_costTo), met.left(), met.right()));
    painter.fillRect(met, tokens().okBg);
}

void TradeoffChart::paintLine(QPainter &painter, const Line &line) const
{
    const Tokens &t = tokens();
    const QColor colour = t.seriesColour(line.series);
    QPolygonF path;
    for (const Point &point : line.points)
        path << at(point);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.5));
    painter.drawPolyline(path);
    const double half = scaled(7) / 2.0;
    for (const Point &point : line.points) {
        const QPointF c = at(point);
        painter.setPen(QPen(colour, 1.4));
        painter.setBrush(point.isRough ? t.surface : colour);
        if (line.isSquare)
            painter.drawRect(QRectF(c.x() - half + 0.5, c.y() - half + 0.5, 2 * half - 1, 2 * half - 1));
        else
            painter.drawEllipse(c, half, half);
        if (point.ring == Point::Ring::None)
            continue;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(point.ring == Point::Ring::Now ? t.text : t.okMark, 1.6));
        painter.drawEllipse(c, half + 3, half + 3);
    }
}

// Rings are named first; what would stand on other words is left to the tooltip.
void TradeoffChart::paintLabels(QPainter &painter) const
{
    const Tokens &t = tokens();
    QList<QRect> taken;
    for (const bool isRinged : {true, false}) {
        for (const Line &line : m_lines) {
            for (const Point &point : line.points) {
                if ((point.ring != Point::Ring::None) != isRinged || point.label.isEmpty())
                    continue;
                const QPointF c = at(point);
                const bool isNow = point.ring == Point::Ring::Now, isSuggested = point.ring == Point::Ring::Suggested;
                const QString words = isNow ? tr("now, %1").arg(point.label) : isSuggested ? tr("suggested %1").arg(point.label) : point.label;
                const QFont shown = qd::font(isNow ? Type::SmallBold : Type::Small);
                const int w = paint::width(words, shown) + 2;
                // Rings are named at their left, where the curve is not; squares below, discs above.
                QRect box(int(c.x()) - w / 2, int(c.y()) + (line.isSquare ? scaled(5) : -scaled(21)), w, scaled(15));
                if (isRinged)
                    box = QRect(int(c.x()) - w - scaled(9), int(c.y()) - scaled(isSuggested ? 15 : 8), w, scaled(15));
                // At the left edge below it: the curve goes on to the right.
                if (box.left() < int(area().left()) + 2)
                    box.moveTopLeft(QPoint(int(c.x()) + scaled(4), int(c.y()) + scaled(7)));
                const bool isFree = std::none_of(taken.begin(), taken.end(), [&box](const QRect &other) { return other.intersects(box); });
                if (!isFree && !isRinged)
                    continue;
                taken << box;
                paint::text(painter, box, words, shown, isNow ? t.text : isSuggested ? t.ok : t.text2);
            }
        }
    }
}

void TradeoffChart::paintLegend(QPainter &painter) const
{
    const Tokens &t = tokens();
    const QFont small = qd::font(Type::Small);
    int widest = 0;
    for (const Line &line : m_lines)
        widest = std::max(widest, paint::width(line.name, small));
    int top = int(area().bottom()) - scaled(20) * int(m_lines.size());
    const int left = int(area().right()) - widest - scaled(18);
    for (const Line &line : m_lines) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.seriesColour(line.series));
        const QPointF c(left, top + scaled(8));
        line.isSquare ? painter.drawRect(QRectF(c.x() - 3, c.y() - 3, 6, 6)) : painter.drawEllipse(c, 3.5, 3.5);
        paint::text(painter, QRect(left + scaled(9), top, widest + 4, scaled(16)), line.name, small, t.seriesColour(line.series));
        top += scaled(18);
    }
}

void TradeoffChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintGoal(painter);
    paintGrid(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Line &line : std::as_const(m_lines))
        paintLine(painter, line);
    paintLabels(painter);
    if (!m_lines.isEmpty())
        paintLegend(painter);
    if (m_current && hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens().focus, 2));
        painter.drawEllipse(at(m_lines[m_current->first].points[m_current->second]), 9, 9);
    }
}

std::optional<std::pair<int, int>> TradeoffChart::near(const QPointF &where) const
{
    std::optional<std::pair<int, int>> found;
    double nearest = scaled(14);
    for (int i = 0; i < m_lines.size(); ++i) {
        for (int j = 0; j < m_lines[i].points.size(); ++j) {
            const QPointF d = at(m_lines[i].points[j]) - where;
            const double distance = std::hypot(d.x(), d.y());
            if (distance < nearest)
                nearest = distance, found = std::pair(i, j);
        }
    }
    return found;
}

void TradeoffChart::mouseMoveEvent(QMouseEvent *event)
{
    const auto found = near(event->position());
    setToolTip(found ? m_lines[found->first].points[found->second].words : QString());
}

void TradeoffChart::mousePressEvent(QMouseEvent *event)
{
    if (const auto found = near(event->position())) {
        m_current = found;
        emit activated(found->first, found->second);
        update();
    }
}

void TradeoffChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void TradeoffChart::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(table().tsv());
        emit copied(tr("The values of the chart are copied."));
        return;
    }
    QList<std::pair<int, int>> all;
    for (int i = 0; i < m_lines.size(); ++i) {
        for (int j = 0; j < m_lines[i].points.size(); ++j)
            all << std::pair(i, j);
    }
    const int step = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Left || event->key() == Qt::Key_Up ? -1 : 0;
    if (step && !all.isEmpty()) {
        const qsizetype from = m_current ? all.indexOf(*m_current) : (step > 0 ? -1 : all.size());
        m_current = all[std::clamp<qsizetype>(from + step, 0, all.size() - 1)];
        const Point &point = m_lines[m_current->first].points[m_current->second];
        setAccessibleDescription(point.words);
        QToolTip::showText(mapToGlobal(at(point).toPoint()) + QPoint(10, 10), point.words, this);
        return update();
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_current) {
        emit activated(m_current->first, m_current->second);
        return;
    }
    QWidget::keyPressEvent(event);
}

TextTable TradeoffChart::table() const
{
    TextTable table{{tr("Line"), tr("Setting"), tr("Gain"), tr("Cost")}, {}, {false, false, true, true}};
    for (const Line &line : m_lines) {
        for (const Point &point : line.points)
            table.rows << QStringList{line.name, point.label, QString::number(point.gain, 'g', 6), QString::number(point.cost, 'g', 6)};
    }
    return table;
}

} // namespace qd
