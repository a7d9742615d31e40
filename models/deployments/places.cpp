#include "deployments/proposal.h"

namespace qd {

namespace {

bool fitsType(Meaning meaning, const ColumnPlace &place)
{
    const bool number = place.category == u'N' && place.base != u"money", text = place.category == u'S' || place.category == u'E';
    switch (meaning) {
    case Meaning::Time: return place.isMoment();
    case Meaning::Start:
    case Meaning::End: return place.isMoment();
    case Meaning::Latency:
    case Meaning::TokensIn:
    case Meaning::TokensOut:
    case Meaning::TokensCached:
    case Meaning::TokensCacheWrite:
    case Meaning::TokensTotal:
    case Meaning::CostUsd:
    case Meaning::CostCents: return number;
    case Meaning::HttpStatus: return number || text;
    case Meaning::Success:
    case Meaning::Failed:
    case Meaning::InStream: return place.category == u'B';
    case Meaning::Id: return !place.isJson() && place.path.isEmpty();
    case Meaning::User:
    case Meaning::Trace:
    case Meaning::Span:
    case Meaning::ParentSpan: return !place.isJson();
    default: return text;
    }
}

} // namespace

const ColumnPlace *bestPlace(const CandidateTable &candidate, Meaning meaning)
{
    const ColumnPlace *best = nullptr;
    double bestScore = 1e9;
    for (const ColumnPlace &place : candidate.places) {
        const int rank = place.maySelect || !candidate.mayRead ? rankOf(meaning, place.name) : -1;
        if (rank < 0 || !fitsType(meaning, place))
            continue;
        double score = rank + 0.4 * double(place.path.size());
        if (candidate.sampled > 0 && place.present == 0)
            score += 100;
        if (meaning == Meaning::Time && !place.leadsIndex)
            score += 50;
        if (score < bestScore) {
            bestScore = score;
            best = &place;
        }
    }
    return best;
}

const ColumnPlace *identityOf(const CandidateTable &candidate)
{
    for (const ColumnPlace &place : candidate.places)
        if (place.isPrimary)
            return &place;
    const ColumnPlace *named = bestPlace(candidate, Meaning::Id);
    if (named && (named->isUnique || candidate.kind == u"v" || candidate.kind == u"f" || candidate.kind == u"p"))
        return named;
    for (const ColumnPlace &place : candidate.places)
        if (place.isUnique && (place.base == u"uuid" || place.category == u'N' || place.category == u'S'))
            return &place;
    return named;
}

} // namespace qd
