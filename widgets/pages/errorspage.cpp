#include "widgets/pages/errorspage.h"

#include "core/format.h"
#include "tables/errorgroupsmodel.h"
#include "widgets/charts/barsitem.h"
#include "widgets/charts/chartframe.h"
#include "widgets/charts/chartgroup.h"
#include "widgets/charts/lineitem.h"
#include "widgets/charts/markitems.h"
#include "widgets/controls/drawer.h"
#include "widgets/controls/filterfield.h"
#include "widgets/controls/kpitile.h"
#include "widgets/controls/label.h"
#include "widgets/controls/panel.h"
#include "widgets/controls/table.h"
#include "widgets/pages/requestdrawer.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QVBoxLayout>

#include <algorithm>

namespace qd {

static QString rateWords(double ratio)
{
    return format::percent(ratio, ratio != 0 && ratio < 0.1 ? 2 : 0);
}

static QString rateOnAxis(double ratio)
{
    return format::percent(ratio, ratio > 0 && ratio < 0.01 ? 1 : 0);
}

ErrorsPage::ErrorsPage(Desk *desk, QWidget *parent)
    : DataPage(desk, parent)
    , m_figures(new FigureStrip)
    , m_group(new ChartGroup(this))
    , m_drawer(new Drawer(tr("Error group")))
{
    connect(m_figures, &FigureStrip::explanationAsked, this, &ErrorsPage::explain);
    rows()->addWidget(m_figures);
    auto *left = new QVBoxLayout;
    left->setSpacing(10);
    left->addWidget(makeRate(), 18);
    left->addWidget(makeClasses(), 16);
    left->addWidget(makeGroups(), 36);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addLayout(left, 820);
    columns->addWidget(m_drawer, 376);
    m_drawer->hide();
    rows()->addLayout(columns, 1);
    for (ChartFrame *chart : {m_rate, m_classes}) {
        chart->setGroup(m_group);
        chart->setMinimumHeight(scaled(110));
        connect(chart, &ChartFrame::rangeSelected, this, &ErrorsPage::look);
        connect(chart, &ChartFrame::wentBack, this, &ErrorsPage::lookBack);
    }
    connect(m_drawer, &Drawer::closed, m_drawer, &QWidget::hide);
    connect(m_drawer, &Drawer::stepped, this, [this](int by) {
        for (int i = 0; i < m_report.groups.size(); ++i) {
            if (i != m_shown)
                continue;
            const int next = i + by;
            if (next < 0 || next >= m_report.groups.size())
                return;
            return openGroup(next);
        }
    });
}

QWidget *ErrorsPage::makeRate()
{
    m_ratePanel = new Panel(tr("Error rate"));
    auto *legend = new Legend;
    legend->setEntries([] {
        return QList<Legend::Entry>{{tr("all errors"), tokens().seriesColour(0), Legend::Sign::Line},
                                    {tr("HTTP status alone"), tokens().other, Legend::Sign::Dashed},
                                    {tr("limit"), tokens().crit, Legend::Sign::Dashed}};
    });
    m_rate = new ChartFrame(tr("Error rate"));
    m_ratePanel->addAction(legend);
    m_byStatus = m_rate->add(new LineItem(tr("by status"), -1, rateWords));
    m_byStatus->setDashed(true);
    m_byStatus->setEndLabel(true);
    m_all = m_rate->add(new LineItem(tr("all"), 0, rateWords));
    m_all->setEndLabel(true);
    m_deploys = m_rate->add(new EventItem(true));
    m_ratePanel->body()->addWidget(m_rate);
    return m_ratePanel;
}

QWidget *ErrorsPage::makeClasses()
{
    m_classPanel = new Panel(tr("Errors by class"));
    QStringList labels;
    QList<int> colours;
    for (int i = 0; i < telemetry::ErrorClasses; ++i) {
        labels << telemetry::errorClassWord(telemetry::ErrorClass(i));
        colours << i;
    }
    auto *legend = new Legend;
    legend->setEntries([labels, colours] {
        QList<Legend::Entry> entries;
        for (int i = 0; i < labels.size(); ++i)
            entries << Legend::Entry{labels.at(i), tokens().seriesColour(colours.at(i))};
        return entries;
    });
    m_classPanel->addAction(legend);
    m_classes = new ChartFrame(tr("Errors by class"));
    m_bars = m_classes->add(new BarsItem(labels, colours, [](double count) { return format::count(qRound64(count)); }));
    m_classDeploys = m_classes->add(new EventItem(false));
    m_classPanel->body()->addWidget(m_classes);
    return m_classPanel;
}

QWidget *ErrorsPage::makeGroups()
{
    m_groupPanel = new Panel(tr("Error groups"));
    auto *filter = new FilterField(tr("Filter error groups"));
    m_groupPanel->addAction(filter);
    m_groupRows = new tables::ErrorGroupsModel(this);
    m_groups = new Table(tr("Error groups"), m_groupRows, {0, 140, 46, 66, 58, 100, 100, 76, 92, 62});
    m_groups->setFilter(filter);
    m_groups->setSorted(3, Qt::DescendingOrder);
    connect(m_groups, &Table::opened, this, [this] {
        const int row = m_groups->currentSourceRow();
        if (row >= 0)
            openGroup(int(std::ranges::find(m_report.groups, m_groupRows->row(row).id, &reports::ErrorsReport::Group::id) - m_report.groups.begin()));
    });
    connect(m_groups, &Table::copied, this, &Page::copied);
    m_groupPanel->body()->addWidget(m_groups);
    return m_groupPanel;
}

void ErrorsPage::show(const reports::Inputs &inputs)
{
    m_report = reports::errorsReport(inputs);
    m_document = reports::document(QStringLiteral("show errors"), inputs, m_report.freshness, m_report.data(), m_report.checks);
    told(m_report.sentence, m_report.freshness, m_report.isRecorded ? QString() : tr("This system records no errors in its telemetry. Map a status or a success column in the profile once it does."));
    remark(m_report.checks);
    m_figures->setFigures(m_report.figures);
    showRate(inputs);
    showClasses(inputs);
    m_groupRows->setGroups(m_report.groups, {inputs.zone, inputs.now});
    m_groupPanel->setMeta(tr("%n; same message after removing ids and numbers", nullptr, int(m_report.groups.size())));
}

void ErrorsPage::showRate(const reports::Inputs &inputs)
{
    m_all->setLine(m_report.rate);
    m_byStatus->setLine(m_report.rateByStatus);
    m_all->setTone(m_report.freshness.isOld() ? std::optional(Tone::Text3) : std::nullopt);
    if (m_limit)
        m_rate->remove(std::exchange(m_limit, nullptr));
    if (m_band)
        m_rate->remove(std::exchange(m_band, nullptr));
    double highest = std::max(0.01, m_all->highest(m_report.range).value_or(0));
    if (m_report.limit) {
        m_limit = m_rate->add(new LimitItem(LimitItem::Kind::Limit, tr("limit %1").arg(rateOnAxis(*m_report.limit)), *m_report.limit));
        highest = std::max(highest, *m_report.limit * 1.15);
    }
    if (m_report.episode)
        m_band = m_rate->add(new BandItem(BandItem::Kind::Over, m_report.episode->range));
    m_deploys->setEvents(m_report.events, inputs.zone);
    m_rate->setTimeAxis(m_report.range, inputs.zone);
    m_rate->setValueScale(ValueScale::linear(highest, rateOnAxis));
    m_rate->setSays(m_report.sentence.text());
    m_ratePanel->setMeta(tr("share of requests, windows of %1").arg(format::duration(m_report.step)));
}

void ErrorsPage::showClasses(const reports::Inputs &inputs)
{
    QList<BarsItem::Bar> bars;
    double highest = 1;
    qsizetype steps = 0;
    for (const auto &counts : m_report.byClass)
        steps = std::max(steps, counts.size());
    for (qsizetype step = 0; step < steps; ++step) {
        BarsItem::Bar bar;
        for (const auto &counts : m_report.byClass)
            bar.parts << double(counts.value(step));
        highest = std::max(highest, bar.total());
        bars << bar;
    }
    m_bars->setBars(m_report.rate.first, m_report.step, bars);
    m_classDeploys->setEvents(m_report.events, inputs.zone);
    m_classes->setTimeAxis(m_report.range, inputs.zone);
    m_classes->setValueScale(ValueScale::linear(highest, [](double count) { return format::count(qRound64(count)); }));
    m_classes->setSays(m_report.sentence.text());
    m_classPanel->setMeta(tr("errors per window"));
}

void ErrorsPage::openGroup(int index)
{
    const auto inputs = desk()->inputs();
    if (!inputs || index < 0 || index >= m_report.groups.size())
        return;
    m_shown = index;
    const reports::GroupReport report = reports::groupReport(*inputs, m_report.groups.at(index).id);
    m_drawer->setObject(report.group.code);
    m_drawer->setPosition(index, int(m_report.groups.size()));

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(format::count(report.group.count), Type::Tile));
    head->addWidget(new Label(report.group.users ? tr("errors, %n user(s)", nullptr, int(report.group.users)) : tr("errors"), Type::Cell, Tone::Text2), 1);
    head->addWidget(new Label(tr("%1 to %2").arg(format::time(report.group.first, inputs->now, inputs->zone), format::time(report.group.last, inputs->now, inputs->zone)), Type::Cell, Tone::Text2));
    column->addLayout(head);
    for (const QString &text : {report.group.message, report.says}) {
        auto *words = new Label(text, Type::Cell);
        words->setWraps(true);
        words->setVisible(!text.isEmpty());
        column->addWidget(words);
    }
    column->addWidget(Panel::rule());
    column->addWidget(new Label(tr("Sample requests"), Type::BodyBold));
    auto *samples = new Table(tr("Sample requests"), {{tr("Time"), 108}, {tr("Took"), 64, true}, {tr("What"), 0}, {tr("User"), 76}});
    samples->setUnsorted();
    QList<TableRow> made;
    for (const auto &call : report.samples) {
        Cell what(call.tool.isEmpty() ? call.kind : call.tool), user(shortId(call.user));
        what.isMono = user.isMono = true;
        TableRow row;
        row.key = QString::fromUtf8(call.id);
        row.cells = {Cell(format::time(call.at(), inputs->now, inputs->zone)), Cell::number(call.latencyMs ? format::duration(*call.latencyMs) : format::NoValue, call.latencyMs.value_or(-1)), what, user};
        made << row;
        if (made.size() == 6)
            break;
    }
    samples->setRows(made);
    samples->setFixedHeight(samples->heightForRows(int(made.size())));
    column->addWidget(samples);
    column->addWidget(new Label(tr("What is different"), Type::BodyBold));
    column->addWidget(differencesView(report.differences));
    column->addStretch(1);
    m_drawer->setContent(content);
    m_drawer->show();
}

void ErrorsPage::setNarrow(bool isNarrow)
{
    m_drawer->setCollapsed(isNarrow);
}

bool ErrorsPage::escape()
{
    if (!m_drawer->isVisible())
        return false;
    m_drawer->hide();
    return true;
}

QWidget *ErrorsPage::filter() const
{
    return m_groups->filter();
}

QByteArray ErrorsPage::json() const
{
    return QJsonDocument(m_document).toJson();
}

QByteArray ErrorsPage::csv() const
{
    return m_report.csv();
}

} // namespace qd
