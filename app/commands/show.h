#pragma once

#include "app/commands/command.h"
#include "app/commands/reading.h"

namespace qd::app {

// show overview|cost|latency|errors: answers from the mirror and says how old it is. The database
// is asked only when the mirror has nothing yet, with --refresh, with an address, or in the demo.
class Show : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    Result<> understand();
    Result<TimeRange> range() const;
    void chosen();
    void read();
    bool hasMirror() const;
    void answerFromMirror();
    void answer(const reports::Inputs &inputs);

    std::unique_ptr<Subject> m_subject;
    std::unique_ptr<Reading> m_reading;
    Latest m_step{this};
    QString m_page;
    QTimeZone m_zone;
    TimeRange m_range;
    std::optional<std::chrono::milliseconds> m_maxAge;
    std::chrono::milliseconds m_wait = std::chrono::minutes(2);
};

// What a range needs behind it: the range before for comparisons, and for money and the overview
// enough days for this month and a forecast.
Instant neededFrom(const QString &page, const TimeRange &range, Instant now, const QTimeZone &zone);

} // namespace qd::app
