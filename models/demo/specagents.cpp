#include "demo/specagents.h"

#include "demo/trace.h"

namespace qd::demo {

QList<Table> SpecAgents::tables() const
{
    return {{"public.feedback", "query, response, confidence, rating, issue_type, flagged_by, created_at"}};
}

void SpecAgents::appendDay(QDate day, std::vector<Row> &rows) const
{
    static constexpr double ratings[] = {0.85, 0.12, 0.03};
    static constexpr double issues[] = {0.24, 0.22, 0.26, 0.13, 0.09, 0.06};
    static const char *const ratingNames[] = {"correct", "partial", "incorrect"};
    static const char *const issueNames[] = {"false_refusal", "wrong_data", "missing_info", "wrong_source", "hallucination", "other"};
    Random random(m_story.options.seed, Story::SpecAgentsDay, quint64(day.toJulianDay()));
    for (const Arrival &arrival : arrivalsOf(day, m_story.options.requestsPerDay * 0.02, random)) {
        const qint64 us = toMsecs(arrival.at) * 1000;
        const int rating = random.pick(ratings);
        const int confidence = rating == 0 ? 78 + random.below(20) : 40 + random.below(45);
        CopyLine line;
        line.plain("Yield strength of grade " + QByteArray::number(300 + random.below(40))).plain("Stated in section " + QByteArray::number(1 + random.below(40)));
        line.text(JsonLine().number("overall", confidence).take()).plain(ratingNames[rating]);
        rating == 0 ? line.null() : line.plain(issueNames[random.pick(issues)]);
        line.plain("reader-" + QByteArray::number(1 + random.below(60))).instant(us);
        rows.push_back({us, 0, line.take()});
    }
}

} // namespace qd::demo
