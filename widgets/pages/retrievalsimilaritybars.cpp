#include "widgets/pages/retrievalsimilarities.h"

#include "core/format.h"
#include "widgets/charts/plot.h"
#include "widgets/controls/copyas.h"
#include "widgets/controls/label.h"
#include "widgets/controls/paint.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace qd {

SimilarityBars::SimilarityBars(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Rows by their similarity to the question"));
    setFocusPolicy(Qt::StrongFocus);
    setProperty("focusRing", true);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    followTheme(this);
}

QSize SimilarityBars::sizeHint() const { return {scaled(400), scaled(180)}; }
QSize SimilarityBars::minimumSizeHint() const { return {scaled(240), scaled(130)}; }

void SimilarityBars::setCounts(const SimilarityCounts &counts)
{
    m_counts = counts;
    m_highest = std::max<qint64>(1, *std::max_element(counts.bars.begin(), counts.bars.end()));
    m_current = -1;
    update();
}

QRectF SimilarityBars::area() const
{
    return QRectF(scaled(52), scaled(24), width() - scaled(68), height() - scaled(24) - scaled(28));
}

double SimilarityBars::x(double value) const
{
    return area().left() + (value - m_counts.begin) / (m_counts.width * double(m_counts.bars.size())) * area().width();
}

int SimilarityBars::barAt(double at) const
{
    const QRectF r = area();
    if (m_counts.bars.isEmpty() || at < r.left() || at >= r.right())
        return -1;
    return int((at - r.left()) / r.width() * double(m_counts.bars.size()));
}

void SimilarityBars::paintAxes(QPainter &painter) const
{
    const Tokens &t = tokens();
    const QRectF r = area();
    const QFont small = qd::font(Type::Small);
    const ValueScale scale = ValueScale::linear(double(m_highest), [](double rows) { return format::count(qint64(std::llround(rows))); });
    for (const double tick : scale.ticks) {
        if (tick != std::floor(tick))
            continue;
        const double y = std::round(r.bottom() - tick / scale.high * r.height());
        painter.fillRect(QRectF(r.left(), y, r.width(), 1), tick == 0 ? t.borderStrong : t.grid);
        paint::text(painter, QRect(0, int(y) - scaled(8), int(r.left()) - 6, scaled(16)), scale.words(tick), small, t.text3, Qt::AlignRight);
    }
    const double end = m_counts.begin + m_counts.width * double(m_counts.bars.size());
    double step = m_counts.width * 5;
    while (step / (end - m_counts.begin) * r.width() < scaled(44))
        step *= 2;
    const int decimals = std::clamp(int(std::ceil(-std::log10(step) - 1e-9)) + (std::fmod(step, std::pow(10, std::floor(std::log10(step)))) > 1e-9 ? 1 : 0), 0, 6);
    for (double value = std::ceil(m_counts.begin / step - 1e-9) * step; value <= end + 1e-9; value += step) {
        painter.fillRect(QRectF(std::round(x(value)), r.bottom(), 1, scaled(3)), t.borderStrong);
        paint::text(painter, QRect(int(x(value)) - scaled(30), int(r.bottom()) + scaled(10), scaled(60), scaled(15)), retrievalview::number(std::abs(value) < 1e-9 ? 0 : value, decimals), small, t.text3, Qt::AlignHCenter);
    }
}

void SimilarityBars::paintThreshold(QPainter &painter) const
{
    const Tokens &t = tokens();
    const QRectF r = area();
    const double at = std::round(x(*m_counts.threshold)) + 0.5;
    painter.setPen(QPen(t.text, 1.4, Qt::DashLine));
    painter.drawLine(QPointF(at, r.top() - scaled(16)), QPointF(at, r.bottom()));
    const QFont small = qd::font(Type::Small), bold = qd::font(Type::SmallBold);
    const QString cut = tr("%1 cut").arg(format::count(m_counts.cut)), passing = tr("%1 pass").arg(format::count(m_counts.passing));
    const QString &left = m_counts.passesAbove ? cut : passing, &right = m_counts.passesAbove ? passing : cut;
    const int leftWidth = paint::width(left, m_counts.passesAbove ? small : bold) + 2, rightWidth = paint::width(right, m_counts.passesAbove ? bold : small) + 2;
    const int top = int(r.top()) - scaled(18);
    // Both stay inside: where one side has no room, both stand on the other.
    int leftAt = int(at) - leftWidth - scaled(6), rightAt = int(at) + scaled(6);
    if (leftAt < 2)
        leftAt = rightAt, rightAt = leftAt + leftWidth + scaled(10);
    if (rightAt + rightWidth > width() - 2)
        rightAt = int(at) - rightWidth - scaled(6), leftAt = rightAt - leftWidth - scaled(10);
    paint::text(painter, QRect(leftAt, top, leftWidth, scaled(15)), left, m_counts.passesAbove ? small : bold, m_counts.passesAbove ? t.text2 : t.text);
    paint::text(painter, QRect(rightAt, top, rightWidth, scaled(15)), right, m_counts.passesAbove ? bold : small, m_counts.passesAbove ? t.text : t.text2);
}

