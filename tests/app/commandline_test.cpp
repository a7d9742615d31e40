#include "app/commandline.h"

#include <QTest>

using namespace qd;
using namespace qd::app;

static Result<CommandLine> parsed(const char *words)
{
    return CommandLine::parse(QString::fromUtf8(words).split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

class CommandLineTest : public QObject
{
    Q_OBJECT

private slots:
    void noWordsMeanTheWindow()
    {
        const auto line = CommandLine::parse({});
        QVERIFY(line.has_value());
        QVERIFY(line->command.isEmpty());
        QVERIFY(line->needsWindow());
        QVERIFY(parsed("--demo -d clerva")->needsWindow());
        QVERIFY(!parsed("show cost")->needsWindow());
        QVERIFY(parsed("capture pictures")->needsWindow());
    }

    void optionsMayStandAnywhereAndInEveryForm_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("after") << QByteArray("show cost -d clerva --range 7d --json");
        QTest::newRow("before") << QByteArray("--json --range=7d -dclerva show cost");
        QTest::newRow("long") << QByteArray("show --deployment clerva cost --json --range 7d");
    }
    void optionsMayStandAnywhereAndInEveryForm()
    {
        QFETCH(QByteArray, words);
        const auto line = parsed(words.constData());
        QVERIFY(line.has_value());
        QCOMPARE(line->command, QStringLiteral("show"));
        QCOMPARE(line->arguments, QStringList{QStringLiteral("cost")});
        QCOMPARE(line->value("deployment"), QStringLiteral("clerva"));
        QCOMPARE(line->value("range"), QStringLiteral("7d"));
        QVERIFY(line->wantsJson());
    }

    void aRepeatableOptionKeepsEveryValue()
    {
        const auto line = parsed("add x --url postgres://h/d --set vercel.project=a --set vercel.team=b=c");
        QVERIFY(line.has_value());
        QCOMPARE(line->values("set"), (QStringList{QStringLiteral("vercel.project=a"), QStringLiteral("vercel.team=b=c")}));
    }

    void wrongUsageIsOneSentenceWithTheNearestWord_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QByteArray>("near");
        QTest::newRow("command") << QByteArray("shwo cost") << QByteArray("“show”");
        QTest::newRow("far command") << QByteArray("dance") << QByteArray("quarterdeck help");
        QTest::newRow("option") << QByteArray("show cost --jsno") << QByteArray("“--json”");
        QTest::newRow("letter") << QByteArray("show cost -x") << QByteArray("quarterdeck help");
        QTest::newRow("another command's option") << QByteArray("list --range 24h") << QByteArray("--range");
        QTest::newRow("missing value") << QByteArray("show cost -d") << QByteArray("--deployment");
        QTest::newRow("value of a switch") << QByteArray("list --json=yes") << QByteArray("takes no value");
        QTest::newRow("twice") << QByteArray("show cost -d a -d b") << QByteArray("twice");
        QTest::newRow("missing argument") << QByteArray("show") << QByteArray("PAGE");
        QTest::newRow("too many") << QByteArray("show cost latency") << QByteArray("latency");
    }
    void wrongUsageIsOneSentenceWithTheNearestWord()
    {
        QFETCH(QByteArray, words);
        QFETCH(QByteArray, near);
        const auto line = parsed(words.constData());
        QVERIFY(!line);
        QCOMPARE(line.error().kind, Error::Kind::Wrong);
        QVERIFY2(line.error().message.toUtf8().contains(near), qPrintable(line.error().message));
        QVERIFY(!line.error().message.contains(QLatin1Char('\n')));
    }

    void aPasswordOnTheCommandLineIsRefusedEverywhere_data()
    {
        QTest::addColumn<QString>("word");
        QTest::newRow("url") << QStringLiteral("postgres://app:hunter2@db.example/app");
        QTest::newRow("password with a colon") << QStringLiteral("postgresql://app:a:b@db.example/app");
        QTest::newRow("key=value") << QStringLiteral("host=db.example password=hunter2");
        QTest::newRow("parameter") << QStringLiteral("postgres://db.example/app?user=x&password=hunter2");
    }
    void aPasswordOnTheCommandLineIsRefusedEverywhere()
    {
        QFETCH(QString, word);
        for (const QStringList &words : {QStringList{QStringLiteral("add"), QStringLiteral("x"), QStringLiteral("--url"), word}, QStringList{QStringLiteral("add"), QStringLiteral("x"), QStringLiteral("--url=") + word},
                                         QStringList{QStringLiteral("test"), word}}) {
            const auto line = CommandLine::parse(words);
            QVERIFY2(!line, qPrintable(words.join(QLatin1Char(' '))));
            QVERIFY(line.error().message.contains(QStringLiteral("--url-stdin")));
            QVERIFY(!line.error().message.contains(QStringLiteral("hunter2")));
        }
    }

    void anAddressWithoutPasswordIsFine()
    {
        for (const char *url : {"postgres://db.example/app", "postgres://app@db.example:5432/app", "postgres://app@db.example/app?sslmode=require", "env:DATABASE_URL"})
            QVERIFY2(parsed((QByteArray("test --url ") + url).constData()).has_value(), url);
    }

    void helpIsAnOptionOfEveryCommand()
    {
        const auto line = parsed("show --help");
        QVERIFY(line.has_value());
        QCOMPARE(line->command, QStringLiteral("help"));
        QCOMPARE(line->arguments, QStringList{QStringLiteral("show")});
        QCOMPARE(parsed("--version")->command, QStringLiteral("version"));
    }

    void lengthsOfTimeAreUnderstood()
    {
        QCOMPARE(*lengthFromText(QStringLiteral("90s")), std::chrono::seconds(90));
        QCOMPARE(*lengthFromText(QStringLiteral("5m")), std::chrono::minutes(5));
        QCOMPARE(*lengthFromText(QStringLiteral("2h")), std::chrono::hours(2));
        QCOMPARE(*lengthFromText(QStringLiteral("3d")), std::chrono::hours(72));
        for (const char *bad : {"", "5", "m", "-5m", "5 weeks"})
            QVERIFY2(!lengthFromText(QString::fromLatin1(bad)), bad);
    }

    // Every option that a command names exists, and its words are in the help.
    void theTablesAgree()
    {
        for (const CommandFacts &command : commandTable()) {
            for (const char *name : command.options) {
                const bool isKnown = std::ranges::any_of(optionTable(), [&](const OptionFacts &option) { return qstrcmp(option.name, name) == 0; });
                QVERIFY2(isKnown, name);
            }
            QVERIFY(command.least <= command.most);
        }
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "commandline_test.moc"
