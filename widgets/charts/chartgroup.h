#pragma once

#include "core/time.h"

#include <QObject>

#include <optional>

namespace qd {

class ChartFrame;

// Charts that share a time axis: one hairline over all of them, one tooltip, one zoom.
class ChartGroup : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void setHover(std::optional<qint64> key, ChartFrame *source) { emit hovered(key, source); }
    // A look closer within what was read; the page's own range stays as it is.
    void setView(const TimeRange &range) { emit viewed(range); }

signals:
    void hovered(std::optional<qint64> key, qd::ChartFrame *source);
    void viewed(const qd::TimeRange &range);
};

} // namespace qd
