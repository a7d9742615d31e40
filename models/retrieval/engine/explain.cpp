#include "retrieval/engine/explain.h"

#include "retrieval/engine/legs.h"
#include "retrieval/text/candidates.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace qd::retrieval {

namespace {

struct ExplainWords
{
    Q_DECLARE_TR_FUNCTIONS(Explain)
};

// Which items stand under a NOT: operands come behind their operator, so one pass suffices.
std::vector<bool> negatedItems(const TsQuery &query)
{
    const auto items = query.items();
    std::vector<bool> isNegated(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].kind == TsQuery::Kind::Value)
            continue;
        const bool negates = items[i].kind == TsQuery::Kind::Not;
        isNegated[i + 1] = isNegated[i] != negates;
        if (!negates)
            isNegated[i + items[i].left] = isNegated[i];
    }
    return isNegated;
}

// What one row holds of a query, and its rank with or without some of it.
class RowRanks
{
public:
    RowRanks(const CorpusText &text, const TsQuery &query, const SearchSettings &settings, quint32 row)
        : m_query(query), m_settings(settings), m_size(text.index.size(row)), m_ranker(query, settings.rankWeights)
    {
        PostingCursors(text.index, query).find(row, m_found);
    }
    const FoundOperands &found() const { return m_found; }
    double rank(const FoundOperands &found)
    {
        return double(m_settings.ranking == SearchSettings::Ranking::Rank ? m_ranker.rank(found, m_size, m_settings.rankFlags) : m_ranker.coverDensity(found, m_size, m_settings.rankFlags));
    }
    // As if the row did not hold the lexeme of an item.
    FoundOperands without(std::size_t item) const
    {
        const auto items = m_query.items();
        FoundOperands rest;
        rest.start(items.size());
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (items[i].kind == TsQuery::Kind::Value && m_query.lexeme(items[i]) == m_query.lexeme(items[item]) && items[i].isPrefix == items[item].isPrefix)
                continue;
            for (const FoundLexeme &lexeme : m_found.of(i))
                rest.add(i, lexeme);
        }
        rest.finish();
        return rest;
    }

private:
    const TsQuery &m_query;
    const SearchSettings &m_settings;
    DocumentSize m_size;
    Ranker m_ranker;
    FoundOperands m_found;
};

void addPositions(ExplainedTerm &term, std::span<const LexemePosition> positions)
{
    constexpr char16_t letters[] = u"DCBA";
    for (const LexemePosition position : positions) {
        term.places << placeOf(position);
        term.weights += QChar(letters[int(weightOf(position))]);
    }
    term.frequency += std::max(1u, quint32(positions.size()));
}

quint32 documentsWith(const TextIndex &index, std::string_view lexeme, bool isPrefix)
{
    if (!isPrefix) {
        const int number = index.find(lexeme);
        return number < 0 ? 0 : quint32(index.documentsOf(number).size());
    }
    std::vector<quint32> all;
    const auto [first, end] = index.withPrefix(lexeme);
    for (int number = first; number < end; ++number)
        all.insert(all.end(), index.documentsOf(number).begin(), index.documentsOf(number).end());
    std::sort(all.begin(), all.end());
    return quint32(std::unique(all.begin(), all.end()) - all.begin());
}

void explainRanks(RowExplanation &explained, const CorpusText &text, const TsQuery &query, const SearchSettings &settings)
{
    if (!text.hasVector.contains(explained.row))
        return;
    RowRanks ranks(text, query, settings, explained.row);
    explained.matches = matches(query, ranks.found());
    explained.textScore = ranks.rank(ranks.found());
    const auto items = query.items();
    const std::vector<bool> isNegated = negatedItems(query);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].kind != TsQuery::Kind::Value)
            continue;
        ExplainedTerm term;
        const std::string_view lexeme = query.lexeme(items[i]);
        term.lexeme = QString::fromUtf8(lexeme.data(), qsizetype(lexeme.size()));
        const auto isSame = [&term, &items, i](const ExplainedTerm &other) { return other.lexeme == term.lexeme && other.isPrefix == items[i].isPrefix; };
        if (std::any_of(explained.terms.cbegin(), explained.terms.cend(), isSame))
            continue;
        term.isPrefix = items[i].isPrefix;
        term.isNegated = isNegated[i];
        term.documents = documentsWith(text.index, lexeme, term.isPrefix);
        for (const FoundLexeme &found : ranks.found().of(i))
            addPositions(term, found.positions);
        if (term.frequency > 0) {
            const FoundOperands rest = ranks.without(i);
            term.isNeeded = *explained.matches && !matches(query, rest);
            term.adds = *explained.textScore - (term.isNeeded ? 0 : ranks.rank(rest));
        }
        explained.terms << term;
    }
}

