#include "retrieval/engine/droppedby.h"

#include "retrieval/engine/legs.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace qd::retrieval {

namespace {

struct DroppedWords
{
    Q_DECLARE_TR_FUNCTIONS(WhyNot)
};

QString shortNumber(double value)
{
    return QString::number(value, 'g', 5);
}

// One row under one set of settings: which stage loses it.
class StageFinder
{
public:
    StageFinder(const Corpus &corpus, const Question &question, const SearchSettings &settings, quint32 row, const CorpusWork &work)
        : m_corpus(corpus), m_question(question), m_settings(settings), m_work(work)
    {
        m_why.row = row;
    }
    Result<WhyNot> find();

private:
    void conclude(DroppedBy stage, const QString &sentence)
    {
        m_why.stage = stage;
        m_why.sentence = sentence;
    }
    bool isFilteredOut();
    Result<> vectorStage(int limit);
    Result<> indexStage(int limit, const void *query, const Distances &distances);
    Result<> exactStage(int limit, const void *query);
    void skipped(int limit, const void *query, const VectorLeg &leg);
    Result<> textStage(int limit);
    Result<> fusedStage(const SearchAnswer &answer);
    Result<> everyRowStage(const SearchAnswer &answer);
    Result<bool> isIndexed() const;
    DroppedBy limitStage() const { return m_settings.mode == SearchSettings::Mode::Hybrid ? DroppedBy::LegLimit : DroppedBy::Limit; }
    void belowLimit(quint32 rank, int limit, std::optional<double> score, std::optional<double> last);

