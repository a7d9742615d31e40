#pragma once

// One pass over cells and error cells, from which Errors and Overview are both made.

#include "reports/episodes.h"
#include "reports/errors.h"
#include "reports/recording.h"
#include "reports/windows.h"

namespace qd::reports {

// Requests of a stretch of time and those of them that failed.
struct RequestTally
{
    qint64 calls = 0, errors = 0, errorsWithHttpStatus = 0, inStream = 0;
    RequestTally &operator+=(const RequestTally &other);
    double rate() const { return calls > 0 ? double(errors) / double(calls) : qQNaN(); }
};

class RequestCounts
{
public:
    // Bin by bin over the range.
    RequestCounts(const Inputs &inputs, const Recording &recording, const TimeRange &range);
    RequestTally total(const TimeRange &range) const;
    const RequestTally &of(Bin bin) const;
    // Windows for finding since when the rate is over its limit.
    Windows windows(const TimeRange &range, double limit) const;
    Bin first() const { return m_first; }
    qsizetype size() const { return m_bins.size(); }

private:
    Bin m_first;
    QList<RequestTally> m_bins;
};

// The latest period with the rate over its limit.
std::optional<Episode> errorEpisode(const Inputs &inputs, const RequestCounts &counts, const TimeRange &range, double limit, Instant until);

// Errors by group and class. One failure that several kinds of rows tell of with the same words
// (the step, and the request it belongs to) counts once.
struct ErrorScan
{
    struct Group
    {
        qint64 count = 0;
        QList<quint32> users;
        QList<qint64> perStep;
        telemetry::ErrorClass errorClass = telemetry::ErrorClass::Provider;
        int httpStatus = 0;
        QString code;
    };
    Steps steps;
    QHash<quint32, Group> groups;
    std::array<QList<qint64>, telemetry::ErrorClasses> byClass;
    qint64 count = 0, inStream = 0;
    qint64 users = 0;
};
ErrorScan scanErrors(const Inputs &inputs, const TimeRange &range);

} // namespace qd::reports
