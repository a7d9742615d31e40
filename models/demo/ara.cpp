#include "demo/ara.h"

#include "demo/documents.h"
#include "demo/prose.h"
#include "demo/trace.h"

#include <optional>

namespace qd::demo {

QList<Table> Ara::tables() const
{
    return {{"public.audit_sessions", "id, \"anonymousId\", status, \"startedAt\", \"updatedAt\""},
            {"public.chat_messages", "id, \"auditSessionId\", role, content, tokens, embedding, \"createdAt\""}};
}

void Ara::appendSession(Random &random, const Arrival &arrival, std::vector<Row> &rows) const
{
    static constexpr double weights[] = {0.22, 0.20, 0.25, 0.33};
    static const char *const states[] = {"DRAFT", "SUBMITTED", "SCORED", "REPORT_READY"};
    const QByteArray session = randomUuid(random);
    qint64 us = toMsecs(arrival.at) * 1000;
    rows.push_back({us, 0, CopyLine().plain(session).plain("anon-" + session.left(13)).plain(states[random.pick(weights)]).instantWithoutZone(us).instantWithoutZone(us).take()});

    // Words of their own, so that ids and tokens are what they were without them. Only messages of some
    // sessions got an embedding.
    Random words(m_story.options.seed, Story::AraText, quint64(us));
    Prose prose(words, officeSubjects()[size_t(words.below(int(officeSubjects().size())))]);
    std::optional<EmbeddingText> embedding;
    if (words.chance(0.055))
        embedding.emplace(1536, m_story.hasVector);
    const auto say = [&](const char *role, const QByteArray &content, int tokens) {
        rows.push_back({us, 1, CopyLine().plain(randomUuid(random)).plain(session).plain(role).text(content).number(tokens).plain(embedding ? embedding->of(content) : QByteArray("\\N")).instantWithoutZone(us).take()});
    };
    const auto &trace = traceHour();
    const int exchanges = 2 + random.below(9);
    for (int i = 0; i < exchanges; ++i) {
        const TraceRequest &request = trace[size_t(random.below(int(trace.size())))];
        us += qint64(random.between(8, 90) * 1e6);
        const Prose::Passage passage = prose.passage(2 + words.below(3));
        say("USER", words.chance(0.5) ? passage.question : prose.sentence(), 20 + request.contextTokens / 6);
        us += qint64(random.between(0.7, 3.2) * 1e6);
        // The application sometimes forgets to count.
        say("ASSISTANT", passage.text, random.chance(0.02) ? 0 : request.generatedTokens);
    }
}

void Ara::appendDay(QDate day, std::vector<Row> &rows) const
{
    Random random(m_story.options.seed, Story::AraDay, quint64(day.toJulianDay()));
    for (const Arrival &arrival : arrivalsOf(day, m_story.options.requestsPerDay * 0.024, random)) {
        // A session of its own: which ones are left out changes no other.
        Random own(m_story.options.seed, quint64(day.toJulianDay()) << 8 | Story::AraDay, quint64(toMsecs(arrival.at)));
        // Its messages need it, so a session that began before the history is not there at all.
        if (arrival.at >= m_story.history.from)
            appendSession(own, arrival, rows);
    }
}

} // namespace qd::demo
