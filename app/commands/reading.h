#pragma once

#include "app/commands/subject.h"

#include <QElapsedTimer>
#include <QTimer>

namespace qd::app {

// Reads a subject's database into its mirror far enough to answer about a time: one refresh, then
// the first fill backwards until the mirror reaches it, at most for a given time. What was read
// until then stays, and the answer says how far it reaches. Where another process is reading
// already, it waits for that one instead.
class Reading : public QObject
{
    Q_OBJECT

public:
    Reading(const Subject &subject, const Terminal &terminal, QObject *parent = nullptr);
    ~Reading() override;

    // Answers with the error of the refresh, if it failed; the mirror may still hold older data.
    Reply<> until(Instant from, std::chrono::milliseconds limit);
    Watch &watch() { return m_watch; }

private:
    bool reaches();
    void refresh();
    void refreshed(const Result<> &result);
    void fill();
    void filled(const Result<> &result);
    void settle(const Result<> &result);
    void done(Result<> result);

    const Terminal &m_terminal;
    Watch m_watch;
    Answer<> m_answer;
    Latest m_refresh{this}, m_fill{this};
    QTimer m_limit, m_again;
    QElapsedTimer m_started;
    Instant m_from;
    std::optional<Result<>> m_result; // of the database; the providers may still be asked
    bool m_isDone = false;
};

} // namespace qd::app