void explainBm25(RowExplanation &explained, const CorpusText &text, const Bm25 &bm25, const std::vector<std::string> &words)
{
    const std::vector<std::string_view> views(words.begin(), words.end());
    const std::vector<Bm25Part> parts = bm25.explain(views, explained.row);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        ExplainedTerm term;
        term.lexeme = QString::fromStdString(words[i]);
        term.documents = parts[i].lexeme < 0 ? 0 : quint32(text.index.documentsOf(parts[i].lexeme).size());
        if (parts[i].frequency > 0) {
            const auto documents = text.index.documentsOf(parts[i].lexeme);
            const auto at = std::lower_bound(documents.begin(), documents.end(), explained.row) - documents.begin();
            addPositions(term, text.index.positions(text.index.firstPosting(parts[i].lexeme) + quint32(at)));
        }
        term.frequency = parts[i].frequency;
        term.adds = parts[i].score;
        if (parts[i].lexeme >= 0)
            term.idf = parts[i].idf;
        explained.terms << term;
    }
    explained.textScore = double(bm25.score(parts));
    explained.matches = std::any_of(parts.begin(), parts.end(), [](const Bm25Part &part) { return part.frequency > 0; });
}

QString rankFunction(const SearchSettings &settings)
{
    if (settings.usesBm25())
        return QStringLiteral("BM25 (%1, k1 %2, b %3)").arg(settings.toJson().value(QLatin1String("bm25")).toObject().value(QLatin1String("form")).toString()).arg(double(settings.bm25.k1)).arg(double(settings.bm25.b));
    const QString weights = settings.rankWeights == DefaultRankWeights ? QString() : QStringLiteral("'{%1, %2, %3, %4}', ").arg(double(settings.rankWeights[0])).arg(double(settings.rankWeights[1])).arg(double(settings.rankWeights[2])).arg(double(settings.rankWeights[3]));
    const QString flags = settings.rankFlags == 0 ? QString() : QStringLiteral(", %1").arg(settings.rankFlags);
    return QStringLiteral("%1(%2tsvector, query%3)").arg(nameOf(settings.ranking), weights, flags);
}

Result<> explainText(RowExplanation &explained, const Corpus &corpus, const Question &question, const SearchSettings &settings, const RowFilter &filter, const CorpusWork &work)
{
    const auto text = corpus.text(settings.configuration, work);
    if (!text)
        return tl::unexpected(text.error());
    const auto query = tsqueryOf(corpus, question, settings);
    if (!query)
        return tl::unexpected(query.error());
    explained.words = (*text)->index.size(explained.row).length;
    explained.textFunction = rankFunction(settings);
    if (settings.usesBm25()) {
        const auto bm25 = corpus.bm25(settings.configuration, settings.bm25, work);
        if (!bm25)
            return tl::unexpected(bm25.error());
        explainBm25(explained, **text, **bm25, bm25Words(corpus, question, settings));
    } else {
        explainRanks(explained, **text, *query, settings);
    }
    if (explained.matches.value_or(false)) {
        const auto leg = searchText(corpus, question, settings, 0, filter, work);
        if (!leg)
            return tl::unexpected(leg.error());
        const auto found = std::find_if(leg->hits.begin(), leg->hits.end(), [&explained](const TextHit &hit) { return hit.document == explained.row; });
        if (found != leg->hits.end())
            explained.textRank = quint32(found - leg->hits.begin()) + 1;
    }
    return {};
}

Result<> explainVectors(RowExplanation &explained, const Corpus &corpus, const Question &question, const SearchSettings &settings, const RowFilter &filter)
{
    const auto vector = vectorOf(corpus, question, settings);
    if (!vector)
        return tl::unexpected(vector.error());
    if (!corpus.searchable().contains(explained.row))
        return {};
    ExactQuery ask = exactQueryOf(corpus, vector->elements.data(), settings, 1, &filter.rows);
    explained.place = placeOf(corpus.vectors(), ask, explained.row);
    explained.distance = explained.place->distance;
    if (settings.metric == Metric::Cosine)
        explained.similarity = 1.0 - *explained.distance;
    if (settings.threshold)
        explained.passesThreshold = settings.threshold->passes(*explained.distance);
    ask.filter = nullptr;
    explained.placeUnfiltered = placeOf(corpus.vectors(), ask, explained.row).rank;
    return {};
}

