#include "app/calls.h"
#include "app/program.h"

#include "support/cluster.h"

#include <QDir>
#include <QImage>

using namespace qd::test;

static QString u(const char *text) { return QString::fromUtf8(text); }

class CaptureTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Cluster> m_cluster;
    std::unique_ptr<Program> m_program; // knows the table as "mine" and has read it

    static QStringList pictures(const QString &folder) { return QDir(folder).entryList({u("*.png")}, QDir::Files, QDir::Name); }
    // Painted, and not one colour.
    static bool isPicture(const QString &file, const QSize &size)
    {
        const QImage image(file);
        if (image.size() != size)
            return false;
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); y += 7) {
            for (int x = 0; x < image.width(); x += 7)
                colours.insert(image.pixel(x, y));
        }
        return colours.size() > 8;
    }

private slots:
    void initTestCase()
    {
        m_cluster = std::make_unique<Cluster>();
        m_cluster->execute(QString::fromUtf8(CallsSchema));
        m_program = configuredFor(QString::fromUtf8(m_cluster->parameters().uri()));
        QCOMPARE_CODE(m_program->run("show cost -d mine"), 0);
    }
    void cleanupTestCase() { m_cluster.reset(); }

    void everyPageIsWrittenInBothThemesAndTheirNamesAreTold()
    {
        const QString folder = m_program->file(u("all"));
        const Ended ended = m_program->run({u("capture"), folder, u("-d"), u("mine"), u("--theme"), u("both"), u("--size"), u("1300x800"), u("--json")});
        QCOMPARE_CODE(ended, 0);
        QStringList expected;
        for (const char *page : {"cost", "errors", "first-run", "latency", "overview", "retrieval"})
            expected << u("%1-dark.png").arg(u(page)) << u("%1-light.png").arg(u(page));
        QCOMPARE(pictures(folder), expected);
        QStringList told;
        for (const QJsonValue &file : ended.data().value(u("pictures")).toArray())
            told << QFileInfo(file.toString()).fileName();
        told.sort();
        QCOMPARE(told, expected);
        for (const QString &name : expected)
            QVERIFY2(isPicture(folder + u("/") + name, {1300, 800}), qPrintable(name));
        QVERIFY(QImage(folder + u("/cost-dark.png")) != QImage(folder + u("/cost-light.png")));
        QVERIFY(QImage(folder + u("/cost-light.png")) != QImage(folder + u("/errors-light.png")));
    }

    void onePageIsEnough()
    {
        const QString folder = m_program->file(u("one/deep"));
        const Ended ended = m_program->run({u("capture"), folder, u("-d"), u("mine"), u("--page"), u("latency")});
        QCOMPARE_CODE(ended, 0);
        QCOMPARE(pictures(folder), QStringList(u("latency-light.png")));
        QVERIFY(ended.out.contains("latency-light.png"));
    }

    void offlineItTakesWhatIsInTheMirror()
    {
        m_cluster->stop();
        const QString folder = m_program->file(u("offline"));
        const Ended ended = m_program->run({u("capture"), folder, u("-d"), u("mine"), u("--page"), u("overview"), u("--wait"), u("20s")});
        m_cluster->start();
        QCOMPARE_CODE(ended, 0);
        QVERIFY(isPicture(folder + u("/overview-light.png"), {1440, 900}));
        // The same page while connected has no words about being offline.
        const QString connected = m_program->file(u("connected"));
        QCOMPARE_CODE(m_program->run({u("capture"), connected, u("-d"), u("mine"), u("--page"), u("overview")}), 0);
        QVERIFY(QImage(folder + u("/overview-light.png")) != QImage(connected + u("/overview-light.png")));
    }

    void withoutADeploymentTheFirstRunIsThePicture()
    {
        const Program program;
        const QString folder = program.file(u("pictures"));
        QCOMPARE_CODE(program.run({u("capture"), folder}), 0);
        QCOMPARE(pictures(folder), QStringList(u("first-run-light.png")));
    }

    void whatIsNotUnderstoodEndsWithTwoAndNoPicture_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("page") << u("-d mine --page bills") << QByteArray("latency");
        QTest::newRow("deployment") << u("-d mien") << QByteArray("mine");
        QTest::newRow("theme") << u("-d mine --theme pink") << QByteArray("light, dark or both");
        QTest::newRow("size") << u("-d mine --size 10x10") << QByteArray("1440x900");
        QTest::newRow("small") << u("-d mine --size 700x500") << QByteArray("1180x720");
        QTest::newRow("range") << u("-d mine --range never") << QByteArray("never");
        QTest::newRow("zone") << u("-d mine --zone Europe/Atlantis") << QByteArray("Atlantis");
        QTest::newRow("wait") << u("-d mine --wait soon") << QByteArray("soon");
    }
    void whatIsNotUnderstoodEndsWithTwoAndNoPicture()
    {
        QFETCH(QString, words);
        QFETCH(QByteArray, says);
        const QString folder = m_program->file(u("none"));
        const Ended ended = m_program->run(QStringList{u("capture"), folder} + words.split(u(" ")));
        QCOMPARE_CODE(ended, 2);
        QVERIFY2(ended.err.contains(says), ended.all().constData());
        QCOMPARE(ended.err.trimmed().count('\n'), 0);
        QVERIFY(pictures(folder).isEmpty());
    }

    void aFolderThatCannotBeMadeIsNamed()
    {
        m_program->write(u("file"), "in the way");
        const Ended ended = m_program->run({u("capture"), m_program->file(u("file/pictures")), u("-d"), u("mine")});
        QCOMPARE_CODE(ended, 1);
        QVERIFY2(ended.err.contains("file/pictures"), ended.all().constData());
        QCOMPARE(m_program->read(u("file")), QByteArray("in the way"));
    }
};

QTEST_GUILESS_MAIN(CaptureTest)
#include "capture_test.moc"
