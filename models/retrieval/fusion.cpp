#include "retrieval/fusion.h"

#include <QByteArray>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <unordered_map>

namespace qd::retrieval {
namespace {

// A decimal of 30 places: 24 of the quotient, 6 of a weight. All terms of a fusion fit, and adding
// and multiplying them is exact, as in the server's numeric.
__extension__ typedef __int128 Decimal;
constexpr int quotientPlaces = 24, weightPlaces = 6;

constexpr Decimal powerOfTen(int exponent)
{
    Decimal power = 1;
    for (; exponent > 0; --exponent)
        power *= 10;
    return power;
}

// div_var() of numeric.c: at least 16 significant digits in groups of four, rounded half up.
int placesOfReciprocal(qint64 divisor)
{
    int places = 20;
    for (qint64 group = 10000; divisor >= group && places < quotientPlaces; group *= 10000)
        places += 4;
    return places;
}

// In units of 10^-24.
Decimal reciprocalOf(qint64 divisor)
{
    const int places = placesOfReciprocal(divisor);
    const Decimal rounded = (powerOfTen(places) * 2 + divisor) / (Decimal(divisor) * 2);
    return rounded * powerOfTen(quotientPlaces - places);
}

double decimalToDouble(Decimal value, int places)
{
    QByteArray digits;
    const bool isNegative = value < 0;
    for (Decimal rest = isNegative ? -value : value; rest > 0 || digits.size() <= places; rest /= 10)
        digits.prepend(char('0' + int(rest % 10)));
    digits.insert(digits.size() - places, '.');
    if (isNegative)
        digits.prepend('-');
    return digits.toDouble(); // independent of the locale, correctly rounded
}

Decimal decimalWeight(double weight)
{
    return Decimal(std::llround(weight * 1e6));
}

qint64 numberOf(const FusionLeg &leg, std::size_t index, FusionRanks ranks, qint64 previous)
{
    if (ranks == FusionRanks::RowNumber || index == 0)
        return qint64(index) + 1;
    if (leg.entries[index].score == leg.entries[index - 1].score)
        return previous;
    return ranks == FusionRanks::Rank ? qint64(index) + 1 : previous + 1;
}

double addedByRank(const FusionLeg &leg, qint64 divisor, FusionFormula formula)
{
    switch (formula) {
    case FusionFormula::NumericReciprocalTimesWeight: return numericReciprocal(divisor) * leg.weight;
    case FusionFormula::FloatReciprocalTimesWeight: return 1.0 / double(divisor) * leg.weight;
    case FusionFormula::WeightOverRank: return leg.weight / double(divisor);
    default: return decimalToDouble(reciprocalOf(divisor) * decimalWeight(leg.weight), quotientPlaces + weightPlaces);
    }
}

double fusedScore(const FusedRow &row, std::span<const FusionLeg> legs, const FusionSettings &settings)
{
    if (settings.formula == FusionFormula::NumericThroughout) {
        Decimal sum = 0;
        for (std::size_t i = 0; i < legs.size(); ++i) {
            if (row.parts[i].rank)
                sum += reciprocalOf(settings.k + *row.parts[i].rank) * decimalWeight(legs[i].weight);
        }
        return decimalToDouble(sum, quotientPlaces + weightPlaces);
    }
    double sum = row.parts.empty() ? 0.0 : row.parts[0].added;
    for (std::size_t i = 1; i < row.parts.size(); ++i)
        sum += row.parts[i].added;
    return sum;
}

} // namespace

double numericReciprocal(qint64 divisor)
{
    return decimalToDouble(reciprocalOf(divisor), quotientPlaces);
}

std::vector<FusedRow> fuse(std::span<const FusionLeg> legs, const FusionSettings &settings)
{
    std::vector<FusedRow> rows;
    std::unordered_map<qint64, std::size_t> places;
    for (std::size_t l = 0; l < legs.size(); ++l) {
        const FusionLeg &leg = legs[l];
        const std::size_t count = leg.limit > 0 ? std::min(leg.entries.size(), std::size_t(leg.limit)) : leg.entries.size();
        qint64 number = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const FusionLeg::Entry &entry = leg.entries[i];
            number = numberOf(leg, i, settings.ranks, number);
            const auto [place, isNew] = places.try_emplace(entry.id, rows.size());
            if (isNew)
                rows.push_back({.id = entry.id, .parts = std::vector<FusionPart>(legs.size())});
            FusionPart &part = rows[place->second].parts[l];
            if (part.rank)
                continue;
            const bool byScore = settings.formula == FusionFormula::WeightedScores;
            part = {number, entry.score, byScore ? entry.score * leg.weight : addedByRank(leg, settings.k + number, settings.formula)};
        }
    }
    for (FusedRow &row : rows)
        row.score = fusedScore(row, legs, settings);
    std::sort(rows.begin(), rows.end(), [](const FusedRow &a, const FusedRow &b) { return a.score != b.score ? a.score > b.score : a.id < b.id; });
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i].score == rows[i - 1].score)
            rows[i].isTied = rows[i - 1].isTied = true;
    }
    if (settings.limit > 0 && rows.size() > std::size_t(settings.limit))
        rows.resize(std::size_t(settings.limit));
    return rows;
}

double highestFusedScore(std::span<const FusionLeg> legs, const FusionSettings &settings)
{
    FusedRow row;
    for (const FusionLeg &leg : legs)
        row.parts.push_back({1, {}, addedByRank(leg, settings.k + 1, settings.formula)});
    return fusedScore(row, legs, settings);
}

} // namespace qd::retrieval
