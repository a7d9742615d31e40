#include "providers/statuspage.h"

#include <QTest>

#include "providers/scriptedserver.h"

using namespace qd;
using namespace qd::providers;

static QByteArray summaryJson(const QByteArray &database, const QByteArray &extra = {})
{
    return R"({"page":{"id":"1","name":"Supabase","updated_at":"2026-11-20T10:00:00.000Z"},"status":{"indicator":"none","description":"All Systems Operational"},
      "components":[{"id":"g","name":"Platform","status":"operational","group":true},
                    {"id":"a","name":"Database","status":")"
        + database + R"("},{"id":"b","name":"Storage","status":"operational"}])" + extra + "}";
}

class StatuspageTest : public QObject
{
    Q_OBJECT

    Result<StatusSummary> ask(const QByteArray &body, const QStringList &components = {})
    {
        ScriptedServer server;
        server.then({200, body});
        Statuspage page(QStringLiteral("Supabase"), server.url(QStringLiteral("/copy")), components);
        page.http().setPatience(0);
        auto result = awaited(page.summary());
        m_target = server.asked().isEmpty() ? QByteArray() : server.asked().first().target;
        return result;
    }
    QByteArray m_target;

private slots:
    void theComponentsDecideAndNotThePagesIndicator_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("says");
        const QStringList none, database{QStringLiteral("database")}, storage{QStringLiteral("Storage")}, gone{QStringLiteral("Edge")};
        QTest::newRow("all well") << QByteArray("operational") << none << State::Ok << QStringLiteral("all components operational");
        QTest::newRow("named and well") << QByteArray("operational") << database << State::Ok << QStringLiteral("all named components operational");
        QTest::newRow("slow") << QByteArray("degraded_performance") << database << State::Warning << QStringLiteral("Database: degraded performance");
        QTest::newRow("partly out") << QByteArray("partial_outage") << none << State::Failing << QStringLiteral("Database: partial outage");
        QTest::newRow("not ours") << QByteArray("major_outage") << storage << State::Ok << QStringLiteral("all named components operational");
        QTest::newRow("a new word") << QByteArray("on_fire") << database << State::Unknown << QStringLiteral("Database: on fire");
        QTest::newRow("not on the page") << QByteArray("operational") << gone << State::Unknown << QStringLiteral("Edge: not on the page");
    }
    void theComponentsDecideAndNotThePagesIndicator()
    {
        QFETCH(QByteArray, status);
        QFETCH(QStringList, wanted);
        const auto summary = ask(summaryJson(status), wanted);
        QVERIFY(summary.has_value());
        QTEST(summary->state, "state");
        QTEST(summary->says, "says");
        QCOMPARE(summary->page, QStringLiteral("Supabase"));
        QCOMPARE(m_target, QByteArray("/copy/api/v2/summary.json"));
    }

    void incidentsAreReadAsPlainText()
    {
        const auto summary = ask(summaryJson("operational", R"(,"incidents":[{"id":"i1","name":"Slow <b>queries</b>","status":"investigating","impact":"minor",
            "created_at":"2026-11-20T09:00:00Z","incident_updates":[{"body":"We are <i>looking</i> &amp; waiting","status":"investigating"}]}])"));
        QVERIFY(summary.has_value());
        QCOMPARE(summary->incidents.size(), 1);
        QCOMPARE(summary->incidents.first().name, QStringLiteral("Slow queries"));
        QCOMPARE(summary->incidents.first().lastUpdate, QStringLiteral("We are looking & waiting"));
        QCOMPARE(isoText(summary->incidents.first().createdAt), QStringLiteral("2026-11-20T09:00:00.000Z"));
    }

    void aTwoHundredOfAnotherShapeIsNeverOperational_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty object") << QByteArray("{}");
        QTest::newRow("only an indicator") << QByteArray(R"({"page":{"name":"X"},"status":{"indicator":"none"}})");
        QTest::newRow("component without status") << QByteArray(R"({"page":{"name":"X"},"components":[{"name":"A"}]})");
        QTest::newRow("html") << QByteArray("<html></html>");
    }
    void aTwoHundredOfAnotherShapeIsNeverOperational()
    {
        QFETCH(QByteArray, body);
        const auto summary = ask(body);
        QVERIFY(!summary);
        QCOMPARE(summary.error().kind, Error::Kind::Wrong);
    }

    void aPageWithoutComponentsIsUnknown()
    {
        const auto summary = ask(R"({"page":{"name":"X"},"components":[]})");
        QVERIFY(summary.has_value());
        QCOMPARE(summary->state, State::Unknown);
    }

    void aPageThatMovedIsFollowed()
    {
        ScriptedServer older, newer;
        older.then({301, "", {"Location: " + newer.url(QStringLiteral("/api/v2/summary.json")).toEncoded()}});
        newer.then({200, summaryJson("operational")});
        Statuspage page(QStringLiteral("Anthropic"), older.url(), {});
        const auto summary = awaited(page.summary());
        QVERIFY(summary.has_value());
        QCOMPARE(summary->state, State::Ok);
    }
};

QTEST_GUILESS_MAIN(StatuspageTest)
#include "statuspage_test.moc"
