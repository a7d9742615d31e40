#include "postgres/connection.h"
#include "support/cluster.h"
#include "support/wait.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryFile>
#include <QTest>
#include <QTimer>

using namespace qd;
using test::Cluster;
using test::Tls;
using Kind = Error::Kind;

static Result<> openOnce(const pg::Parameters &parameters)
{
    pg::Connection connection;
    return test::await(connection.open(parameters));
}

static pg::Parameters with(pg::Parameters parameters, const char *keyword, const QByteArray &value)
{
    parameters.values.insert(keyword, value);
    return parameters;
}

class OpenTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Cluster> m_plain, m_offered, m_demanded;

    // An error is of the kind and names everything that is listed.
    static void expectError(const Result<> &opened, Kind kind, const char *code, const QStringList &named)
    {
        QVERIFY(!opened);
        const QByteArray shown = test::described(opened.error());
        QVERIFY2(opened.error().kind == kind, shown);
        QVERIFY2(opened.error().code == QLatin1String(code), shown);
        for (const QString &name : named)
            QVERIFY2(opened.error().message.contains(name), shown);
        QVERIFY2(opened.error().message.endsWith(QLatin1Char('.')) || opened.error().message.endsWith(QLatin1Char(';')), shown);
    }

private slots:
    void initTestCase()
    {
        m_plain = std::make_unique<Cluster>(test::ClusterOptions{.tcp = true});
        m_offered = std::make_unique<Cluster>(test::ClusterOptions{.tcp = true, .tls = Tls::Offered});
        m_demanded = std::make_unique<Cluster>(test::ClusterOptions{.tcp = true, .tls = Tls::Demanded, .certificateNames = QStringLiteral("DNS:other.example")});
        m_plain->execute(QStringLiteral("create role nologin nologin; create role full login connection limit 0; create role outsider login;"
                                        "create database closed; revoke connect on database closed from public"));
    }

    void theFactsOfTheServerAreKnown()
    {
        pg::Connection connection;
        QVERIFY_OK(test::await(connection.open(m_plain->parameters())));
        QVERIFY(connection.isOpen());
        const pg::ServerFacts &server = connection.server();
        QCOMPARE(QString::number(server.version), m_plain->execute(QStringLiteral("show server_version_num")));
        QVERIFY(m_plain->execute(QStringLiteral("show server_version")).startsWith(server.versionText));
        QCOMPARE(m_plain->execute(QStringLiteral("select application_name from pg_stat_activity where pid = %1").arg(server.backendPid)), QStringLiteral("quarterdeck"));
        QVERIFY(!server.isEncrypted && !server.identityChecked && !server.inRecovery);
        QVERIFY(server.address.contains(m_plain->socketFolder()));
    }

    void anUnknownHostIsNamed()
    {
        expectError(openOnce(with(m_plain->tcpParameters(), "host", "no-such-host.invalid")), Kind::Unreachable, "name", {QStringLiteral("no-such-host.invalid")});
    }

    void aRefusedPortIsNamed()
    {
        const int port = test::freePort();
        expectError(openOnce(with(m_plain->tcpParameters(), "port", QByteArray::number(port))), Kind::Unreachable, "tcp.refused", {QStringLiteral("127.0.0.1:%1").arg(port)});
        expectError(openOnce(with(m_plain->parameters(), "port", "1")), Kind::Unreachable, "tcp.refused", {QStringLiteral(".s.PGSQL.1")});
    }

    void everyAddressIsTried()
    {
        const QByteArray port = QByteArray::number(m_plain->port()), closed = QByteArray::number(test::freePort());
        auto parameters = with(with(m_plain->tcpParameters(), "host", "127.0.0.1,localhost"), "port", closed + ',' + port);
        pg::Connection connection;
        QVERIFY_OK(test::await(connection.open(parameters)));
        QVERIFY2(connection.server().address.contains(QString::fromUtf8(port)), qPrintable(connection.server().address));
    }

    void aNameIsLookedUpByQtAndItsAddressReported()
    {
        pg::Connection connection;
        QVERIFY_OK(test::await(connection.open(with(m_plain->tcpParameters(), "host", "localhost"))));
        QCOMPARE(connection.server().address, QStringLiteral("127.0.0.1:%1").arg(m_plain->port())); // ::1 has no listener
    }

    void aWrongPasswordIsRefused()
    {
        auto parameters = m_plain->tcpParameters();
        parameters.password = Secret(QByteArray("wrong"));
        const auto opened = openOnce(parameters);
        expectError(opened, Kind::Refused, "28P01", {QStringLiteral("password"), QStringLiteral("postgres")});
        QVERIFY(!opened.error().detail.contains(QLatin1String("LOCATION")));
    }

    void aMissingPasswordIsRefused()
    {
        auto parameters = m_plain->tcpParameters();
        parameters.password = {};
        expectError(openOnce(parameters), Kind::Refused, "password", {QStringLiteral("none was given")});
    }

    void anUnknownDatabaseIsMissing() { expectError(openOnce(m_plain->parameters("nowhere")), Kind::Missing, "3D000", {QStringLiteral("nowhere")}); }
    void anUnknownRoleIsRefused() { expectError(openOnce(m_plain->parameters("postgres", "ghost")), Kind::Refused, "28000", {QStringLiteral("ghost")}); }
    void aRoleThatMayNotLogInIsToldHow() { expectError(openOnce(m_plain->parameters("postgres", "nologin")), Kind::Refused, "28000", {QStringLiteral("alter role \"nologin\" login;")}); }
    void aFullServerIsBusy() { expectError(openOnce(m_plain->parameters("postgres", "full")), Kind::Busy, "53300", {QStringLiteral("no connection left")}); }

    void aMissingConnectPrivilegeIsSpelledOut()
    {
        expectError(openOnce(m_plain->parameters("closed", "outsider")), Kind::Refused, "42501", {QStringLiteral("grant connect on database \"closed\" to \"outsider\";")});
    }

    void encryptionThatTheServerDemandsIsNamed()
    {
        expectError(openOnce(with(m_demanded->tcpParameters(), "sslmode", "disable")), Kind::Refused, "28000", {QStringLiteral("demands encryption")});
    }

    void encryptionThatTheServerRefusesIsNamed()
    {
        expectError(openOnce(with(m_plain->tcpParameters(), "sslmode", "require")), Kind::Unreachable, "tls.off", {QStringLiteral("does not encrypt")});
    }

    void anAddressWithoutEntryInPgHbaIsRefused()
    {
        Cluster cluster({.tcp = true, .mayLoginByTcp = false});
        expectError(openOnce(cluster.tcpParameters()), Kind::Refused, "28000", {QStringLiteral("pg_hba.conf")});
    }

    void aPrivateAuthorityIsNotTrustedUntilItsCertificateIsChosen()
    {
        auto parameters = m_offered->tcpParameters();
        parameters.values.insert("sslrootcert", "/etc/ssl/certs/ca-certificates.crt");
        expectError(openOnce(parameters), Kind::Unreachable, "tls.authority", {QStringLiteral("require"), QStringLiteral("identity not checked")});

        pg::Connection connection;
        QVERIFY_OK(test::await(connection.open(m_offered->tcpParameters())));
        QVERIFY(connection.server().isEncrypted && connection.server().identityChecked);
        QVERIFY(connection.server().tls.startsWith(QLatin1String("TLSv1.")));

        parameters = with(m_offered->tcpParameters(), "sslmode", "require");
        parameters.values.remove("sslrootcert");
        QVERIFY_OK(test::await(connection.open(parameters)));
        QVERIFY(connection.server().isEncrypted && !connection.server().identityChecked);
    }

    void aCertificateForAnotherNameIsNotAccepted()
    {
        expectError(openOnce(m_demanded->tcpParameters()), Kind::Unreachable, "tls.name", {QStringLiteral("another name")});
    }

    void aMissingRootCertificateIsNamed()
    {
        expectError(openOnce(with(m_offered->tcpParameters(), "sslrootcert", "/no/such.crt")), Kind::Unreachable, "tls.file", {QStringLiteral("root certificate")});
    }

    void theMessagesAreRecognisedInEveryLanguage()
    {
        // libpq answers in the user's language when its catalogue is installed.
        const QByteArray before = setlocale(LC_MESSAGES, nullptr);
        qputenv("LANGUAGE", "de");
        for (const char *name : {"de_DE.UTF-8", "de_DE.utf8", "C.UTF-8"}) {
            if (setlocale(LC_MESSAGES, name))
                break;
        }
        const auto opened = openOnce(with(m_plain->tcpParameters(), "sslmode", "require"));
        setlocale(LC_MESSAGES, before.constData());
        qunsetenv("LANGUAGE");
        expectError(opened, Kind::Unreachable, "tls.off", {});
        QVERIFY2(opened.error().detail.contains(QLatin1String("server does not support SSL")), qPrintable(opened.error().detail));
    }

    void aServerThatNeverAnswersTimesOutWithoutBlocking()
    {
        QTcpServer blackHole;
        QVERIFY(blackHole.listen(QHostAddress::LocalHost));
        pg::Parameters parameters{{{"host", "127.0.0.1"}, {"port", QByteArray::number(blackHole.serverPort())}, {"dbname", "x"}, {"user", "x"}, {"connect_timeout", "1"}}, {}};
        int turns = 0;
        QTimer beat;
        connect(&beat, &QTimer::timeout, this, [&turns] { ++turns; });
        beat.start(50);
        const auto opened = openOnce(parameters);
        QVERIFY2(turns >= 5, qPrintable(QString::number(turns)));
        expectError(opened, Kind::Unreachable, "protocol", {QStringLiteral("did not answer")});
    }

    void somethingElseThatListensIsNoPostgres()
    {
        QTcpServer http;
        QVERIFY(http.listen(QHostAddress::LocalHost));
        connect(&http, &QTcpServer::newConnection, this, [&http] {
            QTcpSocket *socket = http.nextPendingConnection();
            socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
            socket->disconnectFromHost();
        });
        pg::Parameters parameters{{{"host", "127.0.0.1"}, {"port", QByteArray::number(http.serverPort())}, {"dbname", "x"}, {"user", "x"}, {"sslmode", "disable"}}, {}};
        expectError(openOnce(parameters), Kind::Unreachable, "protocol", {QStringLiteral("not a Postgres server")});
    }

    void aServiceIsUsedAndAMissingOneNamed()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write("[here]\nhost=" + m_plain->socketFolder().toUtf8() + "\nport=" + QByteArray::number(m_plain->port()) + "\nuser=postgres\ndbname=template1\n");
        file.close();
        qputenv("PGSERVICEFILE", file.fileName().toUtf8());
        pg::Connection connection;
        const auto opened = test::await(connection.open({{{"service", "here"}, {"dbname", "postgres"}}, {}}));
        const auto missing = openOnce({{{"service", "nowhere"}}, {}});
        qunsetenv("PGSERVICEFILE");
        QVERIFY_OK(opened);
        QCOMPARE(test::await(connection.read("select current_database()"))->text(0, 0), QStringLiteral("postgres")); // what was said wins
        expectError(missing, Kind::Missing, "", {QStringLiteral("nowhere")});
    }

    void givingUpWhileOpeningLeavesNothingBehind()
    {
        QTcpServer blackHole;
        QVERIFY(blackHole.listen(QHostAddress::LocalHost));
        pg::Connection connection;
        Reply<> reply = connection.open({{{"host", "127.0.0.1"}, {"port", QByteArray::number(blackHole.serverPort())}, {"dbname", "x"}, {"user", "x"}}, {}});
        QTRY_VERIFY(blackHole.hasPendingConnections());
        reply.cancel();
        QTRY_VERIFY(reply.isFinished());
        QVERIFY(!connection.isBusy());
        QVERIFY_OK(test::await(connection.open(m_plain->parameters())));
    }

    void openingAgainClosesTheFirst()
    {
        pg::Connection connection;
        QVERIFY_OK(test::await(connection.open(m_plain->parameters())));
        const int first = connection.server().backendPid;
        QVERIFY_OK(test::await(connection.open(m_plain->parameters())));
        QVERIFY(connection.server().backendPid != first);
        QTRY_COMPARE(m_plain->execute(QStringLiteral("select count(*) from pg_stat_activity where pid = %1").arg(first)), QStringLiteral("0"));
    }
};

QTEST_GUILESS_MAIN(OpenTest)
#include "open_test.moc"
