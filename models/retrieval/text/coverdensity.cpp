#include "retrieval/text/matcher.h"
#include "retrieval/text/ranking.h"

#include <algorithm>
#include <cmath>

// ts_rank_cd. The double sums are made in the server's order.

namespace qd::retrieval {
namespace {

// What has been seen of a document while a cover is looked for, one item of the query per bit.
class SeenByMask
{
public:
    explicit SeenByMask(std::function<bool(quint64)> holds)
        : m_holds(std::move(holds))
    {
    }
    void start(bool) { m_seen = 0; }
    void add(quint64 items) { m_seen |= items; }
    bool holds() const { return m_holds(m_seen); }

private:
    quint64 m_seen = 0;
    std::function<bool(quint64)> m_holds;
};

// The same with places, for queries with phrases. Read backwards, places are put in front.
class SeenPlaces
{
public:
    SeenPlaces(const TsQuery &query, std::size_t entries)
        : m_query(query), m_seen(query.items().size())
    {
        for (auto &seen : m_seen)
            seen.places.resize(entries);
    }

    void start(bool backwards)
    {
        m_backwards = backwards;
        for (auto &seen : m_seen) {
            seen.begin = seen.end = backwards ? seen.places.size() : 0;
            seen.lexeme.positions = {};
        }
    }

    void add(quint32 item, LexemePosition position)
    {
        Seen &seen = m_seen[item];
        if (seen.begin != seen.end && placeOf(seen.places[m_backwards ? seen.begin : seen.end - 1]) == placeOf(position))
            return;
        seen.places[m_backwards ? --seen.begin : seen.end++] = position;
        seen.lexeme.positions = std::span(seen.places).subspan(seen.begin, seen.end - seen.begin);
    }

    std::span<const FoundLexeme> of(std::size_t item) const
    {
        return {&m_seen[item].lexeme, m_seen[item].begin != m_seen[item].end ? 1u : 0u};
    }
    bool holds() const { return PhraseMatcher(m_query, *this).execute(0); }

private:
    struct Seen
    {
        std::vector<LexemePosition> places;
        std::size_t begin = 0, end = 0;
        FoundLexeme lexeme;
    };
    const TsQuery &m_query;
    std::vector<Seen> m_seen;
    bool m_backwards = false;
};

} // namespace

// All places of all operands, ascending by place, weight and lexeme; one entry for a lexeme at a
// place even if several operands ask for it.
void Ranker::collectEntries(const FoundOperands &found)
{
    m_entries.clear();
    const auto items = m_query.items();
    for (quint32 item = 0; item < items.size(); ++item) {
        const quint8 weights = items[item].weights;
        for (const FoundLexeme &lexeme : found.of(item)) {
            for (const LexemePosition position : lexeme.positions) {
                if (!weights || hasWeight(weights, position))
                    m_entries.push_back({position, lexeme.order, item < 64 ? quint64(1) << item : 0, item, 1});
            }
        }
    }
    std::sort(m_entries.begin(), m_entries.end(), [](const CoverEntry &a, const CoverEntry &b) {
        const auto key = [](LexemePosition position) { return placeOf(position) << 2 | int(weightOf(position)); };
        return a.position != b.position ? key(a.position) < key(b.position) : a.order != b.order ? a.order < b.order : a.item < b.item;
    });
    m_sharedItems.clear();
    std::size_t last = 0;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const CoverEntry entry = m_entries[i];
        m_sharedItems.push_back(entry.item);
        if (i && m_entries[last].position == entry.position && m_entries[last].order == entry.order) {
            m_entries[last].items |= entry.items;
            ++m_entries[last].count;
            continue;
        }
        last = i ? last + 1 : 0;
        m_entries[last] = entry;
        m_entries[last].item = quint32(i); // where its items begin
    }
    if (!m_entries.empty())
        m_entries.resize(last + 1);
}

// Adds the cover from one entry to another, both included.
void Ranker::addCover(Covers &covers, std::size_t begin, std::size_t end) const
{
    double inverseSum = 0.0;
    for (std::size_t i = begin; i <= end; ++i)
        inverseSum += m_inverseWeights[std::size_t(weightOf(m_entries[i].position))];
    const auto between = int(end - begin);
    const int first = placeOf(m_entries[begin].position), last = placeOf(m_entries[end].position);
    int noise = (last - first) - between;
    if (noise < 0)
        noise = between / 2;
    covers.density += double(between + 1) / inverseSum / double(1 + noise);
}

