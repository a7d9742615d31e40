#include "telemetry/mirror.h"

#include <QTest>

using namespace qd::telemetry;

class ErrorsTest : public QObject
{
    Q_OBJECT

private slots:
    void messagesFindTheirClass_data();
    void messagesFindTheirClass();
    void equalMessagesAreOneGroup_data();
    void equalMessagesAreOneGroup();
    void groupsReadAsSaid_data();
    void groupsReadAsSaid();
    void differentErrorsStayApart();
    void aHugeMessageIsCut();
};

void ErrorsTest::messagesFindTheirClass_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    QTest::addColumn<bool>("inStream");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, int status, const char *code, const char *message, const char *expected, bool inStream = false) {
        QTest::newRow(name) << status << QString::fromUtf8(code) << QString::fromUtf8(message) << inStream << QString::fromUtf8(expected);
    };
    row("429 without a word", 429, "", "", "rate_limit");
    row("429 as the code", 0, "429", "", "rate_limit");
    row("OpenAI's limit", 0, "", "Rate limit reached for gpt-4o in organization org-x on tokens per min (TPM): Limit 30000, Used 29500, Requested 1200. Please try again in 1.4s.", "rate_limit");
    row("Groq's limit", 0, "rate_limit_exceeded", "Limit 6000, Used 5800. Please try again in 7.66s.", "rate_limit");
    row("Retry-After", 0, "", "Upstream asked to wait, Retry-After: 20", "rate_limit");
    row("429 at the start", 0, "", "429 Too Many Requests", "rate_limit");
    row("quota", 429, "insufficient_quota", "You exceeded your current quota, please check your plan and billing details.", "rate_limit");
    row("Gemini's limit", 0, "", "Resource has been exhausted (e.g. check quota).", "rate_limit");
    row("Anthropic overloaded", 529, "", "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}", "provider");
    row("Anthropic overloaded without status", 0, "overloaded_error", "Overloaded", "provider");
    row("server error", 500, "server_error", "The server had an error while processing your request. Sorry about that!", "provider");
    row("bad gateway", 502, "", "Bad gateway", "provider");
    row("connection refused is nobody's refusal", 0, "", "connect ECONNREFUSED 127.0.0.1:6379: connection refused", "provider");
    row("gateway time-out", 504, "", "", "time_out");
    row("Node's time-out", 0, "ETIMEDOUT", "request failed", "time_out");
    row("words of a time-out", 0, "", "Request timed out.", "time_out");
    row("Vercel", 504, "FUNCTION_INVOCATION_TIMEOUT", "An error occurred with your deployment", "time_out");
    row("statement time-out by SQLSTATE", 0, "57014", "canceling statement due to statement timeout", "time_out");
    row("statement time-out by words", 0, "", "canceling statement due to statement timeout", "time_out");
    row("statement time-out behind a 500", 500, "", "canceling statement due to statement timeout", "time_out");
    row("lock time-out", 0, "55P03", "canceling statement due to lock timeout", "time_out");
    row("cancelled by a person", 0, "57014", "canceling statement due to user request", "sql");
    row("in a stream, whatever it says", 200, "", "canceling statement due to statement timeout", "in_stream", true);
    row("in a stream with a 429", 429, "", "", "in_stream", true);
    row("duplicate key", 0, "23505", "duplicate key value violates unique constraint \"flashcard_pkey\"", "sql");
    row("duplicate key behind a 500", 500, "", "duplicate key value violates unique constraint \"flashcard_pkey\"", "sql");
    row("undefined table", 0, "42P01", "relation \"doc_chunk\" does not exist", "sql");
    row("undefined table by words", 0, "", "relation \"doc_chunk\" does not exist", "sql");
    row("rights of a table", 0, "", "permission denied for table agent_memory", "sql");
    row("row level security", 0, "42501", "new row violates row-level security policy for table \"document\"", "sql");
    row("PostgREST", 0, "PGRST202", "Could not find the function public.search_chunks in the schema cache", "sql");
    row("Prisma", 0, "P2002", "Unique constraint failed on the fields: (`email`)", "sql");
    row("Prisma's pool", 0, "P2024", "Timed out fetching a new connection from the connection pool", "time_out");
    row("too many clients", 0, "53300", "sorry, too many clients already", "sql");
    row("content filter of Azure", 400, "content_filter", "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.", "refused");
    row("content filter by words", 0, "", "finish_reason: content_filter", "refused");
    row("safety", 0, "", "Your request was rejected as a result of our safety system.", "refused");
    row("401", 401, "", "", "refused");
    row("403", 403, "", "Country, region, or territory not supported", "refused");
    row("wrong key", 0, "invalid_api_key", "Incorrect API key provided: sk-…", "refused");
    row("nothing at all", 0, "", "", "provider");
    row("400", 400, "invalid_request_error", "Invalid 'messages[3].content': string too long", "provider");
}

