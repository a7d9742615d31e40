#include "widgets/pages/latencypage.h"

#include "core/format.h"
#include "tables/operationsmodel.h"
#include "widgets/charts/chartframe.h"
#include "widgets/charts/chartgroup.h"
#include "widgets/charts/heatitem.h"
#include "widgets/charts/lineitem.h"
#include "widgets/charts/markitems.h"
#include "widgets/controls/button.h"
#include "widgets/controls/filterfield.h"
#include "widgets/controls/panel.h"
#include "widgets/controls/table.h"
#include "widgets/pages/requestdrawer.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QVBoxLayout>

namespace qd {

static QString latencyWords(double ms)
{
    return format::duration(ms);
}

// Round durations read better on an axis: "2 s", not "2.00 s".
static QString latencyOnAxis(double ms)
{
    if (ms >= 1000 && ms < 60'000)
        return QLocale().toString(ms / 1000, 'g', 3) + format::NoBreakSpace + LatencyPage::tr("s");
    return format::duration(ms);
}

// "24 h", not "1 d": as the picker calls it.
static QString spanWords(milliseconds length)
{
    const auto whole = std::chrono::round<std::chrono::hours>(length);
    return whole >= std::chrono::hours(1) && whole <= std::chrono::hours(48) ? LatencyPage::tr("%1 h").arg(whole.count()) : format::duration(std::chrono::round<std::chrono::minutes>(length));
}

LatencyPage::LatencyPage(Desk *desk, QWidget *parent)
    : DataPage(desk, parent)
    , m_group(new ChartGroup(this))
    , m_drawer(new RequestDrawer(desk))
{
    auto *left = new QVBoxLayout;
    left->setSpacing(10);
    left->addWidget(makeLines(), 19);
    left->addWidget(makeHeat(), 17);
    left->addWidget(makeOperations(), 39);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addLayout(left, 820);
    columns->addWidget(m_drawer, 376);
    m_drawer->hide();
    rows()->addLayout(columns, 1);
    for (ChartFrame *chart : {m_lines, m_heat}) {
        chart->setGroup(m_group);
        connect(chart, &ChartFrame::wentBack, this, &LatencyPage::lookBack);
    }
}

QWidget *LatencyPage::makeLines()
{
    m_linesPanel = new Panel(tr("Response time"));
    auto *legend = new Legend;
    legend->setEntries([] {
        return QList<Legend::Entry>{{tr("p50"), tokens().seriesColour(2), Legend::Sign::Line},
                                    {tr("p95"), tokens().seriesColour(0), Legend::Sign::Line},
                                    {tr("p99"), tokens().seriesColour(1), Legend::Sign::Line},
                                    {tr("target"), tokens().text, Legend::Sign::Dashed}};
    });
    m_linesPanel->addAction(legend);
    m_lines = new ChartFrame(tr("Response time"));
    const int colours[] = {2, 0, 1};
    const QString names[] = {tr("p50"), tr("p95"), tr("p99")};
    for (int i = 0; i < 3; ++i) {
        m_percentiles[i] = m_lines->add(new LineItem(names[i], colours[i], latencyWords));
        m_percentiles[i]->setEndLabel(true);
    }
    m_deploys = m_lines->add(new EventItem(true));
    m_lines->setMinimumHeight(scaled(130));
    connect(m_lines, &ChartFrame::rangeSelected, this, &LatencyPage::look);
    m_linesPanel->body()->addWidget(m_lines);
    return m_linesPanel;
}

QWidget *LatencyPage::makeHeat()
{
    m_heatPanel = new Panel(tr("Distribution"));
    m_heat = new ChartFrame(tr("Distribution of response times"));
    m_heat->setSelectsBox(true);
    m_heat->setMinimumHeight(scaled(120));
    m_map = m_heat->add(new HeatItem(latencyWords));
    m_heatDeploys = m_heat->add(new EventItem(false));
    connect(m_heat, &ChartFrame::boxSelected, this, &LatencyPage::openBox);
    m_heatPanel->body()->addWidget(m_heat);
    return m_heatPanel;
}

QWidget *LatencyPage::makeOperations()
{
    m_operationsPanel = new Panel(tr("Operations against targets"));
    auto *filter = new FilterField(tr("Filter operations"));
    m_span = new Segments(tr("Time that the operations are of"));
    m_span->setSmall(true);
    m_span->add(QStringLiteral("range"), {});
    m_span->add(QStringLiteral("since"), {});
    connect(m_span, &Segments::chosen, this, [this](const QString &key) {
        m_wantsRange = key == QLatin1String("range");
        refreshNow();
    });
    m_operationsPanel->addAction(m_span);
    m_operationsPanel->addAction(filter);
    m_operationRows = new tables::OperationsModel(this);
    m_operations = new Table(tr("Operations against targets"), m_operationRows, {0, 58, 66, 66, 66, 62, 160, 82, 64});
    m_operations->setFilter(filter);
    m_operations->setSorted(6, Qt::DescendingOrder);
    connect(m_operations, &Table::opened, this, &LatencyPage::openSlowest);
    connect(m_operations, &Table::copied, this, &Page::copied);
    m_operationsPanel->body()->addWidget(m_operations);
    return m_operationsPanel;
}

void LatencyPage::show(const reports::Inputs &inputs)
{
    m_report = reports::latencyReport(inputs);
    m_document = reports::document(QStringLiteral("show latency"), inputs, m_report.freshness, m_report.data(), m_report.checks);
    told(m_report.sentence, m_report.freshness, m_report.isRecorded ? QString() : tr("This system records no latency. Add a duration to its telemetry and map it in the profile."));
    remark(m_report.checks);
    showLines(inputs);
    showHeat(inputs);
    showOperations(inputs);
}

// While something is over its target, what was slow since then tells more than the whole range.
void LatencyPage::showOperations(const reports::Inputs &inputs)
{
    const bool maySince = !m_report.operationsSince.isEmpty(), isSince = maySince && !m_wantsRange;
    m_span->setVisible(maySince);
    if (maySince) {
        const auto &episode = *m_report.episode;
        m_span->setText(QStringLiteral("range"), spanWords(m_report.range.length()));
        m_span->setText(QStringLiteral("since"), tr("since %1").arg(format::time(episode.deploy ? episode.deploy->at : episode.range.from, inputs.now, inputs.zone)));
        m_span->setCurrent(isSince ? QStringLiteral("since") : QStringLiteral("range"));
    }
    const auto &operations = isSince ? m_report.operationsSince : m_report.operations;
    m_operationRows->setOperations(operations);
    int over = 0, judged = 0;
    for (const auto &operation : operations) {
        judged += operation.target && !operation.isFew;
        over += operation.state == State::Warning || operation.state == State::Failing;
    }
    m_operationsPanel->setMeta(tr("%1 of %2 over target; change is against the same time before; Enter opens the slowest").arg(over).arg(judged));
}

void LatencyPage::showLines(const reports::Inputs &inputs)
{
    double highest = m_report.target.value_or(0) * 1.1;
    for (int i = 0; i < 3 && i < m_report.lines.size(); ++i) {
        m_percentiles[i]->setLine(m_report.lines.at(i));
        m_percentiles[i]->setTone(m_report.freshness.isOld() ? std::optional(Tone::Text3) : std::nullopt);
        highest = std::max(highest, m_percentiles[i]->highest(m_report.range).value_or(0));
    }
    if (m_target)
        m_lines->remove(std::exchange(m_target, nullptr));
    if (m_band)
        m_lines->remove(std::exchange(m_band, nullptr));
    if (m_report.target)
        m_target = m_lines->add(new LimitItem(LimitItem::Kind::Target, tr("p95 target %1").arg(latencyOnAxis(*m_report.target)), *m_report.target, LimitItem::Place::Inside));
    if (m_report.episode)
        m_band = m_lines->add(new BandItem(BandItem::Kind::Over, m_report.episode->range));
    m_deploys->setEvents(m_report.events, inputs.zone);
    m_lines->setTimeAxis(m_report.range, inputs.zone);
    m_lines->setValueScale(ValueScale::linear(highest, latencyOnAxis));
    m_lines->setSays(m_report.sentence.text());
    m_linesPanel->setMeta(tr("all requests, windows of %1").arg(format::duration(m_report.step)));
}

void LatencyPage::showHeat(const reports::Inputs &inputs)
{
    if (m_heatTarget)
        m_heat->remove(std::exchange(m_heatTarget, nullptr));
    if (m_report.heatRows > 0) {
        m_map->setMap({m_report.range.from, m_report.step, m_report.heatColumns, m_report.heatRows, m_report.heatLowest, m_report.heatHighest, m_report.heatMost, m_report.heat});
        if (!m_report.lines.isEmpty())
            m_map->setMap({m_report.lines.first().first, m_report.step, m_report.heatColumns, m_report.heatRows, m_report.heatLowest, m_report.heatHighest, m_report.heatMost, m_report.heat});
        m_heat->setValueScale(ValueScale::logarithmic(m_report.heatLowest, m_report.heatHighest, latencyOnAxis));
    }
    if (m_report.target)
        m_heatTarget = m_heat->add(new LimitItem(LimitItem::Kind::Target, tr("target %1").arg(latencyOnAxis(*m_report.target)), *m_report.target));
    m_heatDeploys->setEvents(m_report.events, inputs.zone);
    m_heat->setTimeAxis(m_report.range, inputs.zone);
    m_heat->setSays(tr("%1 requests over the target").arg(format::count(m_report.overTarget)));
    m_heatPanel->setMeta(m_report.target ? tr("same time axis, logarithmic duration; %1 over target; drag a box to ask what is different").arg(format::count(m_report.overTarget))
                                         : tr("same time axis, logarithmic duration; drag a box to ask what is different"));
}

void LatencyPage::openBox(const TimeRange &range, double fromMs, double toMs)
{
    const auto inputs = desk()->inputs();
    if (!inputs)
        return;
    m_map->setBox(range, fromMs, toMs);
    m_drawer->showBox(*inputs, range, fromMs, toMs);
    m_drawer->show();
}

void LatencyPage::openSlowest(const QString &operation)
{
    const auto inputs = desk()->inputs();
    if (!inputs)
        return;
    m_drawer->showSlowest(*inputs, operation);
    m_drawer->show();
}

void LatencyPage::setNarrow(bool isNarrow)
{
    m_drawer->setCollapsed(isNarrow);
}

bool LatencyPage::escape()
{
    if (!m_drawer->isVisible())
        return false;
    m_drawer->hide();
    m_map->setBox({});
    return true;
}

void LatencyPage::open(const QString &object)
{
    openSlowest(object);
}

QWidget *LatencyPage::filter() const
{
    return m_operations->filter();
}

QByteArray LatencyPage::json() const
{
    return QJsonDocument(m_document).toJson();
}

QByteArray LatencyPage::csv() const
{
    return m_report.csv();
}

} // namespace qd
