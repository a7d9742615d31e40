#include "providers/vercel.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include "providers/scriptedserver.h"

using namespace qd;
using namespace qd::providers;

static QJsonObject row(const QString &uid, qint64 created)
{
    return {{QStringLiteral("uid"), uid},
            {QStringLiteral("created"), created},
            {QStringLiteral("ready"), created + 60'000},
            {QStringLiteral("url"), uid + QStringLiteral(".example")},
            {QStringLiteral("state"), QStringLiteral("READY")},
            {QStringLiteral("readySubstate"), QStringLiteral("PROMOTED")},
            {QStringLiteral("target"), QStringLiteral("production")},
            {QStringLiteral("creator"), QJsonObject{{QStringLiteral("username"), QStringLiteral("oncall-1")}}},
            {QStringLiteral("meta"), QJsonObject{{QStringLiteral("githubCommitSha"), QStringLiteral("4c1e9ab")}, {QStringLiteral("githubCommitMessage"), QStringLiteral("Rerank chunks\n\nLong story")}}},
            {QStringLiteral("isRollbackCandidate"), QJsonValue::Null},
            {QStringLiteral("aliasAssigned"), 1}};
}

static QByteArray page(const QJsonArray &rows, const QJsonValue &next = QJsonValue::Null)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("deployments"), rows}, {QStringLiteral("pagination"), QJsonObject{{QStringLiteral("count"), rows.size()}, {QStringLiteral("next"), next}}}}).toJson();
}

