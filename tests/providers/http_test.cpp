#include "core/log.h"
#include "providers/http.h"

#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "providers/scriptedserver.h"

using namespace qd;
using namespace qd::providers;
using Manner = ScriptedServer::Manner;

static const QByteArray Token = "tok-0123456789abcdef-very-secret";

class HttpTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Http> client(const ScriptedServer &server, const QString &prefix = {})
    {
        auto http = std::make_unique<Http>(QStringLiteral("Vercel"), server.url(prefix));
        http->setBearer(Secret(Token));
        http->setPatience(0);
        return http;
    }

private slots:
    void thePathIsAppendedToThePrefixOfTheBase()
    {
        ScriptedServer server;
        server.then({200, "{}"});
        QVERIFY(awaited(client(server, QStringLiteral("/proxy/vercel/"))->getJson(QStringLiteral("/v6/deployments"), QUrlQuery(QStringLiteral("a=b%26c")))).has_value());
        QCOMPARE(server.asked().first().method, QByteArray("GET"));
        QCOMPARE(server.asked().first().target, QByteArray("/proxy/vercel/v6/deployments?a=b%26c"));
        QCOMPARE(server.asked().first().headers.value("authorization"), "Bearer " + Token);
    }

    void aRateLimitedReadIsTriedAgain()
    {
        ScriptedServer server;
        server.then({429, "{}", {"Retry-After: 2"}});
        server.then({200, R"({"ok":true})"});
        const auto answer = awaited(client(server)->getJson(QStringLiteral("/x")));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->object().value(QStringLiteral("ok")).toBool(), true);
        QCOMPARE(server.asked().size(), 2);
    }

    void waitsAreObeyed()
    {
        ScriptedServer server;
        server.then({503, "{}", {"Retry-After: 1"}});
        server.then({200, "{}"});
        auto http = client(server);
        http->setPatience(0.2); // one second becomes 200 ms
        QElapsedTimer clock;
        clock.start();
        QVERIFY(awaited(http->getJson(QStringLiteral("/x"))).has_value());
        QVERIFY2(clock.elapsed() >= 190, qPrintable(QString::number(clock.elapsed())));
    }

    void aLongWaitIsNotSatOutAndNothingIsSentUntilItIsOver()
    {
        ScriptedServer server;
        server.always({429, R"({"error":{"message":"slow down"}})", {"Retry-After: 3600"}});
        auto http = client(server);
        for (int i = 0; i < 2; ++i) {
            const auto answer = awaited(http->getJson(QStringLiteral("/x")));
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, Error::Kind::Busy);
            QVERIFY2(answer.error().message.contains(QStringLiteral("Vercel")), qPrintable(answer.error().message));
        }
        QCOMPARE(server.asked().size(), 1);
    }

    void threeTriesAreEnough()
    {
        ScriptedServer server;
        server.always({500, "broken"});
        const auto answer = awaited(client(server)->getJson(QStringLiteral("/x")));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, QStringLiteral("HTTP 500"));
        QCOMPARE(answer.error().detail, QStringLiteral("broken"));
        QCOMPARE(server.asked().size(), 3);
    }

    void whatOurOwnInputBrokeIsNotTriedAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("400") << 400 << Error::Kind::Wrong;
        QTest::newRow("401") << 401 << Error::Kind::Refused;
        QTest::newRow("403") << 403 << Error::Kind::Refused;
        QTest::newRow("404") << 404 << Error::Kind::Missing;
        QTest::newRow("418") << 418 << Error::Kind::Wrong;
    }
    void whatOurOwnInputBrokeIsNotTriedAgain()
    {
        QFETCH(int, status);
        QFETCH(Error::Kind, kind);
        ScriptedServer server;
        server.always({status, R"({"error":{"code":"x","message":"The project is gone"}})"});
        const auto answer = awaited(client(server)->getJson(QStringLiteral("/x")));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, kind);
        QCOMPARE(answer.error().detail, QStringLiteral("The project is gone"));
        QCOMPARE(server.asked().size(), 1);
    }

    void aSilentServerEndsInATimeOut()
    {
        ScriptedServer server;
        server.always({200, "{}", {}, Manner::Silent});
        auto http = client(server);
        http->setTimeout(std::chrono::milliseconds(60));
        const auto answer = awaited(http->getJson(QStringLiteral("/x")));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Busy);
        QCOMPARE(server.asked().size(), 3);
    }

    void aBodyThatWasCutOffIsNoAnswer()
    {
        ScriptedServer server;
        // Half of it is valid JSON by itself: only the length tells.
        server.always({200, QByteArray("[1]") + QByteArray(1000, ' '), {}, Manner::CutOff});
        const auto answer = awaited(client(server)->getJson(QStringLiteral("/x")));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Lost);
        QCOMPARE(server.asked().size(), 3);
    }

    void whatIsNotJsonIsWrong()
    {
        ScriptedServer server;
        server.then({200, "<html>Sign in</html>"});
        const auto answer = awaited(client(server)->getJson(QStringLiteral("/x")));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Wrong);
        QCOMPARE(server.asked().size(), 1);
    }

    void anEndlessBodyIsStopped()
    {
        ScriptedServer server;
        server.then({200, QByteArray(17 * 1024 * 1024, ' ')});
        const auto answer = awaited(client(server)->getJson(QStringLiteral("/x")));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Wrong);
        QVERIFY(answer.error().message.contains(QStringLiteral("16")));
    }

    void aClosedPortIsUnreachable()
    {
        QUrl url;
        {
            ScriptedServer server;
            url = server.url();
        }
        Http http(QStringLiteral("Vercel"), url);
        http.setPatience(0);
        const auto answer = awaited(http.getJson(QStringLiteral("/x")));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Unreachable);
    }

    void anAddressThatIsNoHttpIsWrong()
    {
        Http http(QStringLiteral("Vercel"), QUrl(QStringLiteral("file:///etc/passwd")));
        const auto answer = awaited(http.getJson(QStringLiteral("/x")));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Wrong);
    }

    void theTokenNeverFollowsARedirectToAnotherHost()
    {
        ScriptedServer first, second;
        first.then({302, "", {"Location: " + second.url(QStringLiteral("/moved")).toEncoded()}});
        second.then({200, "{}"});
        QVERIFY(awaited(client(first)->getJson(QStringLiteral("/x"))).has_value());
        QCOMPARE(second.asked().size(), 1);
        QVERIFY(first.asked().first().headers.contains("authorization"));
        QVERIFY(!second.asked().first().headers.contains("authorization"));
    }

    void theTokenStaysOnARedirectWithinTheHost()
    {
        ScriptedServer server;
        server.then({307, "", {"Location: /moved?page=2"}});
        server.then({200, "{}"});
        QVERIFY(awaited(client(server)->getJson(QStringLiteral("/x"))).has_value());
        QCOMPARE(server.asked().last().target, QByteArray("/moved?page=2"));
        QVERIFY(server.asked().last().headers.contains("authorization"));
    }

    void onlyOneRedirectIsFollowed()
    {
        ScriptedServer server;
        server.always({302, "", {"Location: /again"}});
        const auto answer = awaited(client(server)->getJson(QStringLiteral("/x")));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Wrong);
        QCOMPARE(server.asked().size(), 2);
    }

    void theTokenIsNeverInAnErrorOrTheLog()
    {
        QTemporaryDir folder;
        log::start(folder.path());
        ScriptedServer server;
        // A server that echoes what it was sent, in words and in JSON that is none.
        server.then({401, R"({"message":"no such token: )" + Token + R"("})"});
        server.then({200, "not json, Authorization: Bearer " + Token});
        auto http = client(server);
        for (int i = 0; i < 2; ++i) {
            const auto answer = awaited(http->getJson(QStringLiteral("/x"), QUrlQuery(QStringLiteral("token=") + QString::fromUtf8(Token))));
            QVERIFY(!answer);
            const QString all = answer.error().message + answer.error().detail + answer.error().code;
            QVERIFY2(!all.contains(QString::fromUtf8(Token)), qPrintable(all));
            log::error(all);
        }
        QFile file(folder.filePath(QStringLiteral("quarterdeck.log")));
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray logged = file.readAll();
        QVERIFY(logged.contains("•••"));
        QVERIFY(!logged.contains(Token));
    }

    void cancellingStopsTheRequestAndItsRetries()
    {
        ScriptedServer server;
        server.always({200, "{}", {}, Manner::Silent});
        auto http = client(server);
        auto reply = http->getJson(QStringLiteral("/x"));
        QTRY_COMPARE(server.asked().size(), 1);
        reply.cancel();
        QTRY_VERIFY(reply.isFinished());
        QCOMPARE(reply.resultCount(), 0);
        QTRY_VERIFY(http->findChildren<QObject *>().isEmpty());
        QCOMPARE(server.asked().size(), 1);
    }

    void destroyingTheClientEndsWhatIsUnderWay()
    {
        ScriptedServer server;
        server.always({200, "{}", {}, Manner::Silent});
        auto http = client(server);
        const auto reply = http->getJson(QStringLiteral("/x"));
        QTRY_COMPARE(server.asked().size(), 1);
        http.reset();
        QTRY_VERIFY(reply.isFinished());
        QCOMPARE(reply.resultCount(), 0);
    }
};

QTEST_GUILESS_MAIN(HttpTest)
#include "http_test.moc"