QString weighted(double weight, const QString &term)
{
    return weight == 1 ? term : QStringLiteral("%1 × %2").arg(QString::number(weight), term);
}

QString partText(const SearchSettings &settings, double weight, const FusionPart &part)
{
    if (settings.legs == SearchSettings::Legs::EveryRow || settings.fusion == FusionFormula::WeightedScores)
        return weighted(weight, QString::number(part.score.value_or(0), 'g', 4));
    const QString divisor = QStringLiteral("(%1+%2)").arg(settings.k).arg(part.rank.value_or(0));
    return settings.fusion == FusionFormula::WeightOverRank ? QString::number(weight) + QLatin1Char('/') + divisor : weighted(weight, QStringLiteral("1/") + divisor);
}

QString arithmeticOf(const SearchSettings &settings, const AnswerRow &row)
{
    QStringList parts;
    if (row.vector.rank || row.vector.score)
        parts << partText(settings, settings.vectorWeight, row.vector);
    if (row.text.rank || row.text.score)
        parts << partText(settings, settings.textWeight, row.text);
    return parts.isEmpty() || !row.score ? QString() : QStringLiteral("%1 = %2").arg(parts.join(QStringLiteral(" + ")), QString::number(*row.score, 'g', 4));
}

void explainPlaces(RowExplanation &explained, const Corpus &corpus, const Question &question, const SearchSettings &settings, const QString &quotation)
{
    explained.page = corpus.integer(explained.row, "page");
    explained.begin = corpus.integer(explained.row, "begin");
    explained.end = corpus.integer(explained.row, "end");
    const std::string text = corpus.text(explained.row).toStdString();
    // Words are marked for every question, also where only vectors are searched.
    SearchSettings asText = settings;
    if (!asText.usesText())
        asText.mode = SearchSettings::Mode::Text;
    Analyzer analyzer(settings.configuration, corpus.characterType());
    if (const auto query = tsqueryOf(corpus, question, asText)) {
        for (const TextRange &range : highlights(text, *query, analyzer))
            explained.highlights << ExplainedHighlight{range, explained.begin ? std::optional(*explained.begin + range.character) : std::nullopt, explained.page};
    }
    static const QRegularExpression quoted(QStringLiteral("[\"“]([^\"“”]+)[\"”]"));
    explained.quotation = quotation.isEmpty() ? quoted.match(question.text).captured(1) : quotation;
    if (!explained.quotation.trimmed().isEmpty())
        explained.citation = findCitation(text, explained.quotation.toStdString(), corpus.characterType());
}

} // namespace

Result<RowExplanation> explain(const Corpus &corpus, const Question &question, const SearchSettings &settings, quint32 row, const QString &quotation, const CorpusWork &work)
{
    if (!corpus.alive().contains(row))
        return failure(Error::Kind::Missing, ExplainWords::tr("The snapshot has no such chunk."));
    RowExplanation explained;
    explained.row = row;
    explained.key = corpus.key(row);
    const auto answer = search(corpus, question, settings, work);
    if (!answer)
        return tl::unexpected(answer.error());
    const auto filter = corpus.filter(settings, work);
    if (!filter)
        return tl::unexpected(filter.error());
    explained.highestScore = answer->highestScore;
    if (const AnswerRow *found = answer->find(row))
        explained.inAnswer = *found;
    if (settings.usesVectors()) {
        if (const auto done = explainVectors(explained, corpus, question, settings, **filter); !done)
            return tl::unexpected(done.error());
    }
    if (settings.usesText()) {
        if (const auto done = explainText(explained, corpus, question, settings, **filter, work); !done)
            return tl::unexpected(done.error());
    }
    if (settings.mode == SearchSettings::Mode::Hybrid && explained.inAnswer)
        explained.arithmetic = arithmeticOf(settings, *explained.inAnswer);
    explained.conditions = corpus.conditions(row, settings);
    explainPlaces(explained, corpus, question, settings, quotation);
    return explained;
}

} // namespace qd::retrieval
