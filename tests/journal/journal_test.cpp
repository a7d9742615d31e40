#include "journal/journal.h"
#include "support/wait.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>
#include <sys/resource.h>

using namespace qd;
using test::await;

static const TimeRange Always{fromMsecs(0), fromMsecs(4'000'000'000'000)};

static JournalEntry entry(const char *id, qint64 ms, const char *kind = "deploy", const char *deployment = "clerva")
{
    return {QString::fromLatin1(id), fromMsecs(ms), QString::fromLatin1(kind), QString::fromLatin1(deployment), QStringLiteral("4c1e9ab Rerank chunks"), {}, State::Ok, {}};
}

class JournalTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path() const { return m_folder->filePath(QStringLiteral("journal.jsonl")); }
    QByteArray text() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QByteArray &text) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    static QStringList ids(const QList<JournalEntry> &entries)
    {
        QStringList all;
        for (const JournalEntry &one : entries)
            all << one.id;
        return all;
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatWasAppendedIsThereAfterwards()
    {
        JournalEntry full = entry("a", 1'700'000'000'123, "unlock");
        full.reason = QStringLiteral("wrong bill, checking “prices”");
        full.state = State::NeedsPerson;
        full.facts = {{QStringLiteral("minutes"), 10}, {QStringLiteral("nested"), QJsonObject{{QStringLiteral("x"), QStringLiteral("y")}}}};
        {
            Journal journal(m_folder->path());
            QVERIFY_OK(journal.open());
            QVERIFY_OK(await(journal.append(full)));
        }
        QCOMPARE(QFileInfo(path()).permissions() & ~(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser), QFile::Permissions());
        Journal again(m_folder->path());
        QVERIFY_OK(again.open());
        const auto all = again.entries(Always);
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().id, full.id);
        QCOMPARE(all.first().at, full.at);
        QCOMPARE(all.first().kind, full.kind);
        QCOMPARE(all.first().reason, full.reason);
        QCOMPARE(all.first().state, full.state);
        QCOMPARE(all.first().facts, full.facts);
        QVERIFY(again.contains(QStringLiteral("a")));
    }

    void theLineIsInTheFileBeforeTheAnswer()
    {
        Journal journal(m_folder->path());
        bool wasThere = false;
        journal.append(entry("a", 1)).then(this, [&](const Result<> &result) { wasThere = result && text().contains("\"id\":\"a\""); });
        QTRY_VERIFY(wasThere);
    }

    void theFolderIsMadeWhenNeeded()
    {
        const QString deep = m_folder->filePath(QStringLiteral("new/journal"));
        Journal journal(deep);
        QVERIFY_OK(await(journal.append(entry("a", 1))));
        QVERIFY(QFileInfo::exists(deep + QStringLiteral("/journal.jsonl")));
    }

    void theSameIdIsNotAddedTwice()
    {
        Journal journal(m_folder->path());
        QSignalSpy appended(&journal, &Journal::appended);
        QVERIFY_OK(await(journal.append(entry("a", 1))));
        QVERIFY_OK(await(journal.append(entry("a", 2))));
        QCOMPARE(journal.entries(Always).size(), 1);
        QCOMPARE(appended.count(), 1);
        QCOMPARE(text().count("\"id\":\"a\""), 1);
    }

    void entriesWithoutIdGetOne()
    {
        Journal journal(m_folder->path());
        QVERIFY_OK(await(journal.append(entry("", 1))));
        QVERIFY_OK(await(journal.append(entry("", 1))));
        QCOMPARE(journal.entries(Always).size(), 2);
    }

    void entriesAreSortedAndFiltered()
    {
        Journal journal(m_folder->path());
        for (const JournalEntry &one : {entry("c", 30), entry("a", 10), entry("b", 20, "unlock"), entry("d", 20, "deploy", "ara")})
            QVERIFY_OK(await(journal.append(one)));
        QCOMPARE(ids(journal.entries(Always)), QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("d"), QStringLiteral("c")}));
        QCOMPARE(ids(journal.entries({fromMsecs(10), fromMsecs(30)}, QStringLiteral("clerva"))), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(ids(journal.entries(Always, {}, QStringLiteral("deploy"))), QStringList({QStringLiteral("a"), QStringLiteral("d"), QStringLiteral("c")}));
    }

    void aLineCutOffAnywhereIsSkippedAndReportedOnce()
    {
        QByteArray whole;
        {
            Journal journal(m_folder->path());
            QVERIFY_OK(await(journal.append(entry("a", 1))));
            QVERIFY_OK(await(journal.append(entry("b", 2))));
            whole = text();
        }
        const qsizetype second = whole.lastIndexOf('\n', -2) + 1;
        for (qsizetype cut = second + 1; cut < whole.size() - 1; ++cut) {
            put(whole.first(cut));
            Journal journal(m_folder->path());
            QSignalSpy problem(&journal, &Journal::problem);
            QVERIFY_OK(journal.open());
            QCOMPARE(ids(journal.entries(Always)), QStringList(QStringLiteral("a")));
            QCOMPARE(problem.count(), 1);
            if (cut % 40 == 0) {
                QVERIFY_OK(await(journal.append(entry("c", 3))));
                QCOMPARE(problem.count(), 1);
                Journal again(m_folder->path());
                QVERIFY_OK(again.open());
                QCOMPARE(ids(again.entries(Always)), QStringList({QStringLiteral("a"), QStringLiteral("c")}));
            }
        }
    }

    void aFirstLineCutOffIsBegunAnew()
    {
        put("{\"journal\":\"quar");
        Journal journal(m_folder->path());
        QVERIFY_OK(await(journal.append(entry("a", 1))));
        QVERIFY(text().startsWith("{\"journal\":\"quarterdeck/1\"}\n{"));
    }

    void anotherFileIsLeftUntouched()
    {
        const QByteArray foreign = "Dear diary,\ntoday nothing happened, which is how it should be.\n";
        put(foreign);
        Journal journal(m_folder->path());
        const auto opened = journal.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::Wrong);
        QCOMPARE(await(journal.append(entry("a", 1))).error().kind, Error::Kind::Wrong);
        QCOMPARE(text(), foreign);
    }

    void severalWritersAppendToTheSameJournal()
    {
        Journal first(m_folder->path()), second(m_folder->path());
        QVERIFY_OK(first.open());
        QVERIFY_OK(second.open());
        QSignalSpy news(&first, &Journal::appended);
        QList<Reply<>> replies;
        for (int i = 0; i < 40; ++i)
            replies << (i % 2 ? first : second).append(entry(QByteArray("e" + QByteArray::number(i % 30)).constData(), i)); // ten ids come twice
        for (const auto &reply : replies)
            QVERIFY_OK(await(reply));
        QTRY_COMPARE(first.entries(Always).size(), 30); // learns of the other's by itself
        QTRY_COMPARE(second.entries(Always).size(), 30);
        QCOMPARE(news.count(), 30);
        QCOMPARE(text().count('\n'), 31);
        Journal third(m_folder->path());
        QSignalSpy problem(&third, &Journal::problem);
        QVERIFY_OK(third.open());
        QCOMPARE(third.entries(Always).size(), 30);
        QCOMPARE(problem.count(), 0);
    }

    void severalProgramsWriteOneJournalAndOneMayBeKilled()
    {
        const auto writer = [this](const char *prefix, int count) {
            auto process = std::make_unique<QProcess>();
            process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
            process->start(QCoreApplication::applicationFilePath(), {QStringLiteral("--write"), m_folder->path(), QLatin1String(prefix), QString::number(count)});
            return process;
        };
        const auto first = writer("a", 150), second = writer("b", 150), killed = writer("k", 1'000'000);
        QTRY_VERIFY(text().count("\"id\":\"k") > 20);
        killed->kill();
        for (const auto *process : {&first, &second, &killed})
            QVERIFY((*process)->waitForFinished(qd::test::PatienceMs));
        QCOMPARE(first->exitCode(), 0);
        QCOMPARE(second->exitCode(), 0);
        Journal journal(m_folder->path());
        QVERIFY_OK(journal.open());
        const QStringList all = ids(journal.entries(Always));
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size()); // nothing twice
        for (const char *prefix : {"a", "b"}) {
            for (int i = 0; i < 150; ++i)
                QVERIFY2(all.contains(QStringLiteral("%1%2").arg(QLatin1String(prefix)).arg(i)), qPrintable(QString::number(i)));
        }
        QVERIFY(all.contains(QStringLiteral("both"))); // all three had it
        // What the killed one was told to be written is there, without a gap.
        const qsizetype ofKilled = all.filter(QRegularExpression(QStringLiteral("^k"))).size();
        for (qsizetype i = 0; i < ofKilled; ++i)
            QVERIFY(all.contains(QStringLiteral("k%1").arg(i)));
        QCOMPARE(text().count("{\"journal\""), 1);
        QVERIFY_OK(await(journal.append(entry("after", 9))));
    }

    void noSecretGetsIntoTheFile()
    {
        JournalEntry secret = entry("a", 1);
        secret.title = QStringLiteral("postgres://me:hunter2@db.example/app");
        secret.reason = QStringLiteral("password=hunter2");
        secret.facts = {{QStringLiteral("password"), QStringLiteral("hunter2")},
                        {QStringLiteral("nested"), QJsonObject{{QStringLiteral("access_token"), QStringLiteral("hunter2hunter2")}}},
                        {QStringLiteral("list"), QJsonArray{QStringLiteral("Authorization: Bearer hunter2hunter2"), QStringLiteral("kept")}},
                        {QStringLiteral("tokensIn"), 123456},
                        {QStringLiteral("commit"), QStringLiteral("4c1e9ab")}};
        Journal journal(m_folder->path());
        QVERIFY_OK(await(journal.append(secret)));
        QVERIFY2(!text().contains("hunter2"), text().constData());
        QVERIFY(text().contains("kept") && text().contains("123456") && text().contains("4c1e9ab"));
        QVERIFY(!journal.entries(Always).first().title.contains(QLatin1String("hunter2")));
    }

    void aFullDiskIsSaidAndLeavesTheJournalWhole()
    {
        Journal journal(m_folder->path());
        QVERIFY_OK(await(journal.append(entry("a", 1))));
        const QByteArray before = text();
        rlimit old;
        getrlimit(RLIMIT_FSIZE, &old);
        const rlimit small{rlim_t(before.size() + 10), old.rlim_max};
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &small);
        const auto written = await(journal.append(entry("b", 2)));
        setrlimit(RLIMIT_FSIZE, &old);
        QVERIFY(!written);
        QVERIFY2(written.error().message.contains(QLatin1String("disk")), test::described(written.error()));
        QCOMPARE(text(), before);
        QVERIFY_OK(await(journal.append(entry("b", 2))));
        QCOMPARE(journal.entries(Always).size(), 2);
    }
};

// A second program that writes: --write FOLDER PREFIX COUNT.
static int writeEntries(const QStringList &words)
{
    Journal journal(words.at(2));
    const int count = words.at(4).toInt();
    for (int i = 0; i < count; ++i) {
        if (!await(journal.append(entry((words.at(3) + QString::number(i)).toLatin1().constData(), i))))
            return 1;
        if (i == 5 && !await(journal.append(entry("both", 5))))
            return 1;
    }
    return 0;
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 5 && application.arguments().at(1) == QLatin1String("--write"))
        return writeEntries(application.arguments());
    JournalTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "journal_test.moc"
