#include "providers/embeddings.h"

#include <QTest>

#include "providers/scriptedserver.h"

#include <QJsonArray>

using namespace qd;
using namespace qd::providers;

class EmbeddingsTest : public QObject
{
    Q_OBJECT

private:
    static EmbeddingService service(const ScriptedServer &server, const QString &path = {})
    {
        return {QStringLiteral("Ollama"), server.url(path), QStringLiteral("nomic-embed-text"), 2, false, {}, std::chrono::seconds(5)};
    }
    static QJsonObject sent(const ScriptedServer &server) { return QJsonDocument::fromJson(server.asked().last().body).object(); }

private slots:
    void asksOneQuestionForAllTextsAndKeepsTheirOrder()
    {
        ScriptedServer server;
        server.then({200, R"({"model":"nomic-embed-text:latest","data":[{"index":1,"embedding":[0,1]},{"index":0,"embedding":[0.1,-2e-3]}]})"});
        const auto got = awaited(Embeddings(service(server)).of(QStringList{QStringLiteral("first"), QStringLiteral("größer")}));
        QVERIFY(got.has_value());
        QVERIFY(got->at(0) == (std::vector<float>{0.1f, -2e-3f}));
        QVERIFY(got->at(1) == (std::vector<float>{0, 1}));
        QCOMPARE(server.asked().size(), 1);
        QCOMPARE(server.asked().first().method, QByteArray("POST"));
        QCOMPARE(server.asked().first().target, QByteArray("/v1/embeddings"));
        QCOMPARE(server.asked().first().headers.value("content-type"), QByteArray("application/json"));
        QVERIFY(!server.asked().first().headers.contains("authorization")); // no key, no header
        QCOMPARE(sent(server).value(QLatin1String("model")).toString(), QStringLiteral("nomic-embed-text"));
        QCOMPARE(sent(server).value(QLatin1String("input")).toArray(), (QJsonArray{QStringLiteral("first"), QStringLiteral("größer")}));
        QVERIFY(!sent(server).contains(QLatin1String("dimensions")));
    }

