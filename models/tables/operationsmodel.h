#pragma once

#include "reports/latency.h"
#include "tables/rowsmodel.h"

namespace qd::tables {

// Operations against their targets: aggregates stay above.
class OperationsModel : public RowsModel<reports::LatencyReport::Operation>
{
    Q_OBJECT

public:
    explicit OperationsModel(QObject *parent = nullptr);
    void setOperations(const QList<reports::LatencyReport::Operation> &operations) { become(operations, {}); }
};

} // namespace qd::tables
