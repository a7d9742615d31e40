#pragma once

#include "reports/latency.h"
#include "widgets/controls/drawer.h"
#include "widgets/window/desk.h"

namespace qd {

// The slowest requests one after the other, each as what it is: how long, which part took it, the
// waterfall where its steps were recorded, and the facts. Also shows what a dragged box holds:
// which dimension sets its calls apart, and the slowest of them.
class RequestDrawer : public Drawer
{
    Q_OBJECT

public:
    explicit RequestDrawer(Desk *desk, QWidget *parent = nullptr);

    // Operation as in LatencyReport::Operation::name; empty: all requests.
    void showSlowest(const reports::Inputs &inputs, const QString &operation);
    void showBox(const reports::Inputs &inputs, const TimeRange &range, double fromMs, double toMs);

private:
    void showCalls(const QList<telemetry::Call> &calls, const QString &nothing);
    void showRequest(int index);

    Desk *m_desk;
    QList<telemetry::Call> m_calls;
    int m_index = 0;
};

// "tool searchNotes: 100 % here, 22 % elsewhere" as two bars per dimension; shared by the drawers.
QWidget *differencesView(const QList<telemetry::Difference> &differences);

} // namespace qd
