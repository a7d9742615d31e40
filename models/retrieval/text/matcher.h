#pragma once

// The execution of a query, as TS_execute() of PostgreSQL 15 does it, over whatever knows where the
// operands stand: a document's vector, an index, or the part of a document seen so far.

#include "retrieval/text/matching.h"

#include <algorithm>
#include <limits>

namespace qd::retrieval {

using MatchKind = TsQuery::Kind;
enum class Ternary : quint8 { No, Maybe, Yes };

// Where a part of a phrase matches: at these places (ends of matches), or, negated, at all but these.
struct PhraseMatch
{
    Ternary outcome = Ternary::No;
    bool isNegated = false;
    int width = 0;
    std::vector<quint16> places = {};
};

enum Emit : quint8 { LeftOnly = 1, RightOnly = 2, Both = 4 };

// Places of the left and right list, moved by their offsets, that are in one, the other or both.
// Kept in 16 bits of which 14 count, as the server keeps them.
inline Ternary mergePlaces(PhraseMatch &into, const PhraseMatch &left, const PhraseMatch &right, int emits, int leftOffset, int rightOffset)
{
    constexpr int beyond = std::numeric_limits<int>::max();
    std::size_t l = 0, r = 0;
    while (l < left.places.size() || r < right.places.size()) {
        if (l >= left.places.size() && !(emits & RightOnly))
            break;
        if (r >= right.places.size() && !(emits & LeftOnly))
            break;
        const int leftPlace = l < left.places.size() ? placeOf(left.places[l]) + leftOffset : beyond;
        const int rightPlace = r < right.places.size() ? placeOf(right.places[r]) + rightOffset : beyond;
        const int kind = leftPlace < rightPlace ? LeftOnly : leftPlace == rightPlace ? Both : RightOnly;
        l += leftPlace <= rightPlace;
        r += rightPlace <= leftPlace;
        const int place = std::min(leftPlace, rightPlace);
        if ((emits & kind) && place > 0)
            into.places.push_back(quint16(place));
    }
    return into.places.empty() ? Ternary::No : Ternary::Yes;
}

template <typename Operands>
class PhraseMatcher
{
public:
    PhraseMatcher(const TsQuery &query, const Operands &found)
        : m_items(query.items()), m_found(found)
    {
    }

    bool execute(std::size_t item) const;

private:
    bool hasOperand(std::size_t item) const;
    PhraseMatch operandPlaces(std::size_t item) const;
    PhraseMatch phrase(std::size_t item) const;
    PhraseMatch negated(std::size_t item) const;
    PhraseMatch both(std::size_t item) const;
    PhraseMatch either(std::size_t item) const;

