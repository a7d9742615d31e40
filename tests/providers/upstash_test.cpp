// Redis over HTTP.
#include "providers/upstash.h"

#include <QTest>

#include "providers/scriptedserver.h"

using namespace qd;
using namespace qd::providers;

class UpstashTest : public QObject
{
    Q_OBJECT

    static Result<std::optional<CachedValue>> got(ScriptedServer &server, const QString &key = QStringLiteral("query:what?"))
    {
        Upstash upstash(server.url(QStringLiteral("/redis")), Secret(QStringLiteral("token")));
        upstash.http().setPatience(0);
        return awaited(upstash.get(key));
    }

private slots:
    void aHitHasItsValueAndItsTimeAndTheKeyIsInNoAddress()
    {
        ScriptedServer server;
        server.then({200, R"([{"result": "[1, 2]"}, {"result": 90500}])"});
        const auto found = got(server, QStringLiteral("query:größer / “quoted”"));
        QVERIFY(found && *found);
        QCOMPARE((*found)->value, QByteArray("[1, 2]"));
        QCOMPARE((*found)->expiresIn, std::optional(std::chrono::milliseconds(90'500)));
        QCOMPARE(server.asked().first().target, QByteArray("/redis/pipeline"));
        QCOMPARE(server.asked().first().headers.value("authorization"), QByteArray("Bearer token"));
        const QJsonArray sent = QJsonDocument::fromJson(server.asked().first().body).array();
        QCOMPARE(sent, (QJsonArray{QJsonArray{QStringLiteral("GET"), QStringLiteral("query:größer / “quoted”")}, QJsonArray{QStringLiteral("PTTL"), QStringLiteral("query:größer / “quoted”")}}));
    }

    void aMissIsAnAnswerAndAKeyWithoutAnEndTooLong()
    {
        ScriptedServer server;
        server.then({200, R"([{"result": null}, {"result": -2}])"});
        server.then({200, R"([{"result": "x"}, {"result": -1}])"});
        server.then({200, R"([{"result": "x"}, {"result": -2}])"}); // gone between the two
        const auto missing = got(server);
        QVERIFY(missing && !*missing);
        const auto endless = got(server);
        QVERIFY(endless && *endless && !(*endless)->expiresIn);
        const auto gone = got(server);
        QVERIFY(gone && !*gone);
    }

    void whatIsNotUnderstoodIsNoMiss_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("wrong type") << 200 << QByteArray(R"([{"error": "WRONGTYPE Operation against a key holding the wrong kind of value"}, {"result": -1}])") << Error::Kind::Wrong;
        QTest::newRow("half") << 200 << QByteArray(R"([{"result": null}])") << Error::Kind::Wrong;
        QTest::newRow("another shape") << 200 << QByteArray(R"({"result": null})") << Error::Kind::Wrong;
        QTest::newRow("empty object") << 200 << QByteArray(R"([{}, {}])") << Error::Kind::Wrong;
        QTest::newRow("token") << 401 << QByteArray(R"({"error": "Unauthorized"})") << Error::Kind::Refused;
    }
    void whatIsNotUnderstoodIsNoMiss()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(Error::Kind, kind);
        ScriptedServer server;
        server.always({status, body});
        const auto found = got(server);
        QVERIFY(!found);
        QCOMPARE(found.error().kind, kind);
    }
};

QTEST_GUILESS_MAIN(UpstashTest)
#include "upstash_test.moc"
