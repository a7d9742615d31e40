#include "widgets/charts/chartframe.h"

#include "widgets/charts/chartaccess.h"
#include "widgets/charts/charttip.h"
#include "widgets/charts/timeticks.h"

#include "core/format.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>

#include <algorithm>

namespace qd {

ChartFrame::ChartFrame(const QString &name, QWidget *parent)
    : QChartView(new QChart, parent)
    , m_name(name)
    , m_zone(QTimeZone::utc())
    , m_chartMargins(LeftMargin, TopMargin, RightMargin, BottomMargin)
{
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setAnimationOptions(QChart::NoAnimation);
    scene()->setItemIndexMethod(QGraphicsScene::NoIndex);
    setFrameShape(QFrame::NoFrame);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setOptimizationFlags(QGraphicsView::DontSavePainterState | QGraphicsView::DontAdjustForAntialiasing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setRubberBand(QChartView::NoRubberBand);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("focusRing", true);
    setAccessibleName(name);
    setMinimumHeight(60);
    registerChartAccess();
    connect(&Theme::instance(), &Theme::changed, this, &ChartFrame::layoutPlot);
}

// The items belong to us, not to the chart that dies later.
ChartFrame::~ChartFrame()
{
    qDeleteAll(m_items);
    delete m_tip;
}

void ChartFrame::addItem(ChartItem *item)
{
    item->setParentItem(chart());
    m_items.append(item);
    item->setPlot(m_plot);
}

void ChartFrame::remove(ChartItem *item)
{
    m_items.removeOne(item);
    delete item;
}

void ChartFrame::setTimeAxis(const TimeRange &range, const QTimeZone &zone)
{
    m_plot.range = range;
    m_plot.slotCount = 0;
    m_slots.clear();
    m_zone = zone;
    pushPlot();
}

void ChartFrame::setSlotAxis(const QStringList &labels, const QString &leading)
{
    m_slots = labels;
    m_leading = leading;
    m_plot.slotCount = int(labels.size());
    pushPlot();
}

void ChartFrame::setValueScale(const ValueScale &scale)
{
    m_plot.scale = scale;
    pushPlot();
}

void ChartFrame::setMargins(int left, int right, int top, int bottom)
{
    m_chartMargins = QMargins(left, top, right, bottom);
    layoutPlot();
}

void ChartFrame::setGroup(ChartGroup *group)
{
    if (m_group)
        disconnect(m_group, nullptr, this, nullptr);
    m_group = group;
    connect(group, &ChartGroup::hovered, this, [this](std::optional<qint64> key, ChartFrame *source) {
        if (source != this)
            setHover(key, false);
    });
    connect(group, &ChartGroup::viewed, this, [this](const TimeRange &range) {
        if (!m_plot.hasSlots())
            setTimeAxis(range, m_zone);
    });
}

void ChartFrame::setSays(const QString &sentence)
{
    m_says = sentence;
    setAccessibleDescription(sentence);
}

void ChartFrame::layoutPlot()
{
    const QRectF all(QPointF(), QSizeF(viewport()->size()));
    chart()->resize(all.size());
    m_plot.area = all.adjusted(scaled(m_chartMargins.left()), scaled(m_chartMargins.top()), -scaled(m_chartMargins.right()), -scaled(m_chartMargins.bottom()));
    chart()->setPlotArea(m_plot.area);
    pushPlot();
}

void ChartFrame::pushPlot()
{
    for (ChartItem *item : std::as_const(m_items))
        item->setPlot(m_plot);
    viewport()->update();
}

void ChartFrame::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    layoutPlot();
    if (m_table)
        m_table->setGeometry(rect());
}

std::optional<std::pair<Instant, milliseconds>> ChartFrame::grid() const
{
    for (const ChartItem *item : m_items) {
        if (const auto found = item->grid())
            return found;
    }
    return {};
}

std::optional<qint64> ChartFrame::keyAt(double x) const
{
    if (x < m_plot.area.left() || x > m_plot.area.right())
        return {};
    if (m_plot.hasSlots()) {
        const int slot = m_plot.slotAt(x);
        return slot < 0 ? std::nullopt : std::optional(qint64(slot));
    }
    const Instant at = m_plot.at(x);
    const auto steps = grid();
    if (!steps)
        return toMsecs(at);
    qint64 index = (at - steps->first).count() / steps->second.count();
    if (at < steps->first)
        --index;
    return toMsecs(steps->first + steps->second * index);
}

double ChartFrame::xOf(qint64 key) const
{
    if (m_plot.hasSlots())
        return m_plot.slotX(int(key)) + m_plot.slotWidth() / 2;
    const auto steps = grid();
    return m_plot.x(fromMsecs(key) + (steps ? steps->second / 2 : milliseconds(0)));
}

QString ChartFrame::keyText(qint64 key) const
{
    for (const ChartItem *item : m_items) {
        if (const QString title = item->tipTitle(key); !title.isEmpty())
            return title;
    }
    if (m_plot.hasSlots())
        return m_leading.isEmpty() ? m_slots.value(int(key)) : QStringLiteral("%1 %2").arg(m_slots.value(int(key)), m_leading);
    const QDateTime local = toDateTime(fromMsecs(key), m_zone);
    return tr("%1 %2").arg(format::day(local.date()), format::timeOfDay(fromMsecs(key), m_zone));
}

} // namespace qd