class VercelTest : public QObject
{
    Q_OBJECT

private slots:
    void aRowIsReadWithItsCommitAndTimes()
    {
        ScriptedServer server;
        QJsonObject odd = row(QStringLiteral("dpl_2"), 900'000);
        odd.insert(QStringLiteral("state"), QStringLiteral("THINKING"));
        odd.insert(QStringLiteral("target"), QJsonValue::Null);
        odd.remove(QStringLiteral("ready"));
        server.then({200, page({row(QStringLiteral("dpl_1"), 1'000'000), odd})});
        Vercel vercel(server.url(), Secret(QStringLiteral("t")), QStringLiteral("team_9"));
        const auto list = awaited(vercel.deployments(QStringLiteral("my project"), fromMsecs(5000)));
        QVERIFY(list.has_value());
        QCOMPARE(list->size(), 2);
        const VercelDeployment &first = list->first();
        QCOMPARE(first.uid, QStringLiteral("dpl_1"));
        QCOMPARE(first.createdAt, fromMsecs(1'000'000));
        QCOMPARE(*first.readyAt, fromMsecs(1'060'000));
        QCOMPARE(first.commit, QStringLiteral("4c1e9ab"));
        QCOMPARE(first.message, QStringLiteral("Rerank chunks"));
        QCOMPARE(first.author, QStringLiteral("oncall-1"));
        QVERIFY(first.isLiveProduction());
        QCOMPARE(list->last().state, QStringLiteral("THINKING"));
        QVERIFY(!list->last().readyAt);
        QVERIFY(!list->last().isLiveProduction());
        QCOMPARE(server.asked().first().target, QByteArray("/v6/deployments?projectId=my%20project&limit=100&since=5000&teamId=team_9"));
    }

    void pagesAreFollowedUntilTheyEnd()
    {
        ScriptedServer server;
        server.then({200, page({row(QStringLiteral("a"), 9000), row(QStringLiteral("b"), 8000)}, 8000)});
        server.then({200, page({row(QStringLiteral("b"), 8000), row(QStringLiteral("c"), 7000)}, 7000)});
        server.then({200, page({row(QStringLiteral("d"), 6000)})});
        Vercel vercel(server.url(), Secret(), QStringLiteral("slugged"));
        const auto list = awaited(vercel.deployments(QStringLiteral("p"), fromMsecs(1)));
        QVERIFY(list.has_value());
        QStringList uids;
        for (const VercelDeployment &deployment : *list)
            uids << deployment.uid;
        QCOMPARE(uids, (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")}));
        QVERIFY(server.asked().at(1).target.contains("&slug=slugged&until=8000"));
        QVERIFY(server.asked().at(2).target.contains("until=7000"));
    }

    void readingStopsAtSince()
    {
        ScriptedServer server;
        server.then({200, page({row(QStringLiteral("a"), 9000), row(QStringLiteral("b"), 8000)}, 8000)});
        Vercel vercel(server.url(), Secret(), {});
        const auto list = awaited(vercel.deployments(QStringLiteral("p"), fromMsecs(8500)));
        QVERIFY(list.has_value());
        QCOMPARE(list->size(), 1);
        QCOMPARE(server.asked().size(), 1);
    }

    void atMostFiveHundredAreRead()
    {
        ScriptedServer server;
        for (int p = 0; p < 8; ++p) {
            QJsonArray rows;
            for (int i = 0; i < 100; ++i)
                rows.append(row(QStringLiteral("d%1").arg(p * 100 + i), 1'000'000 - p * 100 - i));
            server.then({200, page(rows, 1'000'000 - p * 100 - 99)});
        }
        Vercel vercel(server.url(), Secret(), {});
        const auto list = awaited(vercel.deployments(QStringLiteral("p"), fromMsecs(1)));
        QVERIFY(list.has_value());
        QCOMPARE(list->size(), 500);
        QCOMPARE(server.asked().size(), 5);
    }

    void pagesThatLeadNowhereAreWrong()
    {
        ScriptedServer server;
        server.always({200, page({row(QStringLiteral("a"), 9000)}, 9000)});
        Vercel vercel(server.url(), Secret(), {});
        const auto list = awaited(vercel.deployments(QStringLiteral("p"), fromMsecs(1)));
        QVERIFY(!list);
        QCOMPARE(list.error().kind, Error::Kind::Wrong);
        QCOMPARE(server.asked().size(), 2);
    }

    void aTwoHundredOfAnotherShapeIsWrongAndNotAnEmptyList_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty object") << QByteArray("{}");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("null list") << QByteArray(R"({"deployments":null})");
        QTest::newRow("row without id") << QByteArray(R"({"deployments":[{"created":1000}]})");
        QTest::newRow("row without time") << QByteArray(R"({"deployments":[{"uid":"a"}]})");
        QTest::newRow("time as text") << QByteArray(R"({"deployments":[{"uid":"a","created":"yesterday"}]})");
    }
    void aTwoHundredOfAnotherShapeIsWrongAndNotAnEmptyList()
    {
        QFETCH(QByteArray, body);
        ScriptedServer server;
        server.always({200, body});
        Vercel vercel(server.url(), Secret(), {});
        const auto list = awaited(vercel.deployments(QStringLiteral("p"), fromMsecs(1)));
        QVERIFY(!list);
        QCOMPARE(list.error().kind, Error::Kind::Wrong);
    }

    void anEmptyListIsAnAnswer()
    {
        ScriptedServer server;
        server.always({200, page({})});
        Vercel vercel(server.url(), Secret(), {});
        const auto list = awaited(vercel.deployments(QStringLiteral("p"), fromMsecs(1)));
        QVERIFY(list.has_value());
        QVERIFY(list->isEmpty());
    }

    void aFailureOnALaterPageFailsTheWholeList()
    {
        ScriptedServer server;
        server.then({200, page({row(QStringLiteral("a"), 9000)}, 9000)});
        server.always({403, "{}"});
        Vercel vercel(server.url(), Secret(), {});
        const auto list = awaited(vercel.deployments(QStringLiteral("p"), fromMsecs(1)));
        QVERIFY(!list);
        QCOMPARE(list.error().kind, Error::Kind::Refused);
    }
};

QTEST_GUILESS_MAIN(VercelTest)
#include "vercel_test.moc"
