#include "retrieval/engine/compare.h"

#include "retrieval/engine/droppedby.h"

#include <QCoreApplication>
#include <QHash>

#include <bit>

namespace qd::retrieval {

namespace {

struct CompareWords
{
    Q_DECLARE_TR_FUNCTIONS(Compare)
};

bool hasSameBitsAs(double a, double b)
{
    return std::bit_cast<quint64>(a) == std::bit_cast<quint64>(b) || (a != a && b != b);
}

// Finds out why single rows differ.
class DifferenceFinder
{
public:
    DifferenceFinder(const Corpus &corpus, const Question &question, const SearchSettings &production, const SearchAnswer &offline, bool isSameScale, const CorpusWork &work)
        : m_corpus(corpus), m_question(question), m_production(production), m_offline(offline), m_work(work), m_isSame(production == offline.settings), m_isSameScale(isSameScale)
    {
    }
    void explain(ComparedRow &row, const ProductionRow *asked);

private:
    void conclude(ComparedRow &row, DifferenceReason reason, const QString &sentence)
    {
        row.reason = reason;
        row.sentence = sentence;
    }
    bool isChanged(const ComparedRow &row, const ProductionRow &asked) const;
    void explainMissing(ComparedRow &row);
    void explainNew(ComparedRow &row);
    bool replayReturns(quint32 row);

