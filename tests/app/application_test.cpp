#include "app/application.h"
#include "core/paths.h"
#include "core/settings.h"
#include "support/cluster.h"
#include "support/wait.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace qd;
using namespace qd::app;
using qd::test::await;

class ApplicationTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::Cluster> m_cluster;
    std::unique_ptr<QTemporaryDir> m_home;

    Deployment deployment(const QString &name) const
    {
        Deployment made;
        made.name = name;
        made.title = name;
        made.profile = QStringLiteral("mine");
        made.environment = Environment::Local;
        made.database = m_cluster->parameters();
        made.secret = QStringLiteral("none");
        return made;
    }

private slots:
    void initTestCase()
    {
        m_cluster = std::make_unique<test::Cluster>();
        m_cluster->execute(QStringLiteral("create table calls (id bigserial primary key, created_at timestamptz not null default now(), kind text, latency_ms float8);"
                                          "insert into calls (created_at, kind, latency_ms) select now() - interval '1 minute' * g, 'request', 100 + g from generate_series(500, 1, -1) g"));
    }
    void cleanupTestCase() { m_cluster.reset(); }

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("QUARTERDECK_HOME", m_home->path().toLocal8Bit());
        QDir().mkpath(paths::config() + QStringLiteral("/profiles"));
        QFile profile(paths::config() + QStringLiteral("/profiles/mine.toml"));
        QVERIFY(profile.open(QFile::WriteOnly));
        profile.write("id = \"mine\"\n[[sources]]\nname = \"calls\"\ntable = \"calls\"\nid = \"id\"\nid_is_monotone = true\ntime = \"created_at\"\nkind = \"kind\"\nlatency_ms = \"latency_ms\"\n");
    }

    void theFirstRunHasNothingToShow()
    {
        Application application(Clock::system(), {});
        QVERIFY(application.isFirstRun());
        QVERIFY(application.current().isEmpty());
        QVERIFY(!static_cast<Desk &>(application).inputs());
        QVERIFY(!application.target(QStringLiteral("x")));
        QVERIFY(application.journal());
    }

    void whatIsAddedIsWatchedAndStoredWithoutItsPassword()
    {
        Application application(Clock::system(), {});
        QSignalSpy list(&application, &Desk::deploymentsChanged), current(&application, &Desk::currentChanged), content(&application, &Desk::dataChanged);
        QVERIFY_OK(await(application.begin()));
        QVERIFY_OK(await(application.add(deployment(QStringLiteral("one")), Secret(QStringLiteral("hunter2xyz")))));
        QCOMPARE(list.size(), 1);
        QCOMPARE(current.size(), 1);
        QCOMPARE(application.current(), QStringLiteral("one"));
        QTRY_VERIFY(application.inputs(QStringLiteral("one"))->mirror->coverage().rows == 500);
        QVERIFY(!content.isEmpty());
        QFile stored(paths::config() + QStringLiteral("/deployments.toml"));
        QVERIFY(stored.open(QFile::ReadOnly));
        const QByteArray text = stored.readAll();
        QVERIFY(text.contains("one"));
        QVERIFY(!text.contains("hunter2xyz"));
    }

    void theNextRunKnowsWhatWasAdded()
    {
        {
            Application application(Clock::system(), {});
            QVERIFY_OK(await(application.add(deployment(QStringLiteral("one")), {})));
            QVERIFY_OK(await(application.add(deployment(QStringLiteral("two")), {})));
            application.select(QStringLiteral("two"));
        }
        Application application(Clock::system(), {});
        QCOMPARE(application.deployments().size(), 2);
        QCOMPARE(application.current(), QStringLiteral("two"));
        Application chosen(Clock::system(), {.deployment = QStringLiteral("one")});
        QCOMPARE(chosen.current(), QStringLiteral("one"));
    }

    void switchingLocksTheOneThatIsLeft()
    {
        Application application(Clock::system(), {});
        QVERIFY_OK(await(application.add(deployment(QStringLiteral("one")), {})));
        QVERIFY_OK(await(application.add(deployment(QStringLiteral("two")), {})));
        application.select(QStringLiteral("one"));
        QSignalSpy locks(&application, &Desk::lockChanged);
        QVERIFY_OK(await(application.target(QStringLiteral("one"))->lock().unlock(QStringLiteral("a test"))));
        QVERIFY(application.target(QStringLiteral("one"))->lock().isOpen());
        application.select(QStringLiteral("two"));
        QVERIFY(!application.target(QStringLiteral("one"))->lock().isOpen());
        QVERIFY(locks.size() >= 2);
    }

    void sleepLocksAndCloses()
    {
        Application application(Clock::system(), {});
        QVERIFY_OK(await(application.add(deployment(QStringLiteral("one")), {})));
        Watch *watch = application.watch(QStringLiteral("one"));
        QTRY_VERIFY(watch->target().status().connection == Target::Status::Connection::Connected);
        QVERIFY_OK(await(watch->target().lock().unlock(QStringLiteral("a test"))));
        watch->sleep();
        QVERIFY(!watch->target().lock().isOpen());
        QVERIFY(watch->target().status().connection != Target::Status::Connection::Connected);
        const auto before = watch->inputs({fromMsecs(0), Clock::system().now()}, QTimeZone::utc()).mirror->coverage().readAt;
        watch->wake();
        QTRY_VERIFY(watch->inputs({fromMsecs(0), Clock::system().now()}, QTimeZone::utc()).mirror->coverage().readAt > before);
    }

    void aNetworkThatComesBackEndsTheWaiting()
    {
        Application application(Clock::system(), {});
        QVERIFY_OK(await(application.add(deployment(QStringLiteral("one")), {})));
        Watch *watch = application.watch(QStringLiteral("one"));
        const Target::Status &status = watch->target().status();
        QTRY_VERIFY(status.connection == Target::Status::Connection::Connected);
        m_cluster->stop();
        QTRY_VERIFY(status.connection == Target::Status::Connection::Failed);
        while (*status.nextTry - Clock::system().now() < std::chrono::seconds(20)) {
            const int before = status.attempt;
            watch->target().retry();
            QTRY_VERIFY(status.attempt == before + 1 && status.connection == Target::Status::Connection::Failed);
        }
        m_cluster->start();
        const auto readBefore = watch->inputs({fromMsecs(0), Clock::system().now()}, QTimeZone::utc()).mirror->coverage().readAt;
        emit application.findChild<Network *>()->changed();
        QTRY_VERIFY(status.connection == Target::Status::Connection::Connected);
        QTRY_VERIFY(watch->inputs({fromMsecs(0), Clock::system().now()}, QTimeZone::utc()).mirror->coverage().readAt > readBefore);
    }

    void aPasswordThatWasRefusedIsNotTriedAtEveryNetwork()
    {
        m_cluster->execute(QStringLiteral("create role barred nologin"));
        Deployment barred = deployment(QStringLiteral("barred"));
        barred.database.values.insert("user", "barred");
        Application application(Clock::system(), {});
        QVERIFY_OK(await(application.add(barred, {})));
        const Target::Status &status = application.watch(QStringLiteral("barred"))->target().status();
        QTRY_VERIFY(status.connection == Target::Status::Connection::Failed);
        const int before = status.attempt;
        emit application.findChild<Network *>()->changed();
        QCOMPARE(status.attempt, before);
        QVERIFY(status.connection == Target::Status::Connection::Failed);
    }

    void afterAnInterruptionItIsReadAtOnce()
    {
        Application application(Clock::system(), {});
        application.setRefreshSeconds(3600);
        QVERIFY_OK(await(application.add(deployment(QStringLiteral("one")), {})));
        Watch *watch = application.watch(QStringLiteral("one"));
        const auto readAt = [watch] { return watch->inputs({fromMsecs(0), Clock::system().now()}, QTimeZone::utc()).mirror->coverage().readAt; };
        QTRY_VERIFY(readAt().has_value());
        m_cluster->stop();
        QTRY_VERIFY(watch->target().status().connection == Target::Status::Connection::Failed);
        const auto before = readAt();
        m_cluster->start();
        watch->target().retry();
        QTRY_VERIFY(readAt() > before);
    }

    void whatIsRemovedLeavesNothing()
    {
        Application application(Clock::system(), {});
        QVERIFY_OK(await(application.add(deployment(QStringLiteral("one")), {})));
        QTRY_VERIFY(application.inputs(QStringLiteral("one"))->mirror->coverage().readAt.has_value());
        QVERIFY(QFile::exists(Setup::mirrorFile(QStringLiteral("one"))));
        QVERIFY_OK(await(application.remove(QStringLiteral("one"))));
        QVERIFY(application.deployments().isEmpty());
        QVERIFY(application.current().isEmpty());
        QVERIFY(!application.inputs(QStringLiteral("one")));
        QVERIFY(QDir(QFileInfo(Setup::mirrorFile(QStringLiteral("one"))).path()).entryList({QStringLiteral("one*")}, QDir::Files).isEmpty());
        QVERIFY(!await(application.remove(QStringLiteral("one"))));
    }

    void rangeAndZoneAreKeptForTheNextRun()
    {
        {
            Application application(Clock::system(), {});
            QSignalSpy ranges(&application, &Desk::rangeChanged);
            application.setRange(*RangeRequest::parse(QStringLiteral("7d")));
            application.setZone(QTimeZone("Europe/Berlin"));
            QCOMPARE(ranges.size(), 2);
        }
        Application next(Clock::system(), {});
        QCOMPARE(next.range().text, RangeRequest::parse(QStringLiteral("7d"))->text);
        QCOMPARE(next.zone(), QTimeZone("Europe/Berlin"));
        Application once(Clock::system(), {.range = RangeRequest::parse(QStringLiteral("1h")).value(), .zone = QTimeZone::utc()});
        QCOMPARE(once.range().text, RangeRequest::parse(QStringLiteral("1h"))->text);
        QCOMPARE(Application(Clock::system(), {}).range().text, RangeRequest::parse(QStringLiteral("7d"))->text);
    }

    void pausedMeansNoNextRefresh()
    {
        Application application(Clock::system(), {});
        QVERIFY_OK(await(application.add(deployment(QStringLiteral("one")), {})));
        QTRY_VERIFY(application.nextRefresh().has_value());
        application.setPaused(true);
        QVERIFY(!application.nextRefresh());
        application.setPaused(false);
        application.setRefreshSeconds(0);
        QVERIFY(!application.nextRefresh());
    }

    void aProfileThatIsBrokenLeavesTheDeploymentInTheList()
    {
        {
            Application application(Clock::system(), {});
            QVERIFY_OK(await(application.add(deployment(QStringLiteral("one")), {})));
        }
        QFile profile(paths::config() + QStringLiteral("/profiles/mine.toml"));
        QVERIFY(profile.open(QFile::WriteOnly | QFile::Truncate));
        profile.write("id = ");
        profile.close();
        Application application(Clock::system(), {});
        QCOMPARE(application.deployments().size(), 1);
        const auto inputs = application.inputs(QStringLiteral("one"));
        QVERIFY(inputs && inputs->profile && inputs->mirror);
        QVERIFY(inputs->profile->sources.isEmpty());
        QVERIFY(!application.setup().problems().isEmpty());
    }
};

QTEST_GUILESS_MAIN(ApplicationTest)
#include "application_test.moc"
