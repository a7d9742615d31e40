#pragma once

#include "reports/latency.h"
#include "widgets/pages/datapage.h"

namespace qd {

namespace tables {
class OperationsModel;
}

class BandItem;
class ChartGroup;
class EventItem;
class HeatItem;
class LimitItem;
class LineItem;
class Panel;
class Segments;
class RequestDrawer;
class Table;

// How fast it is: percentiles with their targets and deploys, the distribution on the same time
// axis, operations against targets; a box dragged on the distribution tells what sets its calls
// apart, and a request opens as a waterfall.
class LatencyPage : public DataPage
{
    Q_OBJECT

public:
    explicit LatencyPage(Desk *desk, QWidget *parent = nullptr);

    QByteArray json() const override;
    QByteArray csv() const override;
    void setNarrow(bool isNarrow) override;
    bool escape() override;
    void open(const QString &object) override;
    QWidget *filter() const override;

protected:
    void show(const reports::Inputs &inputs) override;
    ChartFrame *mainChart() const override { return m_lines; }

private:
    QWidget *makeLines();
    QWidget *makeHeat();
    QWidget *makeOperations();
    void showLines(const reports::Inputs &inputs);
    void showHeat(const reports::Inputs &inputs);
    void showOperations(const reports::Inputs &inputs);
    void openBox(const TimeRange &range, double fromMs, double toMs);
    void openSlowest(const QString &operation);

    reports::LatencyReport m_report;
    QJsonObject m_document;
    ChartGroup *m_group;
    Panel *m_linesPanel, *m_heatPanel, *m_operationsPanel;
    ChartFrame *m_lines, *m_heat;
    LineItem *m_percentiles[3] = {};
    LimitItem *m_target = nullptr, *m_heatTarget = nullptr;
    BandItem *m_band = nullptr;
    EventItem *m_deploys, *m_heatDeploys;
    HeatItem *m_map;
    tables::OperationsModel *m_operationRows;
    Table *m_operations;
    Segments *m_span;
    bool m_wantsRange = false; // of the operations, although something is over since a while
    RequestDrawer *m_drawer;
};

} // namespace qd