    const Corpus &m_corpus;
    const Question &m_question;
    const SearchSettings &m_settings;
    const CorpusWork &m_work;
    std::shared_ptr<const RowFilter> m_filter;
    WhyNot m_why;
};

bool StageFinder::isFilteredOut()
{
    const QList<Corpus::Condition> conditions = m_corpus.conditions(*m_why.row, m_settings);
    for (const Corpus::Condition &condition : conditions) {
        if (condition.passes)
            continue;
        const QString found = condition.found ? DroppedWords::tr("“%1”").arg(*condition.found) : DroppedWords::tr("not set");
        if (condition.name == QLatin1String("owner"))
            conclude(DroppedBy::Owner, DroppedWords::tr("Asked as “%1”; the owner of this chunk is %2.").arg(condition.wanted, found));
        else if (condition.name == QLatin1String("status"))
            conclude(DroppedBy::Status, DroppedWords::tr("Its status is %2; only %1 is searched.").arg(condition.wanted, found));
        else if (condition.name == QLatin1String("document"))
            conclude(DroppedBy::Document, DroppedWords::tr("Its document is %2; only %1 is searched.").arg(condition.wanted, found));
        else
            conclude(DroppedBy::Metadata, DroppedWords::tr("Its metadata does not contain %1.").arg(condition.wanted));
        return true;
    }
    return false;
}

void StageFinder::belowLimit(quint32 rank, int limit, std::optional<double> score, std::optional<double> last)
{
    m_why.rank = rank;
    m_why.limit = quint32(limit);
    m_why.score = score;
    m_why.bound = last;
    if (score && last)
        m_why.margin = *last - *score;
    const bool isLeg = m_settings.mode == SearchSettings::Mode::Hybrid;
    conclude(limitStage(), isLeg ? DroppedWords::tr("It has rank %1 in its list, whose limit is %2.").arg(rank).arg(limit) : DroppedWords::tr("It has rank %1, the limit is %2.").arg(rank).arg(limit));
}

Result<bool> StageFinder::isIndexed() const
{
    const RowOfTid rowOf = m_corpus.rowsByTid();
    if (m_settings.scan == SearchSettings::Scan::Hnsw) {
        const auto graph = m_corpus.graph(m_settings, m_work);
        if (!graph)
            return tl::unexpected(graph.error());
        const auto holds = [&](const HnswGraph::Node &node) {
            const auto tids = (*graph)->graph.tids(node);
            return std::any_of(tids.begin(), tids.end(), [&](HeapTid tid) { return ((*graph)->isProductions ? rowOf(tid) : std::optional(quint32(tid - 1))) == m_why.row; });
        };
        const auto &nodes = (*graph)->graph.nodes();
        return std::any_of(nodes.begin(), nodes.end(), holds);
    }
    const auto lists = m_corpus.lists(m_settings, m_work);
    if (!lists)
        return tl::unexpected(lists.error());
    const auto &all = (*lists)->index.lists();
    return std::any_of(all.begin(), all.end(), [&](const IvfflatIndex::List &list) {
        const auto entries = (*lists)->index.entries(list);
        return std::any_of(entries.begin(), entries.end(), [&](const IvfflatIndex::Entry &entry) { return ((*lists)->isProductions ? rowOf(entry.tid) : std::optional(quint32(entry.tid - 1))) == m_why.row; });
    });
}

Result<> StageFinder::exactStage(int limit, const void *query)
{
    ExactQuery ask = exactQueryOf(m_corpus, query, m_settings, std::max(1, limit), &m_filter->rows);
    const ExactPlace place = placeOf(m_corpus.vectors(), ask, *m_why.row);
    const ExactAnswer answer = searchExactly(m_corpus.vectors(), nullptr, ask);
    belowLimit(place.rank, limit, scoreOf(m_settings.metric, place.distance), answer.rows.empty() ? std::nullopt : std::optional(scoreOf(m_settings.metric, answer.rows.back().distance)));
    if (place.rank <= quint32(limit) && limit > 0) // only ties are before it
        m_why.sentence = DroppedWords::tr("It shares rank %1 with %n other row(s) of equal distance, and the limit is %2.", nullptr, int(place.ties)).arg(place.rank).arg(limit);
    else if (place.ties > 0) // why the limit that brings it back for certain lies beyond its rank
        m_why.sentence = DroppedWords::tr("It shares rank %1 with %n other row(s) of equal distance, which come in any order; the limit is %2.", nullptr, int(place.ties)).arg(place.rank).arg(limit);
    return {};
}

void StageFinder::skipped(int limit, const void *query, const VectorLeg &leg)
{
    ExactQuery ask = exactQueryOf(m_corpus, query, m_settings, 1, &m_filter->rows);
    const quint32 rank = placeOf(m_corpus.vectors(), ask, *m_why.row).rank;
    ask.filter = nullptr;
    const quint32 ofAll = placeOf(m_corpus.vectors(), ask, *m_why.row).rank;
    m_why.rank = rank;
    m_why.limit = limit > 0 ? std::optional(quint32(limit)) : std::nullopt;
    const quint32 taken = leg.counts.taken.value_or(0), dropped = leg.counts.droppedByFilter.value_or(0);
    // The index gives out rows by nearness, whoever they belong to.
    if (dropped > 0 && ofAll > taken)
        return conclude(DroppedBy::FilterAfterScan, DroppedWords::tr("The index gave out the %1 nearest rows it found and the filter took %2 of them afterwards; this chunk has rank %3 among those that pass, but rank %4 among all.").arg(taken).arg(dropped).arg(rank).arg(ofAll));
    const QString setting = m_settings.scan == SearchSettings::Scan::Hnsw ? QStringLiteral("hnsw.ef_search = %1").arg(m_settings.indexSettings.efSearch) : QStringLiteral("ivfflat.probes = %1").arg(m_settings.indexSettings.probes);
    conclude(DroppedBy::IndexSkipped, DroppedWords::tr("The index skipped it at %1: it has rank %2 in an exact search.").arg(setting).arg(rank));
}

Result<> StageFinder::indexStage(int limit, const void *query, const Distances &distances)
{
    const auto indexed = isIndexed();
    if (!indexed)
        return tl::unexpected(indexed.error());
    if (!*indexed) {
        conclude(DroppedBy::NotIndexed, DroppedWords::tr("The index has no entry for it."));
        return {};
    }
    // Without its limit the scan gives out everything that these settings reach.
    const auto leg = searchVectors(m_corpus, query, m_settings, 0, *m_filter, m_work);
    if (!leg)
        return tl::unexpected(leg.error());
    m_why.visitedNow = leg->counts.visited;
    const auto found = std::find_if(leg->hits.begin(), leg->hits.end(), [this](const VectorHit &hit) { return hit.row == *m_why.row; });
    if (found == leg->hits.end()) {
        skipped(limit, query, *leg);
        return {};
    }
    const auto last = limit > 0 && std::size_t(limit) <= leg->hits.size() ? leg->hits[std::size_t(limit) - 1].distance : std::nullopt;
    belowLimit(quint32(found - leg->hits.begin()) + 1, limit, scoreOf(m_settings.metric, distances.of(m_corpus.vectors().row(*m_why.row))), last ? std::optional(scoreOf(m_settings.metric, *last)) : std::nullopt);
    return {};
}

Result<> StageFinder::vectorStage(int limit)
{
    const auto vector = vectorOf(m_corpus, m_question, m_settings);
    if (!vector)
        return tl::unexpected(vector.error());
    if (!m_corpus.searchable().contains(*m_why.row)) {
        conclude(DroppedBy::NoEmbedding, DroppedWords::tr("It has no embedding that can be searched (none, or one of another dimension than the others), so it cannot be found by meaning."));
        return {};
    }
    const void *query = vector->elements.data();
    const VectorColumn column = m_corpus.vectors();
    const Distances distances(m_corpus.arithmetic(m_settings.metric), m_settings.metric, column.type, query, column.dims);
    const double distance = distances.of(column.row(*m_why.row));
    const bool isIndexScan = m_settings.scan != SearchSettings::Scan::Exact;
    if (isIndexScan && m_settings.metric == Metric::Cosine && !(norm(Arithmetic::likelyOfNorm(column.type), column.type, column.row(*m_why.row), column.dims) > 0)) {
        conclude(DroppedBy::NoLength, DroppedWords::tr("Its embedding is all zeros; an index by cosine does not hold such rows."));
        return {};
    }
    if (m_settings.threshold && !m_settings.threshold->passes(distance)) {
        const bool isSimilarity = m_settings.threshold->on == Threshold::On::Similarity;
        m_why.score = isSimilarity ? 1.0 - distance : distance;
        m_why.bound = m_settings.threshold->bound;
        m_why.margin = isSimilarity ? *m_why.bound - *m_why.score : *m_why.score - *m_why.bound;
        conclude(DroppedBy::Threshold, isSimilarity ? DroppedWords::tr("Its similarity is %1, the threshold %2: %3 too little.").arg(shortNumber(*m_why.score), shortNumber(*m_why.bound), shortNumber(*m_why.margin))
                                                    : DroppedWords::tr("Its distance is %1, the threshold %2: %3 too much.").arg(shortNumber(*m_why.score), shortNumber(*m_why.bound), shortNumber(*m_why.margin)));
        ExactQuery ask = exactQueryOf(m_corpus, query, m_settings, 1, &m_filter->rows);
        m_why.rank = placeOf(column, ask, *m_why.row).rank;
        return {};
    }
    return isIndexScan ? indexStage(limit, query, distances) : exactStage(limit, query);
}

Result<> StageFinder::textStage(int limit)
{
    const auto text = m_corpus.text(m_settings.configuration, m_work);
    if (!text)
        return tl::unexpected(text.error());
    if (!(*text)->hasVector.contains(*m_why.row)) {
        conclude(DroppedBy::NoTextVector, DroppedWords::tr("Its tsvector is empty (NULL), so no words are found in it."));
        return {};
    }
    const auto leg = searchText(m_corpus, m_question, m_settings, 0, *m_filter, m_work);
    if (!leg)
        return tl::unexpected(leg.error());
    const auto found = std::find_if(leg->hits.begin(), leg->hits.end(), [this](const TextHit &hit) { return hit.document == *m_why.row; });
    if (found != leg->hits.end()) {
        const auto last = limit > 0 && std::size_t(limit) <= leg->hits.size() ? std::optional(double(leg->hits[std::size_t(limit) - 1].score)) : std::nullopt;
        belowLimit(quint32(found - leg->hits.begin()) + 1, limit, double(found->score), last);
        return {};
    }
    const auto explained = explain(m_corpus, m_question, m_settings, *m_why.row, {}, m_work);
    QStringList missing;
    if (explained) {
        for (const ExplainedTerm &term : explained->terms) {
            if (term.frequency == 0 && !term.isNegated)
                missing << term.lexeme;
        }
    }
    conclude(DroppedBy::NoMatch, missing.isEmpty() ? DroppedWords::tr("The query does not match its words.") : DroppedWords::tr("It does not hold “%1”.").arg(missing.join(DroppedWords::tr("”, “", "between two words in quotation marks"))));
    return {};
}

Result<> StageFinder::everyRowStage(const SearchAnswer &answer)
{
    SearchSettings all = m_settings;
    all.limit = int(m_corpus.rows());
    const auto whole = search(m_corpus, m_question, all, m_work);
    if (!whole)
        return tl::unexpected(whole.error());
    const AnswerRow *found = whole->find(*m_why.row);
    if (!found)
        return vectorStage(m_settings.limit); // only a threshold drops rows here
    belowLimit(quint32(found->rank), m_settings.limit, found->score, answer.rows.empty() ? std::nullopt : answer.rows.back().score);
    m_why.stage = DroppedBy::Limit;
    m_why.sentence = DroppedWords::tr("It has rank %1, the limit is %2.").arg(found->rank).arg(m_settings.limit);
    return {};
}

Result<> StageFinder::fusedStage(const SearchAnswer &answer)
{
    if (m_settings.legs == SearchSettings::Legs::EveryRow)
        return everyRowStage(answer);
    SearchSettings all = m_settings;
    all.limit = int(m_corpus.rows());
    const auto whole = search(m_corpus, m_question, all, m_work);
    if (!whole)
        return tl::unexpected(whole.error());
    if (const AnswerRow *found = whole->find(*m_why.row)) {
        belowLimit(quint32(found->rank), m_settings.limit, found->score, answer.rows.empty() ? std::nullopt : answer.rows.back().score);
        const bool isInBoth = found->vector.rank && found->text.rank;
        conclude(DroppedBy::FusedBelow, isInBoth ? DroppedWords::tr("Both lists have it, but its fused score %1 gives it rank %2; the limit is %3.").arg(shortNumber(found->score.value_or(0))).arg(found->rank).arg(m_settings.limit)
                     : found->vector.rank        ? DroppedWords::tr("Only the list of vectors has it (rank %1), which gives it rank %2 of the fused list; the limit is %3.").arg(*found->vector.rank).arg(found->rank).arg(m_settings.limit)
                                                 : DroppedWords::tr("Only the list of texts has it (rank %1), which gives it rank %2 of the fused list; the limit is %3.").arg(found->text.rank.value_or(0)).arg(found->rank).arg(m_settings.limit));
        return {};
    }
    // In neither list. What is said is what is nearer to being repaired: a limit, an index, a threshold.
    if (const auto done = vectorStage(m_settings.vectorLimit); !done)
        return done;
    const WhyNot byVectors = m_why;
    if (const auto done = textStage(m_settings.textLimit); !done)
        return done;
    const bool isHopelessByText = m_why.stage == DroppedBy::NoMatch || m_why.stage == DroppedBy::NoTextVector;
    const bool isNearerByText = m_why.stage == DroppedBy::LegLimit && byVectors.stage == DroppedBy::LegLimit && m_why.rank < byVectors.rank;
    if (isHopelessByText || (byVectors.stage != DroppedBy::NoEmbedding && !isNearerByText))
        m_why = byVectors;
    return {};
}

Result<WhyNot> StageFinder::find()
{
    if (!m_corpus.alive().contains(*m_why.row)) {
        m_why.row.reset();
        conclude(DroppedBy::NotInSnapshot, DroppedWords::tr("The snapshot has no such chunk any more."));
        return m_why;
    }
    const auto answer = search(m_corpus, m_question, m_settings, m_work);
    if (!answer)
        return tl::unexpected(answer.error());
    m_why.visitedNow = answer->counts.visited;
    if (const AnswerRow *found = answer->find(*m_why.row)) {
        m_why.rank = quint32(found->rank);
        m_why.score = found->score;
        conclude(DroppedBy::Nothing, DroppedWords::tr("It is in the answer, at rank %1.").arg(found->rank));
        return m_why;
    }
    if (isFilteredOut())
        return m_why;
    const auto filter = m_corpus.filter(m_settings, m_work);
    if (!filter)
        return tl::unexpected(filter.error());
    m_filter = *filter;
    const Result<> done = m_settings.mode == SearchSettings::Mode::Hybrid ? fusedStage(*answer) : m_settings.usesVectors() ? vectorStage(m_settings.limit) : textStage(m_settings.limit);
    if (!done)
        return tl::unexpected(done.error());
    return m_why;
}

} // namespace

Result<WhyNot> stageOf(const Corpus &corpus, const Question &question, const SearchSettings &settings, quint32 row, const CorpusWork &work)
{
    return StageFinder(corpus, question, settings, row, work).find();
}

} // namespace qd::retrieval
