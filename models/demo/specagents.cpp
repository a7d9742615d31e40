#include "demo/specagents.h"

#include "demo/documents.h"
#include "demo/trace.h"

namespace qd::demo {

QList<Table> SpecAgents::tables() const
{
    return {{"public.feedback", "query, response, sources, confidence, rating, issue_type, flagged_by, created_at"}};
}

namespace {

// A question about one chunk and what the answer cited: that chunk and its neighbour if it was right,
// another one if it was not.
struct AskedChunk
{
    QByteArray question, section, cited;
};

QByteArray citation(const Library &library, size_t chunk)
{
    const DemoChunk &one = library.chunks[chunk];
    return JsonLine().number("chunk_id", qint64(chunk) + 1).text("document", library.documents[size_t(one.document)].title).number("page", one.page).take();
}

AskedChunk askedChunk(const Library &library, bool isRight, Random &random)
{
    // A few questions come again and again.
    const size_t chunk = random.chance(0.4) ? size_t(random.below(40)) * 31 % library.chunks.size() : size_t(random.below(int(library.chunks.size())));
    AskedChunk asked{library.chunks[chunk].question, library.chunks[chunk].section, {}};
    const size_t cited = isRight ? chunk : size_t(random.below(int(library.chunks.size())));
    asked.cited = '[' + citation(library, cited);
    if (isRight && cited + 1 < library.chunks.size() && random.chance(0.3))
        asked.cited += ',' + citation(library, cited + 1);
    asked.cited += ']';
    return asked;
}

} // namespace

// The standards that are searched. The ids count from 1 in the order of the chunks.
Result<QByteArray> SpecAgents::writeDocuments(const QString &stem) const
{
    const Library &library = standardsLibrary(m_story.options.seed);
    EmbeddingText embedding(1024, m_story.hasVector);
    QByteArray rows;
    qint64 id = 0;
    for (const DemoChunk &chunk : library.chunks) {
        const qint64 us = toMsecs(m_story.now) * 1000 - qint64(chunk.document + 1) * 2 * 24 * 3600 * 1'000'000;
        rows += CopyLine().number(++id).number(chunk.document + 1).text(chunk.text).number(chunk.page).plain(embedding.of(chunk)).number(chunk.begin).number(chunk.end).text(chunk.section).plain(chunk.text.contains("QD-") ? "t" : "f").instant(us).take();
    }
    const auto copy = writtenCopy({"public.chunks", "id, document_id, content, page_number, embedding, char_offset_start, char_offset_end, section_title, has_codes, created_at"}, stem + QStringLiteral(".chunks"), rows);
    return copy ? Result<QByteArray>(*copy + "select setval('public.chunks_id_seq', " + QByteArray::number(id) + ");\n") : copy;
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
        Random own(m_story.options.seed, quint64(day.toJulianDay()) << 8 | Story::SpecAgentsText, quint64(us));
        const AskedChunk asked = askedChunk(standardsLibrary(m_story.options.seed), rating != 2, own);
        CopyLine line;
        line.text(asked.question).text("Stated under “" + asked.section + "”").text(asked.cited);
        line.text(JsonLine().number("overall", confidence).take()).plain(ratingNames[rating]);
        rating == 0 ? line.null() : line.plain(issueNames[random.pick(issues)]);
        line.plain("reader-" + QByteArray::number(1 + random.below(60))).instant(us);
        rows.push_back({us, 0, line.take()});
    }
}

} // namespace qd::demo
