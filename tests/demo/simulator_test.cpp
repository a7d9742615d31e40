// The provider simulator, asked by the program's own clients.

#include "demo/simulator.h"

#include "providers/embeddings.h"
#include "providers/upstash.h"
#include "providers/statuspage.h"
#include "providers/vercel.h"

#include "retrieval/import/hashembedding.h"
#include "support/wait.h"

#include <QJsonDocument>
#include <QTcpSocket>
#include <QTest>

using namespace qd;
using namespace std::chrono_literals;
using Fault = demo::Simulator::Fault;

class SimulatorTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        demo::Options options;
        m_story = demo::Story(options, Clock::system().now());
        m_simulator = std::make_unique<demo::Simulator>(m_story, m_token, QStringList{QStringLiteral("clerva-demo"), QStringLiteral("ara-demo")}, nullptr);
        QVERIFY_OK(m_simulator->listen());
    }

    void theNewestProductionDeploymentIsTheSlowOne()
    {
        const auto listed = all();
        QVERIFY_OK(listed);
        const auto newest = std::ranges::find_if(*listed, &providers::VercelDeployment::isLiveProduction);
        QVERIFY(newest != listed->end());
        QVERIFY(newest->readyAt == m_story.slowDeploy);
        QVERIFY(!newest->commit.isEmpty() && !newest->message.isEmpty());
        QVERIFY(std::ranges::any_of(*listed, [](const auto &d) { return d.state == QLatin1String("ERROR") && !d.errorMessage.isEmpty(); }));
        QVERIFY(std::ranges::any_of(*listed, [](const auto &d) { return d.target.isEmpty(); }));
    }

    void theDeploymentMovesWithTheIncident()
    {
        demo::Options options;
        options.incidents.slowDeployAge = 5h;
        const demo::Story moved(options, m_story.now);
        options.incidents.hasSlowDeploy = false;
        const demo::Story none(options, m_story.now);
        const auto newest = [](const demo::Story &story) {
            demo::Simulator simulator(story, Secret(QByteArray("t")), {QStringLiteral("clerva-demo")}, nullptr);
            if (!simulator.listen())
                return Instant();
            providers::Vercel vercel(QUrl(simulator.base() + QStringLiteral("/vercel")), Secret(QByteArray("t")), {});
            const auto listed = test::await(vercel.deployments(QStringLiteral("clerva-demo"), story.history.from));
            return listed ? std::ranges::find_if(*listed, &providers::VercelDeployment::isLiveProduction)->readyAt.value_or(Instant()) : Instant();
        };
        QVERIFY(newest(moved) == m_story.now - 5h);
        QVERIFY(newest(none) < m_story.now - 20h);
        QVERIFY(newest(none) > m_story.now - 31h);
    }

    void pagesJoinWithoutGapOrRepeat()
    {
        QStringList whole, paged;
        const auto take = [](const QJsonObject &page, QStringList &into) {
            for (const QJsonValue &row : page.value(QLatin1String("deployments")).toArray())
                into << row.toObject().value(QLatin1String("uid")).toString();
        };
        take(page({{"limit", "100"}}), whole);
        QVERIFY(whole.size() > 25);
        QString until;
        int pages = 0;
        do {
            QMap<QByteArray, QByteArray> query{{"limit", "7"}};
            if (!until.isEmpty())
                query.insert("until", until.toUtf8());
            const QJsonObject answer = page(query);
            take(answer, paged);
            const QJsonValue next = answer.value(QLatin1String("pagination")).toObject().value(QLatin1String("next"));
            until = next.isNull() ? QString() : QString::number(qint64(next.toDouble()));
            ++pages;
        } while (!until.isEmpty() && pages < 100);
        QCOMPARE(paged, whole);
        QVERIFY(pages > 3);
    }

    void filtersFilter()
    {
        for (const QJsonValue &row : page({{"limit", "100"}, {"state", "ERROR"}, {"target", "production"}}).value(QLatin1String("deployments")).toArray()) {
            QCOMPARE(row.toObject().value(QLatin1String("state")).toString(), QStringLiteral("ERROR"));
            QCOMPARE(row.toObject().value(QLatin1String("target")).toString(), QStringLiteral("production"));
        }
        QVERIFY(page({{"state", "QUEUED"}}).value(QLatin1String("deployments")).toArray().isEmpty());
    }

    void onlyTheTokenAndTheTeamOpenTheDoor()
    {
        providers::Vercel stranger(vercelBase(), Secret(QByteArray("guess")), {}), otherTeam(vercelBase(), m_token, QStringLiteral("team_other"));
        providers::Vercel nobody(vercelBase(), m_token, demo::Simulator::team());
        QCOMPARE(kindOf(test::await(stranger.deployments(QStringLiteral("clerva-demo"), m_story.history.from))), Error::Kind::Refused);
        QCOMPARE(kindOf(test::await(otherTeam.deployments(QStringLiteral("clerva-demo"), m_story.history.from))), Error::Kind::Refused);
        QCOMPARE(kindOf(test::await(nobody.deployments(QStringLiteral("no-such-project"), m_story.history.from))), Error::Kind::Missing);
    }

    void failsAsItIsToldAndHeals()
    {
        const QString route = QStringLiteral("/vercel/v6/deployments");
        m_simulator->setFault(route, {Fault::Mode::Status, 429, 0, -1});
        QCOMPARE(kindOf(all()), Error::Kind::Busy);
        m_simulator->setFault(route, {Fault::Mode::Status, 500, {}, -1});
        QVERIFY(!all());
        m_simulator->setFault(route, {Fault::Mode::Malformed, 200, {}, -1});
        QCOMPARE(kindOf(all()), Error::Kind::Wrong);
        m_simulator->setFault(route, {Fault::Mode::OtherShape, 200, {}, -1});
        QCOMPARE(kindOf(all()), Error::Kind::Wrong);
        m_simulator->setFault(route, {Fault::Mode::Truncated, 200, {}, -1});
        QVERIFY(!all());
        m_simulator->setFault(route, {Fault::Mode::TimeOut, 200, {}, -1});
        QVERIFY(!all(300ms));
        m_simulator->heal(route);
        QVERIFY_OK(all());
        // Once, and the client's second try succeeds.
        m_simulator->setFault(route, {Fault::Mode::Status, 503, {}, 1});
        QVERIFY_OK(all());
    }

    void theControlCallTellsItToFail()
    {
        const QByteArray fail = R"({"route":"/status/supabase/api/v2/summary.json","mode":"status","status":500})", heal = R"({"route":"/status/supabase/api/v2/summary.json"})";
        QVERIFY(send("POST", "/control/fail", fail).startsWith("HTTP/1.1 200"));
        QVERIFY(send("GET", "/status/supabase/api/v2/summary.json", {}).startsWith("HTTP/1.1 500"));
        QVERIFY(send("POST", "/control/heal", heal).startsWith("HTTP/1.1 200"));
        QVERIFY(send("GET", "/status/supabase/api/v2/summary.json", {}).startsWith("HTTP/1.1 200"));
        QVERIFY(send("POST", "/control/fail", R"({"route":"/x","mode":"explode"})").startsWith("HTTP/1.1 400"));
        QVERIFY(send("POST", "/control/fail", fail, "guess").startsWith("HTTP/1.1 403"));
    }

    void statusPagesNameTheirComponents()
    {
        for (const char *name : {"supabase", "vercel", "openai"}) {
            providers::Statuspage page(QLatin1String(name), QUrl(m_simulator->base() + QStringLiteral("/status/") + QLatin1String(name)), {});
            const auto summary = test::await(page.summary());
            QVERIFY_OK(summary);
            QCOMPARE(summary->state, State::Ok);
        }
        providers::Statuspage unknown(QStringLiteral("unknown"), QUrl(m_simulator->base() + QStringLiteral("/status/unknown")), {});
        QVERIFY(!test::await(unknown.summary()));
    }

    void someQuestionsHaveBeenAskedWithinTheHour()
    {
        providers::Upstash upstash(QUrl(m_simulator->base() + QStringLiteral("/upstash")), m_token);
        int hits = 0;
        for (int i = 0; i < 30; ++i) {
            const auto found = test::await(upstash.get(QStringLiteral("query:question %1").arg(i)));
            QVERIFY_OK(found);
            hits += *found ? 1 : 0;
            QVERIFY(!*found || ((*found)->expiresIn.value() > std::chrono::seconds(0) && (*found)->expiresIn.value() <= std::chrono::hours(1)));
        }
        QVERIFY(hits > 0 && hits < 30);
    }

    void embeddingsAreTheSameEveryTime()
    {
        const auto embed = [this](const QByteArray &body) { return send("POST", "/v1/embeddings", body); };
        const QByteArray once = embed(R"({"model":"x","input":["one text","another"]})");
        QVERIFY(once.startsWith("HTTP/1.1 200") && once.contains("demo-hash-1536"));
        QCOMPARE(embed(R"({"model":"x","input":["one text","another"]})"), once);
        const QJsonArray rows = QJsonDocument::fromJson(once.mid(once.indexOf("\r\n\r\n") + 4)).object().value(QLatin1String("data")).toArray();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(1).toObject().value(QLatin1String("embedding")).toArray().size(), 1536);
        QVERIFY(embed(R"({"input":[]})").startsWith("HTTP/1.1 400"));
    }

    void embeddingsAreThoseOfTheCorpora()
    {
        providers::Embeddings embeddings(service(QStringLiteral("demo-hash-1536"), 1536));
        const auto answer = test::await(embeddings.of(QStringList{QStringLiteral("Why is the slot lost?"), QStringLiteral("über")}));
        QVERIFY_OK(answer);
        retrieval::HashEmbedding hash;
        QVERIFY(answer->at(0) == hash.of("Why is the slot lost?", 1536));
        QVERIFY(answer->at(1) == hash.of("über", 1536));
        providers::EmbeddingService shorter = service(QStringLiteral("demo-hash-1024"), 1024);
        shorter.isShortened = true;
        QCOMPARE(test::await(providers::Embeddings(shorter).of(QStringLiteral("one")))->size(), 1024u);
    }

    void anotherModelOrDimensionIsAnError()
    {
        const auto model = test::await(providers::Embeddings(service(QStringLiteral("text-embedding-3-large"), 1536)).of(QStringLiteral("one")));
        QCOMPARE(kindOf(model), Error::Kind::Wrong);
        QVERIFY(model.error().message.contains(QStringLiteral("demo-hash-1536")) && model.error().message.contains(QStringLiteral("text-embedding-3-large")));
        const auto dims = test::await(providers::Embeddings(service(QStringLiteral("demo-hash-1536"), 3072)).of(QStringLiteral("one")));
        QCOMPARE(kindOf(dims), Error::Kind::Wrong);
        QVERIFY(dims.error().message.contains(QStringLiteral("1536")) && dims.error().message.contains(QStringLiteral("3072")));
    }

    void embeddingsFailAsTheyAreTold()
    {
        providers::Embeddings embeddings(service(QStringLiteral("demo-hash-1536"), 1536));
        embeddings.http().setPatience(0);
        const QString route = QStringLiteral("/v1/embeddings");
        const auto asked = [&embeddings] { return test::await(embeddings.of(QStringLiteral("one"))); };
        m_simulator->setFault(route, {Fault::Mode::Status, 429, 0, -1});
        QCOMPARE(kindOf(asked()), Error::Kind::Busy);
        for (const auto mode : {Fault::Mode::Malformed, Fault::Mode::OtherShape}) {
            m_simulator->setFault(route, {mode, 200, {}, -1});
            QCOMPARE(kindOf(asked()), Error::Kind::Wrong);
        }
        m_simulator->setFault(route, {Fault::Mode::Truncated, 200, {}, -1});
        QVERIFY(!asked());
        m_simulator->setFault(route, {Fault::Mode::Status, 503, {}, 1});
        QVERIFY_OK(asked());
        m_simulator->setFault(route, {Fault::Mode::TimeOut, 200, {}, -1});
        embeddings.http().setTimeout(300ms);
        QVERIFY(!asked());
        m_simulator->heal(route);
        providers::EmbeddingService stranger = service(QStringLiteral("demo-hash-1536"), 1536);
        stranger.key = Secret(QByteArray("guess"));
        QCOMPARE(kindOf(test::await(providers::Embeddings(stranger).of(QStringLiteral("one")))), Error::Kind::Refused);
    }

    void rerankingPutsTheNearestFirst()
    {
        providers::Reranker reranker(service(QStringLiteral("demo-hash-1536"), 0));
        const auto ranked = test::await(reranker.rank(QStringLiteral("dead rows and vacuum"), {QStringLiteral("Passwords and hosts"), QStringLiteral("Vacuum removes dead rows"), QStringLiteral("A vacuum pump")}));
        QVERIFY_OK(ranked);
        QCOMPARE(ranked->size(), 3);
        QCOMPARE(ranked->at(0).index, 1);
        QCOMPARE(ranked->at(1).index, 2);
        QVERIFY(ranked->at(0).score > ranked->at(1).score);
    }

