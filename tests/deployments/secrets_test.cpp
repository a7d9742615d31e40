#include "deployments/secrets.h"

#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using qd::Error;
using qd::Secret;
using qd::SecretStore;

// Runs twice: without a message bus, and (QD_TEST_KEYRING) with a real keyring.
class SecretsTest : public QObject
{
    Q_OBJECT

    static bool hasKeyring() { return qEnvironmentVariableIsSet("QD_TEST_KEYRING"); }

    template <typename T>
    static qd::Result<T> await(qd::Reply<T> reply)
    {
        if (!QTest::qWaitFor([&reply] { return reply.isFinished(); }, qd::test::PatienceMs) || reply.resultCount() == 0)
            return qd::failure(Error::Kind::Lost, QStringLiteral("no answer"));
        return reply.result();
    }

    const QString m_key = QStringLiteral("deployment/clerva/password");

private slots:
    void initTestCase()
    {
        if (!hasKeyring()) { // whatever the machine has
            qunsetenv("DBUS_SESSION_BUS_ADDRESS");
            qunsetenv("DISPLAY");
        }
    }

    void aVariableIsReadFromTheEnvironment()
    {
        SecretStore store;
        qputenv("QD_TEST_PASSWORD", "p ä'ss");
        const auto found = await(store.read(QStringLiteral("env:QD_TEST_PASSWORD"), m_key));
        QVERIFY(found);
        QCOMPARE(found->reveal(), QByteArray("p ä'ss"));
    }

    void aMissingVariableIsNamed()
    {
        SecretStore store;
        const auto found = await(store.read(QStringLiteral("env:QD_TEST_NOT_SET"), m_key));
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Error::Kind::Missing);
        QVERIFY(found.error().message.contains(QStringLiteral("QD_TEST_NOT_SET")));
    }

    void aPasswordFileIsLeftToTheClientLibrary()
    {
        SecretStore store;
        for (const QString &reference : {QStringLiteral("pgpass"), QStringLiteral("none"), QString()}) {
            const auto found = await(store.read(reference, m_key));
            QVERIFY(found);
            QVERIFY(found->isEmpty());
        }
    }

    void anUnknownReferenceIsRefusedWithoutRepeatingIt()
    {
        SecretStore store;
        const auto found = await(store.read(QStringLiteral("hunter2"), m_key));
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Error::Kind::Wrong);
        QVERIFY(!(found.error().message + found.error().detail).contains(QStringLiteral("hunter2")));
    }

    void withoutAKeychainASecretIsKeptForThisRunAndThatIsSaidOnce()
    {
        if (hasKeyring())
            QSKIP("there is a keyring");
        SecretStore store;
        QSignalSpy said(&store, &SecretStore::keptForThisRunOnly);
        const auto before = await(store.read(QStringLiteral("keychain"), m_key));
        QVERIFY(!before);
        QVERIFY(!before.error().message.isEmpty());

        QVERIFY(await(store.write(m_key, Secret(QByteArray("hunter2")))));
        QVERIFY(await(store.write(QStringLiteral("other"), Secret(QByteArray("hunter3")))));
        QCOMPARE(said.count(), 1);
        const auto kept = await(store.read(QStringLiteral("keychain"), m_key));
        QVERIFY(kept);
        QCOMPARE(kept->reveal(), QByteArray("hunter2"));

        QVERIFY(await(store.remove(m_key)));
        QVERIFY(!await(store.read(QStringLiteral("keychain"), m_key)));
        QVERIFY(!await(SecretStore().read(QStringLiteral("keychain"), QStringLiteral("other")))); // the next run
    }

    void withoutAKeychainNothingIsWrittenToTheDisk()
    {
        if (hasKeyring())
            QSKIP("there is a keyring");
        SecretStore store;
        QVERIFY(await(store.write(m_key, Secret(QByteArray("unmistakable-4711")))));
        QDirIterator files(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(!file.open(QIODevice::ReadOnly) || !file.readAll().contains("unmistakable-4711"));
        }
    }

    void theKeyringKeepsASecretForTheNextRun()
    {
        if (!hasKeyring())
            QSKIP("there is no keyring");
        const QByteArray password("p ä'\0ss", 8); // bytes, not text
        {
            SecretStore store;
            QSignalSpy said(&store, &SecretStore::keptForThisRunOnly);
            QVERIFY(await(store.write(m_key, Secret(password))));
            QVERIFY(said.isEmpty());
        }
        SecretStore next;
        const auto found = await(next.read(QStringLiteral("keychain"), m_key));
        QVERIFY2(found, found ? "" : qPrintable(found.error().message + found.error().detail));
        QCOMPARE(found->reveal(), password);
        const auto other = await(next.read(QStringLiteral("keychain"), QStringLiteral("deployment/none/password")));
        QVERIFY(!other);
        QCOMPARE(other.error().kind, Error::Kind::Missing);
        QVERIFY(await(next.remove(m_key)));
        QVERIFY(!await(next.read(QStringLiteral("keychain"), m_key)));
        QVERIFY(await(next.remove(m_key))); // twice is no error
    }

    void aStoreThatGoesAwayCancelsItsQuestions()
    {
        auto store = std::make_unique<SecretStore>();
        const auto reply = store->read(QStringLiteral("keychain"), m_key);
        store.reset();
        QTRY_VERIFY(reply.isFinished());
    }
};

QTEST_GUILESS_MAIN(SecretsTest)
#include "secrets_test.moc"
