// Which class an error belongs to. The order of the rules matters and each has its reason.

#include "telemetry/mirror.h"

#include <array>
#include <initializer_list>

namespace qd::telemetry {

namespace {

bool saysOneOf(const QString &text, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(), [&text](const char *word) { return text.contains(QLatin1String(word)); });
}

// Five characters whose first two are a class of the SQL standard or of Postgres.
bool isSqlState(const QString &code)
{
    static constexpr std::array<const char *, 33> classes{"01", "02", "03", "08", "09", "0A", "0B", "0F", "0L", "0P", "20", "21", "22", "23", "24", "25", "26", "27", "28", "2B",
        "2D", "2F", "34", "38", "39", "3B", "3D", "3F", "40", "42", "44", "P0", "XX"};
    static constexpr std::array<const char *, 6> operators{"53", "54", "55", "57", "58", "F0"};
    if (code.size() != 5)
        return false;
    const auto fits = [&code](const char *start) { return code.startsWith(QLatin1String(start)); };
    return std::any_of(classes.begin(), classes.end(), fits) || std::any_of(operators.begin(), operators.end(), fits);
}

std::optional<ErrorClass> fromCode(const QString &code, const QString &words)
{
    // Statement and lock time-outs, idle in transaction; Prisma's pool and query time-outs.
    if (code == QLatin1String("55P03") || code == QLatin1String("25P03") || code == QLatin1String("P1008") || code == QLatin1String("P2024"))
        return ErrorClass::TimeOut;
    // 57014 is also "canceling statement due to user request", which is nobody's time-out.
    if (code == QLatin1String("57014"))
        return words.contains(QLatin1String("user request")) ? ErrorClass::Sql : ErrorClass::TimeOut;
    if (isSqlState(code) || code.startsWith(QLatin1String("PGRST")))
        return ErrorClass::Sql;
    const bool isPrisma = code.size() == 5 && code[0] == QLatin1Char('P') && std::all_of(code.begin() + 1, code.end(), [](QChar c) { return c.isDigit(); });
    return isPrisma ? std::optional(ErrorClass::Sql) : std::nullopt;
}

bool isContentFilter(const QString &words)
{
    return saysOneOf(words, {"content_filter", "content filter", "content_policy", "content policy", "content management policy", "responsibleai", "safety system", "safety settings", "finish_reason: safety",
        "harm_category", "prohibited_content", "prompt was flagged", "was flagged", "moderation", "stop_reason: refusal", "refusal", "model refused"});
}

std::optional<ErrorClass> fromStatus(int status)
{
    if (status == 429)
        return ErrorClass::RateLimit;
    if (status == 408 || status == 504 || status == 522 || status == 524)
        return ErrorClass::TimeOut;
    if (status == 401 || status == 403 || status == 451)
        return ErrorClass::Refused;
    if (status >= 500) // 529 is Anthropic's "overloaded": theirs, not our rate
        return ErrorClass::Provider;
    return {};
}

ErrorClass fromWords(const QString &words)
{
    // "connection refused" refuses nothing: nobody is there.
    if (saysOneOf(words, {"connection refused", "econnrefused", "econnreset", "enotfound", "eai_again", "socket hang up", "fetch failed", "overloaded_error"}))
        return ErrorClass::Provider;
    if (isContentFilter(words))
        return ErrorClass::Refused;
    // Before time-outs, because "try again in 20s" and "Retry-After" come with a wait.
    if (saysOneOf(words, {"rate limit", "rate_limit", "ratelimit", "rate-limit", "too many requests", "retry-after", "retry after", "try again in", "tokens per min", "requests per min", "tokens per day",
            "requests per day", "resource_exhausted", "resource exhausted", "resource has been exhausted", "insufficient_quota", "exceeded your current quota", "status code 429", "http 429", "error 429"})
        || words.startsWith(QLatin1String("429")))
        return ErrorClass::RateLimit;
    if (saysOneOf(words, {"timed out", "timeout", "time-out", "time out", "deadline exceeded", "deadline_exceeded", "etimedout", "econnaborted", "took too long"}))
        return ErrorClass::TimeOut;
    // Before refusals: "permission denied for table x" is an error of the database's rights.
    if (saysOneOf(words, {"sqlstate", "duplicate key value", "violates ", "syntax error at or near", "deadlock detected", "could not serialize access", "canceling statement", "canceling autovacuum",
            "permission denied for ", "row-level security", "does not exist at character", "remaining connection slots", "too many clients", "max client connections", "current transaction is aborted",
            "prisma", "pgrst", "invalid input syntax for", "server closed the connection unexpectedly", "terminating connection due to", "could not find the function public."})
        || ((words.contains(QLatin1String("relation \"")) || words.contains(QLatin1String("column \"")) || words.contains(QLatin1String("function "))) && words.contains(QLatin1String("does not exist"))))
        return ErrorClass::Sql;
    if (saysOneOf(words, {"invalid api key", "invalid_api_key", "incorrect api key", "invalid x-api-key", "authentication_error", "unauthorized", "unauthenticated", "forbidden", "permission_error",
            "permission_denied", "permission denied", "access denied", "not allowed to", "invalid_request_error: billing", "account has been"}))
        return ErrorClass::Refused;
    return ErrorClass::Provider;
}

} // namespace

ErrorClass classify(int httpStatus, const QString &code, const QString &message, bool inStream)
{
    if (inStream) // the status said 200: what it was inside is second to that nobody counted it
        return ErrorClass::InStream;
    const QString words = message.toLower() + QLatin1Char('\n') + code.toLower();
    if (const auto known = fromCode(code, words))
        return *known;
    // A content filter answers with 400 or 403 and is a refusal of what was asked in either case.
    if (httpStatus != 429 && httpStatus < 500 && isContentFilter(words))
        return ErrorClass::Refused;
    // A time-out of the database behind a 500 of the application is still a time-out.
    if (httpStatus >= 500 && httpStatus != 529) {
        const ErrorClass said = fromWords(words);
        if (said == ErrorClass::TimeOut || said == ErrorClass::Sql || said == ErrorClass::RateLimit)
            return said;
    }
    if (const auto known = fromStatus(httpStatus))
        return *known;
    if (code == QLatin1String("429"))
        return ErrorClass::RateLimit;
    return fromWords(words);
}

} // namespace qd::telemetry
