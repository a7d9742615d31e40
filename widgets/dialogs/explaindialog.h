#pragma once

#include "reports/report.h"

#include <QDialog>

namespace qd {

// "Explain this number": what it means, the SQL that read the newest part, how many rows and bins
// are behind it, which prices were used, how far it can be off, and what reading it cost.
class ExplainDialog : public QDialog
{
    Q_OBJECT

public:
    ExplainDialog(const reports::Figure &figure, const QTimeZone &zone, QWidget *parent = nullptr);
};

} // namespace qd
