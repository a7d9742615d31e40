// Equal errors in one group: the message without what differs from call to call.

#include "telemetry/mirror.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace qd::telemetry {

namespace {

constexpr qsizetype LongestGroup = 300;
constexpr qsizetype LongestQuoted = 2000;

// Providers' libraries print the whole answer; the sentence is inside.
QString withoutJson(const QString &message)
{
    const qsizetype brace = message.indexOf(QLatin1Char('{'));
    if (brace < 0)
        return message;
    const QJsonObject body = QJsonDocument::fromJson(QStringView(message).sliced(brace).toUtf8()).object();
    const QJsonValue error = body.value(QLatin1String("error"));
    for (const QJsonValue &candidate : {error.toObject().value(QLatin1String("message")), body.value(QLatin1String("message")), error, body.value(QLatin1String("detail"))}) {
        if (const QString sentence = candidate.toString(); !sentence.isEmpty())
            return brace == 0 ? sentence : message.first(brace) + sentence;
    }
    return message;
}

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('-') || c == QLatin1Char('.') || c == QLatin1Char('@') || c == QLatin1Char('+') || c == QLatin1Char('%');
}

// A name of an object of the database is part of the error; any other quoted text is a value.
bool namesDatabaseObject(QStringView before, QStringView quoted)
{
    static const QStringList words{QStringLiteral("relation"), QStringLiteral("table"), QStringLiteral("column"), QStringLiteral("constraint"),
        QStringLiteral("function"), QStringLiteral("type"), QStringLiteral("role"), QStringLiteral("schema"), QStringLiteral("index"), QStringLiteral("policy"), QStringLiteral("database"), QStringLiteral("sequence")};
    const QStringView trimmed = before.trimmed();
    const bool follows = std::any_of(words.begin(), words.end(), [&](const QString &word) { return trimmed.endsWith(word, Qt::CaseInsensitive); });
    return follows && std::all_of(quoted.begin(), quoted.end(), [](QChar c) { return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('.'); });
}

bool isHexDigit(QChar c)
{
    return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || (c.toLower() >= QLatin1Char('a') && c.toLower() <= QLatin1Char('f'));
}

bool isModelName(QStringView word)
{
    static const QStringList starts{QStringLiteral("gpt-"), QStringLiteral("claude-"), QStringLiteral("text-embedding-"), QStringLiteral("llama"), QStringLiteral("gemini-"), QStringLiteral("voyage-"),
        QStringLiteral("mixtral-"), QStringLiteral("mistral-"), QStringLiteral("whisper-"), QStringLiteral("dall-e-"), QStringLiteral("gemma"), QStringLiteral("qwen"), QStringLiteral("deepseek")};
    return std::any_of(starts.begin(), starts.end(), [&](const QString &start) { return word.startsWith(start, Qt::CaseInsensitive); });
}

// 429 after "status", "code" or "HTTP", or at the very start, says what happened and stays.
bool isStatusCode(QStringView word, QStringView before)
{
    if (word.size() != 3 || (word[0] != QLatin1Char('4') && word[0] != QLatin1Char('5')))
        return false;
    QStringView trimmed = before.trimmed();
    while (!trimmed.isEmpty() && (trimmed.back() == QLatin1Char(':') || trimmed.back() == QLatin1Char('=')))
        trimmed = trimmed.chopped(1).trimmed();
    return trimmed.isEmpty() || trimmed.endsWith(QLatin1String("status"), Qt::CaseInsensitive) || trimmed.endsWith(QLatin1String("code"), Qt::CaseInsensitive)
        || trimmed.endsWith(QLatin1String("http"), Qt::CaseInsensitive) || trimmed.endsWith(QLatin1String("error"), Qt::CaseInsensitive);
}

