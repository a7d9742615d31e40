// The level in front of production's search, against a server that answers as Upstash does.
#include "capture/answercache.h"

#include "core/format.h"

#include <QTest>

#include "providers/scriptedserver.h"

using namespace qd;
using namespace qd::capture;
using namespace std::chrono_literals;

class AnswerCacheTest : public QObject
{
    Q_OBJECT

    SecretStore m_secrets;
    ScriptedServer m_server;

    Deployment deployment() const
    {
        Deployment deployment;
        deployment.name = QStringLiteral("specs");
        deployment.providers = {{QStringLiteral("upstash.base"), m_server.url().toString()}, {QStringLiteral("upstash.secret"), QStringLiteral("env:QD_TEST_UPSTASH")}};
        return deployment;
    }
    static RetrievalSearch search(const QString &key = QStringLiteral("query:{text}"))
    {
        RetrievalSearch search;
        search.cache = {key, 3600};
        return search;
    }
    static SearchInput asked()
    {
        SearchInput input;
        input.text = QStringLiteral("what holds {user}?");
        input.user = QStringLiteral("u1");
        return input;
    }

private slots:
    void initTestCase() { qputenv("QD_TEST_UPSTASH", "token"); }

    void theKeyIsPutTogetherInOnePass()
    {
        QCOMPARE(cacheKeyOf({QStringLiteral("query:{text}"), 0}, asked()), QStringLiteral("query:what holds {user}?"));
        QCOMPARE(cacheKeyOf({QStringLiteral("{user}/{limit}/{text}{other}"), 0}, asked()), QStringLiteral("u1//what holds {user}?{other}"));
    }

    void aHitSaysSinceWhenAndHowLongStill()
    {
        m_server.then({200, R"([{"result": "kept"}, {"result": 900000}])"});
        AnswerCache cache(deployment(), search(), &m_secrets);
        const auto look = awaited(cache.look(asked()));
        QVERIFY2(look, look ? "" : qPrintable(look.error().message));
        QCOMPARE(look->state, CacheLook::State::Hit);
        QCOMPARE(look->value, QByteArray("kept"));
        QCOMPARE(look->age, std::optional(std::chrono::milliseconds(2'700'000)));
        QVERIFY(look->isSharedByUsers);
        QVERIFY2(look->sentence.contains(format::duration(45min)) && look->sentence.contains(format::duration(15min)), qPrintable(look->sentence));
    }

    void aMissIsSaid()
    {
        m_server.then({200, R"([{"result": null}, {"result": -2}])"});
        AnswerCache cache(deployment(), search(QStringLiteral("{user}:{text}")), &m_secrets);
        const auto look = awaited(cache.look(asked()));
        QVERIFY(look);
        QCOMPARE(look->state, CacheLook::State::Miss);
        QVERIFY(!look->isSharedByUsers);
        QVERIFY(m_server.asked().last().body.contains("u1:what holds"));
    }

    // Unknown is a state: neither a miss nor a hit.
    void withoutAnAddressItIsNotAskedAndWithoutAKeyThereIsNone()
    {
        Deployment unconnected = deployment();
        unconnected.providers.clear();
        const auto look = awaited(AnswerCache(unconnected, search(), &m_secrets).look(asked()));
        QCOMPARE(look.value().state, CacheLook::State::NotAsked);
        QVERIFY(!look->sentence.isEmpty());
        QCOMPARE(awaited(AnswerCache(deployment(), RetrievalSearch(), &m_secrets).look(asked())).value().state, CacheLook::State::None);
    }

    void aTokenThatIsMissingOrRefusedIsAnError()
    {
        Deployment tokenless = deployment();
        tokenless.providers.insert(QStringLiteral("upstash.secret"), QStringLiteral("env:QD_TEST_NO_SUCH_VARIABLE"));
        AnswerCache without(tokenless, search(), &m_secrets);
        QVERIFY(!awaited(without.look(asked())));
        m_server.then({401, R"({"error": "Unauthorized"})"});
        AnswerCache refused(deployment(), search(), &m_secrets);
        const auto look = awaited(refused.look(asked()));
        QVERIFY(!look);
        QCOMPARE(look.error().kind, Error::Kind::Refused);
    }
};

QTEST_GUILESS_MAIN(AnswerCacheTest)
#include "answercache_test.moc"
