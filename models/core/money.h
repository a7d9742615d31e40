#pragma once

#include "core/result.h"

#include <QByteArrayView>
#include <QString>

#include <compare>
#include <limits>

namespace qd {

// An exact amount of US dollars, counted in units of 10⁻¹² dollars: prices are whole
// micro-dollars per million tokens, so price × tokens is a whole number of these units and
// sums do not depend on their order. Range ±$9.2 million; sums beyond that stay at the limit
// and isSaturated() tells. Rounded only when shown.
class Money
{
public:
    constexpr Money() = default;
    static constexpr Money fromPico(qint64 units) { return Money(units); }
    static constexpr Money fromMicros(qint64 microDollars) { return Money(microDollars * 1'000'000); }
    static constexpr Money fromDollars(qint64 dollars) { return Money(dollars * 1'000'000'000'000); }
    // Decimal text as Postgres, JSON or a person writes it: 0.000123, 41.2, 1e-05, -3. Digits
    // beyond 10⁻¹² are rounded half away from zero. NaN, infinities and non-numbers are an error.
    static Result<Money> fromText(QByteArrayView text);
    // `microDollarsPerMillion` × `tokens`, exactly.
    static constexpr Money priced(qint64 microDollarsPerMillion, qint64 tokens)
    {
        return Money(clamped(static_cast<Wide>(microDollarsPerMillion) * tokens));
    }

    constexpr qint64 pico() const { return m_units; }
    constexpr double toDouble() const { return double(m_units) / 1e12; }
    // Plain decimal without grouping, at least two and at most twelve decimals: "41.20", "0.000123".
    QString toDecimal() const;

    constexpr bool isZero() const { return m_units == 0; }
    constexpr bool isNegative() const { return m_units < 0; }
    constexpr bool isSaturated() const { return m_units == std::numeric_limits<qint64>::max() || m_units == std::numeric_limits<qint64>::min(); }

    constexpr Money operator-() const { return Money(clamped(-static_cast<Wide>(m_units))); }
    friend constexpr Money operator+(Money a, Money b) { return Money(clamped(static_cast<Wide>(a.m_units) + b.m_units)); }
    friend constexpr Money operator-(Money a, Money b) { return Money(clamped(static_cast<Wide>(a.m_units) - b.m_units)); }
    constexpr Money &operator+=(Money other) { return *this = *this + other; }
    constexpr Money &operator-=(Money other) { return *this = *this - other; }
    constexpr auto operator<=>(const Money &) const = default;

private:
    __extension__ using Wide = __int128;
    explicit constexpr Money(qint64 units) : m_units(units) {}
    static constexpr qint64 clamped(Wide units)
    {
        constexpr qint64 most = std::numeric_limits<qint64>::max(), least = std::numeric_limits<qint64>::min();
        return units > most ? most : units < least ? least : qint64(units);
    }

    qint64 m_units = 0;
};

} // namespace qd

Q_DECLARE_METATYPE(qd::Money)
