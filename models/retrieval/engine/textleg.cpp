#include "retrieval/engine/legs.h"

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
        const auto ranking = settings.ranking == SearchSettings::Ranking::Rank ? TextIndex::Ranking::Rank : TextIndex::Ranking::CoverDensity;
        // One more than asked for tells whether the last one is tied with what was left out.
        leg.hits = (*text)->index.ranked(*query, ranking, limit == 0 ? 0 : limit + 1, settings.rankFlags, settings.rankWeights, filter.documents);
        leg.matched = quint32(leg.hits.size());
    }
    leg.isTied.resize(leg.hits.size());
    for (std::size_t i = 1; i < leg.hits.size(); ++i) {
        if (leg.hits[i].score == leg.hits[i - 1].score)
            leg.isTied[i] = leg.isTied[i - 1] = true;
    }
    if (limit > 0 && leg.hits.size() > std::size_t(limit)) {
        leg.hits.resize(std::size_t(limit));
        leg.isTied.resize(std::size_t(limit));
    }
    return leg;
}

} // namespace qd::retrieval
