#pragma once

#include "reports/overview.h"
#include "widgets/pages/datapage.h"

class QGridLayout;

namespace qd {

namespace tables {
class FleetModel;
}

class HealthStrips;
class KpiTile;
class LanesItem;
class Legend;
class Panel;
class Table;

// Is something wrong, since when, with what: tiles against targets, half-hours of health, what is
// over its target and why, events on one axis, and the fleet.
class OverviewPage : public DataPage
{
    Q_OBJECT

public:
    explicit OverviewPage(Desk *desk, QWidget *parent = nullptr);

    QByteArray json() const override;

protected:
    void show(const reports::Inputs &inputs) override;
    ChartFrame *mainChart() const override { return m_events; }
    bool hidesWithoutData() const override { return false; } // the fleet is always worth seeing
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHealth();
    QWidget *makeOver();
    QWidget *makeEvents();
    QWidget *makeFleet();
    void placeTiles();
    void showTiles();
    void showOver(const reports::Inputs &inputs);
    void showEvents(const reports::Inputs &inputs);
    void showFleet(const reports::Inputs &inputs);

    reports::OverviewReport m_report;
    QJsonObject m_document;
    QGridLayout *m_tileGrid;
    QList<KpiTile *> m_tiles;
    QStringList m_hidden;
    Panel *m_healthPanel, *m_overPanel, *m_eventsPanel, *m_fleetPanel;
    HealthStrips *m_health;
    QWidget *m_over;
    ChartFrame *m_events;
    LanesItem *m_lanes;
    tables::FleetModel *m_fleetRows;
    Table *m_fleet;
};

} // namespace qd
