#include "retrieval/text/ranking.h"

#include <algorithm>
#include <cmath>

// ts_rank. Every intermediate value has the type that it has in tsrank.c: a float where the server
// stores one, a double where C promotes.

namespace qd::retrieval {
namespace {

// How much two lexemes this far apart count together.
float distanceWeight(int distance)
{
    if (distance > 100)
        return 1e-30f;
    return float(1.0 / (1.005 + 0.05 * std::exp(float(distance) / 1.5 - 2)));
}

// A lexeme without positions acts as one at the last place there is, with the lowest weight.
constexpr LexemePosition nowherePosition[] = {MaxPlace};
constexpr LexemePosition weightlessPosition[] = {0};

constexpr float noPairRank = 1e-20f;

} // namespace

Ranker::Ranker(const TsQuery &query, const RankWeights &weights)
    : m_query(query)
{
    for (std::size_t i = 0; i < weights.size(); ++i) {
        m_weights[i] = weights[i] >= 0 ? weights[i] : DefaultRankWeights[i];
        m_inverseWeights[i] = 1.0 / double(m_weights[i]);
    }
    const auto items = query.items();
    for (quint32 i = 0; i < items.size(); ++i) {
        const auto kind = items[i].kind;
        if (kind == TsQuery::Kind::Value) {
            m_operands.push_back(i);
            m_valueBits |= i < 64 ? quint64(1) << i : 0;
        } else {
            m_isAnyOf &= kind == TsQuery::Kind::Or;
            m_isAllOf &= kind == TsQuery::Kind::And;
            m_hasPhrase |= kind == TsQuery::Kind::Phrase;
        }
    }
    if (!items.empty())
        m_isConjunction = items[0].kind == TsQuery::Kind::And || items[0].kind == TsQuery::Kind::Phrase;
    const auto lexemeOf = [&](quint32 item) { return query.lexeme(items[item]); };
    std::stable_sort(m_operands.begin(), m_operands.end(), [&](quint32 a, quint32 b) { return lexemeOf(a) < lexemeOf(b); });
    m_operands.erase(std::unique(m_operands.begin(), m_operands.end(), [&](quint32 a, quint32 b) { return lexemeOf(a) == lexemeOf(b); }), m_operands.end());
}

float Ranker::rankOfPairs(const FoundOperands &found) const
{
    float rank = -1.0f;
    // The last lexeme of each operand so far; a prefix may have several, and the server keeps the last.
    std::vector<std::pair<std::span<const LexemePosition>, bool>> earlier(m_operands.size());
    for (std::size_t i = 0; i < m_operands.size(); ++i) {
        for (const FoundLexeme &lexeme : found.of(m_operands[i])) {
            const bool isNowhere = lexeme.positions.empty();
            const auto here = isNowhere ? std::span<const LexemePosition>(nowherePosition) : lexeme.positions;
            earlier[i] = {here, isNowhere};
            for (std::size_t k = 0; k < i; ++k) {
                const auto [there, otherIsNowhere] = earlier[k];
                for (const LexemePosition mine : here) {
                    for (const LexemePosition other : there) {
                        int distance = std::abs(placeOf(mine) - placeOf(other));
                        if (distance == 0 && !isNowhere && !otherIsNowhere)
                            continue;
                        if (distance == 0)
                            distance = MaxPlace + 1;
                        const float together = m_weights[std::size_t(weightOf(mine))] * m_weights[std::size_t(weightOf(other))] * distanceWeight(distance);
                        const auto pair = float(std::sqrt(double(together)));
                        rank = rank < 0 ? pair : float(1.0 - (1.0 - double(rank)) * (1.0 - double(pair)));
                    }
                }
            }
        }
    }
    return rank;
}

float Ranker::rankOfEach(const FoundOperands &found) const
{
    float rank = 0.0f;
    for (const quint32 operand : m_operands) {
        for (const FoundLexeme &lexeme : found.of(operand)) {
            const auto positions = lexeme.positions.empty() ? std::span<const LexemePosition>(weightlessPosition) : lexeme.positions;
            float sum = 0.0f, heaviest = -1.0f;
            int at = 0;
            for (int j = 0; j < int(positions.size()); ++j) {
                const float weight = m_weights[std::size_t(weightOf(positions[std::size_t(j)]))];
                sum = sum + weight / float((j + 1) * (j + 1));
                if (weight > heaviest) {
                    heaviest = weight;
                    at = j;
                }
            }
            const float ordered = heaviest + sum - heaviest / float((at + 1) * (at + 1));
            rank = float(double(rank) + double(ordered) / 1.64493406685); // the sum of 1/i² is π²/6
        }
    }
    if (!m_operands.empty())
        rank = rank / float(int(m_operands.size()));
    return rank;
}

float Ranker::rank(const FoundOperands &found, const DocumentSize &size, int flags)
{
    if (size.unique == 0 || m_query.isEmpty())
        return 0.0f;
    float rank = m_isConjunction && m_operands.size() >= 2 ? rankOfPairs(found) : rankOfEach(found);
    if (rank < 0)
        rank = noPairRank;
    if (flags & DivideByLogLength)
        rank = float(double(rank) / (std::log(double(size.length + 1)) / std::log(2.0)));
    if ((flags & DivideByLength) && size.length > 0)
        rank = rank / float(size.length);
    if (flags & DivideByUnique)
        rank = rank / float(size.unique);
    if (flags & DivideByLogUnique)
        rank = float(double(rank) / (std::log(double(size.unique + 1)) / std::log(2.0)));
    if (flags & DivideByRankPlusOne)
        rank = rank / (rank + 1);
    return rank;
}

bool rankWeightsAllowed(const RankWeights &weights)
{
    return std::all_of(weights.begin(), weights.end(), [](float weight) { return !(weight > 1.0f) && !std::isnan(weight); });
}

float rank(const TsQuery &query, const TsVector &vector, int flags, const RankWeights &weights)
{
    FoundOperands found;
    findOperands(query, vector, found);
    return Ranker(query, weights).rank(found, {vector.count(), vector.length()}, flags);
}

float rankCoverDensity(const TsQuery &query, const TsVector &vector, int flags, const RankWeights &weights)
{
    FoundOperands found;
    findOperands(query, vector, found);
    return Ranker(query, weights).coverDensity(found, {vector.count(), vector.length()}, flags);
}

} // namespace qd::retrieval
