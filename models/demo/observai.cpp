#include "demo/observai.h"

#include "demo/prices.h"
#include "demo/trace.h"

namespace qd::demo {

namespace {

struct ObservAiModel
{
    const char *name;
    double weight, first, perOut; // milliseconds, as in clerva.h
};

constexpr ObservAiModel observAiModels[] = {
    {"gpt-4o-mini", 0.52, 130, 1.3},
    {"gpt-4.1-mini", 0.22, 140, 1.4},
    {"claude-3-5-haiku-20241022", 0.18, 170, 1.6},
    {"gpt-4o", 0.08, 210, 2.1},
};

struct ObservAiError
{
    const char *message, *code;
    int lengthMs;
};

constexpr ObservAiError observAiErrors[] = {
    {"Rate limit exceeded", "429", 180},
    {"The model is overloaded", "503", 620},
    {"Request timed out", "ETIMEDOUT", 15'000},
};

} // namespace

ObservAi::ObservAi(const Story &story)
    : m_story(story)
{
    Random random(story.options.seed, Story::Users, Story::ObservAiDay);
    for (int i = 0; i < 64; ++i)
        m_users.push_back(randomUuid(random));
}

QList<Table> ObservAi::tables() const
{
    return {{"public.llm_requests", "id, user_id, model, prompt, response, prompt_category, latency_ms, tokens_in, tokens_out, tokens_total, cost_usd, temperature, success, error_message, error_code, trace_id, span_id, created_at"}};
}

QByteArray ObservAi::usersAsCopy() const
{
    QByteArray text;
    int number = 0;
    for (const QByteArray &user : m_users)
        text += CopyLine().plain(user).plain("oncall-" + QByteArray::number(++number) + "@observai.example").plain("{}").take();
    return text;
}

void ObservAi::appendDay(QDate day, std::vector<Row> &rows) const
{
    static constexpr double weights[] = {0.52, 0.22, 0.18, 0.08}, failing[] = {0.6, 0.25, 0.15};
    static const char *const categories[] = {"summarize", "classify", "chat", "extract", "explain"};
    Random random(m_story.options.seed, Story::ObservAiDay, quint64(day.toJulianDay()));
    for (const Arrival &arrival : arrivalsOf(day, m_story.options.requestsPerDay * 0.5, random)) {
        const ObservAiModel &model = observAiModels[random.pick(weights)];
        const ObservAiError *error = random.chance(0.0025) ? &observAiErrors[random.pick(failing)] : nullptr;
        const double scatter = random.scatter(0.3);
        const qint64 in = 300 + arrival.contextTokens, out = error ? 0 : arrival.generatedTokens;
        const qint64 ms = error ? error->lengthMs : qint64((model.first + 8.0 * double(in) / 1000 + model.perOut * double(out)) * scatter);
        const qint64 us = (toMsecs(arrival.at) + ms) * 1000 + random.below(1000);

        CopyLine line;
        line.plain(randomUuid(random)).plain(m_users[size_t(double(m_users.size()) * random.uniform() * random.uniform())]).plain(model.name);
        line.plain("Prompt of " + QByteArray::number(in) + " tokens");
        error ? line.null() : line.plain("Answer of " + QByteArray::number(out) + " tokens");
        line.plain(categories[random.below(5)]).number(ms);
        if (error)
            line.null().null().null().null();
        else
            line.number(in).number(out).number(in + out).millionths(costOf(model.name, arrival.at, in, out, 0));
        line.plain("0.70").plain(error ? "f" : "t");
        error ? line.plain(error->message).plain(error->code) : line.null().null();
        line.plain(randomHex(random, 32)).plain(randomHex(random, 16)).instant(us);
        rows.push_back({us, 0, line.take()});
    }
}

} // namespace qd::demo
