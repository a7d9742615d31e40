// What happens to the program on bad days, seen from outside: one clear sentence, an exit code,
// nothing lost, and the rest goes on working.
#include "app/calls.h"
#include "app/program.h"

#include "support/cluster.h"

#include <QDir>
#include <QImage>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpServer>

using namespace qd::test;

static QString u(const char *text) { return QString::fromUtf8(text); }

class BadDaysTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Cluster> m_cluster;

    std::unique_ptr<Program> configured() const { return configuredFor(QString::fromUtf8(m_cluster->parameters().uri())); }
    // A program that has read the table already.
    std::unique_ptr<Program> filled() const
    {
        auto program = configured();
        if (const Ended shown = program->run("show latency -d mine"); shown.code != 0)
            qFatal("show failed: %s", shown.all().constData());
        return program;
    }
    static QJsonValue calls(const Ended &shown) { return shown.data().value(u("operations")).toArray().first().toObject().value(u("calls")); }
    static QString mirror(const Program &program) { return program.file(u("data/mirror/mine.sqlite")); }
    static QStringList mirrors(const Program &program) { return QDir(program.file(u("data/mirror"))).entryList(QDir::Files); }
    // One sentence for people: no stack, no path of a source file, and it ends.
    static void expectSentence(const Ended &ended, const char *about)
    {
        QVERIFY2(ended.err.contains(about), ended.all().constData());
        QVERIFY2(!ended.err.contains(".cpp") && !ended.err.contains("QSql") && !ended.err.contains("ASSERT"), ended.all().constData());
    }

