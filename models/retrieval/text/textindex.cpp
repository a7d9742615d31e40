#include "retrieval/text/textindex.h"

#include "retrieval/text/candidates.h"

#include <algorithm>
#include <numeric>

namespace qd::retrieval {

void TextIndex::add(const TsVector &vector)
{
    m_sizes.push_back({vector.count(), vector.length()});
    for (int i = 0; i < vector.count(); ++i) {
        const auto text = vector.lexeme(i);
        auto known = m_building.numbers.find(text);
        if (known == m_building.numbers.end()) {
            const auto &kept = m_building.texts.emplace_back(std::make_unique<std::string>(text));
            known = m_building.numbers.emplace(*kept, quint32(m_building.counts.size())).first;
            m_building.counts.push_back(0);
        }
        const auto positions = vector.positions(i);
        ++m_building.counts[known->second];
        m_building.lexemes.push_back(known->second);
        m_building.positionCounts.push_back(quint16(positions.size()));
        m_building.positions.insert(m_building.positions.end(), positions.begin(), positions.end());
    }
}

void TextIndex::finish()
{
    Building building = std::exchange(m_building, {});
    const std::size_t count = building.counts.size(), postings = building.lexemes.size();
    std::vector<quint32> order(count), rankOf(count);
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](quint32 a, quint32 b) { return *building.texts[a] < *building.texts[b]; });
    m_begins.assign(count + 1, 0);
    for (quint32 rank = 0; rank < count; ++rank) {
        const std::string &text = *building.texts[order[rank]];
        rankOf[order[rank]] = rank;
        m_lexemes.push_back({quint32(m_texts.size()), quint32(text.size())});
        m_texts += text;
        m_begins[rank + 1] = m_begins[rank] + building.counts[order[rank]];
    }
    // Two passes over the postings in the order of the documents: where each goes, then its positions.
    m_documents.resize(postings);
    m_positionBegins.assign(postings + 1, 0);
    std::vector<quint32> next(m_begins.begin(), m_begins.end()), places(postings);
    std::size_t posting = 0;
    for (quint32 document = 0; document < m_sizes.size(); ++document) {
        for (int i = 0; i < m_sizes[document].unique; ++i, ++posting) {
            const quint32 place = next[rankOf[building.lexemes[posting]]]++;
            places[posting] = place;
            m_documents[place] = document;
            m_positionBegins[place + 1] = building.positionCounts[posting];
        }
    }
    std::partial_sum(m_positionBegins.begin(), m_positionBegins.end(), m_positionBegins.begin());
    m_positions.resize(building.positions.size());
    auto from = building.positions.begin();
    for (posting = 0; posting < postings; ++posting) {
        std::copy_n(from, building.positionCounts[posting], m_positions.begin() + m_positionBegins[places[posting]]);
        from += building.positionCounts[posting];
    }
}

int TextIndex::find(std::string_view wanted) const
{
    const auto found = std::lower_bound(m_lexemes.begin(), m_lexemes.end(), wanted, [this](const Lexeme &lexeme, std::string_view text) {
        return std::string_view(m_texts.data() + lexeme.text, lexeme.bytes) < text;
    });
    const int number = int(found - m_lexemes.begin());
    return number < lexemeCount() && lexeme(number) == wanted ? number : -1;
}

std::pair<int, int> TextIndex::withPrefix(std::string_view prefix) const
{
    const auto before = [this](const Lexeme &lexeme, std::string_view text) {
        return std::string_view(m_texts.data() + lexeme.text, lexeme.bytes).substr(0, text.size()) < text;
    };
    const auto behind = [this](std::string_view text, const Lexeme &lexeme) {
        return text < std::string_view(m_texts.data() + lexeme.text, lexeme.bytes).substr(0, text.size());
    };
    const auto first = std::lower_bound(m_lexemes.begin(), m_lexemes.end(), prefix, before);
    const auto end = std::upper_bound(first, m_lexemes.end(), prefix, behind);
    return {int(first - m_lexemes.begin()), int(end - m_lexemes.begin())};
}

std::vector<quint32> TextIndex::matching(const TsQuery &query, const DocumentFilter &filter) const
{
    Candidates candidates = findCandidates(*this, query, filter);
    if (candidates.isExact)
        return std::move(candidates.documents);
    PostingCursors cursors(*this, query);
    FoundOperands found;
    std::erase_if(candidates.documents, [&](quint32 document) {
        cursors.find(document, found);
        return !matches(query, found);
    });
    return std::move(candidates.documents);
}

std::vector<TextHit> TextIndex::ranked(const TsQuery &query, Ranking ranking, int limit, int flags, const RankWeights &weights, const DocumentFilter &filter) const
{
    const Candidates candidates = findCandidates(*this, query, filter);
    PostingCursors cursors(*this, query);
    FoundOperands found;
    Ranker ranker(query, weights);
    const auto isBetter = [](const TextHit &a, const TextHit &b) { return a.score != b.score ? a.score > b.score : a.document < b.document; };
    std::vector<TextHit> best; // a heap with the worst on top once it is full
    for (const quint32 document : candidates.documents) {
        cursors.find(document, found);
        if (!candidates.isExact && !matches(query, found))
            continue;
        const DocumentSize &size = m_sizes[document];
        const TextHit hit{document, ranking == Ranking::Rank ? ranker.rank(found, size, flags) : ranker.coverDensity(found, size, flags)};
        if (limit <= 0 || int(best.size()) < limit) {
            best.push_back(hit);
            if (int(best.size()) == limit)
                std::make_heap(best.begin(), best.end(), isBetter);
        } else if (isBetter(hit, best.front())) {
            std::pop_heap(best.begin(), best.end(), isBetter);
            best.back() = hit;
            std::push_heap(best.begin(), best.end(), isBetter);
        }
    }
    std::sort(best.begin(), best.end(), isBetter);
    return best;
}

} // namespace qd::retrieval