void ErrorsTest::messagesFindTheirClass()
{
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(QString, message);
    QFETCH(bool, inStream);
    QFETCH(QString, expected);
    QCOMPARE(errorClassKey(classify(status, code, message, inStream)), expected);
}

void ErrorsTest::equalMessagesAreOneGroup_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    const auto row = [](const char *name, const char *one, const char *other) { QTest::newRow(name) << QString::fromUtf8(one) << QString::fromUtf8(other); };
    row("limits", "tokens per min, limit 30000", "tokens per min, limit 6000");
    row("waits", "Please try again in 1.4s.", "Please try again in 20ms.");
    row("long waits", "Please try again in 12m30s.", "Please try again in 7m1s.");
    row("grouped numbers", "used 1,200,345 of 2,000,000", "used 7 of 9");
    row("uuids", "no document 3f2504e0-4f89-11d3-9a0c-0305e82c3301", "no document 6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    row("request ids", "failed (req_011CRxYz9aBcDeF)", "failed (req_9f8e7d6c5b4a3f2e)");
    row("organisations", "in organization org-AbC123dEf456 on", "in organization org-ZzZ987xXx654 on");
    row("quoted values", "invalid input syntax for type uuid: \"abc\"", "invalid input syntax for type uuid: \"d e f\"");
    row("single quotes", "no user 'ann'", "no user 'o-neil'");
    row("addresses", "cannot reach https://a.example/x?y=1.", "cannot reach https://b.example:8443/z.");
    row("mail", "no account for a@x.example", "no account for b.c@y.example");
    row("ip", "connect to 10.1.2.3:5432 failed", "connect to 192.168.0.44:6432 failed");
    row("times", "expired at 2026-01-02T03:04:05Z", "expired at 2025-12-31T23:59:59.999Z");
    row("json", "{\"error\":{\"message\":\"Limit 3 reached\",\"type\":\"tokens\"}}", "{\"error\":{\"type\":\"tokens\",\"message\":\"Limit 99 reached\"}}");
    row("stack traces", "TypeError: x is undefined\n    at a (/srv/a.js:10:2)", "TypeError: x is undefined\n    at b (/srv/b.js:99:1)");
    row("blanks", "a  b\t c", "a b c");
}

void ErrorsTest::equalMessagesAreOneGroup()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QCOMPARE(errorGroupOf(one), errorGroupOf(other));
}

void ErrorsTest::groupsReadAsSaid_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("group");
    const auto row = [](const char *message, const char *group) { QTest::newRow(message) << QString::fromUtf8(message) << QString::fromUtf8(group); };
    row("tokens per min, limit 30000", "tokens per min, limit <n>");
    row("duplicate key value: \"ann\"", "duplicate key value: <s>");
    row("relation \"doc_chunk\" does not exist", "relation \"doc_chunk\" does not exist");
    row("can't reach the server, don't retry", "can't reach the server, don't retry");
    row("Request failed with status code 503", "Request failed with status code 503");
    row("HTTP 429", "HTTP 429");
    row("Rate limit reached for gpt-4o-2024-08-06 on requests per min", "Rate limit reached for gpt-4o-2024-08-06 on requests per min");
    row("529 {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}", "529 Overloaded");
    row("", "");
}

void ErrorsTest::groupsReadAsSaid()
{
    QFETCH(QString, message);
    QFETCH(QString, group);
    QCOMPARE(errorGroupOf(message), group);
}

void ErrorsTest::differentErrorsStayApart()
{
    QVERIFY(errorGroupOf(QStringLiteral("relation \"doc_chunk\" does not exist")) != errorGroupOf(QStringLiteral("relation \"document\" does not exist")));
    QVERIFY(errorGroupOf(QStringLiteral("Request failed with status code 503")) != errorGroupOf(QStringLiteral("Request failed with status code 429")));
}

void ErrorsTest::aHugeMessageIsCut()
{
    QVERIFY(errorGroupOf(QStringLiteral("word ").repeated(100'000)).size() <= 300);
    QVERIFY(errorGroupOf(QString(1'000'000, QLatin1Char('"'))).size() <= 300);
}

QTEST_GUILESS_MAIN(ErrorsTest)
#include "errors_test.moc"
