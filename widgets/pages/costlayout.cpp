// How the page of costs is laid out.

#include "widgets/pages/costpage.h"

#include "tables/costmodel.h"
#include "widgets/charts/chartframe.h"
#include "widgets/controls/button.h"
#include "widgets/controls/filterfield.h"
#include "widgets/controls/label.h"
#include "widgets/controls/message.h"
#include "widgets/controls/panel.h"
#include "widgets/controls/table.h"

#include <QMenu>
#include <QVBoxLayout>

namespace qd {

constexpr reports::CostBy CostDimensions[] = {reports::CostBy::Model, reports::CostBy::Tool, reports::CostBy::User, reports::CostBy::Kind};

QString CostPage::stackWords(reports::CostBy by)
{
    switch (by) {
    case reports::CostBy::Model: return tr("by model");
    case reports::CostBy::Tool: return tr("by tool");
    case reports::CostBy::User: return tr("by user");
    case reports::CostBy::Kind: return tr("by kind of call");
    }
    Q_UNREACHABLE();
}

QWidget *CostPage::makeChart()
{
    m_chartPanel = new Panel(tr("Daily cost"));
    m_by = new Button({}, Button::Kind::Link);
    m_by->setHasArrow(true);
    auto *menu = new QMenu(m_by);
    for (const reports::CostBy by : CostDimensions)
        menu->addAction(stackWords(by), this, [this, by] { choose(by); });
    m_by->setMenu(menu);
    m_by->setText(stackWords(reports::CostBy::Model));
    m_by->setAccessibleName(tr("Stack the bars by"));
    m_legend = new Legend;
    m_chartPanel->addAction(m_legend);
    m_chartPanel->addAction(m_by);

    m_chart = new ChartFrame(tr("Daily cost"));
    m_chart->setMaySelect(true);
    m_chart->setMinimumHeight(scaled(200));
    connect(m_chart, &ChartFrame::clicked, this, [this](qint64 slot) { openDay(slot); });
    m_chartPanel->body()->addWidget(m_chart);
    return m_chartPanel;
}

QWidget *CostPage::makeTools()
{
    m_toolPanel = new Panel(tr("By tool"));
    m_breakdown = new Segments(tr("Break down by"));
    m_breakdown->add(QStringLiteral("tool"), tr("Tool"));
    m_breakdown->add(QStringLiteral("kind"), tr("Kind"));
    m_breakdown->setCurrent(QStringLiteral("tool"));
    auto *filter = new FilterField(tr("Filter rows"));
    m_toolPanel->addAction(m_breakdown);
    m_toolPanel->addAction(filter);
    m_toolRows = new tables::CostModel(tables::CostModel::Columns::All, this);
    m_kindRows = new tables::CostModel(tables::CostModel::Columns::All, this);
    const QList<int> widths{0, 68, 74, 78, 84, 126, 66, 118, 80};
    m_tools = new Table(tr("Cost by tool"), m_toolRows, widths);
    m_kinds = new Table(tr("Cost by kind of call"), m_kindRows, widths);
    for (Table *table : {m_tools, m_kinds}) {
        table->setSorted(4, Qt::DescendingOrder);
        connect(table, &Table::copied, this, &Page::copied);
        m_toolPanel->body()->addWidget(table);
    }
    m_tools->setFilter(filter);
    m_kinds->hide();
    connect(m_breakdown, &Segments::chosen, this, [this, filter](const QString &key) {
        m_breakdown->setCurrent(key);
        const bool isTool = key == QLatin1String("tool");
        m_tools->setVisible(isTool);
        m_kinds->setVisible(!isTool);
        (isTool ? m_tools : m_kinds)->setFilter(filter);
        m_toolPanel->setTitle(isTool ? tr("By tool") : tr("By kind of call"));
    });
    // Enter filters the chart by the row, again takes the filter away.
    connect(m_tools, &Table::opened, this, [this](const QString &tool) {
        m_options.onlyTool = m_options.onlyTool == tool ? std::nullopt : std::optional(tool);
        refreshNow();
    });
    return m_toolPanel;
}

QWidget *CostPage::makeSide()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);

    m_kindsPanel = new Panel(tr("How the money is known"));
    m_sources = new Table(tr("How the money is known"), {{tr("Source"), 0}, {tr("Cost"), 96, true}, {tr("Before"), 96, true}});
    m_sources->setUnsorted();
    m_kindsPanel->body()->addWidget(m_sources);
    m_unpriced = new Message;
    m_unpriced->hide();
    m_forecastWords = new Label({}, Type::Cell, Tone::Text2);
    m_forecastWords->setWraps(true);
    auto *words = new QVBoxLayout;
    words->setContentsMargins(12, 8, 12, 10);
    words->addWidget(m_unpriced);
    words->addWidget(m_forecastWords);
    m_kindsPanel->body()->addLayout(words);
    auto *setPrice = new Button(tr("Enter a price…"), Button::Kind::Link);
    connect(setPrice, &Button::clicked, this, [this] {
        setPriceOf(m_report.unpricedModels.value(0));
    });
    m_unpriced->addAction(setPrice);

    m_modelPanel = new Panel(tr("By model"));
    m_modelRows = new tables::CostModel(tables::CostModel::Columns::ForModels, this);
    m_models = new Table(tr("Cost by model"), m_modelRows, {0, 76, 96});
    m_modelPanel->body()->addWidget(m_models);
    connect(m_models, &Table::opened, this, [this](const QString &model) {
        m_options.onlyModel = m_options.onlyModel == model ? std::nullopt : std::optional(model);
        refreshNow();
    });
    m_userPanel = new Panel(tr("By user"));
    m_userRows = new tables::CostModel(tables::CostModel::Columns::ForUsers, this);
    m_users = new Table(tr("Cost by user"), m_userRows, {0, 84, 96, 104});
    m_userPanel->body()->addWidget(m_users);
    for (Table *table : {m_models, m_users}) {
        table->setSorted(1, Qt::DescendingOrder);
        connect(table, &Table::copied, this, &Page::copied);
    }
    column->addWidget(m_kindsPanel);
    column->addWidget(m_modelPanel);
    column->addWidget(m_userPanel, 1);
    return side;
}

} // namespace qd
