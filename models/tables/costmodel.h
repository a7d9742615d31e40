#pragma once

#include "reports/cost.h"
#include "tables/rowsmodel.h"

namespace qd::tables {

// One row of a cost breakdown and what it is shown against.
struct CostLine
{
    reports::CostReport::Row row;
    double largestShare = 0;
    bool hasBefore = false, isTotal = false;
};

// Cost by model, tool, user or kind. By tool and by kind all columns, by model and by user those
// that fit beside the chart.
class CostModel : public RowsModel<CostLine>
{
    Q_OBJECT

public:
    enum class Columns { All, ForModels, ForUsers };
    explicit CostModel(Columns columns, QObject *parent = nullptr);

    void setBreakdown(const reports::CostReport &report, const reports::CostReport::Breakdown &breakdown);

private:
    Columns m_kind;
};

} // namespace qd::tables
