#pragma once

#include "reports/errors.h"
#include "tables/rowsmodel.h"

namespace qd::tables {

class ErrorGroupsModel : public RowsModel<reports::ErrorsReport::Group>
{
    Q_OBJECT

public:
    explicit ErrorGroupsModel(QObject *parent = nullptr);
    void setGroups(const QList<reports::ErrorsReport::Group> &groups, const Viewing &viewing) { become(groups, viewing); }
};

} // namespace qd::tables
