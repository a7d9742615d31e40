#include "retrieval/engine/legs.h"

#include "retrieval/engine/serverorder.h"

#include "retrieval/text/candidates.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

// A hybrid search without legs: every row's similarity and text rank are added up where it stands,
// whether it matches or not.

namespace qd::retrieval {

namespace {

// order by score desc nulls last, in float8's order: NaN is greater than every number.
int compareInPlace(const AnswerRow &a, const AnswerRow &b)
{
    if (!a.score || !b.score)
        return int(!a.score) - int(!b.score);
    return isLessAsFloat8(*b.score, *a.score) ? -1 : isLessAsFloat8(*a.score, *b.score) ? 1 : 0;
}

// The text rank of any row, ascending; NULL without a tsvector.
class RankOfRows
{
public:
    RankOfRows(const CorpusText &text, const TsQuery &query, const SearchSettings &settings)
        : m_text(text), m_settings(settings), m_cursors(text.index, query), m_ranker(query, settings.rankWeights)
    {
    }
    std::optional<double> of(quint32 row)
    {
        if (!m_text.hasVector.contains(row))
            return {};
        m_cursors.find(row, m_found);
        const DocumentSize &size = m_text.index.size(row);
        return double(m_settings.ranking == SearchSettings::Ranking::Rank ? m_ranker.rank(m_found, size, m_settings.rankFlags) : m_ranker.coverDensity(m_found, size, m_settings.rankFlags));
    }

private:
    const CorpusText &m_text;
    const SearchSettings &m_settings;
    PostingCursors m_cursors;
    FoundOperands m_found;
    Ranker m_ranker;
};

} // namespace

Result<> searchInPlace(const Corpus &corpus, const void *query, const TsQuery &tsquery, const RowFilter &filter, SearchAnswer &answer, const CorpusWork &work)
{
    const SearchSettings &settings = answer.settings;
    const auto text = corpus.text(settings.configuration, work);
    if (!text)
        return tl::unexpected(text.error());
    const VectorColumn column = corpus.vectors();
    const Distances distances(corpus.arithmetic(settings.metric), settings.metric, column.type, query, column.dims);
    RankOfRows ranks(**text, tsquery, settings);
    quint32 scanned = 0;
    std::vector<std::optional<double>> rankOf(corpus.rows());
    for (quint32 row = 0; row < corpus.rows(); ++row) { // ascending, as the postings are
        if (row % 4096 == 0 && work.stopped())
            return failure(Error::Kind::Cancelled, QString());
        if (filter.rows.contains(row))
            rankOf[row] = ranks.of(row);
    }
    BoundedSort<AnswerRow, int (*)(const AnswerRow &, const AnswerRow &)> sort(std::size_t(settings.limit), compareInPlace);
    std::vector<std::optional<double>> scores;
    for (const quint32 row : *corpus.rowsInTableOrder()) {
        if (!filter.rows.contains(row))
            continue;
        AnswerRow found;
        found.row = row;
        if (column.has(row)) {
            found.distance = distances.of(column.row(row));
            found.vector.score = scoreOf(settings.metric, *found.distance);
            found.vector.added = settings.vectorWeight * *found.vector.score;
            ++scanned;
        }
        if (settings.threshold && (!found.distance || !settings.threshold->passes(*found.distance)))
            continue;
        found.text.score = rankOf[row];
        found.text.added = settings.textWeight * found.text.score.value_or(0);
        if (found.vector.score && found.text.score)
            found.score = found.vector.added + found.text.added;
        sort.add(found);
        scores.push_back(found.score);
    }
    answer.rows = sort.take();
    if (!answer.rows.empty()) {
        const AnswerRow last = answer.rows.back();
        const auto isLast = [&last](const AnswerRow &row) { return compareInPlace(row, last) == 0; };
        const auto ofAll = std::count_if(scores.begin(), scores.end(), [&](const std::optional<double> &score) {
            AnswerRow row;
            row.score = score;
            return isLast(row);
        });
        const auto shown = std::count_if(answer.rows.begin(), answer.rows.end(), isLast);
        answer.counts.tiedBeyondLimit = quint32(ofAll - shown);
        for (AnswerRow &row : answer.rows)
            row.isTied = ofAll > shown && isLast(row);
    }
    answer.counts.scanned = scanned;
    GradedReason grade = corpus.vectorGrade(settings.metric);
    grade.lower((*text)->grade);
    answer.grade = grade.grade;
    answer.reason = grade.reason;
    answer.scan = ScanTaken{SearchSettings::Scan::Exact, {}, false, false, false, QCoreApplication::translate("VectorSearch", "Every row that passes the filters was compared.")};
    return {};
}

} // namespace qd::retrieval