    const Corpus &m_corpus;
    const Question &m_question;
    const SearchSettings &m_production;
    const SearchAnswer &m_offline;
    const CorpusWork &m_work;
    const bool m_isSame; // settings
    // Production shows scores as they are computed here: some row's has the same bits. Others show a
    // distance, or few digits.
    const bool m_isSameScale;
    std::optional<Result<SearchAnswer>> m_replayed; // production's settings, here
};

bool DifferenceFinder::isChanged(const ComparedRow &row, const ProductionRow &asked) const
{
    if (asked.text && *asked.text != m_corpus.text(*row.row))
        return true;
    // Where scores have the server's bits, another score is another embedding or another text.
    return m_isSame && m_isSameScale && m_offline.grade == Grade::BitIdentical && row.productionScore && row.offlineScore && !row.hasSameScore;
}

bool DifferenceFinder::replayReturns(quint32 row)
{
    if (!m_replayed)
        m_replayed = search(m_corpus, m_question, m_production, m_work);
    return *m_replayed && (*m_replayed)->find(row);
}

// Offline only: production did not return it.
void DifferenceFinder::explainMissing(ComparedRow &row)
{
    if (m_isSame || replayReturns(*row.row)) {
        const AnswerRow *found = m_offline.find(*row.row);
        if (found && found->isTied)
            return conclude(row, DifferenceReason::Tie, CompareWords::tr("Others have the same score, so production may return any of them."));
        // The same search with the same arithmetic returns it: then it is not there any more as it was.
        if (m_isSame && m_offline.grade == Grade::BitIdentical)
            return conclude(row, DifferenceReason::ChangedSince, CompareWords::tr("Production does not have it any more as the snapshot does: it was changed, removed or closed to this user since."));
        return m_offline.grade == Grade::Statistical ? conclude(row, DifferenceReason::Unexplained, CompareWords::tr("Production's index is another one than the graph that was searched here."))
                                                     : conclude(row, DifferenceReason::Unexplained, CompareWords::tr("Production did not return it, and nothing in the snapshot says why; the chunk or the index may have changed since."));
    }
    const auto why = stageOf(m_corpus, m_question, m_production, *row.row, m_work);
    if (!why)
        return conclude(row, DifferenceReason::Unexplained, why.error().message);
    switch (why->stage) {
    case DroppedBy::IndexSkipped:
    case DroppedBy::NotIndexed:
    case DroppedBy::NoLength: return conclude(row, DifferenceReason::IndexSkipped, why->sentence);
    case DroppedBy::FilterAfterScan: return conclude(row, DifferenceReason::FilterAfterScan, why->sentence);
    default: return conclude(row, DifferenceReason::OtherSettings, CompareWords::tr("With production's settings it is not returned: %1", "followed by a whole sentence").arg(why->sentence));
    }
}

// Production only.
void DifferenceFinder::explainNew(ComparedRow &row)
{
    const auto why = stageOf(m_corpus, m_question, m_offline.settings, *row.row, m_work);
    if (!why)
        return conclude(row, DifferenceReason::Unexplained, why.error().message);
    if (!m_isSame && replayReturns(*row.row))
        return conclude(row, DifferenceReason::OtherSettings, CompareWords::tr("The offline search has other settings: %1", "followed by a whole sentence").arg(why->sentence));
    if (why->stage == DroppedBy::Limit && why->margin && *why->margin == 0)
        return conclude(row, DifferenceReason::Tie, CompareWords::tr("Others have the same score, so production may return any of them."));
    if (m_offline.grade == Grade::Statistical)
        return conclude(row, DifferenceReason::Unexplained, CompareWords::tr("Production's index is another one than the graph that was searched here."));
    return conclude(row, DifferenceReason::Displaced, why->sentence);
}

void DifferenceFinder::explain(ComparedRow &row, const ProductionRow *asked)
{
    if (!row.row)
        return conclude(row, DifferenceReason::NotInSnapshot, CompareWords::tr("The snapshot does not have it: it is newer, or was hidden from whoever took the snapshot."));
    if (asked && isChanged(row, *asked))
        return conclude(row, DifferenceReason::ChangedSince, CompareWords::tr("The chunk has changed since the snapshot was taken."));
    switch (row.kind) {
    case ComparedRow::Kind::Equal: return;
    case ComparedRow::Kind::OnlyOffline: return explainMissing(row);
    case ComparedRow::Kind::OnlyProduction: return explainNew(row);
    case ComparedRow::Kind::Moved: break;
    }
    const AnswerRow *found = m_offline.find(*row.row);
    if (found && found->isTied)
        return conclude(row, DifferenceReason::Tie, CompareWords::tr("It shares its score with others, and among equals any order is right."));
    if (m_isSame || (m_isSameScale && row.hasSameScore))
        return conclude(row, DifferenceReason::Displaced, CompareWords::tr("It moved because others before it are missing or new."));
    conclude(row, DifferenceReason::OtherSettings, CompareWords::tr("The offline search has other settings and gives it another score."));
}

// Whether every row that differs does so only among equals.
bool differOnlyByTies(const AnswerComparison &comparison)
{
    return std::all_of(comparison.rows.begin(), comparison.rows.end(), [](const ComparedRow &row) { return row.kind == ComparedRow::Kind::Equal || row.reason == DifferenceReason::Tie; });
}

void count(AnswerComparison &comparison)
{
    for (const ComparedRow &row : std::as_const(comparison.rows)) {
        comparison.equal += row.kind == ComparedRow::Kind::Equal;
        comparison.moved += row.kind == ComparedRow::Kind::Moved;
        comparison.onlyProduction += row.kind == ComparedRow::Kind::OnlyProduction;
        comparison.onlyOffline += row.kind == ComparedRow::Kind::OnlyOffline;
    }
    comparison.isSameButTies = differOnlyByTies(comparison);
    const qsizetype all = comparison.rows.size();
    comparison.sentence = all == 0 ? CompareWords::tr("Neither returned a chunk.")
        : comparison.isSame()                   ? CompareWords::tr("All %n row(s) stand at the same rank.", nullptr, comparison.equal)
        : comparison.isSameButTies              ? CompareWords::tr("%1 of %2 rows stand at the same rank; the others share their scores, where any order is right.").arg(comparison.equal).arg(all)
                                                : CompareWords::tr("%1 of %2 rows stand at the same rank; %3 moved, %4 only in production, %5 only offline.").arg(comparison.equal).arg(all).arg(comparison.moved).arg(comparison.onlyProduction).arg(comparison.onlyOffline);
}

} // namespace

Result<AnswerComparison> compareAnswers(const Corpus &corpus, const Question &question, const QList<ProductionRow> &rows, const SearchSettings &production, const SearchAnswer &offline, const CorpusWork &work)
{
    AnswerComparison comparison;
    QHash<QByteArray, const AnswerRow *> offlineOf;
    for (const AnswerRow &row : offline.rows)
        offlineOf.insert(row.key, &row);
    QHash<QByteArray, const ProductionRow *> productionOf;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        ComparedRow row;
        row.key = rows[i].key;
        row.row = corpus.find(row.key);
        row.productionRank = int(i) + 1;
        row.productionScore = rows[i].score;
        if (const AnswerRow *found = offlineOf.value(row.key)) {
            row.offlineRank = found->rank;
            row.offlineScore = found->score;
        }
        row.kind = !row.offlineRank ? ComparedRow::Kind::OnlyProduction : row.offlineRank == row.productionRank ? ComparedRow::Kind::Equal : ComparedRow::Kind::Moved;
        // A column of type real shows the score rounded to a float.
        row.hasSameScore = !row.productionScore || !row.offlineScore || hasSameBitsAs(*row.productionScore, *row.offlineScore) || hasSameBitsAs(*row.productionScore, double(float(*row.offlineScore)));
        productionOf.insert(row.key, &rows[i]);
        comparison.rows << row;
    }
    for (const AnswerRow &found : offline.rows) {
        if (productionOf.contains(found.key))
            continue;
        ComparedRow row;
        row.key = found.key;
        row.row = found.row;
        row.offlineRank = found.rank;
        row.offlineScore = found.score;
        row.kind = ComparedRow::Kind::OnlyOffline;
        comparison.rows << row;
    }
    const bool isSameScale = std::any_of(comparison.rows.cbegin(), comparison.rows.cend(), [](const ComparedRow &row) { return row.productionScore && row.offlineScore && row.hasSameScore; });
    DifferenceFinder finder(corpus, question, production, offline, isSameScale, work);
    for (ComparedRow &row : comparison.rows) {
        if (work.stopped())
            return failure(Error::Kind::Cancelled, QString());
        finder.explain(row, productionOf.value(row.key));
    }
    count(comparison);
    return comparison;
}

} // namespace qd::retrieval
