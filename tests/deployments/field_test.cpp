#include "deployments/profile.h"
#include "postgres/connection.h"
#include "postgres/statement.h"
#include "support/cluster.h"
#include "support/wait.h"

#include <QTest>

#include <memory>

using qd::Field;
using qd::test::await;

class FieldTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<qd::test::Cluster> m_cluster;
    std::unique_ptr<qd::pg::Connection> m_connection;

private slots:
    void initTestCase()
    {
        m_cluster = std::make_unique<qd::test::Cluster>();
        m_cluster->execute(QStringLiteral(
            "create schema \"Odd \"\"schema\";"
            "create table \"Odd \"\"schema\".\"select; drop\" ("
            "    id int, \"userId\" text, \"a.b\" text, \"quo\"\"te\" text, \"ü %1 \\ '\" text, \"endTime\" timestamp, \"startTime\" timestamp,"
            "    seconds double precision, note text, meta jsonb, plain json);"
            "insert into \"Odd \"\"schema\".\"select; drop\" values ("
            "    1, 'oncall-1', 'dotted', 'quoted', 'umlaut', '2026-11-21 14:02:13.5', '2026-11-21 14:02:11', 1.25, 'not a number',"
            "    '{\"model\":\"gpt-4o-mini\",\"usage\":{\"prompt_tokens\":12,\"o.dd\":\"x\",\"it''s\":\"y\"},\"list\":[{\"n\":7}],\"s\":\"0.5\","
            "      \"\":\"empty key\",\"back\\\\slash\":\"z\",\"null\":null}',"
            "    '{\"model\":\"from json\"}');"));
        m_connection = std::make_unique<qd::pg::Connection>();
        QVERIFY_OK(await(m_connection->open(m_cluster->parameters())));
    }

    void aFieldReadsItsValueWhateverTheNamesAre_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *field, const char *value) { QTest::newRow(field) << QString::fromUtf8(field) << QString::fromUtf8(value); };
        row("userId", "oncall-1");
        row("\"userId\"", "oncall-1");
        row("\"a.b\"", "dotted");
        row("\"quo\"\"te\"", "quoted");
        row("ü %1 \\ '", "umlaut");
        row("meta.model", "gpt-4o-mini");
        row("plain.model", "from json");
        row("meta.usage.prompt_tokens", "12");
        row("meta.usage.\"o.dd\"", "x");
        row("meta.usage.it's", "y");
        row("meta.list.0.n", "7");
        row("meta.\"\"", "empty key");
        row("meta.back\\slash", "z");
        row("meta.missing", "<null>");
        row("meta.null", "<null>");
        row("meta.model.deeper", "<null>");
        row("=gpt-4o-mini", "gpt-4o-mini");
        row("=it's \\ a.constant", "it's \\ a.constant");
        row("", "<null>");
        row("seconds * 1000", "1250");
        row("meta.s * 1000", "500.0");
        row("meta.model * 1000", "<null>");
        row("note * 1000", "<null>");
        row("endTime - startTime", "2500.000000");
    }
    void aFieldReadsItsValueWhateverTheNamesAre()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        const auto parsed = Field::parse(field);
        QVERIFY_OK(parsed);
        qd::TelemetrySource source;
        source.schema = QStringLiteral("Odd \"schema");
        source.table = QStringLiteral("select; drop");
        const auto rows = await(m_connection->read("select " + parsed->sql() + " from " + source.relation() + " t"));
        QVERIFY_OK(rows);
        const QString found = rows->isNull(0, 0) ? QStringLiteral("<null>") : rows->text(0, 0);
        if (value.toDouble() != 0)
            QCOMPARE(found.toDouble(), value.toDouble());
        else
            QCOMPARE(found, value);
        QCOMPARE(Field::parse(parsed->text()).value(), *parsed);
    }

    void whatIsNotUnderstoodIsRefused_data()
    {
        QTest::addColumn<QString>("field");
        for (const char *field : {"\"open", "a..b", ".a", "a.", "=", "a * x", "a * -1", "a * 0", "a.b - c", "a - b.c", "a\"b", "\"\""})
            QTest::newRow(field) << QString::fromUtf8(field);
    }
    void whatIsNotUnderstoodIsRefused()
    {
        QFETCH(QString, field);
        const auto parsed = Field::parse(field);
        QVERIFY2(!parsed, qPrintable(parsed ? parsed->text() : QString()));
        QVERIFY(!parsed.error().message.isEmpty());
    }

    void textThatIsNoFieldIsTakenAsAColumn()
    {
        QCOMPARE(Field::fromText(QStringLiteral("a..b")).column, QStringLiteral("a..b"));
    }
};

QTEST_GUILESS_MAIN(FieldTest)
#include "field_test.moc"
