#include "core/redact.h"

#include <QTest>

class RedactTest : public QObject
{
    Q_OBJECT

private slots:
    void noCredentialSurvives_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("secret");
        const auto row = [](const char *text, const char *secret) { QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(secret); };
        row("postgres://me:hunter2@db.example/app", "hunter2");
        row("postgresql://me:p%40ss:word@db.example/app", "p%40ss");
        row("host=db password=hunter2 user=me", "hunter2");
        row("password='it''s secret' host=db", "secret'");
        row("Authorization: Bearer abcdef0123456789", "abcdef0123456789");
        row("{\"authorization\":\"Bearer abcdef0123456789\"}", "abcdef0123456789");
        row("x-api-key: 0123456789abcdef", "0123456789abcdef");
        row("key sk-proj-0123456789abcdefXYZ is bad", "0123456789abcdefXYZ");
        row("sk_live_0123456789abcdef", "0123456789abcdef");
        row("https://hooks.slack.com/services/T0/B0/abcdef", "abcdef");
        row("GET /v1?token=abcdef&x=1", "abcdef");
        row("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl", "c2lnbmF0dXJl");
        row("CLERK_SECRET_KEY=abcdef123456", "abcdef123456");
    }
    void noCredentialSurvives()
    {
        QFETCH(QString, text);
        QFETCH(QString, secret);
        QVERIFY2(!qd::redacted(text).contains(secret), qPrintable(qd::redacted(text)));
    }

    void ordinaryTextStays()
    {
        const QString text = QStringLiteral("canceling statement due to statement timeout at 14:02 on db.example:5432/app");
        QCOMPARE(qd::redacted(text), text);
    }
};

QTEST_GUILESS_MAIN(RedactTest)
#include "redact_test.moc"
