#pragma once

#include "core/async.h"
#include "reports/cost.h"
#include "widgets/charts/barsitem.h"
#include "widgets/pages/datapage.h"

namespace qd {

namespace tables {
class CostModel;
}

class Button;
class ChartFrame;
class FigureStrip;
class Label;
class Legend;
class LimitItem;
class Message;
class Panel;
class Segments;
class Table;

// What the deployment costs: daily bars, budget and alert lines, forecast with its interval, the
// tables of who spends it and what changed, and how much of it is recorded, computed or unpriced.
class CostPage : public DataPage
{
    Q_OBJECT

public:
    explicit CostPage(Desk *desk, QWidget *parent = nullptr);

    QByteArray json() const override;
    QByteArray csv() const override;
    bool isSettled() const override { return !m_later.isRunning(); }

protected:
    void show(const reports::Inputs &inputs) override;
    ChartFrame *mainChart() const override { return m_chart; }
    QWidget *filter() const override;

private:
    QWidget *makeChart();
    QWidget *makeTools();
    QWidget *makeSide();
    static QString stackWords(reports::CostBy by);
    void showChart(const reports::Inputs &inputs);
    BarsItem::Bar barOf(const reports::CostReport::Day &day, double highest, const QTimeZone &zone) const;
    void showLegend(const QStringList &labels, const QList<int> &colours, bool hasForecast);
    void showFilters(const reports::Inputs &inputs);
    void showTables(const reports::Inputs &inputs);
    void showKinds();
    void showReport(const reports::Inputs &inputs);
    reports::CostOptions options() const;
    void takeUsers(const Result<reports::CostReport> &full, const reports::Inputs &inputs);
    void takeStack(const reports::CostReport &from);
    void choose(reports::CostBy by);
    void openDay(qint64 slot);
    void setPriceOf(const QString &model);

    reports::CostOptions m_options;
    reports::CostReport m_report;
    Latest m_later{this}; // users take longer than the rest and come later
    QString m_usersOf;      // the deployment that the shown users belong to
    QString m_usersProblem; // why they could not be read
    QJsonObject m_document;
    FigureStrip *m_figures;
    Panel *m_chartPanel, *m_toolPanel, *m_modelPanel, *m_userPanel, *m_kindsPanel;
    ChartFrame *m_chart;
    BarsItem *m_bars = nullptr;
    QList<LimitItem *> m_limits;
    Legend *m_legend;
    Button *m_by;
    Segments *m_breakdown;
    tables::CostModel *m_toolRows, *m_kindRows, *m_modelRows, *m_userRows;
    Table *m_tools, *m_kinds, *m_models, *m_users, *m_sources;
    Message *m_unpriced;
    Label *m_forecastWords;
};

} // namespace qd
