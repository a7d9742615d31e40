#include "deployments/lock.h"

#include "core/async.h"

namespace qd {

Lock::Lock(QString deployment, Journal *journal, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_deployment(std::move(deployment))
    , m_journal(journal)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { relock(QStringLiteral("time is up")); });
}

Reply<> Lock::unlock(const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return ready<void>(failure(Error::Kind::Wrong, tr("Say why %1 is unlocked; the reason is written to the journal.").arg(m_deployment)));
    if (!m_journal)
        return ready<void>(failure(Error::Kind::Refused, tr("There is no journal to write the reason to, so %1 stays locked.").arg(m_deployment)));
    JournalEntry entry;
    entry.at = m_clock.now();
    entry.kind = QStringLiteral("unlock");
    entry.deployment = m_deployment;
    entry.title = tr("Unlocked for %n minute(s)", nullptr, int(Duration.count()));
    entry.reason = reason.trimmed();
    const Answer<> answer;
    // What is not written down does not happen.
    whenAnswered(m_journal->append(entry), this, [this, answer](Result<> written) {
        if (!written || answer.isCancelled())
            return answer.give(std::move(written));
        m_until = m_clock.now() + Duration;
        m_timer.start(Duration);
        emit changed();
        answer.give({});
    });
    return answer.reply();
}

void Lock::relock(const QString &why)
{
    if (!m_until)
        return;
    m_until.reset();
    m_timer.stop();
    if (m_journal) {
        JournalEntry entry;
        entry.at = m_clock.now();
        entry.kind = QStringLiteral("lock");
        entry.deployment = m_deployment;
        entry.title = tr("Locked");
        entry.reason = why;
        m_journal->append(entry);
    }
    emit changed();
}

// By the clock, not the timer: a computer that slept through the time must not wake up unlocked.
bool Lock::isOpen() const
{
    return m_until && m_clock.now() < *m_until;
}

std::chrono::seconds Lock::remaining() const
{
    return isOpen() ? std::chrono::ceil<std::chrono::seconds>(*m_until - m_clock.now()) : std::chrono::seconds(0);
}

} // namespace qd
