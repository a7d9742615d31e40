#include "retrieval/engine/legs.h"

#include "retrieval/engine/serverorder.h"

#include <algorithm>

namespace qd::retrieval {

static std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

Result<TsQuery> tsqueryOf(const Corpus &corpus, const Question &question, const SearchSettings &settings)
{
    if (!settings.usesText())
        return TsQuery();
    Analyzer analyzer(settings.configuration, corpus.characterType());
    const QByteArray text = question.text.toUtf8();
    switch (settings.textFunction) {
    case SearchSettings::TextFunction::WebSearch: return TsQuery::webSearch(viewOf(text), analyzer);
    case SearchSettings::TextFunction::Plain: return TsQuery::plain(viewOf(text), analyzer);
    case SearchSettings::TextFunction::Phrase: return TsQuery::phrase(viewOf(text), analyzer);
    case SearchSettings::TextFunction::Standard: return TsQuery::standard(viewOf(text), analyzer);
    }
    Q_UNREACHABLE();
}

std::vector<std::string> bm25Words(const Corpus &corpus, const Question &question, const SearchSettings &settings)
{
    Analyzer analyzer(settings.configuration, corpus.characterType());
    const QByteArray text = question.text.toUtf8();
    std::vector<std::string> words;
    for (const AnalysedWord &word : analyzer.words(viewOf(text)))
        words.emplace_back(word.lexeme);
    return words;
}

static std::vector<TextHit> rankedBy(const CorpusText &text, const TsQuery &query, const SearchSettings &settings, int limit, const RowFilter &filter)
{
    const auto ranking = settings.ranking == SearchSettings::Ranking::Rank ? TextIndex::Ranking::Rank : TextIndex::Ranking::CoverDensity;
    return text.index.ranked(query, ranking, limit, settings.rankFlags, settings.rankWeights, filter.documents);
}

static std::vector<TextHit> inTableOrder(const Corpus &corpus, const std::vector<TextHit> &hits)
{
    std::vector<std::optional<float>> scores(corpus.rows());
    for (const TextHit &hit : hits)
        scores[hit.document] = hit.score;
    std::vector<TextHit> ordered;
    for (const quint32 row : *corpus.rowsInTableOrder()) {
        if (scores[row])
            ordered.push_back({row, *scores[row]});
    }
    return ordered;
}

Result<TextLeg> searchText(const Corpus &corpus, const Question &question, const SearchSettings &settings, int limit, const RowFilter &filter, const CorpusWork &work)
{
    const auto text = corpus.text(settings.configuration, work);
    if (!text)
        return tl::unexpected(text.error());
    TextLeg leg;
    leg.grade = (*text)->grade;
    if (settings.usesBm25()) {
        const auto bm25 = corpus.bm25(settings.configuration, settings.bm25, work);
        if (!bm25)
            return tl::unexpected(bm25.error());
        const std::vector<std::string> words = bm25Words(corpus, question, settings);
        leg.hasQuery = !words.empty();
        leg.hits = (*bm25)->best(std::vector<std::string_view>(words.begin(), words.end()), limit == 0 ? int(corpus.rows()) : limit, filter.documents);
        leg.matched = quint32(leg.hits.size());
    } else {
        const auto query = tsqueryOf(corpus, question, settings);
        if (!query)
            return tl::unexpected(query.error());
        leg.hasQuery = !query->isEmpty();
        // One more than asked for tells whether the last one is tied with what was left out.
        leg.hits = rankedBy(**text, *query, settings, limit == 0 ? 0 : limit + 1, filter);
        leg.matched = quint32(leg.hits.size());
    }
    const auto markTies = [&leg] {
        leg.isTied.assign(leg.hits.size(), false);
        for (std::size_t i = 1; i < leg.hits.size(); ++i) {
            if (leg.hits[i].score == leg.hits[i - 1].score)
                leg.isTied[i] = leg.isTied[i - 1] = true;
        }
    };
    markTies();
    if (!settings.usesBm25() && std::count(leg.isTied.begin(), leg.isTied.end(), true) > 0) {
        // Equal ranks: through the server's own sort, over all that match, in the order of the table.
        const bool isBounded = settings.mode != SearchSettings::Mode::Hybrid;
        const std::optional<float> beyond = limit > 0 && leg.hits.size() > std::size_t(limit) ? std::optional(leg.hits.back().score) : std::nullopt;
        leg.hits = inTableOrder(corpus, rankedBy(**text, *tsqueryOf(corpus, question, settings), settings, 0, filter));
        leg.matched = quint32(leg.hits.size());
        leg.hits = inServerOrder(std::move(leg.hits), std::size_t(limit), isBounded, [](const TextHit &a, const TextHit &b) { return a.score > b.score ? -1 : a.score < b.score ? 1 : 0; });
        markTies();
        for (std::size_t i = leg.hits.size(); i-- > 0 && beyond == leg.hits[i].score;)
            leg.isTied[i] = true;
    }
    if (limit > 0 && leg.hits.size() > std::size_t(limit)) {
        leg.hits.resize(std::size_t(limit));
        leg.isTied.resize(std::size_t(limit));
    }
    return leg;
}

} // namespace qd::retrieval