private:
    QUrl vercelBase() const { return QUrl(m_simulator->base() + QStringLiteral("/vercel")); }

    providers::EmbeddingService service(const QString &model, int dims) const
    {
        return {QStringLiteral("The demo"), QUrl(m_simulator->base()), model, dims, false, m_token};
    }

    template <typename T>
    static Error::Kind kindOf(const Result<T> &result)
    {
        return result ? Error::Kind::Cancelled : result.error().kind;
    }

    Result<QList<providers::VercelDeployment>> all(std::chrono::milliseconds timeout = 30s)
    {
        providers::Vercel vercel(vercelBase(), m_token, demo::Simulator::team());
        vercel.http().setPatience(0);
        vercel.http().setTimeout(timeout);
        return test::await(vercel.deployments(QStringLiteral("clerva-demo"), m_story.history.from));
    }

    QJsonObject page(const QMap<QByteArray, QByteArray> &wanted)
    {
        QByteArray query = "projectId=clerva-demo";
        for (auto it = wanted.cbegin(); it != wanted.cend(); ++it)
            query += '&' + it.key() + '=' + it.value();
        const QByteArray answer = send("GET", "/vercel/v6/deployments?" + query, {});
        return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
    }

    // One request by hand; the whole answer.
    QByteArray send(const QByteArray &method, const QByteArray &path, const QByteArray &body, QByteArray token = {})
    {
        if (token.isEmpty())
            token = m_token.reveal();
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), quint16(QUrl(m_simulator->base()).port()));
        socket.write(method + ' ' + path + " HTTP/1.1\r\nHost: demo\r\nAuthorization: Bearer " + token + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QByteArray answer;
        const auto isWhole = [&] {
            answer += socket.readAll();
            const qsizetype head = answer.indexOf("\r\n\r\n"), length = answer.indexOf("Content-Length: ");
            return head > 0 && answer.size() >= head + 4 + answer.mid(length + 16, answer.indexOf('\r', length) - length - 16).toLongLong();
        };
        return QTest::qWaitFor(isWhole, qd::test::PatienceMs) ? answer : QByteArray("no answer");
    }

    demo::Story m_story;
    Secret m_token{QByteArray("the-token-of-this-test")};
    std::unique_ptr<demo::Simulator> m_simulator;
};

QTEST_GUILESS_MAIN(SimulatorTest)
#include "simulator_test.moc"