private slots:
    void initTestCase()
    {
        m_cluster = std::make_unique<Cluster>(ClusterOptions{.tcp = true});
        m_cluster->execute(QString::fromUtf8(CallsSchema));
    }
    void cleanupTestCase() { m_cluster.reset(); }

    void aWrongPasswordIsSaidAndTheMirrorStillAnswers()
    {
        Program program;
        program.write(u("config/profiles/mine.toml"), CallsProfile);
        program.set(u("MINE"), m_cluster->password());
        const QString url = u("postgres://postgres@127.0.0.1:%1/postgres").arg(m_cluster->port());
        QCOMPARE_CODE(program.run({u("add"), u("mine"), u("--profile"), u("mine"), u("--url"), url, u("--password"), u("env:MINE")}), 0);
        QCOMPARE_CODE(program.run("show latency -d mine"), 0);
        program.set(u("MINE"), u("hunter2-wrong"));
        const Ended tested = program.run("test mine");
        QCOMPARE_CODE(tested, 1);
        QVERIFY2(tested.out.contains("password") && tested.out.contains("alter role"), tested.all().constData());
        const Ended shown = program.run("show latency -d mine --refresh --json");
        QCOMPARE_CODE(shown, 0);
        expectSentence(shown, "password");
        QVERIFY(calls(shown).toInt() > 100);
        QVERIFY(!shown.all().contains("hunter2") && !tested.all().contains("hunter2"));
        program.unset(u("MINE"));
        const Ended unset = program.run("show latency -d mine --refresh");
        QCOMPARE_CODE(unset, 0);
        expectSentence(unset, "MINE");
    }

    void aBlackHoleIsGivenUpAndTheMirrorStillAnswers()
    {
        const auto program = filled();
        QTcpServer blackHole;
        QVERIFY(blackHole.listen(QHostAddress::LocalHost));
        const QString url = u("postgres://postgres@127.0.0.1:%1/postgres?connect_timeout=1").arg(blackHole.serverPort());
        QCOMPARE_CODE(program->run({u("add"), u("mine"), u("--replace"), u("--profile"), u("mine"), u("--url"), url}), 0);
        const Ended shown = program->run("show latency -d mine --refresh --json");
        QCOMPARE_CODE(shown, 0);
        expectSentence(shown, "did not answer");
        QVERIFY(calls(shown).toInt() > 100);
        QCOMPARE(shown.json().value(u("freshness")).toObject().value(u("state")).toString(), u("stale"));
    }

    void withEveryTableLockedEveryPageAnswers()
    {
        const auto program = filled();
        const auto holder = m_cluster->session(u("begin; lock table calls in access exclusive mode"));
        for (const char *page : {"overview", "cost", "latency", "errors"}) {
            const Ended shown = program->run({u("show"), QLatin1String(page), u("-d"), u("mine"), u("--refresh"), u("--json")});
            QCOMPARE_CODE(shown, 0);
            expectSentence(shown, "calls");
            QVERIFY(!shown.data().isEmpty());
        }
        const Ended tested = program->run("test mine");
        QVERIFY2(tested.code != 3, tested.all().constData());
    }

    void aTableThatIsGoneKeepsWhatWasRead()
    {
        const auto program = filled();
        m_cluster->execute(u("alter table calls rename to elsewhere"));
        const Ended shown = program->run("show latency -d mine --refresh --json");
        const Program fresh;
        fresh.write(u("config/profiles/mine.toml"), CallsProfile);
        const Ended first = fresh.run({u("show"), u("cost"), u("--url"), QString::fromUtf8(m_cluster->parameters().uri()), u("--profile"), u("mine")});
        m_cluster->execute(u("alter table elsewhere rename to calls"));
        QCOMPARE_CODE(shown, 0);
        QCOMPARE(shown.json().value(u("freshness")).toObject().value(u("state")).toString(), u("stale"));
        QVERIFY2(shown.json().value(u("freshness")).toObject().value(u("says")).toString().contains(u("calls does not exist")), shown.all().constData());
        QVERIFY(calls(shown).toInt() > 100);
        QVERIFY2(first.all().contains("does not exist") && !first.out.contains("$0"), first.all().constData());
    }

    void aMirrorCutShortIsSetAsideAndReadAgain()
    {
        const auto program = filled();
        const QJsonValue before = calls(program->run("show latency -d mine --json --range 2d"));
        QVERIFY(before.toInt() > 100);
        QVERIFY(QFile::resize(mirror(*program), QFileInfo(mirror(*program)).size() / 3));
        const Ended shown = program->run("show latency -d mine --json --range 2d");
        QCOMPARE_CODE(shown, 0);
        QVERIFY2(std::abs(calls(shown).toInt() - before.toInt()) <= 3, shown.all().constData());
        QCOMPARE(mirrors(*program).filter(u("damaged")).isEmpty(), false);
    }

    void aMirrorCutShortIsNotInventedWhileTheDatabaseIsAway()
    {
        const auto program = filled();
        QVERIFY(QFile::resize(mirror(*program), QFileInfo(mirror(*program)).size() / 3));
        m_cluster->stop();
        const Ended shown = program->run("show cost -d mine");
        m_cluster->start();
        QCOMPARE_CODE(shown, 3);
        QVERIFY2(!shown.err.trimmed().isEmpty() && shown.out.isEmpty(), shown.all().constData());
        QCOMPARE_CODE(program->run("show cost -d mine"), 0);
    }

    void aMirrorOfANewerVersionIsLeftAloneAndSaid()
    {
        const auto program = filled();
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u("QSQLITE"), u("newer"));
            database.setDatabaseName(mirror(*program));
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(u("pragma user_version = 99")));
            database.close();
        }
        QSqlDatabase::removeDatabase(u("newer"));
        const QStringList before = mirrors(*program);
        const QByteArray bytes = program->read(u("data/mirror/mine.sqlite"));
        const Ended shown = program->run("show cost -d mine");
        QCOMPARE_CODE(shown, 3);
        expectSentence(shown, "mine.sqlite");
        QVERIFY2(shown.err.contains("newer"), shown.all().constData());
        QVERIFY(program->read(u("data/mirror/mine.sqlite")) == bytes);
        QCOMPARE(mirrors(*program), before);
        QCOMPARE_CODE(program->run("list"), 0);
        QCOMPARE_CODE(program->run("test mine"), 0);
    }

    void aFullDiskIsSaidAndWhatIsThereIsShown()
    {
        const auto program = filled();
        const QByteArray deployments = program->read(u("config/deployments.toml"));
        const qint64 before = QFileInfo(mirror(*program)).size();
        m_cluster->execute(u("insert into calls (kind, latency_ms) select 'request', 100 from generate_series(1, 5000)"));
        program->fillDisk();
        const Ended shown = program->run("show latency -d mine --json");
        const Ended refreshed = program->run("show latency -d mine --refresh --json");
        const Ended added = program->run("add other --url postgres://app@db.example/app");
        const Ended removed = program->run("remove mine --yes --reason full");
        const Ended pictures = program->run({u("capture"), program->file(u("pictures")), u("-d"), u("mine"), u("--page"), u("cost"), u("--wait"), u("10s")});
        program->fillDisk(false);
        QCOMPARE_CODE(shown, 0);
        QVERIFY(calls(shown).toInt() > 100);
        QCOMPARE_CODE(refreshed, 0);
        expectSentence(refreshed, "disk is full");
        QVERIFY(calls(refreshed).toInt() > 100);
        QCOMPARE_CODE(added, 1);
        expectSentence(added, "disk is not full");
        QCOMPARE_CODE(removed, 1);
        expectSentence(removed, "disk");
        QCOMPARE_CODE(pictures, 1);
        expectSentence(pictures, "disk is not full");
        // Nothing was lost, and with room again everything goes on.
        QCOMPARE(program->read(u("config/deployments.toml")), deployments);
        QVERIFY(QFileInfo(mirror(*program)).size() >= before);
        const Ended after = program->run("show latency -d mine --refresh --json");
        QCOMPARE_CODE(after, 0);
        QVERIFY2(after.err.isEmpty(), after.all().constData());
        QVERIFY(calls(after).toInt() > calls(refreshed).toInt() + 4000);
        QCOMPARE_CODE(program->run("journal"), 0);
    }

    void anAnswerThatCannotBeWrittenIsNotASuccess()
    {
        const auto program = filled();
        for (const QStringList &words : {QStringList{u("show"), u("cost"), u("-d"), u("mine"), u("--csv")}, QStringList{u("show"), u("cost"), u("-d"), u("mine"), u("--json")}, QStringList{u("list")}}) {
            const auto process = program->start(words, u("/dev/full"));
            QVERIFY(process->waitForFinished(qd::test::PatienceMs));
            const QByteArray said = process->readAllStandardError();
            QVERIFY2(process->exitCode() == 1, said.constData());
            QVERIFY2(said.contains("disk is not full"), said.constData());
        }
    }

    void manyProgramsAtOnceLoseNoDeployment()
    {
        const auto program = configured();
        std::vector<std::unique_ptr<QProcess>> all;
        for (int i = 0; i < 8; ++i)
            all.push_back(program->start({u("add"), u("more-%1").arg(i), u("--url"), u("postgres://app@db%1.example/app").arg(i)}));
        for (const auto &one : all) {
            QVERIFY(one->waitForFinished(qd::test::PatienceMs));
            QVERIFY2(one->exitCode() == 0, one->readAllStandardError().constData());
        }
        const Ended listed = program->run("list --json");
        QCOMPARE_CODE(listed, 0);
        QCOMPARE(listed.data().value(u("deployments")).toArray().size(), 9);
        QVERIFY2(QDir(program->file(u("config"))).entryList({u("*.lock"), u("*.??????")}, QDir::Files | QDir::Hidden).isEmpty(), qPrintable(QDir(program->file(u("config"))).entryList().join(u(" "))));
    }

    // Two copies as people have them: a window, and a second one or a script beside it, in the
    // folders of the XDG convention.
    void twoCopiesOfTheProgramGoOnSideBySide()
    {
        Program program;
        program.unset(u("QUARTERDECK_HOME"));
        program.set(u("XDG_CONFIG_HOME"), program.file(u("xdg/config")));
        program.set(u("XDG_DATA_HOME"), program.file(u("xdg/data")));
        program.set(u("QT_QPA_PLATFORM"), u("offscreen"));
        program.write(u("xdg/config/quarterdeck/profiles/mine.toml"), CallsProfile);
        QCOMPARE_CODE(program.run({u("add"), u("mine"), u("--profile"), u("mine"), u("--url"), QString::fromUtf8(m_cluster->parameters().uri())}), 0);
        const auto mirrorIsThere = [&] { return QFileInfo::exists(program.file(u("xdg/data/quarterdeck/mirror/mine.sqlite"))); };
        const auto first = program.start({});
        QTRY_VERIFY(mirrorIsThere());
        const auto second = program.start({});
        // Both windows live; a script reads beside them, and what it adds is there afterwards.
        const Ended shown = program.run("show latency -d mine --refresh --json");
        QCOMPARE_CODE(shown, 0);
        QVERIFY(calls(shown).toInt() > 100);
        QCOMPARE_CODE(program.run("add other --url postgres://app@db.example/app"), 0);
        QVERIFY(second->waitForStarted(qd::test::PatienceMs));
        QCOMPARE(first->state(), QProcess::Running);
        QCOMPARE(second->state(), QProcess::Running);
        // The one that writes dies; the other and the scripts go on.
        first->kill();
        QVERIFY(first->waitForFinished(qd::test::PatienceMs));
        const Ended after = program.run("show latency -d mine --refresh --json");
        QCOMPARE_CODE(after, 0);
        QVERIFY(calls(after).toInt() >= calls(shown).toInt());
        second->terminate();
        QVERIFY(second->waitForFinished(qd::test::PatienceMs));
        QCOMPARE(second->exitStatus(), QProcess::NormalExit);
        const Ended listed = program.run("list --json");
        QCOMPARE(listed.data().value(u("deployments")).toArray().size(), 2);
        QCOMPARE_CODE(program.run("journal"), 0);
        QVERIFY(QDir(program.file(u("xdg/data/quarterdeck/mirror"))).entryList({u("*damaged*")}).isEmpty());
    }

    void aDisplayThatDoesNotAnswerIsSaidWithoutACoreDump()
    {
        Program program;
        program.set(u("DISPLAY"), u(":4711"));
        const Ended ended = program.run(QStringList());
        QCOMPARE_CODE(ended, 2);
        QVERIFY2(ended.err.contains("There is no display") && ended.err.contains("quarterdeck show overview"), ended.all().constData());
        QCOMPARE(ended.err.trimmed().count('\n'), 0);
        QCOMPARE_CODE(program.run("list"), 0);
    }

    void withoutFontsThePagesLookTheSame()
    {
        const auto program = filled();
        const QStringList words{u("capture"), program->file(u("pictures")), u("-d"), u("mine"), u("--page"), u("connect"), u("--size"), u("1180x720")};
        QCOMPARE_CODE(program->run(words), 0);
        const QImage with(program->file(u("pictures/first-run-light.png")));
        QVERIFY(!with.isNull());
        program->write(u("fonts.conf"), "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>/nowhere</dir></fontconfig>");
        program->set(u("FONTCONFIG_FILE"), program->file(u("fonts.conf")));
        program->set(u("XDG_CACHE_HOME"), program->file(u("cache")));
        program->set(u("QT_QPA_FONTDIR"), u("/nowhere"));
        const Ended bare = program->run(words);
        QCOMPARE_CODE(bare, 0);
        const QImage without(program->file(u("pictures/first-run-light.png")));
        QVERIFY(!without.isNull());
        // Hinting is the machine's affair; the letters are ours. From a distance both are the same, but
        // for what a line that wraps elsewhere moves down. Boxes instead of letters differ all over.
        const auto fromAfar = [](const QImage &image) { return image.scaled(image.size() / 8, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_Grayscale8); };
        const QImage one = fromAfar(with), other = fromAfar(without);
        QCOMPARE(other.size(), one.size());
        int different = 0;
        for (int y = 0; y < one.height(); ++y) {
            for (int x = 0; x < one.width(); ++x)
                different += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) > 24;
        }
        QVERIFY2(different < one.width() * one.height() / 10, qPrintable(QString::number(different)));
    }
};

QTEST_GUILESS_MAIN(BadDaysTest)
#include "baddays_test.moc"
