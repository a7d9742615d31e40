#include "deployments/inquiry.h"
#include "deployments/proposal.h"
#include "postgres/statement.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace qd {

namespace {

struct ProposingWords
{
    Q_DECLARE_TR_FUNCTIONS(Discovery)
};

constexpr qsizetype MostProposals = 10;
constexpr qsizetype MostSampled = 12;

class Proposing : public Inquiry<QList<Proposal>>
{
public:
    using Inquiry::Inquiry;

    void start()
    {
        ask(pg::sqlFile("telemetry_candidates"), {}, [this](Result<Target::Answered> answered) {
            if (!answered)
                return finish(failure(std::move(answered.error())));
            for (qsizetype row = 0; row < answered->rows.count(); ++row)
                m_candidates << candidateFrom(QJsonDocument::fromJson(answered->rows.at(row, 0).toByteArray()).object());
            choose();
            sampleNext();
        });
    }

private:
    // Those worth a look at their rows: what looks like telemetry already, and what may turn out to
    // be once its JSON is known.
    void choose()
    {
        const auto promise = [](const CandidateTable &candidate) {
            const auto proposal = proposalFrom(candidate);
            const bool hasJson = std::any_of(candidate.places.cbegin(), candidate.places.cend(), [](const ColumnPlace &place) { return place.isJson(); });
            return (proposal ? proposal->score : 0) + (hasJson ? 0.2 : 0);
        };
        QList<std::pair<double, CandidateTable>> ranked;
        for (const CandidateTable &candidate : std::as_const(m_candidates))
            if (const double likely = promise(candidate); likely > 0)
                ranked.append({likely, candidate});
        std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
        m_candidates.clear();
        for (const auto &[likely, candidate] : ranked)
            if (m_candidates.size() < MostSampled)
                m_candidates << candidate;
    }

    void sampleNext()
    {
        if (m_next >= m_candidates.size())
            return finish(proposals());
        const CandidateTable &candidate = m_candidates[m_next];
        QByteArrayList columns;
        for (const QString &column : columnsToSample(candidate))
            columns << "t." + pg::identifier(column);
        if (!candidate.mayRead || columns.isEmpty()) {
            ++m_next;
            return sampleNext();
        }
        const QString newest = newestFirstBy(candidate);
        const auto sql = pg::substituted(pg::sqlFile("telemetry_sample"),
                                         {{"columns", columns.join(", ")},
                                          {"relation", pg::qualified(candidate.schema, candidate.table)},
                                          {"newest", newest.isEmpty() ? QByteArray() : "order by t." + pg::identifier(newest) + " desc"}});
        ask(sql.value_or(QByteArray()), candidate.table, [this](Result<Target::Answered> answered) {
            if (!answered && (answered.error().kind == Error::Kind::Lost || answered.error().kind == Error::Kind::Unreachable))
                return finish(failure(std::move(answered.error())));
            take(std::move(answered));
            ++m_next;
            sampleNext();
        });
    }

    void take(Result<Target::Answered> answered)
    {
        CandidateTable &candidate = m_candidates[m_next];
        if (!answered) {
            candidate.notSampled = ProposingWords::tr("Its rows could not be looked at, so this is a guess from names alone.");
            return;
        }
        const pg::Rows &rows = answered->rows;
        for (qsizetype row = 0; row < rows.count(); ++row) {
            QStringList path;
            for (int column = 1; column <= 3 && !rows.isNull(row, column); ++column)
                path << rows.text(row, column);
            if (!path.isEmpty())
                addCell(candidate, rows.integer(row, 0).value_or(0), path, rows.text(row, 4), rows.text(row, 5));
        }
    }

    QList<Proposal> proposals() const
    {
        QList<Proposal> found;
        for (const CandidateTable &candidate : m_candidates)
            if (auto proposal = proposalFrom(candidate))
                found << *std::move(proposal);
        std::stable_sort(found.begin(), found.end(), [](const Proposal &a, const Proposal &b) { return a.score > b.score; });
        return found.mid(0, MostProposals);
    }

    QList<CandidateTable> m_candidates;
    qsizetype m_next = 0;
};

} // namespace

Reply<QList<Proposal>> propose(Target *target)
{
    auto *inquiry = new Proposing(target); // lives below the target until it has answered
    const auto reply = inquiry->reply();
    inquiry->start();
    return reply;
}

} // namespace qd