void SimilarityBars::paintEvent(QPaintEvent *)
{
    if (m_counts.bars.isEmpty())
        return;
    QPainter painter(this);
    const Tokens &t = tokens();
    const QRectF r = area();
    paintAxes(painter);
    const ValueScale scale = ValueScale::linear(double(m_highest), {});
    for (int i = 0; i < m_counts.bars.size(); ++i) {
        const double from = x(m_counts.begin + i * m_counts.width), to = x(m_counts.begin + (i + 1) * m_counts.width);
        if (hasFocus() && i == m_current)
            painter.fillRect(QRectF(from, r.top(), to - from, r.height()), t.selected);
        if (m_counts.bars[i] == 0)
            continue;
        // One row among thousands is still to be seen.
        const double tall = std::max(2.0, double(m_counts.bars[i]) / scale.high * r.height());
        const double left = std::round(from), right = std::max(left + 1, std::round(to) - (to - from >= 3 ? 1 : 0));
        const double cutAt = m_counts.threshold ? std::clamp(x(*m_counts.threshold), left, right) : left;
        const bool leftPasses = m_counts.threshold && !m_counts.passesAbove;
        painter.fillRect(QRectF(left, r.bottom() - tall, cutAt - left, tall), leftPasses ? t.seriesColour(0) : t.other);
        painter.fillRect(QRectF(cutAt, r.bottom() - tall, right - cutAt, tall), m_counts.threshold && !m_counts.passesAbove ? t.other : t.seriesColour(0));
    }
    for (const double value : std::as_const(m_counts.answered)) {
        if (!std::isnan(value))
            painter.fillRect(QRectF(std::round(x(value)) - 1, r.bottom() + scaled(3), 2, scaled(6)), t.text);
    }
    if (m_counts.threshold)
        paintThreshold(painter);
}

QString SimilarityBars::barWords(int bar) const
{
    const double from = m_counts.begin + bar * m_counts.width, to = from + m_counts.width;
    qint64 better = 0;
    for (int i = 0; i < m_counts.bars.size(); ++i)
        better += (m_counts.isSimilarity ? i >= bar : i <= bar) ? m_counts.bars[i] : 0;
    const int decimals = std::clamp(int(std::ceil(-std::log10(m_counts.width) - 1e-9)), 0, 6);
    const QString low = retrievalview::number(from, decimals), high = retrievalview::number(to, decimals);
    return m_counts.isSimilarity ? tr("%1 to %2: %3 rows; %4 rows from %1 on").arg(low, high, format::count(m_counts.bars[bar]), format::count(better))
                                 : tr("%1 to %2: %3 rows; %4 rows up to %2").arg(low, high, format::count(m_counts.bars[bar]), format::count(better));
}

void SimilarityBars::mouseMoveEvent(QMouseEvent *event)
{
    const int bar = barAt(event->position().x());
    setToolTip(bar < 0 ? QString() : barWords(bar));
}

void SimilarityBars::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void SimilarityBars::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        TextTable table{{m_counts.isSimilarity ? tr("Similarity from") : tr("Distance from"), tr("Rows")}, {}, {true, true}};
        for (int i = 0; i < m_counts.bars.size(); ++i)
            table.rows << QStringList{QString::number(m_counts.begin + i * m_counts.width, 'g', 6), QString::number(m_counts.bars[i])};
        QGuiApplication::clipboard()->setText(table.tsv());
        emit copied(tr("The values of the chart are copied."));
        return;
    }
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step == 0 || m_counts.bars.isEmpty())
        return QWidget::keyPressEvent(event);
    const int last = int(m_counts.bars.size()) - 1;
    m_current = m_current < 0 ? (step > 0 ? 0 : last) : std::clamp(m_current + step, 0, last);
    setAccessibleDescription(barWords(m_current));
    QToolTip::showText(mapToGlobal(QPoint(int(x(m_counts.begin + m_current * m_counts.width)), scaled(20))), barWords(m_current), this);
    update();
}

} // namespace qd
