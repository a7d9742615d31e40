#include "demo/clervarequest.h"

#include "demo/prices.h"

#include <algorithm>
#include <cstring>

namespace qd::demo {

namespace {

constexpr ClervaModel models[] = {
    {"gpt-4o", "openai", 0.50, 180, 9, 1.75, true},
    {"claude-3-5-sonnet-20241022", "anthropic", 0.15, 215, 10, 2.05, true},
    {"gpt-4o-mini", "openai", 0.15, 110, 5, 1.25, true},
    {"llama-3.3-70b-versatile", "groq", 0.20, 90, 5, 1.20, false},
};
constexpr const ClervaModel &planner = models[2];
// Invented, so that no price book will ever know it.
constexpr ClervaModel unpricedModel{"aurora-preview", "openai", 0, 165, 8, 1.65, false};

constexpr ClervaTool tools[] = {
    {"", 0.12, 0, 0},
    {"searchNotes", 0.39, 14, 0.3, true},
    {"generateQuiz", 0.08, 30, 0.3, true, true},
    {"summarizeSession", 0.06, 18, 0.3, false, true, 3.2},
    {"createStudyPlan", 0.04, 45, 0.3, false, true},
    {"buildLearningProfile", 0.03, 260, 0.35, false, true},
    {"addFlashcards", 0.06, 150, 0.4},
    {"matchInsight", 0.04, 90, 0.35, false, true, 0.5, 0.5},
    {"matchCandidates", 0.05, 480, 0.38},
    {"getOnlineUsers", 0.06, 41, 0.4},
    {"getAvailability", 0.04, 52, 0.4},
    {"sendNudge", 0.03, 110, 0.35},
};

using Where = ClervaError::Where;
constexpr ClervaError errors[] = {
    {"OpenAI 429: Rate limit reached for %m on tokens per min (TPM): Limit 450000, Used %n, Requested %n", "rate_limit_exceeded", 429, false, 30, Where::Model, "openai", 240},
    {"Groq 429: rate limit reached, 14400 requests per day", "rate_limit_exceeded", 429, false, 21, Where::Model, "groq", 90},
    {"Anthropic 529: overloaded_error", "overloaded_error", 502, false, 16, Where::Model, "anthropic", 900},
    {"OpenAI 503: the engine is currently overloaded", "server_error", 502, false, 11, Where::Model, "openai", 700},
    {"OpenAI: no answer within 30 s", "ETIMEDOUT", 504, false, 5, Where::Model, "openai", 30'000},
    {"content_filter: the answer was withheld", "content_filter", 422, false, 10, Where::Model, "openai", 420},
    {"stream ended without finish_reason", "STREAM_TRUNCATED", 200, true, 19, Where::Stream, "", 0},
    {"RATE_LIMITED sent as a stream event", "RATE_LIMITED", 200, true, 12, Where::Stream, "", 0},
    {"duplicate key value violates unique constraint \"flashcard_pkey\"", "23505", 500, false, 9, Where::Tool, "addFlashcards", 0},
    {"invalid input syntax for type uuid: \"%u\"", "22P02", 500, false, 4, Where::Tool, "getAvailability", 0},
    {"invalid input syntax for type uuid: \"%u\"", "22P02", 500, false, 4, Where::Tool, "matchInsight", 0},
    {"Function timed out after 60 s", "FUNCTION_INVOCATION_TIMEOUT", 504, false, 7, Where::Function, "", 60'000},
};
// Failing requests of a hundred thousand, per unit of weight above.
constexpr double perWeight = 6.8e-5;

// Tokens of a prompt beside what the trace gives it.
constexpr qint64 instructions = 1'900;     // system prompt and the definitions of the tools
constexpr qint64 retrievedTokens = 4'100;  // twenty chunks
constexpr double contextFactor = 2.0;      // the trace's context and what was said before

} // namespace

std::span<const ClervaModel> clervaModels() { return models; }
std::span<const ClervaTool> clervaTools() { return tools; }

ClervaRequest::ClervaRequest(const Story &story, Random &random, const ClervaUser &user, const Arrival &arrival)
    : m_story(story)
    , m_random(random)
    , m_user(user)
    , m_arrival(arrival)
    , m_trace(randomHex(random, 32))
    , m_startUs(toMsecs(arrival.at) * 1000 + random.below(1000))
{
    std::array<double, std::size(tools)> toolWeights{};
    std::ranges::transform(tools, toolWeights.begin(), &ClervaTool::weight);
    std::array<double, std::size(models)> modelWeights{};
    std::ranges::transform(models, modelWeights.begin(), &ClervaModel::weight);
    m_tool = &tools[random.pick(toolWeights)];
    m_model = &models[random.pick(modelWeights)];
    const bool triesPreview = random.chance(0.03);
    if (triesPreview && isAfter(story.unpricedSince))
        m_model = &unpricedModel;
}

bool ClervaRequest::isAfter(const std::optional<Instant> &moment) const
{
    return moment && m_arrival.at >= *moment;
}

ClervaRequest::Call &ClervaRequest::begin(const char *kind, const QByteArray &parent)
{
    Call call;
    call.kind = kind;
    call.tool = m_tool->name;
    call.startMs = m_nowMs;
    call.span = randomHex(m_random, 16);
    call.parent = parent;
    m_calls.push_back(std::move(call));
    return m_calls.back();
}

bool ClervaRequest::failed(const Failure &failure)
{
    m_failure = failure;
    return false;
}

ClervaRequest::Failure ClervaRequest::failureFrom(const ClervaError &error, const QByteArray &model)
{
    QByteArray message = error.message;
    message.replace("%m", model);
    for (qsizetype at; (at = message.indexOf("%n")) >= 0;)
        message.replace(at, 2, QByteArray::number(1'000 + m_random.below(449'000)));
    if (message.contains("%u"))
        message.replace("%u", "me-" + QByteArray::number(m_random.below(10'000)));
    return {message, error.code, error.httpStatus, error.inStream};
}

const ClervaError *ClervaRequest::drawError(Where where, const char *tool, const char *provider)
{
    double left = m_random.uniform();
    for (const ClervaError &error : errors) {
        if (error.where != where || (error.inStream && !m_story.options.incidents.hasStreamErrors))
            continue;
        const char *with = where == Where::Tool ? tool : provider;
        if (*error.only && std::strcmp(error.only, with) != 0)
            continue;
        // Rarer circumstances make their errors as much likelier.
        double share = 1;
        for (const ClervaTool &each : tools) {
            if (where == Where::Tool && std::strcmp(each.name, tool) == 0)
                share = each.weight;
        }
        left -= error.weight * perWeight / share;
        if (left < 0)
            return &error;
    }
    return nullptr;
}

bool ClervaRequest::askModel(const ClervaModel &model, qint64 context, qint64 out, const QByteArray &parent)
{
    const bool isOpenAi = std::strcmp(model.provider, "openai") == 0;
    const bool isLimited = isOpenAi && m_story.rateLimited.contains(m_arrival.at + milliseconds(m_nowMs));
    const ClervaError *error = &model == &planner && parent == m_root ? nullptr : drawError(Where::Model, "", model.provider);
    if (isLimited && m_random.chance(0.42)) {
        Call &refused = begin("llm_call", parent);
        refused.model = model.name;
        refused.lengthMs = qint64(240 * m_random.scatter(0.3));
        refused.failure = failureFrom(errors[0], model.name);
        const Failure failure = *refused.failure;
        m_nowMs += refused.lengthMs;
        if (m_random.chance(0.4))
            return failed(failure);
        m_nowMs += 500 + m_random.below(700); // the application waits and tries once more
        error = nullptr;
    }

    Call &call = begin("llm_call", parent);
    call.model = model.name;
    const double spread = m_random.scatter(0.25);
    if (error) {
        call.lengthMs = qint64(error->lengthMs >= 10'000 ? error->lengthMs + m_random.below(40) : error->lengthMs * spread);
        call.failure = failureFrom(*error, model.name);
        m_nowMs += call.lengthMs;
        return failed(*call.failure);
    }
    call.in = instructions + context;
    call.cached = model.caches && m_random.chance(0.7) ? 1'280 : 0;
    call.out = out;
    call.lengthMs = qint64((model.first + model.perThousandIn * double(*call.in) / 1000 + model.perOut * double(out)) * spread);
    if (const ClervaError *broken = parent == m_root && &model != &planner ? drawError(Where::Stream, "", model.provider) : nullptr) {
        call.out = out / 3;
        call.failure = failureFrom(*broken, model.name);
        m_failure = call.failure;
    }
    m_nowMs += call.lengthMs;
    return !m_failure;
}

bool ClervaRequest::retrieve(const QByteArray &parent)
{
    Call &embedding = begin("embedding", parent);
    embedding.model = "text-embedding-3-small";
    embedding.in = 12 + m_random.below(60);
    embedding.lengthMs = qint64(34 * m_random.scatter(0.3));
    m_nowMs += embedding.lengthMs;

    Call &search = begin("retrieval", parent);
    double length = 132 * m_user.slowness * m_random.scatter(0.60);
    const bool isUnlucky = m_random.chance(0.02);
    search.matchCount = 20;
    if (isAfter(m_story.slowDeploy)) {
        search.matchCount = 200;
        length *= m_story.options.incidents.latencyFactor;
        if (isUnlucky && m_story.options.incidents.hasStreamErrors) {
            // The answer had already begun with HTTP 200.
            length = 8'000 + m_random.below(110);
            search.failure = Failure{"canceling statement due to statement timeout", "57014", 200, true};
        }
    }
    search.lengthMs = std::max<qint64>(1, qint64(length));
    m_nowMs += search.lengthMs;
    return search.failure ? failed(*search.failure) : true;
}

bool ClervaRequest::useTool()
{
    const size_t index = m_calls.size();
    const QByteArray span = begin("tool_call", m_root).span;
    const qint64 startMs = m_nowMs;
    m_nowMs += std::max<qint64>(1, qint64(m_tool->ownMs * m_random.scatter(m_tool->spread)));
    bool isWell = !m_tool->retrieves || retrieve(span);
    if (const ClervaError *error = isWell ? drawError(Where::Tool, m_tool->name, "") : nullptr)
        isWell = failed(failureFrom(*error, {}));
    if (isWell && m_tool->asksModel) {
        const qint64 context = qint64((m_arrival.contextTokens * contextFactor + (m_tool->retrieves ? retrievedTokens : 0)) * m_tool->promptFactor);
        isWell = askModel(*m_model, context, std::max<qint64>(1, qint64(m_arrival.generatedTokens * m_tool->answerFactor)), span);
    }
    m_nowMs += 2 + m_random.below(5);
    m_calls[index].lengthMs = m_nowMs - startMs;
    m_calls[index].failure = m_failure;
    return isWell;
}

void ClervaRequest::play()
{
    Call &request = begin("agent_completion", {});
    request.isRequest = true;
    m_root = request.span;
    m_nowMs += 8 + m_random.below(25);
    const ClervaError *lost = drawError(Where::Function, "", "");
    const bool hasTool = *m_tool->name;
    // A tool that asks the model itself is started by a button; no planning is needed.
    const bool plans = hasTool && !m_tool->asksModel;
    bool isWell = !plans || askModel(planner, m_arrival.contextTokens / 3, 12 + m_random.below(24), m_root);
    isWell = isWell && (!hasTool || useTool());
    if (lost) {
        m_nowMs = qint64(lost->lengthMs) + m_random.below(60);
        m_failure = failureFrom(*lost, {});
    } else if (isWell && !m_tool->asksModel) {
        const qint64 context = qint64(m_arrival.contextTokens * contextFactor) + (m_tool->retrieves ? retrievedTokens : 0);
        askModel(*m_model, context, m_arrival.generatedTokens, m_root);
    }
    m_nowMs += 4 + m_random.below(12);
    m_calls.front().lengthMs = m_nowMs;
    m_calls.front().failure = m_failure;
}

void ClervaRequest::playRetryStorm(int attempts)
{
    m_tool = std::ranges::find_if(tools, [](const ClervaTool &tool) { return std::strcmp(tool.name, "summarizeSession") == 0; });
    m_model = &models[0];
    Call &request = begin("agent_completion", {});
    request.isRequest = true;
    m_root = request.span;
    m_nowMs += 10;
    const size_t index = m_calls.size();
    const QByteArray span = begin("tool_call", m_root).span;
    for (int i = 0; i < attempts; ++i) {
        Call &call = begin("llm_call", span);
        call.model = m_model->name;
        call.in = instructions + qint64(m_arrival.contextTokens * contextFactor);
        call.out = m_arrival.generatedTokens;
        call.cached = 0;
        call.lengthMs = qint64((m_model->first + m_model->perThousandIn * double(*call.in) / 1000 + m_model->perOut * double(*call.out)) * m_random.scatter(0.25));
        m_nowMs += call.lengthMs + 20;
    }
    m_calls[index].lengthMs = m_nowMs - 10;
    m_nowMs += 6;
    m_calls.front().lengthMs = m_nowMs;
}

QByteArray ClervaRequest::line(const Call &call, qint64 endUs) const
{
    JsonLine metadata;
    metadata.text("model", call.model).number("tokens_in", call.in).number("tokens_out", call.out);
    if (call.cached.value_or(0) > 0)
        metadata.number("tokens_cached", call.cached);
    metadata.text("status", call.failure ? "error" : "ok").text("user_kind", m_user.kind).number("match_count", call.matchCount);
    if (call.failure)
        metadata.text("error_message", call.failure->message).text("error_code", call.failure->code);
    if (call.failure || call.isRequest)
        metadata.number("http_status", call.failure ? call.failure->httpStatus : 200);
    if (call.failure)
        metadata.truth("in_stream", call.failure->inStream);
    metadata.text("span_id", call.span).text("parent_span_id", call.parent);

    Random ids(m_story.options.seed, call.span.left(15).toULongLong(nullptr, 16), quint64(call.startMs));
    CopyLine row;
    row.plain(randomUuid(ids)).plain(m_user.id).plain(m_trace).plain(call.kind);
    call.tool.isEmpty() ? row.null() : row.plain(call.tool);
    row.number(call.lengthMs);
    call.in ? row.number(*call.in + call.out.value_or(0)) : row.null();
    row.millionths(call.in ? costOf(call.model, fromMsecs(endUs / 1000), *call.in, call.out.value_or(0), call.cached.value_or(0)) : std::nullopt);
    return row.text(metadata.take()).instant(endUs).take();
}

void ClervaRequest::appendTo(std::vector<Row> &rows) const
{
    for (const Call &call : m_calls) {
        const qint64 endUs = m_startUs + (call.startMs + call.lengthMs) * 1000;
        rows.push_back({endUs, 0, line(call, endUs)});
    }
}

} // namespace qd::demo
