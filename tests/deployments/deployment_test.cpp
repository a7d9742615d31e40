#include "deployments/deployment.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using qd::Deployment;
using qd::DeploymentStore;
using qd::Error;

class DeploymentTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    static Deployment deployment(const char *name = "shop-production")
    {
        Deployment d;
        d.name = QString::fromLatin1(name);
        d.title = QStringLiteral("Shop");
        d.profile = QStringLiteral("clerva");
        d.environment = qd::Environment::Staging;
        d.database.values = {{"host", "db.example"}, {"port", "5432"}, {"dbname", "it's \"odd\" \\ ü"}, {"user", "quarterdeck_ro"}, {"sslmode", "verify-full"}};
        d.secret = QStringLiteral("keychain");
        d.sshTunnel = QStringLiteral("bastion");
        d.place = QStringLiteral("Supabase · eu-west-1");
        d.providers = {{QStringLiteral("vercel.project"), QStringLiteral("shop")}, {QStringLiteral("vercel.secret"), QStringLiteral("env:VERCEL_TOKEN")}};
        return d;
    }

    void write(const QByteArray &text) const
    {
        QFile file(DeploymentStore(m_folder->path()).file());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QByteArray stored() const
    {
        QFile file(DeploymentStore(m_folder->path()).file());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aMissingFileIsAnEmptyList()
    {
        const auto found = DeploymentStore(m_folder->path()).load();
        QVERIFY(found);
        QVERIFY(found->isEmpty());
    }

    void whatIsSavedIsRead()
    {
        const DeploymentStore store(m_folder->path());
        Deployment second = deployment("local");
        second.environment = qd::Environment::Local;
        second.secret = QStringLiteral("none");
        second.providers.clear();
        QVERIFY(store.save({deployment(), second}));
        const auto found = store.load();
        QVERIFY2(found, found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->size(), 2);
        QVERIFY(found->at(0) == deployment());
        QVERIFY(found->at(1) == second);
        QCOMPARE(QFileInfo(store.file()).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1); // no temporary file stays
    }

    void thePasswordIsNeverStored()
    {
        const DeploymentStore store(m_folder->path());
        Deployment d = deployment();
        d.database.password = qd::Secret(QByteArray("unmistakable-4711"));
        QVERIFY(store.save({d}));
        QVERIFY(!stored().contains("4711"));
        QVERIFY(!stored().isEmpty());
    }

    void aSecretInAnyOtherPlaceIsRefusedAndNothingIsWritten_data()
    {
        QTest::addColumn<int>("place");
        const char *places[] = {"password keyword", "sslpassword keyword", "secret itself", "provider's token", "token in an address", "password in the title", "password in the host"};
        for (int i = 0; i < 7; ++i)
            QTest::newRow(places[i]) << i;
    }
    void aSecretInAnyOtherPlaceIsRefusedAndNothingIsWritten()
    {
        QFETCH(int, place);
        const QString secret = QStringLiteral("sk-proj-unmistakable4711abcdef");
        Deployment d = deployment();
        switch (place) {
        case 0: d.database.values.insert("password", secret.toUtf8()); break;
        case 1: d.database.values.insert("sslpassword", secret.toUtf8()); break;
        case 2: d.secret = secret; break;
        case 3: d.providers.insert(QStringLiteral("vercel.token"), secret); break;
        case 4: d.providers.insert(QStringLiteral("vercel.base"), QStringLiteral("https://x.example/?token=%1").arg(secret)); break;
        case 5: d.title = QStringLiteral("postgres://me:%1@db.example/app").arg(secret); break;
        case 6: d.database.values.insert("host", QByteArray("postgres://me:") + secret.toUtf8() + "@db.example"); break;
        }
        const auto saved = DeploymentStore(m_folder->path()).save({d});
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, Error::Kind::Wrong);
        QVERIFY2(!(saved.error().message + saved.error().detail).contains(QStringLiteral("4711")), qPrintable(saved.error().message));
        QVERIFY(stored().isEmpty());
    }

    void demoDeploymentsAreNotStored()
    {
        Deployment demo = deployment("clerva");
        demo.isDemo = true;
        const DeploymentStore store(m_folder->path());
        QVERIFY(store.save({demo, deployment()}));
        QCOMPARE(store.load()->size(), 1);
    }

    void aFileWithAnErrorIsReportedWithItsLineAndNeverOverwritten_data()
    {
        QTest::addColumn<QByteArray>("toml");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("says");
        const QByteArray head = "[[deployments]]\nname = \"a\"\nprofile = \"clerva\"\n";
        QTest::newRow("cut in half") << QByteArray(head + "title = \"Sh") << 4 << QStringLiteral("TOML");
        QTest::newRow("no such environment") << QByteArray(head + "environment = \"prod\"\n") << 4 << QStringLiteral("production");
        QTest::newRow("no name") << QByteArray("\n[[deployments]]\nprofile = \"x\"\n") << 2 << QStringLiteral("name");
        QTest::newRow("two of one name") << QByteArray(head + "\n" + head) << 5 << QStringLiteral("two deployments");
        QTest::newRow("unknown table") << QByteArray(head + "\n[deployment]\nx = 1\n") << 5 << QStringLiteral("did you mean “deployments”");
        QTest::newRow("a password") << QByteArray(head + "[deployments.database]\npassword = \"hunter2\"\n") << 1 << QStringLiteral("keychain");
    }
    void aFileWithAnErrorIsReportedWithItsLineAndNeverOverwritten()
    {
        QFETCH(QByteArray, toml);
        QFETCH(int, line);
        QFETCH(QString, says);
        const DeploymentStore store(m_folder->path());
        write(toml);
        const auto found = store.load();
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Error::Kind::Wrong);
        QVERIFY2(found.error().message.contains(says), qPrintable(found.error().message));
        QVERIFY2(found.error().message.contains(QStringLiteral("line %1:").arg(line)), qPrintable(found.error().message));
        QVERIFY(!found.error().message.contains(QStringLiteral("hunter2")));
        QVERIFY(!store.save({deployment()}));
        QCOMPARE(stored(), toml);
    }

    void commentsAndUnknownKeysStayWhereTheyAre()
    {
        const DeploymentStore store(m_folder->path());
        write("# my own words\n\n"
              "# the shop\n[[deployments]]\nname = \"shop\"  # short\nprofile = \"clerva\"\nfuture = [1, { a = \"b\" }]\n[deployments.database]\nhost = \"db.example\"\nport = 5433\n\n"
              "# the other one\n[[deployments]]\nname = \"other\"\nprofile = \"ara\"\ncolour = \"red\"\nvercel.x = 1\n");
        auto found = store.load();
        QVERIFY2(found, found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->at(0).database.value("port"), QByteArray("5433"));
        const QByteArray before = stored();
        QVERIFY(store.save(*found));
        QCOMPARE(stored(), before); // nothing changed, nothing moves

        (*found)[1].title = QStringLiteral("Other");
        QVERIFY(store.save(*found + QList<Deployment>{deployment()}));
        const QByteArray after = stored();
        QVERIFY(after.startsWith(before.first(before.indexOf("# the other one"))));
        QVERIFY(after.contains("colour = \"red\""));
        QVERIFY(after.contains("vercel = { x = 1 }"));
        QCOMPARE(store.load()->size(), 3);
        QVERIFY(store.load()->at(2) == deployment());

        QVERIFY(store.save({found->at(1)}));
        QVERIFY(!stored().contains("name = \"shop\""));
        QCOMPARE(store.load()->size(), 1);
    }

    void providersMayBeWrittenWithDots()
    {
        write("[[deployments]]\nname = \"a\"\nprofile = \"clerva\"\n[deployments.providers]\nvercel.project = \"shop\"\n\"vercel.base\" = \"http://127.0.0.1:8080\"\n");
        const auto found = DeploymentStore(m_folder->path()).load();
        QVERIFY2(found, found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->first().providers.value(QStringLiteral("vercel.project")), QStringLiteral("shop"));
        QCOMPARE(found->first().providers.size(), 2);
    }

    void whatCouldNotBeReadAgainIsNotWritten()
    {
        const DeploymentStore store(m_folder->path());
        QVERIFY(store.save({deployment()}));
        const QByteArray before = stored();
        Deployment without = deployment("without");
        without.profile.clear();
        const auto saved = store.save({deployment(), without});
        QVERIFY(!saved);
        QVERIFY2(saved.error().message.contains(QStringLiteral("profile")), qPrintable(saved.error().message));
        QCOMPARE(stored(), before);
        QCOMPARE(store.load()->size(), 1);
    }

    void aFullDiskIsSaidAndLeavesTheOldFile()
    {
        const DeploymentStore store(m_folder->path());
        QVERIFY(store.save({deployment()}));
        const QByteArray before = stored();
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &old), 0);
        const rlimit small{rlim_t(before.size() + 10), old.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto saved = store.save({deployment(), deployment("another")});
        ::setrlimit(RLIMIT_FSIZE, &old);
        QVERIFY(!saved);
        QVERIFY2(saved.error().message.contains(QStringLiteral("disk")), qPrintable(saved.error().message));
        QCOMPARE(stored(), before);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
        QVERIFY(store.save({deployment(), deployment("another")}));
        QCOMPARE(store.load()->size(), 2);
    }

    void aFolderThatCannotBeWrittenLeavesTheOldFile()
    {
        // A folder in place of the file: even root cannot rename over it.
        const DeploymentStore store(m_folder->path());
        QVERIFY(QDir().mkpath(store.file() + QStringLiteral("/x")));
        const auto saved = store.save({deployment()});
        QVERIFY(!saved);
        QVERIFY(saved.error().message.contains(store.file()));
    }
};

QTEST_GUILESS_MAIN(DeploymentTest)
#include "deployment_test.moc"
