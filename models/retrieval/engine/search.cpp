#include "retrieval/engine/legs.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <limits>

namespace qd::retrieval {

namespace {

struct SearchWords
{
    Q_DECLARE_TR_FUNCTIONS(Search)
};

// Times the stages of one search.
class StageClock
{
public:
    explicit StageClock(SearchAnswer &answer) : m_answer(answer) { m_timer.start(); }
    void ended(SearchStage stage)
    {
        const double now = double(m_timer.nsecsElapsed()) / 1e6;
        m_answer.times << StageTime{stage, now - m_answer.milliseconds};
        m_answer.milliseconds = now;
    }

private:
    SearchAnswer &m_answer;
    QElapsedTimer m_timer;
};

FusionPart partOf(std::size_t place, std::optional<double> score)
{
    return {qint64(place) + 1, score, score.value_or(0)};
}

void takeCounts(SearchCounts &to, const SearchCounts &from)
{
    const SearchCounts kept = to;
    to = from;
    to.inCorpus = kept.inCorpus;
    to.passed = kept.passed;
}

void addVectorRows(SearchAnswer &answer, const VectorLeg &leg)
{
    for (std::size_t i = 0; i < leg.hits.size(); ++i) {
        const VectorHit &hit = leg.hits[i];
        AnswerRow row;
        row.row = hit.row;
        row.distance = hit.distance;
        if (hit.distance)
            row.score = scoreOf(answer.settings.metric, *hit.distance);
        row.vector = partOf(i, row.score);
        row.isTied = hit.isTied;
        answer.rows.push_back(row);
    }
}

void addTextRows(SearchAnswer &answer, const TextLeg &leg)
{
    for (std::size_t i = 0; i < leg.hits.size(); ++i) {
        AnswerRow row;
        row.row = leg.hits[i].document;
        row.score = double(leg.hits[i].score);
        row.text = partOf(i, row.score);
        row.isTied = leg.isTied[i];
        answer.rows.push_back(row);
    }
}

bool sameScore(const AnswerRow &a, const AnswerRow &b)
{
    return a.score == b.score || (a.score && b.score && std::isnan(*a.score) && std::isnan(*b.score));
}

// Ranks, groups and keys, once the rows are in order.
void number(SearchAnswer &answer, const Corpus &corpus)
{
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        AnswerRow &row = answer.rows[i];
        row.rank = int(i) + 1;
        row.key = corpus.key(row.row);
        // By distance where there is one: two distances may share a similarity.
        const bool isSame = i > 0 && (row.distance && answer.rows[i - 1].distance && answer.settings.mode == SearchSettings::Mode::Vector ? !isLessAsFloat8(answer.rows[i - 1].distance.value(), *row.distance) && !isLessAsFloat8(*row.distance, answer.rows[i - 1].distance.value()) : sameScore(row, answer.rows[i - 1]));
        row.group = i == 0 ? 0 : answer.rows[i - 1].group + !isSame;
        if (isSame)
            row.isTied = answer.rows[i - 1].isTied = true;
    }
}

void fuseLegs(SearchAnswer &answer, const VectorLeg &vectors, const TextLeg &texts)
{
    const SearchSettings &settings = answer.settings;
    FusionLeg legs[2];
    legs[0].weight = settings.vectorWeight;
    legs[1].weight = settings.textWeight;
    QHash<qint64, std::optional<double>> distances;
    for (const VectorHit &hit : vectors.hits) {
        // Ranks see distances, sums see similarities.
        const double score = !hit.distance ? std::numeric_limits<double>::quiet_NaN() : settings.fusion == FusionFormula::WeightedScores ? scoreOf(settings.metric, *hit.distance) : *hit.distance;
        if (settings.fusion != FusionFormula::WeightedScores || hit.distance)
            legs[0].entries.push_back({qint64(hit.row), score});
        distances.insert(qint64(hit.row), hit.distance);
    }
    for (const TextHit &hit : texts.hits)
        legs[1].entries.push_back({qint64(hit.document), double(hit.score)});
    FusionSettings fusion;
    fusion.formula = settings.fusion;
    fusion.ranks = settings.ranks;
    fusion.k = settings.k;
    if (settings.fusion != FusionFormula::WeightedScores)
        answer.highestScore = highestFusedScore(legs, fusion);
    std::vector<FusedRow> fused = fuse(legs, fusion);
    const std::size_t limit = std::size_t(settings.limit);
    if (fused.size() > limit) {
        const double last = limit > 0 ? fused[limit - 1].score : 0;
        answer.counts.tiedBeyondLimit = limit > 0 ? quint32(std::count_if(fused.begin() + qsizetype(limit), fused.end(), [last](const FusedRow &row) { return row.score == last; })) : 0;
        fused.resize(limit);
    }
    for (const FusedRow &found : fused) {
        AnswerRow row;
        row.row = quint32(found.id);
        row.score = found.score;
        row.isTied = found.isTied;
        row.vector = found.parts[0];
        row.text = found.parts[1];
        row.distance = distances.value(found.id);
        if (row.vector.rank)
            row.vector.score = row.distance ? std::optional(scoreOf(settings.metric, *row.distance)) : std::nullopt;
        answer.rows.push_back(row);
    }
}

QString gradeName(const GradedReason &vectors, const GradedReason &texts)
{
    return vectors.grade == texts.grade && vectors.reason != texts.reason ? SearchWords::tr("%1 %2", "two sentences, one after the other").arg(vectors.reason, texts.reason)
        : int(vectors.grade) >= int(texts.grade)                           ? vectors.reason
                                                                           : texts.reason;
}

void warnOfText(SearchAnswer &answer, const Question &question, const Corpus &corpus, bool hasQuery)
{
    if (!hasQuery && question.text.isEmpty() && question.like)
        answer.warnings << SearchWords::tr("What is like a chunk was asked for, and no words, so the text search finds nothing.");
    else if (!hasQuery)
        answer.warnings << SearchWords::tr("The question holds no word that is searched for (stop words, signs and words of more than 2,046 bytes are not), so the text search finds nothing.");
    if (answer.settings.textFunction == SearchSettings::TextFunction::WebSearch && !answer.settings.usesBm25()) {
        Analyzer analyzer(answer.settings.configuration, corpus.characterType());
        answer.warnings << webSearchWarnings(question.text.toStdString(), analyzer);
    }
}

// Similarities that are no number: of a question without length, or of single rows without.
void warnOfNoLength(SearchAnswer &answer)
{
    const auto isNoNumber = [](const AnswerRow &row) { return row.distance && *row.distance != *row.distance; };
    const auto without = std::count_if(answer.rows.begin(), answer.rows.end(), isNoNumber);
    if (without == 0)
        return;
    const auto with = std::count_if(answer.rows.begin(), answer.rows.end(), [](const AnswerRow &row) { return row.distance && *row.distance == *row.distance; });
    answer.warnings << (with == 0 ? SearchWords::tr("No similarity is a number, as when the question's embedding is all zeros: the order is chance, in production too.")
                                  : SearchWords::tr("Of %n row(s) the similarity is no number, because their embedding is all zeros; that passes every threshold, in production too.", nullptr, int(without)));
}

void warnOfVectors(SearchAnswer &answer)
{
    warnOfNoLength(answer);
    const SearchCounts &counts = answer.counts;
    if (counts.unknown.value_or(0) > 0)
        answer.warnings << SearchWords::tr("%n row(s) that the index gave out are not in the snapshot.", nullptr, int(*counts.unknown));
    if (counts.taken && int(answer.rows.size()) < answer.settings.limit && counts.droppedByFilter.value_or(0) > 0 && answer.settings.mode == SearchSettings::Mode::Vector)
        answer.warnings << SearchWords::tr("The index gave out %1 rows and the filter took %2 of them afterwards, so only %3 of %4 were returned.").arg(*counts.taken).arg(*counts.droppedByFilter).arg(answer.rows.size()).arg(answer.settings.limit);
    if (answer.settings.threshold && answer.settings.mode == SearchSettings::Mode::Hybrid && answer.settings.fusion != FusionFormula::WeightedScores && answer.settings.threshold->bound > 0)
        answer.warnings << SearchWords::tr("The threshold applies to the similarity of the vector leg; a fused score is never more than %1.").arg(answer.highestScore.value_or(0));
}

void warnOfDamage(SearchAnswer &answer, const Corpus &corpus)
{
    if (const auto damage = corpus.damage())
        answer.warnings << damage->message;
}

} // namespace

