#pragma once

#include "tables/rowsmodel.h"

namespace qd::tables {

// Checks of any area: probes, drift, rights, targets.
class ChecksModel : public RowsModel<Check>
{
    Q_OBJECT

public:
    explicit ChecksModel(QObject *parent = nullptr);
    void setChecks(const QList<Check> &checks, const Viewing &viewing) { become(checks, viewing); }
};

} // namespace qd::tables
