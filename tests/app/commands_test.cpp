#include "support/cluster.h"

#include "app/calls.h"
#include "app/program.h"

#include <QDir>

using namespace qd::test;

class CommandsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Cluster> m_cluster;

    QString url() const { return QString::fromUtf8(m_cluster->parameters().uri()); }
    std::unique_ptr<Program> configured() const { return configuredFor(url()); }

private slots:
    void initTestCase()
    {
        m_cluster = std::make_unique<Cluster>();
        m_cluster->execute(QString::fromUtf8(CallsSchema));
    }

    void cleanupTestCase() { m_cluster.reset(); }

    void versionAndHelpNeedNothing()
    {
        const Program program;
        const Ended version = program.run("--version");
        QCOMPARE_CODE(version, 0);
        QVERIFY(version.out.startsWith("quarterdeck "));
        const Ended help = program.run("help");
        QCOMPARE_CODE(help, 0);
        for (const char *command : {"list", "add", "test", "remove", "show", "capture", "journal", "demo"})
            QVERIFY2(help.out.contains(command), command);
        QCOMPARE_CODE(program.run("help show"), 0);
        QVERIFY(program.run("help show").out.contains("--max-age"));
    }

    void wrongUsageEndsWithTwoAndOneSentence_data()
    {
        QTest::addColumn<QByteArray>("words");
        for (const char *words : {"shwo cost", "show", "show bills -d mine", "show cost -d mien", "show cost -d mine --range never", "show cost -d mine --zone Europe/Atlantis", "show cost -d mine --max-age soon",
                                  "test nobody", "remove nobody --yes", "demo dance", "demo unplug", "help dance", "add Big:Name --url postgres:///x", "add x --url postgres:///x --profile mien"})
            QTest::newRow(words) << QByteArray(words);
    }
    void wrongUsageEndsWithTwoAndOneSentence()
    {
        QFETCH(QByteArray, words);
        static const std::unique_ptr<Program> program = configured();
        const Ended ended = program->run(words.constData());
        QCOMPARE_CODE(ended, 2);
        QVERIFY(ended.out.isEmpty());
        QCOMPARE(ended.err.trimmed().count('\n'), 0);
        const Ended json = program->run((words + " --json").constData());
        QCOMPARE_CODE(json, 2);
        QVERIFY2(!json.json().value(QStringLiteral("error")).toObject().value(QStringLiteral("message")).toString().isEmpty(), json.all().constData());
    }

    void aPasswordInTheUrlIsRefusedAndNothingIsStored()
    {
        const Program program;
        const Ended ended = program.run("add x --url postgres://app:hunter2@db.example/app");
        QCOMPARE_CODE(ended, 2);
        QVERIFY(ended.err.contains("--url-stdin"));
        QVERIFY(!ended.all().contains("hunter2"));
        QVERIFY(program.read(QStringLiteral("config/deployments.toml")).isEmpty());
    }

    void aPasswordFromStandardInputIsNeverWrittenAnywhere()
    {
        const Program program;
        const Ended ended = program.run({QStringLiteral("add"), QStringLiteral("x"), QStringLiteral("--url-stdin"), QStringLiteral("--json")}, "postgres://app:hunter2xyz@db.example/app\n");
        QCOMPARE_CODE(ended, 0);
        // There is no keychain here: said once, in a sentence and as a warning.
        QVERIFY2(ended.err.contains("keychain"), ended.all().constData());
        QCOMPARE(ended.json().value(QStringLiteral("checks")).toArray().first().toObject().value(QStringLiteral("state")).toString(), QStringLiteral("warning"));
        QVERIFY(!ended.all().contains("hunter2xyz"));
        const Ended grep = [&] {
            QProcess process;
            process.start(QStringLiteral("grep"), {QStringLiteral("-rl"), QStringLiteral("hunter2xyz"), program.home()});
            process.waitForFinished(qd::test::PatienceMs);
            return Ended{process.exitCode(), process.readAllStandardOutput(), {}};
        }();
        QCOMPARE_CODE(grep, 1);
    }

    void theHomeFolderIsHonoured()
    {
        const auto program = configured();
        QVERIFY(program->read(QStringLiteral("config/deployments.toml")).contains("mine"));
        QVERIFY(!QFile::exists(QDir::homePath() + QStringLiteral("/.config/quarterdeck")));
        QVERIFY(!QFile::exists(QDir::homePath() + QStringLiteral("/.local/share/quarterdeck")));
        QCOMPARE(QFile::permissions(program->file(QStringLiteral("data"))) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void listTellsTheStateFromTheMirror()
    {
        const auto program = configured();
        const Ended before = program->run("list --json");
        QCOMPARE_CODE(before, 0);
        const QJsonObject row = before.data().value(QStringLiteral("deployments")).toArray().first().toObject();
        QCOMPARE(row.value(QStringLiteral("name")).toString(), QStringLiteral("mine"));
        QCOMPARE(row.value(QStringLiteral("state")).toString(), QStringLiteral("unknown"));
        QCOMPARE_CODE(program->run("list --strict"), 5);
        QCOMPARE_CODE(program->run("show overview -d mine"), 0);
        const Ended after = program->run("list");
        QCOMPARE_CODE(after, 0);
        QVERIFY2(after.out.contains("mine"), after.all().constData());
    }

    void showReadsOnceAndThenAnswersFromTheMirror()
    {
        const auto program = configured();
        for (const char *page : {"cost", "latency", "errors", "overview"}) {
            const Ended shown = program->run({QStringLiteral("show"), QLatin1String(page), QStringLiteral("-d"), QStringLiteral("mine"), QStringLiteral("--json")});
            QCOMPARE_CODE(shown, 0);
            QCOMPARE(shown.json().value(QStringLiteral("schema")).toString(), QStringLiteral("quarterdeck/1"));
            QCOMPARE(shown.json().value(QStringLiteral("command")).toString(), QStringLiteral("show ") + QLatin1String(page));
            QCOMPARE(shown.json().value(QStringLiteral("deployment")).toString(), QStringLiteral("mine"));
            QVERIFY(!shown.data().isEmpty());
        }
        m_cluster->stop();
        const Ended offline = program->run("show latency -d mine");
        const Ended tooOld = program->run("show latency -d mine --max-age 0s");
        const Ended refreshed = program->run("show latency -d mine --refresh");
        m_cluster->start();
        QCOMPARE_CODE(offline, 0);
        QVERIFY2(offline.out.contains("search"), offline.all().constData());
        QCOMPARE_CODE(tooOld, 5);
        QCOMPARE_CODE(refreshed, 0); // still answered, and said why it is not newer
        QVERIFY2(!refreshed.err.trimmed().isEmpty(), refreshed.all().constData());
    }

    void costIsExact()
    {
        const auto program = configured();
        const QString sum = m_cluster->execute(QStringLiteral("select sum(cost_usd) from calls where created_at >= date_trunc('day', now() at time zone 'UTC') at time zone 'UTC'"));
        const Ended shown = program->run("show cost -d mine --range today --zone UTC --json");
        QCOMPARE_CODE(shown, 0);
        const QJsonArray days = shown.data().value(QStringLiteral("days")).toArray();
        QVERIFY(!days.isEmpty());
        QString cost;
        for (const QJsonValue &day : days) {
            if (day.toObject().value(QStringLiteral("day")).toString() == QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate))
                cost = day.toObject().value(QStringLiteral("cost")).toString();
        }
        QCOMPARE(cost.toDouble(), sum.toDouble());
    }

    void nothingReadEndsWithThree()
    {
        Program program;
        QCOMPARE_CODE(program.run("add gone --url postgres://app@127.0.0.1:1/app"), 0);
        const Ended shown = program.run("show overview -d gone");
        QCOMPARE_CODE(shown, 3);
        QVERIFY2(!shown.err.trimmed().isEmpty(), shown.all().constData());
        QVERIFY(shown.out.isEmpty());
    }

    void anAddressServesInsteadOfADeploymentAndLeavesNothing()
    {
        Program program;
        program.write(QStringLiteral("config/profiles/mine.toml"), CallsProfile);
        const Ended shown = program.run({QStringLiteral("show"), QStringLiteral("latency"), QStringLiteral("--url"), url(), QStringLiteral("--profile"), QStringLiteral("mine"), QStringLiteral("--json")});
        QCOMPARE_CODE(shown, 0);
        QVERIFY(!shown.data().value(QStringLiteral("operations")).toArray().isEmpty());
        QVERIFY(program.read(QStringLiteral("config/deployments.toml")).isEmpty());
        QVERIFY(QDir(program.file(QStringLiteral("data/mirror"))).entryList(QDir::Files).isEmpty());
        // The same address by variable.
        program.set(QStringLiteral("THE_URL"), url());
        QCOMPARE_CODE(program.run("test --url env:THE_URL --profile mine"), 0);
    }

    void testGoesStepByStep()
    {
        const auto program = configured();
        const Ended passed = program->run("test mine --json");
        QVERIFY2(passed.code == 0 || passed.code == 5, passed.all().constData());
        const QJsonArray steps = passed.data().value(QStringLiteral("steps")).toArray();
        QVERIFY(steps.size() >= 5);
        for (const QJsonValue &step : steps)
            QVERIFY(step.toObject().contains(QStringLiteral("ms")));
        QCOMPARE_CODE(program->run("add gone --url postgres://app@127.0.0.1:1/app"), 0);
        const Ended failed = program->run("test gone");
        QCOMPARE_CODE(failed, 1);
        QVERIFY2(failed.out.contains("◆"), failed.all().constData());
    }

    void removeAsksAndThenLeavesNothing()
    {
        const auto program = configured();
        QCOMPARE_CODE(program->run("show overview -d mine"), 0);
        QVERIFY(!QDir(program->file(QStringLiteral("data/mirror"))).entryList({QStringLiteral("mine*")}, QDir::Files).isEmpty());
        const Ended asked = program->run("remove mine");
        QCOMPARE_CODE(asked, 4);
        QVERIFY(program->read(QStringLiteral("config/deployments.toml")).contains("mine"));
        const Ended removed = program->run("remove mine --yes --reason moved");
        QCOMPARE_CODE(removed, 0);
        QVERIFY(!program->read(QStringLiteral("config/deployments.toml")).contains("\"mine\""));
        QVERIFY(QDir(program->file(QStringLiteral("data/mirror"))).entryList({QStringLiteral("mine*")}, QDir::Files).isEmpty());
        const Ended journal = program->run("journal --json");
        QCOMPARE_CODE(journal, 0);
        QCOMPARE(journal.data().value(QStringLiteral("entries")).toArray().last().toObject().value(QStringLiteral("reason")).toString(), QStringLiteral("moved"));
    }

    void aBrokenProfileIsNamedAndTheOthersWork()
    {
        const auto program = configured();
        program->write(QStringLiteral("config/profiles/broken.toml"), "id = \"broken\"\nname = \n");
        const Ended listed = program->run("list --json");
        QCOMPARE_CODE(listed, 0);
        QVERIFY2(listed.err.contains("broken.toml"), listed.all().constData());
        QVERIFY2(listed.err.contains('2'), listed.all().constData());
        QVERIFY(listed.out.contains("setup.profile"));
        QCOMPARE_CODE(program->run("show latency -d mine"), 0);
    }

    void aBrokenDeploymentsFileIsNeverWrittenOver()
    {
        const Program program;
        const QByteArray broken = "[[deployments]]\nname = \n";
        program.write(QStringLiteral("config/deployments.toml"), broken);
        const Ended added = program.run("add x --url postgres://app@db.example/app");
        QVERIFY2(added.code == 3, added.all().constData());
        QVERIFY(added.err.contains("deployments.toml"));
        QCOMPARE(program.read(QStringLiteral("config/deployments.toml")), broken);
        QCOMPARE_CODE(program.run("list"), 3);
    }

    void twoProgramsShareOneMirror()
    {
        const auto program = configured();
        QCOMPARE_CODE(program->run("show latency -d mine"), 0);
        const auto first = program->start({QStringLiteral("show"), QStringLiteral("latency"), QStringLiteral("-d"), QStringLiteral("mine"), QStringLiteral("--refresh")});
        const Ended second = program->run("show latency -d mine --refresh --json");
        QVERIFY(first->waitForFinished(qd::test::PatienceMs));
        QVERIFY2(first->exitCode() == 0, first->readAllStandardError().constData());
        QCOMPARE_CODE(second, 0);
        QVERIFY(!second.data().value(QStringLiteral("operations")).toArray().isEmpty());
    }

    void withoutADisplayTheWindowSaysSo()
    {
        const Program program;
        const Ended ended = program.run(QStringList());
        QCOMPARE_CODE(ended, 2);
        QVERIFY2(ended.err.contains("quarterdeck show overview"), ended.all().constData());
    }

    void everyKeyThatIsPrintedIsDocumented()
    {
        const auto program = configured();
        const auto documented = documentedKeys(*program);
        QVERIFY(documented.value(QStringLiteral("*")).contains(QStringLiteral("schema")));
        for (const char *words : {"list --json", "show overview -d mine --json", "show cost -d mine --range 3d --json", "show latency -d mine --json", "show errors -d mine --json", "test mine --json", "journal --json", "version --json"}) {
            const Ended ended = program->run(words);
            const QString command = ended.json().value(QStringLiteral("command")).toString();
            QVERIFY2(!command.isEmpty(), ended.all().constData());
            const QStringList missing = undocumentedKeys(ended.json(), documented.value(QStringLiteral("*")) + documented.value(command));
            QVERIFY2(missing.isEmpty(), qPrintable(command + QStringLiteral(": ") + missing.join(QStringLiteral(", "))));
        }
    }
};

QTEST_GUILESS_MAIN(CommandsTest)
#include "commands_test.moc"
