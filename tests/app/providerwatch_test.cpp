#include "app/providerwatch.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "providers/scriptedserver.h"

using namespace qd;
using namespace qd::app;

class ProviderWatchTest : public QObject
{
    Q_OBJECT

    struct Scene
    {
        ScriptedServer server;
        QTemporaryDir folder;
        SecretStore secrets;
        FixedClock clock{fromMsecs(1'790'000'000'000)};
        std::unique_ptr<Journal> journal = std::make_unique<Journal>(folder.path());
        Deployment deployment;
        Profile profile;

        Scene()
        {
            const bool isOpen = journal->open().has_value();
            Q_ASSERT(isOpen);
            Q_UNUSED(isOpen);
            deployment.name = QStringLiteral("clerva");
            qputenv("PROVIDERWATCH_TOKEN", "the-token");
        }
        void useVercel()
        {
            deployment.providers = {{QStringLiteral("vercel.project"), QStringLiteral("clerva")}, {QStringLiteral("vercel.base"), server.url().toString()}, {QStringLiteral("vercel.secret"), QStringLiteral("env:PROVIDERWATCH_TOKEN")}};
        }
        QByteArray rows(const QList<QJsonObject> &list) const
        {
            QJsonArray array;
            for (const QJsonObject &row : list)
                array.append(row);
            return QJsonDocument(QJsonObject{{QStringLiteral("deployments"), array}}).toJson();
        }
        QJsonObject row(const char *uid, const char *state, const QJsonValue &target = QStringLiteral("production"), const char *substate = "") const
        {
            const QJsonObject meta{{QStringLiteral("githubCommitSha"), QStringLiteral("4c1e9abdef")}, {QStringLiteral("githubCommitMessage"), QStringLiteral("Rerank chunks")}};
            return {{QStringLiteral("uid"), QLatin1String(uid)}, {QStringLiteral("created"), toMsecs(clock.now()) - 3'600'000}, {QStringLiteral("ready"), toMsecs(clock.now()) - 3'500'000},
                    {QStringLiteral("state"), QLatin1String(state)}, {QStringLiteral("target"), target}, {QStringLiteral("readySubstate"), QLatin1String(substate)}, {QStringLiteral("meta"), meta}};
        }
        QList<JournalEntry> entries() const { return journal->entries({fromMsecs(0), clock.now() + std::chrono::hours(1)}); }
    };

private slots:
    void aDeploymentIsWrittenOnceWithItsFacts()
    {
        Scene scene;
        scene.useVercel();
        scene.server.always({200, scene.rows({scene.row("dpl_1", "READY")})});
        ProviderWatch watch(scene.deployment, scene.profile, &scene.secrets, scene.journal.get(), scene.clock);
        watch.start();
        QTRY_COMPARE(scene.entries().size(), 1);
        watch.refresh();
        QTRY_COMPARE(scene.server.asked().size(), 2);
        QTRY_VERIFY(watch.vercelReadAt() && *watch.vercelReadAt());
        QCOMPARE(scene.entries().size(), 1);
        const JournalEntry entry = scene.entries().first();
        QCOMPARE(entry.id, QStringLiteral("vercel:dpl_1"));
        QCOMPARE(entry.kind, QStringLiteral("deploy"));
        QCOMPARE(entry.deployment, QStringLiteral("clerva"));
        QCOMPARE(entry.at, scene.clock.now() - milliseconds(3'500'000));
        QCOMPARE(entry.title, QStringLiteral("4c1e9ab Rerank chunks"));
        QCOMPARE(entry.state, State::Ok);
        QCOMPARE(entry.facts.value(QStringLiteral("commit")).toString(), QStringLiteral("4c1e9abdef"));
        QCOMPARE(entry.facts.value(QStringLiteral("target")).toString(), QStringLiteral("production"));
        QCOMPARE(scene.server.asked().first().headers.value("authorization"), QByteArray("Bearer the-token"));
    }

    void whatIsNotLiveIsNotAMark()
    {
        Scene scene;
        scene.useVercel();
        scene.server.always({200, scene.rows({scene.row("building", "BUILDING"), scene.row("preview", "READY", QJsonValue::Null), scene.row("staged", "READY", QStringLiteral("production"), "STAGED"),
                                              scene.row("failed", "ERROR")})});
        ProviderWatch watch(scene.deployment, scene.profile, &scene.secrets, scene.journal.get(), scene.clock);
        watch.start();
        QTRY_COMPARE(scene.entries().size(), 1);
        QCOMPARE(scene.entries().first().id, QStringLiteral("vercel:failed"));
        QCOMPARE(scene.entries().first().state, State::Failing);
    }

