#include "demo/copyline.h"

#include "demo/random.h"

#include <QDate>

#include <algorithm>

namespace qd::demo {

namespace {

void appendDigits(QByteArray &to, qint64 value, int digits)
{
    char text[20] = {};
    for (int i = digits; i-- > 0; value /= 10)
        text[i] = char('0' + value % 10);
    to.append(text, digits);
}

QByteArray clockText(qint64 us, int decimals)
{
    static constexpr qint64 dayUs = 86'400'000'000;
    // Rows come in time order, so the date is nearly always the one before.
    thread_local qint64 knownDay = -1;
    thread_local QByteArray knownText;
    const qint64 day = us / dayUs, within = us % dayUs / 1000;
    if (day != knownDay) {
        knownDay = day;
        knownText = QDate(1970, 1, 1).addDays(day).toString(Qt::ISODate).toLatin1() + ' ';
    }
    QByteArray text = knownText;
    appendDigits(text, within / 3'600'000, 2);
    text += ':';
    appendDigits(text, within / 60'000 % 60, 2);
    text += ':';
    appendDigits(text, within / 1000 % 60, 2);
    text += '.';
    if (decimals == 3)
        appendDigits(text, within % 1000, 3);
    else
        appendDigits(text, us % 1'000'000, 6);
    return text;
}

} // namespace

void CopyLine::cell()
{
    if (!m_line.isEmpty())
        m_line += '\t';
}

CopyLine &CopyLine::text(QByteArrayView value)
{
    if (std::none_of(value.begin(), value.end(), [](char c) { return c == '\\' || c == '\n' || c == '\t'; }))
        return plain(value);
    cell();
    for (const char c : value) {
        if (c == '\\')
            m_line += "\\\\";
        else if (c == '\n')
            m_line += "\\n";
        else if (c == '\t')
            m_line += "\\t";
        else
            m_line += c;
    }
    return *this;
}

CopyLine &CopyLine::plain(QByteArrayView value)
{
    cell();
    m_line += value;
    return *this;
}

CopyLine &CopyLine::null()
{
    return plain("\\N");
}

CopyLine &CopyLine::number(qint64 value)
{
    return plain(QByteArray::number(value));
}

CopyLine &CopyLine::millionths(std::optional<qint64> value)
{
    if (!value)
        return null();
    QByteArray text = QByteArray::number(*value / 1'000'000) + '.';
    appendDigits(text, *value % 1'000'000, 6);
    return plain(text);
}

CopyLine &CopyLine::instant(qint64 us)
{
    return plain(clockText(us, 6) + "+00");
}

CopyLine &CopyLine::instantWithoutZone(qint64 us)
{
    return plain(clockText(us, 3));
}

QByteArray CopyLine::take()
{
    m_line += '\n';
    return std::move(m_line);
}

void JsonLine::key(QByteArrayView name)
{
    if (m_text.isEmpty())
        m_text.reserve(360);
    m_text += m_text.isEmpty() ? '{' : ',';
    m_text += '"';
    m_text += name;
    m_text += "\":";
}

JsonLine &JsonLine::text(QByteArrayView name, QByteArrayView value)
{
    if (value.isEmpty())
        return *this;
    key(name);
    m_text += '"';
    if (std::none_of(value.begin(), value.end(), [](char c) { return c == '"' || c == '\\'; })) {
        m_text += value;
        m_text += '"';
        return *this;
    }
    for (const char c : value) {
        if (c == '"' || c == '\\')
            m_text += '\\';
        m_text += c;
    }
    m_text += '"';
    return *this;
}

JsonLine &JsonLine::number(QByteArrayView name, std::optional<qint64> value)
{
    if (value) {
        key(name);
        m_text += QByteArray::number(*value);
    }
    return *this;
}

JsonLine &JsonLine::truth(QByteArrayView name, bool value)
{
    key(name);
    m_text += value ? "true" : "false";
    return *this;
}

QByteArray instantText(qint64 us)
{
    return clockText(us, 6) + "+00";
}

namespace {

void writeHex(Random &random, char *to, int digits)
{
    std::uint64_t bits = 0;
    for (int i = 0; i < digits; ++i, bits >>= 4) {
        if (i % 16 == 0)
            bits = random.next();
        to[i] = "0123456789abcdef"[bits & 15];
    }
}

} // namespace

QByteArray randomHex(Random &random, int digits)
{
    QByteArray text(digits, Qt::Uninitialized);
    writeHex(random, text.data(), digits);
    return text;
}

QByteArray randomUuid(Random &random)
{
    char hex[32] = {}, text[36] = {};
    writeHex(random, hex, 32);
    hex[12] = '4';
    hex[16] = "89ab"[hex[16] & 3];
    for (int i = 0, at = 0; i < 32; ++i) {
        if (i == 8 || i == 12 || i == 16 || i == 20)
            text[at++] = '-';
        text[at++] = hex[i];
    }
    return QByteArray(text, sizeof text);
}

} // namespace qd::demo
