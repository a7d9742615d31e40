#pragma once

#include "reports/errors.h"
#include "widgets/pages/datapage.h"

namespace qd {

namespace tables {
class ErrorGroupsModel;
}

class BandItem;
class BarsItem;
class ChartGroup;
class Drawer;
class EventItem;
class FigureStrip;
class LimitItem;
class LineItem;
class Panel;
class Table;

// How wrong it is: the rate against its limit and what an HTTP log alone would have shown, errors
// by class, groups of equal messages with when they began, and what sets a group apart.
class ErrorsPage : public DataPage
{
    Q_OBJECT

public:
    explicit ErrorsPage(Desk *desk, QWidget *parent = nullptr);

    QByteArray json() const override;
    QByteArray csv() const override;
    void setNarrow(bool isNarrow) override;
    bool escape() override;
    QWidget *filter() const override;

protected:
    void show(const reports::Inputs &inputs) override;
    ChartFrame *mainChart() const override { return m_rate; }

private:
    QWidget *makeRate();
    QWidget *makeClasses();
    QWidget *makeGroups();
    void showRate(const reports::Inputs &inputs);
    void showClasses(const reports::Inputs &inputs);
    void openGroup(int index);

    reports::ErrorsReport m_report;
    QJsonObject m_document;
    FigureStrip *m_figures;
    ChartGroup *m_group;
    Panel *m_ratePanel, *m_classPanel, *m_groupPanel;
    ChartFrame *m_rate, *m_classes;
    LineItem *m_all, *m_byStatus;
    LimitItem *m_limit = nullptr;
    BandItem *m_band = nullptr;
    BarsItem *m_bars;
    EventItem *m_deploys, *m_classDeploys;
    tables::ErrorGroupsModel *m_groupRows;
    Table *m_groups;
    int m_shown = -1;
    Drawer *m_drawer;
};

} // namespace qd
