#include "postgres/parameters.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace qd;
using pg::Parameters;

static QString u(const char *text) { return QString::fromUtf8(text); }

static void writeFile(const QString &path, const QByteArray &text, QFile::Permissions permissions)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    QVERIFY(file.setPermissions(permissions));
}

class ParametersTest : public QObject
{
    Q_OBJECT

private slots:
    void everyNotationIsUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("port");
        QTest::addColumn<QString>("database");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("password");
        const auto row = [](const char *text, const char *host, const char *port, const char *database, const char *user, const char *password) {
            QTest::newRow(text) << u(text) << u(host) << u(port) << u(database) << u(user) << u(password);
        };
        row("postgres://me:pw@db.example:6000/app", "db.example", "6000", "app", "me", "pw");
        row("postgresql://me@db.example/app", "db.example", "", "app", "me", "");
        row("postgresql+asyncpg://me:pw@db.example/app", "db.example", "", "app", "me", "pw");
        row("POSTGRES://db.example", "db.example", "", "", "", "");
        row("postgres://me:p%40ss%2Fw%23rd@db.example/my%20app", "db.example", "", "my app", "me", "p@ss/w#rd");
        row("postgres://me:p@ss@db.example/app", "db.example", "", "app", "me", "p@ss");
        row("postgres://me:p?ss@db.example/app", "db.example", "", "app", "me", "p?ss");
        row("postgres://me:p:w@db.example/app", "db.example", "", "app", "me", "p:w");
        row("postgres://me@[::1]:5433/app", "::1", "5433", "app", "me", "");
        row("postgres://me@a.example:1,b.example:2/app", "a.example,b.example", "1,2", "app", "me", "");
        row("postgres://%2Frun%2Fpostgresql/app", "/run/postgresql", "", "app", "", "");
        row("postgres:///app?host=/run/postgresql&port=5433", "/run/postgresql", "5433", "app", "", "");
        row("postgres://db.example/app?user=me&password=pw", "db.example", "", "app", "me", "pw");
        row("  DATABASE_URL=\"postgres://me:pw@db.example/app\"\n", "db.example", "", "app", "me", "pw");
        row("export DATABASE_URL='postgres://me:pw@db.example/app'", "db.example", "", "app", "me", "pw");
        row("psql 'postgres://me:pw@db.example/app?sslmode=require'", "db.example", "", "app", "me", "pw");
        row("jdbc:postgresql://db.example:5433/app?user=me&password=pw&ssl=true", "db.example", "5433", "app", "me", "pw");
        row("host=db.example port=5433 dbname=app user=me password=pw", "db.example", "5433", "app", "me", "pw");
        row("host = db.example dbname = 'my app' user = 'o\\'me' password = 'p w'", "db.example", "", "my app", "o'me", "p w");
        row("postgres://me:[YOUR-PASSWORD]@db.example:5432/app", "db.example", "5432", "app", "me", "");
        row("postgres://me:pw@db.example:6543/app?pgbouncer=true&connection_limit=1&schema=public", "db.example", "6543", "app", "me", "pw");
    }
    void everyNotationIsUnderstood()
    {
        QFETCH(QString, text);
        const auto parameters = Parameters::fromText(text);
        QVERIFY2(parameters.has_value(), parameters ? "" : qPrintable(parameters.error().message));
        QTEST(QString::fromUtf8(parameters->value("host")), "host");
        QTEST(QString::fromUtf8(parameters->value("port")), "port");
        QTEST(QString::fromUtf8(parameters->value("dbname")), "database");
        QTEST(QString::fromUtf8(parameters->value("user")), "user");
        QTEST(QString::fromUtf8(parameters->password.reveal()), "password");
        QVERIFY(!parameters->values.contains("password"));
    }

    void whatIsNotUnderstoodIsNamedWithoutThePassword_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("names");
        const auto row = [](const char *text, const char *names) { QTest::newRow(text) << u(text) << u(names); };
        row("", "no address");
        row("mysql://me:hunter2@db.example/app", "mysql");
        row("postgres://me:hunter2@db.example:54x2/app", "54x2");
        row("postgres://me:hunter2@db.example:70000/app", "70000");
        row("postgres://me:hunter2%zz@db.example/app", "the password");
        row("postgres://me:hunter2@[::1/app", "::1");
        row("postgres://me:hunter2@db.example/app?colour=red", "colour");
        row("postgres://me:hunter2@db.example/app?sslmode=yes", "yes");
        row("postgres://me:hunter2@db.example/app?sslpassword=hunter2", "sslpassword");
        row("host=db.example password=my hunter2", "password");
        row("host=db.example password='hunter2", "password");
        row("db.example", "not an address");
    }
    void whatIsNotUnderstoodIsNamedWithoutThePassword()
    {
        QFETCH(QString, text);
        QFETCH(QString, names);
        const auto parameters = Parameters::fromText(text);
        QVERIFY(!parameters);
        QCOMPARE(parameters.error().kind, Error::Kind::Wrong);
        QVERIFY2(parameters.error().message.contains(names), qPrintable(parameters.error().message));
        QVERIFY2(!parameters.error().message.contains(u("hunter2")) && !parameters.error().detail.contains(u("hunter2")), qPrintable(parameters.error().message));
    }

    void textAndUriNeverShowThePassword()
    {
        const auto parameters = Parameters::fromText(u("postgres://me:hunter2@db.example:5433/app?sslmode=require"));
        QCOMPARE(parameters->text(), u("db.example:5433/app as me"));
        QCOMPARE(parameters->uri(), "postgresql://me@db.example:5433/app?sslmode=require");
        Parameters odd = *parameters;
        odd.values.insert("password", "hunter2");
        QVERIFY(!odd.text().contains(u("hunter2")) && !odd.uri().contains("hunter2"));
    }

    void theUriMeansTheSame_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"postgres://m%40e@db.example/my%20app", "postgres://%2Frun%2Fpostgresql:5433/app", "postgres://me@a.example:1,b.example:2/app?application_name=a%26b",
                                 "postgres://me@[::1]:5433/app", "host=a.example,b.example port=5433 dbname=app", "dbname=app"})
            QTest::newRow(text) << u(text);
    }
    void theUriMeansTheSame()
    {
        QFETCH(QString, text);
        const auto parameters = Parameters::fromText(text);
        QVERIFY(parameters.has_value());
        auto again = Parameters::fromText(QString::fromUtf8(parameters->uri()));
        QVERIFY2(again.has_value(), parameters->uri().constData());
        if (again->value("port") == "5433,5433")
            again->values.insert("port", "5433");
        QCOMPARE(again->values, parameters->values);
    }

    void elsewhereTheIdentityIsCheckedByDefault()
    {
        const auto remote = Parameters::fromText(u("postgres://me@db.example/app"))->withDefaults();
        QCOMPARE(remote.value("sslmode"), "verify-full");
        QVERIFY(!remote.value("sslrootcert").isEmpty());
        QCOMPARE(remote.value("application_name"), "quarterdeck");
        QCOMPARE(remote.value("gssencmode"), "disable");
        QVERIFY(!remote.values.contains("options"));

        const auto said = Parameters::fromText(u("postgres://me@db.example/app?sslmode=require&connect_timeout=3"))->withDefaults();
        QCOMPARE(said.value("sslmode"), "require");
        QCOMPARE(said.value("connect_timeout"), "3");
        QVERIFY(!said.values.contains("sslrootcert")); // would turn require into verify-ca

        for (const char *text : {"postgres://localhost/app", "postgres://127.0.0.1/app", "postgres://[::1]/app", "postgres:///app", "host=/run/postgresql"}) {
            const auto local = Parameters::fromText(u(text));
            QVERIFY(local->isLocal());
            QCOMPARE(local->withDefaults().value("sslmode"), "prefer");
        }
        QVERIFY(!Parameters::fromText(u("host=localhost,db.example"))->isLocal());
    }

    void theUsersOwnRootCertificateComesBeforeTheSystems()
    {
        QTemporaryDir home;
        const QByteArray before = qgetenv("HOME");
        qputenv("HOME", home.path().toUtf8());
        QVERIFY(QDir(home.path()).mkpath(u(".postgresql")));
        writeFile(home.filePath(u(".postgresql/root.crt")), "x", QFile::ReadOwner);
        const auto remote = Parameters::fromText(u("postgres://me@db.example/app"))->withDefaults();
        qputenv("HOME", before);
        QCOMPARE(QString::fromUtf8(remote.value("sslrootcert")), home.filePath(u(".postgresql/root.crt")));
    }

    void aDotEnvFileGivesTheMostUsefulAddressFirst()
    {
        const auto found = pg::fromDotEnv(u("# a comment\n"
                                            "OPENAI_API_KEY=sk-x\n"
                                            "DATABASE_URL=\"postgres://me:pw@aws-0.pooler.supabase.example:6543/app?pgbouncer=true\"\n"
                                            "export DIRECT_URL='postgres://me:pw@db.example:5432/app' # direct\n"
                                            "PASS=s3cret\n"
                                            "OTHER_URL=postgresql://me:${PASS}@other.example/app # here\n"
                                            "BROKEN=postgres://me:%zz@db.example/app\n"
                                            "PGHOST=vars.example\nPGUSER=me\nPGPASSWORD=pw\nPGDATABASE=app\n"));
        QStringList names;
        for (const pg::Found &one : found)
            names << one.name;
        QCOMPARE(names, QStringList({u("DIRECT_URL"), u("OTHER_URL"), u("PGHOST"), u("DATABASE_URL")}));
        QCOMPARE(found.at(1).parameters.password.reveal(), "s3cret");
        QCOMPARE(found.at(2).parameters.value("host"), "vars.example");
        QCOMPARE(found.at(2).parameters.password.reveal(), "pw");
        QVERIFY(!found.at(2).parameters.values.contains("password"));
    }

    void servicesAreRead()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u("services"));
        writeFile(file, "[orders]\nhost=db.example\nport=5433\n# no\npassword=pw\n\n[other]\nhost = o.example\n", QFile::ReadOwner);
        qputenv("PGSERVICEFILE", file.toUtf8());
        const auto found = pg::fromServiceFile();
        qunsetenv("PGSERVICEFILE");
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.at(0).name, u("orders"));
        QCOMPARE(found.at(0).source, file);
        QCOMPARE(found.at(0).parameters.value("port"), "5433");
        QCOMPARE(found.at(0).parameters.password.reveal(), "pw");
        QCOMPARE(found.at(1).parameters.value("host"), "o.example");
    }

    void aPasswordFileThatOthersMayReadIsIgnored()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u("pgpass"));
        writeFile(file, "# comment\ndb.example:5433:app:me:p\\:w\n*:*:*:*:any\nother.example:*:*:me:x\n", QFile::ReadOwner | QFile::WriteOwner);
        qputenv("PGPASSFILE", file.toUtf8());
        const auto found = pg::fromPasswordFile();
        QFile(file).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
        const auto open = pg::fromPasswordFile();
        qunsetenv("PGPASSFILE");
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.at(0).parameters.password.reveal(), "p:w");
        QCOMPARE(found.at(0).parameters.value("dbname"), "app");
        QVERIFY(!found.at(1).parameters.values.contains("port"));
        QVERIFY(open.isEmpty());
    }

    void everySslModeHasWords()
    {
        QSet<QString> words;
        for (const char *mode : {"disable", "allow", "prefer", "require", "verify-ca", "verify-full"})
            words << pg::sslModeInWords(mode);
        QCOMPARE(words.size(), 6);
        QVERIFY(pg::sslModeInWords("require").contains(u("identity not checked")));
    }
};

QTEST_GUILESS_MAIN(ParametersTest)
#include "parameters_test.moc"
