#include "postgres/statement.h"

#include <QTest>

using namespace qd::pg;

class StatementTest : public QObject
{
    Q_OBJECT

private slots:
    void namesAndTextsAreQuoted()
    {
        QCOMPARE(identifier(QStringLiteral("userId")), "\"userId\"");
        QCOMPARE(identifier(QStringLiteral("od\"d")), "\"od\"\"d\"");
        QCOMPARE(qualified(QStringLiteral("public"), QStringLiteral("chat_messages")), "\"public\".\"chat_messages\"");
        QCOMPARE(literal("it's"), "'it''s'");
        QCOMPARE(literal("a\\'b"), "E'a\\\\''b'");
    }

    void variablesAreReplacedOutsideOfTextsOnly_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *sql, const char *expected) { QTest::newRow(sql) << QByteArray(sql) << QByteArray(expected); };
        row("select * from :\"relation\" where t >= :'from'", "select * from \"my table\" where t >= 'it''s'");
        row("where :fragment", "where a = 1");
        row("select x::text, :'from'::timestamptz", "select x::text, 'it''s'::timestamptz");
        row("select ':fragment', \":fragment\", $$:fragment$$, $tag$ :'from' $tag$", "select ':fragment', \":fragment\", $$:fragment$$, $tag$ :'from' $tag$");
        row("-- :nobody knows\nselect :fragment", "-- :nobody knows\nselect a = 1");
        row("/* :nobody /* nested */ :nobody */ select :fragment", "/* :nobody /* nested */ :nobody */ select a = 1");
        row("select 'it''s :nobody', E'\\':nobody', :fragment", "select 'it''s :nobody', E'\\':nobody', a = 1");
        row("select a[1:2], b[:fragment]", "select a[1:2], b[a = 1]");
        row("select a$1, $1", "select a$1, $1");
    }
    void variablesAreReplacedOutsideOfTextsOnly()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, expected);
        const auto replaced = substituted(sql, {{"relation", "my table"}, {"from", "it's"}, {"fragment", "a = 1"}});
        QVERIFY(replaced.has_value());
        QCOMPARE(*replaced, expected);
    }

    void aVariableWithoutValueIsNamed()
    {
        const auto replaced = substituted("select :'until'", {});
        QVERIFY(!replaced);
        QCOMPARE(replaced.error().kind, qd::Error::Kind::Wrong);
        QVERIFY(replaced.error().message.contains(QLatin1String("until")));
    }
};

QTEST_GUILESS_MAIN(StatementTest)
#include "statement_test.moc"
