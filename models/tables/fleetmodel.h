#pragma once

#include "reports/overview.h"
#include "tables/rowsmodel.h"

namespace qd::tables {

class FleetModel : public RowsModel<reports::FleetRow>
{
    Q_OBJECT

public:
    explicit FleetModel(QObject *parent = nullptr);
    void setFleet(const QList<reports::FleetRow> &rows, const Viewing &viewing) { become(rows, viewing); }
};

} // namespace qd::tables
