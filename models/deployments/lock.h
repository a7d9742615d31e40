#pragma once

#include "core/time.h"
#include "journal/journal.h"

#include <QObject>
#include <QTimer>

namespace qd {

// Whether a deployment may be changed. Locked at the start; unlock() needs a reason, is written
// to the journal first, lasts ten minutes and ends by itself, on suspend and when the deployment
// is switched. This is the second of the three layers (window, Permit, server): the operations
// runner asks isOpen() before it makes a Permit.
class Lock : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::minutes Duration{10};

    Lock(QString deployment, Journal *journal, const Clock &clock, QObject *parent = nullptr);

    // Wrong: the reason is empty. Any error of the journal: not unlocked, because what is not
    // written down does not happen.
    Reply<> unlock(const QString &reason);
    void relock(const QString &why); // "by hand", "time is up", "suspend", "switched"
    bool isOpen() const;
    std::chrono::seconds remaining() const;

signals:
    void changed();

private:
    QString m_deployment;
    Journal *m_journal;
    const Clock &m_clock;
    std::optional<Instant> m_until;
    QTimer m_timer;
};

} // namespace qd
