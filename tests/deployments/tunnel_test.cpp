#include "deployments/target.h"
#include "deployments/tunnel.h"
#include "support/cluster.h"
#include "support/wait.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>

using namespace qd;
using test::await;
using test::Cluster;

class TunnelTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Cluster> m_cluster;

    QString notes() const
    {
        QFile file(m_folder.filePath(QStringLiteral("notes")));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    pid_t sshPid() const { return notes().section(QLatin1Char('\n'), 0, 0).toInt(); }

    // A database that this computer cannot see: its name resolves nowhere.
    pg::Parameters farAway() const
    {
        pg::Parameters parameters = m_cluster->tcpParameters();
        parameters.values.insert("host", "db.internal.example");
        return parameters;
    }

private slots:
    void initTestCase()
    {
        qputenv("PATH", QByteArray(FAKESSH_FOLDER ":") + qgetenv("PATH"));
        qputenv("FAKESSH_NOTES", m_folder.filePath(QStringLiteral("notes")).toUtf8());
        m_cluster = std::make_unique<Cluster>(test::ClusterOptions{.tcp = true, .tls = test::Tls::Offered, .certificateNames = QStringLiteral("DNS:db.internal.example")});
    }

    void theDatabaseIsReachedAndItsCertificateStillChecked()
    {
        Tunnel tunnel(QStringLiteral("bastion"));
        const auto through = await(tunnel.open(farAway()));
        QVERIFY_OK(through);
        QVERIFY(tunnel.isOpen());
        pg::Connection connection;
        QVERIFY_OK(await(connection.open(*through)));
        QVERIFY(connection.server().identityChecked);
        QVERIFY2(notes().contains(QStringLiteral(":db.internal.example:%1 -- bastion").arg(m_cluster->port())), qPrintable(notes()));
        QVERIFY(!notes().contains(m_cluster->password()));
    }

    void sshEndsWithTheTunnel()
    {
        auto tunnel = std::make_unique<Tunnel>(QStringLiteral("bastion"));
        QVERIFY_OK(await(tunnel->open(farAway())));
        const pid_t pid = sshPid();
        QVERIFY(::kill(pid, 0) == 0);
        tunnel.reset();
        QTRY_VERIFY(::kill(pid, 0) != 0);
    }

    void whatSshSaysIsPassedOn()
    {
        Tunnel tunnel(QStringLiteral("unknown-bastion"));
        const auto opened = await(tunnel.open(farAway()));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::Unreachable);
        QVERIFY2(opened.error().message.contains(QLatin1String("unknown-bastion")), test::described(opened.error()));
        QVERIFY2(opened.error().detail.contains(QLatin1String("Could not resolve hostname")), test::described(opened.error()));
    }

    void aHostThatLooksLikeAnOptionIsRefused()
    {
        Tunnel tunnel(QStringLiteral("-oProxyCommand=touch /tmp/x"));
        QCOMPARE(await(tunnel.open(farAway())).error().kind, Error::Kind::Wrong);
    }

    void aTargetOpensANewTunnelWhenTheOldOneBreaks()
    {
        Deployment deployment;
        deployment.name = QStringLiteral("clerva");
        deployment.database = farAway();
        deployment.secret = QStringLiteral("none");
        deployment.sshTunnel = QStringLiteral("bastion");
        Target target(deployment, nullptr, nullptr, Clock::system());
        QVERIFY_OK(await(target.read({.sql = "select 1", .purpose = {}, .object = {}})));
        const pid_t first = sshPid();
        ::kill(first, SIGKILL);
        QTRY_VERIFY(target.status().failedSince.has_value());
        QTRY_COMPARE(target.status().connection, Target::Status::Connection::Connected);
        QVERIFY_OK(await(target.read({.sql = "select 1", .purpose = {}, .object = {}})));
        QVERIFY(sshPid() != first);
        QCOMPARE(target.status().where, QStringLiteral("db.internal.example:%1").arg(m_cluster->port()));
    }
};

QTEST_GUILESS_MAIN(TunnelTest)
#include "tunnel_test.moc"