    std::span<const TsQuery::Item> m_items;
    const Operands &m_found;
};

inline bool hasWeight(quint8 weights, LexemePosition position)
{
    return weights & (1 << int(weightOf(position)));
}

// Without positions a lexeme is there whatever weight is asked for, as in the server.
template <typename Operands>
bool PhraseMatcher<Operands>::hasOperand(std::size_t item) const
{
    const quint8 weights = m_items[item].weights;
    for (const FoundLexeme &lexeme : m_found.of(item)) {
        if (!weights || lexeme.positions.empty() || std::any_of(lexeme.positions.begin(), lexeme.positions.end(), [weights](LexemePosition position) { return hasWeight(weights, position); }))
            return true;
    }
    return false;
}

template <typename Operands>
PhraseMatch PhraseMatcher<Operands>::operandPlaces(std::size_t item) const
{
    PhraseMatch match;
    const quint8 weights = m_items[item].weights;
    const auto lexemes = m_found.of(item);
    for (const FoundLexeme &lexeme : lexemes) {
        if (lexeme.positions.empty())
            return {.outcome = Ternary::Maybe};
        for (const LexemePosition position : lexeme.positions) {
            if (!weights || hasWeight(weights, position))
                match.places.push_back(quint16(placeOf(position)));
        }
    }
    if (lexemes.size() > 1) {
        std::sort(match.places.begin(), match.places.end());
        match.places.erase(std::unique(match.places.begin(), match.places.end()), match.places.end());
    }
    match.outcome = match.places.empty() ? Ternary::No : Ternary::Yes;
    return match;
}

template <typename Operands>
PhraseMatch PhraseMatcher<Operands>::negated(std::size_t item) const
{
    PhraseMatch match = phrase(item + 1);
    if (match.outcome == Ternary::Maybe)
        return match;
    if (match.outcome == Ternary::No)
        return {.outcome = Ternary::Yes, .isNegated = true, .width = match.width};
    if (match.places.empty()) // everywhere becomes nowhere
        return {.outcome = Ternary::No, .width = match.width};
    match.isNegated = !match.isNegated;
    return match;
}

template <typename Operands>
PhraseMatch PhraseMatcher<Operands>::both(std::size_t item) const
{
    const TsQuery::Item &here = m_items[item];
    const PhraseMatch left = phrase(item + here.left);
    if (left.outcome == Ternary::No)
        return {};
    const PhraseMatch right = phrase(item + 1);
    if (right.outcome == Ternary::No)
        return {};
    if (left.outcome == Ternary::Maybe || right.outcome == Ternary::Maybe)
        return {.outcome = Ternary::Maybe};
    // In a phrase the left part ends `distance` before the right part begins; with & the narrower
    // part is aligned to the right end of the wider.
    PhraseMatch match;
    int leftOffset = here.distance + right.width, rightOffset = 0;
    match.width = here.distance + left.width + right.width;
    if (here.kind == MatchKind::And) {
        match.width = std::max(left.width, right.width);
        leftOffset = match.width - left.width;
        rightOffset = match.width - right.width;
    }
    match.outcome = Ternary::Yes;
    if (left.isNegated && right.isNegated) {
        mergePlaces(match, left, right, Both | LeftOnly | RightOnly, leftOffset, rightOffset);
        match.isNegated = true;
    } else {
        match.outcome = mergePlaces(match, left, right, left.isNegated ? RightOnly : right.isNegated ? LeftOnly : Both, leftOffset, rightOffset);
    }
    return match;
}

template <typename Operands>
PhraseMatch PhraseMatcher<Operands>::either(std::size_t item) const
{
    PhraseMatch left = phrase(item + m_items[item].left);
    PhraseMatch right = phrase(item + 1);
    if (left.outcome == Ternary::No && right.outcome == Ternary::No)
        return {};
    if (left.outcome == Ternary::Maybe || right.outcome == Ternary::Maybe)
        return {.outcome = Ternary::Maybe};
    if (left.outcome == Ternary::No)
        left.width = 0;
    if (right.outcome == Ternary::No)
        right.width = 0;
    PhraseMatch match;
    match.width = std::max(left.width, right.width);
    const int leftOffset = match.width - left.width, rightOffset = match.width - right.width;
    match.outcome = Ternary::Yes;
    if (left.isNegated || right.isNegated) {
        mergePlaces(match, left, right, left.isNegated && right.isNegated ? Both : left.isNegated ? LeftOnly : RightOnly, leftOffset, rightOffset);
        match.isNegated = true;
    } else {
        match.outcome = mergePlaces(match, left, right, Both | LeftOnly | RightOnly, leftOffset, rightOffset);
    }
    return match;
}

template <typename Operands>
PhraseMatch PhraseMatcher<Operands>::phrase(std::size_t item) const
{
    switch (m_items[item].kind) {
    case MatchKind::Not: return negated(item);
    case MatchKind::And:
    case MatchKind::Phrase: return both(item);
    case MatchKind::Or: return either(item);
    default: return operandPlaces(item);
    }
}

template <typename Operands>
bool PhraseMatcher<Operands>::execute(std::size_t item) const
{
    switch (m_items[item].kind) {
    case MatchKind::Not: return !execute(item + 1);
    case MatchKind::And: return execute(item + m_items[item].left) && execute(item + 1);
    case MatchKind::Or: return execute(item + m_items[item].left) || execute(item + 1);
    case MatchKind::Phrase: return phrase(item).outcome == Ternary::Yes;
    default: return hasOperand(item);
    }
}

} // namespace qd::retrieval
