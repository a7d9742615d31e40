#include "postgres/rows.h"

#include <charconv>
#include <cmath>

namespace qd::pg {

int Rows::column(QByteArrayView name) const
{
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        if (m_columns.at(i) == name)
            return int(i);
    }
    return -1;
}

bool Rows::isNull(qsizetype row, int column) const
{
    Q_ASSERT(row >= 0 && row < count() && column >= 0 && column < m_columns.size());
    return m_ends.at(row * m_columns.size() + column) < 0;
}

QByteArrayView Rows::at(qsizetype row, int column) const
{
    Q_ASSERT(row >= 0 && row < count() && column >= 0 && column < m_columns.size());
    const qsizetype cell = row * m_columns.size() + column;
    const auto end = [this](qsizetype i) { return i < 0 ? 0 : m_ends.at(i) < 0 ? ~m_ends.at(i) : m_ends.at(i); };
    const qint64 from = end(cell - 1);
    return QByteArrayView(m_data.constData() + from, end(cell) - from);
}

QString Rows::text(qsizetype row, int column) const
{
    return QString::fromUtf8(at(row, column));
}

template <typename Number>
static std::optional<Number> parsedNumber(QByteArrayView text)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.isEmpty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<qint64> Rows::integer(qsizetype row, int column) const
{
    return parsedNumber<qint64>(at(row, column));
}

// NaN and infinities are values of their own in Postgres, and no number that could be added.
std::optional<double> Rows::number(qsizetype row, int column) const
{
    const auto value = parsedNumber<double>(at(row, column));
    return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<bool> Rows::boolean(qsizetype row, int column) const
{
    const QByteArrayView text = at(row, column);
    if (text == "t" || text == "true")
        return true;
    if (text == "f" || text == "false")
        return false;
    return std::nullopt;
}

std::optional<Money> Rows::money(qsizetype row, int column) const
{
    if (isNull(row, column))
        return std::nullopt;
    const Result<Money> amount = Money::fromText(at(row, column));
    return amount ? std::optional(*amount) : std::nullopt;
}

// Takes the digits from `from` to `to`; nothing if anything else is among them.
static std::optional<int> digitsOf(QByteArrayView text, qsizetype from, qsizetype to)
{
    if (to > text.size() || from >= to || text.at(from) < '0' || text.at(from) > '9')
        return std::nullopt;
    return parsedNumber<int>(text.sliced(from, to - from));
}

// "+02", "+05:30", "-00:25:21" after a time, in seconds east of UTC.
static std::optional<int> offsetOf(QByteArrayView text)
{
    if (text.size() < 3 || (text.at(0) != '+' && text.at(0) != '-'))
        return std::nullopt;
    int seconds = 0;
    for (qsizetype at = 1, unit = 3600; at < text.size(); at += 3, unit /= 60) {
        const auto part = digitsOf(text, at, at + 2);
        if (!part || unit == 0 || (at + 2 < text.size() && text.at(at + 2) != ':'))
            return std::nullopt;
        seconds += *part * int(unit);
    }
    return text.at(0) == '-' ? -seconds : seconds;
}

std::optional<Instant> Rows::instant(qsizetype row, int column) const
{
    using namespace std::chrono;

    QByteArrayView text = at(row, column);
    // Years have four digits or more: 10000-01-01 exists. "… BC" and infinities are no instants.
    const qsizetype y = text.indexOf('-');
    const auto year = digitsOf(text, 0, y), month = digitsOf(text, y + 1, y + 3), day = digitsOf(text, y + 4, y + 6);
    const auto hour = digitsOf(text, y + 7, y + 9), minute = digitsOf(text, y + 10, y + 12), second = digitsOf(text, y + 13, y + 15);
    if (y < 4 || !year || !month || !day || !hour || !minute || !second)
        return std::nullopt;
    const year_month_day date{std::chrono::year{*year}, std::chrono::month{unsigned(*month)}, std::chrono::day{unsigned(*day)}};
    if (!date.ok())
        return std::nullopt;
    text = text.sliced(y + 15);
    int micros = 0;
    if (text.startsWith('.')) {
        qsizetype end = 1;
        for (int unit = 100'000; end < text.size() && text.at(end) >= '0' && text.at(end) <= '9'; ++end, unit /= 10)
            micros += (text.at(end) - '0') * unit;
        text = text.sliced(end);
    }
    const auto offset = offsetOf(text);
    if (!offset)
        return std::nullopt;
    return sys_days(date) + hours(*hour) + minutes(*minute) + seconds(*second - *offset) + floor<milliseconds>(microseconds(micros));
}

void Rows::appendCell(QByteArrayView value)
{
    m_data.append(value);
    m_ends.append(m_data.size());
}

void Rows::appendNull()
{
    m_ends.append(~qint64(m_data.size()));
}

} // namespace qd::pg
