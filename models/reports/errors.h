#pragma once

#include "reports/report.h"
#include "telemetry/difference.h"

namespace qd::reports {

struct ErrorsReport
{
    struct Group
    {
        quint32 id = 0;
        QString message;             // with <n>, <s> in place of what differs
        telemetry::ErrorClass errorClass = telemetry::ErrorClass::Provider;
        int httpStatus = 0;
        QString code;
        qint64 count = 0;            // in the range
        qint64 users = 0;
        Instant first, last;         // ever, in the mirror
        QString sinceDeploy;         // commit it first appeared after; empty: older than any known deploy
        bool isNew = false;          // first seen within the range
        bool isInStream = false;     // inside an HTTP 200 stream
        QList<double> spark;
    };

    Sentence sentence;
    Freshness freshness;
    bool isRecorded = true;
    QList<Figure> figures;           // last hour, range, inside 200 streams, by HTTP status alone, users, groups
    milliseconds step{};
    Line rate, rateByStatus;         // ratio per step; NaN where nothing was asked
    std::optional<double> limit;
    std::array<QList<qint64>, telemetry::ErrorClasses> byClass; // per step
    QList<Group> groups;             // by count
    std::optional<Episode> episode;
    QList<Event> events;
    QList<Check> checks;
    TimeRange range;

    QJsonObject data() const;
    QByteArray csv() const;
};

ErrorsReport errorsReport(const Inputs &inputs);

struct GroupReport
{
    ErrorsReport::Group group;
    QList<telemetry::Call> samples;  // newest first
    QList<telemetry::Difference> differences;
    QString says;
};
GroupReport groupReport(const Inputs &inputs, quint32 group);

} // namespace qd::reports
