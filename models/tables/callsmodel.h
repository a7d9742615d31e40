#pragma once

#include "reports/cost.h"
#include "tables/rowsmodel.h"

namespace qd::tables {

struct CallLine
{
    telemetry::Call call;
    reports::Amount amount;
};

// Single calls, as a drill-down lists them.
class CallsModel : public RowsModel<CallLine>
{
    Q_OBJECT

public:
    explicit CallsModel(QObject *parent = nullptr);
    void setCalls(const QList<telemetry::Call> &calls, const reports::Inputs &inputs);
};

} // namespace qd::tables
