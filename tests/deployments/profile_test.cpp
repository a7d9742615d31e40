#include "deployments/profile.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using qd::Profile;
using qd::Profiles;

class ProfileTest : public QObject
{
    Q_OBJECT

    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    static QByteArray source(const QByteArray &lines)
    {
        return "id = \"mine\"\n\n[[sources]]\ntable = \"calls\"\nid = \"id\"\ntime = \"at\"\n" + lines;
    }

private slots:
    void everyShippedProfileLoads()
    {
        const Profiles profiles = Profiles::load({});
        QVERIFY2(profiles.problems.isEmpty(), profiles.problems.isEmpty() ? "" : qPrintable(profiles.problems.first().file + QString::number(profiles.problems.first().line) + profiles.problems.first().says));
        QStringList ids;
        for (const Profile &profile : profiles.all)
            ids << profile.id;
        ids.sort();
        QCOMPARE(ids, QStringList({QStringLiteral("ara"), QStringLiteral("clerva"), QStringLiteral("generic"), QStringLiteral("observai"), QStringLiteral("spec-agents"), QStringLiteral("steward")}));
    }

    void everyShippedProfileSurvivesWritingAndReading()
    {
        for (Profile profile : Profiles::load({}).all) {
            const auto again = qd::parseProfile(qd::toToml(profile), QStringLiteral("again.toml"));
            QVERIFY2(again, again ? "" : qPrintable(again.error().message));
            profile.file = again->file;
            QVERIFY2(*again == profile, qPrintable(profile.id + QString::fromUtf8(qd::toToml(*again))));
            QCOMPARE(qd::toToml(*again), qd::toToml(profile));
        }
    }

    void everyOperationOfATargetIsNamed()
    {
        for (const Profile &profile : Profiles::load({}).all) {
            for (const qd::MetricTarget &target : profile.targets) {
                QVERIFY2(!target.label.isEmpty(), qPrintable(profile.id + target.metric));
                bool isKnown = target.operation.isEmpty() || profile.labels.contains(target.operation);
                for (const qd::ToolFacts &tool : profile.tools)
                    isKnown = isKnown || tool.name == target.operation;
                QVERIFY2(isKnown, qPrintable(profile.id + target.operation));
            }
        }
    }

    void clervaCountsARequestOnceAndItsCostWhereItIs()
    {
        const Profiles profiles = Profiles::load({});
        const Profile *clerva = profiles.find(QStringLiteral("clerva"));
        QVERIFY(clerva);
        QCOMPARE(clerva->sources.size(), 1);
        const qd::TelemetrySource &source = clerva->sources.first();
        QCOMPARE(source.requestKinds, QStringList{QStringLiteral("agent_completion")});
        QCOMPARE(source.costKinds, QStringList({QStringLiteral("llm_call"), QStringLiteral("embedding")}));
        QCOMPARE(source.model.sql(), QByteArray("(t.\"metadata\"->>'model')"));
        QCOMPARE(clerva->tools.size(), 11);
        QCOMPARE(clerva->target(QStringLiteral("p95"))->limit, 2000.0);
        QCOMPARE(clerva->target(QStringLiteral("p95"), QStringLiteral("retrieval"))->limit, 500.0);
        QVERIFY(!clerva->target(QStringLiteral("p95"), QStringLiteral("sendNudge")));
        QCOMPARE(clerva->budgetPerDay->toDecimal(), QStringLiteral("66.50"));
        QCOMPARE(clerva->budgetPerMonth->toDecimal(), QStringLiteral("2062.00"));
        QCOMPARE(clerva->alertPerDay->toDecimal(), QStringLiteral("100.00"));
    }

    void araHasTokensWithoutSplitCostOrLatency()
    {
        const Profiles profiles = Profiles::load({});
        const qd::TelemetrySource source = profiles.find(QStringLiteral("ara"))->sources.first();
        QCOMPARE(source.timeZone, QStringLiteral("UTC"));
        QCOMPARE(source.time.sql(), QByteArray("t.\"createdAt\"::text"));
        QVERIFY(!source.latencyMs.isMapped() && !source.costUsd.isMapped() && !source.tokensIn.isMapped());
        QVERIFY(source.tokensTotal.isMapped());
        QVERIFY(source.inputKinds.contains(QStringLiteral("USER")) && source.outputKinds.contains(QStringLiteral("ASSISTANT")));
        QVERIFY(profiles.find(QStringLiteral("steward"))->sources.isEmpty());
        QVERIFY(profiles.find(QStringLiteral("generic"))->sources.isEmpty());
    }

