#pragma once

#include "telemetry/mirror.h"
#include "widgets/window/desk.h"

#include <QDialog>

namespace qd {

class Table;

// The calls behind a bar, a cell or a point, from the raw rows of the last seven days. Where the
// time asked for is older, it says so instead of showing an empty table.
class CallsDialog : public QDialog
{
    Q_OBJECT

public:
    CallsDialog(Desk *desk, const QString &title, const TimeRange &range, const telemetry::Filter &filter, telemetry::Order order, QWidget *parent = nullptr);

private:
    static constexpr int Most = 500;
};

} // namespace qd