    void aRefusedTokenIsSaidAndNothingIsInvented()
    {
        Scene scene;
        scene.useVercel();
        scene.server.always({403, "the-token is not good"});
        ProviderWatch watch(scene.deployment, scene.profile, &scene.secrets, scene.journal.get(), scene.clock);
        watch.start();
        QTRY_VERIFY(watch.vercelReadAt().has_value());
        QVERIFY(!watch.vercelReadAt()->has_value());
        QCOMPARE(watch.vercelReadAt()->error().kind, Error::Kind::Refused);
        QVERIFY(!watch.vercelReadAt()->error().detail.contains(QStringLiteral("the-token")));
        QVERIFY(scene.entries().isEmpty());
    }

    void aStatusPageIsReadAndItsTroubleIsWritten()
    {
        Scene scene;
        scene.deployment.providers = {{QStringLiteral("statuspage.supabase"), scene.server.url().toString()}};
        scene.profile.providers = {{QStringLiteral("supabase"), {}, {QStringLiteral("Database")}}};
        const QByteArray page = "{'page':{'name':'Supabase','updated_at':'2026-09-21T10:00:00Z'},'components':[{'name':'Database','status':'partial_outage'},{'name':'Edge','status':'operational'}]}";
        scene.server.always({200, QByteArray(page).replace('\'', '"')});
        ProviderWatch watch(scene.deployment, scene.profile, &scene.secrets, scene.journal.get(), scene.clock);
        watch.start();
        QTRY_COMPARE(scene.entries().size(), 1);
        QCOMPARE(scene.entries().first().kind, QStringLiteral("status-page"));
        QCOMPARE(scene.entries().first().state, State::Failing);
        QCOMPARE(watch.statusPages().value(QStringLiteral("supabase"))->state, State::Failing);
        // A second program, or a restart, sees the same and writes nothing.
        ProviderWatch again(scene.deployment, scene.profile, &scene.secrets, scene.journal.get(), scene.clock);
        QSignalSpy changes(&again, &ProviderWatch::changed);
        again.start();
        QTRY_VERIFY(!changes.isEmpty());
        QCOMPARE(scene.entries().size(), 1);
    }

    void theDemoAsksNobodyOutside()
    {
        Scene scene;
        scene.deployment.isDemo = true;
        scene.deployment.providers = {{QStringLiteral("statuspage.ours"), scene.server.url(QStringLiteral("/simulator")).toString()}};
        scene.profile.providers = {{QStringLiteral("supabase"), scene.server.url(QStringLiteral("/outside")).toString(), {}}};
        scene.server.always({200, "{}"});
        ProviderWatch watch(scene.deployment, scene.profile, &scene.secrets, scene.journal.get(), scene.clock);
        watch.setLookedAt(true);
        watch.start();
        QTRY_COMPARE(watch.statusPages().size(), 1);
        QCOMPARE(watch.statusPages().firstKey(), QStringLiteral("ours"));
        for (const ScriptedServer::Asked &asked : scene.server.asked())
            QVERIFY(asked.target.startsWith("/simulator/"));
    }

    void aPageThatIsSwitchedOffIsNotAsked()
    {
        Scene scene;
        scene.deployment.providers = {{QStringLiteral("statuspage.supabase"), QStringLiteral("none")}};
        scene.profile.providers = {{QStringLiteral("supabase"), scene.server.url(QStringLiteral("/a")).toString(), {}}, {QStringLiteral("openai"), scene.server.url(QStringLiteral("/b")).toString(), {}}};
        scene.server.always({200, "{}"});
        ProviderWatch watch(scene.deployment, scene.profile, &scene.secrets, scene.journal.get(), scene.clock);
        watch.start();
        QTRY_COMPARE(watch.statusPages().size(), 1);
        QCOMPARE(scene.server.asked().size(), 1);
        QVERIFY(scene.server.asked().first().target.startsWith("/b/"));
        QVERIFY(!watch.statusPages().value(QStringLiteral("openai")).has_value());
    }
};

QTEST_GUILESS_MAIN(ProviderWatchTest)
#include "providerwatch_test.moc"