    void aVersionInTheAddressIsNotSaidTwice_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("asked");
        QTest::newRow("none") << QString() << QByteArray("/v1/embeddings");
        QTest::newRow("slash") << QStringLiteral("/") << QByteArray("/v1/embeddings");
        QTest::newRow("v1") << QStringLiteral("/v1") << QByteArray("/v1/embeddings");
        QTest::newRow("v1 slash") << QStringLiteral("/proxy/v1/") << QByteArray("/proxy/v1/embeddings");
        QTest::newRow("proxy") << QStringLiteral("/proxy") << QByteArray("/proxy/v1/embeddings");
    }
    void aVersionInTheAddressIsNotSaidTwice()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, asked);
        ScriptedServer server;
        server.then({200, R"({"data":[{"embedding":[1,2]}]})"});
        QVERIFY(awaited(Embeddings(service(server, path)).of(QStringLiteral("x"))).has_value());
        QCOMPARE(server.asked().first().target, asked);
    }

    void theKeyAndTheDimensionsAreSentWhereTheyAreWanted()
    {
        ScriptedServer server;
        server.then({200, R"({"data":[{"embedding":[1,2]}]})"});
        EmbeddingService wanted = service(server);
        wanted.key = Secret(QByteArray("the-key"));
        wanted.isShortened = true;
        QVERIFY(awaited(Embeddings(wanted).of(QStringLiteral("x"))).has_value());
        QCOMPARE(server.asked().first().headers.value("authorization"), QByteArray("Bearer the-key"));
        QCOMPARE(sent(server).value(QLatin1String("dimensions")).toInt(), 2);
    }

    void whatIsNoEmbeddingForEachTextIsWrong_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty object") << QByteArray("{}");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("one too few") << QByteArray(R"({"data":[{"index":0,"embedding":[1,2]}]})");
        QTest::newRow("one too many") << QByteArray(R"({"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1,2]},{"index":2,"embedding":[1,2]}]})");
        QTest::newRow("one twice") << QByteArray(R"({"data":[{"index":0,"embedding":[1,2]},{"index":0,"embedding":[1,2]}]})");
        QTest::newRow("index beyond") << QByteArray(R"({"data":[{"index":0,"embedding":[1,2]},{"index":7,"embedding":[1,2]}]})");
        QTest::newRow("base64") << QByteArray(R"({"data":[{"index":0,"embedding":"AACAPw=="},{"index":1,"embedding":"AACAPw=="}]})");
        QTest::newRow("a null") << QByteArray(R"({"data":[{"index":0,"embedding":[1,null]},{"index":1,"embedding":[1,2]}]})");
        QTest::newRow("a text") << QByteArray(R"({"data":[{"index":0,"embedding":[1,"2"]},{"index":1,"embedding":[1,2]}]})");
        QTest::newRow("too large for float32") << QByteArray(R"({"data":[{"index":0,"embedding":[1,1e300]},{"index":1,"embedding":[1,2]}]})");
        QTest::newRow("nothing in it") << QByteArray(R"({"data":[{"index":0,"embedding":[]},{"index":1,"embedding":[]}]})");
        QTest::newRow("three dimensions") << QByteArray(R"({"data":[{"index":0,"embedding":[1,2,3]},{"index":1,"embedding":[1,2,3]}]})");
        QTest::newRow("another model") << QByteArray(R"({"model":"mxbai-embed-large","data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1,2]}]})");
        QTest::newRow("no JSON") << QByteArray("<html>");
    }
    void whatIsNoEmbeddingForEachTextIsWrong()
    {
        QFETCH(QByteArray, body);
        ScriptedServer server;
        server.always({200, body});
        const auto got = awaited(Embeddings(service(server)).of(QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QVERIFY(!got);
        QCOMPARE(got.error().kind, Error::Kind::Wrong);
        QVERIFY(got.error().message.contains(QStringLiteral("Ollama")));
    }

    void anEmptyTextIsNotAsked()
    {
        ScriptedServer server;
        QVERIFY(!awaited(Embeddings(service(server)).of(QStringLiteral("  "))));
        QVERIFY(server.asked().isEmpty());
    }

    void aQuestionIsAskedAgainWhenTheServiceIsBusy()
    {
        ScriptedServer server;
        server.then({503, "{}"});
        server.then({200, R"({"data":[{"embedding":[1,2]}]})"});
        Embeddings embeddings(service(server));
        embeddings.http().setPatience(0);
        QVERIFY(awaited(embeddings.of(QStringLiteral("x"))).has_value());
        QCOMPARE(server.asked().size(), 2);
        QCOMPARE(server.asked().at(0).body, server.asked().at(1).body);
    }

    void aPostedQuestionIsNotSentElsewhere()
    {
        ScriptedServer elsewhere, server;
        elsewhere.always({200, R"({"data":[{"embedding":[1,2]}]})"});
        server.always({307, "{}", {"Location: " + elsewhere.url(QStringLiteral("/v1/embeddings")).toEncoded()}});
        QVERIFY(!awaited(Embeddings(service(server)).of(QStringLiteral("x"))));
        QVERIFY(elsewhere.asked().isEmpty());
    }

    void modelsHaveOtherNamesButNotTheNamesOfOthers_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("answered");
        QTest::addColumn<bool>("isSame");
        const auto row = [](const char *asked, const char *answered, bool isSame) { QTest::addRow("%s %s", asked, answered) << QString::fromLatin1(asked) << QString::fromLatin1(answered) << isSame; };
        row("nomic-embed-text", "nomic-embed-text", true);
        row("nomic-embed-text", "nomic-embed-text:latest", true);
        row("nomic-embed-text:latest", "nomic-embed-text", true);
        row("text-embedding-ada-002", "text-embedding-ada-002-v2", true);
        row("text-embedding-3-small", "openai/text-embedding-3-small", true);
        row("openai/text-embedding-3-small", "text-embedding-3-small", true);
        row("text-embedding-3-small", "text-embedding-3-large", false);
        row("text-embedding-v2", "text-embedding-v3", false);
        row("text-embedding-3", "text-embedding-3-large", false);
        row("text-embedding-3-large", "text-embedding-3", false);
        row("a/bge-m3", "b/bge-m3", false);
        row("bge-m3:567m", "bge-m3:latest", false);
    }
    void modelsHaveOtherNamesButNotTheNamesOfOthers()
    {
        QFETCH(QString, asked);
        QFETCH(QString, answered);
        QTEST(isSameModel(asked, answered), "isSame");
    }

    void bothFormsOfARankingAreRead()
    {
        ScriptedServer server;
        server.then({200, R"({"data":[{"relevance_score":0.25,"index":0},{"relevance_score":0.75,"index":1},{"relevance_score":0.25,"index":2}]})"});
        server.then({200, R"({"results":[{"index":2,"relevance_score":-1},{"index":0,"relevance_score":3.5},{"index":1,"relevance_score":0}]})"});
        Reranker reranker(service(server));
        const QStringList documents{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
        const auto voyage = awaited(reranker.rank(QStringLiteral("q"), documents)), cohere = awaited(reranker.rank(QStringLiteral("q"), documents));
        QVERIFY(voyage.has_value() && cohere.has_value());
        QVERIFY(*voyage == (QList<RerankedDocument>{{1, 0.75}, {0, 0.25}, {2, 0.25}}));
        QVERIFY(*cohere == (QList<RerankedDocument>{{0, 3.5}, {1, 0}, {2, -1}}));
        QCOMPARE(server.asked().first().target, QByteArray("/v1/rerank"));
        QCOMPARE(sent(server).value(QLatin1String("documents")).toArray().size(), 3);
    }

    void aRankingThatIsNotOfAllDocumentsIsWrong_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("one") << QByteArray(R"({"results":[{"index":0,"relevance_score":1}]})");
        QTest::newRow("one twice") << QByteArray(R"({"results":[{"index":0,"relevance_score":1},{"index":0,"relevance_score":1}]})");
        QTest::newRow("beyond") << QByteArray(R"({"results":[{"index":0,"relevance_score":1},{"index":2,"relevance_score":1}]})");
        QTest::newRow("no score") << QByteArray(R"({"results":[{"index":0},{"index":1,"relevance_score":1}]})");
    }
    void aRankingThatIsNotOfAllDocumentsIsWrong()
    {
        QFETCH(QByteArray, body);
        ScriptedServer server;
        server.always({200, body});
        const auto got = awaited(Reranker(service(server)).rank(QStringLiteral("q"), {QStringLiteral("a"), QStringLiteral("b")}));
        QVERIFY(!got);
        QCOMPARE(got.error().kind, Error::Kind::Wrong);
    }
};

QTEST_GUILESS_MAIN(EmbeddingsTest)
#include "embeddings_test.moc"
