// The user's own files: what two programs write, what is broken, and a disk that is full.
#include "app/setup.h"
#include "core/paths.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace qd;
using namespace qd::app;

static Deployment named(const char *name)
{
    Deployment made;
    made.name = made.title = QString::fromLatin1(name);
    made.profile = QStringLiteral("generic");
    made.secret = QStringLiteral("none");
    made.database.values = {{"host", "db.example"}};
    return made;
}

static telemetry::Price price(const char *model, qint64 in)
{
    telemetry::Price made;
    made.provider = QStringLiteral("mine");
    made.model = QString::fromLatin1(model);
    made.in = in;
    made.out = in * 2;
    return made;
}

// For as long as it lives no file may become larger than `bytes`: what a full disk does.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

class SetupTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;

    static QByteArray contents(const QString &name)
    {
        QFile file(paths::config() + QLatin1Char('/') + name);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void put(const QString &name, const QByteArray &text)
    {
        QDir().mkpath(QFileInfo(paths::config() + QLatin1Char('/') + name).path());
        QFile file(paths::config() + QLatin1Char('/') + name);
        QVERIFY(file.open(QFile::WriteOnly) && file.write(text) == text.size());
    }
    static QStringList names(const Setup &setup)
    {
        QStringList all;
        for (const Deployment &deployment : setup.deployments())
            all << deployment.name;
        return all;
    }

private slots:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("QUARTERDECK_HOME", m_home->path().toLocal8Bit());
    }

    void whatAnotherProgramAddedOrRemovedStaysSo()
    {
        Setup window(Clock::system()), script(Clock::system());
        QVERIFY(window.put(named("one")));
        QVERIFY(script.put(named("two"))); // started before "one" was there
        QVERIFY(window.put(named("three")));
        QCOMPARE(names(window), QStringList({QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")}));
        QVERIFY(script.take(QStringLiteral("one")));
        QVERIFY(window.put(named("four")));
        QCOMPARE(names(Setup(Clock::system())), QStringList({QStringLiteral("two"), QStringLiteral("three"), QStringLiteral("four")}));
    }

    void aFileThatBrokeMeanwhileIsNotWrittenOver()
    {
        Setup window(Clock::system());
        QVERIFY(window.put(named("one")));
        const QByteArray broken = "[[deployments]]\nname = \n";
        put(QStringLiteral("deployments.toml"), broken);
        const Result<> saved = window.put(named("two"));
        QVERIFY(!saved);
        QVERIFY2(saved.error().message.contains(QStringLiteral("deployments.toml")), qPrintable(saved.error().message));
        QVERIFY(!window.take(QStringLiteral("one")));
        QCOMPARE(contents(QStringLiteral("deployments.toml")), broken);
    }

    void pricesOfTwoProgramsAreBothKept()
    {
        Setup window(Clock::system()), script(Clock::system());
        QVERIFY(window.setPrice(price("model-a", 1'000'000), true));
        QVERIFY(script.setPrice(price("model-b", 2'000'000), true));
        Setup again(Clock::system());
        QVERIFY(again.prices().knows(QStringLiteral("model-a")) && again.prices().knows(QStringLiteral("model-b")));
        QVERIFY(script.prices().knows(QStringLiteral("model-a")));
    }

    void pricesWithAnErrorAreSaidAndNotWrittenOver()
    {
        const QByteArray broken = "model,in\nx,cheap\n";
        put(QStringLiteral("prices.csv"), broken);
        Setup setup(Clock::system());
        QCOMPARE(setup.problems().size(), 1);
        QVERIFY2(setup.problems().first().says.contains(QStringLiteral("prices.csv")), qPrintable(setup.problems().first().says));
        QVERIFY(setup.prices().knows(QStringLiteral("gpt-4o"))); // the shipped ones hold meanwhile
        const Result<> set = setup.setPrice(price("model-a", 1'000'000), true);
        QVERIFY(!set);
        QVERIFY2(set.error().message.contains(QStringLiteral("prices.csv")), qPrintable(set.error().message));
        QCOMPARE(contents(QStringLiteral("prices.csv")), broken);
    }

    void aSavedMappingIsFoundByWhatIsAnswered()
    {
        Setup setup(Clock::system());
        Profile profile;
        profile.id = QStringLiteral("shop");
        profile.name = QStringLiteral("Shop");
        const Result<QString> saved = setup.saveProfile(profile);
        QVERIFY(saved);
        Deployment deployment = named("shop");
        deployment.profile = *saved;
        QVERIFY(setup.put(deployment));
        Setup again(Clock::system());
        QCOMPARE(again.profileOf(again.deployments().first()).name, QStringLiteral("Shop"));
    }

    void aFullDiskIsSaidAndNothingIsLost()
    {
        Setup setup(Clock::system());
        Profile profile;
        profile.id = QStringLiteral("mine");
        profile.name = QStringLiteral("Mine");
        QVERIFY(setup.put(named("one")));
        QVERIFY(setup.saveProfile(profile));
        QVERIFY(setup.setPrice(price("model-a", 1'000'000), true));
        const QByteArray deployments = contents(QStringLiteral("deployments.toml")), mapping = contents(QStringLiteral("profiles/mine.toml")), prices = contents(QStringLiteral("prices.csv"));
        {
            const FullDisk full(8);
            profile.name = QStringLiteral("Another");
            const Result<> put = setup.put(named("two"));
            const Result<QString> saved = setup.saveProfile(profile);
            const Result<> priced = setup.setPrice(price("model-b", 1'000'000), true);
            QVERIFY(!put && !saved && !priced);
            for (const Error &error : {put.error(), saved.error(), priced.error()})
                QVERIFY2(error.message.contains(QStringLiteral("disk")), qPrintable(error.message));
        }
        QCOMPARE(contents(QStringLiteral("deployments.toml")), deployments);
        QCOMPARE(contents(QStringLiteral("profiles/mine.toml")), mapping);
        QCOMPARE(contents(QStringLiteral("prices.csv")), prices);
        QCOMPARE(names(setup), QStringList(QStringLiteral("one")));
        QVERIFY(!setup.prices().knows(QStringLiteral("model-b")));
        QCOMPARE(QDir(paths::config()).entryList(QDir::Files | QDir::Hidden, QDir::Name), QStringList({QStringLiteral("deployments.toml"), QStringLiteral("prices.csv")}));
        QVERIFY(setup.put(named("two")) && setup.saveProfile(profile) && setup.setPrice(price("model-b", 1'000'000), true));
    }
};

QTEST_GUILESS_MAIN(SetupTest)
#include "setup_test.moc"
