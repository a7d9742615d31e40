#include "demo/clerva.h"

#include "demo/clervarequest.h"
#include "demo/documents.h"

#include <cmath>

namespace qd::demo {

namespace {

constexpr int clervaUserCount = 1'920;
constexpr int heavyUsers = 4;

} // namespace

struct Clerva::Private
{
    Story story;
    std::vector<ClervaUser> users;

    // A few ask a lot, most ask now and then.
    const ClervaUser &anyUser(Random &random) const
    {
        static constexpr double heavyShare[heavyUsers] = {0.036, 0.023, 0.013, 0.011};
        double u = random.uniform();
        for (int i = 0; i < heavyUsers; ++i) {
            if (u < heavyShare[i])
                return users[size_t(i)];
            u -= heavyShare[i];
        }
        return users[size_t(heavyUsers) + size_t(double(clervaUserCount - heavyUsers) * std::pow(random.uniform(), 1.7))];
    }

    void appendRetryStorm(QDate day, std::vector<Row> &rows) const
    {
        Random random(story.options.seed, Story::ClervaDay, quint64(day.toJulianDay()) ^ 0x570a);
        const double scale = story.options.requestsPerDay / 4000;
        const int requests = int(190 * scale);
        const milliseconds step = story.retryStorm->length() / std::max(1, requests);
        for (int i = 0; i < requests; ++i) {
            const Arrival arrival{story.retryStorm->from + step * i, 11'000 + random.below(3'000), 180 + random.below(160)};
            ClervaRequest request(story, random, users[0], arrival);
            request.playRetryStorm(5 + random.below(3));
            request.appendTo(rows);
        }
    }
};

Clerva::Clerva(const Story &story)
{
    auto made = std::make_unique<Private>();
    made->story = story;
    Random random(story.options.seed, Story::Users);
    static constexpr double kinds[] = {0.28, 0.61, 0.11};
    for (int i = 0; i < clervaUserCount; ++i) {
        ClervaUser user{randomUuid(random), {}, random.scatter(0.35)};
        const int kind = i < 2 ? 0 : random.pick(kinds);
        user.kind = kind == 0 ? "school tier" : kind == 1 ? "free" : "plus";
        made->users.push_back(std::move(user));
    }
    d = std::move(made);
}

Clerva::~Clerva() = default;

QList<Table> Clerva::tables() const
{
    return {{"public.agent_telemetry", "id, user_id, trace_id, event_type, tool_name, latency_ms, token_count, cost_usd, metadata, created_at"}};
}

void Clerva::appendDay(QDate day, std::vector<Row> &rows) const
{
    Random random(d->story.options.seed, Story::ClervaDay, quint64(day.toJulianDay()));
    quint64 number = 0;
    for (const Arrival &arrival : arrivalsOf(day, d->story.options.requestsPerDay, random)) {
        // A stream per request: moving an incident changes the requests it touches and no others.
        Random own(d->story.options.seed, quint64(day.toJulianDay()) << 8 | Story::ClervaDay, ++number);
        ClervaRequest request(d->story, own, d->anyUser(own), arrival);
        request.play();
        request.appendTo(rows);
    }
    if (d->story.retryStorm && dayOf(d->story.retryStorm->from, QTimeZone::utc()) == day)
        d->appendRetryStorm(day, rows);
}

// Notes of students, cut into chunks with embeddings.
Result<QByteArray> Clerva::writeDocuments(const QString &stem) const
{
    const Library &library = notesLibrary(d->story.options.seed);
    Random random(d->story.options.seed, Story::Users, 1);
    QByteArray sources, chunks;
    std::vector<QByteArray> ids;
    std::vector<qint64> written;
    for (size_t i = 0; i < library.documents.size(); ++i) {
        const DemoDocument &document = library.documents[i];
        ids.push_back(randomUuid(random));
        written.push_back(toMsecs(d->story.now) * 1000 - qint64(i) * 20 * 60 * 1'000'000);
        static const char *const types[] = {"upload", "note", "url", "transcript"};
        CopyLine line;
        line.plain(ids.back()).plain(d->users[size_t(document.owner)].id).text(document.title).plain(types[i % 4]).plain(document.status);
        document.status == "error" ? line.plain("expected 1536 dimensions, not 3072") : line.null();
        sources += line.instant(written.back()).take();
    }
    EmbeddingText embedding(1536, d->story.hasVector);
    for (const DemoChunk &chunk : library.chunks) {
        const QByteArray metadata = JsonLine().text("section", chunk.section).number("page", chunk.page).take();
        chunks += CopyLine().plain(randomUuid(random)).plain(ids[size_t(chunk.document)]).text(chunk.text).plain(embedding.of(chunk)).number(chunk.text.size() / 4).number(chunk.ordinal).text(metadata).instant(written[size_t(chunk.document)]).take();
    }
    const auto first = writtenCopy({"public.doc_source", "id, user_id, title, source_type, status, error_message, created_at"}, stem + QStringLiteral(".sources"), sources);
    if (!first)
        return first;
    const auto second = writtenCopy({"public.doc_chunk", "id, doc_id, content, embedding, token_count, ord, metadata, created_at"}, stem + QStringLiteral(".chunks"), chunks);
    return second ? Result<QByteArray>(*first + *second) : second;
}

QByteArray Clerva::usersAsCopy() const
{
    QByteArray text;
    int number = 0;
    for (const ClervaUser &user : d->users)
        text += CopyLine().plain(user.id).plain("user-" + QByteArray::number(++number) + "@clerva.example").plain("{\"kind\":\"" + user.kind + "\"}").take();
    return text;
}

} // namespace qd::demo
