#include "widgets/pages/overviewpage.h"

#include "core/format.h"
#include "reports/words.h"
#include "tables/fleetmodel.h"
#include "widgets/charts/chartframe.h"
#include "widgets/charts/healthstrips.h"
#include "widgets/charts/lanesitem.h"
#include "widgets/charts/markitems.h"
#include "widgets/controls/button.h"
#include "widgets/controls/kpitile.h"
#include "widgets/controls/label.h"
#include "widgets/controls/panel.h"
#include "widgets/controls/table.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QVBoxLayout>

namespace qd {

OverviewPage::OverviewPage(Desk *desk, QWidget *parent)
    : DataPage(desk, parent)
    , m_tileGrid(new QGridLayout)
{
    m_tileGrid->setSpacing(10);
    rows()->addLayout(m_tileGrid);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(makeHealth(), 757);
    middle->addWidget(makeOver(), 397);
    rows()->addLayout(middle);
    rows()->addWidget(makeEvents());
    rows()->addWidget(makeFleet(), 1);
}

QWidget *OverviewPage::makeHealth()
{
    m_healthPanel = new Panel(tr("Service health"));
    auto *legend = new Legend;
    legend->setEntries([] {
        return QList<Legend::Entry>{{tr("within target"), tokens().okCell}, {tr("over target"), tokens().warnMark}, {tr("failing"), tokens().critMark, Legend::Sign::Struck}};
    });
    m_healthPanel->addAction(legend);
    m_health = new HealthStrips;
    m_healthPanel->body()->addWidget(m_health);
    m_healthPanel->body()->addStretch(1);
    connect(m_health, &HealthStrips::cellClicked, this, [this](const QString &, const TimeRange &range) {
        look(range);
        emit pageAsked(QStringLiteral("latency"), {});
    });
    return m_healthPanel;
}

QWidget *OverviewPage::makeOver()
{
    m_overPanel = new Panel(tr("Over target"));
    m_over = new QWidget;
    new QVBoxLayout(m_over);
    m_overPanel->body()->addWidget(m_over, 1);
    return m_overPanel;
}

QWidget *OverviewPage::makeEvents()
{
    m_eventsPanel = new Panel(tr("Events"));
    m_events = new ChartFrame(tr("Events"));
    m_events->setMargins(96, 70, 4, ChartFrame::BottomMargin);
    m_lanes = m_events->add(new LanesItem({}));
    m_events->setValueScale(ValueScale::none());
    connect(m_events, &ChartFrame::rangeSelected, this, &OverviewPage::look);
    connect(m_events, &ChartFrame::wentBack, this, &OverviewPage::lookBack);
    m_eventsPanel->body()->addWidget(m_events);
    return m_eventsPanel;
}

QWidget *OverviewPage::makeFleet()
{
    m_fleetPanel = new Panel(tr("Fleet"));
    m_fleetPanel->addAction(new Label(tr("Enter opens a deployment"), Type::Cell, Tone::Text2));
    m_fleetRows = new tables::FleetModel(this);
    m_fleet = new Table(tr("Fleet"), m_fleetRows, {200, 100, 0, 76, 120, 220, 100});
    m_fleet->setUnsorted();
    m_fleet->setRowHeight(26);
    connect(m_fleet, &Table::opened, this, [this](const QString &name) { this->desk()->select(name); });
    connect(m_fleet, &Table::copied, this, &Page::copied);
    m_fleetPanel->body()->addWidget(m_fleet);
    return m_fleetPanel;
}

void OverviewPage::show(const reports::Inputs &inputs)
{
    m_report = reports::overviewReport(inputs);
    m_document = reports::document(QStringLiteral("show overview"), inputs, m_report.freshness, m_report.data(), m_report.checks);
    told(m_report.sentence, m_report.freshness);
    remark(m_report.checks);
    showTiles();
    m_health->setRows(m_report.health, m_report.healthRange, inputs.zone);
    m_healthPanel->setMeta(tr("cells of %1").arg(format::duration(m_report.healthStep)));
    showOver(inputs);
    showEvents(inputs);
    showFleet(inputs);
}

void OverviewPage::showTiles()
{
    QList<reports::Figure> shown;
    for (const reports::Figure &figure : m_report.tiles) {
        if (!m_hidden.contains(figure.id) && shown.size() < 6)
            shown << figure;
    }
    while (m_tiles.size() > shown.size())
        delete m_tiles.takeLast();
    while (m_tiles.size() < shown.size()) {
        auto *tile = new KpiTile;
        connect(tile, &KpiTile::explanationAsked, this, &OverviewPage::explain);
        connect(tile, &KpiTile::remedyAsked, this, [this](const reports::Figure &figure) {
            if (figure.shown == reports::Figure::Shown::Absent) {
                m_hidden << figure.id;
                showTiles();
            } else {
                emit pageAsked(QStringLiteral("connect"), this->desk()->current());
            }
        });
        m_tiles << tile;
    }
    for (int i = 0; i < shown.size(); ++i)
        m_tiles.at(i)->setFigure(shown.at(i));
    placeTiles();
}

// Six in a row; below 1,240 px three in a row.
void OverviewPage::placeTiles()
{
    const int columns = window()->width() < scaled(1240) ? 3 : std::max(1, int(m_tiles.size()));
    for (int i = 0; i < m_tiles.size(); ++i)
        m_tileGrid->addWidget(m_tiles.at(i), i / columns, i % columns);
    for (int i = 0; i < 6; ++i)
        m_tileGrid->setColumnStretch(i, i < std::min(columns, int(m_tiles.size())) ? 1 : 0);
}

// While the database does not answer, what still answers is more useful than what was over target.
void OverviewPage::showOver(const reports::Inputs &inputs)
{
    const bool isOld = m_report.freshness.isOld();
    auto *made = new QWidget;
    auto *column = new QVBoxLayout(made);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (isOld) {
        auto *table = new Table(tr("What still answers"), {{tr("Source"), 0}, {tr("Last answer"), 150}, {tr("Next try"), 96, true}});
        table->setUnsorted();
        QList<TableRow> answers;
        for (const auto &source : m_report.sources) {
            Cell label(source.label);
            label.mark = markOf(source.state);
            Cell last(source.lastAnswer);
            last.tone = source.state == State::Failing ? Tone::Crit : Tone::Text2;
            TableRow row;
            row.key = source.label;
            row.cells = {label, last, Cell(source.nextTry)};
            answers << row;
        }
        table->setRows(answers);
        column->addWidget(table);
    } else if (m_report.overTarget.isEmpty()) {
        auto *calm = new MarkLabel(m_report.freshness.hasData() ? State::Ok : State::Unknown,
                                   m_report.freshness.hasData() ? tr("Nothing that is measured is over its target.") : tr("Nothing is measured yet, so nothing can be said."));
        auto *row = new QHBoxLayout;
        row->setContentsMargins(12, 12, 12, 12);
        row->addWidget(calm);
        column->addLayout(row);
        column->addStretch(1);
    }
    for (const auto &over : m_report.overTarget) {
        if (isOld)
            break;
        auto *entry = new QWidget;
        auto *lines = new QGridLayout(entry);
        lines->setContentsMargins(12, 8, 12, 8);
        lines->setVerticalSpacing(2);
        auto *title = new MarkLabel(over.state, over.title);
        title->setType(Type::BodyBold);
        auto *since = new Label(tr("since %1").arg(format::time(over.since, inputs.now, inputs.zone)), Type::Small, Tone::Text2);
        auto *says = new Label(over.says, Type::Cell, Tone::Text);
        says->setElides(true);
        auto *open = new Button(tr("Open"), Button::Kind::Link);
        open->setAccessibleName(tr("Open %1").arg(over.title));
        connect(open, &Button::clicked, this, [this, page = over.page] { emit pageAsked(page, {}); });
        lines->addWidget(title, 0, 0);
        lines->addWidget(since, 0, 1, Qt::AlignRight);
        lines->addWidget(says, 1, 0);
        lines->addWidget(open, 1, 1, Qt::AlignRight);
        if (!over.cause.isEmpty()) {
            auto *cause = new Label(over.cause, Type::Cell, Tone::Text2);
            cause->setWraps(true);
            lines->addWidget(cause, 2, 0, 1, 2);
        }
        lines->setColumnStretch(0, 1);
        column->addWidget(entry);
        column->addWidget(Panel::rule());
    }
    column->addStretch(1);
    delete m_over;
    m_over = made;
    m_overPanel->body()->addWidget(m_over, 1);
    m_over->show();
    m_overPanel->setTitle(isOld ? tr("What still answers") : tr("Over target"));
    int answering = 0;
    for (const auto &source : m_report.sources)
        answering += source.state == State::Ok;
    m_overPanel->setMeta(isOld ? tr("%1 of %2 sources").arg(answering).arg(m_report.sources.size())
                               : m_report.overTarget.isEmpty() ? QString() : tr("%n now", nullptr, int(m_report.overTarget.size())));
}

void OverviewPage::showEvents(const reports::Inputs &inputs)
{
    // A lane in which nothing can have happened yet takes no room.
    QList<LanesItem::Lane> lanes{{tr("Deploys"), reports::Event::Lane::Deploys}, {tr("Over target"), reports::Event::Lane::OverTarget}};
    const auto happened = [this](reports::Event::Lane lane) { return std::ranges::any_of(m_report.events, [lane](const reports::Event &event) { return event.lane == lane; }); };
    if (happened(reports::Event::Lane::Providers))
        lanes << LanesItem::Lane{tr("Providers"), reports::Event::Lane::Providers};
    if (happened(reports::Event::Lane::Operations))
        lanes << LanesItem::Lane{tr("Operations"), reports::Event::Lane::Operations};
    m_lanes->setLanes(lanes);
    m_lanes->setEvents(m_report.events, inputs.zone, inputs.now);
    m_lanes->setLine(m_report.p95, m_report.p95Target, m_report.p95Target ? tr("target %1").arg(reports::limitText(*m_report.p95Target)) : QString(), [](double ms) { return format::duration(ms); });
    m_events->setFixedHeight(m_lanes->height() + 4 + ChartFrame::BottomMargin);
    m_lanes->setOldSince(m_report.freshness.isOld() ? m_report.freshness.since : std::nullopt);
    m_events->setTimeAxis(m_report.range, inputs.zone);
    m_events->setSays(m_report.sentence.text());
    m_eventsPanel->setMeta(m_report.freshness.isOld() && m_report.freshness.since ? tr("database lanes are old after %1").arg(format::timeOfDay(*m_report.freshness.since, inputs.zone))
                                                                                 : tr("what happened, and p95 beside it"));
}

void OverviewPage::showFleet(const reports::Inputs &inputs)
{
    QList<reports::FleetRow> fleet;
    int attention = 0;
    for (const Deployment &deployment : desk()->deployments()) {
        if (const auto other = desk()->inputs(deployment.name)) {
            fleet << (deployment.name == desk()->current() ? m_report.fleetRow : reports::fleetRow(*other));
            attention += fleet.last().state == State::Warning || fleet.last().state == State::Failing || fleet.last().state == State::NeedsPerson;
        }
    }
    m_fleetRows->setFleet(fleet, {inputs.zone, inputs.now});
    m_fleet->setCurrentKey(desk()->current());
    m_fleetPanel->setMeta(attention ? tr("%1, %n need(s) attention", nullptr, attention).arg(tr("%n deployment(s)", nullptr, int(fleet.size()))) : tr("%n deployment(s)", nullptr, int(fleet.size())));
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    DataPage::resizeEvent(event);
    placeTiles();
}

QByteArray OverviewPage::json() const
{
    return QJsonDocument(m_document).toJson();
}

} // namespace qd