QString nameOf(SearchStage stage)
{
    switch (stage) {
    case SearchStage::Question: return SearchWords::tr("Question");
    case SearchStage::Filter: return SearchWords::tr("Filters");
    case SearchStage::Vectors: return SearchWords::tr("Vectors");
    case SearchStage::Text: return SearchWords::tr("Text");
    case SearchStage::Fusion: return SearchWords::tr("Fusion");
    }
    return {};
}

const AnswerRow *SearchAnswer::find(quint32 row) const
{
    const auto found = std::find_if(rows.begin(), rows.end(), [row](const AnswerRow &other) { return other.row == row; });
    return found == rows.end() ? nullptr : &*found;
}

Result<SearchAnswer> search(const Corpus &corpus, const Question &question, const SearchSettings &settings, const CorpusWork &work)
{
    SearchAnswer answer;
    answer.settings = settings;
    StageClock clock(answer);
    QuestionVector vector;
    if (settings.usesVectors()) {
        auto found = vectorOf(corpus, question, settings);
        if (!found)
            return tl::unexpected(found.error());
        vector = *std::move(found);
        answer.embeddedBy = vector.from;
    }
    const auto query = tsqueryOf(corpus, question, settings);
    if (!query)
        return tl::unexpected(query.error());
    answer.tsquery = query->text();
    clock.ended(SearchStage::Question);

    const auto filter = corpus.filter(settings, work);
    if (!filter)
        return tl::unexpected(filter.error());
    answer.counts.inCorpus = corpus.alive().count();
    answer.counts.passed = (*filter)->count;
    clock.ended(SearchStage::Filter);
    if (settings.limit == 0) {
        answer.reason = SearchWords::tr("A limit of 0 returns nothing.");
        return answer;
    }
    if (settings.mode == SearchSettings::Mode::Hybrid && settings.legs == SearchSettings::Legs::EveryRow) {
        if (const auto done = searchInPlace(corpus, vector.elements.data(), *query, **filter, answer, work); !done)
            return tl::unexpected(done.error());
        clock.ended(SearchStage::Fusion);
        number(answer, corpus);
        warnOfText(answer, question, corpus, !query->isEmpty());
        warnOfVectors(answer);
        warnOfDamage(answer, corpus);
        return answer;
    }

    VectorLeg vectors;
    if (settings.usesVectors()) {
        auto leg = searchVectors(corpus, vector.elements.data(), settings, settings.mode == SearchSettings::Mode::Hybrid ? settings.vectorLimit : settings.limit, **filter, work);
        if (!leg)
            return tl::unexpected(leg.error());
        vectors = *std::move(leg);
        takeCounts(answer.counts, vectors.counts);
        answer.scan = vectors.taken;
        clock.ended(SearchStage::Vectors);
    }
    TextLeg texts;
    if (settings.usesText()) {
        auto leg = searchText(corpus, question, settings, settings.mode == SearchSettings::Mode::Hybrid ? settings.textLimit : settings.limit, **filter, work);
        if (!leg)
            return tl::unexpected(leg.error());
        texts = *std::move(leg);
        answer.counts.matched = texts.matched;
        warnOfText(answer, question, corpus, texts.hasQuery);
        clock.ended(SearchStage::Text);
    }
    if (settings.mode == SearchSettings::Mode::Hybrid) {
        fuseLegs(answer, vectors, texts);
        clock.ended(SearchStage::Fusion);
        answer.grade = std::max(vectors.grade.grade, texts.grade.grade);
        answer.reason = gradeName(vectors.grade, texts.grade);
    } else if (settings.usesVectors()) {
        addVectorRows(answer, vectors);
        answer.grade = vectors.grade.grade;
        answer.reason = vectors.grade.reason;
    } else {
        addTextRows(answer, texts);
        answer.grade = texts.grade.grade;
        answer.reason = texts.grade.reason;
    }
    number(answer, corpus);
    if (settings.usesVectors())
        warnOfVectors(answer);
    warnOfDamage(answer, corpus);
    return answer;
}

} // namespace qd::retrieval