// What a word is replaced with; empty: it stays.
QString placeFor(QStringView word, QStringView before)
{
    const qsizetype digits = std::count_if(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
    if (word.size() > 2 && word.contains(QLatin1Char('@')))
        return QStringLiteral("<s>");
    if (digits == 0 || isModelName(word))
        return {};
    const qsizetype letters = std::count_if(word.begin(), word.end(), [](QChar c) { return c.isLetter(); });
    if (letters == 0 || (word[0].isDigit() && letters <= 2 && word.back().isLetter()))
        return isStatusCode(word, before) ? QString() : QStringLiteral("<n>"); // 1.4s, 30k, 12ms
    if (word.size() > 10 && word[0].isDigit() && word[4] == QLatin1Char('-') && word[7] == QLatin1Char('-'))
        return QStringLiteral("<time>");
    const bool isHex = word.size() >= 8 && std::all_of(word.begin(), word.end(), [](QChar c) { return isHexDigit(c) || c == QLatin1Char('-'); });
    const bool isToken = word.size() >= 10 && digits >= 2 && letters >= 2;
    const qsizetype mark = word.lastIndexOf(QLatin1Char('_'));
    const bool isPrefixed = mark > 0 && word.size() - mark > 4 && std::any_of(word.begin() + mark, word.end(), [](QChar c) { return c.isDigit(); });
    if (isHex || isToken || isPrefixed)
        return QStringLiteral("<id>");
    return word[0].isDigit() && word.back().isLetter() && letters <= 4 ? QStringLiteral("<n>") : QString(); // 12m30s, 5min
}

// End of an address or a quoted text that begins at `at`; `at` itself if there is none.
qsizetype endOfAddress(QStringView text, qsizetype at)
{
    static const QStringList schemes{QStringLiteral("http://"), QStringLiteral("https://"), QStringLiteral("postgres://"), QStringLiteral("postgresql://"), QStringLiteral("wss://")};
    const QStringView rest = text.sliced(at);
    if (std::none_of(schemes.begin(), schemes.end(), [&](const QString &scheme) { return rest.startsWith(scheme, Qt::CaseInsensitive); }))
        return at;
    qsizetype end = at;
    while (end < text.size() && !text[end].isSpace() && !QStringView(u"\"'<>)]}").contains(text[end]))
        ++end;
    while (text[end - 1] == QLatin1Char('.') || text[end - 1] == QLatin1Char(',') || text[end - 1] == QLatin1Char(':'))
        --end;
    return end;
}

qsizetype endOfQuoted(QStringView text, qsizetype at)
{
    const QChar open = text[at];
    const QChar close = open == QChar(0x201C) ? QChar(0x201D) : open;
    if (!QStringView(u"\"'`\u201C").contains(open))
        return at;
    if (open == QLatin1Char('\'') && at > 0 && text[at - 1].isLetterOrNumber())
        return at; // an apostrophe
    const qsizetype end = text.indexOf(close, at + 1);
    return end < 0 || end - at > LongestQuoted ? at : end + 1;
}

// 30,000 is one word, "time," is not.
qsizetype endOfWord(QStringView text, qsizetype at)
{
    const auto joins = [text](qsizetype i) { return text[i] == QLatin1Char(',') && text[i - 1].isDigit() && i + 1 < text.size() && text[i + 1].isDigit(); };
    qsizetype end = at + 1;
    while (end < text.size() && (isWordCharacter(text[end]) || joins(end)))
        ++end;
    while (end - at > 1 && (text[end - 1] == QLatin1Char('.') || text[end - 1] == QLatin1Char('-')))
        --end;
    return end;
}

} // namespace

QString errorGroupOf(const QString &message)
{
    const QString whole = withoutJson(message.left(8000)).trimmed();
    const QStringView text = QStringView(whole).first(whole.indexOf(QLatin1Char('\n')) < 0 ? whole.size() : whole.indexOf(QLatin1Char('\n'))).trimmed();
    QString group;
    for (qsizetype at = 0; at < text.size() && group.size() < LongestGroup;) {
        if (const qsizetype end = endOfAddress(text, at); end > at) {
            group += QLatin1String("<url>");
            at = end;
        } else if (const qsizetype closed = endOfQuoted(text, at); closed > at) {
            const QStringView quoted = text.sliced(at + 1, closed - at - 2);
            group += namesDatabaseObject(text.first(at), quoted) ? text.sliced(at, closed - at).toString() : QStringLiteral("<s>");
            at = closed;
        } else if (isWordCharacter(text[at])) {
            const QStringView word = text.sliced(at, endOfWord(text, at) - at);
            const QString place = placeFor(word, text.first(at));
            group += place.isEmpty() ? word.toString() : place;
            at += word.size();
        } else {
            if (!text[at].isSpace())
                group += text[at];
            else if (!group.endsWith(QLatin1Char(' ')))
                group += QLatin1Char(' ');
            ++at;
        }
    }
    return group.left(LongestGroup).trimmed();
}

} // namespace qd::telemetry
