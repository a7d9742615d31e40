#include "core/money.h"

#include <QCoreApplication>

namespace qd {

static Result<Money> notAnAmount(QByteArrayView text)
{
    return failure(Error::Kind::Wrong, QCoreApplication::translate("Money", "“%1” is not an amount of money.").arg(QString::fromUtf8(text.first(qMin(text.size(), qsizetype(40))))));
}

Result<Money> Money::fromText(QByteArrayView given)
{
    const QByteArrayView text = given.trimmed();
    qsizetype at = 0;
    bool negative = false;
    if (at < text.size() && (text[at] == '-' || text[at] == '+'))
        negative = text[at++] == '-';

    // Digits with the place of the point; the exponent only moves the point.
    QByteArray digits;
    qsizetype point = -1;
    for (; at < text.size(); ++at) {
        if (text[at] >= '0' && text[at] <= '9')
            digits += text[at];
        else if (text[at] == '.' && point < 0)
            point = digits.size();
        else
            break;
    }
    if (digits.isEmpty() || digits.size() > 200)
        return notAnAmount(given);
    if (point < 0)
        point = digits.size();
    if (at < text.size()) {
        bool isNumber = false;
        const int exponent = (text[at] == 'e' || text[at] == 'E') ? text.sliced(at + 1).toByteArray().toInt(&isNumber) : 0;
        if (!isNumber || exponent > 100 || exponent < -400)
            return notAnAmount(given);
        point += exponent;
    }

    Wide units = 0;
    constexpr Wide limit = Wide(std::numeric_limits<qint64>::max());
    for (qsizetype place = 0; place < point + 12; ++place) {
        units = units * 10 + (place < digits.size() && place >= 0 ? digits[place] - '0' : 0);
        if (units > limit)
            return failure(Error::Kind::Wrong, QCoreApplication::translate("Money", "%1 dollars is more than Quarterdeck can count.").arg(QString::fromUtf8(text)));
    }
    const qsizetype next = point + 12;
    if (next >= 0 && next < digits.size() && digits[next] >= '5')
        ++units;
    return Money(clamped(negative ? -units : units));
}

QString Money::toDecimal() const
{
    const bool negative = m_units < 0;
    const Wide magnitude = negative ? -Wide(m_units) : Wide(m_units);
    const qint64 whole = qint64(magnitude / 1'000'000'000'000);
    QString decimals = QStringLiteral("%1").arg(qint64(magnitude % 1'000'000'000'000), 12, 10, QLatin1Char('0'));
    while (decimals.size() > 2 && decimals.endsWith(QLatin1Char('0')))
        decimals.chop(1);
    return (negative ? QStringLiteral("-") : QString()) + QString::number(whole) + QLatin1Char('.') + decimals;
}

} // namespace qd