template <typename Seen>
Ranker::Covers Ranker::coversOf(Seen &seen) const
{
    const auto add = [&](std::size_t index) {
        const CoverEntry &entry = m_entries[index];
        if constexpr (std::is_same_v<Seen, SeenByMask>) {
            seen.add(entry.items);
        } else {
            for (quint32 i = 0; i < entry.count; ++i)
                seen.add(m_sharedItems[entry.item + i], entry.position);
        }
    };
    Covers covers;
    double previous = 0.0;
    for (std::size_t from = 0; from < m_entries.size();) {
        // Right until the query holds …
        seen.start(false);
        std::size_t end = from;
        for (; end < m_entries.size(); ++end) {
            add(end);
            if (seen.holds())
                break;
        }
        if (end == m_entries.size() || placeOf(m_entries[end].position) == 0)
            break;
        // … and from there left until it holds again, which with a NOT may never be.
        seen.start(true);
        std::size_t begin = end + 1;
        bool holds = false;
        while (!holds && begin > from) {
            add(--begin);
            holds = seen.holds();
        }
        if (!holds) {
            ++from;
            continue;
        }
        from = begin + 1;
        addCover(covers, begin, end);
        const double middle = double(placeOf(m_entries[end].position) + placeOf(m_entries[begin].position)) / 2.0;
        if (covers.count > 0 && middle > previous)
            covers.inverseDistances += 1.0 / (middle - previous);
        previous = middle;
        ++covers.count;
    }
    return covers;
}

bool Ranker::holdsFor(quint64 present, std::size_t item) const
{
    const TsQuery::Item &here = m_query.items()[item];
    switch (here.kind) {
    case TsQuery::Kind::Not: return !holdsFor(present, item + 1);
    case TsQuery::Kind::Or: return holdsFor(present, item + here.left) || holdsFor(present, item + 1);
    case TsQuery::Kind::Value: return present >> item & 1;
    default: return holdsFor(present, item + here.left) && holdsFor(present, item + 1);
    }
}

Ranker::Covers Ranker::coversByMask() const
{
    SeenByMask seen([this](quint64 present) { return m_isAllOf ? (present & m_valueBits) == m_valueBits : holdsFor(present, 0); });
    return coversOf(seen);
}

Ranker::Covers Ranker::coversByPhrase() const
{
    SeenPlaces seen(m_query, m_entries.size());
    return coversOf(seen);
}

// When any operand will do, every entry is a cover of its own.
Ranker::Covers Ranker::coversOfAny() const
{
    Covers covers;
    double previous = 0.0;
    for (const CoverEntry &entry : m_entries) {
        covers.density += 1.0 / m_inverseWeights[std::size_t(weightOf(entry.position))] / 1.0;
        const double middle = double(placeOf(entry.position));
        if (covers.count > 0 && middle > previous)
            covers.inverseDistances += 1.0 / (middle - previous);
        previous = middle;
        ++covers.count;
    }
    return covers;
}

// The sum over covers that are single entries of one and the same weight does not depend on their
// order, so they need not be sorted.
bool Ranker::sumSingleWeight(const FoundOperands &found, double &density) const
{
    std::size_t entries = 0;
    for (const quint32 operand : m_operands) {
        if (m_query.items()[operand].isPrefix || m_query.items()[operand].weights)
            return false;
        for (const FoundLexeme &lexeme : found.of(operand)) {
            LexemePosition all = 0;
            for (const LexemePosition position : lexeme.positions)
                all |= position;
            if (weightOf(all) != Weight::D)
                return false;
            entries += lexeme.positions.size();
        }
    }
    const double each = 1.0 / m_inverseWeights[0] / 1.0;
    density = 0.0;
    for (; entries > 0; --entries)
        density += each;
    return true;
}

float Ranker::coverDensity(const FoundOperands &found, const DocumentSize &size, int flags)
{
    if (m_query.isEmpty() || found.isEmpty())
        return 0.0f;
    Covers covers;
    const bool isSummed = m_isAnyOf && !(flags & DivideByExtentDistance) && sumSingleWeight(found, covers.density);
    if (!isSummed) {
        collectEntries(found);
        if (m_entries.empty())
            return 0.0f;
        covers = m_isAnyOf ? coversOfAny() : m_hasPhrase || m_query.items().size() > 64 ? coversByPhrase() : coversByMask();
    }
    double density = covers.density;
    if ((flags & DivideByLogLength) && size.unique > 0)
        density /= std::log(double(size.length + 1));
    if ((flags & DivideByLength) && size.length > 0)
        density /= double(size.length);
    if ((flags & DivideByExtentDistance) && covers.count > 0 && covers.inverseDistances > 0)
        density /= double(covers.count) / covers.inverseDistances;
    if ((flags & DivideByUnique) && size.unique > 0)
        density /= double(size.unique);
    if ((flags & DivideByLogUnique) && size.unique > 0)
        density /= std::log(double(size.unique + 1)) / std::log(2.0);
    if (flags & DivideByRankPlusOne)
        density /= density + 1;
    return float(density);
}

} // namespace qd::retrieval
