// What the machine says of itself, sleep and network, over a system bus of the test's own with
// stand-ins for logind and NetworkManager.
#include "app/network.h"
#include "app/suspend.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace qd::app;

static const QString ManagerPath = QStringLiteral("/org/freedesktop/NetworkManager");

// As much of NetworkManager as Qt asks for.
class FakeNetworkManager : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.NetworkManager")
    Q_PROPERTY(uint State MEMBER state)
    Q_PROPERTY(uint Connectivity MEMBER connectivity)
    Q_PROPERTY(QDBusObjectPath PrimaryConnection MEMBER primary)
    Q_PROPERTY(uint Metered MEMBER metered)

public:
    uint state = 70, connectivity = 4, metered = 4; // online, full, no
    QDBusObjectPath primary{QStringLiteral("/")};

    void become(uint next)
    {
        state = next;
        QDBusMessage changed = QDBusMessage::createSignal(ManagerPath, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("PropertiesChanged"));
        changed << QStringLiteral("org.freedesktop.NetworkManager") << QVariantMap{{QStringLiteral("State"), next}} << QStringList();
        QVERIFY(QDBusConnection(QStringLiteral("stand-in")).send(changed));
    }
};

class SurroundingsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QProcess m_bus;
    QThread m_thread; // Qt asks NetworkManager and waits for the answer
    FakeNetworkManager m_manager;

private slots:
    void initTestCase()
    {
        QFile settings(m_folder.filePath(QStringLiteral("bus.conf")));
        QVERIFY(settings.open(QFile::WriteOnly));
        settings.write("<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">"
                       "<busconfig><type>session</type><listen>unix:dir=" + m_folder.path().toUtf8() + "</listen><auth>EXTERNAL</auth><policy context=\"default\"><allow send_destination=\"*\"/><allow eavesdrop=\"false\"/>"
                       "<allow own=\"*\"/><allow user=\"*\"/></policy></busconfig>");
        settings.close();
        m_bus.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--config-file=") + settings.fileName(), QStringLiteral("--print-address"), QStringLiteral("--nofork")});
        QVERIFY2(m_bus.waitForReadyRead(qd::test::PatienceMs), m_bus.readAllStandardError().constData());
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_bus.readLine().trimmed());
        QDBusConnection standIn = QDBusConnection::connectToBus(qEnvironmentVariable("DBUS_SYSTEM_BUS_ADDRESS"), QStringLiteral("stand-in"));
        QVERIFY(standIn.isConnected());
        m_manager.moveToThread(&m_thread);
        m_thread.start();
        QVERIFY(standIn.registerObject(ManagerPath, &m_manager, QDBusConnection::ExportAllProperties));
        QVERIFY(standIn.registerService(QStringLiteral("org.freedesktop.NetworkManager")));
        QVERIFY(standIn.registerService(QStringLiteral("org.freedesktop.login1")));
    }
    void cleanupTestCase()
    {
        m_thread.quit();
        m_thread.wait();
        m_bus.terminate();
        m_bus.waitForFinished(qd::test::PatienceMs);
    }

    void sleepAndWakingAreTold()
    {
        Suspend suspend;
        QSignalSpy sleeping(&suspend, &Suspend::goingToSleep), woken(&suspend, &Suspend::woke);
        for (const bool isGoing : {true, false}) {
            QDBusMessage signal = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/login1"), QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"));
            signal << isGoing;
            QVERIFY(QDBusConnection(QStringLiteral("stand-in")).send(signal));
            QTRY_COMPARE(sleeping.count(), 1);
            QTRY_COMPARE(woken.count(), isGoing ? 0 : 1);
        }
    }

    void aNetworkThatComesBackIsToldOnce()
    {
        Network network;
        QSignalSpy changed(&network, &Network::changed);
        network.listen();
        QCOMPARE(changed.count(), 0);
        m_manager.become(20); // disconnected
        m_manager.become(40); // connecting
        m_manager.become(60); // site
        m_manager.become(70); // everywhere
        QTRY_COMPARE(changed.count(), 1);
        m_manager.become(20);
        m_manager.become(70);
        QTRY_COMPARE(changed.count(), 2);
    }
};

QTEST_GUILESS_MAIN(SurroundingsTest)
#include "surroundings_test.moc"
