#include "deployments/lock.h"
#include "support/wait.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace qd;
using namespace std::chrono_literals;
using test::await;

static const TimeRange Always{fromMsecs(0), fromMsecs(4'000'000'000'000)};

class LockTest : public QObject
{
    Q_OBJECT

private:
    FixedClock m_clock{fromMsecs(1'800'000'000'000)};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_journal = std::make_unique<Journal>(m_folder->path());
    }

    void everythingIsLockedAtTheStart()
    {
        Lock lock(QStringLiteral("clerva"), m_journal.get(), m_clock);
        QVERIFY(!lock.isOpen());
        QCOMPARE(lock.remaining(), 0s);
    }

    void unlockingNeedsAReason()
    {
        Lock lock(QStringLiteral("clerva"), m_journal.get(), m_clock);
        QCOMPARE(await(lock.unlock(QStringLiteral("  "))).error().kind, Error::Kind::Wrong);
        QVERIFY(!lock.isOpen());
    }

    void theReasonIsInTheJournalBeforeAnythingIsUnlocked()
    {
        Lock lock(QStringLiteral("clerva"), m_journal.get(), m_clock);
        bool wasWritten = false;
        connect(&lock, &Lock::changed, this, [&] { wasWritten = m_journal->entries(Always).size() == 1; });
        QVERIFY_OK(await(lock.unlock(QStringLiteral(" stuck job "))));
        QVERIFY(wasWritten && lock.isOpen());
        const JournalEntry entry = m_journal->entries(Always).first();
        QCOMPARE(entry.kind, QStringLiteral("unlock"));
        QCOMPARE(entry.deployment, QStringLiteral("clerva"));
        QCOMPARE(entry.reason, QStringLiteral("stuck job"));
        QCOMPARE(entry.at, m_clock.now());
    }

    void whatCannotBeWrittenDownDoesNotHappen()
    {
        QFile foreign(m_folder->filePath(QStringLiteral("journal.jsonl")));
        QVERIFY(foreign.open(QIODevice::WriteOnly));
        foreign.write("this is not a journal, it is something else\n");
        foreign.close();
        Lock lock(QStringLiteral("clerva"), m_journal.get(), m_clock);
        QVERIFY(!await(lock.unlock(QStringLiteral("reason"))));
        QVERIFY(!lock.isOpen());
        Lock without(QStringLiteral("clerva"), nullptr, m_clock);
        QCOMPARE(await(without.unlock(QStringLiteral("reason"))).error().kind, Error::Kind::Refused);
    }

    void itEndsByTheClockAlsoAfterSleep()
    {
        Lock lock(QStringLiteral("clerva"), m_journal.get(), m_clock);
        QVERIFY_OK(await(lock.unlock(QStringLiteral("reason"))));
        m_clock.advance(9min + 59s);
        QVERIFY(lock.isOpen());
        QCOMPARE(lock.remaining(), 1s);
        m_clock.advance(1s);
        QVERIFY(!lock.isOpen());
    }

    void lockingAgainIsWrittenDownOnce()
    {
        Lock lock(QStringLiteral("clerva"), m_journal.get(), m_clock);
        lock.relock(QStringLiteral("by hand")); // was not open
        QVERIFY_OK(await(lock.unlock(QStringLiteral("reason"))));
        QSignalSpy changed(&lock, &Lock::changed);
        lock.relock(QStringLiteral("by hand"));
        lock.relock(QStringLiteral("by hand"));
        QVERIFY(!lock.isOpen());
        QCOMPARE(changed.count(), 1);
        QTRY_COMPARE(m_journal->entries(Always, {}, QStringLiteral("lock")).size(), 1);
        QCOMPARE(m_journal->entries(Always, {}, QStringLiteral("lock")).first().reason, QStringLiteral("by hand"));
    }
};

QTEST_GUILESS_MAIN(LockTest)
#include "lock_test.moc"