    void aBrokenProfileNamesFileLineAndExpectation_data()
    {
        QTest::addColumn<QByteArray>("toml");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QByteArray &toml, int line, const char *says) { QTest::newRow(name) << toml << line << QString::fromUtf8(says); };
        row("not TOML", "id = \"a\"\nname = \n", 2, "TOML");
        row("cut in half", "id = \"a\"\n[[sources]]\ntable = \"x", 3, "TOML");
        row("not UTF-8", "id = \"a\"\nname = \"\xff\"\n", 2, "TOML");
        row("a key twice", "id = \"a\"\nid = \"b\"\n", 2, "TOML");
        row("no id", "name = \"A\"\n", 1, "“id” is missing");
        row("id of another form", "\nid = \"My App\"\n", 2, "small letters");
        row("unknown key", "id = \"a\"\nsumary = \"x\"\n", 2, "did you mean “summary”");
        row("far from any key", "id = \"a\"\nzzzzzz = \"x\"\n", 2, "“zzzzzz” is not known");
        row("wrong type", "id = \"a\"\nnotes = \"x\"\n", 2, "a list of texts");
        row("unknown key of a source", source("latencyms = \"x\"\n"), 7, "did you mean “latency_ms”");
        row("no time", "id = \"a\"\n[[sources]]\ntable = \"x\"\nid = \"id\"\n", 2, "“time”");
        row("no table", "id = \"a\"\n[[sources]]\nid = \"id\"\n", 2, "“table” is missing");
        row("a field that is none", source("model = \"metadata..model\"\n"), 7, "empty name");
        row("status without words", source("status = \"status\"\n"), 7, "error_statuses");
        row("kinds without kind", source("request_kinds = [\"a\"]\n"), 3, "“kind” is missing");
        row("no such zone", source("time_zone = \"Mars/Olympus\"\n"), 7, "UTC or Europe/Berlin");
        row("two statements", source("where = \"true; commit; delete from x\"\n"), 7, "one condition");
        row("a comment in the condition", source("where = \"true -- \"\n"), 7, "one condition");
        row("an open bracket", source("where = \"true) or (true\"\n"), 7, "one condition");
        row("input without output", source("kind = \"k\"\ntokens_total = \"t\"\ninput_kinds = [\"a\"]\n"), 9, "belong together");
        row("no such metric", "id = \"a\"\n[[targets]]\nmetric = \"p59\"\nat_most = 1\n", 3, "p95");
        row("no limit", "id = \"a\"\n[[targets]]\nmetric = \"p95\"\n", 2, "at_most");
        row("a word for a number", "id = \"a\"\n[[targets]]\nmetric = \"p95\"\nat_most = \"1s\"\n", 4, "a number");
        row("not a number", "id = \"a\"\n[[targets]]\nmetric = \"p95\"\nat_most = nan\n", 4, "a number");
        row("negative money", "id = \"a\"\n[budget]\nper_day = -1\n", 3, "dollars");
        row("no such severity", "id = \"a\"\n[[alerts]]\nname = \"n\"\nmetric = \"p95\"\nabove = 1\nseverity = \"bad\"\n", 6, "critical");
        row("a time that is none", "id = \"a\"\n[[alerts]]\nname = \"n\"\nmetric = \"p95\"\nabove = 1\nfor = \"5 minutes\"\n", 6, "5m");
        row("a probe with a host", "id = \"a\"\n[[probes]]\nname = \"n\"\npath = \"https://x.example/\"\n", 4, "slash");
        row("no regular expression", "id = \"a\"\n[[variables]]\nname = \"N\"\npattern = \"(\"\n", 4, "regular expression");
        row("NUL", "id = \"a\"\nname = \"a\\u0000b\"\n", 2, "NUL");
        row("two items of one id", "id = \"a\"\nchecklist = [\n{ id = \"x\", text = \"t\" },\n{ id = \"x\", text = \"t\" },\n]\n", 4, "two checklist items");
    }
    void aBrokenProfileNamesFileLineAndExpectation()
    {
        QFETCH(QByteArray, toml);
        QFETCH(int, line);
        QFETCH(QString, says);
        QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("broken.toml")), toml);
        write(folder.filePath(QStringLiteral("good.toml")), "id = \"good\"\n");

        const Profiles profiles = Profiles::load(folder.path());
        QCOMPARE(profiles.problems.size(), 1);
        QVERIFY(profiles.problems.first().file.endsWith(QStringLiteral("broken.toml")));
        QVERIFY2(profiles.problems.first().says.contains(says), qPrintable(profiles.problems.first().says));
        QCOMPARE(profiles.problems.first().line, line);
        QVERIFY(profiles.find(QStringLiteral("good")));
        QVERIFY(profiles.find(QStringLiteral("clerva")));

        const auto parsed = qd::parseProfile(toml, QStringLiteral("broken.toml"));
        QVERIFY(!parsed);
        QVERIFY(parsed.error().message.contains(QStringLiteral("broken.toml")));
        QVERIFY(parsed.error().message.contains(QString::number(line)));
    }

    void theUsersProfileReplacesAShippedOneOfTheSameId()
    {
        QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("mine.toml")), "id = \"clerva\"\nname = \"Mine\"\n");
        const Profiles profiles = Profiles::load(folder.path());
        QCOMPARE(profiles.find(QStringLiteral("clerva"))->name, QStringLiteral("Mine"));
        QCOMPARE(profiles.all.size(), Profiles::load({}).all.size());
    }

    void namesWithEveryCharacterSurviveWritingAndReading()
    {
        Profile profile;
        profile.id = QStringLiteral("odd");
        profile.name = QStringLiteral("a \"quoted\" \\ name\twith\nlines and \u2028 ü");
        profile.file = QStringLiteral("x");
        profile.labels.insert(QStringLiteral("a.b c\"d"), QStringLiteral("dotted"));
        profile.labels.insert(QStringLiteral("plain"), QString());
        profile.budgetPerDay = qd::Money::fromPico(123'456'789'012'345);
        profile.targets << qd::MetricTarget{QStringLiteral("p95"), {}, {}, 0.1 + 0.2, false};
        qd::TelemetrySource source;
        source.name = source.table = QStringLiteral("odd \"table\"");
        source.schema = QStringLiteral("Sch.ema");
        source.id = qd::Field::fromText(QStringLiteral("\"i.d\""));
        source.time = qd::Field::fromText(QStringLiteral("created At"));
        source.latencyMs = qd::Field::fromText(QStringLiteral("seconds * 1000"));
        source.model = qd::Field::fromText(QStringLiteral("=a.b"));
        source.where = QStringLiteral("t.\"x\" = 'it''s'");
        profile.sources << source;
        const auto again = qd::parseProfile(qd::toToml(profile), QStringLiteral("x"));
        QVERIFY2(again, again ? "" : qPrintable(again.error().message + QString::fromUtf8(qd::toToml(profile))));
        QCOMPARE(again->name, profile.name);
        QCOMPARE(again->labels, profile.labels);
        QCOMPARE(again->budgetPerDay->pico(), profile.budgetPerDay->pico());
        QVERIFY(*again == profile);
    }

    void noShippedProfileNamesARealHostOrPerson()
    {
        const QDir folder(QStringLiteral(":/profiles"));
        for (const QString &name : folder.entryList()) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            static const QRegularExpression host(QStringLiteral("https://([a-z.-]+)"));
            const QString text = QString::fromUtf8(file.readAll());
            for (auto match = host.globalMatch(text); match.hasNext();) {
                const QString found = match.next().captured(1);
                QVERIFY2(found.startsWith(QStringLiteral("status.")) || found.contains(QStringLiteral("status")) || found.startsWith(u'.') || found == QStringLiteral("-"), qPrintable(found));
            }
            QVERIFY(!text.contains(u'@'));
        }
    }
};

QTEST_GUILESS_MAIN(ProfileTest)
#include "profile_test.moc"
