#include "app/program.h"

#include <QDir>
#include <QFileInfo>

using namespace qd::test;

// The fleet as a user starts it: small, in a temporary folder of the test.
class DemoTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder{QStringLiteral("/tmp/qd-XXXXXX")};
    Program m_program;
    std::unique_ptr<QProcess> m_fleet;
    QJsonObject m_started;

    bool startFleet()
    {
        m_fleet = m_program.start({QStringLiteral("demo"), QStringLiteral("start"), QStringLiteral("--json")});
        QByteArray out;
        const bool isThere = QTest::qWaitFor(
            [&] {
                m_fleet->waitForReadyRead(50);
                out += m_fleet->readAllStandardOutput();
                m_started = QJsonDocument::fromJson(out).object();
                return !m_started.isEmpty() || m_fleet->state() == QProcess::NotRunning;
            },
            120'000);
        if (!isThere || m_started.isEmpty())
            qWarning("%s", (out + m_fleet->readAllStandardError()).constData());
        return !m_started.isEmpty();
    }

private slots:
    void initTestCase()
    {
        // Servers run as somebody else when we are root, and have to pass through.
        QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7711));
        m_program.set(QStringLiteral("TMPDIR"), m_folder.path());
        m_program.set(QStringLiteral("QUARTERDECK_DEMO_DAYS"), QStringLiteral("2"));
    }
    void cleanupTestCase()
    {
        if (m_fleet && m_fleet->state() != QProcess::NotRunning) {
            m_fleet->terminate();
            m_fleet->waitForFinished(qd::test::PatienceMs);
        }
    }

    void withoutAFleetEverythingSaysSo()
    {
        QCOMPARE_CODE(m_program.run("demo status"), 3);
        QCOMPARE_CODE(m_program.run("demo stop"), 3);
        QCOMPARE_CODE(m_program.run("demo unplug clerva"), 3);
    }

    void startingPrintsWhereEveryDatabaseIs()
    {
        QVERIFY(startFleet());
        const QJsonArray deployments = m_started.value(QStringLiteral("data")).toObject().value(QStringLiteral("deployments")).toArray();
        QStringList names;
        for (const QJsonValue &deployment : deployments) {
            names << deployment.toObject().value(QStringLiteral("name")).toString();
            QVERIFY(deployment.toObject().value(QStringLiteral("url")).toString().startsWith(QStringLiteral("postgres")));
            QVERIFY(!deployment.toObject().value(QStringLiteral("profile")).toString().isEmpty());
        }
        for (const char *name : {"clerva", "ara", "spec-agents", "steward", "observai"})
            QVERIFY2(names.contains(QLatin1String(name)), qPrintable(names.join(QLatin1Char(' '))));
        QCOMPARE_CODE(m_program.run("demo status --json"), 0);
    }

    void theAddressesWork()
    {
        const QJsonObject clerva = m_started.value(QStringLiteral("data")).toObject().value(QStringLiteral("deployments")).toArray().first().toObject();
        const QByteArray url = clerva.value(QStringLiteral("url")).toString().toUtf8();
        QVERIFY(url.startsWith("postgres"));
        const Ended tested = m_program.run({QStringLiteral("test"), QStringLiteral("--url-stdin"), QStringLiteral("--profile"), clerva.value(QStringLiteral("profile")).toString(), QStringLiteral("--json")}, url);
        const QJsonArray steps = tested.data().value(QStringLiteral("steps")).toArray();
        QVERIFY2(!steps.isEmpty(), tested.all().constData());
        for (const QJsonValue &step : steps)
            QVERIFY2(step.toObject().value(QStringLiteral("state")).toString() != QStringLiteral("failing"), tested.all().constData());
    }

    void showJoinsTheFleetAndFillsWhatItNeeds()
    {
        const Ended overview = m_program.run("show overview --demo -d clerva");
        QCOMPARE_CODE(overview, 0);
        QVERIFY2(overview.out.contains("Clerva"), overview.all().constData());
        const Ended cost = m_program.run("show cost --demo -d clerva --range 2d --json");
        QCOMPARE_CODE(cost, 0);
        const QJsonObject day = cost.data().value(QStringLiteral("days")).toArray().first().toObject();
        for (const char *key : {"day", "cost", "unpricedTokens", "calls", "byModel"})
            QVERIFY2(day.contains(QLatin1String(key)), cost.all().constData());
        const Ended latency = m_program.run("show latency --demo -d clerva --json");
        QCOMPARE_CODE(latency, 0);
        const QJsonObject operation = latency.data().value(QStringLiteral("operations")).toArray().first().toObject();
        for (const char *key : {"name", "calls", "p50", "p95", "p99", "target", "state"})
            QVERIFY2(operation.contains(QLatin1String(key)), latency.all().constData());
        QVERIFY(operation.value(QStringLiteral("calls")).toInt() > 100);
        QCOMPARE_CODE(m_program.run("show errors --demo -d observai"), 0);
        // Nothing of the demo enters what is the user's own.
        QVERIFY(QDir(m_program.file(QStringLiteral("data/mirror"))).entryList(QDir::Files).isEmpty());
        QVERIFY(m_program.read(QStringLiteral("config/deployments.toml")).isEmpty());
    }

    void anEmptyTableIsNotInstrumentedAndNotZero()
    {
        const Ended cost = m_program.run("show cost --demo -d clerva-staging --json");
        QCOMPARE_CODE(cost, 0);
        QVERIFY2(cost.out.contains("not instrumented") || cost.out.contains("not-instrumented"), cost.all().constData());
    }

    void anUnpluggedDatabaseIsShownFromTheMirrorAndSaidToBeOld()
    {
        QCOMPARE_CODE(m_program.run("show overview --demo -d clerva"), 0);
        QCOMPARE_CODE(m_program.run("demo unplug clerva"), 0);
        const Ended off = m_program.run("show overview --demo -d clerva --json");
        const Ended other = m_program.run("show overview --demo -d ara");
        const Ended tooOld = m_program.run("show overview --demo -d clerva --max-age 0s");
        QCOMPARE_CODE(m_program.run("demo replug clerva"), 0);
        QCOMPARE_CODE(off, 0);
        QVERIFY2(!off.err.trimmed().isEmpty(), off.all().constData());
        QCOMPARE(off.json().value(QStringLiteral("freshness")).toObject().value(QStringLiteral("state")).toString(), QStringLiteral("stale"));
        QCOMPARE_CODE(other, 0);
        QCOMPARE_CODE(tooOld, 5);
        const Ended on = m_program.run("show overview --demo -d clerva --json");
        QCOMPARE_CODE(on, 0);
        QVERIFY2(on.err.trimmed().isEmpty(), on.all().constData());
    }

    void unknownNamesAreRefusedWithTheNearest()
    {
        const Ended wrong = m_program.run("demo unplug clevra");
        QCOMPARE_CODE(wrong, 2);
        QVERIFY(wrong.err.contains("clerva"));
        QCOMPARE_CODE(m_program.run("show overview --demo -d clevra"), 2);
    }

    void stoppingEndsTheProcessAndLeavesNothing()
    {
        const QString folder = m_started.value(QStringLiteral("data")).toObject().value(QStringLiteral("folder")).toString();
        QVERIFY(QFileInfo::exists(folder));
        QCOMPARE_CODE(m_program.run("demo stop"), 0);
        QVERIFY(m_fleet->waitForFinished(qd::test::PatienceMs));
        QCOMPARE(m_fleet->exitCode(), 0);
        QVERIFY(!QFileInfo::exists(folder));
        QCOMPARE_CODE(m_program.run("demo status"), 3);
    }

    void showAloneStartsAndStopsAFleet()
    {
        const Ended shown = m_program.run("show latency --demo -d steward --json");
        QCOMPARE_CODE(shown, 0);
        QCOMPARE_CODE(m_program.run("demo status"), 3);
        QTRY_VERIFY(QDir(m_folder.path()).entryList({QStringLiteral("quarterdeck-fleet-*")}, QDir::Dirs).isEmpty());
    }

    void ctrlCStopsTheFleet()
    {
        QVERIFY(startFleet());
        const QString folder = m_started.value(QStringLiteral("data")).toObject().value(QStringLiteral("folder")).toString();
        m_fleet->terminate();
        QVERIFY(m_fleet->waitForFinished(qd::test::PatienceMs));
        QTRY_VERIFY(!QFileInfo::exists(folder));
    }

    void withoutAPostgresServerItSaysWhichPackage()
    {
        Program bare;
        bare.set(QStringLiteral("TMPDIR"), m_folder.path());
        bare.set(QStringLiteral("PATH"), QStringLiteral("/nowhere"));
        bare.set(QStringLiteral("QUARTERDECK_PROGRAMS"), QStringLiteral("/nowhere"));
        const Ended started = bare.run("demo start");
        QCOMPARE_CODE(started, 1);
        QVERIFY2(started.err.contains("postgresql"), started.all().constData());
        QCOMPARE_CODE(bare.run("show overview --demo -d clerva"), 3);
        QCOMPARE_CODE(bare.run("list"), 0);
    }
};

QTEST_GUILESS_MAIN(DemoTest)
#include "demo_test.moc"
